#include "app/picture.h"

#include "base/files.h"
#include "document/gazetteer.h"
#include "io/raster.h"
#include "publish/figure.h"
#include "publish/vector.h"
#include "render/png.h"
#include "render/snapshot.h"
#include "session/action.h"
#include "view/camera.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <sstream>

namespace dateline::app {
namespace fs = std::filesystem;
namespace {

/// look.md's timeline; in a low picture it may take two fifths.
constexpr float kTimelineH = 240;

/// A route's distance over time has the larger part of its picture.
constexpr float kDiagramPart = 0.56f;

float timeline_px(const PictureShape& shape) {
    if (shape.layout == PictureLayout::Route) return std::round(static_cast<float>(shape.height_px) * kDiagramPart);
    if (shape.layout != PictureLayout::Briefing) return 0;
    return std::round(std::min(kTimelineH * static_cast<float>(shape.scale), static_cast<float>(shape.height_px) * 0.4f));
}

view::Layout layout_of(const PictureShape& shape) {
    const auto scale = static_cast<float>(shape.scale);
    const auto width = static_cast<float>(shape.width_px), height = static_cast<float>(shape.height_px);
    const float timeline = timeline_px(shape);
    view::Layout layout{{0, 0, width, height - timeline}, {}, scale};
    if (timeline > 0) layout.timeline = {0, height - timeline, width, timeline};
    return layout;
}

/// "ASEAN Watch, 31 August 2024", "Bulletin of August 31st, 2024" say of when they are.
bool tells(const std::string& title, const std::string& date) {
    const std::string padded = ' ' + document::fold_name(title) + ' ';
    std::istringstream words(document::fold_name(date));
    for (std::string word; words >> word;) {
        const std::size_t at = padded.find(' ' + word);
        const std::size_t past = at == std::string::npos ? at : at + 1 + word.size();
        if (at == std::string::npos ||
            (std::isdigit(static_cast<unsigned char>(word.back())) != 0 && std::isdigit(static_cast<unsigned char>(padded[past])) != 0))
            return false;
    }
    return true;
}

}  // namespace

std::string source_note(const document::Briefing& briefing) {
    std::string note;
    constexpr std::size_t kNamed = 2;
    const auto& bulletins = briefing.bulletins();
    for (std::size_t i = 0; i < std::min(kNamed, bulletins.size()); ++i) {
        if (!note.empty()) note += "; ";
        note += bulletins[i]->title.empty() ? bulletins[i]->file_name : bulletins[i]->title;
        if (!bulletins[i]->published) continue;
        const std::string date = calendar::describe(*bulletins[i]->published);
        if (!tells(bulletins[i]->title, date)) note += ", " + date;
    }
    if (bulletins.size() > kNamed) note += fmt::format(" and {} more", bulletins.size() - kNamed);
    return note.empty() ? note : "Source: " + note;
}

namespace {

view::Furniture furniture_of(const session::State& state) {
    view::Furniture furniture;
    furniture.title = state.briefing->title();
    furniture.source_note = source_note(*state.briefing);
    furniture.degrees = !state.hidden_layers.contains("degrees");
    furniture.locator = !state.hidden_layers.contains("locator");
    return furniture;
}

io::Georeference georeference_of(const view::MapTransform& map) {
    const double middle_x = map.rect.x + map.rect.w / 2.0, middle_y = map.rect.y + map.rect.h / 2.0;
    return {{map.center.x - middle_x / map.world_px, map.center.y - middle_y / map.world_px}, 1 / map.world_px};
}

}  // namespace

std::optional<PictureFormat> picture_format_of(const fs::path& path) {
    std::string ending = path.extension().string();
    for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (ending == ".png") return PictureFormat::Png;
    if (ending == ".tif" || ending == ".tiff") return PictureFormat::Tiff;
    if (ending == ".svg") return PictureFormat::Svg;
    if (ending == ".pdf") return PictureFormat::Pdf;
    return std::nullopt;
}

session::MapSize map_size_of(const PictureShape& shape) {
    if (shape.layout == PictureLayout::Figure) {
        const view::RectPx map = publish::figure_map_rect(shape.width_px, shape.height_px);
        const float per_px = 1 / publish::figure_scale(shape.width_px);
        return {map.w * per_px, map.h * per_px, {}};
    }
    const auto scale = static_cast<float>(shape.scale);
    return {static_cast<float>(shape.width_px) / scale, (static_cast<float>(shape.height_px) - timeline_px(shape)) / scale, {}};
}

view::Camera refitted(view::Camera camera, session::MapSize from, session::MapSize to) {
    camera.zoom += std::log2(std::min(to.width_px / from.width_px, to.height_px / from.height_px));
    return camera;
}

namespace {

Picture make_figure(Stage& stage, const session::State& state, const PictureShape& shape) {
    std::optional<view::Camera> camera;
    if (shape.camera_chosen || !state.scene.empty()) camera = state.camera;
    const publish::FigureInput input{.briefing = *state.briefing,
                                     .basemap = stage.basemap(*state.briefing),
                                     .theme = stage.theme(state.theme),
                                     .type = stage.type(),
                                     .options = session::view_options(state),
                                     .camera = camera,
                                     .title = {},
                                     .subtitle = {},
                                     .source_note = source_note(*state.briefing),
                                     .layers = stage.layers(),
                                     .width_px = shape.width_px,
                                     .height_px = shape.height_px,
                                     .projection = shape.projection,
                                     .bearing_deg = state.camera.bearing_deg,
                                     .at = shape.at_chosen ? std::optional(state.playhead) : std::nullopt,
                                     .period = shape.period_chosen ? std::optional(state.window) : std::nullopt};
    return {publish::figure_frame(input), state.briefing->title(), std::nullopt};
}

}  // namespace

Picture make_picture(Stage& stage, const session::State& state, const PictureShape& shape) {
    if (shape.layout == PictureLayout::Figure) return make_figure(stage, state, shape);
    const view::Layout layout = layout_of(shape);
    view::Placement placement;
    Picture picture;
    picture.frame = stage.frame(state, layout, furniture_of(state), {}, placement);
    picture.title = state.briefing->title();
    if (state.camera.projection == view::Projection::Mercator && state.camera.bearing_deg == 0)
        picture.georeference = view::transform_of(state.camera, layout.map, layout.scale);
    return picture;
}

base::Result<view::Image> Darkroom::develop(const view::Frame& frame) {
    if (!renderer_) {
        auto context = gl::Context::offscreen();
        if (!context) return tl::unexpected(context.error());
        context_ = std::make_unique<gl::Context>(std::move(*context));
        auto renderer = render::Renderer::create(*context_, type_);
        if (!renderer) return tl::unexpected(renderer.error());
        renderer_ = std::make_unique<render::Renderer>(std::move(*renderer));
    }
    return render::render_to_image(*context_, *renderer_, frame);
}

base::Result<> write_picture(const fs::path& path, const Picture& picture, const view::Typesetter& type,
                             const std::function<base::Result<view::Image>(const view::Frame&)>& draw) {
    const auto format = picture_format_of(path);
    if (!format) return base::fail("is no kind of picture that Dateline writes", path.string(), "end it in .png, .tif, .svg or .pdf");
    if (is_page(*format)) {
        const auto kind = *format == PictureFormat::Svg ? publish::VectorFormat::Svg : publish::VectorFormat::Pdf;
        return publish::write_vector(path, kind, picture.frame, type, picture.title);
    }
    const auto image = draw(picture.frame);
    if (!image) return tl::unexpected(image.error());
    if (*format == PictureFormat::Png) return render::write_png(path, *image);
    std::optional<io::Georeference> place;
    if (picture.georeference) place = georeference_of(*picture.georeference);
    return io::write_geotiff(path, image->width, image->height, image->rgba, place);
}

}  // namespace dateline::app
