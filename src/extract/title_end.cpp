#include "extract/title_end.h"

#include "document/fold.h"
#include "extract/event_title.h"
#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/title_print.h"
#include "extract/verb_groups.h"
#include "extract/word_set.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

namespace dateline::extract {
namespace {

std::string capitalised(std::string text) {
    if (text.empty()) return text;
    const char c = text.front();
    if (static_cast<unsigned char>(c) < 0x80) {
        if (c >= 'a' && c <= 'z') text.front() = static_cast<char>(c - 'a' + 'A');
        return text;
    }
    std::size_t at = 0;
    const auto first = static_cast<UChar32>(document::next_code_point(text, at));
    std::string out;
    document::append_utf8(static_cast<char32_t>(u_toupper(first)), out);
    return out + text.substr(at);
}

/// "'Ocean Rose' ran aground", cut to "Ocean Rose' ran aground": a single quotation mark without its partner; an apostrophe stays.
void drop_loose_quote(std::string& text, std::string_view open, std::string_view close) {
    const auto letter = [&](std::size_t i) {
        const auto c = i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80u;
    };
    std::size_t opens = text.npos, closes = text.npos;
    for (std::size_t i = text.find(open); i != text.npos && opens == text.npos; i = text.find(open, i + 1))
        if ((i == 0 || text[i - 1] == ' ') && letter(i + open.size())) opens = i;
    for (std::size_t i = text.find(close); i != text.npos; i = text.find(close, i + 1)) {
        const std::size_t end = i + close.size();
        const bool ends_word = i > 0 && i != opens && letter(i - 1) && (end == text.size() || text[end] == ' ' || text[end] == ',');
        if (ends_word && (opens < i || text[i - 1] != 's')) closes = i;  // "the workers' strike"
    }
    if (opens != text.npos && (closes == text.npos || closes < opens)) text.erase(opens, open.size());
    else if (closes != text.npos && opens == text.npos) text.erase(closes, close.size());
}

std::string without_loose_ends(std::string text) {
    const auto loose = [](char c) { return c == ' ' || c == ',' || c == ';' || c == ':' || c == '-' || c == '.'; };
    while (!text.empty() && loose(text.back()) && !(text.back() == '.' && text.size() > 2 && text[text.size() - 3] == '.')) text.pop_back();
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const std::size_t n = text.size();
    if (n > 3 && letter(text[n - 1]) && text[n - 2] == '.' && letter(text[n - 3])) text += '.';  // "at 3 p.m."
    // A quotation mark without its partner.
    if (std::count(text.begin(), text.end(), '"') == 1) {
        text.erase(text.find('"'), 1);
        while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
    }
    constexpr std::pair<std::string_view, std::string_view> kQuotes[] = {{"“", "”"}, {"«", "»"}};
    for (const auto& [open, close] : kQuotes) {
        const bool opens = text.find(open) != text.npos, closes = text.find(close) != text.npos;
        if (opens && !closes) text.erase(text.find(open), open.size());
        if (closes && !opens) text.erase(text.find(close), close.size());
    }
    drop_loose_quote(text, "'", "'");
    drop_loose_quote(text, "‘", "’");
    if (const std::size_t open = text.rfind('('), close = text.find(')'); open != text.npos && text.find(')', open) == text.npos)
        text.erase(open);                                     // "Winter offensive (early 1951"
    else if (close != text.npos && text.find('(') > close) {  // "… Maximoff) The commune was founded"
        const bool opens = close + 2 < text.size() && text[close + 1] == ' ' && text[close + 2] >= 'A' && text[close + 2] <= 'Z';
        opens ? text.erase(0, close + 2) : text.erase(close, 1);
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.erase(0, 1);
    return text;
}

/// "a series | of attacks": says nothing without what it is of.
constexpr WordSet kMeasures{"series",   "number",    "lot",  "group",    "part", "parts",      "total", "couple", "pair",
                            "variety",  "range",     "kind", "sort",     "type", "majority",   "rest",  "amount", "set",
                            "string",   "column",    "wave", "lack",     "use",  "percentage", "share", "half",   "dozens",
                            "hundreds", "thousands", "tens", "millions", "one",  "two",        "some",  "most",   "all"};

class TitleEnd {
  public:
    TitleEnd(const SentenceFacts& facts, const Frame& frame, std::vector<TitlePiece> pieces)
        : f_(facts), frame_(frame), pieces_(std::move(pieces)) {}
    Headline finished();

  private:
    std::string_view word(std::uint32_t i) const { return f_.word(i); }
    std::string printed(std::size_t count) const { return print_.text.substr(0, print_.extents[count].bytes); }
    std::size_t length(std::size_t count) const { return print_.extents[count].characters; }
    bool is_half_preposition(std::size_t k) const;
    bool parts_title(std::uint32_t last, std::uint32_t next) const;
    bool begins_participle(std::uint32_t next) const;
    bool describes(std::uint32_t i) const;
    bool begins_gerund(std::uint32_t next) const;
    bool may_end_before(std::size_t k) const;
    bool hangs(std::size_t k) const;
    bool stands_as_noun(std::uint32_t i) const;
    bool ends_own_clause(std::uint32_t i) const;
    int value_of_cut(std::size_t k) const;
    std::size_t without_loose_length(std::size_t count) const;
    std::size_t without_lost_verb(std::size_t count) const;
    bool breaks_off(std::size_t k) const;
    bool dangles(std::uint32_t i) const;
    bool needs_more(std::size_t k) const;
    bool leaves_unsaid(std::size_t k) const;
    bool loses_head(std::size_t k) const;
    std::size_t best_cut(std::size_t most) const;

    const SentenceFacts& f_;
    const Frame& frame_;
    std::vector<TitlePiece> pieces_;
    Print print_;  ///< of the pieces that are left
};

/// "in retaliation | for", "in response | to": the noun makes a preposition with both.
bool TitleEnd::is_half_preposition(std::size_t k) const {
    static constexpr WordSet kLeads{"in", "on", "at", "under"};
    static constexpr WordSet kJoints{"for", "to", "with", "of", "against", "from"};
    if (k < 2 || !pieces_[k - 2].words.empty()) return false;
    const std::uint32_t last = pieces_[k - 1].token;
    return pieces_[k - 2].token + 1 == last && kLeads.contains(word(last - 1)) && f_.token(last).letter_case == Case::Lower &&
           kJoints.contains(word(pieces_[k].token));
}

/// "the Convention | on the Rights of the Child", "the Ministry | of Transport": a body or a text is named by both.
bool TitleEnd::parts_title(std::uint32_t last, std::uint32_t next) const {
    static constexpr WordSet kNamed{"convention", "treaty",     "agreement", "act",         "committee",  "council",      "ministry",
                                    "department", "office",     "bank",      "court",       "fund",       "organisation", "organization",
                                    "commission", "conference", "union",     "association", "federation", "university",   "institute",
                                    "agency",     "authority",  "minister",  "secretary",   "director",   "mission",      "declaration",
                                    "protocol",   "programme",  "charter"};
    static constexpr WordSet kJoints{"of", "on", "for", "against"};
    if (!f_.token(last).capitalised() || !kJoints.contains(word(next)) || !kNamed.contains(word(last))) return false;
    std::uint32_t i = next + 1;
    while (i < f_.sentence.end_token && f_.has(i, kArticle)) ++i;
    return i < f_.sentence.end_token && f_.token(i).capitalised() && !f_.has(i, kMonth);
}

/// "a warning | issued by the office": a noun, and what was done to it.
bool TitleEnd::begins_participle(std::uint32_t next) const {
    const bool noun = f_.token(next - 1).kind == TokenKind::Word && !f_.has(next - 1, kFunction) && !is_adverb(f_.text, next - 1) &&
                      f_.verb(next - 1).form != VerbForm::PastOrParticiple;
    const bool reported = f_.verb(next).base == "make";  // "rejected the claims | made by X" tells nothing yet
    return noun && !reported && std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
               return g.first == next && g.mode == VerbGroup::Mode::Participle && is_preposition(f_.text, g.end);
           });
}

/// "his critical", "a massive": told by its ending to stand before a noun.
bool TitleEnd::describes(std::uint32_t i) const {
    const std::string_view w = word(i);
    if (f_.token(i).letter_case != Case::Lower || f_.noun(i).known || f_.has(i, kPersonNoun | kTitle) || i == f_.sentence.first_token)
        return false;
    if (!f_.has(i - 1, kArticle) && !is_possessive_pronoun(word(i - 1))) return false;
    static constexpr WordSet kNouns{"intellectual", "radical",    "liberal",  "medical", "musical",
                                    "chemical",     "periodical", "official", "final",   "local"};
    if (w == "federal" || w == "regional" || w == "provincial") return true;
    if (kNouns.contains(w)) return false;
    if (f_.token(i).facts->adjective) return true;
    return w.ends_with("ical") || w.ends_with("ous") || w.ends_with("ful") || w.ends_with("ive") || w.ends_with("able") ||
           w.ends_with("ible") || w.ends_with("less");
}

bool TitleEnd::begins_gerund(std::uint32_t next) const {
    if (f_.verb(next).form != VerbForm::Gerund || noun_sense(word(next)).known) return false;
    constexpr std::uint32_t reach = 4;  // "resumed, with the papers | reporting a new march": of the phrase that "with" begins
    for (std::uint32_t i = next - 1; i > frame_.verb.end && next - i <= reach && f_.token(i).kind == TokenKind::Word; --i)
        if (word(i) == "with") return false;
    if (describes(next - 1) && (is_preposition(f_.text, next + 1) || f_.token(next + 1).kind == TokenKind::Mark))
        return false;  // "for her patient | drawing of maps"
    return std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first == next; });
}

