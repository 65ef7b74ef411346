"""What must be true of the written tables; each finding is one line. Needs only the standard library:

    python3 assets/gazetteer/steps/checks.py
"""

import collections
import csv
import gzip
import pathlib
import re
import sys

# Fewest and most rows of each table.
COUNTS = {"places.tsv.gz": (190_000, 210_000), "admin1.tsv.gz": (4_400, 4_620), "countries.tsv": (245, 255),
          "overlay.tsv": (950, 30_000), "demonyms.tsv": (200, 500), "counties.tsv.gz": (3_050, 3_150), "rivers.tsv.gz": (2_500, 5_000), "post_towns.tsv.gz": (12_000, 16_000), "settled_towns.tsv.gz": (600, 1_200), "people.tsv.gz": (10_000, 200_000), "stoplist.tsv": (5_000, 9_000)}
KEYS = {"places.tsv.gz": "geonameid", "admin1.tsv.gz": "id", "countries.tsv": "adm0_a3", "overlay.tsv": "id",
        "counties.tsv.gz": "id", "post_towns.tsv.gz": "id", "settled_towns.tsv.gz": "id", "rivers.tsv.gz": "id"}
# A town, its country and about where it lies: names that a reader of such bulletins meets.
SEEN = [("Baku", "AZ", 40.4, 49.9), ("Khankendi", "AZ", 39.8, 46.8), ("Lachin", "AZ", 39.6, 46.5), ("Aktau", "KZ", 43.7, 51.2),
        ("Kuryk", "KZ", 43.2, 51.7), ("Poti", "GE", 42.1, 41.7), ("Sarajevo", "BA", 43.8, 18.4), ("Sofia", "BG", 42.7, 23.3),
        ("Astana", "KZ", 51.2, 71.4), ("Kyiv", "UA", 50.4, 30.5), ("Yerevan", "AM", 40.2, 44.5), ("Kars", "TR", 40.6, 43.1)]
# Towns and their divisions, in states that have redrawn theirs and used the old codes again.
DIVIDED = {"1581130": "Hanoi", "1580240": "Thừa Thiên Huế Province", "1569684": "Gia Lai", "1566083": "Ho Chi Minh City", "3161732": "Vestland",
           "3133895": "Troms", "611717": "Tbilisi"}
# Towns as they are written at home, not in another language of the same script; "" where only such are known.
AT_HOME = {"250441": "عمان", "379252": "الخرطوم", "292223": "دبي", "170654": "دمشق", "112931": "تهران", "709930": "Дніпро", "687700": "Запоріжжя",
           "700569": "Миколаїв", "625144": "Мінск", "627907": "Гомель", "792680": "Београд", "785842": "Скопје", "524901": "Москва", "498817": "Санкт-Петербург", "491687": "Смоленск", "2051523": "Братск", "569223": "Череповец",
           "2028462": "Улаанбаатар", "1220747": "Бохтар", "264371": "Αθήνα", "616052": "Երևան", "611717": "თბილისი", "365763": ""}
# What the letters of a country's towns are, and what its spelling does not have.
SPELT = {"UA": ("[А-Яа-яІЇЄҐіїєґ’' -]+", "[ЫЭЁЪыэёъ]|[сц]кий"), "RS": ("[А-Яа-яЈЉЊЂЋЏјљњђћџ' -]+", "[ЩЮЯЙЬЪЫЭщюяйьъыэ]"), "RU": ("[А-Яа-яЁё’' -]+", "ъ( |$|-)|[сц]ьк(ий|$|-)|ець$"),
         "GE": ("[ა-ჿ -]+", None), "AM": ("[Ա-և -]+", None), "GR": ("[Ͱ-Ͽ -]+", None),
         **dict.fromkeys("JO SD SY IQ EG SA LY".split(), ("[ء-ي ]+", r"\bئ|\bاا|(.)\1\1|[ةى]\B"))}
# What the list of towns lacks and our own tables bring.
OWN = ["Alat", "Khorgos", "Karabakh", "Caspian Sea", "Black Sea", "South Caucasus", "Zangezur corridor", "Middle Corridor"]
# ISO codes of overseas parts, which the base map draws as a part of their state.
PARTS = {"BQ", "CC", "CX", "GF", "GP", "MQ", "RE", "SJ", "YT"}
POINT_REACH_DEG = 0.3
POINT_OUTSIDE_DEG = 3.0   # a reference point given to whole degrees may lie this far outside a small country


def read(path):
    opened = gzip.open(path, "rt", encoding="utf-8", newline="") if path.suffix == ".gz" else open(path, encoding="utf-8", newline="")
    with opened as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def check_all(folder):
    tables, problems = {}, []
    for name, (fewest, most) in COUNTS.items():
        path = pathlib.Path(folder) / name
        if not path.exists():
            problems.append(f"{name}: missing")
            continue
        tables[name] = read(path)
        if not fewest <= len(tables[name]) <= most:
            problems.append(f"{name}: {len(tables[name])} rows, expected {fewest} to {most}")
    if len(tables) == len(COUNTS):
        for check in (keys, positions, countries, towns, own_places, demonyms):
            problems += check(tables)
        problems += written_at_home(tables, read(pathlib.Path(folder) / "local_names.tsv"))
    return problems


