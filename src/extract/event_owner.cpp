#include "extract/events.h"

#include "extract/event_title.h"
#include "extract/frame_actors.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>

// Whom or what the pronoun means that a headline would open with.
namespace dateline::extract {
namespace {

/// "French forces", "VPA and NLF": who can do things.
bool tells_of_people(std::string_view words) {
    static constexpr WordSet kWho{"forces",  "troops",    "soldiers",   "rebels", "militants", "insurgents",  "fighters",   "police",
                                  "leaders", "ministers", "presidents", "units",  "armies",    "governments", "delegations"};
    const std::string_view last = words.substr(words.rfind(' ') + 1);
    return kWho.contains(last) || (lexicon_of(last) & (kPersonNoun | kTitle)) != 0 || words.find(" and ") != words.npos;
}

}  // namespace

/// A pronoun, or the place of a subject that is missing.
struct EventReader::Pointer {
    std::uint32_t at = 0;
    std::string_view word;  ///< that stands there, whatever it is
    bool of_person = false, of_thing = false;
    bool is_subject = false;  ///< of a verb, not "his visit"
    bool opens = false;       ///< the sentence

    bool is(std::string_view pronoun) const { return word == pronoun; }
    bool is_known() const { return of_person || of_thing || is("they") || is("their"); }
};

EventReader::Pointer EventReader::pointer_of(const SentenceFacts& f, const Frame& frame) {
    Pointer p;
    p.at = frame.noun ? frame.rest.begin : frame.subject.begin < frame.subject.end ? frame.subject.begin : frame.verb.begin;
    if (!frame.noun && p.at + 1 < frame.subject.end && f.word(p.at) == "there") ++p.at;  // "There he and Ms Smith signed"
    p.word = frame.noun ? (p.at > f.sentence.first_token ? f.word(p.at - 1) : std::string_view{}) : f.word(p.at);
    p.of_person = p.is("he") || p.is("she") || p.is("his") || p.is("her");
    p.of_thing = p.is("it") || p.is("its");
    p.is_subject = !frame.noun;
    p.opens = p.at <= f.sentence.first_token + 1;
    return p;
}

/// "As | he | toured the docks on 12 November, the Georgian minister said": who is named behind the clause that opens the sentence.
std::optional<std::string> EventReader::named_behind(const SentenceFacts& f, const Pointer& p) {
    if (!p.of_person || !p.is_subject) return std::nullopt;
    const auto own = std::find_if(f.clauses.clauses.begin(), f.clauses.clauses.end(), [&](const Clause& c) {
        return c.kind == Clause::Kind::Adverbial && c.subject_begin == p.at && p.at <= f.sentence.first_token + 1;
    });
    if (own == f.clauses.clauses.end()) return std::nullopt;
    const auto main = std::find_if(own, f.clauses.clauses.end(), [&](const Clause& c) { return c.kind == Clause::Kind::Main; });
    if (main == f.clauses.clauses.end() || main->subject_begin >= main->subject_end) return std::nullopt;
    for (const ActorMention& a : f.actors)
        if (a.kind == ActorMention::Kind::Person && a.name.begin >= main->subject_begin && a.name.end <= main->subject_end)
            return f.phrase(a.name);
    if (!f.has(main->subject_end - 1, kTitle | kPersonNoun)) return std::nullopt;
    std::uint32_t begin = main->subject_begin;
    while (begin < main->subject_end && f.has(begin, kArticle)) ++begin;
    return f.phrase({begin, main->subject_end});
}

/// "The president looked back on | his | journey": whoever the president is.
std::optional<std::string> EventReader::role_told(const SentenceFacts& f, const Pointer& p) {
    if (f.clauses.clauses.empty()) return std::nullopt;
    const Clause& main = f.clauses.clauses.front();
    const bool role = main.subject_end <= p.at && main.subject_end > main.subject_begin &&
                      f.has(main.subject_end - 1, kTitle | kPersonNoun) &&
                      (f.token(main.subject_end - 1).letter_case == Case::Lower ||
                       (main.subject_end == main.subject_begin + 2 && f.has(main.subject_begin, kArticle))) &&
                      main.subject_end - main.subject_begin <= 4;
    if (!role) return std::nullopt;
    std::uint32_t begin = main.subject_begin;
    while (begin < main.subject_end && f.has(begin, kArticle)) ++begin;
    return f.phrase({begin, main.subject_end});
}

/// "The agency says | it | will not be repaired before August", "| It | is to be held in May": not who speaks, but what was told of before.
std::optional<std::string> EventReader::works_told(const Frame& frame, const Pointer& p) const {
    const TokenRange speaker = frame.speaker;
    const bool works = frame.kind == EventKind::Construction || frame.kind == EventKind::Opening || frame.kind == EventKind::Closing;
    if (frame.passive && works && knows_thing() && speaker.begin < speaker.end && speaker.end <= p.at) return recent_.thing;
    if (p.is_subject && p.opens && frame.kind == EventKind::Meeting && frame.passive && !recent_.gathering.empty())
        return recent_.gathering;
    return std::nullopt;
}

/// "Militants claimed | they | had shot it down", "the president said that | he | would decide": whoever says so.
std::optional<std::string> EventReader::speaker_told(const SentenceFacts& f, const Frame& frame, const Pointer& p) {
    const TokenRange s = frame.speaker;
    if (!p.is_subject || s.begin >= s.end || s.end > p.at) return std::nullopt;
    const auto begin_of = [&](bool past_prepositions) {
        std::uint32_t begin = s.begin;
        while (begin < s.end && (f.has(begin, kArticle | kConjunction) || f.token(begin).kind == TokenKind::Mark ||
                                 (past_prepositions && is_preposition(f.text, begin))))
            ++begin;
        return begin;
    };
    const bool by_them = frame.passive && frame.kind == EventKind::Arrest;  // "Prosecutors said they would be charged": not they
    if (!by_them && (p.is("they") || p.of_thing) && s.end - s.begin <= 6) {
        const std::uint32_t begin = begin_of(true);
        const bool state = p.is("they") && begin + 1 == s.end && std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) {
                               return m.place >= 0 && m.first_token == begin;
                           });
        const bool name = begin < s.end && !state &&
                          (!f.has(begin, kFunction) || begin + 1 < s.end);  // "the three countries"; not "Pristina says that they"
        if (name) return f.phrase({begin, s.end});
    }
    if (p.of_person && s.end - s.begin <= 4 && frame.subject.end == frame.subject.begin + 1 && f.has(s.end - 1, kTitle | kPersonNoun))
        if (const std::uint32_t begin = begin_of(false); begin < s.end) return f.phrase({begin, s.end});
    return std::nullopt;
}

