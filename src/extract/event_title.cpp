#include "extract/event_title.h"

#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/title_end.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace dateline::extract {
namespace {

bool is_pronoun(std::string_view w) {
    return w == "he" || w == "she" || w == "it" || w == "they" || w == "we" || w == "this" || w == "these" || w == "who" || w == "which" || w == "i";
}
bool is_possessive_pronoun(std::string_view w) {
    return w == "his" || w == "her" || w == "its" || w == "their" || w == "our" || w == "my";
}

/// What goes with a date that is left out: "shortly before 5 p.m.", ", effective Jan. 1".
bool is_lead_of_date(std::string_view w) {
    return w == "just" || w == "early" || w == "well" || w == "as" || w == "shortly" || w == "past" || w == "effective" || w == "starting" || w == "beginning";
}

class Composer {
  public:
    Composer(const SentenceFacts& facts, const Frame& frame, const std::string& owner, const std::string& patient)
        : f_(facts), frame_(frame), owner_(owner), patient_(patient), first_(facts.sentence.first_token) {}

    std::string run() {
        if (frame_.noun) {
            add_noun_phrase();
            return finished_title(f_, frame_, std::move(pieces_));
        }
        if (points_at_what_follows()) {
            add_rest({frame_.verb.end + 1, frame_.rest.end});
            return finished_title(f_, frame_, std::move(pieces_));
        }
        if (tells_only_that_somebody_spoke()) return finished_title(f_, frame_, std::move(pieces_));
        compose();
        if (tells_of_himself()) turn_passive();
        if (length() > kMostTitleCharacters) {
            if (std::string title = cut_behind_verb(); !title.empty()) return title;
            short_subject_ = true;
            compose();
            if (length() > kMostTitleCharacters) turn_passive();
        }
        std::string title = finished_title(f_, frame_, std::move(pieces_));
        return tells_no_more_than_that(title) ? what_was_said(std::move(title)) : title;
    }

  private:
    std::string_view word(std::uint32_t i) const { return f_.word(i); }
    void add_tokens(TokenRange range) {
        for (std::uint32_t i = range.begin; i < range.end; ++i) pieces_.push_back({i, {}});
    }
    void add_words(std::string words) { pieces_.push_back({0, std::move(words)}); }
    void add_object(TokenRange range) {
        if (range.begin < range.end && range.begin == first_ && f_.has(first_, kArticle)) add_words(std::string(word(range.begin++)));  // "The dhow" stands first no more
        add_tokens(range);
    }
    /// "Tuzla's", "the rebels'"
    std::string owner_genitive() const { return owner_ + (owner_.ends_with('s') && !owner_.ends_with("ss") ? "'" : "'s"); }
    /// "Third meeting of the commission took place in Tashkent | under the chairmanship of two ministers": a subject of middling length stays
    /// whole where enough stands behind the verb without the end; empty where not.
    std::string cut_behind_verb() const {
        constexpr std::size_t longest_subject = 58, least_told = 14;
        const std::size_t subject = printed_length(f_, std::span(pieces_).first(subject_pieces_));
        if (subject_pieces_ < 4 || subject > longest_subject || (frame_.sense.use & kSays) != 0 || f_.token(frame_.subject.begin).is('"')) return {};
        for (std::uint32_t i = frame_.subject.begin; i < frame_.subject.end; ++i)
            if (f_.token(i).is(',') || f_.token(i).is('(')) return {};
        for (const ActorMention& a : f_.actors)
            if (a.kind == ActorMention::Kind::Person && frame_.subject.contains(a.name.begin)) return {};
        std::string title = finished_title(f_, frame_, pieces_);
        const std::size_t verb = title.find(std::string(word(frame_.head)));
        return verb != title.npos && title.size() >= verb + word(frame_.head).size() + least_told ? title : std::string{};
    }
    /// "The agency announced": cut before what it announced.
    bool tells_no_more_than_that(const std::string& title) const {
        const bool says = (frame_.sense.use & kSays) != 0 && !frame_.passive && frame_.modality == Modality::Happened && word(frame_.verb.end) == "that";
        return says && title.ends_with(word(frame_.head)) && frame_.rest.end > frame_.verb.end + 3;
    }
    /// "5 of 11 teals have tested positive", as the agency announced; `title` where that is no headline.
    std::string what_was_said(std::string title) {
        constexpr std::size_t least = 20;
        pieces_.clear();
        subject_pieces_ = 0;
        std::uint32_t begin = frame_.verb.end + 1;
        while (begin < frame_.rest.end && f_.has(begin, kArticle)) ++begin;
        if (is_pronoun(word(begin)) || word(begin) == "there") return title;
        add_rest({begin, frame_.rest.end});
        std::string said = finished_title(f_, frame_, std::move(pieces_));
        return length_of(said) < least ? title : said;
    }
    void compose() {
        pieces_.clear();
        pieces_.reserve(kUsualPieces);
        add_subject();
        if (frame_.part_of) add_object(frame_.antecedent);
        subject_pieces_ = pieces_.size();
        add_verb();
        if (frame_.joint != 0) add_words(std::string(word(frame_.joint)));
        if (!frame_.part_of) add_object(frame_.antecedent);
        add_rest(frame_.rest);
        add_who();
    }
    void add_who();
    bool is_span_later(std::uint32_t i) const {
        const std::string_view w = word(i);
        return (w == "hours" || w == "minutes" || w == "days" || w == "weeks") && (word(i + 1) == "later" || word(i + 1) == "afterwards") && f_.token(i + 2).is(',');
    }
    /// "The first trains"
    bool counts_its_noun(std::uint32_t i) const {
        if (word(i) != "first") return false;
        const bool of_noun = f_.token(i + 1).kind == TokenKind::Word && f_.token(i + 1).letter_case == Case::Lower && !f_.has(i + 1, kFunction | kArticle | kConjunction);
        return (i > first_ && f_.has(i - 1, kArticle)) || (of_noun && i + 2 < frame_.subject.end);  // "First freight train reaches Kars"
    }
    bool points_at_what_follows() const {  // "It was the second attack this year"
        return frame_.subject.end == frame_.subject.begin + 1 && word(frame_.subject.begin) == "it" && frame_.verb.end == frame_.verb.begin + 1 &&
               f_.has(frame_.verb.begin, kBe) && f_.has(frame_.verb.end, kArticle);
    }
    bool tells_of_himself() const { return frame_.subject.end == frame_.subject.begin + 1 && (word(frame_.subject.begin) == "we" || word(frame_.subject.begin) == "i"); }
    bool tells_only_that_somebody_spoke();
    void add_subject();
    std::uint32_t shortened(TokenRange subject) const;
    bool is_set_off_clause(std::uint32_t i, std::uint32_t end) const;
    bool tells_beside(std::uint32_t i, std::uint32_t end) const;
    void add_verb();
    TokenRange without_unsaid(TokenRange rest) const;
    void add_rest(TokenRange whole);
    void add_noun_phrase();
    void turn_passive();
    bool leads_to_another_day(TokenRange tail) const;
    TokenRange without_date(TokenRange rest, TokenRange& tail) const;
    std::size_t length() const { return printed_length(f_, pieces_); }

