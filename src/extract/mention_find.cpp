#include "extract/mention_finder.h"

#include "extract/abbreviations.h"
#include "extract/lexicon.h"
#include "extract/mention_links.h"
#include "extract/name_words.h"
#include "extract/place_feature.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace dateline::extract {
namespace {

using document::Gazetteer;
using document::NameMatch;
using document::PlaceKind;
using document::WordUse;

/// "Union Twp."
std::string_view feature_named(std::string_view word) { return word == "twp" ? std::string_view("township") : word; }

/// "won 58-52": two such at least.
bool tells_scores(const Text& text) {
    constexpr std::uint32_t most_digits = 3;
    int scores = 0;
    for (std::size_t i = 1; i < text.tokens.size() && scores < 2; ++i) {
        const Token &theirs = text.tokens[i], &ours = text.tokens[i - 1];
        const bool two = theirs.kind == TokenKind::Number && theirs.hyphenated && ours.kind == TokenKind::Number;
        scores += two && theirs.last - theirs.first <= most_digits && ours.last - ours.first <= most_digits &&
                  (i + 1 >= text.tokens.size() || !text.tokens[i + 1].hyphenated);
    }
    return scores >= 2;
}

/// A line in capitals tells nothing by its capitals.
bool is_shouting(const Text& text, const Sentence& s) {
    int upper = 0, words = 0;
    for (std::size_t i = s.first_token; i < s.end_token; ++i) {
        const Token& t = text.tokens[i];
        if (t.kind != TokenKind::Word || t.fold_size < 3) continue;
        ++words;
        upper += t.letter_case == Case::Upper;
    }
    return words >= 2 && upper * 10 >= words * 6;
}

}  // namespace

FoundNames MentionFinder::run() {
    has_scores_ = tells_scores(text_);
    for (std::size_t s = 0; s < text_.sentences.size(); ++s) read_sentence(s);
    return {std::move(out_), std::move(doubtful_)};
}

void MentionFinder::read_sentence(std::size_t s) {
    const Sentence& sentence = text_.sentences[s];
    sentence_ = static_cast<std::uint32_t>(s);
    sentence_first_ = sentence.first_token;
    sentence_end_ = sentence.end_token;
    shouting_ = is_shouting(text_, sentence);
    context_.enter(sentence_first_, sentence_end_, shouting_);
    guards_.enter(sentence_first_, sentence_end_, shouting_);
    stance_.enter(sentence_);
    towns_.enter(sentence_first_, sentence_end_, shouting_);
    forms_.enter(sentence_first_, sentence_end_, shouting_);
    folk_.enter(sentence_first_, sentence_end_);
    const std::size_t first_mention = out_.size();
    for (std::size_t i = sentence_first_; i < sentence_end_;) {
        const Token& t = token(i);
        if (t.kind != TokenKind::Word || !t.capitalised()) {
            ++i;
            continue;
        }
        const std::size_t end = chunk_end(i);
        read_chunk({i, end});
        // A name may have run past the chunk ("Isle of Wight").
        i = std::max(end, out_.size() > first_mention ? static_cast<std::size_t>(out_.back().end_token) : end);
    }
    link_mentions({text_, gazetteer_, context_, sentence_first_, sentence_end_, shouting_}, std::span(out_).subspan(first_mention),
                  first_mention);
}

/// Whether all of it is a country's or a division's name.
bool MentionFinder::is_state(std::size_t begin, std::size_t end) const {
    const NameLookup::Match& match = lookup_.longest(begin, end);
    return match.end == end && !match.places.empty() &&
           (match.places.front().kind == PlaceKind::Country || match.places.front().kind == PlaceKind::Region);
}

/// "drove to Chester Monday night", "in Paris July 4"; not "Easter Monday", "the Baltimore Sun".
bool MentionFinder::is_day_behind_place(std::size_t begin, std::size_t at) const {
    static constexpr WordSet kFeasts{"easter", "black", "good", "holy",   "ash", "palm",  "bloody",
                                     "cyber",  "super", "whit", "shrove", "fat", "giving"};
    const std::string_view word = text_.folded(token(at));
    const bool dated = word.ends_with("day") || (at + 1 < sentence_end_ && token(at + 1).kind == TokenKind::Number && word != "may");
    if (!dated || kFeasts.contains(text_.folded(token(at - 1)))) return false;
    const NameLookup::Match& match = lookup_.longest(begin, at);
    return match.end == at && !match.places.empty();
}

