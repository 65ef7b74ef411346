#include "extract/event_merge.h"

#include "document/fold.h"
#include "extract/event_lexicon.h"
#include "extract/events.h"
#include "extract/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::extract {
namespace {

using document::Event;

constexpr std::size_t kMostMentions = 32;
constexpr std::size_t kLookBack = 24;  // of the same date: keeps a year's chronicle linear

using Words = EventMerger::Words;

/// Words that carry the meaning, without their endings.
Words words_of(std::string_view text) {
    constexpr std::size_t most_letters = 6;
    const std::string folded = document::fold_name(text);
    Words out;
    constexpr std::size_t usual_words = 16;
    out.reserve(usual_words);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        const std::string_view word = std::string_view(folded).substr(at, end - at);
        at = end + 1;
        if (word.size() < 3 || (lexicon_of(word) & kFunction) != 0) continue;
        std::uint64_t stem = 0;
        for (char c : word.substr(0, most_letters)) stem = (stem << 8) | static_cast<unsigned char>(c);
        out.push_back(stem);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

double overlap(const Words& a, const Words& b) {
    if (a.empty() || b.empty()) return 0;
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) ++shared, ++i, ++j;
        else if (*i < *j) ++i;
        else ++j;
    }
    return static_cast<double>(shared) / static_cast<double>(std::min(a.size(), b.size()));
}

bool same_place(const Event& a, const Event& b) {
    if (a.place_basis == document::PlaceBasis::None || b.place_basis == document::PlaceBasis::None) return true;
    return a.place_id == b.place_id || a.place_precision >= document::PlacePrecision::Country ||
           b.place_precision >= document::PlacePrecision::Country;
}

bool is_denied(const Event& event) {
    return std::any_of(event.extra.begin(), event.extra.end(),
                       [](const auto& e) { return e.first == "modality" && e.second == "\"denied\""; });
}

std::string modality_of(const Event& event) {
    for (const auto& [key, value] : event.extra)
        if (key == "modality") return value;
    return {};
}

/// "Five to six | pirates | attacked a ship": the last word before the verb, and in `verb` that, with where what follows it begins.
std::string doer_of(const std::string& title, std::string& verb, std::size_t& rest) {
    std::string doer;
    for (std::size_t at = 0; at < title.size();) {
        const std::size_t end = std::min(title.find(' ', at), title.size());
        std::string word = document::fold_name(title.substr(at, end - at));
        while (!word.empty() && word.back() == ',') word.pop_back();
        const VerbSense& sense = verb_sense(word);
        at = end + 1;
        if (!doer.empty() && sense.known && sense.strength >= 2 && sense.form != VerbForm::Gerund) {
            verb = sense.base;
            rest = std::min(at, title.size());
            return doer;
        }
        doer = std::move(word);
    }
    return {};
}

/// "Pirates attacked a tanker", "Pirates boarded it": the next sentence tells how the attack went on, of nothing else that it names.
bool goes_on(const Event& a, document::TextSpan last, const Event& b) {
    const bool near = b.quote_span == last || (b.quote_span.begin >= last.end && b.quote_span.begin <= last.end + 4);
    const bool day = a.date.has_value() == b.date.has_value() ? a.date == b.date : last == b.quote_span;
    if (!near || !day || a.kind != "attack" || (b.kind != "attack" && b.kind != "deployment") || modality_of(a) != modality_of(b) ||
        !same_place(a, b))
        return false;
    std::string attack, deed;
    std::size_t object = 0, rest = 0;
    const std::string who = doer_of(a.title, attack, object), again = doer_of(b.title, deed, rest);
    if (who.empty() || who != again || (b.kind == "deployment" && deed != "board")) return false;
    const std::string_view what = std::string_view(b.title).substr(rest);
    return what.empty() || what == "it" || what == "them" || what.starts_with("it ") || what.starts_with("them ");
}

/// "Second drone struck the airport": another one than that told before.
bool is_another(const Event& event) {
    static constexpr std::array<std::string_view, 6> kOthers{"Another ", "A second ", "Second ", "A third ", "Third ", "Fourth "};
    return std::any_of(kOthers.begin(), kOthers.end(), [&](std::string_view other) { return event.title.starts_with(other); });
}

/// "The minister opened a terminal. He also opened a school": by one and the same, and not of one thing.
bool opens_another(const Event& a, const Event& b) {
    if (a.kind != "opening" && a.kind != "construction") return false;
    std::string verb;
    std::size_t object = 0, other = 0;
    if (doer_of(a.title, verb, object).empty() || doer_of(b.title, verb, other).empty()) return false;
    Words what = words_of(std::string_view(a.title).substr(object)), another = words_of(std::string_view(b.title).substr(other));
    const Words where = words_of(a.place + ' ' + b.place);  // "a school at Paradip", "a terminal at Paradip"
    const auto of_place = [&](std::uint64_t word) { return std::binary_search(where.begin(), where.end(), word); };
    std::erase_if(what, of_place);
    std::erase_if(another, of_place);
    return !what.empty() && !another.empty() && overlap(what, another) == 0;
}

