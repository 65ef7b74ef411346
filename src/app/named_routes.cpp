#include "app/named_routes.h"

#include "document/gazetteer.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

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

/// The words of all routes' names, each asked for once in a sentence however many names it is in.
class NameWords {
  public:
    static constexpr std::size_t kShortest = 3;  // letters; what is shorter tells nothing

    /// Number of a word of `kShortest` letters or more.
    std::size_t add(std::string_view word) {
        std::vector<std::size_t>& alike = by_start_[start_of(word)];
        for (const std::size_t known : alike)
            if (words_[known] == word) return known;
        alike.push_back(words_.size());
        words_.emplace_back(word);
        seen_.push_back(0);
        return words_.size() - 1;
    }
    /// Notes which of them begin a word of the sentence: "corridors" holds "corridor".
    void enter(std::string_view padded_sentence) {
        ++sentence_;
        for (std::size_t begin = 1; begin < padded_sentence.size();) {
            const std::size_t end = padded_sentence.find(' ', begin);
            const std::string_view word = padded_sentence.substr(begin, end - begin);
            begin = end + 1;
            if (word.size() < kShortest) continue;
            const auto alike = by_start_.find(start_of(word));
            if (alike == by_start_.end()) continue;
            for (const std::size_t known : alike->second)
                if (word.starts_with(words_[known])) seen_[known] = sentence_;
        }
    }
    bool has(std::size_t word) const { return seen_[word] == sentence_; }

  private:
    static std::uint32_t start_of(std::string_view word) {
        std::uint32_t start = 0;
        for (std::size_t i = 0; i < kShortest; ++i) start = (start << 8) | static_cast<unsigned char>(word[i]);
        return start;
    }
    std::vector<std::string> words_;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_start_;
    std::vector<std::uint64_t> seen_;  ///< the last sentence that had it
    std::uint64_t sentence_ = 0;
};

/// One of a route's names and the words in it that count.
struct RouteName {
    std::string folded;
    std::vector<std::size_t> words;
};

RouteName name_from(std::string folded, NameWords& words) {
    RouteName name{std::move(folded), {}};
    for (std::size_t begin = 0; begin < name.folded.size();) {
        const std::size_t end = std::min(name.folded.find(' ', begin), name.folded.size());
        if (end - begin >= NameWords::kShortest) name.words.push_back(words.add(std::string_view(name.folded).substr(begin, end - begin)));
        begin = end + 1;
    }
    return name;
}

/// Holds a name as whole words. Short forms of up to three letters mean other things too often to count.
bool holds(const std::string& padded_sentence, const RouteName& name, const NameWords& words) {
    if (name.folded.size() <= 3) return false;
    if (std::any_of(name.words.begin(), name.words.end(), [&](std::size_t word) { return !words.has(word); })) return false;
    return padded_sentence.find(' ' + name.folded + ' ') != std::string::npos;
}

/// "a cable under the Black Sea" names the Black Sea submarine power cable: most of its words in one sentence.
bool describes(const RouteName& name, const NameWords& words) {
    const auto found = std::count_if(name.words.begin(), name.words.end(), [&](std::size_t word) { return words.has(word); });
    return name.words.size() >= 4 && static_cast<std::size_t>(found) * 5 >= name.words.size() * 3 && found >= 3;
}

/// Calls `visit` with each sentence, folded, a space at both ends.
template <class Visit>
void for_each_folded_sentence(const std::string& text, const Visit& visit) {
    std::string plain;
    const auto close = [&] {
        if (!plain.empty()) visit(' ' + document::fold_name(plain) + ' ');
        plain.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool stop = (c == '.' || c == '!' || c == '?') && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n');
        if (stop || (c == '\n' && i + 1 < text.size() && text[i + 1] == '\n')) close();
        else plain += c;
    }
    close();
}

}  // namespace

std::vector<std::string> routes_not_named(const document::Briefing& briefing) {
    if (briefing.bulletins().empty() && briefing.events().empty()) return {};
    NameWords words;
    std::vector<std::vector<RouteName>> names;
    for (const auto& route : briefing.routes()) {
        std::vector<RouteName>& own = names.emplace_back();
        for (std::string& name : names_of(*route)) own.push_back(name_from(std::move(name), words));
    }
    std::vector<char> named(names.size(), 0);
    const auto read = [&](const std::string& sentence) {
        words.enter(sentence);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (named[i] != 0) continue;
            const bool told =
                std::any_of(names[i].begin(), names[i].end(), [&](const RouteName& name) { return holds(sentence, name, words); });
            named[i] = told || describes(names[i].back(), words);
        }
    };
    for (const auto& bulletin : briefing.bulletins()) for_each_folded_sentence(bulletin->text, read);
    if (briefing.bulletins().empty())
        for (const auto& event : briefing.events())
            for (const std::string* text : {&event->title, &event->quote, &event->place, &event->place_text})
                for_each_folded_sentence(*text, read);
    std::vector<std::string> absent;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& route = briefing.routes()[i];
        const bool placed = std::any_of(briefing.events().begin(), briefing.events().end(),
                                        [&](const auto& event) { return event->place_id == "route:" + route->id; });
        if (named[i] == 0 && !placed) absent.push_back(route->id);
    }
    return absent;
}

}  // namespace dateline::app
