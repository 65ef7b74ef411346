"""Towns for map labels."""

from shapely.geometry import Point

from . import names
from .writing import read_layer, write_layer

FIELDS = {"name": str, "rank": int, "capital": int, "population": int, "iso_a2": str, "min_zoom": float, "geonameid": int}


def write_places(sources, base):
    rows = []
    source = sources.magics / "10m" / "ne_10m_populated_places_simple.shp"
    for geometry, values in read_layer(source, encoding="ISO-8859-1"):
        kind = values["featurecla"] or ""
        capital = 1 if kind.startswith("Admin-0 capital") else 2 if kind.startswith("Admin-1") else 0
        rank = int(values["scalerank"])
        rows.append((geometry, {"name": names.plain(values["name"]), "rank": min(rank, 10), "capital": capital,
                                "population": int(values["pop_max"] or 0), "iso_a2": values["iso_a2"] or "",
                                "min_zoom": float(rank), "geonameid": int(max(values["geonameid"] or 0, 0))}))
    write_layer(base / "places.fgb", "point", FIELDS, rows)
    _ = Point
