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

std::string joined(std::span<const std::string_view> words) {
    std::string out;
    for (std::string_view w : words) {
        if (!out.empty()) out += ' ';
        out += w;
    }
    return out;
}

}  // namespace

const NameLookup::Match& NameLookup::longest(std::size_t first, std::size_t limit) const {
    Answer& known = answers_[first % kAnswers];
    if (known.first != first || known.limit != limit) known = {first, limit, look_up(first, limit)};
    return known.match;
}

NameLookup::Match NameLookup::look_up(std::size_t first, std::size_t limit) const {
    std::array<std::string_view, kMostWords> words;
    std::array<std::string, kMostWords> owned;
    std::size_t count = 0;
    bool possessive_inside = false;
    for (std::size_t i = first; i < limit && count < kMostWords; ++i, ++count) {
        const Token& t = text_.tokens[i];
        if (t.kind != TokenKind::Word || t.fold_size == 0) break;
        words[count] = text_.folded(t);
        possessive_inside = possessive_inside || t.possessive;
    }
    if (count == 0) return {};
    const auto look = [&](std::size_t upto) -> Match {
        const std::span<const std::string_view> tokens(words.data(), upto);
        const std::size_t n = gazetteer_.longest(tokens);
        if (n == 0) return {};
        std::string name = joined(tokens.subspan(0, n));
        const auto places = gazetteer_.find(name);
        return {first + n, std::move(name), places};
    };
    // A name does not run across a possessive ("Georgia's Batumi") unless it is spelt with it ("King's Lynn").
    std::size_t plain = 1;
    while (plain < count && !text_.tokens[first + plain - 1].possessive) ++plain;
    Match best = look(plain);
    if (possessive_inside) {
        for (std::size_t i = 0; i < count; ++i)
            if (text_.tokens[first + i].possessive) {
                owned[i] = std::string(words[i]) + "s";
                words[i] = owned[i];
            }
        Match whole = look(count);
        if (whole.end > best.end || (whole.end == best.end && best.places.empty())) best = std::move(whole);
    }
    if (const std::string_view other = other_spelling(words[0]); !other.empty()) {
        words[0] = other;
        Match spelt = look(count);
        if (spelt.end > best.end) best = std::move(spelt);
    }
    return best;
}

}  // namespace dateline::extract
