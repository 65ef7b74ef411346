#include "extract/event_title.h"

#include "extract/title_composer.h"
#include "extract/word_set.h"

namespace dateline::extract {

/// "They said that X": X, where nobody knows who they are; "…, the leader said": what he said. Composes it.
bool Composer::tells_only_that_somebody_spoke() {
    if ((frame_.sense.use & kSays) == 0 || frame_.modality != Modality::Happened) return false;
    const TokenRange s = frame_.subject;
    const bool unknown = s.end <= s.begin + 1 && owner_.empty() && (s.begin >= s.end || is_pronoun_at(s.begin));
    TokenRange tail;
    TokenRange said = without_date(frame_.rest, tail);
    // nothing, or ", the ministry said | in Geneva"
    const auto says_only_where = [&](TokenRange r) {
        for (std::uint32_t i = r.begin; i < r.end; ++i) {
            const bool place = std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) {
                return m.role == PlaceRole::Location && i + 1 >= m.first_token && i < m.end_token;
            });
            if (f_.token(i).kind != TokenKind::Mark && !place) return false;
        }
        return true;
    };
    if (says_only_where(said) && says_only_where(tail) && !frame_.passive) {
        if (f_.dates.size() > 1) return true;  // what was said has a day of its own
        said = {std::max(first_, dateline_end(f_.text, f_.sentence, f_.mentions)),
                std::max(std::max(first_, dateline_end(f_.text, f_.sentence, f_.mentions)),
                         std::min(frame_.clause.begin, s.begin < s.end ? s.begin : frame_.verb.begin))};
    } else if (unknown && word(said.begin) == "that") {
        ++said.begin;
    } else {
        return false;
    }
    while (said.begin < said.end && (f_.token(said.begin).kind == TokenKind::Mark || f_.has(said.begin, kArticle | kConjunction)))
        ++said.begin;
    if (said.end < said.begin + 3) return false;
    subject_pieces_ = 0;
    add_rest(said);
    return true;
}

/// "announced in Valparaíso, in his last account of June 1, | that": what is said, where only phrases stand before it; 0 where it is not so.
std::uint32_t Composer::begin_of_what_was_said() const {
    if ((frame_.sense.use & kSays) == 0 || frame_.passive) return 0;
    for (const Clause& c : f_.clauses.clauses) {
        if (c.kind != Clause::Kind::Content || c.connector <= frame_.verb.end || c.connector >= frame_.rest.end ||
            word(c.connector) != "that")
            continue;
        const std::string_view leads = word(frame_.verb.end);  // not "suggested to Iran that it"
        const bool phrase =
            leads == "in" || leads == "at" || leads == "on" || leads == "during" || leads == "from" || f_.token(frame_.verb.end).is(',');
        const bool verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                      [&](const VerbGroup& g) { return g.first >= frame_.verb.end && g.first < c.connector; });
        return phrase && !verb ? c.connector : 0;
    }
    return 0;
}

/// "announced that 15,000 troops whose tours had been extended | would be pulled out": the verb of what is told behind `from`.
std::vector<VerbGroup>::const_iterator Composer::verb_told(std::uint32_t from) const {
    for (const Clause& c : f_.clauses.clauses)
        if (c.kind == Clause::Kind::Content && c.connector == from) return f_.clauses.verbs.begin() + c.verb;
    return std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                        [&](const VerbGroup& g) { return g.first > from && g.mode == VerbGroup::Mode::Finite; });
}

/// "announced | that", "told parliament on 3 May | that": where what is said begins; 0 where no "that" leads to it.
std::uint32_t Composer::begin_of_that() const {
    const std::uint32_t at = frame_.verb.end;
    if (word(at) == "that") return at;
    constexpr std::uint32_t reach = 9;
    if (frame_.sense.base != "tell") return 0;
    for (std::uint32_t i = at; i < std::min(frame_.rest.end, at + reach) && f_.token(i).kind != TokenKind::Mark; ++i)
        if (word(i) == "that") return i;
    return 0;
}

