#pragma once

#include "document/basemap.h"
#include "ui/parts.h"

#include <string>

namespace dateline::ui {

/// The dispute of an id, as the map that is shown has it; null when it has none.
const document::Dispute* dispute_of(const Ui& ui, const std::string& id);
/// Who claims what, some lines: for a tooltip.
std::string dispute_text(const document::Dispute& dispute);
/// "Ceasefire line · from 30 September 1993"
std::string dispute_kind_text(const document::Dispute& dispute);
/// What stands in the inspector when a disputed boundary is selected. Returns the height.
float draw_dispute_facts(const Ui& ui, const Pen& pen, const document::Dispute& dispute, float width);

}  // namespace dateline::ui
