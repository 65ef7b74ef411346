#include "publish/cairo_painter.h"

#include "publish/arc_paths.h"
#include "publish/cairo_fonts.h"
#include "publish/laid_pixels.h"
#include "publish/outline.h"
#include "publish/page_map.h"
#include "publish/page_paths.h"
#include "view/heat.h"
#include "view/map_events.h"
#include "view/text_pens.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::publish {

using view::Color;
using view::PointPx;

struct CairoPainter::Impl {
    cairo_t* cr = nullptr;
    const view::Typesetter& type;
    bool text_as_outlines;
    CairoFonts fonts;
    PageMap page;
    view::RectPx clip{};
    std::vector<view::LayImage> laid;  ///< wait for the first item that is none: pieces side by side are one picture
    std::string fault;

    Impl(cairo_surface_t* surface, const view::Typesetter& typesetter, bool outlines)
        : cr(cairo_create(surface)), type(typesetter), text_as_outlines(outlines), fonts(typesetter) {}
    ~Impl() { cairo_destroy(cr); }  // before its fonts
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void set_color(Color c) { cairo_set_source_rgba(cr, double{c.r}, double{c.g}, double{c.b}, double{c.a}); }
    void set_dash(const float* dash, int count, float unit = 1) {
        double lengths[4];
        double total = 0;
        for (int i = 0; i < count; ++i) total += lengths[i] = static_cast<double>(dash[i] * unit);
        cairo_set_dash(cr, lengths, total > 0 ? count : 0, 0);
    }
    void trace(const std::vector<PointPx>& path, bool closed) {
        if (path.empty()) return;
        cairo_move_to(cr, double{path[0].x}, double{path[0].y});
        for (std::size_t i = 1; i < path.size(); ++i) cairo_line_to(cr, double{path[i].x}, double{path[i].y});
        if (closed) cairo_close_path(cr);
    }
    void apply_clip(view::RectPx rect) {
        cairo_reset_clip(cr);
        if (rect.w <= 0 || rect.h <= 0) return;
        cairo_rectangle(cr, double{rect.x}, double{rect.y}, double{rect.w}, double{rect.h});
        cairo_clip(cr);
    }

    void in_map(auto&& draw) {
        cairo_save(cr);
        cairo_rectangle(cr, double{page.map().rect.x}, double{page.map().rect.y}, double{page.map().rect.w}, double{page.map().rect.h});
        cairo_clip(cr);
        draw();
        cairo_restore(cr);
    }

    void operator()(const view::MapTransform& item) { page.show(item); }
    void operator()(const view::ClipTo& item) {
        clip = item.rect;
        apply_clip(clip);
    }

    bool off_page(const std::vector<PointPx>& points, float margin) const {
        float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
        for (const PointPx p : points) {
            x0 = std::min(x0, p.x);
            x1 = std::max(x1, p.x);
            y0 = std::min(y0, p.y);
            y1 = std::max(y1, p.y);
        }
        return x1 < page.map().rect.x - margin || x0 > page.map().rect.right() + margin || y1 < page.map().rect.y - margin ||
               y0 > page.map().rect.bottom() + margin;
    }

    void hatch(const view::FillArea& item) {
        cairo_clip(cr);
        set_color(item.fill);
        const view::RectPx rect = page.map().rect;
        const float period = std::abs(item.hatch_px);
        const bool falls = item.hatch_px < 0;
        cairo_set_line_width(cr, double{period} * (falls ? 0.16 : 0.28));
        for (float x = rect.x - rect.h; x < rect.right(); x += period * std::numbers::sqrt2_v<float>) {
            cairo_move_to(cr, double{x}, double{falls ? rect.y : rect.bottom()});
            cairo_rel_line_to(cr, double{rect.h}, falls ? double{rect.h} : -double{rect.h});
        }
        cairo_stroke(cr);
    }

