#include "extract/date_binding.h"

#include "extract/date_binder.h"
#include "extract/frame_clues.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <utility>

namespace dateline::extract {

namespace {

constexpr WordSet kHeld{"held", "convened", "hosted", "organised", "organized", "chaired", "co-chaired", "attended"};

}  // namespace

DateBindings Binder::run() {
    out_.of_verb.assign(f_.clauses.verbs.size(), -1);
    out_.counted = counted_from_day(f_);
    out_.listed = listed_nouns(f_);
    // "YEREVAN, June 8 — The police arrested a man on June 6": the dateline's day is of what has no other.
    const std::uint32_t dateline = dateline_end(f_.text, f_.sentence, f_.mentions);
    std::size_t of_report = 0;
    while (of_report < f_.dates.size() && f_.dates[of_report].tokens.begin < dateline) ++of_report;
    has_dateline_ = of_report > 0;
    for (std::size_t d = of_report; d < f_.dates.size(); ++d)
        if (!is_listed(static_cast<std::int32_t>(d))) bind(static_cast<std::int32_t>(d));
    for (const ListedNoun& own : out_.listed) share_with_relative(own);
    share_with_main();
    take_day_of_picture();
    const bool entry = of_report > 0 && entry_lead(f_.text, f_.sentence, f_.mentions).end != 0;
    for (std::size_t d = 0; d < of_report; ++d)
        entry ? bind_entry(static_cast<std::int32_t>(d)) : bind_dateline(static_cast<std::int32_t>(d));
    return std::move(out_);
}

/// "Friday 16: Table quiz, | 8pm": when on the day that its entry opens with.
bool Binder::is_hour_of_entry(const DateMention& date) const {
    const DateMention& label = f_.dates.front();
    return date.of_hour && &label != &date && opens_with(f_, label) && f_.token(label.tokens.end).is(':') &&
           label.edtf.bounds().begin == date.edtf.bounds().begin;
}

/// "killed seven; | three days earlier | Uribe, who hoped to win, had been shot": of the clause after the relative one; -1 for none.
std::int32_t Binder::past_semicolon(const DateMention& date, std::int32_t c) const {
    if (c < 0 || static_cast<std::size_t>(c) + 2 >= f_.clauses.clauses.size()) return -1;
    const auto at = static_cast<std::size_t>(c);
    const Clause &relative = clause(at + 1), &later = clause(at + 2);
    const bool aside = relative.kind == Clause::Kind::Relative && date.tokens.end <= relative.connector &&
                       later.subject_begin < later.subject_end && later.subject_end <= relative.connector &&
                       later.subject_begin >= date.tokens.end;
    const auto from = f_.text.tokens.begin() + verb_of(clause(at)).end, to = f_.text.tokens.begin() + date.tokens.begin;
    return aside && from < to && std::any_of(from, to, [](const Token& t) { return t.is(';'); }) ? c + 2 : -1;
}

/// "2 May – General election | ; the winner is sworn in on the 7th": where what an entry's day is of ends, before the verb of another
/// part; 0 for none.
std::uint32_t Binder::joint_past_label(const DateMention& label, const VerbGroup& v) const {
    constexpr std::uint32_t marks = 4;  // "- **2 May**"
    const Token& after = f_.token(label.tokens.end);
    if (label.tokens.begin > first_ + marks || (!after.is(':') && !after.is('-') && !after.is('*'))) return 0;
    for (std::uint32_t i = first_; i < label.tokens.begin; ++i)
        if (f_.token(i).kind != TokenKind::Mark) return 0;
    for (std::uint32_t i = v.first; i-- > label.tokens.end;)
        if (f_.token(i).is(';')) return i;
    return 0;
}

/// "Euro 2020 |, held": a year that ends a name which opens the subject.
bool Binder::is_of_name(const DateMention& date, const Clause& own) const {
    const bool year =
        date.edtf.precision() == calendar::Precision::Year && !date.edtf.is_interval() && date.tokens.end == date.tokens.begin + 1;
    return year && own.subject_begin < date.tokens.begin && date.tokens.end <= own.subject_end &&
           f_.token(date.tokens.begin - 1).capitalised() && !is_preposition(f_.text, date.tokens.begin - 1) &&
           f_.token(date.tokens.end).is(',');
}

/// "The ministers, meeting in Ashgabat on 12 November, adopted a statement": what they did meanwhile was on that day.
void Binder::share_with_main() {
    static constexpr WordSet kThen{"at", "during", "in", "within", "on"};
    for (const Clause& own : f_.clauses.clauses) {
        const VerbGroup& main = verb_of(own);
        // "At a meeting held in Minsk on 14 November, the sides agreed …"
        const bool done = out_.of_verb[own.verb] < 0 && main.sense.strength >= 2 && !main.planned && !main.hypothetical && !main.perfect &&
                          (main.past || main.sense.form == VerbForm::Past);
        for (std::uint32_t v = own.verb; done && own.kind == Clause::Kind::Main && kThen.contains(f_.word(first_)) && v-- > 0;)
            if (verb(v).mode == VerbGroup::Mode::Participle && verb(v).end <= f_.clauses.fronted_end &&
                kHeld.contains(f_.word(verb(v).head)) && out_.of_verb[v] >= 0)
                out_.of_verb[own.verb] = out_.of_verb[v];
        // "Euro 2020, held in 2021, was won by Italy": the year of its name is no time of it
        if (const std::int32_t year = out_.of_verb[own.verb]; year >= 0 && is_of_name(f_.dates[static_cast<std::size_t>(year)], own))
            for (std::uint32_t v = own.verb; v-- > 0;)
                if (verb(v).mode == VerbGroup::Mode::Participle &&
                    verb(v).first == f_.dates[static_cast<std::size_t>(year)].tokens.end + 1 && kHeld.contains(f_.word(verb(v).head)) &&
                    out_.of_verb[v] >= 0)
                    out_.of_verb[own.verb] = out_.of_verb[v];
        const bool takes = out_.of_verb[own.verb] < 0 && main.sense.strength >= 2 && !main.planned && !main.hypothetical && !main.perfect &&
                           (main.past || main.sense.form == VerbForm::Past);
        for (std::uint32_t v = own.verb; takes && v-- > 0;) {
            const VerbGroup& beside = verb(v);
            const bool met = beside.mode == VerbGroup::Mode::Participle && beside.sense.kind == EventKind::Meeting &&
                             beside.sense.base != "hold";  // ", gathered in Baku on 11 November,"
            const bool aside = (beside.mode == VerbGroup::Mode::Gerund || met) && !beside.perfect && beside.first > own.subject_begin &&
                               own.subject_begin >= own.begin && f_.token(beside.first - 1).is(',') && f_.token(main.first - 1).is(',');
            if (aside && out_.of_verb[v] >= 0) out_.of_verb[own.verb] = out_.of_verb[v];
        }
    }
}

/// "Satellite images taken between 3 and 5 May, released last week, | show trenches": what a picture shows was so when it was taken.
void Binder::take_day_of_picture() {
    static constexpr WordSet kPictures{"image",  "images",   "imagery", "photograph", "photographs",
                                       "photos", "pictures", "footage", "video",      "videos"};
    static constexpr WordSet kTaken{"taken", "shot", "recorded", "filmed", "captured", "acquired", "collected"};
    static constexpr WordSet kShows{"show",     "shows",     "showed",   "reveal",    "reveals",   "revealed", "suggest",
                                    "suggests", "suggested", "indicate", "indicates", "indicated", "depict",   "depicts"};
    for (const Clause& own : f_.clauses.clauses) {
        if (!kShows.contains(f_.word(verb_of(own).head))) continue;
        for (std::uint32_t v = 0; v < own.verb; ++v) {
            const VerbGroup& g = verb(v);
            const bool taken = g.mode == VerbGroup::Mode::Participle && g.first > own.subject_begin && kTaken.contains(f_.word(g.head)) &&
                               kPictures.contains(f_.word(g.first - 1));
            if (!taken || out_.of_verb[v] < 0) continue;
            for (std::uint32_t other = v + 1; other < own.verb; ++other)
                if (verb(other).mode == VerbGroup::Mode::Participle) out_.of_verb[other] = -1;  // "released last week"
            out_.of_verb[own.verb] = out_.of_verb[v];
            out_.of_verb[v] = -1;
        }
    }
}

/// "attacks at Kidal on 3 March, | in which 40 people died; at Gao on 9 May, | when 12 were killed": what more is told of each is of its day.
void Binder::share_with_relative(const ListedNoun& listed) {
    const std::uint32_t from = f_.dates[static_cast<std::size_t>(listed.date)].tokens.end;
    for (const Clause& c : f_.clauses.clauses) {
        const bool hangs = c.kind == Clause::Kind::Relative || (c.kind == Clause::Kind::Adverbial && f_.word(c.connector) == "when");
        if (hangs && c.connector >= from && verb_of(c).end <= listed.end && out_.of_verb[c.verb] < 0) out_.of_verb[c.verb] = listed.date;
    }
}

/// To the main verb, and to those joined to it, that no date of the sentence's own is bound to.
void Binder::bind_dateline(std::int32_t d) {
    for (std::size_t c = 0; c < f_.clauses.clauses.size(); ++c) {
        if (clause(c).kind != Clause::Kind::Main) continue;
        auto& slot = out_.of_verb[clause(c).verb];
        // "GOMA, May 5 – The storm tore roofs off after it made landfall on Saturday"
        const bool circumstance = c + 1 < f_.clauses.clauses.size() && clause(c + 1).kind == Clause::Kind::Adverbial &&
                                  out_.of_verb[clause(c + 1).verb] >= 0 &&
                                  (f_.word(clause(c + 1).connector) == "when" ||
                                   (f_.word(clause(c + 1).connector) == "after" && verb_of(clause(c + 1)).sense.strength < 2));
        if (slot < 0 && !circumstance && !verb_of(clause(c)).planned) slot = d;  // not "HANOI, Nov 17 – The president will visit Vietnam"
        return;
    }
}

/// "05SEP – Goma: heavy fighting; the bridge changed hands": to what it opens with, planned or done, a verb or a noun.
void Binder::bind_entry(std::int32_t d) {
    const DateMention& date = f_.dates[static_cast<std::size_t>(d)];
    const std::uint32_t lead = entry_lead(f_.text, f_.sentence, f_.mentions).end;
    const auto first_verb = f_.clauses.clauses.empty() ? end_ : verb_of(f_.clauses.clauses.front()).first;
    const auto stop =
        std::find_if(f_.text.tokens.begin() + lead, f_.text.tokens.begin() + end_, [](const Token& t) { return t.is(';') || t.is(','); });
    const auto before = static_cast<std::uint32_t>(stop - f_.text.tokens.begin());
    // "mass planned at the church where forty were killed on 27 July | was called off": a verb after the clause that stands within
    const Clause* front = f_.clauses.clauses.empty() ? nullptr : &f_.clauses.clauses.front();
    const bool within = front && front->kind == Clause::Kind::Relative && f_.clauses.clauses.size() > 1 &&
                        clause(1).kind == Clause::Kind::Main && clause(1).subject_begin < clause(1).subject_end &&
                        clause(1).subject_end <= front->connector;
    if (within) front = &clause(1);
    const bool verbless = !within && (before <= first_verb || (front && front->kind == Clause::Kind::Relative));
    static constexpr WordSet kUpTo{"to", "until", "till", "by", "through", "before"};
    if (front && front->kind != Clause::Kind::Relative) {
        auto& slot = out_.of_verb[front->verb];
        const std::uint32_t own = slot >= 0 ? f_.dates[static_cast<std::size_t>(slot)].tokens.begin : 0;
        const bool up_to =
            slot >= 0 && (kUpTo.contains(f_.word(own)) || kUpTo.contains(f_.word(own - 1)));  // "extended the curfew | to 30SEP"
        if (slot < 0 || up_to) slot = d;
    }
    if (!verbless) return;
    for (std::uint32_t i = lead; i < before; ++i)
        if (f_.noun(i).known && f_.noun(i).strength >= 2) return add_noun(i, d, -1);
    if (const std::uint32_t entry = f_.clauses.clauses.empty() ? nouns_.entry_of_list(date) : 0; entry != 0 && entry < before)
        return add_noun(entry, d, -1);
    bind_dateline(d);
}

/// "walked free on Sunday and were handed over to the army, the governor said | Monday": the day of the deed before it, since that on
/// which it was said is not its own; -1 for none.
std::int32_t Binder::day_before_said(const DateMention& date, std::int32_t c) const {
    if (c < 0 || !f_.clauses.aside.contains(date.tokens.begin)) return -1;
    const Clause& own = clause(static_cast<std::size_t>(c));
    const VerbGroup& v = verb_of(own);
    const bool past = v.past || v.sense.form == VerbForm::Past || v.sense.form == VerbForm::PastOrParticiple;
    if (own.kind != Clause::Kind::Coordinate || own.governor < 0 || own.subject_begin < own.subject_end || !past || v.perfect ||
        v.planned || v.hypothetical || v.copula)
        return -1;
    const std::int32_t before = out_.of_verb[clause(static_cast<std::size_t>(own.governor)).verb];
    if (before < 0) return -1;
    const DateMention& day = f_.dates[static_cast<std::size_t>(before)];
    return !day.edtf.is_interval() && day.edtf.precision() >= calendar::Precision::Day && !f_.clauses.aside.contains(day.tokens.begin)
               ? before
               : -1;
}

/// "The talks, | originally due on Monday, | will now be held on Thursday", "The summit | due in Rome this week | was postponed until May":
/// before the verb, the day that was meant first.
bool Binder::is_old_day(const DateMention& date, const VerbGroup& v) const {
    return date.tokens.end <= v.first && (f_.token(date.tokens.end).is(',') || date.tokens.end == v.first) &&
           FrameClues(f_).is_due_day(date);
}

/// "the third since September, when a guard was killed": a date of nothing else is of the clause that it leads to.
void Binder::bind_when(std::int32_t d) {
    if (const Clause* when = clause_of_when(f_.dates[static_cast<std::size_t>(d)])) out_.of_verb[when->verb] = d;
}

const Clause* Binder::clause_of_when(const DateMention& date) const {
    for (const Clause& c : f_.clauses.clauses)
        if (c.kind == Clause::Kind::Adverbial && c.connector == date.tokens.end + 1 && f_.word(c.connector) == "when" &&
            out_.of_verb[c.verb] < 0)
            return &c;
    return nullptr;
}

/// "On 3 November the premier, who is accompanied by three ministers, arrived": before the subject, which a relative clause parts from its verb.
bool Binder::leads_past_relative(const DateMention& date) const {
    if (f_.clauses.clauses.size() < 2 || clause(0).kind != Clause::Kind::Relative) return false;
    const Clause& main = clause(1);
    return main.kind == Clause::Kind::Main && main.governor < 0 && date.tokens.end <= main.subject_begin &&
           main.subject_end <= clause(0).connector;
}

/// "The envoy, mayor from 2001 to 2005, said": within an apposition of the subject, a date of who it is.
bool Binder::is_of_apposition(const DateMention& date, std::int32_t c) const {
    if (c < 0) return false;
    const Clause& own = clause(static_cast<std::size_t>(c));
    const std::uint32_t verb_begin = verb_of(own).first;
    if (date.tokens.begin <= first_ + 1 || date.tokens.end >= verb_begin) return false;
    std::uint32_t comma = date.tokens.begin;
    while (comma > first_ && !f_.token(comma).is(',')) --comma;
    bool closed = false;
    for (std::uint32_t i = date.tokens.end; i < verb_begin; ++i) closed = closed || f_.token(i).is(',');
    if (!closed || comma == first_ || f_.token(comma - 1).kind != TokenKind::Word || !f_.token(comma - 1).capitalised()) return false;
    std::uint32_t noun = comma + 1;
    while (noun < date.tokens.begin && f_.has(noun, kArticle)) ++noun;
    const bool names = noun < date.tokens.begin && f_.token(noun).kind == TokenKind::Word && f_.token(noun).letter_case == Case::Lower &&
                       !is_preposition(f_.text, noun) && !FrameClues(f_).is_due(noun) && !is_adverb(f_.text, noun) &&
                       !f_.has(noun, kFunction | kConjunction);
    const bool has_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                      [&](const VerbGroup& g) { return g.first > comma && g.first < date.tokens.begin; });
    return names && !has_verb;
}

