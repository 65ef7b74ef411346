#include "extract/reader_reply.h"

#include "base/id.h"
#include "document/event_json.h"
#include "document/fold.h"
#include "document/json_depth.h"
#include "extract/event_title.h"
#include "extract/inline_markup.h"
#include "extract/place_feature.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>

namespace dateline::extract {
namespace {

using document::Event;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMostTitle = kMostTitleCharacters;  // code points, as the record promises
constexpr std::size_t kMostRefusals = 20;                 // told one by one
constexpr std::size_t kMostShown = 60;

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

std::string shown(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size() && out.size() < kMostShown) {
        const char32_t c = document::next_code_point(text, at);
        document::append_utf8(c < 0x20 ? U' ' : c, out);
    }
    return out + (at < text.size() ? "…" : "");
}

std::string in_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20; }, ' ');
    return text;
}

/// A text as it is compared: runs of space are one, curly quotation marks straight, soft hyphens gone; with the way back.
class Comparable {
  public:
    explicit Comparable(std::string_view text) {
        bool space = true;
        std::uint32_t point = 0;
        for (std::size_t at = 0; at < text.size(); ++point) {
            char32_t c = document::next_code_point(text, at);
            if (c == 0xAD) continue;
            if (c == 0x2018 || c == 0x2019) c = '\'';
            if (c == 0x201C || c == 0x201D) c = '"';
            const bool is_space = c <= 0x20 || c == 0xA0 || c == 0x2009 || c == 0x202F;
            if (is_space && space) continue;
            space = is_space;
            document::append_utf8(is_space ? U' ' : c, text_);
            points_.resize(text_.size(), point);
        }
        if (text_.ends_with(' ')) text_.pop_back();
        end_ = point;
    }
    const std::string& text() const { return text_; }

    /// The one place where `words` stand, from code point `from` on; how many there are goes to `count` (2 for more).
    document::TextSpan find(std::string_view words, int& count) const {
        count = 0;
        document::TextSpan span;
        if (words.empty()) return span;  // blanks alone stand everywhere and nowhere
        for (std::size_t at = text_.find(words); at != text_.npos && count < 2; at = text_.find(words, at + 1)) {
            if (++count > 1) break;
            const std::size_t end = at + words.size();
            span = {points_[at], end < points_.size() ? points_[end] : end_};
            // The space after the last word is not of it.
            if (end < points_.size()) span.end = points_[end - 1] + 1;
        }
        return span;
    }

  private:
    std::string text_;
    std::vector<std::uint32_t> points_;  ///< of each byte
    std::uint32_t end_ = 0;
};

std::string compared(std::string_view text) { return Comparable(text).text(); }

class Checker {
  public:
    Checker(const document::Bulletin& bulletin, const document::Gazetteer& gazetteer)
        : bulletin_(bulletin), gazetteer_(gazetteer), whole_(bulletin.text) {
        for (std::size_t at = 0; at < bulletin.text.size(); document::next_code_point(bulletin.text, at))
            if (count_++ % kStride == 0) every_.push_back(at);
    }

    /// What is wrong with the event; nothing where it stands, and then it is complete.
    std::optional<std::string> check(Event& event) {
        if (event.title.empty()) return "has no title";
        if (code_points(event.title) > kMostTitle) return fmt::format("its title is longer than {} characters", kMostTitle);
        if (!event.source.empty() && event.source != bulletin_.id) return fmt::format("its source is \"{}\"", shown(event.source));
        event.source = bulletin_.id;
        for (const auto& step : {&Checker::check_quote, &Checker::check_date, &Checker::check_place, &Checker::check_actors})
            if (auto wrong = (this->*step)(event)) return wrong;
        event.review = document::Review::Unreviewed;  // a user's to say
        event.confidence = std::clamp(event.confidence, 0.0, 1.0);
        name(event);
        return std::nullopt;
    }

  private:
    static constexpr std::size_t kStride = 256;

