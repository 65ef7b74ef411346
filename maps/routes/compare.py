#!/usr/bin/env python3
"""Holds the alignments against line data from elsewhere: how far each lies from the nearest line of a railway, road or pipeline file.

    maps/routes/compare.py FILE                       every alignment on land that FILE covers
    maps/routes/compare.py FILE --kind rail           only railways (road, pipeline)
    maps/routes/compare.py FILE baku-tbilisi …        only these alignments
    maps/routes/compare.py FILE --layer roads --where "type = 'Major Highway'"
    maps/routes/compare.py FILE --cutoff 40           how far off a line may be and still be the one meant (25 km)
    maps/routes/compare.py FILE --limit 3 10          exit 1 if one is off by more than 3 km on average or 10 km at worst

FILE is GeoJSON in longitude and latitude, or any vector file that ogr2ogr reads. Each alignment is measured at a point every
kilometre, to the nearest line of FILE, along the geodesic. Points with no line within the cut-off count as not covered: they
are left out of the mean, and the share that is covered is printed, so that a low share tells of a gap in FILE or of a line
that goes astray altogether.
"""

import argparse
import json
import math
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # python -I leaves it out
from build import Alignment, RouteError, geodesic_km, read_alignment  # noqa: E402
from verify import along, coordinates, kinds_on_land, name_near  # noqa: E402

STEP_KM = 1.0
CUTOFF_KM = 25.0
LONGEST_PIECE_DEG = 0.2  # of a reference line, so that a long one does not fill a whole box of cells
CELL_DEG = 0.25
SEMI_MAJOR_KM, ECCENTRICITY_SQUARED = 6378.137, 0.00669437999014


@dataclass
class Comparison:
    alignment: str
    compared_km: int
    covered: float  # share of the points with a reference line within the cut-off
    mean_km: float
    most_km: float  # 95 % of the covered points are no farther off
    worst_km: float
    worst_at: tuple[float, float]
    worst_near: str


def km_per_degree(lat: float) -> tuple[float, float]:
    """East and north, on the ellipsoid."""
    sine = math.sin(math.radians(lat))
    narrow = 1 - ECCENTRICITY_SQUARED * sine * sine
    return (math.radians(SEMI_MAJOR_KM / math.sqrt(narrow)) * math.cos(math.radians(lat)),
            math.radians(SEMI_MAJOR_KM * (1 - ECCENTRICITY_SQUARED) / narrow**1.5))


