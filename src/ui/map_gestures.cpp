#include "ui/map_gestures.h"

#include "session/framing.h"
#include "session/list.h"
#include "ui/dispute.h"
#include "ui/overlays_panel.h"
#include "ui/symbols.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

using namespace session;
using Kind = view::Hit::Kind;

constexpr float kClickReach = 4;  ///< pixels at scale 1 that a click may wander
constexpr double kLevelsPerNotch = 0.5, kFineLevelsPerNotch = 0.1;
constexpr float kPanPerNotch = 80;
constexpr double kDegreesPerPx = 0.8;  ///< of a sideways drag, at scale 1
constexpr double kSnapsToNorth = 7;    ///< degrees
constexpr double kRestS = 0.35;        ///< before an area under the pointer is told

view::Hit hit_under(const Ui& ui, view::PointPx at) {
    return ui.context.placement != nullptr ? view::hit_at(*ui.context.placement, at) : view::Hit{};
}

float distance(view::PointPx a, view::PointPx b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Its name; below it the segment that the pointer is on, of what kind and status it is.
void route_tooltip(const Ui& ui, const view::Hit& hit) {
    const document::Route* route = ui.briefing().route(hit.id);
    if (route == nullptr) return;
    const auto part = static_cast<std::size_t>(hit.part);
    const document::RouteSegment* segment = hit.part >= 0 && part < route->segments.size() ? &route->segments[part] : nullptr;
    std::string text(plain_name(*route));
    text += '\n';
    if (segment != nullptr && !segment->name.empty()) text += segment->name + " · ";
    text += document::name_of(segment != nullptr ? segment->kind : route->kind);
    const document::RouteStatus status = segment != nullptr ? segment->status : route->status;
    text += fmt::format(" · {}", status == document::RouteStatus::Existing ? "existing" : status_word(status));
    tooltip(ui.look, text);
}

void edge_tooltip(const Ui& ui, const std::string& id) {
    if (const document::Event* event = ui.briefing().event(id)) tooltip(ui.look, fmt::format("Fly to “{}”", event->title));
}

}  // namespace

void MapGestures::cancel() {
    drag_ = Drag::None;
    zoom_.stop();
}

std::optional<geo::LonLat> MapGestures::cursor(const Ui& ui, const Pointer& pointer) const {
    if (!active() && !(pointer.over_canvas && ui.regions.map.contains(pointer.at))) return std::nullopt;
    const view::MapTransform map = view::transform_of(ui.state.camera, ui.regions.map, ui.look.scale);
    const geo::WorldPoint point = view::world_from_screen(map, pointer.at);
    if (point.y < 0 || point.y > 1) return std::nullopt;
    geo::LonLat at = geo::lonlat_from(point);
    at.lon_deg = std::remainder(at.lon_deg, 360.0);
    return at;
}

bool MapGestures::update(const Ui& ui, const Pointer& pointer) {
    const bool over = pointer.over_canvas && ui.regions.map.contains(pointer.at);
    if (over && !active()) {
        hover(ui, pointer);
        press(ui, pointer);
    }
    view::Camera camera = ui.state.camera;
    bool moved = drag(ui, pointer, camera);
    if (over || active() || zoom_.moving()) moved = wheel(ui, over ? pointer : Pointer{.elapsed_s = pointer.elapsed_s}, camera) || moved;
    if (moved) ui.emit(SetCamera{camera});
    last_ = pointer.at;
    return moved;
}

void MapGestures::hover(const Ui& ui, const Pointer& pointer) {
    const view::Hit hit = hit_under(ui, pointer.at);
    if (hit.kind == Kind::Event || hit.kind == Kind::EdgePointer) ui.wishes.hovered = hit.id;
    if (hit.kind == Kind::Event || hit.kind == Kind::EdgePointer || hit.kind == Kind::EdgeCount || hit.kind == Kind::Route ||
        hit.kind == Kind::Cluster)
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (hit.kind == Kind::Route) {
        ui.wishes.hovered_route = hit.id;
        route_tooltip(ui, hit);
    }
    if (hit.kind == Kind::Cluster) tooltip(ui.look, hit.zoom < 0 ? "Several events in one place: open" : "Fly closer");
    if (hit.kind == Kind::EdgePointer) edge_tooltip(ui, hit.id);
    if (hit.kind == Kind::EdgeCount) tooltip(ui.look, "Fly to where they are on the map");
    if (hit.kind == Kind::NorthArrow) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        tooltip(ui.look, "Turn north up (N)");
    }
    const bool rested = rests(ui, pointer);
    if (hit.kind == Kind::DisputedLine || (hit.kind == Kind::DisputedArea && rested))
        if (const document::Dispute* dispute = dispute_of(ui, hit.id)) tooltip(ui.look, dispute_text(*dispute));
    if (hit.kind == Kind::DisputedLine) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (hit.kind == Kind::DisputedArea && !rested) ui.out.animating = true;
}

