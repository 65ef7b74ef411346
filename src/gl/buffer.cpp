#include "gl/buffer.h"

#include <epoxy/gl.h>

#include <cassert>

namespace dateline::gl {
namespace {

GLenum gl_type(Type type) {
    switch (type) {
        case Type::Float: return GL_FLOAT;
        case Type::UnsignedByte: return GL_UNSIGNED_BYTE;
        case Type::Short: return GL_SHORT;
        case Type::UnsignedShort: return GL_UNSIGNED_SHORT;
        case Type::UnsignedInt: return GL_UNSIGNED_INT;
    }
    return GL_FLOAT;
}

GLenum gl_primitive(Primitive primitive) {
    switch (primitive) {
        case Primitive::Points: return GL_POINTS;
        case Primitive::Triangles: return GL_TRIANGLES;
        case Primitive::TriangleStrip: return GL_TRIANGLE_STRIP;
    }
    return GL_POINTS;
}

const void* as_offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);  // NOLINT: GL takes offsets as pointers
}

}  // namespace

void Buffer::upload(std::span<const std::byte> bytes, Usage usage) {
    const GLenum hint = usage == Usage::Static ? GL_STATIC_DRAW : GL_STREAM_DRAW;
    glBindBuffer(GL_ARRAY_BUFFER, id());
    size_bytes_ = bytes.size();
    if (usage == Usage::Stream && bytes.size() <= capacity_bytes_) {
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(capacity_bytes_), nullptr, hint);
        glBufferSubData(GL_ARRAY_BUFFER, 0, static_cast<GLsizeiptr>(bytes.size()), bytes.data());
        return;
    }
    capacity_bytes_ = bytes.size();
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(bytes.size()), bytes.data(), hint);
}

void VertexArray::attributes(const Buffer& buffer, std::span<const Attribute> list, std::size_t stride_bytes, std::size_t base_bytes,
                             std::uint32_t divisor) {
    glBindVertexArray(id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
    const auto stride = static_cast<GLsizei>(stride_bytes);
    for (const Attribute& a : list) {
        const void* offset = as_offset(base_bytes + a.offset_bytes);
        glEnableVertexAttribArray(a.index);
        if (a.integer) {
            glVertexAttribIPointer(a.index, a.components, gl_type(a.type), stride, offset);
        } else {
            glVertexAttribPointer(a.index, a.components, gl_type(a.type), a.normalized ? GL_TRUE : GL_FALSE, stride, offset);
        }
        glVertexAttribDivisor(a.index, divisor);
    }
}

void VertexArray::indices(const Buffer& buffer) {
    glBindVertexArray(id());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer.id());
}

void draw_arrays(const VertexArray& vertices, Primitive primitive, int first, int count) {
    glBindVertexArray(vertices.id());
    glDrawArrays(gl_primitive(primitive), first, count);
}

void draw_many_arrays(const VertexArray& vertices, Primitive primitive, std::span<const int> firsts, std::span<const int> counts) {
    assert(firsts.size() == counts.size());
    glBindVertexArray(vertices.id());
    glMultiDrawArrays(gl_primitive(primitive), firsts.data(), counts.data(), static_cast<GLsizei>(firsts.size()));
}

void draw_elements(const VertexArray& vertices, Primitive primitive, std::size_t first_index, std::size_t count) {
    glBindVertexArray(vertices.id());
    glDrawElements(gl_primitive(primitive), static_cast<GLsizei>(count), GL_UNSIGNED_INT, as_offset(first_index * sizeof(std::uint32_t)));
}

void draw_many_elements(const VertexArray& vertices, Primitive primitive, std::span<const std::size_t> first_indices,
                        std::span<const int> counts) {
    assert(first_indices.size() == counts.size());
    std::vector<const void*> offsets;
    offsets.reserve(first_indices.size());
    for (const std::size_t first : first_indices) offsets.push_back(as_offset(first * sizeof(std::uint32_t)));
    glBindVertexArray(vertices.id());
    glMultiDrawElements(gl_primitive(primitive), counts.data(), GL_UNSIGNED_INT, offsets.data(), static_cast<GLsizei>(counts.size()));
}

void draw_instances(const VertexArray& vertices, Primitive primitive, int vertex_count, std::size_t instances) {
    glBindVertexArray(vertices.id());
    glDrawArraysInstanced(gl_primitive(primitive), 0, vertex_count, static_cast<GLsizei>(instances));
}

}  // namespace dateline::gl
