#include "extract/name_guards.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

using document::PlaceKind;

bool is_town(PlaceKind kind) { return kind == PlaceKind::Settlement || kind == PlaceKind::Capital; }
bool is_water(PlaceKind kind) {
    return kind == PlaceKind::Sea || kind == PlaceKind::River || kind == PlaceKind::Strait || kind == PlaceKind::Lake;
}

/// "14th", "22nd"; of words, those that regiments are numbered by.
bool is_ordinal(std::string_view w) {
    static constexpr WordSet kOrdinals{"first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
                                       "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
                                       "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",  "thirtieth",
                                       "fortieth",  "fiftieth",  "sixtieth",    "seventieth", "eightieth",  "ninetieth"};
    const bool numeric = w.size() >= 3 && w.front() >= '0' && w.front() <= '9' &&
                         (w.ends_with("th") || w.ends_with("st") || w.ends_with("nd") || w.ends_with("rd"));
    return numeric || kOrdinals.contains(w);
}

}  // namespace

bool NameGuards::joins_towns(NameChunk chunk) const {
    if (chunk.end != chunk.begin + 3 || !token(chunk.begin + 1).hyphenated || !token(chunk.begin + 1).capitalised()) return false;
    for (std::size_t i = chunk.begin; i < chunk.begin + 2; ++i) {
        constexpr std::size_t likeliest = 4;
        const auto& places = lookup_.longest(i, i + 1).places;
        if (std::none_of(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(std::min(places.size(), likeliest)),
                         [](const document::NameMatch& p) { return is_town(p.kind); }))
            return false;
    }
    return true;
}

bool NameGuards::shares_street(NameChunk chunk) const {
    static constexpr WordSet kStreets{"roads", "streets", "avenues", "lanes", "drives", "boulevards"};
    if (shouting_ || chunk.end >= end_) return false;
    const auto closes = [&](std::size_t i) { return i < end_ && token(i).letter_case == Case::Lower && kStreets.contains(word(i)); };
    if (closes(chunk.end)) return chunk.begin > first_ + 1 && word(chunk.begin - 1) == "and" && token(chunk.begin - 2).capitalised();
    std::size_t i = chunk.end;
    if (word(i) != "and") return false;
    for (++i; i < end_ && token(i).kind == TokenKind::Word && token(i).capitalised(); ++i) {}
    return i > chunk.end + 1 && closes(i);
}

bool NameGuards::is_street(NameChunk chunk) const {
    static constexpr WordSet kStreets{"street", "avenue", "boulevard", "drive", "lane", "ave", "blvd", "parkway", "expressway", "freeway"};
    if (chunk.end < chunk.begin + 2 || shouting_ || joins_towns(chunk)) return false;
    const Token& last = token(chunk.end - 1);
    return last.letter_case == Case::Capital && !last.possessive && kStreets.contains(text_.folded(last));
}

bool NameGuards::is_road(NameChunk chunk) const {
    static constexpr WordSet kRoads{"road", "rd", "highway", "hwy", "pike", "turnpike", "freeway", "bypass"};
    if (chunk.end < chunk.begin + 2 || shouting_ || joins_towns(chunk)) return false;
    const Token& last = token(chunk.end - 1);
    return last.letter_case == Case::Capital && !last.possessive && kRoads.contains(text_.folded(last));
}

bool NameGuards::is_wildfire(NameChunk chunk) const {
    if (chunk.end < chunk.begin + 2 || shouting_ || chunk.begin <= first_ || word(chunk.begin - 1) != "the") return false;
    return word(chunk.end - 1) == "fire" && token(chunk.end - 1).letter_case == Case::Capital;
}

bool NameGuards::is_half_of_road(std::size_t begin, std::size_t end, bool after_place) const {
    static constexpr WordSet kWays{"road", "highway", "expressway", "motorway", "bypass"};
    return begin > first_ && token(begin).hyphenated && !after_place && token(begin - 1).letter_case == Case::Capital &&
           kWays.contains(word(end));
}

bool NameGuards::is_highway_number(std::size_t at) const {
    if (at >= end_ || token(at).kind != TokenKind::Number || token(at).last - token(at).first > 3 || !token(at).after_space) return false;
    if (at + 1 >= end_) return true;
    const Token& next = token(at + 1);
    if (next.is('.')) return at + 2 >= end_;  // "on U.S. 50.", not "U.S. 5.2"
    if (next.kind != TokenKind::Word) return next.kind != TokenKind::Number && !next.is('-');
    return !next.hyphenated && (next.lexicon & (kFunction | kConjunction | kDirection | kGeoTail | kBe | kHave | kModal)) != 0;
}

