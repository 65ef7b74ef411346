#include "extract/temporal_order.h"

#include "extract/temporal_moment.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace dateline::extract::temporal {

namespace {

constexpr int kMonths = 12, kDays = 31;
constexpr std::size_t kMostKept = 200;  ///< of each sort of date: more tell no more

/// Whether the date of tokens [first, end) stands on a line of few words: "Date: 01/09/2023", "Issued on 04/07/2022 |".
bool labels_line(const Tokens& t, std::uint32_t first, std::uint32_t end) {
    constexpr std::uint32_t before = 6, after = 3;
    std::uint32_t begin = first;
    while (first - begin < before && t[begin].gap != Gap::Line && t[begin - 1].kind != TokenKind::Break) --begin;
    if (t[begin].gap != Gap::Line && t[begin - 1].kind != TokenKind::Break) return false;
    for (std::uint32_t at = end; at <= end + after; ++at)
        if (t[at].kind == TokenKind::Break || t[at].gap == Gap::Line) return true;
    return false;
}

/// Whether the head of a text says that it comes from where the month is written first: "DENVER, Colo.", "Austin, Texas". Names of states,
/// as datelines have them.
bool is_of_month_first_country(std::string_view head) {
    static constexpr std::array<std::string_view, 51> kNames{
        "USA",      "Alabama",  "Ala",         "Alaska",    "Arizona",      "Ariz",        "Arkansas",  "California", "Calif",
        "Colorado", "Colo",     "Connecticut", "Conn",      "Delaware",     "Florida",     "Fla",       "Hawaii",     "Idaho",
        "Illinois", "Ill",      "Indiana",     "Iowa",      "Kansas",       "Kentucky",    "Louisiana", "Maryland",   "Massachusetts",
        "Mass",     "Michigan", "Mich",        "Minnesota", "Minn",         "Mississippi", "Missouri",  "Montana",    "Nebraska",
        "Nevada",   "Ohio",     "Oklahoma",    "Oregon",    "Pennsylvania", "Tennessee",   "Tenn",      "Texas",      "Utah",
        "Vermont",  "Virginia", "Wisconsin",   "Wyoming",   "WASHINGTON",   "Manila"};
    for (std::string_view name : kNames) {
        for (std::size_t at = head.find(name); at != head.npos; at = head.find(name, at + 1)) {
            const auto is_letter = [&](std::size_t i) { return i < head.size() && ((head[i] | 0x20) >= 'a') && ((head[i] | 0x20) <= 'z'); };
            if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + name.size())) return true;
        }
    }
    return head.find("U.S.") != head.npos || head.find("United States") != head.npos;
}

/// Whether the day was in the fortnight up to `now`, a day of `year`.
bool is_lately(std::int32_t now, int year, int month, int day) {
    constexpr std::int32_t lately = 14;
    for (int of : {year, year - 1})
        if (day_exists(of, month, day) && now >= days_of(of, month, day) && now - days_of(of, month, day) <= lately) return true;
    return false;
}

}  // namespace

void NumericOrder::see(const Tokens& t, std::uint32_t i) {
    if (t.is_number(i)) see_numeric(t, i);
    else if (t.is(i, kMonth)) see_month(t, i);
}

void NumericOrder::see_numeric(const Tokens& t, std::uint32_t i) {
    const bool dots = t.is_mark(i + 1, '.') && t.is_mark(i + 3, '.') && t.joined(i + 1) && t.joined(i + 2) && t.joined(i + 4);
    dotted_ +=
        dots && t.is_number(i + 2) && t[i].number <= kDays && t[i + 2].number <= kMonths && t.is_number(i + 4) && t[i + 4].digits == 4;
    const bool told = t.is(i - 1, Word::On) || t.is(i - 1, Word::From) || t.is(i - 1, Word::Until) || t.is(i - 1, Word::By) ||
                      t.is(i - 1, Word::Since) || t.is_mark(i - 1, '|') || t.is_dash(i - 1) ||
                      (t.is(i - 2, Word::As) && (t.is(i - 1, Word::At) || t.is(i - 1, Word::Of)));
    const bool slash = t.is_mark(i + 1, '/') && t.joined(i + 1) && t.joined(i + 2) && t.is_number(i + 2);
    const bool pair =
        told && slash && t[i].digits == 2 && !(t[i].number == 24 && t[i + 2].number == 7);  // "on 25/5", "| 13–14/08 |", not "24/7"
    first_over_12_ += pair && t[i].number > kMonths && t[i].number <= kDays && t[i + 2].number <= kMonths;
    const bool as_of = (t.is(i - 1, Word::Of) || t.is(i - 1, Word::At)) && t.is(i - 2, Word::As);
    const bool open_pair = (told || as_of) && t.is_mark(i + 1, '/') && t.joined(i + 1) && t.joined(i + 2) && t.is_number(i + 2) &&
                           !t.is_mark(i + 3, '/') && t[i].digits <= 2 && t[i + 2].digits <= 2;
    if (open_pair && t[i].number <= kMonths && t[i + 2].number <= kMonths && t[i].number != t[i + 2].number && t[i].number >= 1 &&
        t[i + 2].number >= 1 && open_.size() < kMostKept)
        open_.push_back({t[i].number, t[i + 2].number, 0, 0, false});
    const bool slashes = t.is_mark(i + 1, '/') && t.is_mark(i + 3, '/') && t.joined(i + 1) && t.joined(i + 2) && t.joined(i + 4);
    if (!slashes || !t.is_number(i + 2) || !t.is_number(i + 4) || t[i + 4].digits < 2) return;
    const int first = t[i].number, second = t[i + 2].number;
    first_over_12_ += first > kMonths && first <= kDays;
    second_over_12_ += second > kMonths && second <= kDays;
    const bool open = first >= 1 && first <= kMonths && second >= 1 && second <= kMonths && first != second && t[i + 4].digits == 4;
    if (!open || open_.size() == kMostKept) return;
    const std::uint32_t before = t.is_mark(i - 1, ',') ? i - 2 : i - 1;
    open_.push_back({first, second, t[i + 4].number, t.is(before, kWeekday) ? t[before].info->value : 0, labels_line(t, i, i + 5)});
}

