#pragma once

#include "base/result.h"
#include "document/briefing.h"
#include "document/layer.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

/// Document values as JSON, for recorded actions. Keys are those of the public event record.
namespace dateline::session {

nlohmann::json json_of(const document::Event& event);
nlohmann::json json_of(const document::Bulletin& bulletin);
nlohmann::json json_of(const document::Scene& scene);
nlohmann::json json_of(const document::Layer& layer);

/// Errors: a field of the wrong type, a date that is not EDTF, an unknown name, a bad geometry; `where` is the field.
base::Result<document::Event> event_from(const nlohmann::json& json);
base::Result<document::Bulletin> bulletin_from(const nlohmann::json& json);
base::Result<document::Scene> scene_from(const nlohmann::json& json);
base::Result<document::Layer> layer_from(const nlohmann::json& json);

}  // namespace dateline::session
