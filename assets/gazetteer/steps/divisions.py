"""First-order divisions (states, provinces, districts) as places of a text."""

import math

from deriving.land import area_km2, polygons_of
from deriving.writing import read_layer

from .towns import ascii_name, keeps, tidy

FIELDS = ["id", "name", "alternates", "iso_3166_2", "adm0_a3", "type", "lat", "lon", "radius_km", "population"]


SIDES = {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central"}


def says_only_where(name):
    """"Northern District" may be any state's, an army's, a railway's: a reader of texts goes by another of its names."""
    side, _, kind = name.partition(" ")
    return kind == "District" and side in SIDES


def build(layer, towns):
    """The population is that of the division's towns where at least one carries its name, else unknown."""
    rows, seen = [], {}
    for geometry, values in read_layer(layer):
        parts = polygons_of(geometry)
        others = [n for n in dict.fromkeys(tidy(n) for n in (values["names"] or "").split(";")) if keeps(n) and not says_only_where(n)]
        name = tidy(values["name"])
        if says_only_where(name):
            name = next(iter(others), name)
        if not name:
            continue
        key = f"adm1:{values['adm0_a3']}-{values['iso_3166_2'] or ascii_name(name)}"
        seen[key] = seen.get(key, 0) + 1
        alternates = [n for n in others if n != name]
        rows.append({
            "id": key if seen[key] == 1 else f"{key}.{seen[key]}", "name": name, "alternates": ";".join(alternates),
            "iso_3166_2": values["iso_3166_2"], "adm0_a3": values["adm0_a3"], "type": values["type"],
            "lat": middle(geometry, values)[0], "lon": middle(geometry, values)[1],
            "radius_km": round(math.sqrt(area_km2(parts) / math.pi), 1), "population": population(name, values, towns)})
    return sorted(rows, key=lambda r: r["id"])


def middle(geometry, values):
    """The centroid, where it lies inside: a disc of the division's size is drawn round it. Else where its label goes."""
    point = geometry.centroid
    if geometry.contains(point):
        return round(point.y, 4), round(point.x, 4)
    return values["label_lat"], values["label_lon"]


_sums = {}


def population(name, values, towns):
    if not _sums:
        for town in towns:
            key = town["country"], town["admin1_name"]
            _sums[key] = _sums.get(key, 0) + town["population"]
    return _sums.get((values["iso_3166_2"][:2], name), "")
