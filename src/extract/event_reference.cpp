#include "extract/events.h"

#include "document/fold.h"
#include "extract/event_title.h"
#include "extract/lexicon.h"
#include "extract/place_offset.h"
#include "extract/temporal_lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

// What pronouns and missing subjects stand for.
namespace dateline::extract {
namespace {

/// "a town 30 km north of | Homs": where something else lies from it.
bool is_measured_from(const SentenceFacts& f, const Mention& m) {
    const auto offset =
        m.first_token > f.sentence.first_token + 2 && (f.word(m.first_token - 1) == "of" || f.word(m.first_token - 1) == "from")
            ? offset_before(f.text, m)
            : std::nullopt;
    return offset && offset->km > 0;
}

/// "tankers", "men": told by its form alone.
bool is_many(std::string_view word) {
    static constexpr WordSet kMany{"men", "women", "people", "children", "servicemen", "policemen", "fishermen", "gunmen"};
    return (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")) || kMany.contains(word);
}

/// What happens to a thing and is done to nothing else: "ran aground", "broke down".
bool befalls(const SentenceFacts& f, const VerbGroup& v) {
    const EventKind kind = v.sense.kind;
    return kind == EventKind::Incident || kind == EventKind::Disaster || kind == EventKind::Movement || f.word(v.end) == "aground";
}

/// "Lloyd Austin and Gilberto Teodoro", "Kyzyl-Bel and Kairagach": two names joined at `joint`; empty where they are no more than that.
std::string pair_in(const SentenceFacts& f, TokenRange subject, std::uint32_t joint) {
    constexpr std::uint32_t longest = 7;
    const ActorMention *first = nullptr, *second = nullptr;
    for (const ActorMention& a : f.actors) {
        if (a.kind != ActorMention::Kind::Person || !subject.contains(a.name.begin)) continue;
        if (a.name.end <= joint) first = first ? nullptr : &a;
        else second = second ? nullptr : &a;
    }
    if (first && second) return f.phrase(first->name) + " and " + f.phrase(second->name);
    while (subject.end > subject.begin && f.token(subject.end - 1).kind == TokenKind::Mark) --subject.end;
    const bool names = joint > subject.begin && joint + 1 < subject.end && subject.end - subject.begin <= longest && f.word(joint) == "and";
    for (std::uint32_t i = subject.begin; names && i < subject.end; ++i)
        if (i != joint && (!f.token(i).capitalised() || f.has(i, kFunction | kMonth))) return {};
    return names ? f.phrase(subject) : std::string{};
}

}  // namespace

/// The subject of a clause as what "it" may go on about: one thing, not a person and not a pronoun; empty for none.
std::string EventReader::thing_of(const SentenceFacts& f, const Clause& clause) const {
    constexpr std::uint32_t kLongest = 7;
    TokenRange s{clause.subject_begin, clause.subject_end};
    if (clause.kind == Clause::Kind::Relative) return {};
    while (s.begin < s.end &&
           (f.token(s.begin).kind == TokenKind::Mark || f.has(s.begin, kArticle | kConjunction) || is_adverb(f.text, s.begin)))
        ++s.begin;
    if (s.begin + 1 < s.end && (f.word(s.begin) == "this" || f.word(s.begin) == "that")) ++s.begin;  // "this | church"
    for (std::uint32_t i = s.begin + 1; i < s.end; ++i) {
        const bool name_goes_on = is_preposition(f.text, i) && f.word(i) == "of" && i + 1 < s.end;
        if (f.token(i).is(',') && f.token(s.begin).capitalised() && i + 1 < s.end && f.token(i + 1).capitalised())
            return {};  // "Putin, Aliyev and Pashinyan"
        if (f.token(i).kind == TokenKind::Mark || (is_preposition(f.text, i) && !name_goes_on)) s.end = i;
    }
    if (s.end > s.begin + 1 && f.word(s.end - 1) == "itself") --s.end;         // "the tanker itself"
    while (s.end > s.begin + 1 && is_preposition(f.text, s.end - 1)) --s.end;  // "a loan of | $110 million"
    for (const VerbGroup& v : f.clauses.verbs)                                 // "An exhibition | dedicated to the victims"
        if (v.mode == VerbGroup::Mode::Participle && v.first > s.begin && v.end == s.end) s.end = v.first;
    if (s.begin >= s.end || s.end - s.begin > kLongest) return {};
    static constexpr WordSet kTold{"history", "story", "past", "future", "fate", "importance"};
    const bool told = s.end > s.begin + 1 && f.token(s.end - 2).possessive &&
                      kTold.contains(f.word(s.end - 1));  // "The line's | history": it is the line
    if (told) --s.end;
    const std::string_view first = f.word(s.begin), last = f.word(s.end - 1);
    if (f.token(s.begin).kind != TokenKind::Word || (f.has(s.begin, kFunction) && f.token(s.begin).letter_case != Case::Upper)) return {};
    if (f.has(s.end - 1, kTitle | kPersonNoun | kMonth) || f.token(s.end - 1).kind != TokenKind::Word) return {};
    const bool opens = s.end == f.sentence.first_token + 1 && last.ends_with('s') &&
                       std::none_of(f.actors.begin(), f.actors.end(),
                                    [&](const ActorMention& a) { return a.name.begin == s.begin; });  // "Villages were burnt"
    const bool name = f.token(s.end - 1).capitalised() && !opens;
    // "The invasion soon encountered", "The offensive advanced quickly": with a verb that no list has
    if (!name && s.end - s.begin > 1 && (is_adverb(f.text, s.end - 1) || (last.ends_with("ed") && is_adverb(f.text, s.end - 2)))) return {};
    if (s.end - s.begin > 2 && f.word(s.begin + 1) == "of" && first.ends_with('s') && !first.ends_with("ss"))
        return {};  // "residents of Larkfield"
    const bool many = !name && last.ends_with('s') && !last.ends_with("ss") && !last.ends_with("us");
    for (const ActorMention& a : f.actors)
        if (a.kind == ActorMention::Kind::Person && a.name.begin < s.end && s.begin < a.name.end) return {};
    for (const DateMention& date : f.dates)
        if (date.tokens.begin < s.end && s.begin < date.tokens.end) return {};
    // A happening is no owner: "production resumed", "the attack killed".
    if (last == "later" || last == "earlier" || last == "ago") return {};        // "Hours later, workers dug"
    const bool body = f.has(s.end - 1, kStateBody | kOrgTail | kCommonCapital);  // "a commission"
    const bool thing = (f.verb(s.end - 1).form == VerbForm::Base || last == "loan" || last == "grant") &&
                       s.begin > f.sentence.first_token && f.has(s.begin - 1, kArticle) &&
                       s.end < f.sentence.end_token;  // "a loan", "the ferry"
    const bool money = thing && (last == "loan" || last == "grant");
    if (many || first == "there" || (!name && ((noun_sense(last).known && !money) || (verb_sense(last).known && !body && !thing))))
        return {};
    for (std::uint32_t i = s.begin; i < s.end; ++i)
        if (f.has(i, kConjunction)) return {};
    return f.phrase(s);
}

/// "plan a 1 GW undersea cable from X to Y": what was made or is to be, without its article; empty for none.
std::string EventReader::made_in(const SentenceFacts& f) const {
    if (f.clauses.clauses.empty()) return {};
    constexpr std::uint32_t kLongest = 7;
    const auto object_of = [&](const VerbGroup& verb) {
        std::uint32_t at = verb.end;
        for (const VerbGroup& g : f.clauses.verbs)  // "plan to build a cable"
            if (g.mode == VerbGroup::Mode::Infinitive && g.first >= verb.end && g.first <= verb.end + 1) at = g.end;
        return f.word(at) == "up" ? at + 1 : at;
    };
    std::uint32_t begin = object_of(f.clauses.verbs[f.clauses.clauses.front().verb]);
    for (const Clause& clause : f.clauses.clauses) {  // "met in Moscow and set up a group"
        const std::uint32_t at = object_of(f.clauses.verbs[clause.verb]);
        if (clause.kind == Clause::Kind::Coordinate && (f.word(at) == "a" || f.word(at) == "an")) begin = at;
    }
    if (f.word(begin) != "a" && f.word(begin) != "an") return {};
    std::uint32_t end = ++begin;
    while (end < f.sentence.end_token && end < begin + kLongest && !is_preposition(f.text, end) && !f.has(end, kConjunction) &&
           (f.token(end).kind == TokenKind::Word || f.token(end).kind == TokenKind::Number) &&
           std::none_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first == end; }))
        ++end;
    return end > begin && f.token(end - 1).kind == TokenKind::Word ? f.phrase({begin, end}) : std::string{};
}