    static constexpr std::size_t kUsualPieces = 32;
    const SentenceFacts& f_;
    const Frame& frame_;
    const std::string& owner_;
    const std::string& patient_;
    std::uint32_t first_;
    std::vector<TitlePiece> pieces_;
    std::size_t subject_pieces_ = 0;
    bool short_subject_ = false;
};

/// "They said that X": X, where nobody knows who they are; "…, the leader said": what he said. Composes it.
bool Composer::tells_only_that_somebody_spoke() {
    if ((frame_.sense.use & kSays) == 0 || frame_.modality != Modality::Happened) return false;
    const TokenRange s = frame_.subject;
    const bool unknown = s.end <= s.begin + 1 && owner_.empty() && (s.begin >= s.end || is_pronoun(word(s.begin)));
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
        said = {std::max(first_, dateline_end(f_.text, f_.sentence, f_.mentions)), std::max(std::max(first_, dateline_end(f_.text, f_.sentence, f_.mentions)), std::min(frame_.clause.begin, s.begin < s.end ? s.begin : frame_.verb.begin))};
    } else if (unknown && word(said.begin) == "that") {
        ++said.begin;
    } else {
        return false;
    }
    while (said.begin < said.end && (f_.token(said.begin).kind == TokenKind::Mark || f_.has(said.begin, kArticle | kConjunction))) ++said.begin;
    if (said.end < said.begin + 3) return false;
    subject_pieces_ = 0;
    add_rest(said);
    return true;
}

/// Where a long subject may stop: before what only tells more of it. "The declaration | between X and Y".
std::uint32_t Composer::shortened(TokenRange s) const {
    constexpr std::size_t kShort = 15, kLong = 48;
    std::uint32_t best = s.end, joint = s.end;
    std::size_t size = 0;
    for (std::uint32_t i = s.begin + 1; i < s.end; ++i) {
        if (size <= kLong) size = length_of(f_.phrase({s.begin, i}));  // beyond that, how long does not matter
        if (size > kLong && best != s.end) break;
        const bool comma = f_.token(i).is(',');
        const bool breaks = comma || (is_preposition(f_.text, i) && word(i) != "of") || word(i) == "that" || word(i) == "which" || word(i) == "who";
        const bool bare_participle = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.end == i && g.mode != VerbGroup::Mode::Finite;
        });
        if (bare_participle && best == s.end) {
            best = i - 1;
            continue;
        }
        const bool joins = (f_.has(i, kConjunction) && size > kLong - 12) || (word(i) == "of" && joint == s.end && i > s.begin + 1 && f_.token(i - 1).letter_case == Case::Lower);
        const bool of_names = f_.has(i, kConjunction) && i > s.begin && f_.token(i - 1).capitalised() && i + 1 < s.end && f_.token(i + 1).capitalised() &&
                              std::any_of(f_.text.tokens.begin() + s.begin, f_.text.tokens.begin() + i, [](const Token& t) { return t.is(','); });
        if (joins && !of_names && best == s.end) joint = i;
        if (breaks && !bare_participle && size >= kShort && !cuts_a_name(f_, i) && !(comma && f_.token(i - 1).capitalised() && i + 1 < s.end && f_.token(i + 1).capitalised())) best = i;
    }
    // "The minister, the head of the railways and two governors": cut anywhere but after the first, it would name others as well
    const bool listed = best < s.end && f_.token(best).is(',') && std::any_of(f_.text.tokens.begin() + best, f_.text.tokens.begin() + s.end, [&](const Token& t) { return (t.lexicon & kConjunction) != 0; });
    if (listed)
        for (std::uint32_t i = s.begin + 1; i < best; ++i)
            if (f_.token(i).is(',') && i + 1 < s.end && f_.has(i + 1, kArticle)) return i;
    constexpr std::size_t kTooLong = 44;
    return best == s.end && length_of(f_.phrase(s)) > kTooLong ? joint : best;  // "the leaders of one union | and of another"
}

