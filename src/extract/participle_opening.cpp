#include "extract/participle_opening.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

/// "Built | in 1914", "Signed | by both ministers", not "Armed | men": what follows is no noun that the participle describes.
bool leaves_noun_out(const SentenceFacts& f, std::uint32_t next) {
    return is_preposition(f.text, next) || is_adverb(f.text, next) || f.word(next) == "as" ||
           std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.begin == next; });
}

bool has_own_day(const SentenceFacts& f, const Clause& main) {
    return std::any_of(f.dates.begin(), f.dates.end(),
                       [&](const DateMention& d) { return d.tokens.begin > main.subject_begin && d.tokens.begin < main.end; });
}

}  // namespace

ParticipleOpening participle_opening(const SentenceFacts& f) {
    static constexpr WordSet kSettled{"built",       "constructed", "erected",     "opened",  "founded", "established", "completed",
                                      "inaugurated", "finished",    "consecrated", "created", "laid",    "settled",     "installed"};
    ParticipleOpening out;
    if (f.dates.empty() || f.clauses.clauses.empty()) return out;
    out.verb = f.sentence.first_token;
    const Clause& main = f.clauses.clauses.front();
    const bool opens =
        main.subject_begin > out.verb + 1 && main.subject_begin < main.subject_end && f.token(main.subject_begin - 1).is(',');
    if (!opens) return out;
    const std::uint32_t end = main.subject_begin - 1;
    const auto date = std::find_if(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.begin > out.verb; });
    if (date == f.dates.end() || date->tokens.end > end) return out;
    const VerbSense& deed = f.verb(out.verb);
    out.happened = f.word(out.verb) == "born";
    if (!out.happened) {
        const bool participle = deed.form == VerbForm::PastOrParticiple || deed.form == VerbForm::Participle;
        const VerbGroup& verb = f.clauses.verbs[main.verb];
        if (!participle || !leaves_noun_out(f, out.verb + 1) || (verb.sense.use & kSays) != 0) return out;
        out.happened = deed.known && deed.strength >= 2 && (deed.use & (kSays | kIntends)) == 0;
        const bool of_no_day = out.happened && (verb.perfect || verb.planned || !verb.past);
        if (!has_own_day(f, main) && !of_no_day) return out;
    }
    out.end = end;
    out.date = static_cast<std::int32_t>(date - f.dates.begin());
    out.settled = kSettled.contains(f.word(out.verb));
    return out;
}

}  // namespace dateline::extract
