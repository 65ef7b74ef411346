#include "extract/temporal_moment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dateline::extract::temporal {

using calendar::Date;
using calendar::Edtf;
using calendar::Precision;

namespace {

constexpr int kLastBlockYear = 9900;  ///< "99XX": EDTF has no decade or century of five digits

std::string year_text(int year) { return year > 0 ? fmt::format("{:04}", year) : fmt::format("BC{:04}", 1 - year); }

/// Decades and centuries of the time before the era count back: BC048 is 489 to 480.
std::string block_text(int year, int digits_hidden) {
    const int step = digits_hidden == 1 ? 10 : 100;
    if (year >= 0) return fmt::format("{:0{}}{:X<{}}", year / step, 4 - digits_hidden, "", digits_hidden);
    return fmt::format("BC{:0{}}", (-year) / step - (digits_hidden == 2 ? 1 : 0), 4 - digits_hidden);
}

struct IsoWeek {
    int year;
    int week;
};

IsoWeek iso_week(std::int32_t days) {
    // The week belongs to the year of its Thursday.
    const std::int32_t thursday = days - weekday_of(days) + 4;
    const int year = day_moment(thursday).year;
    return {year, (thursday - days_of(year, 1, 1)) / 7 + 1};
}

Date plain_date(int year, int month, int day, Precision precision) {
    Date out;
    out.year = year;
    out.month = static_cast<std::uint8_t>(month);
    out.day = static_cast<std::uint8_t>(day);
    out.precision = precision;
    return out;
}

Date date_of_days(std::int32_t days) {
    const Moment day = day_moment(days);
    return plain_date(day.year, day.month, day.day, Precision::Day);
}

Edtf months_of_year(int year, int first, int last) {
    return Edtf::interval(plain_date(year, first, 0, Precision::Month), plain_date(year, last, 0, Precision::Month));
}

Edtf years_between(int first, int last) {
    return Edtf::interval(plain_date(first, 0, 0, Precision::Year), plain_date(last, 0, 0, Precision::Year));
}

/// First and last of the `count` members that a part of a whole takes: early, mid and late a third each, the
/// start and the end a sixth.
struct Part {
    int first;
    int last;
};
Part part_of(int count, Mod mod) {
    const int sixth = (count + 5) / 6;
    const int third = (count + 1) / 3;
    switch (mod) {
        case Mod::Start:
        case Mod::Turn: return {0, sixth - 1};
        case Mod::Early: return {0, third - 1};
        case Mod::Mid: return {third, count - third - 1};
        case Mod::Late: return {count - third, count - 1};
        case Mod::FirstHalf: return {0, count / 2 - 1};
        case Mod::SecondHalf: return {count / 2, count - 1};
        case Mod::FirstQuarter:
        case Mod::SecondQuarter:
        case Mod::ThirdQuarter:
        case Mod::LastQuarter: {
            const int before = static_cast<int>(mod) - static_cast<int>(Mod::FirstQuarter);
            return {count * before / 4, count * (before + 1) / 4 - 1};
        }
        default: return {count - sixth, count - 1};
    }
}

std::optional<Edtf> part_of(const Moment& m, Mod mod) {
    switch (m.grain) {
        case Unit::Week:
            if (mod != Mod::Mid) return std::nullopt;
            return Edtf::interval(date_of_days(m.days() + 1), date_of_days(m.days() + 3));
        case Unit::Month: {
            const int days = static_cast<int>(static_cast<unsigned>((date::year{m.year} / int{m.month} / date::last).day()));
            const Part part = part_of(days, mod);
            return Edtf::interval(plain_date(m.year, m.month, part.first + 1, Precision::Day),
                                  plain_date(m.year, m.month, part.last + 1, Precision::Day));
        }
        case Unit::Year: {
            if (mod == Mod::Turn)
                return Edtf::interval(plain_date(m.year - 1, 12, 0, Precision::Month), plain_date(m.year, 1, 0, Precision::Month));
            const Part part = part_of(12, mod);
            return months_of_year(m.year, part.first + 1, part.last + 1);
        }
        case Unit::Quarter:
        case Unit::Half: {  // "the end of the first half": its last month
            const int months = m.grain == Unit::Quarter ? 3 : 6;
            if (mod != Mod::End && mod != Mod::Start) return std::nullopt;
            return Edtf::of(plain_date(m.year, mod == Mod::End ? months * m.part : months * (m.part - 1) + 1, 0, Precision::Month));
        }
        case Unit::Decade:
        case Unit::Century: {
            if (m.year < 0) return std::nullopt;
            constexpr int about_century = 5, about_decade = 1;
            const int about = m.grain == Unit::Decade ? about_decade : about_century;
            if (mod == Mod::Turn) return years_between(m.year - about, m.year + about);
            const Part part = part_of(m.grain == Unit::Decade ? 10 : 100, mod);
            return years_between(m.year + part.first, m.year + part.last);
        }
        default: return std::nullopt;
    }
}

Edtf whole(const Moment& m) {
    switch (m.grain) {
        case Unit::Century:
            if (m.year < 0) return years_between(m.year + 1, m.year + 100);
            if (m.year > kLastBlockYear) return years_between(m.year, m.year + 99);
            return Edtf::of(plain_date(m.year, 0, 0, Precision::Century));
        case Unit::Decade:
            if (m.year < 0) return years_between(m.year - 8, m.year + 1);
            if (m.year > kLastBlockYear) return years_between(m.year, m.year + 9);
            return Edtf::of(plain_date(m.year, 0, 0, Precision::Decade));
        case Unit::Season:
            if (m.part == 4 && !m.second_year) {
                // "winter 1941" may be its beginning or its end: the year's own winter months bound neither
                return Edtf::of(plain_date(m.year, 24, 0, Precision::Season));
            }
            return Edtf::of(plain_date(m.year, 20 + m.part, 0, Precision::Season));
        case Unit::Quarter: return Edtf::of(plain_date(m.year, 32 + m.part, 0, Precision::Quarter));
        case Unit::Half: return Edtf::of(plain_date(m.year, 39 + m.part, 0, Precision::Half));
        case Unit::Month: return Edtf::of(plain_date(m.year, m.month, 0, Precision::Month));
        case Unit::Week: return Edtf::interval(date_of_days(m.days()), date_of_days(m.days() + 6));
        case Unit::Weekend: return Edtf::interval(date_of_days(m.days() + 5), date_of_days(m.days() + 6));
        case Unit::Day: return Edtf::of(plain_date(m.year, m.month, m.day, Precision::Day));
        default: return Edtf::of(plain_date(m.year, 0, 0, Precision::Year));
    }
}

}  // namespace

