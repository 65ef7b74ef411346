#pragma once

#include "view/area_spots.h"
#include "view/label_sheet.h"
#include "view/map_view.h"
#include "view/shore_berths.h"
#include "view/view.h"

#include "base/id.h"
#include "document/fold.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline::view {

/// Where the sea is, remembered by cell of a grid over the world.
class WaterCells {
  public:
    bool at(const document::BaseMap& basemap, double zoom, geo::WorldPoint at);

  private:
    const document::BaseMap* basemap_ = nullptr;
    std::unordered_map<std::uint64_t, bool> water_;  ///< by octave and cell
};

/// Whether `holds` is true of places on the ground along a spot's text, but for its very ends.
template <class Holds>
bool all_along(const MapView& view, const LabelSpot& spot, Holds holds) {
    const auto held = [&](float x, float y) {
        const auto at = view.plane.world({x, y});
        return at && holds(geo::WorldPoint{at->x - std::floor(at->x), at->y});
    };
    if (spot.boxes.size() == 1) {
        const RectPx& box = spot.boxes.front();
        for (const float along : {0.06f, 0.28f, 0.5f, 0.72f, 0.94f})
            if (!held(box.x + along * box.w, box.y + 0.5f * box.h)) return false;
        return true;
    }
    const std::size_t ends = spot.boxes.size() > 4 ? 1 : 0;  // along a path: small boxes one after another
    for (std::size_t i = ends; i + ends < spot.boxes.size(); ++i)
        if (!held(spot.boxes[i].x + 0.5f * spot.boxes[i].w, spot.boxes[i].y + 0.5f * spot.boxes[i].h)) return false;
    return true;
}

/// What all names of a frame share.
struct NameSheet {
    const ViewInput& input;
    const MapView& view;
    LabelSheet& labels;
    const Measures& m;
    std::optional<PlaneView::Limb> limb;
    WaterCells& water;

    TextStyle style(Face face, float size_px, Color color, Color halo, float tracking_em = 0) const {
        return {face, view.px(size_px), color, with_alpha(halo, 0.92f), view.px(m.label_halo_px), tracking_em};
    }
    /// The same for a text of a script that looks smaller.
    static TextStyle for_script(TextStyle style, const std::string& text) {
        style.size_px = std::round(4 * style.size_px * script_scale(text)) / 4;
        return style;
    }
    /// 1, but toward the globe's rim, where the ground is seen from the side and names would crowd, less, and 0 at it.
    float clear_of_limb(PointPx at) const {
        return limb ? 1 - fade_in(double{length_of(at - limb->center)} / double{limb->radius}, 0.88, 0.95) : 1;
    }
    /// A name along or on an area; only what lies on the map, not over the globe's rim or the map's edge.
    void add_on_ground(MapLabel label) const;
    /// Leaves of a label the spots for which `keeps` is true.
    template <class Keeps>
    static void keep_spots(MapLabel& label, Keeps keeps) {
        std::vector<LabelSpot>& spots = label.candidate.spots;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < spots.size(); ++i) {
            if (!keeps(std::as_const(spots[i]))) continue;
            if (kept != i) spots[kept] = std::move(spots[i]), label.lies[kept] = std::move(label.lies[i]);
            ++kept;
        }
        spots.resize(kept);
        label.lies.resize(kept);
    }
    /// Its spots in the order of `cost`; those that cost the same as they were.
    template <class Cost>
    static void order_spots(MapLabel& label, Cost cost) {
        std::vector<std::size_t> order(label.lies.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return cost(label.candidate.spots[a]) < cost(label.candidate.spots[b]); });
        std::vector<LabelSpot> spots;
        std::vector<MapLabel::Lie> lies;
        for (const std::size_t i : order) spots.push_back(std::move(label.candidate.spots[i])), lies.push_back(std::move(label.lies[i]));
        label.candidate.spots = std::move(spots);
        label.lies = std::move(lies);
    }
    bool on_water(geo::WorldPoint at) const { return water.at(input.basemap, view.zoom, at); }
    /// Calls visit(point on the screen, copy) for each copy of the world in which `at` is on the map.
    template <class Visit>
    void each_copy(geo::WorldPoint at, Visit visit) const {
        const MapView::Copies copies = view.copies(at, view.px(8));
        for (int copy = copies.first; copy <= copies.last; ++copy)
            if (view.sees(at, copy)) visit(view.screen(at, copy), copy);
    }
    /// A name as the map's names are wished: as the document's language has it, or as its own country writes it.
    const std::string& named(const std::string& name, const std::string& local) const {
        return input.options.map_names == MapNames::Local && !local.empty() ? local : name;
    }
    /// Towns, divisions and waters of one name, however it is spelt, share it: one of them does not take the place of another that has just gone.
    static std::uint64_t key_of(const std::string& name) {
        std::string folded;
        document::append_folded(name, folded);
        return base::stable_hash(folded, 0x6E616D65);
    }
    /// A label of a copy of the world has an id of its own.
    static std::uint64_t id_of(std::uint64_t key, int copy) {
        return copy == 0 ? key : base::stable_hash("copy", key + static_cast<std::uint64_t>(copy + 1000));
    }
};