/// "ships collided, | each side blaming the other": what stands beside a sentence with a subject of its own.
bool Composer::tells_beside(std::uint32_t i, std::uint32_t end) const {
    if (word(i) != "each" && word(i) != "both" && word(i) != "one" && word(i) != "neither") return false;
    return i + 2 < end && (f_.verb(i + 1).form == VerbForm::Gerund || f_.verb(i + 2).form == VerbForm::Gerund || word(i + 2).ends_with("ing"));
}

/// What a comma sets off from the subject: "Litgrid, | together with two others,", "two cables, | one linking …", "the vote, | in which …".
bool Composer::is_set_off_clause(std::uint32_t i, std::uint32_t end) const {
    static constexpr std::array<std::string_view, 4> kWith{"together", "along", "alongside", "both"};
    if (i + 1 >= end) return false;
    for (std::uint32_t k = i; k < std::min(end, i + 3); ++k)  // "half of which"
        if (k > i && (word(k) == "which" || word(k) == "whom") && is_preposition(f_.text, k - 1)) return true;
    if (frame_.subject.end + 1 > frame_.verb.begin || !f_.token(frame_.subject.end).is(',')) return false;  // a list has no comma at its end
    const bool other = std::any_of(f_.text.tokens.begin() + i, f_.text.tokens.begin() + end, [&](const Token& t) { return f_.text.folded(t) == "other"; });
    return std::find(kWith.begin(), kWith.end(), word(i)) != kWith.end() || (word(i) == "one" && (other || word(i + 1) == "of" || f_.verb(i + 1).form == VerbForm::Gerund));
}

