#pragma once

#include "render/screen_items.h"

#include <bitset>
#include <tuple>

namespace dateline::render {

/// Sorts a run of screen items into few draws. An item may join an earlier batch of its kind when nothing drawn since
/// touches it, so labels and symbols that alternate still make two draws, not hundreds.
class ScreenBatcher {
  public:
    struct Batch {
        ScreenKind kind = ScreenKind::Rects;
        std::size_t first = 0, count = 0;  ///< in the stream of the kind
    };
    using Streams = std::tuple<std::vector<RectInstance>, std::vector<SymbolInstance>, std::vector<PathInstance>, std::vector<FanVertex>,
                               std::vector<GlyphInstance>>;

    /// Starts a frame.
    void begin(float width_px, float height_px);
    /// `append(vector)` adds what one item needs to the vector that it is given, and returns its bounds.
    template <ScreenKind kind, class Append>
    void add(Append append) {
        auto& staged = std::get<static_cast<std::size_t>(kind)>(staged_);
        staged.clear();
        const view::RectPx bounds = append(staged);
        if (staged.empty()) return;
        auto& target = std::get<static_cast<std::size_t>(kind)>(open_[batch_for(kind, bounds)].items);
        target.insert(target.end(), staged.begin(), staged.end());
    }
    /// Nothing may be drawn across this. Returns the batches since the last barrier, in painter's order; their ranges
    /// lie in streams().
    std::vector<Batch> flush();
    const Streams& streams() const { return streams_; }

  private:
    static constexpr int kColumns = 64, kRows = 48;
    using Cells = std::bitset<static_cast<std::size_t>(kColumns) * kRows>;
    struct Open {
        ScreenKind kind = ScreenKind::Rects;
        Cells touched;
        Streams items;
    };
    Cells cells_of(const view::RectPx& bounds) const;
    std::size_t batch_for(ScreenKind kind, const view::RectPx& bounds);

    float cell_w_ = 1, cell_h_ = 1;
    std::vector<Open> open_;
    std::size_t open_count_ = 0;  ///< of open_, whose vectors are kept for the next run
    Streams staged_, streams_;
};

}  // namespace dateline::render
