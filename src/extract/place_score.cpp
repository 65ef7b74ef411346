#include "extract/place_score.h"

#include "extract/date_binding.h"
#include "extract/lexicon.h"
#include "extract/participle_opening.h"
#include "extract/place_clues.h"
#include "extract/place_of_another.h"
#include "extract/place_topic.h"
#include "extract/word_set.h"

#include <algorithm>

// How the words round a place weigh for it and against it.
namespace dateline::extract {
namespace {

using document::PlacePrecision;

constexpr double kNever = -9;

double fineness(PlacePrecision precision) {
    switch (precision) {
        case PlacePrecision::Settlement: return 1.0;
        case PlacePrecision::District: return 0.9;
        case PlacePrecision::Corridor: return 0.8;
        case PlacePrecision::Exact: return 0.7;
        case PlacePrecision::Region: return 0.6;
        case PlacePrecision::Water: return 0.5;
        case PlacePrecision::Country: return 0.1;
        case PlacePrecision::CountryGroup: return -0.7;
        case PlacePrecision::None: return kNever;
    }
    return 0;
}

bool goes_somewhere(EventKind kind) {
    return kind == EventKind::Visit || kind == EventKind::Supply || kind == EventKind::Movement || kind == EventKind::Deployment ||
           kind == EventKind::Combat;
}

/// "between X and Y" tells of two sides and of no place.
bool between_others(const SentenceFacts& f, const Mention& m) {
    for (std::uint32_t i = m.first_token, steps = 0; i > f.sentence.first_token && steps < 10; ++steps) {
        --i;
        if (f.word(i) == "between") return true;
        const Token& t = f.token(i);
        if (t.kind == TokenKind::Word && !t.capitalised() && !f.has(i, kArticle | kConjunction)) return false;
        if (t.kind != TokenKind::Word && !t.is(',')) return false;
    }
    return false;
}

/// "sailed through the Danish Straits": a water that what was done passed.
bool is_crossed(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kPasses{"through", "across", "over", "along", "under", "into"};
    std::uint32_t at = m.first_token;
    while (at > frame.verb.end && f.has(at - 1, kArticle)) --at;
    return m.precision == PlacePrecision::Water && at > frame.verb.begin && frame.clause.contains(m.first_token) &&
           kPasses.contains(f.word(at - 1));
}

/// "signed a truce | after talks in X"
bool follows_talks_before(const SentenceFacts& f, const Mention& m) {
    constexpr std::uint32_t reach = 5;
    bool noun = false;
    for (std::uint32_t i = m.first_token, steps = 0; i-- > f.sentence.first_token && steps < reach && f.token(i).kind == TokenKind::Word;
         ++steps) {
        if ((f.word(i) == "after" || f.word(i) == "following") && noun) return true;
        noun = noun || (f.noun(i).known && !f.noun(i).paper);
    }
    return false;
}

/// "After talks in Hanoi on Monday, they flew to Hue on Tuesday": how surely a place that leads in is where something else was, 0 to 1.
double told_of_before(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kBefore{"after", "following", "before"};
    if (frame.noun || frame.background) return 0;
    if (m.first_token >= f.clauses.fronted_end) return m.first_token > frame.verb.end && follows_talks_before(f, m) ? 0.5 : 0;
    std::uint32_t begin = m.first_token, end = m.end_token;
    bool noun = false;
    while (begin > f.sentence.first_token && !kBefore.contains(f.word(begin)) && f.token(begin - 1).kind != TokenKind::Mark)
        noun = f.noun(--begin).known || noun;
    if (!noun || !kBefore.contains(f.word(begin))) return 0;
    while (end < f.clauses.fronted_end && f.token(end).kind != TokenKind::Mark) ++end;
    for (std::size_t d = 0; d < f.dates.size(); ++d) {
        const std::uint32_t at = f.dates[d].tokens.begin;
        if (begin <= at && at < end && frame.date >= 0 && frame.date != static_cast<std::int32_t>(d)) return 1;
    }
    return 0.5;
}

/// "to the territory | of Azerbaijan", "on the soil of Syria"
bool is_territory(const SentenceFacts& f, const Mention& m) {
    static constexpr WordSet kLand{"territory", "territories", "soil", "airspace", "waters"};
    static constexpr WordSet kTo{"to", "into", "in", "on", "onto", "from", "over", "across"};
    const std::uint32_t first = f.sentence.first_token;
    std::uint32_t at = m.first_token;
    if (at < first + 3 || f.word(at - 1) != "of" || !kLand.contains(f.word(at - 2))) return false;
    at -= 2;
    while (at > first && f.has(at - 1, kArticle)) --at;
    return at > first && kTo.contains(f.word(at - 1));
}

/// "The agreement, | signed in Astana on 3 May 2023, | was ratified on 12 July": within what tells of the subject on another day.
bool in_dated_aside(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (frame.noun || frame.date < 0 || !frame.subject.contains(m.first_token)) return false;
    return std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& g) {
        if (g.mode != VerbGroup::Mode::Participle || g.first <= frame.subject.begin || g.end > m.first_token || g.head == frame.head ||
            !f.token(g.first - 1).is(','))
            return false;
        return std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) {
            return g.end <= d.tokens.begin && d.tokens.end <= frame.verb.begin &&
                   d.edtf != f.dates[static_cast<std::size_t>(frame.date)].edtf;
        });
    });
}

