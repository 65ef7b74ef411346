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

void share_roles(const Text& text, const Gazetteer& gazetteer, std::vector<Mention>& mentions) {
    const auto is_broad = [&](const Mention& m) {
        const document::PlaceKind kind = gazetteer.place(static_cast<std::uint32_t>(m.place)).kind;
        return kind == document::PlaceKind::Country || kind == document::PlaceKind::CountryGroup;
    };
    for (std::size_t i = 1; i < mentions.size(); ++i) {
        const Mention& before = mentions[i - 1];
        Mention& m = mentions[i];
        const bool may = m.role == PlaceRole::Mention && before.role != PlaceRole::Mention && before.role != PlaceRole::Demonym &&
                         m.sentence == before.sentence && m.place >= 0 && !m.possessive && !before.possessive;
        if (!may) continue;
        std::size_t next = before.end_token;
        while (next < m.first_token && (text.tokens[next].lexicon & (kGeoTail | kKinOfPlace)) != 0 &&
               text.tokens[next].kind == TokenKind::Word)
            ++next;
        if (text.tokens[next].is('(')) {  // "in Mali (August 2020), | Guinea"
            constexpr std::size_t longest = 12;
            std::size_t close = next + 1;
            while (close < m.first_token && close < next + longest && !text.tokens[close].is(')')) ++close;
            if (text.tokens[close].is(')')) next = close + 1;
        }
        const bool comma = text.tokens[next].is(',');
        if (comma) ++next;
        const bool joined = next < m.first_token && (text.tokens[next].lexicon & kConjunction) != 0;
        if (joined) ++next;
        while (next < m.first_token && (text.tokens[next].lexicon & (kDirection | kArticle)) != 0) ++next;
        if (next != m.first_token || (!comma && !joined)) continue;
        const bool holds = comma && !joined && (before.parent == static_cast<std::int32_t>(i) || (before.place < 0 && is_broad(m)));
        // "In Baku, Armenia and Iran signed": a comma after what opens a sentence ends no list
        const Sentence& s = text.sentences[m.sentence];
        const bool opens = !joined && before.first_token <= s.first_token + 1;
        const bool listed = before.place >= 0 && is_broad(before) == is_broad(m) && !opens && before.parent != static_cast<std::int32_t>(i);
        if (holds) m.role = PlaceRole::Location;
        else if (listed) m.role = before.role;
    }
}

}  // namespace dateline::extract