/// In two lines of like length where there is a space near the middle.
std::vector<std::string> name_in_halves(const std::string& name);

/// Towns by rank, capitals first; those where events stand are named early, without a symbol of their own.
class TownNames {
  public:
    void append(const NameSheet& sheet, const std::vector<geo::WorldPoint>& event_places);

  private:
    struct Anchor {
        geo::WorldPoint at;
        std::uint32_t index = 0;
        float min_zoom = 0;
    };
    std::vector<bool> event_towns(const NameSheet& sheet, const std::vector<geo::WorldPoint>& event_places) const;
    const document::BaseMap* basemap_ = nullptr;
    std::vector<Anchor> anchors_;                         ///< by min_zoom
    std::vector<std::pair<double, std::uint32_t>> by_x_;  ///< x of each, and its number in anchors_
};

/// Country names along the land's own direction, or, while that is off the map, in the part of the land that shows.
class CountryNames {
  public:
    void append(const NameSheet& sheet);

  private:
    /// Whether the name found a spot that is wholly on the map.
    bool add(const NameSheet& sheet, std::size_t country, int copy);
    struct Writing {
        const std::string& name;
        const TextStyle& style;
        float room_px;
    };
    void add_off_spines(const NameSheet& sheet, std::size_t country, int copy, const Writing& writing, MapLabel& label);
    /// Once more, in the largest part of a country whose capital lies overseas from it.
    void add_other_part(const NameSheet& sheet, std::size_t country, int copy) const;
    /// Where the name of an island country lies in the sea.
    const std::vector<ShoreBerth>& beside(const NameSheet& sheet, std::size_t country, int octave);
    void learn(const document::BaseMap& basemap);
    /// Whether there is any place on the grid.
    bool add_in_part(const NameSheet& sheet, std::size_t country, bool fine);
    bool shows_a_strip(const NameSheet& sheet, std::size_t country) const;
    struct Grid {
        int octave;
        bool fine;
    };
    bool is_own_land(std::size_t country, geo::WorldPoint at) const;
    /// Whether a text about `center` would lie on the country's own land.
    bool has_room(std::size_t country, geo::WorldPoint center, double half_w, double half_h) const;
    bool room_at(std::size_t country, Grid grid, long column, long row, double half_w, double half_h);
    /// How a name is set: closer and a little smaller for where lines and events leave no room for it as it is liked.
    enum class Setting : std::uint8_t { Liked, Close };
    /// Places for the name, level, on the country's own land about its middle: for where lines run along the others, or water lies.
    const std::vector<geo::WorldPoint>& berths(const NameSheet& sheet, std::size_t country, int half_octave, const TextBlock& block,
                                               Setting setting);
    void add_berths(const NameSheet& sheet, std::size_t country, int copy, const TextBlock& block, Setting setting, std::uint8_t first_side,
                    MapLabel& label);
    void add_set_closer(const NameSheet& sheet, std::size_t country, int copy, const Writing& writing, std::uint8_t first_side,
                        MapLabel& label);
    /// Without the spots whose middle is contested land, which would say whose it is.
    void keep_undisputed(const NameSheet& sheet, std::size_t country, MapLabel& label) const;
    /// Level names beside a country's middle keep to its land but for a few letters; entirely where other parts have room for them.
    void keep_at_home(const NameSheet& sheet, std::size_t country, bool has_parts, MapLabel& label) const;
    static void keep_ashore(const NameSheet& sheet, std::size_t country, MapLabel& label);
    struct OffLand {
        float abroad = 0, at_sea = 0;  ///< shares of a text's letters
    };
    OffLand off_land(const MapView& view, const document::BaseMap& basemap, std::size_t country, const LabelSpot& spot) const;
    bool is_small(const NameSheet& sheet, std::size_t country) const;
    bool is_vast(const NameSheet& sheet, std::size_t country) const;  ///< beside the map itself
    /// Whether a state's name would stand there on land that is in dispute at the playhead.
    bool is_disputed(std::size_t country, geo::WorldPoint at) const;
    void follow_disputes(const NameSheet& sheet);
    /// Whether the land nearest to a text beside an island country is another's: it would name that.
    bool lies_at_anothers_shore(const NameSheet& sheet, std::size_t country, const RectPx& text);
    bool is_anothers_nearest(const NameSheet& sheet, std::size_t country, const RectPx& text) const;

