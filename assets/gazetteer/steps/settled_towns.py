"""Towns of lands whose local papers are in English that the older extract lacks and the newer one has: without population and other names."""

import collections
import json
import math
import re
import unicodedata

FIELDS = ["id", "name", "alternates", "kind", "precision", "lat", "lon", "radius_km", "country", "admin1", "population"]
# In the United States the newer extract adds quarters of cities alone.
LANDS = set("AU CA GB IE NZ ZA".split())
SAME_LAT_DEG, SAME_LON_DEG = 0.4, 0.5
CITY = 100_000        # people: what lies near a city is a quarter of it
OF_CITY_KM, GROWTH = 10, 0.35   # how far one of so many reaches, and how that grows with its people
FEWEST_LETTERS = 4
RADIUS_KM = 3


def fold(name):
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if c.isalnum())


def km(a, b):
    dx = (a[1] - b[1]) * math.cos(math.radians(a[0]))
    return 111.2 * math.hypot(a[0] - b[0], dx)


def build(newer, towns, own, dictionary):
    """A town that any of its country near by is called as is that one. One whose name is a word is left out."""
    words = {w for w in dictionary.read_text(encoding="utf-8").split() if w == w.lower()}
    known, cities, divisions = collections.defaultdict(list), collections.defaultdict(list), {}
    for town in towns:
        if town["country"] not in LANDS:
            continue
        divisions[town["country"], town["admin1_code"]] = town["admin1_name"]
        for name in {town["name"], town["asciiname"], *town["alternates"]}:
            known[town["country"], fold(name)].append((town["lat"], town["lon"]))
        if town["population"] >= CITY:
            cities[town["country"]].append((town["lat"], town["lon"], OF_CITY_KM * (town["population"] / CITY) ** GROWTH))
    for row in own:
        for name in [row["name"], *row.get("alternates", "").split(";")]:
            known[row["country"], fold(name)].append((float(row["lat"]), float(row["lon"])))
    rows, ids = [], set()
    for city in json.load(open(newer, encoding="utf-8")):
        country, name = city["country"], city["name"].strip()
        at = float(city["lat"]), float(city["lng"])
        if country not in LANDS or name.lower() in words or len(fold(name)) < FEWEST_LETTERS or re.search(r"[\d/(),]", name):
            continue
        if any(abs(a - at[0]) < SAME_LAT_DEG and abs(o - at[1]) < SAME_LON_DEG for a, o in known[country, fold(name)]):
            continue
        if any(km(at, other) < other[2] for other in cities[country]):
            continue
        known[country, fold(name)].append(at)
        slug = f"new:{country.lower()}-" + re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode()).strip("-")
        own_id, number = slug, 2
        while own_id in ids:
            own_id, number = f"{slug}-{number}", number + 1
        ids.add(own_id)
        rows.append({"id": own_id, "name": name, "kind": "settlement", "precision": "settlement", "lat": f"{at[0]:.4f}", "lon": f"{at[1]:.4f}", "radius_km": RADIUS_KM,
                     "country": country, "admin1": divisions.get((country, city["admin1"]), "")})
    return sorted(rows, key=lambda row: row["id"])