/// "| Lomé |", "| off Bonny |", "| Lomé anchorage |": a cell of a table that holds a place and no more.
bool fills_cell(const SentenceFacts& f, const Mention& m) {
    const std::uint32_t first = f.sentence.first_token, end = f.sentence.end_token;
    const auto bar = [&](std::uint32_t i) { return i < end && f.token(i).is('|'); };
    std::uint32_t begin = m.first_token, after = m.end_token;
    if (begin > first && is_preposition(f.text, begin - 1)) --begin;
    const bool feature = after < end && f.token(after).kind == TokenKind::Word && f.token(after).letter_case == Case::Lower &&
                         f.noun(after).strength < 2 && !f.verb(after).known;
    if (feature) ++after;
    return begin == first ? bar(after) : bar(begin - 1) && (after == end || bar(after));
}

/// "in Istanbul's Taksim Square": of a place that no gazetteer has, what it lies in is known.
bool holds_next(const SentenceFacts& f, const Mention& m) {
    return std::any_of(f.mentions.begin(), f.mentions.end(),
                       [&](const Mention& n) { return n.first_token == m.end_token && n.place < 0 && n.role == PlaceRole::Location; });
}

/// "in Myanmar's Shan State", as an actor: where something is, and nobody who acts there.
bool is_only_place(const SentenceFacts& f, const ActorMention& a, const Mention& m) {
    if (m.role != PlaceRole::Location || m.precision == PlacePrecision::Exact || a.tokens.end > m.end_token) return false;
    for (std::uint32_t i = a.tokens.begin; i < m.first_token; ++i)
        if (!f.token(i).capitalised() || !f.token(i).possessive) return false;
    return true;
}

/// "In the Pacific theatre", "the Atlantic alliance": called after a water, and larger or elsewhere.
bool names_theatre(std::string_view noun) {
    static constexpr WordSet kCalledAfter{"theatre", "theater", "war", "campaign", "fleet", "alliance", "nations", "states"};
    return kCalledAfter.contains(noun);
}

/// "in Ghana's second-largest city", "in Libya's restive south": no more is known than what it is a part of.
bool owns_land(const SentenceFacts& f, const Mention& m) {
    constexpr std::uint32_t reach = 4;
    if (!m.possessive) return false;
    for (std::uint32_t i = m.end_token; i < std::min(m.end_token + reach, f.sentence.end_token); ++i) {
        const Token& t = f.token(i);
        if (t.kind != TokenKind::Word || t.letter_case != Case::Lower) return false;
        if (i + 1 < f.sentence.end_token && f.token(i + 1).capitalised() && !f.has(i + 1, kMonth))
            return false;  // "in Kenya's capital Nairobi"
        const bool last = i + 1 >= f.sentence.end_token || f.token(i + 1).kind != TokenKind::Word || f.has(i + 1, kMonth) ||
                          f.has(i + 1, kFunction | kConjunction) || is_preposition(f.text, i + 1) || is_adverb(f.text, i + 1);
        if (last) return f.has(i, kKinOfPlace | kGeoTail);
    }
    return false;
}

/// "the Ryazan and Kstovo oil refineries", "Hostomel airport": a name that works or a post are called by.
bool names_works(const SentenceFacts& f, const Mention& m) {
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t i = m.end_token; i < std::min(m.end_token + reach, f.sentence.end_token); ++i) {
        if (is_works(f.word(i))) return true;
        const Token& t = f.token(i);
        const bool goes_on = (t.kind == TokenKind::Word && (t.capitalised() || !f.has(i, kFunction)) && !is_preposition(f.text, i)) ||
                             f.has(i, kConjunction);
        if (!goes_on) return false;
    }
    return false;
}

