#include "extract/written_points.h"

#include "extract/grid_reference.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace dateline::extract {
namespace {

constexpr double kMinutes = 60, kSeconds = 3600, kKmOfDegree = 111.2;

/// One of the two numbers of a point.
struct Angle {
    double degrees = 0;    ///< south and west below zero
    double unit = 1;       ///< what its last figure counts, in degrees
    char side = 0;         ///< N, S, E, W; 0 where it is not told
    bool decimal = false;  ///< "48.8566"
    int decimals = 0;
};

/// A number as it is written: "043", "34.5".
struct Figures {
    double value = 0;
    int digits = 0, decimals = 0;
};

class PointReader {
  public:
    explicit PointReader(std::string_view text, std::size_t at) : s_(text), at_(at) {}

    std::size_t at() const { return at_; }

    /// Both numbers, in either order.
    std::optional<WrittenPoint> read() {
        const auto first = angle();
        if (!first || !part()) return std::nullopt;
        const auto second = angle();
        if (!second) return std::nullopt;
        const bool bare = first->side == 0 && second->side == 0;
        constexpr int least_decimals = 3;
        if (bare && (!first->decimal || !second->decimal || first->decimals < least_decimals || second->decimals < least_decimals))
            return std::nullopt;
        const bool north_first = bare || first->side == 'N' || first->side == 'S';
        const bool east_second = bare || second->side == 'E' || second->side == 'W';
        if (!bare && (first->side == 0 || second->side == 0 || north_first != east_second)) return std::nullopt;
        const Angle &lat = north_first ? *first : *second, &lon = north_first ? *second : *first;
        constexpr double pole = 90, half_turn = 180;
        if (std::abs(lat.degrees) > pole || std::abs(lon.degrees) > half_turn) return std::nullopt;
        bare_ = bare;
        WrittenPoint out;
        out.at = {lon.degrees, lat.degrees};
        out.radius_km = std::max(lat.unit, lon.unit) * kKmOfDegree / 2;
        return out;
    }
    bool is_bare() const { return bare_; }

  private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < s_.size() ? s_[at_ + ahead] : '\0'; }
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
    static bool is_side(char c) { return c == 'N' || c == 'S' || c == 'E' || c == 'W'; }
    bool take(std::string_view mark) {
        if (!s_.substr(std::min(at_, s_.size())).starts_with(mark)) return false;
        at_ += mark.size();
        return true;
    }
    template <std::size_t N>
    bool take_any(const std::array<std::string_view, N>& marks) {
        return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return take(mark); });
    }
    void skip_blanks() {
        while (take(" ") || take("\u00a0")) {}
    }
    std::optional<Figures> figures() {
        Figures out;
        for (; is_digit(peek()); ++at_, ++out.digits) out.value = out.value * 10 + (peek() - '0');
        if (out.digits == 0 || out.digits > 7) return std::nullopt;
        if (peek() == '.' && is_digit(peek(1)))
            for (++at_; is_digit(peek()); ++at_) out.value += (peek() - '0') * std::pow(10.0, -++out.decimals);
        return out;
    }
    char side() {
        const std::size_t before = at_;
        skip_blanks();
        if (is_side(peek()) && !is_letter(peek(1))) return s_[at_++];
        at_ = before;
        return 0;
    }
    /// "34.5'" after degrees, where such a part follows; the figures that end it have `unit`.
    bool lesser(Angle& angle, double of_degree, bool spaced) {
        constexpr double most = 60;
        const std::size_t before = at_;
        if (!spaced && !take(":") && !take("-")) return false;
        if (spaced) skip_blanks();
        const auto part = figures();
        const bool fits = part && part->digits <= 2 && part->value < most && (of_degree != kSeconds || angle.unit * kMinutes > 0.99);
        if (!fits) return at_ = before, false;
        angle.degrees += part->value / of_degree;
        angle.unit = std::pow(10.0, -part->decimals) / of_degree;
        return true;
    }
    /// "36 12 30 N": parts with spaces between, which only their side tells.
    bool spaced(Angle& angle) {
        if (peek() != ' ' || !is_digit(peek(1)) || !lesser(angle, kMinutes, true)) return false;
        if (peek() == ' ' && is_digit(peek(1))) lesser(angle, kSeconds, true);
        angle.side = side();
        return angle.side != 0;
    }
    std::optional<Angle> angle();
    void split_packed(Angle& out, const Figures& whole) const;
    /// What stands between the two: ", ", " – ", " and ", " / ", a space.
    bool part() {
        static constexpr std::array<std::string_view, 9> kMarks{",", ";", "/", "–", "—", "-", "and", "by", "|"};
        const std::size_t before = at_;
        static constexpr std::array<std::string_view, 7> kNames{"longitude", "Longitude", "long.", "Long.", "long", "Long", "lon"};
        skip_blanks();
        take_any(kMarks);
        skip_blanks();
        if (take_any(kNames)) {
            take(":");
            skip_blanks();
        }
        return at_ > before || is_digit(peek()) || is_side(peek());
    }

    std::string_view s_;
    std::size_t at_;
    bool bare_ = false;
};

