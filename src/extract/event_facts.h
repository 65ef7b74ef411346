#pragma once

#include "extract/clause.h"
#include "extract/mention.h"
#include "extract/temporal.h"
#include "extract/written_points.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dateline::extract {

/// A date or interval in a sentence, ranges joined.
struct DateMention {
    TokenRange tokens;
    TextSpan span;
    calendar::Edtf edtf;
    document::DateBasis basis = document::DateBasis::Explicit;
    bool of_hour = false;  ///< told to the hour: "5 p.m. on Tuesday"
    bool ahead = false;    ///< begins after the document was published
};

/// A person, state or organisation, as the sentence names it.
struct ActorMention {
    enum class Kind : std::uint8_t { Person, State, Organisation };
    Kind kind = Kind::Person;
    TokenRange tokens;          ///< with title and office
    TokenRange name;            ///< the bare name
    TokenRange shared;          ///< what it has in common with the next: "the French | and German | foreign ministers"
    std::int64_t country = -1;  ///< gazetteer row of its state; -1: not told
};

/// What is known of a sentence before its events are read.
struct SentenceFacts {
    const Text& text;
    const Sentence& sentence;
    std::span<const Mention> mentions;
    std::vector<DateMention> dates;
    std::vector<ActorMention> actors;
    Clauses clauses;
    bool after_day = false;   ///< the sentences before it in its paragraph tell of one day
    bool under_day = false;   ///< a heading says of what day all below it is
    bool day_by_day = false;  ///< and other days stand on lines of their own too: a chronicle, which may tell in the present what was
    std::vector<WrittenPoint> points = {};

    const Token& token(std::uint32_t i) const { return text.token(i); }
    std::string_view word(std::uint32_t i) const {
        return i >= sentence.first_token && i < sentence.end_token ? text.folded(text.tokens[i]) : std::string_view{};
    }
    const VerbSense& verb(std::uint32_t i) const {
        return i >= sentence.first_token && i < sentence.end_token ? *text.tokens[i].facts->verb : verb_sense({});
    }
    const NounSense& noun(std::uint32_t i) const {
        return i >= sentence.first_token && i < sentence.end_token ? *text.tokens[i].facts->noun : noun_sense({});
    }
    bool has(std::uint32_t i, std::uint32_t bits) const {
        return i >= sentence.first_token && i < sentence.end_token && (text.tokens[i].lexicon & bits) != 0;
    }
    /// The text of some tokens, on one line.
    std::string phrase(TokenRange tokens) const;
    TextSpan span(TokenRange tokens) const;
    std::string name_of(const ActorMention& actor) const {
        return actor.shared.begin < actor.shared.end ? phrase(actor.tokens) + ' ' + phrase(actor.shared) : phrase(actor.tokens);
    }
};

std::vector<ActorMention> find_actors(const NameLookup& lookup, const Sentence& sentence, std::span<const Mention> mentions,
                                      const DocumentNames& names);

/// Dates in order as event dates: ranges joined, lengths of time up to `published` turned into intervals.
struct DatedSpan {
    TextSpan span;
    calendar::Edtf edtf;
    document::DateBasis basis = document::DateBasis::Explicit;
    bool of_hour = false;
    bool ahead = false;
};
std::vector<DatedSpan> event_dates(std::string_view text, std::span<const Timex> timexes, const std::optional<calendar::Edtf>& published);

/// "08SEP 2100 – Uvira: ", "6 November, Uvira: ", "Fiji: ": what opens an entry of a log and says where it is told of.
struct EntryLead {
    std::uint32_t end = 0;           ///< where what is told begins; 0 for no such lead
    const Mention* place = nullptr;  ///< the closest that is known; null for none
};
EntryLead entry_lead(const Text& text, const Sentence& sentence, std::span<const Mention> mentions);

/// "BEIRUT — ", "GRAND RAPIDS, Mich. (AP) - ", "Nairobi, 3 May 2011 - ": where a report's first sentence begins
/// after them, or after what opens an entry; 0 for neither.
std::uint32_t dateline_end(const Text& text, const Sentence& sentence, std::span<const Mention> mentions);

/// "12 May: …", "Week of 12 May – …", "w/e 20–21SEP: …": whether a sentence begins with this day.
bool opens_with(const SentenceFacts& facts, const DateMention& date);

/// Those of `dates` that lie in the sentence; `next` moves on with the sentences.
std::vector<DateMention> dates_of(const Text& text, const Sentence& sentence, std::span<const DatedSpan> dates, std::size_t& next);

}  // namespace dateline::extract