/// "Three police officers are detained", "halted gas deliveries to Syria": the one plural that the next sentence's "they" can mean,
/// the main clause's subject or else its object; empty for none.
std::string EventReader::several_in(const SentenceFacts& f, std::uint32_t before) const {
    constexpr std::uint32_t kLongest = 8;
    if (f.clauses.clauses.empty()) return {};
    const Clause& main = f.clauses.clauses.front();
    const VerbGroup& verb = f.clauses.verbs[main.verb];
    const auto plural = [&](TokenRange r) -> std::string {
        const auto owned = [&](std::string_view w) { return w == "their" || w == "its" || w == "his" || w == "her"; };
        while (r.begin < r.end && (f.token(r.begin).kind == TokenKind::Mark || f.has(r.begin, kArticle) || is_adverb(f.text, r.begin) ||
                                   owned(f.word(r.begin))))
            ++r.begin;
        if (r.begin >= r.end || (r.end == r.begin + 1 && f.has(r.begin, kFunction))) return {};
        std::uint32_t head = r.begin;
        while (head < r.end && (f.token(head).kind == TokenKind::Word || f.token(head).kind == TokenKind::Number) &&
               !is_preposition(f.text, head) && !f.has(head, kConjunction))
            ++head;
        if (head == r.begin || head - r.begin > kLongest) return {};
        for (std::uint32_t k = r.begin; k + 1 < head; ++k)  // "the naval ships Satpura and Savitri"
            if (f.token(k).letter_case == Case::Lower && f.word(k).ends_with('s') && !f.word(k).ends_with("ss") &&
                f.token(k + 1).capitalised()) {
                head = k + 1;
                break;
            }
        const std::string_view last = f.word(head - 1);
        const bool doers = f.has(r.begin, kPersonNoun | kTitle) || f.word(r.begin).ends_with("ers") || f.word(r.begin).ends_with("ors") ||
                           f.word(r.begin).ends_with("ists");
        const bool opens = head == r.begin + 1 && r.begin == f.sentence.first_token && head < r.end && doers &&
                           f.token(r.begin).letter_case == Case::Capital;  // "Workers at the plant"
        const bool many = is_many(last) && !f.token(head - 1).possessive && (f.token(head - 1).letter_case == Case::Lower || opens);
        const bool place = std::any_of(f.mentions.begin(), f.mentions.end(),
                                       [&](const Mention& m) { return m.place >= 0 && !m.adjective && m.first_token == head - 1; });
        const bool dated = std::any_of(f.dates.begin(), f.dates.end(),
                                       [&](const DateMention& d) { return d.tokens.begin < head && r.begin < d.tokens.end; });
        return many && !place && !dated ? f.phrase({r.begin, head}) : std::string{};
    };
    const TokenRange subject{main.subject_begin, main.subject_end};
    for (std::uint32_t i = subject.begin; i < subject.end; ++i)
        if (f.has(i, kConjunction)) {
            std::uint32_t comma = subject.begin + 1;  // "two crossings, Kyzyl-Bel and Kairagach,"
            while (comma < i && !f.token(comma).is(',')) ++comma;
            const bool counted = f.token(subject.begin).kind == TokenKind::Number ||
                                 (temporal::look_up(f.word(subject.begin)).classes & temporal::kCardinal) != 0;
            if (counted && comma < i && f.token(comma + 1).capitalised()) return plural({subject.begin, comma});
            return pair_in(f, subject, i);  // "X and Y": they, but most are too long to say
        }
    if (std::string whole = plural(subject); !whole.empty()) return whole;
    if (verb.copula || verb.passive) return {};
    before = std::min(before, f.sentence.end_token);
    std::string object = plural({verb.end, std::max(verb.end, std::min(main.end, before))});
    const auto of_people = [&](std::string_view w) {
        return w == "people" || w == "residents" || w == "villagers" || w == "families" ||
               ((lexicon_of(w) & kPersonNoun) != 0 && w.ends_with('s'));
    };
    if (!object.empty() && of_people(std::string_view(object).substr(object.rfind(' ') + 1))) return object;
    for (std::uint32_t i = verb.end + 1; i < before; ++i)  // "left the rails, forcing | 400 people | from their homes"
        if (f.token(i - 1).kind == TokenKind::Number && f.token(i).letter_case == Case::Lower && of_people(f.word(i)))
            return f.phrase({i - 1, i + 1});
    return object;
}