/// Capitalised words in a row; a possessive ends the run unless a place's own word follows ("Owen's River").
std::size_t MentionFinder::chunk_end(std::size_t begin) const {
    std::size_t i = begin;
    if (begin > sentence_first_ && token(begin).dotted && token(begin - 1).is(',')) {  // "a mill in Gary, Ind.| Mayor Ann Li spoke"
        const std::string_view words[2] = {text_.folded(token(begin)), text_.folded(begin + 1)};
        std::size_t taken = 0;
        if (const Abbreviation* state = abbreviation_at(words, taken); state && !state->alone) return begin + taken;
    }
    for (; i < sentence_end_; ++i) {
        const Token& t = token(i);
        if (t.kind != TokenKind::Word) break;
        if (!t.capitalised()) {
            const bool joins = has(t, kParticle) && i + 1 < sentence_end_ && i > begin && token(i + 1).capitalised() && !has(t, kFunction);
            if (!joins) break;
        }
        if (t.hyphenated && i > begin && folk_.is_paired(i - 1)) break;  // "Georgian-Armenian"
        if (i > begin && has(t, kMonth) && is_day_behind_place(begin, i)) break;
        if (i > begin && has(t, kFunction | kArticle) && !shouting_ && t.letter_case != Case::Upper && !has(t, kParticle)) break;
        if (t.possessive) {
            const bool goes_on = i + 1 < sentence_end_ && token(i + 1).capitalised() && has(token(i + 1), kGeoTail) &&
                                 !is_state(begin, i + 1);  // not "Florida's Gulf coast"
            if (!goes_on) return i + 1;
        }
    }
    return std::max(i, begin + 1);
}

void MentionFinder::read_chunk(NameChunk chunk) {
    // "In Paris", "The Hague": a sentence's first word is capitalised whatever it is.
    while (chunk.begin < chunk.end && has(token(chunk.begin), kFunction | kArticle)) {
        const NameLookup::Match& match = lookup_.longest(chunk.begin, sentence_end_);
        const bool head = match.end + 1 < sentence_end_ && has(token(match.end - 1), kKinOfPlace) &&
                          text_.folded(token(match.end)) == "of" && token(match.end + 1).capitalised();  // "The City of Leeds"
        const bool name = match.end > chunk.begin + 1 && token(match.end - 1).capitalised() && !head;
        const bool acronym = token(chunk.begin).letter_case == Case::Upper && !shouting_;
        const NameLookup::Match& without = lookup_.longest(chunk.begin + 1, sentence_end_);
        // "The Baltic states", "The Gulf of Mexico"; "The Rhine" is the Rhine, and "The Hague" no Hague
        const bool same = without.end == match.end && !without.places.empty() && !match.places.empty() &&
                          without.places.front().place == match.places.front().place && !has(token(chunk.begin + 1), kDirection | kGeoTail);
        const bool longer = without.end > match.end || same;
        if ((name && !longer) || acronym) break;
        ++chunk.begin;
    }
    if (chunk.begin == sentence_first_ && chunk.end > chunk.begin + 1 && describes_office(text_.folded(token(chunk.begin)))) ++chunk.begin;
    if (chunk.begin >= chunk.end) return;
    if (const std::string_view people = folk_.combined(chunk.begin); chunk.end == chunk.begin + 1 && !people.empty()) {
        add(chunk.begin, chunk.end, std::string(people), gazetteer_.find(people));
        out_.back().adjective = true;
        return;
    }
    if (has(token(chunk.begin), kTitle) && read_titled_town(chunk)) return;
    if (read_form(chunk)) return;
    if (guards_.is_wildfire(chunk) || guards_.is_ship(chunk.begin) || guards_.shares_street(chunk) || guards_.is_street(chunk) ||
        guards_.is_club(chunk) || towns_.is_state_school(chunk) || towns_.is_of_saint(chunk))
        return;
    if (guards_.is_road(chunk) && lookup_.longest(chunk.begin, chunk.end).end != chunk.end) return;
    const ChunkKind kind = context_.kind_of(chunk);
    const std::size_t before = out_.size();
    for (std::size_t at = chunk.begin; at < chunk.end;) {
        if (read_abbreviation(at)) continue;
        std::size_t next = read_name(chunk, at, kind);
        if (next == at && kind == ChunkKind::Unknown) next = read_river(chunk, at);
        at = next > at ? next : at + 1;
    }
    if (out_.size() == before) read_unknown(chunk, kind);
}

