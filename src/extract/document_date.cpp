#include "extract/temporal.h"

namespace dateline::extract {

DocumentDate infer_document_date(std::string_view, std::string_view) { return {}; }

}  // namespace dateline::extract
