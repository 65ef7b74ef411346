"""Countries, land, coasts, borders and first-order divisions at each scale, from one topology a scale."""

import collections
import json
import math

from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.ops import linemerge, unary_union
from shapely.prepared import prep

from .topology import Topology, dissolve

FOCUS = (8.0, 34.0, 90.0, 57.0)  # degrees: kept finer than the rest of the world
FINE_DEG, COARSE_DEG = 0.0015, 0.006
CELL_DEG, OVERLAP_DEG = 10.0, 0.002
ATLAS_CODES = {"ALA": "ALD", "ESH": "SAH", "PSE": "PSX", "SSD": "SDS", "XKX": "KOS"}
LEASED = {"KAB": "KAZ", "USG": "CUB"}  # leases on another state's ground, not countries
ONE_STATE = [{"CHN", "HKG"}, {"CHN", "MAC"}]
HOLE_DEG2 = 0.5  # the Caspian is the one true hole in the land


class Scale:
    """One scale's topology with the country (and division) of each polygon."""

    def __init__(self, name, topology, countries, divisions=None):
        self.name = name
        self.topology = topology
        self.countries = countries  # per polygon: adm0_a3
        self.divisions = divisions  # per polygon: index of the admin-1 feature, or None

    def country_polygons(self):
        groups = collections.defaultdict(list)
        for number, code in enumerate(self.countries):
            shape = self.topology.polygon(number)
            if shape is not None:
                groups[code].append(shape)
        return {code: dissolve(shapes) for code, shapes in sorted(groups.items())}


def load_atlas(path, name):
    data = json.loads(path.read_text(encoding="utf-8"))
    topology, features = Topology.from_topojson(data, "countries")
    countries = [None] * len(topology.polygons)
    for properties, numbers in features:
        code = ATLAS_CODES.get(properties["a3"], properties["a3"])
        for number in numbers:
            countries[number] = LEASED.get(code, code)
    topology.arcs = [[(_edge(x), y) for x, y in arc] for arc in topology.arcs]
    return Scale(name, topology, countries)


def _edge(lon):
    return math.copysign(180.0, lon) if abs(lon) > 179.999 else lon


