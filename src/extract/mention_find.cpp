#include "extract/abbreviations.h"
#include "extract/folk_clues.h"
#include "extract/lexicon.h"
#include "extract/mention.h"
#include "extract/mention_links.h"
#include "extract/name_chunk.h"
#include "extract/name_context.h"
#include "extract/name_forms.h"
#include "extract/name_guards.h"
#include "extract/name_stance.h"
#include "extract/name_words.h"
#include "extract/place_feature.h"
#include "extract/town_clues.h"
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

bool has(const Token& t, std::uint32_t bits) { return (t.lexicon & bits) != 0; }

/// "Union Twp."
std::string_view feature_named(std::string_view word) { return word == "twp" ? std::string_view("township") : word; }

/// "won 58-52": two such at least.
bool tells_scores(const Text& text) {
    constexpr std::uint32_t most_digits = 3;
    int scores = 0;
    for (std::size_t i = 1; i < text.tokens.size() && scores < 2; ++i) {
        const Token &theirs = text.tokens[i], &ours = text.tokens[i - 1];
        const bool two = theirs.kind == TokenKind::Number && theirs.hyphenated && ours.kind == TokenKind::Number;
        scores += two && theirs.last - theirs.first <= most_digits && ours.last - ours.first <= most_digits && (i + 1 >= text.tokens.size() || !text.tokens[i + 1].hyphenated);
    }
    return scores >= 2;
}

class Finder {
  public:
    Finder(const NameLookup& lookup, DocumentNames& names)
        : text_(lookup.text()), gazetteer_(lookup.gazetteer()), names_(names), lookup_(lookup), context_(lookup, names), guards_(lookup), stance_(lookup), towns_(lookup, names, context_), folk_(lookup, context_), forms_(lookup) {}

    FoundNames run() {
        has_scores_ = tells_scores(text_);
        for (std::size_t s = 0; s < text_.sentences.size(); ++s) read_sentence(s);
        return {std::move(out_), std::move(doubtful_)};
    }

  private:
    const Token& token(std::size_t i) const { return text_.token(i); }
    void read_sentence(std::size_t s);
    std::size_t chunk_end(std::size_t begin) const;
    bool is_state(std::size_t begin, std::size_t end) const;
    bool is_day_behind_place(std::size_t begin, std::size_t at) const;
    bool is_behind_street(std::size_t at) const;
    bool ends_way(std::size_t at) const;
    bool houses_in_town(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const;
    void read_chunk(NameChunk chunk);
    bool read_titled_town(NameChunk chunk);
    bool read_form(NameChunk chunk);
    bool read_abbreviation(std::size_t& at);
    std::size_t read_name(NameChunk chunk, std::size_t at, ChunkKind kind);
    bool is_own_city(const NameLookup::Match& match, NameChunk chunk) const;
    void read_unknown(NameChunk chunk, ChunkKind kind);
    std::size_t read_river(NameChunk chunk, std::size_t at);
    bool is_part_of_longer_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const;
    void name_part_of_ocean(std::size_t first);
    void add_unknown(NameChunk chunk);
    bool accepts(const NameLookup::Match& match, NameChunk chunk, std::size_t at, ChunkKind kind);
    bool accepts_word(const NameLookup::Match& match, NameChunk chunk, std::size_t at);
    bool is_end_of_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at, double people) const;
    bool may_be_town(const NameLookup::Match& match, NameChunk chunk) const;
    std::size_t extended_end(std::size_t end, NameChunk chunk) const;
    Mention mention_at(std::size_t first, std::size_t end, std::string folded, std::span<const NameMatch> places) const;
    void add(std::size_t first, std::size_t end, std::string folded, std::span<const NameMatch> places) {
        out_.push_back(mention_at(first, end, std::move(folded), places));
    }
    bool contained_by_next(const NameLookup::Match& match, std::size_t end) const;
    bool in_list_of_places(std::size_t at) const;
    bool is_part_told_after(std::size_t at) const;
    bool is_owned_there(std::size_t at) const;
    bool is_irish_county(std::size_t at, std::span<const NameMatch> places) const;

    const Text& text_;
    const Gazetteer& gazetteer_;
    DocumentNames& names_;
    const NameLookup& lookup_;
    NameContext context_;
    NameGuards guards_;
    NameStance stance_;
    TownClues towns_;
    FolkClues folk_;
    NameForms forms_;
    std::vector<Mention> out_, doubtful_;
    std::uint32_t sentence_ = 0;
    std::size_t sentence_first_ = 0, sentence_end_ = 0;
    bool shouting_ = false;
    bool has_scores_ = false;  ///< it tells of games: "58-52"
};

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

void Finder::read_sentence(std::size_t s) {
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
    link_mentions({text_, gazetteer_, context_, sentence_first_, sentence_end_, shouting_}, std::span(out_).subspan(first_mention), first_mention);
}

/// Whether all of it is a country's or a division's name.
bool Finder::is_state(std::size_t begin, std::size_t end) const {
    const NameLookup::Match& match = lookup_.longest(begin, end);
    return match.end == end && !match.places.empty() && (match.places.front().kind == PlaceKind::Country || match.places.front().kind == PlaceKind::Region);
}

/// "drove to Chester Monday night", "in Paris July 4"; not "Easter Monday", "the Baltimore Sun".
bool Finder::is_day_behind_place(std::size_t begin, std::size_t at) const {
    static constexpr WordSet kFeasts{"easter", "black", "good", "holy", "ash", "palm", "bloody", "cyber", "super", "whit", "shrove", "fat", "giving"};
    const std::string_view word = text_.folded(token(at));
    const bool dated = word.ends_with("day") || (at + 1 < sentence_end_ && token(at + 1).kind == TokenKind::Number && word != "may");
    if (!dated || kFeasts.contains(text_.folded(token(at - 1)))) return false;
    const NameLookup::Match& match = lookup_.longest(begin, at);
    return match.end == at && !match.places.empty();
}

/// Capitalised words in a row; a possessive ends the run unless a place's own word follows ("Owen's River").
std::size_t Finder::chunk_end(std::size_t begin) const {
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
            const bool joins = has(t, kParticle) && i + 1 < sentence_end_ && i > begin && token(i + 1).capitalised() &&
                               !has(t, kFunction);
            if (!joins) break;
        }
        if (t.hyphenated && i > begin && folk_.is_paired(i - 1)) break;  // "Georgian-Armenian"
        if (i > begin && has(t, kMonth) && is_day_behind_place(begin, i)) break;
        if (i > begin && has(t, kFunction | kArticle) && !shouting_ && t.letter_case != Case::Upper && !has(t, kParticle)) break;
        if (t.possessive) {
            const bool goes_on = i + 1 < sentence_end_ && token(i + 1).capitalised() && has(token(i + 1), kGeoTail) && !is_state(begin, i + 1);  // not "Florida's Gulf coast"
            if (!goes_on) return i + 1;
        }
    }
    return std::max(i, begin + 1);
}

