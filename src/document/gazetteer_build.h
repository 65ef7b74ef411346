#pragma once

#include "document/divisions.h"
#include "document/gazetteer.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::document {

/// Gathers places and their names and lays them out as the file that Gazetteer::open maps.
/// The same input gives the same bytes, whatever the order of the names.
class GazetteerBuilder {
  public:
    /// The views in `place` are copied; its index is ignored. Gives the place's row.
    std::uint32_t add_place(const Place& place);
    /// Folds `name`; a name that folds to nothing is ignored. A name given twice keeps the stronger claim.
    void add_name(std::uint32_t place, std::string_view name, bool main_name, bool adjective = false);
    void set_use(std::string_view word, WordUse use);
    /// A stretch of the border of two states, ISO 3166-1 alpha-2; ignored where a code is of another length.
    void add_border(std::string_view country, std::string_view neighbour, const geo::Line& stretch);
    bool has_border(std::string_view country, std::string_view neighbour) const { return borders_.contains(pair_of(country, neighbour)); }

    /// The areas of places, by their ids.
    void set_areas(const std::vector<DivisionArea>& areas) { areas_ = pack_divisions(areas); }

    /// The row of the place with this id; -1 for none.
    std::int64_t index_of(std::string_view id) const;
    std::size_t place_count() const { return places_.size(); }
    std::size_t name_count() const { return names_.size(); }
    std::string bytes() const;

  private:
    struct OwnPlace {
        std::string id, name, country, admin1, begin, end;
        geo::LonLat at;
        PlaceKind kind = PlaceKind::Settlement;
        double population = 0;
        float radius_km = 0;
        std::set<std::string> other_names;  ///< in the alphabet's order, whatever the order they come in
    };
    struct Name {
        std::vector<NameMatch> matches;
        std::uint16_t lengths = 0;  ///< as NameRow::lengths
        WordUse use = WordUse::Unknown;
    };
    bool better_known(const NameMatch& a, const NameMatch& b) const;
    bool takes_anothers_name(std::string_view folded, const NameMatch& match, const std::vector<NameMatch>& all) const;

    static std::string pair_of(std::string_view country, std::string_view neighbour);

    std::vector<OwnPlace> places_;
    std::map<std::string, geo::MultiLine, std::less<>> borders_;  ///< by both codes in the alphabet's order, "AMAZ"
    std::map<std::string, Name, std::less<>> names_;
    std::string areas_ = pack_divisions({});
};

}  // namespace dateline::document
