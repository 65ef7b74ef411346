#pragma once

#include "extract/event_frame.h"

#include <optional>
#include <string>
#include <vector>

namespace dateline::extract {

/// A row below a header that tells what its columns hold.
struct TableRow {
    std::int32_t date = -1;          ///< into SentenceFacts::dates: what stands in the column of days
    TokenRange happening;            ///< the cell that says what happens; empty where no column does
    const Mention* place = nullptr;  ///< in the column of places
    TokenRange place_cell;
    /// "| Kutaisi | bridge shut | bridge reopened |": what a column headed by a day says.
    struct DayCell {
        TokenRange tokens;
        DateMention date;
        std::uint32_t column = 0;
    };
    std::vector<DayCell> days;  ///< … or, of a row that has its day, below a place
    /// "| day | Tallinn | Riga |": a header's places, by column; null for other columns.
    std::vector<const Mention*> heading_places;
    TokenRange label;         ///< of such a row: the cell that says of what it tells
    bool heads_days = false;  ///< "| place | 3 Dec | 5 Dec |" itself
    std::string day_of;       ///< "Date of assessment": what the day is of; empty for a day of what the row tells
};

/// Reads the rows of tables as they come.
class TableReader {
  public:
    /// Empty for what is no row, for a header, and for rows below none.
    std::optional<TableRow> read(const SentenceFacts& facts);

  private:
    enum class Column : std::uint8_t { Other, Day, Place, Happening };
    static std::vector<TokenRange> cells_of(const SentenceFacts& facts);
    static Column column_of(const SentenceFacts& facts, TokenRange cell);
    static bool is_no_more_than(const SentenceFacts& facts, const Mention& mention, TokenRange cell);
    static std::optional<TableRow> sole_place(const SentenceFacts& facts, const std::vector<TokenRange>& cells);
    bool read_days(const SentenceFacts& facts, const std::vector<TokenRange>& cells);
    bool read_places(const SentenceFacts& facts, const std::vector<TokenRange>& cells, TableRow& header);
    bool read_header(const SentenceFacts& facts, const std::vector<TokenRange>& cells);

    std::vector<Column> columns_;
    std::vector<std::optional<DateMention>> days_;  ///< over the columns that days head
    std::vector<bool> places_;                      ///< which columns places head
    std::string day_of_;
    std::uint32_t last_block_ = 0;  ///< of the table that `columns_` are of
};

/// What a cell names, as an item of a list.
Frame cell_frame(const SentenceFacts& facts, TokenRange cell);

/// What the row's cell tells on the row's day, where no verb does: "12/08 | Committee on frontiers | Arica".
std::optional<Frame> row_frame(const SentenceFacts& facts, const TableRow& row);

}  // namespace dateline::extract
