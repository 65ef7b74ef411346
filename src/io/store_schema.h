#pragma once

#include <string_view>

/// For store_write.cpp and store_read.cpp: the names that both know.
namespace dateline::io::store {

inline constexpr const char* kEvents = "events";
inline constexpr const char* kRoutes = "routes";
inline constexpr const char* kScenes = "scenes";
inline constexpr const char* kDocuments = "documents";
inline constexpr const char* kEventFacts = "dateline_events";
inline constexpr const char* kRouteFacts = "dateline_routes";
inline constexpr const char* kLayers = "dateline_layers";
inline constexpr const char* kProject = "dateline_project";
inline constexpr const char* kWorldview = "worldview";  ///< a key of kProject
inline constexpr const char* kStyles = "layer_styles";

}  // namespace dateline::io::store