/// Whether the title can stop before piece k: what is left does not end in the middle of a phrase.
bool TitleEnd::may_end_before(std::size_t k) const {
    if (k >= pieces_.size()) return true;
    if (!pieces_[k].words.empty() || !pieces_[k - 1].words.empty()) return false;
    const std::uint32_t next = pieces_[k].token, last = pieces_[k - 1].token;
    const Token& t = f_.token(last);
    if (t.kind == TokenKind::Word && t.letter_case != Case::Upper &&  // "sailed for the US | to buy grain"
        (f_.has(last, kFunction | kArticle | kConjunction | kModal | kBe | kHave | kTitle) || is_preposition(f_.text, last)))
        return false;
    if (t.possessive || is_adverb(f_.text, last) || t.is('(')) return false;
    if (t.kind == TokenKind::Word && describes(last) && last != frame_.head && (is_preposition(f_.text, next) || f_.token(next).is(',')))
        return false;  // "by the regional | on-call inspector", "on a large |, wealthy state"
    // "a mine planted | by X": a participle without what it needs.
    const bool participle = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
        return g.end == next && g.mode != VerbGroup::Mode::Finite && g.head != frame_.head && !f_.has(last - 1, kArticle);
    });
    if (participle) return false;
    static constexpr WordSet kParticles{"over", "out", "up", "off", "down", "back", "away"};
    if (last == frame_.head && kParticles.contains(word(next))) return false;  // "handed | over command"
    if (is_half_preposition(k)) return false;
    const Token& n = f_.token(next);
    if (n.hyphenated || n.is('%') || opens_amount(n) || cuts_a_name(f_, next) || parts_title(last, next)) return false;
    if (t.kind == TokenKind::Number &&
        (word(next) == "per" || word(next) == "percent" || word(next) == "million" || word(next) == "billion"))
        return false;  // "grew by 65 | per cent"
    // "landmine planted | by", "obligations arising | from"
    const VerbForm form = f_.verb(last).form;
    const bool hangs =
        form == VerbForm::PastOrParticiple || form == VerbForm::Participle || (word(last).ends_with("ing") && t.letter_case == Case::Lower);
    const bool noun = form == VerbForm::Gerund && stands_as_noun(last);  // "in bitter fighting | against X"
    if (hangs && !noun && last != frame_.head && !ends_own_clause(last) && is_preposition(f_.text, next)) return false;
    // "with the presidents of Kazakhstan |, Uzbekistan and Turkmenistan": one name of a list is not all
    if (n.is(',') && f_.token(last).capitalised() && next + 2 < f_.sentence.end_token && f_.token(next + 1).capitalised()) {
        std::uint32_t i = next + 1;
        while (i + 1 < f_.sentence.end_token && ((f_.token(i).kind == TokenKind::Word && f_.token(i).capitalised()) || f_.token(i).is(',')))
            ++i;
        if (f_.has(i, kConjunction) && i + 1 < f_.sentence.end_token && f_.token(i + 1).capitalised()) return false;
    }
    // "received Chinese | and Korean reports"
    if (f_.has(next, kConjunction)) {
        const auto of_state = [&](std::uint32_t i) {
            return std::any_of(f_.mentions.begin(), f_.mentions.end(),
                               [&](const Mention& m) { return m.adjective && (m.first_token == i || m.end_token == i + 1); });
        };
        if (of_state(last) && of_state(next + 1) && f_.token(last).letter_case != Case::Lower && !word(last).ends_with('s')) return false;
    }
    // "in the humanitarian |, cultural and other spheres"
    if (n.is(',') && next + 1 < f_.sentence.end_token && f_.token(next + 1).kind == TokenKind::Word &&
        f_.token(next + 1).letter_case == Case::Lower &&
        (word(next + 2) == "and" || (next + 2 < f_.sentence.end_token && f_.token(next + 2).is(','))))
        return false;
    return n.kind == TokenKind::Mark || is_preposition(f_.text, next) || f_.has(next, kConjunction) || word(next) == "that" ||
           word(next) == "which" || word(next) == "to" || word(next) == "who" || word(next) == "when" || word(next) == "whether" ||
           begins_participle(next) ||
           (is_adverb(f_.text, next) && (word(next) == "just" || word(next) == "only" || is_preposition(f_.text, next + 1)) &&
            f_.token(last).capitalised()) ||
           word(next) == "regarding" || word(next) == "concerning" ||
           begins_gerund(next);  // not "an emergency cabinet | meeting", "the preparatory | funding"
}

