#include "extract/join_sources.h"

#include "base/id.h"
#include "document/mentions.h"
#include "extract/told_alike.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace dateline::extract {
namespace {

using document::Event;
using document::Mention;

constexpr std::size_t kMostMentions = 64;
constexpr std::size_t kMostNear = 400;  // events of one month that are compared with: keeps a long chronicle linear

std::string month_of(const Event& event) {
    const std::string begin = event.date->begin_iso();
    return begin.empty() ? event.date->end_iso() : begin.substr(0, std::min(begin.size(), begin.find('-', 1) + 3));
}

std::set<std::string> sources_of(const Event& event) {
    std::set<std::string> sources{event.source};
    for (const Mention& m : document::mentions_of(event)) sources.insert(m.source);
    return sources;
}

/// Which of two tellings stands for the event: what a user has judged, the finer date, the place that is told.
bool stands_before(const Event& a, const Event& b) {
    const auto rank = [](const Event& e) {
        return std::tuple{e.review != document::Review::Unreviewed, e.date ? static_cast<int>(e.date->precision()) : -1,
                          e.place_basis == document::PlaceBasis::Explicit, -static_cast<int>(e.place_precision)};
    };
    return rank(a) >= rank(b);
}

/// `first` with what `second` adds: its sentences, and what it alone says.
Event joined(Event first, const Event& second) {
    std::vector<Mention> mentions = document::mentions_of(first);
    const std::set<std::string> told_by = sources_of(first);
    const auto add = [&](Mention m) {
        // A document's first sentence is always kept; more of them only while there is room.
        const bool first_of_its = !told_by.contains(m.source) &&
                                  std::none_of(mentions.begin(), mentions.end(), [&](const Mention& o) { return o.source == m.source; });
        if (first_of_its || mentions.size() < kMostMentions) mentions.push_back(std::move(m));
    };
    add({second.source, second.section, second.quote, second.quote_span, document::page_of(second)});
    for (const Mention& m : document::mentions_of(second)) add(m);
    document::set_mentions(first, mentions);
    if (first.place_basis != document::PlaceBasis::Explicit && second.place_basis == document::PlaceBasis::Explicit) {
        first.place = second.place;
        first.place_id = second.place_id;
        first.place_text = second.place_text;
        first.place_basis = second.place_basis;
        first.place_precision = second.place_precision;
        first.place_radius_km = second.place_radius_km;
        first.geometry = second.geometry;
        first.place_span = {};  // its words are in the other document
        std::erase_if(first.extra, [](const auto& p) { return p.first == "place_reason"; });
    }
    for (const std::string& actor : second.actors)
        if (std::find(first.actors.begin(), first.actors.end(), actor) == first.actors.end()) first.actors.push_back(actor);
    if (first.attribution.empty()) first.attribution = second.attribution;
    // Two who tell it are surer than one.
    first.confidence = 1 - (1 - first.confidence) * (1 - 0.5 * second.confidence);
    return first;
}

}  // namespace

void SourceJoiner::index(std::size_t at) {
    const Event& event = *events_[at];
    by_id_.emplace(event.id, at);
    index_quote(event.quote, at);
    if (event.date) by_month_[month_of(event)].push_back(at);
}

void SourceJoiner::keep(const document::Briefing::Shared<Event>& events) {
    for (const auto& event : events) {
        kept_.insert(event->id);
        events_.push_back(event);
        index(events_.size() - 1);
    }
}

/// An event without its sentence, as another program may give it, is not found by it.
void SourceJoiner::index_quote(const std::string& quote, std::size_t at) {
    if (quote.empty()) return;
    auto& told = by_quote_[base::stable_hash(quote)];
    if (std::find(told.begin(), told.end(), at) == told.end()) told.push_back(at);
}

/// The event that the same sentence tells in another document, or `none`.
std::size_t SourceJoiner::of_same_sentence(const Event& event, std::size_t none) const {
    const auto found = event.quote.empty() ? by_quote_.end() : by_quote_.find(base::stable_hash(event.quote));
    if (found == by_quote_.end()) return none;
    for (const std::size_t at : found->second)
        if (told_in_one_sentence(*events_[at], event) && !sources_of(*events_[at]).contains(event.source)) return at;
    return none;
}

std::vector<std::size_t> SourceJoiner::near(const Event& event) const {
    if (!event.date) return {};
    const auto found = by_month_.find(month_of(event));
    if (found == by_month_.end()) return {};
    const auto& all = found->second;
    return {all.end() - static_cast<std::ptrdiff_t>(std::min(all.size(), kMostNear)), all.end()};
}

void SourceJoiner::add(std::vector<Event> read) {
    const std::size_t before = events_.size();
    std::unordered_map<std::size_t, Telling> tellings;
    const auto telling = [&](std::size_t at) -> const Telling& { return tellings.try_emplace(at, *events_[at]).first->second; };
    for (Event& event : read) {
        if (by_id_.contains(event.id)) continue;
        std::size_t best = of_same_sentence(event, before);
        const std::vector<std::size_t> others = best == before ? near(event) : std::vector<std::size_t>();
        if (!others.empty()) {  // none for the first document, above all
            const Telling own(event);
            double best_score = 0;
            for (const std::size_t at : others) {
                if (at >= before) continue;
                const double score = told_alike(*events_[at], telling(at), event, own);
                if (score > best_score && !sources_of(*events_[at]).contains(event.source)) best_score = score, best = at;
            }
        }
        if (best == before) {
            events_.push_back(std::make_shared<const Event>(std::move(event)));
            continue;
        }
        const Event& other = *events_[best];
        index_quote(event.quote, best);
        const bool stays = kept_.contains(other.id) || stands_before(other, event);
        events_[best] = std::make_shared<const Event>(stays ? joined(other, event) : joined(std::move(event), other));
        by_id_.emplace(events_[best]->id, best);
        tellings.erase(best);
    }
    for (std::size_t at = before; at < events_.size(); ++at) index(at);
}

document::Briefing::Shared<Event> SourceJoiner::finish() && { return std::move(events_); }

}  // namespace dateline::extract