/// "seized | two tankers | off Eyl", "A law on foreign agents | was adopted": with its article; empty where it is somebody, a name or a pronoun.
EventReader::Patient EventReader::patient_in(const SentenceFacts& f, const Clause& clause) {
    constexpr std::uint32_t longest = 6;
    const VerbGroup& v = f.clauses.verbs[clause.verb];
    const bool aside =
        clause.kind == Clause::Kind::Relative && f.word(clause.connector) != "whose";  // "the owner, whose grandfather built | the yard"
    const bool says = (v.sense.use & kSays) != 0 && f.word(v.end) != "a";              // "declared | a state of emergency"
    if (v.copula || says || aside) return {};
    std::uint32_t begin = v.passive ? clause.subject_begin : v.end;
    const std::uint32_t last = v.passive ? clause.subject_end : std::max(v.end, clause.end);
    static constexpr WordSet kParticles{"over", "up", "out", "off", "down", "back"};
    if (!v.passive && begin + 1 < last && kParticles.contains(f.word(begin)) &&
        (f.has(begin + 1, kArticle) || f.token(begin + 1).kind == TokenKind::Number))
        ++begin;  // "took over | the last two"
    static constexpr WordSet kParts{"one", "two", "three", "four", "half", "most", "some", "part", "rest", "last", "first", "all", "dozen"};
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t i = begin; i + 1 < std::min(begin + reach, last); ++i)  // "the last two of | fourteen fighters"
        if (f.token(i + 1).fold_size == 2 && f.word(i + 1) == "of" &&
            (kParts.contains(f.word(i)) || f.token(i).kind == TokenKind::Number)) {
            begin = i + 2;
            break;
        }
    const bool of_some = begin > v.end + 1 || f.word(begin) == "a" || f.word(begin) == "an";  // "presented | a truce of three months"
    if (v.sense.strength < 2 && (v.passive || !of_some || (v.sense.use & kState) != 0 || !f.verb(v.head).known)) return {};
    const bool counted = begin < last && f.token(begin).kind == TokenKind::Number;
    const bool article =
        begin < last && (f.has(begin, kArticle) || is_possessive_pronoun(f.word(begin)));  // "suspended its clinics, to resume | them"
    if (article) ++begin;
    std::uint32_t end = begin;
    const auto goes_on = [&](std::uint32_t i) {
        const bool date = std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
        const bool verb =
            std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= i && i < g.end; });
        return (f.token(i).kind == TokenKind::Word || f.token(i).kind == TokenKind::Number) && !date && !verb &&
               !is_preposition(f.text, i) && !f.has(i, kConjunction);
    };
    while (end < last && goes_on(end)) ++end;
    if (end == begin || end - begin > longest) return {};
    const std::string_view head = f.word(end - 1);
    const bool somebody = f.has(end - 1, kTitle | kFunction) || (f.has(end - 1, kPersonNoun) && !is_many(head)) ||
                          f.token(end - 1).letter_case != Case::Lower || f.token(end - 1).possessive;
    const bool many = is_many(head);
    const bool number = f.token(begin).kind == TokenKind::Number || (temporal::look_up(f.word(begin)).classes & temporal::kCardinal) != 0;
    if (somebody || (f.has(begin, kFunction) && !number) || (!many && !article) || (end < last && f.has(end, kConjunction))) return {};
    if (end + 1 < last && (f.word(end) == "on" || f.word(end) == "of") && goes_on(end + 1)) {  // "law on foreign agents"
        std::uint32_t more = end + 1;
        while (more < last && more < end + longest && goes_on(more)) ++more;
        if (f.token(more - 1).kind == TokenKind::Word) end = more;
    }
    std::string words = f.phrase({begin, end});
    const bool opens = begin == f.sentence.first_token && !counted && f.token(begin).letter_case == Case::Capital;
    if (opens) words[0] = static_cast<char>(words[0] | 0x20);  // ASCII: "Two tankers"
    return {"the " + words, many};
}