/// "the Minsk court", "the city council of Paris": what sits in the town that it is called after.
bool is_of_body(const SentenceFacts& f, const Mention& m) {
    static constexpr WordSet kBodies{"court", "courts", "council", "tribunal", "courthouse", "hospital", "prosecutor", "prosecutors"};
    if (m.precision != PlacePrecision::Settlement || m.possessive) return false;
    std::uint32_t next = m.end_token;
    static constexpr WordSet kOfCourts{"district", "city", "municipal", "regional", "criminal",
                                       "appeals",  "high", "federal",   "military", "town"};
    while (kOfCourts.contains(f.word(next))) ++next;
    return kBodies.contains(f.word(next)) || (f.word(m.first_token - 1) == "of" && kBodies.contains(f.word(m.first_token - 2)));
}

/// "Sumy, Kherson and Nikopol | were shelled": places, and nothing else.
bool fills_subject(const SentenceFacts& f, TokenRange subject) {
    std::uint32_t at = subject.begin;
    for (const Mention& m : f.mentions) {
        if (m.first_token < at || m.first_token >= subject.end) continue;
        while (at < m.first_token && (f.token(at).is(',') || f.has(at, kConjunction | kArticle | kDirection))) ++at;
        if (at != m.first_token || m.adjective || m.place < 0) return false;
        at = m.end_token;
        while (at < subject.end && f.has(at, kGeoTail | kKinOfPlace) && !f.token(at).possessive) ++at;
    }
    return at == subject.end && subject.begin < subject.end && !f.token(at - 1).possessive;
}

/// "will be resumed | once the equipment at Tartu is in place"
bool is_condition(const SentenceFacts& f, const Mention& m) {
    const std::int32_t c = clause_of_token(f.clauses, m.first_token);
    if (c <= 0 || m.role != PlaceRole::Location) return false;
    const Clause& own = f.clauses.clauses[static_cast<std::size_t>(c)];
    return own.kind == Clause::Kind::Adverbial && f.word(own.connector) == "once";
}

/// "received him at Y; the week after they go on | to Z": of another sentence, as good as.
bool is_told_after_semicolon(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    std::uint32_t last = 0;
    for (std::uint32_t i = frame.head; i < m.first_token; ++i)
        if (f.token(i).is(';')) last = i;
    return last != 0 && (frame.date < 0 || f.dates[static_cast<std::size_t>(frame.date)].tokens.begin < last);
}

/// "Trial of Ana Ruiz: 17 June, Quito": of an item, between its marks and alone.
bool stands_apart(const SentenceFacts& f, const Mention& m) {
    // "Attack near Maiduguri, | Nigeria": what holds the place before it
    const bool holds = std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& inner) {
        return inner.parent >= 0 && inner.place >= 0 && inner.end_token + 1 == m.first_token;
    });
    if (holds) return false;
    const bool opens = m.first_token > f.sentence.first_token && f.token(m.first_token - 1).kind == TokenKind::Mark;
    return opens && (m.end_token >= f.sentence.end_token || f.token(m.end_token).kind == TokenKind::Mark);
}

bool is_harm_done(EventKind kind) { return kind == EventKind::Attack || kind == EventKind::Incident; }
bool is_opened_or_shut(EventKind kind) { return kind == EventKind::Opening || kind == EventKind::Closing; }

class Scorer {
  public:
    Scorer(const SentenceFacts& f, const Frame& frame, const Mention& m)
        : f_(f), frame_(frame), m_(m), at_(m.first_token), cell_(fills_cell(f, m)) {}
    double score();

  private:
    std::string_view before(std::uint32_t words) const { return f_.word(at_ - words); }
    bool cannot_be() const;
    bool is_called_after() const;
    bool is_of_somebody() const;
    bool ends_name_of_body() const;
    bool is_of_office_aside() const;
    bool holds_whom_it_speaks_of() const;
    void look();
    double of_standing() const;
    double of_role() const;
    double of_deed();
    double of_subject() const;
    double of_actors() const;
    double of_visit() const;
    double of_verb() const;

    const SentenceFacts& f_;
    const Frame& frame_;
    const Mention& m_;
    const std::uint32_t at_;
    const bool cell_;
    bool fronted_ = false;  ///< leads in
    bool beyond_ = false;   ///< behind a semicolon
    bool after_ = false;    ///< in what the verb tells
    bool in_subject_ = false;
    bool whole_ = false;     ///< the subject is places, and nothing else
    bool victim_ = false;    ///< "Residents of Moore | were evacuated"
    bool excepted_ = false;  ///< "everywhere except Gao and | Kidal"
    bool rid_ = false;       ///< "Sri Lanka | was declared free of measles"
    bool suffers_ = false;   ///< "Derby was flooded"
    bool site_ = false;      ///< what it was done to stands there
    bool works_ = false;     ///< and is called after it
    bool taken_ = false;     ///< the verb's own object: "struck Odesa"
    bool bound_for_ = false;
    std::uint32_t left_out_ = 0;  ///< words of a list before it that have a frame each
};

