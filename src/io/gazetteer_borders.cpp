#include "io/gazetteer_borders.h"

#include "io/basemap_rows.h"

#include <string>
#include <utility>
#include <variant>

namespace dateline::io {
namespace {

constexpr double kTolerance_deg = 0.005;  // an event's record holds the whole line

struct Sides {
    std::string a, b;
};

void add(const Sides& sides, const Row& row, document::GazetteerBuilder& out) {
    const geo::Geometry shape = geometry_of(row.shape.get());
    const auto* lines = std::get_if<geo::MultiLine>(&shape);
    if (!lines) return;
    for (const geo::Line& line : *lines) out.add_border(sides.a, sides.b, geo::simplify(line, kTolerance_deg));
}

}  // namespace

base::Result<> add_borders(const std::filesystem::path& maps_folder, const std::function<std::string(std::string_view)>& code_of,
                           document::GazetteerBuilder& out) {
    const std::filesystem::path base_folder = maps_folder / "base";
    auto agreed = read_layer(base_folder / "borders_10m.fgb", {"left", "right"});
    if (!agreed) return tl::unexpected(agreed.error());
    for (const Row& row : *agreed) add({code_of(row.text("left")), code_of(row.text("right"))}, row, out);

    auto disputed = read_layer(base_folder / "disputed.fgb", {"side_a", "side_b", "kind", "end"});
    if (!disputed) return tl::unexpected(disputed.error());
    std::vector<std::pair<Sides, const Row*>> held;
    for (const Row& row : *disputed) {
        Sides sides{code_of(row.text("side_a")), code_of(row.text("side_b"))};
        const std::string kind = row.text("kind");
        if (kind == "claim" || !row.text("end").empty() || sides.a == sides.b) continue;
        // a line inside one side's land, where the two have an agreed border elsewhere, is no border of theirs: Perekop
        if (kind == "boundary" && out.has_border(sides.a, sides.b)) continue;
        held.emplace_back(std::move(sides), &row);
    }
    for (const auto& [sides, row] : held) add(sides, *row, out);
    return {};
}

}  // namespace dateline::io
