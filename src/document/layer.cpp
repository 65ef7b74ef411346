#include "document/layer.h"

#include "base/id.h"

namespace dateline::document {

std::string layer_id(const std::string& file) { return base::short_id('l', base::stable_hash(file)); }

}  // namespace dateline::document