/// "struck a convoy in the province, which borders a desert, | on Thursday": where something lies has no day.
std::int32_t Binder::past_where_it_lies(std::int32_t c) const {
    static constexpr WordSet kLies{"borders",   "border",    "adjoins", "adjoin",    "abuts",     "neighbours",
                                   "neighbors", "overlooks", "lies",    "straddles", "surrounds", "flanks"};
    if (c < 0) return c;
    const Clause& own = clause(static_cast<std::size_t>(c));
    const bool lies = own.kind == Clause::Kind::Relative && own.governor >= 0 && verb_of(own).first == verb_of(own).head &&
                      kLies.contains(f_.word(verb_of(own).head));
    return lies ? own.governor : c;
}

/// "boarded a tanker, while it was under way, | on 19 February": a day behind a comma is not that of what was so meanwhile.
std::int32_t Binder::past_what_was_meanwhile(const DateMention& date, std::int32_t c) const {
    if (c <= 0) return c;
    const Clause& own = clause(static_cast<std::size_t>(c));
    const std::uint32_t lead = is_preposition(f_.text, date.tokens.begin - 1) ? date.tokens.begin - 1 : date.tokens.begin;
    const bool meanwhile = own.kind == Clause::Kind::Adverbial && own.governor >= 0 && f_.word(own.connector) == "while" &&
                           verb_of(own).copula && lead > verb_of(own).end && f_.token(lead - 1).is(',');
    return meanwhile ? own.governor : c;
}