/// "set up a working group. | It | held its first session": what the last sentence made, decided or confirmed, where the deed is one that such a thing does.
std::optional<std::string> EventReader::matter_told(const SentenceFacts& f, const Frame& frame, const Pointer& p) const {
    const bool says = (frame.sense.use & kSays) != 0;
    if (p.opens && p.is_subject && !recent_.made.empty()) {
        const bool works = frame.kind == EventKind::Construction || frame.kind == EventKind::Opening || frame.kind == EventKind::Closing;
        static constexpr std::array<std::string_view, 8> kGroups{" group", " commission", " committee", " council",
                                                                 " body",  " panel",      " mission",   " party"};
        const bool met = frame.kind == EventKind::Meeting &&
                         std::any_of(kGroups.begin(), kGroups.end(), [&](std::string_view group) { return recent_.made.ends_with(group); });
        if ((works && frame.passive) || met) return recent_.made;
    }
    // "declared a state of emergency. It takes effect on Saturday": what was made, and not who made it
    const std::string_view after = f.word(frame.verb.end);
    const bool runs =
        !frame.passive && ((frame.sense.base == "take" && after == "effect") || (frame.sense.base == "enter" && after == "into") ||
                           frame.sense.base == "expire" || frame.sense.base == "last");
    if (p.is_subject && runs && p.opens && !recent_.patient.words.empty() && !recent_.patient.many) {
        constexpr std::string_view article = "the ";
        return recent_.patient.words.substr(article.size());
    }
    if (p.opens && !recent_.speaker.empty() && says) return recent_.speaker;
    // "The ministry confirmed that the ward will open. | It was closed in 2020": not the ministry, which could only say so
    const bool happens_to_things = frame.passive || frame.kind == EventKind::Movement || frame.kind == EventKind::Closing ||
                                   frame.kind == EventKind::Opening || frame.kind == EventKind::Disaster ||
                                   frame.kind == EventKind::Incident;
    if (!p.is_subject || !happens_to_things || says || frame.kind == EventKind::Assertion || recent_.matter.empty()) return std::nullopt;
    const bool it_alone = std::all_of(f.clauses.clauses.begin(), f.clauses.clauses.end(), [&](const Clause& c) {
        return c.subject_begin >= p.at || c.subject_begin >= c.subject_end || f.word(c.subject_end - 1) == "it";
    });  // "Should it move west, | it could reach"
    return it_alone ? std::optional(recent_.matter) : std::nullopt;
}

/// "the defence asked the court …; | its | application": the subject before it, if that is a thing.
std::optional<std::string> EventReader::thing_told(const SentenceFacts& f, const Pointer& p) const {
    // "A mission leaves on Tuesday; if access is granted, it would go on": what is told first, and no condition
    const bool conditional = f.clauses.clauses.size() > 2 && f.word(f.clauses.clauses[1].connector) == "if" &&
                             f.clauses.clauses[1].connector > f.sentence.first_token && f.token(f.clauses.clauses[1].connector - 1).is(';');
    if (conditional) {
        const Clause& main = f.clauses.clauses.front();
        const bool thing_first = main.kind == Clause::Kind::Main && main.subject_end > main.subject_begin + 1 &&
                                 f.has(main.subject_begin, kArticle) && f.token(main.subject_end - 1).letter_case == Case::Lower;
        if (thing_first && !f.word(main.subject_end - 1).ends_with('s') && !f.has(main.subject_end - 1, kPersonNoun | kTitle))
            return f.phrase({main.subject_begin + 1, main.subject_end});
    }
    std::string thing;
    for (const Clause& clause : f.clauses.clauses)
        if (clause.subject_end <= p.at && clause.begin < p.at)
            if (std::string subject = thing_of(f, clause); !subject.empty()) thing = std::move(subject);
    return thing.empty() ? std::nullopt : std::optional(std::move(thing));
}