/// An area is told only to a pointer that stays: one that crosses it is on its way elsewhere.
bool MapGestures::rests(const Ui& ui, const Pointer& pointer) {
    if (distance(pointer.at, still_at_) > ui.look.scale) still_at_ = pointer.at, still_s_ = 0;
    else still_s_ += pointer.elapsed_s;
    return still_s_ >= kRestS;
}

void MapGestures::press(const Ui& ui, const Pointer& pointer) {
    for (const auto button : {Pointer::Left, Pointer::Middle, Pointer::Right}) {
        if (!pointer.buttons[button].pressed) continue;
        turns_ = button == Pointer::Right || (button == Pointer::Left && pointer.ctrl);
        drag_ = button == Pointer::Left && pointer.shift ? Drag::Box : Drag::Pressed;
        button_ = button;
        pressed_at_ = last_ = pointer.at;
        pressed_on_ = hit_under(ui, pointer.at);
        zoom_.stop();
    }
    if (!pointer.left().double_clicked) return;
    if (pressed_on_.kind == Kind::Event) {
        ui.emit(Select{pressed_on_.id, true});
        const document::Event* event = ui.briefing().event(pressed_on_.id);
        if (event != nullptr && event->date) ui.emit(SetPlayhead{instant_of(*event->date)});
        drag_ = Drag::None;
    } else if (pressed_on_.kind != Kind::EdgePointer && pressed_on_.kind != Kind::EdgeCount && pressed_on_.kind != Kind::NorthArrow &&
               pressed_on_.kind != Kind::Cluster) {
        zoom_.add(pointer.shift ? -1 : 1);
        zoom_at_ = pointer.at;
        drag_ = Drag::None;
    }
}

bool MapGestures::drag(const Ui& ui, const Pointer& pointer, view::Camera& camera) {
    if (!active()) return false;
    const Pointer::State& button = pointer.buttons[button_];
    const bool far = distance(pointer.at, pressed_at_) > kClickReach * ui.look.scale;
    bool moved = false;
    if (drag_ == Drag::Pressed && far) {
        drag_ = turns_ ? Drag::Turn : Drag::Pan;
        last_ = pressed_at_;
    }
    if (drag_ == Drag::Turn) moved = turn(ui, pointer, camera);
    if (drag_ == Drag::Pan) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
        if (!(pointer.at == last_)) {
            camera = view::panned(camera, view::transform_of(camera, ui.regions.map, ui.look.scale), last_, pointer.at);
            camera = view::held_on_world(camera, ui.regions.map, ui.look.scale);
            moved = true;
        }
    }
    if (drag_ == Drag::Box && !button.released) draw_box(ui, pointer.at);
    if (button.released || !button.held) {
        if (drag_ == Drag::Pressed && button_ == Pointer::Left) click(ui);
        if (drag_ == Drag::Box && far) fly_to_box(ui, pointer.at);
        drag_ = Drag::None;
    }
    return moved;
}

/// Sideways, as on other maps; near north it stays there when it is let go.
bool MapGestures::turn(const Ui& ui, const Pointer& pointer, view::Camera& camera) {
    const Pointer::State& button = pointer.buttons[button_];
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    const double before = camera.bearing_deg;
    camera.bearing_deg += static_cast<double>((pointer.at.x - last_.x) / ui.look.scale) * kDegreesPerPx;
    const double from_north = std::remainder(camera.bearing_deg, 360.0);
    if ((button.released || !button.held) && std::abs(from_north) < kSnapsToNorth) camera.bearing_deg = 0;
    return camera.bearing_deg != before;
}

