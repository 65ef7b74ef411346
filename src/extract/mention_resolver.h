#pragma once

#include "document/gazetteer.h"
#include "extract/mention.h"
#include "extract/mention_list.h"

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Which place each name of a text means. Private to mention_resolve.cpp and mention_trust.cpp.
namespace dateline::extract::resolution {

using document::Gazetteer;
using document::NameMatch;
using document::Place;
using document::PlaceKind;
using document::PlacePrecision;

constexpr double kUntold = 2;        // weight of countries that a text has not spoken of yet
constexpr double kFamous = 1e6;      // people
constexpr double kNearEnough = 1.0;  // of Candidate::near

/// A country's two letters, in the order of the alphabet; 0 for none.
using CountryKey = std::uint16_t;
inline CountryKey key_of(std::string_view country) {
    const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(country[at]); };
    return country.size() == 2 ? static_cast<CountryKey>(letter(0) << 8 | letter(1)) : CountryKey{0};
}

inline std::string letters_of(CountryKey country) { return {static_cast<char>(country >> 8), static_cast<char>(country & 0xFF)}; }

struct Candidate {
    Place place;
    double prior = 0;     // what the bare name means
    double evidence = 0;  // from parents and features, which do not change
    double score = 0;
    double beside = 0;      // from the names that stand beside it in the text
    double near = 0;        // the part of the score that comes from the places around
    double closest_km = 0;  // of the places around, but countries
    bool main_name = false;
    double x = 0, y = 0, z = 0;     // unit vector
    std::string division;           // folded name of a Region
    std::string home;               // folded name of the division that it is or lies in
    std::uint32_t home_number = 0;  // of that division in its country; 0 for none
    CountryKey country = 0;
};

/// All mentions of one name: a document means one place by it.
struct Group {
    std::string name;
    std::vector<std::size_t> mentions;
    std::vector<Candidate> candidates;
    std::vector<std::size_t> around;   // groups whose names stand near the first mentions
    std::vector<std::uint8_t> visits;  // into around: each of those names, in the order of the text
    std::size_t best = 0;
    std::uint32_t chosen_at = 0;  // turn of the last change of `best`
    std::uint32_t seen_at = 0;    // turn in which Candidate::near was told; 0: not yet
    bool adjective = false;
    bool apart = false;       // the text tells it from another of its name
    bool told_apart = false;  // always with its state, as a paper tells what lies in another
    bool homeless = false;    // the text says which state it lies in, and none of the candidates does
    double weight() const { return std::sqrt(static_cast<double>(mentions.size())); }
    const Candidate* chosen() const { return candidates.empty() ? nullptr : &candidates[best]; }
};

/// What a name near by in the text means.
struct Neighbour {
    std::size_t group = 0;
    std::uint32_t place = 0;  // of the gazetteer
    bool lies_somewhere = false;
    bool country = false;
    double x = 0, y = 0, z = 0;
    // For the candidate that is scored:
    double pull = 0;
    bool counts = false;
};

/// "Bihar Sharif" is only in Bihar; "Rostov-on-Don" is Rostov.
bool is_longer_name(const Place& place, std::string_view folded);
/// "Odesa" is Odessa by another spelling; Salvador, once called Bahia as its state is, has another name.
bool is_spelt_alike(const Place& place, std::string_view folded);

class Resolver {
  public:
    Resolver(const Gazetteer& gazetteer, DocumentNames& names, std::vector<Mention>& mentions)
        : gazetteer_(gazetteer), names_(names), mentions_(mentions), group_of_(mentions.size(), 0) {}

    void run(std::vector<Mention>& doubtful) {
        group();
        for (Group& g : groups_) choose(g);
        for (int round = 0; round < 3; ++round) {
            weigh_countries();
            for (std::size_t i = 0; i < groups_.size(); ++i) rescore(i);
            for (Group& g : groups_) side_with_own_town(g);
        }
        see_whether_local();
        write_back();
        take_in_neighbours(doubtful);
    }

  private:
    void group();
    std::vector<std::string> told_apart() const;
    /// "New York, NY"
    bool is_in_namesake(const Mention& m) const {
        return m.parent >= 0 && mentions_[static_cast<std::size_t>(m.parent)].folded == m.folded;
    }
    bool is_foreign_village(const Group& g, const Candidate& c) const;
    double strays_of(CountryKey country) const;
    bool is_foreign_county(const Group& g, const Candidate& c) const;
    bool is_foreign_river(const Group& g, const Candidate& c) const;
    bool is_foreign_side(const Group& g, const Candidate& c) const;
    bool is_foreign_namesake(const Mention& mention, const Group& group, const Candidate& candidate) const;
    void add_candidates(Group& g, const Mention& m);
    void share_county(Group& g) const;
    void add_evidence(std::size_t mention);
    void lean_on_state(std::size_t mention);
    double parent_evidence(const Candidate& inner, const Group& outer) const;
    static bool contradicts(const Group& inner, const Group& outer);
    void choose(Group& g) const;
    void prefer_the_town(Group& g) const;
    bool is_called_city(const Group& g, const Candidate& town, const Candidate& land) const;
    void weigh_countries();
    bool holds_before(std::size_t mention) const;
    bool is_of_head(const Mention& m) const;
    void rescore(std::size_t index);
    void side_with_namesakes(std::size_t index);
    void side_with_own_town(Group& g);
    void side_with_states(Group& g);
    int divisions_beside(std::size_t mention, const Candidate& division) const;
    bool stands_by_division(std::size_t mention, const Candidate& division) const;
    bool is_told_of(const Candidate& division, const Group& own) const;
    double context_of(const Group& own, const Candidate& c, std::size_t index) const;
    void look_around(std::size_t index);
    void see_neighbours(Group& own);
    double nearness(Candidate& c, const Group& own);
    void write_back();
    bool is_known_here(const Candidate& c) const;
    void take_in_neighbours(std::vector<Mention>& doubtful);
    void see_whether_local();
    bool is_lost(const Group& g, const Candidate& c) const;
    bool is_trusted(const Mention& m, const Group& g, const Candidate& c) const;

    const Gazetteer& gazetteer_;
    DocumentNames& names_;
    std::vector<Mention>& mentions_;
    std::vector<std::size_t> group_of_;
    std::vector<Group> groups_;
    std::map<CountryKey, double> countries_;
    std::unordered_map<std::string, std::uint32_t> home_numbers_;
    std::vector<double> divisions_;      // by Candidate::home_number
    std::uint32_t turn_ = 0;             // counts the groups that were scored
    std::vector<Neighbour> neighbours_;  // of the group that is scored: of each of Group::around
    double total_ = 0;
    bool local_ = false;     ///< most of the towns lie near one another
    CountryKey mostly_ = 0;  ///< that the text tells of more than of any other
};

}  // namespace dateline::extract::resolution
