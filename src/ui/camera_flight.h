#pragma once

#include "ui/parts.h"

namespace dateline::ui {

/// Carries out the state's wish to fly: a SetCamera a frame until the map is there.
class CameraFlight {
  public:
    /// `held`: the user's hand is on the map. One that stops a flight to another projection leaves the map as it is by then;
    /// when it lets go the rest follows.
    void update(const Ui& ui, bool held);

  private:
    std::optional<view::Flight> flight_;
    view::Projection goal_ = view::Projection::Mercator;
    bool unfinished_ = false;  ///< the map was not yet seen in the projection of the last flight
    double began_s_ = 0;
    std::uint64_t seen_ = 0;
};

}  // namespace dateline::ui
