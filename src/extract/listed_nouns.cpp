#include "extract/listed_nouns.h"

#include "extract/cause_sense.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <optional>

namespace dateline::extract {
namespace {

/// A day and the place beside it, with the words that lead to it: "in Mali (August 2020", "on 5 May in Kidal", "and May 2021".
struct Item {
    std::int32_t date = -1;
    TokenRange place;  ///< with the preposition before it; empty where it is that of the item before
    std::uint32_t begin = 0, end = 0;
};

class NounLists {
  public:
    explicit NounLists(const SentenceFacts& facts) : f_(facts), first_(facts.sentence.first_token), end_(facts.sentence.end_token) {}

    std::vector<ListedNoun> run();

  private:
    std::optional<Item> item_of(std::int32_t date) const;
    const Mention* place_ending(std::uint32_t end) const;
    const Mention* place_from(std::uint32_t begin) const;
    bool joins(std::uint32_t from, Item& next) const;
    std::optional<std::uint32_t> noun_before(Item& first) const;
    void tell(std::uint32_t noun, const std::vector<Item>& items);
    bool is_of_verb(std::uint32_t i) const {
        return std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= i && i < g.end; });
    }
    bool is_plain(std::uint32_t i) const {
        const Token& t = f_.token(i);
        return (t.kind == TokenKind::Word || t.kind == TokenKind::Number) && !f_.has(i, kConjunction) && !is_of_verb(i) &&
               f_.word(i) != "which" && f_.word(i) != "that" && f_.word(i) != "who";
    }
    bool is_dated(std::uint32_t i) const {
        return std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
    }

    const SentenceFacts& f_;
    std::uint32_t first_, end_;
    std::vector<ListedNoun> out_;
};

/// The place that ends there: of "Gao, Mali" the first.
const Mention* NounLists::place_ending(std::uint32_t end) const {
    for (std::size_t i = 0; i < f_.mentions.size(); ++i) {
        const Mention& m = f_.mentions[i];
        if (m.end_token != end || m.adjective) continue;
        const bool inner = i > 0 && f_.mentions[i - 1].parent >= 0 && f_.mentions[i - 1].end_token + 1 == m.first_token &&
                           f_.token(f_.mentions[i - 1].end_token).is(',');
        return inner ? &m - 1 : &m;
    }
    return nullptr;
}

const Mention* NounLists::place_from(std::uint32_t begin) const {
    const auto m = std::find_if(f_.mentions.begin(), f_.mentions.end(),
                                [&](const Mention& own) { return own.first_token == begin && !own.adjective; });
    return m == f_.mentions.end() ? nullptr : &*m;
}

/// Nothing where no place stands beside the day.
std::optional<Item> NounLists::item_of(std::int32_t d) const {
    static constexpr WordSet kThere{"in", "at", "near", "off", "outside", "around", "on"};
    const TokenRange date = f_.dates[static_cast<std::size_t>(d)].tokens;
    std::uint32_t before = date.begin;
    while (before > first_ && (f_.has(before - 1, kArticle) || is_preposition(f_.text, before - 1) || f_.token(before - 1).is('(')))
        --before;
    Item item{d, {}, before, date.end};
    if (item.end < end_ && f_.token(item.end).is(')')) ++item.end;
    constexpr std::uint32_t longest_aside = 5;  // "at Fambita, | Tillabéri region, | on 21 March"
    if (before > first_ && f_.token(before - 1).is(','))
        for (std::uint32_t i = before - 1;
             i-- > first_ && i + longest_aside >= before && (f_.token(i).kind == TokenKind::Word || f_.token(i).is(','));)
            if (f_.token(i).is(',')) {
                if (f_.token(i + 1).capitalised()) before = item.begin = i;
                break;
            }
    if (const Mention* m = place_ending(before)) {
        item.place = {m->first_token, before};
        if (item.place.begin > first_ && is_preposition(f_.text, item.place.begin - 1)) --item.place.begin;
        item.begin = item.place.begin;
        return item;
    }
    // "at Barsalogho on 24 August", which no gazetteer has
    std::uint32_t name = before;
    while (name > first_ && f_.token(name - 1).kind == TokenKind::Word && f_.token(name - 1).capitalised() &&
           !f_.has(name - 1, kMonth | kFunction))
        --name;
    if (name < before && name > first_ && kThere.contains(f_.word(name - 1))) {
        item.begin = name - 1;
        item.place = {name - 1, before};
        return item;
    }
    const bool there = date.end + 1 < end_ && kThere.contains(f_.word(date.end));
    if ((before == date.begin && !there) || f_.token(date.begin - 1).is('(')) return item;  // "August 2020 and | May 2021"
    if (!there) return std::nullopt;
    const std::uint32_t at = f_.has(date.end + 1, kArticle) ? date.end + 2 : date.end + 1;
    const Mention* m = place_from(at);
    if (!m) return std::nullopt;
    item.place = {date.end, m->end_token};
    if (m->parent >= 0 && f_.token(m->end_token).is(','))  // "in Gao, Mali"
        if (const Mention* around = place_from(m->end_token + 1)) item.place.end = around->end_token;
    item.end = item.place.end;
    return item;
}

