#include "view/map_view.h"

namespace dateline::view {

MapView::MapView(const MapTransform& transform, float frame_scale)
    : map(transform),
      scale(frame_scale),
      zoom(std::log2(transform.world_px / (512 * double{frame_scale}))),
      plane(transform),
      seen(plane),
      visible(seen.box()) {}

}  // namespace dateline::view