void NumericOrder::see_month(const Tokens& t, std::uint32_t i) {
    const auto day_at = [&](std::uint32_t at) {
        return t.is_number(at) && t[at].digits <= 2 && t[at].number >= 1 && t[at].number <= kDays ? t[at].number : 0;
    };
    if (!t[i].capital) return;
    const std::uint32_t after = t.is_mark(i + 1, '.') && t.joined(i + 1) ? i + 2 : i + 1;
    const int before = t[i].gap == Gap::Line ? 0 : day_at(i - 1), behind = before == 0 ? day_at(after) : 0;
    if (before == 0 && behind == 0) return;
    ++(before != 0 ? day_month_ : month_day_);
    std::uint32_t year = before != 0 ? after : after + 1;
    if (t.is_mark(year, ',')) ++year;
    if (spelled_.size() < kMostKept)
        spelled_.push_back({t[i].info->value, before + behind, t.is_number(year) && t[year].digits == 4 ? t[year].number : 0});
}

/// Whether the text tells in words of a day that news of this one would: "Aug 31" in a text of 1 September.
bool NumericOrder::is_told_near(int year, int month, int day) const {
    constexpr std::int32_t back = 10, ahead = 3;
    if (!day_exists(year, month, day)) return false;
    const std::int32_t own = days_of(year, month, day);
    return std::any_of(spelled_.begin(), spelled_.end(), [&](const Spelled& s) {
        const auto near = [&](int of) {
            const std::int32_t ago = own - days_of(of, s.month, s.day);
            return ago <= back && ago >= -ahead;
        };
        return s.year != 0 ? near(s.year) : near(year) || near(year - 1);
    });
}

/// Above zero: the day is first.
int NumericOrder::vote(const std::optional<calendar::Edtf>& published) const {
    int votes = 0;
    constexpr std::int32_t beside = 3;
    const auto known = published ? moment_of(*published) : std::nullopt;
    for (const Numeric& n : open_) {
        const auto tell = [&](const auto& fits) { votes += fits(n.second, n.first) - fits(n.first, n.second); };
        if (n.year == 0) {  // "as of 10/09": lately
            if (known && known->grain == Unit::Day)
                tell([&](int month, int day) { return int{is_lately(known->days(), known->year, month, day)}; });
            continue;
        }
        if (n.weekday != 0)
            tell([&](int month, int day) {
                return int{day_exists(n.year, month, day) && weekday_of(days_of(n.year, month, day)) == n.weekday};
            });
        if (!n.labels) continue;
        if (known && known->grain == Unit::Day)
            tell([&](int month, int day) {
                return int{day_exists(n.year, month, day) && std::abs(days_of(n.year, month, day) - known->days()) <= beside};
            });
        tell([&](int month, int day) { return int{is_told_near(n.year, month, day)}; });
    }
    return votes;
}

NumericOrder::Order NumericOrder::settle(const std::optional<calendar::Edtf>& published, std::string_view head) const {
    if (const int sure = first_over_12_ + (dotted_ > 0) - second_over_12_; sure != 0) return {sure > 0};
    if (const int votes = vote(published); votes != 0) return {votes > 0};
    if (day_month_ > month_day_) return {true};  // who writes "23 April"
    const bool labelled = std::any_of(open_.begin(), open_.end(), [](const Numeric& n) { return n.labels; });
    return {labelled && !is_of_month_first_country(head), false};
}

}  // namespace dateline::extract::temporal
