#include "app/outside_reader.h"

#include "app/process.h"
#include "extract/reader_reply.h"

#include <algorithm>

namespace dateline::app {
namespace {

using Bulletins = document::Briefing::Shared<document::Bulletin>;

base::Error fault(const OutsideReader& reader, std::string what) {
    return {"the reader " + std::move(what), reader.command,
            "a reader answers each line with one line, {\"doc\":…,\"events\":[…]}; see docs/reader.md"};
}

}  // namespace

base::Result<std::vector<std::vector<document::Event>>> ask_reader(const OutsideReader& reader, const Bulletins& bulletins,
                                                                   const document::Gazetteer& gazetteer,
                                                                   std::vector<std::string>& warnings) {
    std::string requests;
    for (const auto& bulletin : bulletins) requests += extract::reader_request(*bulletin) + '\n';
    ProgramLimits limits;
    limits.name = "the reader";
    limits.silence_s = reader.timeout_s;
    limits.stop_requested = reader.stop_requested;
    // All documents at once, then the end of input: a program that keeps its output until it ends is answered too.
    const auto output = run_program({"sh", "-c", reader.command}, "dash", limits, requests);
    if (!output) {
        base::Error error = output.error();
        error.where = reader.command;
        return tl::unexpected(error);
    }
    std::vector<std::vector<document::Event>> events(bulletins.size());
    std::vector<char> answered(bulletins.size(), 0);
    for (std::size_t at = 0; at < output->size();) {
        const std::size_t end = std::min(output->find('\n', at), output->size());
        const std::string_view line = std::string_view(*output).substr(at, end - at);
        at = end + 1;
        if (line.find_first_not_of(" \t\r") == line.npos) continue;
        const auto doc = extract::document_of_reply(line);
        if (!doc) return tl::unexpected(fault(reader, doc.error().what));
        const auto found = std::find_if(bulletins.begin(), bulletins.end(), [&](const auto& b) { return b->id == *doc; });
        if (found == bulletins.end())
            return tl::unexpected(fault(reader, fmt::format("answered for a document that it was not sent: \"{}\"", doc->substr(0, 80))));
        const auto which = static_cast<std::size_t>(found - bulletins.begin());
        if (std::exchange(answered[which], 1) != 0) return tl::unexpected(fault(reader, "answered twice for " + *doc));
        auto reply = extract::read_reply(line, **found, gazetteer);
        if (!reply) {
            warnings.push_back(fmt::format("{}: the reader: {}", *doc, reply.error().line()));
            continue;
        }
        for (const std::string& refusal : reply->refusals) warnings.push_back(fmt::format("{}: the reader's {}", *doc, refusal));
        events[which] = std::move(reply->events);
    }
    for (std::size_t i = 0; i < bulletins.size(); ++i)
        if (answered[i] == 0) warnings.push_back(bulletins[i]->id + ": the reader gave no answer");
    return events;
}

}  // namespace dateline::app
