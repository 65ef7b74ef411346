#include "extract/entry_runs.h"

#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/word_facts.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

/// What follows a day that heads an entry: the mark is one of ":", "-" and ",". `at` is the entry's first token where there is none.
struct Head {
    std::uint32_t at = 0;
    char mark = 0;
};

/// "20–21 November |: council", "1 Oct. |:", "Q4 |– opening", "mid-May |: talks"
Head head_at(const Text& text, std::uint32_t begin, std::uint32_t end) {
    static constexpr WordSet kParts{"early", "mid", "late", "end", "of", "spring", "summer", "autumn", "winter"};
    static constexpr WordSet kQuarters{"q1", "q2", "q3", "q4"};
    constexpr std::uint32_t longest = 9;
    bool calendar = false;
    for (std::uint32_t i = begin; i + 1 < std::min(end, begin + longest); ++i) {
        const Token &t = text.token(i), &next = text.token(i + 1);
        const bool dash = t.is('-') && t.after_space && next.after_space && next.kind == TokenKind::Word && (next.lexicon & kMonth) == 0;
        if (t.is(':') || dash || t.is(',')) return calendar ? Head{i, t.is(':') ? ':' : dash ? '-' : ','} : Head{begin, 0};
        const bool month = (t.lexicon & kMonth) != 0 && t.capitalised();
        calendar = calendar || month || (t.kind != TokenKind::Mark && kQuarters.contains(text.folded(t)));
        const bool number = t.kind == TokenKind::Number && t.end - t.begin <= 4;
        const bool goes_on = month || number || t.is('-') || t.is('/') ||
                             (t.kind != TokenKind::Mark && (kParts.contains(text.folded(t)) || kQuarters.contains(text.folded(t))));
        if (!goes_on) break;
    }
    return {begin, 0};
}

}  // namespace

std::vector<std::uint32_t> run_of_entries(const Text& text, std::uint32_t begin, std::uint32_t end) {
    constexpr std::uint32_t most_of_label = 6;
    std::vector<std::uint32_t> out;
    const auto is_bar = [](const Token& t) { return t.is('|') || t.is(U'\u00B7') || t.is(U'\u2022'); };
    const auto parts = [&](const Token& t) { return t.is(';') || is_bar(t); };
    if (std::none_of(text.tokens.begin() + begin, text.tokens.begin() + end, parts)) return out;
    std::uint32_t first = begin;
    while (first < end && (text.token(first).is('-') || text.token(first).is('*'))) ++first;
    std::uint32_t label = first;
    while (label < std::min(end, first + most_of_label) && text.token(label).kind == TokenKind::Word) ++label;
    Head head = head_at(text, first, end);
    const bool dashed = text.token(label).is('-') && text.token(label).after_space && text.token(label + 1).after_space;
    if (head.mark == 0 && label > first && (text.token(label).is(':') || dashed)) {  // "To watch: |", "Diary – |"
        head = head_at(text, label + 1, end);
        out.push_back(label + 1);
    }
    if (head.mark == 0) return {};
    const std::size_t labels = out.size();
    for (std::uint32_t i = head.at; i < end; ++i) {
        if (!parts(text.token(i))) continue;
        const char mark = head_at(text, i + 1, end).mark;
        if (mark != 0 && (is_bar(text.token(i)) || (mark == ',') == (head.mark == ',')))
            out.push_back(i + 1);  // "14 Nov, Bunia: forum | 28 Nov: decision"
    }
    if (out.size() == labels) out.clear();
    return out;
}

bool is_run_on_entry(const Text& text, const Sentence& sentence) {
    const std::uint32_t first = sentence.first_token;
    if (first == 0 || text.tokens[first - 1].begin < text.layout->blocks[sentence.block].begin) return false;
    const Token& before = text.tokens[first - 1];
    const bool parted =
        before.is(';') || before.is(':') || before.is('-') || before.is('|') || before.is(U'\u00B7') || before.is(U'\u2022');
    if (!parted && !before.is('.')) return false;
    const char mark = head_at(text, first, sentence.end_token).mark;
    if (parted) return mark != 0;
    if (mark != ':') return false;
    // "Mon 19: subcommittee, by video. | Tue 20: summit opens, Budapest."
    std::uint32_t opening = first;
    while (opening > 0 && text.tokens[opening - 1].begin >= text.layout->blocks[sentence.block].begin) --opening;
    return head_at(text, opening, first).mark == ':';
}

bool opens_entry(const Text& text, const Sentence& sentence) {
    const std::uint32_t first = sentence.first_token;
    return first == 0 || text.tokens[first - 1].begin < text.layout->blocks[sentence.block].begin || is_run_on_entry(text, sentence);
}

}  // namespace dateline::extract
