#include "extract/temporal_lexicon.h"
#include "extract/verb_finder.h"
#include "extract/verb_participles.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>

// Whether a form that is a noun or an adjective as well, or one of the present, is a verb where it stands.
namespace dateline::extract {

/// "rejected as false on Monday | claims that"
bool VerbFinder::is_rejected_as(std::uint32_t i) const {
    static constexpr WordSet kRejects{"rejected", "dismissed", "denied", "described", "branded", "rejects", "dismisses", "denies"};
    constexpr std::uint32_t reach = 9;
    bool as = false;
    for (std::uint32_t k = i; k-- > first_ && i - k < reach;) {
        if (as && kRejects.contains(word(k))) return true;
        as = as || word(k) == "as";
    }
    return false;
}

/// Behind a number: "3 wounded" counts; "laid in 2020 exploded" does not. Nothing where it is the number of something else.
std::optional<bool> VerbFinder::is_counted(std::uint32_t i, VerbForm form) const {
    const Token& before = token(i - 1);
    const bool year = before.last - before.first == 4;
    // "At least 42 | died", "Another 150 | arrived": what is done to nobody counts nobody
    static constexpr WordSet kDoneToNobody{"die",    "drown",   "perish", "arrive",  "flee",   "escape", "return",   "march",
                                           "gather", "protest", "rally",  "survive", "depart", "defect", "surrender"};
    if (form == VerbForm::PastOrParticiple && !year && kDoneToNobody.contains(verb(i).base)) return false;
    if (i >= first_ + 2) {
        static constexpr WordSet kMore{"further", "other", "another", "additional"};
        if (has(i - 2, kMonth)) return std::nullopt;  // "published on March 14 says"
        // "of magnitude 5.9 struck", "Flight 370 crashed", "An An-26 crashed": a name's number
        const bool type = before.hyphenated && token(i - 2).capitalised();
        const bool named =
            type || word(i - 2) == "magnitude" || word(i - 2) == "number" ||
            (token(i - 2).capitalised() && i > first_ + 2 && !has(i - 2, kArticle | kFunction) && !is_preposition(text_, i - 2));
        const bool more = kMore.contains(word(i - 2)) && i + 1 < end_ && token(i + 1).capitalised() &&
                          (temporal::look_up(word(i + 1)).classes & temporal::kWeekday) == 0;  // "with a further 10,000 left Durban"
        if (named || more) return std::nullopt;
    }
    return form != VerbForm::Past && !year;
}

/// "the second shooting", "a three-hour meeting": what the words before a gerund make a noun of it.
bool VerbFinder::gerund_stands_as_noun(std::uint32_t i) const {
    const Token& before = token(i - 1);
    const std::string_view w = word(i - 1);
    static constexpr WordSet kBefore{"first",    "second", "third",  "fourth", "latest", "last",
                                     "previous", "fatal",  "deadly", "mass",   "next",   "recent"};
    static constexpr WordSet kOwners{"its", "their", "his", "her"};
    const bool described = i >= first_ + 2 && (has(i - 2, kArticle) || is_preposition(text_, i - 2) || kOwners.contains(word(i - 2))) &&
                           kBefore.contains(w);  // "at second reading", "in its third reading"
    // "a cabinet meeting", not "the army shooting the demonstrators"
    const bool compound = token(i).facts->noun->known && i >= first_ + 2 && has(i - 2, kArticle) && is_lower_word(i - 1) &&
                          !has(i - 1, kFunction) && !is_adverb(text_, i - 1) && i + 1 < end_ && !has(i + 1, kArticle) &&
                          token(i + 1).kind != TokenKind::Number && !token(i + 1).capitalised();
    // "in fierce fighting", "after heavy shelling"
    const bool in_phrase = token(i).facts->noun->known && i >= first_ + 2 && is_preposition(text_, i - 2) && is_lower_word(i - 1) &&
                           !w.ends_with('s') && !has(i - 1, kFunction) && !is_adverb(text_, i - 1) && i + 1 < end_ &&
                           !has(i + 1, kArticle) && token(i + 1).kind != TokenKind::Number && !token(i + 1).capitalised();
    // "reported heavy shelling in Omdurman"
    const bool reported = token(i).facts->noun->known && i >= first_ + 2 && (verb(i - 2).use & kSays) != 0 &&
                          verb(i - 2).form != VerbForm::None && is_lower_word(i - 1) && !w.ends_with('s') && !has(i - 1, kFunction) &&
                          !is_adverb(text_, i - 1) &&
                          (i + 1 >= end_ || token(i + 1).kind == TokenKind::Mark || is_preposition(text_, i + 1));
    // "the Unecha pumping station"
    static constexpr WordSet kWorks{"station",    "stations", "plant", "plants",   "point",  "points",  "facility",
                                    "facilities", "site",     "sites", "terminal", "ground", "grounds", "complex"};
    const bool of_works = before.capitalised() && kWorks.contains(word(i + 1)) && !has(i - 1, kMonth);
    return before.hyphenated || described || compound || in_phrase || reported || of_works || is_a_work(i) || names_purpose(i);
}

/// Of a gerund: "accused of | killing civilians" tells, "a memorandum of | understanding" and "closed to | shipping" name; nothing where no word before says.
std::optional<bool> VerbFinder::gerund_is_led_to(std::uint32_t i, bool preposition) const {
    const std::string_view w = word(i - 1);
    const auto has_object = [&] {
        return i + 1 < end_ && (has(i + 1, kArticle) || token(i + 1).kind == TokenKind::Number || token(i + 1).capitalised());
    };
    if (i > first_ + 2 && (w == "of" || w == "with")) {
        static constexpr WordSet kCharged{"accused", "convicted", "suspected", "guilty", "charged", "acquitted", "accuse"};
        if (kCharged.contains(word(i - 2)) && is_lower_word(i + 1) && !is_preposition(text_, i + 1) && !has(i + 1, kConjunction))
            return false;
    }
    if (preposition && w == "of") return !has_object();
    static constexpr WordSet kTrades{"shipping", "fishing",  "mining",  "banking",     "farming", "housing",
                                     "funding",  "policing", "parking", "advertising", "logging", "drilling"};
    if ((preposition || w == "to") && kTrades.contains(word(i)) && !has_object()) return true;
    static constexpr WordSet kDeclares{"declare",   "declared", "declares", "declaring", "proclaimed", "announced",
                                       "announces", "imposed",  "imposes",  "ordered",   "orders"};
    if (kDeclares.contains(w) && (i + 1 >= end_ || token(i + 1).kind == TokenKind::Mark || is_preposition(text_, i + 1)))
        return true;  // "declared mourning"
    if (preposition) return token(i).facts->noun->known;
    return std::nullopt;
}

/// Whether the words before say that a form which is a noun or an adjective as well is that here.
bool VerbFinder::stands_as_noun(std::uint32_t i, VerbForm form) const {
    // "the Baltic states", "the five Caspian states"
    if (word(i) == "states" && i > first_ + 1 && token(i - 1).capitalised() && word(i + 1) != "that" &&
        (has(i - 2, kArticle) || (temporal::look_up(word(i - 2)).classes & temporal::kCardinal) != 0))
        return true;
    if (i == first_) return form != VerbForm::Gerund;
    if (form == VerbForm::Present && i <= first_ + 2 && word(i + 1) == "between" && token(i).facts->noun->known)
        return true;  // "Direct talks between Chad and Sudan took place"
    const Token& before = token(i - 1);
    if (follows_prefix(i))  // not "the re-elected president"
        return form == VerbForm::Gerund || i - 1 == first_ || has(i - 2, kArticle) || is_preposition(text_, i - 2) ||
               token(i - 2).possessive;
    if (token(i).hyphenated || before.possessive) return true;
    if (form == VerbForm::Present && word(i + 1) == "that" && tells_with_that(word(i)) && is_rejected_as(i)) return true;
    if (form == VerbForm::Present && i + 1 < end_ && token(i + 1).hyphenated && token(i).end + 1 == token(i + 1).begin)
        return true;  // "send troops guns-|a-blazing"
    if (before.kind == TokenKind::Number)
        if (const std::optional<bool> counted = is_counted(i, form)) return *counted;
    if (has(i - 1, kArticle)) return true;
    const std::string_view w = word(i - 1);
    static constexpr WordSet kOfLate{"newly", "recently", "freshly", "long", "well", "previously", "jointly"};
    if (form == VerbForm::PastOrParticiple && i > first_ + 1 && kOfLate.contains(w) && has(i - 2, kArticle) &&
        token(i + 1).kind == TokenKind::Word && !has(i + 1, kFunction | kArticle) && !is_preposition(text_, i + 1))
        return true;  // "the newly arrived ambassador"
    // "On 10 June | attacks in Cali killed seven"
    const bool of_day = before.kind == TokenKind::Number && i >= first_ + 2 && has(i - 2, kMonth);
    const bool led = i >= first_ + 3 && is_preposition(text_, first_) && i <= first_ + 4 &&
                     ((has(i - 1, kMonth) && token(i - 2).kind == TokenKind::Number) || of_day);
    if (led && form == VerbForm::Present && token(i).facts->noun->known && is_preposition(text_, i + 1)) return true;
    // "two dozen | coordinated attacks"
    const bool counts = w == "dozen" || (temporal::look_up(w).classes & temporal::kCardinal) != 0;
    if (counts && form == VerbForm::PastOrParticiple && is_lower_word(i + 1) && token(i + 1).facts->noun->known &&
        word(i + 1).ends_with('s'))
        return true;
    if (form == VerbForm::Gerund && gerund_stands_as_noun(i)) return true;
    static constexpr WordSet kDeterminers{"his",   "her",   "its",  "their", "our",  "my", "your", "this",
                                          "these", "those", "such", "any",   "some", "no", "each", "every"};
    if (kDeterminers.contains(w) || (w == "same" && i > first_ + 1 && has(i - 2, kArticle))) return true;
    // "three ethnic armed groups launched", "an internal armed conflict"
    const bool described =
        is_lower_word(i - 1) && (w.ends_with("al") || w.ends_with("ic") || w.ends_with("ive") || w.ends_with("ous") || w.ends_with("ish"));
    if (word(i) == "armed" && is_lower_word(i + 1) && (word(i + 1).ends_with('s') || described) && !is_preposition(text_, i + 1) &&
        !has(i + 1, kFunction))
        return true;
    if (form == VerbForm::Present && w != "one" && (temporal::look_up(w).classes & temporal::kCardinal) != 0)
        return true;  // "Two ships, one from Odesa, sank"
    const bool preposition = is_preposition(text_, i - 1);
    if (preposition && form != VerbForm::Gerund) return true;
    if (form == VerbForm::Gerund)
        if (const std::optional<bool> led_to = gerund_is_led_to(i, preposition)) return *led_to;
    if (form == VerbForm::PastOrParticiple && has(i - 1, kConjunction) && i + 1 < end_) {
        // "transparent and regulated passage"
        const bool noun_follows = is_lower_word(i + 1) && !has(i + 1, kFunction) && !is_adverb(text_, i + 1) && i >= first_ + 2 &&
                                  is_lower_word(i - 2) && !has(i - 2, kFunction);
        if (noun_follows && verb(i - 2).form == VerbForm::None) return true;
    }
    return false;
}

/// "a new border crossing at Uchkurgan", "the Margara crossing to trucks": what is built or given, with its article before it,
/// and no object of a verb after it.
bool VerbFinder::is_a_work(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 8> kWorks{"crossing", "building", "landing",  "housing",
                                                            "funding",  "dwelling", "training", "parking"};
    constexpr std::uint32_t reach = 4;
    if (!one_of(word(i), kWorks) || (i + 1 < end_ && (has(i + 1, kArticle) || token(i + 1).kind == TokenKind::Number))) return false;
    for (std::uint32_t k = i, n = 0; k-- > first_ && n < reach; ++n) {
        if (has(k, kArticle) || token(k).possessive) return true;
        const bool describes = token(k).kind == TokenKind::Word && !has(k, kFunction | kConjunction) && !is_preposition(text_, k) &&
                               !(is_lower_word(k) && word(k).ends_with('s'));
        if (!describes && !token(k).is('-')) return false;
    }
    return false;
}

/// "a Catholic boarding | school", "two landing | craft": what the thing after it is for, and no object, which would have an article.
bool VerbFinder::names_purpose(std::uint32_t i) const {
    static constexpr WordSet kThings{"school", "camp",   "craft",  "boat", "vessel", "ship", "room", "stop",   "strip", "zone",
                                     "area",   "centre", "center", "base", "house",  "hall", "pool", "ground", "range", "exercise"};
    static constexpr WordSet kPurposes{"boarding",   "landing",   "fishing",  "training",   "meeting",   "refuelling",
                                       "refueling",  "mining",    "shooting", "firing",     "swimming",  "waiting",
                                       "holding",    "operating", "sailing",  "patrolling", "detaining", "processing",
                                       "recruiting", "voting",    "counting", "polling"};
    constexpr std::uint32_t reach = 3;
    if (!kPurposes.contains(word(i)) || !kThings.contains(word(i + 1))) return false;
    for (std::uint32_t k = i, n = 0; k-- > first_ && n < reach; ++n) {
        if (has(k, kArticle) || token(k).possessive || token(k).kind == TokenKind::Number ||
            (temporal::look_up(word(k)).classes & temporal::kCardinal) != 0)
            return true;
        if (token(k).kind != TokenKind::Word || has(k, kFunction | kConjunction) || is_preposition(text_, k) ||
            (is_lower_word(k) && word(k).ends_with('s')))
            return false;
    }
    return false;
}

/// "Flooding since July has affected …", "Heavy fighting on Monday left …": what the sentence is about.
bool VerbFinder::opens_as_noun(std::uint32_t i) const {
    std::uint32_t from = i;  // "Since 15 April, fighting between …"
    while (from > first_ && !token(from - 1).is(',')) --from;
    if (!token(i).facts->noun->known || i > from + 2 || !is_preposition(text_, i + 1)) return false;
    if (from > first_ && !is_preposition(text_, first_)) return false;
    for (std::uint32_t k = from; k < i; ++k) {
        const bool describes = token(k).kind == TokenKind::Word && !is_preposition(text_, k) &&
                               !has(k, kConjunction | kFunction | kBe | kHave | kModal) && !verb(k).known;
        if (!describes) return false;
    }
    for (std::uint32_t k = i + 1; k < end_; ++k) {  // "Shooting at the crowd, the soldiers …" is what they did
        if (token(k).is(',')) return false;
        if (has(k, kHave | kBe) || verb(k).form == VerbForm::Past || verb(k).form == VerbForm::PastOrParticiple ||
            verb(k).form == VerbForm::Present)
            return true;
    }
    return false;
}

/// "will open in May | and close in June": a base form joined to one after a modal.
bool VerbFinder::follows_modal(std::uint32_t i) const {
    const bool after_day =
        i >= first_ + 2 && (token(i - 2).kind == TokenKind::Number || has(i - 2, kMonth));  // "will open in May and close in June"
    if (i < first_ + 2 || word(i - 1) != "and" || (verb(i).noun_too && !after_day) || groups_.empty()) return false;
    const VerbGroup& before = groups_.back();
    const bool modal = before.mode == VerbGroup::Mode::Finite && (before.planned || before.hypothetical) && before.first != before.head;
    const bool object = has(i + 1, kArticle) || is_preposition(text_, i + 1) ||
                        (i + 1 < end_ && (token(i + 1).capitalised() || token(i + 1).kind == TokenKind::Number));
    return modal && object;
}

/// "Analysts recall that", "the states plan to leave", "troops occupy the hill": a base form after a plural.
bool VerbFinder::is_plural_verb(std::uint32_t i, const VerbSense& sense) const {
    if (i <= first_ || word(i - 1) == "to") return false;
    if (shows_picture(i)) return true;
    const std::string_view next = word(i + 1);
    if ((next == "that" || next == "having") && (sense.use & kSays) != 0) return true;
    std::uint32_t b = i - 1;
    while (b > first_ && is_adverb(text_, b)) --b;
    std::uint32_t name = b;  // "Prime Minister X Y and President Z W accept a plan"
    while (name > first_ && token(name).capitalised() && token(name - 1).kind == TokenKind::Word && token(name - 1).capitalised()) --name;
    const bool two_names = token(b).capitalised() && name > first_ + 1 && has(name - 1, kConjunction) &&
                           token(name - 2).capitalised();  // "Albania and Italy plan a cable"
    if (two_names && i + 1 < end_ && (has(i + 1, kArticle) || next == "to")) return true;
    const bool plural = token(b).kind == TokenKind::Word && word(b).ends_with('s') && !has(b, kFunction) && !token(b).possessive;
    if (!plural) return false;
    if ((sense.use & kIntends) != 0 && next == "to") return true;
    if ((sense.use & kSays) != 0 && next == "to" && word(i + 2) == "have") return true;  // "The rebels claim to have taken Goma"
    static constexpr WordSet kStanding{"now", "still", "also", "already", "currently", "usually", "often"};
    if (b + 1 < i && kStanding.contains(word(i - 1)) && sense.known && i + 1 < end_ && token(i + 1).kind != TokenKind::Mark)
        return true;  // "memoranda with banks now | cover more"
    // "Sources say rebels attacked Goma"
    // "saw planes bomb the market"
    static constexpr WordSet kPerceive{"saw", "heard", "watched", "witnessed"};
    if (sense.noun_too && plural && b > first_ && kPerceive.contains(word(b - 1)) &&
        (has(i + 1, kArticle) || (i + 1 < end_ && token(i + 1).capitalised())))
        return true;
    const bool said = !sense.noun_too && (sense.use & kSays) != 0 && is_lower_word(i + 1) && next.ends_with('s') && !next.ends_with("ss") &&
                      !has(i + 1, kFunction);
    if (said) return true;
    // "The borders open on 5 December", "Polls close on Sunday": on a day
    static constexpr WordSet kToo{"open", "close", "start", "end", "return"};
    const bool of_day =
        (next == "on" || next == "in" || next == "at") && (token(i + 2).kind == TokenKind::Number || has(i + 2, kMonth) ||
                                                           (temporal::look_up(word(i + 2)).classes & temporal::kWeekday) != 0);
    if (of_day && sense.known && (!sense.noun_too || kToo.contains(sense.base))) return true;
    const bool gathers = sense.kind == EventKind::Meeting || sense.base == "resume" || sense.base == "begin" || sense.base == "return" ||
                         sense.base == "arrive" || sense.base == "remain";
    if (!sense.noun_too && gathers && (next == "in" || next == "on" || next == "at" || next == "to" || has(i + 1, kMonth))) return true;
    return !sense.noun_too && i + 1 < end_ &&
           (has(i + 1, kArticle) || token(i + 1).capitalised() || token(i + 1).kind == TokenKind::Number);
}

/// "Satellite images taken on 3 May | show new trenches": of pictures, right behind them or behind a day or an aside.
bool VerbFinder::shows_picture(std::uint32_t i) const {
    static constexpr WordSet kShow{"show", "reveal", "depict"};
    static constexpr WordSet kPictures{"images", "photographs", "photos", "pictures", "videos"};
    static constexpr WordSet kUnits{"week", "month", "year", "day"};
    constexpr std::uint32_t reach = 16;
    if (!kShow.contains(word(i)) || i < first_ + 2) return false;
    const Token& before = token(i - 1);
    // "Satellite images | taken on 8 January and reviewed by the agency | show two craters"
    static constexpr WordSet kTaken{"taken",     "shot",     "recorded", "filmed",    "captured", "acquired",
                                    "collected", "obtained", "released", "published", "reviewed", "seen",
                                    "provided",  "shared",   "posted",   "analysed",  "analyzed", "verified"};
    for (std::uint32_t k = first_, steps = 0; k + 1 < i && steps < 4; ++k, ++steps)
        if (kPictures.contains(word(k)) && kTaken.contains(word(k + 1)) && i < k + reach && before.kind == TokenKind::Word &&
            !is_preposition(text_, i - 1) && !has(i - 1, kFunction | kConjunction))
            return true;
    if (!(before.is(',') || before.kind == TokenKind::Number || has(i - 1, kMonth) || kUnits.contains(word(i - 1)) ||
          kPictures.contains(word(i - 1))))
        return false;
    for (std::uint32_t k = i, steps = 0; k-- > first_ && steps < reach; ++steps)
        if (kPictures.contains(word(k))) return true;
    return false;
}

/// "in the nine months ended Sept. 30": the name of a term, not something that happened.
bool VerbFinder::closes_a_term(const VerbGroup& g) const {
    static constexpr WordSet kTerms{"month", "months", "quarter", "quarters", "week", "weeks", "year", "half", "period", "season"};
    if (word(g.head) != "ended" || g.first == first_ || !kTerms.contains(word(g.first - 1))) return false;
    const bool other = std::any_of(groups_.begin(), groups_.end(),
                                   [&](const VerbGroup& o) { return o.mode == VerbGroup::Mode::Finite && o.head != g.head; });
    if (!other) return false;  // "The strike in its second year ended"
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t i = g.first - 1, n = 0; i-- > first_ && n < reach; ++n) {
        if (token(i).kind == TokenKind::Mark) return false;
        if (is_preposition(text_, i)) return true;
    }
    return false;
}

