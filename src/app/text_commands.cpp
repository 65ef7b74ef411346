// extract, convert and check: the commands that need no picture.

#include "app/cli.h"
#include "app/documents.h"
#include "app/file_kinds.h"
#include "app/interruptible.h"
#include "app/report.h"
#include "app/terminal.h"
#include "app/worldviews.h"
#include "base/files.h"
#include "base/log.h"
#include "io/formats.h"
#include "io/layer_style.h"
#include "io/routes.h"
#include "view/theme.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>

namespace dateline::app {
namespace fs = std::filesystem;

int run_extract(const ExtractOptions& options) {
    catch_interrupt();  // first, so that no step from here on ends without a word
    ReadOptions read;
    if (!options.published.empty()) {
        auto date = calendar::Edtf::parse(options.published);
        if (!date) {
            base::log(base::Severity::Error, "--published: " + date.error().line());
            return kCommandLineAtFault;
        }
        read.published = *date;
    }
    read.reader = options.reader;
    read.reader_timeout_s = options.reader_timeout_s;
    if (const auto writable = io::check_can_write(options.output); !writable) return refuse_output(options.output, writable.error());
    const base::Error stopped{"stopped; nothing was written", options.output, ""};
    base::Result<Opened> opened;
    {
        ProgressLine progress("Reading");
        read.progress = [&](double part) { progress.show(part); };
        read.stop_requested = interrupted;
        opened = until_interrupted([&] { return open_files(options.inputs, read); }, stopped);
    }
    if (interrupted()) return report_stopped(stopped);
    if (!opened) return report(opened.error());
    warn_all(opened->warnings);
    const auto written = until_interrupted([&] { return io::write_events(options.output, *opened->briefing); }, stopped);
    if (!written) return interrupted() ? report_stopped(stopped) : report(written.error());
    for (const auto& bulletin : opened->briefing->bulletins())
        base::info("{}: published {} ({})", bulletin->file_name, bulletin->published ? bulletin->published->text() : "unknown",
                   bulletin->published_reason);
    base::info("{} events written to {}", opened->briefing->events().size(), options.output);
    return kDone;
}

int run_convert(const std::string& input, const std::string& output) {
    catch_interrupt();
    if (const auto writable = io::check_can_write(output); !writable) return refuse_output(output, writable.error());
    if (!is_event_file(input))
        return report({"is not an event file", input, "use 'dateline extract' for bulletins; convert reads gpkg, geojson, csv, kml"});
    std::vector<std::string> warnings;
    const base::Error stopped{"stopped; nothing was written", output, ""};
    const auto briefing = until_interrupted([&] { return io::read_events(input, warnings); }, stopped);
    if (interrupted()) return report_stopped(stopped);
    if (!briefing) return report(briefing.error());
    warn_all(warnings);
    const auto written = until_interrupted([&] { return io::write_events(output, *briefing); }, stopped);
    if (!written) return interrupted() ? report_stopped(stopped) : report(written.error());
    base::info("{} events written to {}", briefing->events().size(), output);
    return kDone;
}

namespace {

/// Everything that is wrong with one file, a line each.
std::vector<std::string> faults_of(const std::string& file) {
    std::vector<std::string> faults;
    const fs::path path = file;
    if (path.extension() == ".geojson" || path.extension() == ".json") {
        const auto text = base::read_file(path);
        if (!text) return {text.error().line()};
        if (document::looks_like_worldview(*text)) return faults_of_worldview(path);
        if (io::is_style(*text) || file.ends_with(".style.json")) {
            io::style_from_json(*text, file, faults);
            return faults;
        }
        const auto json = nlohmann::json::parse(*text, nullptr, false);
        if (json.is_object() && json.contains("dateline")) {
            if (auto routes = io::load_routes(path, faults); !routes) faults.push_back(routes.error().line());
            return faults;
        }
    }
    auto opened = open_files({file}, {});
    if (!opened) return {opened.error().line()};
    faults = opened->warnings;
    for (const auto& event : opened->briefing->events()) {
        const std::string where = file + ": event " + event->id;
        if (event->title.empty()) faults.push_back(where + ": has no title; add one");
        if (event->source.empty() || event->quote.empty()) continue;
        if (!opened->briefing->bulletins().empty() && !opened->briefing->bulletin(event->source))
            faults.push_back(where + ": its source " + event->source + " is not among the documents");
    }
    return faults;
}

}  // namespace

int run_check(const std::vector<std::string>& files) {
    bool sound = true;
    for (const std::string& file : files) {
        for (const std::string& fault : faults_of(file)) {
            sound = false;
            std::printf("%s\n", fault.c_str());
        }
    }
    return sound ? kDone : kInputAtFault;
}

}  // namespace dateline::app
