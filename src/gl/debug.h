#pragma once

namespace dateline::gl {

/// Has the driver report errors to base::warn (KHR_debug), where it can.
void report_errors();
/// GL errors seen in this process so far, by the callback or by check_errors.
int error_count();
/// For drivers without KHR_debug: reads GL's error flags, logs and counts what they hold. Returns error_count().
int check_errors();

}  // namespace dateline::gl
