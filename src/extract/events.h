#pragma once

#include "extract/event_facts.h"
#include "extract/event_frame.h"
#include "extract/event_merge.h"
#include "extract/event_origin.h"
#include "extract/event_place.h"
#include "extract/noun_places.h"
#include "extract/passage_setting.h"
#include "extract/table_rows.h"
#include "extract/title_pointers.h"
#include "extract/told_scene.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::extract {

/// Reads the events of a document, part by part and in order; remembers what a reader would from sentence to sentence.
///
///     sentence ─ clauses ─▶ frames ─ date, place, actors, speaker, title ─▶ events ─ repeated ones joined ─▶ finish()
class EventReader {
  public:
    EventReader(const Source& source, const document::Gazetteer& gazetteer, const document::Briefing::Shared<document::Route>& routes,
                std::optional<calendar::Edtf> published)
        : source_(source),
          published_(published),
          gazetteer_(gazetteer),
          places_(gazetteer, routes),
          nouns_(gazetteer, places_),
          scene_(gazetteer),
          setting_(gazetteer),
          origins_(gazetteer) {}

    /// `dates` are those of the whole document, in order. Of each part, first what its first sentences hold, whatever was told before, is
    /// found; then the part is read.
    void prepare(const NameLookup& lookup, std::span<const Mention> mentions, const DocumentNames& names, std::span<const DatedSpan> dates);
    void read(const NameLookup& lookup, std::span<const Mention> mentions, const DocumentNames& names, std::span<const DatedSpan> dates);

    /// The events in the text's order, each told once.
    std::vector<document::Event> finish();

  private:
    /// The last thing told with its own day, that later sentences may go on about.
    struct Anchor {
        std::int32_t section = -2;
        std::uint32_t block = 0;
        std::uint32_t sentences_ago = 0;
        calendar::Edtf date;
        PlaceChoice place;
        EventKind kind = EventKind::Plain;
        std::uint32_t harms = 0;  ///< sentences that tell what harm it did elsewhere
    };
    /// "two tankers": what something is done to, for "them" and "it" after it.
    struct Patient {
        std::string words;
        bool many = false;
    };
    struct Recent {
        std::string name;                         ///< the last sentence's subject, where it is one name of nobody known
        std::string person, state;                ///< what "he" and "it" stand for
        std::uint32_t person_block = 0xffffffff;  ///< where the person was named
        std::uint32_t person_sentences_ago = 0;
        std::string gathering;  ///< "a conference" of the last sentence, for "it is to be held"
        std::string made;       ///< "a cable" of the last sentence, for what is done to "it" next
        std::string several;    ///< what "they" stands for
        std::uint32_t several_sentences_ago = 0;
        std::uint32_t several_block = 0xffffffff;
        std::string many;                       ///< the last sentence's subject, where it names many
        std::uint32_t many_block = 0xffffffff;  ///< where it was named
        Patient patient;                        ///< what was done to something in the last sentence
        std::string speaker;                    ///< the body that the last sentence quotes at its end: "…, the ministry said."
        std::string
            matter;  ///< what the last sentence says that somebody said something of: "the ward" of "confirmed that the ward will open"
        std::string thing;  ///< the last subject that was neither person nor pronoun
        std::uint32_t thing_sentences_ago = 0;
        bool thing_went_on = false;             ///< "it" was the last sentence's subject
        std::optional<PlaceChoice> settlement;  ///< "the city"
        std::string place_phrase;               ///< "in Tashkent", of the last sentence: for "there"
        std::uint32_t settlement_sentences_ago = 0;
        bool settlement_alone = false;  ///< its sentence names no other: "the same city"
    };

    /// What a sentence holds, whatever was told before it; it is handed to `facts` where the sentence is read.
    struct Prepared {
        SentenceFacts facts;
        Sentence told;  ///< without the dateline that opens a report
        std::vector<ActorMention> actors;
        std::vector<VerbGroup> verbs;
        Clauses clauses;
        std::vector<Frame> frames;                   ///< where what follows holds, and no day was told just before
        bool under_day = false, day_by_day = false;  ///< as of SentenceFacts
        bool asks_of_day = false;                    ///< the frames may be others where it does not