/// "attacked Macomia | and held it", "entered Goma and left it": the place that the verb before, of the same subject, has as its object; empty for none.
std::string EventReader::town_taken_before(const SentenceFacts& f, const Frame& frame) {
    if (frame.shared_head == 0) return {};
    for (const VerbGroup& v : f.clauses.verbs) {
        if (v.head != frame.shared_head || (v.sense.use & kObjectPlace) == 0 || v.passive) continue;
        for (const Mention& m : f.mentions)
            if (m.place >= 0 && !m.adjective && m.end_token <= frame.verb.begin &&
                (m.first_token == v.end || (m.first_token == v.end + 1 && f.has(v.end, kArticle))))
                return f.phrase({m.first_token, m.end_token});
    }
    return {};
}

/// "The navy freed them": what the pronoun right after a verb stands for, where one thing alone can be meant; empty for none.
std::string EventReader::patient_of(const SentenceFacts& f, const Frame& frame) const {
    const std::uint32_t at = object_pronoun_of(f, frame), next = at + 1;
    if (at == 0) return {};
    const std::string_view own = f.word(at);
    if (own == "him") {  // "The king left for London. The premier received him": who was told of just before, and nobody else
        const ActorMention* other = nullptr;  // "Police arrested Ann Moe's brother Jan and charged him": the one of the sentence
        bool several = false;
        for (const ActorMention& a : f.actors) {
            if (a.kind != ActorMention::Kind::Person || a.name.end > at || frame.subject.contains(a.name.begin)) continue;
            several = several || (other && f.phrase(other->name) != f.phrase(a.name));
            other = &a;
        }
        const bool by_himself =
            frame.subject.begin < frame.subject.end && f.has(frame.subject.begin, kFunction) && !f.has(frame.subject.begin, kArticle);
        if (other) return !several && !by_himself && frame.subject.begin < frame.subject.end ? f.phrase(other->name) : std::string{};
        return !by_himself && recent_.person_sentences_ago == 0 && recent_.person_block == f.sentence.block && recent_.name.empty()
                   ? recent_.person
                   : std::string{};
    }
    const bool of_place = frame.kind == EventKind::Attack || frame.kind == EventKind::Combat || frame.kind == EventKind::Visit ||
                          frame.kind == EventKind::Movement || frame.kind == EventKind::Figure || frame.kind == EventKind::Deployment;
    if (own == "it")  // "attacked Macomia | and held it for two days"
        if (std::string town = town_taken_before(f, frame); !town.empty()) return town;
    static constexpr WordSet kStates{"free", "open", "shut", "down", "up", "off", "alight", "alive", "unanimously"};
    const bool ends = next >= frame.rest.end || f.token(next).kind == TokenKind::Mark || kStates.contains(f.word(next)) ||
                      is_preposition(f.text, next) || is_adverb(f.text, next) ||
                      std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.contains(next); });
    if (!ends) return {};
    if (own == "it")  // "The ferry ran aground; a tug pulled it free"
        for (std::size_t c = f.clauses.clauses.size(); c-- > 0;) {
            const Clause& earlier = f.clauses.clauses[c];
            const bool other = earlier.subject_end <= frame.subject.begin && frame.subject.begin < frame.subject.end &&
                               f.clauses.verbs[earlier.verb].end <= frame.verb.begin && earlier.kind == Clause::Kind::Main &&
                               befalls(f, f.clauses.verbs[earlier.verb]);
            if (std::string thing = other ? thing_of(f, earlier) : std::string{}; !thing.empty() && thing[0] >= 'a' && thing[0] <= 'z')
                return "the " + thing;
        }
    const bool into_it = std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& g) {
        return g.end == at && g.head != frame.head && (g.sense.use & kObjectPlace) != 0;
    });                                                   // "tried to enter | it"
    if (own == "it" && (of_place || into_it)) return {};  // "an offensive toward Madrid, reaching it"
    const Patient* found = &recent_.patient;
    Patient before;
    for (const Clause& clause : f.clauses.clauses)
        if (f.clauses.verbs[clause.verb].end <= frame.verb.begin)
            if (Patient other = patient_in(f, clause); !other.words.empty()) before = std::move(other), found = &before;
    // "resumed registration, having suspended it": what a sentence has named itself, though not as one thing among others, is nearer than what was told before it
    const auto names_object = [&](const Clause& clause) {
        const VerbGroup& v = f.clauses.verbs[clause.verb];
        const std::uint32_t at_object = f.has(v.end, kArticle) ? v.end + 1 : v.end;
        const bool object = at_object < frame.verb.begin && f.token(at_object).kind == TokenKind::Word &&
                            f.token(at_object).letter_case == Case::Lower && !f.has(at_object, kFunction | kConjunction) &&
                            !is_preposition(f.text, at_object) && !is_adverb(f.text, at_object);
        return object && !v.passive && !v.copula && v.sense.strength >= 2;
    };
    if (found == &recent_.patient && std::any_of(f.clauses.clauses.begin(), f.clauses.clauses.end(), names_object)) return {};
    // "It was begun in 1912. War closed it": what is still spoken of
    const bool carried =
        found->words.empty() && own == "it" && recent_.thing_went_on && knows_thing() && recent_.thing[0] >= 'a' && recent_.thing[0] <= 'z';
    if (carried) return "the " + recent_.thing;
    const bool by_somebody = std::any_of(f.actors.begin(), f.actors.end(), [&](const ActorMention& a) {
        return a.kind == ActorMention::Kind::Person && frame.subject.contains(a.name.begin);
    });
    const bool of_people = own == "them" && !found->many && f.word(frame.subject.begin) != "they" && recent_.several_sentences_ago <= 1 &&
                           (recent_.several_sentences_ago == 0 || recent_.several_block == f.sentence.block);
    if (of_people && is_many(std::string_view(recent_.several).substr(recent_.several.rfind(' ') + 1)) &&
        (by_somebody || f.has(frame.subject.end - 1, kTitle | kPersonNoun))) {
        std::string several = recent_.several;
        if (several[0] >= 'A' && several[0] <= 'Z') several[0] = static_cast<char>(several[0] | 0x20);
        return "the " + several;
    }
    return found->many == (own == "them") ? found->words : std::string{};
}

