#pragma once

#include "extract/event_place.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// Where a text, or one report of a round-up, is set: for what it tells and names no place of. Of a local paper that is its town, of a
/// text that is nearly all about one state that state, or the part of it that the text names.
///
///     mentions ─ reports between headings and datelines ─ the land each is nearly all about ─▶ scene, or none
class PassageSetting {
  public:
    explicit PassageSetting(const document::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    /// What the names of the next part of a document, in order, say of where its reports are set.
    void read(const Text& text, std::span<const Mention> mentions);
    /// Index of the scene that a frame without a place is set in; -1 for none.
    std::int32_t scene_of(const SentenceFacts& facts, const Frame& frame) const;
    const PlaceChoice& scene(std::int32_t index) const { return scenes_[static_cast<std::size_t>(index)].place; }

  private:
    struct Scene {
        PlaceChoice place;
        std::string country;
        bool local = false;  ///< a town and what lies about it
        bool from_dateline = false;
        bool whole = false;  ///< of all the text, and not of one report among others
    };
    /// The blocks from one heading or dateline to the next.
    struct Report {
        std::uint32_t first_block = 0;
        std::size_t first = 0, end = 0;  ///< of the part's mentions
        const Mention* from = nullptr;   ///< of its dateline
        std::int32_t scene = -1;
    };
    struct Tally;

    /// `places`: of the mentions, one each; those of adjectives and of names that are not resolved are not looked at.
    Tally tally(const Text& text, std::span<const Mention> mentions, std::span<const document::Place> places, const Mention* from) const;
    std::int32_t set_scene(const Tally& tally, std::string_view whose);
    std::int32_t scene_of_heading(const Text& text, std::span<const Mention> mentions, const Report& report, const Scene& whole);
    std::int32_t add(std::int64_t row, std::string_view name, document::PlacePrecision precision, double radius_km, std::string_view whose);
    bool is_abroad(const SentenceFacts& facts, const Frame& frame, const Scene& scene) const;

    const document::Gazetteer& gazetteer_;
    std::vector<Scene> scenes_;
    std::vector<Report> reports_;  ///< of the part that is read, in order
};

}  // namespace dateline::extract
