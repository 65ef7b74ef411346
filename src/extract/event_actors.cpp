#include "extract/event_facts.h"
#include "extract/lexicon.h"
#include "extract/name_context.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

using document::PlaceKind;

class Finder {
  public:
    Finder(const NameLookup& lookup, const Sentence& sentence, std::span<const Mention> mentions, const DocumentNames& names)
        : text_(lookup.text()),
          first_(sentence.first_token),
          end_(sentence.end_token),
          mentions_(mentions),
          gazetteer_(lookup.gazetteer()),
          names_(names),
          context_(lookup, names),
          dateline_(dateline_end(text_, sentence, mentions)) {
        context_.enter(first_, end_, false);
    }

    std::vector<ActorMention> run() {
        for (std::uint32_t i = first_; i < end_;) {
            const Token& t = token(i);
            if (t.kind != TokenKind::Word || !t.capitalised()) {
                ++i;
                continue;
            }
            if ((has(t, kFunction) && t.letter_case != Case::Upper) || has(t, kMonth)) {
                ++i;
                continue;
            }
            const std::uint32_t end = chunk_end(i);
            read_chunk(i, end);
            i = end;
        }
        add_states();
        std::sort(out_.begin(), out_.end(), [](const ActorMention& a, const ActorMention& b) { return a.tokens.begin < b.tokens.begin; });
        return std::move(out_);
    }

  private:
    const Token& token(std::uint32_t i) const { return text_.token(i); }
    std::string_view word(std::uint32_t i) const { return i < end_ ? text_.folded(token(i)) : std::string_view{}; }
    std::uint32_t chunk_end(std::uint32_t begin) const;
    bool is_body(std::uint32_t i) const;
    bool is_plain_word(std::uint32_t i) const {
        const WordFacts& facts = *token(i).facts;
        return facts.topics || facts.noun->known || facts.verb->known || gazetteer_.usual_use(word(i)) == document::WordUse::CommonWord;
    }
    void read_chunk(std::uint32_t begin, std::uint32_t end);
    bool is_behind_office(std::uint32_t place) const;
    bool is_person_name(std::uint32_t begin, std::uint32_t end) const;
    bool is_organisation(std::uint32_t begin, std::uint32_t end) const;
    std::uint32_t office_begin(std::uint32_t name) const;
    std::uint32_t apposition_end(std::uint32_t name_end) const;
    bool add(ActorMention::Kind kind, TokenRange tokens, TokenRange name);
    bool is_side_of_deal(const Mention& m) const;
    bool stands_for_state(const Mention& m) const;
    TokenRange shared_body(std::size_t mention) const;
    void add_states();
    std::int64_t country_in(TokenRange tokens) const;

    const Text& text_;
    std::uint32_t first_, end_;
    std::span<const Mention> mentions_;
    const document::Gazetteer& gazetteer_;
    const DocumentNames& names_;
    NameContext context_;
    std::uint32_t dateline_;
    std::vector<ActorMention> out_;
};

std::uint32_t Finder::chunk_end(std::uint32_t begin) const {
    std::uint32_t i = begin;
    for (; i < end_; ++i) {
        const Token& t = token(i);
        if (t.kind != TokenKind::Word) break;
        const bool joins = has(t, kParticle) && i > begin && i + 1 < end_ && token(i + 1).capitalised();
        constexpr std::size_t syllable = 3;
        const bool sounds = i > begin && token(i - 1).letter_case == Case::Capital && token(i - 1).fold_size <= syllable &&
                            t.facts->verb->form == VerbForm::Participle;  // "Il-sung"
        const bool given = t.hyphenated && t.letter_case == Case::Lower && i >= begin + 2 && t.lexicon == 0 &&
                           (sounds || !is_plain_word(i));  // "Kim Dae-jung"
        if (given) continue;
        if (!t.capitalised() && !joins) break;
        if (i > begin && has(t, kFunction) && !joins && t.letter_case != Case::Upper) break;
        if (t.possessive) return i + 1;
    }
    return std::max(i, begin + 1);
}

