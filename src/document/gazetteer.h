#pragma once

#include "base/files.h"
#include "base/result.h"
#include "document/event.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::document {

enum class PlaceKind : std::uint8_t {
    Settlement,
    Capital,
    District,
    Region,
    Country,
    CountryGroup,
    Continent,
    Sea,
    Strait,
    River,
    Lake,
    Mountain,
    Island,
    Landmark,
    Corridor,
    Road,
    Historic,
    Demonym
};

/// One place; the strings view the gazetteer's bytes.
struct Place {
    std::uint32_t index = 0;  ///< row in this gazetteer file
    std::string_view id;      ///< "geonames:587084", "iso:AZ", "dl:karabakh", "adm1:AZ-LAC"
    std::string_view name;    ///< usual English
    geo::LonLat at;
    PlaceKind kind = PlaceKind::Settlement;
    std::string_view country;  ///< ISO 3166-1 alpha-2, may be empty
    std::string_view admin1;   ///< name of the first-level division, may be empty
    double population = 0;
    float radius_km = 0;           ///< of a disc of the place's area
    std::string_view begin, end;   ///< EDTF; a historic place's time
    std::string_view other_names;  ///< in other languages and spellings, as they are written there, a line each
};

/// How a name leads to a place.
struct NameMatch {
    std::uint32_t place = 0;
    bool main_name = false;                  ///< the usual English name or an official one
    bool adjective = false;                  ///< a demonym or adjective of it ("Turkish")
    PlaceKind kind = PlaceKind::Settlement;  ///< the place's own, so that most questions need not look at it
};

/// What a word usually is, when it is also the name of a place; a prior, not a ban.
enum class WordUse : std::uint8_t { Unknown, CommonWord, GivenName, Surname, Month, Title };

/// How names are compared: case folded, diacritics and apostrophes dropped, hyphens as spaces, runs of space as one.
/// "Türkmenbaşy" and "Turkmenbasy" fold alike. Scripts are kept.
std::string fold_name(std::string_view name);

/// Every place name we know, read-only over a mapped file; lookups allocate nothing and take microseconds.
class Gazetteer {
  public:
    static base::Result<Gazetteer> open(const std::filesystem::path& baked);
    Gazetteer();
    ~Gazetteer();
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;

    std::size_t size() const;
    Place place(std::uint32_t index) const;
    /// Asks for the places of many matches at once, where all are read next: their waits for memory overlap.
    void fetch_places(std::span<const NameMatch> matches) const;
    /// Places whose name or alternate folds to `folded_name` (see fold_name), best known first.
    std::span<const NameMatch> find(std::string_view folded_name) const;
    /// A word's row among the names, which answers what is asked of the word without looking it up again; 0 where no name begins so.
    using WordRow = std::uint32_t;
    /// The longest name that starts at tokens[0], as a count of tokens; 0 for none. Tokens are folded already.
    std::size_t longest(std::span<const std::string_view> folded_tokens) const;
    /// The same of words joined by single spaces, each with its end in `joined`, and the places of that name.
    struct Longest {
        std::size_t words = 0;
        std::span<const NameMatch> places;
    };
    Longest longest(std::string_view joined, std::span<const std::uint16_t> ends) const {
        return ends.empty() ? Longest{} : longest(row_of(joined.substr(0, ends[0])), joined, ends);
    }
    /// The same where the row of the first word is known.
    Longest longest(WordRow first, std::string_view joined, std::span<const std::uint16_t> ends) const;
    WordRow row_of(std::string_view folded_word) const;
    /// Of many words at once: their waits for memory overlap, which would add up, and what is asked of them next is near.
    void rows_of(std::span<const std::string_view> folded_words, std::span<WordRow> rows) const;
    /// Of how many words the longest name is that begins with this one; 0 for none.
    std::size_t most_words(WordRow word) const;
    WordUse usual_use(WordRow word) const;
    WordUse usual_use(std::string_view folded_word) const { return usual_use(row_of(folded_word)); }
    std::int64_t index_of(std::string_view id) const;         ///< -1 when absent
    std::int64_t capital_of(std::string_view country) const;  ///< of an ISO 3166-1 alpha-2 code; -1 when not known
    /// The land border of two states, given by their ISO 3166-1 alpha-2 codes in any order; empty where they have none.
    geo::MultiLine border_of(std::string_view country, std::string_view neighbour) const;
    /// The area of a first-level division, a sea, a strait, a lake or an island, by the place's id; roughly drawn, to a two-hundredth of
    /// its size. Empty where none is known.
    geo::MultiPolygon area_of(std::string_view id) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::document