void Finder::read_chunk(NameChunk chunk) {
    // "In Paris", "The Hague": a sentence's first word is capitalised whatever it is.
    while (chunk.begin < chunk.end && has(token(chunk.begin), kFunction | kArticle)) {
        const NameLookup::Match& match = lookup_.longest(chunk.begin, sentence_end_);
        const bool head = match.end + 1 < sentence_end_ && has(token(match.end - 1), kKinOfPlace) && text_.folded(token(match.end)) == "of" && token(match.end + 1).capitalised();  // "The City of Leeds"
        const bool name = match.end > chunk.begin + 1 && token(match.end - 1).capitalised() && !head;
        const bool acronym = token(chunk.begin).letter_case == Case::Upper && !shouting_;
        const NameLookup::Match& without = lookup_.longest(chunk.begin + 1, sentence_end_);
        // "The Baltic states", "The Gulf of Mexico"; "The Rhine" is the Rhine, and "The Hague" no Hague
        const bool same = without.end == match.end && !without.places.empty() && !match.places.empty() && without.places.front().place == match.places.front().place &&
                          !has(token(chunk.begin + 1), kDirection | kGeoTail);
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
    if (guards_.is_wildfire(chunk) || guards_.is_ship(chunk.begin) || guards_.is_street(chunk) || guards_.is_club(chunk) || towns_.is_state_school(chunk) || towns_.is_of_saint(chunk)) return;
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
bool Finder::read_titled_town(NameChunk chunk) {
    static constexpr WordSet kThere{"in", "near", "outside", "around", "across", "throughout"};
    static constexpr WordSet kBodies{"rcmp", "police", "fire", "county", "mayor"};
    const NameLookup::Match& match = lookup_.longest(chunk.begin, sentence_end_);
    if (shouting_ || match.end < chunk.begin + 2 || match.places.empty() || match.places.front().adjective || !token(match.end - 1).capitalised()) return false;
    const std::size_t at = chunk.begin, end = match.end;
    const std::string_view before = at > sentence_first_ ? text_.folded(token(at - 1)) : std::string_view{};
    const bool whole = end >= chunk.end && !token(end - 1).possessive;
    const bool there = kThere.contains(before) || (before == "of" && context_.is_locative(at) && !context_.is_home(at - 1));
    const bool body = end < sentence_end_ && !token(end - 1).possessive && (kBodies.contains(text_.folded(token(end))) || context_.is_of_folk(end));
    const bool told = std::any_of(out_.begin(), out_.end(), [&](const Mention& m) { return m.folded == match.folded; });
    const bool sure = (whole && there) || contained_by_next(match, end) || has(token(end - 1), kGeoTail) || body || told;
    if (!sure) return false;
    add(at, end, match.folded, match.places);
    out_.back().locative = there || contained_by_next(match, end);
    return true;
}

/// What is named by its form: "Unity State", "el Obeid".
bool Finder::read_form(NameChunk chunk) {
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

bool Finder::read_abbreviation(std::size_t& at) {
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
        const auto holds = [&](const Abbreviation* state) { return state && context_.contains(gazetteer_.find(state->name), out_.back().candidates); };
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
    out_.back().locative = !a->alone || (after_place && token(at - 1).is(',')) || context_.is_locative(at);  // "The US and UK launched" are there as who acts
    if (after_place && !a->alone) out_[out_.size() - 2].locative = true;
    at += taken;
    return true;
}

/// Two places with only a comma between them, the second a state or country that has one of the first's namesakes.
bool Finder::contained_by_next(const NameLookup::Match& match, std::size_t end) const {
    if (end + 1 >= sentence_end_) return false;
    const bool comma = token(end).is(','), bracket = token(end).is('('), in = text_.folded(token(end)) == "in";
    if (!comma && !bracket && !in) return false;
    std::size_t next = end + 1;
    while (next < sentence_end_ && has(token(next), kDirection | kArticle) && !token(next).capitalised()) ++next;
    if (next + 1 < sentence_end_ && text_.folded(token(next)) == "co" && token(next).letter_case == Case::Capital) ++next;  // "Tallow in Co Waterford"
    if (next >= sentence_end_ || !token(next).capitalised()) return false;
    std::string_view words[2] = {text_.folded(token(next)), text_.folded(next + 1)};
    std::size_t taken = 0;
    if (const Abbreviation* a = abbreviation_at(words, taken); a && comma && token(next).dotted) return true;
    if (comma && postal_code(words[0]) && token(next).letter_case == Case::Upper) return true;
    const NameLookup::Match& outer = lookup_.longest(next, sentence_end_);
    return outer.end != 0 && context_.contains(outer.places, match.places);
}

bool Finder::in_list_of_places(std::size_t at) const {
    if (out_.empty() || out_.back().sentence != sentence_ || at == 0) return false;
    const Mention& last = out_.back();
    if (last.adjective || (!last.locative && last.candidates.empty())) return false;
    std::size_t i = last.end_token;
    for (int steps = 0; i < at && steps < 3; ++i, ++steps)
        if (!token(i).is(',') && !has(token(i), kConjunction)) return false;
    return i == at && at > last.end_token;
}

/// "in Peru's Trujillo", "in Pakistan's restive Balochistan province", "in Georgia's capital Tbilisi": as what it belongs to is.
bool Finder::is_owned_there(std::size_t at) const {
    constexpr std::size_t kMostWords = 3;
    if (out_.empty() || out_.back().sentence != sentence_) return false;
    const Mention& owner = out_.back();
    const bool of_kind = !owner.possessive && owner.end_token < at && has(token(owner.end_token), kGeoTail) && token(owner.end_token).possessive;  // "in the Kherson region's Beryslav district"
    const std::size_t begin = of_kind ? owner.end_token + 1 : owner.end_token;
    if (!(owner.possessive || of_kind) || !owner.locative || owner.adjective || owner.candidates.empty() || at < begin || at > begin + kMostWords) return false;
    const bool home = owner.first_token > sentence_first_ && text_.folded(token(owner.first_token - 1)) == "of";  // "Carlo De Benedetti of Italy's la Repubblica"
    if (home) return false;
    const std::size_t end = at > begin && token(at - 1).is(',') && has(token(at - 2), kKinOfPlace) ? at - 1 : at;  // "in Georgia's capital, Tbilisi,"
    return std::all_of(text_.tokens.begin() + static_cast<std::ptrdiff_t>(begin), text_.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Token& t) { return t.kind == TokenKind::Word && t.letter_case == Case::Lower && (has(t, kDirection | kKinOfPlace) || !has(t, kFunction | kSpeech)); });
}

/// "Navan, Co Meath"
bool Finder::is_irish_county(std::size_t at, std::span<const NameMatch> places) const {
    constexpr std::size_t likeliest = 6;
    if (at == sentence_first_ || text_.folded(token(at - 1)) != "co" || token(at - 1).letter_case != Case::Capital) return false;
    return std::any_of(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(std::min(places.size(), likeliest)), [&](const NameMatch& p) {
        const document::Place place = gazetteer_.place(p.place);
        return (place.kind == PlaceKind::District || place.kind == PlaceKind::Region) && (place.country == "IE" || place.country == "GB");
    });
}

/// "X County", "X River": the word belongs to the name.
std::size_t Finder::extended_end(std::size_t end, NameChunk chunk) const {
    while (end < sentence_end_ && end < chunk.end && !token(end - 1).possessive && token(end).capitalised() &&
           has(token(end), kGeoTail) && !shouting_) {
        const bool goes_on = end + 1 < chunk.end && !has(token(end), kDirection) && has(token(end + 1), kOrgTail | kCommonCapital | kStateBody);
        if (goes_on || (end + 1 < chunk.end && text_.folded(token(end + 1)) == "hall")) break;  // "Aylesford Village Hall"
        ++end;
    }
    return end;
}

/// "Lu Mei", "Ekrem Imamoglu": a village's name that ends a stranger's.
bool Finder::is_end_of_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at, double people) const {
    constexpr double largest = 200000;
    if (match.folded.ends_with("oglu") || match.folded.ends_with("shvili")) return true;
    const PlaceKind kind = match.places.front().kind;
    const bool large = kind == PlaceKind::Settlement && people >= largest && match.places.front().main_name;
    if (at == chunk.begin || match.end != chunk.end || large || (kind != PlaceKind::Settlement && kind != PlaceKind::Island) || shouting_) return false;  // "Tom Madura"
    const Token& before = token(at - 1);
    const bool read = !out_.empty() && out_.back().sentence == sentence_ && out_.back().end_token == at;
    const bool word = before.facts->verb->known || before.facts->noun->known || names_.lower_words.contains(text_.folded(before)) || gazetteer_.usual_use(text_.folded(before)) == WordUse::CommonWord;
    return !read && !word && before.lexicon == 0 && before.letter_case == Case::Capital && !before.possessive && !token(at).hyphenated;
}

/// "in Wrexham, north | Wales": what holds the place before it.
bool Finder::is_part_told_after(std::size_t at) const {
    std::size_t i = at;
    while (i > sentence_first_ && has(token(i - 1), kDirection) && token(i - 1).letter_case == Case::Lower) --i;
    return i < at && i > sentence_first_ && token(i - 1).is(',') && !out_.empty() && out_.back().end_token == i - 1;
}

/// "from Crickhowell to Sennybridge"
bool Finder::ends_way(std::size_t at) const {
    if (out_.empty() || out_.back().sentence != sentence_ || out_.back().end_token + 1 != at || out_.back().adjective || text_.folded(token(at - 1)) != "to") return false;
    const std::size_t start = out_.back().first_token;
    return start > sentence_first_ && text_.folded(token(start - 1)) == "from" && !out_.back().candidates.empty();
}

/// "of 12 Elm St., Clinton,"
bool Finder::is_behind_street(std::size_t at) const {
    static constexpr WordSet kStreets{"street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "lane", "ln", "boulevard", "blvd", "court", "ct", "terrace", "pike"};
    return at >= sentence_first_ + 3 && token(at - 1).is(',') && token(at - 2).letter_case == Case::Capital && kStreets.contains(text_.folded(token(at - 2))) && token(at - 3).capitalised();
}

bool Finder::accepts_word(const NameLookup::Match& match, NameChunk chunk, std::size_t at) {
    const Token& t = token(at);
    const PlaceKind top = match.places.front().kind;
    const bool state = top == PlaceKind::Country || top == PlaceKind::CountryGroup || top == PlaceKind::Continent;
    const bool division = top == PlaceKind::Region;
    const bool isle = top == PlaceKind::Island || top == PlaceKind::Mountain;
    const bool line = top == PlaceKind::Corridor || top == PlaceKind::Road;
    const bool land = division || line || (isle && gazetteer_.place(match.places.front().place).radius_km >= 10);  // "Luzon", of a word that no people are called by
    const bool adjective = match.places.front().adjective;
    if (!adjective && (context_.is_dateline(at, match.end) || towns_.opens_with_town(match, at))) return true;
    if (has(t, kTitle) || (t.letter_case == Case::Upper && has(t, kCommonCapital))) return false;
    if (t.fold_size < 2 || (shouting_ && has(t, kFunction))) return false;
    if (has(t, kDirection) && match.end < chunk.end && !t.possessive) return false;  // "East Malling" is not the East
    if (has(t, kDirection) && at > chunk.begin) return false;                        // nor is "Branson West"
    const bool shares = has(t, kDirection) && match.end + 1 < sentence_end_ && has(token(match.end), kConjunction) && has(token(match.end + 1), kDirection);
    if (shares) return false;  // "West and Central Africa"
    const bool side = has(t, kDirection) && !t.possessive && (at == sentence_first_ || (text_.folded(token(at - 1)) != "the" && !has(token(at - 1), kConjunction)));
    if (side) return false;  // "lost to West": a school
    if (t.letter_case == Case::Upper && !shouting_ && t.fold_size <= 4) return state && !adjective;
    if (adjective) return !has(t, kMonth) && !folk_.is_language(at, match.end) && (top == PlaceKind::Country || gazetteer_.usual_use(match.folded) == WordUse::Unknown || folk_.reads_as_demonym(match, at));
    const bool called_so = state && match.end == at + 1 && (at == sentence_first_ || token(at - 1).kind != TokenKind::Word) && gazetteer_.usual_use(match.folded) == WordUse::GivenName && context_.does_as_person(match.end, true);
    if (called_so) return false;  // "Chad was arrested", "Jordan was born in Leeds"
    // "Thomas Jordan left the harbour … Jordan, a Camden native"
    const NameUse* told = state ? names_.uses.find(match.folded) : nullptr;
    if (told && told->of_person && !told->in && !told->sure && !context_.is_locative(at)) return false;
    if (state && match.end < sentence_end_ && token(match.end).hyphenated && text_.folded(token(match.end)) == "presse") return false;  // "Agence France-Presse"
    if (state) return !has(t, kMonth) && !is_fowl(match.folded, match.end < sentence_end_ ? text_.folded(token(match.end)) : std::string_view{});
    if (folk_.reads_as_demonym(match, at)) return !folk_.is_language(at, match.end);
    // "over the Pacific", "in the western Atlantic", "hit the Aras", where the word is a common one too, or a name
    const bool named_land = top == PlaceKind::Sea || top == PlaceKind::River || top == PlaceKind::Mountain;
    const bool sea = named_land && match.end == chunk.end && at == chunk.begin && at > sentence_first_ && (text_.folded(token(at - 1)) == "the" || has(token(at - 1), kDirection)) &&
                     (match.end >= sentence_end_ || token(match.end).kind != TokenKind::Word || has(token(match.end), kFunction | kMonth));
    if (sea) return true;
    constexpr double small_town = 10000;
    const bool tongue = names_people(match) && folk_.is_language(at, match.end) && gazetteer_.place(match.places.front().place).population < small_town;  // "in English", which is a town too
    const bool contained = contained_by_next(match, match.end);
    const bool located = context_.is_locative(at) || in_list_of_places(at) || is_part_told_after(at) || is_behind_street(at) || stance_.heads_entry(at, match.end);
    const bool common = has(t, kGeoTail) && !has(t, kDirection) && match.end < chunk.end;  // "Gulf Coast"
    const bool based = match.end < sentence_end_ && token(match.end).hyphenated && text_.folded(token(match.end)) == "based" &&
                       (gazetteer_.usual_use(match.folded) != WordUse::CommonWord || (at > sentence_first_ && match.places.front().main_name));  // "Elgin-based"
    if (is_people_alone(match.folded) && !contained && !located) return false;
    const bool of_party = at > sentence_first_ && t.hyphenated && stance_.is_party(at - 1);  // "Rep. Mark Homer, D-Paris,"
    const bool strong = contained || based || of_party || is_irish_county(at, match.places) || (!common && !has(t, kMonth) && context_.names_what_follows(match.end)) || context_.is_named_before(at) ||
                        ((located || stance_.is_reached(at)) && context_.is_told_by_distance(match.end));
    if (strong) return true;
    if (tongue) return false;
    const double people = gazetteer_.place(match.places.front().place).population;
    // "drove to Bend, where": a town whose name is a word of places
    const bool big_town = located && chunk.end - chunk.begin == 1 && !has(t, kKinOfPlace | kDirection) && people >= 50000 && match.places.front().main_name;
    if (has(t, kMonth | kTitle | kSpeech | kFunction) || (has(t, kOrgTail | kCommonCapital | kDirection | kStateBody)) || (has(t, kGeoTail) && !big_town)) return false;
    const WordUse use = gazetteer_.usual_use(match.folded);
    const bool first = at == sentence_first_ || (at > 0 && (token(at - 1).is('"') || token(at - 1).is(':')));
    const bool known_place = names_.senses.contains(match.folded);
    const auto most_people = [&] {  // "Odessa" is a town of Texas first, and a port of a million
        constexpr std::size_t likeliest = 24;  // namesakes come before those that are also called so
        double most = people;
        for (const document::NameMatch& other : match.places.first(std::min(match.places.size(), likeliest))) most = std::max(most, gazetteer_.place(other.place).population);
        return most;
    };
    if (names_.people.contains(match.folded)) return located && people >= 200000;
    if (is_school_alone(match.folded)) return false;
    if ((use == WordUse::Surname || use == WordUse::GivenName) && !located && context_.does_as_person(match.end, false)) return false;                            // "Lincoln was shot"
    if (const NameUse* own = names_.uses.find(match.folded); own && own->ends_name && !located && !state && context_.is_speaker(match.end)) return false;  // "Denzel Washington … Washington said"
    if (is_firm_alone(match.folded) || names_.firms.contains(match.folded)) return located;
    if (guards_.shares_surname(at, match.end)) return false;
    if (names_.lower_words.contains(match.folded) && !known_place) return located && people >= 100000;
    bool lone = match.end == chunk.end;  // but for a direction: "Northern Virginia"
    for (std::size_t i = chunk.begin; i < at; ++i) lone = lone && has(token(i), kDirection) && token(i).letter_case == Case::Capital;
    if (lone && context_.is_of_folk(match.end)) return use != WordUse::CommonWord || (at > sentence_first_ && (has(token(at - 1), kArticle) || describes_office(text_.folded(token(at - 1)))));
    if ((lone && context_.is_of_score(match.end)) || (at == chunk.begin && context_.is_of_town_office(match.end))) return use != WordUse::CommonWord;
    if (lone && !state && (towns_.is_told_town(match) || towns_.is_told_by_deed(match, at))) return true;
    if (lone && (use == WordUse::Surname || use == WordUse::GivenName) && !located && towns_.leads_list_of_towns(match)) return true;
    // "MAIDSTONE councillors": a local paper's first word
    if (lone && at == sentence_first_ && t.letter_case == Case::Upper && !shouting_ && t.fold_size >= 5 && people >= 10000 && use != WordUse::CommonWord)
        return true;
    const bool left = lone && at > sentence_first_ && people >= 1000 && (text_.folded(token(at - 1)) == "left" || text_.folded(token(at - 1)) == "departed") && match.end + 1 < sentence_end_ &&
                      text_.folded(token(match.end)) == "for" && token(match.end + 1).capitalised();  // "left Geneva for Damascus"
    const bool visited = left || (lone && people >= 1000 && stance_.is_reached(at));
    const bool on_isle = isle && at > sentence_first_ && text_.folded(token(at - 1)) == "on";  // "a fire on Rhodes"
    switch (use) {
        case WordUse::CommonWord: return located && !first && lone && ((match.places.front().main_name && people >= 15000) || most_people() >= 250000);  // "in Hull", which is Kingston upon Hull
        case WordUse::GivenName: return lone && (located || visited || division || on_isle || (!isle && most_people() >= 500000));
        case WordUse::Surname: return lone && (located || visited || division || on_isle || (!isle && people >= 150000 && match.places.front().main_name));  // not "the Flores family"
        case WordUse::Month:
        case WordUse::Title: return false;
        case WordUse::Unknown: break;
    }
    if (!located && is_end_of_name(match, chunk, at, people)) return false;
    if (located || known_place) return true;
    static constexpr WordSet kGoes{"struck", "hit", "shook", "rocked", "visited", "toured", "reached", "left", "entered", "leaving", "visiting", "visits"};
    if (at > sentence_first_ && kGoes.contains(text_.folded(token(at - 1))) && lone && (most_people() >= 500 || (people <= 0 && match.places.front().main_name))) return true;  // "visited Zaqatala", whose district is called so too
    if (shouting_) return people >= 30000 || land;
    if (context_.is_agent(match.end)) return land || people >= 300000 || (top == PlaceKind::Capital && match.places.front().main_name && people >= 100000);  // "Dodoma has promised"
    return land || people >= (first ? 50000 : match.places.front().main_name ? 5000 : 15000);
}

/// "Woburn's", "Kinston and Ayden": a word alone that no evidence of its own makes a town, and none makes anything else. "near Banks
/// and Wall": one that stands where a place does may be a word of the language too.
bool Finder::may_be_town(const NameLookup::Match& match, NameChunk chunk) const {
    if (chunk.end != chunk.begin + 1 || match.end != chunk.end || shouting_) return false;
    const Token& t = token(chunk.begin);
    if (sentence_ == 0 && context_.is_bare_dateline(chunk.begin, match.end)) return !match.places.front().adjective;  // "TROY —"
    if ((t.letter_case != Case::Capital && t.letter_case != Case::Mixed) || t.fold_size < 4 || t.lexicon != 0 || match.places.front().adjective) return false;
    if (!t.possessive && (context_.is_locative(chunk.begin) || in_list_of_places(chunk.begin)) && !context_.is_part_of_organisation(chunk.begin, match.end)) {
        const WordUse use = gazetteer_.usual_use(match.folded);
        return use != WordUse::Month && use != WordUse::Title && !names_.people.contains(match.folded) && !names_.firms.contains(match.folded);
    }
    if (names_.people.contains(match.folded) || names_.firms.contains(match.folded) || names_.lower_words.contains(match.folded)) return false;
    if (guards_.is_disease(match.end) || context_.is_part_of_organisation(chunk.begin, match.end)) return false;
    if (chunk.begin > sentence_first_ && has(token(chunk.begin - 1), kTitle | kPersonNoun)) return false;
    const WordUse use = gazetteer_.usual_use(match.folded);
    if (context_.is_agent(match.end) && (use != WordUse::Unknown || context_.is_speaker(match.end))) return false;  // "Tirupur took in more"
    static constexpr WordSet kMeets{"against", "beat", "beats", "defeated", "edged", "topped", "over", "past", "hosts", "host", "faces", "face", "visits", "at", "downed", "blanked", "routed"};
    if (has_scores_ && chunk.begin > sentence_first_ && use != WordUse::Month && use != WordUse::Title && kMeets.contains(text_.folded(token(chunk.begin - 1)))) return true;
    const bool inside = chunk.begin > sentence_first_ && token(chunk.begin - 1).kind == TokenKind::Word;  // "Lewiston and Auburn sent tankers"
    if (use == WordUse::Unknown || (use == WordUse::CommonWord && inside)) return true;
    if (use != WordUse::GivenName && use != WordUse::Surname) return false;
    const bool listed = chunk.begin > sentence_first_ + 1 && has(token(chunk.begin - 1), kConjunction) && token(chunk.begin - 2).capitalised();
    return listed || (match.end + 1 < sentence_end_ && has(token(match.end), kConjunction) && token(match.end + 1).capitalised());
}

bool Finder::accepts(const NameLookup::Match& match, NameChunk chunk, std::size_t at, ChunkKind kind) {
    const std::size_t count = match.end - at;
    const Token& last = token(match.end - 1);
    // "the Lachin road", "the Karabakh region", "the Kakhovka dam"
    const bool own_word = count >= 2 && (has(last, kGeoTail) || is_works_noun(text_.folded(last)));
    if (!last.capitalised() && !last.hyphenated && !own_word) return false;
    const bool of_kind = !last.capitalised() && count == 2 && match.end + 1 < sentence_end_ && text_.folded(token(match.end)) == "of" && token(match.end + 1).capitalised();
    if (of_kind && names_people(lookup_.longest(at, at + 1))) return false;  // "the French island of Réunion"
    const NameMatch& top = match.places.front();
    // "Tavan Tolgoi": a stranger's name, of which some town abroad has the first half for another name
    const bool halved = match.end < chunk.end && at == chunk.begin && match.end == at + 1 && !top.main_name && !top.adjective && kind == ChunkKind::Unknown && top.kind == PlaceKind::Settlement &&
                        !token(at).possessive && token(match.end).letter_case == Case::Capital && token(match.end).lexicon == 0 && gazetteer_.usual_use(text_.folded(token(match.end))) == WordUse::Unknown;
    const bool half_side = at > chunk.begin && count >= 2 && token(at).hyphenated && has(token(at), kDirection) && has(token(at - 1), kDirection);
    if (half_side) return false;  // "South-West Africa" is not the south of West Africa
    // "Dasht-e-Barchi": a word that a particle joins to another
    const bool joined = at >= sentence_first_ + 2 && token(at).hyphenated && token(at - 1).hyphenated && token(at - 1).letter_case == Case::Lower && token(at - 2).capitalised();
    // "the Islamist group al-Shabab", whatever villages are called so
    static constexpr WordSet kGroups{"group", "groups", "militia", "militants", "insurgents", "extremists", "fighters", "movement", "islamist", "islamists", "linked", "terrorist", "terrorists", "rebels", "network"};
    const bool faction = at >= sentence_first_ + 2 && token(at).hyphenated && token(at - 1).letter_case == Case::Lower && has(token(at - 1), kParticle) && kGroups.contains(text_.folded(token(at - 2)));
    if (halved || joined || faction) return false;
    static constexpr WordSet kPrefixes{"trans", "pan", "cis", "anti", "pro", "inter"};
    if (at > sentence_first_ && token(at).hyphenated && kPrefixes.contains(text_.folded(token(at - 1)))) {
        const std::string_view prefix = text_.folded(token(at - 1));
        const bool sides = prefix == "pro" || prefix == "anti";
        if (top.adjective && (sides || prefix == "inter")) return true;                      // "pro-Russian", not "the Trans-Siberian"
        return sides && (top.kind == PlaceKind::Capital || top.kind == PlaceKind::Country);  // "pro-Moscow", not "the Trans-Balkan route"
    }
    const bool state = top.kind == PlaceKind::Country || top.adjective;
    const bool acronym = count == 1 && last.letter_case == Case::Upper && last.fold_size <= 4 && !shouting_ && kind != ChunkKind::Unknown;
    if (acronym && !state) return false;                                                  // "U.N. Secretary-General", though there is a town of Un
    if (last.dotted && count == 1 && guards_.is_highway_number(match.end)) return false;  // "on Del. 1"
    if (guards_.is_half_of_road(at, match.end, !out_.empty() && out_.back().end_token == at) || towns_.is_firm(match, at)) return false;
    const bool whole = at == chunk.begin && match.end >= chunk.end;
    const bool body_follows = match.end < sentence_end_ && has(token(match.end), kStateBody | kTitle) && !token(match.end - 1).possessive && !towns_.is_word_of_firms(match.end);
    if (houses_in_town(match, chunk, at)) return true;
    if (kind == ChunkKind::Organisation) {
        // "US Army Corps" is the US; "Kenya Airways" is an airline.
        if (!top.adjective && match.end < chunk.end && gazetteer_.place(top.place).id.starts_with("fips:") && !token(match.end - 1).possessive) return true;  // "Waldo County Fairgrounds"
        return match.end < chunk.end && body_follows && !has(token(match.end), kOrgTail) && count <= 3 &&
               (top.kind == PlaceKind::Country || gazetteer_.place(top.place).population >= 1e6);
    }
    if (kind == ChunkKind::Person) {
        if (match.end + 1 == chunk.end && has(token(match.end), kTitle)) return false;  // "Georgia Lord"
        if (whole && count >= 2 && !has(token(at), kTitle)) return true;
        const bool titled = match.end < chunk.end && has(token(match.end), kTitle);
        if (at == chunk.begin && titled) return !has(token(at), kTitle) && (count >= 2 || !has(token(at), kCommonCapital | kStateBody));  // "Texas Governor Perry", not "Major General Perry", "Vice President Li"
        if (state && match.end < chunk.end && at == chunk.begin && match.places.front().adjective) return true;
        return at == chunk.begin && match.end < chunk.end && ((body_follows && (state || names_people(match))) || context_.is_of_town_office(match.end));  // "German Foreign Minister Klaus Kinkel", whoever is called German
    }
    if (match.end < chunk.end && !token(match.end - 1).possessive && stance_.is_side(at, match.end) && !has(token(match.end), kGeoTail | kCommonCapital | kStateBody | kOrgTail)) return false;  // "South West England"
    if (at > chunk.begin && match.folded == "national park" && !token(at - 1).possessive) return false;  // "Nairobi National Park"
    const bool bank = count >= 2 && has(last, kOrgTail) && match.end < sentence_end_ && text_.folded(token(match.end)) == "of";  // "The Bank of England"
    if (bank) return false;
    const bool long_name = count >= 3 && has(token(at + 1), kFunction) && !top.adjective;  // "the Protocol of | Port of Spain"
    if ((!long_name && context_.is_part_of_organisation(at, match.end)) || guards_.is_disease(match.end) || towns_.is_of_line(match, chunk)) return false;
    // "The Mission will resume": a noun of the language with a capital and its article
    const bool noun = count == 2 && at == sentence_first_ && has(token(at), kArticle) && match.end == chunk.end && gazetteer_.usual_use(text_.folded(token(at + 1))) == WordUse::CommonWord &&
                      !top.adjective && top.kind == PlaceKind::Settlement;
    if (noun) return false;
    if (match.end < chunk.end) {
        const std::string_view next = text_.folded(token(match.end));
        const bool apart = token(match.end - 1).possessive;
        if (next == "day" && !apart) return false;  // "Australia Day"
        // "Ohio State beat": a university; the state is "Ohio" or "Ohio state"
        const bool team = next == "state" && !apart && top.kind == PlaceKind::Region && gazetteer_.place(top.place).country == "US" && !context_.is_locative(at) && !shouting_;
        static constexpr WordSet kBodies{"board", "highway", "fair", "capitol", "park", "legislature", "route", "police", "troopers", "prison", "penitentiary", "department"};
        const bool police = match.end + 1 < chunk.end && (has(token(match.end + 1), kStateBody) || kBodies.contains(text_.folded(token(match.end + 1))));  // "Ohio State Police", "Kansas State Board of Education"
        if (team && !police) return false;
    }
    if (count >= 2) return !match.places.front().adjective || true;
    return accepts_word(match, chunk, at);
}

/// "at Honey Grove High School", "near Mercy's Auckland Zoo": what is built is in the town it is called after; a name that people bear too is mostly a giver's.
bool Finder::houses_in_town(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const {
    static constexpr WordSet kBuilt{"school", "hospital", "jail", "prison", "courthouse", "library", "airport", "stadium", "museum", "zoo", "university", "college", "clinic", "mall", "station", "gymnasium"};
    static constexpr WordSet kCentres{"medical", "health", "detention", "correctional", "community", "convention", "civic", "shopping"};
    if (at != chunk.begin || match.end >= chunk.end || token(match.end - 1).possessive || shouting_ || !context_.is_locative(at)) return false;
    const std::string_view last = text_.folded(token(chunk.end - 1));
    const bool centre = (last == "center" || last == "centre") && chunk.end >= match.end + 2 && kCentres.contains(text_.folded(token(chunk.end - 2)));
    if (!centre && !kBuilt.contains(last)) return false;
    const NameMatch& top = match.places.front();
    constexpr double kLeastOfUniversity = 20000;  // people: "Vanderbilt University"
    if ((last == "university" || last == "college") && gazetteer_.place(top.place).population < kLeastOfUniversity) return false;
    const bool town = top.main_name && !top.adjective && (top.kind == PlaceKind::Settlement || top.kind == PlaceKind::Capital || top.kind == PlaceKind::District);
    return town && gazetteer_.usual_use(match.folded) == WordUse::Unknown && !names_.people.contains(match.folded) && !has(token(at), kDirection | kGeoTail | kTitle | kOrgTail | kCommonCapital);
}

/// "Cambridge | City Council", of no village that is called Cambridge City
bool Finder::is_own_city(const NameLookup::Match& match, NameChunk chunk) const {
    static constexpr WordSet kBodies{"council", "councillor", "councillors", "councilman", "councilwoman", "hall", "commission", "police", "manager", "attorney", "court", "clerk", "schools", "school"};
    constexpr double kManyTimes = 10;
    if (!match.folded.ends_with(" city") || match.end >= chunk.end || token(match.end - 1).possessive || !kBodies.contains(text_.folded(token(match.end)))) return false;
    const auto town = gazetteer_.find(std::string_view(match.folded).substr(0, match.folded.size() - 5));
    return !town.empty() && town.front().kind == PlaceKind::Settlement && gazetteer_.place(town.front().place).population > kManyTimes * gazetteer_.place(match.places.front().place).population;
}

std::size_t Finder::read_name(NameChunk chunk, std::size_t at, ChunkKind kind) {
    if (!token(at).capitalised()) return at;
    NameLookup::Match match = lookup_.longest(at, sentence_end_);
    if (match.end == 0 || match.places.empty()) return at;
    if (is_own_city(match, chunk)) match = lookup_.longest(at, match.end - 1);
    if (guards_.refuses(at, match.end, match.places)) return match.end;
    if (!accepts(match, chunk, at, kind)) {
        if (match.end <= chunk.end) {
            if (kind == ChunkKind::Unknown && may_be_town(match, chunk)) {
                doubtful_.push_back(mention_at(at, match.end, match.folded, match.places));
                doubtful_.back().joins_next = match.end < sentence_end_ && has(token(match.end), kConjunction);
            }
            return at;
        }
        match = lookup_.longest(at, chunk.end);  // what ran on into common words may be a shorter name
        if (match.end == 0 || match.places.empty() || !accepts(match, chunk, at, kind)) return at;
    }
    if (is_part_of_longer_name(match, chunk, at)) {
        add_unknown(chunk);
        return chunk.end;
    }
    if (stance_.lies_on_another(match.end)) {
        add_unknown({at, match.end + 2});
        return match.end + 2;
    }
    std::size_t first = at;
    // "Northern Ireland" was looked up; "Northern California" is a part of what was.
    if (at > chunk.begin && has(token(at - 1), kDirection) && token(at - 1).capitalised() &&
        (out_.empty() || out_.back().end_token < at))
        first = at - 1;
    if (first < at && first > chunk.begin && has(token(first - 1), kDirection) && token(first - 1).capitalised() && (out_.empty() || out_.back().end_token < first)) --first;  // "South West England"
    std::size_t end = kind == ChunkKind::Place ? extended_end(match.end, chunk) : match.end;
    if (end > match.end && match.places.front().adjective) {  // "the Irish Sea" that no gazetteer has is no place of Ireland
        if (is_natural_feature(text_.folded(token(end - 1)))) {
            add_unknown({first, end});
            return end;
        }
        end = match.end;
    }
    if (end > match.end && match.places.front().kind == PlaceKind::Sea && text_.folded(token(end - 1)) == "coast") {  // "the Pacific Coast" is no sea
        add_unknown({first, end});
        return end;
    }
    const bool owned_there = is_owned_there(first);
    add(first, end, match.folded, match.places);
    if (end > match.end) {
        out_.back().feature = feature_named(text_.folded(token(end - 1)));
        out_.back().feature_in_name = true;
    }
    // "Kent County Council" sits in Kent; where no county of these isles is called so, it is America's
    if (match.folded.ends_with(" county") && end < sentence_end_ && text_.folded(token(end)) == "council" && token(end).capitalised()) {
        const auto shires = gazetteer_.find(std::string_view(match.folded).substr(0, match.folded.size() - std::string_view(" county").size()));
        const bool shire = std::any_of(shires.begin(), shires.end(), [&](const NameMatch& p) {
            const document::Place place = gazetteer_.place(p.place);
            return !p.adjective && (place.country == "GB" || place.country == "IE") && (place.kind == PlaceKind::Region || place.kind == PlaceKind::District);
        });
        if (shire) out_.back().candidates = shires, out_.back().folded.resize(out_.back().folded.size() - std::string_view(" county").size());
    }
    // "Kazakh crude" is of Kazakhstan, though there is a town of Kazakh; "in Kazakh" is the town.
    const bool names_noun = end < sentence_end_ && first > sentence_first_ && has(token(first - 1), kArticle) && token(end).kind == TokenKind::Word &&
                            token(end).letter_case == Case::Lower &&
                            (!has(token(end), kFunction | kGeoTail) || text_.folded(token(end)) == "border" || text_.folded(token(end)) == "coast");  // "the Somali capital"
    const bool of_state = names_people(match);
    const bool owns_name = token(end - 1).possessive && end < sentence_end_ && token(end).capitalised();  // "at German's Commerzbank"
    const bool of_people = of_state && end == match.end && (names_noun || owns_name || !context_.is_locative(first) || folk_.reads_as_demonym(match, first));
    out_.back().adjective = match.places.front().adjective || of_people;
    out_.back().dateline = sentence_ == 0 && (context_.is_dateline(first, end) || context_.is_bare_dateline(first, end));
    out_.back().wired = out_.back().dateline && context_.is_wired(first, end);
    out_.back().locative = context_.is_locative(first) || in_list_of_places(first) || contained_by_next(match, match.end) || owned_there || is_irish_county(first, match.places);
    if (match.places.front().kind == PlaceKind::Sea) name_part_of_ocean(first);
    const bool after_article = !out_.back().adjective && out_.back().feature.empty() && first > sentence_first_ && text_.folded(token(first - 1)) == "the" && !token(first - 1).dotted;
    const bool addressed = after_article && end < sentence_end_ && token(end).is(',') && contained_by_next(match, match.end);  // "The Joplin, Mo., native"
    const bool own_noun = end - first >= 2 && (has(token(end - 1), kGeoTail) || is_works_noun(text_.folded(token(end - 1))));  // "the Kutupalong camp"
    const bool bare = after_article && !own_noun && stance_.has_bare_article(first, end);
    if (after_article && first == at && !bare && !addressed) {
        const auto with_article = gazetteer_.find("the " + match.folded);  // "the Atlantic hurricane season", whatever towns are called so
        if (!with_article.empty() && with_article.front().kind != PlaceKind::Settlement && match.places.front().kind != PlaceKind::Country) out_.back().candidates = with_article;
    }
    if (bare && !addressed) {
        Mention& m = out_.back();
        const auto with_article = gazetteer_.find("the " + m.folded);  // "the Hague"
        const bool state = m.candidates.front().kind == PlaceKind::Country;
        if (!with_article.empty()) m.candidates = with_article;
        else m.bare_article = true;
        static constexpr WordSet kWithArticle{"congo", "gambia"};  // as states too
        if (m.bare_article && (!state || (stance_.is_told_as_water(first, end) && !kWithArticle.contains(m.folded)))) take_featured_name(gazetteer_, m, "river");
    }
    return end;
}

/// "the western Pacific", "the north-west Indian Ocean": a part of an ocean that has a name of its own in the gazetteer.
void Finder::name_part_of_ocean(std::size_t first) {
    std::size_t begin = first;
    while (begin > sentence_first_ && first - begin < 2 && has(token(begin - 1), kDirection) && token(begin - 1).letter_case == Case::Lower) --begin;
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

/// "Port Hudson", "Snake Creek Gap": what the gazetteer has is a word of a name that it lacks, and some other place.
bool Finder::is_part_of_longer_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const {
    const PlaceKind top = match.places.front().kind;
    if (top == PlaceKind::Country || top == PlaceKind::Continent || top == PlaceKind::CountryGroup) return false;
    const bool single = match.end == at + 1;
    if (single && match.end < chunk.end && has(token(at), kGeoHead | kParticle) && !token(at).possessive && !has(token(match.end), kGeoTail)) return true;
    static constexpr WordSet kOfHamlets{"green", "end", "heath", "common", "cross", "moor", "corner", "magna", "parva"};
    const bool hamlet = single && match.end + 1 == chunk.end && !token(at).possessive && kOfHamlets.contains(text_.folded(token(match.end))) && (context_.is_locative(at) || context_.is_named_before(at));
    if (hamlet) return true;  // "in Ash Green"
    const Mention* owner = single && match.end < chunk.end && at > sentence_first_ && token(at - 1).possessive && !out_.empty() && out_.back().end_token == at ? &out_.back() : nullptr;
    if (owner && top == PlaceKind::Settlement && context_.names_what_follows(chunk.end) && !context_.contains(owner->candidates, match.places)) return true;  // "Mogadishu's Hamar Weyne", which is not in Norway
    const bool particle = match.end + 1 < chunk.end && has(token(match.end), kParticle) && !token(match.end).capitalised();
    if (particle && (single || match.end == at + 2)) return true;  // "Wad al-Noura", "Rio Grande de Mindanao"
    if (at == chunk.begin || (!out_.empty() && out_.back().end_token > chunk.begin)) return false;
    bool tails = true;
    for (std::size_t i = at; i < match.end; ++i) tails = tails && has(token(i), kGeoTail);
    const Token& before = token(at - 1);
    if (before.possessive || before.hyphenated) return tails;
    if (has(before, kDirection | kTitle | kOrgTail | kStateBody | kCommonCapital | kFunction | kMonth)) return false;
    if (has(before, kGeoHead) && !has(before, kParticle)) return true;
    const bool village = match.end == chunk.end && chunk.end < sentence_end_ && text_.folded(token(chunk.end)) == "village" && before.lexicon == 0 && before.letter_case == Case::Capital &&
                         gazetteer_.usual_use(text_.folded(before)) == WordUse::Unknown;
    if (village) return true;  // "Gidan Dan village"
    return tails || (match.end == chunk.end && has(token(chunk.end - 1), kGeoTail));
}

/// "reached the Marne": rivers are called so without their noun.
std::size_t Finder::read_river(NameChunk chunk, std::size_t at) {
    const Token& t = token(at);
    const bool may = chunk.end == chunk.begin + 1 && t.letter_case == Case::Capital && t.lexicon == 0 && !shouting_ && stance_.has_bare_article(at, at + 1) && stance_.is_told_as_river(at) &&
                     !names_.lower_words.contains(text_.folded(t)) && !names_.people.contains(std::string(text_.folded(t)));
    if (!may) return at;
    std::string full = std::string(text_.folded(t)) + " river";
    const auto places = gazetteer_.find(full);
    if (places.empty()) return at;
    add(at, at + 1, std::move(full), places);
    return at + 1;
}

void Finder::add_unknown(NameChunk chunk) {
    std::string folded;
    for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
        if (!folded.empty()) folded += ' ';
        folded += text_.folded(token(i));
    }
    const std::string airport = other_name_of_airport(folded);
    add(chunk.begin, chunk.end, std::move(folded), airport.empty() ? std::span<const NameMatch>{} : gazetteer_.find(airport));
    out_.back().locative = true;
}

/// A name that no gazetteer has, where only a place can stand.
void Finder::read_unknown(NameChunk chunk, ChunkKind kind) {
    if (kind == ChunkKind::Person || kind == ChunkKind::Organisation || guards_.is_disease(chunk.end)) return;
    if (chunk.end == chunk.begin + 1 && is_school_alone(text_.folded(token(chunk.begin)))) return;
    if (chunk.end == chunk.begin + 1 && names_people(lookup_.longest(chunk.begin, chunk.end))) return;  // "in English"
    std::size_t begin = chunk.begin, end = chunk.end;
    if (end > begin && token(end - 1).letter_case == Case::Upper && !shouting_ && end - begin == 1) return;
    if (guards_.is_half_of_road(end - 1, end, false)) return;  // "the Kiandu-Karima road"
    const VerbForm next = end < sentence_end_ && token(end).letter_case == Case::Lower ? token(end).facts->verb->form : VerbForm::None;
    const bool does = next == VerbForm::Past || (next == VerbForm::PastOrParticiple && end + 1 < sentence_end_ && has(token(end + 1), kArticle));
    const bool parted = begin > sentence_first_ + 1 && (token(begin - 1).is(',') || (has(token(begin - 1), kConjunction) && token(begin - 2).is(',')));
    const bool fronts_actor = does && parted;  // "In Somalia, Al-Hizb attacked a post", "flew to Damascus, and Hariri went to Riyadh"
    if (!context_.may_be_unknown_place({begin, end}, (in_list_of_places(begin) && !fronts_actor) || is_owned_there(begin) || ends_way(begin))) return;
    add_unknown({begin, end});
}

Mention Finder::mention_at(std::size_t first, std::size_t end, std::string folded, std::span<const NameMatch> places) const {
    Mention m;
    m.first_token = static_cast<std::uint32_t>(first);
    m.end_token = static_cast<std::uint32_t>(end);
    m.sentence = sentence_;
    m.span = {token(first).first, token(end - 1).last};
    m.folded = std::move(folded);
    m.candidates = places;
    m.possessive = token(end - 1).possessive;
    if (const std::string_view raw = text_.raw(token(first)); end == first + 1 && std::any_of(raw.begin(), raw.end(), [](char c) { return (c & '\x80') != 0; })) m.spelt = raw;
    const bool hall = end + 1 < sentence_end_ && token(end).capitalised() && text_.folded(token(end + 1)) == "hall";  // "Aylesford Village Hall"
    if (end < sentence_end_ && !m.possessive && !hall && token(end).kind == TokenKind::Word && !token(end).hyphenated &&
        has(token(end), kGeoTail))
        m.feature = feature_named(text_.folded(token(end)));
    if ((m.feature == "town" || m.feature == "village") && first > sentence_first_ && has(token(first - 1), kArticle) && towns_.lies_in_division(places)) m.feature = "province";
    if (m.feature.empty() && is_irish_county(first, places)) m.feature = "county";
    if (m.feature.empty() && towns_.tells_of_state(first, end, places)) m.feature = "state";
    if (m.feature.empty() && towns_.tells_of_country(first, places)) m.feature = "country";
    if (m.feature.empty() && first >= sentence_first_ + 2 && text_.folded(token(first - 1)) == "of" && has(token(first - 2), kKinOfPlace))
        m.feature = text_.folded(token(first - 2));
    return m;
}

}  // namespace

FoundNames find_mentions(const NameLookup& lookup, DocumentNames& names) {
    learn_names(lookup, names);
    return Finder(lookup, names).run();
}

}  // namespace dateline::extract
