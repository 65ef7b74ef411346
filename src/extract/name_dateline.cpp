#include "extract/name_context.h"

#include "extract/lexicon.h"

#include <algorithm>

// Whether a town opens a report: "RENO, Nev. (AP) --".
namespace dateline::extract {
namespace {

/// What stands after the town of a dateline.
struct DatelineTail {
    bool area = false, agency = false, dash = false;
};

DatelineTail dateline_tail(const Text& text, std::size_t i, std::size_t end) {
    constexpr std::size_t kMostWords = 4;  // "West Germany", "CBS New York"
    DatelineTail tail;
    const auto is = [&](std::size_t at, char32_t mark) { return at < end && text.tokens[at].is(mark); };
    const auto dated = [&](std::size_t at) {
        return at < end && (has(text.tokens[at], kMonth) || text.tokens[at].kind == TokenKind::Number);
    };
    for (std::size_t words = 0; is(i, '/') && i + 1 < end && text.tokens[i + 1].letter_case == Case::Upper && words < kMostWords; ++words)
        i += 2;  // "MOSCOW/KIEV"
    if (is(i, ',') && i + 1 < end && text.tokens[i + 1].capitalised() && !dated(i + 1)) {
        const std::size_t begin = ++i;
        while (i < end && i < begin + kMostWords && text.tokens[i].kind == TokenKind::Word && text.tokens[i].capitalised()) ++i;
        tail.area = true;
    }
    if (is(i, ',') && dated(i + 1)) ++i;
    for (std::size_t words = 0; (dated(i) || (is(i, ',') && dated(i + 1))) && words < kMostWords; ++words) ++i;
    if (is(i, '(')) {
        const std::size_t close = std::min(end, i + kMostWords + 2);
        while (i < close && !text.tokens[i].is(')')) ++i;
        if (!is(i, ')')) return {};
        tail.agency = true;
        ++i;
    }
    tail.dash = is(i, '-');
    return tail;
}

}  // namespace

bool NameContext::is_dateline(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
        if (token(i).letter_case != Case::Upper) return false;
    const bool second = begin >= first_ + 2 && token(begin - 1).is('/') && token(begin - 2).letter_case == Case::Upper &&
                        begin <= first_ + 4;  // "MOSCOW/KIEV"
    if (begin != first_ && !second) return false;
    const DatelineTail tail = dateline_tail(text_, end, end_);
    return tail.dash && (tail.area || tail.agency);
}

bool NameContext::is_wired(std::size_t begin, std::size_t end) const {
    if (!is_dateline(begin, end) || dateline_tail(text_, end, end_).area) return false;
    std::size_t i = end;
    while (i < end_ && !token(i).is('(')) ++i;
    if (i + 1 >= end_) return false;
    const Token& source = token(i + 1);
    const char first = text_.raw(source).empty() ? ' ' : text_.raw(source).front();
    return !(source.letter_case == Case::Upper && source.fold_size >= 3 && source.fold_size <= 4 && (first == 'W' || first == 'K'));
}

bool NameContext::is_bare_dateline(std::size_t begin, std::size_t end) const {
    return begin == first_ && end == begin + 1 && token(begin).letter_case == Case::Upper && dateline_tail(text_, end, end_).dash;
}

}  // namespace dateline::extract
