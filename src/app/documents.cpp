#include "app/documents.h"

#include "app/document_text.h"
#include "app/file_kinds.h"
#include "app/named_routes.h"
#include "app/outside_reader.h"
#include "base/id.h"
#include "document/mentions.h"
#include "extract/join_sources.h"
#include "io/formats.h"
#include "io/layer_vector.h"
#include "io/store.h"
#include "session/action.h"

#include <algorithm>
#include <map>
#include <span>
#include <unordered_set>

namespace dateline::app {
namespace fs = std::filesystem;
namespace {

void add_all(document::Briefing::Parts& into, const document::Briefing& from) {
    const auto append = [](auto& target, const auto& source) { target.insert(target.end(), source.begin(), source.end()); };
    append(into.bulletins, from.bulletins());
    append(into.scenes, from.scenes());
    for (const auto& route : from.routes()) {
        const bool known = std::any_of(into.routes.begin(), into.routes.end(), [&](const auto& r) { return r->id == route->id; });
        if (!known) into.routes.push_back(route);
    }
    if (into.title.empty()) into.title = from.title();
    if (!into.worldview) into.worldview = from.worldview();
}

base::Result<FileRole> role_of_events(const fs::path& path) {
    const io::FileKinds kinds = io::kinds_of(path);
    if (kinds.raster && !kinds.vector) return FileRole::Layer;
    std::vector<std::string> unused;
    const auto events = io::read_events(path, unused);
    if (!events && (kinds.raster || kinds.vector)) return FileRole::Layer;
    if (!events) return tl::unexpected(events.error());
    const bool dated =
        std::any_of(events->events().begin(), events->events().end(), [](const auto& event) { return event->date.has_value(); });
    return kinds.vector && !dated && events->bulletins().empty() && events->routes().empty() ? FileRole::Layer : FileRole::Document;
}

}  // namespace

base::Result<FileRole> role_of(const fs::path& path) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return base::fail("is not there", path.string(), "check its name and folder");
    if (is_converted_file(path) || ending_of(path) == ".csv") return FileRole::Document;
    if (is_text_file(path) && !fs::is_directory(path, ignored)) {
        const auto text = read_document_text(path, {});
        if (!text) return tl::unexpected(text.error());
        return FileRole::Document;
    }
    if (is_event_file(path)) return role_of_events(path);
    const io::FileKinds kinds = io::kinds_of(path);
    if (kinds.raster || kinds.vector) return FileRole::Layer;
    if (!kinds.fault.empty())
        return base::fail("cannot be read as a map layer: " + kinds.fault, path.string(), "take a sound copy, with all of its files");
    return base::fail(
        "is no document, events or map layer that can be read", path.string(),
        "give a text, Markdown, HTML, DOCX, ODT, EPUB or PDF document, a project, or a raster or vector file that GDAL reads");
}

