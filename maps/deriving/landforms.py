"""Names of what nature made: islands with their shores, and ranges, deserts, plains, peninsulas and archipelagos along an axis."""

import collections
import math
import unicodedata

from shapely.geometry import LineString, Point
from shapely.ops import unary_union
from shapely.strtree import STRtree

from . import land, names
from .sources import SourceError
from .writing import read_layer, write_layer

ISLAND_FIELDS = {"name": str, "names": str, "iso_a2": str, "area_km2": float, "reach_km": float, "town": int, "division": str}
LANDFORM_FIELDS = {"name": str, "local": str, "kind": str, "rank": int, "breadth_km": float, "division": str}
KINDS = {"range", "plateau", "plain", "basin", "desert", "peninsula", "valley", "delta", "land", "ice", "islands"}
OFF_LAND = {"ice", "islands"}

LEAST_CONTINENT_KM2 = 1_000_000
SIZE_RATIO = 0.5, 3.0       # of the gazetteer's radius by that of the land found there: else it is other land
SAME_LAND = 0.65, 1.5         # of a division's area by an island's: one thing
SHARE_OF_SOLITUDE = 0.08     # a lone island is as notable as one of so much of the distance to larger land
MOST_SOLITUDE_KM = 45.0
MOST_BY_SOLITUDE = 12.0      # by its size: a reef stays small
OUTLINE_SHARE = 0.01         # of an island's size: what its outline may be off
ON_SHORE_DEG = 0.05
LEAST_RANGE_M = 150
KM_DEG = 111.2
GROUP_WORDS = ("Islands", "Archipelago", "Group")
OUTDATED = {"Ceylon", "Van Diemen's Land", "Truk"}   # found in old texts; the map has them as they are called today


def fold(text):
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if c.isalnum())


def bare(name):
    """"Galápagos Islands" and "Galápagos" are one name."""
    words = name.split()
    return fold(" ".join(words[:-1] if len(words) > 1 and words[-1] in GROUP_WORDS + ("Island",) else words))


class Lands:
    """The parts of the land by where they are."""

    def __init__(self, base):
        pieces = [p for shape, _ in read_layer(base / "land_10m.fgb") for p in land.polygons_of(shape)]
        self.parts = sorted(land.polygons_of(unary_union(pieces)), key=lambda p: -land.area_km2([p]))
        self.areas = [land.area_km2([p]) for p in self.parts]
        self.coarse = [p.simplify(0.02) for p in self.parts]
        self.number = {id(p): i for i, p in enumerate(self.parts)}
        self.tree = STRtree(self.parts)

    def near(self, point, reach_km):
        """(distance in km, number) of the parts within reach, the nearest first."""
        stretch = max(0.2, math.cos(math.radians(point.y)))
        found = [self.number[id(p)] for p in self.tree.query(point.buffer(reach_km / KM_DEG / stretch))]
        away = [(self.parts[i].distance(point) * KM_DEG, i) for i in found]
        return sorted((d, i) for d, i in away if d <= reach_km)

    def solitude_km(self, number):
        own = self.coarse[number]
        stretch = math.cos(math.radians(own.centroid.y))
        larger = (self.coarse[i] for i in range(len(self.parts)) if self.areas[i] > 2 * self.areas[number])
        return min((own.distance(other) * KM_DEG * max(stretch, 0.3) for other in larger), default=0.0)


def is_group(name):
    return name.endswith(GROUP_WORDS)


def land_of(lands, row, taken):
    """The land that a row names: one part, or of a group all within its radius that have no name. None where there is none."""
    point, radius = Point(float(row["lon"]), float(row["lat"])), float(row["radius_km"] or 0)
    near = [(d, i) for d, i in lands.near(point, radius + 3) if lands.areas[i] < LEAST_CONTINENT_KM2]
    if not near:
        return None
    if is_group(row["name"]) and radius:
        return [i for _, i in near if i not in taken and lands.parts[i].centroid.distance(point) * KM_DEG < 1.1 * radius]
    size = math.sqrt(lands.areas[near[0][1]] / math.pi)
    if radius and not SIZE_RATIO[0] < radius / max(size, 1.5) < SIZE_RATIO[1]:
        return None
    return [near[0][1]]