bool tell_one_event(const Event& a, const Event& b, const Words& wa, const Words& wb) {
    if (a.quote_span == b.quote_span) {
        const bool apart = a.place_basis == document::PlaceBasis::Explicit && b.place_basis == document::PlaceBasis::Explicit &&
                           !same_place(a, b);            // "bombed Harar and Jijiga"
        if (is_denied(a) != is_denied(b)) return false;  // "reopened, except in Gao"
        return !apart && a.kind == b.kind && overlap(wa, wb) >= 0.8;
    }
    if (!same_place(a, b) || is_another(a) != is_another(b)) return false;
    const double shared = overlap(wa, wb);
    if (a.date.has_value() != b.date.has_value())
        return a.kind == b.kind && a.section == b.section && shared >= 0.6 && std::min(wa.size(), wb.size()) >= 3;
    if (!a.date) return a.kind == b.kind && a.section == b.section && shared >= 0.7;
    const bool context = a.date_basis == document::DateBasis::Context || b.date_basis == document::DateBasis::Context;
    const bool next_sentence = b.quote_span.begin >= a.quote_span.end && b.quote_span.begin <= a.quote_span.end + 4;
    if (a.kind == b.kind && context && next_sentence && a.kind == "signing") return true;  // "The document was inked by …"
    if (a.kind == b.kind) return shared >= (context ? 0.34 : 0.5) && !opens_another(a, b);
    return shared >= 0.7;
}

}  // namespace

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + '"';
}

/// Takes from `other` what `kept` lacks.
void EventMerger::join(Kept& into, Event other) {
    Event& kept = into.event;
    if (other.confidence > kept.confidence + 0.1) std::swap(kept, other);
    if (kept.place_basis != document::PlaceBasis::Explicit && other.place_basis == document::PlaceBasis::Explicit) {
        kept.place = other.place;
        kept.place_id = other.place_id;
        kept.place_text = other.place_text;
        kept.place_basis = other.place_basis;
        kept.place_precision = other.place_precision;
        kept.place_radius_km = other.place_radius_km;
        kept.geometry = other.geometry;
        kept.place_span = other.place_span;
        std::erase_if(kept.extra, [](const auto& e) { return e.first == "place_reason"; });
    }
    if (kept.attribution.empty()) kept.attribution = other.attribution;
    if (kept.quote_span == other.quote_span) return;
    if (into.mentions.size() < kMostMentions) into.mentions.push_back({std::move(other.quote), other.quote_span});
    else ++into.more_mentions;
}

/// A later step of what is told already, which keeps its name: "Pirates attacked", and not "Pirates boarded it".
void EventMerger::add_step(Kept& into, Event step) {
    const std::string title = into.event.title, kind = into.event.kind;
    const auto category = into.event.category;
    if (!into.event.date && step.date) {  // "attacked and boarded it on 3 May"
        into.event.date = step.date;
        into.event.date_text = step.date_text;
        into.event.date_span = step.date_span;
        into.event.date_basis = step.date_basis;
    }
    join(into, std::move(step));
    into.event.title = title;
    into.event.kind = kind;
    into.event.category = category;
}

void EventMerger::add(Event event) {
    Words words = words_of(event.title);
    const std::string day = event.date ? event.date->text() : std::string{};
    const std::string section = "section " + event.section;
    if (!kept_.empty() && goes_on(kept_.back().event, kept_.back().last(), event)) {
        if (!kept_.back().event.date && event.date) buckets_[day].push_back(kept_.size() - 1);
        return add_step(kept_.back(), std::move(event));
    }
    std::vector<std::size_t>& of_section = buckets_[section];
    std::vector<std::size_t>* of_day = day.empty() ? nullptr : &buckets_[day];
    if (const auto* near = event.date ? of_day : &of_section)
        for (std::size_t n = near->size(); n-- > 0 && near->size() - n <= kLookBack;) {
            Kept& other = kept_[(*near)[n]];
            if (tell_one_event(other.event, event, other.words, words)) return join(other, std::move(event));
        }
    if (of_day) of_day->push_back(kept_.size());
    of_section.push_back(kept_.size());
    Kept& kept = kept_.emplace_back();
    kept.event = std::move(event);
    kept.words = std::move(words);
}

std::vector<Event> EventMerger::finish() {
    std::vector<Event> out;
    buckets_.clear();
    out.reserve(kept_.size());
    for (; !kept_.empty(); kept_.pop_front()) {
        Kept& k = kept_.front();
        std::string list;
        for (const Mention& m : k.mentions)
            list += fmt::format("{}{{\"quote\":{},\"char_start\":{},\"char_end\":{}}}", list.empty() ? "" : ",", json_string(m.quote),
                                m.span.begin, m.span.end);
        if (!list.empty()) k.event.extra.emplace_back("mentions", '[' + list + ']');
        if (k.more_mentions > 0) k.event.extra.emplace_back("more_mentions", std::to_string(k.more_mentions));
        out.push_back(std::move(k.event));
    }
    return out;
}

}  // namespace dateline::extract
