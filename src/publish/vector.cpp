#include "publish/vector.h"

#include "base/files.h"
#include "publish/cairo_painter.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>

namespace dateline::publish {
namespace {

constexpr double kPointsPerPx = 0.75;

struct SurfaceOwner {
    cairo_surface_t* surface;
    ~SurfaceOwner() { cairo_surface_destroy(surface); }
};

base::Result<> paint_file(const std::filesystem::path& file, VectorFormat format, const view::Frame& frame, const view::Typesetter& type,
                          const std::string& title) {
    const double unit = kPointsPerPx / static_cast<double>(frame.scale);
    const double width = frame.width_px * unit, height = frame.height_px * unit;
    const bool pdf = format == VectorFormat::Pdf;
    const SurfaceOwner owner{pdf ? cairo_pdf_surface_create(file.c_str(), width, height)
                                 : cairo_svg_surface_create(file.c_str(), width, height)};
    if (pdf) {
        cairo_pdf_surface_set_metadata(owner.surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
        cairo_pdf_surface_set_metadata(owner.surface, CAIRO_PDF_METADATA_CREATOR, "Dateline");
        // No wall clock in a picture: two runs give the same bytes.
        cairo_pdf_surface_set_metadata(owner.surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
    }
    cairo_surface_set_device_scale(owner.surface, unit, unit);
    std::string fault;
    {
        CairoPainter painter(owner.surface, type, !pdf);
        painter.paint(frame);
        fault = painter.fault();
        // Fonts are embedded now, while the painter still has them.
        cairo_surface_finish(owner.surface);
    }
    if (const cairo_status_t status = cairo_surface_status(owner.surface); fault.empty() && status != CAIRO_STATUS_SUCCESS)
        fault = cairo_status_to_string(status);
    if (!fault.empty()) return base::fail("the page cannot be drawn: " + fault);
    return {};
}

}  // namespace

base::Result<> write_vector(const std::filesystem::path& path, VectorFormat format, const view::Frame& frame, const view::Typesetter& type,
                            const std::string& title) {
    auto written =
        base::replace_file(path, [&](const std::filesystem::path& temporary) { return paint_file(temporary, format, frame, type, title); });
    if (!written && written.error().where.empty()) {
        base::Error error = written.error();
        error.where = path.string();
        return tl::unexpected(error);
    }
    return written;
}

}  // namespace dateline::publish
