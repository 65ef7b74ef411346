#include "extract/table_rows.h"

#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr WordSet kDays{"date", "dates", "day", "days", "when"};
constexpr WordSet kPlaces{"place", "places", "location", "locations", "where",        "venue",     "district", "districts",
                          "town",  "city",   "village",  "province",  "region",       "territory", "state",    "country",
                          "site",  "port",   "county",   "commune",   "municipality", "locality",  "area"};
constexpr WordSet kHappenings{"event",    "events", "incident",    "incidents",    "activity",  "activities", "meeting",
                              "meetings", "what",   "description", "details",      "happening", "occasion",   "operation",
                              "attack",   "action", "development", "developments", "summary"};

constexpr WordSet kPapers{"birth",  "issue",  "publication",  "update", "entry",
                          "report", "expiry", "registration", "receipt"};  // days of no happening

bool is_row(const SentenceFacts& f) {
    const Block& block = f.text.layout->blocks[f.sentence.block];
    if (block.kind != BlockKind::ListItem) return false;
    const std::uint32_t first = f.sentence.first_token;
    const bool opens = first == 0 || f.text.tokens[first - 1].begin < block.begin;
    return opens && std::any_of(f.text.tokens.begin() + first, f.text.tokens.begin() + f.sentence.end_token,
                                [](const Token& t) { return t.is('|'); });
}

}  // namespace

std::vector<TokenRange> TableReader::cells_of(const SentenceFacts& f) {
    std::vector<TokenRange> cells;
    TokenRange cell{f.sentence.first_token, f.sentence.first_token};
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i) {
        if (!f.token(i).is('|')) {
            cell.end = i + 1;
            continue;
        }
        cells.push_back(cell);
        cell = {i + 1, i + 1};
    }
    if (cell.begin < cell.end) cells.push_back(cell);
    return cells;
}

TableReader::Column TableReader::column_of(const SentenceFacts& f, TokenRange cell) {
    constexpr std::uint32_t longest = 5;
    if (cell.begin >= cell.end || cell.end - cell.begin > longest) return Column::Other;
    const std::string_view first = f.word(cell.begin);
    if (kDays.contains(first)) return Column::Day;
    if (kPlaces.contains(first)) return Column::Place;
    return kHappenings.contains(first) ? Column::Happening : Column::Other;
}

/// "| place | 3 Dec | 5 Dec |": days over the columns, two or more.
bool TableReader::read_days(const SentenceFacts& f, const std::vector<TokenRange>& cells) {
    std::vector<std::optional<DateMention>> days(cells.size());
    std::size_t found = 0;
    for (const DateMention& date : f.dates) {
        const auto cell = std::find_if(cells.begin(), cells.end(),
                                       [&](TokenRange c) { return c.begin == date.tokens.begin && c.end == date.tokens.end; });
        if (cell == cells.end() || date.edtf.is_interval() || date.edtf.precision() < calendar::Precision::Day) return false;
        days[static_cast<std::size_t>(cell - cells.begin())] = date;
        ++found;
    }
    if (found < 2) return false;
    columns_.clear();
    places_.clear();
    for (const TokenRange cell : cells) columns_.push_back(column_of(f, cell));
    days_ = std::move(days);
    day_of_.clear();
    last_block_ = f.sentence.block;
    return true;
}

/// "| Date | Tallinn | Riga |": places over the columns, two or more, and a column of days.
bool TableReader::read_places(const SentenceFacts& f, const std::vector<TokenRange>& cells, TableRow& header) {
    if (!f.dates.empty() || cells.size() < 3 || column_of(f, cells.front()) != Column::Day) return false;
    header.heading_places.assign(cells.size(), nullptr);
    for (std::size_t c = 1; c < cells.size(); ++c)
        for (const Mention& m : f.mentions)
            if (m.first_token == cells[c].begin && m.end_token == cells[c].end && m.place >= 0 && !m.adjective)
                header.heading_places[c] = &m;
    if (std::count(header.heading_places.begin(), header.heading_places.end(), nullptr) + 2 > static_cast<std::ptrdiff_t>(cells.size()))
        return false;
    columns_.assign(cells.size(), Column::Other);
    columns_.front() = Column::Day;
    places_.clear();
    for (const Mention* m : header.heading_places) places_.push_back(m != nullptr);
    days_.clear();
    day_of_.clear();
    last_block_ = f.sentence.block;
    return true;
}

bool TableReader::read_header(const SentenceFacts& f, const std::vector<TokenRange>& cells) {
    if (!f.dates.empty()) return false;
    std::vector<Column> columns;
    for (const TokenRange cell : cells) columns.push_back(column_of(f, cell));
    const auto day = std::find(columns.begin(), columns.end(), Column::Day);
    const bool tells = std::any_of(columns.begin(), columns.end(), [](Column c) { return c == Column::Place || c == Column::Happening; });
    if (day == columns.end() || !tells) return false;
    const TokenRange label = cells[static_cast<std::size_t>(day - columns.begin())];
    day_of_ = label.end > label.begin + 2 && f.word(label.begin + 1) == "of" && !kPapers.contains(f.word(label.end - 1))
                  ? f.phrase({label.begin + 2, label.end})
                  : std::string{};
    const bool other_day = label.end > label.begin + 1 && day_of_.empty();  // "Date of birth"
    if (other_day) return false;
    columns_ = std::move(columns);
    places_.clear();
    days_.clear();
    last_block_ = f.sentence.block;
    return true;
}