        bool is_told() const {
            const BlockKind kind = facts.text.layout->blocks[facts.sentence.block].kind;
            return kind != BlockKind::Heading && kind != BlockKind::Contents;
        }
    };
    void prepare_some(const NameLookup& lookup, std::span<const Mention> mentions, const DocumentNames& names,
                      std::span<const DatedSpan> dates);
    void prepare_frames(Prepared& prepared);
    void read(Prepared& prepared, const NameLookup& lookup, const DocumentNames& names, std::span<const DatedSpan> dates);
    void begin_sentence(const SentenceFacts& facts, const Block& block);
    bool speaks_for_itself(const SentenceFacts& facts, const Frame& frame) const;
    std::vector<Frame> frames_told(const SentenceFacts& facts, std::vector<Frame> frames) const;
    void read_frame(const SentenceFacts& facts, const std::vector<Frame>& frames, const Frame& frame, bool withdrawn, const Block& block,
                    const std::string& section);
    void read_sentence(const SentenceFacts& facts, std::vector<Frame> found, const Block& block, const std::string& section);
    void add_event(const SentenceFacts& facts, const Frame& frame, const Block& block, const std::string& section);
    static bool tells_too_little(const SentenceFacts& facts, const Frame& frame, const document::Event& event, const std::string& owner,
                                 bool dated);
    Modality modality_told(const SentenceFacts& facts, const Frame& frame, const document::Event& event) const;
    void set_id(const SentenceFacts& facts, const Frame& frame, document::Event& event) const;
    void take_area(document::Event& event) const;
    void take_scene(document::Event& event) const;
    std::string headline_of(const SentenceFacts& facts, const Frame& frame, const Block& block, const std::string& section);
    static std::string with_one_doer(const SentenceFacts& facts, const Frame& frame, std::string title);
    std::string headline(const SentenceFacts& facts, const Frame& frame, const std::string& owner) const;
    bool count_from_anchor(const SentenceFacts& facts, const Frame& frame, const Block& block, document::Event& event) const;
    bool says_that_day(const SentenceFacts& facts, const Frame& frame, const Block& block) const;
    bool is_the_same_day(const SentenceFacts& facts, const Frame& frame, const Block& block) const;
    bool follows_on(const SentenceFacts& facts, const Frame& frame, const Block& block, document::Event& event) const;
    bool goes_on_that_day(const SentenceFacts& facts, const Frame& frame, const Block& block) const;
    static bool count_from_day(const SentenceFacts& facts, const Frame& frame, document::Event& event);
    static bool tells_of_other_time(const SentenceFacts& facts);
    bool is_right_after_day(std::uint32_t block, std::uint32_t sentences_between) const;
    bool is_sequel(const SentenceFacts& facts, const Frame& frame) const;
    bool goes_on_elsewhere(const SentenceFacts& facts, const Frame& frame) const;
    bool tells_of_that_paper(const SentenceFacts& facts, const Frame& frame) const;
    bool set_date(const SentenceFacts& facts, const Frame& frame, const Block& block, document::Event& event);
    bool told_date(const SentenceFacts& facts, const Frame& frame, const Block& block, document::Event& event);
    bool is_set_nearer(const SentenceFacts& facts, const Frame& frame) const;
    void go_on_from_before(const SentenceFacts& facts, const Frame& frame, const document::Event& event, PlaceChoice& place) const;
    void set_place(const SentenceFacts& facts, const Frame& frame, const Block& block, document::Event& event);
    void set_actors(const SentenceFacts& facts, const Frame& frame, const std::string& owner, document::Event& event) const;
    void set_attribution(const SentenceFacts& facts, const Frame& frame, document::Event& event) const;
    struct Pointer;
    static Pointer pointer_of(const SentenceFacts& facts, const Frame& frame);
    static std::optional<std::string> role_told(const SentenceFacts& facts, const Pointer& pointer);
    static std::optional<std::string> speaker_told(const SentenceFacts& facts, const Frame& frame, const Pointer& pointer);
    static std::optional<std::string> named_behind(const SentenceFacts& facts, const Pointer& pointer);
    std::optional<std::string> works_told(const Frame& frame, const Pointer& pointer) const;
    std::optional<std::string> matter_told(const SentenceFacts& facts, const Frame& frame, const Pointer& pointer) const;
    std::optional<std::string> thing_told(const SentenceFacts& facts, const Pointer& pointer) const;
    std::optional<std::string> many_told(const SentenceFacts& facts, const Frame& frame, const Pointer& pointer) const;
    std::optional<std::string> actor_told(const SentenceFacts& facts, const Frame& frame, const Pointer& pointer) const;
    std::string last_told(const SentenceFacts& facts, const Frame& frame, const Pointer& pointer) const;
    std::string owner_of(const SentenceFacts& facts, const Frame& frame) const;
    std::string patient_of(const SentenceFacts& facts, const Frame& frame) const;
    Referents referents_of(const SentenceFacts& facts, const Frame& frame, std::string owner) const;
    bool knows_thing() const {
        constexpr std::uint32_t most_sentences = 3;
        return !recent_.thing.empty() && recent_.thing_sentences_ago < most_sentences;
    }
    const std::string& what_it_is() const { return knows_thing() ? recent_.thing : recent_.state; }
    std::string thing_of(const SentenceFacts& facts, const Clause& clause) const;
    static std::string body_that_says(const SentenceFacts& facts);
    std::string made_in(const SentenceFacts& facts) const;
    static std::string many_in(const SentenceFacts& facts, const Clause& clause);
    std::string those_meant(const SentenceFacts& facts, const Frame& frame) const;
    std::string several_in(const SentenceFacts& facts, std::uint32_t before = 0xffffffff) const;
    static std::string town_taken_before(const SentenceFacts& facts, const Frame& frame);
    static std::string gathering_in(const SentenceFacts& facts);
    static std::string somebody_in(const SentenceFacts& facts);
    static Patient patient_in(const SentenceFacts& facts, const Clause& clause);
    void remember_subject(const SentenceFacts& facts);
    void remember(const SentenceFacts& facts);
    void answer_for_quotation(const SentenceFacts& facts);
    static bool leads_in(const Text& text, std::uint32_t sentence);
    static bool is_title_line(const Text& text, const Sentence& sentence);
    void read_heading(const SentenceFacts& facts, std::uint8_t level);
    bool is_day_by_day(const Layout& layout);
    bool tells_what_was(const Layout& layout, const Block& block);
    bool opens_days_entry(const SentenceFacts& facts) const;
    bool is_masthead(const SentenceFacts& facts, std::uint8_t level, std::span<const DatedSpan> dates) const;
    bool heads_with_year(const SentenceFacts& facts) const;
    void read_day_heading(const SentenceFacts& facts, std::uint8_t level, std::span<const DatedSpan> dates);
    bool take_day_of_heading(const SentenceFacts& facts, const Frame& frame, document::Event& event) const;
    void note_own_day(const SentenceFacts& facts);
    bool leads_report(const SentenceFacts& facts, const Block& block);
    bool take_own_day(const SentenceFacts& facts, const Frame& frame, document::Event& event) const;
    bool may_be_in_section(const SentenceFacts& facts, const Frame& frame) const;
    void read_entry(const SentenceFacts& facts);
    void read_note_title(const SentenceFacts& facts, std::uint8_t level);
    void head_entry(const SentenceFacts& facts, const Mention& place);
    void read_cells(const SentenceFacts& facts, const NameLookup& lookup, const DocumentNames& names, const Block& block);
    std::vector<Frame> frames_of_row(const SentenceFacts& facts) const;
    bool may_be_in_entry(const SentenceFacts& facts, const Frame& frame) const;
    void hand_over();

