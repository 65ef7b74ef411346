"""Towns for map labels: Natural Earth says which matter at a small scale, the gazetteer how they are
called today and what lies between them at a large one."""

import collections
import csv
import gzip
import math
import pathlib
import re
import unicodedata

from shapely.geometry import Point

from . import names
from .sources import SourceError
from .writing import read_layer, write_layer

FIELDS = {"name": str, "rank": int, "capital": int, "population": int, "iso_a2": str, "min_zoom": float, "geonameid": int}
GAZETTEER = pathlib.Path(__file__).resolve().parent.parent.parent / "assets" / "gazetteer"

# West, south, east, north and the population from which a town is shown: the close views need more of them.
FULLER = [((36.0, 35.8, 60.0, 48.0), 3_000), ((8.0, 34.0, 90.0, 57.0), 30_000), ((-180.0, -90.0, 180.0, 90.0), 100_000)]
NOT_TOWNS = {"PPLX", "PPLH", "PPLQ", "PPLW"}
ZOOM_OF_RANK = [2.0, 2.8, 3.4, 4.0, 4.6, 5.2, 5.8, 6.4, 7.0, 7.8, 8.6]
RANK_OF_POPULATION = [(5_000_000, 1), (2_000_000, 3), (1_000_000, 4), (500_000, 5), (250_000, 6), (120_000, 7),
                      (50_000, 8), (20_000, 9)]
# Of a town that only the gazetteer has: its number may be that of a district, and what Natural Earth lacks is no metropolis.
BEST_RANK_UNKNOWN = {"PPLC": 0, "PPLA": 5, "PPLA2": 6}
BEST_RANK_OTHER = 7
JOIN_KM = 40.0
NEIGHBOUR_KM = 90.0
SUBURB_KM = 18.0
CLOSE_VIEW = FULLER[0][0]
SEATS = {"PPLC", "PPLA", "PPLA2"}  # shown in the close view however small
TRANSCRIBED = {"AE", "AF", "BD", "BH", "DZ", "EG", "IN", "IQ", "IR", "JO", "KW", "LB", "LK", "LY", "NP", "OM", "PK", "PS", "QA", "SA", "SD", "SY", "YE"}
MARKS = {"\u0304", "\u0323", "\u0327", "\u0331", "\u0310"}   # macron, dot below, cedilla, line below, candrabindu
NOT_NAMES = re.compile(r"\b(Branch|District|County|Township|Subdistrict|Number)\b")


def fold(text):
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("ı", "i").replace("ə", "a").replace("ǝ", "a")
    return re.sub(r"[^\w]", "", "".join(c for c in plain if not unicodedata.combining(c)))


def distance_km(a, b):
    x = math.radians(b[0] - a[0]) * math.cos(math.radians((a[1] + b[1]) / 2))
    return 6371.0 * math.hypot(x, math.radians(b[1] - a[1]))


class Grid:
    """Towns by cells of half a degree."""

    def __init__(self):
        self.cells = collections.defaultdict(list)

    @staticmethod
    def cell(position):
        return math.floor(position[0] * 2), math.floor(position[1] * 2)

    def add(self, position, item):
        self.cells[self.cell(position)].append((position, item))

    def near(self, position, reach_km):
        x, y = self.cell(position)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for other, item in self.cells.get((x + dx, y + dy), []):
                    away = distance_km(position, other)
                    if away <= reach_km:
                        yield away, item


def read_gazetteer():
    try:
        with gzip.open(GAZETTEER / "places.tsv.gz", "rt", encoding="utf-8", newline="") as file:
            towns = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except OSError as error:
        raise SourceError(f"{error}: derive the gazetteer, then run derive.py --only places") from error
    for town in towns:
        town["at"] = float(town["lon"]), float(town["lat"])
        town["population"] = int(town["population"])
    return towns


def names_of(town):
    return {fold(town["name"]), fold(town["asciiname"]), *map(fold, town["alternates"].split(";"))}


def unmarked(name, country):
    """"Kandahār" is Kandahar on a map: of what is written in other letters, macrons and dots are a scholar's transcription."""
    if country not in TRANSCRIBED:
        return name
    plain = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(c for c in plain if c not in MARKS)).replace("‘", "").replace("ʻ", "")


def match(position, values, by_id, grid):
    """The gazetteer's town for one of Natural Earth's: by id, else by a shared name near by."""
    wanted = {fold(names.plain(values[k])) for k in ("name", "nameascii", "namealt", "ls_name") if values[k]} - {""}
    own = by_id.get(int(values["geonameid"] or 0))
    if own and (distance_km(position, own["at"]) > JOIN_KM or own["feature_code"] in NOT_TOWNS):
        own = None
    # The source's number may be a suburb's: Agadez has that of Alaghsas.
    if own and wanted & names_of(own):
        return own
    found = [(-t["population"], away, t) for away, t in grid.near(position, JOIN_KM) if wanted & names_of(t)]
    return min(found, key=lambda f: f[:2])[2] if found else own


def capitals():
    national, other = set(), set()
    for row in names.read_table(GAZETTEER / "countries.tsv"):
        if row["capital_geonameid"]:
            (national if row["status"] == "state" or row["adm0_a3"] in ("KOS", "TWN", "PSX") else other).add(
                int(row["capital_geonameid"]))
    return national, other


def rank_of(population):
    return next((rank for size, rank in RANK_OF_POPULATION if population >= size), 10)


def zoom_of(rank, capital, population):
    zoom = ZOOM_OF_RANK[rank]
    if rank == 10 and population < 10_000:
        zoom += 0.6 if population >= 5_000 else 1.2
    if capital == 1:
        zoom = min(zoom, 4.2 if population >= 100_000 else 5.4)
    elif capital == 2:
        zoom = min(zoom, 7.4)
    return zoom