    std::size_t byte_of(std::uint32_t point) const {
        if (every_.empty() || point >= count_) return bulletin_.text.size();
        std::size_t at = every_[point / kStride];
        for (std::size_t n = point % kStride; n > 0; --n) document::next_code_point(bulletin_.text, at);
        return at;
    }

    bool is_in_text(document::TextSpan span) const { return span.begin < span.end && span.end <= count_; }

    std::string_view words_at(document::TextSpan span) const {
        const std::size_t begin = byte_of(span.begin);
        return std::string_view(bulletin_.text).substr(begin, byte_of(span.end) - begin);
    }

    bool says(document::TextSpan span, std::string_view words) const {
        const std::string_view there = words_at(span);
        return compared(there) == compared(words) || compared(without_markup(there)) == compared(without_markup(words));
    }

    std::optional<std::string> check_quote(Event& event) {
        const document::TextSpan span = event.quote_span;
        if (span.end > 0) {
            if (!is_in_text(span))
                return fmt::format("characters {} to {} are not in the text, which has {}", span.begin, span.end, count_);
            if (event.quote.empty()) event.quote = compared(words_at(span));
            else if (!says(span, event.quote))
                return fmt::format("characters {} to {} are not its quote; the text has \"{}\"", span.begin, span.end,
                                   shown(words_at(span)));
            return std::nullopt;
        }
        const std::string sought = compared(event.quote);
        if (sought.empty()) return "has no quote";
        int count = 0;
        event.quote_span = whole_.find(sought, count);
        if (count == 0) return fmt::format("its quote is not in the text: \"{}\"", shown(event.quote));
        if (count > 1)
            return fmt::format("its quote is in the text more than once, so char_start and char_end must say which: \"{}\"",
                               shown(event.quote));
        return std::nullopt;
    }

    /// Where words that prove a field stand: at `span` if it is given, else in the quote, else in one place of the text.
    std::optional<std::string> locate(const char* what, const Event& event, std::string_view words, document::TextSpan& span) {
        if (span.end > 0) {
            if (!is_in_text(span)) return fmt::format("the span of its {} is not in the text", what);
            if (!words.empty() && !says(span, words))
                return fmt::format("the span of its {} is not \"{}\"; the text has \"{}\"", what, shown(words), shown(words_at(span)));
            return std::nullopt;
        }
        if (words.empty()) return std::nullopt;
        int count = 0;
        const std::string sought = compared(words);
        if (sought.empty()) return fmt::format("the words of its {} are blank", what);
        span = Comparable(words_at(event.quote_span)).find(sought, count);
        if (count > 0) {
            span = {span.begin + event.quote_span.begin, span.end + event.quote_span.begin};
            return std::nullopt;
        }
        span = whole_.find(sought, count);
        if (count == 0) return fmt::format("the words of its {} are not in the text: \"{}\"", what, shown(words));
        if (count > 1) span = {};  // in the text, but no one can say where
        return std::nullopt;
    }

    std::optional<std::string> check_date(Event& event) {
        if (auto wrong = locate("date", event, event.date_text, event.date_span)) return wrong;
        if (event.date && event.date_basis == document::DateBasis::None)
            event.date_basis = event.date_text.empty() ? document::DateBasis::Context : document::DateBasis::Explicit;
        return std::nullopt;
    }

    std::optional<std::string> check_place(Event& event) {
        if (auto wrong = locate("place", event, event.place_text, event.place_span)) return wrong;
        if (event.place.empty()) event.place = event.place_text;
        if (event.place.empty()) return std::nullopt;
        if (event.geometry.index() == 0 && event.place_id.empty()) look_up(event);
        if (event.place_basis == document::PlaceBasis::None)
            event.place_basis = event.place_text.empty() ? document::PlaceBasis::Inferred : document::PlaceBasis::Explicit;
        return std::nullopt;
    }