/// Who or what the next sentence's "it" and "he" go on about: this sentence's subjects, one that has a name before others.
void EventReader::remember_subject(const SentenceFacts& f) {
    ++recent_.thing_sentences_ago;
    recent_.thing_went_on = false;
    recent_.name.clear();
    std::string thing;
    bool named = false;
    for (const Clause& clause : f.clauses.clauses) {
        if (clause.kind != Clause::Kind::Main && clause.kind != Clause::Kind::Coordinate) continue;
        if (clause.subject_begin >= clause.subject_end) continue;
        const std::string_view only = f.word(clause.subject_begin);
        if (only == "it" || only == "its") recent_.thing_sentences_ago = 0, recent_.thing_went_on = only == "it";  // it is still spoken of
        std::string own = thing_of(f, clause);
        const bool name = !own.empty() && f.token(clause.subject_end - 1).capitalised();
        if (own.empty() || (named && !name)) continue;
        thing = std::move(own);
        named = name;
    }
    if (!thing.empty()) {
        recent_.thing = std::move(thing);
        recent_.thing_sentences_ago = 0;
    }
    recent_.matter.clear();
    for (std::size_t c = 1; c < f.clauses.clauses.size(); ++c) {
        Clause told = f.clauses.clauses[c];
        if (told.subject_begin + 1 < told.subject_end && f.word(told.subject_begin) == "another") ++told.subject_begin;
        const bool said = told.kind == Clause::Kind::Content && told.governor >= 0 &&
                          (f.clauses.verbs[f.clauses.clauses[static_cast<std::size_t>(told.governor)].verb].sense.use & kSays) != 0;
        if (said && recent_.matter.empty()) recent_.matter = thing_of(f, told);
    }
    if (f.clauses.clauses.empty()) return;
    // "The first witness, an auditor, testified": whoever that is, the next "he" is he.
    const Clause& main = f.clauses.clauses.front();
    std::uint32_t begin = main.subject_begin, end = begin;
    while (begin < main.subject_end && f.has(begin, kArticle)) ++begin;
    for (end = begin; end < main.subject_end && f.token(end).kind == TokenKind::Word && !is_preposition(f.text, end);) ++end;
    const std::uint32_t verb = f.clauses.verbs[main.verb].head;
    const bool speaks = f.has(verb, kSpeech | kAgentVerb) && !f.has(verb, kHave | kBe);
    // "Putin will win": one name of no place, no body and no month; the next "he" is he
    const bool of_two = end - begin <= 2 || (end - begin == 3 && f.has(begin + 1, kParticle));  // "Bashar al-Assad"
    const bool name = begin < end && of_two && f.token(begin).letter_case == Case::Capital &&
                      f.token(end - 1).letter_case == Case::Capital && end == main.subject_end &&
                      !f.has(end - 1, kFunction | kMonth | kStateBody) && !f.word(end - 1).ends_with('s') && begin == main.subject_begin;
    const bool known =
        std::any_of(f.actors.begin(), f.actors.end(),
                    [&](const ActorMention& a) { return a.tokens.begin < end && begin < a.tokens.end; }) ||
        std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) { return m.first_token < end && begin < m.end_token; });
    if (name && !known && !f.noun(end - 1).known) recent_.name = f.phrase({begin, end}), recent_.person_block = f.sentence.block;
    const bool office = begin < end && f.has(end - 1, kTitle | kPersonNoun);  // "The minister arrived. She signed …"
    const bool common = begin < end && end - begin <= 4 && f.token(end - 1).letter_case == Case::Lower &&
                        (!f.word(end - 1).ends_with('s') || f.word(end - 1).ends_with("ss")) && !f.has(begin, kConjunction) &&
                        !f.has(end - 1, kFunction) && (office || !f.has(end - 1, kStateBody));
    const bool unnamed = std::none_of(f.actors.begin(), f.actors.end(), [&](const ActorMention& a) {
        return a.kind == ActorMention::Kind::Person && a.tokens.begin < main.subject_end && main.subject_begin < a.tokens.end;
    });
    const bool someone = common && end == begin + 1 &&
                         (f.word(begin) == "nobody" || f.word(begin) == "everyone" || f.word(begin) == "everybody" ||
                          f.word(begin) == "anyone" || f.word(begin) == "someone" || f.word(begin) == "none");
    // "The President wrote to Xi Jinping. He flew to Oslo": not he who was written to
    const bool the_office =
        office && begin == main.subject_begin + 1 && end == begin + 1 && end == main.subject_end &&
        f.token(begin).letter_case == Case::Capital &&
        std::any_of(f.actors.begin(), f.actors.end(), [](const ActorMention& a) { return a.kind == ActorMention::Kind::Person; });
    if ((speaks || office) && (common || the_office) && !someone && unnamed && !f.noun(end - 1).known)
        recent_.person = f.phrase({begin, end}), recent_.person_block = f.sentence.block;
}

