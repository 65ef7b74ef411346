#include "extract/html_text.h"

#include "document/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace dateline::extract {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lowered(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Elements whose content is no prose of the page.
constexpr std::array<std::string_view, 13> kSkipped{"script", "style", "nav", "noscript", "template", "svg", "form",
                                                    "button", "select", "iframe", "object", "aside", "math"};
constexpr std::array<std::string_view, 25> kBlocks{"p", "div", "section", "article", "header", "footer", "main", "ul", "ol",
                                                   "table", "tr", "blockquote", "figure", "figcaption", "address", "dl", "dt",
                                                   "dd", "pre", "hr", "body", "caption", "thead", "tbody", "details"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 38> kEntities{{
    {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}, {"ndash", "–"}, {"mdash", "—"},
    {"lsquo", "‘"}, {"rsquo", "’"}, {"ldquo", "“"}, {"rdquo", "”"}, {"laquo", "«"}, {"raquo", "»"}, {"hellip", "…"},
    {"shy", ""}, {"eacute", "é"}, {"egrave", "è"}, {"agrave", "à"}, {"aacute", "á"}, {"ccedil", "ç"}, {"ouml", "ö"},
    {"uuml", "ü"}, {"auml", "ä"}, {"Ouml", "Ö"}, {"Uuml", "Ü"}, {"Auml", "Ä"}, {"szlig", "ß"}, {"ntilde", "ñ"},
    {"iacute", "í"}, {"oacute", "ó"}, {"uacute", "ú"}, {"scaron", "š"}, {"Scaron", "Š"}, {"euro", "€"}, {"pound", "£"},
    {"deg", "°"}, {"bull", "•"}}};

struct Tag {
    std::string name;       // lower case, without the slash
    bool closing = false;
    std::string_view attributes;
    std::size_t end = 0;    // after '>'
};

/// The tag at `html[at] == '<'`; its name is empty for a comment, a declaration, or a bare '<'.
Tag tag_at(std::string_view html, std::size_t at) {
    Tag tag;
    if (html.substr(at, 4) == "<!--") {
        const std::size_t close = html.find("-->", at + 4);
        tag.end = close == html.npos ? html.size() : close + 3;
        return tag;
    }
    std::size_t i = at + 1;
    if (i < html.size() && html[i] == '/') tag.closing = true, ++i;
    const bool declaration = i < html.size() && (html[i] == '!' || html[i] == '?');
    if (!declaration && (i >= html.size() || !is_letter(html[i]))) {
        tag.end = at;  // a bare '<'
        return tag;
    }
    const std::size_t name = i;
    while (i < html.size() && (is_letter(html[i]) || is_digit(html[i]))) ++i;
    if (!declaration) tag.name = lowered(html.substr(name, std::min<std::size_t>(i - name, 16)));
    const std::size_t attributes = i;
    char quote = 0;
    for (; i < html.size(); ++i) {
        if (quote != 0) {
            if (html[i] == quote) quote = 0;
        } else if (html[i] == '"' || html[i] == '\'') {
            quote = html[i];
        } else if (html[i] == '>') {
            break;
        }
    }
    if (i >= html.size()) {  // an open quote must not swallow the rest of the page
        i = html.find('>', attributes);
        if (i == html.npos) i = html.size() - 1;
    }
    tag.attributes = html.substr(attributes, i - attributes);
    tag.end = i + 1;
    return tag;
}

/// The value of an attribute, without its quotes; empty for none.
std::string_view attribute(std::string_view attributes, std::string_view name) {
    for (std::size_t at = attributes.find('='); at != attributes.npos; at = attributes.find('=', at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && !is_space(attributes[begin - 1]) && attributes[begin - 1] != '"' && attributes[begin - 1] != '\'') --begin;
        if (lowered(attributes.substr(begin, at - begin)) != name) continue;
        std::string_view value = attributes.substr(at + 1);
        if (value.empty()) return {};
        const char quote = value.front();
        if (quote == '"' || quote == '\'') return value.substr(1, std::min(value.find(quote, 1), value.size()) - 1);
        return value.substr(0, value.find_first_of(" \t\n>"));
    }
    return {};
}

/// Decodes the character reference at `html[at] == '&'` into `out`; bytes read, 0 where it is a plain ampersand.
std::size_t read_entity(std::string_view html, std::size_t at, std::string& out) {
    const std::size_t end = html.substr(at, 12).find(';');
    if (end == html.npos || end < 2) return 0;
    const std::string_view name = html.substr(at + 1, end - 1);
    if (name.front() == '#') {
        const bool hex = name.size() > 1 && lower(name[1]) == 'x';
        std::uint32_t code = 0;
        for (char c : name.substr(hex ? 2 : 1)) {
            const char l = lower(c);
            if (!is_digit(c) && !(hex && l >= 'a' && l <= 'f')) return 0;
            code = code * (hex ? 16u : 10u) + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : l - 'a' + 10);
        }
        const bool valid = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        if (valid) document::append_utf8(code == 0xA0 ? U' ' : static_cast<char32_t>(code), out);
        return end + 1;
    }
    for (const auto& [known, character] : kEntities)
        if (known == name) {
            out += character;
            return end + 1;
        }
    return 0;
}

