#pragma once

#include "ui/parts.h"

namespace dateline::ui {

/// Carries out the state's wish to fly: a SetCamera a frame until the map is there.
class CameraFlight {
  public:
    void update(const Ui& ui);
    /// The user took hold of the map.
    void cancel() { flight_.reset(); }
    bool flying() const { return flight_.has_value(); }

  private:
    std::optional<view::Flight> flight_;
    double began_s_ = 0;
    std::uint64_t seen_ = 0;
};

}  // namespace dateline::ui