/// "Soldiers came under fire, the defence ministry said. | It called on Baku": whoever said it last, where that is no person.
std::string EventReader::body_that_says(const SentenceFacts& f) {
    TokenRange s = f.clauses.aside_speaker;
    while (s.begin < s.end && (f.has(s.begin, kArticle) || f.token(s.begin).kind == TokenKind::Mark)) ++s.begin;
    constexpr std::uint32_t longest = 6;
    if (s.begin >= s.end || s.end - s.begin > longest || f.has(s.end - 1, kFunction | kTitle | kPersonNoun) ||
        f.word(s.end - 1).ends_with('s'))
        return {};
    const bool person = std::any_of(f.actors.begin(), f.actors.end(), [&](const ActorMention& a) {
        return a.kind == ActorMention::Kind::Person && s.contains(a.name.begin);
    });
    return person ? std::string{} : f.phrase(s);
}

void EventReader::remember(const SentenceFacts& f) {
    origins_.remember(f);
    nouns_.remember(f);
    scene_.end_sentence(f);
    const TokenRange subject =
        f.clauses.clauses.empty() ? TokenRange{} : TokenRange{f.clauses.clauses[0].subject_begin, f.clauses.clauses[0].subject_end};
    std::string person, state;
    for (const ActorMention& a : f.actors) {
        const bool many = a.kind != ActorMention::Kind::Person && f.token(a.tokens.end - 1).letter_case == Case::Lower &&
                          f.word(a.tokens.end - 1).ends_with('s');
        if (many) continue;  // "Armenian soldiers" are no "it"
        const bool leads = subject.contains(a.tokens.begin) || subject.contains(a.name.begin);
        std::string& slot = a.kind == ActorMention::Kind::Person ? person : state;
        if (slot.empty() || (leads && !subject.contains(f.sentence.first_token))) {
            if (slot.empty()) slot = f.phrase(a.kind == ActorMention::Kind::Person ? a.name : a.tokens);
        }
    }
    ++recent_.settlement_sentences_ago;
    recent_.place_phrase = place_phrase_of(f);
    for (const Mention& m : f.mentions)  // "the city" of the next sentence
        if (m.place < 0 && !m.adjective && m.role == PlaceRole::Location) {
            recent_.settlement.reset();  // it may be this one, which is not known
        } else if (m.place >= 0 && !m.adjective && m.precision == document::PlacePrecision::Settlement && !is_measured_from(f, m)) {
            recent_.settlement_alone = recent_.settlement_sentences_ago != 0 ||
                                       (recent_.settlement && recent_.settlement->text == f.phrase({m.first_token, m.end_token}));
            recent_.settlement = places_.of(f, m);
            recent_.settlement_sentences_ago = 0;
        }
    const std::string_view who = subject.end == subject.begin + 1 ? f.word(subject.begin) : std::string_view{};
    const bool still_he = who == "he" || who == "she";  // "He met President Tran. | He": the same as before
    if (still_he) person = recent_.person;
    else if (person.empty()) person = somebody_in(f);
    ++recent_.person_sentences_ago;
    if (!person.empty()) recent_.person = std::move(person), recent_.person_block = f.sentence.block, recent_.person_sentences_ago = 0;
    recent_.gathering = gathering_in(f);
    if (!state.empty()) recent_.state = std::move(state);
    remember_subject(f);
    recent_.speaker = body_that_says(f);
    const bool still_they = subject.end == subject.begin + 1 && f.word(subject.begin) == "they";
    if (!still_they)
        recent_.many = f.clauses.clauses.empty() ? std::string{} : many_in(f, f.clauses.clauses.front()),
        recent_.many_block = f.sentence.block;
    recent_.made = made_in(f);
    recent_.patient = {};
    for (const Clause& clause : f.clauses.clauses) {
        Patient own = patient_in(f, clause);
        if (own.words.empty()) continue;
        if (!recent_.patient.words.empty()) {  // of two, nobody can tell
            recent_.patient = {};
            break;
        }
        recent_.patient = std::move(own);
    }
    constexpr std::uint32_t most_sentences = 2;
    ++recent_.several_sentences_ago;
    if (std::string several = several_in(f); !several.empty())
        recent_.several = std::move(several), recent_.several_sentences_ago = 0, recent_.several_block = f.sentence.block;
    else if (recent_.several_sentences_ago >= most_sentences) recent_.several.clear();
}

