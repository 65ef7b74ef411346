#!/usr/bin/env python3
"""Builds maps/routes/<id>.geojson from alignments/*.txt and recipes/*.toml, and checks the result.

    maps/routes/build.py                 build all, check all, print a table
    maps/routes/build.py --check         check only; exit 1 if a committed file differs from what would be built
    maps/routes/build.py --coast FILE    land polygons for the land/water check (any vector file GDAL reads)

Only the Python standard library is needed; the land/water check also needs ogr2ogr.
"""

import argparse
import json
import math
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
KINDS = {"rail", "road", "ferry", "pipeline", "cable", "corridor"}
STATUSES = {"existing", "under-construction", "planned", "proposed", "suspended"}
DIRECTIONS = {"forward", "backward", "both"}
MEDIA = {"pipeline": {"gas", "oil"}, "cable": {"power", "fibre"}}
MAX_GAP_KM = {"ferry": 110, "cable": 110, "pipeline": 40, "rail": 25, "road": 25, "corridor": 25}
MAX_GAP_AT_SEA_KM = 110
SHORE_TOLERANCE_KM = 3.0  # the coastline of the check is generalised by about this much
LAND_CANDIDATES = [
    "maps/base/land_10m.fgb",
    "maps/base/countries_10m.fgb",
    "/usr/share/magics/10m/ne_10m_land.shp",
]
EDTF = re.compile(r"^(\d{4}(-\d{2}(-\d{2})?)?[~?]?)?$")


class RouteError(Exception):
    """What is wrong, where, in one line."""


@dataclass
class Vertex:
    lon: float
    lat: float
    name: str = ""
    is_stop: bool = False


@dataclass
class Alignment:
    name: str
    vertices: list[Vertex]

    def index(self, wanted: str) -> int:
        hits = [i for i, v in enumerate(self.vertices) if v.name == wanted]
        if len(hits) != 1:
            raise RouteError(f"alignments/{self.name}.txt: {len(hits)} vertices are named '{wanted}', need exactly one")
        return hits[0]

    def between(self, first: str, last: str) -> list[Vertex]:
        """The vertices from one named vertex to another, in either direction."""
        i, j = self.index(first), self.index(last)
        return self.vertices[i : j + 1] if i <= j else self.vertices[j : i + 1][::-1]


def read_alignment(path: Path) -> Alignment:
    vertices: list[Vertex] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        position, _, note = line.partition("#")
        try:
            lon, lat = (float(part) for part in position.split())
        except ValueError:
            raise RouteError(f"{path.name}:{number}: expected 'lon lat  # name', found '{line.strip()}'") from None
        note = note.strip()
        is_stop = bool(note) and not (note.startswith("(") and note.endswith(")"))
        vertices.append(Vertex(lon, lat, note if is_stop else note[1:-1], is_stop))
    if len(vertices) < 2:
        raise RouteError(f"{path.name}: an alignment needs at least two vertices")
    return Alignment(path.stem, vertices)


def geodesic_km(a, b) -> float:
    """Vincenty's inverse formula on WGS 84 (Survey Review 23, 1975)."""
    if a == b:
        return 0.0
    semi_major, flattening = 6378.137, 1 / 298.257223563
    semi_minor = semi_major * (1 - flattening)
    u1 = math.atan((1 - flattening) * math.tan(math.radians(a[1])))
    u2 = math.atan((1 - flattening) * math.tan(math.radians(b[1])))
    span = lam = math.radians(b[0] - a[0])
    for _ in range(100):
        sin_sigma = math.hypot(math.cos(u2) * math.sin(lam),
                               math.cos(u1) * math.sin(u2) - math.sin(u1) * math.cos(u2) * math.cos(lam))
        cos_sigma = math.sin(u1) * math.sin(u2) + math.cos(u1) * math.cos(u2) * math.cos(lam)
        sigma = math.atan2(sin_sigma, cos_sigma)
        sin_alpha = math.cos(u1) * math.cos(u2) * math.sin(lam) / sin_sigma
        cos2_alpha = 1 - sin_alpha**2
        cos_2m = cos_sigma - 2 * math.sin(u1) * math.sin(u2) / cos2_alpha if cos2_alpha else 0.0
        c = flattening / 16 * cos2_alpha * (4 + flattening * (4 - 3 * cos2_alpha))
        previous = lam
        lam = span + (1 - c) * flattening * sin_alpha * (
            sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m**2 - 1)))
        if abs(lam - previous) < 1e-12:
            break
    u_sq = cos2_alpha * (semi_major**2 - semi_minor**2) / semi_minor**2
    k_a = 1 + u_sq / 16384 * (4096 + u_sq * (-768 + u_sq * (320 - 175 * u_sq)))
    k_b = u_sq / 1024 * (256 + u_sq * (-128 + u_sq * (74 - 47 * u_sq)))
    delta = k_b * sin_sigma * (cos_2m + k_b / 4 * (
        cos_sigma * (2 * cos_2m**2 - 1)
        - k_b / 6 * cos_2m * (4 * sin_sigma**2 - 3) * (4 * cos_2m**2 - 3)))
    return semi_minor * k_a * (sigma - delta)


