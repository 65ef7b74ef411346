#!/usr/bin/env python3
"""Checks that the alignments could be true: towns, stations, lengths, chords, lakes, kinks, parallel copies, and the lie of the land.

    maps/routes/verify.py                    all checks; prints a line a fault, exit 1 if there is one
    maps/routes/verify.py --table            also how each line on land fares, for the README
    maps/routes/verify.py --relief FILE      heights in metres, any raster GDAL reads (default: maps/base/relief.tif)

Each check knows the faults that are none: see `known_faults.tsv`, where a person has said why. Lakes need ogr2ogr
and heights gdal_translate; without them (or without the file) that check is left out, and says so.
"""

import argparse
import array
import json
import math
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # python -I leaves it out
from build import Alignment, Land, RouteError, geodesic_km, length_km, read_alignment  # noqa: E402
from measure import SHIPPED, distance_to_line_km, local_km, measure, read_gazetteer  # noqa: E402

BASE = HERE.parent / "base"
TOWN_TOLERANCE_KM = {"rail": 3.0, "road": 3.0, "pipeline": 10.0}
STATION_TOLERANCE_KM = 2.0  # a station lies on its railway; the rest is how a line is drawn
LONGEST_CHORD_KM = {"rail": 25, "road": 20, "pipeline": 30}
SHARPEST_TURN_DEG = {"rail": 85, "road": 110, "pipeline": 95}
LAKE_SHORE_KM = 1.5       # the lakes are generalised by about this much
TWIN_KM = 1.0             # two railways nearer than this for …
TWIN_LENGTH_KM = 12       # … this long are one railway, drawn twice
STEP_KM = 2.0             # between heights along a line
GRADE_OVER_KM = 10        # a cell of the relief is about 3 km
STEEPEST_GRADE = {"rail": 0.04, "road": 0.09}
VALLEY_RADIUS_KM = 6
HIGHEST_OVER_VALLEY_M = {"rail": 550, "road": 700}


@dataclass
class Fault:
    check: str
    alignment: str
    where: str
    what: str

    def line(self) -> str:
        return f"{self.alignment}: {self.check} at {self.where}: {self.what}"


def coordinates(alignment: Alignment) -> list[tuple[float, float]]:
    return [(v.lon, v.lat) for v in alignment.vertices]


def name_near(alignment: Alignment, point) -> str:
    """The named vertex nearest a point: how a person finds the place in the file."""
    named = [v for v in alignment.vertices if v.name] or alignment.vertices
    return min(named, key=lambda v: math.hypot(*local_km(point, (v.lon, v.lat)))).name or f"{point[0]:.2f} {point[1]:.2f}"


def kinds_on_land(folder: Path) -> dict[str, str]:
    """What each alignment carries, by the recipes; those at sea are left out."""
    kinds: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        for segment in tomllib.loads(path.read_text(encoding="utf-8"))["segment"]:
            if not segment.get("at_sea", segment["kind"] in ("ferry", "cable")):
                for piece in segment["along"]:
                    kinds.setdefault(piece.partition(":")[0], segment["kind"])
    return kinds


def check_towns(alignment: Alignment, kind: str, towns) -> list[Fault]:
    limit = TOWN_TOLERANCE_KM[kind]
    return [Fault("town", alignment.name, stop.name, f"its centre is {stop.off_km:.1f} km off, at most {limit:g} allowed")
            for stop in measure(alignment, towns) if stop.off_km > limit]


def read_stations(path: Path) -> dict[str, list[tuple[str, tuple[float, float]]]]:
    """Names and positions of the stations of `stations.tsv`, by alignment."""
    stations: dict[str, list[tuple[str, tuple[float, float]]]] = {}
    for row in path.read_text(encoding="utf-8").splitlines()[1:]:
        try:
            alignment, name, lon, lat = row.split("\t")
            stations.setdefault(alignment, []).append((name, (float(lon), float(lat))))
        except ValueError:
            raise RouteError(f"{path.name}: '{row}' needs alignment, station, longitude and latitude, with tabs between") from None
    return stations


def check_stations(alignment: Alignment, stations) -> list[Fault]:
    line = coordinates(alignment)
    off = [(name, distance_to_line_km(position, line)) for name, position in stations]
    return [Fault("station", alignment.name, name, f"it is {km:.1f} km off, at most {STATION_TOLERANCE_KM:g} allowed")
            for name, km in off if km > STATION_TOLERANCE_KM]


