"""Towns that the older extract lacks and the newer one has: without number, population and other names."""

import collections
import json
import re
import unicodedata

# Where the newer extract mostly adds quarters of cities, or hamlets by the thousand, whose names are those of many other things.
LEFT_OUT = set("AD AT AU BE BR CA CH CI CZ DE DK ES FI FR GB HK HU IE IS IT JP LI LU MC MO NL NO NZ PT SE SG SK SM US VA".split())
NEAR_DEG = 0.4
LEAST_LETTERS = 5
RADIUS_KM = 3
WELL_KNOWN = 50_000   # people of a town elsewhere that is meant by the name


def fold(name):
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if c.isalnum())


def plain(name):
    """As English prints it: Aarsâl as Aarsal."""
    letters = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return re.sub("[’ʼʹ'‘`]", "", letters).strip()


def build(newer, towns, own, dictionary, people):
    """Rows for the overlay. A town is the same where one of its country has its name within NEAR_DEG. Names that are words,
    or people's, or those of large towns elsewhere are left out: nothing but the name would tell what is meant."""
    taken = {fold(w) for w in dictionary.read_text(encoding="utf-8").split() if w == w.lower()}
    taken |= {fold(p["name"]) for p in people}
    taken |= {fold(n) for t in towns if t["population"] >= WELL_KNOWN for n in (t["name"], t["asciiname"], *t["alternates"])}
    known = collections.defaultdict(list)
    for town in towns:
        for name in {town["name"], town["asciiname"], *town["alternates"]}:
            known[town["country"], fold(name)].append((town["lat"], town["lon"]))
    for row in own:
        for name in [row["name"], *row["alternates"].split(";")]:
            known[row["country"], fold(name)].append((float(row["lat"]), float(row["lon"])))
    rows, ids = [], {row["id"] for row in own}
    for city in json.load(open(newer, encoding="utf-8")):
        country, lat, lon = city["country"], float(city["lat"]), float(city["lng"])
        name = plain(city["name"])
        letters = fold(name)
        if country in LEFT_OUT or len(letters) < LEAST_LETTERS or not letters.isascii() or not letters.isalpha() or letters in taken:
            continue
        if any(abs(a - lat) < NEAR_DEG and abs(o - lon) < NEAR_DEG for a, o in known[country, letters]):
            continue
        ident = f"dl:{country.lower()}-{re.sub('[^a-z]+', '-', name.lower()).strip('-')}"
        if ident in ids:
            continue
        ids.add(ident)
        known[country, letters].append((lat, lon))
        rows.append({"id": ident, "name": name, "alternates": city["name"] if city["name"] != name else "", "kind": "settlement",
                     "precision": "settlement", "lat": f"{lat:g}", "lon": f"{lon:g}", "radius_km": RADIUS_KM, "country": country})
    return sorted(rows, key=lambda r: r["id"])
