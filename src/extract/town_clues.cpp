#include "extract/town_clues.h"

#include "extract/abbreviations.h"
#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {

using document::NameMatch;
using document::PlaceKind;
using document::WordUse;

bool TownClues::leads_list_of_towns(const NameLookup::Match& match) const {
    constexpr double surely = 50000, known = 20000;
    constexpr int kMostNames = 8;
    const auto people = [&](const NameLookup::Match& m) {  // "Hamilton" is Bermuda's capital first
        constexpr std::size_t likeliest = 4;
        double most = 0;
        if (m.places.front().kind == PlaceKind::Country) return most;
        for (const NameMatch& place : m.places.first(std::min(m.places.size(), likeliest)))
            if (place.main_name) most = std::max(most, gazetteer_.place(place.place).population);
        return most;
    };
    const NameUse* own = names_.uses.find(match.folded);
    if (people(match) < known || (own && own->ends_name)) return false;
    std::size_t i = match.end;
    for (int k = 0; k < kMostNames; ++k) {
        const std::size_t joint = i;
        if (i < sentence_end_ && token(i).is(',')) ++i;
        if (i < sentence_end_ && has(token(i), kConjunction)) ++i;
        if (i == joint || i >= sentence_end_ || token(i).letter_case != Case::Capital || token(i).lexicon != 0) return false;
        const std::string_view words[2] = {text_.folded(token(i)), text_.folded(i + 1)};
        std::size_t taken = 0;
        if (token(i).dotted && abbreviation_at(words, taken)) return true;
        const NameLookup::Match& next = lookup_.longest(i, sentence_end_);
        const bool whole = next.end != 0 && !next.places.empty() && !next.places.front().adjective &&
                           (next.end >= sentence_end_ || !token(next.end).capitalised() || token(next.end).lexicon != 0) &&
                           !token(next.end - 1).possessive;
        if (!whole || people(next) < known || names_.people.contains(next.folded)) return false;
        const bool town = next.places.front().kind == PlaceKind::Settlement || next.places.front().kind == PlaceKind::Capital;
        if (town && people(next) >= surely && gazetteer_.usual_use(next.folded) == WordUse::Unknown) return true;
        i = next.end;
    }
    return false;
}

bool TownClues::opens_with_town(const NameLookup::Match& match, std::size_t at) const {
    constexpr double large = 100000, known = 20000, small = 1000;
    constexpr std::size_t likeliest = 8;  // "TROY —" is an ancient city first, and a town of Alabama
    if (!context_.is_bare_dateline(at, match.end) || token(at).fold_size < 4) return false;
    double people = 0;
    for (const NameMatch& place : match.places.first(std::min(match.places.size(), likeliest)))
        if (place.main_name) people = std::max(people, gazetteer_.place(place.place).population);
    const WordUse use = gazetteer_.usual_use(match.folded);
    return people >= (use == WordUse::CommonWord ? large : use == WordUse::Unknown && token(at).fold_size > 4 ? small : known);
}

bool TownClues::is_told_town(const NameLookup::Match& match) const {
    const NameUse* use = names_.uses.find(match.folded);
    if (!use || use->ends_name || !(use->in || use->sure) || context_.is_speaker(match.end)) return false;
    constexpr double known = 20000;
    const NameMatch& top = match.places.front();
    return use->sure || gazetteer_.usual_use(match.folded) != WordUse::CommonWord ||
           (top.main_name && gazetteer_.place(top.place).population >= known);
}