def length_km(coordinates) -> float:
    return sum(geodesic_km(a, b) for a, b in zip(coordinates, coordinates[1:]))


class Land:
    """Point-in-land tests on a generalised coastline; polygons are bucketed by latitude for speed."""

    BANDS_PER_DEG = 10

    def __init__(self, geojson: dict):
        self.bands: dict[int, list] = {}
        for feature in geojson["features"]:
            geometry = feature["geometry"]
            if not geometry:
                continue
            polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
            for ring in (ring for polygon in polygons for ring in polygon):
                for a, b in zip(ring, ring[1:]):
                    self._add(a, b)

    def _add(self, a, b):
        low, high = min(a[1], b[1]), max(a[1], b[1])
        for band in range(math.floor(low * self.BANDS_PER_DEG), math.floor(high * self.BANDS_PER_DEG) + 1):
            self.bands.setdefault(band, []).append((a[0], a[1], b[0], b[1]))

    def contains(self, lon: float, lat: float) -> bool:
        inside = False
        for x1, y1, x2, y2 in self.bands.get(math.floor(lat * self.BANDS_PER_DEG), ()):
            if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
        return inside

    def shore_distance_km(self, lon: float, lat: float) -> float:
        """Distance to the nearest piece of coast in the neighbouring bands (flat approximation)."""
        kx, ky = 111.32 * math.cos(math.radians(lat)), 110.9
        best = math.inf
        band = math.floor(lat * self.BANDS_PER_DEG)
        for near in (band - 1, band, band + 1):
            for x1, y1, x2, y2 in self.bands.get(near, ()):
                ax, ay, bx, by = (x1 - lon) * kx, (y1 - lat) * ky, (x2 - lon) * kx, (y2 - lat) * ky
                dx, dy = bx - ax, by - ay
                t = max(0.0, min(1.0, -(ax * dx + ay * dy) / (dx * dx + dy * dy))) if dx or dy else 0.0
                best = min(best, math.hypot(ax + t * dx, ay + t * dy))
        return best


def load_land(explicit: str | None) -> Land | None:
    root = HERE.parent.parent
    candidates = [explicit] if explicit else [str(root / path) for path in LAND_CANDIDATES]
    source = next((path for path in candidates if Path(path).exists()), None)
    if source is None or shutil.which("ogr2ogr") is None:
        return None
    command = ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", source, "-spat", "5", "20", "125", "60",
               "-clipsrc", "5", "20", "125", "60"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        raise RouteError(f"{source}: cannot be read as land polygons: {done.stderr.decode().strip()[:200]}")
    return Land(json.loads(done.stdout))


@dataclass
class Report:
    problems: list[str] = field(default_factory=list)
    rows: list[tuple] = field(default_factory=list)


