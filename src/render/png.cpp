#include "render/png.h"

#include "base/files.h"

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>

namespace dateline::render {
namespace {

// libpng reports errors by longjmp. No object with a destructor lives between setjmp and the calls that may jump.

struct Sink {
    std::string* bytes;
};
void write_bytes(png_structp png, png_bytep data, png_size_t size) {
    static_cast<Sink*>(png_get_io_ptr(png))->bytes->append(reinterpret_cast<const char*>(data), size);
}
void flush_nothing(png_structp) {}

struct Source {
    const std::string* bytes;
    std::size_t at;
};
void read_bytes(png_structp png, png_bytep data, png_size_t size) {
    auto* source = static_cast<Source*>(png_get_io_ptr(png));
    if (source->bytes->size() - source->at < size) png_error(png, "the file ends too early");
    std::memcpy(data, source->bytes->data() + source->at, size);
    source->at += size;
}

[[noreturn]] void give_up(png_structp png, png_const_charp) { png_longjmp(png, 1); }
void stay_quiet(png_structp, png_const_charp) {}

bool is_opaque(const view::Image& image) {
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) {
        if (image.rgba[i] != 255) return false;
    }
    return true;
}

std::vector<std::uint8_t> without_alpha(const std::vector<std::uint8_t>& rgba) {
    std::vector<std::uint8_t> rgb;
    rgb.reserve(rgba.size() / 4 * 3);
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4)
        rgb.insert(rgb.end(), rgba.begin() + static_cast<std::ptrdiff_t>(i), rgba.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    return rgb;
}

bool encode(const std::vector<png_const_bytep>& rows, int width, int height, int color_type, int pixels_per_m, Sink* sink) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, give_up, stay_quiet);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, sink, write_bytes, flush_nothing);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8, color_type, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (pixels_per_m > 0) {
        const auto density = static_cast<png_uint_32>(pixels_per_m);
        png_set_pHYs(png, info, density, density, PNG_RESOLUTION_METER);
    }
    png_set_compression_level(png, 6);
    png_write_info(png, info);
    for (png_const_bytep row : rows) png_write_row(png, row);
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return true;
}

/// Rows of RGBA8 into `out`, once it has the size. False: damaged, or too large.
bool decode(Source* source, view::Image* out, std::vector<png_bytep>* rows) {
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, give_up, stay_quiet);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, nullptr);
        return false;
    }
    png_set_read_fn(png, source, read_bytes);
    png_set_user_limits(png, 65536, 65536);
    png_read_info(png, info);
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    const std::size_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
    if (width * height > 400'000'000 || png_get_rowbytes(png, info) != 4 * width) png_error(png, "too large");
    out->width = static_cast<int>(width);
    out->height = static_cast<int>(height);
    out->rgba.resize(4 * width * height);
    rows->resize(height);
    for (std::size_t y = 0; y < height; ++y) (*rows)[y] = out->rgba.data() + 4 * width * y;
    png_read_image(png, rows->data());
    png_read_end(png, nullptr);
    png_destroy_read_struct(&png, &info, nullptr);
    return true;
}

}  // namespace

base::Result<std::string> encode_png(const view::Image& image, int pixels_per_m) {
    const auto width = static_cast<std::size_t>(std::max(image.width, 0)), height = static_cast<std::size_t>(std::max(image.height, 0));
    if (width == 0 || height == 0 || image.rgba.size() < 4 * width * height) {
        return base::fail("an image without pixels cannot be written");
    }
    const bool opaque = is_opaque(image);
    const std::vector<std::uint8_t> rgb = opaque ? without_alpha(image.rgba) : std::vector<std::uint8_t>{};
    const std::uint8_t* pixels = opaque ? rgb.data() : image.rgba.data();
    std::vector<png_const_bytep> rows(height);
    for (std::size_t y = 0; y < height; ++y) rows[y] = pixels + y * width * (opaque ? 3 : 4);
    std::string bytes;
    Sink sink{&bytes};
    if (!encode(rows, image.width, image.height, opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA, pixels_per_m, &sink)) {
        return base::fail("the image cannot be encoded as PNG", {}, "ask for a smaller picture");
    }
    return bytes;
}

base::Result<> write_png(const std::filesystem::path& path, const view::Image& image, int pixels_per_m) {
    auto bytes = encode_png(image, pixels_per_m);
    if (!bytes) {
        bytes.error().where = path.string();
        return tl::unexpected(bytes.error());
    }
    return base::write_file(path, *bytes);
}

base::Result<view::Image> read_png(const std::filesystem::path& path) {
    const auto bytes = base::read_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    view::Image image;
    std::vector<png_bytep> rows;
    Source source{&*bytes, 0};
    const bool is_png = bytes->size() > 8 && png_sig_cmp(reinterpret_cast<png_const_bytep>(bytes->data()), 0, 8) == 0;
    if (!is_png || !decode(&source, &image, &rows)) {
        return base::fail(is_png ? "the PNG is damaged or too large" : "the file is not a PNG", path.string(), "give another picture");
    }
    return image;
}

}  // namespace dateline::render
