#pragma once

#include "session/action.h"

#include <string>

/// A small briefing of our own making: background, a busy March, a deadline.
namespace dateline::session::testing {

document::Event event(const std::string& id, const std::string& title, const std::string& edtf,
                      document::Category category = document::Category::Diplomacy);
document::Event at(document::Event event, double lon_deg, double lat_deg);

std::shared_ptr<const document::Briefing> briefing();
State opened();
State applied(State state, std::initializer_list<Action> actions);
calendar::Instant noon(int year, unsigned month, unsigned day);

}  // namespace dateline::session::testing