/// "army", "Government", "ministry": what acts for the state named beside it.
bool Finder::is_body(std::uint32_t i) const {
    const std::string_view w = word(i);
    const bool place_like = w == "border" || w == "public" || w == "air" || w == "house" || w == "customs" || w == "centre" ||
                            w == "center" || w == "central" || w == "health" || w == "school" || w == "world" || w == "party" ||
                            w == "union" || w == "international";
    static constexpr WordSet kSeveral{"armies",    "navies",      "governments", "parliaments", "ministries", "militaries",
                                      "mediators", "negotiators", "envoys",      "diplomats",   "coastguard"};
    if (kSeveral.contains(w) || (w == "air" && word(i + 1).starts_with("force")) || (w == "force" && i > first_ && word(i - 1) == "air"))
        return true;
    const bool force = w == "artillery" || w == "aircraft" || w == "jets" || w == "warships" || w == "drones" || w == "fighters" ||
                       w == "side" || w == "leaders" || w == "leadership" || w == "delegation" || w == "navy" || w == "command" ||
                       w == "authorities";
    if (force && i < end_) return true;
    return i < end_ && token(i).kind == TokenKind::Word && !place_like && has(token(i), kStateBody | kTitle | kCommonCapital);
}

/// Words of a name that are no title, office or institution.
bool Finder::is_person_name(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin < 1 || end - begin > 5) return false;
    for (std::uint32_t i = begin; i < end; ++i)
        if (has(token(i), kOrgTail | kGeoTail | kStateBody | kMonth | kFunction | kCommonCapital) && !has(token(i), kParticle | kSuffix))
            return false;
    const bool titled = begin > first_ && has(token(begin - 1), kTitle);
    const std::string_view last = word(end - 1);
    if (titled || names_.people.contains(last)) return true;
    // Two or more names that nothing else explains, before what people do.
    const std::uint32_t after = end < end_ && has(token(end), kHave) ? end + 1 : end;
    const VerbForm next = after < end_ ? token(after).facts->verb->form : VerbForm::None;
    const bool acts =
        next == VerbForm::Past || next == VerbForm::PastOrParticiple || has(token(std::min(end, end_ - 1)), kSpeech | kAgentVerb);
    const bool names_only = std::all_of(text_.tokens.begin() + begin, text_.tokens.begin() + end, [](const Token& t) {
        return t.lexicon == 0 && (t.letter_case == Case::Capital || t.letter_case == Case::Mixed);
    });
    const bool owns = word(end) == "his" || word(end) == "her";  // "cost Maria Sandu | her seat"
    if (end - begin >= 2 && (acts || owns) && end < end_ && names_only && gazetteer_.find(last).empty()) return true;
    return end - begin >= 2 && context_.kind_of({begin, end}) == ChunkKind::Person;
}

bool Finder::is_organisation(std::uint32_t begin, std::uint32_t end) const {
    const NounSense& last = *token(end - 1).facts->noun;
    if (last.known && (last.paper || last.kind != EventKind::Plain)) return false;  // "Joint Declaration", "Nordic Summit"
    if (context_.kind_of({begin, end}) == ChunkKind::Organisation) return true;
    const std::string_view tail = word(end - 1);
    const bool named_body =
        end - begin >= 2 && (is_body(end - 1) || tail == "service" || tail == "guard" || tail == "command" || tail == "union" ||
                             tail == "operator" || tail == "administration" || tail == "community" || tail == "programme");
    // "the Minister for Europe and Foreign Affairs" is an office.
    const bool of_office = begin > first_ && (word(begin - 1) == "for" || word(begin - 1) == "and" || word(begin - 1) == "of");
    if (named_body && !of_office && !has(token(end - 1), kTitle)) return true;
    const Token& t = token(begin);
    if (end < end_ && token(end).hyphenated) return false;
    if (begin > first_ && token(begin - 1).is('(')) return false;
    if (end - begin == 1 && t.letter_case == Case::Upper && t.fold_size >= 3 && t.fold_size <= 12 && !t.dotted) {
        const auto places = gazetteer_.find(word(begin));
        return places.empty();
    }
    return false;
}

