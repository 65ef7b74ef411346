#pragma once

#include "session/action.h"
#include "ui/keys.h"
#include "ui/panels.h"

#include <memory>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

struct ImGuiContext;

/// The panels in a window without a screen: input goes in, actions come out and are applied.
namespace dateline::ui::testing {

std::shared_ptr<const document::Briefing> briefing();
document::Event event(const std::string& id, const std::string& title, const std::string& edtf,
                      document::Category category = document::Category::Diplomacy);

class TestWindow {
  public:
    explicit TestWindow(float width_px = 1440, float height_px = 900, float scale = 1);
    ~TestWindow();
    TestWindow(const TestWindow&) = delete;
    TestWindow& operator=(const TestWindow&) = delete;

    /// Draws, applies what came out, and lets `seconds` pass.
    void frame(double seconds = 1.0 / 60);
    void frames(int count) {
        for (int i = 0; i < count; ++i) frame();
    }
    void resize(float width_px, float height_px, float scale);
    void open(std::shared_ptr<const document::Briefing> briefing, std::string file = "test.gpkg");
    void apply(const session::Action& action) { state = session::apply(std::move(state), action); }

    // ---- hands
    void move(float x, float y);
    void press(int button = 0);
    void release(int button = 0);
    void click(float x, float y, int button = 0);
    void double_click(float x, float y);
    /// In `steps` moves, each of a frame.
    void drag(float x0, float y0, float x1, float y1, int steps = 10, int button = 0);
    void wheel(float notches, bool shift = false, bool ctrl = false);
    void chord(const Chord& chord);
    /// Down in one frame; up, with the first characters of `text`, in the next.
    void chord_then_type(const Chord& chord, const std::string& text);
    void type(const std::string& text);

    // ---- what came of it
    template <class T>
    std::vector<T> all() const {
        std::vector<T> found;
        for (const session::Action& action : actions)
            if (const T* a = std::get_if<T>(&action)) found.push_back(*a);
        return found;
    }
    void forget() { actions.clear(), requests.clear(); }
    Regions regions() const;
    const view::TimelineScale& timeline() const { return *placement.timeline; }

    session::State state;
    document::BaseMap basemap;  ///< empty; disputes are the test's to fill
    view::Placement placement;  ///< hits are the test's to fill; the timeline's scale is kept up
    std::vector<session::Action> actions;
    std::vector<Request> requests;
    bool animating = false;
    bool reduced_motion = false;
    std::string sample;
    std::vector<LayerStatus> layers;  ///< what came of the state's layers
    Panels panels;

  private:
    Context context() const;

    ImGuiContext* imgui_ = nullptr;
    view::Theme dark_, light_;
    float width_px_, height_px_, scale_;
    double now_s_ = 10;
};

}  // namespace dateline::ui::testing