bool Composer::tells_no_more_than_that(const std::string& title, bool cut) const {
    const std::uint32_t that = begin_of_that();
    const bool says = (frame_.sense.use & kSays) != 0 && !frame_.passive && frame_.modality == Modality::Happened && that != 0;
    if (!says || frame_.rest.end <= that + 3) return false;
    if (title.ends_with(word(frame_.head))) return true;
    const auto told = verb_told(that);
    if (!cut || told == f_.clauses.verbs.end() || told->end >= frame_.rest.end) return false;
    const std::string head = ' ' + std::string(word(told->head));
    if (title.ends_with(head)) return !told->passive;  // "replied that villages were | occupied" tells all
    return title.find(head) == title.npos;
}

/// "Today marks the beginning of | the visit": what begins then; 0 where somebody marks something.
std::uint32_t Composer::what_a_day_marks() const {
    static constexpr WordSet kBegins{"beginning", "start", "opening"};
    if (frame_.sense.base != "mark" || frame_.passive || frame_.rest.begin >= frame_.rest.end) return 0;
    const TokenRange s = frame_.subject;
    const bool day = s.begin >= s.end || std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) {
                         return d.tokens.begin <= s.begin + 1 && d.tokens.end >= s.end;
                     });
    if (!day) return 0;
    std::uint32_t at = frame_.rest.begin;
    while (at < frame_.rest.end && f_.has(at, kArticle)) ++at;
    if (kBegins.contains(word(at)) && word(at + 1) == "of") at += 2;
    while (at < frame_.rest.end && f_.has(at, kArticle)) ++at;
    return at < frame_.rest.end ? at : 0;
}

/// "They | proceeded | to swear an oath", "never successfully | received", "troops | managed | to take the town": without which the verb tells something else.
void Composer::add_what_leads_to_it() {
    static constexpr WordSet kOwnDeeds{"manage", "try", "attempt", "fail", "proceed", "seek", "struggle"};
    const TokenRange v = frame_.verb;
    for (std::uint32_t i = v.begin; i > first_ && i > frame_.subject.end && is_adverb(f_.text, i - 1); --i)
        if (word(i - 1) == "never" || (word(i - 1) == "not" && word(first_) != "had")) return add_tokens({i - 1, i});
    if (word(v.begin) != "to" || frame_.passive) return;
    if (v.begin > first_ && word(v.begin - 1) == "had" && v.begin > frame_.subject.end)
        return add_tokens({v.begin - 1, v.begin});  // "had | to cut the speech short"
    // "were reluctant to leave": no plan
    static constexpr WordSet kPlanned{"set", "due", "likely", "bound", "ready", "expected", "scheduled", "planned", "about"};
    for (const VerbGroup& g : f_.clauses.verbs)
        if (g.copula && g.past && !g.negated && g.end + 1 == v.begin && f_.has(g.head, kBe) && f_.token(g.end).letter_case == Case::Lower &&
            !kPlanned.contains(word(g.end)) && !is_preposition(f_.text, g.end))
            return add_tokens({g.first, v.begin});
    const auto governor = std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                       [&](const VerbGroup& g) { return g.end == v.begin && g.mode == VerbGroup::Mode::Finite; });
    if (governor == f_.clauses.verbs.end() || governor->copula || governor->negated) return;
    const bool by_pronoun = frame_.subject.end == frame_.subject.begin + 1 && is_pronoun(word(frame_.subject.begin));
    static constexpr WordSet kNoPlans{"continued", "began", "started", "ceased", "refused", "declined", "helped", "came", "went", "tended"};
    const bool goes_on = kNoPlans.contains(word(governor->head));  // "Output | continued | to grow"
    if (by_pronoun || (governor->past && !governor->passive && (goes_on || kOwnDeeds.contains(governor->sense.base))))
        add_tokens({governor->first, governor->end});
}

