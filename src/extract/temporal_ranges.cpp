#include "extract/temporal.h"

#include "base/eight_bytes.h"
#include "extract/temporal_moment.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::extract {

namespace {

using calendar::Date;
using calendar::Edtf;
using document::DateBasis;
using temporal::Unit;

constexpr std::size_t kReachBytes = 24;  ///< the longest words that make a range, with room for spaces

/// Turns code points into bytes while both only grow.
class ByteCursor {
  public:
    explicit ByteCursor(std::string_view text) : text_(text) {}

    std::size_t at(std::uint32_t code_point) {
        while (point_ < code_point && byte_ < text_.size()) {
            if (code_point - point_ >= 8 && byte_ + 8 <= text_.size() && base::all_ascii(base::eight_at(text_, byte_))) {
                byte_ += 8;
                point_ += 8;
                continue;
            }
            byte_ += length_here();
            ++point_;
        }
        return byte_;
    }

  private:
    /// As the tokenizer counts: a byte that begins no whole code point stands for itself.
    std::size_t length_here() const {
        const auto lead = static_cast<unsigned char>(text_[byte_]);
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
        if (length == 1 || lead > 0xF4 || byte_ + length > text_.size()) return 1;
        for (std::size_t i = 1; i < length; ++i) {
            if ((static_cast<unsigned char>(text_[byte_ + i]) & 0xC0u) != 0x80u) return 1;
        }
        return length;
    }