std::string timex_value(const Moment& m) {
    constexpr const char* seasons[] = {"SP", "SU", "FA", "WI"};
    switch (m.grain) {
        case Unit::Century:
        case Unit::Millennium: return block_text(m.year, 2);
        case Unit::Decade: return block_text(m.year, 1);
        case Unit::Season: return fmt::format("{}-{}", year_text(m.year), seasons[(m.part + 3) % 4]);
        case Unit::Quarter: return fmt::format("{}-Q{}", year_text(m.year), m.part);
        case Unit::Half: return fmt::format("{}-H{}", year_text(m.year), m.part);
        case Unit::Month: return fmt::format("{}-{:02}", year_text(m.year), m.month);
        case Unit::Day: return fmt::format("{}-{:02}-{:02}", year_text(m.year), m.month, m.day);
        case Unit::Week:
        case Unit::Weekend: {
            const IsoWeek week = iso_week(m.days());
            return fmt::format("{}-W{:02}{}", year_text(week.year), week.week, m.grain == Unit::Weekend ? "-WE" : "");
        }
        default: return year_text(m.year);
    }
}

std::string timex_clock(const Clock& clock) {
    if (clock.hour < 0) {
        switch (clock.part) {
            case DayPart::Morning: return "TMO";
            case DayPart::Afternoon: return "TAF";
            case DayPart::Evening: return "TEV";
            case DayPart::Night: return "TNI";
            case DayPart::Noon: return "T12:00";
            case DayPart::Midnight: return "T24:00";
            case DayPart::Dawn: return "TMO";
            case DayPart::Daytime: return "TDT";
            default: return "";
        }
    }
    std::string out = fmt::format("T{:02}:{:02}", clock.hour, clock.minute < 0 ? 0 : int{clock.minute});
    if (clock.second >= 0) out += fmt::format(":{:02}", clock.second);
    return out;
}

