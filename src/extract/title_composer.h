#pragma once

#include "extract/event_title.h"
#include "extract/lexicon.h"
#include "extract/title_end.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::extract {

/// Puts a headline together from a frame: subject, verb, and what follows without its date.
class Composer {
  public:
    Composer(const SentenceFacts& facts, const Frame& frame, const Referents& meant)
        : f_(facts),
          frame_(frame),
          owner_(meant.owner),
          patient_(meant.patient),
          there_(meant.there),
          first_(facts.sentence.first_token),
          pronoun_(patient_.empty() ? 0 : object_pronoun_of(facts, frame)) {}

    std::string run() { return composed().text; }

  private:
    Headline composed() {
        if (frame_.noun) {
            add_noun_phrase();
            return finished_title(f_, frame_, std::move(pieces_));
        }
        if (const std::uint32_t told = what_a_day_marks(); told != 0 || points_at_what_follows()) {
            add_rest({told != 0 ? told : frame_.verb.end + 1, frame_.rest.end});
            return finished_title(f_, frame_, std::move(pieces_));
        }
        if (tells_only_that_somebody_spoke()) return finished_title(f_, frame_, std::move(pieces_));
        compose();
        if (tells_of_himself()) turn_passive();
        if (is_long()) {
            if (Headline title = cut_behind_verb(); !title.text.empty()) return title;
            short_subject_ = true;
            said_from_ = begin_of_what_was_said();
            compose();
            if (is_long()) turn_passive();
        }
        const bool cut = is_long();
        Headline title = finished_title(f_, frame_, std::move(pieces_));
        return tells_no_more_than_that(title.text, cut) ? what_was_said(std::move(title)) : title;
    }
    std::string_view word(std::uint32_t i) const { return f_.word(i); }
    /// Not "The WHO".
    bool is_pronoun_at(std::uint32_t i) const {
        return is_pronoun(word(i)) && !(word(i) == "who" && f_.token(i).letter_case == Case::Upper);
    }
    void add_tokens(TokenRange range) {
        for (std::uint32_t i = range.begin; i < range.end; ++i) pieces_.push_back({i, {}});
    }
    void add_words(std::string words) { pieces_.push_back({0, std::move(words)}); }
    void add_object(TokenRange range) {
        if (range.begin < range.end && range.begin == first_ && f_.has(first_, kArticle))
            add_words(std::string(word(range.begin++)));  // "The dhow" stands first no more
        add_tokens(range);
    }
    /// "Tuzla's", "the rebels'"
    static std::string genitive_of(const std::string& owner) {
        return owner + (owner.ends_with('s') && !owner.ends_with("ss") ? "'" : "'s");
    }
    std::string owner_genitive() const { return genitive_of(owner_); }
    /// "Third meeting of the commission took place in Tashkent | under the chairmanship of two ministers": a subject of middling length stays
    /// whole where enough stands behind the verb without the end; empty where not.
    Headline cut_behind_verb() const {
        constexpr std::size_t longest_subject = 58, least_told = 14;
        const std::size_t subject = printed_length(f_, std::span(pieces_).first(subject_pieces_));
        if (subject_pieces_ < 4 || subject > longest_subject || (frame_.sense.use & kSays) != 0 || f_.token(frame_.subject.begin).is('"'))
            return {};
        for (std::uint32_t i = frame_.subject.begin; i < frame_.subject.end; ++i)
            if (f_.token(i).is(',') || f_.token(i).is('(')) return {};
        for (const ActorMention& a : f_.actors)
            if (a.kind == ActorMention::Kind::Person && frame_.subject.contains(a.name.begin)) return {};
        Headline title = finished_title(f_, frame_, pieces_);
        const std::size_t verb = title.text.find(std::string(word(frame_.head)));
        return title.whole && verb != title.text.npos && title.text.size() >= verb + word(frame_.head).size() + least_told ? title
                                                                                                                           : Headline{};
    }
    /// "The agency announced": cut before what it announced, or before what that did: "… that its mission in Kabul".
    bool tells_no_more_than_that(const std::string& title, bool cut) const;
    std::uint32_t begin_of_what_was_said() const;
    std::uint32_t begin_of_that() const;
    /// "5 of 11 teals have tested positive", as the agency announced; `title` where that is no headline.
    Headline what_was_said(Headline title) {
        constexpr std::size_t least = 20;
        pieces_.clear();
        subject_pieces_ = 0;
        const std::uint32_t that = begin_of_that();
        std::uint32_t begin = that + 1;
        const auto told = verb_told(that);
        if (told != f_.clauses.verbs.end() && told->first > begin && told->first < frame_.rest.end)
            begin = behind_scene({begin, told->first}).begin;
        while (begin < frame_.rest.end && f_.has(begin, kArticle)) ++begin;
        if (is_pronoun(word(begin)) || is_possessive_pronoun(word(begin)) || word(begin) == "there") return title;
        add_rest({begin, frame_.rest.end});
        const bool lost = told != f_.clauses.verbs.end() && told->first < frame_.rest.end &&
                          finished_title(f_, frame_, pieces_).text.find(' ' + std::string(word(told->head))) == std::string::npos;
        if (lost) {  // "8 students | from the school in Queens | have contracted flu"
            pieces_.clear();
            add_tokens({begin, shortened({begin, told->first})});
            add_rest({told->first, frame_.rest.end});
        }
        Headline said = finished_title(f_, frame_, std::move(pieces_));
        return length_of(said.text) < least ? title : said;
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
        soften_pointers();
    }
    void add_who();
    bool is_span_later(std::uint32_t i) const {
        const std::string_view w = word(i);
        if (!f_.token(i + 2).is(',')) return false;
        if (word(i + 1) == "on")
            return w == "year" || w == "years" || w == "month" || w == "months" || w == "week" || w == "day";  // "A year on, the office"
        return (w == "hours" || w == "minutes" || w == "days" || w == "weeks") && (word(i + 1) == "later" || word(i + 1) == "afterwards");
    }
    /// "The first trains"
    bool counts_its_noun(std::uint32_t i) const {
        if (word(i) != "first") return false;
        const bool of_noun = f_.token(i + 1).kind == TokenKind::Word && f_.token(i + 1).letter_case == Case::Lower &&
                             !f_.has(i + 1, kFunction | kArticle | kConjunction);
        return (i > first_ && f_.has(i - 1, kArticle)) || (of_noun && i + 2 < frame_.subject.end);  // "First freight train reaches Kars"
    }
    bool in_quotation(std::uint32_t i) const {
        return std::count_if(f_.text.tokens.begin() + first_, f_.text.tokens.begin() + i, [](const Token& t) { return t.is('"'); }) % 2 ==
               1;
    }
    /// "newly | founded", of a subject
    bool describes_next(TokenRange s) const {
        if (s.begin + 2 >= s.end || !word(s.begin).ends_with("ly") || f_.token(s.begin + 1).letter_case != Case::Lower) return false;
        const VerbForm form = f_.verb(s.begin + 1).form;
        return form == VerbForm::PastOrParticiple || form == VerbForm::Participle ||
               (form == VerbForm::None && word(s.begin + 1).ends_with("ed"));
    }
    bool points_at_what_follows() const {  // "It was the second attack this year"
        return frame_.subject.end == frame_.subject.begin + 1 && word(frame_.subject.begin) == "it" &&
               frame_.verb.end == frame_.verb.begin + 1 && f_.has(frame_.verb.begin, kBe) &&
               (f_.has(frame_.verb.end, kArticle) || is_possessive_pronoun(word(frame_.verb.end)));
    }
    std::uint32_t what_a_day_marks() const;
    bool tells_of_himself() const {
        return frame_.subject.end == frame_.subject.begin + 1 && (word(frame_.subject.begin) == "we" || word(frame_.subject.begin) == "i");
    }
    bool tells_only_that_somebody_spoke();
    bool is_dated(TokenRange range) const;
    bool goes_with_having() const;
    std::uint32_t end_of_phrase(std::uint32_t from) const;
    std::uint32_t end_of_dashes(std::uint32_t dash, std::uint32_t end) const;
    bool joins_names(std::uint32_t dash, std::uint32_t end) const;
    TokenRange before_bracket(TokenRange subject) const;
    TokenRange whole_phrase(TokenRange subject) const;
    bool is_nominal_behind(std::uint32_t token) const;
    void soften_pointers();
    TokenRange completed(TokenRange rest) const;
    bool tells_more(std::uint32_t i) const;
    TokenRange noun_before(std::uint32_t comma) const;
    TokenRange shared_subject(TokenRange subject) const;
    TokenRange without_lead(TokenRange subject) const;
    TokenRange without_phrase(TokenRange subject) const;
    TokenRange behind_scene(TokenRange subject) const;
    TokenRange without_pointer(TokenRange subject) const;
    void close_subject();
    bool counts(std::uint32_t i) const { return is_ordinal(word(i)); }
    TokenRange counted_before(std::uint32_t ordinal) const;
    std::string owner_before_whose(std::uint32_t whose) const;
    TokenRange behind_opening(TokenRange subject) const;
    TokenRange without_own_day(TokenRange subject) const;
    TokenRange without_margins(TokenRange subject) const;
    TokenRange behind_time(TokenRange subject) const;
    bool tells_deed_aside(std::uint32_t comma, TokenRange subject) const;
    bool opens_aside(std::uint32_t comma, TokenRange subject) const;
    TokenRange without_aside(TokenRange subject) const;
    TokenRange subject_told() const;
    bool add_meant(TokenRange& subject);
    const ActorMention* name_in(TokenRange subject) const;
    bool add_name_alone(TokenRange subject);
    void settle_whose(TokenRange& subject);
    void settle_whose_behind_comma(std::uint32_t whose, TokenRange& subject);
    void add_subject_words(TokenRange subject);
    void finish_subject(TokenRange subject);
    bool tells_of_a_thing(TokenRange before) const;
    TokenRange own_subject(TokenRange subject) const;
    void add_subject();
    bool describes_noun_after(std::uint32_t token) const;
    std::uint32_t shortened(TokenRange subject) const;
    bool is_set_off_clause(std::uint32_t i, std::uint32_t end) const;
    bool tells_beside(std::uint32_t i, std::uint32_t end) const;
    std::vector<VerbGroup>::const_iterator verb_told(std::uint32_t from) const;
    void add_what_leads_to_it();
    void add_verb();
    TokenRange without_unsaid(TokenRange rest) const;
    TokenRange within_aside(TokenRange rest) const;
    std::uint32_t end_of_set_off(std::uint32_t comma) const;
    void add_rest(TokenRange whole);
    void add_place_pointed_at(std::uint32_t there);
    bool is_emphatic(std::uint32_t i) const;
    bool owns_nothing_told(std::uint32_t i) const;
    bool leads_to_pronoun(std::uint32_t i, std::uint32_t end) const;
    std::uint32_t end_of_list(TokenRange phrase) const;
    void add_noun_phrase();
    void turn_passive();
    bool leads_to_another_day(TokenRange tail) const;
    std::uint32_t before_its_measure(std::uint32_t from, std::uint32_t date) const;
    bool begins_infinitive(std::uint32_t i) const;
    bool tells_a_stretch(TokenRange date) const;
    bool is_before_noun(TokenRange date, TokenRange rest) const;
    TokenRange without_date(TokenRange rest, TokenRange& tail) const;
    bool is_long() const { return is_printed_longer(f_, pieces_, kMostTitleCharacters); }

    static constexpr std::size_t kUsualPieces = 32;
    const SentenceFacts& f_;
    const Frame& frame_;
    const std::string& owner_;
    const std::string& patient_;
    const std::string& there_;
    std::uint32_t first_;
    std::uint32_t pronoun_;  ///< that the patient stands for; 0 for none
    std::vector<TitlePiece> pieces_;
    std::size_t subject_pieces_ = 0;
    bool short_subject_ = false;
    std::uint32_t said_from_ = 0;  ///< what stands before it behind the verb is left out
};

}  // namespace dateline::extract