/// "in Prince George", "King George, Virginia", "Prince Edward Island RCMP": a place whose name begins as a person's does.
bool MentionFinder::read_titled_town(NameChunk chunk) {
    static constexpr WordSet kThere{"in", "near", "outside", "around", "across", "throughout"};
    static constexpr WordSet kBodies{"rcmp", "police", "fire", "county", "mayor"};
    const NameLookup::Match& match = lookup_.longest(chunk.begin, sentence_end_);
    if (shouting_ || match.end < chunk.begin + 2 || match.places.empty() || match.places.front().adjective ||
        !token(match.end - 1).capitalised())
        return false;
    const std::size_t at = chunk.begin, end = match.end;
    const std::string_view before = at > sentence_first_ ? text_.folded(token(at - 1)) : std::string_view{};
    const bool whole = end >= chunk.end && !token(end - 1).possessive;
    const bool there = kThere.contains(before) || (before == "of" && context_.is_locative(at) && !context_.is_home(at - 1));
    const bool body =
        end < sentence_end_ && !token(end - 1).possessive && (kBodies.contains(text_.folded(token(end))) || context_.is_of_folk(end));
    const bool told = std::any_of(out_.begin(), out_.end(), [&](const Mention& m) { return m.folded == match.folded; });
    const bool sure = (whole && there) || contained_by_next(match, end) || has(token(end - 1), kGeoTail) || body || told;
    if (!sure) return false;
    add(at, end, match.folded, match.places);
    out_.back().locative = there || contained_by_next(match, end);
    return true;
}

/// What is named by its form: "Unity State", "el Obeid".
bool MentionFinder::read_form(NameChunk chunk) {
    const std::size_t free_from = out_.empty() ? 0 : out_.back().end_token;
    const std::vector<FormedName> names = forms_.read(chunk, free_from);
    for (const FormedName& name : names) {
        if (name.places.empty()) {
            add_unknown({name.first, name.end});
            continue;
        }
        add(name.first, name.end, name.folded, name.places);
        if (name.of_way) continue;
        if (!name.feature.empty()) out_.back().feature = name.feature;
        if (name.feature_in_name) out_.back().feature_in_name = true;
        out_.back().locative = context_.is_locative(name.first);
    }
    return !names.empty();
}

bool MentionFinder::read_abbreviation(std::size_t& at) {
    const Token& t = token(at);
    if (!t.dotted && t.letter_case != Case::Upper && t.fold_size > 4) return false;
    const bool after_place = !out_.empty() && at >= sentence_first_ + 1 &&
                             (token(at - 1).is(',') ? out_.back().end_token == at - 1 : out_.back().end_token == at) &&
                             out_.back().sentence == sentence_;
    std::string_view words[2] = {text_.folded(t), at + 1 < sentence_end_ ? text_.folded(at + 1) : std::string_view{}};
    std::size_t taken = 0;
    const Abbreviation* a = abbreviation_at(words, taken);
    if (a && !a->alone && !(after_place && (t.dotted || t.fold_size <= 4))) a = nullptr;
    if (a && a->alone && (t.letter_case != Case::Upper || (shouting_ && t.fold_size <= 2 && !t.dotted))) a = nullptr;
    if (!a && after_place && t.letter_case == Case::Upper && t.fold_size == 2 && token(at - 1).is(',')) {
        a = postal_code(words[0]);
        const Abbreviation* australian = australian_code(words[0]);
        const auto holds = [&](const Abbreviation* state) {
            return state && context_.contains(gazetteer_.find(state->name), out_.back().candidates);
        };
        if (holds(australian) && !holds(a)) a = australian;
        taken = 1;
    }
    if (!a) return false;
    const auto places = gazetteer_.find(a->name);
    if (places.empty()) return false;
    if (a->alone && guards_.is_highway_number(at + taken)) {  // "U.S. 61"
        at += taken;
        return true;
    }
    add(at, at + taken, std::string(a->name), places);
    out_.back().locative =
        !a->alone || (after_place && token(at - 1).is(',')) || context_.is_locative(at);  // "The US and UK launched" are there as who acts
    if (after_place && !a->alone) out_[out_.size() - 2].locative = true;
    at += taken;
    return true;
}