/// "Mopti", "Auvere unit 1 (EE)": a cell that is a place's name, or a works' number there and a state in brackets.
bool TableReader::is_no_more_than(const SentenceFacts& f, const Mention& m, TokenRange cell) {
    static constexpr WordSet kParts{"unit", "units", "block", "terminal", "line", "no", "berth", "gate"};
    std::uint32_t i = m.end_token;
    if (kParts.contains(f.word(i)) && f.token(i + 1).kind == TokenKind::Number) i += 2;
    if (f.token(i).is('(') && i + 2 < cell.end && f.token(i + 2).is(')')) i += 3;
    return i == cell.end;
}

/// "Mon 4 Nov | Mopti | Clashes": of a table without a header, the one cell that is a place's name and no more.
std::optional<TableRow> TableReader::sole_place(const SentenceFacts& f, const std::vector<TokenRange>& cells) {
    TableRow row;
    for (const TokenRange cell : cells)
        for (const Mention& m : f.mentions) {
            if (m.first_token != cell.begin || m.place < 0 || m.adjective || !is_no_more_than(f, m, cell)) continue;
            if (row.place) return std::nullopt;
            row.place = &m;
            row.place_cell = cell;
        }
    return row.place ? std::optional(row) : std::nullopt;
}

std::optional<TableRow> TableReader::read(const SentenceFacts& f) {
    if (!is_row(f)) return std::nullopt;
    const std::vector<TokenRange> cells = cells_of(f);
    if (read_days(f, cells)) {
        TableRow header;
        header.heads_days = true;
        return header;
    }
    if (TableRow header; read_places(f, cells, header)) return header;
    if (read_header(f, cells)) return std::nullopt;
    const bool below = !columns_.empty() && (f.sentence.block == last_block_ || f.sentence.block == last_block_ + 1);
    if (!below) return columns_.clear(), days_.clear(), places_.clear(), sole_place(f, cells);
    last_block_ = f.sentence.block;
    TableRow row;
    row.day_of = day_of_;
    for (std::size_t c = 0; c < std::min(cells.size(), columns_.size()); ++c) {
        const TokenRange cell = cells[c];
        if (columns_[c] == Column::Happening && row.happening.begin >= row.happening.end) row.happening = cell;
        if (columns_[c] == Column::Day)
            for (std::size_t d = 0; d < f.dates.size() && row.date < 0; ++d)
                if (cell.contains(f.dates[d].tokens.begin)) row.date = static_cast<std::int32_t>(d);
        if (c < days_.size() && days_[c] && cell.end > cell.begin + 1 && f.token(cell.begin).kind == TokenKind::Word)
            row.days.push_back({cell, *days_[c], static_cast<std::uint32_t>(c)});
        if (c < places_.size() && places_[c] && row.date >= 0 && cell.end > cell.begin + 1)
            row.days.push_back({cell, f.dates[static_cast<std::size_t>(row.date)], static_cast<std::uint32_t>(c)});
        if (columns_[c] != Column::Place) continue;
        row.place_cell = cell;
        for (const Mention& m : f.mentions)
            if (cell.contains(m.first_token) && m.place >= 0 && (!row.place || m.precision < row.place->precision)) row.place = &m;
    }
    if (row.days.empty()) return row;
    if (!days_.empty() && !days_.front()) row.label = cells.front();
    if (!row.place)
        if (const auto sole = sole_place(f, {row.label})) row.place = sole->place, row.place_cell = sole->place_cell;
    return row;
}

Frame cell_frame(const SentenceFacts& f, TokenRange cell) {
    Frame frame;
    frame.rest = frame.clause = cell;
    frame.noun = frame.item = true;
    frame.strength = 2;
    frame.head = cell.begin;
    // "Committee | on frontiers": the last word before what hangs on it, or what is known to happen
    for (std::uint32_t i = cell.begin;
         i < cell.end && f.token(i).kind == TokenKind::Word && !is_preposition(f.text, i) && !f.has(i, kConjunction); ++i)
        frame.head = i;
    for (std::uint32_t i = cell.begin; i < cell.end; ++i)
        if (f.noun(i).known && f.noun(i).strength >= 2) {
            frame.head = i;
            break;
        }
    if (const NounSense& sense = f.noun(frame.head); sense.known) frame.kind = sense.kind, frame.category = sense.category;
    return frame;
}

std::optional<Frame> row_frame(const SentenceFacts& f, const TableRow& row) {
    const bool labelled = !row.day_of.empty();
    const TokenRange cell = labelled ? row.place_cell : row.happening;
    if (row.date < 0 || cell.begin >= cell.end) return std::nullopt;
    Frame frame = cell_frame(f, cell);
    frame.date = row.date;
    if (const NounSense& sense = noun_sense(row.day_of); labelled && sense.known) frame.kind = sense.kind, frame.category = sense.category;
    return frame;
}

}  // namespace dateline::extract
