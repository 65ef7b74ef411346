"""The counties of the United States: news and histories there place by county what has no town."""

import bisect
import json
import math

from deriving.land import area_km2, polygons_of
from deriving.topology import Topology
from shapely.geometry import Point
from shapely.ops import unary_union
from shapely.prepared import prep

FIELDS = ["id", "name", "alternates", "kind", "lat", "lon", "radius_km", "country", "admin1", "population"]

# Two digits of a county's FIPS code; the rest are territories, whose towns do.
STATES = {
    "01": "Alabama", "02": "Alaska", "04": "Arizona", "05": "Arkansas", "06": "California", "08": "Colorado", "09": "Connecticut",
    "10": "Delaware", "12": "Florida", "13": "Georgia", "15": "Hawaii", "16": "Idaho", "17": "Illinois", "18": "Indiana",
    "19": "Iowa", "20": "Kansas", "21": "Kentucky", "22": "Louisiana", "23": "Maine", "24": "Maryland", "25": "Massachusetts",
    "26": "Michigan", "27": "Minnesota", "28": "Mississippi", "29": "Missouri", "30": "Montana", "31": "Nebraska", "32": "Nevada",
    "33": "New Hampshire", "34": "New Jersey", "35": "New Mexico", "36": "New York", "37": "North Carolina", "38": "North Dakota",
    "39": "Ohio", "40": "Oklahoma", "41": "Oregon", "42": "Pennsylvania", "44": "Rhode Island", "45": "South Carolina",
    "46": "South Dakota", "47": "Tennessee", "48": "Texas", "49": "Utah", "50": "Vermont", "51": "Virginia", "53": "Washington",
    "54": "West Virginia", "55": "Wisconsin", "56": "Wyoming"}
KINDS = {"22": "Parish", "02": "Borough"}
FIRST_CITY = 510  # codes from here on are cities that belong to no county


def build(atlas, towns):
    """The population is that of the towns that lie inside."""
    data = json.loads(atlas.read_text(encoding="utf-8"))
    geometries = data["objects"]["counties"]["geometries"]
    for geometry in geometries:
        geometry["properties"]["id"] = geometry["id"]
    topology, features = Topology.from_topojson(data, "counties")
    inside = sorted((t["lat"], t["lon"], t["population"]) for t in towns if t["country"] == "US")
    rows = []
    for properties, numbers in features:
        code = properties["id"]
        if code[:2] not in STATES or int(code[2:]) >= FIRST_CITY or code == "11001":
            continue
        shape = unary_union([p for p in map(topology.polygon, numbers) if p is not None])
        point = shape.centroid if shape.contains(shape.centroid) else shape.representative_point()
        kind = KINDS.get(code[:2], "County")
        rows.append({
            "id": f"fips:{code}", "name": f"{properties['name']} {kind}", "alternates": others(properties["name"], kind),
            "kind": "district", "lat": round(point.y, 3), "lon": round(point.x, 3),
            "radius_km": round(math.sqrt(area_km2(polygons_of(shape)) / math.pi), 1), "country": "US",
            "admin1": STATES[code[:2]], "population": people(shape, inside)})
    return sorted(rows, key=lambda row: row["id"])


def others(name, kind):
    """"Saint" is abbreviated as often as not; so is the county itself in tables."""
    found = [f"{name} Co."] if kind == "County" else []
    if name.startswith("St. "):
        found.append(f"Saint {name[4:]} {kind}")
    return ";".join(found)


def people(shape, towns):
    west, south, east, north = shape.bounds
    quick = prep(shape)
    first, last = bisect.bisect_left(towns, (south,)), bisect.bisect_right(towns, (north, 999))
    return sum(count for lat, lon, count in towns[first:last] if west <= lon <= east and quick.contains(Point(lon, lat)))
