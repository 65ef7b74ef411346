#include "render/screen_batcher.h"

#include <algorithm>

namespace dateline::render {
namespace {

constexpr std::size_t kLookBack = 12;  // batches; further back is rarely free

template <class F>
void each(ScreenBatcher::Streams& streams, F f) {
    std::apply([&](auto&... one) { (f(one), ...); }, streams);
}

}  // namespace

void ScreenBatcher::begin(float width_px, float height_px) {
    cell_w_ = std::max(width_px / kColumns, 1.0f);
    cell_h_ = std::max(height_px / kRows, 1.0f);
    open_count_ = 0;
    each(streams_, [](auto& stream) { stream.clear(); });
}

ScreenBatcher::Cells ScreenBatcher::cells_of(const view::RectPx& bounds) const {
    const auto cell = [](float at, float size, int count) {
        return static_cast<int>(std::clamp(at / size, 0.0f, static_cast<float>(count - 1)));
    };
    const int x0 = cell(bounds.x, cell_w_, kColumns), x1 = cell(bounds.right(), cell_w_, kColumns);
    const int y0 = cell(bounds.y, cell_h_, kRows), y1 = cell(bounds.bottom(), cell_h_, kRows);
    Cells cells;
    for (int y = y0; y <= y1; ++y) {
        for (int x = x0; x <= x1; ++x) cells.set(static_cast<std::size_t>(y * kColumns + x));
    }
    return cells;
}

std::size_t ScreenBatcher::batch_for(ScreenKind kind, const view::RectPx& bounds) {
    const Cells cells = cells_of(bounds);
    const std::size_t oldest = open_count_ > kLookBack ? open_count_ - kLookBack : 0;
    for (std::size_t i = open_count_; i-- > oldest;) {
        if (open_[i].kind == kind) {
            open_[i].touched |= cells;
            return i;
        }
        if ((open_[i].touched & cells).any()) break;
    }
    if (open_count_ == open_.size()) open_.emplace_back();
    Open& fresh = open_[open_count_];
    fresh.kind = kind;
    fresh.touched = cells;
    each(fresh.items, [](auto& items) { items.clear(); });
    return open_count_++;
}

std::vector<ScreenBatcher::Batch> ScreenBatcher::flush() {
    std::vector<Batch> batches;
    for (std::size_t i = 0; i < open_count_; ++i) {
        Batch batch{open_[i].kind, 0, 0};
        const auto move_items = [&]<class T>(std::vector<T>& items) {
            if (items.empty()) return;
            auto& stream = std::get<std::vector<T>>(streams_);
            batch.first = stream.size();
            batch.count = items.size();
            stream.insert(stream.end(), items.begin(), items.end());
        };
        each(open_[i].items, move_items);
        batches.push_back(batch);
    }
    open_count_ = 0;
    return batches;
}

}  // namespace dateline::render