/// The verb as headlines have it: "signed" for "has signed" and "was signed", "took" for "had taken".
void Composer::add_verb() {
    const TokenRange v = frame_.verb;
    const bool waited = frame_.ends_it && frame_.keeps_date;  // "was not reopened until 3 May"
    const bool moved = frame_.modality == Modality::Planned && frame_.passive && f_.has(v.begin, kHave) &&
                       word(v.begin + 1) != "to";  // "has been put off to 2 May"
    bool stands = false;                           // "has not met since May"
    for (std::uint32_t i = v.begin; i < v.end && !waited; ++i) stands = stands || word(i) == "not" || word(i) == "never";
    const bool plain = !waited && !stands && (frame_.modality == Modality::Happened || moved) && v.end - v.begin > 1 &&
                       frame_.head + 1 == v.end && (frame_.sense.known || frame_.sense.form == VerbForm::PastOrParticiple);
    const bool participle = frame_.sense.form == VerbForm::PastOrParticiple || frame_.sense.form == VerbForm::Participle;
    const bool by_pronoun = frame_.subject.end == frame_.subject.begin + 1 && owner_.empty() && is_pronoun_at(frame_.subject.begin);
    if (pieces_.empty() && v.begin > first_ && v.end == v.begin + 1 && participle && word(v.begin - 1).ends_with("ly") &&
        is_adverb(f_.text, v.begin - 1))
        add_tokens({v.begin - 1, v.begin});  // "newly | founded agency held"
    if (frame_.head == first_ && frame_.passive)
        return add_words((by_pronoun ? "was " : "") + std::string(word(first_)));  // "Born in 1923, he …"
    if (by_pronoun && frame_.passive) {                                            // "he was fined", not "he fined"
        if (v.end == v.begin + 1 && participle) add_words("was");                  // "sentenced in 2022 and freed"
        for (std::uint32_t i = v.begin; i < v.end; ++i)
            if (!is_adverb(f_.text, i) || word(i) == "not" || word(i) == "never") pieces_.push_back({i, {}});
        return;
    }
    const bool asked = word(v.begin) == "be" && frame_.passive && v.begin > first_ && !f_.has(v.begin - 1, kConjunction);
    if (asked) {  // "proposed that the day | be declared a holiday"
        const bool told_as_asked =
            std::any_of(pieces_.begin(), pieces_.end(), [&](const TitlePiece& p) { return p.words.empty() && word(p.token) == "that"; });
        if (!told_as_asked) add_words("to");
        return add_tokens(v);
    }
    add_what_leads_to_it();
    std::uint32_t head = frame_.head;
    while (head > first_ && f_.token(head).hyphenated) --head;                                              // "re-elected"
    if (plain && participle && frame_.passive && v.end - v.begin > 2 && word(head - 1) == "being") --head;  // "was | being sold": not yet
    if (plain && participle && (frame_.passive || frame_.sense.form == VerbForm::PastOrParticiple)) return add_tokens({head, v.end});
    // "before | flying to Cairo", ", | driving them back": told as done
    const bool done = frame_.modality == Modality::Happened && frame_.past && frame_.sense.form == VerbForm::Gerund &&
                      v.end == v.begin + 1 && !frame_.passive;
    if (done && !frame_.sense.past.empty()) return add_words(std::string(frame_.sense.past));
    const bool apart = frame_.modality == Modality::Happened && frame_.past && frame_.sense.form == VerbForm::Base &&
                       v.end == v.begin + 1;  // "Only then did they | meet"
    if (((plain && participle) || apart) && !frame_.sense.past.empty()) return add_words(std::string(frame_.sense.past));
    const auto governor =
        std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.head == frame_.shared_head; });
    const bool joined = v.begin > first_ && word(v.begin - 1) == "and" && frame_.shared_head != 0 &&
                        (word(v.begin) == "be" || frame_.sense.form == VerbForm::Base) && (frame_.sense.use & kIntends) == 0;
    if (joined && frame_.modality == Modality::Hypothetical && governor != f_.clauses.verbs.end() && f_.has(governor->first, kModal))
        add_tokens({governor->first, governor->first + 1});  // "should move and | make"
    if (joined && frame_.modality == Modality::Planned && (word(v.begin) == "be" || v.begin == frame_.head))
        add_words("to");  // "will begin in 2027 and | be ready by 2032"
    for (std::uint32_t i = v.begin; i < v.end; ++i) {
        const bool filler = is_adverb(f_.text, i) && word(i) != "not" && word(i) != "never" && word(i) != "nearly" && word(i) != "almost";
        const bool planned_be = !by_pronoun && frame_.modality == Modality::Planned && i == v.begin && f_.has(i, kBe) &&
                                v.end - v.begin > 1 && word(v.begin) != "be";
        if (i == v.begin && word(i) == "having" && frame_.modality == Modality::Happened)
            add_words("had");  // ", having been out until July"
        else if (!filler && !planned_be) pieces_.push_back({i, {}});
    }
}