std::string timex_duration(Unit unit, double count, bool vague) {
    const char* letters = "";
    switch (unit) {
        case Unit::Second: letters = "S"; break;
        case Unit::Minute: letters = "M"; break;
        case Unit::Hour: letters = "H"; break;
        case Unit::Day: letters = "D"; break;
        case Unit::Weekend: letters = "WE"; break;
        case Unit::Week: letters = "W"; break;
        case Unit::Fortnight:
            letters = "W";
            count *= 2;
            break;
        case Unit::Month: letters = "M"; break;
        case Unit::Quarter: letters = "Q"; break;
        case Unit::Decade: letters = "DE"; break;
        case Unit::Century: letters = "CE"; break;
        case Unit::Millennium: letters = "ML"; break;
        default: letters = "Y"; break;
    }
    if (unit == Unit::Hour && !vague && count != std::floor(count) && count * 4 == std::floor(count * 4))
        return fmt::format("PT{}M", static_cast<long long>(count * 60));  // half an hour; not "34.7 hours"
    if ((unit == Unit::Decade || unit == Unit::Century) && !vague && count != std::floor(count))
        return fmt::format("P{:.3g}Y", count * (unit == Unit::Decade ? 10 : 100));  // half a century
    const char* prefix = unit <= Unit::Hour ? "PT" : "P";
    if (vague) return fmt::format("{}X{}", prefix, letters);
    if (count == std::floor(count)) return fmt::format("{}{}{}", prefix, static_cast<long long>(count), letters);
    return fmt::format("{}{:.6g}{}", prefix, count, letters);
}

std::optional<Edtf> edtf_of(const Moment& m, Mod mod) {
    if (!m.known()) return std::nullopt;
    const bool is_part = mod != Mod::None && mod != Mod::Approximate && mod != Mod::Less && mod != Mod::More;
    if (is_part) {
        if (auto part = part_of(m, mod)) return part;
    }
    Edtf out = whole(m);
    if (mod == Mod::None || out.is_interval()) return out;
    Date date = *out.first();
    if (!is_part) date.approximate = true;
    return Edtf::of(date);
}

std::optional<Edtf> edtf_of(const Moment& m, const Clock& clock) {
    if (m.grain != Unit::Day) return edtf_of(m, Mod::None);
    const int hour = clock.part == DayPart::Noon && clock.hour < 0 ? 12 : clock.hour;
    if (hour < 0 || clock.vague_hour) return whole(m);
    const int zone_min = clock.has_zone ? clock.zone_min : 0;
    const int minute = clock.minute < 0 ? 0 : clock.minute;
    const int second = clock.second < 0 ? 0 : clock.second;
    const int total = (hour * 60 + minute - zone_min) * 60 + second;
    const std::int32_t shift = floor_to(total, 86400) / 86400;
    Date date = date_of_days(m.days() + shift);
    date.second_of_day = total - shift * 86400;
    date.local = !clock.has_zone;
    date.precision = clock.second >= 0 ? Precision::Second : clock.minute >= 0 || zone_min % 60 != 0 ? Precision::Minute : Precision::Hour;
    return Edtf::of(date);
}

}  // namespace dateline::extract::temporal
