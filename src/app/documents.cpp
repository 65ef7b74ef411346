#include "app/documents.h"

#include "app/named_routes.h"
#include "app/process.h"
#include "base/files.h"
#include "base/id.h"
#include "io/formats.h"
#include "io/layer_vector.h"
#include "io/routes.h"
#include "io/store.h"
#include "session/action.h"

#include <algorithm>
#include <cctype>

namespace dateline::app {
namespace fs = std::filesystem;
namespace {

std::string ending_of(const fs::path& path) {
    std::string ending = path.extension().string();
    for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return ending;
}

template <std::size_t N>
bool any_of(const std::string& ending, const std::array<std::string_view, N>& endings) {
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

/// Pandoc and pdftotext take a name that could look like an option; an absolute path never does.
std::string argument_of(const fs::path& path) { return fs::absolute(path).string(); }

base::Result<std::string> convert_document(const fs::path& path, const std::string& ending) {
    if (ending == ".pdf") return run_program({"pdftotext", "-enc", "UTF-8", argument_of(path), "-"}, "poppler-utils");
    return run_program({"pandoc", "--to", "markdown-smart", "--wrap", "none", argument_of(path)}, "pandoc");
}

void add_all(document::Briefing::Parts& into, const document::Briefing& from) {
    const auto append = [](auto& target, const auto& source) { target.insert(target.end(), source.begin(), source.end()); };
    append(into.bulletins, from.bulletins());
    append(into.events, from.events());
    append(into.scenes, from.scenes());
    for (const auto& route : from.routes()) {
        const bool known = std::any_of(into.routes.begin(), into.routes.end(), [&](const auto& r) { return r->id == route->id; });
        if (!known) into.routes.push_back(route);
    }
    if (into.title.empty()) into.title = from.title();
}

}  // namespace

bool is_project_file(const fs::path& path) { return ending_of(path) == ".gpkg"; }

bool is_event_file(const fs::path& path) {
    return any_of(ending_of(path), std::array<std::string_view, 5>{".gpkg", ".geojson", ".json", ".csv", ".kml"});
}

bool may_be_layer(const fs::path& path) {
    return !any_of(ending_of(path), std::array<std::string_view, 10>{".md", ".txt", ".html", ".htm", ".docx", ".odt", ".pdf", ".epub", ".csv", ""});
}

bool is_layer_file(const fs::path& path) {
    if (!may_be_layer(path)) return false;
    const io::FileKinds kinds = io::kinds_of(path);
    if (!is_event_file(path) || (kinds.raster && !kinds.vector)) return kinds.raster || kinds.vector;
    std::vector<std::string> unused;
    const auto events = io::read_events(path, unused);
    if (!events) return kinds.raster || kinds.vector;
    const bool dated = std::any_of(events->events().begin(), events->events().end(), [](const auto& event) { return event->date.has_value(); });
    return kinds.vector && !dated && events->bulletins().empty() && events->routes().empty();
}

base::Result<std::string> read_document_text(const fs::path& path) {
    const std::string ending = ending_of(path);
    if (any_of(ending, std::array<std::string_view, 4>{".pdf", ".docx", ".odt", ".epub"})) {
        // The converter's own message for a missing file is not ours; ask first.
        if (const auto readable = base::read_file(path); !readable) return readable;
        auto converted = convert_document(path, ending);
        if (!converted) {
            base::Error error = converted.error();
            error.where = path.string();
            return tl::unexpected(error);
        }
        return converted;
    }
    const auto bytes = base::read_file(path);
    if (!bytes) return bytes;
    if (bytes->empty()) return base::fail("is empty", path.string(), "give a bulletin with text in it");
    auto decoded = extract::decode(*bytes, path.string());
    if (!decoded) return tl::unexpected(decoded.error());
    return std::move(decoded->text);
}

base::Result<Reader> open_reader() {
    const auto folders = base::find_data_folders();
    if (!folders) return tl::unexpected(folders.error());
    auto gazetteer = document::Gazetteer::open(folders->baked / "gazetteer.bin");
    if (!gazetteer) return tl::unexpected(gazetteer.error());
    Reader reader;
    reader.gazetteer = std::move(*gazetteer);
    auto routes = io::load_routes(folders->maps / "routes", reader.warnings);
    if (routes) reader.routes = std::move(*routes);
    else reader.warnings.push_back(routes.error().line());
    return reader;
}

namespace {

base::Error no_event(const fs::path& path) {
    return {"no dated event was found", path.string(), "give a text that says when things happened, and --published DATE when its days have no year"};
}

base::Result<> add_bulletin(const fs::path& path, const Reader& reader, const ReadOptions& options,
                            document::Briefing::Parts& parts, std::vector<std::string>& warnings) {
    auto text = read_document_text(path);
    if (!text) return tl::unexpected(text.error());
    extract::Source source;
    source.title = path.stem().string();
    source.id = path.filename().string();
    source.text = std::move(*text);
    source.published = options.published;
    auto read = extract::extract(source, reader.gazetteer, reader.routes, {options.progress, options.stop_requested});
    if (!read) {
        base::Error error = read.error();
        if (error.where.empty()) error.where = path.string();
        return tl::unexpected(error);
    }
    for (const std::string& warning : read->warnings) warnings.push_back(path.filename().string() + ": " + warning);
    if (read->events.empty()) warnings.push_back(no_event(path).line());
    read->bulletin.file_name = path.filename().string();
    if (parts.title.empty()) parts.title = read->bulletin.title;
    parts.bulletins.push_back(std::make_shared<document::Bulletin>(std::move(read->bulletin)));
    for (document::Event& event : read->events) parts.events.push_back(std::make_shared<document::Event>(std::move(event)));
    return {};
}

}  // namespace

base::Result<Opened> open_files(const std::vector<std::string>& files, const ReadOptions& options) {
    auto reader = open_reader();
    if (!reader) return tl::unexpected(reader.error());
    Opened opened;
    opened.warnings = reader->warnings;
    document::Briefing::Parts parts;
    for (const std::string& file : files) {
        const fs::path path = file;
        if (is_event_file(path)) {
            std::vector<document::Layer> layers;
            auto read = io::read_events(path, opened.warnings, &layers);
            if (!read) return tl::unexpected(read.error());
            add_all(parts, *read);
            opened.layers.insert(opened.layers.end(), layers.begin(), layers.end());
            if (files.size() == 1 && is_project_file(path)) opened.project_file = file;
        } else if (const auto added = add_bulletin(path, *reader, options, parts, opened.warnings); !added) {
            return tl::unexpected(added.error());
        }
    }
    if (parts.title.empty() && files.size() == 1) parts.title = fs::path(files[0]).stem().string();
    // A project brings its routes; anything else is shown with those that ship.
    if (parts.routes.empty()) parts.routes = reader->routes;
    const bool stopped = options.stop_requested && options.stop_requested();
    if (parts.events.empty() && !parts.bulletins.empty() && !stopped) return tl::unexpected(no_event(files.front()));
    opened.briefing = std::make_shared<document::Briefing>(std::move(parts));
    opened.unnamed_routes = routes_not_named(*opened.briefing);
    return opened;
}

std::vector<session::Action> opening_actions(const Opened& opened) {
    std::vector<session::Action> actions{session::OpenBriefing{opened.briefing, opened.project_file, opened.layers}};
    if (!opened.briefing->scenes().empty()) return actions;
    for (const std::string& id : opened.unnamed_routes) actions.push_back(session::SetRouteShown{id, false});
    return actions;
}

session::State opened_state(const Opened& opened, session::MapSize map_size) {
    session::State state;
    state.map_size = map_size;
    for (const session::Action& action : opening_actions(opened)) state = session::apply(std::move(state), action);
    return state;
}

}  // namespace dateline::app
