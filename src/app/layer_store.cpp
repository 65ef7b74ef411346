#include "app/layer_store.h"

#include "base/id.h"
#include "io/layer_style.h"
#include "io/layer_vector.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <filesystem>

namespace dateline::app {
namespace fs = std::filesystem;
namespace {

/// Rows from -2^level on: see document::RasterLayer.
std::uint64_t square_key(int level, int column, int row) {
    return static_cast<std::uint64_t>(level) << 56 | static_cast<std::uint64_t>(column) << 28 |
           static_cast<std::uint64_t>(row + (1 << level));
}
int level_of(std::uint64_t key) { return static_cast<int>(key >> 56); }
int column_of(std::uint64_t key) { return static_cast<int>(key >> 28 & 0xfffffffu); }
int row_of(std::uint64_t key) { return static_cast<int>(key & 0xfffffffu) - (1 << level_of(key)); }

std::size_t bytes_of(const std::shared_ptr<const geo::WorldImage>& image) { return image ? image->pixels.size() : 0; }

geo::LonLatBox extent_of(const geo::WorldBox& box) {
    const geo::LonLat upper = geo::lonlat_from({0, box.y0}), lower = geo::lonlat_from({0, box.y1});
    const double west = box.x0 * 360 - 180, width = std::min(360.0, (box.x1 - box.x0) * 360);
    if (width >= 359.99) return {-180, lower.lat_deg, 180, upper.lat_deg};
    return {std::remainder(west, 360.0), lower.lat_deg, std::remainder(west + width, 360.0), upper.lat_deg};
}

}  // namespace

base::Result<document::LayerStyle> style_of(const document::Layer& layer, std::vector<std::string>& warnings) {
    const fs::path path = !layer.style_file.empty() ? fs::path(layer.style_file) : io::style_beside(layer.file);
    if (path.empty()) return document::LayerStyle{};
    return io::read_style(path, warnings);
}

document::Layer layer_for(const std::string& file, const std::string& style_file) {
    document::Layer layer;
    layer.file = fs::absolute(file).lexically_normal().string();
    layer.style_file = style_file.empty() ? "" : fs::absolute(style_file).lexically_normal().string();
    layer.id = document::layer_id(layer.file);
    return layer;
}

LayerStore::LayerStore(Reading reading, std::function<void()> wake, std::size_t budget_bytes) : budget_bytes_(budget_bytes) {
    if (reading == Reading::AtOnce) return;
    inbox_->wake = wake;
    jobs_ = std::make_unique<base::JobQueue>(2);
    jobs_->on_result(std::move(wake));
}

LayerStore::~LayerStore() = default;

base::Result<LayerStore::FileRead> LayerStore::read_file(const document::Layer& layer, std::uint64_t key,
                                                         const std::function<void(double)>& progress,
                                                         const std::function<bool()>& stop_requested) {
    std::error_code ignored;
    // A folder may be a data set too; what GDAL reads from elsewhere ("/vsizip/…") is its own matter.
    if (!layer.file.starts_with("/vsi") && !fs::exists(layer.file, ignored))
        return base::fail("the layer's file is not there", layer.file, "put it back, or remove the layer");
    FileRead read;
    auto style = style_of(layer, read.warnings);
    if (!style) return tl::unexpected(style.error());
    auto content = std::make_shared<document::LayerContent>();
    content->key = key;
    content->style = std::move(*style);
    const io::FileKinds kinds = io::kinds_of(layer.file);
    if (kinds.raster && !(kinds.vector && !content->style.table.empty())) {
        auto plan = io::plan_raster(layer.file, content->style, read.warnings);
        if (!plan) return tl::unexpected(plan.error());
        content->title = plan->title;
        content->credits = plan->credits;
        content->extent = extent_of(plan->layer.box);
        content->data = plan->layer;
        read.plan = std::make_shared<const io::RasterPlan>(std::move(*plan));
    } else {
        auto vectors = io::read_vector(layer.file, content->style, progress, stop_requested, read.warnings);
        if (!vectors) return tl::unexpected(vectors.error());
        content->title = vectors->title;
        content->credits = vectors->credits;
        content->extent = vectors->extent;
        content->data = std::move(vectors->layer);
    }
    read.content = std::move(content);
    return read;
}

std::shared_ptr<const geo::WorldImage> LayerStore::read_square(const io::RasterReader& reader, std::uint64_t entry_key, std::uint64_t key,
                                                               int rows_known) {
    auto image = reader.square(level_of(key), column_of(key), row_of(key));
    auto kept = std::make_shared<geo::WorldImage>(image ? std::move(*image) : geo::WorldImage{});
    kept->key = base::stable_hash(fmt::format("layer/{}/{}/{}", entry_key, key, rows_known));
    return kept;
}

void LayerStore::fail(Entry& entry, const base::Error& error) {
    entry.reading = entry.reading_overview = false;
    if (error.what == "stopped") return;
    entry.fault = error.what;
    lines_.push_back(error.line());
}

void LayerStore::take(Entry& entry, FileRead&& read) {
    entry.reading = false;
    entry.content = std::move(read.content);
    entry.plan = std::move(read.plan);
    entry.progress->store(0);
    if (entry.plan) entry.overview_level = io::overview_level_of(*entry.plan);
    lines_.insert(lines_.end(), read.warnings.begin(), read.warnings.end());
    read_.push_back(entry.layer.id);
}

LayerStore::Entry& LayerStore::entry_of(const document::Layer& layer) {
    const auto found = entries_.find(layer.id);
    if (found != entries_.end() && found->second.layer.style_file == layer.style_file) return found->second;
    if (found != entries_.end()) forget(found);
    Entry& entry = entries_[layer.id];
    entry.layer = layer;
    entry.key = ++next_key_;
    start_reading(entry);
    return entry;
}

void LayerStore::start_reading(Entry& entry) {
    entry.reading = true;
    if (!jobs_) {
        auto read = read_file(entry.layer, entry.key, watch_.progress, watch_.stop_requested);
        if (read) take(entry, std::move(*read));
        else fail(entry, read.error());
        return;
    }
    jobs_->start(
        "read " + entry.layer.id,
        [layer = entry.layer, key = entry.key, progress = entry.progress](const base::StopToken& token) {
            return read_file(
                layer, key, [progress](double part) { progress->store(part); }, [&token] { return token.stop_requested(); });
        },
        [this, id = entry.layer.id, key = entry.key](base::Result<FileRead> read) {
            const auto found = entries_.find(id);
            if (found == entries_.end() || found->second.key != key) return;
            if (read) take(found->second, std::move(*read));
            else fail(found->second, read.error());
        });
}

void LayerStore::start_overview(Entry& entry) {
    entry.reading_overview = true;
    const auto post = [inbox = inbox_, id = entry.layer.id, key = entry.key](std::shared_ptr<const io::RasterOverview> overview) {
        {
            const std::scoped_lock lock(inbox->mutex);
            const int rows = overview->rows_done;
            inbox->arrivals.push_back({id, key, 0, nullptr, std::move(overview), rows});
        }
        if (inbox->wake) inbox->wake();
    };
    if (!jobs_) {
        auto overview = io::read_overview(*entry.plan, watch_.progress, watch_.stop_requested, {});
        if (overview) entry.overview = std::move(*overview);
        else fail(entry, overview.error());
        entry.reading_overview = false;
        return;
    }
    jobs_->start(
        "overview " + entry.layer.id,
        [plan = entry.plan, progress = entry.progress, post](const base::StopToken& token) {
            return io::read_overview(
                *plan, [progress](double part) { progress->store(part); }, [&token] { return token.stop_requested(); }, post);
        },
        [this, id = entry.layer.id, key = entry.key, post](base::Result<std::shared_ptr<const io::RasterOverview>> overview) {
            const auto found = entries_.find(id);
            if (found == entries_.end() || found->second.key != key) return;
            found->second.reading_overview = false;
            if (overview) post(std::move(*overview));
            else fail(found->second, overview.error());
        });
}

void LayerStore::start_squares(Entry& entry) {
    entry.reading_squares = true;
    jobs_->start(
        "squares " + entry.layer.id,
        [plan = entry.plan, wanted = entry.wanted, inbox = inbox_, id = entry.layer.id,
         entry_key = entry.key](const base::StopToken& token) {
            std::shared_ptr<const io::RasterOverview> overview;
            std::optional<io::RasterReader> reader;
            while (!token.stop_requested()) {
                std::uint64_t key = 0;
                {
                    const std::scoped_lock lock(wanted->mutex);
                    if (wanted->keys.empty()) break;
                    key = wanted->keys.front();
                    wanted->keys.erase(wanted->keys.begin());
                    if (!reader || overview != wanted->overview) {
                        overview = wanted->overview;
                        reader.reset();
                    }
                }
                if (!reader) {
                    auto opened = io::RasterReader::open(*plan, overview);
                    if (!opened) return base::Result<>(tl::unexpected(opened.error()));
                    reader.emplace(std::move(*opened));
                }
                const int rows = overview ? overview->rows_done : 0;
                auto image = read_square(*reader, entry_key, key, rows);
                {
                    const std::scoped_lock lock(inbox->mutex);
                    inbox->arrivals.push_back({id, entry_key, key, std::move(image), nullptr, rows});
                }
                if (inbox->wake) inbox->wake();
            }
            return base::Result<>();
        },
        [this, id = entry.layer.id, key = entry.key](const base::Result<>& done) {
            const auto found = entries_.find(id);
            if (found == entries_.end() || found->second.key != key) return;
            found->second.reading_squares = false;
            if (!done) fail(found->second, done.error());
        });
}

std::shared_ptr<const document::LayerContent> LayerStore::content(const document::Layer& layer) { return entry_of(layer).content; }

std::shared_ptr<const geo::WorldImage> LayerStore::square(const document::Layer& layer, int level, int column, int row) {
    Entry& entry = entry_of(layer);
    if (!entry.plan) return nullptr;
    const std::uint64_t key = square_key(level, column, row);
    const bool from_overview = level <= entry.overview_level;
    if (from_overview && !entry.overview && !entry.reading_overview && entry.fault.empty()) start_overview(entry);
    const auto found = entry.squares.find(key);
    if (found != entry.squares.end()) {
        found->second.frame = frame_;
        const bool old = from_overview && entry.overview && found->second.rows_known < entry.overview->rows_done;
        if (old && jobs_) entry.asked.push_back(key);
        return found->second.image;
    }
    if (from_overview && !entry.overview) return nullptr;
    if (jobs_) {
        entry.asked.push_back(key);
        return nullptr;
    }
    if (!entry.reader) {
        auto reader = io::RasterReader::open(*entry.plan, entry.overview);
        if (!reader) {
            if (entry.fault.empty()) fail(entry, reader.error());
            return nullptr;
        }
        entry.reader = std::make_unique<io::RasterReader>(std::move(*reader));
    }
    auto image = read_square(*entry.reader, entry.key, key, 0);
    entry.squares[key] = {image, frame_, 0};
    held_bytes_ += bytes_of(image);
    return image;
}

bool LayerStore::take(Arrival&& arrival) {
    const auto found = entries_.find(arrival.id);
    if (found == entries_.end() || found->second.key != arrival.entry_key) return false;
    Entry& entry = found->second;
    if (arrival.overview) {
        entry.overview = std::move(arrival.overview);
        const std::scoped_lock lock(entry.wanted->mutex);
        entry.wanted->overview = entry.overview;
        return true;
    }
    Square& square = entry.squares[arrival.square_key];
    held_bytes_ += bytes_of(arrival.image);
    held_bytes_ -= bytes_of(square.image);
    square = {std::move(arrival.image), frame_, arrival.rows_known};
    return true;
}

bool LayerStore::deliver() {
    if (!jobs_) return false;
    bool changed = jobs_->deliver() > 0;
    std::vector<Arrival> arrivals;
    {
        const std::scoped_lock lock(inbox_->mutex);
        std::swap(arrivals, inbox_->arrivals);
    }
    for (Arrival& arrival : arrivals) changed = take(std::move(arrival)) || changed;
    return changed;
}

std::map<std::string, LayerStore::Entry>::iterator LayerStore::forget(std::map<std::string, Entry>::iterator entry) {
    if (jobs_)
        for (const char* topic : {"read ", "overview ", "squares "}) jobs_->cancel(topic + entry->first);
    for (const auto& [key, square] : entry->second.squares) held_bytes_ -= bytes_of(square.image);
    return entries_.erase(entry);
}

void LayerStore::evict() {
    if (held_bytes_ <= budget_bytes_) return;
    struct Old {
        std::uint64_t frame;
        std::string id;
        std::uint64_t key;
    };
    std::vector<Old> old;
    for (auto& [id, entry] : entries_)
        for (auto& [key, square] : entry.squares)
            if (square.frame < frame_) old.push_back({square.frame, id, key});
    std::sort(old.begin(), old.end(),
              [](const Old& a, const Old& b) { return std::tie(a.frame, a.id, a.key) < std::tie(b.frame, b.id, b.key); });
    for (const Old& one : old) {
        if (held_bytes_ <= budget_bytes_) return;
        auto& squares = entries_[one.id].squares;
        held_bytes_ -= bytes_of(squares[one.key].image);
        squares.erase(one.key);
    }
}

void LayerStore::end_frame(const std::vector<document::Layer>& layers) {
    for (auto at = entries_.begin(); at != entries_.end();) {
        const std::string& id = at->first;
        const bool there = std::any_of(layers.begin(), layers.end(), [&](const document::Layer& layer) { return layer.id == id; });
        if (there) {
            ++at;
            continue;
        }
        at = forget(at);
    }
    for (auto& [id, entry] : entries_) {
        if (!jobs_ || !entry.plan) continue;
        // Coarse squares come first: they stand in for all that lies under them.
        std::stable_sort(entry.asked.begin(), entry.asked.end(),
                         [](std::uint64_t a, std::uint64_t b) { return level_of(a) < level_of(b); });
        entry.asked.erase(std::unique(entry.asked.begin(), entry.asked.end()), entry.asked.end());
        const bool any = !entry.asked.empty();
        {
            const std::scoped_lock lock(entry.wanted->mutex);
            entry.wanted->keys = std::exchange(entry.asked, {});
        }
        if (any && !entry.reading_squares && entry.fault.empty()) start_squares(entry);
    }
    evict();
    ++frame_;
}

std::vector<ui::LayerStatus> LayerStore::status(const std::vector<document::Layer>& layers) const {
    std::vector<ui::LayerStatus> all;
    for (const document::Layer& layer : layers) {
        ui::LayerStatus status{layer.id, fs::path(layer.file).filename().string()};
        if (const auto found = entries_.find(layer.id); found != entries_.end()) {
            const Entry& entry = found->second;
            status.content = entry.content;
            if (entry.content) status.title = entry.content->title, status.extent = entry.content->extent;
            status.failed = !entry.fault.empty();
            const double part = entry.progress->load();
            if (status.failed) status.note = entry.fault;
            else if (entry.reading || entry.reading_overview) status.note = part > 0 ? fmt::format("{:.0f} %", 100 * part) : "reading";
        }
        all.push_back(std::move(status));
    }
    return all;
}

}  // namespace dateline::app