void MapGestures::click(const Ui& ui) {
    switch (pressed_on_.kind) {
        case Kind::Event:
            if (!ui.state.selected_dispute.empty()) ui.emit(SelectDispute{""});
            return ui.emit(Select{pressed_on_.id, false});  // it is on the map already
        case Kind::EdgePointer: return ui.emit(Select{pressed_on_.id, true});
        case Kind::EdgeCount: return fly_beyond(ui);
        case Kind::Cluster: return open_cluster(ui);
        case Kind::Route:
            ui.emit(Select{"", false});
            ui.emit(SelectDispute{""});
            return ui.emit(SelectRoute{pressed_on_.id});
        case Kind::NorthArrow: {
            view::Camera camera = destination(ui.state);
            camera.bearing_deg = 0;
            return ui.emit(FlyTo{camera});
        }
        case Kind::DisputedLine:
            ui.emit(Select{"", false});
            ui.emit(SelectRoute{""});
            return ui.emit(SelectDispute{pressed_on_.id});
        default:
            if (!ui.state.selected_dispute.empty()) ui.emit(SelectDispute{""});
            if (!ui.state.selected.empty()) ui.emit(Select{"", false});
            if (!ui.state.selected_route.empty()) ui.emit(SelectRoute{""});
    }
}

/// Flies to the events that the count at a side of the map stands for.
void MapGestures::fly_beyond(const Ui& ui) const {
    const auto side = static_cast<std::size_t>(pressed_on_.part);
    if (ui.context.placement == nullptr || side >= view::kMapSides) return;
    std::vector<const document::Event*> events;
    for (const std::uint32_t i : ui.context.placement->beyond[side])
        if (i < ui.briefing().events().size()) events.push_back(ui.briefing().events()[i].get());
    if (const auto camera = camera_toward(events, ui.state)) ui.emit(FlyTo{*camera});
}

/// Flies to where its places part; where they are one place, selecting one of its events opens it.
void MapGestures::open_cluster(const Ui& ui) const {
    if (pressed_on_.zoom < 0) return ui.emit(Select{pressed_on_.id, false});
    view::Camera camera = ui.state.camera;
    camera.center = pressed_on_.at;
    camera.zoom = std::clamp(pressed_on_.zoom, view::kMinZoom, view::kMaxZoom);
    ui.emit(FlyTo{camera});
}

bool MapGestures::wheel(const Ui& ui, const Pointer& pointer, view::Camera& camera) {
    bool moved = false;
    const auto map = [&] { return view::transform_of(camera, ui.regions.map, ui.look.scale); };
    const float sideways = pointer.shift ? pointer.wheel + pointer.wheel_x : pointer.wheel_x;
    if (sideways != 0) {
        const view::PointPx to{pointer.at.x + sideways * kPanPerNotch * ui.look.scale, pointer.at.y};
        camera = view::panned(camera, map(), pointer.at, to);
        moved = true;
    }
    if (pointer.wheel != 0 && !pointer.shift) {
        zoom_.add(pointer.wheel * (pointer.ctrl ? kFineLevelsPerNotch : kLevelsPerNotch));
        zoom_at_ = pointer.at;
    }
    if (!zoom_.moving()) return moved;
    const double by = zoom_.take(pointer.elapsed_s, ui.context.reduced_motion);
    const double held = view::held_zoom(camera, camera.zoom + by, ui.regions.map, ui.look.scale) - camera.zoom;
    if (std::abs(held - by) > 1e-9) zoom_.stop();  // an end is reached
    if (zoom_.moving()) ui.out.animating = true;
    if (held == 0) return moved;
    camera = view::held_on_world(view::zoomed_at(camera, map(), zoom_at_, held), ui.regions.map, ui.look.scale);
    return true;
}

void MapGestures::fly_to_box(const Ui& ui, view::PointPx to) const {
    const view::MapTransform map = view::transform_of(ui.state.camera, ui.regions.map, ui.look.scale);
    const view::PointPx middle{(pressed_at_.x + to.x) / 2, (pressed_at_.y + to.y) / 2};
    const float w = std::max(8.f, std::abs(to.x - pressed_at_.x)), h = std::max(8.f, std::abs(to.y - pressed_at_.y));
    view::Camera camera = ui.state.camera;
    camera.center = view::world_from_screen(map, middle);
    camera.zoom += std::log2(static_cast<double>(std::min(ui.regions.map.w / w, ui.regions.map.h / h)));
    camera.zoom = std::clamp(camera.zoom, view::kMinZoom, view::kMaxZoom);
    ui.emit(FlyTo{camera});
}

void MapGestures::draw_box(const Ui& ui, view::PointPx to) const {
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    const ImVec2 a{std::min(pressed_at_.x, to.x), std::min(pressed_at_.y, to.y)};
    const ImVec2 b{std::max(pressed_at_.x, to.x), std::max(pressed_at_.y, to.y)};
    list->AddRectFilled(a, b, packed(view::with_alpha(ui.theme().ink, 0.08f)));
    list->AddRect(a, b, packed(ui.theme().ink));
}

}  // namespace dateline::ui
