#include "extract/temporal_moment.h"
#include "extract/temporal_reader.h"
#include "extract/temporal_resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

namespace dateline::extract::temporal {

namespace {

using calendar::Edtf;
using Kind = Expression::Kind;

constexpr std::size_t kHeadBytes = 1500;  ///< mastheads and datelines stand in it
constexpr std::size_t kLongestLine = 90;
constexpr std::size_t kDatelineReach = 60;

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80u) != 0;
}

struct Line {
    std::string_view before;  ///< of the date, on its line
    std::string_view after;
};

Line line_around(std::string_view text, ByteSpan span) {
    std::size_t begin = span.begin;
    while (begin > 0 && text[begin - 1] != '\n') --begin;
    std::size_t end = span.end;
    while (end < text.size() && text[end] != '\n' && end - begin < 400) ++end;
    return {text.substr(begin, span.begin - begin), text.substr(span.end, end - span.end)};
}

int words_in(std::string_view text) {
    int words = 0;
    bool in_word = false;
    for (char c : text) {
        const bool letter = is_letter(c);
        words += letter && !in_word;
        in_word = letter;
    }
    return words;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

/// "Published:", "Issue 5,", "Bulletin No. 12 –": words that put a date on a document.
bool says_published(std::string_view before) {
    constexpr std::array<std::string_view, 18> words{"as of", "week ending", "as at",
        "published", "updated",    "posted", "issued",  "dated",  "date", "released", "release",
        "bulletin",  "newsletter", "issue",  "edition", "digest", "no.",  "vol"};
    const std::string folded = lower(before);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

bool ends_a_sentence(std::string_view after) {
    while (!after.empty() && (after.back() == ' ' || after.back() == '\r')) after.remove_suffix(1);
    return !after.empty() && after.back() == '.';
}

/// A line that is a date and a few words beside.
bool is_masthead(const Line& line) {
    if (line.before.size() + line.after.size() > kLongestLine || ends_a_sentence(line.after)) return false;
    const int words = words_in(line.before) + words_in(line.after);
    return words <= 3 || (words <= 9 && says_published(line.before));
}

/// "Campaign Notes, March 14, 2024", "**Risk Weekly** — week ending 24 March 2023" at the head of a text: a title in capitals,
/// a mark, a date, and nothing after it.
bool is_dated_title(std::string_view text, std::size_t date, const Line& line) {
    constexpr int kMostWords = 9;
    const auto is_markup = [](char c) { return c == ' ' || c == '\r' || c == '*' || c == '_' || c == '#' || c == ')'; };
    if (!std::all_of(line.after.begin(), line.after.end(), is_markup)) return false;
    const std::string_view above = text.substr(0, date - line.before.size());
    if (std::any_of(above.begin(), above.end(), is_letter)) return false;
    std::string_view title = line.before;
    for (std::string_view lead : {"", "ending", "week", "the"}) {  // "week ending" before the date
        if (!title.ends_with(lead)) continue;
        title.remove_suffix(lead.size());
        while (!title.empty() && is_markup(title.back())) title.remove_suffix(1);
    }
    const bool parted = title.ends_with(',') || title.ends_with('-') || title.ends_with(':') || title.ends_with('|') || title.ends_with('(') ||
                        title.ends_with("\u2013") || title.ends_with("\u2014") || title.ends_with("\u00B7");
    int capital = 0;
    for (std::size_t i = 0; i < title.size(); ++i) {
        const bool starts = is_letter(title[i]) && (i == 0 || (!is_letter(title[i - 1]) && title[i - 1] != '\''));
        capital += starts && !(title[i] >= 'a' && title[i] <= 'z');
    }
    const int words = words_in(title);
    return parted && words > 0 && words <= kMostWords && capital * 10 >= words * 6;
}

/// "BAKU, April 23 (Agency) —", "London, 3 May 2023:".
bool is_dateline(const Line& line) {
    if (line.before.size() > kDatelineReach || words_in(line.before) == 0 || words_in(line.before) > 6)
        return false;
    const auto first = std::find_if(line.before.begin(), line.before.end(), is_letter);
    if (*first >= 'a' && *first <= 'z') return false;
    std::string_view before = line.before;
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    if (before.empty() || before.back() != ',') return false;
    std::string_view after = line.after.substr(0, 40);
    while (!after.empty() && after.front() == ' ') after.remove_prefix(1);
    if (after.substr(0, 1) == "(" || after.substr(0, 1) == "/") {
        const std::size_t close = after.find_first_of(")/", 1);
        if (close == std::string_view::npos) return false;
        after.remove_prefix(close + 1);
        while (!after.empty() && after.front() == ' ') after.remove_prefix(1);
    }
    return after.substr(0, 1) == "-" || after.substr(0, 1) == ":" || after.substr(0, 3) == "\u2013" ||
           after.substr(0, 3) == "\u2014" || after.substr(0, 1) == "_";
}

/// A calendar day or month, its year completed; nullopt for what is neither.
std::optional<Moment> moment_of(const Expression& e, int year) {
    if (e.kind != Kind::Calendar || e.decade || e.century || e.month == 0) return std::nullopt;
    if (e.year != kNoYear) year = e.short_year ? 2000 + e.year : e.year;
    if (year == kNoYear) return std::nullopt;
    if (e.day == 0) return month_moment(year, e.month);
    if (!day_exists(year, e.month, e.day)) return std::nullopt;
    return day_moment(year, e.month, e.day);
}

std::string words_of(const Moment& moment) {
    const auto edtf = edtf_of(moment, Mod::None);
    return edtf ? calendar::describe(*edtf) : std::string{};
}

/// The latest of the days and months that the text tells as past.
struct Told {
    std::optional<Moment> latest_dated;  ///< with its year
    std::optional<Moment> latest;        ///< with or without
    std::optional<int> latest_year;      ///< of the years alone
};

bool later(const Moment& a, const std::optional<Moment>& b) {
    return !b || a.days() > b->days();
}

/// The year in which an undated day is nearest to a dated one; its weekday, where told, decides.
int year_beside(const Expression& e, const Moment& dated) {
    int best = dated.year;
    std::int32_t least = INT32_MAX;
    for (int year = dated.year - 1; year <= dated.year + 1; ++year) {
        const auto moment = moment_of(e, year);
        if (!moment) continue;
        const bool wrong_weekday = e.weekday != 0 && e.day != 0 && weekday_of(moment->days()) != e.weekday;
        const std::int32_t distance = std::abs(moment->days() - dated.days()) + (wrong_weekday ? 100000 : 0);
        if (distance < least) {
            least = distance;
            best = year;
        }
    }
    return best;
}

Told told_by(std::span<const TimeMention> mentions) {
    Told out;
    for (const TimeMention& mention : mentions) {
        const Expression& e = mention.expression;
        if (mention.around.tense == Tense::Future || e.kind != Kind::Calendar || e.year == kNoYear ||
            e.short_year)
            continue;
        if (const auto moment = moment_of(e, kNoYear)) {
            const bool finer =
                moment->grain == Unit::Day && out.latest_dated && out.latest_dated->grain != Unit::Day;
            const bool coarser =
                moment->grain != Unit::Day && out.latest_dated && out.latest_dated->grain == Unit::Day;
            if (later(*moment, out.latest_dated) && (!coarser || moment->year > out.latest_dated->year))
                out.latest_dated = moment;
            else if (finer && moment->year == out.latest_dated->year)
                out.latest_dated = moment;
        } else if (!e.decade && !e.century && e.month == 0) {
            out.latest_year = std::max(out.latest_year.value_or(e.year), e.year);
        }
    }
    out.latest = out.latest_dated;
    if (!out.latest_dated) return out;
    for (const TimeMention& mention : mentions) {
        const Expression& e = mention.expression;
        if (mention.around.tense == Tense::Future || e.kind != Kind::Calendar || e.year != kNoYear ||
            e.day == 0)
            continue;
        const auto moment = moment_of(e, year_beside(e, *out.latest_dated));
        if (moment && later(*moment, out.latest)) out.latest = moment;
    }
    return out;
}

/// A bulletin that tells of the 28th came out then or early in the next month.
Edtf published_after(const Moment& day) {
    constexpr int late_in_month = 25;
    const Moment month = month_moment(day.year, day.month);
    const auto own = edtf_of(month, Mod::None);
    if (day.day < late_in_month) return *own;
    const auto next = edtf_of(month_moment(day.year, day.month + 1), Mod::None);
    return Edtf::interval(own->first(), next->first());
}

DocumentDate from_mentions(const Told& told) {
    if (!told.latest_dated) {
        if (!told.latest_year)
            return {std::nullopt, "the text dates nothing in full, and has neither masthead nor dateline"};
        return {edtf_of(year_moment(*told.latest_year), Mod::None),
                fmt::format("the latest year that the text speaks of as past is {}", *told.latest_year)};
    }
    if (told.latest->grain != Unit::Day) {
        return {
            edtf_of(*told.latest, Mod::None),
            fmt::format("the latest month that the text speaks of as past is {}", words_of(*told.latest))};
    }
    DocumentDate out{published_after(*told.latest),
                     fmt::format("the latest day that the text tells of is {}", words_of(*told.latest))};
    if (!(*told.latest == *told.latest_dated))
        out.reason += fmt::format(", its year as in {}", words_of(*told.latest_dated));
    return out;
}

/// Eight digits that are a day: 20230430.
std::optional<Moment> compact_day(std::string_view name) {
    for (std::size_t i = 0; i + 8 <= name.size(); ++i) {
        const auto digit = [&](std::size_t at) {
            return at < name.size() && name[at] >= '0' && name[at] <= '9';
        };
        bool eight = !digit(i + 8) && (i == 0 || !digit(i - 1));
        for (std::size_t n = 0; n < 8; ++n) eight = eight && digit(i + n);
        if (!eight) continue;
        const int number = std::atoi(std::string(name.substr(i, 8)).c_str());
        const int year = number / 10000;
        const int month = number / 100 % 100;
        const int day = number % 100;
        if (year >= 1900 && year <= 2100 && day_exists(year, month, day)) {
            return day_moment(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
        }
    }
    return std::nullopt;
}

/// "Highlights of april" for "highlights-of-april": months want their capital.
std::string with_words(std::string_view name, bool split_hyphens) {
    std::string out;
    for (char c : name) out += c == '_' || (split_hyphens && c == '-') ? ' ' : c;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const bool starts = i == 0 || !is_letter(out[i - 1]);
        if (starts && out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 32);
    }
    return out;
}

std::optional<Moment> date_in_name(std::string_view file_name) {
    const std::size_t slash = file_name.find_last_of("/\\");
    if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
    if (const std::size_t dot = file_name.rfind('.');
        dot != std::string_view::npos && file_name.size() - dot <= 6)
        file_name = file_name.substr(0, dot);
    if (const auto day = compact_day(file_name)) return day;
    std::optional<Moment> best;
    for (bool split_hyphens : {false, true}) {
        const std::string words = with_words(file_name, split_hyphens);
        for (const TimeMention& mention : read_expressions(words, {}).mentions) {
            const auto moment = moment_of(mention.expression, kNoYear);
            if (moment && (!best || (best->grain != Unit::Day && moment->grain == Unit::Day))) best = moment;
        }
    }
    return best;
}

}  // namespace

std::optional<OwnDate> own_date(std::string_view text, std::span<const TimeMention> mentions, int year) {
    std::optional<OwnDate> month;
    for (std::size_t i = 0; i < mentions.size() && mentions[i].bytes.begin < kHeadBytes; ++i) {
        const auto moment = moment_of(mentions[i].expression, year);
        if (!moment) continue;
        // "16–30 April 2023": the line begins where its first date does
        std::size_t first = i;
        while (first > 0 && mentions[first].around.after_to) --first;
        const Line line{line_around(text, mentions[first].bytes).before,
                        line_around(text, mentions[i].bytes).after};
        const bool ranged = i + 1 < mentions.size() && mentions[i + 1].around.after_to;
        const bool dated = mentions[i].expression.year != kNoYear;
        const bool masthead = dated && !ranged && is_masthead(line);
        const bool title = dated && !ranged && !masthead && is_dated_title(text, mentions[first].bytes.begin, line);
        if (!masthead && !title && !(moment->grain == Unit::Day && is_dateline(line))) continue;
        OwnDate found{*edtf_of(*moment, Mod::None), masthead ? "masthead" : title ? "title" : "dateline"};
        if (moment->grain == Unit::Day) return found;
        if (!month) month = found;
    }
    return month;
}

DocumentDate infer_document_date(std::string_view text, const Reading& reading, std::string_view file_name) {
    const auto named = date_in_name(file_name);
    const Told told = told_by(reading.mentions);
    const int year = named ? named->year : told.latest_dated ? told.latest_dated->year : kNoYear;
    const auto own = own_date(text, reading.mentions, year);
    // "The Battle of the Marne, 6 September 1914", of a text that goes on to 1918
    constexpr std::int32_t kAhead = 45;
    const auto day = own && std::string_view(own->where) == "title" ? own->date.first() : std::nullopt;
    const auto begins = [](const calendar::Date& d) { return (d.day == 0 ? month_moment(d.year, d.month) : day_moment(d.year, d.month, d.day)).days(); };
    const bool of_subject = day && told.latest_dated && told.latest_dated->days() > begins(*day) + kAhead;
    if (own && !of_subject) {
        return {own->date, fmt::format("the {} says {}", own->where, calendar::describe(own->date))};
    }
    if (named) return {edtf_of(*named, Mod::None), fmt::format("the file's name says {}", words_of(*named))};
    if (reading.narrative)
        return {std::nullopt, "the text is a history and does not say when it was written"};
    DocumentDate out = from_mentions(told);
    out.guessed = out.date.has_value();
    return out;
}

}  // namespace dateline::extract::temporal
