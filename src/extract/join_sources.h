#pragma once

#include "document/briefing.h"

#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline::extract {

/// Makes one list of what several documents tell: an event that two of them tell is one event with both quotes (the
/// properties `mentions` and `sources`). Two events of one document stay two, and so do those of a project that a user has
/// been through.
class SourceJoiner {
  public:
    /// Events of a file, or of a briefing that is open: they stay as they are, and keep their ids.
    void keep(const document::Briefing::Shared<document::Event>& events);
    /// Events read from one document. Those whose id is known are the same ones and are left out. Linear in their number.
    void add(std::vector<document::Event> read);
    bool knows(const std::string& id) const { return by_id_.contains(id); }
    document::Briefing::Shared<document::Event> finish() &&;

  private:
    void index(std::size_t at);
    void index_quote(const std::string& quote, std::size_t at);
    std::size_t of_same_sentence(const document::Event& event, std::size_t none) const;
    std::vector<std::size_t> near(const document::Event& event) const;

    document::Briefing::Shared<document::Event> events_;
    std::unordered_set<std::string> kept_;  ///< ids
    std::unordered_map<std::string, std::size_t> by_id_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_month_;  ///< of the begin
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_quote_;
};

}  // namespace dateline::extract