/// "The bridge | (opened 3 May 1990) | collapsed on Monday": of the participle or noun in the brackets that the day stands in; false for none.
bool Binder::bind_in_brackets(std::int32_t d) {
    const DateMention& date = f_.dates[static_cast<std::size_t>(d)];
    for (std::uint32_t v = 0; v < f_.clauses.verbs.size(); ++v) {
        const VerbGroup& g = verb(v);
        const bool own = g.mode == VerbGroup::Mode::Participle && g.first > first_ && f_.token(g.first - 1).is('(') &&
                         g.end <= date.tokens.begin && date.tokens.begin <= g.end + 1;
        if (own && out_.of_verb[v] < 0) {
            out_.of_verb[v] = d;
            return true;
        }
    }
    if (!nouns_.is_in_brackets(date)) return false;
    for (std::uint32_t i = date.tokens.begin; i-- > first_ && !f_.token(i).is('(');)
        if (f_.noun(i).known && f_.noun(i).strength >= 2) {
            add_noun(i, d, -1);
            break;
        }
    return true;
}

/// The clause that a date stands in or leads to.
std::int32_t Binder::clause_around(const DateMention& date) const {
    std::int32_t c = clause_at(date.tokens.begin);
    // Before an opening clause of time, or of what a report says: the date is the main clause's.
    if (c < 0)
        for (std::size_t k = 0; k < f_.clauses.clauses.size() && c < 0; ++k)
            if (clause(k).kind != Clause::Kind::Adverbial &&
                !(clause(k).kind == Clause::Kind::Content && k + 1 < f_.clauses.clauses.size()))
                c = static_cast<std::int32_t>(k);
    if (c == 0 && leads_past_relative(date)) c = 1;
    const std::int32_t later = past_semicolon(date, c);
    return later >= 0 ? later : c;
}