namespace {

base::Error no_event(const fs::path& path) {
    return {"no dated event was found", path.string(),
            "give a text that says when things happened, and --published DATE when its days have no year"};
}

/// The same where an outside reader was asked: what was refused, which is lost with the warnings of what is not opened.
base::Error nothing_taken(const fs::path& path, std::span<const std::string> refusals) {
    if (refusals.empty()) return no_event(path);
    const std::string more = refusals.size() > 1 ? fmt::format(" (and {} more)", refusals.size() - 1) : "";
    return {"the reader gave no event that can be taken: " + refusals.front() + more, path.string(), "docs/reader.md says what is taken"};
}

using Bulletins = document::Briefing::Shared<document::Bulletin>;

const document::Bulletin* known_bulletin(const Bulletins& bulletins, std::string_view id) {
    const auto found = std::find_if(bulletins.begin(), bulletins.end(), [&](const auto& b) { return b->id == id; });
    return found == bulletins.end() ? nullptr : found->get();
}

/// The file's name; where another document has it, with its folder before it.
std::string free_id(const fs::path& path, const Bulletins& bulletins) {
    const std::string name = path.filename().string();
    std::string id = name;
    if (known_bulletin(bulletins, id) != nullptr) id = fs::absolute(path).parent_path().filename().string() + '/' + name;
    for (int n = 2; known_bulletin(bulletins, id) != nullptr; ++n) id = fmt::format("{} ({})", name, n);
    return id;
}

/// What reading several files gathers.
struct Assembly {
    const Reader& reader;
    const ReadOptions& options;
    std::vector<std::string>& warnings;
    document::Briefing::Parts parts;
    extract::SourceJoiner events;
    Bulletins to_ask;  ///< for an outside reader
    std::size_t files = 1, files_read = 0;
    std::vector<std::string> refusals;  ///< what that reader gave and could not be taken, a line each
};

void take_events(Assembly& all, const document::Bulletin& bulletin, const fs::path& path, std::vector<document::Event> events) {
    if (events.empty()) all.warnings.push_back(no_event(path).line());
    document::set_pages(events, bulletin.text);
    all.events.add(std::move(events));
}

base::Result<> add_bulletin(const fs::path& path, Assembly& all) {
    auto text = read_document_text(path, all.options.stop_requested);
    if (!text) return tl::unexpected(text.error());
    extract::Source source;
    source.title = path.stem().string();
    source.id = path.filename().string();
    source.text = std::move(text->text);
    if (const auto made = calendar::Edtf::parse(text->made)) source.made = *made;
    source.bad_bytes = text->bad_bytes;
    source.published = all.options.published;
    if (const auto* known = known_bulletin(all.parts.bulletins, source.id); known != nullptr) {
        if (known->text == source.text) {
            all.warnings.push_back(path.string() + ": is in the briefing already, and was read once");
            return {};
        }
        source.id = free_id(path, all.parts.bulletins);
    }
    const auto progress = [&](double part) {
        if (all.options.progress) all.options.progress((static_cast<double>(all.files_read) + part) / static_cast<double>(all.files));
    };
    auto read = all.options.reader.empty()
                    ? extract::extract(std::move(source), all.reader.gazetteer, all.reader.routes, {progress, all.options.stop_requested})
                    : extract::open_bulletin(std::move(source));
    if (!read) {
        base::Error error = read.error();
        error.where = path.string();
        return tl::unexpected(error);
    }
    for (const std::string& warning : read->warnings) all.warnings.push_back(path.filename().string() + ": " + warning);
    read->bulletin.file_name = path.filename().string();
    if (all.parts.title.empty()) all.parts.title = read->bulletin.title;
    const auto bulletin = std::make_shared<const document::Bulletin>(std::move(read->bulletin));
    all.parts.bulletins.push_back(bulletin);
    if (all.options.reader.empty()) take_events(all, *bulletin, path, std::move(read->events));
    else all.to_ask.push_back(bulletin);
    return {};
}

base::Result<> ask_outside(Assembly& all) {
    if (all.to_ask.empty()) return {};
    const OutsideReader reader{all.options.reader, all.options.reader_timeout_s, all.options.stop_requested};
    auto answers = ask_reader(reader, all.to_ask, all.reader.gazetteer, all.refusals);
    all.warnings.insert(all.warnings.end(), all.refusals.begin(), all.refusals.end());
    if (!answers) return tl::unexpected(answers.error());
    for (std::size_t i = 0; i < all.to_ask.size(); ++i)
        take_events(all, *all.to_ask[i], all.to_ask[i]->file_name, std::move((*answers)[i]));
    return {};
}

/// What an event file holds joins what is there; a document that goes by the id of another takes one of its own.
void add_read(const document::Briefing& read, Assembly& all) {
    std::map<std::string, std::string, std::less<>> renamed;
    for (const auto& bulletin : read.bulletins()) {
        const document::Bulletin* known = known_bulletin(all.parts.bulletins, bulletin->id);
        if (known != nullptr && known->text == bulletin->text) continue;
        document::Bulletin own = *bulletin;
        if (known != nullptr) renamed[bulletin->id] = own.id = free_id(bulletin->id, all.parts.bulletins);
        all.parts.bulletins.push_back(std::make_shared<const document::Bulletin>(std::move(own)));
    }
    document::Briefing::Shared<document::Event> unknown;
    for (const auto& event : read.events()) {
        if (all.events.knows(event->id)) continue;
        document::Event own = *event;
        if (const auto other = renamed.find(own.source); other != renamed.end()) own.source = other->second;
        unknown.push_back(std::make_shared<const document::Event>(std::move(own)));
    }
    all.events.keep(unknown);
}

/// Reads the files one after the other; `each` takes what an event file holds.
template <class Each>
base::Result<> read_all(const std::vector<std::string>& files, Assembly& all, const Each& each) {
    for (const std::string& file : files) {
        if (all.options.stop_requested && all.options.stop_requested()) break;
        const fs::path path = file;
        if (is_event_file(path)) {
            std::vector<document::Layer> layers;
            auto read = io::read_events(path, all.warnings, &layers);
            if (!read) return tl::unexpected(read.error());
            each(path, *read, layers);
        } else if (const auto added = add_bulletin(path, all); !added) {
            return tl::unexpected(added.error());
        }
        ++all.files_read;
    }
    return ask_outside(all);
}

}  // namespace

