#pragma once

#include "base/result.h"
#include "document/basemap.h"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::document {

enum class BoundaryShown : std::uint8_t { Agreed, Disputed, Hidden };

/// What a worldview says of boundaries that the base map has.
struct BoundaryRule {
    std::string name;                ///< of a dispute, with * for any letters; empty: told by `sides`
    std::vector<std::string> sides;  ///< one or two adm0_a3; empty: told by `name`
    BoundaryShown shown = BoundaryShown::Agreed;
    std::vector<std::string> claims;  ///< in place of what the base map says; empty: as it is
    std::string note, source;
    bool operator==(const BoundaryRule&) const = default;
};
/// A boundary that a worldview draws itself.
struct BoundaryLine {
    Dispute facts;  ///< of an agreed one only the name matters
    BoundaryShown shown = BoundaryShown::Disputed;
    geo::MultiLine lines;
    bool operator==(const BoundaryLine&) const = default;
};

/// Whose view of boundaries a map takes: a user's own, in place of the de facto one that ships. docs/worldviews.md.
struct Worldview {
    std::string name;  ///< named in the credits of every picture
    std::string source;
    std::vector<BoundaryRule> rules;  ///< the last that matches wins
    std::vector<BoundaryLine> lines;
    std::string text;  ///< the file as it was read, which a project keeps
    bool operator==(const Worldview&) const = default;
};

/// Whether a file is meant to be one: JSON with a member "dateline" that has a "worldview".
bool looks_like_worldview(std::string_view json);
/// What is wrong with a rule or a line is a warning, and it is left out. Errors: not JSON, no name.
base::Result<Worldview> worldview_from_json(std::string_view json, std::string_view file_name, std::vector<std::string>& warnings);

/// The base map with the boundaries that a worldview wants; areas, labels and lines that no rule names are shared with
/// `shipped`. Rules that match nothing are warned of.
BaseMap with_worldview(const BaseMap& shipped, const Worldview& worldview, std::vector<std::string>& warnings);

}  // namespace dateline::document