class Names:
    """What else has a name on the map: countries, divisions, towns."""

    def __init__(self, base):
        self.countries = [(fold(v["name"]), shape) for shape, v in read_layer(base / "countries_10m.fgb")]
        self.divisions = collections.defaultdict(list)
        for shape, values in read_layer(base / "admin1_10m.fgb"):
            if not values["until"]:
                self.divisions[bare(values["name"])].append((values["name"], shape))
        self.towns = collections.defaultdict(list)
        for point, values in read_layer(base / "places.fgb"):
            self.towns[fold(values["name"])].append(point)

    def is_country(self, name, shape):
        return any(name == own and area.intersects(shape) for own, area in self.countries)

    def division(self, name, shape):
        """The division that is the same land, or empty."""
        size = land.area_km2(land.polygons_of(shape))
        return next((own for own, area in self.divisions[bare(name)] if area.intersects(shape)
                     and SAME_LAND[0] < land.area_km2(land.polygons_of(area)) / size < SAME_LAND[1]), "")

    def has_town(self, name, shape):
        return any(shape.distance(town) < ON_SHORE_DEG for town in self.towns[fold(name)])


def written_name(name, shape, known):
    """"Cebu Island" is Cebu on a map that has its town or province of that name; Baffin Island keeps its kind."""
    short = name.removesuffix(" Island")
    if short == name or is_group(name):
        return name
    own = known.is_country(fold(short), shape) or fold(known.division(short, shape)) == fold(short) or known.has_town(short, shape)
    return short if own else name


def outline(shape):
    west, south, east, north = shape.bounds
    off = OUTLINE_SHARE * max(east - west, north - south)
    return land.polygons_of(shape.simplify(off, preserve_topology=True).buffer(0)) or land.polygons_of(shape)


def write_islands(base, own_table, overlay, axes):
    lands, known = Lands(base), Names(base)
    in_groups = {fold(row["name"]) for row in axes} | {bare(row["name"]) for row in axes if row["kind"] == "islands"}
    own = [dict(row, radius_km="", alternates="", country="") for row in own_table]
    listed = [row for row in overlay if row["kind"] == "island" and row["name"] not in OUTDATED
              and fold(row["name"]) not in in_groups and not (is_group(row["name"]) and bare(row["name"]) in in_groups)]
    listed.sort(key=lambda row: (is_group(row["name"]), row["id"]))
    taken, rows, lost = {}, [], []
    for row in own + listed:
        parts = land_of(lands, row, taken)
        if not row["radius_km"] and (not parts or parts[0] in taken):
            lost.append(row["name"] + (f" ({taken[parts[0]]})" if parts else ""))
        if not parts or any(i in taken for i in parts):
            continue
        shape = unary_union([lands.parts[i] for i in parts])
        name = written_name(row["name"], shape, known)
        for i in parts:
            taken[i] = name
        if known.is_country(fold(name), shape):
            continue
        largest = min(parts)
        area = sum(lands.areas[i] for i in parts)
        solitude = min(SHARE_OF_SOLITUDE * lands.solitude_km(largest), MOST_SOLITUDE_KM, MOST_BY_SOLITUDE * math.sqrt(area))
        rows.append((land.as_multi([p for i in parts for p in outline(lands.parts[i])]), {
            "name": name, "names": row["alternates"], "iso_a2": row["country"], "area_km2": round(area, 1),
            "reach_km": round(max(math.sqrt(area), solitude), 1), "town": int(known.has_town(name, shape)),
            "division": known.division(name, shape)}))
    if lost:
        raise SourceError(f"deriving/islands.tsv: no land, or land that has a name, at {', '.join(lost)}")
    rows.sort(key=lambda r: (-r[1]["reach_km"], r[1]["name"]))
    write_layer(base / "islands.fgb", "polygon", ISLAND_FIELDS, rows)
    return known