/// "that villages were still occupied |", "when the heads of the districts met |": a verb with what its clause needs before it.
bool TitleEnd::ends_own_clause(std::uint32_t i) const {
    const bool whole = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
        return g.head == i && g.mode == VerbGroup::Mode::Finite && g.end > g.first + 1;
    });
    return whole || std::any_of(f_.clauses.clauses.begin(), f_.clauses.clauses.end(), [&](const Clause& c) {
               return f_.clauses.verbs[c.verb].head == i && c.subject_begin < c.subject_end && c.subject_end <= i;
           });
}

/// "heavy flooding", "made an emergency landing": a word in "-ing" that no verb of the sentence is.
bool TitleEnd::stands_as_noun(std::uint32_t i) const {
    if (std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.head == i; })) return false;
    constexpr std::uint32_t longest = 3;
    bool phrase = f_.noun(i).known;
    for (std::uint32_t k = i, n = 0; !phrase && k-- > f_.sentence.first_token && n < longest && f_.token(k).kind == TokenKind::Word; ++n)
        phrase = f_.has(k, kArticle);
    return phrase;
}

/// "a landmine planted |", "the fatal |": the word is nothing without the next.
bool TitleEnd::hangs(std::size_t k) const {
    if (!pieces_[k].words.empty()) return false;
    const std::uint32_t i = pieces_[k].token;
    const VerbForm form = f_.verb(i).form;
    const bool participle =
        i != frame_.head && (form == VerbForm::PastOrParticiple || form == VerbForm::Participle || form == VerbForm::Gerund);
    if (ends_own_clause(i)) return false;
    if (form == VerbForm::Gerund && k > 0 && f_.has(i - 1, kArticle)) return false;  // "a warning |"
    if (form == VerbForm::Gerund && stands_as_noun(i)) return false;                 // "hit by heavy flooding |"
    return participle && f_.token(i).letter_case == Case::Lower;
}