void Composer::add_subject() {
    TokenRange s = frame_.subject;
    if (s.begin < s.end && f_.token(s.begin).is('('))  // "in March (February in the Russian calendar), the Czar was overthrown"
        for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)
            if (f_.token(i).is(')')) {
                s.begin = i + 1;
                break;
            }
    while (s.begin < s.end && (f_.token(s.begin).kind == TokenKind::Mark || f_.has(s.begin, kArticle | kConjunction) || (word(s.begin) == "but" && s.begin + 1 < s.end) || (is_adverb(f_.text, s.begin) && !counts_its_noun(s.begin) && word(s.begin) != "not") ||
                               word(s.begin) == "with" || word(s.begin) == "during" || (word(s.begin) == "as" && s.begin + 1 < s.end)))
        ++s.begin;
    if (frame_.date >= 0 && !frame_.keeps_date) {  // "Astronomers on Thursday stripped …"
        const TokenRange date = f_.dates[static_cast<std::size_t>(frame_.date)].tokens;
        if (date.begin > s.begin + 1 && date.end == s.end) s.end = is_preposition(f_.text, date.begin - 1) ? date.begin - 1 : date.begin;
        if (word(s.end - 1) == "ended" || word(s.end - 1) == "ending") {  // "Sales for the quarter ended Sept. 30"
            constexpr std::uint32_t reach = 6;
            for (std::uint32_t i = s.end, n = 0; i-- > s.begin + 1 && n < reach; ++n)
                if (is_preposition(f_.text, i)) {
                    s.end = i;
                    break;
                }
        }
    }
    for (const DateMention& d : f_.dates)  // "A court on Thursday adjourned the case until May"
        if (frame_.keeps_date && d.tokens.end == s.end && d.tokens.begin > s.begin + 1 && word(d.tokens.begin - 1) == "on") s.end = d.tokens.begin - 1;
    while (s.begin + 1 < s.end && is_preposition(f_.text, s.begin) && f_.has(s.begin + 1, kArticle)) s.begin += 2;  // "in the text that was signed"
    // "the two agreed" is not "two agreed"
    if (s.begin > frame_.subject.begin && s.end == s.begin + 1 && (word(s.begin) == "two" || word(s.begin) == "three" || word(s.begin) == "pair") && f_.has(s.begin - 1, kArticle))
        --s.begin;
    while (s.end > s.begin && (f_.token(s.end - 1).kind == TokenKind::Mark)) --s.end;
    if (s.end - s.begin > 3 && is_span_later(s.begin)) s.begin += 3;  // "Hours later, jets struck"
    if (s.end - s.begin > 2 && word(s.begin) == "there") ++s.begin;
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)  // "A week after the attack, | police arrested …"
        if (f_.token(i).is(',')) {
            if (leads_to_another_day({s.begin, i})) s.begin = i + 1;
            break;
        }
    for (const DateMention& d : f_.dates) {  // "on Tuesday, | 24 explosions shook the city"
        const bool leads = d.tokens.begin == s.begin || (d.tokens.begin == s.begin + 1 && is_preposition(f_.text, s.begin));
        if (leads && d.tokens.end + 1 < s.end && f_.token(d.tokens.end).is(',')) s.begin = d.tokens.end + 1;
        else if (leads && d.tokens.end + 1 < s.end && is_preposition(f_.text, s.begin) && f_.has(d.tokens.end, kArticle)) s.begin = d.tokens.end + 1;  // "By late 1948 | the army"
    }
    if (s.begin < s.end && f_.token(s.begin).kind == TokenKind::Number)  // "25 years after | the state bombed it"
        for (std::uint32_t i = s.begin + 1; i + 1 < std::min(s.end, s.begin + 4); ++i)
            if (word(i) == "after") s.begin = i + 1;
    // "Some 30 soldiers, among them 11 Italians, are wounded"
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)
        if (f_.token(i).is(',') && (word(i + 1) == "among" || word(i + 1) == "including" || word(i + 1) == "mostly" || word(i + 1) == "most")) s.end = i;
    // ", 291 metres long," tells more of the subject; ", Irakli Garibashvili," is its name.
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i) {
        const bool stands_off = f_.has(i + 1, kArticle) && frame_.subject.end + 1 < frame_.verb.begin;  // "Ann Dunne, a novelist who …, died"
        // ", having crossed the river,", ", signed on 20 December,": told by itself
        const bool closed = frame_.subject.end < frame_.verb.begin && f_.token(frame_.subject.end).is(',');
        const bool other_deed = f_.token(i).is(',') && (closed || word(i + 1) == "having") &&
                                std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
                                    const bool dated = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin > g.first && d.tokens.end <= s.end; });
                                    return g.first == i + 1 && (g.mode == VerbGroup::Mode::Gerund || (g.mode == VerbGroup::Mode::Participle && dated));
                                });
        // "The party, in power since 1966, lost"
        const bool phrase = f_.token(i).is(',') && is_preposition(f_.text, i + 1) && i + 2 < s.end && f_.token(frame_.verb.begin - 1).is(',') && frame_.verb.begin > s.end;
        const bool meant = is_adverb(f_.text, i + 1) && (word(i + 2) == "due" || word(i + 2) == "scheduled" || word(i + 2) == "planned" || word(i + 2) == "set");  // ", originally due on Monday,"
        const bool aside = f_.token(i).is(',') && (stands_off || meant || other_deed || phrase || is_set_off_clause(i + 1, s.end) || f_.token(i + 1).kind == TokenKind::Number || word(i + 1) == "which" || word(i + 1) == "known" || word(i + 1) == "as" || word(i + 1) == "if" || word(i + 1) == "due" || word(i + 1) == "ages" || word(i + 1) == "aged" || word(i + 1) == "age" || word(i + 1) == "last" || word(i + 1) == "first");
        if (aside) {
            s.end = i;
            break;
        }
    }
    if (s.begin >= s.end) {
        if (!owner_.empty()) add_words(owner_);
        return;
    }
    if (s.end - s.begin > 2 && (word(s.begin) == "he" || word(s.begin) == "she") && f_.has(s.begin + 1, kConjunction) && !owner_.empty()) {
        add_words(owner_);
        ++s.begin;
    }
    if (s.end - s.begin == 1 && is_pronoun(word(s.begin))) {
        if (!owner_.empty()) return add_words(owner_);
        return add_tokens(s);
    }
    if (short_subject_) {
        // An office and a name: the name alone.
        const ActorMention* named = nullptr;
        for (const ActorMention& a : f_.actors) {
            const bool of_other = a.tokens.begin > s.begin && (is_preposition(f_.text, a.tokens.begin - 1) || (is_preposition(f_.text, a.name.begin - 1) && word(a.name.begin - 1) != "of"));  // "blockades by followers of Evo Morales"
            const bool whole = s.begin <= a.name.begin && a.name.end == s.end && !of_other;
            const bool leads = (a.name.begin == s.begin || a.tokens.begin == s.begin) && a.name.end < s.end && f_.token(a.name.end).is(',');
            if (a.kind == ActorMention::Kind::Person && (whole || leads)) named = &a;
        }
        // "Minister X and his counterpart Y": both names
        const ActorMention* first = nullptr;
        for (const ActorMention& a : f_.actors)
            if (!first && a.kind == ActorMention::Kind::Person && named && a.name.begin >= s.begin && a.name.end < named->name.begin) first = &a;
        if (first)
            for (std::uint32_t i = first->name.end; i < named->name.begin; ++i)
                if (word(i) == "and") {
                    add_tokens(first->name);
                    add_tokens({i, i + 1});
                    break;
                }
        const bool one_of_several = named && !first && named->tokens.begin > s.begin + 1 && f_.token(s.begin).capitalised() && f_.has(named->tokens.begin - 1, kConjunction);
        if (named && !one_of_several) return add_tokens(named->name);
        if (!f_.token(s.begin).is('"')) s.end = shortened(s);
        while (s.end > s.begin + 1 && s.end < frame_.subject.end && f_.token(s.end - 1).is(',')) --s.end;
    }
    if (is_possessive_pronoun(word(s.begin)) && !owner_.empty()) {
        add_words(owner_genitive());
        ++s.begin;
    }
    // "The port of Poti, whose expansion began": the port's expansion
    for (std::uint32_t i = s.begin + 2; i + 1 < s.end; ++i)
        if (word(i) == "whose" && f_.token(i - 1).is(',')) {
            const std::string of = f_.phrase({s.begin, i - 1});
            add_words(of + (of.ends_with('s') && !of.ends_with("ss") ? "'" : "'s"));
            s.begin = i + 1;
            break;
        }
    int depth = 0;
    for (std::uint32_t i = s.begin; i < s.end; ++i) {  // without what stands in brackets
        if (f_.token(i).is('(')) ++depth;
        if (depth == 0) pieces_.push_back({i, {}});
        if (f_.token(i).is(')') && depth > 0) --depth;
    }
    // "Saeima, the Latvian parliament, voted"
    const bool apposed = s.end < frame_.verb.begin && f_.token(s.end).is(',') &&
                         std::any_of(pieces_.begin(), pieces_.end(), [&](const TitlePiece& p) { return p.words.empty() && f_.token(p.token).is(','); });
    if (apposed && s.end == frame_.subject.end) pieces_.push_back({s.end, {}});
}

