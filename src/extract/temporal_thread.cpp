#include "extract/temporal_thread.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace dateline::extract::temporal {

namespace {

using Kind = Expression::Kind;

constexpr std::size_t kBeam = 12;
constexpr double kYearUnsaid = 0.7;  ///< a new year that the text does not name
constexpr double kExcursion = 1.0;
constexpr double kExcursionToDay = 1.4;  ///< full dates seldom leave the thread
constexpr double kExcursionInBrackets = 0.3;
constexpr double kStayOnExcursion = 0.5;  ///< "In 1812 he crossed the river; in June …"

/// A stretch of the calendar, in months since year 0.
struct Stretch {
    double begin = 0;
    double end = 0;
    int year = kNoYear;

    bool known() const { return year != kNoYear; }
};

Stretch stretch_of(int year, int month, int day) {
    const double first = 12.0 * year + (month == 0 ? 0 : month - 1);
    if (month == 0) return {first, first + 12, year};
    if (day == 0) return {first, first + 1, year};
    const double at = first + (day - 1) / 31.0;
    return {at, at + 1 / 31.0, year};
}

/// What going from one date of the thread to another costs.
double step_cost(const Stretch& from, const Stretch& to, bool new_paragraph) {
    if (!from.known()) return 0;
    constexpr double year = 12;
    const double ahead = to.begin - from.end;
    if (ahead > 0) return ahead <= year ? 0.03 * ahead : 0.36 + 0.5 * std::log2(ahead / year);
    const double behind = from.begin - to.end;
    if (behind <= 0) return to.begin < from.begin && to.end < from.end ? 0.1 : 0;
    const double cost = behind <= year ? 0.2 + 0.12 * behind : 1.64 + 0.6 * std::log2(behind / year);
    return new_paragraph ? 0.7 * cost : cost;
}

/// What a mention says to the thread.
struct Sign {
    enum class Kind : std::uint8_t { None, Dated, Open, Shifted };
    Kind kind = Kind::None;
    int year = kNoYear;
    int month = 0;
    int day = 0;
    double shift_months = 0;
};

int month_of(const Expression& e, const NamedTimes& names) {
    if (e.month != 0) return e.month;
    if (e.season != 0) return e.season == 4 ? 0 : 3 * e.season;
    if (e.quarter != 0) return 3 * e.quarter - 1;
    if (e.half != 0) return 6 * e.half - 3;
    if (e.kind != Kind::Holiday) return 0;
    const NamedTime& name = names[e.name];
    return name.month != 0 && name.rule != NamedTime::Rule::Islamic ? name.month : 4;
}

Sign sign_of(const Expression& e, const NamedTimes& names) {
    Sign out;
    const bool calendar = e.kind == Kind::Calendar || e.kind == Kind::Holiday;
    if (calendar && !e.decade && !e.century) {
        out.month = month_of(e, names);
        out.day = e.day;
        if (e.year != kNoYear && !e.short_year) {
            out.kind = Sign::Kind::Dated;
            out.year = e.year;
        } else if (e.year == kNoYear && (out.month != 0 || e.season != 0)) {
            out.kind = Sign::Kind::Open;
        }
        return out;
    }
    if (e.kind != Kind::Shift || e.vague) return out;
    const double months = e.unit == Unit::Month                            ? 1
                          : e.unit == Unit::Year || e.unit == Unit::Season ? 12
                          : e.unit == Unit::Decade                         ? 120
                                                                           : 0;
    out.shift_months = e.direction * months * std::min(e.count, 1000.0);
    out.kind = out.shift_months != 0 ? Sign::Kind::Shifted : Sign::Kind::None;
    return out;
}

/// One way to read the document so far; what it chose is in the nodes from `node` back.
struct Reading {
    double cost = 0;
    Stretch at;
    Stretch excursion;  ///< the last one, while it may still be spoken of
    std::uint32_t excursion_sentence = 0;
    std::int32_t node = -1;
};

struct Node {
    std::int32_t parent;
    std::int32_t year;
    bool excursion;
};

class Thread {
  public:
    Thread(std::span<TimeMention> mentions, const NamedTimes& names) : mentions_(mentions), names_(names) {}

    void follow() {
        readings_.push_back({});
        for (const TimeMention& mention : mentions_) {
            next_.clear();
            const Sign sign = sign_of(mention.expression, names_);
            for (const Reading& reading : readings_) extend(reading, mention, sign);
            prune();
        }
        write_back();
    }