/// "despite the imminent arrival | of the Persians", "a series | of attacks": nobody knows which, or of what; not "in the Lachin districts | of".
bool TitleEnd::needs_more(std::size_t k) const {
    std::size_t b = k;
    while (b > 0 && k - b < 5 && pieces_[b - 1].words.empty()) {
        const std::uint32_t i = pieces_[b - 1].token;
        if (word(i) == "the" || word(i) == "any") return true;
        const bool hyphened = f_.token(i + 1).hyphenated || f_.token(i).hyphenated;  // "the Biafra-held town"
        if (f_.has(i, kFunction | kArticle | kConjunction) || is_preposition(f_.text, i) || (f_.token(i).capitalised() && !hyphened) ||
            f_.token(i).kind != TokenKind::Word)
            break;
        --b;
    }
    const std::uint32_t last = pieces_[k - 1].token;
    return kMeasures.contains(word(last)) || is_adverb(f_.text, last) ||
           (f_.has(last, kDirection) && f_.token(last).letter_case == Case::Lower) || word(last) == "offshore" ||
           word(last) == "upstream" || word(last) == "downstream";
}

/// "urged the firms | to pay", "denied | having ordered it", "confirmed | that it had": what was asked or said.
bool TitleEnd::leaves_unsaid(std::size_t k) const {
    static constexpr WordSet kAsk{"order",  "request",  "ask",    "urge",     "allow",  "authorise", "authorize", "require",   "force",
                                  "compel", "instruct", "direct", "tell",     "permit", "enable",    "oblige",    "encourage", "persuade",
                                  "want",   "cause",    "advise", "convince", "forbid", "expect",    "call"};
    const std::uint32_t last = pieces_[k - 1].token, next = pieces_[k].token;
    const VerbGroup* governor = nullptr;
    for (const VerbGroup& g : f_.clauses.verbs)
        if (g.head <= last && g.end <= next) governor = &g;
    if (!governor || governor->head < frame_.verb.begin) return false;
    const bool infinitive = word(next) == "to" && std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                                              [&](const VerbGroup& g) { return g.first == next; });
    if (infinitive && governor->end == next && governor->mode == VerbGroup::Mode::Finite && !governor->copula)
        return true;  // "continued | to oppose it"
    if (infinitive && kAsk.contains(governor->sense.base)) return true;
    static constexpr WordSet kNameAs{"call",  "describe", "regard",  "label",        "brand",
                                     "treat", "depict",   "portray", "characterize", "characterise"};
    if (word(next) == "as" && !governor->passive && kNameAs.contains(governor->sense.base)) return true;  // "called the raid | as sabotage"
    if ((governor->sense.use & kSays) == 0 || governor->passive) return false;
    const auto object = [&](std::uint32_t i) {
        const bool dated = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
        return !dated && f_.token(i).kind == TokenKind::Word && !is_preposition(f_.text, i) && !is_adverb(f_.text, i);
    };
    for (std::uint32_t i = governor->end; i <= last; ++i)
        if (object(i)) return false;
    return true;
}

