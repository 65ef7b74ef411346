#pragma once

namespace dateline::gl {

/// Pixels of a framebuffer, origin lower left, as GL counts.
struct Box {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Box&) const = default;
};

enum class Blend {
    Over,     ///< premultiplied source over destination
    Maximum,  ///< component-wise; the union of coverages
    Add,      ///< sums
    Replace,
};

/// Puts everything that we rely on into a known state: others (ImGui) share the context.
void reset_state();
void set_viewport(const Box& box);
void set_scissor(const Box& box);
void set_blend(Blend blend);
/// Clips what is drawn while it lives where the vertex shader's first clip distance is below 0.
class ClipDistances {
  public:
    explicit ClipDistances(bool wanted);
    ~ClipDistances();
    ClipDistances(const ClipDistances&) = delete;
    ClipDistances& operator=(const ClipDistances&) = delete;

  private:
    bool wanted_;
};
/// Of the scissor's box; components as stored, premultiplied.
void clear(float r, float g, float b, float a);
/// Waits until everything asked for is done.
void finish();

}  // namespace dateline::gl
