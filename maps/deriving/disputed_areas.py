"""What a disputed area covers (`disputed_areas.tsv`), from layers that are derived already. The program draws none of it: it
tells who claims what when the pointer rests there. Also puts what `disputed.tsv` says onto the lines of `disputed.fgb`.

rule                 selects
country:A            a country of countries_10m
division:codes       divisions of admin1_10m by their ISO 3166-2 codes
cut:A:lon,lat        the piece of country A, cut along the disputed lines, around a point
box:A:w,s,e,n        the parts of country A inside a box: islands
"""

from shapely.geometry import Point, box
from shapely.ops import polygonize, unary_union

from . import land
from .sources import SourceError
from .writing import read_layer, write_layer

FIELDS = {"name": str, "side_a": str, "side_b": str, "begin": str, "end": str, "claims": str, "note": str, "source": str}
LINE_KEY = ("name", "side_a", "side_b", "kind", "begin")
NEAR_DEG = 0.35   # how far from the border a disputed line may end that was meant to meet it


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
    """A line with its ends drawn to the border they almost reach."""
    points = list(line.coords)
    for at, index in ((points[0], 0), (points[-1], len(points))):
        end = Point(at)
        distance = end.distance(border)
        if 0 < distance < NEAR_DEG:
            nearest = border.interpolate(border.project(end))
            over = [(nearest.x + (nearest.x - end.x) * 0.05, nearest.y + (nearest.y - end.y) * 0.05)]
            points[index:index] = over
    return type(line)(points)


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
    code, _, numbers = rest.partition(":")
    numbers = [float(n) for n in numbers.split(",")]
    if kind == "cut":
        whole = countries[code]
        found = [p for p in pieces_of(whole, lines) if p.contains(Point(*numbers))]
        if not found or found[0].area > 0.8 * whole.area:
            return None
        return found[0]
    return unary_union([part for part in countries[code].geoms if box(*numbers).contains(part)])


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
        values["claims"] = claims[row["line"]]
        features.append((land.as_multi(land.polygons_of(sound)), values))
    write_layer(base / "disputed_areas.fgb", "polygon", FIELDS, features)