/// "coups in Mali and Niger", each with its own day: of each it was one. Empty for what is many or has no other form: "talks", "floods".
static std::string_view one_of(std::string_view many) {
    static constexpr WordSet kCounted{"attacks", "coups",     "takeovers", "putsches",    "airstrikes",     "bombings",
                                      "raids",   "massacres", "ambushes",  "explosions",  "blasts",         "crashes",
                                      "summits", "meetings",  "visits",    "earthquakes", "assassinations", "collisions"};
    if (!kCounted.contains(many)) return {};
    many.remove_suffix(many.ends_with("shes") || many.ends_with("ches") ? 2 : 1);
    return many;
}

/// "an accord among Ghana|, the Gambia and Togo": where the names end that a phrase was cut in.
std::uint32_t Composer::end_of_list(TokenRange phrase) const {
    static constexpr WordSet kOfSeveral{"among", "between", "with"};
    if (!f_.token(phrase.end).is(',') || phrase.end <= phrase.begin + 2 || !f_.token(phrase.end - 1).capitalised()) return phrase.end;
    std::uint32_t lead = phrase.end - 1;
    while (lead > phrase.begin && (f_.token(lead).capitalised() || f_.has(lead, kArticle))) --lead;
    if (!kOfSeveral.contains(word(lead))) return phrase.end;
    std::uint32_t i = phrase.end;
    bool joined = false;
    while (i < f_.sentence.end_token &&
           (f_.token(i).is(',') || f_.has(i, kArticle) || f_.token(i).capitalised() || (f_.has(i, kConjunction) && !joined)))
        joined = joined || f_.has(i, kConjunction), ++i;
    return joined && f_.token(i - 1).capitalised() ? i : phrase.end;
}

void Composer::add_noun_phrase() {
    TokenRange r = frame_.rest;
    // "27 Aug. – Former minister Tan | and other officers call for a truce": a line without a verb that was read is told whole
    const bool named = f_.token(r.end).is(',') && f_.token(r.end + 1).capitalised() &&
                       std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                   [&](const VerbGroup& g) { return g.first > r.end && g.mode == VerbGroup::Mode::Participle; });
    if (named && f_.clauses.clauses.empty() && !f_.noun(frame_.head).known && !frame_.item && !frame_.listed)
        r.end = f_.sentence.end_token;  // "3 May – The union's president|, Ann Roe, taken hostage"
    if (f_.clauses.clauses.empty() && !f_.noun(frame_.head).known && !frame_.item && (f_.has(r.end, kConjunction) || word(r.end) == "as") &&
        !frame_.listed)
        r.end = f_.sentence.end_token;
    if (r.begin < r.end && f_.token(r.begin).possessive && r.begin + 1 < r.end) {
        // "Armenia's", with the words of its name before it
        while (r.begin > first_ && f_.token(r.begin - 1).capitalised() && !f_.token(r.begin - 1).possessive &&
               f_.token(r.begin).capitalised())
            --r.begin;
    } else if (r.begin > first_ && is_possessive_pronoun(word(r.begin - 1)) && !owner_.empty()) {
        add_words(owner_genitive());
    }
    r.end = end_of_list(r);
    if (frame_.date >= 0) {  // "Visit of the minister to Chad|, 10 September 2020"
        const TokenRange day = f_.dates[static_cast<std::size_t>(frame_.date)].tokens;
        if (day.end == r.end && day.begin > r.begin + 2 && f_.token(day.begin - 1).is(',')) r.end = day.begin - 1;
    }
    const auto in_name = [&](std::uint32_t i) {
        return i > first_ && f_.token(i).kind == TokenKind::Word && f_.token(i).letter_case == Case::Capital;
    };
    if (r.begin > first_ + 1 && pieces_.empty() && in_name(r.begin - 1) && f_.has(r.begin - 1, kFunction) &&
        in_name(r.begin - 2))  // "Visegrad Four | presidents"
        while (in_name(r.begin - 1)) --r.begin;
    static constexpr WordSet kMany{"several", "many",  "various", "multiple", "numerous", "further",
                                   "two",     "three", "four",    "five",     "six",      "twin"};
    for (std::uint32_t i = r.begin; i < r.end; ++i) {
        if (frame_.left_out.contains(i)) continue;
        if (i == frame_.head + 2 && is_possessive_pronoun(word(i)) && is_preposition(f_.text, i - 1) &&
            owner_.empty()) {  // "A fire in | its | workshop"
            add_words("the");
            continue;
        }
        const bool alone =
            i == r.begin || (!kMany.contains(word(r.begin)) && f_.token(r.begin).kind == TokenKind::Word);  // not "two attacks"
        const std::string_view one = i == frame_.head && frame_.listed && alone ? one_of(word(i)) : std::string_view{};
        one.empty() ? add_tokens({i, i + 1}) : add_words(std::string(one));
    }
}

