#include "io/gazetteer_bake.h"

#include "base/files.h"
#include "document/gazetteer_build.h"
#include "io/gazetteer_areas.h"
#include "io/gazetteer_borders.h"
#include "io/gazetteer_tsv.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>

namespace dateline::io {
namespace {

using document::GazetteerBuilder;
using document::Place;
using document::PlaceKind;
using document::WordUse;

PlaceKind kind_named(std::string_view name) {
    static const std::map<std::string_view, PlaceKind> kinds{{"settlement", PlaceKind::Settlement},
                                                             {"town", PlaceKind::Settlement},
                                                             {"city", PlaceKind::Settlement},
                                                             {"capital", PlaceKind::Capital},
                                                             {"district", PlaceKind::District},
                                                             {"region", PlaceKind::Region},
                                                             {"country", PlaceKind::Country},
                                                             {"country_group", PlaceKind::CountryGroup},
                                                             {"country-group", PlaceKind::CountryGroup},
                                                             {"group", PlaceKind::CountryGroup},
                                                             {"continent", PlaceKind::Continent},
                                                             {"sea", PlaceKind::Sea},
                                                             {"ocean", PlaceKind::Sea},
                                                             {"water", PlaceKind::Sea},
                                                             {"gulf", PlaceKind::Sea},
                                                             {"bay", PlaceKind::Sea},
                                                             {"strait", PlaceKind::Strait},
                                                             {"canal", PlaceKind::Strait},
                                                             {"river", PlaceKind::River},
                                                             {"lake", PlaceKind::Lake},
                                                             {"mountain", PlaceKind::Mountain},
                                                             {"range", PlaceKind::Mountain},
                                                             {"mountains", PlaceKind::Mountain},
                                                             {"island", PlaceKind::Island},
                                                             {"islands", PlaceKind::Island},
                                                             {"peninsula", PlaceKind::Region},
                                                             {"desert", PlaceKind::Region},
                                                             {"landmark", PlaceKind::Landmark},
                                                             {"site", PlaceKind::Landmark},
                                                             {"port", PlaceKind::Landmark},
                                                             {"corridor", PlaceKind::Corridor},
                                                             {"pipeline", PlaceKind::Corridor},
                                                             {"railway", PlaceKind::Corridor},
                                                             {"road", PlaceKind::Road},
                                                             {"historic", PlaceKind::Historic},
                                                             {"historical", PlaceKind::Historic}};
    const auto it = kinds.find(name);
    return it == kinds.end() ? PlaceKind::Region : it->second;
}

PlaceKind kind_of_feature(std::string_view code) {
    if (code == "PPLC") return PlaceKind::Capital;
    if (code == "ADM1") return PlaceKind::Region;
    if (code.starts_with("ADM")) return PlaceKind::District;
    return PlaceKind::Settlement;
}

constexpr double kDistrictRadiusKm = 35;

/// A town's reach grows with the root of its people: 4 km for 100,000, 12 km for a million.
float settlement_radius_km(double population) { return static_cast<float>(std::clamp(0.0125 * std::sqrt(population), 1.5, 35.0)); }

bool is_code(std::string_view name) {
    return name.size() <= 4 &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// GeoNames' alternates hold airport codes and web links beside names.
bool is_usable_alternate(std::string_view name) { return name.size() >= 3 && !is_code(name) && name.find("://") == std::string_view::npos; }

std::string country_code(std::string_view cell) { return std::string(cell.size() == 2 ? cell : std::string_view{}); }

/// "De Witt" and "La Grange" are as often written DeWitt and LaGrange; empty for a name without such an article.
std::string joined_name(std::string_view name) {
    for (const std::string_view article : {"De ", "La ", "Le ", "Du ", "Mc "})
        if (name.starts_with(article)) return std::string(name.substr(0, 2)) += name.substr(article.size());
    return {};
}

base::Result<> add_places(const std::filesystem::path& file, GazetteerBuilder& out) {
    auto table = Tsv::read(file);
    if (!table) return tl::unexpected(table.error());
    const auto name = table->need({"name"});
    const auto lat = table->need({"lat", "latitude"});
    const auto lon = table->need({"lon", "longitude"});
    for (const auto* wanted : {&name, &lat, &lon})
        if (!*wanted) return tl::unexpected(wanted->error());
    const int id = table->column({"geonameid", "id"});
    const int ascii = table->column({"asciiname", "ascii"});
    const int alternates = table->column({"alternates", "alternatenames"});
    const int feature = table->column({"feature_code", "feature"});
    const int country = table->column({"country", "country_code", "iso2"});
    const int admin1 = table->column({"admin1_name", "admin1"});
    const int population = table->column({"population", "pop"});
    for (std::size_t row = 0; row < table->size(); ++row) {
        const std::string place_id = fmt::format("geonames:{}", table->at(row, id));
        const std::string code = country_code(table->at(row, country));
        Place place;
        place.id = place_id;
        place.name = table->at(row, *name);
        place.at = {table->number(row, *lon), table->number(row, *lat)};
        place.kind = kind_of_feature(table->at(row, feature));
        place.country = code;
        place.admin1 = table->at(row, admin1);
        place.population = table->number(row, population);
        // A quarter is no rival to a town of its name.
        if (table->at(row, feature) == "PPLX") place.population *= 0.1;
        place.radius_km = settlement_radius_km(place.population);
        const std::uint32_t index = out.add_place(place);
        out.add_name(index, place.name, true);
        out.add_name(index, table->at(row, ascii), true);
        constexpr std::string_view kCityOf = "City of ";  // "City of Westminster"
        if (place.name.starts_with(kCityOf)) out.add_name(index, place.name.substr(kCityOf.size()), true);
        if (const std::string joined = joined_name(place.name); code == "US" && !joined.empty()) out.add_name(index, joined, true);
        for (std::string_view alternate : split_list(table->at(row, alternates)))
            if (is_usable_alternate(alternate)) out.add_name(index, alternate, false);
    }
    return {};
}

/// adm0_a3 → ISO 3166-1 alpha-2, learnt from the table of countries.
using CountryCodes = std::map<std::string, std::string, std::less<>>;

std::string code_in(const CountryCodes& codes, std::string_view adm0_a3) {
    const auto known = codes.find(adm0_a3);
    return known == codes.end() ? std::string{} : known->second;
}

base::Result<> add_countries(const std::filesystem::path& file, GazetteerBuilder& out, CountryCodes& codes) {
    auto table = Tsv::read(file);
    if (!table) return tl::unexpected(table.error());
    const auto name = table->need({"name"});
    const auto iso2 = table->need({"iso2", "iso_a2", "country"});
    const auto lat = table->need({"lat", "latitude"});
    const auto lon = table->need({"lon", "longitude"});
    for (const auto* wanted : {&name, &iso2, &lat, &lon})
        if (!*wanted) return tl::unexpected(wanted->error());
    const int adm0 = table->column({"adm0_a3", "iso3"});
    const int official = table->column({"official", "official_name"});
    const int alternates = table->column({"alternates", "alternate_names"});
    const int demonyms = table->column({"demonyms", "adjectives"});
    const int adjectives = table->column({"adjectives", "demonyms"});
    const int radius = table->column({"radius_km"});
    const int population = table->column({"population"});
    const int thousands = table->column({"population_thousands"});
    for (std::size_t row = 0; row < table->size(); ++row) {
        const std::string code = country_code(table->at(row, *iso2));
        const std::string place_id = fmt::format("iso:{}", table->at(row, *iso2));
        codes[std::string(table->at(row, adm0))] = code;
        Place place;
        place.id = place_id;
        place.name = table->at(row, *name);
        place.at = {table->number(row, *lon), table->number(row, *lat)};
        place.kind = PlaceKind::Country;
        place.country = code;
        place.population = std::max(table->number(row, population), 1000 * table->number(row, thousands));
        place.radius_km = static_cast<float>(table->number(row, radius, 300));
        const std::uint32_t index = out.add_place(place);
        out.add_name(index, place.name, true);
        out.add_name(index, table->at(row, official), true);
        for (std::string_view n : split_list(table->at(row, alternates))) out.add_name(index, n, true);
        for (std::string_view n : split_list(table->at(row, demonyms))) out.add_name(index, n, false, true);
        for (std::string_view n : split_list(table->at(row, adjectives))) out.add_name(index, n, false, true);
    }
    return {};
}

base::Result<> add_divisions(const std::filesystem::path& file, const CountryCodes& codes, GazetteerBuilder& out) {
    auto table = Tsv::read(file);
    if (!table) return tl::unexpected(table.error());
    const auto name = table->need({"name"});
    const auto lat = table->need({"lat", "latitude"});
    const auto lon = table->need({"lon", "longitude"});
    for (const auto* wanted : {&name, &lat, &lon})
        if (!*wanted) return tl::unexpected(wanted->error());
    const int id = table->column({"id", "code", "iso_3166_2"});
    const int alternates = table->column({"alternates", "alternatenames"});
    const int adm0 = table->column({"adm0_a3", "iso3"});
    const int population = table->column({"population"});
    const int radius = table->column({"radius_km"});
    for (std::size_t row = 0; row < table->size(); ++row) {
        const std::string_view own_id = table->at(row, id);
        const std::string place_id = own_id.find(':') == own_id.npos ? fmt::format("adm1:{}", own_id) : std::string(own_id);
        const auto known = codes.find(table->at(row, adm0));
        Place place;
        place.id = place_id;
        place.name = table->at(row, *name);
        place.at = {table->number(row, *lon), table->number(row, *lat)};
        // First-level divisions differ by country in size by a thousand: a rayon is a district, an oblast a region.
        place.kind = table->number(row, radius, 60) < kDistrictRadiusKm ? PlaceKind::District : PlaceKind::Region;
        if (known != codes.end()) place.country = known->second;
        place.population = table->number(row, population);
        place.radius_km = static_cast<float>(table->number(row, radius, 60));
        const std::uint32_t index = out.add_place(place);
        out.add_name(index, place.name, true);
        for (std::string_view alternate : split_list(table->at(row, alternates)))
            if (is_usable_alternate(alternate)) out.add_name(index, alternate, false);
    }
    return {};
}

// What somebody thought worth writing down by hand is better known than a village of the same name.
constexpr double kOwnPopulation = 50000;
// A village that has a post office and is not among the towns of 500 and more.
constexpr double kVillagePopulation = 200;
// A town of 500 and more of which no more is known.
constexpr double kTownPopulation = 1000;

base::Result<> add_overlay(const std::filesystem::path& file, double least_population, GazetteerBuilder& out) {
    auto table = Tsv::read(file);
    if (!table) return tl::unexpected(table.error());
    const auto name = table->need({"name"});
    const auto lat = table->need({"lat", "latitude"});
    const auto lon = table->need({"lon", "longitude"});
    for (const auto* wanted : {&name, &lat, &lon})
        if (!*wanted) return tl::unexpected(wanted->error());
    const int id = table->column({"id"});
    const int alternates = table->column({"alternates"});
    const int adjectives = table->column({"demonyms", "adjectives"});
    const int kind = table->column({"kind"});
    const int precision = table->column({"precision"});
    const int radius = table->column({"radius_km"});
    const int country = table->column({"country", "iso2"});
    const int admin1 = table->column({"admin1"});
    const int population = table->column({"population"});
    const int begin = table->column({"begin"});
    const int end = table->column({"end"});
    for (std::size_t row = 0; row < table->size(); ++row) {
        const std::string code = country_code(table->at(row, country));
        Place place;
        place.id = table->at(row, id);
        place.name = table->at(row, *name);
        place.at = {table->number(row, *lon), table->number(row, *lat)};
        place.kind = kind_named(table->at(row, kind));
        if (place.kind == PlaceKind::Region && table->at(row, precision) == "district") place.kind = PlaceKind::District;
        place.country = code;
        place.admin1 = table->at(row, admin1);
        place.population = std::max(table->number(row, population), least_population);
        place.radius_km = static_cast<float>(table->number(row, radius, 20));
        place.begin = table->at(row, begin);
        place.end = table->at(row, end);
        const std::uint32_t index = out.add_place(place);
        out.add_name(index, place.name, true);
        for (std::string_view n : split_list(table->at(row, alternates))) out.add_name(index, n, true);
        for (std::string_view n : split_list(table->at(row, adjectives))) out.add_name(index, n, false, true);
    }
    return {};
}

/// What people and things of a place are called, beside what the table of states holds: "Chechen", "Londoners", "Soviet".
base::Result<> add_demonyms(const std::filesystem::path& file, GazetteerBuilder& out) {
    auto table = Tsv::read(file);
    if (!table) return tl::unexpected(table.error());
    const auto id = table->need({"id"});
    const auto demonyms = table->need({"demonyms"});
    for (const auto* wanted : {&id, &demonyms})
        if (!*wanted) return tl::unexpected(wanted->error());
    for (std::size_t row = 0; row < table->size(); ++row) {
        const std::int64_t place = out.index_of(table->at(row, *id));
        if (place < 0) continue;
        for (std::string_view n : split_list(table->at(row, *demonyms))) out.add_name(static_cast<std::uint32_t>(place), n, false, true);
    }
    return {};
}

WordUse use_named(std::string_view name) {
    if (name == "common" || name == "common_word" || name == "word" || name == "stop") return WordUse::CommonWord;
    if (name == "given" || name == "given_name" || name == "first" || name == "given-name" || name == "family+given")
        return WordUse::GivenName;
    if (name == "surname" || name == "last" || name == "family") return WordUse::Surname;
    if (name == "month" || name == "weekday") return WordUse::Month;
    if (name == "title") return WordUse::Title;
    return WordUse::Unknown;
}

base::Result<> add_uses(const std::filesystem::path& file, WordUse otherwise, GazetteerBuilder& out) {
    auto table = Tsv::read(file);
    if (!table) return tl::unexpected(table.error());
    const auto word = table->need({"name", "word"});
    if (!word) return tl::unexpected(word.error());
    const int use = table->column({"use", "usually", "kind"});
    for (std::size_t row = 0; row < table->size(); ++row) {
        const WordUse known = use_named(table->at(row, use));
        out.set_use(table->at(row, *word), known == WordUse::Unknown ? otherwise : known);
    }
    return {};
}

}  // namespace

base::Result<> bake_gazetteer(const std::filesystem::path& assets_folder, const std::filesystem::path& maps_folder,
                              const std::filesystem::path& out_file) {
    const std::filesystem::path folder = assets_folder / "gazetteer";
    GazetteerBuilder builder;
    CountryCodes codes;
    const std::function<base::Result<>()> steps[] = {
        [&] { return add_countries(folder / "countries.tsv", builder, codes); },
        [&] { return add_divisions(folder / "admin1.tsv.gz", codes, builder); },
        [&] { return add_overlay(folder / "overlay.tsv", kOwnPopulation, builder); },
        [&] { return add_overlay(folder / "counties.tsv.gz", 0, builder); },
        [&] { return add_overlay(folder / "rivers.tsv.gz", 0, builder); },
        [&] { return add_places(folder / "places.tsv.gz", builder); },
        [&] { return add_overlay(folder / "post_towns.tsv.gz", kVillagePopulation, builder); },
        [&] { return add_overlay(folder / "settled_towns.tsv.gz", kTownPopulation, builder); },
        [&] { return add_demonyms(folder / "demonyms.tsv", builder); },
        [&] {
            return add_borders(
                maps_folder, [&](std::string_view code) { return code_in(codes, code); }, builder);
        },
        [&] { return add_areas(maps_folder, folder, builder); },
        [&] { return add_uses(folder / "people.tsv.gz", WordUse::Surname, builder); },
        [&] { return add_uses(folder / "stoplist.tsv", WordUse::CommonWord, builder); },
    };
    for (const auto& step : steps)
        if (auto done = step(); !done) return done;
    return base::write_file(out_file, builder.bytes());
}

}  // namespace dateline::io