class Page {
  public:
    explicit Page(std::string_view html) : html_(html) {}
    std::string read();

  private:
    void take_text(std::size_t end);
    void take_tag(const Tag& tag);
    void skip_element(const std::string& name);
    void read_head(const Tag& tag);
    void paragraph() { pending_ = 2; }
    void put(char c);
    void settle();

    std::string_view html_;
    std::size_t at_ = 0;
    std::string out_, title_, published_;
    std::string marker_;    // "## " or "- " before the next word
    int pending_ = 0;       // line breaks owed
    bool space_ = false;
    bool heading_seen_ = false;
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
        const std::size_t size = read_entity(html_, at_, decoded);
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

void Page::read_head(const Tag& tag) {
    if (tag.name == "title" && !tag.closing && title_.empty()) {
        const std::size_t close = std::min(html_.find('<', at_), html_.size());
        while (at_ < close) {
            if (html_[at_] == '&')
                if (const std::size_t size = read_entity(html_, at_, title_); size != 0) {
                    at_ += size;
                    continue;
                }
            title_ += is_space(html_[at_]) ? ' ' : html_[at_];
            ++at_;
        }
        return;
    }
    if (tag.name != "meta" || !published_.empty()) return;
    std::string key = lowered(attribute(tag.attributes, "property"));
    if (key.empty()) key = lowered(attribute(tag.attributes, "name"));
    constexpr std::array<std::string_view, 7> kDates{"article:published_time", "date", "dc.date", "dcterms.date", "pubdate",
                                                     "dcterms.created", "publication_date"};
    if (one_of(key, kDates)) published_ = std::string(attribute(tag.attributes, "content").substr(0, 10));
}

void Page::take_tag(const Tag& tag) {
    if (tag.name.empty()) return;
    if (tag.name == "title" || tag.name == "meta") return read_head(tag);
    if (!tag.closing && one_of(tag.name, kSkipped) && !tag.attributes.ends_with('/')) return skip_element(tag.name);
    const bool heading = tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6';
    if (heading) {
        paragraph();
        marker_.clear();
        if (!tag.closing) marker_ = std::string(static_cast<std::size_t>(tag.name[1] - '0'), '#') + ' ';
        heading_seen_ = heading_seen_ || tag.name == "h1";
    } else if (tag.name == "li") {
        pending_ = std::max(pending_, 1);
        marker_ = tag.closing ? "" : "- ";
    } else if (tag.name == "br") {
        pending_ = std::max(pending_, 1);
    } else if (tag.name == "td" || tag.name == "th") {
        space_ = true;
    } else if (one_of(tag.name, kBlocks)) {
        // "<li><p>" keeps its dash.
        if (marker_ != "- ") paragraph();
    }
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
    out_ += '\n';
    std::string head;
    if (!heading_seen_ && title_.find_first_not_of(' ') != std::string::npos) head = "# " + title_ + "\n\n";
    if (published_.size() == 10) head += "Published: " + published_ + "\n\n";
    return head + out_;
}

}  // namespace

bool looks_like_html(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    const std::string head = lowered(text.substr(0, 1024));
    return head.starts_with("<!doctype html") || head.starts_with("<html") ||
           (head.starts_with("<?xml") && head.find("<html") != std::string::npos);
}

std::string text_of_html(std::string_view html) { return Page(html).read(); }

}  // namespace dateline::extract
