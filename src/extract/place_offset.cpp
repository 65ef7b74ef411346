#include "extract/place_offset.h"

#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace dateline::extract {
namespace {

constexpr std::array<std::string_view, 16> kWinds{"n", "nne", "ne", "ene", "e", "ese", "se", "sse",
                                                  "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw"};

/// "north" is "n", "southeast" "se"; empty for no wind. What is written by its letters has them large: "ESE".
std::string_view letters_of(std::string_view word, const Token& token) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kWords{{{"north", "n"},
                                                                                   {"northeast", "ne"},
                                                                                   {"east", "e"},
                                                                                   {"southeast", "se"},
                                                                                   {"south", "s"},
                                                                                   {"southwest", "sw"},
                                                                                   {"west", "w"},
                                                                                   {"northwest", "nw"}}};
    for (const auto& [full, letters] : kWords)
        if (word == full) return letters;
    const auto known = std::find(kWinds.begin(), kWinds.end(), word);
    return token.letter_case == Case::Upper && known != kWinds.end() ? *known : std::string_view{};
}

double km_of_unit(std::string_view word) {
    static constexpr WordSet kKilometres{"km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"};
    static constexpr WordSet kMetres{"m", "meter", "meters", "metre", "metres", "yards"};
    if (kKilometres.contains(word)) return 1;
    if (word == "mile" || word == "miles") return 1.609344;
    if (word == "nm" || word == "nmi") return 1.852;
    return kMetres.contains(word) ? 0.001 : 0;
}

/// Reads leftward from a name; `at_` is the first token of what was read.
class OffsetReader {
  public:
    OffsetReader(const Text& text, const Mention& m) : text_(text), first_(text.sentences[m.sentence].first_token), at_(m.first_token) {}

    std::optional<PlaceOffset> read();

  private:
    std::string_view word(std::uint32_t back) const {
        return at_ >= first_ + back ? text_.folded(text_.tokens[at_ - back]) : std::string_view{};
    }
    const Token& token(std::uint32_t back) const { return at_ >= first_ + back ? text_.tokens[at_ - back] : Text::no_token(); }
    bool has(std::uint32_t back, std::uint32_t bits) const { return (token(back).lexicon & bits) != 0; }
    void skip_description();
    bool read_wind(PlaceOffset& out);
    bool read_measure(PlaceOffset& out);
    double read_number(bool& vague);
    double read_glued();
    void skip_conversion();

    const Text& text_;
    const std::uint32_t first_;
    std::uint32_t at_;
};

/// "the town of X", "the coast of X", "the capital, X"
void OffsetReader::skip_description() {
    if (token(1).is(',') && has(2, kKinOfPlace) && !has(2, kDirection) && has(3, kArticle)) at_ -= 2;
    if (word(1) == "of" && has(2, kKinOfPlace) && !has(2, kDirection)) at_ -= 2;
    while (has(1, kArticle) || (has(1, kKinOfPlace) && !has(1, kDirection))) --at_;
}

/// "north-east", "north-northwest", "due south", "to the east"
bool OffsetReader::read_wind(PlaceOffset& out) {
    constexpr std::size_t kMostParts = 3;
    std::string letters;
    std::size_t parts = 0;
    for (bool joined = true; joined && parts < kMostParts; ++parts) {
        const std::string_view own = letters_of(word(1), token(1));
        if (own.empty()) break;
        letters.insert(0, own);
        joined = token(1).hyphenated || !letters_of(word(2), token(2)).empty();
        --at_;
    }
    const auto wind = std::find(kWinds.begin(), kWinds.end(), letters);
    if (parts == 0 || wind == kWinds.end()) return false;
    constexpr double step = 22.5;
    out.bearing_deg = step * static_cast<double>(wind - kWinds.begin());
    out.spread_deg = letters.size() == 3 ? step / 2 : step;
    if (word(1) == "the" && word(2) == "to") at_ -= 2;
    static constexpr WordSet kHow{"due", "just", "directly", "immediately", "almost", "further", "farther", "slightly", "away"};
    while (kHow.contains(word(1))) --at_;
    return true;
}