/// "Not until 12 November", "Only in 2019", "Never": after what a clause's auxiliary comes before its subject.
bool VerbFinder::opens_with_restriction() const {
    static constexpr WordSet kNever{"seldom", "rarely", "hardly", "scarcely", "nor", "never"};
    static constexpr WordSet kThen{"then", "now", "when", "after", "once", "last", "this", "later", "recently"};
    const std::string_view w = word(first_), next = word(first_ + 1);
    if (w == "only") return is_preposition(text_, first_ + 1) || kThen.contains(next);
    if (w == "not") return next == "until" || next == "till" || next == "since" || next == "once" || next == "for" || next == "in";
    return kNever.contains(w) && next != "before";  // "Never before had they met": they did
}

/// "The trial | starts in Baku on Friday.": one thing, in a sentence that is whole and must have a verb.
bool VerbFinder::follows_plain_subject(std::uint32_t i) const {
    constexpr std::uint32_t longest = 4;
    if (i < first_ + 2 || i > first_ + longest || !has(first_, kArticle) || !token(end_ - 1).is('.')) return false;
    for (std::uint32_t k = first_ + 1; k < i; ++k)
        if (token(k).kind != TokenKind::Word || token(k).possessive || has(k, kFunction | kConjunction) || is_preposition(text_, k))
            return false;
    const std::string_view subject = word(i - 1);
    return token(i - 1).letter_case == Case::Lower && (!subject.ends_with('s') || subject.ends_with("ss")) &&
           (i + 1 == end_ - 1 || is_preposition(text_, i + 1) || is_adverb(text_, i + 1));
}