/// "Arrested in Kars in March, he was freed in April": where he was arrested.
bool is_of_opening(const SentenceFacts& f, const Frame& frame, std::uint32_t at) {
    const ParticipleOpening opening = participle_opening(f);
    return at < opening.end && opening.happened && !opening.settled && !frame.rest.contains(at);
}

/// "the Druzhba pipeline", "sanctions on Moscow", "the Kazakh government": its name stands for something else.
bool Scorer::is_called_after() const {
    static constexpr WordSet kLines{"pipeline", "pipelines", "cable", "interconnector"};
    static constexpr WordSet kOnStates{"sanctions", "embargo", "tariffs", "pressure", "restrictions", "measures"};
    static constexpr WordSet kOfStates{"capital", "government", "side",       "people",  "army",   "president",
                                       "embassy", "parliament", "presidency", "process", "format", "countries"};
    const bool town = m_.precision == PlacePrecision::Settlement;
    if ((town || m_.precision == PlacePrecision::Water) && kLines.contains(f_.word(m_.end_token))) return true;
    if (m_.end_token < f_.sentence.end_token && f_.token(m_.end_token).hyphenated && f_.token(m_.end_token).letter_case == Case::Lower)
        return true;  // "the Grenoble-based firm"
    const bool against = before(1) == "on" || before(1) == "against";
    if (against && ((town && kOnStates.contains(before(2))) || before(2) == "war")) return true;  // "declared war on Germany"
    const bool before_name = at_ == f_.sentence.first_token + 1 && town && is_preposition(f_.text, at_ - 1) &&
                             f_.token(m_.end_token).capitalised() &&
                             f_.token(m_.end_token + 1).capitalised();  // "In Blantyre | President Banda"
    return !m_.possessive && !before_name && kOfStates.contains(f_.word(m_.end_token));
}

/// "called for the release of prisoners held in X"
bool Scorer::holds_whom_it_speaks_of() const {
    static constexpr WordSet kKept{"hold", "detain", "imprison", "jail", "base", "sign"};
    return frame_.kind == EventKind::Assertion && std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
               return g.first >= frame_.verb.end && g.end < at_ && at_ <= g.end + 2 && kKept.contains(g.sense.base);
           });
}

/// "the Stabilisation Mission in | Chad", "the Army for the Liberation of | Kosovo": what a force or a party is named after.
bool Scorer::ends_name_of_body() const {
    static constexpr WordSet kForces{"mission", "force", "operation"};
    static constexpr WordSet kCauses{"liberation", "army",    "front", "forces",   "resistance", "salvation",
                                     "defence",    "defense", "party", "movement", "unity",      "brigades"};
    std::uint32_t at = at_;
    while (at > f_.sentence.first_token && f_.has(at - 1, kArticle)) --at;
    if (at < f_.sentence.first_token + 3) return false;
    const Token& head = f_.token(at - 2);
    if (head.letter_case != Case::Capital || !f_.token(at - 3).capitalised() || f_.token(at - 3).kind != TokenKind::Word)
        return f_.word(at - 1) == "of" && head.letter_case == Case::Capital && kCauses.contains(f_.word(at - 2)) &&
               f_.has(at - 3, kArticle) && f_.word(at - 4) == "for";
    const std::string_view joint = f_.word(at - 1);
    const bool of_land = m_.precision >= PlacePrecision::Country;  // not "the Permanent Mission in Geneva"
    return (joint == "in" && of_land && kForces.contains(f_.word(at - 2))) ||
           ((joint == "of" || joint == "for") && kCauses.contains(f_.word(at - 2)));
}

/// "Senator Mark Kelly of | Arizona | met": where somebody is from.
bool Scorer::is_of_somebody() const {
    if (at_ < f_.sentence.first_token + 2 || before(1) != "of") return false;
    return std::any_of(f_.actors.begin(), f_.actors.end(), [&](const ActorMention& a) {
        return a.kind == ActorMention::Kind::Person && a.name.begin < a.name.end && a.name.end + 1 == at_;
    });
}

