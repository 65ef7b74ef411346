#include "extract/mention_list.h"

#include "extract/lexicon.h"

#include <algorithm>
#include <utility>

namespace dateline::extract {

using document::Gazetteer;
using document::Place;

void put_in_order(std::vector<Mention>& mentions, std::vector<Mention>& more) {
    std::vector<Mention> all;
    all.reserve(mentions.size() + more.size());
    std::vector<std::int32_t> moved(mentions.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        while (next < more.size() && more[next].first_token < mentions[i].first_token) all.push_back(std::move(more[next++]));
        moved[i] = static_cast<std::int32_t>(all.size());
        all.push_back(std::move(mentions[i]));
    }
    while (next < more.size()) all.push_back(std::move(more[next++]));
    for (Mention& m : all) {
        if (m.parent >= 0) m.parent = moved[static_cast<std::size_t>(m.parent)];
        if (m.container >= 0) m.container = moved[static_cast<std::size_t>(m.container)];
    }
    mentions = std::move(all);
}

void drop_first_peoples(const Text& text, const Gazetteer& gazetteer, std::vector<Mention>& mentions) {
    const auto is_one = [&](const Mention& m) {
        const bool body = m.end_token < text.tokens.size() && (text.tokens[m.end_token].lexicon & (kStateBody | kTitle)) != 0;
        return m.adjective && !body && (m.folded == "indian" || m.folded == "indians");
    };
    if (std::none_of(mentions.begin(), mentions.end(), is_one)) return;
    std::size_t american = 0;
    for (const Mention& m : mentions) {
        if (m.adjective || m.place < 0) continue;
        const Place place = gazetteer.place(static_cast<std::uint32_t>(m.place));
        if (place.country == "IN") return;
        american += place.country == "US" || place.country == "CA";
    }
    if (american == 0) return;
    std::vector<std::int32_t> moved(mentions.size(), -1);
    std::int32_t kept = 0;
    for (std::size_t i = 0; i < mentions.size(); ++i)
        if (!is_one(mentions[i])) moved[i] = kept++;
    std::erase_if(mentions, is_one);
    for (Mention& m : mentions) {
        if (m.parent >= 0) m.parent = moved[static_cast<std::size_t>(m.parent)];
        if (m.container >= 0) m.container = moved[static_cast<std::size_t>(m.container)];
    }
}

}  // namespace dateline::extract
