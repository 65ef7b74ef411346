#include "extract/html_text.h"

#include "extract/html_tags.h"
#include "extract/word_set.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace dateline::extract {
namespace {

using namespace html;

/// Elements whose content is no prose of the page.
constexpr WordSet kSkipped{"script", "style",  "nav",    "noscript", "template", "svg",
                           "button", "select", "iframe", "object",   "aside",    "math"};
/// Those that some pages put all of themselves into, and are looked into first.
constexpr WordSet kPerhapsSkipped{"form", "header", "footer"};
constexpr WordSet kBlocks{"p",     "div", "section",    "article", "header",     "footer",  "main",   "ul", "ol",
                          "table", "tr",  "blockquote", "figure",  "figcaption", "address", "dl",     "dt", "dd",
                          "pre",   "hr",  "body",       "caption", "thead",      "tbody",   "details"};
/// Elements that never have content; "<br>" in a skipped one closes nothing.
constexpr WordSet kVoid{"br", "hr", "img", "input", "meta", "link", "source", "wbr"};

/// "<main" in any case, within `html`.
bool contains_tag(std::string_view html, std::string_view name) {
    for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
        if (html.size() - at <= name.size() + 1) return false;
        const char after = html[at + 1 + name.size()];
        if ((is_space(after) || after == '>') && lowered(html.substr(at + 1, name.size())) == name) return true;
    }
    return false;
}

/// Of a <time>: the page's own, rather than that of something it tells of.
bool tells_publication(const Tag& tag) {
    return lowered(attribute(tag.attributes, "itemprop")) == "datepublished" || tag.attributes.find("pubdate") != tag.attributes.npos ||
           lowered(attribute(tag.attributes, "class")).find("publi") != std::string::npos;
}

class Page {
  public:
    Page(std::string_view html, std::string* made) : html_(html), lookahead_left_(html.size() * 8), made_(made) {}
    std::string read();

  private:
    /// What stands in <main> or an <article>, as a stretch of out_.
    struct Story {
        std::size_t begin = 0, end = 0;
    };
    void take_text(std::size_t end);
    void take_tag(const Tag& tag);
    void take_table(const Tag& tag);
    void skip_element(const std::string& name);
    std::string_view element_ahead(const std::string& name);
    bool is_skipped(const Tag& tag);
    void begin_row();
    void read_title();
    void read_meta(const Tag& tag);
    void read_linked_data();
    void note_date(std::string_view date);
    void track_story(const Tag& tag);
    std::string story() const;
    void paragraph() { pending_ = 2; }
    void put(char c);
    void settle();

    std::string_view html_;
    std::size_t at_ = 0;
    std::size_t lookahead_left_;  ///< bytes: keeps the page linear whatever is nested in what
    std::string* made_;           ///< takes the page's own date, where it is not to stand in the text
    std::string out_, title_, published_;
    std::string marker_;  // "## ", "- " or "| " before the next word
    int pending_ = 0;     // line breaks owed
    bool space_ = false;
    bool heading_seen_ = false;
    bool in_row_ = false, cell_seen_ = false;
    std::vector<Story> stories_;
    int story_depth_ = 0;
    std::string story_name_;
};

/// Line breaks, the marker and the space that stand before the next visible character.
void Page::settle() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    if (!out_.empty()) out_.append(static_cast<std::size_t>(pending_), '\n');
    const bool starts_line = out_.empty() || out_.back() == '\n';
    out_ += marker_;
    if (space_ && !starts_line) out_ += ' ';
    pending_ = 0;
    space_ = false;
    marker_.clear();
}

void Page::put(char c) {
    if (is_space(c)) {
        space_ = true;
        return;
    }
    if (pending_ > 0 || space_ || !marker_.empty()) settle();
    out_ += c;
}

void Page::take_text(std::size_t end) {
    std::string decoded;
    while (at_ < end) {
        if (html_[at_] != '&') {
            put(html_[at_++]);
            continue;
        }
        decoded.clear();
        const std::size_t size = read_character_reference(html_, at_, decoded);
        if (size == 0) put(html_[at_++]);
        else {
            for (char c : decoded) put(c);
            at_ += size;
        }
    }
}

/// Moves past the end of the element that was just opened, nested ones of its name included.
void Page::skip_element(const std::string& name) {
    int depth = 1;
    const bool raw = name == "script" || name == "style";
    while (at_ < html_.size() && depth > 0) {
        const std::size_t open = html_.find('<', at_);
        if (open == html_.npos) {
            at_ = html_.size();
            return;
        }
        const Tag tag = tag_at(html_, open);
        if (tag.end <= open || (raw && !(tag.closing && tag.name == name))) {
            at_ = open + 1;
            continue;
        }
        at_ = tag.end;
        if (tag.name == name) depth += tag.closing ? -1 : tag.attributes.ends_with('/') ? 0 : 1;
    }
}