/// "0155.9S", "04756.8E", "061930N": degrees, minutes and perhaps seconds without marks between.
void PointReader::split_packed(Angle& out, const Figures& whole) const {
    const bool seconds = whole.digits >= 6;
    const double scale = seconds ? 10000 : 100;
    const double degrees = std::floor(whole.value / scale), rest = whole.value - degrees * scale;
    const double minutes = seconds ? std::floor(rest / 100) : rest;
    out.degrees = degrees + minutes / kMinutes + (seconds ? (rest - minutes * 100) / kSeconds : 0);
    out.unit = std::pow(10.0, -whole.decimals) / (seconds ? kSeconds : kMinutes);
}

std::optional<Angle> PointReader::angle() {
    static constexpr std::array<std::string_view, 3> kDegrees{"°", "º", "˚"};
    static constexpr std::array<std::string_view, 5> kPrimes{"'", "’", "′", "‘", "´"};
    static constexpr std::array<std::string_view, 5> kDoubles{"\"", "”", "″", "''", "’’"};
    Angle out;
    out.side = side();
    if (out.side != 0) skip_blanks();
    const bool below = out.side == 0 && (take("-") || take("−"));
    const auto whole = figures();
    if (!whole) return std::nullopt;
    out.degrees = whole->value;
    out.unit = std::pow(10.0, -whole->decimals);
    out.decimals = whole->decimals;
    const bool packed = whole->digits >= 4;
    const std::size_t after = at_;
    skip_blanks();
    const bool marked = take_any(kDegrees);
    if (!marked) at_ = after;
    if (packed) {
        if (marked) return std::nullopt;
        split_packed(out, *whole);
    } else if (whole->decimals > 0) {
        out.decimal = true;
    } else {
        const bool led = out.side != 0;
        const bool blank = !marked && led && peek() == ' ' && is_digit(peek(1));
        if (lesser(out, kMinutes, marked || blank)) {
            const std::size_t minutes_end = at_;
            skip_blanks();
            const bool primed = take_any(kPrimes);
            if (!primed) at_ = minutes_end;
            const bool goes_on = primed || peek() == ':' || peek() == '-' || (blank && peek() == ' ' && is_digit(peek(1)));
            const std::size_t minutes_marked = at_;
            if (goes_on && lesser(out, kSeconds, primed || blank)) {
                const bool closed = take_any(kDoubles);
                if (primed && !closed) at_ = minutes_marked;
            }
        } else if (!marked && !led) {
            out.side = side();
            if (out.side == 0 && !spaced(out)) return std::nullopt;  // "04, 11"
        }
    }
    if (out.side == 0) out.side = side();
    if (packed && out.side == 0) return std::nullopt;
    if (below) out.degrees = -out.degrees;
    if (out.side == 'S' || out.side == 'W') out.degrees = -out.degrees;
    return out;
}