/// "Ann Roe, head of the port of | Ventspils, | signed it": where the office of somebody is, told aside.
bool Scorer::is_of_office_aside() const {
    static constexpr WordSet kHeads{"head",       "chief", "director", "mayor",     "chairman",
                                    "chairwoman", "chair", "manager",  "secretary", "rector"};
    if (frame_.noun || !frame_.subject.contains(at_)) return false;
    bool of = false, office = false;
    std::uint32_t i = at_;
    while (i > frame_.subject.begin && !f_.token(i - 1).is(',')) {
        --i;
        of = of || f_.word(i) == "of" || f_.word(i) == "for";
        office = office || f_.has(i, kTitle | kPersonNoun) || kHeads.contains(f_.word(i));
    }
    if (!of || !office || i == frame_.subject.begin) return false;
    return std::any_of(f_.actors.begin(), f_.actors.end(), [&](const ActorMention& a) {
        return a.kind == ActorMention::Kind::Person && a.name.begin < a.name.end && a.name.end + 1 == i;
    });
}

bool Scorer::cannot_be() const {
    if (m_.place < 0 || m_.adjective || m_.role == PlaceRole::Demonym || frame_.left_out.contains(at_)) return true;
    if ((!cell_ && is_topic(f_, frame_, m_)) || is_called_after() || is_of_somebody() || ends_name_of_body() || is_of_office_aside())
        return true;
    if (is_of_another_time(f_, frame_, m_) || is_of_opening(f_, frame_, at_)) return true;
    if (in_dated_aside(f_, frame_, m_) || is_of_thing_told_aside(f_, frame_, m_) || f_.clauses.aside.contains(at_)) return true;
    if (is_told_of_another(f_, frame_, m_)) return true;
    if (told_of_before(f_, frame_, m_) >= 1 || holds_whom_it_speaks_of()) return true;
    // "according to the ministry in Kyiv" tells where the source is.
    constexpr std::uint32_t reach = 10;
    const auto comma = [](const Token& t) { return t.is(','); };
    for (std::uint32_t i = std::max(f_.sentence.first_token, at_ - std::min(at_, reach - 1)); i < at_; ++i)
        if (f_.word(i) == "according" && f_.word(i + 1) == "to" &&
            std::none_of(f_.text.tokens.begin() + i, f_.text.tokens.begin() + at_, comma))
            return true;
    return false;
}

/// How it stands to the frame, which all else asks.
void Scorer::look() {
    fronted_ = at_ < f_.clauses.fronted_end && !frame_.background;
    beyond_ = is_told_after_semicolon(f_, frame_, m_);
    // "shipped gas via Iran under a deal signed in May": what stands before an aside is not its place
    const bool before_aside = frame_.background && !frame_.noun && at_ < frame_.subject.begin;
    after_ = !beyond_ && (frame_.rest.contains(at_) || (frame_.clause.contains(at_) && !before_aside));
    in_subject_ = frame_.subject.contains(at_);
    excepted_ = frame_.listed && frame_.modality == Modality::Denied && m_.end_token == frame_.rest.end;
    rid_ = in_subject_ && !frame_.noun && frame_.passive &&
           (f_.word(frame_.verb.end) == "free" || f_.word(frame_.verb.end + 1) == "free") && fills_subject(f_, frame_.subject);
    whole_ = in_subject_ && !frame_.noun && m_.precision != PlacePrecision::Exact && m_.precision <= PlacePrecision::Region &&
             fills_subject(f_, frame_.subject);
    left_out_ = at_ >= frame_.left_out.end ? frame_.left_out.end - frame_.left_out.begin : 0;
    static constexpr WordSet kTaken{"extradite", "deport", "repatriate"};
    bound_for_ = m_.role == PlaceRole::Destination &&
                 (goes_somewhere(frame_.kind) || goes_somewhere(frame_.aim) || kTaken.contains(frame_.sense.base));
}

double Scorer::of_standing() const {
    double s =
        fineness(m_.precision) + (cell_ ? 6 : 0) + (frame_.item && stands_apart(f_, m_) ? 4 : 0) - 4 * told_of_before(f_, frame_, m_);
    if (is_right_behind_verb(f_, frame_, m_)) s += 4;
    const bool scene = is_scene_of_noun(f_, frame_, m_);
    if (scene && m_.role == PlaceRole::Destination) s += 3;
    if (!fronted_ && !after_ && !in_subject_ && !cell_ && !scene) s -= frame_.noun ? 6 : beyond_ ? 5 : is_condition(f_, m_) ? 1 : 2.5;
    return s + clue_for(f_, frame_, m_);
}