/// "Former minister Tin Oo | and others call for a truce": what stands behind the cut is what the frame tells.
bool TitleEnd::loses_head(std::size_t k) const {
    return std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(k), pieces_.end(),
                       [&](const TitlePiece& p) { return p.words.empty() && p.token == frame_.head; });
}

int TitleEnd::value_of_cut(std::size_t k) const {
    constexpr std::size_t least_told = 30;  // not "Parliament adjourned | after"
    int value = static_cast<int>(length(k));
    if (k >= pieces_.size()) return value + 100;
    const std::uint32_t next = pieces_[k].token;
    const std::string_view w = word(next);
    if (w == "of") value -= kMeasures.contains(word(pieces_[k - 1].token)) ? 45 : needs_more(k) ? 40 : 25;
    const std::uint32_t last = pieces_[k - 1].token;  // "when a second tram also went | off the rails"
    static constexpr WordSet kParticles{"off", "out", "up", "down", "away", "back", "over"};
    const bool on_its_way = last != frame_.head && kParticles.contains(w) &&
                            std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
                                return g.head == last && g.mode == VerbGroup::Mode::Finite && !g.passive;
                            });
    if (on_its_way) value -= 40;
    if (leaves_unsaid(k)) value -= 60;
    if (last == frame_.head && !frame_.passive && is_preposition(f_.text, next) && length(k) > least_told)
        value -= 20;  // "embarks | on a visit": a verb alone tells little
    if (loses_head(k)) value -= 100;
    const bool after_name =
        pieces_[k - 1].words.empty() && f_.token(pieces_[k - 1].token).capitalised();  // "will meet in Bucharest | to discuss"
    if (w == "that" || (w == "to" && !after_name)) value -= 15;
    if (w == "after" || w == "when" || w == "before" || w == "because" || w == "as" || w == "while")
        value += length(k) >= least_told ? 30 : 0;
    if (f_.has(next, kConjunction) && word(next + 1) != "to") {  // "to convene in Luxembourg | and to open"
        value -= 30;
        for (std::size_t b = k; b-- > 0 && k - b < 8;)
            if (pieces_[b].words.empty() && (word(pieces_[b].token) == "between" || word(pieces_[b].token) == "both")) value -= 40;
    }
    return value;
}

/// "had been removed, two days": what was after them went to another clause.
std::size_t TitleEnd::without_loose_length(std::size_t count) const {
    static constexpr WordSet kUnits{"day",   "days", "week",  "weeks",  "month",   "months", "year",
                                    "years", "hour", "hours", "minute", "minutes", "seconds"};
    const bool half = count > 5 && pieces_[count - 1].words.empty() && kUnits.contains(word(pieces_[count - 1].token)) &&
                      pieces_[count - 2].words.empty() && f_.token(pieces_[count - 2].token).kind == TokenKind::Number;
    const std::string_view next = half ? word(pieces_[count - 1].token + 1) : std::string_view{};
    if (next == "after" || next == "before" || next == "later") return count - 2;  // "exploded 73 seconds | after liftoff"
    if (count < 5 || !pieces_[count - 1].words.empty() || !kUnits.contains(word(pieces_[count - 1].token))) return count;
    constexpr std::size_t reach = 4;
    for (std::size_t k = count - 1; k > count - reach && k > 3; --k)
        if (pieces_[k].words.empty() && f_.token(pieces_[k].token).is(',')) return k;
    return count;
}

