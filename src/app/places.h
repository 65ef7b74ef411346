#pragma once

#include "document/gazetteer.h"
#include "ui/panels.h"

#include <optional>
#include <string>
#include <string_view>

namespace dateline::app {

/// "Sofia, Bulgaria" for a place that the source writes as "София"; empty for what the gazetteer does not have.
std::string other_names(const document::Gazetteer& gazetteer, const document::Event& event);
/// "Kəlbəcər, Karvachar, Кельбаджар": what else the place is called, in letters that the interface has; at most `most`.
std::string names_elsewhere(const document::Gazetteer& gazetteer, const document::Event& event, std::size_t most = 12);
/// The best known place of that name, as the edit form takes it.
std::optional<ui::PlaceFound> find_place(const document::Gazetteer& gazetteer, std::string_view name);

}  // namespace dateline::app
