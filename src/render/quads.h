#pragma once

#include "gl/buffer.h"

#include <cstddef>
#include <span>
#include <vector>

namespace dateline::render {

/// Quads of four vertices that follow each other, as pairs of triangles. An instance a quad would take a quarter of the
/// memory; but GPUs work on vertices in groups that four do not fill, and software GL starts over for each instance.
class Quads {
  public:
    static constexpr std::size_t kCorners = 4;

    /// Quads that follow each other.
    struct Run {
        std::size_t first = 0, count = 0;
    };

    /// To be drawn by: serves all arrays, whatever each of them counts.
    void lend_to(gl::VertexArray& array, std::size_t quads) {
        if (quads > quads_) grow(quads);
        array.indices(indices_);
    }
    static void draw(const gl::VertexArray& array, std::size_t quads) { gl::draw_elements(array, gl::Primitive::Triangles, 0, 6 * quads); }
    static void draw_many(const gl::VertexArray& array, std::span<const Run> runs) {
        std::vector<std::size_t> firsts;
        std::vector<int> counts;
        for (const Run& run : runs) firsts.push_back(6 * run.first), counts.push_back(static_cast<int>(6 * run.count));
        gl::draw_many_elements(array, gl::Primitive::Triangles, firsts, counts);
    }

    /// Each item as often as a quad has corners.
    template <class T>
    static std::vector<T> for_each_corner(const std::vector<T>& items) {
        std::vector<T> repeated;
        repeated.reserve(kCorners * items.size());
        for (const T& item : items) repeated.insert(repeated.end(), kCorners, item);
        return repeated;
    }

  private:
    void grow(std::size_t quads);

    gl::Buffer indices_;
    std::size_t quads_ = 0;
};

}  // namespace dateline::render
