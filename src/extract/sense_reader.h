#pragma once

#include "extract/event_sense.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {

inline constexpr WordSet kContests{"match", "game", "race", "election", "title", "final", "round", "seat", "semifinal", "primary"};

inline void tell(Frame& frame, EventKind kind, document::Category category, std::uint8_t strength) {
    frame.kind = frame.sense.kind = kind;
    frame.category = category;
    frame.strength = std::max(frame.strength, strength);
}

/// Of an everyday deed, which tells an event only beside a date.
inline void tell_plainly(Frame& frame, EventKind kind, document::Category category) {
    frame.kind = frame.sense.kind = kind;
    frame.category = category;
    frame.strength = std::min<std::uint8_t>(std::max<std::uint8_t>(frame.strength, 1), 2);
}

/// Whether a list of words parted by spaces has this one.
inline bool holds_word(std::string_view list, std::string_view word) {
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(' ', at), list.size());
        if (list.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

struct Listed {
    std::string_view words;
    bool contains(std::string_view word) const { return !word.empty() && holds_word(words, word); }
};

/// What a verb or a noun tells of in its sentence, where its subject and object say more than the lists do.
class SenseReader {
  public:
    explicit SenseReader(const SentenceFacts& facts) : f_(facts), end_(facts.sentence.end_token) {}

    void take_noun_sense(Frame& frame) const;
    void take_object_sense(const VerbGroup& v, Frame& frame) const;

  private:
    void take_sort_of_object(const VerbGroup& v, Frame& frame) const;
    bool take_public_sense(const VerbGroup& v, Frame& frame) const;
    bool claims_ground(const VerbGroup& v) const;
    bool take_admission(const VerbGroup& v, Frame& frame) const;
    bool take_shot_or_sacking(const VerbGroup& v, Frame& frame) const;
    bool take_object_reading(const VerbGroup& v, Frame& frame) const;
    const NounSense* object_noun(const VerbGroup& v, const Frame& frame, std::uint32_t from, std::uint8_t least) const;
    bool take_held_sense(const VerbGroup& v, Frame& frame) const;
    bool is_town_at(std::uint32_t i, std::uint32_t object) const;
    /// A word of the verb's object, before what hangs on it.
    template <class Words>
    bool object_holds(const VerbGroup& v, std::uint32_t reach, const Words& words) const {
        for (std::uint32_t i = v.end; i < std::min(v.end + reach, end_); ++i) {
            if (f_.token(i).kind == TokenKind::Mark || is_preposition(f_.text, i)) return false;
            if (words.contains(f_.word(i))) return true;
        }
        return false;
    }
    /// What the verb does something to: of a passive its subject.
    template <class Words>
    bool object_is(const VerbGroup& v, const Frame& frame, const Words& words, std::uint32_t reach) const {
        return v.passive ? has_any(frame.subject, words) : object_holds(v, reach, words);
    }
    /// "received | aid", "received | 40 tonnes of aid"
    template <class Words>
    bool aid_follows(const VerbGroup& v, const Words& words) const {
        constexpr std::uint32_t reach = 6;
        for (std::uint32_t i = v.end; i < std::min(v.end + reach, end_) && f_.token(i).kind != TokenKind::Mark; ++i) {
            if (words.contains(f_.word(i))) return true;
            if (is_preposition(f_.text, i) && f_.word(i) != "of") return false;
        }
        return false;
    }
    bool take_everyday_sense(const VerbGroup& v, Frame& frame) const;
    bool is_figure(const Frame& frame) const;
    bool falls_in_war(const Frame& frame) const;
    bool is_in_custody(const VerbGroup& v) const;
    bool takes_its_sort_from_subject(const VerbGroup& v) const;
    bool is_of_vehicle(TokenRange subject) const;
    bool names_person(const VerbGroup& v, const Frame& frame) const;
    /// "Londoners and Muscovites"
    bool is_of_people(TokenRange subject) const {
        return std::any_of(f_.mentions.begin(), f_.mentions.end(),
                           [&](const Mention& m) { return m.adjective && subject.contains(m.first_token) && m.folded.ends_with('s'); });
    }
    /// "marched on Paris", "into the city"; not "on Monday"
    bool goes_against(const VerbGroup& v) const {
        static constexpr WordSet kWays{"into", "to", "toward", "towards", "against", "north", "south", "east", "west"};
        const bool date = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(v.end + 1); });
        return kWays.contains(f_.word(v.end)) || (f_.word(v.end) == "on" && !date);
    }
    template <class Words>
    bool has_any(TokenRange range, const Words& words) const {
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            if (words.contains(f_.word(i))) return true;
        return false;
    }
    bool is_date(std::uint32_t i) const {
        return std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
    }
    const NounSense* head_noun(TokenRange subject) const;
    bool counts_things(TokenRange range) const {
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            if (f_.token(i).kind == TokenKind::Number) return true;
        return false;
    }
    template <class Words>
    bool object_or_phrase_has(const VerbGroup& v, const Words& words) const {
        constexpr std::uint32_t reach = 8;
        for (std::uint32_t i = v.end; i < std::min(v.end + reach, end_) && f_.token(i).kind != TokenKind::Mark; ++i)
            if (words.contains(f_.word(i))) return true;
        return false;
    }

    const SentenceFacts& f_;
    std::uint32_t end_;
};

}  // namespace dateline::extract
