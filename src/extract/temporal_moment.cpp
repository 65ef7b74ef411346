#include "extract/temporal_moment.h"

#include <algorithm>

namespace dateline::extract::temporal {

using calendar::Date;
using calendar::Edtf;
using calendar::Precision;

namespace {

constexpr int kLastYear = 30000;

date::year_month_day civil_of(std::int32_t days) { return date::year_month_day{date::sys_days{date::days{days}}}; }

int clamped(int year) { return std::clamp(year, -kLastYear, kLastYear); }

}  // namespace

int floor_to(int value, int step) { return (value >= 0 ? value / step : (value - step + 1) / step) * step; }

std::int32_t days_of(int year, int month, int day) {
    return static_cast<std::int32_t>(
        date::sys_days{date::year{year} / month / std::min(day, last_day(year, month))}.time_since_epoch().count());
}

int last_day(int year, int month) { return static_cast<int>(static_cast<unsigned>((date::year{year} / month / date::last).day())); }

std::int32_t Moment::days() const {
    switch (grain) {
        case Unit::Day:
        case Unit::Week:
        case Unit::Weekend: return days_of(year, month, day);
        case Unit::Month: return days_of(year, month, 15);
        case Unit::Season: return days_of(year, std::min(3 * part + 1, 12), 15);
        case Unit::Quarter: return days_of(year, 3 * part - 1, 15);
        case Unit::Half: return days_of(year, 6 * part - 3, 30);
        default: return days_of(year, 7, 1);
    }
}

int weekday_of(std::int32_t days) { return static_cast<int>(((days + 3) % 7 + 7) % 7) + 1; }

bool day_exists(int year, int month, int day) { return year >= -kLastYear && year <= kLastYear && (date::year{year} / month / day).ok(); }

Moment day_moment(int year, unsigned month, unsigned day) {
    Moment out;
    out.grain = Unit::Day;
    out.year = year;
    out.month = static_cast<std::uint8_t>(month);
    out.day = static_cast<std::uint8_t>(day);
    return out;
}

Moment day_moment(std::int32_t days) {
    const auto civil = civil_of(days);
    return day_moment(static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
}

Moment month_moment(int year, int month) {
    Moment out;
    const int zero_based = month - 1;
    out.grain = Unit::Month;
    out.year = clamped(year + floor_to(zero_based, 12) / 12);
    out.month = static_cast<std::uint8_t>(zero_based - floor_to(zero_based, 12) + 1);
    return out;
}

Moment year_moment(int year) {
    Moment out;
    out.grain = Unit::Year;
    out.year = clamped(year);
    return out;
}

Moment week_moment(std::int32_t days) {
    Moment out = day_moment(days - weekday_of(days) + 1);
    out.grain = Unit::Week;
    return out;
}

std::optional<Moment> moment_of(const Edtf& edtf) {
    if (!edtf.first()) return std::nullopt;
    const Date& date = *edtf.first();
    if (date.year < -kLastYear || date.year > kLastYear) return std::nullopt;
    if (date.day != 0) return day_moment(date.year, date.month, date.day);
    if (date.month >= 1 && date.month <= 12) return month_moment(date.year, date.month);
    Moment out = year_moment(date.year);
    if (date.precision == Precision::Decade) out.grain = Unit::Decade;
    if (date.precision == Precision::Century) out.grain = Unit::Century;
    return out;
}

Moment coarsened(const Moment& m, Unit grain) {
    switch (grain) {
        case Unit::Week:
        case Unit::Weekend: {
            if (!m.has_day()) return m;
            Moment out = week_moment(m.days());
            out.grain = grain;
            return out;
        }
        case Unit::Month: return m.has_month() ? month_moment(m.year, m.month) : m;
        case Unit::Quarter: {
            if (m.grain == Unit::Quarter || (!m.has_month() && m.grain != Unit::Season)) return m;
            Moment out = year_moment(m.year);
            out.grain = Unit::Quarter;
            out.part = static_cast<std::uint8_t>(m.has_month() ? (m.month + 2) / 3 : m.part);
            return out;
        }
        case Unit::Season:
        case Unit::Half:
        case Unit::Year: return m.grain < Unit::Decade && m.known() ? year_moment(m.year) : m;
        case Unit::Decade: {
            if (m.grain >= Unit::Century || !m.known()) return m;
            Moment out = year_moment(floor_to(m.year, 10));
            out.grain = Unit::Decade;
            return out;
        }
        case Unit::Century:
        case Unit::Millennium: {
            if (!m.known()) return m;
            Moment out = year_moment(floor_to(m.year, 100));
            out.grain = Unit::Century;
            return out;
        }
        default: return m;
    }
}

Moment moved(const Moment& from, Unit unit, int count) {
    const Moment m = coarsened(from, unit == Unit::Fortnight ? Unit::Week : unit);
    const auto by_days = [&](int days) {
        Moment out = day_moment(std::clamp(m.days() + days, -10'000'000, 10'000'000));
        out.grain = m.grain;
        return out;
    };
    switch (unit) {
        case Unit::Day: return by_days(std::clamp(count, -3'000'000, 3'000'000));
        case Unit::Week:
        case Unit::Weekend: return by_days(7 * std::clamp(count, -400'000, 400'000));
        case Unit::Fortnight: return by_days(14 * std::clamp(count, -200'000, 200'000));
        case Unit::Month: return month_moment(m.year, m.month + std::clamp(count, -300'000, 300'000));
        case Unit::Quarter: {
            const int index = m.part - 1 + std::clamp(count, -100'000, 100'000);
            Moment out = year_moment(m.year + floor_to(index, 4) / 4);
            out.grain = Unit::Quarter;
            out.part = static_cast<std::uint8_t>(index - floor_to(index, 4) + 1);
            return out;
        }
        case Unit::Decade:
        case Unit::Century:
        case Unit::Millennium: {
            Moment out = m;
            const int years = unit == Unit::Decade ? 10 : unit == Unit::Century ? 100 : 1000;
            out.year = clamped(m.year + years * std::clamp(count, -3000, 3000));
            return out;
        }
        default: {
            Moment out = m;
            out.year = clamped(m.year + std::clamp(count, -60000, 60000));
            return out;
        }
    }
}

}  // namespace dateline::extract::temporal
