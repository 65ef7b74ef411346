#include "io_support.h"

#include "document/event_json.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>

namespace dateline::io::testing {
namespace fs = std::filesystem;

Scratch::Scratch() {
    std::string pattern = (fs::temp_directory_path() / "dateline-io-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

fs::path Scratch::file(const std::string& name, std::string_view content) const {
    std::ofstream out(folder_ / name, std::ios::binary);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    return folder_ / name;
}

std::vector<std::string> Scratch::names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string RandomBriefing::text() {
    static constexpr std::array kPieces{"Baku",     "Türkmenbaşy", "Тбилиси", "a; b", "he said \"no\"", "x,y",  "two\nlines", "<b>&amp;",
                                        "Հայաստան", "tab\there",   "it's",    "007",  "4.20",           "true", "€ 5",        "[1]",
                                        "null"};
    std::string out;
    for (int i = below(4); i >= 0; --i)
        out += (out.empty() ? "" : " ") + std::string(kPieces[static_cast<std::size_t>(below(kPieces.size()))]);
    return out;
}

std::optional<calendar::Edtf> RandomBriefing::date() {
    static constexpr std::array kDates{
        "2023-04-23",        "2023-04",           "1972",  "2022-08/..", "../2027",    "2020~", "2020-09-27/2020-11-10", "199X", "2021-22",
        "2023-04-25T14:30Z", "2023-04-25T00:00Z", "-0043", "Y12345",     "2024-02-29?"};
    const int which = below(static_cast<int>(kDates.size()) + 2);
    if (which >= static_cast<int>(kDates.size())) return std::nullopt;
    return calendar::Edtf::parse(kDates[static_cast<std::size_t>(which)]).value();
}

geo::Line RandomBriefing::line(int points) {
    geo::Line line;
    for (int i = 0; i < points; ++i) line.push_back(at());
    return line;
}

geo::Geometry RandomBriefing::geometry() {
    const auto ring = [&] {
        const geo::LonLat c = at();
        const double r = real(0.1, 1);
        return geo::Line{c, {c.lon_deg + r, c.lat_deg}, {c.lon_deg + r, c.lat_deg + r}, {c.lon_deg, c.lat_deg + r}, c};
    };
    switch (below(5)) {
        case 0: return {};
        case 1: return at();
        case 2: return geo::MultiLine{line(3)};
        case 3: return geo::MultiLine{line(2), line(4)};
        default: return geo::MultiPolygon{{ring()}, {ring()}};
    }
}

document::TextSpan RandomBriefing::span() {
    const auto begin = static_cast<std::uint32_t>(below(5000));
    return {begin, begin + static_cast<std::uint32_t>(below(200))};
}

document::Event RandomBriefing::event(int number) {
    document::Event e;
    e.id = "e" + std::to_string(1000 + number);
    e.title = text(), e.date = date(), e.date_text = text(), e.place = text(), e.place_text = text(), e.kind = text();
    e.place_id = "geonames:" + std::to_string(below(100000));
    e.attribution = text(), e.quote = text(), e.source = "bulletin-1", e.section = text();
    e.date_basis = static_cast<document::DateBasis>(below(5));
    e.place_basis = static_cast<document::PlaceBasis>(below(3));
    e.place_precision = static_cast<document::PlacePrecision>(below(9));
    e.category = static_cast<document::Category>(below(8));
    e.review = static_cast<document::Review>(below(4));
    e.place_radius_km = real(0, 500), e.confidence = real(0, 1);
    e.geometry = geometry();
    for (int i = below(4); i > 0; --i) e.actors.push_back(text()), e.actor_spans.push_back(span());
    e.quote_span = span(), e.date_span = span(), e.place_span = span();
    static constexpr std::array kValues{"5", "-7.25", "true", "null", "\"text\"", "\"007\"", "[1,2]", "{\"a\":\"b\"}", "\"5\"", "\"\""};
    for (const char* key : {"fatalities", "Title", "note, with comma", "FID"})
        if (below(2) == 0) e.extra.emplace_back(key, kValues[static_cast<std::size_t>(below(kValues.size()))]);
    return e;
}

document::Event RandomBriefing::plain_event(int number) {
    document::Event e = event(number);
    e.date_span = e.place_span = {};
    e.actor_spans.clear();
    e.place_radius_km = std::round(e.place_radius_km), e.confidence = std::round(e.confidence * 10) / 10;
    e.geometry = document::geometry_from_geojson(document::geojson_of(e.geometry)).value();
    std::erase_if(e.extra, [](const auto& item) { return item.first == "Title"; });
    return e;
}

document::Route RandomBriefing::route(int number) {
    document::Route route;
    route.id = "route-" + std::to_string(number), route.name = text(), route.short_name = text(), route.summary = text();
    route.kind = static_cast<document::RouteKind>(below(6)), route.status = static_cast<document::RouteStatus>(below(5));
    for (int i = below(3); i > 0; --i) route.sources.push_back(text());
    for (int i = below(3); i > 0; --i) route.credits.push_back(text());
    for (int i = 0; i <= below(4); ++i) {
        document::RouteSegment segment;
        segment.name = text(), segment.branch = "main", segment.order = i + 1, segment.medium = "gas", segment.source = text();
        segment.kind = static_cast<document::RouteKind>(below(6)), segment.status = static_cast<document::RouteStatus>(below(5));
        segment.from = date(), segment.to = date();
        segment.stops = {text(), text()};
        segment.line = line(2 + below(5));
        if (below(2)) segment.stop_at = {0, 1};
        route.segments.push_back(std::move(segment));
    }
    return route;
}

document::Briefing RandomBriefing::briefing(int events) {
    document::Briefing::Parts parts;
    parts.title = text();
    for (int i = 0; i < events; ++i) parts.events.push_back(std::make_shared<document::Event>(event(i)));
    document::Bulletin bulletin;
    bulletin.id = "bulletin-1", bulletin.title = text(), bulletin.file_name = "news.md", bulletin.published = date();
    bulletin.published_reason = text(), bulletin.text = text() + "\n\n" + text();
    parts.bulletins.push_back(std::make_shared<document::Bulletin>(std::move(bulletin)));
    for (int i = 0; i < below(3); ++i) parts.routes.push_back(std::make_shared<document::Route>(route(i)));
    for (int i = 0; i < below(3); ++i) {
        document::Scene scene;
        scene.id = "scene-" + std::to_string(i), scene.title = text(), scene.caption = text(), scene.center = at();
        scene.zoom = real(0, 12), scene.bearing_deg = real(-180, 180), scene.projection = "globe";
        scene.at = date(), scene.window = date(), scene.routes_shown = {"route-0"}, scene.selected = "e1000";
        parts.scenes.push_back(std::make_shared<document::Scene>(std::move(scene)));
    }
    return document::Briefing(std::move(parts));
}

std::string difference(const document::Briefing& a, const document::Briefing& b) {
    if (a.title() != b.title()) return "title: " + a.title() + " / " + b.title();
    const auto compare = [](const auto& x, const auto& y, const char* what) -> std::string {
        if (x.size() != y.size()) return std::string(what) + ": " + std::to_string(x.size()) + " / " + std::to_string(y.size());
        for (std::size_t i = 0; i < x.size(); ++i)
            if (!(*x[i] == *y[i])) return std::string(what) + " " + x[i]->id;
        return {};
    };
    if (auto d = compare(a.bulletins(), b.bulletins(), "document"); !d.empty()) return d;
    if (auto d = compare(a.routes(), b.routes(), "route"); !d.empty()) return d;
    if (auto d = compare(a.scenes(), b.scenes(), "scene"); !d.empty()) return d;
    const auto d = compare(a.events(), b.events(), "event");
    if (d.empty() || a.events().size() != b.events().size()) return d;
    for (std::size_t i = 0; i < a.events().size(); ++i) {
        if (*a.events()[i] == *b.events()[i]) continue;
        const std::string x = document::json_of(*a.events()[i], document::EventFields::All),
                          y = document::json_of(*b.events()[i], document::EventFields::All);
        const auto from = static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first - x.begin());
        const std::size_t first = from < 40 ? 0 : from - 40;
        return d + ": …" + x.substr(first, 100) + " / …" + y.substr(std::min(first, y.size()), 100);
    }
    return d;
}

}  // namespace dateline::io::testing