def axis_of(row):
    try:
        points = [tuple(float(v) for v in pair.split()) for pair in row["axis"].split(",")]
        line = LineString(points)
    except ValueError as error:
        raise SourceError(f"deriving/landforms.tsv: axis of '{row['name']}': {error}") from error
    if row["kind"] not in KINDS:
        raise SourceError(f"deriving/landforms.tsv: '{row['name']}' is of no kind that is known: {row['kind']}")
    return line


def smooth(line):
    """Chaikin's corner cutting, three times: letters stand on a curve."""
    points = list(line.coords)
    for _ in range(3):
        cut = [points[0]]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            cut += [(0.75 * x0 + 0.25 * x1, 0.75 * y0 + 0.25 * y1), (0.25 * x0 + 0.75 * x1, 0.25 * y0 + 0.75 * y1)]
        points = cut + [points[-1]]
    return LineString(points)


def write_landforms(base, axes, known):
    rows, doubled = [], []
    for row in axes:
        axis = axis_of(row)
        middle = axis.interpolate(0.5, normalized=True)
        breadth = float(row["breadth_km"])
        about = axis.buffer(breadth / 2 / KM_DEG)
        if known.is_country(fold(row["name"]), about):
            doubled.append(row["name"])
        if row["kind"] == "islands":
            division = next((own for own, area in known.divisions[bare(row["name"])] if area.intersects(about)), "")
        else:
            division = ""
            if any(area.intersects(middle) for _, area in known.divisions[bare(row["name"])]):
                doubled.append(row["name"])
        rows.append((smooth(axis), {"name": row["name"], "local": row["local"], "kind": row["kind"], "rank": int(row["rank"]),
                            "breadth_km": breadth, "division": division}))
    if doubled:
        raise SourceError(f"deriving/landforms.tsv: countries or divisions there have the names {', '.join(doubled)}")
    write_layer(base / "landforms.fgb", "line", LANDFORM_FIELDS, rows)


def derive(base, deriving, overlay):
    axes = names.read_table(deriving / "landforms.tsv")
    known = write_islands(base, names.read_table(deriving / "islands.tsv"), names.read_table(overlay), axes)
    write_landforms(base, axes, known)


def heights(base):
    from osgeo import gdal
    relief = gdal.Open(str(base / "relief.tif"))
    grid, (west, dx, _, north, _, dy) = relief.ReadAsArray(), relief.GetGeoTransform()
    return lambda x, y: float(grid[min(int((y - north) / dy), grid.shape[0] - 1), min(int(((x + 180) % 360 - 180 - west) / dx), grid.shape[1] - 1)])


def check(base, deriving):
    """Faults of the two tables that reading them does not show: axes beside the land, ranges that are flat."""
    faults = []
    shores = Lands(base)
    height = heights(base)
    for row in names.read_table(deriving / "landforms.tsv"):
        axis = axis_of(row)
        points = [axis.interpolate(t / 20, normalized=True) for t in range(21)]
        dry = sum(bool(shores.near(p, 1)) for p in points)
        if row["kind"] not in OFF_LAND and dry < 16:
            faults.append(f"{row['name']}: {21 - dry} of 21 points at sea")
        if row["kind"] == "range" and sorted(height(p.x, p.y) for p in points)[10] < LEAST_RANGE_M:
            faults.append(f"{row['name']}: a range as flat as {sorted(height(p.x, p.y) for p in points)[10]:.0f} m")
        if row["kind"] == "islands" and not any(shores.near(Point((p.x + 180) % 360 - 180, p.y), float(row["breadth_km"])) for p in points):
            faults.append(f"{row['name']}: no island near")
    return faults