/// "President of the Republic of X, Y", "Prime Minister Y", "the Minister of Energy of X Y".
std::uint32_t Finder::office_begin(std::uint32_t name) const {
    std::uint32_t i = name;
    std::uint32_t best = name;
    for (int steps = 0; i > first_ && steps < 14; ++steps) {
        const Token& t = token(i - 1);
        const std::string_view w = word(i - 1);
        // "President A and Minister B": another's office; not "Deputy Prime Minister and Minister of Energy B"
        const bool another = w == "and" && best < name && i > first_ + 1 && !has(token(i - 2), kTitle);
        if (another) break;
        if (t.kind != TokenKind::Word) {
            if (!(t.is(',') && i == name)) break;
        } else {
            const bool titled = has(t, kTitle) && (t.capitalised() || i == name || i - 1 == best - 1);
            const bool inside = t.capitalised() || w == "of" || w == "the" || w == "and" || w == "for";
            if (!titled && !inside) break;
            if (t.possessive) break;
            if (titled) best = i - 1;
        }
        --i;
    }
    // "Prime", "Deputy", "Foreign" before the title word, and a state's adjective.
    while (best < name && best > first_ && token(best - 1).capitalised() && token(best - 1).kind == TokenKind::Word &&
           !token(best - 1).possessive && (has(token(best - 1), kCommonCapital | kTitle) || token(best - 1).letter_case == Case::Capital) &&
           !has(token(best - 1), kFunction | kMonth))
        --best;
    // "Georgia's Prime Minister"
    for (const Mention& m : mentions_)
        if (best < name && m.end_token == best && m.possessive && m.place >= 0) best = m.first_token;
    // An office in apposition must name its title; a name alone after a comma is none.
    if (best < name && token(name - 1).is(',') && !has(token(best), kTitle | kCommonCapital)) return name;
    return best;
}

/// "Catherine Colonna, the Minister for Europe and Foreign Affairs of France,": the office after the name.
std::uint32_t Finder::apposition_end(std::uint32_t end) const {
    constexpr std::uint32_t kLongest = 14;
    if (end + 2 >= end_ || !token(end).is(',') || token(end - 1).possessive) return end;
    std::uint32_t i = end + 1;
    while (i < end_ && has(token(i), kArticle)) ++i;
    bool titled = false;
    for (; i < end_ && i < end + kLongest; ++i) {
        if (token(i).is(',')) return titled ? i : end;
        if (token(i).kind != TokenKind::Word) return end;
        const std::string_view w = word(i);
        if (!token(i).capitalised() && w != "of" && w != "for" && w != "and" && w != "the" && w != "to" &&
            !has(token(i), kTitle | kCommonCapital))
            return end;
        titled = titled || has(token(i), kTitle);
    }
    return end;
}

/// "the ambassador of Chad in | Niger", "envoy of the | Swiss Confederation": the place that an office is of or in, before the name of who has it.
bool Finder::is_behind_office(std::uint32_t place) const {
    constexpr std::uint32_t longest = 10;
    std::uint32_t i = place;
    while (i > first_ && has(token(i - 1), kArticle)) --i;
    if (i <= first_ + 1 || (word(i - 1) != "of" && word(i - 1) != "in" && word(i - 1) != "to")) return false;
    for (--i; i > first_ && place - i < longest; --i) {
        const Token& t = token(i - 1);
        const std::string_view w = word(i - 1);
        if (t.kind != TokenKind::Word) return false;
        if (has(t, kTitle)) return true;
        if (!t.capitalised() && w != "of" && w != "the" && w != "and" && w != "for" && w != "in" && w != "to") return false;
    }
    return false;
}

std::int64_t Finder::country_in(TokenRange tokens) const {
    for (const Mention& m : mentions_) {
        if (m.place < 0 || !tokens.contains(m.first_token)) continue;
        const document::Place place = gazetteer_.place(static_cast<std::uint32_t>(m.place));
        if (place.kind == PlaceKind::Country) return m.place;
    }
    // "Armenia's Prime Minister"
    for (const Mention& m : mentions_)
        if (m.place >= 0 && m.end_token == tokens.begin && (m.possessive || m.adjective)) return m.place;
    return -1;
}

bool Finder::add(ActorMention::Kind kind, TokenRange tokens, TokenRange name) {
    for (const ActorMention& a : out_)
        if (a.tokens.begin < tokens.end && tokens.begin < a.tokens.end) return false;
    out_.push_back({kind, tokens, name, {}, country_in(tokens)});
    return true;
}