bool NameGuards::shares_surname(std::size_t begin, std::size_t end) const {
    const auto given = [&](std::size_t i) {
        return i >= first_ && i < end_ && token(i).letter_case == Case::Capital && lookup_.usual_use(i) == document::WordUse::GivenName;
    };
    // "Ellen (Shelton) Moore": the name she was born with
    const bool maiden =
        end == begin + 1 && !shouting_ && begin >= first_ + 2 && end + 1 < end_ && token(begin - 1).is('(') && token(end).is(')') &&
        token(begin - 2).letter_case == Case::Capital && token(end + 1).capitalised() &&
        (lookup_.usual_use(begin - 2) == document::WordUse::GivenName || lookup_.usual_use(begin) == document::WordUse::Surname);
    if (maiden) return true;
    if (end != begin + 1 || shouting_ || !given(begin) || token(begin).possessive) return false;
    // "father to Richard and Ellen", "of Lauren, Ryan, and Baxter"
    const auto joined = [&](std::size_t from, std::size_t to) {  // by a comma, an "and", or both
        std::size_t i = from;
        if (i < to && token(i).is(',')) ++i;
        if (i < to && word(i) == "and") ++i;
        return i == to && to > from;
    };
    const bool after = (given(end + 1) && joined(end, end + 1)) || (given(end + 2) && joined(end, end + 2));
    const bool before = (begin >= first_ + 2 && given(begin - 2) && joined(begin - 1, begin)) ||
                        (begin >= first_ + 3 && given(begin - 3) && joined(begin - 2, begin));
    constexpr double kKnownTown = 100000;
    const auto& places = gazetteer_.find(word(begin));
    if ((after || before) && !places.empty() && is_town(places.front().kind) &&
        gazetteer_.place(places.front().place).population < kKnownTown)
        return true;
    if (word(end) == "and" && given(end + 1))
        return end + 2 < end_ && (token(end + 2).is('(') || token(end + 2).letter_case == Case::Capital);
    return begin >= first_ + 2 && word(begin - 1) == "and" && given(begin - 2) &&
           (token(end).is('(') || token(end).letter_case == Case::Capital);
}

bool NameGuards::is_club(NameChunk chunk) const {
    static constexpr WordSet kSurely{"united", "rovers", "wanderers", "albion",    "hotspur",
                                     "argyle", "orient", "athletic",  "deportivo", "deportiva"};
    static constexpr WordSet kPlay{"lost",     "won",        "beat", "drew",    "scored",  "play",    "played",
                                   "plays",    "defeated",   "host", "hosted",  "fans",    "striker", "midfielder",
                                   "defender", "goalkeeper", "boss", "manager", "captain", "winger"};
    static constexpr WordSet kHeads{
        "bayern",    "bayer",       "real",      "atletico", "inter",     "ac",          "as",       "fc",       "cf",        "borussia",
        "dynamo",    "dinamo",      "spartak",   "cska",     "lokomotiv", "zenit",       "shakhtar", "sporting", "olympique", "hertha",
        "eintracht", "werder",      "hapoel",    "maccabi",  "beitar",    "ferencvaros", "steaua",   "slavia",   "partizan",  "metalist",
        "hajduk",    "galatasaray", "feyenoord", "legia",    "persija",   "persib",      "persebaya"};
    if (chunk.end == chunk.begin + 3 && word(chunk.begin) == "red" && word(chunk.begin + 1) == "star" && !shouting_)
        return true;  // "Red Star Belgrade"
    const bool headed = chunk.end >= chunk.begin + 2 && chunk.end <= chunk.begin + 3 && !shouting_ && kHeads.contains(word(chunk.begin)) &&
                        !token(chunk.begin).possessive;
    if (headed) return true;  // "Bayern Munich", "Real Madrid"
    if (chunk.end != chunk.begin + 2 || shouting_ || token(chunk.end - 1).letter_case != Case::Capital || token(chunk.begin).possessive)
        return false;
    const std::string_view last = word(chunk.end - 1);
    if (kSurely.contains(last)) return true;
    static constexpr WordSet kMeets{"against", "beat",  "beats", "defeated", "versus", "vs",   "v",
                                    "face",    "faces", "faced", "host",     "hosted", "hosts"};
    const auto& places = gazetteer_.find(std::string(word(chunk.begin)) + ' ' + std::string(last));
    const bool british = !places.empty() && gazetteer_.place(places.front().place).country == "GB";
    if (last == "city" && chunk.begin > first_ && kMeets.contains(word(chunk.begin - 1)) && (places.empty() || british))
        return true;  // "against Stoke City"
    return (last == "city" || last == "county" || last == "town") && kPlay.contains(word(chunk.end)) && !token(chunk.end).capitalised();
}

bool NameGuards::is_disease(std::size_t end) const {
    static constexpr WordSet kDiseases{"virus",   "fever",  "disease",   "flu",       "syndrome",
                                       "variant", "strain", "influenza", "hepatitis", "encephalitis"};
    for (; end < end_ && token(end).capitalised(); ++end)
        if (!token(end - 1).possessive && kDiseases.contains(word(end))) return true;
    return end < end_ && !token(end - 1).possessive && kDiseases.contains(word(end));
}

/// "the Second New York and the 14th Indiana": regiments, where "the first Ohio case" is Ohio's.
bool NameGuards::is_regiment(std::size_t begin, std::size_t end) const {
    static constexpr WordSet kDivided{"district", "congressional", "amendment", "century", "circuit", "judicial"};
    if (begin <= first_ || !is_ordinal(word(begin - 1)) || kDivided.contains(word(end))) return false;
    const Token& number = token(begin - 1);
    return number.kind == TokenKind::Number || word(begin - 1).front() <= '9' ||
           (number.capitalised() && (begin - 1 > first_ || shouting_));
}

