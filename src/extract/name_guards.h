#pragma once

#include "document/gazetteer.h"
#include "extract/name_chunk.h"

#include <span>

namespace dateline::extract {

/// Names that hold a place's name and name no place: streets, regiments, commands, clubs.
class NameGuards {
  public:
    explicit NameGuards(const NameLookup& lookup) : text_(lookup.text()), gazetteer_(lookup.gazetteer()), lookup_(lookup) {}
    void enter(std::size_t first_token, std::size_t end_token, bool shouting) {
        first_ = first_token, end_ = end_token, shouting_ = shouting;
    }

    /// "Abuja-Kaduna Expressway": a road that tells both its ends.
    bool joins_towns(NameChunk chunk) const;
    /// "Northeast Sandy Boulevard", "Lincoln Avenue": an address, and no place of that name.
    bool is_street(NameChunk chunk) const;
    /// "between Nauvoo and Forest roads"
    bool shares_street(NameChunk chunk) const;
    /// "Springfield Pike", "Jones Mill Road": a road that no table has, called after where it leads.
    bool is_road(NameChunk chunk) const;
    /// "the Pawnee Fire grew": called after where it began.
    bool is_wildfire(NameChunk chunk) const;
    /// "the Kiandu-Karima road": of whose two ends the first is not known, so the second may be any namesake.
    bool is_half_of_road(std::size_t begin, std::size_t end, bool after_place) const;
    /// "U.S. 61": whether a road's number stands there; in "the U.S. 10-year bond" none does.
    bool is_highway_number(std::size_t at) const;
    /// "Henry and Edna Foster": given names that a surname is shared by.
    bool shares_surname(std::size_t begin, std::size_t end) const;
    /// "Hull City lost": a club of the place.
    bool is_club(NameChunk chunk) const;
    /// "the battleship Schleswig-Holstein", "the tanker Kerch": a ship's own name.
    bool is_ship(std::size_t begin) const;
    /// "West Nile virus", "Rift Valley fever": called after a place, not there. `end` is where the name ends.
    bool is_disease(std::size_t end) const;
    /// Whether the `places`, likeliest first, that tokens [begin, end) may name are but words of something else's name.
    bool refuses(std::size_t begin, std::size_t end, std::span<const document::NameMatch> places) const;

  private:
    const Token& token(std::size_t i) const { return text_.token(i); }
    std::string_view word(std::size_t i) const { return i >= first_ && i < end_ ? text_.folded(text_.tokens[i]) : std::string_view{}; }
    bool is_regiment(std::size_t begin, std::size_t end) const;
    bool is_command(std::size_t begin) const;
    bool leads_a_force(std::size_t end) const;
    bool is_surname(std::size_t begin) const;
    bool is_agency(std::size_t begin, std::size_t end) const;
    bool is_storm(std::size_t begin, std::size_t end) const;
    bool is_line_of_latitude(std::size_t begin, std::size_t end) const;

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    const NameLookup& lookup_;
    std::size_t first_ = 0, end_ = 0;
    bool shouting_ = false;
};

}  // namespace dateline::extract