void Finder::read_chunk(std::uint32_t begin, std::uint32_t end) {
    const bool label = end < end_ && token(end).is(':') && begin == first_ && end - begin <= 3;  // "COLLISION: The ship …"
    if (!label && is_organisation(begin, end)) {
        std::uint32_t stop = end;
        // "State Oil Company of the Azerbaijan Republic (SOCAR)"
        if (word(stop) == "of") {
            std::uint32_t i = stop + 1;
            while (i < end_ && has(token(i), kArticle)) ++i;
            std::uint32_t last = i;
            for (const Mention& m : mentions_)
                if (m.first_token == i) last = m.end_token;
            while (last == i && stop + 4 > last && last < end_ && token(last).kind == TokenKind::Word && token(last).capitalised()) ++last;
            if (last < end_ && token(last - 1).capitalised() && is_body(last) && token(last).capitalised())
                ++last;  // "the Azerbaijan Republic"
            if (last > i) stop = last;
        }
        std::uint32_t start = begin;
        for (const Mention& m : mentions_)  // "Estonia's Internal Security Service"
            if (m.end_token == begin && m.possessive && m.place >= 0) start = m.first_token;
        add(ActorMention::Kind::Organisation, {start, stop}, {begin, stop});
        return;
    }
    // The name is what is left after titles and adjectives of states.
    std::uint32_t name = begin;
    for (std::uint32_t i = begin; i < end; ++i)
        if (has(token(i), kTitle | kCommonCapital | kFunction | kStateBody)) name = i + 1;
    for (const Mention& m : mentions_) {
        const bool of_office = m.place >= 0 && name > first_ &&
                               (word(name - 1) == "of" || is_behind_office(name));  // "Prime Minister of Pakistan Shehbaz Sharif"
        const bool inside = m.first_token <= name && name < m.end_token;            // "the Republic of | Serbia Ann Roe"
        if ((!m.adjective && !of_office) || !inside || m.end_token >= end) continue;
        name = m.end_token;
        if (of_office && !m.adjective) begin = name;
    }
    // "the Minister of Digital Development and Transport Rashad Nabiyev": an office's last word
    if (name > first_ && name + 2 < end && word(name - 1) == "and" && !has(token(name), kTitle) && office_begin(name) < name &&
        is_plain_word(name))
        ++name;
    if (name >= end || !is_person_name(name, end)) return;
    for (const Mention& m : mentions_)
        if (m.first_token < end && name < m.end_token && (m.place >= 0 || m.role == PlaceRole::Location)) return;  // it was read as a place
    const std::uint32_t office = office_begin(name);
    add(ActorMention::Kind::Person, {std::min(office, begin), office < name ? end : apposition_end(end)}, {name, end});
}

/// "an agreement between X, Y and Z", "talks between X and Y": the sides of what states do with one another, and no places of it.
bool Finder::is_side_of_deal(const Mention& m) const {
    if (m.role != PlaceRole::Location) return false;
    constexpr std::uint32_t reach = 14;
    std::uint32_t i = m.first_token;
    for (const std::uint32_t from = i; i > first_ && from - i < reach && word(i - 1) != "between"; --i) {
        const Token& t = token(i - 1);
        if (!(t.is(',') || has(t, kConjunction | kArticle) || (t.kind == TokenKind::Word && t.capitalised()))) return false;
    }
    if (i < first_ + 2 || word(i - 1) != "between") return false;
    const NounSense& before = *token(i - 2).facts->noun;
    static constexpr WordSet kDealings{"cooperation", "relations", "ties",     "partnership", "trade",     "reached",
                                       "signed",      "dialogue",  "contacts", "peace",       "friendship"};
    const bool dealt = (before.known && (before.paper || before.kind == EventKind::Negotiation || before.kind == EventKind::Meeting ||
                                         before.kind == EventKind::Signing)) ||
                       kDealings.contains(word(i - 2));
    return dealt;
}

/// "Manila and Hanoi signed", "Washington's envoy": a capital that does what governments do, and towns do not.
bool Finder::stands_for_state(const Mention& m) const {
    if (m.role != PlaceRole::Mention) return false;
    static constexpr WordSet kOffices{"envoy",      "envoys",     "ambassador",  "ambassadors", "forces", "troops",
                                      "army",       "delegation", "negotiators", "diplomats",   "allies", "ally",
                                      "government", "position",   "offer",       "proposal",    "demands"};
    if (m.possessive) return kOffices.contains(word(m.end_token));
    std::uint32_t i = m.end_token;
    for (const Mention& next : mentions_) {  // "Seoul, Tokyo and Washington condemned"
        if (next.first_token < i) continue;
        std::uint32_t at = i;
        while (at < next.first_token && (token(at).is(',') || has(token(at), kConjunction))) ++at;
        if (at == i || at != next.first_token || next.adjective || next.possessive) break;
        i = next.end_token;
    }
    while (i < end_ && (has(token(i), kHave | kModal | kNegation) || word(i) == "jointly" || word(i) == "both" || word(i) == "also")) ++i;
    if (i >= end_ || token(i).capitalised()) return false;
    const VerbSense& verb = *token(i).facts->verb;
    static constexpr WordSet kActs{"launch", "suspend", "halt",    "send",     "withdraw", "break",
                                   "fire",   "test",    "restore", "exchange", "agree",    "share"};
    switch (verb.kind) {
        case EventKind::Signing:
        case EventKind::Assertion:
        case EventKind::Decision:
        case EventKind::Recognition:
        case EventKind::Negotiation:
        case EventKind::Deployment:
        case EventKind::Supply:
        case EventKind::Plan: return verb.known && verb.form != VerbForm::Participle && verb.form != VerbForm::Gerund;
        default: return verb.known && kActs.contains(verb.base);
    }
}

