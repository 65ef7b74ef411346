#include "io/kml.h"

#include "base/files.h"
#include "io/event_record.h"
#include "io/gdal.h"

#include <cpl_minixml.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>

namespace dateline::io {
namespace {

using document::Event;

struct FreeXml {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};

void each_element(const CPLXMLNode* parent, const std::function<void(const CPLXMLNode&)>& visit) {
    for (const CPLXMLNode* node = parent->psChild; node; node = node->psNext)
        if (node->eType == CXT_Element) visit(*node);
}

std::string text_at(const CPLXMLNode* node, const char* path) { return CPLGetXMLValue(node, path, ""); }

geo::Line positions(const CPLXMLNode& node) {
    geo::Line line;
    const std::string text = text_at(&node, "coordinates");
    // "lon,lat[,height]" and white space between; some write spaces after the commas too, and nobody reads those.
    for (std::size_t at = 0; (at = text.find_first_not_of(" \t\r\n", at)) != std::string::npos;) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        const std::string one = text.substr(at, end - at);
        double lon = 0, lat = 0;
        if (std::sscanf(one.c_str(), "%lf,%lf", &lon, &lat) == 2) line.push_back({lon, lat});
        at = end;
    }
    return line;
}

struct Shapes {
    geo::Line points;
    geo::MultiLine lines;
    geo::MultiPolygon areas;

    void gather(const CPLXMLNode& node) {
        const std::string_view kind = node.pszValue;
        if (kind == "Point") {
            if (const geo::Line at = positions(node); !at.empty()) points.push_back(at.front());
        } else if (kind == "LineString" || kind == "LinearRing") {
            if (geo::Line line = positions(node); line.size() > 1) lines.push_back(std::move(line));
        } else if (kind == "Polygon") {
            geo::Polygon area;
            each_element(&node, [&](const CPLXMLNode& side) {
                const std::string_view name = side.pszValue;
                const CPLXMLNode* ring = CPLGetXMLNode(&side, "LinearRing");
                if ((name != "outerBoundaryIs" && name != "innerBoundaryIs") || !ring) return;
                if (geo::Line line = positions(*ring); line.size() > 3)
                    area.insert(name[0] == 'o' ? area.begin() : area.end(), std::move(line));
            });
            if (!area.empty()) areas.push_back(std::move(area));
        } else if (kind == "MultiGeometry") {
            each_element(&node, [this](const CPLXMLNode& part) { gather(part); });
        }
    }
    geo::Geometry take() {
        if (!areas.empty()) return std::move(areas);
        if (!lines.empty()) return std::move(lines);
        if (!points.empty()) return points.front();
        return {};
    }
};

/// ExtendedData/Data[@name]/value and ExtendedData/SchemaData/SimpleData[@name].
void read_data(const CPLXMLNode& extended, const std::function<void(const std::string&, std::string)>& put) {
    each_element(&extended, [&](const CPLXMLNode& item) {
        const std::string_view kind = item.pszValue;
        if (kind == "Data") put(text_at(&item, "name"), text_at(&item, "value"));
        if (kind != "SchemaData") return;
        each_element(&item, [&](const CPLXMLNode& simple) {
            if (std::strcmp(simple.pszValue, "SimpleData") == 0) put(text_at(&simple, "name"), text_at(&simple, ""));
        });
    });
}

void read_placemark(const CPLXMLNode& placemark, EventTable& table) {
    TableRow row;
    row.number = static_cast<std::int64_t>(table.rows.size()) + 1;
    Shapes shapes;
    const auto put = [&](const std::string& name, std::string value) {
        if (name.empty()) return;
        const std::size_t column = table.column(name);
        if (row.cells.size() <= column) row.cells.resize(column + 1, Json(Json::value_t::discarded));
        row.cells[column] = std::move(value);
    };
    if (const CPLXMLNode* extended = CPLGetXMLNode(&placemark, "ExtendedData")) read_data(*extended, put);
    const auto lacks = [&](const char* name) {
        const std::size_t column = table.column(name);
        return row.cells.size() <= column || row.cells[column].is_discarded() || row.cells[column] == "";
    };
    const auto put_if_lacking = [&](const char* name, std::string value) {
        if (!value.empty() && lacks(name)) put(name, std::move(value));
    };
    put_if_lacking("title", text_at(&placemark, "name"));
    put_if_lacking("quote", text_at(&placemark, "description"));
    put_if_lacking("id", text_at(&placemark, "id"));
    put_if_lacking("place", text_at(&placemark, "address"));
    put_if_lacking("begin", text_at(&placemark, "TimeSpan.begin"));
    put_if_lacking("end", text_at(&placemark, "TimeSpan.end"));
    put_if_lacking("date", text_at(&placemark, "TimeStamp.when"));
    each_element(&placemark, [&](const CPLXMLNode& node) { shapes.gather(node); });
    row.geometry = shapes.take();
    table.rows.push_back(std::move(row));
}

void read_container(const CPLXMLNode& container, EventTable& table) {
    each_element(&container, [&](const CPLXMLNode& node) {
        const std::string_view kind = node.pszValue;
        if (kind == "Placemark") read_placemark(node, table);
        else if (kind == "Folder" || kind == "Document") read_container(node, table);
    });
}

std::string escaped(std::string_view text) {
    std::string out;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else if (byte >= 0x20 || c == '\n' || c == '\t') out += c;  // XML 1.0 has no other control characters
    }
    return out;
}

