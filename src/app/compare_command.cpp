#include "app/cli.h"
#include "app/documents.h"
#include "app/interruptible.h"
#include "app/report.h"
#include "app/terminal.h"
#include "base/log.h"
#include "document/event_json.h"
#include "extract/editions.h"
#include "io/formats.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <map>

namespace dateline::app {
namespace {

using extract::EditionChange;

std::string date_of(const document::Event& event) { return event.date ? event.date->text() : "undated"; }
std::string place_of(const document::Event& event) { return event.place.empty() ? "no place" : event.place; }

/// "redated    2023-04-25 → 2023-04-26  Sofia  The ministers met"
std::string line_of(const EditionChange& change) {
    const document::Event& now = change.after ? *change.after : *change.before;
    std::string date = date_of(now), place = place_of(now);
    if (change.redated) date = date_of(*change.before) + " → " + date;
    if (change.moved) place = place_of(*change.before) + " → " + place;
    std::string title = now.title;
    if (change.before && change.after && change.before->title != now.title) title = "“" + change.before->title + "” → “" + now.title + "”";
    return fmt::format("{:<14}  {}  {}  {}", change.name(), date, place, title);
}

std::string json_of(const EditionChange& change) {
    const auto record = [](const std::shared_ptr<const document::Event>& event) {
        return event ? nlohmann::ordered_json::parse(document::json_of(*event)) : nlohmann::ordered_json(nullptr);
    };
    nlohmann::ordered_json json;
    json["change"] = change.name();
    json["before"] = record(change.before);
    json["after"] = record(change.after);
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string summary_of(const std::vector<EditionChange>& changes) {
    std::map<std::string, std::size_t> counts;
    for (const EditionChange& change : changes) ++counts[change.name()];
    std::string summary;
    for (const char* name : {"added", "withdrawn", "redated", "moved", "redated, moved", "reworded", "unchanged"})
        if (counts[name] > 0)
            summary += fmt::format("{}{} {}", summary.empty() ? "" : ", ", counts[name],
                                   std::string(name) == "redated, moved" ? "redated and moved" : name);
    return summary.empty() ? "no events" : summary;
}

}  // namespace

int run_compare(const CompareOptions& options) {
    catch_interrupt();  // first, so that no step from here on ends without a word
    if (!options.output.empty())
        if (const auto writable = io::check_can_write(options.output); !writable) return refuse_output(options.output, writable.error());
    const base::Error stopped{"stopped; nothing was compared", options.after, ""};
    ReadOptions read;
    read.stop_requested = interrupted;
    const auto open = [&](const std::string& file) {
        ProgressLine progress("Reading " + file);
        read.progress = [&](double part) { progress.show(part); };
        return until_interrupted([&] { return open_files({file}, read); }, stopped);
    };
    const auto before = open(options.before);
    if (interrupted()) return report_stopped(stopped);
    if (!before) return report(before.error());
    const auto after = open(options.after);
    if (interrupted()) return report_stopped(stopped);
    if (!after) return report(after.error());
    warn_all(before->warnings);
    warn_all(after->warnings);
    const auto changes = until_interrupted([&] { return extract::compare_editions(*before->briefing, *after->briefing); }, stopped);
    if (interrupted()) return report_stopped(stopped);
    for (const EditionChange& change : changes)
        if (!change.unchanged()) std::printf("%s\n", (options.json ? json_of(change) : line_of(change)).c_str());
    std::fflush(stdout);  // what was found stays said when the writing is stopped
    base::info("{}", summary_of(changes));
    if (options.output.empty()) return kDone;
    document::Briefing::Parts parts = after->briefing->parts();
    parts.events = extract::marked_changes(changes);
    for (const auto& bulletin : before->briefing->bulletins())
        if (!after->briefing->bulletin(bulletin->id)) parts.bulletins.push_back(bulletin);
    const base::Error unwritten{"stopped; nothing was written", options.output, ""};
    const auto written =
        until_interrupted([&] { return io::write_events(options.output, document::Briefing(std::move(parts))); }, unwritten);
    if (!written) return interrupted() ? report_stopped(unwritten) : report(written.error());
    base::info("{} events written to {}", changes.size(), options.output);
    return kDone;
}

}  // namespace dateline::app
