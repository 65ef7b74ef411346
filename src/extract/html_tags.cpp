#include "extract/html_tags.h"

#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract::html {
namespace {

/// Words of class names and ids, as sites call what is not the story.
constexpr WordSet kFurnitureWords{"nav",           "navbar",  "navigation", "menu",          "submenu",     "sidebar", "cookie",
                                  "cookies",       "consent", "gdpr",       "breadcrumb",    "breadcrumbs", "related", "recommended",
                                  "recirculation", "share",   "sharing",    "social",        "comments",    "disqus",  "newsletter",
                                  "subscribe",     "promo",   "advert",     "advertisement", "sponsored",   "paywall", "widget",
                                  "popup",         "modal",   "footnotes",  "endnotes",      "noprint"};
constexpr WordSet kFurnitureRoles{"navigation",   "search",      "complementary", "contentinfo", "dialog",
                                  "alertdialog",  "menu",        "menubar",       "toolbar",     "doc-endnotes",
                                  "doc-footnote", "doc-noteref", "doc-backlink",  "doc-toc",     "doc-pagebreak"};
constexpr WordSet kNeverFurniture{"html", "body", "main", "article", "h1", "h2", "h3", "table", "td"};

/// "site-nav", "relatedPosts" no: whole words between hyphens and underscores. "has-sidebar" tells of a sibling.
bool names_furniture(std::string_view names) {
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find_first_of(" \t\r\n", at), names.size());
        const std::string token = lowered(names.substr(at, std::min<std::size_t>(end - at, 64)));
        at = end + 1;
        if (token.starts_with("has-") || token.starts_with("with-") || token.starts_with("no-") || token.starts_with("is-")) continue;
        for (std::size_t from = 0; from < token.size();) {
            const std::size_t to = std::min(token.find_first_of("-_", from), token.size());
            if (kFurnitureWords.contains(std::string_view(token).substr(from, to - from))) return true;
            from = to + 1;
        }
    }
    return false;
}

bool has_flag(std::string_view attributes, std::string_view flag) {
    for (std::size_t at = attributes.find(flag); at != attributes.npos; at = attributes.find(flag, at + 1)) {
        const std::size_t end = at + flag.size();
        const bool begins = at > 0 && is_space(attributes[at - 1]);
        if (begins && (end == attributes.size() || is_space(attributes[end]) || attributes[end] == '/' || attributes[end] == '='))
            return true;
    }
    return false;
}

}  // namespace

std::string lowered(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

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

bool is_furniture(const Tag& tag) {
    if (tag.attributes.size() < 4 || kNeverFurniture.contains(tag.name)) return false;
    if (has_flag(tag.attributes, "hidden") && attribute(tag.attributes, "hidden") != "false") return true;
    if (lowered(attribute(tag.attributes, "aria-hidden")) == "true") return true;
    const std::string style = lowered(attribute(tag.attributes, "style"));
    if (style.find("display:none") != style.npos || style.find("display: none") != style.npos) return true;
    if (kFurnitureRoles.contains(lowered(attribute(tag.attributes, "role")))) return true;
    if (tag.name == "a" || tag.name == "p" || tag.name == "span") return false;
    return names_furniture(attribute(tag.attributes, "class")) || names_furniture(attribute(tag.attributes, "id"));
}

}  // namespace dateline::extract::html