/// "The police held two men. Prosecutors said | they | would be charged", "By 1919 | they | were running short": several of whom it was told.
std::optional<std::string> EventReader::many_told(const SentenceFacts& f, const Frame& frame, const Pointer& p) const {
    if (frame.passive && frame.kind == EventKind::Arrest && recent_.patient.many) return recent_.patient.words;
    const bool after_lead = p.at <= f.clauses.fronted_end && tells_of_people(recent_.several);
    const bool opens =
        p.opens || after_lead || (frame.speaker.begin < frame.speaker.end && frame.speaker.begin <= f.sentence.first_token + 1);
    const bool near_by = recent_.several_sentences_ago == 0 || recent_.several_block == f.sentence.block;
    if (opens && near_by && !recent_.several.empty()) return recent_.several;
    if (opens || !p.is_subject) return std::nullopt;
    std::string several = several_in(f, p.at);
    return several.empty() ? std::nullopt : std::optional(std::move(several));
}

/// Somebody named before it in the sentence: "Putin flew to Astana, where | he | signed".
std::optional<std::string> EventReader::actor_told(const SentenceFacts& f, const Frame& frame, const Pointer& p) const {
    const ActorMention* found = nullptr;
    for (const ActorMention& a : f.actors) {
        if (a.tokens.begin >= p.at) break;
        const bool person = a.kind == ActorMention::Kind::Person;
        if ((p.of_person && person) || (p.of_thing && !person) || (!p.of_person && !p.of_thing)) {
            if (!found || frame.speaker.contains(a.tokens.begin)) found = &a;
        }
    }
    if (found) return f.phrase(found->kind == ActorMention::Kind::Person ? found->name : found->tokens);
    if (!p.of_person || f.clauses.clauses.empty() || f.clauses.clauses.front().subject_end > p.at) return std::nullopt;
    const Clause& main = f.clauses.clauses.front();
    const std::vector<TokenRange> names = unlisted_actors(f, {main.subject_begin, main.subject_end}, gazetteer_);
    if (names.size() != 1 || !f.token(names.front().begin).capitalised()) return std::nullopt;
    return f.phrase(names.front());
}

/// Whom or what the sentences before have told of.
std::string EventReader::last_told(const SentenceFacts& f, const Frame& frame, const Pointer& p) const {
    if (p.of_person) {
        // "The call cost the premier his office: she was removed": of another paragraph only where the sentence opens with it
        const bool far = p.is_subject && frame.subject.begin < frame.subject.end && p.at > f.sentence.first_token &&
                         (f.token(p.at - 1).is(':') || f.token(p.at - 1).is(';')) && recent_.person_block != f.sentence.block;
        if (far) return {};
        return recent_.name.empty() ? recent_.person : recent_.name;
    }
    if (!p.of_thing) return {};
    return frame.passive && !knows_thing() ? std::string{} : what_it_is();
}

/// What a pronoun or a missing subject stands for: somebody named before it in the sentence, else in the last one.
std::string EventReader::owner_of(const SentenceFacts& f, const Frame& frame) const {
    const Pointer p = pointer_of(f, frame);
    const bool points = p.is("it") && p.is_subject && frame.verb.end == frame.verb.begin + 1 && f.has(frame.verb.begin, kBe) &&
                        (f.has(frame.verb.end, kArticle) || is_possessive_pronoun(f.word(frame.verb.end)));
    if (points) return {};  // "It was the second attack"
    if (p.is("both") && p.is_subject && frame.subject.end == frame.subject.begin + 1)
        return p.at > f.sentence.first_token ? several_in(f, p.at) : std::string{};  // "…; both had been shut"
    if (p.is("we") && p.is_subject && speaks_for_itself(f, frame)) return voice_;
    const bool missing = p.is_subject && frame.subject.begin >= frame.subject.end;
    if (!p.is_known() && !missing) return {};
    std::optional<std::string> told;
    if (p.of_person) told = named_behind(f, p);
    if (!told && p.of_person) told = role_told(f, p);
    if (!told && p.is("it")) told = works_told(frame, p);
    if (!told) told = speaker_told(f, frame, p);
    if (!told && p.is("it")) told = matter_told(f, frame, p);
    if (!told && p.of_thing) told = thing_told(f, p);
    if (!told && p.is("they")) told = many_told(f, frame, p);
    if (!told) told = actor_told(f, frame, p);
    return told ? *std::move(told) : last_told(f, frame, p);
}

}  // namespace dateline::extract