/// "X County", "X River": the word belongs to the name.
std::size_t MentionFinder::extended_end(std::size_t end, NameChunk chunk) const {
    while (end < sentence_end_ && end < chunk.end && !token(end - 1).possessive && token(end).capitalised() && has(token(end), kGeoTail) &&
           !shouting_) {
        if (token(end - 1).hyphenated && guards_.joins_towns(chunk)) break;  // "the Lagos-Ibadan Road"
        const bool goes_on =
            end + 1 < chunk.end && !has(token(end), kDirection) && has(token(end + 1), kOrgTail | kCommonCapital | kStateBody);
        if (goes_on || (end + 1 < chunk.end && text_.folded(token(end + 1)) == "hall")) break;  // "Aylesford Village Hall"
        ++end;
    }
    return end;
}

/// Whether the words at `at` are a name, or a shorter one where they ran on into common words; what may be one later is kept as doubtful.
bool MentionFinder::finds_name(NameLookup::Match& match, NameChunk chunk, std::size_t at, ChunkKind kind) {
    if (accepts(match, chunk, at, kind)) return true;
    if (match.end <= chunk.end) {
        if (kind == ChunkKind::Unknown && may_be_town(match, chunk)) {
            doubtful_.push_back(mention_at(at, match.end, match.folded, match.places));
            doubtful_.back().joins_next = match.end < sentence_end_ && has(token(match.end), kConjunction);
        }
        return false;
    }
    match = lookup_.longest(at, chunk.end);
    return match.end != 0 && !match.places.empty() && accepts(match, chunk, at, kind);
}

/// "Northern Ireland" was looked up; "Northern California" and "South West England" are parts of what was.
std::size_t MentionFinder::with_side_before(std::size_t at, NameChunk chunk) const {
    std::size_t first = at;
    const auto is_side = [&](std::size_t i) {
        return has(token(i), kDirection) && token(i).capitalised() && (out_.empty() || out_.back().end_token <= i);
    };
    while (first > chunk.begin && at - first < 2 && is_side(first - 1)) --first;
    return first;
}

/// "Kent County Council" sits in Kent; where no county of these isles is called so, it is America's.
void MentionFinder::settle_county_council(std::size_t end) {
    constexpr std::string_view tail = " county";
    Mention& m = out_.back();
    if (!m.folded.ends_with(tail) || end >= sentence_end_ || text_.folded(token(end)) != "council" || !token(end).capitalised()) return;
    const auto shires = gazetteer_.find(std::string_view(m.folded).substr(0, m.folded.size() - tail.size()));
    const bool shire = std::any_of(shires.begin(), shires.end(), [&](const NameMatch& p) {
        const document::Place place = gazetteer_.place(p.place);
        return !p.adjective && (place.country == "GB" || place.country == "IE") &&
               (place.kind == PlaceKind::Region || place.kind == PlaceKind::District);
    });
    if (!shire) return;
    m.candidates = shires;
    m.folded.resize(m.folded.size() - tail.size());
}