  private:
    void choose(const Reading& from, double cost, const Stretch& at, int year, bool excursion) {
        Reading out = from;
        out.cost += cost;
        out.at = at;
        out.node = static_cast<std::int32_t>(nodes_.size());
        nodes_.push_back({from.node, year, excursion});
        next_.push_back(out);
    }

    void extend(const Reading& from, const TimeMention& mention, const Sign& sign) {
        const Surroundings& around = mention.around;
        switch (sign.kind) {
            case Sign::Kind::None: choose(from, 0, from.at, kNoYear, false); break;
            case Sign::Kind::Shifted: {
                Stretch moved = from.at;
                if (moved.known()) {
                    moved.begin += sign.shift_months;
                    moved.end += sign.shift_months;
                    moved.year = static_cast<int>(std::floor(moved.begin / 12));
                }
                const bool of_excursion = from.excursion.known() && around.sentence <= from.excursion_sentence + 1;
                const bool back = sign.shift_months < 0;  // "their successes of the previous year": a look back
                choose(from, 0, of_excursion || around.aside || back ? from.at : moved, kNoYear, back);
                if (back) {
                    next_.back().excursion = moved;
                    next_.back().excursion_sentence = around.sentence;
                }
                break;
            }
            case Sign::Kind::Dated: extend_dated(from, around, sign); break;
            case Sign::Kind::Open: extend_open(from, around, sign); break;
        }
    }

    void extend_dated(const Reading& from, const Surroundings& around, const Sign& sign) {
        const Stretch to = stretch_of(sign.year, sign.month, sign.day);
        choose(from, step_cost(from.at, to, around.new_paragraph), to, sign.year, false);
        if (around.heading) return;
        const double cost = around.aside || around.past_beside ? kExcursionInBrackets : sign.day != 0 ? kExcursionToDay : kExcursion;
        choose(from, cost, from.at, sign.year, true);
        next_.back().excursion = to;
        next_.back().excursion_sentence = around.sentence;
    }

    void extend_open(const Reading& from, const Surroundings& around, const Sign& sign) {
        if (!from.at.known()) {
            choose(from, 0, from.at, kNoYear, false);
        } else {
            for (int year = from.at.year - 1; year <= from.at.year + 1; ++year) {
                const Stretch to = stretch_of(year, sign.month, sign.day);
                const double cost = step_cost(from.at, to, around.new_paragraph) + (year == from.at.year ? 0 : kYearUnsaid);
                choose(from, cost, around.aside ? from.at : to, year, false);
            }
        }
        if (from.excursion.known() && around.sentence <= from.excursion_sentence + 1) {
            const double cost = around.sentence == from.excursion_sentence ? kStayOnExcursion : 2 * kStayOnExcursion;
            choose(from, cost, from.at, from.excursion.year, true);
        }
    }

    /// Keeps the cheapest reading of each month that the thread can be at, and few of them.
    void prune() {
        std::stable_sort(next_.begin(), next_.end(), [](const Reading& a, const Reading& b) { return a.cost < b.cost; });
        readings_.clear();
        for (const Reading& reading : next_) {
            const auto same = [&](const Reading& kept) {
                return kept.at.begin == reading.at.begin && kept.at.end == reading.at.end && kept.excursion.year == reading.excursion.year;
            };
            if (std::any_of(readings_.begin(), readings_.end(), same)) continue;
            readings_.push_back(reading);
            if (readings_.size() == kBeam) break;
        }
    }

    void write_back() {
        std::int32_t node = readings_.front().node;
        for (std::size_t i = mentions_.size(); i-- > 0;) {
            const Node& chosen = nodes_[static_cast<std::size_t>(node)];
            mentions_[i].around.thread_year = chosen.year;
            mentions_[i].around.excursion = chosen.excursion;
            node = chosen.parent;
        }
    }

    std::span<TimeMention> mentions_;
    const NamedTimes& names_;
    std::vector<Reading> readings_;
    std::vector<Reading> next_;
    std::vector<Node> nodes_;
};

}  // namespace

void follow_thread(std::span<TimeMention> mentions, const NamedTimes& names) {
    // Long documents are followed in parts, so that what the search remembers stays small.
    constexpr std::size_t part = 4096;
    for (std::size_t first = 0; first < mentions.size(); first += part) {
        Thread(mentions.subspan(first, std::min(part, mentions.size() - first)), names).follow();
    }
}

}  // namespace dateline::extract::temporal
