#include "base/files.h"

#include "base/unfinished.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <utility>
#include <vector>

namespace dateline::base {
namespace fs = std::filesystem;
namespace {

/// Owns a file descriptor.
class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }
    bool valid() const { return fd_ >= 0; }

  private:
    int fd_;
};

std::string reason() { return std::strerror(errno); }

Result<> write_all(int fd, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail("cannot write: " + reason(), path.string(), "free space or choose another folder");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

/// Writes a piece of a megabyte at a time; after a fault it writes no more and keeps the fault.
class FileSink final : public TextSink {
  public:
    FileSink(int descriptor, const fs::path& path) : descriptor_(descriptor), path_(path) {}

    TextSink& operator+=(std::string_view piece) override {
        if (waiting_.size() + piece.size() > kPieceBytes) write_waiting();
        if (piece.size() > kPieceBytes) write(piece);
        else waiting_ += piece;
        return *this;
    }
    Result<> finish() {
        write_waiting();
        return written_;
    }

  private:
    static constexpr std::size_t kPieceBytes = std::size_t{1} << 20;

    void write(std::string_view text) {
        if (written_) written_ = write_all(descriptor_, text, path_);
    }
    void write_waiting() {
        write(waiting_);
        waiting_.clear();
    }

    int descriptor_;
    const fs::path& path_;
    std::string waiting_;
    Result<> written_;
};

void sync_path(const fs::path& path, int flags) {
    const Descriptor file(::open(path.c_str(), flags | O_CLOEXEC));
    if (file.valid()) ::fsync(file.get());
}

/// A name beside `path`, with its ending kept so that writers which go by the ending still do.
fs::path temporary_beside(const fs::path& path) {
    return path.parent_path() / fs::path("." + path.stem().string() + ".part-" + std::to_string(::getpid()) + path.extension().string());
}

std::atomic<bool> refused{false};
static_assert(std::atomic<bool>::is_always_lock_free);
std::mutex unfinished_mutex;
std::vector<fs::path> unfinished;  // what is being written beside its file

/// Holds a temporary file's name while it is written.
class Unfinished {
  public:
    explicit Unfinished(const fs::path& path) : path_(path) {
        const std::lock_guard lock(unfinished_mutex);
        unfinished.push_back(path_);
    }
    ~Unfinished() {
        const std::lock_guard lock(unfinished_mutex);
        std::erase(unfinished, path_);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    /// Renames, unless writes are refused; 0 for done.
    int put_in_place(const fs::path& real) const {
        const std::lock_guard lock(unfinished_mutex);
        if (!refused) return ::rename(path_.c_str(), real.c_str());
        errno = ECANCELED;
        return -1;
    }

  private:
    fs::path path_;
};

}  // namespace

void refuse_writes() noexcept { refused = true; }

void remove_unfinished() {
    const std::lock_guard lock(unfinished_mutex);
    std::error_code ignored;
    for (const fs::path& path : unfinished) {
        fs::remove(path, ignored);
        fs::remove(path.string() + "-journal", ignored);  // SQLite's
    }
}

Result<std::string> read_file(const fs::path& path, std::size_t limit_bytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.valid()) return fail("cannot be read: " + reason(), path.string(), "check the name and your permission");
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) return fail("cannot be read: " + reason(), path.string());
    if (S_ISDIR(info.st_mode)) return fail("is a folder, not a file", path.string(), "name a file in it");
    if (info.st_size > 0 && static_cast<std::size_t>(info.st_size) > limit_bytes)
        return fail(fmt::format("is larger than {} MB", limit_bytes >> 20), path.string(), "split it");
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(info.st_size));
    char buffer[1 << 16];
    for (;;) {
        const ssize_t count = ::read(file.get(), buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail("cannot be read: " + reason(), path.string());
        if (count == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(count));
        if (bytes.size() > limit_bytes) return fail(fmt::format("is larger than {} MB", limit_bytes >> 20), path.string(), "split it");
    }
}