/// "77", "1,200", "12.5", "two", "a few", "some"; 0 for none.
double OffsetReader::read_number(bool& vague) {
    constexpr double few = 4, several = 6, dozens = 40;
    const std::uint32_t end = at_;
    if (word(1) == "few") {
        at_ -= word(2) == "a" ? 2u : 1u;
        vague = true;
        return few;
    }
    if (word(1) == "several" || (word(1) == "of" && word(2) == "dozens")) {
        const bool many = word(1) == "of";
        at_ -= many ? 2u : 1u;
        vague = true;
        return many ? dozens : several;
    }
    if (word(1) == "a" || word(1) == "one") return --at_, 1;
    if (word(1) == "of" && word(2) == "couple") {
        at_ -= word(3) == "a" ? 3u : 2u;
        vague = true;
        return 2;
    }
    if (token(1).kind != TokenKind::Number) {
        const temporal::WordInfo& info = temporal::look_up(word(1));
        if ((info.classes & temporal::kCardinal) == 0) return 0;
        double value = info.value;
        --at_;
        const temporal::WordInfo& tens = temporal::look_up(word(1));
        if (value < 10 && text_.tokens[at_].hyphenated && (tens.classes & temporal::kCardinal) != 0) value += tens.value, --at_;
        return value;
    }
    --at_;
    while (token(2).kind == TokenKind::Number && (token(1).is(',') || token(1).is('.')) && !text_.tokens[at_].after_space) at_ -= 2;
    std::string digits;
    for (std::uint32_t i = at_; i < end; ++i)
        if (!text_.tokens[i].is(',')) digits += text_.raw(text_.tokens[i]);
    if (text_.tokens[at_].hyphenated && token(1).kind == TokenKind::Number) --at_, vague = true;  // "10-15 km"
    const double value = std::strtod(digits.c_str(), nullptr);
    return std::isfinite(value) ? value : 0;
}

/// "(9 miles)" after "15 kilometres"
void OffsetReader::skip_conversion() {
    constexpr std::uint32_t longest = 6;
    if (!token(1).is(')')) return;
    for (std::uint32_t back = 2; back < longest; ++back)
        if (token(back).is('(')) {
            if (km_of_unit(word(2)) > 0) at_ -= back;
            return;
        }
}

/// "5nm", "1.5km": the number and its unit in one word; 0 for none.
double OffsetReader::read_glued() {
    const Token& t = token(1);
    const std::string_view raw = t.begin < t.end ? text_.raw(t) : std::string_view{};
    const std::size_t figures = std::min(raw.find_first_not_of("0123456789."), raw.size());
    if (figures == 0 || figures == raw.size()) return 0;
    const double unit = km_of_unit(word(1).substr(std::min(figures, word(1).size())));
    if (unit <= 0) return 0;
    double value = std::strtod(std::string(raw.substr(0, figures)).c_str(), nullptr);
    --at_;
    if (token(1).is('.') && token(2).kind == TokenKind::Number && !text_.tokens[at_].after_space && !token(1).after_space) {  // "1.5nm"
        value = std::strtod((std::string(text_.raw(token(2))) + '.' + std::string(raw.substr(0, figures))).c_str(), nullptr);
        at_ -= 2;
    }
    return value * unit;
}

bool OffsetReader::read_measure(PlaceOffset& out) {
    constexpr double farthest = 2000;
    const std::uint32_t before = at_;
    if (word(1) == "away" || word(1) == "inland" || word(1) == "offshore") --at_;
    skip_conversion();
    const double unit = km_of_unit(word(1));
    const std::uint32_t end = at_;
    if (unit <= 0) out.km = read_glued();
    if (unit > 0) {
        --at_;
        const bool nautical = word(1) == "nautical" || word(1) == "sea";
        if (nautical) --at_;
        const double count = read_number(out.vague);
        out.km = count * (nautical ? 1.852 : unit);
    }
    if (out.km <= 0 || out.km > farthest) {
        at_ = before;
        out.km = 0;
        return false;
    }
    out.first_token = at_;
    out.end_measure = end;
    return true;
}

std::optional<PlaceOffset> OffsetReader::read() {
    skip_description();
    const std::string_view joint = word(1);
    PlaceOffset out;
    const auto near = [&](std::uint32_t words) {
        at_ -= words;
        out.first_token = out.end_measure = out.first_joint = at_;
        return out;
    };
    const bool from = joint == "from", of = joint == "of",
               out_of = joint == "outside" || joint == "off" || joint == "beyond" || joint == "past";
    if (joint == "near" || joint == "nearby") return near(1);
    if (joint == "to" && word(2) == "close") return near(2);
    if (!from && !of && !out_of) return std::nullopt;
    --at_;
    if (of && (word(1) == "outside" || word(1) == "short")) --at_;
    const bool wind = read_wind(out);
    out.first_joint = at_;
    if (read_measure(out)) return out;
    if (!(wind && of) && joint != "outside" && joint != "off") return std::nullopt;  // "came from X", "the fall of X"
    return near(0);
}

}  // namespace

std::optional<PlaceOffset> offset_before(const Text& text, const Mention& mention) { return OffsetReader(text, mention).read(); }

}  // namespace dateline::extract
