#include "extract/town_words.h"

#include "extract/lexicon.h"

// Words that stand for a town named before: "there", "the city".
namespace dateline::extract {
namespace {

/// "There, on 14 May, he signed", "prosecutors | there | had", not "there was no attack": a place and no mere beginning.
bool is_where(const SentenceFacts& f, const Frame& frame, std::uint32_t i) {
    const std::string_view next = f.word(i + 1);
    const bool exists = f.has(i + 1, kBe) || f.word(i + 2) == "been" || f.word(i + 2) == "be";
    const Token& before = f.token(i - 1);
    const bool opens = i == f.sentence.first_token || before.is(';');
    if (opens) return f.token(i + 1).is(',') || next == "he" || next == "she" || next == "they";
    const bool named = before.kind == TokenKind::Word && !f.has(i - 1, kFunction | kConjunction) && !is_preposition(f.text, i - 1);
    if (named && frame.subject.contains(i) && i > frame.subject.begin && (!f.verb(i - 1).known || i > frame.subject.begin + 1))
        return true;  // "prosecutors there", "a spill there in January"
    const bool behind_verb =
        i >= frame.verb.end && before.kind == TokenKind::Word && !is_preposition(f.text, i - 1) && f.word(i - 1) != "that";
    return (f.noun(i - 1).known || behind_verb) && !exists;
}

}  // namespace

std::uint32_t the_town(const SentenceFacts& f, const Frame& frame) {
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i) {
        const std::string_view w = f.word(i);
        const bool there = w == "there", town = w == "city" || w == "town" || w == "village";
        if (!there && !town) continue;
        const bool leads = there && i < frame.verb.begin && (i == f.sentence.first_token || f.token(i - 1).is(';'));
        if (!leads && !frame.rest.contains(i) && !frame.subject.contains(i) && !frame.clause.contains(i)) continue;
        if (there && is_where(f, frame, i)) return i;
        if (!town || i == f.sentence.first_token) continue;
        const bool same = f.word(i - 1) == "same" && f.word(i - 2) == "the";
        if ((f.word(i - 1) == "the" || same) && f.word(i + 1) != "of") return i;
    }
    return kNoWord;
}

const Mention* town_before(const SentenceFacts& f, const Frame& frame, std::uint32_t word) {
    const bool any = f.word(word) == "there";
    const Mention* last = nullptr;
    for (const Mention& m : f.mentions) {
        const bool own = frame.subject.contains(m.first_token);
        const bool acts = (m.precision >= document::PlacePrecision::Country && own && m.role == PlaceRole::Mention) ||
                          (own && m.role == PlaceRole::Origin);  // "a cyclist from X was killed there"
        if (m.end_token <= word && m.place >= 0 && !m.adjective && !acts && (any || m.precision == document::PlacePrecision::Settlement))
            last = &m;
    }
    return last;
}

std::uint32_t works_before(const SentenceFacts& f, std::uint32_t word) {
    constexpr std::uint32_t most = 3;
    for (std::uint32_t i = word; i-- > f.sentence.first_token + 2;) {
        if (!f.token(i).facts->works || f.token(i).letter_case != Case::Lower) continue;
        std::uint32_t at = i;
        while (at > f.sentence.first_token + 1 && i - at < most && f.word(at) != "the") --at;
        if (f.word(at) == "the" && (f.word(at - 1) == "at" || f.word(at - 1) == "in" || f.word(at - 1) == "inside")) return at;
    }
    return 0;
}

}  // namespace dateline::extract