def from_natural_earth(source, by_id, grid, national):
    for point, values in read_layer(source, encoding="ISO-8859-1"):
        position = point.x, point.y
        town = match(position, values, by_id, grid)
        kind = values["featurecla"] or ""
        ident = int(town["geonameid"]) if town else 0
        capital = 1 if ident in national or (not town and kind == "Admin-0 capital") else \
            2 if kind.startswith("Admin-1") or (town and town["feature_code"] in ("PPLA", "PPLC")) else 0
        population = max(town["population"] if town else 0, int(values["pop_min"] or 0))
        rank = min(int(values["scalerank"]), 10)
        if not town and (rank >= 7 or population < 1000) and capital == 0:
            continue  # unmatched specks: stations, misspelt or moved towns
        yield {"name": town["name"] if town else names.plain(values["name"]), "rank": rank, "capital": capital,
               "population": population, "iso_a2": town["country"] if town else (values["iso_a2"] or "").replace("-99", ""),
               "geonameid": ident, "at": town["at"] if town else position,
               "seat": town["feature_code"] if town else "", "counted": (town["population"] if town else 0) or population, "known": True}


def within(position, window):
    return window[0] <= position[0] <= window[2] and window[1] <= position[1] <= window[3]


def is_shown(town, national):
    if town["feature_code"] in NOT_TOWNS or NOT_NAMES.search(town["name"]):
        return False
    if int(town["geonameid"]) in national:
        return True
    if town["feature_code"] in SEATS and town["country"] in ("AM", "AZ", "GE") and within(town["at"], CLOSE_VIEW):
        return True
    return town["population"] >= next(size for window, size in FULLER if within(town["at"], window))


def further(towns, taken, shown, national):
    """Towns that Natural Earth lacks, largest first; suburbs come late or not at all."""
    for town in sorted(towns, key=lambda t: (-t["population"], int(t["geonameid"]))):
        ident, size = int(town["geonameid"]), town["population"]
        if ident in taken or not is_shown(town, national):
            continue
        close = [other for _, other in shown.near(town["at"], SUBURB_KM)]
        if any(other["name"] == town["name"] for other in close):
            continue
        suburb = any(other["population"] > max(2.5 * size, 200_000) for other in close)
        rank = min(max(rank_of(size) + (3 if suburb else 0), BEST_RANK_UNKNOWN.get(town["feature_code"], BEST_RANK_OTHER)), 10)
        if suburb and size < 20_000 and town["feature_code"] not in SEATS:
            continue
        row = {"name": town["name"], "seat": town["feature_code"], "counted": size, "known": False, "rank": rank, "population": size, "iso_a2": town["country"], "geonameid": ident, "at": town["at"],
               "capital": 1 if ident in national else 2 if town["feature_code"] in ("PPLA", "PPLC") and not suburb else 0}
        shown.add(town["at"], row)
        yield row


def promoted(row):
    """The rank of a seat that Natural Earth shows late, by its size: of a division's no later than that, of a district's a step."""
    if row["counted"] < 100_000 or not (row["seat"] in ("PPLC", "PPLA") or (row["seat"] == "PPLA2" and row["known"])):
        return row["rank"]
    return min(row["rank"], rank_of(row["counted"]) + (1 if row["seat"] == "PPLA2" else 0))


def settle(rows):
    """Which of two neighbours is named first: a seat by its size, and no village before the city that it lies near."""
    cells = collections.defaultdict(list)
    for row in sorted(rows, key=lambda r: (-r["counted"], r["geonameid"], r["name"])):
        x, y = math.floor(row["at"][0]), math.floor(row["at"][1])
        reach = math.ceil(NEIGHBOUR_KM / 111 / max(0.2, math.cos(math.radians(row["at"][1]))))
        larger = [(distance_km(row["at"], other["at"]), other) for dx in range(-reach, reach + 1) for dy in (-1, 0, 1) for other in cells[x + dx, y + dy]]
        cells[x, y].append(row)
        if not any(away < SUBURB_KM for away, _ in larger):
            row["rank"] = promoted(row)
        if row["capital"] == 1 or row["seat"] == "PPLA":
            continue
        outdone = [other["rank"] for away, other in larger
                   if away < NEIGHBOUR_KM and other["counted"] >= max(3 * row["counted"], 50_000) and other["rank"] > row["rank"]]
        if outdone:
            row["rank"] = min(outdone)


def write_places(sources, base):
    towns = read_gazetteer()
    by_id = {int(t["geonameid"]): t for t in towns}
    grid = Grid()
    for town in towns:
        if town["feature_code"] not in NOT_TOWNS:
            grid.add(town["at"], town)
    national, _ = capitals()
    source = sources.magics / "10m" / "ne_10m_populated_places_simple.shp"
    best = {}
    for row in from_natural_earth(source, by_id, grid, national):
        key = row["geonameid"] or row["at"]
        if key not in best or row["rank"] < best[key]["rank"]:
            best[key] = row
    shown = Grid()
    for row in best.values():
        shown.add(row["at"], row)
    rows = list(best.values()) + list(further(towns, {r["geonameid"] for r in best.values()}, shown, national))
    settle(rows)
    rows.sort(key=lambda r: (r["rank"], -r["population"], r["name"]))
    for row in rows:
        row["name"] = unmarked(row["name"], row["iso_a2"])
        row["min_zoom"] = zoom_of(row["rank"], row["capital"], row["population"])
    write_layer(base / "places.fgb", "point", FIELDS, [(Point(r["at"]), r) for r in rows])
