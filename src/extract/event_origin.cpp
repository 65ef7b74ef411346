#include "extract/event_origin.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

using document::Origin;
using document::PlaceBasis;
using document::PlaceKind;
using document::PlacePrecision;

constexpr std::size_t kMostParties = 8;

bool moves(EventKind kind) {
    return kind == EventKind::Visit || kind == EventKind::Movement || kind == EventKind::Deployment || kind == EventKind::Supply ||
           kind == EventKind::Trade || kind == EventKind::Aid;
}

/// "was extradited from X to Y"
bool is_taken(const Frame& frame) {
    static constexpr WordSet kTaken{"extradite", "deport", "repatriate"};
    return kTaken.contains(frame.sense.base);
}

bool gathers(EventKind kind) { return kind == EventKind::Meeting || kind == EventKind::Negotiation || kind == EventKind::Signing; }

/// "welcomed X": X is the visitor.
bool hosts(const Frame& frame) {
    static constexpr WordSet kHosts{"welcome", "receive", "host", "greet", "invite"};
    return kHosts.contains(frame.sense.base);
}

/// Whether somebody named after the verb takes part: "with X", "and X", a list. What a paper is about does not: "on gas for X".
bool takes_part(const SentenceFacts& f, const ActorMention& actor) {
    std::uint32_t i = actor.tokens.begin;
    while (i > f.sentence.first_token && f.has(i - 1, kArticle)) --i;
    if (i == f.sentence.first_token) return true;
    const Token& before = f.token(i - 1);
    if (before.is(',') || before.is(':') || before.is(';')) return true;
    static constexpr WordSet kJoints{"with", "and", "by", "between", "from", "his"};
    const std::string_view word = f.word(i - 1);
    if (kJoints.contains(word)) return true;
    return word == "of" && i >= f.sentence.first_token + 2 && f.token(i - 2).capitalised();  // "Transgaz of Romania"
}

std::string last_name(const SentenceFacts& f, const ActorMention& actor) {
    return actor.name.end > actor.name.begin ? std::string(f.word(actor.name.end - 1)) : std::string();
}

}  // namespace

std::int64_t OriginFinder::state_of(const SentenceFacts& f, const ActorMention& actor) const {
    if (actor.country >= 0) return actor.country;
    if (actor.kind != ActorMention::Kind::Person) return -1;
    const auto known = states_.find(last_name(f, actor));
    return known == states_.end() ? -1 : known->second;
}

void OriginFinder::remember(const SentenceFacts& f) {
    for (const ActorMention& actor : f.actors) {
        if (actor.kind != ActorMention::Kind::Person || actor.country < 0) continue;
        const document::Place state = gazetteer_.place(static_cast<std::uint32_t>(actor.country));
        const std::string name = last_name(f, actor);
        if (name.size() > 2 && state.kind == PlaceKind::Country) states_.try_emplace(name, actor.country);
    }
}

/// "arrived from X", "gas from X".
void OriginFinder::add_named(const SentenceFacts& f, const Frame& frame, const document::Event& event, std::vector<Origin>& out) const {
    for (const Mention& m : f.mentions) {
        const bool own =
            frame.clause.contains(m.first_token) || frame.rest.contains(m.first_token) || frame.subject.contains(m.first_token);
        if (m.role != PlaceRole::Origin || m.place < 0 || m.adjective || !own || m.precision == PlacePrecision::CountryGroup) continue;
        const document::Place place = gazetteer_.place(static_cast<std::uint32_t>(m.place));
        if (place.id == event.place_id || place.kind == PlaceKind::Road || place.kind == PlaceKind::Corridor) continue;
        Origin origin;
        origin.place = f.phrase({m.first_token, m.end_token});
        origin.place_id = place.id;
        origin.precision = m.precision;
        origin.radius_km = static_cast<double>(m.radius_km > 0 ? m.radius_km : place.radius_km);
        origin.at = place.at;
        out.push_back(std::move(origin));
    }
}

void OriginFinder::add_states(const SentenceFacts& f, const Frame& frame, std::string_view there, std::vector<Origin>& out) {
    const bool from_object = frame.kind == EventKind::Visit && hosts(frame) && !frame.passive;
    for (const ActorMention& actor : f.actors) {
        const bool in_subject = frame.subject.contains(actor.tokens.begin) || frame.subject.contains(actor.name.begin);
        const bool in_rest = frame.rest.contains(actor.tokens.begin) && !in_subject;
        const bool visitor = frame.kind == EventKind::Visit    ? (from_object ? in_rest : in_subject)
                             : frame.kind == EventKind::Supply ? in_subject && !frame.passive
                                                               : in_subject || (in_rest && takes_part(f, actor));
        const std::int64_t row = visitor ? state_of(f, actor) : -1;
        if (row < 0 || out.size() >= kMostParties) continue;
        const document::Place state = gazetteer_.place(static_cast<std::uint32_t>(row));
        if (state.kind != PlaceKind::Country || state.country == there) continue;
        const auto same_state = [&](const Origin& o) {
            const std::int64_t index = gazetteer_.index_of(o.place_id);
            return index >= 0 && gazetteer_.place(static_cast<std::uint32_t>(index)).country == state.country;
        };
        if (std::any_of(out.begin(), out.end(), same_state)) continue;
        Origin origin;
        origin.place = state.name;
        origin.place_id = state.id;
        origin.basis = PlaceBasis::Inferred;
        origin.precision = PlacePrecision::Country;
        origin.radius_km = static_cast<double>(state.radius_km);
        origin.at = state.at;
        origin.reason = actor.kind == ActorMention::Kind::State
                            ? "the state that takes part"
                            : "the state of " + f.phrase(actor.kind == ActorMention::Kind::Person ? actor.name : actor.tokens);
        const std::int64_t seat = frame.kind == EventKind::Supply ? -1 : gazetteer_.capital_of(state.country);
        if (seat >= 0) {
            const document::Place capital = gazetteer_.place(static_cast<std::uint32_t>(seat));
            origin.at = capital.at;
            origin.reason += "; drawn from its capital, " + std::string(capital.name);
        }
        out.push_back(std::move(origin));
    }
}

std::vector<Origin> OriginFinder::of(const SentenceFacts& f, const Frame& frame, const document::Event& event) {
    std::vector<Origin> out;
    const bool told = frame.modality == Modality::Happened || frame.modality == Modality::Planned;
    if (!told || std::holds_alternative<std::monostate>(event.geometry) || !(moves(frame.kind) || gathers(frame.kind) || is_taken(frame)))
        return out;
    add_named(f, frame, event, out);
    const std::int64_t place = gazetteer_.index_of(event.place_id);
    // Who is told to come from somewhere came from there; parties to a signing each came from their own.
    const bool by_state = gathers(frame.kind) || (out.empty() && (frame.kind == EventKind::Visit || frame.kind == EventKind::Supply));
    if (by_state && place >= 0 && event.place_precision != PlacePrecision::CountryGroup) {
        const std::string there(gazetteer_.place(static_cast<std::uint32_t>(place)).country);
        if (!there.empty()) add_states(f, frame, there, out);
    }
    return out;
}

}  // namespace dateline::extract
