#pragma once

#include "ui/parts.h"

#include <string>

namespace dateline::ui {

/// The first column of a row: "25 Apr", or "10 Nov" over "2020" where no heading names the year.
struct DateCell {
    std::string main, below;
    bool operator==(const DateCell&) const = default;
};
DateCell date_cell(const std::optional<calendar::Edtf>& date, bool heading_names_year);
/// Whole date for a tooltip or the inspector: "25 April 2023".
std::string full_date(const std::optional<calendar::Edtf>& date);

/// Rows of the list in pixels at scale 1, in closed form, so that a million of them cost what is seen.
class RowPositions {
  public:
    RowPositions(const std::vector<session::ListRow>& rows, float event_h, float heading_h)
        : rows_(rows), event_h_(event_h), heading_h_(heading_h) {}
    double top_of(std::size_t row) const;
    double total() const;
    /// The row that covers `y`; the last one below the end. There must be rows.
    std::size_t row_at(double y) const;

  private:
    const std::vector<session::ListRow>& rows_;
    double event_h_, heading_h_;
};

/// Categories on and off. Returns the y below.
float draw_category_chips(const Ui& ui, const Pen& pen, float width, float y);

/// What is searched for, as it is typed.
class SearchField {
  public:
    void draw(const Ui& ui, const Pen& pen, Box box);

  private:
    void keep_early();
    bool input(const Ui& ui, const Pen& pen, Box box);
    void keys(const Ui& ui, bool active, bool left, bool& changed);

    std::string text_;   // being typed
    std::string sent_;   // what the state was last told, to notice changes from elsewhere
    std::string early_;  // typed between Ctrl F and the frame in which the field has the keys
    int focusing_ = 0;   // frames left in which it may still get them
};

/// The event list at the left: search, category chips, grouped rows.
class EventListPanel {
  public:
    void draw(const Ui& ui);

  private:
    void draw_header(const Ui& ui, const Pen& pen, float width);
    void draw_rows(const Ui& ui, float top);
    void draw_nothing(const Ui& ui, const Pen& pen);
    void draw_heading(const Ui& ui, const Pen& pen, const session::ListGroup& group, float width);
    void draw_event(const Ui& ui, const Pen& pen, const session::ListRow& row, float width);
    void follow_selection(const Ui& ui, const RowPositions& at, float view_h);

    SearchField search_;
    std::string followed_;  // the selection that was last scrolled to
};

}  // namespace dateline::ui
