#include "io/event_record.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace dateline::io {
namespace {

using document::Event;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string text_in(const Json& cell) {
    if (cell.is_null()) return {};
    return cell.is_string() ? cell.get<std::string>() : cell.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<double> number_in(const Json& cell) {
    if (cell.is_number()) return cell.get<double>();
    if (!cell.is_string()) return std::nullopt;
    const std::string& whole = cell.get_ref<const std::string&>();
    const std::string_view text = trimmed(whole);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<std::string> names_in(const Json& cell) {
    std::vector<std::string> names;
    if (cell.is_array()) {
        for (const Json& item : cell) names.push_back(text_in(item));
        return names;
    }
    const std::string whole = text_in(cell);
    if (trimmed(whole).starts_with('[')) {
        const Json list = Json::parse(whole, nullptr, false);
        if (list.is_array()) return names_in(list);
    }
    for (std::string_view rest = whole; !rest.empty();) {
        const auto stop = rest.find(';');
        if (const auto name = trimmed(rest.substr(0, stop)); !name.empty()) names.emplace_back(name);
        rest = stop == std::string_view::npos ? std::string_view{} : rest.substr(stop + 1);
    }
    return names;
}

std::string names_text(const std::vector<std::string>& names) {
    const auto plain = [](const std::string& name) {
        return !name.empty() && name.find(';') == name.npos && name.front() != '[' && trimmed(name) == name;
    };
    if (!std::all_of(names.begin(), names.end(), plain)) return Json(names).dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
    return out;
}

base::Result<> set_number(double& out, std::string_view column, const Json& cell) {
    const auto value = number_in(cell);
    if (!value) return base::fail(fmt::format("'{}' is not a number", text_in(cell)), std::string(column));
    out = *value;
    return {};
}

base::Result<> set_offset(std::uint32_t& out, std::string_view column, const Json& cell) {
    const auto value = number_in(cell);
    if (!value || *value < 0 || *value > 4294967295.0 || *value != std::floor(*value))
        return base::fail(fmt::format("'{}' is not an offset", text_in(cell)), std::string(column));
    out = static_cast<std::uint32_t>(*value);
    return {};
}

template <class Enum>
base::Result<> set_name(Enum& out, std::string_view column, const Json& cell, std::optional<Enum> (*named)(std::string_view)) {
    const std::string text = text_in(cell);
    const auto known = named(trimmed(text));
    if (!known) return base::fail(fmt::format("'{}' is not a {} that Dateline knows", text, column), std::string(column));
    out = *known;
    return {};
}

template <class E>
auto text_field(E& e, std::string_view column) -> decltype(&e.id) {
    if (column == "id") return &e.id;
    if (column == "title") return &e.title;
    if (column == "date_text") return &e.date_text;
    if (column == "place") return &e.place;
    if (column == "place_id") return &e.place_id;
    if (column == "place_text") return &e.place_text;
    if (column == "kind") return &e.kind;
    if (column == "attribution") return &e.attribution;
    if (column == "quote") return &e.quote;
    if (column == "source") return &e.source;
    if (column == "section") return &e.section;
    return nullptr;
}

}  // namespace

int record_column(std::string_view name) {
    const auto it = std::find(kRecordColumns.begin(), kRecordColumns.end(), name);
    return it == kRecordColumns.end() ? -1 : static_cast<int>(it - kRecordColumns.begin());
}

std::string number_text(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

std::string record_text(const Event& e, std::string_view column) {
    if (const std::string* text = text_field(e, column)) return *text;
    if (column == "date") return e.date ? e.date->text() : "";
    if (column == "begin") return e.date ? e.date->begin_iso() : "";
    if (column == "end") return e.date ? e.date->end_iso() : "";
    if (column == "date_basis") return std::string(name_of(e.date_basis));
    if (column == "place_basis") return std::string(name_of(e.place_basis));
    if (column == "place_precision") return std::string(name_of(e.place_precision));
    if (column == "place_radius_km") return number_text(e.place_radius_km);
    if (column == "category") return std::string(name_of(e.category));
    if (column == "actors") return names_text(e.actors);
    if (column == "char_start") return std::to_string(e.quote_span.begin);
    if (column == "char_end") return std::to_string(e.quote_span.end);
    if (column == "confidence") return number_text(e.confidence);
    if (column == "review") return std::string(name_of(e.review));
    return {};
}

base::Result<> set_record_column(Event& e, std::string_view column, const Json& cell) {
    if (cell.is_null() || (cell.is_string() && trimmed(cell.get_ref<const std::string&>()).empty())) return {};
    if (std::string* text = text_field(e, column)) {
        *text = text_in(cell);
        return {};
    }
    if (column == "date") {
        auto date = calendar::Edtf::parse(trimmed(text_in(cell)));
        if (!date) return base::fail(fmt::format("'{}': {}", text_in(cell), date.error().what), "date");
        e.date = *date;
    }
    if (column == "date_basis") return set_name(e.date_basis, column, cell, &document::date_basis_named);
    if (column == "place_basis") return set_name(e.place_basis, column, cell, &document::place_basis_named);
    if (column == "place_precision") return set_name(e.place_precision, column, cell, &document::place_precision_named);
    if (column == "place_radius_km") return set_number(e.place_radius_km, column, cell);
    if (column == "category") return set_name(e.category, column, cell, &document::category_named);
    if (column == "actors") e.actors = names_in(cell);
    if (column == "char_start") return set_offset(e.quote_span.begin, column, cell);
    if (column == "char_end") return set_offset(e.quote_span.end, column, cell);
    if (column == "confidence") return set_number(e.confidence, column, cell);
    if (column == "review") return set_name(e.review, column, cell, &document::review_named);
    return {};  // begin and end are what `date` makes them
}

std::string extra_text(const std::string& json) {
    const Json value = Json::parse(json, nullptr, false);
    if (value.is_discarded()) return json;
    return text_in(value);
}

std::string extra_json(const std::string& text) {
    const Json value = Json::parse(text, nullptr, false);
    const bool as_json = !value.is_discarded() && !value.is_string() && !value.is_null() && value.dump() == text;
    return as_json ? text : Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dateline::io