/// "put its operations into action but the Americans": a clause whose verb does not stand in the title goes.
std::size_t TitleEnd::without_lost_verb(std::size_t count) const {
    constexpr std::size_t least_told = 20;
    if (count < 3 || !pieces_[count - 1].words.empty()) return count;
    const std::uint32_t last = pieces_[count - 1].token;
    static constexpr WordSet kBeginClauses{"but", "while", "whereas", "although", "though", "because", "when"};
    constexpr std::size_t least_clause = 12;  // "Outage began"
    for (std::size_t k = count; k-- > 2 && pieces_[k].words.empty() && pieces_[k].token >= frame_.verb.end;) {
        const std::uint32_t from = pieces_[k].token;
        const bool subject = word(from) == "whereas" || f_.has(from + 1, kArticle) ||
                             f_.token(from + 1).capitalised() ||  // not "a short but desperate battle"
                             (word(from) == "when" && std::none_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                                                   [&](const VerbGroup& g) { return g.first == from + 1; }));
        if (!kBeginClauses.contains(word(from)) || !subject || length(k) < (word(from) == "when" ? least_clause : least_told)) continue;
        const bool told = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.first > from && g.head <= last &&
                   !(f_.token(g.first - 1).is(',') && g.mode == VerbGroup::Mode::Participle);  // ", described as the worst"
        });
        if (!told) return k;
    }
    for (const Clause& c : f_.clauses.clauses) {
        const std::uint32_t head = f_.clauses.verbs[c.verb].head;
        const bool opens = c.subject_begin < c.subject_end && c.subject_begin > frame_.verb.end && c.subject_begin <= last;
        // "when heavy snow, called by the papers a white wall, | closed the pass"
        const VerbGroup& told = f_.clauses.verbs[c.verb];
        const bool set_off = told.first > c.subject_begin && f_.token(told.first - 1).is(',') && told.first == told.head &&
                             (told.sense.form == VerbForm::PastOrParticiple || told.sense.form == VerbForm::Participle);
        if ((head <= last && !set_off) || head <= frame_.head || !opens || c.kind == Clause::Kind::Content || c.kind == Clause::Kind::Main)
            continue;
        const bool connected = c.connector != 0 && c.connector > frame_.verb.end && c.connector <= c.subject_begin;
        if (c.kind == Clause::Kind::Relative && !connected) continue;
        const std::uint32_t from = connected ? c.connector : c.subject_begin;
        std::size_t k = count;
        const bool whole = connected && set_off;
        while (k > (whole ? 2u : 3u) && pieces_[k - 1].words.empty() && pieces_[k - 1].token >= from) --k;
        if (k < count && pieces_[k].words.empty() && pieces_[k].token == from && length(k) >= (whole ? least_clause : least_told)) return k;
    }
    return count;
}

/// "for his critical | reporting", "launched a series | of strikes": the sentence goes on right behind piece k-1 with what its word is nothing without.
bool TitleEnd::breaks_off(std::size_t k) const {
    if (k == 0 || !pieces_[k - 1].words.empty()) return false;
    const std::uint32_t last = pieces_[k - 1].token, next = last + 1;
    if (next >= f_.sentence.end_token || f_.token(last).kind == TokenKind::Mark) return false;
    const Token& n = f_.token(next);
    if (n.hyphenated || n.is('%') || n.is('&') || opens_amount(n)) return true;
    const auto dated = [&](std::uint32_t i) {
        return std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
    };
    if (n.kind != TokenKind::Word || dated(next) || f_.token(last).kind != TokenKind::Word) return false;
    if (word(next) == "of") return kMeasures.contains(word(last)) && !dated(next + 1);
    const bool verb =
        std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= next && next < g.end; });
    // "extends its threat by demanding | they open the road"
    const bool doing = f_.verb(last).form == VerbForm::Gerund && !f_.noun(last).known && last > f_.sentence.first_token &&
                       is_preposition(f_.text, last - 1);
    if (f_.verb(last).form == VerbForm::Gerund && (f_.verb(last).use & kSays) != 0 && word(next) == "that")
        return true;  // "with the papers reporting | that"
    if (doing && (is_pronoun(word(next)) || word(next) == "that" || f_.has(next, kArticle))) return true;
    if (verb) return describes(last) && f_.verb(next).form == VerbForm::Gerund;  // "for his critical | reporting", read as a verb
    static constexpr WordSet kSelves{"itself", "themselves", "himself", "herself", "alone"};
    return !kSelves.contains(word(next)) && !f_.has(next, kFunction | kArticle | kConjunction | kModal | kBe | kHave) &&
           !is_preposition(f_.text, next) && !is_adverb(f_.text, next) && n.letter_case == Case::Lower;
}

