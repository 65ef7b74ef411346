#include "app/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

extern char** environ;

namespace dateline::app {
namespace {

/// Both ends of a pipe, closed on destruction.
struct Pipe {
    std::array<int, 2> ends{-1, -1};
    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) ends = {-1, -1};
    }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void close_end(std::size_t i) {
        if (ends[i] >= 0) ::close(ends[i]);
        ends[i] = -1;
    }
};

struct Redirect {
    int from, to;
};

base::Result<pid_t> spawn(const std::vector<std::string>& arguments, const std::vector<Redirect>& redirects,
                          std::string_view debian_package) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    for (const Redirect& redirect : redirects) posix_spawn_file_actions_adddup2(&actions, redirect.from, redirect.to);
    std::vector<char*> argv;
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error == ENOENT)
        return base::fail(arguments[0] + " is not installed", {}, fmt::format("install it: apt-get install {}", debian_package));
    if (error != 0) return base::fail(fmt::format("{} cannot be started: {}", arguments[0], std::strerror(error)));
    return child;
}

base::Result<> wait_for(pid_t child, const std::string& name, const std::string& complaint) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
    const std::string first_line = complaint.substr(0, complaint.find('\n'));
    return base::fail(fmt::format("{} failed{}{}", name, first_line.empty() ? "" : ": ", first_line));
}

/// Drains both streams at once, so that neither can block the program.
bool drain(Pipe& out, Pipe& err, std::string& output, std::string& complaint, std::size_t limit_bytes) {
    std::array<pollfd, 2> streams{{{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}}};
    std::array<std::string*, 2> targets{&output, &complaint};
    std::array<char, 1 << 16> buffer;
    int open = 2;
    while (open > 0) {
        if (::poll(streams.data(), streams.size(), -1) < 0 && errno != EINTR) return false;
        for (std::size_t i = 0; i < 2; ++i) {
            if (streams[i].fd < 0 || streams[i].revents == 0) continue;
            const ssize_t count = ::read(streams[i].fd, buffer.data(), buffer.size());
            if (count <= 0) {
                streams[i].fd = -1;
                --open;
            } else if (i == 0 || complaint.size() < 4096) {
                targets[i]->append(buffer.data(), static_cast<std::size_t>(count));
            }
        }
        if (output.size() > limit_bytes) return false;
    }
    return true;
}

}  // namespace

base::Result<std::string> run_program(const std::vector<std::string>& arguments, std::string_view debian_package,
                                      std::size_t limit_bytes) {
    Pipe out, err;
    const auto child = spawn(arguments, {{out.ends[1], STDOUT_FILENO}, {err.ends[1], STDERR_FILENO}}, debian_package);
    if (!child) return tl::unexpected(child.error());
    out.close_end(1);
    err.close_end(1);
    std::string output, complaint;
    const bool drained = drain(out, err, output, complaint, limit_bytes);
    if (!drained) ::kill(*child, SIGKILL);
    const auto ended = wait_for(*child, arguments[0], complaint);
    if (!drained) return base::fail(arguments[0] + " gave more text than can be read", {}, "split the document");
    if (!ended) return tl::unexpected(ended.error());
    return output;
}

base::Result<> feed_program(const std::vector<std::string>& arguments, std::string_view input, std::string_view debian_package) {
    // A program that goes away early must not take us with it.
    std::signal(SIGPIPE, SIG_IGN);
    Pipe in;
    const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    const auto child = spawn(arguments, {{in.ends[0], STDIN_FILENO}, {null, STDOUT_FILENO}, {null, STDERR_FILENO}}, debian_package);
    if (null >= 0) ::close(null);
    if (!child) return tl::unexpected(child.error());
    in.close_end(0);
    while (!input.empty()) {
        const ssize_t written = ::write(in.ends[1], input.data(), input.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) break;
        input.remove_prefix(static_cast<std::size_t>(written));
    }
    in.close_end(1);
    return wait_for(*child, arguments[0], {});
}

}  // namespace dateline::app
