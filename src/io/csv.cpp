#include "io/csv.h"

#include "base/files.h"
#include "io/event_record.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <set>

namespace dateline::io {
namespace {

using document::Event;

bool is_utf8(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<int32_t>(text.size()), &error);
    return error == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(error);
}

std::string from_windows_1252(const std::string& text) {
    std::string out;
    icu::UnicodeString(text.data(), static_cast<int32_t>(text.size()), "windows-1252").toUTF8String(out);
    return out;
}

char separator_of(std::string_view header) {
    char best = ',';
    std::ptrdiff_t most = 0;
    for (char candidate : {',', ';', '\t'}) {
        const auto count = std::count(header.begin(), header.end(), candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

void append_cell(std::string& out, std::string_view cell) {
    if (cell.find_first_of(",;\"\r\n") == std::string_view::npos && (cell.empty() || (cell.front() != ' ' && cell.back() != ' '))) {
        out += cell;
        return;
    }
    out += '"';
    for (char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

std::string wkt_list(const geo::Line& line) {
    std::string out;
    for (const geo::LonLat& p : line)
        out += fmt::format("{}{} {}", out.empty() ? "(" : ",", number_text(p.lon_deg), number_text(p.lat_deg));
    return out + ")";
}

std::string wkt_list(const std::vector<geo::Line>& lines) {
    std::string out;
    for (const geo::Line& line : lines) out += (out.empty() ? "(" : ",") + wkt_list(line);
    return out + ")";
}

/// Coordinates in the shortest form that reads back the same, which GDAL's own writer does not give.
std::string wkt_of(const geo::Geometry& geometry) {
    if (const auto* point = std::get_if<geo::LonLat>(&geometry)) return "POINT " + wkt_list(geo::Line{*point});
    if (const auto* lines = std::get_if<geo::MultiLine>(&geometry); lines && !lines->empty())
        return lines->size() == 1 ? "LINESTRING " + wkt_list(lines->front()) : "MULTILINESTRING " + wkt_list(*lines);
    const auto* areas = std::get_if<geo::MultiPolygon>(&geometry);
    if (!areas || areas->empty()) return {};
    if (areas->size() == 1) return "POLYGON " + wkt_list(areas->front());
    std::string out;
    for (const geo::Polygon& area : *areas) out += (out.empty() ? "MULTIPOLYGON (" : ",") + wkt_list(area);
    return out + ")";
}

std::string csv_name(const std::string& extra) { return extra == "lon" || extra == "lat" || extra == "wkt" ? extra + "_given" : extra; }

/// Names of the properties that are not of the record, in order of first appearance.
std::vector<std::string> extra_names(const document::Briefing& briefing) {
    std::vector<std::string> names;
    std::set<std::string_view> seen;
    for (const auto& event : briefing.events())
        for (const auto& [key, value] : event->extra)
            if (record_column(key) < 0 && seen.insert(key).second) names.push_back(key);
    return names;
}

void append_event(std::string& row, const document::Event& event, const std::vector<std::string>& extras) {
    for (std::string_view column : kRecordColumns) {
        append_cell(row, record_text(event, column));
        row += ',';
    }
    if (std::holds_alternative<std::monostate>(event.geometry)) {
        row += ",,";
    } else {
        const geo::LonLat at = geo::anchor(event.geometry);
        row += fmt::format("{},{},", number_text(at.lon_deg), number_text(at.lat_deg));
    }
    append_cell(row, wkt_of(event.geometry));
    for (const std::string& name : extras) {
        row += ',';
        const auto it = std::find_if(event.extra.begin(), event.extra.end(), [&](const auto& e) { return e.first == name; });
        if (it != event.extra.end()) append_cell(row, extra_text(it->second));
    }
    row += '\n';
}

}  // namespace

CsvRows parse_csv(std::string_view text, char separator) {
    CsvRows out;
    std::vector<std::string> row;
    std::string cell;
    std::size_t line = 1, row_line = 1;
    bool quoted = false, was_quoted = false;
    const auto end_cell = [&] {
        row.push_back(std::move(cell));
        cell.clear();
        was_quoted = false;
    };
    const auto end_row = [&] {
        end_cell();
        if (row.size() > 1 || !row.front().empty()) {
            out.rows.push_back(std::move(row));
            out.lines.push_back(row_line);
        }
        row.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') ++line;
        if (quoted) {
            if (c != '"') cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"') cell += text[++i];
            else quoted = false;
        } else if (c == '"' && cell.empty() && !was_quoted) {
            quoted = was_quoted = true;
        } else if (c == separator) {
            end_cell();
        } else if (c == '\n' || (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) {
            end_row();
            row_line = line;
        } else if (c != '\r') {
            cell += c;
        }
    }
    out.unclosed = quoted;
    if (!cell.empty() || !row.empty()) end_row();
    return out;
}

base::Result<EventTable> read_csv(const std::filesystem::path& path, std::vector<std::string>& warnings) {
    auto bytes = base::read_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string where = path.string();
    if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
    if (bytes->find_first_not_of(" \t\r\n") == std::string::npos) return base::fail("is empty", where, "give a table with a header row");
    if (bytes->find('\0') != std::string::npos) return base::fail("is not a text file", where, "save it as CSV in UTF-8");
    if (!is_utf8(*bytes)) {
        *bytes = from_windows_1252(*bytes);
        warnings.push_back(
            base::Error{"is not in UTF-8 and is read as Windows-1252", where, "save it as UTF-8 if letters look wrong"}.line());
    }
    CsvRows csv = parse_csv(*bytes, separator_of(std::string_view(*bytes).substr(0, bytes->find('\n'))));
    if (csv.unclosed)
        return base::fail("a quote is opened and never closed", fmt::format("{}:{}", where, csv.lines.back()), "close it with another \"");
    EventTable table;
    table.file = where;
    table.row_name = ":";
    for (const std::string& name : csv.rows.front()) {
        const bool taken = std::find(table.columns.begin(), table.columns.end(), name) != table.columns.end();
        table.columns.push_back(taken || name.empty() ? fmt::format("{}_{}", name.empty() ? "column" : name, table.columns.size() + 1)
                                                      : name);
    }
    std::size_t long_rows = 0, first_long = 0;
    for (std::size_t r = 1; r < csv.rows.size(); ++r) {
        std::vector<std::string>& cells = csv.rows[r];
        if (cells.size() > table.columns.size() && long_rows++ == 0) first_long = csv.lines[r];
        cells.resize(table.columns.size());
        TableRow row;
        row.number = static_cast<std::int64_t>(csv.lines[r]);
        for (std::string& cell : cells) row.cells.emplace_back(std::move(cell));
        table.rows.push_back(std::move(row));
    }
    if (long_rows > 0)
        warnings.push_back(base::Error{fmt::format("{} rows have more cells than the header; what is too much is left out", long_rows),
                                       fmt::format("{}:{}", where, first_long), "put quotes round cells that hold the separator"}
                               .line());
    return table;
}

void write_csv(base::TextSink& out, const document::Briefing& briefing) {
    const std::vector<std::string> extras = extra_names(briefing);
    std::string row;
    for (std::string_view column : kRecordColumns) row += std::string(column) + ',';
    row += "lon,lat,wkt";
    for (const std::string& name : extras) {
        row += ',';
        append_cell(row, csv_name(name));
    }
    row += '\n';
    out += row;
    for (const auto& event : briefing.events()) {
        row.clear();
        append_event(row, *event, extras);
        out += row;
    }
}

}  // namespace dateline::io