/// The verb as headlines have it: "signed" for "has signed" and "was signed", "took" for "had taken".
void Composer::add_verb() {
    const TokenRange v = frame_.verb;
    const bool waited = frame_.ends_it && frame_.keeps_date;  // "was not reopened until 3 May"
    const bool moved = frame_.modality == Modality::Planned && frame_.passive && f_.has(v.begin, kHave);  // "has been put off to 2 May"
    bool stands = false;  // "has not met since May"
    for (std::uint32_t i = v.begin; i < v.end && !waited; ++i) stands = stands || word(i) == "not" || word(i) == "never";
    const bool plain = !waited && !stands && (frame_.modality == Modality::Happened || moved) && v.end - v.begin > 1 && frame_.head + 1 == v.end &&
                       (frame_.sense.known || frame_.sense.form == VerbForm::PastOrParticiple);
    const bool participle = frame_.sense.form == VerbForm::PastOrParticiple || frame_.sense.form == VerbForm::Participle;
    const bool by_pronoun = frame_.subject.end == frame_.subject.begin + 1 && owner_.empty() && is_pronoun(word(frame_.subject.begin));
    if (frame_.head == first_ && frame_.passive) return add_words((by_pronoun ? "was " : "") + std::string(word(first_)));  // "Born in 1923, he …"
    if (by_pronoun && frame_.passive) {  // "he was fined", not "he fined"
        if (v.end == v.begin + 1 && participle) add_words("was");  // "sentenced in 2022 and freed"
        for (std::uint32_t i = v.begin; i < v.end; ++i)
            if (!is_adverb(f_.text, i) || word(i) == "not" || word(i) == "never") pieces_.push_back({i, {}});
        return;
    }
    std::uint32_t head = frame_.head;
    while (head > first_ && f_.token(head).hyphenated) --head;  // "re-elected"
    if (plain && participle && (frame_.passive || frame_.sense.form == VerbForm::PastOrParticiple)) return add_tokens({head, v.end});
    // "before | flying to Cairo", ", | driving them back": told as done
    const bool done = frame_.modality == Modality::Happened && frame_.past && frame_.sense.form == VerbForm::Gerund && v.end == v.begin + 1 && !frame_.passive;
    if (done && !frame_.sense.past.empty()) return add_words(std::string(frame_.sense.past));
    const bool apart = frame_.modality == Modality::Happened && frame_.past && frame_.sense.form == VerbForm::Base && v.end == v.begin + 1;  // "Only then did they | meet"
    if (((plain && participle) || apart) && !frame_.sense.past.empty()) return add_words(std::string(frame_.sense.past));
    const auto governor = std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.head == frame_.shared_head; });
    const bool joined = v.begin > first_ && word(v.begin - 1) == "and" && frame_.shared_head != 0 && (word(v.begin) == "be" || frame_.sense.form == VerbForm::Base) && (frame_.sense.use & kIntends) == 0;
    if (joined && frame_.modality == Modality::Hypothetical && governor != f_.clauses.verbs.end() && f_.has(governor->first, kModal)) add_tokens({governor->first, governor->first + 1});  // "should move and | make"
    if (joined && frame_.modality == Modality::Planned && (word(v.begin) == "be" || v.begin == frame_.head)) add_words("to");  // "will begin in 2027 and | be ready by 2032"
    for (std::uint32_t i = v.begin; i < v.end; ++i) {
        const bool filler = is_adverb(f_.text, i) && word(i) != "not" && word(i) != "never" && word(i) != "nearly" && word(i) != "almost";
        const bool planned_be = !by_pronoun && frame_.modality == Modality::Planned && i == v.begin && f_.has(i, kBe) && v.end - v.begin > 1 && word(v.begin) != "be";
        if (!filler && !planned_be) pieces_.push_back({i, {}});
    }
}