/// Whether the words name a people or a place, and whether something can be there.
void MentionFinder::settle_stance(const NameLookup::Match& match, std::size_t first, std::size_t end, bool owned_there) {
    Mention& m = out_.back();
    // "Kazakh crude" is of Kazakhstan, though there is a town of Kazakh; "in Kazakh" is the town.
    const bool names_noun = end < sentence_end_ && first > sentence_first_ && has(token(first - 1), kArticle) &&
                            token(end).kind == TokenKind::Word && token(end).letter_case == Case::Lower &&
                            (!has(token(end), kFunction | kGeoTail) || text_.folded(token(end)) == "border" ||
                             text_.folded(token(end)) == "coast");                                        // "the Somali capital"
    const bool owns_name = token(end - 1).possessive && end < sentence_end_ && token(end).capitalised();  // "at German's Commerzbank"
    const bool of_people = names_people(match) && end == match.end &&
                           (names_noun || owns_name || !context_.is_locative(first) || folk_.reads_as_demonym(match, first));
    m.adjective = match.places.front().adjective || of_people;
    m.dateline = sentence_ == 0 && (context_.is_dateline(first, end) || context_.is_bare_dateline(first, end));
    m.wired = m.dateline && context_.is_wired(first, end);
    m.locative = context_.is_locative(first) || in_list_of_places(first) || contained_by_next(match, match.end) || owned_there ||
                 is_irish_county(first, match.places);
    if (match.places.front().kind == PlaceKind::Sea) name_part_of_ocean(first);
}

/// "the Hague", "the Atlantic hurricane season", "the Congo": what an article before the name makes of it.
void MentionFinder::settle_article(const NameLookup::Match& match, std::size_t at, std::size_t first, std::size_t end) {
    Mention& m = out_.back();
    const bool after_article =
        !m.adjective && m.feature.empty() && first > sentence_first_ && text_.folded(token(first - 1)) == "the" && !token(first - 1).dotted;
    if (!after_article) return;
    const bool addressed = end < sentence_end_ && token(end).is(',') && contained_by_next(match, match.end);  // "The Joplin, Mo., native"
    if (addressed) return;
    const bool own_noun =
        end - first >= 2 && (has(token(end - 1), kGeoTail) || is_works_noun(text_.folded(token(end - 1))));  // "the Kutupalong camp"
    if (own_noun || !stance_.has_bare_article(first, end)) {
        if (first != at) return;
        const auto with_article = gazetteer_.find("the " + match.folded);  // whatever towns are called so
        if (!with_article.empty() && with_article.front().kind != PlaceKind::Settlement && match.places.front().kind != PlaceKind::Country)
            m.candidates = with_article;
        return;
    }
    const auto with_article = gazetteer_.find("the " + m.folded);
    const bool state = m.candidates.front().kind == PlaceKind::Country;
    if (!with_article.empty()) m.candidates = with_article;
    else m.bare_article = true;
    static constexpr WordSet kWithArticle{"congo", "gambia"};  // as states too
    if (m.bare_article && (!state || (stance_.is_told_as_water(first, end) && !kWithArticle.contains(m.folded))))
        take_featured_name(gazetteer_, m, "river");
}

/// Where what begins at `at` has been read to; `at` where it is no name.
std::size_t MentionFinder::read_name(NameChunk chunk, std::size_t at, ChunkKind kind) {
    if (!token(at).capitalised()) return at;
    NameLookup::Match match = lookup_.longest(at, sentence_end_);
    if (match.end == 0 || match.places.empty()) return at;
    if (is_own_city(match, chunk)) match = lookup_.longest(at, match.end - 1);
    if (guards_.refuses(at, match.end, match.places)) return match.end;
    if (!finds_name(match, chunk, at, kind)) return at;
    const auto unknown = [&](NameChunk strange) {
        add_unknown(strange);
        return strange.end;
    };
    if (is_part_of_longer_name(match, chunk, at)) return unknown(chunk);
    if (stance_.lies_on_another(match.end)) return unknown({at, match.end + 2});
    const std::size_t first = with_side_before(at, chunk);
    std::size_t end = kind == ChunkKind::Place ? extended_end(match.end, chunk) : match.end;
    const bool of_state = match.places.front().adjective;
    if (end > match.end && of_state) {  // "the Irish Sea" that no gazetteer has is no place of Ireland
        if (is_natural_feature(text_.folded(token(end - 1)))) return unknown({first, end});
        end = match.end;
    }
    if (end > match.end && match.places.front().kind == PlaceKind::Sea && text_.folded(token(end - 1)) == "coast")
        return unknown({first, end});  // "the Pacific Coast" is no sea
    const bool owned_there = is_owned_there(first);
    add(first, end, match.folded, match.places);
    if (end > match.end) {
        out_.back().feature = feature_named(text_.folded(token(end - 1)));
        out_.back().feature_in_name = true;
    }
    settle_county_council(end);
    settle_stance(match, first, end, owned_there);
    settle_article(match, at, first, end);
    return end;
}

