"""Rivers, each cut into reaches: a bulletin that names a river of a thousand kilometres means the part that is near.

A river has a row for the whole, one a reach ("ID.1" …), and a nameless one for its mouth ("ID.mouth"), the point that gazetteers
put it at by convention. A river written by hand in source/overlay keeps its row and gains reaches and a mouth.
"""

import math

from deriving.writing import read_layer
from shapely.geometry import LineString, MultiLineString, Point
from shapely.ops import linemerge, unary_union
from shapely.prepared import prep

FIELDS = ["id", "name", "alternates", "kind", "lat", "lon", "radius_km", "country", "admin1", "population"]
REACH_KM = 300.0
APART_DEG = 1.5          # parts of one name nearer than this are one river
JOINS_DEG = 0.4
AT_SEA_DEG = 0.3
KNOWN_KM = 60.0          # shorter ones would only be taken for greater ones of their name
MOUTHS = {"dl:mississippi-river": (-89.25, 29.15), "dl:mekong": (106.6, 9.8)}  # where the base map's line ends too soon
KEEPS_NAME = ("Bayou", "Canal", "Creek", "Fork", "Branch", "River", "Rio", "Río", "Wadi")


def build(layer, countries, coasts, own):
    """`own`: the rows written by hand."""
    known = {n.casefold(): row["id"] for row in own if row["kind"] == "river" for n in [row["name"], *row["alternates"].split(";")]}
    lines = {}
    for geometry, values in read_layer(layer):
        name = (values["name"] or "").partition("(")[0].strip()
        if name and geometry is not None:
            lines.setdefault(name, []).extend(getattr(geometry, "geoms", [geometry]))
    states = [(prep(geometry), values["iso_a2"] or "") for geometry, values in read_layer(countries)]
    coast = unary_union([geometry for geometry, _ in read_layer(coasts)])
    rows = []
    for name, parts in sorted(lines.items()):
        spoken = name if name.split()[0] in KEEPS_NAME or name.split()[-1] in KEEPS_NAME else f"{name} River"
        hand = known.get(spoken.casefold()) or known.get(name.casefold())
        for number, river in enumerate(sorted(rivers_of(parts), key=length_km, reverse=True)):
            if length_km(river) < KNOWN_KM:
                continue
            key = hand if hand and number == 0 else f"dl:river-{slug(name)}-{number + 1}"
            rows += rows_of(key, key != hand, [spoken, f"River {name}"] if spoken != name else [name], river, states, coast)
    return rows


def rows_of(key, with_whole, names, river, states, coast):
    lines = list(getattr(river, "geoms", [river]))
    pieces = sorted((p for line in lines for p in cut(line)), key=length_km, reverse=True)
    pieces = [p for p in pieces if length_km(p) >= KNOWN_KM] or pieces[:1]
    whole = length_km(river)
    if with_whole:
        yield row(key, names, max(lines, key=length_km), whole, whole, states)
    if len(pieces) > 1:
        for number, piece in enumerate(pieces):
            yield row(f"{key}.{number + 1}", names, piece, length_km(piece), whole, states)
    lon, lat = MOUTHS.get(key) or mouth(lines, coast)
    yield {"id": f"{key}.mouth", "name": "", "kind": "river", "lat": round(lat, 3), "lon": round(lon, 3)}


def row(key, names, line, length, whole, states):
    point = line.interpolate(0.5, normalized=True)
    return {"id": key, "name": names[0], "alternates": ";".join(names[1:]), "kind": "river", "lat": round(point.y, 3),
            "lon": round(point.x, 3), "radius_km": round(max(length / 2, 10)), "country": country_at(point, states), "admin1": "",
            "population": round(whole * 10)}


def mouth(lines, coast):
    """A free end at the sea, else one to which the line runs: most lines run downstream, a few do not."""
    def free(line, end):
        x, y = line.coords[end]
        return not any(math.hypot(other.coords[e][0] - x, other.coords[e][1] - y) < JOINS_DEG
                       for other in lines if other is not line for e in (0, -1))
    ends = [(coast.distance(Point(line.coords[end])), line.coords[end], end) for line in lines for end in (0, -1) if free(line, end)]
    nearest = min(ends, default=None)
    if nearest and nearest[0] < AT_SEA_DEG:
        return nearest[1]
    lower = [e for e in ends if e[2] == -1]
    return min(lower)[1] if lower else max(lines, key=length_km).coords[-1]


def rivers_of(parts):
    """Groups the parts of one name by nearness."""
    groups = []
    for part in parts:
        near = [g for g in groups if any(part.distance(other) < APART_DEG for other in g)]
        groups = [g for g in groups if g not in near]
        groups.append([part, *(p for g in near for p in g)])
    for group in groups:
        yield linemerge(MultiLineString(group)) if len(group) > 1 else group[0]


def cut(line):
    count = max(1, round(length_km(line) / REACH_KM))
    if count == 1:
        return [line]
    along = [line.interpolate(i / (count * 8), normalized=True) for i in range(count * 8 + 1)]
    return [LineString(along[8 * i: 8 * i + 9]) for i in range(count)]


def length_km(shape):
    total = 0.0
    for line in getattr(shape, "geoms", [shape]):
        for (lon1, lat1), (lon2, lat2) in zip(line.coords, line.coords[1:]):
            dx = (lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
            total += 111.2 * math.hypot(dx, lat2 - lat1)
    return total


def country_at(point, states):
    return next((code for shape, code in states if len(code) == 2 and shape.contains(point)), "")


def slug(name):
    return "".join(c if c.isalnum() else "-" for c in name.lower()).strip("-")