/// The content of the element that was just opened; empty where looking has cost too much.
std::string_view Page::element_ahead(const std::string& name) {
    if (lookahead_left_ == 0) return {};
    const std::size_t begin = at_;
    skip_element(name);
    const std::string_view content = html_.substr(begin, at_ - begin);
    at_ = begin;
    lookahead_left_ -= std::min(lookahead_left_, content.size() + 1);
    return content;
}

/// Furniture, unless the story itself is inside: some sites wrap all of it in a form, or in a "menu".
bool Page::is_skipped(const Tag& tag) {
    if (tag.closing || tag.attributes.ends_with('/') || kVoid.contains(tag.name)) return false;
    if (kSkipped.contains(tag.name)) return true;
    const bool perhaps = kPerhapsSkipped.contains(tag.name) && !(tag.name == "header" && story_depth_ > 0);
    if (tag.name == "sup") return is_furniture(tag) || contains_tag(element_ahead(tag.name).substr(0, 400), "a");
    if (!perhaps && !is_furniture(tag)) return false;
    const std::string_view content = element_ahead(tag.name);
    if (content.empty()) return false;
    if (contains_tag(content, "h1") || contains_tag(content, "article") || contains_tag(content, "main")) return false;
    return content.size() * 5 < html_.size() * 4;  // what is most of the page is the page
}

void Page::note_date(std::string_view date) {
    date = date.substr(0, 10);
    const bool is_day = date.size() == 10 && date[4] == '-' && date[7] == '-' && is_digit(date[0]) && is_digit(date[9]);
    if (published_.empty() && is_day) published_ = std::string(date);
}

void Page::read_title() {
    const std::size_t close = std::min(html_.find('<', at_), html_.size());
    while (at_ < close) {
        if (html_[at_] == '&')
            if (const std::size_t size = read_character_reference(html_, at_, title_); size != 0) {
                at_ += size;
                continue;
            }
        title_ += is_space(html_[at_]) ? ' ' : html_[at_];
        ++at_;
    }
}

void Page::read_meta(const Tag& tag) {
    std::string key;
    for (std::string_view name : {"property", "name", "itemprop"})
        if (key.empty()) key = lowered(attribute(tag.attributes, name));
    constexpr WordSet kDates{"article:published_time", "date",          "dc.date",       "dcterms.date", "pubdate", "dcterms.created",
                             "publication_date",       "datepublished", "dc.date.issued"};
    if (kDates.contains(key)) note_date(attribute(tag.attributes, "content"));
}

/// "datePublished": "2023-05-05T…" in a page's linked data.
void Page::read_linked_data() {
    const std::string_view data =
        html_.substr(at_, std::min<std::size_t>(std::min(html_.find("</script", at_), html_.size()) - at_, 1 << 16));
    const std::size_t key = data.find("\"datePublished\"");
    if (key == data.npos) return;
    const std::size_t quote = data.find('"', key + 15);
    if (quote != data.npos) note_date(data.substr(quote + 1));
}

void Page::track_story(const Tag& tag) {
    if (tag.name != "main" && tag.name != "article") return;
    if (story_depth_ == 0 && !tag.closing) {
        story_name_ = tag.name;
        stories_.push_back({out_.size(), 0});
    }
    if (tag.name != story_name_) return;
    story_depth_ = std::max(0, story_depth_ + (tag.closing ? -1 : 1));
    if (story_depth_ == 0 && !stories_.empty() && stories_.back().end == 0) stories_.back().end = out_.size();
}

void Page::begin_row() {
    const std::string_view row = html_.substr(at_, 4000);
    const std::string_view content = row.substr(0, row.find("</tr"));
    const std::size_t looked = content.size();
    const bool affordable = lookahead_left_ > looked;
    lookahead_left_ -= std::min(lookahead_left_, looked);
    std::size_t cells = 0;
    for (std::size_t at = content.find("<t"); at != content.npos; at = content.find("<t", at + 1))
        cells += at + 2 < content.size() && (content[at + 2] == 'd' || content[at + 2] == 'h');
    // A table with headings or tables in it arranges a page; it has no rows to read across.
    in_row_ = affordable && content.size() < row.size() && cells > 1 && !contains_tag(content, "table") && !contains_tag(content, "h2") &&
              !contains_tag(content, "h3");
    cell_seen_ = false;
    if (!in_row_) return paragraph();
    pending_ = std::max(pending_, 1);
    marker_ = "| ";
}