/// "was shelled", "came under fire", "has been under siege", "lost power", "fell to the rebels"
bool TownClues::is_done_to(std::size_t i, bool called_as_people) const {
    static constexpr WordSet kOnlyToTowns{"shelled",  "bombarded", "besieged",    "recaptured", "retaken",   "liberated",
                                          "flooded",  "inundated", "submerged",   "encircled",  "blockaded", "overrun",
                                          "occupied", "razed",     "depopulated", "evacuated",  "gassed"};
    static constexpr WordSet kToTownsToo{"captured",   "bombed", "destroyed", "devastated", "attacked",  "hit",     "struck",
                                         "surrounded", "taken",  "seized",    "stormed",    "abandoned", "targeted"};
    static constexpr WordSet kFires{"fire",   "attack",   "shelling", "bombardment", "siege",
                                    "curfew", "blockade", "rebel",    "government",  "shellfire"};
    static constexpr WordSet kSupplies{"power", "electricity", "water"};
    static constexpr WordSet kTakers{"rebels", "insurgents", "militants", "troops", "forces", "fighters", "separatists", "taliban", "army"};
    while (i < sentence_end_ && has(token(i), kHave | kBe)) ++i;
    const bool aux = i > sentence_first_ && has(token(i - 1), kHave | kBe);
    while (word(i).ends_with("ly") || word(i) == "also" || word(i) == "again") ++i;
    const std::string_view verb = word(i), next = word(i + 1);
    if (aux && kOnlyToTowns.contains(verb)) return true;
    if (aux && kToTownsToo.contains(verb)) return !called_as_people;
    if ((verb == "came" || verb == "comes") && next == "under") return kFires.contains(word(i + 2)) || kFires.contains(word(i + 3));
    if (verb == "under" && aux) return kFires.contains(next);
    if (verb == "lost" || (verb == "without" && aux)) return kSupplies.contains(next);
    if (verb != "fell") return false;
    const std::size_t taker = has(token(i + 2), kArticle) ? i + 3 : i + 2;
    if (next == "to" && (kTakers.contains(word(taker)) || kTakers.contains(word(taker + 1)))) return true;
    const bool bare = i + 1 >= sentence_end_ || token(i + 1).kind == TokenKind::Mark || next == "on" || next == "in" || next == "after" ||
                      next == "without";
    return bare && !called_as_people;
}

bool TownClues::is_described(std::size_t end) const {
    static constexpr WordSet kOfPlaces{"located", "situated",  "home",      "about",   "surrounded",    "nestled",
                                       "twinned", "populated", "inhabited", "roughly", "approximately", "famous"};
    return end + 1 < sentence_end_ && !token(end - 1).possessive && has(token(end), kBe) && kOfPlaces.contains(word(end + 1));
}

/// "captured X", "retook X", of troops; "the evacuation of X"
bool TownClues::is_taken(std::size_t at) const {
    static constexpr WordSet kTakes{"captured", "recaptured", "retook",   "liberated", "besieged", "shelled",   "bombarded", "encircled",
                                    "overran",  "stormed",    "occupied", "seized",    "bombed",   "blockaded", "attacked",  "raided"};
    static constexpr WordSet kTakings{"evacuation", "siege",      "shelling",     "bombardment", "capture",
                                      "recapture",  "liberation", "encirclement", "blockade"};
    static constexpr WordSet kForces{"rebels", "insurgents", "militants", "troops",    "forces",     "fighters",   "separatists", "taliban",
                                     "army",   "soldiers",   "militia",   "jihadists", "militiamen", "guerrillas", "paratroopers"};
    constexpr std::size_t reach = 4;
    if (at < sentence_first_ + 2) return false;
    if (word(at - 1) == "of") return kTakings.contains(word(at - 2));
    if (!kTakes.contains(word(at - 1))) return false;
    for (std::size_t back = 2; back <= reach && at >= sentence_first_ + back; ++back)
        if (kForces.contains(word(at - back))) return true;
    return false;
}

bool TownClues::is_told_by_deed(const NameLookup::Match& match, std::size_t at) const {
    constexpr double fewest = 1000;
    constexpr std::size_t most_names = 6;
    const WordUse use = gazetteer_.usual_use(match.folded);
    const NameUse* own = names_.uses.find(match.folded);
    if (use == WordUse::Month || use == WordUse::Title || (own && own->ends_name) ||
        gazetteer_.place(match.places.front().place).population < fewest)
        return false;
    if (is_taken(at)) return true;
    std::size_t i = match.end;
    // "Sumy, Kherson and Nikopol were shelled"
    for (std::size_t names = 0; names < most_names && (token(i).is(',') || has(token(i), kConjunction)) && i < sentence_end_; ++names) {
        while (i < sentence_end_ && (token(i).is(',') || has(token(i), kConjunction))) ++i;
        if (!token(i).capitalised()) return false;
        while (i < sentence_end_ && token(i).capitalised()) ++i;
    }
    return is_done_to(i, use != WordUse::Unknown);
}

