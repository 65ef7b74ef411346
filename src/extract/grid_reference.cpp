#include "extract/grid_reference.h"

#include "geo/utm.h"

#include <algorithm>
#include <cmath>

namespace dateline::extract {
namespace {

constexpr std::string_view kBands = "CDEFGHJKLMNPQRSTUVWX", kColumns = "ABCDEFGHJKLMNPQRSTUVWXYZ", kRows = "ABCDEFGHJKLMNPQRSTUV";
constexpr double kSquare_m = 100e3, kRows_m = 2000e3;  // after which the letters of the rows begin anew
constexpr int kColumnsOfZone = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Degrees of latitude at which a band begins; each has 8, the last one 12.
double south_of_band(std::size_t band) { return -80 + 8 * static_cast<double>(band); }

/// The northing, in its own hemisphere's count, of a row that lies in the band; the letters tell it only up to 2,000 km.
double northing_of(double in_rows_m, std::size_t band) {
    constexpr double degree_m = 110.6e3, false_northing_m = 10000e3;
    const double least = south_of_band(band) * degree_m + (south_of_band(band) < 0 ? false_northing_m : 0) - 1.5 * kSquare_m;
    return in_rows_m + kRows_m * std::max(0.0, std::ceil((least - in_rows_m) / kRows_m));
}

/// Reads the marks of a reference one after the other.
class Reader {
  public:
    explicit Reader(std::string_view text) : s_(text) {}

    std::optional<GridSquare> read() {
        const int zone = number_of_zone();
        const std::size_t band = letter(kBands);
        skip_blank();
        const std::size_t column = letter(kColumns), row = letter(kRows);
        if (zone < 1 || zone > 60 || band == kBands.npos || column == kColumns.npos || row == kRows.npos) return std::nullopt;
        const std::size_t first_column = static_cast<std::size_t>((zone - 1) % 3 * kColumnsOfZone);
        if (column < first_column || column >= first_column + kColumnsOfZone || !read_figures()) return std::nullopt;
        const std::size_t rows = kRows.size(), first_row = zone % 2 == 0 ? 5 : 0;  // even zones begin with F
        const double in_rows_m = kSquare_m * static_cast<double>((row + rows - first_row) % rows) + north_m_ + size_m_ / 2;
        const geo::UtmPoint point{zone, south_of_band(band) < 0, kSquare_m * static_cast<double>(column - first_column + 1) + east_m_ + size_m_ / 2, northing_of(in_rows_m, band)};
        const auto at = geo::from_utm(point);
        constexpr double slack_deg = 1, tallest_deg = 12;
        if (!at || at->lat_deg < south_of_band(band) - slack_deg || at->lat_deg > south_of_band(band) + tallest_deg + slack_deg) return std::nullopt;
        return GridSquare{*at, size_m_, at_};
    }

  private:
    char peek() const { return at_ < s_.size() ? s_[at_] : '\0'; }
    void skip_blank() { at_ += peek() == ' '; }
    int number_of_zone() {
        int zone = 0;
        for (int digits = 0; digits < 2 && is_digit(peek()); ++digits) zone = zone * 10 + (s_[at_++] - '0');
        return zone;
    }
    std::size_t letter(std::string_view of) {
        const std::size_t found = of.find(peek());
        at_ += found != of.npos;
        return found;
    }
    std::string_view figures() {
        const std::size_t begin = at_;
        while (is_digit(peek())) ++at_;
        return s_.substr(begin, at_ - begin);
    }
    /// "12345 67890", "1234567890"
    bool read_figures() {
        constexpr std::size_t least = 2, most = 5;
        skip_blank();
        std::string_view east = figures(), north;
        const std::size_t end = at_;
        skip_blank();
        if (const std::string_view second = figures(); second.size() == east.size() && east.size() <= most) {
            north = second;
        } else {
            at_ = end;
            if (east.size() % 2 != 0) return false;
            north = east.substr(east.size() / 2);
            east = east.substr(0, east.size() / 2);
        }
        const char after = peek();
        const bool whole = !is_digit(after) && !(after >= 'A' && after <= 'Z') && !(after >= 'a' && after <= 'z');
        if (east.size() < least || east.size() > most || !whole) return false;
        size_m_ = kSquare_m / std::pow(10.0, static_cast<double>(east.size()));
        for (const char c : east) east_m_ = east_m_ * 10 + (c - '0');
        for (const char c : north) north_m_ = north_m_ * 10 + (c - '0');
        east_m_ *= size_m_;
        north_m_ *= size_m_;
        return true;
    }

    std::string_view s_;
    std::size_t at_ = 0;
    double size_m_ = 0, east_m_ = 0, north_m_ = 0;
};

}  // namespace

std::optional<GridSquare> read_grid_square(std::string_view text) { return Reader(text).read(); }

}  // namespace dateline::extract