void Page::take_table(const Tag& tag) {
    if (tag.name == "tr") {
        if (in_row_ && marker_.empty()) out_ += " |";
        if (in_row_) pending_ = 1, marker_.clear();
        in_row_ = false;
        if (!tag.closing) begin_row();
        return;
    }
    space_ = true;
    if (!in_row_ || tag.closing) return;
    if (std::exchange(cell_seen_, true)) {
        if (!marker_.empty()) settle();
        out_ += " |";
    }
}

void Page::take_tag(const Tag& tag) {
    if (tag.name.empty()) return;
    if (tag.name == "title" && !tag.closing && title_.empty()) return read_title();
    if (tag.name == "meta") return read_meta(tag);
    if (tag.name == "script" && !tag.closing && attribute(tag.attributes, "type") == "application/ld+json") read_linked_data();
    if (tag.name == "time" && !tag.closing && tells_publication(tag)) note_date(attribute(tag.attributes, "datetime"));
    if (made_ != nullptr && tag.name == "p" && !tag.closing && attribute(tag.attributes, "class") == "date") {
        note_date(element_ahead(tag.name));
        return skip_element(tag.name);
    }
    if (is_skipped(tag)) return skip_element(tag.name);
    track_story(tag);
    const bool heading = tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6';
    if (heading) {
        paragraph();
        marker_.clear();
        if (!tag.closing) marker_ = std::string(static_cast<std::size_t>(tag.name[1] - '0'), '#') + ' ';
        heading_seen_ = heading_seen_ || tag.name == "h1";
    } else if (tag.name == "tr" || tag.name == "td" || tag.name == "th") {
        take_table(tag);
    } else if (in_row_ && (tag.name == "br" || kBlocks.contains(tag.name)) && tag.name != "table") {
        space_ = true;
    } else if (tag.name == "li") {
        pending_ = std::max(pending_, 1);
        marker_ = tag.closing ? "" : "- ";
    } else if (tag.name == "br") {
        pending_ = std::min(pending_ + 1, 2);
    } else if (kBlocks.contains(tag.name)) {
        in_row_ = false;
        // "<li><p>" keeps its dash.
        if (marker_ != "- ") paragraph();
    }
}

/// What is in <main> or the articles, where that is the better part of the page; else all of it.
std::string Page::story() const {
    constexpr std::size_t kLeast = 200;
    std::string told;
    for (const Story& s : stories_) {
        const std::size_t end = s.end == 0 ? out_.size() : s.end;
        told += std::string_view(out_).substr(s.begin, end - s.begin);
        told += "\n\n";
    }
    if (told.size() < kLeast || told.size() * 4 < out_.size()) return out_ + '\n';
    told.erase(0, std::min(told.find_first_not_of('\n'), told.size()));
    told.erase(told.find_last_not_of('\n') + 1);
    const std::size_t heading = out_.find("# ");
    const bool outside = (heading == 0 || (heading != out_.npos && out_[heading - 1] == '\n')) && told.find("# ") == told.npos;
    if (!outside) return told + '\n';
    return out_.substr(heading, out_.find('\n', heading) - heading) + "\n\n" + told + '\n';
}

std::string Page::read() {
    out_.reserve(html_.size() / 2);
    while (at_ < html_.size()) {
        const std::size_t open = std::min(html_.find('<', at_), html_.size());
        take_text(open);
        if (open >= html_.size()) break;
        const Tag tag = tag_at(html_, open);
        if (tag.end <= open) {
            put('<');
            at_ = open + 1;
            continue;
        }
        at_ = tag.end;
        take_tag(tag);
    }
    const std::string told = story();
    std::string head;
    if (!heading_seen_ && title_.find_first_not_of(' ') != std::string::npos) head = "# " + title_ + "\n\n";
    if (made_ != nullptr) *made_ = published_;
    else if (!published_.empty()) head += "Published: " + published_ + "\n\n";
    return head + told;
}

}  // namespace

bool looks_like_html(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    const std::string head = lowered(text.substr(0, 1024));
    return head.starts_with("<!doctype html") || head.starts_with("<html") ||
           (head.starts_with("<?xml") && head.find("<html") != std::string::npos);
}

std::string text_of_html(std::string_view html, std::string* made) { return Page(html, made).read(); }

}  // namespace dateline::extract
