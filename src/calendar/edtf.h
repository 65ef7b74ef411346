#pragma once

#include "base/result.h"
#include "calendar/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::calendar {

/// From coarse to fine.
enum class Precision : std::uint8_t { Century, Decade, Year, Half, Quarter, Season, Month, Week, Day, Hour, Minute, Second };

/// One date at one precision: "1972", "2023-04", "2023-04-25", "2021-22" (summer), "199X", "2023-04-25T14:30Z".
struct Date {
    int year = 0;            ///< astronomical: 0 is 1 BC
    std::uint8_t month = 0;  ///< 1..12; or EDTF season 21..24, quarter 33..36, half 40..41; 0: none
    std::uint8_t day = 0;    ///< 1..31; 0: none
    Precision precision = Precision::Year;
    std::int32_t second_of_day = 0;  ///< for Hour and finer, in UTC, or by an unknown zone's clock where `local`
    bool local = false;              ///< of an hour whose zone is not told: "2023-04-25T14:30"; drawn as if it were UTC
    bool approximate = false;        ///< EDTF ~ or %
    bool uncertain = false;          ///< EDTF ? or %

    Span bounds() const;
    std::string text() const;
    bool operator==(const Date&) const = default;
};

/// A date or an interval as EDTF (ISO 8601-2, level 1) writes it: `2023-04-23`, `1972`, `2022-08/..`, `../2027`, `2020~`,
/// `2020-09-27/2020-11-10`. Keeps its precision; nothing is rounded to a day that the source does not give.
class Edtf {
  public:
    /// Errors: not EDTF, a day that its month does not have, an interval that ends before it begins.
    static base::Result<Edtf> parse(std::string_view text);
    static Edtf of(Date date);
    static Edtf day(int year, unsigned month, unsigned day_of_month);
    static Edtf interval(std::optional<Date> begin, std::optional<Date> end);  ///< nullopt: open ("..")

    std::string text() const;

    /// Earliest begin to latest end; distant where open.
    Span bounds() const;
    /// The part that is sure: after the latest begin and before the earliest end. For a lone coarse date the
    /// middle instant, empty span. Soft ends are drawn between bounds() and core().
    Span core() const;

    bool is_interval() const { return interval_; }
    bool open_begin() const { return interval_ && !first_; }
    bool open_end() const { return interval_ && !last_; }
    /// The coarsest of its ends' precisions.
    Precision precision() const;
    bool approximate() const;
    bool uncertain() const;
    /// Month or coarser, approximate or uncertain: drawn with a dashed ring and soft ends.
    bool imprecise() const;

    const std::optional<Date>& first() const { return first_; }
    const std::optional<Date>& last() const { return last_; }

    /// The record's `begin` and `end` columns: ISO 8601, inclusive days ("2023-04-30" ends 2023-04), empty where open.
    std::string begin_iso() const;
    std::string end_iso() const;

    bool operator==(const Edtf&) const = default;

  private:
    bool interval_ = false;
    std::optional<Date> first_;  ///< the date itself when not an interval
    std::optional<Date> last_;
};

/// For readers: "25 April 2023", "April 2023", "1972", "since August 2022", "by 2027", "27 Sep – 10 Nov 2020".
/// `short_months` gives "25 Apr"; `with_year` false leaves the year out of a day or month.
struct Style {
    bool short_months = false;
    bool with_year = true;
    bool with_weekday = false;
};
std::string describe(const Edtf& date, Style style = {});
std::string describe(Instant day, Style style = {});

}  // namespace dateline::calendar