    std::optional<std::string> check_actors(Event& event) {
        for (document::TextSpan& span : event.actor_spans)
            if (!is_in_text(span)) return "the span of an actor is not in the text";
        if (!event.actor_spans.empty()) return std::nullopt;
        const Comparable quote(words_at(event.quote_span));
        for (const std::string& actor : event.actors) {
            int count = 0;
            const std::string words = compared(actor);
            if (words.empty()) return "names a blank actor";
            const document::TextSpan span = quote.find(words, count);
            if (count > 0) event.actor_spans.push_back({span.begin + event.quote_span.begin, span.end + event.quote_span.begin});
        }
        return std::nullopt;
    }

    void look_up(Event& event) const {
        for (const document::NameMatch& match : gazetteer_.find(document::fold_name(event.place))) {
            if (match.adjective) continue;
            const document::Place place = gazetteer_.place(match.place);
            event.place_id = place.id;
            event.place_precision = precision_of(place, {});
            event.place_radius_km = static_cast<double>(radius_of(place, event.place_precision));
            event.geometry = geometry_of(gazetteer_, place, event.place_precision);
            return;
        }
    }

    /// An id of its own where the reader gave none, or gave it twice; the same for the same event each time.
    void name(Event& event) {
        const std::uint64_t hash =
            base::stable_hash(fmt::format("{}|{}|{}|{}", event.source, event.quote_span.begin, event.quote_span.end, event.title));
        if (event.id.empty()) event.id = base::short_id('e', hash);
        for (std::uint64_t n = 1; !ids_.insert(event.id).second; ++n) event.id = base::short_id('e', hash + n);
    }

    const document::Bulletin& bulletin_;
    const document::Gazetteer& gazetteer_;
    Comparable whole_;
    std::vector<std::size_t> every_;  ///< byte of each kStride-th code point
    std::uint32_t count_ = 0;
    std::unordered_set<std::string> ids_;
};

}  // namespace

std::string reader_request(const document::Bulletin& bulletin) {
    Json json;
    json["doc"] = bulletin.id;
    json["title"] = bulletin.title;
    json["dct"] = bulletin.published ? Json(bulletin.published->text()) : Json(nullptr);
    json["text"] = bulletin.text;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<std::string> document_of_reply(std::string_view json_line) {
    const Json json = document::nests_too_deep(json_line) ? Json{} : Json::parse(json_line, nullptr, false);
    if (!json.is_object()) return base::fail(fmt::format("printed a line that is no JSON object: {}", shown(json_line)));
    if (!json.contains("doc") || !json["doc"].is_string()) return base::fail("printed a line without \"doc\"");
    return json["doc"].get<std::string>();
}

base::Result<ReaderReply> read_reply(std::string_view json_line, const document::Bulletin& bulletin, const document::Gazetteer& gazetteer) {
    const Json json = document::nests_too_deep(json_line) ? Json{} : Json::parse(json_line, nullptr, false);
    if (!json.is_object()) return base::fail("printed a line that is no JSON object");
    if (json.contains("error"))
        return base::fail(json["error"].is_string() ? shown(json["error"].get_ref<const std::string&>()) : "could not read the document");
    if (!json.contains("events") || !json["events"].is_array()) return base::fail("gave no list of events");
    ReaderReply reply;
    Checker checker(bulletin, gazetteer);
    std::size_t number = 0, untold = 0;
    for (const Json& item : json["events"]) {
        ++number;
        auto event = document::event_from_json(item.dump(-1, ' ', false, Json::error_handler_t::replace));
        std::optional<std::string> wrong;
        if (!event) wrong = event.error().where.empty() ? event.error().what : event.error().where + ": " + event.error().what;
        else wrong = checker.check(*event);
        if (!wrong) reply.events.push_back(std::move(*event));
        else if (reply.refusals.size() < kMostRefusals)
            reply.refusals.push_back(fmt::format("event {} is refused: {}", number, in_one_line(*wrong)));
        else ++untold;
    }
    if (untold > 0) reply.refusals.push_back(fmt::format("{} more events are refused", untold));
    return reply;
}

}  // namespace dateline::extract
