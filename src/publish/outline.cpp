#include "publish/outline.h"

#include <map>
#include <unordered_map>

namespace dateline::publish {
namespace {

std::uint64_t edge_key(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32) | b; }

/// Vertices at the same place count as one, or the edge between two triangles would not be seen as shared.
std::vector<std::uint32_t> merged_vertices(const geo::Mesh& mesh) {
    std::map<std::pair<float, float>, std::uint32_t> first_at;
    std::vector<std::uint32_t> merged(mesh.vertices.size());
    for (std::uint32_t i = 0; i < mesh.vertices.size(); ++i)
        merged[i] = first_at.try_emplace({mesh.vertices[i].x, mesh.vertices[i].y}, i).first->second;
    return merged;
}

bool counter_clockwise(const geo::Mesh& mesh, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    const auto &p = mesh.vertices[a], &q = mesh.vertices[b], &r = mesh.vertices[c];
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> outline_of(const geo::Mesh& mesh) {
    const std::vector<std::uint32_t> merged = merged_vertices(mesh);
    std::unordered_map<std::uint64_t, int> edges;
    edges.reserve(mesh.triangles.size());
    for (std::size_t t = 0; t + 2 < mesh.triangles.size(); t += 3) {
        std::uint32_t a = merged[mesh.triangles[t]], b = merged[mesh.triangles[t + 1]], c = merged[mesh.triangles[t + 2]];
        if (!counter_clockwise(mesh, a, b, c)) std::swap(b, c);
        for (const auto& [from, to] : {std::pair{a, b}, {b, c}, {c, a}}) ++edges[edge_key(from, to)];
    }
    // An edge whose reverse exists lies between two triangles of the same orientation: inside.
    std::map<std::uint32_t, std::vector<std::uint32_t>> next;
    for (const auto& [key, count] : edges) {
        const auto from = static_cast<std::uint32_t>(key >> 32), to = static_cast<std::uint32_t>(key);
        if (from != to && !edges.contains(edge_key(to, from))) next[from].push_back(to);
    }
    std::vector<std::vector<std::uint32_t>> rings;
    while (!next.empty()) {
        std::vector<std::uint32_t> ring{next.begin()->first};
        for (;;) {
            const auto here = next.find(ring.back());
            if (here == next.end()) break;
            const std::uint32_t to = here->second.back();
            here->second.pop_back();
            if (here->second.empty()) next.erase(here);
            if (to == ring.front()) break;
            ring.push_back(to);
        }
        if (ring.size() >= 3) rings.push_back(std::move(ring));
    }
    return rings;
}

}  // namespace dateline::publish
