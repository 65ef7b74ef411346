#pragma once

#include "ui/parts.h"

#include <string>

namespace dateline::ui {

/// Title, date, place, category and kind of one event. Everything it changes is one EditEvent, sent by save().
class EditForm {
  public:
    void start(const document::Event& event);
    void close() { event_id_.clear(); }
    bool open() const { return !event_id_.empty(); }
    bool edits(const std::string& event_id) const { return event_id_ == event_id; }
    /// In the inspector's body; returns the height.
    float draw(const Ui& ui, const Pen& pen, const document::Event& event, float width);
    bool valid() const { return date_fault().empty() && !title_.empty(); }
    void save(const Ui& ui, const document::Event& event);

  private:
    std::string date_fault() const;  ///< empty when the date is EDTF or nothing
    bool field(const Ui& ui, const Pen& pen, const char* label, std::string& value, float y, float width);
    void note(const Pen& pen, float y, float width, std::string_view text, bool trouble);

    std::string event_id_, title_, date_, place_, kind_;
    int category_ = 0;
    bool focus_ = false;
};

/// `event` with another place as typed: located by `find`, or without a location when that does not know it.
document::Event with_place(document::Event event, const std::string& place,
                           const std::function<std::optional<PlaceFound>(std::string_view)>& find);

}  // namespace dateline::ui