bool TownClues::is_state_school(NameChunk chunk) const {
    const std::size_t last = chunk.end - 1;
    if (chunk.end < chunk.begin + 2 || shouting_ || token(last).letter_case != Case::Capital || text_.folded(token(last)) != "state" ||
        token(last - 1).possessive)
        return false;
    if (chunk.end == chunk.begin + 2 && text_.folded(token(chunk.begin)) == "penn") return true;
    const NameLookup::Match& match = lookup_.longest(chunk.begin, last);
    if (match.end != last || match.places.empty() || gazetteer_.place(match.places.front().place).country != "US") return false;
    const bool division =
        std::any_of(match.places.begin(), match.places.end(), [](const NameMatch& p) { return p.kind == PlaceKind::Region; });
    if (!division) return match.places.front().kind == PlaceKind::Settlement && match.places.front().main_name;
    static constexpr WordSet kThere{"in", "across", "throughout", "of", "around"};
    if (chunk.begin == sentence_first_ || !context_.is_locative(chunk.begin)) return false;
    return !kThere.contains(text_.folded(token(chunk.begin - 1))) && match.folded != "washington" && match.folded != "new york";
}

bool TownClues::is_of_saint(NameChunk chunk) const {
    static constexpr WordSet kStreets{"lane", "drive", "way", "close", "terrace", "crescent", "row", "place", "hall"};
    const std::string_view head = text_.folded(token(chunk.begin));
    return chunk.end == chunk.begin + 2 && (head == "st" || head == "saint") && token(chunk.end - 1).possessive &&
           chunk.end < sentence_end_ && token(chunk.end).capitalised() &&
           (has(token(chunk.end), kOrgTail | kGeoTail) || kStreets.contains(text_.folded(token(chunk.end))));
}

bool TownClues::is_of_line(const NameLookup::Match& match, NameChunk chunk) const {
    static constexpr WordSet kLines{"southern", "northern", "central", "pacific", "power", "life"};
    if (match.end >= sentence_end_) return false;
    const std::string_view after = std::string_view(text_.layout->text).substr(token(match.end).begin);
    if (after.starts_with("A&M") || after.starts_with("A & M")) return true;
    if (match.end >= chunk.end || shouting_ || token(match.end - 1).possessive || has(token(match.end - 1), kDirection)) return false;
    static constexpr WordSet kPapers{"democrat", "republican", "sun",      "bee",      "star",    "record",       "standard",
                                     "courier",  "sentinel",   "mercury",  "leader",   "patriot", "constitution", "ledger",
                                     "eagle",    "register",   "dispatch", "advocate", "beacon",  "clarion"};
    const Token& next = token(match.end);
    const bool town = match.places.front().kind == PlaceKind::Settlement || match.places.front().kind == PlaceKind::Capital;
    const bool paper = town && match.end + 1 == chunk.end && chunk.begin > sentence_first_ &&
                       text_.folded(token(chunk.begin - 1)) == "the" && kPapers.contains(text_.folded(next)) &&
                       context_.is_speaker(chunk.end);
    if (paper) return true;  // "The Tallahassee Democrat reported"
    return match.end + 1 == chunk.end && next.letter_case == Case::Capital && !next.hyphenated && kLines.contains(text_.folded(next));
}

bool TownClues::is_firm(const NameLookup::Match& match, std::size_t at) const {
    static constexpr WordSet kTrades{"analyst", "analysts", "economist", "economists", "strategist", "strategists",
                                     "traders", "trader",   "broker",    "brokers",    "dealers",    "bankers"};
    static constexpr WordSet kFirms{"airline",   "carrier",  "company",   "firm",      "bank",     "brokerage", "insurer",   "retailer",
                                    "automaker", "carmaker", "drugmaker", "newspaper", "magazine", "charity",   "publisher", "chain"};
    static constexpr WordSet kGoesOn{"that", "which", "whose", "and", "owned", "based"};
    static constexpr WordSet kBy{"at", "from", "by", "in"};
    static constexpr WordSet kThere{"in", "near", "outside", "around", "of", "to"};
    constexpr double kKnown = 100000;
    const document::NameMatch& top = match.places.front();
    if (top.kind != PlaceKind::Settlement || shouting_ || at <= sentence_first_) return false;
    const std::string_view before = text_.folded(token(at - 1));
    if (before == "at" && !token(at).possessive && at >= sentence_first_ + 2 && kTrades.contains(text_.folded(token(at - 2))))
        return true;  // "analysts at Mizuho"
    const bool single = match.end == at + 1, bare = match.end >= sentence_end_ || token(match.end).kind != TokenKind::Word ||
                                                    (has(token(match.end), kFunction) && !token(match.end).capitalised());
    if (single && token(at).possessive && bare && kBy.contains(before))
        return gazetteer_.place(top.place).population < kKnown;  // "declined at Barron's in August"
    std::size_t i = match.end;
    if (i + 2 >= sentence_end_ || !token(i).is(',') || !has(token(i + 1), kArticle) ||
        (kThere.contains(before) && gazetteer_.place(top.place).population >= kKnown) || before == "in")
        return false;
    constexpr std::size_t kMostWords = 4;
    for (i += 2; i < std::min(sentence_end_, match.end + 2 + kMostWords) && token(i).kind == TokenKind::Word; ++i) {
        if (!kFirms.contains(text_.folded(token(i)))) continue;
        return i + 1 >= sentence_end_ || token(i + 1).kind != TokenKind::Word ||
               kGoesOn.contains(text_.folded(token(i + 1)));  // "Alia, the Jordanian airline,"; not "Dayton, the company said"
    }
    return false;
}