    const document::BaseMap* basemap_ = nullptr;
    std::vector<geo::WorldPoint> anchors_;
    std::vector<geo::WorldBox> boxes_;
    std::vector<std::vector<const geo::Mesh*>> lands_;
    std::vector<bool> islands_;    ///< without a border on land
    std::vector<bool> scattered_;  ///< archipelagos, whose names run over water
    std::map<std::tuple<std::size_t, int, MapNames, Setting>, std::vector<geo::WorldPoint>> berths_;  ///< by country and half-octave
    std::vector<std::size_t> other_part_;  ///< from which of its spines on they are another part's; their number: none
    std::map<std::pair<std::size_t, int>, std::vector<ShoreBerth>> beside_;  ///< by country and octave
    std::unordered_map<std::uint64_t, bool> room_;                           ///< by country, octave and cell of a grid over the world
    std::unordered_map<std::uint64_t, bool> at_anothers_;  ///< by country, half-octave, width and cell of a grid over the world
    std::vector<const document::DisputedArea*> disputed_;  ///< at the playhead
    std::vector<std::vector<const document::DisputedArea*>> disputed_of_;  ///< by country, those of them where its name may not stand
};

/// Names of first-level divisions, at close zoom.
class RegionNames {
  public:
    void append(const NameSheet& sheet);

  private:
    const document::BaseMap* basemap_ = nullptr;
    std::vector<geo::WorldBox> boxes_;  ///< of their spines
};

/// The names of waters of which the map shows a part without the places that are their names' own: level, on a grid that is fixed
/// to the world, where all of the name lies on water. A part has the name of the smallest water that is named at the scale.
class SeaParts {
  public:
    /// `placed`: by water, whether its name is to be seen where it belongs.
    void append(const NameSheet& sheet, const std::vector<bool>& placed);

  private:
    struct Cell {
        int sea = -1;                   ///< -1: land, or no water that is named yet
        bool one = false, two = false;  ///< whether the name lies on water on one line, on two
        std::uint8_t open = 0;          ///< how far the water goes on about it
    };
    void learn(const document::BaseMap& basemap);
    static bool lies_within(const NameSheet& sheet, const document::MarineLabel& sea, geo::WorldPoint center, double px_world,
                            const TextBlock& block);
    static std::uint8_t open_about(const NameSheet& sheet, geo::WorldPoint center, double px_world, const TextBlock& block);
    const Cell& cell(const NameSheet& sheet, int octave, long column, long row);
    struct Water {
        std::uint32_t sea = 0;
        geo::LonLatBox box;
        double area_deg2 = 0;
    };
    const document::BaseMap* basemap_ = nullptr;
    MapNames names_ = MapNames::English;
    std::vector<Water> waters_;                      ///< the smallest first
    std::unordered_map<std::uint64_t, Cell> cells_;  ///< by octave, column and row
};

/// A water's name without its places, and its style.
MapLabel sea_label(const NameSheet& sheet, const document::MarineLabel& sea);
TextStyle sea_style(const NameSheet& sheet, const document::MarineLabel& sea, const std::string& name);
/// The zoom from which a water is named where its name fits: sooner than the data says, the more where its shores are known.
inline double first_zoom(const document::MarineLabel& sea) { return double{sea.min_zoom} - (sea.spines.empty() ? 1 : 1.8); }

/// Names of seas and lakes along the water; those of open seas in the direction that the data gives them, where all of the
/// name lies on water. On a map that is not flat a name is laid out at the scale that its own sea has there.
class SeaNames {
  public:
    void append(const NameSheet& sheet);
    /// A place for a name: off its anchor, px at 1x and at the octave's whole zoom of a flat map.
    struct Berth {
        PointPx offset_px;
        float angle_rad = 0;
        std::size_t block = 0;  ///< 0 on one line, 1 on two
        bool tight = false;     ///< the water is smaller than the name
    };

