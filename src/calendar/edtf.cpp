#include "calendar/edtf.h"

#include <fmt/format.h>

#include <algorithm>

namespace dateline::calendar {

namespace {

constexpr int kLastYear = 32767;

/// Reads a date from the left; each step says whether what it looked for was there.
class Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool done() const { return rest_.empty(); }
    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    /// Exactly `count` digits, or nothing is taken.
    std::optional<int> digits(std::size_t count) {
        if (rest_.size() < count) return std::nullopt;
        int value = 0;
        for (char c : rest_.substr(0, count)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(count);
        return value;
    }
    std::size_t digits_ahead() const { return std::min(rest_.find_first_not_of("0123456789"), rest_.size()); }

  private:
    std::string_view rest_;
};

bool take_unknown(Reader& in) { return in.take('X') && in.take('X'); }

bool read_year(Reader& in, Date& date) {
    const bool is_long = in.take('Y');
    const bool negative = in.take('-');
    const std::size_t count = in.digits_ahead();
    if (is_long && count < 5) return false;
    if (!is_long && count > 4) return false;
    if (is_long && count > 6) return false;
    if (count >= 4) {
        date.year = *in.digits(count);
    } else if (count == 3 && !is_long) {
        date.year = *in.digits(3) * 10;
        date.precision = Precision::Decade;
        if (!in.take('X')) return false;
    } else if (count == 2) {
        date.year = *in.digits(2) * 100;
        date.precision = Precision::Century;
        if (!take_unknown(in)) return false;
    } else {
        return false;
    }
    if (negative && date.year == 0) return false;
    if (negative) date.year = -date.year;
    return date.year >= -kLastYear && date.year <= kLastYear;
}

bool day_exists(const Date& date) { return (date::year{date.year} / static_cast<int>(date.month) / static_cast<int>(date.day)).ok(); }

Precision precision_of_month(int month) {
    if (month <= 12) return Precision::Month;
    if (month <= 24) return Precision::Season;
    return month <= 36 ? Precision::Quarter : Precision::Half;
}

bool is_month_code(int month) {
    return (month >= 1 && month <= 12) || (month >= 21 && month <= 24) || (month >= 33 && month <= 36) || month == 40 || month == 41;
}

/// "-04-25", "-21", "-XX" (an unknown month or day leaves the coarser date).
bool read_month_and_day(Reader& in, Date& date) {
    if (date.precision != Precision::Year || !in.take('-')) return true;
    const auto month = in.digits(2);
    if (!month) {
        if (!take_unknown(in)) return false;
        return !in.take('-') || take_unknown(in);
    }
    if (!is_month_code(*month)) return false;
    date.month = static_cast<std::uint8_t>(*month);
    date.precision = precision_of_month(*month);
    if (date.precision != Precision::Month || !in.take('-')) return true;
    const auto day = in.digits(2);
    if (!day) return take_unknown(in);
    date.day = static_cast<std::uint8_t>(*day);
    date.precision = Precision::Day;
    return *day >= 1 && day_exists(date);
}

/// Moves the date by seconds, over midnights.
void shift(Date& date, int seconds) {
    const Instant t = day(date.year, date.month, date.day) + std::chrono::seconds{date.second_of_day + seconds};
    const auto midnight = date::floor<date::days>(t);
    const date::year_month_day civil{midnight};
    date.year = static_cast<int>(civil.year());
    date.month = static_cast<std::uint8_t>(static_cast<unsigned>(civil.month()));
    date.day = static_cast<std::uint8_t>(static_cast<unsigned>(civil.day()));
    date.second_of_day = static_cast<std::int32_t>((t - midnight).count());
}

bool read_zone(Reader& in, Date& date) {
    if (in.take('Z')) return true;
    const bool west = in.take('-');
    if (!west && !in.take('+')) {
        date.local = true;
        return true;
    }
    const auto hours = in.digits(2);
    if (!hours || *hours > 14) return false;
    int minutes = 0;
    const bool colon = in.take(':');
    if (const auto read = in.digits(2)) {
        minutes = *read;
    } else if (colon) {
        return false;
    }
    if (minutes > 59) return false;
    const int offset_s = *hours * 3600 + minutes * 60;
    shift(date, west ? offset_s : -offset_s);
    return true;
}

bool read_time(Reader& in, Date& date) {
    if (date.precision != Precision::Day || !in.take('T')) return true;
    const auto hour = in.digits(2);
    if (!hour || *hour > 24) return false;
    int minute = 0;
    int second = 0;
    date.precision = Precision::Hour;
    if (in.take(':')) {
        const auto read = in.digits(2);
        if (!read || *read > 59) return false;
        minute = *read;
        date.precision = Precision::Minute;
        if (in.take(':')) {
            const auto seconds = in.digits(2);
            if (!seconds || *seconds > 60) return false;
            second = std::min(*seconds, 59);  // a leap second is its minute's last
            date.precision = Precision::Second;
        }
    }
    if (*hour == 24 && (minute != 0 || second != 0)) return false;
    date.second_of_day = 0;
    shift(date, *hour * 3600 + minute * 60 + second);
    return read_zone(in, date);
}

std::optional<Date> read_date(std::string_view text) {
    Reader in(text);
    Date date;
    if (!read_year(in, date) || !read_month_and_day(in, date) || !read_time(in, date)) return std::nullopt;
    if (in.take('~')) {
        date.approximate = true;
    } else if (in.take('?')) {
        date.uncertain = true;
    } else if (in.take('%')) {
        date.approximate = date.uncertain = true;
    }
    if (!in.done()) return std::nullopt;
    const Span span = date.bounds();
    if (span.begin < day(-kLastYear, 1, 1) || span.end > day(kLastYear, 12, 31) + kDay) return std::nullopt;
    return date;
}

tl::unexpected<base::Error> not_edtf(std::string_view text) {
    std::string shown(text.substr(0, 40));
    std::replace_if(
        shown.begin(), shown.end(), [](unsigned char c) { return c < 0x20; }, ' ');  // a message is one line
    return base::fail(fmt::format("\"{}\" is not a date", shown), {},
                      "write it as EDTF, such as 2023-04-25, 2023-04, 1972, 2022-08/.. or 2020~");
}

bool is_open(std::string_view end) { return end.empty() || end == ".."; }

Instant middle(const Span& span) { return span.begin + (span.end - span.begin) / 2; }

/// Is a whole day or less, so that all of it is meant.
bool is_sharp(const Date& date) { return date.precision >= Precision::Day && !date.approximate && !date.uncertain; }

std::string iso_of(const Date& date, Instant t) {
    if (date.precision < Precision::Hour) return iso(t);
    std::string text = iso(t);
    if (text.find('T') == std::string::npos) text += "T00:00:00Z";
    return text;
}

}  // namespace

base::Result<Edtf> Edtf::parse(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        const auto date = read_date(text);
        if (!date) return not_edtf(text);
        return of(*date);
    }
    const std::string_view left = text.substr(0, slash);
    const std::string_view right = text.substr(slash + 1);
    const auto first = is_open(left) ? std::nullopt : read_date(left);
    const auto last = is_open(right) ? std::nullopt : read_date(right);
    if ((!first && !is_open(left)) || (!last && !is_open(right))) return not_edtf(text);
    if (first && last && last->bounds().end <= first->bounds().begin) {
        return base::fail(fmt::format("the interval \"{}\" ends before it begins", text.substr(0, 40)), {}, "put the earlier date first");
    }
    return interval(first, last);
}

