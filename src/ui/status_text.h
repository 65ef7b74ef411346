#pragma once

#include "document/event.h"
#include "geo/lonlat.h"

#include <cstdint>
#include <string>

namespace dateline::ui {

/// "41.902° N 27.315° E"
std::string position_text(geo::LonLat at);
/// Where an event is, in words: its place, else where its point lies, else what can be said.
std::string where_text(const document::Event& event);
/// "10 300 000", with no-break spaces
std::string grouped_digits(std::uint64_t number);
/// "1 : 10 300 000" to three figures; empty where it means nothing.
std::string scale_text(double ground_m_per_px, float scale);

}  // namespace dateline::ui