/// "position", "coordinates", or a bracket before two bare numbers.
bool tells_of_point(const Text& text, const Sentence& sentence, std::uint32_t first) {
    static constexpr WordSet kSpots{"position", "location", "coordinates", "coordinate", "gps", "lat", "latitude", "point", "located"};
    constexpr std::uint32_t reach = 3;
    if (first > sentence.first_token && text.tokens[first - 1].is('(')) return true;
    for (std::uint32_t k = 1; k <= reach && first >= sentence.first_token + k; ++k)
        if (kSpots.contains(text.folded(text.tokens[first - k]))) return true;
    return false;
}

/// "37S BA 12345 67890": quick to tell from all else by the letter behind one or two figures.
std::optional<GridSquare> grid_square_at(std::string_view bytes, const Token& t) {
    constexpr std::size_t longest = 24;
    const std::size_t band = t.begin + (t.begin + 1 < bytes.size() && bytes[t.begin + 1] >= '0' && bytes[t.begin + 1] <= '9' ? 2 : 1);
    if (band >= bytes.size() || bytes[band] < 'C' || bytes[band] > 'X') return std::nullopt;
    return read_grid_square(bytes.substr(t.begin, longest));
}

}  // namespace

std::vector<WrittenPoint> written_points(const Text& text, const Sentence& sentence) {
    std::vector<WrittenPoint> out;
    const std::string_view bytes = std::string_view(text.layout->text).substr(0, sentence.end);
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& t = text.tokens[i];
        if (t.kind == TokenKind::Mark || (t.kind == TokenKind::Word && t.letter_case == Case::Lower)) continue;  // most of a text
        const bool named = t.kind == TokenKind::Word;
        const char first = t.begin < t.end ? bytes[t.begin] : '\0';
        const bool figure = first >= '0' && first <= '9';
        const bool spelt = named && t.end - t.begin > 1 &&
                           (bytes[t.begin + 1] < '0' || bytes[t.begin + 1] > '9');  // "4QFJ 12345 67890" begins with a figure
        if (spelt && !figure) continue;
        const char second = t.end > t.begin + 1 ? bytes[t.begin + 1] : '\0';
        const bool side = first == 'N' || first == 'S' || first == 'E' || first == 'W';
        const bool led = side && ((second >= '0' && second <= '9') || (second == '\0' && text.token(i + 1).kind == TokenKind::Number));
        const char before = t.begin > 0 ? bytes[t.begin - 1] : ' ';
        const bool apart = before == ' ' || before == '\n' || before == '(' || before == '[' || before == '-';
        if ((!figure && !led) || !apart || (!out.empty() && out.back().tokens.contains(i))) continue;
        const bool minus =
            figure && i > sentence.first_token && text.tokens[i - 1].is('-') && !t.after_space && text.tokens[i - 1].after_space;
        if (auto square = figure ? grid_square_at(bytes, t) : std::nullopt) {
            WrittenPoint point{{i, i + 1}, square->at, square->size_m / 2 / 1000};
            while (point.tokens.end < sentence.end_token && text.tokens[point.tokens.end].begin < t.begin + square->length)
                ++point.tokens.end;
            out.push_back(point);
            continue;
        }
        if (spelt) continue;
        PointReader reader(bytes, minus ? text.tokens[i - 1].begin : t.begin);
        auto point = reader.read();
        if (!point || (reader.is_bare() && !tells_of_point(text, sentence, minus ? i - 1 : i))) continue;
        point->tokens = {minus ? i - 1 : i, i + 1};
        while (point->tokens.end < sentence.end_token && text.tokens[point->tokens.end].begin < reader.at()) ++point->tokens.end;
        out.push_back(*point);
    }
    return out;
}

}  // namespace dateline::extract
