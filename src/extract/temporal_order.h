#pragma once

#include "calendar/edtf.h"
#include "extract/temporal_tokens.h"

#include <optional>
#include <string_view>
#include <vector>

namespace dateline::extract::temporal {

/// What a document tells of the order of its numeric dates: whether its 3/4/2023 is 3 April.
class NumericOrder {
  public:
    /// Takes what the token says, a number or a month.
    void see(const Tokens& tokens, std::uint32_t i);

    struct Order {
        bool day_first = false;
        bool told = true;  ///< false: nothing but the custom of the place speaks for it
    };
    /// `head` is the beginning of the text, where it says whence it comes.
    Order settle(const std::optional<calendar::Edtf>& published, std::string_view head) const;

  private:
    struct Numeric {
        int first = 0, second = 0, year = 0;  ///< the year 0 for none
        int weekday = 0;                      ///< 1 Monday .. 7 Sunday; 0 for none beside it
        bool labels = false;                  ///< stands on a line of few words: "Issued on: 04/07/2022"
    };
    struct Spelled {
        int month = 0, day = 0;
        int year = 0;  ///< 0 for none
    };
    void see_numeric(const Tokens& tokens, std::uint32_t i);
    void see_month(const Tokens& tokens, std::uint32_t i);
    int vote(const std::optional<calendar::Edtf>& published) const;
    bool is_told_near(int year, int month, int day) const;

    std::vector<Numeric> open_;  ///< either order makes a day of them
    std::vector<Spelled> spelled_;
    int first_over_12_ = 0;
    int second_over_12_ = 0;
    int dotted_ = 0;     ///< 23.09.2024: who writes so has the day first in 6/12/2024 too
    int day_month_ = 0;  ///< "23 April"
    int month_day_ = 0;  ///< "April 23"
};

}  // namespace dateline::extract::temporal
