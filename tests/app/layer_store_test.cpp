#include "app/layer_store.h"

#include "app/documents.h"
#include "base/files.h"
#include "io/raster.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace dateline::app {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class LayerStoreTest : public ::testing::Test {
  protected:
    LayerStoreTest() : folder_(fs::temp_directory_path() / fmt::format("dateline-layers-{}", ::getpid())) {
        fs::create_directories(folder_);
    }
    ~LayerStoreTest() override { fs::remove_all(folder_); }

    document::Layer raster(const std::string& name, int side_px) {
        EXPECT_TRUE(io::write_test_raster(folder_ / name, side_px, {geo::world_from({38, 46}), 0.03 / side_px}));
        return layer_for((folder_ / name).string());
    }
    /// Frames until `done`, or false after a while.
    template <class Frame, class Done>
    static bool pump(LayerStore& store, const std::vector<document::Layer>& layers, Frame frame, Done done) {
        for (int i = 0; i < 4000; ++i) {
            store.deliver();
            frame();
            store.end_frame(layers);
            if (done()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return false;
    }

    fs::path folder_;
};

/// The square of a level that holds the middle of the rasters above.
std::shared_ptr<const geo::WorldImage> ask(LayerStore& store, const document::Layer& layer, int level) {
    const geo::WorldPoint corner = geo::world_from({38, 46}), middle{corner.x + 0.015, corner.y + 0.015};
    const double side = std::ldexp(1.0, level);
    return store.square(layer, level, static_cast<int>(middle.x * side), static_cast<int>(middle.y * side));
}

TEST_F(LayerStoreTest, ReadsWhatFramesAskForAndKeepsIt) {
    LayerStore store(LayerStore::Reading::Jobs);
    const document::Layer layer = raster("a.tif", 1024);
    std::shared_ptr<const geo::WorldImage> image;
    ASSERT_TRUE(pump(
        store, {layer}, [&] { image = ask(store, layer, 6); }, [&] { return image != nullptr; }));
    EXPECT_TRUE(image->whole());
    EXPECT_EQ(store.take_read(), std::vector<std::string>{layer.id});
    EXPECT_EQ(ask(store, layer, 6), image) << "read once";
    const auto status = store.status({layer});
    ASSERT_EQ(status.size(), 1u);
    EXPECT_EQ(status[0].title, "a");
    EXPECT_TRUE(status[0].extent.valid());
}

TEST_F(LayerStoreTest, ALargeRasterFillsInAndSaysHowFarItIs) {
    LayerStore store(LayerStore::Reading::Jobs);
    const document::Layer layer = raster("large.tif", 4600);
    std::shared_ptr<const geo::WorldImage> first, last;
    bool told = false;
    ASSERT_TRUE(pump(
        store, {layer},
        [&] {
            last = ask(store, layer, 6);
            if (last && !first) first = last;
            told = told || store.status({layer})[0].note.find('%') != std::string::npos;
        },
        [&] { return last != nullptr && !store.busy(); }));
    EXPECT_TRUE(told);
    // The last reading is of the whole file: its lower right is there.
    ASSERT_TRUE(last->whole());
    EXPECT_TRUE(store.take_lines().empty());
}

TEST_F(LayerStoreTest, AMissingFileIsOneLineAndTheRestGoesOn) {
    LayerStore store(LayerStore::Reading::Jobs);
    const document::Layer gone = layer_for((folder_ / "gone.tif").string()), there = raster("there.tif", 512);
    std::vector<std::string> lines;
    std::shared_ptr<const document::LayerContent> content;
    ASSERT_TRUE(pump(
        store, {gone, there},
        [&] {
            store.content(gone);
            content = store.content(there);
            for (const std::string& line : store.take_lines()) lines.push_back(line);
        },
        [&] { return content != nullptr && !store.busy(); }));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_THAT(lines[0], HasSubstr("gone.tif"));
    EXPECT_THAT(lines[0], HasSubstr("remove the layer"));
    EXPECT_TRUE(store.status({gone})[0].failed);
}

TEST_F(LayerStoreTest, ForgetsWhatIsRemovedAndStaysWithinItsBudget) {
    constexpr std::size_t kBudget = std::size_t{8} << 20;
    LayerStore store(LayerStore::Reading::Jobs, {}, kBudget);
    const document::Layer layer = raster("big.tif", 1500);
    // Walks over the file in squares of its finest level, of which all together are more than the budget.
    const geo::WorldPoint corner = geo::world_from({38, 46});
    const int level = 8;
    const double side = std::ldexp(1.0, level);
    const int first = static_cast<int>(corner.x * side), top = static_cast<int>(corner.y * side), across = static_cast<int>(0.03 * side);
    std::size_t most = 0;
    for (int row = 0; row < across; row += 2) {
        bool all = false;
        ASSERT_TRUE(pump(
            store, {layer},
            [&] {
                all = true;
                for (int r = row; r < std::min(row + 2, across); ++r)
                    for (int column = 0; column < across; ++column)
                        all = (store.square(layer, level, first + column, top + r) != nullptr) && all;
            },
            [&] { return all; }));
        most = std::max(most, store.held_bytes());
    }
    EXPECT_LE(most, kBudget + (std::size_t{6} << 20)) << "what one frame shows may go beyond";
    pump(
        store, {layer}, [] {}, [] { return true; });
    EXPECT_LE(store.held_bytes(), kBudget);
    EXPECT_GT(store.held_bytes(), std::size_t{2} << 20);
    pump(
        store, {}, [] {}, [] { return true; });
    EXPECT_EQ(store.held_bytes(), 0u);
}

TEST_F(LayerStoreTest, AtOnceReadsInTheCallersThread) {
    LayerStore store(LayerStore::Reading::AtOnce);
    const document::Layer layer = raster("now.tif", 1024);
    const auto image = ask(store, layer, 6);
    ASSERT_TRUE(image);
    EXPECT_TRUE(image->whole());
    EXPECT_FALSE(store.busy());
}

TEST_F(LayerStoreTest, AFileThatIsDatedIsNoLayer) {
    ASSERT_TRUE(base::write_file(folder_ / "events.geojson", R"({"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"title": "Signed", "date": "2023-04-25"}, "geometry": {"type": "Point", "coordinates": [45, 40]}}]})"));
    ASSERT_TRUE(base::write_file(folder_ / "shapes.geojson", R"({"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"name": "Block"}, "geometry": {"type": "Point", "coordinates": [45, 40]}}]})"));
    raster("r.tif", 64);
    ASSERT_TRUE(base::write_file(folder_ / "bulletin.md", "On 25 April 2023 the ministers met in Sofia."));
    EXPECT_EQ(role_of(folder_ / "events.geojson").value(), FileRole::Document);
    EXPECT_EQ(role_of(folder_ / "bulletin.md").value(), FileRole::Document);
    EXPECT_EQ(role_of(folder_ / "shapes.geojson").value(), FileRole::Layer);
    EXPECT_EQ(role_of(folder_ / "r.tif").value(), FileRole::Layer);
}

TEST_F(LayerStoreTest, AFileThatCannotBeReadIsTold) {
    ASSERT_TRUE(base::write_file(folder_ / "cut.geojson", R"({"type": "FeatureCollection", "features": [{"type": "Feat)"));
    ASSERT_TRUE(base::write_file(folder_ / "empty.txt", ""));
    ASSERT_TRUE(base::write_file(folder_ / "no.tif", "II*"));
    ASSERT_TRUE(base::write_file(folder_ / "noise.bin", std::string("\x01\x00\x02\xff", 4)));
    for (const char* name : {"cut.geojson", "empty.txt", "no.tif", "noise.bin", "absent.md"}) {
        const auto role = role_of(folder_ / name);
        ASSERT_FALSE(role) << name;
        EXPECT_NE(role.error().line().find(name), std::string::npos) << role.error().line();
    }
}

}  // namespace
}  // namespace dateline::app
