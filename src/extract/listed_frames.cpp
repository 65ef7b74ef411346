#include "extract/listed_frames.h"

#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <optional>

namespace dateline::extract {
namespace {

class ListReader {
  public:
    ListReader(const SentenceFacts& facts, std::vector<Frame>& frames) : f_(facts), end_(facts.sentence.end_token), out_(frames) {}

    void add(std::int32_t date, std::uint32_t head);

  private:
    std::optional<TokenRange> item_of(TokenRange before, TokenRange date) const;
    std::optional<TokenRange> item_after(TokenRange before, TokenRange date, std::uint32_t& first_end) const;
    bool is_ordinal(std::uint32_t i) const { return (temporal::look_up(f_.word(i)).classes & temporal::kOrdinal) != 0; }

    const SentenceFacts& f_;
    std::uint32_t end_;
    std::vector<Frame>& out_;
};

/// The words between two days of one verb that say what was done on the second: "took Daraa on Friday | and Suwayda on | Saturday".
/// Empty where nothing but the day is new; none where it is no list.
std::optional<TokenRange> ListReader::item_of(TokenRange before, TokenRange date) const {
    constexpr std::uint32_t longest = 12;
    TokenRange item{before.end, date.begin};
    if (item.end > item.begin + longest) return std::nullopt;
    bool listed = false;
    for (; item.begin < item.end; ++item.begin) {
        const std::string_view w = f_.word(item.begin);
        const bool link = f_.token(item.begin).is(',') || (f_.token(item.begin).is(')') && item.begin == before.end) || w == "and" || (listed && (w == "again" || w == "then"));
        if (!link) break;
        listed = listed || !f_.token(item.begin).is(')');
    }
    while (item.end > item.begin && (f_.token(item.end - 1).is('(') || is_preposition(f_.text, item.end - 1) || f_.has(item.end - 1, kArticle))) --item.end;
    const bool has_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first < item.end && item.begin < g.end; });
    bool broken = false;
    for (std::uint32_t i = item.begin; i < item.end; ++i)
        broken = broken || (f_.token(i).kind == TokenKind::Mark && !f_.token(i).is(',') && !f_.token(i).is('"')) || f_.word(i) == "between";
    if (!listed || has_verb || broken) return std::nullopt;
    return item;
}

/// "fell on Thursday in Leeds and on Sunday | in York": where the day stands first. `first_end`: where the first of them ends.
std::optional<TokenRange> ListReader::item_after(TokenRange before, TokenRange date, std::uint32_t& first_end) const {
    std::uint32_t link = date.begin;
    while (link > before.end && (is_preposition(f_.text, link - 1) || f_.has(link - 1, kArticle))) --link;
    if (link <= before.end + 1 || f_.word(link - 1) != "and") return std::nullopt;
    TokenRange item{date.end, date.end};
    const auto verb_at = [&](std::uint32_t i) { return std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first == i; }); };
    while (item.end < end_ && f_.token(item.end).kind != TokenKind::Mark && !f_.has(item.end, kConjunction) && !verb_at(item.end)) ++item.end;
    const bool has_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first < date.begin && before.end < g.end; });
    if (has_verb || item.begin >= item.end || !is_preposition(f_.text, item.begin) || !is_preposition(f_.text, before.end)) return std::nullopt;
    first_end = link - 1;
    return item;
}

/// "took Daraa on Friday and Suwayda on Saturday", "Aleppo fell on Saturday, Hama on Thursday", "was held in 1990, 1994 and 1998":
/// the verb told once for several days.
void ListReader::add(std::int32_t d, std::uint32_t head) {
    const auto is_own = [&](const Frame& frame) { return frame.head == head && !frame.noun && frame.date >= 0; };
    const auto first = std::find_if(out_.begin(), out_.end(), is_own);
    if (first == out_.end() || (first->modality != Modality::Happened && first->modality != Modality::Planned)) return;
    const TokenRange date = f_.dates[static_cast<std::size_t>(d)].tokens, told = f_.dates[static_cast<std::size_t>(first->date)].tokens;
    if (told.begin < first->verb.end || date.begin < told.end) return;
    TokenRange before = told;
    for (const Frame& frame : out_)
        if (const TokenRange own = is_own(frame) ? f_.dates[static_cast<std::size_t>(frame.date)].tokens : told; own.end <= date.begin && own.end > before.end) before = own;
    std::uint32_t first_end = told.end;
    auto item = item_of(before, date);
    if (!item) item = item_after(before, date, first_end);
    if (!item) return;
    const auto names_place = [&](TokenRange range) {
        return std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) { return !m.adjective && range.begin <= m.first_token && m.end_token <= range.end; });
    };
    Frame frame = *first;
    static constexpr std::array<std::string_view, 7> kPhrasal{"place", "part", "off", "out", "up", "down", "over"};
    if (one_of(f_.word(frame.verb.end), kPhrasal)) ++frame.verb.end;  // "took place in Rome on 4 May, in Paris on 7 May"
    TokenRange object{frame.verb.end, told.begin};
    while (object.end > object.begin && (is_preposition(f_.text, object.end - 1) || f_.has(object.end - 1, kArticle))) --object.end;
    frame.date = d;
    frame.clause = {std::min(item->begin, date.begin), std::max(item->end, date.end)};
    if (item->begin >= item->end) frame.rest = object, frame.clause = {first->verb.begin, told.end};
    else if (f_.has(item->begin, kArticle) && is_ordinal(item->begin + 1) && names_place(*item)) {  // "the first in Oslo in May, the second in Geneva in July"
        frame.subject = {item->begin, item->begin + 2};
        frame.rest = {item->begin + 2, item->end};
    } else if (names_place(object) || first_end != told.end || (names_place(*item) && object.begin < object.end && !names_place(frame.subject))) frame.rest = *item;
    else if (names_place(frame.subject) && names_place(*item)) frame.subject = *item, frame.rest = {frame.verb.end, frame.verb.end};
    else return;
    if (item->begin < item->end && frame.rest.begin == item->begin && !names_place(*item)) return;
    // what follows the first day is the other days'
    first->rest.end = std::min(first->rest.end, std::max(first->rest.begin, first_end));
    first->clause.end = std::min(first->clause.end, first_end);
    out_.push_back(frame);
}

}  // namespace

void add_listed(const SentenceFacts& facts, std::int32_t date, std::uint32_t head, std::vector<Frame>& frames) { ListReader(facts, frames).add(date, head); }

}  // namespace dateline::extract