double Scorer::of_role() const {
    double s = 0;
    switch (m_.role) {
        case PlaceRole::Location:
            s = between_others(f_, m_) ? -2 : !m_.possessive || holds_next(f_, m_) || owns_land(f_, m_) ? 4 : 1;
            break;
        case PlaceRole::Boundary: s = 2; break;
        case PlaceRole::Destination: s = bound_for_ ? 3.5 : 0.5; break;
        case PlaceRole::Origin:
            s = frame_.sense.base == "depart" && after_                             ? 4.5
                : frame_.kind == EventKind::Movement && frame_.sense.base != "land" ? 2.5
                                                                                    : -1;
            break;                                                                                  // "departed from X bound for Y"
        case PlaceRole::Mention: s = m_.possessive && after_ && holds_next(f_, m_) ? 4 : 0; break;  // "hit Kabul's Khair Khana district"
        case PlaceRole::Demonym: break;
    }
    const bool wide = m_.precision == PlacePrecision::Corridor || m_.precision == PlacePrecision::District || is_crossed(f_, frame_, m_);
    if (m_.role != PlaceRole::Location && wide && !in_subject_) s += 2.5;
    if (m_.precision == PlacePrecision::Water && !m_.possessive && names_theatre(f_.word(m_.end_token))) s -= 4;
    return s;
}

/// What is done to a place, or to what stands there, is done there.
double Scorer::of_deed() {
    const EventKind kind = frame_.kind;
    const bool takes_place = (frame_.sense.use & kObjectPlace) != 0;
    bool object = takes_place && !frame_.passive && at_ >= frame_.rest.begin && at_ - left_out_ <= frame_.rest.begin + 3;
    for (std::uint32_t i = frame_.rest.begin; object && left_out_ == 0 && i < at_; ++i)
        object = f_.word(i) == "of" || !is_preposition(f_.text, i);  // "left Poti for Baku"
    // "Residents of Moore, Oklahoma | were evacuated": the town, not what it lies in
    const std::uint32_t end = frame_.subject.end;
    const bool ends_subject =
        m_.end_token == end || (m_.parent >= 0 && f_.token(m_.end_token).is(',') && m_.end_token + 2 >= end && m_.end_token < end);
    victim_ = takes_place && frame_.passive && in_subject_ && ends_subject;
    // "Derby was flooded", "Sumy, Kherson and Nikopol were shelled", "Mora lost power"
    static constexpr WordSet kSupplies{"power", "electricity", "water"};
    const bool harms = is_harm_done(kind) || kind == EventKind::Disaster || kind == EventKind::Combat || kind == EventKind::Movement;
    suffers_ = rid_ || (whole_ && (frame_.passive ? harms : frame_.sense.base == "lose" && kSupplies.contains(f_.word(frame_.verb.end))));
    // "drones struck Odessa": not "shot the Iranian minister", not "hit Kyiv's thermal plant"; "troops surrounded Bakhmut", "floods submerged Derna"
    static constexpr WordSet kDoneToTowns{
        "surrounded", "submerged", "rocked",   "abandoned",    "swept",     "blockaded",  "controlled", "lost",    "flooded",   "engulfed",
        "devastated", "inundated", "isolated", "shook",        "paralysed", "paralyzed",  "evacuated",  "left",    "patrolled", "secured",
        "approached", "ravaged",   "battered", "lashed",       "gripped",   "surround",   "abandon",    "control", "blockade",  "evacuate",
        "patrol",     "secure",    "leave",    "administered", "governed",  "garrisoned", "administer", "govern"};
    const bool done_to_it = m_.precision <= PlacePrecision::Region && kDoneToTowns.contains(f_.word(frame_.head));
    const bool ends_there = m_.end_token < f_.sentence.end_token &&
                            (f_.token(m_.end_token).kind != TokenKind::Word || f_.has(m_.end_token, kFunction | kConjunction) ||
                             is_preposition(f_.text, m_.end_token) || is_adverb(f_.text, m_.end_token));
    const bool struck = (kind == EventKind::Attack || done_to_it) && !frame_.passive && !object && at_ - left_out_ == frame_.rest.begin &&
                        !m_.possessive && ends_there;
    // "The Kakhovka dam was breached", "the bridge reopened": what it was done to stands there
    const bool done = is_harm_done(kind) || kind == EventKind::Disaster || is_opened_or_shut(kind);
    const bool suffered = done && (frame_.passive || kind != EventKind::Attack);
    const bool exact = !frame_.noun && m_.precision == PlacePrecision::Exact;
    const bool line = !frame_.noun && m_.precision == PlacePrecision::Corridor && frame_.passive;  // "Nord Stream was damaged"
    site_ = in_subject_ && suffered && (exact || line) && m_.end_token == end;
    // "Quetta's railway station was bombed", "Odesa came under fire"
    const bool town = in_subject_ && !frame_.noun && m_.precision == PlacePrecision::Settlement && is_harm_done(kind);
    site_ = site_ || (town && m_.possessive && frame_.passive && names_works(f_, m_)) ||
            (town && f_.word(frame_.verb.end) == "under" && m_.end_token == end);
    // "reopened the Trebil crossing"
    const bool gate = is_opened_or_shut(kind) && !frame_.passive && exact && at_ >= frame_.rest.begin && at_ <= frame_.rest.begin + 1 &&
                      (at_ == frame_.rest.begin || f_.has(frame_.rest.begin, kArticle));
    // "The Derna plant was stopped", "the expansion of the Kirkuk field, which a firm completed"
    works_ = suffered && names_site_in_subject(f_, frame_, m_);
    const bool made = done && exact && frame_.antecedent.contains(at_) && m_.end_token == frame_.antecedent.end;
    site_ = site_ || gate || works_ || made;
    taken_ = object || struck;
    return (excepted_ ? 6 : 0) + (site_ ? 5 : 0) + (object || victim_ || suffers_ ? 4 : 0) + (struck ? 6 : 0);
}