  private:
    const std::vector<Berth>& berths(const NameSheet& sheet, std::size_t index, int octave);
    /// Whether the name found a spot that is wholly on the map.
    bool add_sea(const NameSheet& sheet, std::size_t index, int copy);
    bool add_basin(const NameSheet& sheet, std::size_t index, int copy);
    /// Places for the name of a basin, level, off its spine: for where routes and events take those along it.
    struct Level {
        geo::WorldPoint at;
        std::size_t block = 0;  ///< 0 on one line, 1 on two
    };
    const std::vector<Level>& off_spine(const NameSheet& sheet, std::size_t index, int half_octave, const std::vector<TextBlock>& blocks);
    void add_off_spine(const NameSheet& sheet, std::size_t index, int copy, const std::string& name, const TextStyle& style,
                       MapLabel& label);
    void learn(const document::BaseMap& basemap);
    static bool add_on_water(const NameSheet& sheet, MapLabel label);

    const document::BaseMap* basemap_ = nullptr;
    std::vector<bool> cut_;  ///< by a border
    SeaParts parts_;
    std::map<std::tuple<std::size_t, int, MapNames>, std::vector<Berth>> berths_;
    std::map<std::tuple<std::size_t, int, MapNames>, std::vector<Level>> off_spine_;  ///< by water and half-octave
};

void append_river_names(const NameSheet& sheet);

/// Names of islands: on the land where there is room, else in the sea beside.
class IslandNames {
  public:
    void append(const NameSheet& sheet);

  private:
    void add(const NameSheet& sheet, std::size_t island, int copy, float room);
    const std::vector<ShoreBerth>& beside(const NameSheet& sheet, std::size_t island, const TextStyle& style, int octave);
    struct Shore {
        geo::WorldBox box;
        geo::WorldPoint middle;
    };
    const document::BaseMap* basemap_ = nullptr;
    std::vector<Shore> shores_;
    std::map<std::tuple<std::size_t, int, MapNames>, std::vector<ShoreBerth>> beside_;  ///< by island and octave
};

/// Names of ranges, deserts, plains, peninsulas and archipelagos, in spaced letters along their axes or beside them, where the
/// fewest borders, coasts and rivers run through the letters; away from routes, or not at all.
class LandformNames {
  public:
    void append(const NameSheet& sheet);

  private:
    using SideCosts = std::array<float, kMostSides>;
    void add(const NameSheet& sheet, std::size_t landform, int copy);
    void add_spots(const NameSheet& sheet, const MapView& view, std::size_t landform, int copy, float scale, MapLabel& label) const;
    /// What each side costs at a step of the zoom, laid out on a flat map of that zoom.
    const SideCosts& costs(const NameSheet& sheet, std::size_t landform, int step);
    struct Axis {
        geo::WorldBox box;
        double length = 0;  ///< world units
    };
    const document::BaseMap* basemap_ = nullptr;
    std::vector<Axis> axes_;
    std::map<std::tuple<std::size_t, int, MapNames>, SideCosts> costs_;  ///< by landform and step
};

/// Names of the base map: towns by rank, countries, divisions, seas, islands, landforms, rivers. What depends on the map alone is derived once.
class NamesLayer {
  public:
    /// `event_places`: where pins stand.
    void append(const ViewInput& input, const MapView& view, const std::vector<geo::WorldPoint>& event_places, LabelSheet& labels) {
        const auto& hidden = input.options.hidden_layers;
        if (hidden.contains("labels")) return;
        const NameSheet sheet{input, view, labels, input.theme.measures, view.plane.limb(), water_};
        if (!hidden.contains("places")) towns_.append(sheet, event_places);
        countries_.append(sheet);
        if (!hidden.contains("admin1")) regions_.append(sheet);
        seas_.append(sheet);
        islands_.append(sheet);
        landforms_.append(sheet);
        if (!hidden.contains("rivers")) append_river_names(sheet);
    }

  private:
    WaterCells water_;
    TownNames towns_;
    CountryNames countries_;
    RegionNames regions_;
    SeaNames seas_;
    IslandNames islands_;
    LandformNames landforms_;
};

}  // namespace dateline::view
