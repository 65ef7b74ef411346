// dateline_bake SOURCE_DIR OUT_DIR: maps/ and assets/gazetteer become the files that the program reads at start.

#include "io/basemap_bake.h"
#include "io/gazetteer_bake.h"
#include "io/relief_bake.h"

#include <cstdio>
#include <filesystem>

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: dateline_bake SOURCE_DIR OUT_DIR\n");
        return 2;
    }
    const std::filesystem::path source = argv[1], out = argv[2];
    for (const auto& done : {dateline::io::bake_basemap(source / "maps", source / "assets", out / "basemap.bin"),
                             dateline::io::bake_gazetteer(source / "assets", source / "maps", out / "gazetteer.bin"),
                             dateline::io::bake_relief(source / "maps", out / "relief.bin")}) {
        if (done) continue;
        std::fprintf(stderr, "dateline_bake: %s\n", done.error().line().c_str());
        return 1;
    }
    return 0;
}
