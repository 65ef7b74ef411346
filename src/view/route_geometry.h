#pragma once

#include "document/briefing.h"
#include "view/map_view.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace dateline::view {

/// One segment of a route as it is drawn at some zoom.
struct RouteStretch {
    std::uint32_t route = 0, segment = 0;  ///< into briefing.routes() and its segments
    std::uint32_t chain = 0;               ///< of segments that follow on one another
    /// Where it lies along its chain, in world units along the curve itself: the same at every zoom, so that what stands
    /// along a route stays where it stands. LineSet::Vertex::along counts on from `begin`.
    double begin = 0, end = 0, chain_length = 0;
    std::shared_ptr<const geo::LineSet> lines;
};

/// The curve that a digitised line stands for (Catmull–Rom, tension 0.5); x runs on across the antimeridian.
std::vector<geo::WorldPoint> curve_through(const geo::Line& line);

/// Routes' lines: smoothed (Catmull–Rom), simplified to what a zoom can show, and moved apart where several share an
/// alignment, with a smooth change where they meet and part:
///
///     A ────────╮                ╭────────
///     B ───────╮╰────────────────╯╭───────      offsets are in pixels; the lines stay where they are when alone
///              ╰──────────────────╯
///
/// Geometry is made once an octave of zoom; where lines are moved apart, eight times an octave, so that the distance on
/// screen stays within 5 %. Panning makes nothing.
class RouteGeometry {
  public:
    /// Derives the shared alignments anew when the briefing or the set of hidden routes changed.
    void update(const document::Briefing& briefing, const std::set<std::string>& hidden);
    const std::vector<RouteStretch>& at(double zoom, float scale, float offset_px);

  private:
    /// Segments that follow on one another, so that curves and offsets run through.
    struct Chain {
        std::uint32_t route = 0;
        struct Part {
            std::uint32_t segment = 0;
            std::size_t first = 0, last = 0;  ///< points, both included
        };
        std::vector<Part> parts;
        std::vector<geo::WorldPoint> points;  ///< dense; x runs on across the antimeridian
        std::vector<double> along;            ///< of each point, world units
        std::vector<float> slots;             ///< a point's place among those that share the alignment; 0: alone
        bool moved = false;
    };
    void add_chains(const document::Route& route, std::uint32_t index);
    void find_slots(const document::Briefing& briefing);
    std::vector<RouteStretch> build(double world_px_pattern, double world_px_offset, float offset_px) const;

    std::uint64_t version_ = 0;
    std::set<std::string> hidden_;
    std::vector<Chain> chains_;
    struct Made {
        int octave = 0, bucket = 0;
        float scale = 0;
        std::vector<RouteStretch> stretches;
    };
    std::vector<Made> made_;  ///< the latest last
};

}  // namespace dateline::view
