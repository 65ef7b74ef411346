#include "view/route_growth.h"

#include "base/id.h"
#include "view/routes_layer.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr double kGrowthS = 1.2;
constexpr double kLongestStepS = 0.05;  ///< a frame after a rest begins the motion and does not end it
constexpr float kParts = 64;            ///< a line is cut at so many places, so that the GPU keeps few pieces

}  // namespace

void RouteGrowth::begin_frame(std::uint64_t briefing_version, calendar::Instant playhead, double clock_s) {
    if (version_ != briefing_version) shares_.clear();
    moves_ = version_ == briefing_version && clock_s > 0 && clock_s_ > 0;
    step_ = static_cast<float>(std::clamp(clock_s - clock_s_, 0.0, kLongestStepS) / kGrowthS);
    before_ = playhead_;
    version_ = briefing_version;
    playhead_ = playhead;
    clock_s_ = clock_s;
    growing_ = false;
}

RouteGrowth::Part RouteGrowth::part_of(std::uint32_t route, std::uint32_t index, const document::RouteSegment& segment) {
    const bool there = in_its_time(segment, playhead_);
    if (!segment.from && !segment.to) return {};
    const auto [at, fresh] = shares_.try_emplace(std::uint64_t{route} << 32 | index);
    Share& own = at->second;
    if (fresh || !moves_) {
        own = {there ? 1.f : 0.f, there, true};
        return {0, own.share};
    }
    if (own.there != there) {
        // It is absent on one side of the playhead's way: before its begin, or after its end.
        const calendar::Instant absent_at = there ? before_ : playhead_;
        own.at_begin = segment.from && absent_at < segment.from->bounds().begin;
        own.there = there;
    }
    own.share = std::clamp(own.share + (there ? step_ : -step_), 0.f, 1.f);
    growing_ = growing_ || (there ? own.share < 1 : own.share > 0);
    return own.at_begin ? Part{0, own.share} : Part{1 - own.share, 1};
}

std::shared_ptr<const geo::LineSet> part_of(const std::shared_ptr<const geo::LineSet>& lines, RouteGrowth::Part part) {
    const auto& vertices = lines->vertices;
    if (part.whole() || vertices.size() < 2) return lines;
    const float first = std::round(part.from * kParts), last = std::round(part.to * kParts);
    const float length = vertices.back().along, begin = length * first / kParts, end = length * last / kParts;
    auto cut = std::make_shared<geo::LineSet>();
    cut->key =
        base::stable_hash("part " + std::to_string(static_cast<int>(first)) + " " + std::to_string(static_cast<int>(last)), lines->key);
    cut->origin = lines->origin;
    cut->box = lines->box;
    cut->starts = {0};
    const auto between = [&](std::size_t i, float along) {
        const auto &a = vertices[i - 1], &b = vertices[i];
        const float way = b.along - a.along, t = way > 0 ? (along - a.along) / way : 0;
        return geo::LineSet::Vertex{std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t), along};
    };
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        if (i > 0 && vertices[i - 1].along < begin && begin < vertices[i].along) cut->vertices.push_back(between(i, begin));
        if (i > 0 && vertices[i - 1].along < end && end < vertices[i].along) {
            cut->vertices.push_back(between(i, end));
            break;
        }
        if (vertices[i].along >= begin && vertices[i].along <= end) cut->vertices.push_back(vertices[i]);
    }
    if (cut->vertices.size() < 2) return nullptr;
    return cut;
}

}  // namespace dateline::view