/// The number of pieces before the best place to stop at, of fewer than all; `otherwise` where there is none.
std::size_t TitleEnd::best_cut(std::size_t otherwise) const {
    constexpr std::size_t least = 20;
    std::size_t best = otherwise;
    int value = 0;
    bool found = false;
    for (std::size_t k = 2; k < pieces_.size(); ++k) {
        const std::size_t size = length(k);
        if (size > kMostTitleCharacters) break;
        if (size < least || !may_end_before(k) || (k > 3 && hangs(k - 1))) continue;
        const int v = value_of_cut(k);
        if (!found || v >= value) best = k, value = v, found = true;
    }
    return best;
}

/// "the next meeting is |", "worth | €520 million", "according | to": a word that a headline does not end with.
bool TitleEnd::dangles(std::uint32_t i) const {
    const auto is_verb = [&](std::uint32_t verb) {
        return verb == frame_.head ||
               std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.head == verb; });
    };
    const Token& t = f_.token(i);
    if (t.kind == TokenKind::Mark) return !t.is('"') && !t.is('%');
    const bool waits = i + 1 < f_.sentence.end_token &&
                       (word(i) == "at" || word(i) == "by" || word(i) == "from" || word(i) == "between" || word(i) == "until" ||
                        word(i) == "about" || word(i) == "around" || word(i) == "of" || word(i) == "to" || word(i) == "for" ||
                        word(i) == "just" || word(i) == "some" || word(i) == "early" || word(i) == "late");
    const bool relative = i + 1 < f_.sentence.end_token && is_preposition(f_.text, i) && (word(i + 1) == "which" || word(i + 1) == "whom");
    if (relative) return true;  // "protests in | which"
    static constexpr WordSet kOpens{"once", "unless", "amid", "despite", "without", "into", "than", "against", "with"};
    const bool opens = i + 1 < f_.sentence.end_token && kOpens.contains(word(i)) && f_.token(i + 1).kind != TokenKind::Mark &&
                       !is_preposition(f_.text, i + 1);
    if (opens) return true;  // "to be resumed once |"
    if (waits && t.kind == TokenKind::Word && f_.token(i + 1).kind != TokenKind::Mark) return true;
    static constexpr WordSet kMeasured{"worth", "due", "least", "most", "than"};
    if (i + 1 < f_.sentence.end_token && i != frame_.head && kMeasured.contains(word(i)) &&
        (opens_amount(f_.token(i + 1)) || f_.token(i + 1).kind == TokenKind::Number || (word(i) == "due" && f_.token(i - 1).is(','))))
        return true;  // "the payment, worth | €520 million"
    const std::string_view pronoun = word(i);
    if ((pronoun == "it" || pronoun == "they" || pronoun == "he" || pronoun == "she" || pronoun == "we") && i > frame_.verb.end &&
        std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                    [&](const VerbGroup& g) { return g.first == i + 1 && g.mode == VerbGroup::Mode::Finite; }))
        return true;  // "the men it | dismissed"
    static constexpr WordSet kLeadTo{"according", "owing", "thanks", "due", "prior"};
    if (kLeadTo.contains(word(i)) && word(i + 1) == "to") return true;
    const bool goes_on = i + 1 < f_.sentence.end_token && f_.token(i + 1).kind == TokenKind::Word;
    if (goes_on && (((word(i) == "well" || word(i) == "long" || word(i) == "soon") && word(i - 1) == "as" && word(i + 1) == "as") ||
                    word(i) == "so" || word(i) == "also" || word(i) == "even" || word(i) == "whose" || word(i) == "whereas"))
        return true;
    static constexpr WordSet kOfVerbs{"in", "on", "up", "out", "off", "down", "over", "away", "back"};
    const std::uint32_t joint = f_.token(i + 1).is(',') ? i + 2 : i + 1;
    if (is_preposition(f_.text, i) && f_.has(joint, kConjunction) && !(kOfVerbs.contains(word(i)) && is_verb(i - 1)))
        return true;  // "fired upon | and damaged"
    const auto dated = [&](std::uint32_t k) {
        return std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin == k; });
    };
    if (word(i) == "only" && i >= frame_.verb.end && i + 1 < f_.sentence.end_token && (is_preposition(f_.text, i + 1) || dated(i + 1)))
        return true;  // "learned of it only | in July"
    static constexpr WordSet kLengths{"lasting", "spanning", "stretching"};
    if (kLengths.contains(word(i)) && i != frame_.head && i + 1 < f_.sentence.end_token)
        return true;  // "a raid lasting | from the 18th to the 21st"
    if (word(i) == "however" && f_.token(i - 1).is(',')) return true;
    if (goes_on && (word(i) == "not" || (word(i) == "least" && word(i - 1) == "not"))) return true;  // ", not least | because"
    if (word(i) == "again" && i > f_.sentence.first_token && f_.has(i - 1, kConjunction))
        return true;                                                            // "brought before the court and again |"
    if (f_.has(i, kBe) && i == frame_.head && pieces_.size() > 3) return true;  // "the next meeting is"
    return t.kind == TokenKind::Word &&
           (f_.has(i, kConjunction | kArticle) || word(i) == "that" || word(i) == "which" || word(i) == "where" || word(i) == "when" ||
            word(i) == "because" || word(i) == "whether" || word(i) == "as" || word(i) == "while" || word(i) == "after" ||
            word(i) == "if" || word(i) == "who" || word(i) == "since" || word(i) == "until" || word(i) == "before" || word(i) == "though" ||
            word(i) == "although" || word(i) == "but");
}