/// The clause whose verb may tell what was on that day, from the one around it; -1 in a sentence without any.
std::int32_t Binder::clause_told(const DateMention& date, std::int32_t c) const {
    // "will not ratify it until sanctions are lifted, its minister said on Thursday"
    if (c >= 0 && f_.clauses.aside.contains(date.tokens.begin) && clause(static_cast<std::size_t>(c)).kind == Clause::Kind::Adverbial &&
        clause(static_cast<std::size_t>(c)).governor >= 0)
        c = clause(static_cast<std::size_t>(c)).governor;
    if (c < 0 && !f_.clauses.clauses.empty()) c = 0;
    c = past_what_was_meanwhile(date, past_where_it_lies(c));
    const bool compared = c > 0 && date.tokens.end <= verb_of(clause(static_cast<std::size_t>(c))).first &&
                          FrameClues(f_).only_compares(clause(static_cast<std::size_t>(c)));
    return compared ? c - 1 : c;  // "did not come on 15 October | as had been announced"
}

/// Of a noun, where one has the day and no verb: true where all is said of it.
bool Binder::bind_to_noun(std::int32_t d, std::int32_t c) {
    const DateMention& date = f_.dates[static_cast<std::size_t>(d)];
    if (const std::uint32_t noted = nouns_.noted_before_semicolon(date, c); noted != 0) {
        add_noun(noted, d, -1);
        const Clause& own = clause(static_cast<std::size_t>(c));
        if (std::any_of(f_.dates.begin(), f_.dates.end(),
                        [&](const DateMention& other) { return other.tokens.begin >= verb_of(own).end && other.tokens.begin < own.end; }))
            return true;
    }
    if (const std::uint32_t deed = nouns_.deed_answered_for(date, c); deed != 0) {
        add_noun(deed, d, c);
        return true;
    }
    const std::uint32_t since = nouns_.counted_since(date);
    const std::uint32_t noun = since != 0 ? since : nouns_.noun_for(date, c);
    if (noun == kNoHost) {
        bind_when(d);
        return true;
    }
    if (const std::uint32_t noted = noun == 0 ? nouns_.noted_before_where(date) : 0; noted != 0) add_noun(noted, d, -1);
    if (noun == 0 || nouns_.does_harm_itself(noun, c)) return false;
    add_noun(noun, d, c);
    return true;
}