    const Source& source_;
    std::optional<calendar::Edtf> published_;
    const document::Gazetteer& gazetteer_;
    PlaceChooser places_;
    NounPlaces nouns_;  ///< "the refinery"
    ToldScene scene_;   ///< "The tanker was pulled free"
    PassageSetting setting_;
    std::unordered_map<std::string, std::int32_t> scenes_;  ///< by id, of events that name no place: what their report is set in
    OriginFinder origins_;
    std::size_t next_date_ = 0;
    std::vector<Prepared> prepared_;   ///< of the part, the sentences that are read next
    std::uint32_t next_sentence_ = 0;  ///< behind them
    std::size_t next_mention_ = 0;
    std::optional<Anchor> anchor_;
    Recent recent_;
    /// A heading over what is read; the finer ones last.
    struct Section {
        std::uint8_t level = 0;
        std::optional<PlaceChoice> place;       ///< where the heading is a place's name and no more
        std::string country;                    ///< in which that lies
        std::uint32_t last_block = 0xffffffff;  ///< that it is over, where it is no heading: "*New York.* The minister …"
    };
    std::vector<Section> sections_;
    static constexpr std::uint32_t kNoEntry = 0xffffffff;
    /// "08SEP – Uvira: demonstrations. Four were hurt.": where all of a block is told of.
    struct Entry {
        std::uint32_t block = kNoEntry, lead_end = 0;
        bool notice = false;  ///< opens with its day
        std::optional<PlaceChoice> place;
        std::string country;
    };
    Entry entry_;
    TableReader tables_;
    std::vector<std::optional<PlaceChoice>> column_places_;  ///< "| day | Tallinn | Riga |"
    std::optional<TableRow> row_;                            ///< of a table, which the sentence is
    /// "## 15 November 2024" over what happened then.
    struct DayHeading {
        std::uint8_t level = 0;
        bool over_list = false;
        std::uint32_t entry = kNoEntry;  ///< the block that it opens, and holds for
        DateMention date;
        std::string text;
        std::uint32_t last = 0xffffffff;  ///< the last block that it stands over
        std::uint32_t block = 0;          ///< in which it stands
        bool of_report = false;           ///< no more than when it was written, and what is said
    };
    std::optional<DayHeading> day_heading_;
    /// The day on a masthead: that on which what the first sentence below it tells became news.
    struct OwnDay {
        DateMention date;
        std::string text;
        std::uint32_t block = 0;
        bool led = false;  ///< that sentence has been read
    };
    std::optional<OwnDay> own_day_;
    std::string voice_;               ///< "we" of a press release
    bool leads_ = false;              ///< the sentence that is read is that one
    bool in_chronicle_ = false;       ///< some day has stood over what happened then
    std::optional<bool> day_by_day_;  ///< whether several days stand on lines of their own; not looked for yet where empty
    std::int32_t last_section_ = -2;
    std::int32_t headline_section_ = -2;  ///< whose heading has served as a title
    std::uint32_t last_block_ = 0;
    std::uint32_t scene_block_ = 0xffffffff;    ///< the paragraph that opened with "the day": it goes on about one day
    std::uint32_t present_block_ = 0xffffffff;  ///< the paragraph that tells what was in the present tense
    bool in_quotation_ = false;
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t apart_from_ = kNone;   ///< of events_: the first of this sentence that its aside does not speak for
    std::size_t quotation_begin_ = 0;  ///< first event of the quotation
    std::vector<std::pair<std::uint32_t, PlaceChoice>> places_told_;  ///< by head, of the sentence's events
    std::vector<document::Event> events_;                             ///< of the sentence or quotation that is being read
    EventMerger told_;
};

/// `text` as a JSON string, control characters left out: for what goes into Event::extra.
std::string json_string(std::string_view text);

}  // namespace dateline::extract