def load_admin1(path):
    """Returns (scale, [properties of each admin-1 feature])."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    polygons, countries, divisions, properties = [], [], [], []
    for index, feature in enumerate(features):
        own = feature["properties"]
        if own["iso_3166_2"] in ("UA-43", "UA-40"):
            own["adm0_a3"] = "UKR"
        own["adm0_a3"] = LEASED.get(own["adm0_a3"], own["adm0_a3"])
        geometry = feature["geometry"]
        parts = geometry["coordinates"]
        for rings in [parts] if geometry["type"] == "Polygon" else parts:
            polygons.append(rings)
            countries.append(own["adm0_a3"])
            divisions.append(index)
        properties.append(own)
    topology = Topology.from_polygons(polygons)
    topology.simplify(lambda arc: FINE_DEG if _in_focus(arc) else COARSE_DEG)
    return Scale("10m", topology, countries, divisions), properties


def _in_focus(arc):
    west, south, east, north = FOCUS
    return any(west <= x <= east and south <= y <= north for x, y in (arc[0], arc[len(arc) // 2], arc[-1]))


def land_parts(country_polygons):
    merged = dissolve([p for parts in country_polygons.values() for p in parts])
    return [Polygon(p.exterior, [h for h in p.interiors if Polygon(h).area > HOLE_DEG2]) for p in merged]


def inland_sea(land):
    """The Caspian: the hole it leaves in the land."""
    holes = [Polygon(h) for part in land for h in part.interiors]
    return [Polygon(h.exterior) for h in holes if h.contains(_CASPIAN)]


_CASPIAN = box(50.4, 41.4, 50.6, 41.6)


def coast_lines(land):
    pieces = []
    for part in land:
        for ring in [part.exterior, *part.interiors]:
            pieces.extend(_without_frame(list(ring.coords)))
    return pieces


def _without_frame(points):
    """Drops the edges along ±180° and at the pole, where the projection was cut."""
    runs, run = [], [points[0]]
    for a, b in zip(points, points[1:]):
        on_frame = (abs(a[0]) > 179.99 and abs(b[0]) > 179.99) or (a[1] < -89.9 and b[1] < -89.9)
        if on_frame:
            if len(run) > 1:
                runs.append(run)
            run = [b]
        else:
            run.append(b)
    if len(run) > 1:
        runs.append(run)
    if len(runs) > 1 and runs[0][0] == runs[-1][-1]:
        runs[0] = runs.pop() + runs[0][1:]
    return [LineString(r) for r in runs]


def shared_arcs(scale):
    """Yields (arc points, polygon, polygon) where two different areas meet."""
    for number, owners in enumerate(scale.topology.owners):
        if len(set(owners)) == 2:
            yield scale.topology.arcs[number], *sorted(set(owners))


def border_pieces(scale):
    """Maps (left, right) country codes to the arcs between them."""
    pairs = collections.defaultdict(list)
    for points, one, other in shared_arcs(scale):
        a, b = sorted((scale.countries[one], scale.countries[other]))
        if a != b and {a, b} not in ONE_STATE:
            pairs[a, b].append(points)
    return pairs


def division_lines(scale, today):
    """`today`: for each division what it is part of now; no line runs within that."""
    pairs = collections.defaultdict(list)
    for points, one, other in shared_arcs(scale):
        a, b = scale.countries[one], scale.countries[other]
        if today[scale.divisions[one]] != today[scale.divisions[other]] and (a == b or {a, b} in ONE_STATE):
            pairs[a].append(points)
    return pairs


def merged(pieces):
    joined = linemerge([LineString(p) for p in pieces if len(p) > 1])
    return list(getattr(joined, "geoms", [joined]))


def cells(parts):
    """Cuts land into 10° cells that overlap a hair, so that each triangulates fast and no seam shows."""
    for part in parts:
        west, south, east, north = part.bounds
        if east - west <= CELL_DEG and north - south <= CELL_DEG:
            yield part
            continue
        prepared = prep(part)
        for column in range(math.floor(west / CELL_DEG), math.ceil(east / CELL_DEG)):
            for row in range(math.floor(south / CELL_DEG), math.ceil(north / CELL_DEG)):
                window = box(max(column * CELL_DEG - OVERLAP_DEG, -180), max(row * CELL_DEG - OVERLAP_DEG, -90),
                             min((column + 1) * CELL_DEG + OVERLAP_DEG, 180), (row + 1) * CELL_DEG + OVERLAP_DEG)
                if prepared.contains(window):
                    yield window
                elif prepared.intersects(window):
                    yield from polygons_of(part.intersection(window))


def polygons_of(geometry):
    if geometry.geom_type == "Polygon":
        return [geometry] if geometry.area > 0 else []
    return [p for g in getattr(geometry, "geoms", []) for p in polygons_of(g)]


def area_km2(polygons):
    """On the sphere of equal area, radius 6371.007 km."""
    total = 0.0
    for polygon in polygons:
        total += _ring_area(polygon.exterior.coords) - sum(_ring_area(h.coords) for h in polygon.interiors)
    return total


def _ring_area(points):
    total = 0.0
    for (lon1, lat1), (lon2, lat2) in zip(points, list(points)[1:]):
        total += math.radians(lon2 - lon1) * (math.sin(math.radians(lat1)) + math.sin(math.radians(lat2)))
    return abs(total) / 2 * 6371.007 ** 2


def label_point(polygons):
    """The middle of the widest horizontal run through the main part, near its middle height."""
    main = max(polygons, key=lambda p: p.area * math.cos(math.radians(p.centroid.y)))
    main = main.simplify(0.02).buffer(0) if main.area > 1 else main
    main = max(polygons_of(main), key=lambda p: p.area, default=main)
    west, south, east, north = main.bounds
    best, point = -1.0, main.representative_point()
    for step in range(1, 40):
        lat = south + (north - south) * step / 40
        cut = main.intersection(LineString([(west - 1, lat), (east + 1, lat)]))
        for run in getattr(cut, "geoms", [cut]):
            if run.geom_type != "LineString" or run.is_empty:
                continue
            middle = run.interpolate(0.5, normalized=True)
            width = run.length * math.cos(math.radians(lat))
            room = min(width / 2, main.exterior.distance(middle) * 2.5)
            if room > best:
                best, point = room, middle
    return point


def sound(parts):
    """Parts that touch along an edge are joined, as a valid multipolygon demands."""
    return parts if as_multi(parts).is_valid else polygons_of(unary_union(parts))


def as_multi(polygons):
    return MultiPolygon(polygons) if len(polygons) != 1 else polygons[0]