    void operator()(const view::FillArea& item) {
        if (!item.mesh || item.fill.a <= 0) return;
        const auto rings = outline_of(*item.mesh);
        in_map([&] {
            for (const double copy : page.copies(item.mesh->origin)) {
                bool seen = false;
                for (const auto& ring : rings) {
                    const std::vector<PointPx> points = page.ring(item.mesh->origin, item.mesh->vertices, ring, copy);
                    if (points.size() < 3) continue;
                    trace(points, true);
                    seen = seen || !off_page(points, 2);
                }
                if (!seen) {
                    cairo_new_path(cr);
                    continue;
                }
                cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
                if (item.hatch_px != 0) {
                    cairo_save(cr);
                    hatch(item);
                    cairo_restore(cr);
                    continue;
                }
                // A hair of the same colour closes the seams between neighbouring cells.
                set_color(item.fill);
                cairo_fill_preserve(cr);
                if (item.fill.a >= 1) {
                    cairo_set_line_width(cr, 0.35);
                    cairo_set_dash(cr, nullptr, 0, 0);
                    cairo_stroke(cr);
                }
                cairo_new_path(cr);
            }
        });
    }

    void stroke_ticks(const std::vector<PointPx>& path, const view::LineStyle& style, float pattern) {
        const float length = length_of(path);
        if (style.tick_every_px > 0) {
            cairo_set_dash(cr, nullptr, 0, 0);
            cairo_set_line_width(cr, double{style.tick_width_px});
            cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
            const float every = style.tick_every_px * pattern;
            for (float along = every / 2; along < length; along += every) {
                const PathPoint p = point_along(path, along);
                const float nx = -std::sin(p.angle) * style.tick_length_px / 2, ny = std::cos(p.angle) * style.tick_length_px / 2;
                cairo_move_to(cr, double{p.at.x - nx}, double{p.at.y - ny});
                cairo_line_to(cr, double{p.at.x + nx}, double{p.at.y + ny});
            }
            cairo_stroke(cr);
        }
        if (style.dot_every_px > 0) {
            const float every = style.dot_every_px * pattern;
            for (float along = every / 2; along < length; along += every) {
                const PathPoint p = point_along(path, along);
                cairo_new_sub_path(cr);
                cairo_arc(cr, double{p.at.x}, double{p.at.y}, double{style.dot_width_px / 2}, 0, 2 * std::numbers::pi);
            }
            cairo_fill(cr);
        }
    }

