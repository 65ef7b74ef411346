#pragma once

#include "extract/mention.h"

#include <string_view>

namespace dateline::extract {

/// How well a place agrees with the word beside its name ("district", "river"); 0 where that word says nothing.
double fit_of_feature(std::string_view feature, const document::Place& place);
bool is_natural_feature(std::string_view feature);

document::PlacePrecision precision_of(const document::Place& place, std::string_view feature);
float radius_of(const document::Place& place, document::PlacePrecision precision);
/// What is drawn for a place told with `precision`: the area of a district, a region or a water where it is known; else its point.
geo::Geometry geometry_of(const document::Gazetteer& gazetteer, const document::Place& place, document::PlacePrecision precision);

/// From the words around it: where, from where, to where, a border's side, whose.
PlaceRole role_of(const Text& text, const Mention& mention);

}  // namespace dateline::extract