/// "The dialogue, originally scheduled for August, | opens in Vientiane": what a participle between commas parts from its subject.
bool VerbFinder::closes_aside(std::size_t k) const {
    const VerbGroup& g = groups_[k];
    if (k == 0 || !token(g.first - 1).is(',') || !(is_preposition(text_, g.end) || is_adverb(text_, g.end))) return false;
    const VerbGroup& aside = groups_[k - 1];
    std::uint32_t at = aside.first;
    while (at > first_ + 1 && is_adverb(text_, at - 1)) --at;
    const bool open =
        aside.first == aside.head && (aside.sense.form == VerbForm::PastOrParticiple || aside.sense.form == VerbForm::Participle);
    return open && at > first_ + 1 && token(at - 1).is(',') && !takes_object(text_, end_, aside) &&
           std::none_of(text_.tokens.begin() + aside.end, text_.tokens.begin() + g.first - 1, [](const Token& t) { return t.is(','); });
}

/// "attackers", "police", "Kurti and Vučić": what a verb without an ending can have as its subject.
bool VerbFinder::ends_plural_subject(std::uint32_t i) const {
    static constexpr WordSet kMany{"police", "people", "children"};
    if (token(i).kind != TokenKind::Word || token(i).possessive) return false;
    if (kMany.contains(word(i)) || (word(i).ends_with("men") && word(i) != "specimen")) return true;
    const bool opens =
        i == first_ ||
        (i > first_ && (token(i - 1).is(':') || (token(i - 1).is('-') && token(i - 1).after_space)));  // "5 Nov: Protesters block the road"
    if (token(i).letter_case == Case::Lower || (opens && token(i).letter_case == Case::Capital))
        return word(i).ends_with('s') && !word(i).ends_with("ss") && !has(i, kFunction) && !is_preposition(text_, i);
    std::uint32_t name = i;
    while (name > first_ && token(name).capitalised() && token(name - 1).kind == TokenKind::Word && token(name - 1).capitalised()) --name;
    if (!token(i).capitalised()) return false;
    // "England play Spain in Berlin"
    const bool team = name == first_ && i + 2 < end_ && token(i + 2).capitalised() && !has(i + 2, kFunction | kMonth);
    if (team) return true;
    bool list = token(first_).capitalised() && has(first_, kFunction) == false;  // "Azerbaijan, Georgia sign energy deal"
    for (std::uint32_t k = first_; k < name; ++k) list = list && (token(k).is(',') || token(k).capitalised());
    return name > first_ + 1 && token(name - 2).capitalised() && (has(name - 1, kConjunction) || (list && token(name - 1).is(',')));
}

}  // namespace dateline::extract