    void stroke_line(const std::vector<PointPx>& path, const view::LineStyle& style) {
        cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap(cr, style.round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        if (style.casing.a > 0 && style.casing_width_px > 0) {
            cairo_set_dash(cr, nullptr, 0, 0);
            set_color(style.casing);
            cairo_set_line_width(cr, double{style.casing_width_px});
            trace(path, false);
            cairo_stroke(cr);
        }
        set_color(style.color);
        if (style.color.a <= 0) return;
        const bool patterned = style.dash_px[0] > 0 || style.tick_every_px > 0 || style.dot_every_px > 0;
        const float pattern = patterned ? 1 / std::clamp(page.stretch(path), 0.1f, 10.f) : 1;
        set_dash(style.dash_px.data(), 4, pattern);
        cairo_set_line_width(cr, double{style.width_px});
        trace(path, false);
        cairo_stroke(cr);
        stroke_ticks(path, style, pattern);
    }

    void operator()(const view::StrokeLines& item) {
        if (!item.lines) return;
        const geo::LineSet& set = *item.lines;
        const float margin = item.style.width_px + item.style.casing_width_px + std::abs(item.style.offset_px) + 12;
        in_map([&] {
            for (const double copy : page.copies(set.origin)) {
                for (std::size_t line = 0; line < set.starts.size(); ++line) {
                    const std::size_t end = line + 1 < set.starts.size() ? set.starts[line + 1] : set.vertices.size();
                    for (const std::vector<PointPx>& path : page.line(set, set.starts[line], end, copy))
                        if (path.size() >= 2 && !off_page(path, margin)) stroke_line(parallel(path, item.style.offset_px), item.style);
                }
            }
        });
    }

    void paint_shape(view::MarkerShape shape, PointPx at, float radius, Color fill, Color stroke, float stroke_px) {
        if (shape == view::MarkerShape::Ring) {
            cairo_new_sub_path(cr);
            cairo_arc(cr, double{at.x}, double{at.y}, double{radius * 0.8f}, 0, 2 * std::numbers::pi);
            set_color(stroke.a > 0 && stroke_px > 0 ? stroke : fill);
            cairo_set_line_width(cr, double{std::max(stroke_px, radius * 0.42f)});
            cairo_stroke(cr);
            return;
        }
        std::vector<PointPx> path = marker_path(shape, radius);
        for (PointPx& p : path) p = {p.x + at.x, p.y + at.y};
        trace(path, true);
        set_color(fill);
        cairo_fill_preserve(cr);
        if (stroke.a > 0 && stroke_px > 0) {
            set_color(stroke);
            cairo_set_line_width(cr, double{stroke_px});
            cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
            cairo_stroke(cr);
        }
        cairo_new_path(cr);
    }

    void circle(PointPx at, float radius, Color color, float stroke_px, const float* dash, int dash_count) {
        cairo_new_sub_path(cr);
        cairo_arc(cr, double{at.x}, double{at.y}, double{radius}, 0, 2 * std::numbers::pi);
        set_color(color);
        if (stroke_px <= 0) {
            cairo_fill(cr);
            return;
        }
        set_dash(dash, dash_count);
        cairo_set_line_width(cr, double{stroke_px});
        cairo_stroke(cr);
        cairo_set_dash(cr, nullptr, 0, 0);
    }

    void paint_marker(const view::Marker& marker, const view::DrawMarkers& draw, PointPx at) {
        const MarkerLook look = look_of(marker, draw);
        const float s = draw.scale;
        const auto shape = static_cast<view::MarkerShape>(marker.shape);
        if (look.now) circle(at, look.radius + 9 * s, view::with_alpha(marker.color, 0.10f), 0, nullptr, 0);
        if (look.now) circle(at, look.radius + 9 * s, view::with_alpha(marker.color, 0.35f), 1 * s, nullptr, 0);
        if ((marker.flags & view::kSelected) != 0) circle(at, look.radius + 5.5f * s, draw.ink, 2 * s, nullptr, 0);
        const float dash[2] = {3 * s, 3 * s};
        if ((marker.flags & view::kUncertainDate) != 0) circle(at, look.radius + 5 * s, marker.color, 1.2f * s, dash, 2);
        paint_shape(shape, at, look.radius, draw.halo, draw.halo, 4 * s);
        paint_shape(shape, at, look.radius, look.fill, look.stroke, look.stroke_px);
        if ((marker.flags & view::kUnreviewed) != 0)
            circle({at.x + look.radius * 0.9f, at.y - look.radius * 0.9f}, 2 * s, draw.warn, 0, nullptr, 0);
    }

    /// Brighter toward the destination: a ramp along the chord.
    void paint_arc(const ArcPath& arc) {
        cairo_pattern_t* ramp = cairo_pattern_create_linear(double{arc.points.front().x}, double{arc.points.front().y},
                                                            double{arc.points.back().x}, double{arc.points.back().y});
        for (const ArcPath::Stop& stop : arc.stops) add_stop(ramp, double{stop.at}, stop.color);
        cairo_set_source(cr, ramp);
        cairo_pattern_destroy(ramp);
        cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
        if (arc.dashed.size() >= 2) {
            set_dash(arc.dash_px.data(), 2);
            cairo_set_line_width(cr, double{arc.dashed_width_px});
            trace(arc.dashed, false);
            cairo_stroke(cr);
            cairo_set_dash(cr, nullptr, 0, 0);
        }
        cairo_set_fill_rule(cr, CAIRO_FILL_RULE_WINDING);
        trace(arc.body, true);
        trace(arc.head, true);
        cairo_fill(cr);
    }

    void operator()(const view::DrawArcs& item) {
        if (!item.set) return;
        in_map([&] {
            for (const view::Arc& arc : item.set->arcs) {
                const view::ArcLook look = view::look_of(arc, item);
                if (!look.shown) continue;
                for (const double copy : page.copies(item.set->origin)) {
                    std::vector<PointPx> points;
                    bool whole = true;
                    for (std::uint32_t i = arc.first; i < arc.first + arc.count; ++i) {
                        const view::PlaneView::Seen seen = view::arc_screen(page.plane(), page.map(), *item.set, item.set->points[i], copy);
                        whole = whole && seen.front >= 0;  // one that runs behind the globe is left out
                        points.push_back(clamped(seen.at));
                    }
                    if (whole && !off_page(points, item.head_px)) paint_arc(arc_path(points, arc, look, item));
                }
            }
        });
    }

    /// A page's renderer knows no shaders: the sums are worked out here, two pixels at a time.
    void operator()(const view::DrawHeat& item) {
        if (!item.set || !(item.alpha > 0) || !(item.sigma_px > 0)) return;
        const float cell_px = std::max(1.0f, item.sigma_px / 6);
        auto image = std::make_shared<view::Image>(view::heat_image(item, page.map(), cell_px));
        if (image->rgba.empty()) return;
        view::DrawImage draw;
        draw.rect = {page.map().rect.x, page.map().rect.y, cell_px * static_cast<float>(image->width),
                     cell_px * static_cast<float>(image->height)};
        draw.image = std::move(image);
        in_map([&] { (*this)(draw); });
    }

    void operator()(const view::DrawMarkers& item) {
        if (!item.set || !(item.alpha > 0)) return;
        if (item.alpha < 1) cairo_push_group(cr);
        paint_markers(item);
        if (item.alpha >= 1) return;
        cairo_pop_group_to_source(cr);
        cairo_paint_with_alpha(cr, double{item.alpha});
    }

    void paint_markers(const view::DrawMarkers& item) {
        in_map([&] {
            for (const view::Marker& marker : item.set->markers) {
                if (!view::phase_at(marker.begin_days, marker.end_days, marker.flags, item.time).shown) continue;
                for (const double copy : page.copies(item.set->origin)) {
                    const view::PlaneView::Seen place = page.seen(item.set->origin, {marker.x, marker.y}, copy);
                    if (place.front < 0) continue;
                    const PointPx at{place.at.x + marker.offset_x, place.at.y + marker.offset_y};
                    if (!off_page({at}, 40)) paint_marker(marker, item, at);
                }
            }
        });
    }

    void trace_rounded(view::RectPx r, float radius) {
        const double x = double{r.x}, y = double{r.y}, w = double{r.w}, h = double{r.h};
        const double c = std::min({double{radius}, w / 2, h / 2});
        constexpr double kQuarter = std::numbers::pi / 2;
        if (c <= 0) {
            cairo_rectangle(cr, x, y, w, h);
            return;
        }
        cairo_new_sub_path(cr);
        cairo_arc(cr, x + w - c, y + c, c, -kQuarter, 0);
        cairo_arc(cr, x + w - c, y + h - c, c, 0, kQuarter);
        cairo_arc(cr, x + c, y + h - c, c, kQuarter, 2 * kQuarter);
        cairo_arc(cr, x + c, y + c, c, 2 * kQuarter, 3 * kQuarter);
        cairo_close_path(cr);
    }

    static void add_stop(cairo_pattern_t* pattern, double offset, Color c) {
        cairo_pattern_add_color_stop_rgba(pattern, offset, double{c.r}, double{c.g}, double{c.b}, double{c.a});
    }

    void operator()(const view::FillRect& item) {
        trace_rounded(item.rect, item.radius);
        const bool across = item.top_left == item.bottom_left && item.top_right == item.bottom_right;
        const Color second = across ? item.top_right : item.bottom_left;
        if (item.top_left == second) {
            set_color(item.top_left);
            cairo_fill_preserve(cr);
        } else {
            const double x = double{item.rect.x}, y = double{item.rect.y};
            cairo_pattern_t* ramp = across ? cairo_pattern_create_linear(x, 0, x + double{item.rect.w}, 0)
                                           : cairo_pattern_create_linear(0, y, 0, y + double{item.rect.h});
            add_stop(ramp, 0, item.top_left);
            add_stop(ramp, 1, second);
            cairo_set_source(cr, ramp);
            cairo_fill_preserve(cr);
            cairo_pattern_destroy(ramp);
        }
        if (item.stroke.a > 0 && item.stroke_px > 0) {
            cairo_new_path(cr);
            const float half = item.stroke_px / 2;
            trace_rounded({item.rect.x + half, item.rect.y + half, item.rect.w - item.stroke_px, item.rect.h - item.stroke_px},
                          item.radius);
            set_color(item.stroke);
            cairo_set_dash(cr, nullptr, 0, 0);
            cairo_set_line_width(cr, double{item.stroke_px});
            cairo_stroke(cr);
        }
        cairo_new_path(cr);
    }

    void operator()(const view::StrokePath& item) {
        set_color(item.color);
        set_dash(item.dash_px.data(), 4);
        cairo_set_line_width(cr, double{item.width_px});
        cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
        // A dash far shorter than the line is wide stands for a dot.
        const bool dots = item.dash_px[0] > 0 && item.dash_px[0] < 0.5f * item.width_px;
        cairo_set_line_cap(cr, dots ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        trace(item.points, item.closed);
        cairo_stroke(cr);
        cairo_set_dash(cr, nullptr, 0, 0);
    }

    void operator()(const view::FillPath& item) {
        trace(item.points, true);
        set_color(item.fill);
        cairo_fill(cr);
    }

    /// As shaders/symbol.frag: outward, and less far inward.
    void paint_glow(const view::Symbol& item) {
        const double r = double{item.radius}, glow = double{item.glow_px}, inner = std::max(0.0, r - 0.6 * glow), outer = r + glow;
        const PointPx c = item.center;
        cairo_pattern_t* fall = cairo_pattern_create_radial(double{c.x}, double{c.y}, inner, double{c.x}, double{c.y}, outer);
        const auto stop = [&](double at_r, double alpha) {
            cairo_pattern_add_color_stop_rgba(fall, (at_r - inner) / (outer - inner), double{item.stroke.r}, double{item.stroke.g},
                                              double{item.stroke.b}, alpha * double{item.stroke.a});
        };
        for (int i = 0; i <= 8; ++i) stop(inner + (r - inner) * i / 8, 0.2 * std::pow(i / 8.0, 3));
        for (int i = 0; i <= 8; ++i) stop(r + glow * i / 8, 0.34 * std::pow(1 - i / 8.0, 3));
        cairo_new_sub_path(cr);
        cairo_arc(cr, double{c.x}, double{c.y}, outer, 0, 2 * std::numbers::pi);
        cairo_set_source(cr, fall);
        cairo_fill(cr);
        cairo_pattern_destroy(fall);
    }

    void operator()(const view::Symbol& item) {
        set_dash(item.dash_px.data(), 2);
        paint_shape(item.shape, item.center, item.radius, item.fill, item.stroke, item.stroke_px);
        cairo_set_dash(cr, nullptr, 0, 0);
        if (item.glow_px > 0) paint_glow(item);
    }

    /// One glyph at a place, as outline for the halo and as text (or outline) for the fill.
    void paint_glyphs(const std::vector<view::PlacedGlyph>& glyphs, const view::TextStyle& style, bool halo) {
        for (std::size_t i = 0; i < glyphs.size();) {
            std::size_t end = i;
            std::vector<cairo_glyph_t> run;
            while (end < glyphs.size() && glyphs[end].font == glyphs[i].font) {
                run.push_back({glyphs[end].glyph, double{glyphs[end].x}, double{glyphs[end].y}});
                ++end;
            }
            if (cairo_font_face_t* face = fonts.face(glyphs[i].font, fault)) {
                cairo_set_font_face(cr, face);
                cairo_set_font_size(cr, double{style.size_px});
                const int count = static_cast<int>(run.size());
                if (halo) {
                    cairo_glyph_path(cr, run.data(), count);
                    set_color(style.halo);
                    cairo_set_line_width(cr, double{style.halo_px});
                    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
                    cairo_stroke(cr);
                } else if (text_as_outlines) {
                    cairo_glyph_path(cr, run.data(), count);
                    set_color(style.color);
                    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_WINDING);
                    cairo_fill(cr);
                } else {
                    set_color(style.color);
                    cairo_show_glyphs(cr, run.data(), count);
                }
            }
            i = end;
        }
    }

    void paint_text(const std::vector<view::PlacedGlyph>& glyphs, const view::TextStyle& style) {
        cairo_set_dash(cr, nullptr, 0, 0);
        if (style.halo.a > 0 && style.halo_px > 0) paint_glyphs(glyphs, style, true);
        paint_glyphs(glyphs, style, false);
        cairo_new_path(cr);
    }

    void operator()(const view::DrawText& item) {
        const view::ShapedText& shaped = type.shape(item.text, item.style.face, item.style.size_px, item.style.tracking_em);
        const float shift = item.align == view::AlignX::Left     ? 0
                            : item.align == view::AlignX::Center ? -shaped.width_px / 2
                                                                 : -shaped.width_px;
        cairo_save(cr);
        cairo_translate(cr, double{item.at.x}, double{item.at.y});
        cairo_rotate(cr, double{item.angle_rad});
        cairo_translate(cr, double{shift}, 0);
        paint_text(shaped.glyphs, item.style);
        cairo_restore(cr);
    }

    void operator()(const view::DrawTextPath& item) {
        const view::ShapedText& shaped = type.shape(item.text, item.style.face, item.style.size_px, item.style.tracking_em);
        const std::vector<view::GlyphPen> pens = view::pens_of(item, shaped);
        for (const bool halo : {true, false}) {
            if (halo && (item.style.halo.a <= 0 || item.style.halo_px <= 0)) continue;
            for (std::size_t i = 0; i < pens.size(); ++i) {
                cairo_save(cr);
                cairo_translate(cr, double{pens[i].at.x}, double{pens[i].at.y});
                cairo_rotate(cr, std::atan2(double{pens[i].sine}, double{pens[i].cosine}));
                view::PlacedGlyph single = shaped.glyphs[i];
                single.x = single.y = 0;
                paint_glyphs({single}, item.style, halo);
                cairo_new_path(cr);
                cairo_restore(cr);
            }
        }
    }

    void operator()(const view::LayImage& item) { laid.push_back(item); }
    void paint_laid() {
        LaidPixels pixels = laid_pixels(page.map(), laid);
        laid.clear();
        if (pixels.width == 0) return;
        cairo_surface_t* surface = cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.argb.data()),
                                                                       CAIRO_FORMAT_ARGB32, pixels.width, pixels.height, 4 * pixels.width);
        in_map([&] {
            cairo_set_source_surface(cr, surface, pixels.x, pixels.y);
            cairo_paint(cr);
        });
        cairo_surface_finish(surface);
        cairo_surface_destroy(surface);
    }

    void operator()(const view::DrawImage& item) {
        if (!item.image || item.image->width <= 0 || item.image->height <= 0) return;
        const view::Image& image = *item.image;
        const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, image.width);
        std::vector<unsigned char> bgra(static_cast<std::size_t>(stride) * static_cast<std::size_t>(image.height));
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                const std::uint8_t* from =
                    &image.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x))];
                unsigned char* to = &bgra[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride) + 4 * static_cast<std::size_t>(x)];
                for (int c = 0; c < 3; ++c) to[2 - c] = static_cast<unsigned char>(from[c] * from[3] / 255);
                to[3] = from[3];
            }
        }
        cairo_surface_t* surface = cairo_image_surface_create_for_data(bgra.data(), CAIRO_FORMAT_ARGB32, image.width, image.height, stride);
        cairo_save(cr);
        cairo_translate(cr, double{item.rect.x}, double{item.rect.y});
        cairo_scale(cr, double{item.rect.w} / image.width, double{item.rect.h} / image.height);
        cairo_set_source_surface(cr, surface, 0, 0);
        cairo_paint_with_alpha(cr, double{item.alpha});
        cairo_restore(cr);
        cairo_surface_finish(surface);
        cairo_surface_destroy(surface);
    }
};

CairoPainter::CairoPainter(void* surface, const view::Typesetter& type, bool text_as_outlines)
    : impl_(std::make_unique<Impl>(static_cast<cairo_surface_t*>(surface), type, text_as_outlines)) {}

CairoPainter::~CairoPainter() = default;

void CairoPainter::paint(const view::Frame& frame) {
    impl_->set_color(frame.clear);
    cairo_paint(impl_->cr);
    for (const view::Item& item : frame.items) {
        if (!impl_->laid.empty() && !std::holds_alternative<view::LayImage>(item)) impl_->paint_laid();
        std::visit(*impl_, item);
    }
}

std::string CairoPainter::fault() const {
    if (!impl_->fault.empty()) return impl_->fault;
    const cairo_status_t status = cairo_status(impl_->cr);
    return status == CAIRO_STATUS_SUCCESS ? std::string() : cairo_status_to_string(status);
}

}  // namespace dateline::publish
