#pragma once

#include <cstdint>
#include <utility>

namespace dateline::gl {

enum class ObjectKind : std::uint8_t { Buffer, VertexArray, Texture, Framebuffer, Program, Query };

/// Owns one GL name, and nothing else: move-only, deleted with its owner while the context is current.
class Object {
  public:
    ~Object();
    Object(Object&& other) noexcept : id_(std::exchange(other.id_, 0)), kind_(other.kind_) {}
    Object& operator=(Object&& other) noexcept {
        std::swap(id_, other.id_);
        std::swap(kind_, other.kind_);
        return *this;
    }

    std::uint32_t id() const { return id_; }

  protected:
    explicit Object(ObjectKind kind);

  private:
    std::uint32_t id_ = 0;
    ObjectKind kind_;
};

/// How many GL names this process owns now: a test that ends with more than it began has leaked.
int live_objects();

}  // namespace dateline::gl