    std::string_view text_;
    std::size_t byte_ = 0;
    std::uint32_t point_ = 0;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

/// Lower case, with one space for any run of white space.
std::string folded(std::string_view text) {
    std::string out;
    for (char c : trimmed(text)) {
        if (is_space(c)) {
            if (out.back() != ' ') out += ' ';
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
    return out;
}

/// Bytes at the end of `text` that spell `phrase` as whole words; 0 where they do not.
std::size_t length_of_ending(std::string_view text, std::string_view phrase) {
    std::size_t at = text.size();
    for (std::size_t n = phrase.size(); n > 0; --n) {
        const char wanted = phrase[n - 1];
        if (wanted == ' ') {
            if (at == 0 || !is_space(text[at - 1])) return 0;
            while (at > 0 && is_space(text[at - 1])) --at;
            continue;
        }
        if (at == 0) return 0;
        const char c = text[at - 1];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != wanted) return 0;
        --at;
    }
    return at == 0 || !is_letter(text[at - 1]) ? text.size() - at : 0;
}

/// Bytes of the longest of `phrases` that ends `text`; 0 for none.
template <std::size_t N>
std::size_t longest_ending(std::string_view text, const std::array<std::string_view, N>& phrases) {
    std::size_t best = 0;
    for (std::string_view phrase : phrases) best = std::max(best, length_of_ending(text, phrase));
    return best;
}

/// Bytes of what stands in `text` up to the end of the one of `phrases` that it begins with, after white space or a comma; 0 for none.
template <std::size_t N>
std::size_t length_of_opening(std::string_view text, const std::array<std::string_view, N>& phrases) {
    std::size_t at = text.starts_with(',') ? 1 : 0;
    while (at < text.size() && is_space(text[at])) ++at;
    for (std::string_view phrase : phrases) {
        const std::size_t end = at + phrase.size();
        if (at > 0 && text.substr(at, phrase.size()) == phrase && (end == text.size() || !is_letter(text[end]))) return end;
    }
    return 0;
}

constexpr WordSet kJoins{"to", "-", "\u2013", "\u2014", "\u2010", "\u2011", "\u2212", "through", "until", "till", "up to", "to the"};
constexpr WordSet kUpTo{"to", "to the end of", "ended", "ended on", "ending", "ending on", "through", "up to"};
// Before a date and its article.
constexpr std::array<std::string_view, 2> kFrom{"from", "between"};
constexpr std::array<std::string_view, 20> kSince{
    "since",          "ever since",     "starting",    "starting in",      "starting on",        "starting from",     "beginning in",
    "beginning on",   "beginning from", "as from",     "not earlier than", "no earlier than",    "not before",        "not sooner than",
    "no sooner than", "on or after",    "in or after", "at the earliest",  "at the earliest in", "at the earliest on"};
constexpr std::array<std::string_view, 13> kUntil{"by",
                                                  "until",
                                                  "till",
                                                  "up to",
                                                  "up until",
                                                  "prior to",
                                                  "no later than",
                                                  "not later than",
                                                  "on or before",
                                                  "in or before",
                                                  "at the latest",
                                                  "at the latest in",
                                                  "at the latest on"};
constexpr std::array<std::string_view, 1> kBefore{"before"};
// Behind a date.
constexpr std::array<std::string_view, 3> kOrLater{"at the earliest", "at the very earliest", "or later"};
constexpr std::array<std::string_view, 3> kOrEarlier{"at the latest", "at the very latest", "or earlier"};
constexpr WordSet kOnward{"onward", "onwards", "on", "forward"};

std::optional<Date> begin_of(const Edtf& edtf) { return edtf.first(); }
std::optional<Date> end_of(const Edtf& edtf) { return edtf.is_interval() ? edtf.last() : edtf.first(); }

/// A new line and its dash: two entries of a list, and no range.
bool is_bullet(std::string_view gap) {
    const std::size_t line = gap.find('\n');
    const std::string_view join = trimmed(gap);
    return line != gap.npos && (join == "-" || join == "\u2013" || join == "\u2014");
}

/// Explicit is the strongest; the order of the enumeration is not relied upon.
int weakness(DateBasis basis) {
    switch (basis) {
        case DateBasis::Explicit: return 0;
        case DateBasis::InferredYear: return 1;
        case DateBasis::Relative: return 2;
        case DateBasis::Context: return 3;
        default: return 4;
    }
}

DateBasis weaker(DateBasis a, DateBasis b) { return weakness(a) >= weakness(b) ? a : b; }

/// "met on 11 and 12 May", "the war of July and August 2006": two days or months, the second right after the first.
bool follows_on(const Date& first, const Date& second) {
    const bool alike = first.precision == second.precision &&
                       (first.precision == calendar::Precision::Day || first.precision == calendar::Precision::Month);
    return alike && Edtf::of(first).bounds().end == Edtf::of(second).bounds().begin;
}

/// The first day or month of a stretch as long as `length` ("P6M", "P1W") that ends with `end`.
std::optional<Date> begin_of_stretch(std::string_view length, const Edtf& end) {
    if (length.size() < 3 || length.front() != 'P' || length[1] < '1' || length[1] > '9' || end.is_interval()) return std::nullopt;
    const int count = std::atoi(std::string(length.substr(1, 4)).c_str());
    const int days = length.back() == 'D' ? count : length.back() == 'W' ? 7 * count : 0;
    const int months = length.back() == 'M' ? count : length.back() == 'Q' ? 3 * count : length.back() == 'Y' ? 12 * count : 0;
    const auto last = temporal::moment_of(end);
    if (!last || length.find('.') != length.npos || (days == 0) == (months == 0)) return std::nullopt;
    if (last->grain != Unit::Day && (last->grain != Unit::Month || months == 0)) return std::nullopt;
    temporal::Moment first = days != 0 ? temporal::moved(*last, Unit::Day, 1 - days) : temporal::moved(*last, Unit::Month, -months);
    if (months != 0) {  // to the end of a month from the beginning of one
        const bool whole = last->grain == Unit::Month || last->day == temporal::last_day(last->year, last->month);
        if (whole) first = temporal::moved(first, Unit::Month, 1);
        if (last->grain == Unit::Day) first = temporal::day_moment(temporal::days_of(first.year, first.month, whole ? 1 : last->day + 1));
    }
    const auto out = temporal::edtf_of(first, temporal::Mod::None);
    return out ? out->first() : std::nullopt;
}

/// Of "P4D" and "P2W"; 0 for other lengths.
int days_of_stretch(std::string_view length) {
    constexpr std::size_t longest = 5;
    if (length.size() < 3 || length.size() > longest || length.front() != 'P' || length.find('.') != length.npos) return 0;
    const int unit = length.back() == 'D' ? 1 : length.back() == 'W' ? 7 : 0;
    return unit * std::atoi(std::string(length.substr(1, length.size() - 2)).c_str());
}

class RangeFinder {
  public:
    RangeFinder(std::string_view text, std::span<const Timex> timexes) : text_(text), timexes_(timexes) {
        ByteCursor cursor(text);
        bytes_.reserve(timexes.size());
        for (const Timex& timex : timexes) {
            const std::size_t begin = cursor.at(timex.span.begin);
            bytes_.push_back({begin, cursor.at(timex.span.end)});
        }
    }

    std::vector<DateRange> run() {
        std::vector<DateRange> out;
        for (std::size_t i = 0; i < timexes_.size(); ++i) {
            if (!is_date(i)) {
                if (auto stretch = counted_at(i)) {
                    i = stretch->last - 1;
                    out.push_back(std::move(*stretch));
                }
                continue;
            }
            auto range = closed_at(i);
            if (!range) range = lasting_at(i);
            if (!range) range = open_at(i);
            if (!range) continue;
            i = range->last - 1;
            out.push_back(std::move(*range));
        }
        return out;
    }

  private:
    struct Bytes {
        std::size_t begin;
        std::size_t end;
    };

    bool is_date(std::size_t i) const {
        const Timex& timex = timexes_[i];
        return timex.edtf && (timex.type == TimexType::Date || timex.type == TimexType::Time);
    }

    std::string_view before(std::size_t i) const {
        const std::size_t floor = i == 0 ? 0 : bytes_[i - 1].end;
        const std::size_t begin = std::max(floor, bytes_[i].begin - std::min(bytes_[i].begin, kReachBytes));
        return text_.substr(begin, bytes_[i].begin - begin);
    }

    /// Bytes from the longest of `phrases` that stands before date `i` and its article up to the date; 0 for none.
    template <std::size_t N>
    std::size_t words_before(std::size_t i, const std::array<std::string_view, N>& phrases) const {
        const std::string_view all = before(i);
        std::string_view words = all;
        while (!words.empty() && is_space(words.back())) words.remove_suffix(1);
        if (words.size() == all.size()) return 0;
        if (const std::size_t article = length_of_ending(words, "the"); article != 0) {
            words.remove_suffix(article);
            while (!words.empty() && is_space(words.back())) words.remove_suffix(1);
        }
        const std::size_t found = longest_ending(words, phrases);
        return found == 0 ? 0 : found + all.size() - words.size();
    }

    std::string_view after(std::size_t i) const {
        const std::size_t ceiling = i + 1 < bytes_.size() ? bytes_[i + 1].begin : text_.size();
        return text_.substr(bytes_[i].end, std::min(ceiling - bytes_[i].end, kReachBytes));
    }

    std::string_view between(std::size_t i) const { return text_.substr(bytes_[i].end, bytes_[i + 1].begin - bytes_[i].end); }

    /// The words are ASCII, so their bytes are code points.
    DateRange made(std::size_t first, std::size_t last, Edtf edtf, std::size_t lead, std::size_t tail) const {
        DateRange out{{}, std::move(edtf), timexes_[first].basis, first, last};
        out.span.begin = timexes_[first].span.begin - static_cast<std::uint32_t>(lead);
        out.span.end = timexes_[last - 1].span.end + static_cast<std::uint32_t>(tail);
        for (std::size_t i = first; i < last; ++i) out.basis = weaker(out.basis, timexes_[i].basis);
        return out;
    }

    /// The words between date `i` and the next, where they are few and the next is a date.
    std::string join_after(std::size_t i) const {
        if (i + 1 >= timexes_.size() || !is_date(i + 1)) return {};
        const std::string_view gap = between(i);
        return gap.size() > kReachBytes || is_bullet(gap) ? std::string() : folded(gap);
    }

    std::optional<DateRange> closed_at(std::size_t i) const {
        const std::string join = join_after(i);
        if (join.empty()) return std::nullopt;
        if (join == "or" || join == "," || join == "and") return listed_at(i, join);
        if (join.size() <= 3 && join != "to" && is_week_of(i)) return std::nullopt;  // "NEXT WEEK – 25 November: …"
        if (join == "/" && follow(i)) return span_to(i, i + 1);                      // "18/19 November"
        static constexpr std::array<std::string_view, 1> kIn{"in"};
        const bool apart =
            (join == "until" || join == "till") && words_before(i, kIn) != 0;  // "was extended in January until 19 February 2027"
        if (!kJoins.contains(join) || apart) return bounded_at(i, join);
        return span_to(i, i + 1);
    }

    /// "between 3 May and the 7th"
    std::optional<DateRange> bounded_at(std::size_t i, std::string_view join) const {
        const bool between = (join == "and" || join == "and the") && words_before(i, std::array<std::string_view, 1>{"between"}) != 0;
        return between ? span_to(i, i + 1) : std::nullopt;
    }

    /// From date `i` to date `last`, or to the one that may be instead of it: "from 3 to 7 or 8 May".
    std::optional<DateRange> span_to(std::size_t i, std::size_t last) const {
        const auto begin = begin_of(*timexes_[i].edtf);
        if (join_after(last) == "or" && follow(last)) ++last;
        const auto end = end_of(*timexes_[last].edtf);
        if (!begin || !end || Edtf::of(*end).bounds().end <= Edtf::of(*begin).bounds().begin) return std::nullopt;
        return made(i, last + 1, Edtf::interval(begin, end), words_before(i, kFrom), 0);
    }

    /// Whether date `i` is a week, and the next a day within it.
    bool is_week_of(std::size_t i) const {
        const Edtf &week = *timexes_[i].edtf, &day = *timexes_[i + 1].edtf;
        const bool holds = week.bounds().begin <= day.bounds().begin && day.bounds().end <= week.bounds().end;
        return holds && timexes_[i].value.find("-W") != std::string::npos && day.precision() >= calendar::Precision::Day &&
               !day.is_interval();
    }

    /// Whether the date after date `i` is the next day or month; not "left on 2 May and | a day later", told of something else.
    bool follow(std::size_t i) const {
        constexpr std::string_view later = "later";
        const Bytes& next = bytes_[i + 1];
        if (next.end - next.begin > later.size() && text_.substr(next.end - later.size(), later.size()) == later) return false;
        const auto begin = begin_of(*timexes_[i].edtf), end = end_of(*timexes_[i + 1].edtf);
        return begin && end && follows_on(*begin, *end);
    }

    /// "between 3 and 7 May", "11, 12 and 13 May", "between 3 or 4 and 7 May", "on 3 May or 7 June".
    std::optional<DateRange> listed_at(std::size_t i, std::string_view join) const {
        if (join == "or") return either_at(i);
        if (auto between = bounded_at(i, join)) return between;
        std::size_t last = i;
        while (join_after(last) == "," && follow(last)) ++last;
        if (join_after(last) != "and" || !follow(last)) return std::nullopt;
        ++last;
        static constexpr std::array<std::string_view, 1> apart{"respectively"};  // one of each, in turn
        if (length_of_opening(after(last), apart) != 0) return std::nullopt;
        return made(i, last + 1, Edtf::interval(begin_of(*timexes_[i].edtf), end_of(*timexes_[last].edtf)), 0, 0);
    }

    /// "between 3 or 4 and 7 May" begins with the earlier; "on 3 May or 7 June" is one of both.
    std::optional<DateRange> either_at(std::size_t i) const {
        constexpr std::int32_t far = 92;
        const std::string next = join_after(i + 1);
        const bool ranged = words_before(i, kFrom) != 0 && (next == "and" || next == "to" || next == "until");
        if (ranged) return span_to(i, i + 2);
        auto begin = begin_of(*timexes_[i].edtf), end = end_of(*timexes_[i + 1].edtf);
        if (!begin || !end || begin->precision != end->precision || begin->precision < calendar::Precision::Year ||
            begin->precision > calendar::Precision::Day)
            return std::nullopt;
        const auto first = temporal::moment_of(Edtf::of(*begin)), last = temporal::moment_of(Edtf::of(*end));
        const bool near =
            first && last && (first->grain == Unit::Year ? last->year - first->year == 1 : last->days() - first->days() <= far);
        if (!near || Edtf::of(*end).bounds().begin <= Edtf::of(*begin).bounds().begin) return std::nullopt;
        if (const std::size_t tail = length_of_opening(after(i + 1), kOrEarlier); tail != 0)
            return made(i, i + 2, Edtf::interval(std::nullopt, end), 0, tail);  // "on 5 or 6 May at the latest"
        if (const std::size_t tail = length_of_opening(after(i + 1), kOrLater); tail != 0)
            return made(i, i + 2, Edtf::interval(begin, std::nullopt), 0, tail);
        begin->uncertain = end->uncertain = true;
        return made(i, i + 2, Edtf::interval(begin, end), 0, 0);
    }

    /// "the six months to September": so long, up to its end. "The past 24 hours" is a stretch by itself.
    std::optional<DateRange> counted_at(std::size_t i) const {
        const Timex& length = timexes_[i];
        if (length.type != TimexType::Duration) return std::nullopt;
        if (i + 1 < timexes_.size() && is_date(i + 1)) {
            const std::string_view gap = between(i);
            if (gap.size() <= kReachBytes && kUpTo.contains(folded(gap))) {
                const auto begin = begin_of_stretch(length.value, *timexes_[i + 1].edtf);
                if (begin) return made(i, i + 2, Edtf::interval(begin, end_of(*timexes_[i + 1].edtf)), 0, 0);
            }
        }
        if (length.edtf) return made(i, i + 1, *length.edtf, 0, 0);
        return std::nullopt;
    }

    /// "from 6 September for four days": from the first to the last.
    std::optional<DateRange> lasting_at(std::size_t i) const {
        if (i + 1 >= timexes_.size() || timexes_[i + 1].type != TimexType::Duration || timexes_[i].edtf->is_interval()) return std::nullopt;
        const std::size_t from = words_before(i, kFrom);
        const std::string_view gap = between(i);
        if (from == 0 || gap.size() > kReachBytes || folded(gap) != "for") return std::nullopt;
        const int days = days_of_stretch(timexes_[i + 1].value);
        const auto first = temporal::moment_of(*timexes_[i].edtf);
        if (days < 2 || !first || first->grain != Unit::Day) return std::nullopt;
        const auto last = temporal::edtf_of(temporal::moved(*first, Unit::Day, days - 1), temporal::Mod::None);
        if (!last) return std::nullopt;
        return made(i, i + 2, Edtf::interval(begin_of(*timexes_[i].edtf), last->first()), from, 0);
    }

    std::optional<DateRange> open_at(std::size_t i) const {
        const Edtf& edtf = *timexes_[i].edtf;
        const auto begin = begin_of(edtf);
        const auto end = end_of(edtf);
        const std::size_t later = length_of_opening(after(i), kOrLater);
        const std::size_t since = words_before(i, kSince);
        if ((since != 0 || later != 0) && begin) return made(i, i + 1, Edtf::interval(begin, std::nullopt), since, later);
        const std::size_t earlier = length_of_opening(after(i), kOrEarlier);
        // "through March", but "through the winter" lasts
        const std::size_t until = std::max(words_before(i, kUntil), length_of_ending(before(i), "through "));
        if ((until != 0 || earlier != 0) && end)
            return made(i, i + 1, Edtf::interval(std::nullopt, middle_of(i).value_or(*end)), until, earlier);
        if (const std::size_t early = words_before(i, kBefore); early != 0 && end && names_an_end(i)) {
            return made(i, i + 1, Edtf::interval(std::nullopt, end), early, length_of_running_out(after(i)));
        }
        const std::size_t from = words_before(i, kFrom);
        if (from == 0 || !begin) return std::nullopt;
        const std::size_t tail = length_of_onward(after(i));
        if (tail == 0) return std::nullopt;
        return made(i, i + 1, Edtf::interval(begin, std::nullopt), from, tail);
    }

    /// "no later than mid-2026", "by the middle of May": its middle, and not the end of it. nullopt for what is no middle.
    std::optional<Date> middle_of(std::size_t i) const {
        const std::string own = folded(text_.substr(bytes_[i].begin, std::min<std::size_t>(bytes_[i].end - bytes_[i].begin, 12)));
        const Edtf& edtf = *timexes_[i].edtf;
        if ((own.compare(0, 3, "mid") != 0 && own.compare(0, 7, "the mid") != 0) || !edtf.is_interval() || !edtf.first() || !edtf.last())
            return std::nullopt;
        const Date first = *edtf.first(), last = *edtf.last();
        if (first.year != last.year || first.precision != last.precision) return std::nullopt;
        Date middle = first;
        middle.month = static_cast<std::uint8_t>((first.month + last.month) / 2);
        if (first.month == last.month && first.day != 0) middle.day = static_cast<std::uint8_t>((first.day + last.day) / 2);
        else if (first.day != 0) return std::nullopt;
        return middle;
    }

    /// "before the end of May", "before the year is out": at its end at the latest; "before May" is no interval.
    bool names_an_end(std::size_t i) const {
        const std::string own = folded(text_.substr(bytes_[i].begin, std::min<std::size_t>(bytes_[i].end - bytes_[i].begin, 64)));
        const auto opens = [](const std::string& text, std::string_view words) { return text.compare(0, words.size(), words) == 0; };
        if (opens(own, "end of ") || opens(own, "the end of ") || own.find("-end") != own.npos ||
            (own.size() > 4 && own.compare(own.size() - 4, 4, " end") == 0))
            return true;
        return length_of_running_out(after(i)) != 0;
    }

    /// " is out" after a date, with its space.
    static std::size_t length_of_running_out(std::string_view text) {
        static constexpr std::array<std::string_view, 6> phrases{" is out", " is over", " is up", " was out", " was over", " ends"};
        for (std::string_view phrase : phrases) {
            const bool whole = text.size() == phrase.size() || (text.size() > phrase.size() && !is_letter(text[phrase.size()]));
            if (whole && text.substr(0, phrase.size()) == phrase) return phrase.size();
        }
        return 0;
    }

    /// " onwards" after a date, with its space.
    static std::size_t length_of_onward(std::string_view text) {
        std::size_t at = 0;
        while (at < text.size() && is_space(text[at])) ++at;
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        const std::string word = folded(text.substr(at, end - at));
        return at > 0 && kOnward.contains(word) ? end : 0;
    }

    std::string_view text_;
    std::span<const Timex> timexes_;
    std::vector<Bytes> bytes_;
};

}  // namespace

std::vector<DateRange> combine_ranges(std::string_view utf8_text, std::span<const Timex> timexes) {
    return RangeFinder(utf8_text, timexes).run();
}

}  // namespace dateline::extract
