#include "extract/sole_place.h"

#include "extract/lexicon.h"
#include "extract/place_clues.h"
#include "extract/place_score.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

using document::PlacePrecision;

/// What a government does and is told: its capital's name stands for it.
bool is_of_states(EventKind kind) {
    switch (kind) {
        case EventKind::Assertion:
        case EventKind::Meeting:
        case EventKind::Negotiation:
        case EventKind::Recognition:
        case EventKind::Signing:
        case EventKind::Figure:
        case EventKind::Appointment:
        case EventKind::Trade:
        case EventKind::Investment: return true;
        default: return false;
    }
}

class Finder {
  public:
    Finder(const SentenceFacts& f, const Frame& frame, const document::Gazetteer& gazetteer)
        : f_(f), frame_(frame), gazetteer_(gazetteer) {}

    const Mention* run() const {
        const Mention* only = nullptr;
        for (const Mention& m : f_.mentions) {
            const bool land = m.precision == PlacePrecision::Country;
            if (!may_be(m) || (!land && !is_one_of_several(m) && place_score(f_, frame_, m) < kUnlikely)) continue;
            if (only && m.first_token > only->end_token + 1) return nullptr;
            if (!only) only = &m;
        }
        return only;
    }

  private:
    static constexpr double kUnlikely = -3;  ///< of what stands for something else, or is told aside

    bool may_be(const Mention& m) const {
        if (m.place < 0 || m.adjective || m.possessive || m.role == PlaceRole::Demonym) return false;
        const bool land = m.precision == PlacePrecision::Country;
        if (m.precision == PlacePrecision::Water) return is_in_flood(m);
        if (m.precision > PlacePrecision::Region && !land) return false;
        if (land) return is_patient(m) && frame_.kind == EventKind::Disaster;  // "Haiti was struck by an earthquake"
        if (is_end_of_aim(m) || is_where_subject_was(m) || is_end_of_journey(m) || is_shared_out(m) || is_warned(m) ||
            is_where_it_was_to_be(m) || is_one_of_several(m))
            return true;
        return frame_.kind != EventKind::Plan && !is_capital(m) && (is_patient(m) || is_goal(m));
    }
    bool is_capital(const Mention& m) const {
        return gazetteer_.capital_of(gazetteer_.place(static_cast<std::uint32_t>(m.place)).country) == m.place;
    }
    /// "The Shannon | burst its banks"
    bool is_in_flood(const Mention& m) const {
        static constexpr WordSet kFloods{"burst", "overflowed", "flooded", "froze"};
        return !frame_.noun && m.end_token == frame_.verb.begin && frame_.subject.contains(m.first_token) &&
               frame_.subject.begin + 2 >= m.first_token && kFloods.contains(f_.word(frame_.head));
    }
    /// "Goma | was taken"
    bool is_patient(const Mention& m) const {
        std::uint32_t begin = frame_.subject.begin, end = m.end_token;
        while (begin < m.first_token && f_.has(begin, kArticle | kDirection)) ++begin;
        while (end < frame_.subject.end && f_.has(end, kGeoTail | kKinOfPlace)) ++end;
        return !frame_.noun && frame_.passive && (frame_.sense.use & kSays) == 0 && begin == m.first_token && end == frame_.subject.end;
    }
    /// "were taken | to Oruro", "Flows | to Ceyhan | were shut off"
    bool is_goal(const Mention& m) const {
        static constexpr WordSet kOfWords{"addressed", "according", "relating", "related", "compared", "comparable", "similar",
                                          "thanks",    "due",       "next",     "close",   "loyal",    "linked",     "opposed",
                                          "belonging", "response",  "reply",    "letter",  "letters",  "ambassador", "envoy",
                                          "consul",    "answer",    "threat",   "threats", "aid",      "support",    "assistance",
                                          "loans",     "loan",      "message",  "appeal"};
        static constexpr WordSet kTo{"to", "into", "onto"};
        static constexpr WordSet kMoves{"relocation", "transfer", "evacuation", "repatriation"};
        static constexpr WordSet kOutward{"withdrawals", "exports",    "shipments",   "deliveries", "flows",
                                          "supplies",    "evacuation", "evacuations", "loadings",   "departures"};
        if (m.role == PlaceRole::Origin)
            return frame_.subject.contains(m.first_token) && m.first_token > frame_.subject.begin + 1 &&
                   f_.word(m.first_token - 1) == "from" &&
                   kOutward.contains(f_.word(m.first_token - 2));  // "Withdrawals from Inčukalns began"
        if (m.role != PlaceRole::Destination) return false;
        std::uint32_t at = m.first_token;
        while (at > f_.sentence.first_token && f_.has(at - 1, kArticle | kDirection)) --at;
        if (at < f_.sentence.first_token + 2 || !kTo.contains(f_.word(at - 1)) || kOfWords.contains(f_.word(at - 2))) return false;
        std::string_view lead = f_.word(at - 2);
        for (const Mention& start : f_.mentions)  // "Relocation | from Pagak | to Jewi"
            if (start.end_token + 1 == at && start.role == PlaceRole::Origin && start.first_token > frame_.subject.begin + 1 &&
                f_.word(start.first_token - 1) == "from")
                lead = f_.word(start.first_token - 2);
        if (lead.ends_with("ness") || lead.ends_with("ity") || lead.ends_with("ance") || lead.ends_with("ence"))
            return false;  // "showed friendliness to X"
        const bool in_rest = !frame_.noun && frame_.rest.contains(m.first_token) && frame_.clause.contains(m.first_token);
        return in_rest || (frame_.subject.contains(m.first_token) && (is_flow(lead) || kMoves.contains(lead)));
    }

