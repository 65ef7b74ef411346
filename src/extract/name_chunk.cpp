#include "extract/name_chunk.h"

#include "extract/lexicon.h"

#include <algorithm>
#include <array>

namespace dateline::extract {
namespace {

constexpr std::size_t kMostWords = 8;

/// The other spelling of a word that maps and texts abbreviate differently; empty for none.
std::string_view other_spelling(std::string_view word) {
    if (word == "saint") return "st";
    if (word == "st") return "saint";
    if (word == "mount") return "mt";
    if (word == "mt") return "mount";
    if (word == "fort") return "ft";
    if (word == "ft") return "fort";
    return {};
}

/// Words joined by single spaces, and where each ends.
struct Joined {
    std::string text;
    std::array<std::uint16_t, kMostWords> ends{};
    std::size_t count = 0;

    void clear() {
        text.clear();
        count = 0;
    }
    void add(std::string_view word, std::string_view ending = {}) {
        if (count != 0) text += ' ';
        (text += word) += ending;
        ends[count++] = static_cast<std::uint16_t>(text.size());
    }
};

}  // namespace

NameLookup::NameLookup(const Text& text, const document::Gazetteer& gazetteer)
    : text_(text), gazetteer_(gazetteer), heads_(text.tokens.size() + 1) {
    std::vector<std::size_t> tokens;
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
        const Token& t = text.tokens[i];
        if (t.kind != TokenKind::Word || !t.capitalised()) continue;
        tokens.push_back(i);
        words.push_back(text.folded(t));
    }
    std::vector<document::Gazetteer::WordRow> rows(words.size());
    gazetteer.rows_of(words, rows);
    for (std::size_t n = 0; n < rows.size(); ++n) heads_[tokens[n]].row = rows[n];
}

const NameLookup::Match& NameLookup::longest(std::size_t first, std::size_t limit) const {
    std::uint32_t& newest = heads_[first].newest;
    for (std::uint32_t at = newest; at != 0; at = answers_[at - 1].older) {
        const Answer& known = answers_[at - 1];
        // What was found with more words to choose from and lies within the limit is what the limit leaves too.
        if (known.limit == limit || (known.limit > limit && known.match.end <= limit)) return known.match;
    }
    answers_.push_back({limit, newest, look_up(first, limit)});
    newest = static_cast<std::uint32_t>(answers_.size());
    return answers_.back().match;
}

NameLookup::Match NameLookup::look_up(std::size_t first, std::size_t limit) const {
    const Token& head = text_.token(first);
    if (first >= limit || head.kind != TokenKind::Word || head.fold_size == 0) return {};
    const std::string_view other = head.possessive ? std::string_view{} : other_spelling(text_.folded(head));
    const bool spelt_once = !head.possessive && other.empty();
    const std::size_t most = spelt_once ? std::min(gazetteer_.most_words(row_of(first)), kMostWords) : kMostWords;
    thread_local Joined words;
    words.clear();
    std::size_t plain = 0;  // words up to a possessive, with it
    for (std::size_t i = first; i < limit && words.count < most; ++i) {
        const Token& t = text_.tokens[i];
        if (t.kind != TokenKind::Word || t.fold_size == 0) break;
        words.add(text_.folded(t));
        if (t.possessive && plain == 0) plain = words.count;
    }
    const std::size_t count = words.count;
    if (count == 0) return {};
    const bool possessive_inside = plain != 0;
    const auto match_of = [&](const document::Gazetteer::Longest& found) -> Match {
        if (found.words == 0) return {};
        return {first + found.words, words.text.substr(0, words.ends[found.words - 1]), found.places};
    };
    // A name does not run across a possessive ("Georgia's Batumi") unless it is spelt with it ("King's Lynn").
    Match best = match_of(gazetteer_.longest(row_of(first), words.text, std::span(words.ends).first(possessive_inside ? plain : count)));
    const auto join_again = [&](std::string_view opening) {
        words.clear();
        for (std::size_t i = first; i < first + count; ++i) {
            const Token& t = text_.tokens[i];
            words.add(i == first && !opening.empty() ? opening : text_.folded(t),
                      t.possessive && (i != first || opening.empty()) ? "s" : "");
        }
        return match_of(gazetteer_.longest(words.text, std::span(words.ends).first(count)));
    };
    if (possessive_inside) {
        Match whole = join_again({});
        const std::size_t next = first + plain;
        const bool ends = next >= limit || text_.token(next).kind != TokenKind::Word || (text_.token(next).lexicon & kFunction) != 0;
        if (!other.empty() && whole.end == next && whole.end == best.end && ends) return whole;  // "flew to St. John's."
        if (whole.end > best.end || (whole.end == best.end && best.places.empty())) best = std::move(whole);
    }
    if (!other.empty()) {
        Match spelt = join_again(other);
        const bool shortened = text_.folded(head) == "mt" || text_.folded(head) == "ft";  // a few villages alone are called so in full
        if (spelt.end > best.end || (shortened && spelt.end != 0 && spelt.end == best.end)) best = std::move(spelt);
    }
    return best;
}

}  // namespace dateline::extract