def check_chords(alignment: Alignment, kind: str) -> list[Fault]:
    """A long straight piece says that nobody knows what lies between its ends."""
    line, limit = coordinates(alignment), LONGEST_CHORD_KM[kind]
    lengths = [(geodesic_km(a, b), ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)) for a, b in zip(line, line[1:])]
    return [Fault("chord", alignment.name, name_near(alignment, middle), f"{km:.0f} km without a vertex, at most {limit} allowed")
            for km, middle in lengths if km > limit]


def check_lengths(entries: list[dict], by_name: dict[str, Alignment]) -> list[Fault]:
    """Against `lengths.toml`; each of its lines says where its kilometres are from."""
    faults = []
    for entry in entries:
        measured, names = 0.0, []
        for piece in entry["along"]:
            name, _, ends = piece.partition(": ")
            first, last = ends.split(" .. ")
            measured += length_km([(v.lon, v.lat) for v in by_name[name].between(first, last)])
            names.append(name)
        off = (measured - entry["km"]) / entry["km"] * 100
        if abs(off) > entry["tolerance_percent"] or not entry["source"].strip():
            faults.append(Fault("length", names[0], "; ".join(entry["along"]), f"measures {measured:.0f} km, published {entry['km']:g} km ({off:+.1f} %)"))
    return faults


def turn_deg(a, b, c) -> float:
    """By how much the line turns at b; 180 is back the way it came."""
    (ax, ay), (cx, cy) = local_km(b, a), local_km(b, c)
    return abs((math.degrees(math.atan2(-ay, -ax) - math.atan2(cy, cx)) + 180) % 360 - 180)


def check_turns(alignment: Alignment, kind: str) -> list[Fault]:
    line, limit = coordinates(alignment), SHARPEST_TURN_DEG[kind]
    return [Fault("kink", alignment.name, name_near(alignment, b), f"a turn of {turn:.0f}°, at most {limit} allowed")
            for a, b, c in zip(line, line[1:], line[2:]) if (turn := turn_deg(a, b, c)) > limit]


def along(line, step_km: float):
    """Points every `step_km` along the line, from its first."""
    rest = 0.0
    for a, b in zip(line, line[1:]):
        length, at = geodesic_km(a, b), rest
        while at < length:
            yield (a[0] + (b[0] - a[0]) * at / length, a[1] + (b[1] - a[1]) * at / length)
            at += step_km
        rest = at - length
    yield line[-1]


def check_lakes(alignment: Alignment, water: Land) -> list[Fault]:
    for point in along(coordinates(alignment), 1.0):
        if water.contains(*point) and water.shore_distance_km(*point) > LAKE_SHORE_KM:
            return [Fault("water", alignment.name, name_near(alignment, point), f"under water at {point[0]:.3f} {point[1]:.3f}")]
    return []


def check_twins(alignments: list[Alignment]) -> list[Fault]:
    """What two routes share must be one alignment, or they will be drawn side by side and differ."""
    faults = []
    lines = [(a, coordinates(a)) for a in alignments]
    for i, (first, line) in enumerate(lines):
        for second, other in lines[i + 1:]:
            near = [p for p in along(line, STEP_KM) if within_box(p, other) and distance_to_line_km(p, other) < TWIN_KM]
            if len(near) * STEP_KM > TWIN_LENGTH_KM:
                faults.append(Fault("twin", first.name, second.name, f"{len(near) * STEP_KM:.0f} km lie within {TWIN_KM:g} km of it"))
    return faults


def within_box(point, line, margin_deg=0.05) -> bool:
    return (min(p[0] for p in line) - margin_deg < point[0] < max(p[0] for p in line) + margin_deg
            and min(p[1] for p in line) - margin_deg < point[1] < max(p[1] for p in line) + margin_deg)


