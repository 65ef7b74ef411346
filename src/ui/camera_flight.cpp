#include "ui/camera_flight.h"

#include <utility>

namespace dateline::ui {

void CameraFlight::update(const Ui& ui, bool held) {
    const session::State& state = ui.state;
    if (!state.fly_target) {
        flight_.reset();
        seen_ = state.flights;
        const bool between = state.camera.projection != view::Projection::Mercator && state.camera.morph < 1;
        const bool there = !between && state.camera.projection == goal_;
        unfinished_ = unfinished_ && !there;
        if (!held && (between || std::exchange(unfinished_, false))) ui.emit(session::FlyTo{view::in_projection(state.camera, goal_)});
        return;
    }
    if (state.flights != seen_) {
        seen_ = state.flights;
        goal_ = state.fly_target->projection;
        unfinished_ = true;
        if (*state.fly_target == state.camera) return flight_.reset();
        flight_.emplace(state.camera, *state.fly_target, ui.regions.map, ui.look.scale);
        began_s_ = ui.context.now_s;
        if (ui.context.reduced_motion) {
            ui.emit(session::SetCamera{*state.fly_target, true});
            return flight_.reset();
        }
    }
    if (!flight_) return;
    const double elapsed_s = ui.context.now_s - began_s_;
    const bool done = flight_->done(elapsed_s);
    ui.emit(session::SetCamera{done ? *state.fly_target : flight_->at(elapsed_s), true});
    if (done) flight_.reset();
    else ui.out.animating = true;
}

}  // namespace dateline::ui