/// ", a day after the talks": a stretch of time that only tells how far something else was.
bool Composer::leads_to_another_day(TokenRange tail) const {
    static constexpr std::array<std::string_view, 12> kUnits{"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minutes", "moments"};
    constexpr std::uint32_t reach = 6;
    std::uint32_t i = tail.begin;
    while (i < tail.end && f_.token(i).kind == TokenKind::Mark) ++i;
    for (const std::uint32_t from = i; i < std::min(tail.end, from + reach); ++i) {
        if (std::find(kUnits.begin(), kUnits.end(), word(i)) == kUnits.end()) continue;
        const std::string_view next = word(i + 1);
        return next == "after" || next == "before";
    }
    return false;
}

/// `rest` up to its own date, and in `tail` what follows that date.
TokenRange Composer::without_date(TokenRange rest, TokenRange& tail) const {
    tail = {rest.end, rest.end};
    if (frame_.date < 0) return rest;
    const DateMention& told = f_.dates[static_cast<std::size_t>(frame_.date)];
    const bool of_hour = told.edtf.last() && told.edtf.last()->precision > calendar::Precision::Day;
    if (frame_.keeps_date || (told.edtf.open_begin() && !of_hour)) return rest;  // "by 2027" is what is planned
    TokenRange date = frame_.counted.begin < frame_.counted.end ? frame_.counted : told.tokens;
    while (date.end > rest.end && date.end > date.begin && f_.token(date.end - 1).kind == TokenKind::Mark) --date.end;  // the full stop of "p.m."
    if (date.begin < rest.begin || date.end > rest.end) return rest;
    std::uint32_t begin = date.begin;
    while (begin > rest.begin && f_.has(begin - 1, kArticle)) --begin;
    const bool particle = begin == rest.begin + 1 && (word(rest.begin) == "off" || word(rest.begin) == "out" || word(rest.begin) == "up" || word(rest.begin) == "down");
    // "lost in last year's semifinal": the preposition is the noun's
    const bool owns = f_.token(date.end - 1).possessive && date.end < rest.end && f_.token(date.end).kind == TokenKind::Word;
    if (begin > rest.begin && is_preposition(f_.text, begin - 1) && !particle && !owns) --begin;  // "laid off this summer"
    // "struck the coast on the night of 8 September"
    if (begin > rest.begin + 2 && word(begin) == "of") {
        static constexpr std::array<std::string_view, 6> kDayParts{"night", "morning", "evening", "afternoon", "day", "eve"};
        std::uint32_t part = begin - 1;
        if (std::find(kDayParts.begin(), kDayParts.end(), word(part)) != kDayParts.end()) {
            while (part > rest.begin && f_.has(part - 1, kArticle)) --part;
            if (part > rest.begin && is_preposition(f_.text, part - 1)) begin = part - 1;
        }
    }
    const bool roughly = word(begin) == "about" || word(begin) == "around" || word(begin) == "just";  // "at about 11 a.m."
    if (roughly && begin > rest.begin && is_preposition(f_.text, begin - 1)) --begin;
    while (begin > rest.begin && (f_.token(begin - 1).is(',') || is_lead_of_date(word(begin - 1)))) --begin;
    tail = {date.end, rest.end};
    // "won the title in the 1978–79 season": the noun goes with its date
    const bool of_noun = date.begin > rest.begin && f_.has(date.begin - 1, kArticle) && begin + 1 < date.begin && tail.begin < tail.end &&
                         f_.token(tail.begin).kind == TokenKind::Word && f_.token(tail.begin).letter_case == Case::Lower &&
                         !f_.has(tail.begin, kFunction | kConjunction) && !is_preposition(f_.text, tail.begin) && !verb_sense(word(tail.begin)).known;
    if (of_noun) ++tail.begin;
    // "broke out during the last week | of the campaign": the phrase goes with its date
    const bool of_deed = tail.begin + 1 < tail.end && f_.verb(tail.begin + 1).form == VerbForm::Gerund;  // "accused it on Monday | of shelling"
    if (begin < date.begin && tail.begin < tail.end && word(tail.begin) == "of" && !of_deed && is_preposition(f_.text, begin)) {
        ++tail.begin;
        while (tail.begin < tail.end && f_.token(tail.begin).kind != TokenKind::Mark && !f_.has(tail.begin, kConjunction) &&
               (word(tail.begin) == "of" || !is_preposition(f_.text, tail.begin)) && f_.verb(tail.begin).form != VerbForm::Gerund)
            ++tail.begin;
    }
    while (tail.begin + 1 < tail.end && f_.has(tail.begin, kConjunction)) {  // "late Tuesday and early Wednesday"
        const auto other = std::find_if(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin == tail.begin + 1; });
        if (other == f_.dates.end() || other->tokens.end > tail.end) break;
        tail.begin = other->tokens.end;
    }
    // "visited X on 11 May | and Y on 7 May": another day's
    const bool names_next = tail.begin + 1 < tail.end && f_.token(tail.begin).is(',') && f_.token(tail.begin + 1).capitalised() &&
                            std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin > tail.begin + 1 && d.tokens.begin <= tail.begin + 4; });
    const bool other_day = tail.begin + 1 < tail.end && (f_.has(tail.begin, kConjunction) || names_next) && std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) {
        return d.tokens.begin > tail.begin && d.tokens.end <= tail.end;
    });
    if (other_day) tail = {rest.end, rest.end};
    if (tail.begin + 1 < tail.end && f_.token(tail.begin).is(',')) {
        const bool doing = f_.verb(tail.begin + 1).form == VerbForm::Gerund || (tail.begin + 1 < tail.end && f_.token(tail.begin + 1).letter_case == Case::Lower && (word(tail.begin + 1).size() > 5 || word(tail.begin + 1) == "being") && word(tail.begin + 1).ends_with("ing"));
        const bool aside = doing || tells_beside(tail.begin + 1, tail.end) || word(tail.begin + 1) == "which" || word(tail.begin + 1) == "who" ||
                           word(tail.begin + 1) == "up" || word(tail.begin + 1) == "down" || word(tail.begin + 1) == "compared" ||
                           (word(tail.begin + 1) == "of" && word(tail.begin + 2) == "which");
        // "handled 300 tonnes in July, 9 per cent more than": the comma stays where a figure follows it
        const bool compares = f_.token(tail.begin + 1).kind == TokenKind::Number && (word(tail.begin + 2) == "per" || word(tail.begin + 2) == "percent" || f_.token(tail.begin + 2).is('%'));
        // "marched on 26 May, Independence Day": the day's name
        std::uint32_t named = tail.begin + 1;
        while (named < tail.end && f_.token(named).kind == TokenKind::Word && f_.token(named).capitalised()) ++named;
        const bool names_day = word(named - 1) == "day" && (named == tail.end || f_.token(named).kind == TokenKind::Mark);
        // "rose in July, the biggest increase since January": the headline is whole without what is set beside it
        const bool apposed = f_.has(tail.begin + 1, kArticle) && (begin > rest.begin || frame_.passive);  // "was sacked on 5 May, a move that …"
        if (aside || apposed || compares || names_day || leads_to_another_day(tail)) tail = {rest.end, rest.end};
        else ++tail.begin;
    } else if (leads_to_another_day(tail)) {
        tail = {rest.end, rest.end};
    }
    return {rest.begin, begin};
}