/// "The Americans", "residents of two towns": the many that a clause's subject names, without its article; empty for one, and for a pronoun.
std::string EventReader::many_in(const SentenceFacts& f, const Clause& clause) {
    constexpr std::uint32_t longest = 6;
    TokenRange s{clause.subject_begin, clause.subject_end};
    if (clause.kind == Clause::Kind::Relative) return {};
    while (s.begin < s.end && (f.token(s.begin).kind == TokenKind::Mark || f.has(s.begin, kArticle) || is_adverb(f.text, s.begin)))
        ++s.begin;
    while (s.begin < s.end && f.token(s.end - 1).kind == TokenKind::Mark) --s.end;
    std::uint32_t head = s.begin;
    while (head < s.end && (f.token(head).kind == TokenKind::Word || f.token(head).kind == TokenKind::Number) &&
           !is_preposition(f.text, head) && !f.has(head, kConjunction))
        ++head;
    if (head == s.begin || s.end - s.begin > longest || f.has(s.begin, kFunction)) return {};
    const std::string_view last = f.word(head - 1);
    const bool many = last.ends_with('s') && !last.ends_with("ss") && !last.ends_with("us") && !last.ends_with("selves") &&
                      !f.token(head - 1).possessive && f.verb(head - 1).form != VerbForm::Present;
    const bool one = f.token(head - 1).capitalised() && !f.has(s.begin - 1, kArticle);  // "Brussels"
    const bool dated =
        std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.begin < s.end && s.begin < d.tokens.end; });
    const bool plain = head == s.end || f.word(head) == "of";
    if (is_many(last) && head < s.end && (!one || s.begin == f.sentence.first_token) && head == s.begin + 1 && !dated &&
        f.noun(head - 1).known && (f.noun(head - 1).kind == EventKind::Negotiation || f.noun(head - 1).kind == EventKind::Meeting))
        return f.phrase({s.begin, head});  // "Talks | on transit with Oman"
    return many && !one && !dated && plain ? f.phrase(s) : std::string{};
}

