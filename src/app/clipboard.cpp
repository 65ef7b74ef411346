#include "app/clipboard.h"

#include "app/process.h"
#include "render/png.h"

#include <cstdlib>

namespace dateline::app {

base::Result<> copy_to_clipboard(const view::Image& image) {
    const auto png = render::encode_png(image);
    if (!png) return tl::unexpected(png.error());
    const char* wayland = std::getenv("WAYLAND_DISPLAY");
    if (wayland != nullptr && *wayland != '\0') return feed_program({"wl-copy", "--type", "image/png"}, *png, "wl-clipboard");
    return feed_program({"xclip", "-selection", "clipboard", "-target", "image/png", "-in"}, *png, "xclip");
}

}  // namespace dateline::app
