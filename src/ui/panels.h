#pragma once

#include "base/log.h"
#include "session/action.h"
#include "ui/fonts.h"
#include "ui/layout.h"
#include "view/theme.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::ui {

/// What a picture is to be like.
struct PictureSpec {
    int width_px = 2480, height_px = 1754;
    double scale = 2;
    std::string theme = "print";  ///< dark, light, print
    bool operator==(const PictureSpec&) const = default;
};

/// What the program, not the state, is asked to do.
struct Request {
    enum class Kind : std::uint8_t {
        OpenFile,
        SaveFile,
        SaveAndQuit,
        ExportPicture,
        CopyPicture,
        OpenWorldview,
        AddBulletin,
        AddLayer,
        Quit
    };
    Kind kind = Kind::OpenFile;
    std::string path;     ///< of what to open or write
    PictureSpec picture;  ///< of ExportPicture
};

/// What came of a layer's file.
struct LayerStatus {
    std::string id, title;
    std::string note{};  ///< "Reading, 40 %", or why it cannot be shown
    bool failed = false;
    geo::LonLatBox extent{};                                  ///< invalid until it is read
    std::shared_ptr<const document::LayerContent> content{};  ///< null until it is read
};

/// A name looked up in the gazetteer.
struct PlaceFound {
    std::string id, name;
    document::PlacePrecision precision = document::PlacePrecision::None;
    double radius_km = 0;
    geo::Geometry geometry;
};

/// What the panels need beside the state.
struct Context {
    const view::Theme& theme;
    float width_px = 1920, height_px = 1080, scale = 1;
    double now_s = 0;                            ///< the injected clock
    const view::Placement* placement = nullptr;  ///< of the frame drawn last, for hit tests
    double fps = 0;                              ///< 0: not shown
    std::string progress{};                      ///< "Reading april.pdf", empty when nothing runs
    double progress_part = -1;                   ///< 0..1, below 0 when unknown
    std::string message{};                       ///< the latest log line, empty when it is old
    base::Severity message_severity = base::Severity::Info;
    bool reduced_motion = false;
    /// "София, Bulgaria": a place's other names; empty when there are none.
    std::function<std::string(const document::Event&)> other_names{};
    /// "Kəlbəcər, Karvachar, Кельбаджар": what else it is called, in other languages; empty when nothing.
    std::function<std::string(const document::Event&)> names_elsewhere{};
    std::function<std::optional<PlaceFound>(std::string_view)> find_place{};
    const document::BaseMap* basemap = nullptr;  ///< as the map shows it, for who claims what
    std::vector<LayerStatus> layers{};           ///< of the state's layers
    std::string sample{};                        ///< a bulletin to try, for the start page; empty: none is offered
};

struct Output {
    std::vector<session::Action> actions;  ///< apply in order
    std::vector<Request> requests;
    bool animating = false;  ///< draw again soon: something moves
};

/// The whole interface: panels, keys, and the pointer over map and timeline. Reads the state, emits actions.
class Panels {
  public:
    explicit Panels(FontFiles files);
    ~Panels();
    Panels(Panels&&) noexcept;
    Panels& operator=(Panels&&) noexcept;

    Fonts& fonts();
    /// Between ImGui::NewFrame and ImGui::Render.
    Output draw(const session::State& state, const Context& context);
    Regions regions(const session::State& state, const Context& context) const;

    /// From outside the panels: a dropped file or a closed window, both of which ask first when work would be lost.
    void ask_to_open(std::string path);
    void ask_to_quit();
    /// Something went wrong that must not be missed.
    void show_error(std::string line);
    bool has_dialog() const;
    /// What the panels of the last frame cover of the map.
    std::vector<view::RectPx> covered() const;
    /// The form of an event is open.
    bool editing() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::ui
