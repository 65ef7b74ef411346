"""What a sea, a strait, a gulf or a bay covers (`seas*.tsv`), cut out of the layers of land and lakes that are derived already.

rule        takes
sea         what is not land inside a ring: its widest part, and what is left where a narrow in the coast is closed
parts       the same with every part that is not tiny, for waters that islands part
lake        the lake around a point, or what of it lies inside a ring
drawn       the ring itself, where the coast is too coarse for a narrow water
along:km    a line of that width, for canals

A ring is loose over land and exact where it crosses water. Its longitudes may go beyond 180°, and the shape is cut there. `less`
names the waters whose rings are taken out of it. A water may have several rows.
"""

import collections
import math

from shapely.affinity import scale, translate
from shapely.geometry import JOIN_STYLE, LineString, Point, Polygon, box
from shapely.ops import unary_union
from shapely.validation import make_valid

from . import land, names
from .sources import SourceError
from .writing import read_layer, write_layer

FIELDS = {"id": str, "name": str}
CLASSES = {"sea", "strait", "gulf", "bay", "ocean"}
KM_PER_DEG = 111.2
WIDE_DEG = 50.0     # a ring wider than this is cut along the coast of 50m
STEPS = 700         # a shape's diagonal in steps of the tolerance
FINEST_KM = 0.15
APART = 2e-5        # degrees: what is closer only touches
PART = 0.002        # of the largest part: what is smaller is dropped
WORLD = box(-180, -90, 180, 90)


def polygon_of(corners):
    points = [tuple(float(n) for n in corner.split(",")) for corner in corners.split()]
    ring = Polygon(points)
    if not ring.is_valid:
        raise SourceError(f"deriving/seas*.tsv: the ring at {points[0]} crosses itself")
    return ring


def line_of(corners, km):
    """A line of a width, square to it on the ground."""
    points = [tuple(float(n) for n in corner.split(",")) for corner in corners.split()]
    squeeze = math.cos(math.radians(points[len(points) // 2][1]))
    flat = LineString([(x * squeeze, y) for x, y in points]).buffer(km / 2 / KM_PER_DEG, 4)
    return scale(flat, 1 / squeeze, 1, origin=(0, 0))


class Coast:
    """The land of one scale, once more to the east for rings beyond 180°."""

    def __init__(self, path):
        parts = [p for g, _ in read_layer(path) for p in land.polygons_of(g)]
        self.parts = parts + [translate(p, 360) for p in parts if p.bounds[0] < 0]

    def within(self, ring):
        window = box(*ring.bounds).buffer(0.1)
        near = [p for p in self.parts if overlap(p.bounds, window.bounds)]
        return unary_union([sound(p.intersection(window)) for p in near])


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def sound(geometry):
    whole = geometry if geometry.is_valid else make_valid(geometry)
    return unary_union(land.polygons_of(whole))


def ground_area(polygon):
    return polygon.area * math.cos(math.radians(polygon.centroid.y))


def ground_km(one, other):
    squeeze = math.cos(math.radians((one.y + other.y) / 2))
    return math.hypot((one.x - other.x) * squeeze, one.y - other.y) * KM_PER_DEG


def parts_that_matter(shape, keep_all):
    parts = sorted(land.polygons_of(shape), key=ground_area, reverse=True)
    return [p for p in parts if ground_area(p) >= PART * ground_area(parts[0])] if keep_all else parts[:1]


def simpler(shape):
    """Fewer corners, as many for a strait as for an ocean; islands smaller than a corner's reach are water."""
    west, south, east, north = shape.bounds
    squeeze = max(0.2, math.cos(math.radians((south + north) / 2)))
    flat = scale(shape, squeeze, 1, origin=(0, 0))
    diagonal = math.hypot((east - west) * squeeze, north - south)
    step = max(diagonal / STEPS, FINEST_KM / KM_PER_DEG)
    kept = [Polygon(p.exterior, [h for h in p.interiors if Polygon(h).area > (3 * step) ** 2]) for p in land.polygons_of(flat)]
    simple = sound(unary_union(kept).simplify(step, preserve_topology=True))
    return scale(simple, 1 / squeeze, 1, origin=(0, 0))


def wrapped(shape):
    """What lies beyond 180° at its place in the west."""
    beyond = translate(shape.intersection(box(180, -90, 540, 90)), -360)
    return sound(unary_union([shape.intersection(WORLD), beyond]))


def parted(shape):
    """Without spikes, and what only touches is apart, for neither bears a projection."""
    thinner = shape.buffer(-APART, join_style=JOIN_STYLE.mitre)
    return sound(thinner.buffer(APART, join_style=JOIN_STYLE.mitre).intersection(WORLD))


def cut(row, rings, coasts, lakes):
    kind, _, width = row["rule"].partition(":")
    if kind == "along":
        return line_of(row["corners"], float(width))
    if kind == "lake" and " " not in row["corners"]:
        return lakes(Point(*(float(n) for n in row["corners"].split(","))))
    ring = polygon_of(row["corners"])
    if kind == "drawn":
        return ring
    if kind == "lake":
        return sound(lakes(ring.representative_point()).intersection(ring))
    for other in filter(None, row["less"].split(",")):
        ring = ring.difference(rings[other])
    west, _, east, _ = ring.bounds
    water = sound(ring.difference(coasts["50m" if east - west > WIDE_DEG else "10m"].within(ring)))
    return unary_union(parts_that_matter(water, kind == "parts"))


def shapes(base, rows):
    """Maps each water to its shape."""
    coasts = {name: Coast(base / f"land_{name}.fgb") for name in ("50m", "10m")}
    waters = [g for g, _ in read_layer(base / "water_10m.fgb")]
    lakes = lambda point: next(g for g in waters if g.contains(point))
    rings, found = collections.defaultdict(Polygon), collections.defaultdict(list)
    for row in rows:
        if row["rule"] in ("sea", "parts"):
            rings[row["id"]] = rings[row["id"]].union(polygon_of(row["corners"]))
    for row in rows:
        found[row["id"]].append(cut(row, rings, coasts, lakes))
    return {water: parted(wrapped(simpler(unary_union(pieces)))) for water, pieces in found.items()}


def waters_of(overlay):
    return {row["id"]: row for row in names.read_table(overlay) if row["kind"] in CLASSES}


def read_rows(tables):
    return [row for table in tables for row in names.read_table(table)]


def write_seas(base, tables, overlay):
    known = waters_of(overlay)
    rows = read_rows(tables)
    unknown = {row["id"] for row in rows} - set(known)
    if unknown:
        raise SourceError(f"deriving/seas*.tsv names what is no water of the overlay: {sorted(unknown)}")
    features = [(land.as_multi(land.polygons_of(shape)), {"id": water, "name": known[water]["name"]})
                for water, shape in shapes(base, rows).items()]
    write_layer(base / "seas.fgb", "polygon", FIELDS, features)