class Reference:
    """The pieces of all lines, in cells of degrees."""

    def __init__(self, lines):
        self.cells: dict[tuple[int, int], list] = {}
        self.count = 0
        for line in lines:
            for a, b in zip(line, line[1:]):
                self._add(a, b)

    def _add(self, a, b):
        parts = max(1, math.ceil(max(abs(b[0] - a[0]), abs(b[1] - a[1])) / LONGEST_PIECE_DEG))
        cut = [(a[0] + (b[0] - a[0]) * i / parts, a[1] + (b[1] - a[1]) * i / parts) for i in range(parts + 1)]
        for piece in zip(cut, cut[1:]):
            self.count += 1
            (west, east), (south, north) = (sorted((piece[0][axis], piece[1][axis])) for axis in (0, 1))
            for x in range(math.floor(west / CELL_DEG), math.floor(east / CELL_DEG) + 1):
                for y in range(math.floor(south / CELL_DEG), math.floor(north / CELL_DEG) + 1):
                    self.cells.setdefault((x, y), []).append(piece)

    def distance_km(self, point, cutoff_km: float) -> float | None:
        """To the nearest line, or nothing if none is within the cut-off. Rings of cells outwards, until none can be nearer."""
        east_km, north_km = km_per_degree(point[1])
        x, y = math.floor(point[0] / CELL_DEG), math.floor(point[1] / CELL_DEG)
        narrow_km = CELL_DEG * min(east_km, north_km)
        best, nearest, ring = cutoff_km * 1.01, None, 0  # flat here; the geodesic below decides
        while (ring - 1) * narrow_km < best:
            for cell in ring_of(x, y, ring):
                for a, b in self.cells.get(cell, ()):
                    ax, ay = (a[0] - point[0]) * east_km, (a[1] - point[1]) * north_km
                    dx, dy = (b[0] - a[0]) * east_km, (b[1] - a[1]) * north_km
                    t = max(0.0, min(1.0, -(ax * dx + ay * dy) / (dx * dx + dy * dy))) if dx or dy else 0.0
                    off = math.hypot(ax + t * dx, ay + t * dy)
                    if off < best:
                        best, nearest = off, (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
            ring += 1
        if nearest is None:
            return None
        off = geodesic_km(point, nearest)
        return off if off <= cutoff_km else None


def ring_of(x: int, y: int, ring: int):
    """The cells at this many steps around a cell."""
    if ring == 0:
        yield x, y
    for step in range(-ring, ring):
        yield x + step, y - ring
        yield x + ring, y + step
        yield x - step, y + ring
        yield x - ring, y - step


def compare(alignment: Alignment, reference: Reference, cutoff_km: float = CUTOFF_KM) -> Comparison | None:
    points = list(along(coordinates(alignment), STEP_KM))
    found = [(off, point) for point in points if (off := reference.distance_km(point, cutoff_km)) is not None]
    if not found:
        return None
    found.sort(key=lambda pair: pair[0])
    worst_km, worst_at = found[-1]
    return Comparison(alignment.name, len(points), len(found) / len(points), sum(off for off, _ in found) / len(found),
                      found[math.ceil(0.95 * len(found)) - 1][0], worst_km, worst_at, name_near(alignment, worst_at))


def lines_of(geometry: dict | None):
    """The lines of a GeoJSON geometry; points and areas are none."""
    kind = (geometry or {}).get("type")
    if kind == "LineString":
        yield [(position[0], position[1]) for position in geometry["coordinates"]]
    elif kind == "MultiLineString":
        yield from ([(position[0], position[1]) for position in line] for line in geometry["coordinates"])
    elif kind == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from lines_of(part)


def features_of(data: dict) -> list[dict]:
    return data.get("features", []) if data.get("type") == "FeatureCollection" else [data]


def read_lines(path: Path, box: tuple[float, float, float, float], layer: str | None, where: str | None):
    """The lines of a file around the box west, south, east, north."""
    if not path.exists():
        raise RouteError(f"{path}: no such file")
    if path.suffix.lower() in (".geojson", ".json") and layer is None and where is None:
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise RouteError(f"{path}: not GeoJSON: {error}") from None
        if "crs" in data and "CRS84" not in json.dumps(data["crs"]) and "4326" not in json.dumps(data["crs"]):
            data = read_with_ogr(path, box, layer, where)
    else:
        data = read_with_ogr(path, box, layer, where)
    try:
        lines = [line for feature in features_of(data) for line in lines_of(feature.get("geometry", feature))]
    except (AttributeError, IndexError, KeyError, TypeError):
        raise RouteError(f"{path}: not GeoJSON of lines") from None
    if not lines:
        raise RouteError(f"{path}: no lines in it, or none near the routes; name the layer with --layer if it has several")
    return lines


def read_with_ogr(path: Path, box, layer: str | None, where: str | None) -> dict:
    if shutil.which("ogr2ogr") is None:
        raise RouteError(f"{path}: needs ogr2ogr to be read; install GDAL's tools, or give GeoJSON")
    command = ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", str(path), "-t_srs", "EPSG:4326", "-spat", *map(str, box), "-spat_srs", "EPSG:4326"]
    command += ["-where", where] if where else []
    command += [layer] if layer else []
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        why = done.stderr.decode(errors="replace").strip().splitlines() or ["it gives no reason"]
        raise RouteError(f"{path}: ogr2ogr cannot read it: {why[0]}")
    return json.loads(done.stdout)


def box_around(alignments: list[Alignment], margin_deg: float = 1.0) -> tuple[float, float, float, float]:
    points = [point for alignment in alignments for point in coordinates(alignment)]
    return (min(p[0] for p in points) - margin_deg, min(p[1] for p in points) - margin_deg,
            max(p[0] for p in points) + margin_deg, max(p[1] for p in points) + margin_deg)


def chosen(names: list[str], kind: str | None) -> list[Alignment]:
    kinds = kinds_on_land(HERE / "recipes")
    for name in names:
        if name not in kinds:
            raise RouteError(f"'{name}' is no alignment on land; the files in {HERE / 'alignments'} are")
    wanted = sorted(name for name in kinds if (not names or name in names) and (kind is None or kinds[name] == kind))
    if not wanted:
        raise RouteError(f"none of the alignments named is a {kind}")
    return [read_alignment(HERE / "alignments" / f"{name}.txt") for name in wanted]


def print_table(results: list[Comparison]):
    print(f"{'alignment':28} {'km':>5} {'covered':>8} {'mean km':>8} {'95 % km':>8} {'worst km':>9}  where")
    for r in results:
        print(f"{r.alignment:28} {r.compared_km:5} {r.covered * 100:7.0f}% {r.mean_km:8.2f} {r.most_km:8.2f} {r.worst_km:9.2f}  "
              f"{r.worst_near} ({r.worst_at[0]:.3f} {r.worst_at[1]:.3f})")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="lines to compare with")
    parser.add_argument("alignments", nargs="*", help="names of alignments (default: all on land)")
    parser.add_argument("--kind", choices=("rail", "road", "pipeline"), help="only alignments of this kind")
    parser.add_argument("--layer", help="layer of the file")
    parser.add_argument("--where", help="only features that meet this condition, as ogr2ogr takes it")
    parser.add_argument("--cutoff", type=float, default=CUTOFF_KM, metavar="KM", help=f"farthest that counts as the same line (default {CUTOFF_KM:g})")
    parser.add_argument("--limit", type=float, nargs=2, metavar=("MEAN", "WORST"), help="exit 1 if one is off by more, in km")
    options = parser.parse_args()
    if not options.cutoff > 0:
        parser.error(f"--cutoff {options.cutoff:g}: must be above 0")
    try:
        alignments = chosen(options.alignments, options.kind)
        reference = Reference(read_lines(options.file, box_around(alignments), options.layer, options.where))
    except (RouteError, OSError) as error:
        print(f"compare.py: {error}", file=sys.stderr)
        return 1
    results = [result for alignment in alignments if (result := compare(alignment, reference, options.cutoff))]
    if not results:
        print(f"compare.py: {options.file}: no line within {options.cutoff:g} km of these alignments", file=sys.stderr)
        return 1
    print_table(results)
    over = [r for r in results if options.limit and (r.mean_km > options.limit[0] or r.worst_km > options.limit[1])]
    for r in over:
        print(f"compare.py: {r.alignment}: {r.mean_km:.1f} km off on average and {r.worst_km:.1f} km at {r.worst_near}, "
              f"at most {options.limit[0]:g} and {options.limit[1]:g} allowed", file=sys.stderr)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
