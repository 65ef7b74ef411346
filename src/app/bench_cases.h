#pragma once

namespace dateline::app {

/// extract, annotate, gazetteer look-ups: bytes a second.
void register_text_benchmarks();
/// Frames built and drawn; scrubbing a million events.
void register_picture_benchmarks();
/// A large raster laid over the map.
void register_layer_benchmarks();
/// From nothing to the first full frame of the sample, in a process of its own.
void register_start_benchmarks();

}  // namespace dateline::app