def collect_segment(recipe_id: str, entry: dict, order: int, alignments: dict[str, Alignment]) -> dict:
    """The feature of one segment, joined from the pieces of alignments that its recipe lists."""
    where = f"recipes/{recipe_id}.toml, segment '{entry.get('name', order)}'"
    line: list[Vertex] = []
    for piece in entry["along"]:
        match = re.fullmatch(r"([\w-]+): (.+) \.\. (.+)", piece)
        if not match or match[1] not in alignments:
            raise RouteError(f"{where}: '{piece}' is not 'alignment: First .. Last' of a known alignment")
        part = alignments[match[1]].between(match[2], match[3])
        if line and (line[-1].lon, line[-1].lat) != (part[0].lon, part[0].lat):
            raise RouteError(f"{where}: '{piece}' does not start where the piece before it ends")
        line.extend(part[1:] if line else part)
    properties = {
        "route": recipe_id,
        "name": entry["name"],
        "order": order,
        "branch": entry.get("branch", "main"),
        "kind": entry["kind"],
        **({"medium": entry["medium"]} if "medium" in entry else {}),
        "status": entry.get("status", "existing"),
        "from": entry.get("from", ""),
        "to": entry.get("to", ""),
        "stops": [v.name for v in line if v.is_stop],
        "stop_at": [i for i, v in enumerate(line) if v.is_stop],
        "source": entry["source"],
    }
    geometry = {"type": "LineString", "coordinates": [[v.lon, v.lat] for v in line]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def check_schema(feature: dict, where: str) -> list[str]:
    p, problems = feature["properties"], []
    if p["kind"] not in KINDS:
        problems.append(f"{where}: kind '{p['kind']}' is not one of {', '.join(sorted(KINDS))}")
    if p["status"] not in STATUSES:
        problems.append(f"{where}: status '{p['status']}' is not one of {', '.join(sorted(STATUSES))}")
    if p["kind"] in MEDIA and p.get("medium") not in MEDIA[p["kind"]]:
        problems.append(f"{where}: a {p['kind']} needs a medium: {' or '.join(sorted(MEDIA[p['kind']]))}")
    for key in ("from", "to"):
        if not EDTF.match(p[key]):
            problems.append(f"{where}: {key} = '{p[key]}' is not an EDTF date")
    if not p["source"].strip():
        problems.append(f"{where}: has no source")
    return problems


def check_shape(feature: dict, where: str, land: Land | None, may_cross_water: bool) -> list[str]:
    coordinates, kind, problems = feature["geometry"]["coordinates"], feature["properties"]["kind"], []
    limit = MAX_GAP_AT_SEA_KM if may_cross_water else MAX_GAP_KM[kind]
    for a, b in zip(coordinates, coordinates[1:]):
        if not (-180 <= a[0] <= 180 and -90 <= a[1] <= 90):
            problems.append(f"{where}: {a} is outside the world")
        gap = geodesic_km(a, b)
        if gap == 0:
            problems.append(f"{where}: vertex {a} is repeated")
        elif gap > limit:
            problems.append(f"{where}: {gap:.0f} km between {a} and {b}, at most {limit} allowed")
    if len({tuple(c) for c in coordinates}) != len(coordinates):
        problems.append(f"{where}: the line visits a vertex twice")
    if land:
        problems += check_land(coordinates, kind, where, land, may_cross_water)
    return problems


def check_land(coordinates, kind: str, where: str, land: Land, may_cross_water: bool) -> list[str]:
    """Ferries and cables stay on water, the rest on land, but for the shore zone of the generalised coast."""
    wants_water = kind == "ferry" or may_cross_water
    for a, b in zip(coordinates, coordinates[1:]):
        steps = max(1, math.ceil(geodesic_km(a, b) / 2))
        for k in range(steps + 1):
            lon, lat = a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps
            if land.contains(lon, lat) == wants_water and land.shore_distance_km(lon, lat) > SHORE_TOLERANCE_KM:
                what = "land" if wants_water else "water"
                return [f"{where}: {kind} is on {what} near {lon:.3f} {lat:.3f}"]
    return []


def check_continuity(features: list[dict], recipe_id: str, branches_stand_alone: bool) -> list[str]:
    """Segments of a branch follow on one another, and a branch shares a vertex with the rest of the route."""
    where, problems = f"recipes/{recipe_id}.toml", []
    branches: dict[str, list[list]] = {}
    for feature in features:
        p, coordinates = feature["properties"], feature["geometry"]["coordinates"]
        lines = branches.setdefault(p["branch"], [])
        if lines and lines[-1][-1] != coordinates[0]:
            problems.append(f"{where}: segment '{p['name']}' does not start where branch '{p['branch']}' ended")
        lines.append(coordinates)
    if len(branches) < 2 or branches_stand_alone:
        return problems
    for branch, lines in branches.items():
        others = {tuple(c) for name, rest in branches.items() if name != branch for line in rest for c in line}
        own = {tuple(c) for line in lines for c in line}
        if not own & others:
            problems.append(f"{where}: branch '{branch}' touches no other branch of the route")
    return problems


def measure_lengths(route_id: str, features: list[dict], published: list[dict], report: Report):
    """Compares the geodesic length of named segments with what is published; a row of the table for each."""
    lengths = [(f["properties"]["name"], length_km(f["geometry"]["coordinates"])) for f in features]
    for known in published:
        measured = sum(km for name, km in lengths if name in known["segments"])
        off = (measured - known["km"]) / known["km"] * 100
        report.rows.append((route_id, known["of"], measured, known["km"], off))
        if abs(off) > known.get("tolerance_percent", 6):
            report.problems.append(
                f"{route_id}: {known['of']} measures {measured:.0f} km, published {known['km']} km ({off:+.1f} %)")
    report.rows.append((route_id, f"all {len(features)} segments", sum(km for _, km in lengths), None, None))


def build_route(path: Path, alignments: dict[str, Alignment], land: Land | None, report: Report) -> dict:
    recipe = tomllib.loads(path.read_text(encoding="utf-8"))
    route_id = path.stem
    features = []
    for order, entry in enumerate(recipe["segment"], 1):
        feature = collect_segment(route_id, entry, order, alignments)
        where = f"{route_id}: '{entry['name']}'"
        at_sea = entry.get("at_sea", entry["kind"] in ("ferry", "cable"))
        report.problems += check_schema(feature, where) + check_shape(feature, where, land, at_sea)
        features.append(feature)
    report.problems += check_continuity(features, route_id, recipe.get("branches_stand_alone", False))
    measure_lengths(route_id, features, recipe.get("length", []), report)
    header = {key: recipe[key] for key in ("name", "short_name", "kind", "status", "direction", "summary", "sources", "credits")
              if key in recipe or key not in ("direction", "credits")}
    if header.get("direction", "forward") not in DIRECTIONS:
        report.problems.append(f"{route_id}: direction '{header['direction']}' is not one of {', '.join(sorted(DIRECTIONS))}")
    return {"type": "FeatureCollection", "dateline": {"id": route_id, **header}, "features": features}


def dump(route: dict) -> str:
    """One feature a line: differences stay readable."""
    def compact(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    lines = ",\n".join(compact(feature) for feature in route["features"])
    head = json.dumps(route["dateline"], ensure_ascii=False, indent=1)
    return f'{{"type":"FeatureCollection",\n"dateline":{head},\n"features":[\n{lines}\n]}}\n'


def print_table(rows: list[tuple]):
    print(f"{'route':34} {'what':44} {'km':>8} {'published':>9} {'off':>7}")
    for route_id, what, measured, known, off in rows:
        tail = f"{known:9} {off:+6.1f}%" if known else ""
        print(f"{route_id:34} {what:44} {measured:8.0f} {tail}".rstrip())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a committed file is stale")
    parser.add_argument("--coast", help="land polygons for the land/water check")
    options = parser.parse_args()
    report = Report()
    try:
        alignments = {p.stem: read_alignment(p) for p in sorted((HERE / "alignments").glob("*.txt"))}
        land = load_land(options.coast)
        if land is None:
            print("build.py: no land polygons or no ogr2ogr: the land/water check is left out", file=sys.stderr)
        for path in sorted((HERE / "recipes").glob("*.toml")):
            text = dump(build_route(path, alignments, land, report))
            target = HERE / f"{path.stem}.geojson"
            if not options.check:
                target.write_text(text, encoding="utf-8")
            elif not target.exists() or target.read_text(encoding="utf-8") != text:
                report.problems.append(f"{target.name}: differs from its recipe; run maps/routes/build.py")
    except (RouteError, KeyError, tomllib.TOMLDecodeError) as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 1
    print_table(report.rows)
    for problem in report.problems:
        print(f"build.py: {problem}", file=sys.stderr)
    return 1 if report.problems else 0


if __name__ == "__main__":
    sys.exit(main())
