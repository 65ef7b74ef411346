#pragma once

#include "extract/event_frame.h"

#include <optional>
#include <string>

namespace dateline::extract {

/// Where an event happened, and why we think so.
struct PlaceChoice {
    document::PlaceBasis basis = document::PlaceBasis::None;
    document::PlacePrecision precision = document::PlacePrecision::None;
    std::string name, id, text;
    TextSpan span;
    double radius_km = 0;
    double confidence = 1;
    geo::Geometry geometry;
    std::string reason;  ///< for an inferred place

    explicit operator bool() const { return basis != document::PlaceBasis::None; }
};

/// A route's lines as they were at `date`: a road that was replaced in August 2022 is not where something happened in 2023.
geo::MultiLine lines_of(const document::Route& route, const std::optional<calendar::Edtf>& date);

/// Tells the place where something happened from the places that it is about.
class PlaceChooser {
  public:
    PlaceChooser(const document::Gazetteer& gazetteer, const document::Briefing::Shared<document::Route>& routes)
        : gazetteer_(gazetteer), routes_(routes) {}

    /// The countries that the document has spoken of, by weight; kept by reference.
    void hear_of(const DocumentNames& names) { names_ = &names; }
    /// "MOSCOW, January 5. |": that what comes next is reported from there; kept by reference.
    void hear_from(const Mention& town, std::uint32_t end_token) { from_ = &town, from_end_ = end_token; }
    /// From the sentence's own words; empty where they name none. A route is as it was at `date`, or as it is now.
    PlaceChoice named(const SentenceFacts& facts, const Frame& frame, const std::optional<calendar::Edtf>& date) const;
    PlaceChoice of(const SentenceFacts& facts, const Mention& mention) const { return choice_of(facts, mention, std::nullopt); }
    /// As `of`, but "30 km north of X" is out there.
    PlaceChoice at(const SentenceFacts& facts, const Mention& mention) const { return where(facts, mention, std::nullopt); }
    /// "in position 06°19N, 003°11E", of what its clause tells; empty where no figures say where.
    static PlaceChoice at_written_point(const SentenceFacts& facts, const Frame& frame, bool named);
    static PlaceChoice at_point(const SentenceFacts& facts, const WrittenPoint& point);
    /// "in the capital", of that state; empty where nothing was there.
    PlaceChoice in_the_capital(const SentenceFacts& facts, const Frame& frame, std::int64_t state) const;
    /// A body's seat, or the state that speaks; empty where nobody's is known.
    PlaceChoice inferred(const SentenceFacts& facts, const Frame& frame) const;

  private:
    PlaceChoice choice_of(const SentenceFacts& facts, const Mention& mention, const std::optional<calendar::Edtf>& date) const;
    PlaceChoice where(const SentenceFacts& facts, const Mention& mention, const std::optional<calendar::Edtf>& date) const;
    double edge_of(const PlaceChoice& land, geo::LonLat middle, double bearing_deg) const;
    PlaceChoice way_of(const SentenceFacts& facts, const Frame& frame, const std::optional<calendar::Edtf>& date) const;
    std::optional<geo::LonLat> end_of_way(const SentenceFacts& facts, const Mention& mention, const document::Place& other) const;
    PlaceChoice beside_known(const SentenceFacts& facts, const Frame& frame, std::uint32_t dateline) const;
    PlaceChoice from_dateline(const SentenceFacts& facts, const Frame& frame, std::uint32_t dateline,
                              const std::optional<calendar::Edtf>& date) const;
    struct Sides {
        const Mention *first = nullptr, *second = nullptr;
    };
    Sides sides_of_border(const SentenceFacts& facts, const Frame& frame) const;
    static const Mention* antecedent(const SentenceFacts& facts, const Frame& frame);
    static const Mention* works_before(const SentenceFacts& facts, std::uint32_t end, bool owns_works);
    static bool says_here(const SentenceFacts& facts);
    PlaceChoice border_of(const SentenceFacts& facts, const Frame& frame) const;
    PlaceChoice line_called(const SentenceFacts& facts, const Frame& frame) const;
    void take_line_of_truce(const document::Place& place, PlaceChoice& choice) const;
    void take_part_of_water(const SentenceFacts& facts, const Mention& mention, const document::Place& place, PlaceChoice& choice) const;
    std::int64_t neighbour_of(const SentenceFacts& facts, const Frame& frame, const Mention& side) const;
    PlaceChoice line_between(const SentenceFacts& facts, const document::Place& first, const document::Place& second,
                             TokenRange words) const;
    PlaceChoice border_between(const document::Place& first, const document::Place& second) const;
    PlaceChoice side_of(const SentenceFacts& facts, const Mention& side) const;
    PlaceChoice part_of(const SentenceFacts& facts, const Mention& state) const;
    PlaceChoice part_of_state(const SentenceFacts& facts, const Frame& frame) const;
    PlaceChoice capital_of(const SentenceFacts& facts, std::int64_t state, TokenRange words) const;
    bool lies_in_state(std::string_view town, const Mention& state) const;
    std::int64_t town_called(const SentenceFacts& facts, TokenRange& words) const;
    PlaceChoice at_seat_of_state(const SentenceFacts& facts, const Frame& frame) const;
    static const Mention* site_of_subject(const SentenceFacts& facts, const Frame& frame);
    std::int64_t town_of_division(const SentenceFacts& facts, const Mention& mention, const document::Place& division) const;
    PlaceChoice seat_of_body(const SentenceFacts& facts, const Frame& frame) const;
    std::int64_t state_told_of() const;
    geo::Geometry geometry_of(const document::Place& place, std::string_view folded_text, document::PlacePrecision precision,
                              const std::optional<calendar::Edtf>& date) const;

    const document::Gazetteer& gazetteer_;
    const document::Briefing::Shared<document::Route>& routes_;
    const DocumentNames* names_ = nullptr;
    const Mention* from_ = nullptr;  ///< of a dateline that has a sentence of its own
    std::uint32_t from_end_ = 0;     ///< where that ends
};

}  // namespace dateline::extract
