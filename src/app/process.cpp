#include "app/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
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
    argv.reserve(arguments.size() + 1);
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    // Its own process group, so that all of it can be stopped; Ctrl-C then reaches us alone, and we stop it.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    sigset_t usual;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);  // ours is ignored; a program's own pipes need theirs
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setpgroup(&attributes, 0);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, argv[0], &actions, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error == ENOENT)
        return base::fail(arguments[0] + " is not installed", {}, fmt::format("install it: apt-get install {}", debian_package));
    if (error != 0) return base::fail(fmt::format("{} cannot be started: {}", arguments[0], std::strerror(error)));
    return child;
}

/// The last line with something on it: where a traceback says what it was.
std::string last_line(std::string_view text) {
    constexpr std::size_t kMost = 300;
    const std::size_t end = text.find_last_not_of(" \t\r\n");
    if (end == text.npos) return {};
    text = text.substr(0, end + 1);
    const std::size_t begin = text.rfind('\n');
    std::string line(text.substr(begin == text.npos ? 0 : begin + 1).substr(0, kMost));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

base::Result<> wait_for(pid_t child, const std::string& name, const std::string& complaint) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
    const std::string said = last_line(complaint);
    const std::string how = WIFSIGNALED(status) ? fmt::format(" was ended by signal {}", WTERMSIG(status))
                                                : fmt::format(" failed with status {}", WEXITSTATUS(status));
    return base::fail(fmt::format("{}{}{}{}", name, how, said.empty() ? "" : ": ", said));
}

enum class Ended : std::uint8_t { Itself, TooMuchOutput, Silent, Stopped };

/// The three streams of a running program, served at once so that none can block it.
class Exchange {
  public:
    Exchange(Pipe& in, Pipe& out, Pipe& err, std::string_view input, const ProgramLimits& limits)
        : in_(in),
          input_(input),
          limits_(limits),
          streams_{{{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}, {in.ends[1], POLLOUT, 0}}} {}

    Ended run() {
        close_spent_input();
        while (streams_[0].fd >= 0 || streams_[1].fd >= 0) {
            const int ready = ::poll(streams_.data(), streams_.size(), kStep_ms);
            if (limits_.stop_requested && limits_.stop_requested()) return Ended::Stopped;
            if (ready < 0 && errno != EINTR) return Ended::Stopped;
            if (ready <= 0) {
                silent_ms_ += kStep_ms;
                if (silent_ms_ > limits_.silence_s * 1000) return Ended::Silent;
                continue;
            }
            silent_ms_ = 0;
            for (std::size_t i = 0; i < 2; ++i)
                if (streams_[i].fd >= 0 && streams_[i].revents != 0) take(i);
            if (streams_[2].fd >= 0 && streams_[2].revents != 0) give();
            if (output.size() > limits_.output_bytes) return Ended::TooMuchOutput;
        }
        return Ended::Itself;
    }

    std::string output, complaint;

  private:
    static constexpr int kStep_ms = 100;
    static constexpr std::size_t kMostComplaint = 1 << 16;

    void take(std::size_t stream) {
        const ssize_t count = ::read(streams_[stream].fd, buffer_.data(), buffer_.size());
        if (count < 0 && errno == EINTR) return;
        if (count <= 0) {
            streams_[stream].fd = -1;
            return;
        }
        std::string& target = stream == 0 ? output : complaint;
        target.append(buffer_.data(), static_cast<std::size_t>(count));
        if (stream == 1 && complaint.size() > kMostComplaint) complaint.erase(0, complaint.size() - kMostComplaint);
    }

    void give() {
        const ssize_t written = ::write(streams_[2].fd, input_.data(), std::min(input_.size(), buffer_.size()));
        if (written < 0 && (errno == EINTR || errno == EAGAIN)) return;
        if (written <= 0) input_ = {};  // it does not want the rest
        else input_.remove_prefix(static_cast<std::size_t>(written));
        close_spent_input();
    }

    void close_spent_input() {
        if (!input_.empty()) return;
        in_.close_end(1);
        streams_[2].fd = -1;
    }

    Pipe& in_;
    std::string_view input_;
    const ProgramLimits& limits_;
    std::array<pollfd, 3> streams_;
    std::array<char, 1 << 16> buffer_{};
    double silent_ms_ = 0;
};

base::Error failure_of(Ended ended, const std::string& name, const ProgramLimits& limits) {
    switch (ended) {
        case Ended::TooMuchOutput: return {name + " gave more text than can be read", {}, "split the document"};
        case Ended::Silent: return {fmt::format("{} said nothing for {:g} seconds and was stopped", name, limits.silence_s), {}, {}};
        case Ended::Stopped:
        case Ended::Itself: break;
    }
    return {name + " was stopped", {}, {}};
}

void limit_memory(pid_t child, std::uint64_t bytes) {
    if (bytes == 0) return;
    const rlimit limit{bytes, bytes};
    ::prlimit(child, RLIMIT_AS, &limit, nullptr);
}

}  // namespace

base::Result<std::string> run_program(const std::vector<std::string>& arguments, std::string_view debian_package,
                                      const ProgramLimits& limits, std::string_view input) {
    // A program that goes away early must not take us with it.
    std::signal(SIGPIPE, SIG_IGN);
    Pipe in, out, err;
    const auto child =
        spawn(arguments, {{in.ends[0], STDIN_FILENO}, {out.ends[1], STDOUT_FILENO}, {err.ends[1], STDERR_FILENO}}, debian_package);
    if (!child) return tl::unexpected(child.error());
    limit_memory(*child, limits.memory_bytes);
    in.close_end(0);
    out.close_end(1);
    err.close_end(1);
    ::fcntl(in.ends[1], F_SETFL, O_NONBLOCK);
    Exchange exchange(in, out, err, input, limits);
    const Ended ended = exchange.run();
    // Its own group, so that what it started goes too.
    if (ended != Ended::Itself) ::kill(-*child, SIGKILL);
    const std::string& name = limits.name.empty() ? arguments[0] : limits.name;
    const auto exit = wait_for(*child, name, exchange.complaint);
    if (ended != Ended::Itself) return tl::unexpected(failure_of(ended, name, limits));
    if (!exit) return tl::unexpected(exit.error());
    return std::move(exchange.output);
}

base::Result<> feed_program(const std::vector<std::string>& arguments, std::string_view input, std::string_view debian_package) {
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