/// A subject that is too long for a headline: "Memorandum signed in Sofia".
void Composer::turn_passive() {
    const bool says = (frame_.sense.use & kSays) != 0;
    const bool transitive =
        !says && !frame_.passive && frame_.sense.form == VerbForm::PastOrParticiple && frame_.sense.strength >= 2 && subject_pieces_ > 0;
    if (!transitive || (!tells_of_himself() && printed_length(f_, std::span(pieces_).first(subject_pieces_)) < 48)) return;
    const TokenRange rest = frame_.rest;
    std::uint32_t object_end = rest.begin;
    const auto is_day = [&](std::uint32_t i) {
        return std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin == i; });
    };
    while (object_end < rest.end && f_.token(object_end).kind != TokenKind::Mark && !is_day(object_end) &&
           (!is_preposition(f_.text, object_end) || word(object_end) == "of" || word(object_end) == "for" || word(object_end) == "on"))
        ++object_end;
    std::uint32_t begin = rest.begin;
    while (begin < object_end && f_.has(begin, kArticle)) ++begin;
    const std::uint32_t after = object_end;
    while (object_end > begin && is_preposition(f_.text, object_end - 1)) --object_end;
    if (begin >= object_end || is_preposition(f_.text, rest.begin) || word(begin) == "that") return;
    pieces_.clear();
    add_tokens({begin, object_end});
    add_tokens({frame_.head, frame_.head + 1});
    add_rest({after, rest.end});
}

std::size_t length_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

std::string title_of(const SentenceFacts& facts, const Frame& frame, const Referents& meant) {
    if (frame.told_in < 0) return Composer(facts, frame, meant).run();
    const Clause& over = facts.clauses.clauses[static_cast<std::size_t>(frame.told_in)];
    const VerbGroup& v = facts.clauses.verbs[over.verb];
    Frame telling = frame;
    for (const Clause* c = &over;
         telling.subject = {c->subject_begin, c->subject_end}, c->subject_begin >= c->subject_end && c->governor >= 0;)
        c = &facts.clauses.clauses[static_cast<std::size_t>(c->governor)];  // "signed X, but | denied a report that"
    telling.verb = {v.first, v.end};
    telling.head = v.head;
    telling.rest = {v.end, std::max(v.end, frame.rest.end)};
    telling.sense = v.sense;
    telling.passive = v.passive;
    telling.past = v.past;
    telling.modality = Modality::Happened;
    telling.antecedent = {};
    telling.part_of = false;
    return Composer(facts, telling, meant).run();
}

}  // namespace dateline::extract
