#pragma once

#include "document/basemap.h"
#include "ui/parts.h"

#include <string>

namespace dateline::ui {

/// The dispute of an id, as the map that is shown has it; null when it has none.
const document::Dispute* dispute_of(const Ui& ui, const std::string& id);
/// Who claims what, some lines: for a tooltip.
std::string dispute_text(const document::Dispute& dispute);
/// "Line of control or ceasefire · from 11 December 1972"
std::string dispute_kind_text(const document::Dispute& dispute);
/// Where its line or extent is from, and whose words its claims are; of a worldview its name.
std::string dispute_source_text(const document::Dispute& dispute, const std::string& worldview);
/// What stands in the inspector when a disputed boundary is selected. Returns the height.
float draw_dispute_facts(const Ui& ui, const Pen& pen, const document::Dispute& dispute, float width);

}  // namespace dateline::ui