class Relief:
    """Heights in metres on a grid of degrees, a box of them around what is asked."""

    def __init__(self, path: Path, west: float, south: float, east: float, north: float):
        with tempfile.TemporaryDirectory() as folder:
            raw = Path(folder) / "heights"
            subprocess.run(["gdal_translate", "-q", "-of", "ENVI", "-ot", "Int16", "-projwin", *map(str, (west, north, east, south)),
                            str(path), str(raw)], check=True)
            fields = [part.partition("=") for part in raw.with_suffix(".hdr").read_text().splitlines()]
            header = {name.strip(): value.strip() for name, _, value in fields}
            self.heights = array.array("h", raw.read_bytes())
        self.columns, self.rows = int(header["samples"]), int(header["lines"])
        _, _, _, west, north, step_x, step_y, *_ = header["map info"].strip("{} ").split(",")
        self.west, self.north, self.step_x, self.step_y = (float(v) for v in (west, north, step_x, step_y))

    def cell(self, column: int, row: int) -> int:
        return self.heights[min(max(row, 0), self.rows - 1) * self.columns + min(max(column, 0), self.columns - 1)]

    def at(self, lon: float, lat: float) -> float:
        """Between the centres of the four cells around."""
        x, y = (lon - self.west) / self.step_x - 0.5, (self.north - lat) / self.step_y - 0.5
        c, r = math.floor(x), math.floor(y)
        fx, fy = x - c, y - r
        return ((self.cell(c, r) * (1 - fx) + self.cell(c + 1, r) * fx) * (1 - fy)
                + (self.cell(c, r + 1) * (1 - fx) + self.cell(c + 1, r + 1) * fx) * fy)

    def lowest_near(self, lon: float, lat: float, radius_km: float) -> float:
        ring = [(radius_km * share * math.cos(math.radians(angle)), radius_km * share * math.sin(math.radians(angle)))
                for share in (0.5, 1.0) for angle in range(0, 360, 30)]
        kx, ky = 111.32 * math.cos(math.radians(lat)), 111.0
        return min(self.at(lon + dx / kx, lat + dy / ky) for dx, dy in ring)


def profile_of(alignment: Alignment, relief: Relief) -> list[tuple[tuple[float, float], float]]:
    return [(point, relief.at(*point)) for point in along(coordinates(alignment), STEP_KM)]