bool TownClues::is_word_of_firms(std::size_t at) const {
    const std::string_view word = text_.folded(token(at));
    const std::string_view next = at + 1 < sentence_end_ ? text_.folded(token(at + 1)) : std::string_view{};
    if (word == "general" || word == "public") return at + 1 < sentence_end_ && has(token(at + 1), kOrgTail);
    return word == "air" && next != "force" && next != "national" && next != "defence" && next != "defense";
}

bool TownClues::lies_in_division(std::span<const NameMatch> places) const {
    constexpr std::size_t likeliest = 6;
    constexpr double people = 500000;
    return std::any_of(
        places.begin(), places.begin() + static_cast<std::ptrdiff_t>(std::min(places.size(), likeliest)),
        [&](const NameMatch& p) { return p.kind == PlaceKind::Region && p.main_name && gazetteer_.place(p.place).population >= people; });
}

bool TownClues::tells_of_country(std::size_t first, std::span<const NameMatch> places) const {
    static constexpr WordSet kHeads{"president", "presidents", "premier", "parliament", "minister", "king", "queen", "republic"};
    static constexpr WordSet kDone{"imposed", "banned",  "invaded",  "annexed",    "occupied",
                                   "backed",  "claimed", "supplied", "sanctioned", "retaliated"};
    static constexpr WordSet kDealings{"tariffs", "sanctions", "trade",  "war",       "relations",
                                       "ties",    "talks",     "treaty", "attacking", "invading"};
    if (places.size() < 2 || places.front().kind != PlaceKind::Country || first < sentence_first_ + 2) return false;
    const std::string_view before = word(first - 1), head = word(first - 2);
    if (before == "attacking" || before == "invading") return true;
    return (before == "of" && kHeads.contains(head)) || (before == "by" && kDone.contains(head)) ||
           ((before == "with" || before == "on" || before == "against") && kDealings.contains(head));
}

bool TownClues::tells_of_state(std::size_t first, std::size_t end, std::span<const NameMatch> places) const {
    static constexpr WordSet kOfStates{"gov", "governor", "governors", "legislature", "statehouse"};
    constexpr std::size_t likeliest = 4;
    if (places.size() < 2) return false;
    const std::string_view next = end < sentence_end_ ? text_.folded(token(end)) : std::string_view{};
    const bool bureau = next == "bureau" && end + 2 < sentence_end_ && text_.folded(token(end + 1)) == "of" &&
                        text_.folded(token(end + 2)) == "investigation";
    const bool of_it =
        first >= sentence_first_ + 2 && word(first - 1) == "of" && kOfStates.contains(word(first - 2));  // "the governor of Georgia"
    static constexpr WordSet kFolk{"man",    "woman",    "teen",      "teenager", "couple",   "boy",      "girl",
                                   "native", "resident", "residents", "trooper",  "lawmaker", "lawmakers"};
    const bool of_folk = places.front().kind == PlaceKind::Country && !token(end - 1).possessive && end < sentence_end_ &&
                         token(end).letter_case == Case::Lower && kFolk.contains(next);  // "a Georgia man", who is no Georgian
    bool told = (!token(end - 1).possessive && (kOfStates.contains(next) || bureau)) || of_it || of_folk;
    if (!told && first > sentence_first_ && places.front().kind != PlaceKind::Country) {
        const std::string_view before = text_.folded(token(first - 1));
        told = before == "upstate" || (has(token(first - 1), kDirection) && before.ends_with("ern"));
    }
    if (!told) return false;
    return std::any_of(
        places.begin(), places.begin() + static_cast<std::ptrdiff_t>(std::min(places.size(), likeliest)),
        [&](const NameMatch& p) { return p.kind == PlaceKind::Region && p.main_name && gazetteer_.place(p.place).country == "US"; });
}

}  // namespace dateline::extract
