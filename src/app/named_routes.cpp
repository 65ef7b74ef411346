#include "app/named_routes.h"

#include "document/gazetteer.h"

#include <algorithm>
#include <iterator>

namespace dateline::app {
namespace {

/// "Middle Corridor (Trans-Caspian International Transport Route)" is called by either part.
std::vector<std::string> names_of(const document::Route& route) {
    std::vector<std::string> names{route.short_name};
    std::string rest = route.name;
    if (const auto open = rest.find(" ("), close = rest.rfind(')'); open != rest.npos && close != rest.npos && close > open) {
        names.push_back(rest.substr(open + 2, close - open - 2));
        rest.resize(open);
    }
    names.push_back(rest);
    for (std::string& name : names) name = document::fold_name(name);
    return names;
}

/// Holds a name as whole words. Short forms of up to three letters mean other things too often to count.
bool holds(const std::string& padded_text, const std::string& name) {
    return name.size() > 3 && padded_text.find(' ' + name + ' ') != std::string::npos;
}

/// "a cable under the Black Sea" names the Black Sea submarine power cable: most of its words in one sentence.
bool describes(const std::string& padded_sentence, const std::string& name) {
    int words = 0, found = 0;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        if (end - begin >= 3) {
            ++words;
            if (padded_sentence.find(' ' + name.substr(begin, end - begin)) != std::string::npos) ++found;
        }
        begin = end + 1;
    }
    return words >= 4 && found * 5 >= words * 3 && found >= 3;
}

/// Folded, a space at both ends of each.
std::vector<std::string> folded_sentences(const std::string& text) {
    std::vector<std::string> sentences;
    std::string plain;
    const auto close = [&] {
        if (!plain.empty()) sentences.push_back(' ' + document::fold_name(plain) + ' ');
        plain.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool stop = (c == '.' || c == '!' || c == '?') && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n');
        if (stop || (c == '\n' && i + 1 < text.size() && text[i + 1] == '\n')) close();
        else plain += c;
    }
    close();
    return sentences;
}

}  // namespace

std::vector<std::string> routes_not_named(const document::Briefing& briefing) {
    if (briefing.bulletins().empty()) return {};
    std::vector<std::string> sentences;
    for (const auto& bulletin : briefing.bulletins()) {
        auto more = folded_sentences(bulletin->text);
        std::move(more.begin(), more.end(), std::back_inserter(sentences));
    }
    std::vector<std::string> absent;
    for (const auto& route : briefing.routes()) {
        const auto names = names_of(*route);
        const bool named = std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
            return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return holds(sentence, name); }) ||
                   describes(sentence, names.back());
        });
        const bool placed = std::any_of(briefing.events().begin(), briefing.events().end(),
                                        [&](const auto& event) { return event->place_id == "route:" + route->id; });
        if (!named && !placed) absent.push_back(route->id);
    }
    return absent;
}

}  // namespace dateline::app
