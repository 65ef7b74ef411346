#include "extract/editions.h"

#include "document/mentions.h"
#include "extract/events.h"
#include "extract/told_alike.h"

#include <algorithm>
#include <unordered_map>

namespace dateline::extract {
namespace {

using document::Event;
using EventPtr = std::shared_ptr<const Event>;

constexpr double kToldAlike = 0.7;              // of 1.5: words of title and quote that both have
constexpr double kSame = 1.1;                   // of about 2.3, with kind, date, place and section
constexpr std::size_t kMostPairs = 20'000'000;  // beyond, only what is told in the same words is paired

std::string date_of(const Event& event) { return event.date ? event.date->text() : std::string{}; }

bool is_moved(const Event& a, const Event& b) {
    if (!a.place_id.empty() && !b.place_id.empty()) return a.place_id != b.place_id;
    return a.place != b.place;
}

EditionChange change_of(EventPtr before, EventPtr after) {
    EditionChange change;
    change.redated = date_of(*before) != date_of(*after);
    change.moved = is_moved(*before, *after);
    change.reworded = !change.redated && !change.moved && before->quote != after->quote && before->title != after->title;
    change.before = std::move(before);
    change.after = std::move(after);
    return change;
}

class Pairing {
  public:
    Pairing(const document::Briefing& before, const document::Briefing& after)
        : before_(before.events()), after_(after.events()), partner_(after_.size(), -1), taken_(before_.size(), 0) {}

    void run() {
        // By what is surest to what is least: nothing changed, the date or place did, the words did.
        pair_by([](const Event& e) { return date_of(e) + '\n' + e.place + '\n' + e.title + '\n' + e.quote; });
        pair_by([](const Event& e) { return date_of(e) + '\n' + e.title + '\n' + e.quote; });
        pair_by([](const Event& e) { return e.title + '\n' + e.quote; });
        pair_by([](const Event& e) { return date_of(e) + '\n' + e.place + '\n' + e.title; });
        pair_by([](const Event& e) { return e.kind + '\n' + e.title; });
        pair_by_likeness();
    }

    std::vector<EditionChange> changes() const {
        std::vector<EditionChange> out;
        for (std::size_t a = 0; a < after_.size(); ++a) {
            if (partner_[a] < 0) out.push_back({nullptr, after_[a]});
            else out.push_back(change_of(before_[static_cast<std::size_t>(partner_[a])], after_[a]));
        }
        for (std::size_t b = 0; b < before_.size(); ++b)
            if (taken_[b] == 0) out.push_back({before_[b], nullptr});
        const auto begin = [](const EditionChange& c) {
            const Event& e = c.after ? *c.after : *c.before;
            return e.date ? e.date->bounds().begin : calendar::Instant::max();
        };
        std::stable_sort(out.begin(), out.end(), [&](const auto& x, const auto& y) { return begin(x) < begin(y); });
        return out;
    }

  private:
    void pair(std::size_t b, std::size_t a) {
        partner_[a] = static_cast<std::ptrdiff_t>(b);
        taken_[b] = 1;
    }

    template <class Key>
    void pair_by(const Key& key) {
        std::unordered_map<std::string, std::vector<std::size_t>> waiting;  // latest first
        for (std::size_t b = before_.size(); b-- > 0;)
            if (taken_[b] == 0) waiting[key(*before_[b])].push_back(b);
        for (std::size_t a = 0; a < after_.size(); ++a) {
            if (partner_[a] >= 0) continue;
            const auto found = waiting.find(key(*after_[a]));
            if (found == waiting.end() || found->second.empty()) continue;
            pair(found->second.back(), a);
            found->second.pop_back();
        }
    }

    static double likeness(const Event& a, const Telling& ta, const Event& b, const Telling& tb) {
        const std::size_t words = shared_words(ta.title, tb.title) + shared_words(ta.quote, tb.quote);
        if (words < 4) return 0;
        const double told = overlap(ta.title, tb.title) + 0.5 * overlap(ta.quote, tb.quote);
        if (told < kToldAlike) return 0;
        return told + (a.kind == b.kind ? 0.2 : 0) + (date_of(a) == date_of(b) ? 0.3 : 0) + (is_moved(a, b) ? 0 : 0.2) +
               (a.section == b.section ? 0.1 : 0);
    }

    void pair_by_likeness() {
        std::vector<std::size_t> left, added;
        for (std::size_t b = 0; b < before_.size(); ++b)
            if (taken_[b] == 0) left.push_back(b);
        for (std::size_t a = 0; a < after_.size(); ++a)
            if (partner_[a] < 0) added.push_back(a);
        if (left.empty() || added.empty() || left.size() > kMostPairs / added.size()) return;
        struct Candidate {
            double score;
            std::size_t b, a;
        };
        std::vector<Candidate> candidates;
        std::vector<Telling> before, after;
        for (const std::size_t b : left) before.emplace_back(*before_[b]);
        for (const std::size_t a : added) after.emplace_back(*after_[a]);
        for (std::size_t i = 0; i < left.size(); ++i)
            for (std::size_t j = 0; j < added.size(); ++j)
                if (const double score = likeness(*before_[left[i]], before[i], *after_[added[j]], after[j]); score >= kSame)
                    candidates.push_back({score, left[i], added[j]});
        std::stable_sort(candidates.begin(), candidates.end(), [](const auto& x, const auto& y) { return x.score > y.score; });
        for (const Candidate& c : candidates)
            if (taken_[c.b] == 0 && partner_[c.a] < 0) pair(c.b, c.a);
    }

    const document::Briefing::Shared<Event>& before_;
    const document::Briefing::Shared<Event>& after_;
    std::vector<std::ptrdiff_t> partner_;  // in before_, of each in after_
    std::vector<char> taken_;
};

}  // namespace

std::string EditionChange::name() const {
    if (!before) return "added";
    if (!after) return "withdrawn";
    if (redated && moved) return "redated, moved";
    return redated ? "redated" : moved ? "moved" : reworded ? "reworded" : "unchanged";
}

std::vector<EditionChange> compare_editions(const document::Briefing& before, const document::Briefing& after) {
    Pairing pairing(before, after);
    pairing.run();
    return pairing.changes();
}

document::Briefing::Shared<Event> marked_changes(const std::vector<EditionChange>& changes) {
    document::Briefing::Shared<Event> out;
    for (const EditionChange& change : changes) {
        Event event = change.after ? *change.after : *change.before;
        document::set_property(event, "change", json_string(change.name()));
        if (change.redated) document::set_property(event, "date_before", json_string(date_of(*change.before)));
        if (change.moved) document::set_property(event, "place_before", json_string(change.before->place));
        // What is gone must not share an id with what is new.
        if (!change.after) event.id = "withdrawn-" + event.id;
        out.push_back(std::make_shared<const Event>(std::move(event)));
    }
    return out;
}

}  // namespace dateline::extract