/// "fell after the government reported | that prices rose": a clause of time that lacks what was said goes.
TokenRange Composer::without_unsaid(TokenRange rest) const {
    for (const VerbGroup& g : f_.clauses.verbs) {
        if (g.first <= rest.begin || g.end != rest.end || (g.sense.use & kSays) == 0 || g.passive || g.mode == VerbGroup::Mode::Infinitive) continue;
        for (std::uint32_t i = g.first; i-- > rest.begin + 1;)
            if (word(i) == "after" || word(i) == "when" || word(i) == "before" || word(i) == "as") return {rest.begin, i};
    }
    return rest;
}

void Composer::add_rest(TokenRange whole) {
    TokenRange tail;
    const TokenRange rest = without_unsaid(whole);
    const TokenRange head = without_date(rest, tail);
    int depth = 0;
    for (TokenRange part : {head, tail}) {
        for (std::uint32_t i = part.begin; i < part.end; ++i) {
            if (f_.clauses.aside.contains(i) || frame_.left_out.contains(i)) continue;
            const Token& t = f_.token(i);
            if (t.is('(')) ++depth;
            const bool inside = depth > 0;
            if (t.is(')') && depth > 0) --depth;
            if (inside) continue;
            // ", and trade came to an end": what is joined after no list is another clause.
            const bool joins = t.is(',') && (word(i + 1) == "and" || word(i + 1) == "but") &&
                               std::none_of(pieces_.begin() + static_cast<std::ptrdiff_t>(subject_pieces_), pieces_.end(),
                                            [&](const TitlePiece& p) { return p.words.empty() && f_.token(p.token).is(','); });
            if (joins) return;
            if (t.is(';') || t.is(':') || t.is('|') || (t.is('-') && t.after_space)) return;
            const std::string_view next = word(i + 1);
            const bool aside = t.is(',') && (next == "which" || next == "who" || next == "where" || next == "whose" || next == "whom" || tells_beside(i + 1, part.end) || f_.verb(i + 1).form == VerbForm::Gerund ||
                                             next == "being" || next == "having" || next == "with" || next == "according" ||
                                             (next == "of" && (word(i + 2) == "which" || word(i + 2) == "whom")));
            // ", which had grounded flights, | was easing"
            if (aside && (next == "which" || next == "who")) {
                const auto resumes = std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
                    return g.mode == VerbGroup::Mode::Finite && g.first > i + 2 && g.first < part.end && f_.token(g.first - 1).is(',');
                });
                if (resumes != f_.clauses.verbs.end()) {
                    i = resumes->first - 1;
                    continue;
                }
            }
            // ", 14 per cent more than a year before"
            const bool compares = t.is(',') && i + 1 < part.end && f_.token(i + 1).kind == TokenKind::Number &&
                                  (word(i + 2) == "per" || word(i + 2) == "percent" || (i + 2 < part.end && f_.token(i + 2).is('%')));
            if (aside || compares) return;
            if (i == frame_.verb.end && !patient_.empty()) {  // "freed them"
                add_words(patient_);
                continue;
            }
            if (word(i) == "of" && word(i + 1) == "to" && i > part.begin + 1 && f_.has(i - 2, kArticle)) continue;  // "the entrance of to the port": a slip
            if (is_possessive_pronoun(word(i)) && !owner_.empty() && frame_.subject.begin == frame_.subject.end) {
                add_words(owner_genitive());
                continue;
            }
            pieces_.push_back({i, {}});
        }
    }
}