/// "the cargo from Y reached Z", "Kabul police": a subject goes away, acts, or is only called after a place.
double Scorer::of_subject() const {
    double s = 0;
    if (!in_subject_) return s;
    if (!victim_ && frame_.kind == EventKind::Movement && (frame_.sense.use & kObjectPlace) != 0) s -= 4;
    if (!victim_ && !suffers_ && !site_ && m_.role != PlaceRole::Location) s -= 1.5;
    if (frame_.passive && frame_.kind != EventKind::Assertion && is_of_body(f_, m_)) return s + 4;
    // "The meeting in Oslo | planned for 22 May | was cancelled" ends its phrase; "EU leaders" does not
    const std::uint32_t next = m_.end_token;
    // "A blast at the Kirkuk gas plant" is there
    const bool works = m_.role == PlaceRole::Location && names_works(f_, m_);
    const bool describes = !works && next < f_.sentence.end_token && next < frame_.subject.end && f_.token(next).kind == TokenKind::Word &&
                           !m_.possessive && f_.token(next).letter_case == Case::Lower && !f_.has(next, kFunction | kGeoTail) &&
                           !is_preposition(f_.text, next) && !is_adverb(f_.text, next) &&
                           std::none_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                        [&](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Participle && g.first == next; });
    return describes && !works_ ? s - 6 : s;
}

/// "during his visit to X, an agreement was reached between Y and Z"
double Scorer::of_visit() const {
    static constexpr WordSet kDuring{"during", "within", "framework", "part", "course", "occasion", "sidelines", "margins"};
    constexpr std::uint32_t reach = 6;  // "the visit of its president | to Georgia"
    const std::uint32_t first = f_.sentence.first_token;
    if (m_.role != PlaceRole::Destination || goes_somewhere(frame_.kind) || at_ <= first + 1) return 0;
    bool to_visit = false;
    for (std::uint32_t i = at_ - 1, steps = 0; i-- > first && steps < reach && !to_visit; ++steps) {
        if (f_.token(i).kind == TokenKind::Mark || f_.verb(i).form == VerbForm::Past) break;
        to_visit = f_.noun(i).kind == EventKind::Visit && f_.noun(i).known;
    }
    for (std::uint32_t i = first; to_visit && i < at_; ++i)
        if (kDuring.contains(f_.word(i))) return 3.8;
    return 0;
}

/// A state or a body that is named because it acts is not where it acted.
double Scorer::of_actors() const {
    // "the entrance to the territory of Azerbaijan"
    const bool entered = (m_.role == PlaceRole::Mention || m_.role == PlaceRole::Destination) && frame_.kind != EventKind::Assertion &&
                         !in_subject_ && is_territory(f_, m_);
    const double visit = of_visit();
    double s = visit + (entered ? 4 : 0);
    const bool leads_in =
        fronted_ && m_.role == PlaceRole::Location && at_ == f_.sentence.first_token + 1;  // "In Blantyre | President Banda"
    if (bound_for_ || visit > 0 || entered || site_ || suffers_ || leads_in || is_served(f_, frame_, m_)) return s;
    for (const ActorMention& a : f_.actors) {
        const bool acts = a.tokens.contains(at_) && !(after_ && is_only_place(f_, a, m_)) && !(victim_ && m_.end_token == a.tokens.end) &&
                          !(taken_ && a.kind == ActorMention::Kind::State);
        if (acts) s -= m_.role == PlaceRole::Location ? 2 : 4;
    }
    return s;
}

