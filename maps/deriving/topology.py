"""Shared edges as shared edges.

Polygons that touch are cut into arcs at the points where their neighbourhood changes:

    +-----A-----+          ring of P = [A, B], ring of Q = [-B, C]
    |  P  B  Q  C          simplifying arc B once keeps P and Q without gap or overlap
    +-----+-----+          an arc with two owners is a border, with one a shore

so borders, coasts and polygons of a scale coincide exactly.
"""

import collections

from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, Polygon, box
from shapely.validation import make_valid
from shapely.ops import unary_union


class Topology:
    """`owners[i]` lists the polygon indices that use arc i."""

    def __init__(self, arcs, polygons, owners):
        self.arcs = arcs          # [[(lon, lat), ...], ...]
        self.polygons = polygons  # [[ring, ...], ...]; ring = [(arc, reversed), ...]
        self.owners = owners

    @staticmethod
    def from_polygons(polygons):
        """`polygons`: a list of lists of closed coordinate rings, sharing vertices exactly."""
        rings = [[_ids_ring(r) for r in rings] for rings in polygons]
        junctions = _junctions(r for polygon in rings for r in polygon)
        index, arcs, owners, shapes = {}, [], [], []
        for number, polygon in enumerate(rings):
            shape = []
            for ring in polygon:
                refs = []
                for piece in _pieces(ring, junctions):
                    arc, flipped = _canonical(piece)
                    at = index.get(arc)
                    if at is None:
                        at = index[arc] = len(arcs)
                        arcs.append(list(arc))
                        owners.append([])
                    owners[at].append(number)
                    refs.append((at, flipped))
                shape.append(refs)
            shapes.append(shape)
        return Topology(arcs, shapes, owners)

    @staticmethod
    def from_topojson(data, name):
        """Returns (topology, [(properties, [polygon index, ...]), ...])."""
        sx, sy = data["transform"]["scale"]
        tx, ty = data["transform"]["translate"]
        arcs = []
        for arc in data["arcs"]:
            x = y = 0
            points = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                points.append((x * sx + tx, y * sy + ty))
            arcs.append(points)
        owners = [[] for _ in arcs]
        shapes, features = [], []
        for geometry in data["objects"][name]["geometries"]:
            parts = geometry.get("arcs", [])
            parts = [parts] if geometry["type"] == "Polygon" else parts
            numbers = []
            for rings in parts:
                number = len(shapes)
                numbers.append(number)
                shapes.append([[(a, False) if a >= 0 else (~a, True) for a in ring] for ring in rings])
                for ring in rings:
                    for a in ring:
                        owners[a if a >= 0 else ~a].append(number)
            features.append((geometry["properties"], numbers))
        return Topology(arcs, shapes, owners), features

    def ring(self, refs):
        points = []
        for arc, flipped in refs:
            piece = self.arcs[arc][::-1] if flipped else self.arcs[arc]
            points.extend(piece if not points else piece[1:])
        return points

    def polygon(self, number):
        """Returns a shapely (multi)polygon within ±180°, or None when it has shrunk to nothing."""
        rings = [self.ring(r) for r in self.polygons[number]]
        rings = [r for r in rings if len(set(r)) >= 3]
        if not rings:
            return None
        if any(_crosses(r) for r in rings):
            return cut_at_antimeridian(rings)
        return Polygon(rings[0], rings[1:])

    def simplify(self, tolerance_of, rounds=5):
        """Simplifies each arc once, none crossing another; where a polygon breaks all the same,
        its arcs are tried again with a quarter of the tolerance, and at last left as they were."""
        original = [list(a) for a in self.arcs]
        tolerance = [tolerance_of(a) for a in original]
        self._simplify_group(range(len(original)), original, tolerance)
        for attempt in range(rounds):
            broken = [n for n in range(len(self.polygons)) if not self._is_sound(n)]
            if not broken:
                break
            again = {a for n in broken for ring in self.polygons[n] for a, _ in ring}
            for a in again:
                tolerance[a] = tolerance[a] / 4 if attempt < rounds - 2 else 0.0
            self._simplify_group(sorted(again), original, tolerance)

    def _simplify_group(self, numbers, original, tolerance):
        by_tolerance = collections.defaultdict(list)
        for a in numbers:
            by_tolerance[tolerance[a]].append(a)
        for size, group in by_tolerance.items():
            if size == 0.0:
                simplified = [LineString(original[a]) for a in group]
            else:
                lines = MultiLineString([original[a] for a in group])
                simplified = lines.simplify(size, preserve_topology=True).geoms
            for a, line in zip(group, simplified):
                self.arcs[a] = list(line.coords)

    def _is_sound(self, number):
        shape = self.polygon(number)
        return shape is not None and shape.is_valid and shape.area > 0


def _ids_ring(ring):
    points = [tuple(p[:2]) for p in ring]
    kept = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
    return kept[:-1] if kept[0] == kept[-1] else kept


def _junctions(rings):
    around, junctions = {}, set()
    for ring in rings:
        count = len(ring)
        for i, point in enumerate(ring):
            pair = frozenset((ring[i - 1], ring[(i + 1) % count]))
            seen = around.setdefault(point, pair)
            if seen != pair:
                junctions.add(point)
    return junctions


def _pieces(ring, junctions):
    cuts = [i for i, p in enumerate(ring) if p in junctions]
    if not cuts:
        start = ring.index(min(ring))
        turned = ring[start:] + ring[:start]
        return [turned + turned[:1]]
    doubled = ring + ring
    ends = cuts[1:] + [cuts[0] + len(ring)]
    return [doubled[a:b + 1] for a, b in zip(cuts, ends)]


def _canonical(piece):
    forward = tuple(piece)
    backward = forward[::-1]
    return (forward, False) if forward <= backward else (backward, True)


def _crosses(ring):
    return any(abs(b[0] - a[0]) > 180 for a, b in zip(ring, ring[1:]))


def _unwrapped(ring):
    """The ring without jumps of 360°; one that goes round the south pole is closed along it."""
    points, turn = [ring[0]], 0.0
    for a, b in zip(ring, ring[1:]):
        turn += 360.0 if b[0] - a[0] < -180 else -360.0 if b[0] - a[0] > 180 else 0.0
        points.append((b[0] + turn, b[1]))
    if turn != 0.0:
        points += [(points[-1][0], -90.0), (points[0][0], -90.0), points[0]]
    return points


def cut_at_antimeridian(rings):
    whole = [Polygon(_unwrapped(r)) for r in rings]
    shape = whole[0] if whole[0].is_valid else make_valid(whole[0])
    for hole in whole[1:]:
        shape = shape.difference(hole)
    parts = []
    for turn in (-360.0, 0.0, 360.0):
        parts.append(translate(shape, turn).intersection(box(-180, -90, 180, 90)))
    return unary_union(parts)


def dissolve(polygons):
    """Union without the hair-thin holes that unmatched source vertices leave."""
    merged = unary_union([p if p.is_valid else make_valid(p) for p in polygons])
    parts = [g for g in getattr(merged, "geoms", [merged]) if g.geom_type == "Polygon"]
    clean = []
    for part in parts:
        holes = [h for h in part.interiors if Polygon(h).area > 2e-5]
        clean.append(Polygon(part.exterior, holes))
    return clean