Headline TitleEnd::finished() {
    while (!pieces_.empty() && pieces_.back().words.empty() && dangles(pieces_.back().token)) pieces_.pop_back();
    print_ = print(f_, pieces_);
    std::size_t best = pieces_.size();
    const bool fits = print_.extents.back().characters <= kMostTitleCharacters;
    bool whole = true;
    if (!fits || breaks_off(best)) {
        best = best_cut(fits ? pieces_.size() : 0);
        whole = best != 0;
        if (best == 0)  // no good place: after the last whole word that fits
            for (std::size_t k = 1; k < pieces_.size() && length(k) + 1 <= kMostTitleCharacters; ++k) best = k;
        while (best > 3 && best < pieces_.size() && hangs(best - 1)) --best;
    }
    const std::size_t kept = best;
    best = without_lost_verb(best);
    while (best > 1 && best <= pieces_.size() && pieces_[best - 1].words.empty() && dangles(pieces_[best - 1].token)) --best;
    const bool noun_alone = best < kept && best > 5 && pieces_[best - 2].words.empty() && f_.has(pieces_[best - 2].token, kArticle) &&
                            f_.token(pieces_[best - 2].token - 1).is(',');
    if (noun_alone) best -= 3;  // "in Angola, a country |"
    best = without_loose_length(best);
    std::string title = without_loose_ends(printed(best));
    if (best > 0 && best <= pieces_.size() && pieces_[best - 1].words.empty() && f_.token(pieces_[best - 1].token).possessive &&
        !title.ends_with("s"))
        title += "'s";                                           // "was held at St Patrick's | on Thursday"
    if (length_of(title) > kMostTitleCharacters) title.clear();  // one word longer than a headline
    pieces_.resize(best);
    return {capitalised(std::move(title)), std::move(pieces_), whole};
}

}  // namespace

bool cuts_a_name(const SentenceFacts& facts, std::uint32_t i) {
    const auto inside = [&](std::uint32_t begin, std::uint32_t end) { return begin < i && i < end; };
    return std::any_of(facts.mentions.begin(), facts.mentions.end(),
                       [&](const Mention& m) { return inside(m.first_token, m.end_token); }) ||
           std::any_of(facts.actors.begin(), facts.actors.end(), [&](const ActorMention& a) { return inside(a.name.begin, a.name.end); });
}

Headline finished_title(const SentenceFacts& facts, const Frame& frame, std::vector<TitlePiece> pieces) {
    return TitleEnd(facts, frame, std::move(pieces)).finished();
}

}  // namespace dateline::extract