Edtf Edtf::of(Date date) {
    Edtf out;
    if (date.precision != Precision::Week) {
        out.first_ = date;
        return out;
    }
    // EDTF has no weeks: the interval of its days.
    Date monday = date;
    monday.precision = Precision::Day;
    Date sunday = monday;
    shift(sunday, 6 * 86400);
    return interval(monday, sunday);
}

Edtf Edtf::day(int year, unsigned month, unsigned day_of_month) {
    Date date;
    date.year = year;
    date.month = static_cast<std::uint8_t>(month);
    date.day = static_cast<std::uint8_t>(day_of_month);
    date.precision = Precision::Day;
    return of(date);
}

Edtf Edtf::interval(std::optional<Date> begin, std::optional<Date> end) {
    Edtf out;
    out.interval_ = true;
    out.first_ = begin;
    out.last_ = end;
    return out;
}

std::string Edtf::text() const {
    if (!interval_) return first_ ? first_->text() : std::string();
    return (first_ ? first_->text() : "..") + '/' + (last_ ? last_->text() : "..");
}

Span Edtf::bounds() const {
    if (!interval_) return first_ ? first_->bounds() : Span{};
    return {first_ ? first_->bounds().begin : kDistantPast, last_ ? last_->bounds().end : kDistantFuture};
}

Span Edtf::core() const {
    const Span outer = bounds();
    if (!interval_) {
        if (!first_ || is_sharp(*first_)) return outer;
        return {middle(outer), middle(outer)};
    }
    Span inner = outer;
    if (first_ && !is_sharp(*first_)) inner.begin = first_->bounds().end;
    if (last_ && !is_sharp(*last_)) inner.end = last_->bounds().begin;
    if (inner.begin <= inner.end) return inner;
    return {middle(outer), middle(outer)};
}

Precision Edtf::precision() const {
    if (!first_ && !last_) return Precision::Century;
    if (!first_) return last_->precision;
    if (!last_) return first_->precision;
    return std::min(first_->precision, last_->precision);
}

bool Edtf::approximate() const { return (first_ && first_->approximate) || (last_ && last_->approximate); }

bool Edtf::uncertain() const { return (first_ && first_->uncertain) || (last_ && last_->uncertain); }

bool Edtf::imprecise() const { return precision() <= Precision::Month || approximate() || uncertain(); }

std::string Edtf::begin_iso() const {
    if (!first_) return {};
    return iso_of(*first_, first_->bounds().begin);
}

std::string Edtf::end_iso() const {
    const auto& end = interval_ ? last_ : first_;
    if (!end) return {};
    const Instant past = end->bounds().end;
    return end->precision < Precision::Hour ? iso(past - kDay) : iso_of(*end, past - std::chrono::seconds{1});
}

}  // namespace dateline::calendar
