#include "extract/grid_reference.h"

#include "extract/ascii.h"
#include "geo/mgrs.h"

#include <string>

namespace dateline::extract {
namespace {

/// Takes the marks of a reference one after the other, without the blanks that may stand between its parts.
class Reader {
  public:
    explicit Reader(std::string_view text) : s_(text) {}

    std::optional<GridSquare> read() {
        constexpr std::size_t zone = 2, square = 2, least = 4,
                              most = 10;  // two to five figures each way: fewer is a part number, not a place
        const std::size_t digits = take(is_digit, zone), band = take(is_upper, 1);
        skip_blank();
        if (digits == 0 || band == 0 || take(is_upper, square) != square) return std::nullopt;
        skip_blank();
        const std::size_t east = take(is_digit, most), end = at_, kept = reference_.size();
        skip_blank();
        if (const std::size_t north = take(is_digit, most); north != east || east + north > most) {
            at_ = end;  // "38TMK 1234 people"
            reference_.resize(kept);
        }
        const bool whole = !is_digit(peek()) && !is_upper(peek()) && !is_lower(peek());
        const std::size_t figures = reference_.size() - digits - band - square;
        if (figures < least || figures > most || !whole) return std::nullopt;
        const auto found = geo::from_mgrs(reference_);
        if (!found) return std::nullopt;
        return GridSquare{found->at, found->size_m, at_};
    }

  private:
    char peek() const { return at_ < s_.size() ? s_[at_] : '\0'; }
    void skip_blank() { at_ += peek() == ' '; }
    /// How many marks of the kind are here, at most `most`.
    std::size_t take(bool (*is_of_kind)(char), std::size_t most) {
        const std::size_t begin = at_;
        while (at_ - begin < most && is_of_kind(peek())) reference_ += s_[at_++];
        return at_ - begin;
    }

    std::string_view s_;
    std::size_t at_ = 0;
    std::string reference_;
};

}  // namespace

std::optional<GridSquare> read_grid_square(std::string_view text) { return Reader(text).read(); }

}  // namespace dateline::extract