base::Result<Opened> open_files(const std::vector<std::string>& files, const ReadOptions& options) {
    auto reader = open_reader();
    if (!reader) return tl::unexpected(reader.error());
    Opened opened;
    opened.warnings = reader->warnings;
    Assembly all{*reader, options, opened.warnings, {}, {}, {}, files.size(), 0, {}};
    const auto stopped = [&] { return options.stop_requested && options.stop_requested(); };
    const auto done =
        read_all(files, all, [&](const fs::path& path, const document::Briefing& read, const std::vector<document::Layer>& layers) {
            add_all(all.parts, read);
            all.events.keep(read.events());
            opened.layers.insert(opened.layers.end(), layers.begin(), layers.end());
            if (files.size() == 1 && is_project_file(path)) opened.project_file = path.string();
        });
    if (!done) return tl::unexpected(done.error());
    document::Briefing::Parts parts = std::move(all.parts);
    parts.events = std::move(all.events).finish();
    if (parts.title.empty() && files.size() == 1) parts.title = fs::path(files[0]).stem().string();
    // A project brings its routes; anything else is shown with those that ship.
    const bool own_routes = !parts.routes.empty();
    if (!own_routes) parts.routes = reader->routes;
    if (options.worldview) parts.worldview = options.worldview;
    if (parts.events.empty() && !parts.bulletins.empty() && !stopped()) return tl::unexpected(nothing_taken(files.front(), all.refusals));
    opened.briefing = std::make_shared<document::Briefing>(std::move(parts));
    // Routes that somebody put beside a table are there to be seen.
    if (!own_routes || !opened.briefing->bulletins().empty()) opened.unnamed_routes = routes_not_named(*opened.briefing);
    return opened;
}

base::Result<Addition> add_files(const document::Briefing& briefing, const std::vector<std::string>& files, const ReadOptions& options) {
    auto reader = open_reader();
    if (!reader) return tl::unexpected(reader.error());
    Addition addition;
    addition.warnings = reader->warnings;
    Assembly all{*reader, options, addition.warnings, briefing.parts(), {}, {}, files.size(), 0, {}};
    all.events.keep(briefing.events());
    const auto done =
        read_all(files, all, [&](const fs::path& path, const document::Briefing& read, const std::vector<document::Layer>& layers) {
            if (!read.scenes().empty() || !layers.empty())
                addition.warnings.push_back(path.string() + ": its scenes and layers are not added; open it by itself for them");
            add_read(read, all);
        });
    if (!done) return tl::unexpected(done.error());
    std::unordered_set<const document::Event*> before;
    for (const auto& event : briefing.events()) before.insert(event.get());
    for (const auto& event : std::move(all.events).finish()) {
        if (before.contains(event.get())) continue;
        if (briefing.event(event->id) == nullptr) ++addition.new_events;
        addition.events.push_back(*event);
    }
    for (std::size_t i = briefing.bulletins().size(); i < all.parts.bulletins.size(); ++i)
        addition.bulletins.push_back(*all.parts.bulletins[i]);
    return addition;
}

std::vector<session::Action> opening_actions(const Opened& opened) {
    std::vector<session::Action> actions{session::OpenBriefing{opened.briefing, opened.project_file, opened.layers}};
    const auto& events = opened.briefing->events();
    if (std::none_of(events.begin(), events.end(), [](const auto& event) { return event->date.has_value(); })) {
        // Nothing says when: boundaries and routes are today's.
        const calendar::Instant today{date::floor<date::days>(std::chrono::system_clock::now())};
        actions.push_back(session::SetTimelineSpan{{today - 182 * calendar::kDay, today + 183 * calendar::kDay}});
        actions.push_back(session::SetPlayhead{today + std::chrono::hours{12}});
    }
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
