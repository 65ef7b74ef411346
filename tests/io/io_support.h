#pragma once

#include "document/briefing.h"

#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace dateline::io::testing {

/// A folder of the test's own, gone with it.
class Scratch {
  public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::filesystem::path file(const std::string& name) const { return folder_ / name; }
    std::filesystem::path file(const std::string& name, std::string_view content) const;
    /// Names of what lies in it, hidden files too.
    std::vector<std::string> names() const;

  private:
    std::filesystem::path folder_;
};

/// Briefings with everything in them that a briefing can hold: scripts, quotes, separators and line breaks in texts, dates
/// of every form, geometry of every kind, properties of every JSON type, documents, routes, scenes.
class RandomBriefing {
  public:
    explicit RandomBriefing(unsigned seed) : random_(seed) {}
    document::Briefing briefing(int events);
    document::Event event(int number);
    /// What the record and GeoJSON can carry: no spans but the quote's, rounded numbers and coordinates.
    document::Event plain_event(int number);

  private:
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    double real(double low, double high) { return low + (high - low) * static_cast<double>(random_()) / 4294967295.0; }
    std::string text();
    std::optional<calendar::Edtf> date();
    geo::LonLat at() { return {real(-179, 179), real(-85, 85)}; }
    geo::Line line(int points);
    geo::Geometry geometry();
    document::TextSpan span();
    document::Route route(int number);

    std::mt19937 random_;
};

/// Where two briefings differ first, empty where they are equal.
std::string difference(const document::Briefing& a, const document::Briefing& b);

std::string bytes_of(const std::filesystem::path& path);

}  // namespace dateline::io::testing