/// "Department of Kansas", "Army of the Potomac", "HDQRS. DISTRICT OF ARIZONA": commands called after where they stood.
bool NameGuards::is_command(std::size_t begin) const {
    std::size_t i = begin;
    while (i > first_ && ((token(i - 1).lexicon & (kArticle | kDirection)) != 0)) --i;
    if (i < first_ + 2 || word(i - 1) != "of") return false;
    const std::string_view head = word(i - 2);
    if (!token(i - 2).capitalised()) return false;
    if (head == "department" || head == "dept" || head == "army") return true;
    if (head == "division") return i >= first_ + 3 && (word(i - 3) == "military" || word(i - 3) == "mil");
    if (head != "district" && head != "dist") return false;
    static constexpr WordSet kSeats{"hdqrs", "headquarters", "commanding", "commander"};
    for (std::size_t k = i - 2, steps = 0; k-- > first_ && steps < 3; ++steps)
        if (kSeats.contains(word(k))) return true;
    return false;
}

/// "Shelby's command", "Franklin's camp": of an officer who is called as some town is.
bool NameGuards::leads_a_force(std::size_t end) const {
    static constexpr WordSet kForces{"command", "corps", "cavalry",    "brigade", "division", "regiment", "battery",
                                     "scouts",  "camp",  "plantation", "farm",    "ranch",    "column",   "staff"};
    return token(end - 1).possessive && end < end_ && token(end).letter_case == Case::Lower && kForces.contains(word(end));
}

/// "A. PLEASONTON, Major-General": in a line of capitals an initial still tells a name, unless it may be a direction's.
bool NameGuards::is_surname(std::size_t begin) const {
    if (begin <= first_) return false;
    const Token& t = token(begin - 1);
    const std::string_view w = text_.folded(t);
    const bool initial = t.kind == TokenKind::Word && t.dotted && w.size() == 1 && t.capitalised();
    return initial && w != "n" && w != "s" && w != "e" && w != "w";
}

bool NameGuards::is_ship(std::size_t begin) const {
    static constexpr WordSet kShips{"battleship", "frigate", "destroyer",   "cruiser",  "corvette",   "ship",        "ferry",
                                    "tanker",     "vessel",  "submarine",   "carrier",  "boat",       "warship",     "gunboat",
                                    "icebreaker", "yacht",   "freighter",   "trawler",  "steamer",    "minesweeper", "trawlers",
                                    "barge",      "liner",   "dreadnought", "schooner", "supertanker"};
    return begin > first_ && kShips.contains(word(begin - 1)) && token(begin - 1).letter_case == Case::Lower;
}

/// "BEIJING, Sept 17 (Xinhua) --", "MOSCOW (Interfax) —": who wired the report.
bool NameGuards::is_agency(std::size_t begin, std::size_t end) const {
    constexpr std::size_t reach = 12;
    if (begin <= first_ + 1 || begin > first_ + reach || end + 1 >= end_) return false;  // "(Le Mars) —" is a dateline
    return token(begin - 1).is('(') && token(end).is(')') && token(end + 1).is('-');
}

/// "the Arctic Circle", "Antarctic Circle": a line round the world.
bool NameGuards::is_line_of_latitude(std::size_t begin, std::size_t end) const {
    return end == begin + 1 && word(end) == "circle" && token(end).capitalised() && (word(begin) == "arctic" || word(begin) == "antarctic");
}

/// "Cyclone Yasi", "hurricane Florence": storms are called as people are, and some towns.
bool NameGuards::is_storm(std::size_t begin, std::size_t end) const {
    static constexpr WordSet kStorms{"cyclone", "hurricane", "typhoon", "superstorm", "supertyphoon"};
    return begin > first_ && end == begin + 1 && !shouting_ && !token(begin - 1).possessive && kStorms.contains(word(begin - 1));
}

bool NameGuards::refuses(std::size_t begin, std::size_t end, std::span<const document::NameMatch> places) const {
    constexpr std::size_t kLikeliest = 4;
    const PlaceKind kind = places.front().kind;
    if (!places.front().adjective && is_agency(begin, end)) return true;
    if (is_line_of_latitude(begin, end) || (is_town(kind) && is_storm(begin, end))) return true;
    const auto likeliest = places.first(std::min(places.size(), kLikeliest));
    const bool division = std::any_of(likeliest.begin(), likeliest.end(), [&](const document::NameMatch& match) {
        return match.kind == PlaceKind::Region && gazetteer_.place(match.place).country == "US";
    });
    if (division && is_regiment(begin, end)) return true;
    if ((division || is_water(kind) || (is_town(kind) && shouting_)) && is_command(begin)) return true;
    constexpr double kKnownToAll = 300000;
    if (is_town(kind) && leads_a_force(end) && gazetteer_.place(places.front().place).population < kKnownToAll) return true;
    return is_town(kind) && shouting_ && end == begin + 1 && is_surname(begin);
}

}  // namespace dateline::extract