/// No verb at all: a headline or an item in a list.
void Binder::bind_without_verb(std::int32_t d) {
    const DateMention& date = f_.dates[static_cast<std::size_t>(d)];
    if (is_hour_of_entry(date)) return;
    const std::uint32_t entry = nouns_.entry_of_list(date);
    if (entry != 0 && f_.token(date.tokens.end < end_ ? date.tokens.end : first_).is('|')) return add_noun(entry, d, -1);
    for (std::uint32_t i = first_; i < end_ && !(entry != 0 && i > entry && f_.token(i).is(','));
         ++i)  // not "16 May: Table quiz, in | aid | of the school"
        if (f_.noun(i).known) return add_noun(i, d, -1);
    if (entry != 0) add_noun(entry, d, -1);
}

/// "thanked for the help … during the pandemic", "can cause harm, the agency said in a note of 13 June": no time of what the verb tells.
bool Binder::is_of_what_was_said(const DateMention& date, std::int32_t c) const {
    const Clause& whole = clause(static_cast<std::size_t>(c));
    const VerbGroup& own = verb_of(whole);
    if (own.hypothetical && f_.clauses.aside.contains(date.tokens.begin)) return true;
    const bool single_day = date.edtf.precision() >= calendar::Precision::Day && !date.edtf.is_interval();
    if ((own.sense.use & kRecalls) == 0 || (own.sense.use & kSays) == 0 || date.tokens.begin <= own.end || single_day) return false;
    const bool counts = own.sense.base == "add" &&
                        (f_.token(own.end).kind == TokenKind::Number || f_.token(own.end).is('$'));  // "added 80,000 jobs in June"
    const bool fetches =
        own.sense.base == "recall" && (f_.has(own.end, kTitle) || f_.has(own.end + 1, kTitle));  // "recalled its ambassador in 2022"
    const bool promised = own.passive && own.sense.base == "promise" && f_.word(own.end) == "for" &&
                          date.tokens.begin == own.end + 1;  // "is promised for May 2027"
    if (counts || fetches || promised) return false;
    // "offered in April to host talks": right after the verb, it is when that was said
    const std::uint32_t lead = own.end < end_ && is_preposition(f_.text, own.end) ? own.end + 1 : own.end;
    // "The tunnel was first promised in 2009"
    const bool of_thing =
        own.passive && f_.word(lead - 1) != "for" && whole.subject_begin < whole.subject_end && f_.word(whole.subject_begin) != "it";
    static constexpr WordSet kWhatFor{"for", "of", "over", "with", "about", "as", "that"};
    bool elsewhere = of_thing && own.sense.base == "admit";  // "was admitted at the summit in Nairobi in November 2022"
    for (std::uint32_t i = own.end; elsewhere && i < date.tokens.begin; ++i)
        elsewhere = f_.token(i).kind == TokenKind::Word && !kWhatFor.contains(f_.word(i));
    const bool when_said =
        elsewhere || (date.tokens.begin == lead && (of_thing || f_.word(date.tokens.end) == "to" || f_.word(date.tokens.end) == "that"));
    return !when_said && verb_for(date, c) == static_cast<std::int32_t>(whole.verb);
}

