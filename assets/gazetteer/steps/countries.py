"""Our own table of countries, with the position, extent and size that the base map gives them."""

import csv
import math
import sys

from deriving.writing import read_layer

from .towns import bare, fold

FIELDS = ["iso2", "iso3", "adm0_a3", "name", "official", "alternates", "demonyms", "capital", "capital_geonameid",
          "lat", "lon", "west", "south", "east", "north", "radius_km", "population", "continent", "status"]
ABSENT = {"TKL": (-9.2, -171.8, 12.0)}  # Tokelau is drawn as a part of New Zealand: lat, lon, area in km²


def build(table, base, towns):
    shapes = {v["adm0_a3"]: (g, v) for g, v in read_layer(base / "countries_10m.fgb")}
    by_country = {}
    for town in towns:
        by_country.setdefault(town["country"], []).append(town)
    with open(table, encoding="utf-8", newline="") as file:
        facts = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with open(table.parent / "country_points.tsv", encoding="utf-8", newline="") as file:
        points = {r["iso2"]: (float(r["lat"]), float(r["lon"])) for r in csv.DictReader(file, delimiter="\t")}
    rows = []
    for fact in facts:
        shape = shapes.get(fact["adm0_a3"])
        if shape:
            geometry, values = shape
            lat, lon, area = values["label_lat"], values["label_lon"], values["area_km2"]
            west, south, east, north = extent(geometry)
        elif fact["adm0_a3"] in ABSENT:
            lat, lon, area = ABSENT[fact["adm0_a3"]]
            west, south, east, north = lon - 1, lat - 1, lon + 1, lat + 1
        else:
            continue  # leased ground: in the overlay, not a country
        # Where gazetteers agree to put a country: The World Factbook's coordinates (US government, public domain), or its
        # geographic centre where that names a corner of it. A label's place, chosen for its room, is not its middle.
        lat, lon = points.get(fact["iso2"], (lat, lon))
        capital = find_capital(fact, by_country)
        rows.append({
            "iso2": fact["iso2"], "iso3": fact["iso3"], "adm0_a3": fact["adm0_a3"], "name": fact["name"],
            "official": fact["official"], "alternates": fact["alternates"], "demonyms": fact["demonyms"],
            "capital": fact["capital"], "capital_geonameid": capital["geonameid"] if capital else "",
            "lat": round(lat, 4), "lon": round(lon, 4), "west": round(west, 3), "south": round(south, 3),
            "east": round(east, 3), "north": round(north, 3), "radius_km": round(math.sqrt(area / math.pi), 1),
            "population": int(fact["population_thousands"]) * 1000, "continent": fact["continent"],
            "status": fact["status"]})
    return sorted(rows, key=lambda r: r["adm0_a3"])


def extent(geometry):
    """West to east the short way: east exceeds 180 where a country spans the antimeridian."""
    parts = sorted((g.bounds for g in getattr(geometry, "geoms", [geometry])), key=lambda b: b[0])
    south, north = min(b[1] for b in parts), max(b[3] for b in parts)
    gap, west, reach = -1.0, parts[0][0], parts[0][2]
    for bounds in parts[1:]:
        if bounds[0] - reach > gap:
            gap, west = bounds[0] - reach, bounds[0]
        reach = max(reach, bounds[2])
    around = parts[0][0] + 360 - reach
    if around >= gap:
        return parts[0][0], south, reach, north
    east = max(b[2] for b in parts if b[0] < west)
    return west, south, east + 360, north


def find_capital(fact, by_country):
    wanted = {fold(fact["capital"]), bare(fact["capital"])}
    pools = [by_country.get(fact["iso2"], [])] if fact["iso2"] else [by_country.get("CY", []), by_country.get("SO", [])]
    if not fact["capital"]:
        return None
    found = [t for pool in pools for t in pool if fold(t["name"]) in wanted or bare(t["asciiname"]) in wanted
             or any(fold(a) in wanted for a in t["alternates"].split(";"))]
    seats = [t for t in found if t["feature_code"] == "PPLC"]
    best = max(seats or found, key=lambda t: t["population"], default=None)
    if best is None:
        print(f"countries: no town for {fact['capital']} ({fact['name']})", file=sys.stderr)
    return best