def keys(tables):
    for name, key in KEYS.items():
        counts = collections.Counter(row[key] for row in tables[name])
        yield from (f"{name}: {key} {value!r} stands in {n} rows" for value, n in counts.items() if n > 1 or not value)
        yield from (f"{name}: {row[key]} has no name" for row in tables[name] if not row["name"].strip() and not row[key].endswith(".mouth"))


def written_at_home(tables, local):
    names = {row["geonameid"]: row["name"] for row in local}
    yield from (f"local_names.tsv: {ident} is '{names.get(ident, '')}', not '{name}'" for ident, name in AT_HOME.items() if names.get(ident, "") != name)
    country = {row["geonameid"]: row["country"] for row in tables["places.tsv.gz"]}
    for ident, name in names.items():
        letters, foreign = SPELT.get(country.get(ident), (None, None))
        if letters and (not re.fullmatch(letters, name) or foreign and re.search(foreign, name)):
            yield f"local_names.tsv: {ident} in {country[ident]} is not written '{name}'"


def positions(tables):
    for name, key in KEYS.items():
        for row in tables[name]:
            try:
                sound = -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180
            except ValueError:
                sound = False
            if not sound:
                yield f"{name}: {row[key]} lies at {row['lat']!r}, {row['lon']!r}"


def countries(tables):
    states = {row["iso2"] for row in tables["countries.tsv"] if row["iso2"]}
    codes = {row["adm0_a3"] for row in tables["countries.tsv"]}
    for row in tables["countries.tsv"]:
        lat, lon, west, east = (float(row[k]) for k in ("lat", "lon", "west", "east"))
        inside = float(row["south"]) - POINT_OUTSIDE_DEG <= lat <= float(row["north"]) + POINT_OUTSIDE_DEG and any(
            west - POINT_OUTSIDE_DEG <= x <= east + POINT_OUTSIDE_DEG for x in (lon, lon + 360))
        if not inside:
            yield f"countries.tsv: {row['adm0_a3']} lies outside its own extent"
    lost = collections.Counter(row["country"] for row in tables["places.tsv.gz"] if row["country"] not in states | PARTS)
    yield from (f"places.tsv.gz: {n} towns of {code!r}, which is no country of countries.tsv" for code, n in lost.items())
    lost = {row["adm0_a3"] for row in tables["admin1.tsv.gz"]} - codes
    yield from (f"admin1.tsv.gz: {code!r} is no country of countries.tsv" for code in sorted(lost))


def towns(tables):
    by_name = collections.defaultdict(list)
    for row in tables["places.tsv.gz"]:
        by_name[row["name"]].append(row)
    for name, country, lat, lon in SEEN:
        near = [r for r in by_name[name] if r["country"] == country and abs(float(r["lat"]) - lat) < POINT_REACH_DEG
                and abs(float(r["lon"]) - lon) < POINT_REACH_DEG]
        if not near:
            yield f"places.tsv.gz: no {name} ({country}) near {lat}, {lon}"
    for row in tables["places.tsv.gz"]:
        if row["admin1_name"] != DIVIDED.get(row["geonameid"], row["admin1_name"]):
            yield f"places.tsv.gz: {row['name']} is in '{row['admin1_name']}', not '{DIVIDED[row['geonameid']]}'"


def own_places(tables):
    names = {n for row in tables["overlay.tsv"] for n in [row["name"], *row["alternates"].split(";")]}
    yield from (f"overlay.tsv: {name} is missing" for name in OWN if name not in names)


def demonyms(tables):
    """Each is of a place that a table has, under that place's name."""
    names = {f"iso:{row['iso2']}": row["name"] for row in tables["countries.tsv"]}
    names.update((f"geonames:{row['geonameid']}", row["name"]) for row in tables["places.tsv.gz"])
    names.update((row["id"], row["name"]) for table in ("admin1.tsv.gz", "overlay.tsv") for row in tables[table])
    for row in tables["demonyms.tsv"]:
        if names.get(row["id"]) != row["name"]:
            yield f"demonyms.tsv: {row['id']} is {names.get(row['id'])!r}, not {row['name']!r}"
    counts = collections.Counter(row["id"] for row in tables["demonyms.tsv"])
    yield from (f"demonyms.tsv: {place} stands in {n} rows" for place, n in counts.items() if n > 1)


if __name__ == "__main__":
    found = check_all(pathlib.Path(__file__).resolve().parent.parent)
    for problem in found:
        print(f"gazetteer: {problem}", file=sys.stderr)
    sys.exit(1 if found else 0)