/// The verb that a date in a clause is of, past the paper that it was said in: "In a statement dated 2 May, the ministry | accused …".
std::uint32_t Binder::host_of(const DateMention& date, std::int32_t c) const {
    const Clause& own = clause(static_cast<std::size_t>(c));
    auto host = static_cast<std::uint32_t>(verb_for(date, c));
    if (const std::uint32_t end = FrameClues(f_).end_before_new_day(own); end != 0 && date.tokens.begin > end)
        host = clause(static_cast<std::size_t>(own.governor)).verb;
    static constexpr WordSet kIssued{"dated", "issued", "published", "released", "posted", "circulated"};
    const VerbGroup& bound = verb(host);
    if (!kIssued.contains(f_.word(bound.head)) || !is_preposition(f_.text, first_)) return host;
    constexpr std::uint32_t near = 5;  // "In a letter, | published last Monday, | he asked"
    const bool set_off = bound.mode == VerbGroup::Mode::Participle && bound.first > first_ && f_.token(bound.first - 1).is(',') &&
                         bound.first <= first_ + near && f_.token(date.tokens.end).is(',');
    const bool issued =
        f_.word(bound.head) == "dated" || set_off || (bound.mode == VerbGroup::Mode::Participle && bound.end <= f_.clauses.fronted_end);
    for (std::size_t k = static_cast<std::size_t>(c); issued && k < f_.clauses.clauses.size(); ++k)
        if (f_.word(verb_of(clause(k)).head) != "dated") return clause(k).verb;
    return host;
}