def steepest(profile) -> tuple[float, tuple[float, float]]:
    reach = round(GRADE_OVER_KM / STEP_KM)
    grades = [(abs(profile[i + reach][1] - profile[i][1]) / (GRADE_OVER_KM * 1000), profile[i + reach // 2][0])
              for i in range(len(profile) - reach)]
    return max(grades, default=(0.0, profile[0][0]))


def highest_over_valley(profile, relief: Relief) -> tuple[float, tuple[float, float]]:
    return max((height - relief.lowest_near(*point, VALLEY_RADIUS_KM), point) for point, height in profile)


def check_relief(alignment: Alignment, kind: str, relief: Relief) -> list[Fault]:
    """A railway keeps to the valley: the ground under the line neither climbs too fast nor lies far above what is near."""
    profile, faults = profile_of(alignment, relief), []
    grade, point = steepest(profile)
    if grade > STEEPEST_GRADE[kind]:
        faults.append(Fault("grade", alignment.name, name_near(alignment, point), f"the ground climbs {grade * 100:.1f} % over {GRADE_OVER_KM} km"))
    above, point = highest_over_valley(profile, relief)
    if above > HIGHEST_OVER_VALLEY_M[kind]:
        faults.append(Fault("ridge", alignment.name, name_near(alignment, point), f"{above:.0f} m above the lowest ground within {VALLEY_RADIUS_KM} km"))
    return faults


def load_water() -> Land | None:
    source = BASE / "water_10m.fgb"
    if not source.exists() or shutil.which("ogr2ogr") is None:
        return None
    done = subprocess.run(["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", str(source), "-spat", "5", "20", "125", "60"], capture_output=True, check=True)
    return Land(json.loads(done.stdout))


def load_relief(path: Path, alignments: list[Alignment]) -> Relief | None:
    if not path.exists() or shutil.which("gdal_translate") is None:
        return None
    lons = [v.lon for a in alignments for v in a.vertices]
    lats = [v.lat for a in alignments for v in a.vertices]
    return Relief(path, min(lons) - 1, min(lats) - 1, max(lons) + 1, max(lats) + 1)


def read_known(path: Path) -> dict[tuple[str, str, str], str]:
    """Check, alignment and place of what is no fault, and why."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line.strip()]
    for row in rows:
        if len(row) != 4 or not row[3].strip():
            raise RouteError(f"{path.name}: '{' '.join(row)}' needs check, alignment, place and a reason, with tabs between")
    return {(check, alignment, place): why for check, alignment, place, why in rows}


def print_table(alignments, kinds, towns, stations, relief):
    print(f"{'alignment':28} {'kind':9} {'towns':>5} {'mean km':>8} {'worst':>6} {'stations':>8} {'mean km':>8} {'worst':>6}"
          f" {'chord':>5} {'turn':>5} {'grade %':>8} {'above m':>8}")
    for alignment in alignments:
        stops, line = measure(alignment, towns), coordinates(alignment)
        mean = f"{sum(s.off_km for s in stops) / len(stops):8.1f} {stops[0].off_km:6.1f}" if stops else f"{'':15}"
        off = [distance_to_line_km(position, line) for _, position in stations.get(alignment.name, ())]
        told = f"{len(off):8} {sum(off) / len(off):8.1f} {max(off):6.1f}" if off else f"{'':24}"
        chord = max(geodesic_km(a, b) for a, b in zip(line, line[1:]))
        turn = max((turn_deg(*three) for three in zip(line, line[1:], line[2:])), default=0)
        lie = ""
        if relief:
            profile = profile_of(alignment, relief)
            lie = f"{steepest(profile)[0] * 100:8.1f} {highest_over_valley(profile, relief)[0]:8.0f}"
        print(f"{alignment.name:28} {kinds[alignment.name]:9} {len(stops):5} {mean} {told} {chord:5.0f} {turn:5.0f} {lie}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--relief", type=Path, default=BASE / "relief.tif", help="heights in metres")
    parser.add_argument("--table", action="store_true", help="print how each line fares")
    options = parser.parse_args()
    try:
        kinds = kinds_on_land(HERE / "recipes")
        alignments = [read_alignment(HERE / "alignments" / f"{name}.txt") for name in sorted(kinds)]
        known = read_known(HERE / "known_faults.tsv")
        lengths = tomllib.loads((HERE / "lengths.toml").read_text(encoding="utf-8"))["line"]
        stations = read_stations(HERE / "stations.tsv")
        if strangers := stations.keys() - kinds.keys():
            raise RouteError(f"stations.tsv: no alignment on land is called {', '.join(sorted(strangers))}")
        faults = check_lengths(lengths, {a.name: a for a in alignments})
    except (RouteError, OSError, KeyError, tomllib.TOMLDecodeError) as error:
        print(f"verify.py: {error}", file=sys.stderr)
        return 1
    towns, water, relief = read_gazetteer(SHIPPED), load_water(), load_relief(options.relief, alignments)
    for absent, what in ((water is None, "no lakes or no ogr2ogr: the check for water"), (relief is None, "no heights or no gdal_translate: the check of the relief")):
        if absent:
            print(f"verify.py: {what} is left out", file=sys.stderr)
    faults += check_twins([a for a in alignments if kinds[a.name] == "rail"])
    for alignment in alignments:
        kind = kinds[alignment.name]
        faults += check_towns(alignment, kind, towns) + check_turns(alignment, kind) + check_chords(alignment, kind)
        faults += check_stations(alignment, stations.get(alignment.name, ()))
        faults += check_lakes(alignment, water) if water else []
        faults += check_relief(alignment, kind, relief) if relief and kind in HIGHEST_OVER_VALLEY_M else []
    if options.table:
        print_table(alignments, kinds, towns, stations, relief)
    found = {(fault.check, fault.alignment, fault.where) for fault in faults}
    unknown = [fault.line() for fault in faults if (fault.check, fault.alignment, fault.where) not in known]
    needs_relief = {"grade", "ridge"} if relief is None else set()
    needs_water = {"water"} if water is None else set()
    stale = [f"known_faults.tsv: '{' '.join(key)}' is no fault any more: take it out" for key in known
             if key not in found and key[0] not in needs_relief | needs_water]
    for problem in unknown + stale:
        print(f"verify.py: {problem}", file=sys.stderr)
    return 1 if unknown or stale else 0


if __name__ == "__main__":
    sys.exit(main())
