#include "render/png.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

// golden_compare BASELINE DRAWN DIFFERENCE: 0 where two pictures are the same to the eye.
//
// The tolerance: a pixel differs when a channel is off by more than 24 of 255, and one pixel in a thousand may. Compilers and
// versions of Mesa round edges differently, by a few levels on a few pixels; a label that has moved by one pixel, a line
// half as wide or a colour of another theme is well beyond that.

namespace {

using dateline::view::Image;

constexpr int kSameLevels = 24;
constexpr double kMostDifferent = 0.001;

bool differs(const Image& a, const Image& b, std::size_t at) {
    for (std::size_t k = 0; k < 4; ++k)
        if (std::abs(int{a.rgba[at + k]} - int{b.rgba[at + k]}) > kSameLevels) return true;
    return false;
}

/// The drawn picture, pale, with what differs in red.
std::size_t mark_differences(const Image& baseline, const Image& drawn, Image& marked) {
    std::size_t count = 0;
    marked = drawn;
    for (std::size_t at = 0; at + 3 < drawn.rgba.size(); at += 4) {
        const bool different = differs(baseline, drawn, at);
        count += different;
        for (std::size_t k = 0; k < 3; ++k)
            marked.rgba[at + k] =
                different ? (k == 0 ? std::uint8_t{230} : std::uint8_t{0}) : static_cast<std::uint8_t>(191 + drawn.rgba[at + k] / 4);
        marked.rgba[at + 3] = 255;
    }
    return count;
}

int fail(const std::string& message) {
    fmt::print(stderr, "{}\n", message);
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return fail("usage: golden_compare BASELINE DRAWN DIFFERENCE");
    const auto baseline = dateline::render::read_png(argv[1]), drawn = dateline::render::read_png(argv[2]);
    if (!baseline) return fail(baseline.error().line());
    if (!drawn) return fail(drawn.error().line());
    if (baseline->width != drawn->width || baseline->height != drawn->height)
        return fail(
            fmt::format("the baseline is {} x {} px, the picture {} x {}", baseline->width, baseline->height, drawn->width, drawn->height));
    Image marked;
    const std::size_t different = mark_differences(*baseline, *drawn, marked);
    const std::size_t pixels = drawn->rgba.size() / 4;
    const double part = static_cast<double>(different) / static_cast<double>(pixels);
    fmt::print("{} of {} pixels differ ({:.3f} %)\n", different, pixels, 100 * part);
    if (part <= kMostDifferent) {
        std::remove(argv[3]);
        return 0;
    }
    if (const auto written = dateline::render::write_png(argv[3], marked); !written) return fail(written.error().line());
    return 1;
}