/// Of another than the verb that it stands behind: what an earlier day is measured by, or a day that something was moved to; false where not.
bool Binder::bind_past_verb(std::int32_t d, std::uint32_t host) {
    const DateMention& date = f_.dates[static_cast<std::size_t>(d)];
    const FrameClues clues(f_);
    const VerbGroup& told = verb(host);
    const bool measure = told.first > first_ && f_.word(told.first - 1) == "than" && clues.is_due(told.head);
    for (std::uint32_t i = told.end; measure && i < date.tokens.begin; ++i)  // "sooner than scheduled, after | a fault | on 29 December"
        if ((f_.noun(i).known && f_.noun(i).strength >= 2) ||
            (i > told.end + 1 && f_.has(i - 1, kArticle) && is_preposition(f_.text, i + 1))) {
            add_noun(i, d, -1);
            return true;
        }
    const bool moved = has_dateline_ && date.tokens.begin >= told.end && clues.moves(told) && clues.is_new_day(told, date);
    if (moved) out_.others.push_back({d, host});  // "HANOI, Nov 18 – Hanoi put off the vote | to January"
    return moved;
}

/// A verb that has a day gets another: the finer and closed one is when it happened.
void Binder::bind_second(std::int32_t d, std::int32_t c, std::uint32_t host) {
    const DateMention& date = f_.dates[static_cast<std::size_t>(d)];
    const VerbGroup& own = verb_of(clause(static_cast<std::size_t>(c)));
    auto& slot = out_.of_verb[host];
    if (const std::uint32_t joint = joint_past_label(f_.dates[static_cast<std::size_t>(slot)], verb(host));
        joint != 0 && date.tokens.begin >= verb(host).end) {
        const std::int32_t label = slot;
        slot = d;
        for (std::uint32_t i = f_.dates[static_cast<std::size_t>(label)].tokens.end; i < joint; ++i)
            if (f_.noun(i).known && f_.noun(i).strength >= 2) return add_noun(i, label, -1);
        return;
    }
    const auto rank = [&](const DateMention& m) {
        const int fine = static_cast<int>(m.edtf.precision());
        if (f_.clauses.aside.contains(m.tokens.begin)) return -3;  // when it was said
        if (nouns_.describes_noun(m) || nouns_.tells_of_another(m) || is_old_day(m, own)) return -2;
        if (m.basis == document::DateBasis::Context) return -1;  // "in 1931 during the Great Depression"
        return m.edtf.is_interval() ? 50 : m.edtf.precision() >= calendar::Precision::Month ? 100 + fine : fine;
    };
    const std::int32_t loser = rank(date) > rank(f_.dates[static_cast<std::size_t>(slot)]) ? slot : d;
    const DateMention& other = f_.dates[static_cast<std::size_t>(loser)];
    const bool own_day = other.edtf.precision() >= calendar::Precision::Day && !other.edtf.is_interval();
    if (const std::uint32_t before = own_day ? nouns_.noun_before(other) : 0; before != 0) add_noun(before, loser, c);
    if (loser != d) slot = d;
    else if (f_.clauses.aside.contains(date.tokens.begin) || nouns_.noun_before(date) != 0 || is_old_day(date, own))
        return;  // "rose in the quarter, the company said Monday"
    else if (const Clause* when = clause_of_when(date))
        out_.of_verb[when->verb] = d;  // "flared in April 2009 and in February 2011, when a wing collapsed"
    else out_.others.push_back({d, host});
}