/// "the western Pacific", "the north-west Indian Ocean": a part of an ocean that has a name of its own in the gazetteer.
void MentionFinder::name_part_of_ocean(std::size_t first) {
    std::size_t begin = first;
    while (begin > sentence_first_ && first - begin < 2 && has(token(begin - 1), kDirection) && token(begin - 1).letter_case == Case::Lower)
        --begin;
    if (begin == first) return;
    std::string full;
    for (std::size_t i = begin; i < first; ++i) {
        const std::string_view word = text_.folded(token(i));
        full += word.ends_with("ern") ? word.substr(0, word.size() - 3) : word;
    }
    constexpr std::string_view kOcean = " ocean";
    Mention& m = out_.back();
    full += ' ' + m.folded;
    if (!full.ends_with(kOcean)) full += kOcean;
    const auto places = gazetteer_.find(full);
    if (places.empty() || places.front().kind != PlaceKind::Sea) return;
    m.candidates = places;
    m.folded = std::move(full);
}

/// "reached the Marne": rivers are called so without their noun.
std::size_t MentionFinder::read_river(NameChunk chunk, std::size_t at) {
    const Token& t = token(at);
    const bool may = chunk.end == chunk.begin + 1 && t.letter_case == Case::Capital && t.lexicon == 0 && !shouting_ &&
                     stance_.has_bare_article(at, at + 1) && stance_.is_told_as_river(at) &&
                     !names_.lower_words.contains(text_.folded(t)) && !names_.people.contains(text_.folded(t));
    if (!may) return at;
    std::string full = std::string(text_.folded(t)) + " river";
    const auto places = gazetteer_.find(full);
    if (places.empty()) return at;
    add(at, at + 1, std::move(full), places);
    return at + 1;
}

void MentionFinder::add_unknown(NameChunk chunk) {
    std::string folded;
    for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
        if (!folded.empty()) folded += ' ';
        folded += text_.folded(token(i));
    }
    const std::string airport = other_name_of_airport(folded);
    if (airport.empty()) strange_.insert(folded);
    add(chunk.begin, chunk.end, std::move(folded), airport.empty() ? std::span<const NameMatch>{} : gazetteer_.find(airport));
    out_.back().locative = true;
}

/// "the Lal Dhang area", as people are called too
bool MentionFinder::is_called_area(NameChunk chunk) const {
    static constexpr WordSet kAreas{"area", "village", "district", "neighbourhood", "neighborhood", "locality", "suburb", "tehsil"};
    if (chunk.begin == sentence_first_ || chunk.end >= sentence_end_ || text_.folded(token(chunk.begin - 1)) != "the" ||
        token(chunk.end - 1).possessive)
        return false;
    return token(chunk.end).letter_case == Case::Lower && kAreas.contains(text_.folded(token(chunk.end)));
}

/// "fell near Gangni … 12 km from Gangni": what was found where only a place can stand is one elsewhere too.
bool MentionFinder::is_strange(NameChunk chunk) const {
    if (strange_.empty() || shouting_ || context_.is_speaker(chunk.end)) return false;
    std::string folded;
    for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
        if (!folded.empty()) folded += ' ';
        folded += text_.folded(token(i));
    }
    return strange_.contains(folded) && !names_.people.contains(folded);
}