double Scorer::of_verb() const {
    double s = 0;
    const std::string_view base = frame_.sense.base, behind = f_.word(frame_.verb.end);
    const bool combat = frame_.kind == EventKind::Combat, opens_subject = in_subject_ && at_ == frame_.subject.begin,
               ends_subject = in_subject_ && m_.end_token == frame_.subject.end;
    // "broke the siege of X", "pulled its troops out from X"
    static constexpr WordSet kOfTowns{"siege",      "blockade",     "bombardment", "shelling",   "capture", "recapture", "fall",
                                      "liberation", "encirclement", "battle",      "evacuation", "control", "possession"};
    static constexpr WordSet kLeaves{"pull",   "withdraw", "evacuate", "retreat", "flee",  "recover",
                                     "rescue", "recall",   "launch",   "sail",    "depart"};
    if (at_ >= f_.sentence.first_token + 2 && before(1) == "of" && kOfTowns.contains(before(2)) && (after_ || in_subject_)) s += 4;
    // "put out from X", "set off from X", "cast off from X"
    static constexpr WordSet kSets{"put", "set", "cast", "push", "start"};
    static constexpr WordSet kOut{"out", "off", "sail", "forth"};
    const bool left =
        m_.role == PlaceRole::Origin && after_ && frame_.kind != EventKind::Movement &&
        std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.first >= frame_.verb.begin && g.first <= frame_.verb.end &&
                   (kLeaves.contains(g.sense.base) || (kSets.contains(f_.verb(g.head).base) && kOut.contains(f_.word(g.end))));
        });
    if (left) s += 3.5;
    // "told reporters from X", "said by telephone from X"
    constexpr std::uint32_t reach_of_speech = 5;
    if (m_.role == PlaceRole::Origin && (frame_.sense.use & kSays) != 0 && !frame_.passive && at_ > frame_.verb.begin &&
        at_ < frame_.verb.end + reach_of_speech && m_.precision < PlacePrecision::Country)
        s += 6;
    // "work began on a pipeline to X"
    const bool builds = frame_.kind == EventKind::Construction || frame_.kind == EventKind::Opening;
    if (builds && m_.role == PlaceRole::Destination && at_ >= frame_.verb.end && m_.precision != PlacePrecision::Country) s += 2;
    if (builds && m_.possessive) s -= 1;
    // What is said is about places; only where it was said counts.
    if (frame_.kind == EventKind::Assertion && !fronted_ && m_.precision >= PlacePrecision::Country) s -= 3;
    // "the work in Malawi, including support for storm relief in 2014"
    if (frame_.noun && f_.token(m_.end_token).is(',') && f_.word(m_.end_token + 1) == "including" && m_.end_token < frame_.rest.begin &&
        m_.role == PlaceRole::Location)
        s += 6;
    if (base == "host" && frame_.passive && behind == "by" && at_ == frame_.verb.end + 1) s += 8;  // "will be hosted by Tashkent"
    if ((base == "fall" || base == "surrender") && combat && opens_subject) s += 5;
    if (base == "erupt" && ends_subject && m_.precision == PlacePrecision::Region) s += 6;  // "Mount Etna erupted"
    // "El Fasher has been under siege", "The Amhara region has been under a state of emergency"
    if (behind == "under") s += (opens_subject && combat ? 5 : 0) + (m_.precision < PlacePrecision::Country && whole_ ? 5 : 0);
    // "struck the Ryazan oil refinery": where the works are
    const bool at_it = m_.role == PlaceRole::Mention || (m_.role == PlaceRole::Destination && is_harm_done(frame_.kind));
    if (at_it && !m_.possessive && !in_subject_ && after_ && m_.precision <= PlacePrecision::Region && names_works(f_, m_)) s += 3;
    // "Poti handled 41,000 containers", "Kazan hosted the summit"
    static constexpr WordSet kOfPorts{"handle", "process", "load", "unload", "record", "host", "suffer"};
    const bool takes_in = kOfPorts.contains(base) || (base == "take" && behind == "in");  // "Bangui took in 2,100 people"
    if (opens_subject && ends_subject && !frame_.passive && (m_.precision <= PlacePrecision::District || base == "host") && takes_in)
        s += 5;
    return s;
}

double Scorer::score() {
    if (cannot_be()) return kNever;
    look();
    double s = of_standing() + of_role() + of_deed();
    if (in_subject_ && !victim_ && m_.precision == PlacePrecision::CountryGroup) return kNever;  // "the EU paid"
    s += of_subject() + of_actors() + of_verb();
    // The nearer to what happened, the likelier.
    const double distance = at_ > frame_.head ? at_ - left_out_ - frame_.head : frame_.head - at_;
    return s - 0.02 * distance;
}

}  // namespace

double place_score(const SentenceFacts& f, const Frame& frame, const Mention& m) { return Scorer(f, frame, m).score(); }

}  // namespace dateline::extract
