#include "extract/folk_clues.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <utility>

namespace dateline::extract {
namespace {

using document::NameMatch;
using document::WordUse;

/// "Franco", "Sino": what stands for a people before another, as that people's own word; empty for none.
std::string_view combining_form(std::string_view folded) {
    constexpr std::pair<std::string_view, std::string_view> kForms[] = {
        {"franco", "french"},   {"anglo", "british"},  {"sino", "chinese"},   {"russo", "russian"}, {"indo", "indian"},
        {"austro", "austrian"}, {"italo", "italian"},  {"greco", "greek"},    {"graeco", "greek"},  {"luso", "portuguese"},
        {"hispano", "spanish"}, {"turco", "turkish"},  {"turko", "turkish"},  {"serbo", "serbian"}, {"finno", "finnish"},
        {"dano", "danish"},     {"polono", "polish"},  {"nippo", "japanese"}, {"belgo", "belgian"}, {"dutch", "dutch"},
        {"swedo", "swedish"},   {"tibeto", "tibetan"}, {"afro", "african"},   {"euro", "european"}};
    for (const auto& [form, people] : kForms)
        if (form == folded) return people;
    return {};
}

}  // namespace

bool names_people(const NameLookup::Match& match) {
    return std::any_of(match.places.begin(), match.places.end(), [](const NameMatch& p) { return p.adjective; });
}

std::string_view FolkClues::combined(std::size_t at) const {
    if (at + 1 >= sentence_end_ || !token(at + 1).hyphenated || !token(at + 1).capitalised()) return {};
    const std::string_view people = combining_form(text_.folded(token(at)));
    return people.empty() || !names_people(lookup_.longest(at + 1, sentence_end_)) ? std::string_view{} : people;
}

bool FolkClues::is_paired(std::size_t first) const {
    if (lookup_.longest(first, sentence_end_).end > first + 1) return false;
    if (!combined(first).empty()) return true;
    return names_people(lookup_.longest(first, first + 1)) && names_people(lookup_.longest(first + 1, sentence_end_));
}

bool FolkClues::is_half_of_pair(std::size_t at) const {
    if (at + 1 < sentence_end_ && token(at + 1).hyphenated && token(at + 1).capitalised() && is_paired(at)) return true;
    return token(at).hyphenated && at > sentence_first_ && names_people(lookup_.longest(at - 1, at));
}

bool FolkClues::describes_noun(std::size_t end) const {
    if (end >= sentence_end_ || token(end - 1).possessive || token(end).hyphenated) return false;
    const Token& noun = token(end);
    if (has(noun, kConjunction) && end + 1 < sentence_end_ && token(end + 1).capitalised())
        return names_people(lookup_.longest(end + 1, end + 2));  // "into German and Italian zones"
    static constexpr WordSet kHeldBy{"occupied", "controlled", "held", "ruled", "owned", "backed", "led"};
    if (kHeldBy.contains(text_.folded(noun))) return true;
    if (noun.kind != TokenKind::Word || noun.letter_case != Case::Lower) return false;
    if (has(noun, kGeoTail | kKinOfPlace)) {
        const std::string_view kind = text_.folded(noun);
        return kind.ends_with('s') || kind == "coast" || kind == "border" ||
               (end + 1 < sentence_end_ && text_.folded(token(end + 1)) == "of");
    }
    const std::string_view word = text_.folded(noun);
    return !has(noun, kFunction | kSpeech | kAgentVerb | kMonth) && !word.ends_with("ly") && word != "late" && word != "early" &&
           (!noun.facts->verb->known || noun.facts->verb->noun_too);
}

bool FolkClues::reads_as_demonym(const NameLookup::Match& match, std::size_t at) const {
    if (!names_people(match)) return false;
    if (match.end == at + 1 && is_half_of_pair(at)) return true;
    constexpr double known_town = 100000;  // "in Norman schools"
    // "Spanish and Norwegian envoys"
    const std::size_t next_name = match.end + 1;
    const bool joined = next_name + 1 < sentence_end_ && !token(match.end - 1).possessive && has(token(match.end), kConjunction) &&
                        token(next_name).capitalised() && names_people(lookup_.longest(next_name, next_name + 1)) &&
                        describes_noun(next_name + 1);
    if (joined && gazetteer_.place(match.places.front().place).population < known_town) return true;
    if (context_.is_locative(at))
        return describes_noun(match.end) &&
               !(match.places.front().main_name && gazetteer_.place(match.places.front().place).population >= known_town);
    const bool paired = match.end < sentence_end_ && token(match.end).hyphenated && token(match.end).capitalised();
    if (paired) return true;
    const bool counted = at > sentence_first_ && (has(token(at - 1), kArticle) || token(at - 1).kind == TokenKind::Number ||
                                                  text_.folded(token(at - 1)) == "two" || text_.folded(token(at - 1)) == "three");
    const bool plural = match.folded.ends_with('s') || match.folded.ends_with("men");
    const bool ends = match.end >= sentence_end_ || !token(match.end).capitalised();
    const bool describes = match.end < sentence_end_ && token(match.end).kind == TokenKind::Word && !token(match.end - 1).possessive &&
                           !has(token(match.end), kFunction | kBe | kHave | kModal | kSpeech | kGeoTail);
    if (gazetteer_.usual_use(match.folded) != WordUse::Unknown) {  // "their Welsh counterparts", not "Welsh went"
        const VerbSense& next = *token(std::min(match.end, sentence_end_ - 1)).facts->verb;
        const bool owned = at > sentence_first_ && has(token(at - 1), kFunction) && !token(at - 1).capitalised();
        const bool of_many = describes && !next.known && text_.folded(token(match.end)).ends_with('s');  // "Welsh farmers"
        const bool of_body =
            describes && has(token(match.end), kStateBody | kCommonCapital) && !has(token(match.end), kTitle);  // "the Welsh Government"
        if (of_body) return true;
        const bool noun_next = (match.places.front().adjective || owned || of_many) && describes && ends && (!next.known || next.noun_too);
        return (ends && (counted || (plural && at > sentence_first_))) || noun_next;
    }
    return describes || (ends && (counted || plural));
}

bool FolkClues::is_language(std::size_t at, std::size_t end) const {
    static constexpr WordSet kSpoken{"language", "languages", "speaking", "dialect", "dialects", "translation", "alphabet", "speakers"};
    static constexpr WordSet kSpeaks{"in", "into", "speak", "speaks", "spoke", "spoken", "speaking", "fluent"};
    if (end < sentence_end_ && kSpoken.contains(text_.folded(token(end)))) return true;
    const bool people = text_.folded(token(end - 1)).ends_with('s') && !text_.folded(token(end - 1)).ends_with("ss");  // "in Indians"
    if (end + 2 < sentence_end_ && has(token(end), kConjunction) && token(end + 1).capitalised())
        end += 2;  // "in Romanian and Ukrainian fowl"
    const bool bare = end >= sentence_end_ || token(end).kind == TokenKind::Mark ||
                      (has(token(end), kFunction | kConjunction) && !token(end).capitalised());
    return bare && !people && at > sentence_first_ && kSpeaks.contains(text_.folded(token(at - 1)));
}

}  // namespace dateline::extract
