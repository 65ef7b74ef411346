#pragma once

#include "base/result.h"
#include "calendar/edtf.h"
#include "extract/temporal_tokens.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::extract::temporal {

/// A holiday or a period that has a name. A holiday falls in every year by its rule; a period was once.
struct NamedTime {
    enum class Rule : std::uint8_t {
        Period,      ///< `when`
        Fixed,       ///< month and day
        NthWeekday,  ///< `nth` `weekday` of `month`; the last where nth is -1
        Easter,      ///< `offset` days from Easter Sunday
        OrthodoxEaster,
        Persian,       ///< day of the Solar Hijri calendar
        NewMoon,       ///< that of the first new moon from month and day on, `offset` minutes from UTC
        RoshHashanah,  ///< `offset` days from it
        Passover,
        Hanukkah,
        Era,      ///< years from `offset` on: "Reiwa 6"
        Islamic,  ///< day of the tabular Islamic calendar: month, day; within a day or two of what is seen
    };
    Rule rule = Rule::Period;
    std::vector<std::string> words;  ///< lower case
    std::uint32_t capitals = 0;      ///< bit n: word n must begin with a capital
    std::optional<calendar::Edtf> when;
    int month = 0;
    int day = 0;
    int nth = 0;
    int weekday = 0;  ///< 1 Monday .. 7 Sunday
    int offset = 0;
    int length_days = 1;
    bool in_figures = false;  ///< a time only with a day or year of its calendar: "14 Farvardin", "Rajab 1445"

    bool is_war() const { return rule == Rule::Period && !words.empty() && words.back() == "war"; }
    bool is_holiday() const { return rule != Rule::Period; }
    /// Its first day in a year of the Gregorian calendar, as days since 1970; nullopt where it has none.
    std::optional<std::int32_t> in_year(int year) const;
    bool is_month() const;  ///< of the Islamic or the Solar Hijri calendar
    /// Its first day in a year of its own calendar, "1445"; nullopt where that is none.
    std::optional<std::int32_t> in_own_year(int year) const;
};

/// An extensible table, a name a line: `name<TAB>rule`, where rule is EDTF ("2020-09-27/2020-11-10") or one
/// of `12-25`, `11 Thu 4`, `11 Thu 4+1`, `5 Mon -1`, `easter+1`, `orthodox-easter-2`, `islamic 9-1 29`, `islamic-month 7`,
/// `persian-month 1`, `new-moon 10-17 -870`, `rosh-hashanah +9`, `passover +0 7`, `hanukkah +0 8`, `era 2018`. `#` begins a comment. A capital in the name must be a capital in the text.
class NamedTimes {
  public:
    static const NamedTimes& built_in();

    /// Adds the lines of `table`. Errors: the first line that cannot be read, by its number; the table is
    /// then unchanged.
    base::Result<> add(std::string_view table);

    /// The longest name at token `i`: its index and the first token after it; index -1 for none.
    struct Found {
        int index = -1;
        std::uint32_t end = 0;
    };
    Found find(const Tokens& tokens, std::string_view text, std::uint32_t i) const;
    /// False where no name begins so: the first two letters and the length of a word rule out almost all.
    bool may_begin(const Token& word, std::string_view text) const {
        const std::string_view written = text.substr(word.begin, word.end - word.begin);
        return (lengths_[opening_of(written)] >> std::min(written.size(), kLongestLength) & 1u) != 0;
    }
    const NamedTime& operator[](int index) const { return names_[static_cast<std::size_t>(index)]; }

  private:
    static constexpr std::size_t kLongestLength = 31;
    /// Of the first two letters, the same in either case.
    static std::size_t opening_of(std::string_view word) {
        const auto letter = [&](std::size_t at) { return at < word.size() ? static_cast<unsigned char>(word[at]) & 31u : 0u; };
        return letter(0) * 32 + letter(1);
    }

    std::vector<NamedTime> names_;
    std::array<std::uint32_t, 1024> lengths_{};  ///< by how a first word opens, a bit for each length in bytes
    std::unordered_multimap<std::string, int> by_first_word_;
};

/// Days since 1970 of Easter Sunday, Gregorian computus; and of the Orthodox one.
std::int32_t easter(int year);
std::int32_t orthodox_easter(int year);

}  // namespace dateline::extract::temporal
