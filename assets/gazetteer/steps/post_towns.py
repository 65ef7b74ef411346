"""Villages of the United States that have a post office and too few people for the list of towns: local papers name them daily."""

import collections
import json
import re
import statistics
import unicodedata

FIELDS = ["id", "name", "alternates", "kind", "precision", "lat", "lon", "radius_km", "country", "admin1", "population"]
SAME_LAT_DEG, SAME_LON_DEG = 0.4, 0.5
FEWEST_LETTERS = 3
RADIUS_KM = 3
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado", "CT": "Connecticut",
    "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana",
    "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina",
    "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington",
    "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming"}


def fold(name):
    spelt = re.sub(r"\bst\.? ", "saint ", name.lower())
    return "".join(c for c in unicodedata.normalize("NFD", re.sub(r"\bmt\.? ", "mount ", spelt)) if c.isalnum())


def codes(script):
    """The table is one assignment of a JSON object on a line of its own."""
    for line in script.read_text(encoding="utf-8").splitlines():
        if line.startswith("exports.codes"):
            return json.loads(line[line.index("{"):line.rindex("}") + 1]).values()
    raise ValueError(f"{script.name} holds no table of codes")


def written(name):
    """The post office writes McAdoo as Mcadoo."""
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m.group(1).upper(), name)


def build(script, towns, own, dictionary):
    """A village that any town or place of our own near by is called as is that one. One whose name is a word (Money, Onward) is left out."""
    words = {w for w in dictionary.read_text(encoding="utf-8").split() if w == w.lower()}
    known = collections.defaultdict(list)
    for town in towns:
        if town["country"] == "US":
            for name in {town["name"], town["asciiname"], *town["alternates"]}:
                known[fold(name)].append((town["lat"], town["lon"]))
    for row in own:
        if row["country"] == "US":
            for name in [row["name"], *row.get("alternates", "").split(";")]:
                known[fold(name)].append((float(row["lat"]), float(row["lon"])))
    offices = collections.defaultdict(list)
    for code in codes(script):
        name = code["city"]
        if code["country"] == "US" and code["state"] in STATES and name.lower() not in words and len(fold(name)) >= FEWEST_LETTERS and not re.search(r"\d", name) and code.get("latitude"):
            offices[name, code["state"]].append((code["zip"], float(code["latitude"]), float(code["longitude"])))
    rows = []
    for (name, state), found in offices.items():
        lat, lon = statistics.median_low(o[1] for o in found), statistics.median_low(o[2] for o in found)
        if any(abs(a - lat) < SAME_LAT_DEG and abs(o - lon) < SAME_LON_DEG for a, o in known[fold(name)]):
            continue
        rows.append({"id": f"zip:{min(o[0] for o in found)}", "name": written(name), "kind": "settlement", "precision": "settlement",
                     "lat": f"{lat:.3f}", "lon": f"{lon:.3f}", "radius_km": RADIUS_KM, "country": "US", "admin1": STATES[state]})
    rows.sort(key=lambda row: row["id"])
    return [row for i, row in enumerate(rows) if i == 0 or row["id"] != rows[i - 1]["id"]]
