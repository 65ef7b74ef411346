#include "extract/temporal_moment.h"
#include "extract/temporal_reader.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <cctype>

// The date that stands over a text: on its masthead, in its title, in its dateline.
namespace dateline::extract::temporal {

namespace {

using Kind = Expression::Kind;

constexpr std::size_t kHeadBytes = 1500;  ///< mastheads and datelines stand in it
constexpr std::size_t kLongestLine = 90;
constexpr std::size_t kDatelineReach = 60;

bool is_ascii_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

/// Bytes of the letter at `i`; 0 for what is none: "·", "–", "№" part words as a comma does.
std::size_t letter_at(std::string_view text, std::size_t i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) return is_ascii_letter(text[i]) ? 1 : 0;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC3 ? 2 : 0;
    const bool mark = lead == 0xE2 || length == 0;
    return mark || i + length > text.size() ? 0 : length;
}

/// Bytes of a mark that is no letter.
std::size_t mark_at(std::string_view text, std::size_t i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    return std::min(length, text.size() - i);
}

/// The words of a text, one after the other.
class Words {
  public:
    explicit Words(std::string_view text) : text_(text) {}
    /// Empty at the end.
    std::string_view next() {
        while (at_ < text_.size() && letter_at(text_, at_) == 0) at_ += mark_at(text_, at_);
        const std::size_t begin = at_;
        while (at_ < text_.size()) {
            const std::size_t letter = letter_at(text_, at_);
            if (letter == 0) break;
            at_ += letter;
        }
        return text_.substr(begin, at_ - begin);
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

int words_in(std::string_view text) {
    Words words(text);
    int count = 0;
    while (!words.next().empty()) ++count;
    return count;
}

bool has_letter(std::string_view text) { return !Words(text).next().empty(); }

struct Line {
    std::string_view before;  ///< of the date, on its line
    std::string_view after;
};

/// The line of a date, as far as a masthead's would reach.
Line line_around(std::string_view text, ByteSpan span) {
    constexpr std::size_t longest = 400;  // bytes
    std::size_t begin = span.begin;
    while (begin > 0 && text[begin - 1] != '\n' && span.begin - begin < longest) --begin;
    std::size_t end = span.end;
    while (end < text.size() && text[end] != '\n' && end - begin < longest) ++end;
    return {text.substr(begin, span.begin - begin), text.substr(span.end, end - span.end)};
}

/// Between the bars of a line: "Institute | Issue 10 | 3 May 2024", "Institute · 3 May 2024".
Line cell_of(const Line& line) {
    constexpr std::array<std::string_view, 3> kBars{"|", "\u00B7", "\u2022"};
    Line out = line;
    const auto may_be_bar = [](char c) { return c == '|' || static_cast<unsigned char>(c) >= 0x80; };
    const auto none_in = [&](std::string_view part) { return std::none_of(part.begin(), part.end(), may_be_bar); };
    if (none_in(line.before) && none_in(line.after)) return out;
    for (std::string_view bar : kBars) {
        if (const std::size_t at = out.before.rfind(bar); at != out.before.npos) out.before.remove_prefix(at + bar.size());
        out.after = out.after.substr(0, out.after.find(bar));
    }
    return out;
}

/// Where `part` stands last, found by the byte of it that texts have least.
std::size_t last_of(std::string_view text, std::string_view part, std::size_t rarest) {
    for (std::size_t at = text.rfind(part[rarest]); at != text.npos && at >= rarest; at = text.rfind(part[rarest], at - 1)) {
        if (text.substr(at - rarest).starts_with(part)) return at - rarest;
        if (at == 0) break;
    }
    return text.npos;
}

/// What stands behind the last full stop or dash: "Data as of 10 May. Issued 12 May 2024".
std::string_view last_part(std::string_view before) {
    struct Part {
        std::string_view text;
        std::size_t rarest = 0;
    };
    constexpr std::array<Part, 4> kParts{{{". ", 0}, {"; ", 0}, {" \u2013 ", 1}, {" \u2014 ", 1}}};
    for (const Part& part : kParts)
        if (const std::size_t at = last_of(before, part.text, part.rarest); at != before.npos) before.remove_prefix(at + part.text.size());
    return before;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& phrases) {
    const std::string folded = lower(text);
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

/// "Published:", "Issue 5,", "Bulletin No. 12 –": words that put a date on a document.
bool says_published(std::string_view before) {
    static constexpr std::array<std::string_view, 21> kWords{
        "as of",    "week ending", "as at", "published", "updated", "posted", "issued", "dated",     "date",    "released", "release",
        "bulletin", "newsletter",  "issue", "edition",   "digest",  "no.",    "vol",    "clippings", "roundup", "round-up"};
    return holds_any(before, kWords);
}

/// "weekly chronology", "Daily Review"
bool names_a_periodical(std::string_view before) {
    static constexpr std::array<std::string_view, 12> kWords{"weekly", "monthly",  "daily",      "quarterly", "chronology", "review",
                                                             "digest", "bulletin", "newsletter", "briefing",  "report",     "monitor"};
    return holds_any(before, kWords);
}

/// "Next issue: 5 May 2024"
bool is_to_come(std::string_view before) {
    static constexpr std::array<std::string_view, 4> kWords{"next ", "forthcoming", "upcoming", "deadline"};
    return holds_any(before, kWords);
}

/// "Issued on 3 May 2024, the decree bans …": a clause, and no label.
bool opens_clause(std::string_view after) { return after.size() > 2 && after.starts_with(", ") && after[2] >= 'a' && after[2] <= 'z'; }

bool is_markup(char c) { return c == ' ' || c == '\r' || c == '*' || c == '_' || c == '#' || c == ')'; }

/// Whether the date ends its sentence, its line or its cell, but for an hour: "5 December 2025, 12:00 local time. Covers …"
bool ends_its_part(std::string_view after) {
    static constexpr WordSet kClock{"local", "time", "hrs", "hours", "h", "gmt", "utc", "cet", "noon", "midnight"};
    after = after.substr(0, after.find_first_of(".|;\n"));
    Words words(after);
    constexpr std::size_t zone = 4;  // "EET"
    const auto shouted = [](std::string_view word) {
        return word.size() <= zone && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    };
    for (std::string_view word = words.next(); !word.empty(); word = words.next())
        if (!shouted(word) && !kClock.contains(lower(word))) return false;
    return true;
}

/// "**Date of issue:** 10 October 2023", "Issued on 10 October 2023", "Originally published 10 October 2023": only such words from the line's or the cell's beginning to the
/// date, whatever follows it. "Issued in Kampala on Monday, 10 October 2023": a place between, where nothing follows.
bool is_labelled(std::string_view before, std::string_view after) {
    static constexpr std::array<std::string_view, 14> kLabels{"date",     "issued",  "published", "publication", "posted",
                                                              "released", "updated", "dated",     "created",     "submitted",
                                                              "issue",    "release", "update",    "report"};
    static constexpr std::array<std::string_view, 9> kLinks{"of", "on", "the", "this", "last", "first", "originally", "time", "and"};
    constexpr int most_of_place = 4;
    bool label = false;
    int in_place = 0;
    Words words(before);
    for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
        const std::string folded = lower(word);
        const auto is = [&](std::string_view other) { return folded == other; };
        const bool named = std::any_of(kLabels.begin(), kLabels.end(), is);
        const bool opens_place = label && in_place == 0 && (folded == "in" || folded == "at");
        const bool of_place = in_place > 0 && in_place <= most_of_place && !(word.front() >= 'a' && word.front() <= 'z');
        if (opens_place || of_place) {
            ++in_place;
            continue;
        }
        if (!named && std::none_of(kLinks.begin(), kLinks.end(), is)) return false;
        label = label || (named && folded != "issue" && folded != "release" && folded != "update" && folded != "report");
    }
    if (in_place > 0 && !ends_its_part(after)) return false;
    return label && std::none_of(before.begin(), before.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "**As of 18:00, 5 December 2025. Covers 2–5 December.**", "Information as of 5 December 2025, 12:00 local time": the line's first words, and nothing of
/// a clause behind the date. "Data cut-off: 5 December 2025": of a cell.
bool is_state_of_day(std::string_view before, std::string_view after) {
    static constexpr WordSet kMatter{"information", "data",      "situation", "status",  "figures", "content", "contents", "text",
                                     "report",      "editorial", "news",      "correct", "current", "valid",   "accurate", "date",
                                     "time",        "the",       "all",       "of",      "for",     "closing", "is",       "are"};
    constexpr int most_words = 6;
    std::string last, second_last;
    int words_read = 0;
    Words words(before);
    for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
        std::string folded = lower(word);
        const bool marks = folded == "as" || folded == "at" || folded == "cut" || folded == "off" || folded == "cutoff";
        if (++words_read > most_words || (!marks && !kMatter.contains(folded))) return false;
        if (folded == "date" || folded == "time") continue;  // "cut-off date"
        second_last = std::exchange(last, std::move(folded));
    }
    const bool state = second_last == "as" && (last == "of" || last == "at");
    const bool closing = last == "closing" && words_read == 2;  // "Closing time: "
    return (state || closing || last == "cutoff" || (second_last == "cut" && last == "off")) && ends_its_part(after);
}

/// "Period covered: 1–31 May 2024", "Reporting period", "Covering": what a text tells of.
bool is_period(std::string_view before) {
    static constexpr WordSet kPeriod{"period", "covered", "covering", "covers", "coverage", "reporting",
                                     "under",  "review",  "of",       "the",    "report",   "in"};
    bool period = false;
    int count = 0;
    Words words(before);
    for (std::string_view word = words.next(); !word.empty(); word = words.next(), ++count) {
        const std::string folded = lower(word);
        if (!kPeriod.contains(folded)) return false;
        period = period || folded == "period" || folded.starts_with("cover");
    }
    return period && count > 0;
}

bool ends_a_sentence(std::string_view after) {
    while (!after.empty() && (after.back() == ' ' || after.back() == '\r')) after.remove_suffix(1);
    return !after.empty() && after.back() == '.';
}

/// A row of a table: "| 7 February 2024 | Election |".
bool is_row(const Line& line) { return line.before.starts_with('|'); }

/// A line that is a date and a few words beside.
bool is_masthead(const Line& line) {
    if (is_to_come(line.before)) return false;
    const Line cell = cell_of(line);
    const bool in_cell = cell.before.size() < line.before.size() && !is_row(line) && !ends_a_sentence(line.after);
    if (in_cell && words_in(cell.before) + words_in(cell.after) <= 1) return true;
    if (line.before.size() + line.after.size() > kLongestLine || ends_a_sentence(line.after)) return false;
    const int words = words_in(line.before) + words_in(line.after);
    return words <= 3 || (words <= 9 && says_published(line.before));
}

/// Whether nothing but headings stands in `above`: short lines, and no sentence.
bool holds_headings(std::string_view above) {
    constexpr int most_words = 18, most_lines = 3;
    int lines = 0;
    while (!above.empty()) {
        const std::size_t end = std::min(above.find('\n'), above.size());
        const std::string_view line = above.substr(0, end);
        above.remove_prefix(std::min(end + 1, above.size()));
        if (!has_letter(line)) continue;
        if (++lines > most_lines || words_in(line) > most_words || ends_a_sentence(line)) return false;
    }
    return true;
}

/// "Institute for Peace Studies", "Working Paper": who wrote it, or what sort of text it is
bool names_an_author(std::string_view before) {
    static constexpr std::array<std::string_view, 19> kWords{
        "institute",    "centre",        "center",     "university", "foundation",   "studies",    "paper",
        "policy brief", "memorandum",    "department", "transcript", "statement by", "minutes of", "conclusions of",
        "remarks by",   "press release", "readout",    "communiqu",  "council of"};
    return holds_any(before, kWords);
}

/// "(manuscript completed 12 December 2024)", "Compiled on 12 December 2024", in one of the lines at a text's head; not "Border closed
/// 12 December 2024".
bool is_completed(std::string_view above, const Line& line) {
    static constexpr std::array<std::string_view, 5> kDone{"completed", "compiled", "closed", "finished", "finalised"};
    static constexpr std::array<std::string_view, 7> kWritten{"manuscript", "text", "paper", "report", "research", "data", "editing"};
    constexpr int most_words = 5;
    std::string_view part = last_part(line.before);
    const std::size_t open = part.rfind('(');
    const bool bracketed = open != part.npos && line.after.starts_with(')');
    if (bracketed) part.remove_prefix(open + 1);
    if (ends_a_sentence(line.after) || opens_clause(line.after) || words_in(part) > most_words) return false;
    Words words(part);
    std::string last;
    bool written = bracketed, first = true;
    for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
        const std::string folded = lower(word);
        const auto is = [&](std::string_view other) { return folded == other; };
        written = written || std::any_of(kWritten.begin(), kWritten.end(), is) || (first && std::any_of(kDone.begin(), kDone.end(), is));
        first = false;
        if (folded != "on" && folded != "in") last = folded;
    }
    return written && std::find(kDone.begin(), kDone.end(), last) != kDone.end() && holds_headings(above);
}

/// "By our staff, Beira, 18 January 2023", "*By Ann Roe in Kigali, May 2024*": who wrote it, and where and when, on a line of its own.
bool is_byline(const Line& line) {
    static constexpr WordSet kWriters{"our", "staff", "a", "the", "special"};
    constexpr int most_words = 10;
    if (!std::all_of(line.after.begin(), line.after.end(), [](char c) { return is_markup(c) || c == '.'; })) return false;
    const int count = words_in(line.before);
    Words words(line.before);
    const std::string_view by = words.next(), who = words.next();
    if (by != "By" && by != "BY" && by != "From") return false;
    const bool writer = !who.empty() && (who.front() < 'a' || who.front() > 'z' || (by != "From" && kWriters.contains(who)));
    const std::size_t comma = line.before.find_last_not_of(" *_");
    return writer && count >= 3 && count <= most_words && comma != line.before.npos && line.before[comma] == ',';
}

bool names_a_publication(const Line& line) { return names_a_periodical(line.before) || names_an_author(line.before); }

/// "Campaign Notes, March 14, 2024", "**Risk Weekly** — week ending 24 March 2023" at the head of a text: a title in capitals,
/// a mark, a date, and nothing after it. Below a heading it names a periodical or a week: "*Observatory, weekly chronology, 16–22 May 2024*".
/// What names who wrote it, or what sort of text it is, may be long: "Transcript of the weekly briefing by the … spokesperson (4 April 2025)".
bool is_dated_title(std::string_view text, std::size_t date, const Line& line, bool of_range) {
    constexpr int kMostWords = 9, kMostOfPublication = 26;
    if (!std::all_of(line.after.begin(), line.after.end(), is_markup) || is_to_come(line.before)) return false;
    const std::string_view above = text.substr(0, date - line.before.size());
    const bool opens = !has_letter(above);
    const bool publication = names_a_publication(line);
    if (!opens && (!(publication || of_range) || !holds_headings(above))) return false;
    std::string_view title = line.before;
    for (std::string_view lead : {"", "ending", "week", "the"}) {  // "week ending" before the date
        if (!title.ends_with(lead)) continue;
        title.remove_suffix(lead.size());
        while (!title.empty() && is_markup(title.back())) title.remove_suffix(1);
    }
    const bool parted = title.ends_with(',') || title.ends_with('-') || title.ends_with(':') || title.ends_with('|') ||
                        title.ends_with('(') || title.ends_with("\u2013") || title.ends_with("\u2014") || title.ends_with("\u00B7") ||
                        title.ends_with("\u2022");
    int capital = 0, words = 0;
    Words read(title);
    for (std::string_view word = read.next(); !word.empty(); word = read.next()) {
        const bool genitive = word == "s";  // "Today's"
        words += !genitive;
        capital += !genitive && !(word.front() >= 'a' && word.front() <= 'z');
    }
    return parted && words > 0 && words <= (publication ? kMostOfPublication : kMostWords) && (capital * 10 >= words * 6 || publication);
}

/// "BAKU, April 23 (Agency) —", "London, 3 May 2023:", "Tunis, May 14, 2024 (TAP) The army".
bool is_dateline(const Line& line) {
    if (line.before.size() > kDatelineReach || words_in(line.before) == 0 || words_in(line.before) > 6) return false;
    const auto first = std::find_if(line.before.begin(), line.before.end(),
                                    [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
    if (*first >= 'a' && *first <= 'z') return false;
    const std::string opening = lower(Words(line.before).next());
    if (opening == "in" || opening == "on" || opening == "at") return false;  // "In Goma, Nov 15 – a Friday –"
    std::string_view before = line.before;
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    if (before.empty() || before.back() != ',') return false;
    std::string_view after = line.after.substr(0, 40);
    if (after.starts_with(". /")) after.remove_prefix(1);  // "MOSCOW, August 16. /TASS/."
    while (!after.empty() && after.front() == ' ') after.remove_prefix(1);
    if (after.substr(0, 1) == "(" || after.substr(0, 1) == "/") {
        const std::size_t close = after.find_first_of(")/", 1);
        if (close == std::string_view::npos) return false;
        const bool initials = close > 2 && std::all_of(after.begin() + 1, after.begin() + static_cast<std::ptrdiff_t>(close),
                                                       [](char c) { return c >= 'A' && c <= 'Z'; });
        after.remove_prefix(close + 1);
        if (initials && after.starts_with(". ")) after.remove_prefix(1);
        while (!after.empty() && after.front() == ' ') after.remove_prefix(1);
        if (initials && !after.empty() && after.front() >= 'A' && after.front() <= 'Z') return true;
    }
    return after.substr(0, 1) == "-" || after.substr(0, 1) == ":" || after.substr(0, 3) == "\u2013" || after.substr(0, 3) == "\u2014" ||
           after.substr(0, 1) == "_";
}

/// "LA PAZ (Agency / Wire - 28th July, 2020) The tribunal said": the place in capitals or before a comma, and the day within its brackets.
bool is_bracketed_dateline(const Line& line) {
    constexpr int most_words = 5;
    const std::size_t open = line.before.rfind('(');
    if (open == line.before.npos || open == 0 || line.before.size() > 2 * kDatelineReach || !line.after.starts_with(')')) return false;
    const std::string_view place = line.before.substr(0, open);
    std::string_view agency = line.before.substr(open + 1);
    while (!agency.empty() && agency.back() == ' ') agency.remove_suffix(1);
    const bool parted = agency.ends_with('-') || agency.ends_with(',') || agency.ends_with('/') || agency.ends_with("\u2013") ||
                        agency.ends_with("\u2014") || agency.empty();
    const bool figures = std::any_of(place.begin(), place.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool lower = std::any_of(place.begin(), place.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool set_off = place.find_last_not_of(' ') != place.npos && place[place.find_last_not_of(' ')] == ',';
    const bool capitals = !figures && (!lower || (set_off && place.front() >= 'A' && place.front() <= 'Z'));
    const int words = words_in(place);
    return parted && capitals && words >= 1 && words <= most_words;
}

/// "Source: Office of Shipping, Weekly Report, 14 January 2016.": the last line of a text, which its date ends.
bool is_closing_line(std::string_view text, const Line& line) {
    static constexpr WordSet kCredits{"source", "sources", "from", "published", "issued", "text"};
    constexpr int most_words = 14;
    const std::string_view rest = text.substr(static_cast<std::size_t>(line.after.data() - text.data()));
    if (has_letter(rest) || std::any_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    const std::string first = lower(Words(line.before).next());
    return kCredits.contains(first) && line.before.find(". ") == line.before.npos && words_in(line.before) <= most_words;
}

/// Where a date stands that the document bears; null for one that it does not.
const char* place_of(std::string_view text, std::size_t date, const Line& line, bool of_range, bool dated, bool whole_day) {
    if (dated && (is_masthead(line) || (!of_range && is_byline(line)))) return "masthead";
    if (dated && whole_day && !of_range && is_completed(text.substr(0, date - line.before.size()), line)) return "masthead";
    if (dated && is_dated_title(text, date, line, of_range)) return names_a_publication(line) ? "masthead" : "title";
    return whole_day && !of_range && (is_dateline(line) || is_bracketed_dateline(line)) ? "dateline" : nullptr;
}

enum class Standing : std::uint8_t { None, Labelled, State, Period };

/// What the words before a day on its line, or in its cell, say that the day is of the document.
Standing standing_of(const Line& line, bool of_range) {
    const Line cell = cell_of(line);
    const std::string_view part = last_part(cell.before);
    if (of_range) return is_period(part) && ends_its_part(cell.after) ? Standing::Period : Standing::None;
    if (is_labelled(part, cell.after) && !opens_clause(line.after)) return Standing::Labelled;
    return is_state_of_day(part, cell.after) ? Standing::State : Standing::None;
}

/// "04/07/2022" read the other way round, where nothing tells which is the day.
std::optional<calendar::Edtf> other_order(const Expression& e, const Moment& moment) {
    if (!e.open_order || !day_exists(moment.year, moment.day, moment.month)) return std::nullopt;
    return edtf_of(day_moment(moment.year, moment.day, moment.month), Mod::None);
}

/// The day that the last line of a text credits it to, and that it tells of last: nullopt for none.
std::optional<OwnDate> closing_date(std::string_view text, std::span<const TimeMention> mentions, int year) {
    if (mentions.empty()) return std::nullopt;
    const TimeMention& last = mentions.back();
    const auto day = moment_of(last.expression, year);
    const Line line = line_around(text, last.bytes);
    if (!day || day->grain != Unit::Day || last.expression.year == kNoYear || last.around.after_to || !is_closing_line(text, line))
        return std::nullopt;
    for (const TimeMention& mention : mentions)
        if (const auto told = moment_of(mention.expression, kNoYear); told && told->grain == Unit::Day && told->days() > day->days())
            return std::nullopt;
    const ByteSpan whole{last.bytes.begin - static_cast<std::uint32_t>(line.before.size()),
                         last.bytes.end + static_cast<std::uint32_t>(line.after.size())};
    return OwnDate{*edtf_of(*day, Mod::None), "last line", whole, other_order(last.expression, *day)};
}

}  // namespace

std::optional<Moment> moment_of(const Expression& e, int year) {
    if (e.kind != Kind::Calendar || e.decade || e.century || e.month == 0) return std::nullopt;
    if (e.year != kNoYear) year = e.short_year ? 2000 + e.year : e.year;
    if (year == kNoYear) return std::nullopt;
    if (e.day == 0) return month_moment(year, e.month);
    if (!day_exists(year, e.month, e.day)) return std::nullopt;
    return day_moment(year, e.month, e.day);
}

/// A labelled day before any other; else the first day, unless the text says up to when it knows and the day is but the last of a stretch; else that of the last
/// line; else the first month. Of a week, its last day.
std::optional<OwnDate> own_date(std::string_view text, std::span<const TimeMention> mentions, int year) {
    std::optional<OwnDate> day, month, state;
    bool of_stretch = false;
    for (std::size_t i = 0; i < mentions.size() && mentions[i].bytes.begin < kHeadBytes; ++i) {
        Expression said = mentions[i].expression;
        if (i > 0 && mentions[i].around.after_to && said.month == 0 && said.day != 0)
            said.month = mentions[i - 1].expression.month;  // "May 13–|17, 2024"
        auto moment = moment_of(said, year);
        if (moment && moment->grain == Unit::Day && mentions[i].expression.unit == Unit::Week)
            moment = day_moment(moment->days() + 7 - weekday_of(moment->days()));  // "Week of 6 May 2024"
        // not "January 14, 1864-10 a. m."
        const bool ranged = i + 1 < mentions.size() && mentions[i + 1].around.after_to && mentions[i + 1].expression.kind == Kind::Calendar;
        if (!moment || ranged) continue;
        // "16–30 April 2023": the line begins where its first date does
        std::size_t first = i;
        while (first > 0 && mentions[first].around.after_to) --first;
        const Line line{line_around(text, mentions[first].bytes).before, line_around(text, mentions[i].bytes).after};
        const std::uint32_t at = mentions[first].bytes.begin;
        const bool dated = mentions[i].expression.year != kNoYear, whole_day = moment->grain == Unit::Day;
        const Standing standing = dated && whole_day ? standing_of(line, first != i) : Standing::None;
        const char* where = standing != Standing::None ? "masthead" : place_of(text, at, line, first != i, dated, whole_day);
        if (where == nullptr) continue;
        const ByteSpan whole{at - static_cast<std::uint32_t>(line.before.size()),
                             mentions[i].bytes.end + static_cast<std::uint32_t>(line.after.size())};
        OwnDate found{*edtf_of(*moment, Mod::None), where, std::string_view(where) == "dateline" ? ByteSpan{} : whole,
                      other_order(mentions[i].expression, *moment)};
        if (standing == Standing::Labelled) return found;
        std::optional<OwnDate>& best = standing == Standing::State ? state : whole_day ? day : month;
        if (best) continue;
        if (&best == &day) of_stretch = first != i;
        else if (&best == &state && !day) day = found, of_stretch = false;
        best = found;
    }
    if (day) return state && of_stretch ? state : day;
    const auto closing = closing_date(text, mentions, year);
    return closing ? closing : month;
}

bool announces_next(std::string_view text, ByteSpan date) {
    constexpr std::size_t reach = 60;
    const std::string_view before = last_part(cell_of(line_around(text, date)).before);
    return before.size() < reach && is_to_come(before);
}

}  // namespace dateline::extract::temporal