void append_positions(std::string& out, const geo::Line& line) {
    out += "<coordinates>";
    for (const geo::LonLat& p : line)
        out += fmt::format("{}{},{}", out.back() == '>' ? "" : " ", number_text(p.lon_deg), number_text(p.lat_deg));
    out += "</coordinates>";
}

void append_geometry(std::string& out, const geo::Geometry& geometry) {
    if (const auto* point = std::get_if<geo::LonLat>(&geometry)) {
        out += "<Point>";
        append_positions(out, {*point});
        out += "</Point>";
    } else if (const auto* lines = std::get_if<geo::MultiLine>(&geometry)) {
        if (lines->size() > 1) out += "<MultiGeometry>";
        for (const geo::Line& line : *lines) {
            out += "<LineString><tessellate>1</tessellate>";
            append_positions(out, line);
            out += "</LineString>";
        }
        if (lines->size() > 1) out += "</MultiGeometry>";
    } else if (const auto* areas = std::get_if<geo::MultiPolygon>(&geometry)) {
        if (areas->size() > 1) out += "<MultiGeometry>";
        for (const geo::Polygon& area : *areas) {
            out += "<Polygon><tessellate>1</tessellate>";
            for (std::size_t i = 0; i < area.size(); ++i) {
                const char* side = i == 0 ? "outerBoundaryIs" : "innerBoundaryIs";
                out += fmt::format("<{}><LinearRing>", side);
                append_positions(out, area[i]);
                out += fmt::format("</LinearRing></{}>", side);
            }
            out += "</Polygon>";
        }
        if (areas->size() > 1) out += "</MultiGeometry>";
    }
}

/// KML's aabbggrr, of assets/themes/light.json, in the order of Category.
constexpr std::array<const char*, document::kCategoryCount> kCategoryColors{"ff1a34c5", "ffa85718", "ff007ab4", "ff70920f",
                                                                            "ff523d2b", "ffc854a3", "ff48545e", "ff7e6c62"};

void append_styles(std::string& out) {
    for (int i = 0; i < document::kCategoryCount; ++i) {
        const char* color = kCategoryColors[static_cast<std::size_t>(i)];
        out += fmt::format(
            "<Style id=\"{}\"><IconStyle><color>{}</color></IconStyle><LineStyle><color>{}</color><width>2</width></LineStyle>"
            "<PolyStyle><color>40{}</color></PolyStyle></Style>\n",
            name_of(static_cast<document::Category>(i)), color, color, color + 2);
    }
}

void append_placemark(std::string& out, const Event& event) {
    out += fmt::format("<Placemark><name>{}</name>", escaped(event.title));
    if (!event.quote.empty()) out += fmt::format("<description>{}</description>", escaped(event.quote));
    const std::string begin = record_text(event, "begin"), end = record_text(event, "end");
    if (!begin.empty() || !end.empty()) {
        out += "<TimeSpan>";
        if (!begin.empty()) out += fmt::format("<begin>{}</begin>", begin);
        if (!end.empty()) out += fmt::format("<end>{}</end>", end);
        out += "</TimeSpan>";
    }
    out += fmt::format("<styleUrl>#{}</styleUrl><ExtendedData>", name_of(event.category));
    const auto data = [&](std::string_view name, const std::string& value) {
        out += fmt::format("<Data name=\"{}\"><value>{}</value></Data>", escaped(name), escaped(value));
    };
    for (std::string_view column : kRecordColumns) data(column, record_text(event, column));
    for (const auto& [key, value] : event.extra)
        if (record_column(key) < 0) data(key, extra_text(value));
    out += "</ExtendedData>";
    append_geometry(out, event.geometry);
    out += "</Placemark>\n";
}

}  // namespace

base::Result<EventTable> read_kml(const std::filesystem::path& path) {
    const auto bytes = base::read_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string where = path.string();
    if (bytes->find_first_not_of(" \t\r\n") == std::string::npos) return base::fail("is empty", where, "give a KML file");
    if (bytes->starts_with("PK")) return base::fail("is a KMZ archive", where, "unpack it and give the KML file in it");
    const QuietGdal quiet;
    const std::unique_ptr<CPLXMLNode, FreeXml> tree(CPLParseXMLString(bytes->c_str()));
    if (!tree)
        return base::fail("is not well-formed XML: " + gdal_says("it cannot be parsed"), where, "the file may be cut short; get it again");
    CPLStripXMLNamespace(tree.get(), nullptr, TRUE);
    const CPLXMLNode* root = CPLGetXMLNode(tree.get(), "=kml");
    if (!root) return base::fail("is XML, but not KML", where, "give a KML file");
    EventTable table;
    table.file = where;
    table.row_name = ": placemark ";
    read_container(*root, table);
    return table;
}

void write_kml(base::TextSink& out, const document::Briefing& briefing) {
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>";
    text += fmt::format("<name>{}</name>\n", escaped(briefing.title()));
    append_styles(text);
    out += text;
    for (const auto& event : briefing.events()) {
        text.clear();
        append_placemark(text, *event);
        out += text;
    }
    out += "</Document>\n</kml>\n";
}

}  // namespace dateline::io