    /// "Evacuation orders | for X | were lifted"
    bool is_warned(const Mention& m) const {
        static constexpr WordSet kWarnings{"order", "orders", "warning", "warnings", "alert", "alerts", "curfew"};
        const std::uint32_t at = frame_.left_out.end == m.first_token ? frame_.left_out.begin : m.first_token;  // of a list its first
        const bool told = frame_.passive && frame_.subject.contains(m.first_token) && !frame_.left_out.contains(m.first_token) &&
                          at > frame_.subject.begin + 1;
        return told && f_.word(at - 1) == "for" && kWarnings.contains(f_.word(at - 2));
    }

    /// "The ports of Latakia and Tartus | were shut", "the Tillabéri and Dosso regions | were": each of those that are told of
    bool is_one_of_several(const Mention& m) const {
        return frame_.listed && frame_.subject.contains(m.first_token) && !frame_.left_out.contains(m.first_token) &&
               (frame_.one_of != 0 || m.end_token == frame_.subject.end);
    }

    /// "is expected to leave | Poti"
    bool is_end_of_aim(const Mention& m) const {
        std::uint32_t at = m.first_token;
        while (at > frame_.verb.end && f_.has(at - 1, kArticle | kDirection)) --at;
        const VerbSense& verb = f_.verb(at - 1);
        return at > frame_.verb.end && frame_.rest.contains(m.first_token) && verb.known && f_.word(at - 2) == "to" &&
               ((verb.use & kObjectPlace) != 0 || verb.base == "leave" || verb.base == "reach" || verb.base == "isolate" ||
                verb.kind == EventKind::Combat);
    }
    /// "The meeting foreseen | for Maputo | was postponed"
    bool is_where_it_was_to_be(const Mention& m) const {
        static constexpr WordSet kMeant{"foreseen", "planned", "scheduled", "set", "announced", "expected", "due"};
        const std::uint32_t at = m.first_token;
        return frame_.subject.contains(at) && at > frame_.subject.begin + 2 && f_.word(at - 1) == "for" && kMeant.contains(f_.word(at - 2));
    }
    /// "led a delegation | to Abuja"
    bool is_end_of_journey(const Mention& m) const {
        static constexpr WordSet kJourneys{"delegation", "mission", "trip", "visit", "tour", "pilgrimage"};
        const std::uint32_t at = m.first_token;
        return m.role == PlaceRole::Destination && frame_.rest.contains(at) && f_.word(at - 1) == "to" &&
               kJourneys.contains(f_.word(at - 2)) && frame_.kind != EventKind::Plan;
    }
    /// "restored to 60 per cent of | Kandy", "occupy half of | Ankoko Island"
    bool is_shared_out(const Mention& m) const {
        static constexpr WordSet kShares{"cent", "percent", "half",      "quarter", "third",  "thirds",    "part", "parts",
                                         "most", "much",    "outskirts", "centre",  "center", "remainder", "rest"};
        const std::uint32_t at = m.first_token;
        return at >= f_.sentence.first_token + 2 && frame_.rest.contains(at) && f_.word(at - 1) == "of" &&
               kShares.contains(f_.word(at - 2));
    }
    /// "Two nationals unaccounted for | in Hilo, Hawaii, | were traced"
    bool is_where_subject_was(const Mention& m) const {
        const bool holds = std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& inner) {
            return inner.parent >= 0 && inner.end_token + 1 == m.first_token;
        });  // "from Hilo, | Hawaii,"
        return m.role == PlaceRole::Location && !holds && frame_.subject.begin < frame_.subject.end &&
               frame_.subject.begin < m.first_token && m.end_token <= frame_.verb.begin && frame_.passive;
    }

    const SentenceFacts& f_;
    const Frame& frame_;
    const document::Gazetteer& gazetteer_;
};

}  // namespace

const Mention* sole_place(const SentenceFacts& f, const Frame& frame, const document::Gazetteer& gazetteer) {
    if (frame.noun || is_of_states(frame.kind) || (frame.sense.use & (kSays | kAnnounces)) != 0) return nullptr;
    return Finder(f, frame, gazetteer).run();
}

}  // namespace dateline::extract
