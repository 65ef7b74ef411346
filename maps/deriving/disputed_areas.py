"""What a disputed area covers (`disputed_areas.tsv`), from layers that are derived already. The program draws none of it: it
tells who claims what when the pointer rests there. Also puts what `disputed.tsv` says onto the lines of `disputed.fgb`.

rule                 selects
country:A            a country of countries_10m
division:codes       divisions of admin1_10m by their ISO 3166-2 codes
cut:A:lon,lat        the piece of country A, cut along the disputed lines, around a point
box:A:w,s,e,n        the parts of country A inside a box: islands
isles:A:w,s,e,n      the same with twelve sea miles around them: islets too small to point at
within:A:lon,lat,…   what of country A lies inside corners of our own, where no line of the sources bounds it
round:lon,lat,km     a circle of the sea, for islets that the sources lack
"""

import math

from shapely.affinity import scale
from shapely.geometry import Point, Polygon, box
from shapely.ops import polygonize, unary_union

from . import land
from .sources import SourceError
from .writing import read_layer, write_layer

FIELDS = {"name": str, "side_a": str, "side_b": str, "begin": str, "end": str, "claims": str, "note": str, "source": str}
LINE_KEY = ("name", "side_a", "side_b", "kind", "begin")
NEAR_DEG = 0.35   # how far from the border a disputed line may end that was meant to meet it
OVER_DEG = 1e-5   # by how much an end that lies on the border is drawn over it, for rounding puts it beside
KM_PER_DEG = 111.2
TWELVE_MILES_KM = 22.2


def restate_lines(base, rows, fields):
    """The facts of the table on lines that keep their shape: claims and notes change more often than geometry."""
    facts = {tuple(row[k] for k in LINE_KEY): row for row in rows}
    features = []
    for geometry, values in read_layer(base / "disputed.fgb"):
        row = facts.get(tuple(values[k] or "" for k in LINE_KEY))
        if row is None:
            raise SourceError(f"deriving/disputed.tsv has no row for the line '{values['name']}'")
        features.append((geometry, {k: row[k] for k in fields}))
    write_layer(base / "disputed.fgb", "line", fields, features)


def extended(line, border):
    """A line with its ends drawn over the border that they reach, or almost reach."""
    points = list(line.coords)
    for at, before, index in ((points[0], points[1], 0), (points[-1], points[-2], len(points))):
        end = Point(at)
        distance = end.distance(border)
        if distance >= NEAR_DEG:
            continue
        nearest = border.interpolate(border.project(end))
        dx, dy = (nearest.x - end.x, nearest.y - end.y) if distance > OVER_DEG else (at[0] - before[0], at[1] - before[1])
        over = max(0.05 * distance, OVER_DEG) / math.hypot(dx, dy)
        points[index:index] = [(nearest.x + dx * over, nearest.y + dy * over)]
    return type(line)(points)


def circle(lon, lat, km):
    return scale(Point(lon, lat).buffer(km / KM_PER_DEG), 1 / math.cos(math.radians(lat)), 1)


def with_sea(islet):
    return circle(islet.centroid.x, islet.centroid.y, TWELVE_MILES_KM)


def inside(country, window):
    return [part for part in getattr(country, "geoms", [country]) if window.contains(part)]


def pieces_of(country, lines):
    border = country.boundary
    near = [part for line in lines for part in getattr(line, "geoms", [line]) if part.distance(country) < NEAR_DEG]
    net = unary_union([border] + [extended(line, border) for line in near if not line.is_ring] + [l for l in near if l.is_ring])
    return [piece for piece in polygonize(net) if country.buffer(1e-6).contains(piece.representative_point())]


def area_of(rule, countries, divisions, lines):
    kind, _, rest = rule.partition(":")
    if kind == "country":
        return countries[rest]
    if kind == "division":
        return unary_union([divisions[code] for code in rest.split(",")])
    if kind == "round":
        return circle(*(float(n) for n in rest.split(",")))
    code, _, numbers = rest.partition(":")
    numbers = [float(n) for n in numbers.split(",")]
    if kind == "cut":
        whole = countries[code]
        found = [p for p in pieces_of(whole, lines) if p.contains(Point(*numbers))]
        if not found or found[0].area > 0.8 * whole.area:
            return None
        return found[0]
    if kind == "within":
        return countries[code].intersection(Polygon(list(zip(numbers[::2], numbers[1::2]))))
    parts = inside(countries[code], box(*numbers))
    return unary_union([with_sea(part) for part in parts] if kind == "isles" else parts)


def write_areas(base, rows, lines_table):
    claims = {row["name"]: row["claims"] for row in lines_table}
    countries = {v["adm0_a3"]: g for g, v in read_layer(base / "countries_10m.fgb")}
    divisions = {v["iso_3166_2"]: g for g, v in read_layer(base / "admin1_10m.fgb") if v["iso_3166_2"]}
    lines = {}
    for geometry, values in read_layer(base / "disputed.fgb"):
        lines.setdefault(values["name"], []).append(geometry)
    features = []
    for number, row in enumerate(rows):
        area = area_of(row["rule"], countries, divisions, lines.get(row["line"], []))
        if area is None or area.is_empty:
            raise SourceError(f"deriving/disputed_areas.tsv, row {number + 2}: '{row['rule']}' selects nothing")
        sound = area if area.is_valid else area.buffer(0)
        values = {k: row.get(k, "") for k in FIELDS}
        values["claims"] = row["claims"] or claims[row["line"]]
        features.append((land.as_multi(land.polygons_of(sound)), values))
    write_layer(base / "disputed_areas.fgb", "polygon", FIELDS, features)