/// A name that no gazetteer has, where only a place can stand.
void MentionFinder::read_unknown(NameChunk chunk, ChunkKind kind) {
    if ((kind == ChunkKind::Person && !is_called_area(chunk)) || kind == ChunkKind::Organisation || guards_.is_disease(chunk.end)) return;
    if (context_.is_person_told_aside(chunk) || (chunk.end == chunk.begin + 1 && is_school_alone(text_.folded(token(chunk.begin))))) return;
    if (chunk.end == chunk.begin + 1 && names_people(lookup_.longest(chunk.begin, chunk.end))) return;  // "in English"
    std::size_t begin = chunk.begin, end = chunk.end;
    if (end > begin && token(end - 1).letter_case == Case::Upper && !shouting_ && end - begin == 1) return;
    if (guards_.is_half_of_road(end - 1, end, false)) return;  // "the Kiandu-Karima road"
    const VerbForm next = end < sentence_end_ && token(end).letter_case == Case::Lower ? token(end).facts->verb->form : VerbForm::None;
    const bool does =
        next == VerbForm::Past || (next == VerbForm::PastOrParticiple && end + 1 < sentence_end_ && has(token(end + 1), kArticle));
    const bool parted =
        begin > sentence_first_ + 1 && (token(begin - 1).is(',') || (has(token(begin - 1), kConjunction) && token(begin - 2).is(',')));
    if (is_strange({begin, end})) {
        add_unknown({begin, end});
        out_.back().locative = context_.is_locative(begin);
        return;
    }
    const bool tells = next == VerbForm::Past || next == VerbForm::PastOrParticiple;
    if (parted && tells && end == begin + 2 && lookup_.usual_use(begin + 1) == WordUse::Surname)
        return;                                             // "In Cairns, Selwyn Carter stood"
    if (end < sentence_end_ && token(end).is('#')) return;  // "Precinct #7"
    const bool fronts_actor = does && parted;  // "In Somalia, Al-Hizb attacked a post", "flew to Damascus, and Hariri went to Riyadh"
    if (!context_.may_be_unknown_place({begin, end},
                                       (in_list_of_places(begin) && !fronts_actor) || is_owned_there(begin) || ends_way(begin)))
        return;
    add_unknown({begin, end});
}

Mention MentionFinder::mention_at(std::size_t first, std::size_t end, std::string folded, std::span<const NameMatch> places) const {
    Mention m;
    m.first_token = static_cast<std::uint32_t>(first);
    m.end_token = static_cast<std::uint32_t>(end);
    m.sentence = sentence_;
    m.span = {token(first).first, token(end - 1).last};
    m.folded = std::move(folded);
    if (m.folded.ends_with(" co") && !places.empty() && places.front().kind == PlaceKind::District)
        m.folded += "unty";  // "DeKalb Co." is one with DeKalb County
    m.candidates = places;
    m.possessive = token(end - 1).possessive;
    if (const std::string_view raw = text_.raw(token(first));
        end == first + 1 && std::any_of(raw.begin(), raw.end(), [](char c) { return (c & '\x80') != 0; }))
        m.spelt = raw;
    const bool hall =
        end + 1 < sentence_end_ && token(end).capitalised() && text_.folded(token(end + 1)) == "hall";  // "Aylesford Village Hall"
    if (end < sentence_end_ && !m.possessive && !hall && token(end).kind == TokenKind::Word && !token(end).hyphenated &&
        has(token(end), kGeoTail))
        m.feature = feature_named(text_.folded(token(end)));
    if ((m.feature == "town" || m.feature == "village") && first > sentence_first_ && has(token(first - 1), kArticle) &&
        towns_.lies_in_division(places))
        m.feature = "province";
    if (m.feature.empty() && is_irish_county(first, places)) m.feature = "county";
    if (m.feature.empty() && towns_.tells_of_state(first, end, places)) m.feature = "state";
    if (m.feature.empty() && towns_.tells_of_country(first, places)) m.feature = "country";
    if (m.feature.empty() && first >= sentence_first_ + 2 && text_.folded(token(first - 1)) == "of" && has(token(first - 2), kKinOfPlace))
        m.feature = text_.folded(token(first - 2));
    if (m.feature == "county" && !m.folded.ends_with(" county") && token(end - 1).kind == TokenKind::Word && first > sentence_first_ &&
        text_.folded(token(first - 1)) == "of")
        take_featured_name(gazetteer_, m, "county");  // "the county of Fannin"
    return m;
}

FoundNames find_mentions(const NameLookup& lookup, DocumentNames& names) {
    learn_names(lookup, names);
    return MentionFinder(lookup, names).run();
}

}  // namespace dateline::extract
