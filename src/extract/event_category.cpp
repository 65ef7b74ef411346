#include "extract/event_category.h"

#include "document/fold.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

using document::Category;

/// Whether a subject can be on an errand of state: "the delegation", "Fico", "they", and no lorries or stocks.
bool can_represent(const SentenceFacts& f, TokenRange who) {
    static constexpr WordSet kSent{"delegation",  "delegations",   "mission",   "team",        "envoy",    "envoys",     "representatives",
                                   "delegates",   "leaders",       "diplomats", "premiers",    "monitors", "inspectors", "observers",
                                   "experts",     "negotiators",   "mediators", "sides",       "parties",  "countries",  "states",
                                   "governments", "bloc",          "group",     "chiefs",      "heads",    "lawmakers",  "deputies",
                                   "members",     "investigators", "who",       "ambassadors", "consul",   "rapporteur", "coordinator",
                                   "he",          "she",           "they",      "we",          "two",      "three",      "both",
                                   "neighbours",  "donors",        "it",        "first",       "second",   "third",      "fourth",
                                   "next",        "last"};  // beside those with a title and the bodies of a state
    static constexpr WordSet kNoBody{"border", "power", "powers", "post", "customs", "work", "public", "air", "house", "health", "school"};
    if (who.begin >= who.end) return true;
    for (const ActorMention& a : f.actors)
        if (a.tokens.begin < who.end && who.begin < a.tokens.end) return true;
    for (std::uint32_t i = who.begin; i < who.end; ++i) {
        const Token& t = f.token(i);
        const EventKind kind = t.facts->noun->kind;
        if (kNoBody.contains(f.word(i))) continue;
        if (kSent.contains(f.word(i)) || (t.lexicon & (kTitle | kStateBody | kPersonNoun)) != 0 || kind == EventKind::Meeting ||
            kind == EventKind::Negotiation || kind == EventKind::Visit)
            return true;
        if (t.capitalised() && i > f.sentence.first_token && t.lexicon == 0 && !t.facts->noun->known) return true;  // a name
    }
    return false;
}

/// How much the sort of event says of its subject, against the words around it.
double prior_of(const SentenceFacts& f, const Frame& frame) {
    switch (frame.kind) {
        case EventKind::Visit:
        case EventKind::Meeting:
        case EventKind::Negotiation: return frame.noun || can_represent(f, frame.subject) ? 4 : 0.5;
        case EventKind::Signing: return 1.2;
        case EventKind::Disaster: return 4.5;
        case EventKind::Incident: return frame.category == Category::Security || frame.category == Category::Transport ? 4.5 : 2;
        case EventKind::Figure:
        case EventKind::Plan: return frame.category == Category::Security ? 3 : 1;
        default: return frame.category == Category::Security ? 4.5 : 2;
    }
}

/// "The uranium mine was mothballed", "a mine at Dhanbad": where ore is dug, and no explosive; told by the words around it.
bool is_dug(const SentenceFacts& f, std::uint32_t mine) {
    static constexpr WordSet kExplode{"hit",    "struck",  "laid",   "lay",       "exploded",       "explode",       "detonated",
                                      "blast",  "cleared", "clear",  "clearance", "defused",        "stepped",       "drifting",
                                      "sown",   "planted", "naval",  "anti-tank", "anti-personnel", "antipersonnel", "sweepers",
                                      "killed", "wounded", "maimed", "retreat",   "removed",        "demining",      "blew",
                                      "set"};
    static constexpr WordSet kOre{"uranium",    "copper",      "gold",    "coal",     "iron",     "ore",        "cobalt",
                                  "nickel",     "zinc",        "lithium", "diamond",  "silver",   "tin",        "lead",
                                  "manganese",  "bauxite",     "rutile",  "salt",     "tonnes",   "tons",       "output",
                                  "production", "shaft",       "shafts",  "miners",   "mining",   "concession", "smelter",
                                  "colliery",   "concentrate", "pit",     "exported", "produced", "mothballed"};
    bool ore = false, explodes = false;
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i) {
        ore = ore || kOre.contains(f.word(i));
        explodes = explodes || kExplode.contains(f.word(i));
    }
    return ore || (!explodes && f.word(mine) == "mine");
}

}  // namespace

Category category_of(const SentenceFacts& f, const Frame& frame, std::string_view section) {
    if (frame.kind == EventKind::Assertion) return Category::Statement;
    double scores[document::kCategoryCount] = {};
    if (frame.category != Category::Other) scores[static_cast<std::size_t>(frame.category)] += prior_of(f, frame);
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i) {
        const Topics* topics = f.token(i).facts->topics;
        if (!topics) continue;
        const bool own = frame.clause.contains(i) || frame.subject.contains(i) || frame.rest.contains(i);
        const bool object = i >= frame.verb.end && i < frame.verb.end + 5;
        const double weight = object ? 1.5 : own ? 1.0 : frame.noun ? 0.1 : 0.4;
        const std::string_view word = f.word(i);
        if ((word == "mine" || word == "mines") && is_dug(f, i)) scores[static_cast<std::size_t>(Category::Economy)] += 2 * weight;
        else add_topic(topics, weight, scores);
    }
    const std::string folded = document::fold_name(section);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        add_topic(topics_of(std::string_view(folded).substr(at, end - at)), frame.background ? 0.2 : 1.2, scores);
        at = end + 1;
    }
    std::size_t best = static_cast<std::size_t>(Category::Other);
    scores[static_cast<std::size_t>(Category::Statement)] = 0;
    for (std::size_t c = 0; c < document::kCategoryCount; ++c)
        if (scores[c] > scores[best]) best = c;
    return scores[best] >= 1 ? static_cast<Category>(best) : Category::Other;
}

}  // namespace dateline::extract
