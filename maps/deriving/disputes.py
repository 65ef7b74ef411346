"""Which lines are disputed is data (`disputed.tsv`); this only applies its rules.

rule            selects
pair:A,B[:bbox]             the border between two countries (inside west,south,east,north)
inner:A:codes               the edge of some divisions inside country A
world_map:name:A[:bbox]     lines of QGIS's world map by their name and country
"""

from shapely.geometry import box

from . import land
from .writing import read_layer


def _window(text, margin=0.0):
    west, south, east, north = (float(v) for v in text.split(","))
    return west - margin, south - margin, east + margin, north + margin


def _split(points, window):
    """Cuts a line into runs (inside?, points) by where its segments' middles lie."""
    west, south, east, north = window
    runs = []
    for a, b in zip(points, points[1:]):
        x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        inside = west <= x <= east and south <= y <= north
        if runs and runs[-1][0] == inside:
            runs[-1][1].append(b)
        else:
            runs.append((inside, [a, b]))
    return runs


def split_borders(pairs, rows, margin=0.0):
    """Returns ({pair: agreed arcs}, {row number: disputed arcs}); no arc is in both."""
    agreed = {pair: list(arcs) for pair, arcs in pairs.items()}
    disputed = {}
    for number, row in enumerate(rows):
        kind, _, rest = row["rule"].partition(":")
        if kind != "pair":
            continue
        codes, _, bounds = rest.partition(":")
        pair = tuple(sorted(codes.split(",")))
        arcs = agreed.get(pair, [])
        if not bounds:
            disputed[number] = arcs
            agreed[pair] = []
            continue
        kept, taken = [], []
        for arc in arcs:
            for inside, run in _split(arc, _window(bounds, margin)):
                (taken if inside else kept).append(run)
        agreed[pair] = kept
        disputed[number] = taken
    return agreed, disputed


def inner_arcs(scale, properties, rule):
    _, country, codes = rule.split(":")
    codes = set(codes.split(","))

    def chosen(polygon):
        return properties[scale.divisions[polygon]]["iso_3166_2"] in codes

    return [points for points, one, other in land.shared_arcs(scale)
            if scale.countries[one] == scale.countries[other] == country and chosen(one) != chosen(other)]


def world_map_arcs(path, rule):
    _, name, country, *bounds = rule.split(":")
    window = box(*_window(bounds[0])) if bounds else None
    arcs = []
    for geometry, values in read_layer(path, "disputed_borders"):
        if values["name"] == name and values["adm0_a3_l"] == country and (window is None or window.contains(geometry)):
            arcs.extend(list(g.coords) for g in getattr(geometry, "geoms", [geometry]))
    return arcs
