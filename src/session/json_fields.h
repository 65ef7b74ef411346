#pragma once

#include "session/action.h"
#include "session/event_json.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

/// One description of an action's fields serves writing and reading: fields(writer, a) and fields(reader, a).
namespace dateline::session {

nlohmann::json json_of(calendar::Instant t);  ///< ISO 8601, ".." where open
base::Result<calendar::Instant> instant_from(const nlohmann::json& json);
std::string_view name_of(Snap snap);

class FieldWriter {
  public:
    explicit FieldWriter(nlohmann::json& out) : out_(out) {}

    template <class T>
    void operator()(const char* key, const T& value) {
        out_[key] = written(value);
    }
    template <class T>
    void optional(const char* key, const T& value) {
        (*this)(key, value);
    }
    void span(const calendar::Span& span);
    void camera(const view::Camera& camera);
    void filters(const Filters& filters);

  private:
    static nlohmann::json written(calendar::Instant t) { return json_of(t); }
    static nlohmann::json written(Snap snap) { return name_of(snap); }
    static nlohmann::json written(const view::RectPx& rect) { return nlohmann::json::array({rect.x, rect.y, rect.w, rect.h}); }
    static nlohmann::json written(view::Projection projection) { return geo::name_of(projection); }
    static nlohmann::json written(document::Review review) { return document::name_of(review); }
    static nlohmann::json written(const document::Event& event) { return json_of(event); }
    static nlohmann::json written(const document::Bulletin& bulletin) { return json_of(bulletin); }
    static nlohmann::json written(const document::Scene& scene) { return json_of(scene); }
    static nlohmann::json written(const std::shared_ptr<const document::Worldview>& worldview);
    static nlohmann::json written(const document::Layer& layer) { return json_of(layer); }
    template <class T>
    static nlohmann::json written(const T& value) {
        return value;
    }
    template <class T>
    static nlohmann::json written(const std::vector<T>& values) {
        auto list = nlohmann::json::array();
        for (const T& value : values) list.push_back(written(value));
        return list;
    }

    nlohmann::json& out_;
};

/// Keeps the first error; after it nothing more is read.
class FieldReader {
  public:
    FieldReader(const nlohmann::json& in, std::string action) : in_(in), action_(std::move(action)) {}

    template <class T>
    void operator()(const char* key, T& value) {
        if (!ok()) return;
        if (in_.contains(key)) take(read(in_[key], value), key);
        else refuse(key, "is missing");
    }
    template <class T>
    void optional(const char* key, T& value) {
        if (ok() && in_.contains(key)) take(read(in_[key], value), key);
    }
    void span(calendar::Span& span);
    void camera(view::Camera& camera);
    void filters(Filters& filters);
    const base::Error& error() const { return error_; }

  private:
    bool ok() const { return error_.what.empty(); }
    /// `fault` is empty when all went well.
    void take(const std::string& fault, const char* key) {
        if (!fault.empty()) refuse(key, fault);
    }
    void refuse(const char* key, const std::string& fault);

    static std::string read(const nlohmann::json& json, bool& value);
    static std::string read(const nlohmann::json& json, int& value);
    static std::string read(const nlohmann::json& json, double& value);
    static std::string read(const nlohmann::json& json, float& value);
    static std::string read(const nlohmann::json& json, std::string& value);
    static std::string read(const nlohmann::json& json, calendar::Instant& value);
    static std::string read(const nlohmann::json& json, Snap& value);
    static std::string read(const nlohmann::json& json, view::RectPx& value);
    static std::string read(const nlohmann::json& json, view::Projection& value);
    static std::string read(const nlohmann::json& json, document::Review& value);
    static std::string read(const nlohmann::json& json, document::Event& value);
    static std::string read(const nlohmann::json& json, document::Bulletin& value);
    static std::string read(const nlohmann::json& json, document::Scene& value);
    static std::string read(const nlohmann::json& json, std::shared_ptr<const document::Worldview>& value);
    static std::string read(const nlohmann::json& json, document::Layer& value);
    template <class T>
    static std::string read(const nlohmann::json& json, std::vector<T>& values) {
        if (!json.is_array()) return "must be a list";
        for (const auto& item : json)
            if (std::string fault = read(item, values.emplace_back()); !fault.empty()) return fault;
        return {};
    }

    const nlohmann::json& in_;
    std::string action_;
    base::Error error_;
};

}  // namespace dateline::session
