#pragma once

#include "document/briefing.h"
#include "view/frame.h"

#include <functional>
#include <string>
#include <vector>

namespace dateline::view {

/// Where the sample of a legend's row is drawn: between x0 and x1, its middle at y.
struct LegendCell {
    float x0 = 0, x1 = 0, y = 0, scale = 1;
};

/// A row of the legend: what a mark on the map means.
struct LegendRow {
    /// In the legend's order. `Own`: of a layer that draws its sample itself, with `sample`.
    enum class What : std::uint8_t {
        Category,
        Count,
        Route,
        FerryLeg,
        Own,
        Disputed,
        DisputedArea,
        Hatch,
        FocusLand,
        EventLine,
        AreaPlace,
        ImpreciseDate,
        Arc,
        ArcToCome,
        Heat
    };
    What what = What::Category;
    std::string label, note;  ///< "Solidarity Ring", "planned"
    std::string code;         ///< "STRING": what the shields on its line say
    document::Category category{};
    document::RouteKind kind{};
    document::RouteStatus status{};
    bool emphasised = false;
    float seen_px = 0;  ///< of a route: how much of it is on the map
    std::function<void(const LegendCell&, std::vector<Item>&)> sample{};
};

/// What legend and credits must account for: each layer of the map adds what it drew in this frame, in its own order.
struct MapNotes {
    std::vector<LegendRow> legend;
    std::vector<std::string> credits;  ///< "Natural Earth"; each is named once

    void explain(LegendRow row) { legend.push_back(std::move(row)); }
    void explain(LegendRow::What what, std::string label) {
        LegendRow row;
        row.what = what;
        row.label = std::move(label);
        legend.push_back(std::move(row));
    }
    void credit(const std::string& whom) {
        for (const std::string& known : credits)
            if (known == whom) return;
        if (!whom.empty()) credits.push_back(whom);
    }
};

}  // namespace dateline::view
