#pragma once

#include "ui/edit_form.h"
#include "ui/paragraph.h"
#include "ui/parts.h"
#include "ui/route_panel.h"

#include <memory>

namespace dateline::ui {

/// The right panel: what an event says, and the words that prove it.
class InspectorPanel {
  public:
    void draw(const Ui& ui);
    bool form_open() const { return form_.open(); }
    void close_form() { form_.close(); }

  private:
    /// Another sentence that tells the event, laid out.
    struct Told {
        std::string where;  // the document, the section, the page
        std::vector<std::string> lines;
    };
    /// The paragraph of the selected event, laid out; remade when any of it changes.
    struct Evidence {
        std::shared_ptr<const document::Briefing> briefing;
        std::string event_id;
        float width = 0, scale = 0;
        Paragraph paragraph;
        std::vector<TextLine> lines;
        std::vector<Told> told;  // elsewhere: in the document or in others
        std::size_t told_more = 0;
        std::vector<const document::Event*> also;  // of `briefing`
    };
    void draw_header(const Ui& ui, const Pen& pen, float width);
    float draw_facts(const Ui& ui, const Pen& pen, const document::Event& event, float width);
    float draw_other_names(const Ui& ui, const Pen& pen, const document::Event& event, float right, float y);
    float draw_actors(const Ui& ui, const Pen& pen, const document::Event& event, float width, float y);
    float draw_evidence(const Ui& ui, const Pen& pen, const document::Event& event, float width, float y);
    void lay_out_told(const Ui& ui, const Pen& pen, const document::Event& event, float width);
    float draw_told(const Ui& ui, const Pen& pen, float width, float y);
    float draw_also(const Ui& ui, const Pen& pen, float width, float y);
    void draw_footer(const Ui& ui, const Pen& pen, const document::Event& event, float width, float y);
    void refresh_evidence(const Ui& ui, const Pen& pen, const document::Event& event, float width);
    const TextIndex& index_of(const document::Bulletin& bulletin, const document::Briefing& briefing);

    EditForm form_;
    RoutePanel route_;
    Evidence evidence_;
    std::shared_ptr<const document::Bulletin> indexed_;
    std::optional<TextIndex> index_;
    float content_h_ = 0;
    std::string scrolled_for_;
};

/// Text in lines of `line_h`. Returns the y below.
float draw_wrapped(const Pen& pen, Font font, Color color, float x, float y, float width, float line_h, std::string_view text,
                   std::size_t max_lines = 12);
/// "Bulletin · South Caucasus · p. 3", as a reader cites it.
std::string citation_of(const document::Briefing& briefing, std::string_view source, std::string_view section,
                        std::optional<std::uint32_t> page);
/// What stands in the inspector when nothing is selected: the briefing itself. Returns the height.
float draw_briefing_facts(const Ui& ui, const Pen& pen, float width);
void draw_legend_underline(const Pen& pen, Mark mark, float x0, float x1, float y);
/// The lines of a paragraph with its quote marked and its spans underlined. Returns the y below.
float draw_lines(const Pen& pen, const std::vector<TextLine>& lines, float x, float y);

}  // namespace dateline::ui
