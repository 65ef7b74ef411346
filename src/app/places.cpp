#include "app/places.h"

#include "document/fold.h"
#include "extract/place_feature.h"

#include <algorithm>
#include <vector>

namespace dateline::app {
namespace {

std::string country_name(const document::Gazetteer& gazetteer, std::string_view iso_a2) {
    if (iso_a2.empty()) return {};
    const std::int64_t row = gazetteer.index_of("iso:" + std::string(iso_a2));
    return row < 0 ? std::string() : std::string(gazetteer.place(static_cast<std::uint32_t>(row)).name);
}

/// Latin, Greek, Cyrillic, Armenian and Georgian: what is set letter by letter and has a face in the interface.
bool is_readable(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = document::next_code_point(name, at);
        const bool known = c < 0x590 || (c >= 0x10A0 && c < 0x1100) || (c >= 0x1E00 && c < 0x2000) || c == U'’' || c == U'–' || c == U'ʼ';
        if (!known) return false;
    }
    return true;
}

bool is_latin(std::string_view name) {
    std::size_t at = 0;
    return document::next_code_point(name, at) < 0x370;
}

/// Spellings that differ only in marks and case are one name.
void drop_alike(std::vector<std::string>& names, const std::string& shown) {
    std::vector<std::string> folded{document::fold_name(shown)};
    std::erase_if(names, [&](const std::string& name) {
        std::string fold = document::fold_name(name);
        if (std::find(folded.begin(), folded.end(), fold) != folded.end()) return true;
        folded.push_back(std::move(fold));
        return false;
    });
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

std::string names_elsewhere(const document::Gazetteer& gazetteer, const document::Event& event, std::size_t most) {
    const std::int64_t row = gazetteer.index_of(event.place_id);
    if (row < 0) return {};
    std::vector<std::string> names = lines_of(gazetteer.place(static_cast<std::uint32_t>(row)).other_names);
    std::erase_if(names, [](const std::string& name) { return !is_readable(name); });
    // Of names that fold alike the one with more marks is the local one; it stands first.
    std::stable_sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
        const auto key = [](const std::string& n) {
            return std::pair(!is_latin(n),
                             -static_cast<std::ptrdiff_t>(std::count_if(n.begin(), n.end(), [](char c) { return (c & 0x80) != 0; })));
        };
        return key(a) < key(b);
    });
    drop_alike(names, event.place);
    // Half the room at least is for other scripts.
    std::string shown;
    std::size_t latin = 0, other = 0;
    for (const std::string& name : names) {
        std::size_t& count = is_latin(name) ? latin : other;
        if (count >= most / 2) continue;
        ++count;
        shown += (shown.empty() ? "" : ", ") + name;
    }
    return shown;
}

std::string other_names(const document::Gazetteer& gazetteer, const document::Event& event) {
    const std::int64_t row = gazetteer.index_of(event.place_id);
    if (row < 0) return {};
    const document::Place place = gazetteer.place(static_cast<std::uint32_t>(row));
    std::string names;
    const auto add = [&](std::string_view name) {
        if (name.empty() || name == event.place || names.find(name) != std::string::npos) return;
        names += (names.empty() ? "" : ", ") + std::string(name);
    };
    add(place.name);
    if (place.kind != document::PlaceKind::Country) add(country_name(gazetteer, place.country));
    return names;
}

std::optional<ui::PlaceFound> find_place(const document::Gazetteer& gazetteer, std::string_view name) {
    for (const document::NameMatch& match : gazetteer.find(document::fold_name(name))) {
        if (match.adjective) continue;
        const document::Place place = gazetteer.place(match.place);
        ui::PlaceFound found;
        found.id = place.id;
        found.name = place.name;
        found.precision = extract::precision_of(place, {});
        found.radius_km = static_cast<double>(extract::radius_of(place, found.precision));
        found.geometry = extract::geometry_of(gazetteer, place, found.precision);
        return found;
    }
    return std::nullopt;
}

}  // namespace dateline::app
