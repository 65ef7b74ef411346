#pragma once

#include "gl/object.h"

#include <cstddef>
#include <span>
#include <vector>

namespace dateline::gl {

enum class Usage : std::uint8_t { Static, Stream };

class Buffer : public Object {
  public:
    Buffer() : Object(ObjectKind::Buffer) {}

    /// Replaces the whole store; a stream is orphaned, so the driver need not wait for the draws that read the old one.
    void upload(std::span<const std::byte> bytes, Usage usage);
    template <class T>
    void upload(const std::vector<T>& items, Usage usage) {
        upload(std::as_bytes(std::span(items)), usage);
    }
    std::size_t size_bytes() const { return size_bytes_; }

  private:
    std::size_t size_bytes_ = 0;
    std::size_t capacity_bytes_ = 0;
};

enum class Type : std::uint8_t { Float, UnsignedByte, Short, UnsignedShort, UnsignedInt };

/// One vertex attribute inside an interleaved buffer.
struct Attribute {
    std::uint32_t index = 0;
    int components = 1;
    Type type = Type::Float;
    bool normalized = false;
    std::size_t offset_bytes = 0;
    bool integer = false;  ///< reaches the shader as uint/int, unconverted
};

class VertexArray : public Object {
  public:
    VertexArray() : Object(ObjectKind::VertexArray) {}

    /// `base_bytes` moves all attributes: with divisor 1 it picks the first instance, which GL 3.3 cannot otherwise do.
    void attributes(const Buffer& buffer, std::span<const Attribute> list, std::size_t stride_bytes, std::size_t base_bytes = 0,
                    std::uint32_t divisor = 0);
    /// 32-bit indices.
    void indices(const Buffer& buffer);
};

enum class Primitive : std::uint8_t { Points, Triangles, TriangleStrip };

void draw_arrays(const VertexArray& vertices, Primitive primitive, int first, int count);
/// As draw_arrays for each pair of `firsts` and `counts`.
void draw_many_arrays(const VertexArray& vertices, Primitive primitive, std::span<const int> firsts, std::span<const int> counts);
void draw_elements(const VertexArray& vertices, Primitive primitive, std::size_t first_index, std::size_t count);
/// As draw_elements for each pair of `first_indices` and `counts`.
void draw_many_elements(const VertexArray& vertices, Primitive primitive, std::span<const std::size_t> first_indices,
                        std::span<const int> counts);
void draw_instances(const VertexArray& vertices, Primitive primitive, int vertex_count, std::size_t instances);

}  // namespace dateline::gl