Result<> replace_file(const fs::path& path, const std::function<Result<>(const fs::path&)>& write) {
    const fs::path target = path.has_parent_path() ? path : fs::path(".") / path;
    std::error_code ignored;
    if (fs::is_directory(target, ignored)) return fail("is a folder", path.string(), "give a file name");
    // A link is followed, so that saving through one changes the file it points to and leaves the link.
    const fs::path real = fs::is_symlink(target, ignored) ? fs::weakly_canonical(target, ignored) : target;
    const fs::path temporary = temporary_beside(real);
    fs::remove(temporary, ignored);
    const Unfinished unfinished_file(temporary);
    if (Result<> written = write(temporary); !written) {
        fs::remove(temporary, ignored);
        return written;
    }
    struct stat old {};
    if (::stat(real.c_str(), &old) == 0) ::chmod(temporary.c_str(), old.st_mode & 07777);
    sync_path(temporary, O_RDONLY);
    if (unfinished_file.put_in_place(real) != 0) {
        const std::string why = reason();
        fs::remove(temporary, ignored);
        return fail("cannot be replaced: " + why, path.string(), "check your permission in its folder");
    }
    sync_path(real.parent_path(), O_RDONLY | O_DIRECTORY);
    return {};
}

Result<> write_file(const fs::path& path, std::string_view bytes) {
    return write_file(path, [&](TextSink& out) { out += bytes; });
}

Result<> write_file(const fs::path& path, const std::function<void(TextSink&)>& write) {
    return replace_file(path, [&](const fs::path& temporary) -> Result<> {
        const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (!file.valid()) return fail("cannot be written: " + reason(), path.string(), "check that its folder exists and is yours");
        FileSink out(file.get(), path);
        write(out);
        return out.finish();
    });
}

Result<MappedFile> MappedFile::open(const fs::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.valid()) return fail("cannot be read: " + reason(), path.string());
    struct stat info {};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) return fail("is not a file", path.string());
    MappedFile mapped;
    mapped.size_ = static_cast<std::size_t>(info.st_size);
    if (mapped.size_ == 0) return mapped;
    void* data = ::mmap(nullptr, mapped.size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (data == MAP_FAILED) {
        mapped.size_ = 0;
        return fail("cannot be mapped: " + reason(), path.string());
    }
    mapped.data_ = data;
    return mapped;
}

MappedFile::~MappedFile() {
    if (data_) ::munmap(data_, size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

Result<DataFolders> find_data_folders() {
    std::error_code ignored;
    const auto complete = [&](const fs::path& root, const fs::path& baked) {
        return fs::exists(root / "assets/themes", ignored) && fs::exists(baked / "basemap.bin", ignored);
    };
    const auto folders = [](const fs::path& root, const fs::path& baked) { return DataFolders{root / "assets", root / "maps", baked}; };
    if (const char* named = std::getenv("DATELINE_DATA"); named && *named) {
        const fs::path root = named;
        if (complete(root, root / "data")) return folders(root, root / "data");
        return fail("holds no Dateline data", root.string(), "unset DATELINE_DATA or point it at an installed share/dateline");
    }
    const fs::path executable = fs::read_symlink("/proc/self/exe", ignored);
    for (fs::path up = executable.parent_path(); up.has_relative_path(); up = up.parent_path()) {
        if (complete(up / "share/dateline", up / "share/dateline/data")) return folders(up / "share/dateline", up / "share/dateline/data");
        // In a build tree the binary lies under build/<preset>, its sources two levels above that.
        if (fs::exists(up / "data/basemap.bin", ignored) && complete(up.parent_path().parent_path(), up / "data"))
            return folders(up.parent_path().parent_path(), up / "data");
    }
    const fs::path system = "/usr/share/dateline";
    if (complete(system, system / "data")) return folders(system, system / "data");
    return fail("Dateline's maps and fonts were not found", executable.parent_path().string(),
                "build the target dateline_data, or set DATELINE_DATA to the folder that holds assets, maps and data");
}

}  // namespace dateline::base
