#include "app/report.h"

#include "app/cli.h"
#include "app/file_kinds.h"
#include "base/log.h"

namespace dateline::app {

int report(const base::Error& error) {
    base::log(base::Severity::Error, error.line());
    return kInputAtFault;
}

int refuse_output(const std::string& output, const base::Error& error) {
    const int status = report(error);
    return is_event_file(output) ? status : kCommandLineAtFault;
}

void warn_all(const std::vector<std::string>& warnings) {
    for (const std::string& warning : warnings) base::log(base::Severity::Warning, warning);
}

}  // namespace dateline::app