void Binder::bind(std::int32_t d) {
    const DateMention& date = f_.dates[static_cast<std::size_t>(d)];
    if (out_.counted && out_.counted->date == d) return add_noun(out_.counted->noun, d, clause_at(date.tokens.begin));
    if (nouns_.is_compared(date) || is_what_comes_next(f_, date)) return bind_when(d);
    if (bind_in_brackets(d)) return;
    const std::int32_t around = clause_around(date);
    if (const std::uint32_t noun = nouns_.noun_of_label(date, around); noun != 0) return add_noun(noun, d, -1);
    const std::int32_t c = clause_told(date, around);
    if (is_of_apposition(date, c)) return;
    if (opening_.end > date.tokens.begin) return;  // "Born on 3 March 1923 in Florence, he moved"
    if (bind_to_noun(d, c)) return;
    if (c < 0) return bind_without_verb(d);
    if (is_of_what_was_said(date, c)) return;
    const std::uint32_t host = host_of(date, c);
    if (bind_past_verb(d, host)) return;
    if (out_.of_verb[host] >= 0) return bind_second(d, c, host);
    const std::int32_t before = day_before_said(date, c);
    out_.of_verb[host] = before >= 0 ? before : d;
}

std::int32_t clause_of_token(const Clauses& clauses, std::uint32_t token) {
    std::int32_t at = -1;
    for (std::size_t c = 0; c < clauses.clauses.size(); ++c)
        if (clauses.clauses[c].begin <= token) at = static_cast<std::int32_t>(c);
    return at;
}

DateBindings bind_dates(const SentenceFacts& facts) { return Binder(facts).run(); }

}  // namespace dateline::extract