/// "the French, German and Polish | foreign ministers": the body that adjectives in a row have in common; empty for none.
TokenRange Finder::shared_body(std::size_t k) const {
    for (; k + 1 < mentions_.size(); ++k) {
        const Mention &m = mentions_[k], &next = mentions_[k + 1];
        std::uint32_t at = m.end_token;
        while (at < next.first_token && (token(at).is(',') || has(token(at), kConjunction | kArticle))) ++at;
        if (!m.adjective || !next.adjective || at == m.end_token || at != next.first_token) break;
    }
    if (!mentions_[k].adjective) return {};
    const std::uint32_t begin = mentions_[k].end_token;
    std::uint32_t end = begin;
    while (end < end_ && end < begin + 4 && is_body(end) && !token(end - 1).possessive) ++end;
    return {begin, end};
}

/// States that act or are acted on, and their bodies: "Armenia", "the Armenian army", "the Foreign Ministry of Armenia".
void Finder::add_states() {
    for (std::size_t k = 0; k < mentions_.size(); ++k) {
        const Mention& m = mentions_[k];
        if (m.place < 0 || m.first_token < dateline_) continue;  // where a report is from acts in nothing
        const document::Place place = gazetteer_.place(static_cast<std::uint32_t>(m.place));
        const bool state = place.kind == PlaceKind::Country || place.kind == PlaceKind::CountryGroup;
        const bool capital_acts = place.kind == PlaceKind::Capital && ((m.role == PlaceRole::Mention && context_.is_agent(m.end_token)) ||
                                                                       stands_for_state(m) || is_side_of_deal(m));
        if (!state && !capital_acts) continue;
        TokenRange tokens{m.first_token, m.end_token};
        std::uint32_t tail = m.end_token;
        while (tail < end_ && is_body(tail) && !token(tail - 1).possessive && tail < m.end_token + 4) ++tail;
        const bool body_after = tail > m.end_token;
        if (body_after) tokens.end = tail;
        if (m.adjective && !body_after) {
            if (const TokenRange body = shared_body(k); body.begin < body.end && add(ActorMention::Kind::Organisation, tokens, tokens))
                out_.back().shared = body;
            continue;
        }
        bool body_before = false;
        if (m.first_token >= first_ + 2 &&
            (word(m.first_token - 1) == "of" || (word(m.first_token - 1) == "the" && word(m.first_token - 2) == "of"))) {
            const std::uint32_t of = word(m.first_token - 1) == "of" ? m.first_token - 1 : m.first_token - 2;
            std::uint32_t head = of;
            while (head > first_ && token(head - 1).kind == TokenKind::Word &&
                   (token(head - 1).capitalised() || word(head - 1) == "of" || word(head - 1) == "and" || word(head - 1) == "for") &&
                   !token(head - 1).possessive && of - head < 7)
                --head;
            while (head < of && !token(head).capitalised()) ++head;
            if (head < of && is_body(of - 1)) {
                tokens.begin = head;
                body_before = true;
            }
        }
        const bool where = m.role == PlaceRole::Location || m.role == PlaceRole::Boundary || m.role == PlaceRole::Origin;
        if (!body_after && !body_before && where && !is_side_of_deal(m)) continue;
        const bool body = body_after || body_before;
        const bool added = add(body ? ActorMention::Kind::Organisation : ActorMention::Kind::State, tokens, tokens);
        if (added && capital_acts) out_.back().country = gazetteer_.index_of("iso:" + std::string(place.country));
    }
}

}  // namespace

std::vector<ActorMention> find_actors(const NameLookup& lookup, const Sentence& sentence, std::span<const Mention> mentions,
                                      const DocumentNames& names) {
    return Finder(lookup, sentence, mentions, names).run();
}

}  // namespace dateline::extract
