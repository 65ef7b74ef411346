#pragma once

#include "base/result.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace dateline::base {

/// The whole file. Errors: absent, not readable, larger than `limit_bytes`.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit_bytes = std::size_t{1} << 31);

/// Writes beside `path`, syncs, then renames over it: killed at any moment, the old or the new file is there, whole.
Result<> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Takes text in pieces on its way to a file, so that a long list is never one string.
class TextSink {
  public:
    virtual ~TextSink() = default;
    virtual TextSink& operator+=(std::string_view piece) = 0;
};

/// The same as above, of text that `write` gives in pieces.
Result<> write_file(const std::filesystem::path& path, const std::function<void(TextSink&)>& write);

/// The same for writers that need a file name (GDAL, SQLite): `write(temporary)` fills a file beside `path` that
/// then takes its place. On failure the temporary is removed and the old file stays.
Result<> replace_file(const std::filesystem::path& path, const std::function<Result<>(const std::filesystem::path& temporary)>& write);

/// A file mapped read-only; the view lives as long as this does.
class MappedFile {
  public:
    static Result<MappedFile> open(const std::filesystem::path& path);
    MappedFile() = default;
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;

    std::span<const std::byte> bytes() const { return {static_cast<const std::byte*>(data_), size_}; }

  private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

/// Where the program's own data lies. Looked for, in order, in $DATELINE_DATA, beside the executable
/// (`share/dateline`, or the tree it was built in), and `/usr/share/dateline`.
struct DataFolders {
    std::filesystem::path assets;  ///< fonts, icons, themes, samples
    std::filesystem::path maps;    ///< routes
    std::filesystem::path baked;   ///< basemap.bin, gazetteer.bin
};
Result<DataFolders> find_data_folders();

}  // namespace dateline::base
