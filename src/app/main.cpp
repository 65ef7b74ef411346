#include "app/cli.h"
#include "app/report.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>

/// `annotate` is called over and over by pipelines. The libraries of the map, the window and GDAL, some hundred and thirty, take longer to
/// load than a page takes to read: so they are linked to a program of their own, dateline-desk, and this one becomes it for all else.
int main(int argc, char** argv) try {
    using namespace dateline;
    if (argc == 2 && std::string_view(argv[1]) == "annotate") return app::run_annotate();
    std::error_code ignored;
    const std::filesystem::path desk = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "dateline-desk";
    ::execv(desk.c_str(), argv);
    return app::report({std::string("cannot be started: ") + std::strerror(errno), desk.string(), "install it beside dateline"});
} catch (const std::exception& error) {
    return dateline::app::report({std::string("stopped by an unexpected error: ") + error.what(), "dateline", ""});
}