/// Whether `next` stands right after an item that ends at `from`: behind a comma, "and", or a semicolon that closes what more is told of it. It
/// may begin with a phrase of its own: ", | on a school | in Kidal on 5 May".
bool NounLists::joins(std::uint32_t from, Item& next) const {
    constexpr std::uint32_t longest_phrase = 6;
    std::uint32_t at = from;
    for (std::uint32_t i = from; i < next.begin; ++i)
        if (f_.token(i).is(';')) at = i;
    const std::uint32_t joint = at;
    while (at < next.begin && (f_.token(at).is(',') || f_.token(at).is(';') || f_.word(at) == "and" || f_.word(at) == "then")) ++at;
    if (at == joint) return false;
    if (at < next.begin && (f_.word(at) == "another" || f_.word(at) == "others" || f_.word(at) == "one"))
        ++at;  // "an explosion in Jos on 3 May and another in Kano on 5 May"
    if (next.place.begin == next.place.end) return at == next.begin && f_.word(at - 1) == "and";
    if (at == next.begin)
        return is_preposition(f_.text, at) || at == next.place.begin || at == f_.dates[static_cast<std::size_t>(next.date)].tokens.begin;
    const bool phrase = is_preposition(f_.text, at) && next.begin - at <= longest_phrase &&
                        next.place.begin < f_.dates[static_cast<std::size_t>(next.date)].tokens.begin;
    for (std::uint32_t i = at; i < next.begin; ++i)
        if (!phrase || !is_plain(i)) return false;
    next.begin = next.place.begin = at;
    return true;
}

/// "coups | in Mali", "attacks | on a market in Gao": the happening that an item is of, with no verb between; none for what a verb
/// of its own says was done, as in "launched attacks".
std::optional<std::uint32_t> NounLists::noun_before(Item& item) const {
    static constexpr WordSet kTellsOf{"list",   "count",       "record",   "document", "study",
                                      "review", "investigate", "remember", "cite",     "describe"};
    constexpr std::uint32_t reach = 8;
    std::optional<std::uint32_t> found;
    for (std::uint32_t i = item.begin, steps = 0; i-- > first_ && steps < reach && !found && is_plain(i); ++steps)
        if (const NounSense& sense = happening_at(f_, i);
            sense.known && sense.strength >= 2 && !sense.paper && (i == first_ || f_.token(i).letter_case == Case::Lower))
            found = i;
    if (!found) return std::nullopt;
    const std::uint32_t noun = *found;
    for (const Clause& c : f_.clauses.clauses) {
        const VerbGroup& v = f_.clauses.verbs[c.verb];
        if (v.first > noun || c.end <= noun) continue;
        const bool tells =
            v.copula || v.sense.strength < 2 || (v.sense.use & (kSays | kRecalls | kLight)) != 0 || kTellsOf.contains(v.sense.base);
        if (!tells || v.planned || v.hypothetical || v.negated) return std::nullopt;
    }
    if (item.place.begin < f_.dates[static_cast<std::size_t>(item.date)].tokens.begin) item.place.begin = item.begin = noun + 1;
    return noun;
}

void NounLists::tell(std::uint32_t noun, const std::vector<Item>& items) {
    std::uint32_t begin = noun;
    while (begin > first_ && is_plain(begin - 1) && f_.token(begin - 1).letter_case == Case::Lower &&
           !f_.has(begin - 1, kFunction | kArticle) && f_.token(begin - 1).kind == TokenKind::Word && !is_preposition(f_.text, begin - 1) &&
           !f_.word(begin - 1).ends_with('s'))
        --begin;  // "bomb attacks"
    const Item* placed = &items.front();
    for (std::size_t k = 0; k < items.size(); ++k) {
        const Item& own = items[k];
        if (own.place.begin < own.place.end) placed = &own;
        ListedNoun told{noun, own.date, {begin, placed->place.end}, {}, k + 1 < items.size() ? items[k + 1].begin : end_};
        std::uint32_t joint = noun + 1;
        if (placed != &items.front()) {
            const TokenRange lead = items.front().place.begin == noun + 1 ? items.front().place : TokenRange{};
            const bool bare = !is_preposition(f_.text, placed->place.begin);  // "in Mali and | Niger"
            for (std::uint32_t i = lead.begin; i < lead.end; ++i)
                if (!is_dated(i) && (bare ? is_preposition(f_.text, i) : f_.word(i) == f_.word(placed->place.begin))) {
                    joint = bare ? i + 1 : i;
                    if (!bare) break;
                }
        }
        if (joint < placed->place.begin) told.left_out = {joint, placed->place.begin};
        out_.push_back(told);
    }
}

std::vector<ListedNoun> NounLists::run() {
    if (f_.dates.size() < 2 || f_.mentions.empty()) return {};
    std::vector<Item> items;
    std::optional<std::uint32_t> noun;
    const auto close = [&] {
        const auto placed = std::count_if(items.begin(), items.end(), [](const Item& item) { return item.place.begin < item.place.end; });
        const bool many =
            placed > 1 || (noun && f_.word(*noun).ends_with('s'));  // not "requested the introduction of troops in Mali in May and June"
        if (items.size() > 1 && noun && many) tell(*noun, items);
        items.clear();
    };
    for (std::size_t d = 0; d < f_.dates.size(); ++d) {
        auto item = item_of(static_cast<std::int32_t>(d));
        if (item && !items.empty() && joins(items.back().end, *item)) {
            items.push_back(*item);
            continue;
        }
        close();
        if (!item || item->place.begin >= item->place.end) continue;
        noun = noun_before(*item);
        if (noun) items.push_back(*item);
    }
    close();
    return std::move(out_);
}

}  // namespace

std::vector<ListedNoun> listed_nouns(const SentenceFacts& facts) { return NounLists(facts).run(); }

}  // namespace dateline::extract