/// "the arrangements for | a conference | on refugees": the one gathering to come that a sentence speaks of; empty for none, and for more than one.
std::string EventReader::gathering_in(const SentenceFacts& f) {
    std::string found;
    for (std::uint32_t i = f.sentence.first_token + 1; i < f.sentence.end_token; ++i) {
        const NounSense& sense = f.noun(i);
        if (!sense.known || (sense.kind != EventKind::Meeting && sense.kind != EventKind::Ceremony) ||
            f.token(i).letter_case != Case::Lower)
            continue;
        std::uint32_t begin = i;
        while (begin > f.sentence.first_token + 1 && i - begin < 3 && f.token(begin - 1).kind == TokenKind::Word &&
               !f.has(begin - 1, kFunction | kArticle | kConjunction) && !is_preposition(f.text, begin - 1))
            --begin;
        if (f.word(begin - 1) != "a" && f.word(begin - 1) != "an") continue;
        if (!found.empty()) return {};
        found = f.phrase({begin, i + 1});
    }
    return found;
}

/// "arrested | a 34-year-old man | on Sunday": the one person that a sentence without a name does something to, for the next "he"; empty for none.
std::string EventReader::somebody_in(const SentenceFacts& f) {
    constexpr std::uint32_t longest = 6;
    if (f.clauses.clauses.empty()) return {};
    const VerbGroup& v = f.clauses.verbs[f.clauses.clauses.front().verb];
    if (v.copula || v.sense.strength < 2 || (f.word(v.end) != "a" && f.word(v.end) != "an")) return {};
    const std::uint32_t begin = v.end + 1;
    for (std::uint32_t i = begin; i < std::min(begin + longest, f.sentence.end_token); ++i) {
        if (f.token(i).kind == TokenKind::Mark || is_preposition(f.text, i) || f.has(i, kConjunction | kFunction)) return {};
        const bool end = i + 1 >= f.sentence.end_token || f.token(i + 1).kind != TokenKind::Word || is_preposition(f.text, i + 1) ||
                         f.has(i + 1, kFunction | kConjunction);
        if (end)
            return f.has(i, kPersonNoun) && f.token(i).letter_case == Case::Lower && !f.word(i).ends_with('s') ? f.phrase({begin, i + 1})
                                                                                                               : std::string{};
    }
    return {};
}

/// Who "they" and "these" of a headline are where nothing else says it: the many of the clause before, or of the last sentence.
std::string EventReader::those_meant(const SentenceFacts& f, const Frame& frame) const {
    const std::uint32_t at = frame.subject.begin;
    const std::string_view own = at < frame.subject.end ? f.word(at) : std::string_view{};
    const bool alone = frame.subject.end == at + 1 && (own == "they" || own == "these");
    if (frame.noun || (!alone && own != "their")) return {};
    std::string found;
    bool other = false;  // somebody else was told of since
    for (const Clause& clause : f.clauses.clauses) {
        if (clause.subject_end > at || clause.subject_begin >= clause.subject_end || f.clauses.verbs[clause.verb].first >= at) continue;
        const bool goes_on = clause.subject_end == clause.subject_begin + 1 && f.has(clause.subject_begin, kFunction);
        if (std::string many = many_in(f, clause); !many.empty()) found = std::move(many);
        else other = other || !goes_on;
    }
    if (!found.empty()) return found;
    if (other || recent_.many.empty() || recent_.many_block != f.sentence.block) return {};
    const std::string last = document::fold_name(std::string_view(recent_.many).substr(recent_.many.rfind(' ') + 1));
    for (std::uint32_t i = at + 1; i < f.sentence.end_token; ++i)  // "they captured the city and forced the Russians to withdraw"
        if (f.word(i) == last) return {};
    return recent_.many;
}

}  // namespace dateline::extract