/// "arrested a man | who attacked a synagogue": without which nobody knows who was, where there is room for it all.
void Composer::add_who() {
    const auto who = std::find_if(f_.clauses.clauses.begin(), f_.clauses.clauses.end(), [&](const Clause& c) {
        return c.kind == Clause::Kind::Relative && (c.connector == frame_.rest.end || c.connector + 1 == frame_.rest.end) && word(c.connector) == "who";
    });
    if (who == f_.clauses.clauses.end()) return;
    const std::uint32_t at = who->connector;
    if (at < frame_.rest.begin + 2 || !f_.has(at - 2, kArticle) || f_.token(at - 1).letter_case != Case::Lower || f_.has(at - 1, kTitle)) return;
    while (!pieces_.empty() && pieces_.back().words.empty() && pieces_.back().token >= at) pieces_.pop_back();
    if (pieces_.empty() || pieces_.back().token + 1 != at || !pieces_.back().words.empty()) return;
    TokenRange range{at, who->end};
    for (const DateMention& date : f_.dates)
        if (date.tokens.end == range.end && date.tokens.begin > range.begin) range.end = is_preposition(f_.text, date.tokens.begin - 1) ? date.tokens.begin - 1 : date.tokens.begin;
    const std::size_t before = pieces_.size();
    add_tokens(range);
    if (length() > kMostTitleCharacters) pieces_.resize(before);
}

void Composer::add_noun_phrase() {
    TokenRange r = frame_.rest;
    if (r.begin < r.end && f_.token(r.begin).possessive && r.begin + 1 < r.end) {
        // "Armenia's", with the words of its name before it
        while (r.begin > first_ && f_.token(r.begin - 1).capitalised() && !f_.token(r.begin - 1).possessive && f_.token(r.begin).capitalised()) --r.begin;
    } else if (r.begin > first_ && is_possessive_pronoun(word(r.begin - 1)) && !owner_.empty()) {
        add_words(owner_genitive());
    }
    add_tokens(r);
}

/// A subject that is too long for a headline: "Memorandum signed in Sofia".
void Composer::turn_passive() {
    const bool says = (frame_.sense.use & kSays) != 0;
    const bool transitive = !says && !frame_.passive && frame_.sense.form == VerbForm::PastOrParticiple && frame_.sense.strength >= 2 && subject_pieces_ > 0;
    if (!transitive || (!tells_of_himself() && printed_length(f_, std::span(pieces_).first(subject_pieces_)) < 48)) return;
    const TokenRange rest = frame_.rest;
    std::uint32_t object_end = rest.begin;
    const auto is_day = [&](std::uint32_t i) { return std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin == i; }); };
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

}  // namespace

std::size_t length_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

std::string title_of(const SentenceFacts& facts, const Frame& frame, const std::string& owner, const std::string& patient) {
    if (frame.told_in < 0) return Composer(facts, frame, owner, patient).run();
    const Clause& over = facts.clauses.clauses[static_cast<std::size_t>(frame.told_in)];
    const VerbGroup& v = facts.clauses.verbs[over.verb];
    Frame telling = frame;
    telling.subject = {over.subject_begin, over.subject_end};
    telling.verb = {v.first, v.end};
    telling.head = v.head;
    telling.rest = {v.end, std::max(v.end, frame.rest.end)};
    telling.sense = v.sense;
    telling.passive = v.passive;
    telling.past = v.past;
    telling.modality = Modality::Happened;
    telling.antecedent = {};
    telling.part_of = false;
    return Composer(facts, telling, owner, patient).run();
}

}  // namespace dateline::extract
