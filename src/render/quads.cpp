#include "render/quads.h"

#include <algorithm>
#include <cstdint>

namespace dateline::render {

void Quads::grow(std::size_t quads) {
    quads_ = std::max(quads, 2 * quads_);
    std::vector<std::uint32_t> indices;
    indices.reserve(6 * quads_);
    for (std::size_t i = 0; i < quads_; ++i) {
        const auto v = static_cast<std::uint32_t>(kCorners * i);
        indices.insert(indices.end(), {v, v + 1, v + 2, v + 2, v + 1, v + 3});
    }
    indices_.upload(indices, gl::Usage::Static);
}

}  // namespace dateline::render
