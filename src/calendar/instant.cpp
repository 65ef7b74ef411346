#include "calendar/instant.h"

#include "calendar/edtf.h"

#include <fmt/format.h>

namespace dateline::calendar {

std::string iso(Instant t) {
    const auto midnight = date::floor<date::days>(t);
    const date::year_month_day civil{midnight};
    Date day;
    day.year = static_cast<int>(civil.year());
    day.month = static_cast<std::uint8_t>(static_cast<unsigned>(civil.month()));
    day.day = static_cast<std::uint8_t>(static_cast<unsigned>(civil.day()));
    day.precision = Precision::Day;
    const auto seconds = (t - midnight).count();
    if (seconds == 0) return day.text();
    return fmt::format("{}T{:02}:{:02}:{:02}Z", day.text(), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace dateline::calendar
