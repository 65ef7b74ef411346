"""Joins the GeoNames extracts into one table of towns with current English names."""

import collections
import csv
import difflib
import gettext
import json
import math
import re
import unicodedata

SCRIPTS = {"LATIN", "CYRILLIC", "GEORGIAN", "ARMENIAN"}
ARTICLES = ("al-", "el-", "as-", "ash-", "at-", "ar-", "ad-", "an-", "az-", "'")
LANGUAGES = ("en", "ru", "ka", "hy", "tr", "az", "uk", "de", "fr")
FIELDS = ["geonameid", "name", "asciiname", "alternates", "lat", "lon", "feature_code", "country", "admin1_code",
          "admin1_name", "population"]
JOIN_KM = 15.0  # the newer extract moves towns by up to a few kilometres
MARKED = {"AM", "AZ", "BY", "GE", "KG", "KZ", "RU", "TJ", "TM", "UA"}  # transliterated with apostrophes
AGREED = 0.9    # of a code's towns in the newer extract
GONE = {"PPLQ", "PPLH", "PPLW", "PPLCH"}  # abandoned, historical, destroyed


def fold(text):
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = plain.replace("ı", "i").replace("ə", "a").replace("ǝ", "a").replace("ø", "o").replace("đ", "d").replace("ł", "l")
    return "".join(c for c in plain if c.isalnum())


def script_of(character):
    return unicodedata.name(character, "?").split(" ")[0]


def keeps(name):
    """Whether an alternate is a name that a text might use, not a code, an address or a crude transliteration."""
    if not 2 <= len(name) <= 60 or "://" in name or "www." in name or any(c.isdigit() for c in name):
        return False
    letters = [c for c in name if c.isalpha()]
    if not letters or any(script_of(c) not in SCRIPTS for c in letters):
        return False
    if name.isascii() and name.isupper():
        return False  # airport and port codes
    if letters[0].islower() and letters[0].isascii() and not name.startswith(ARTICLES):
        return False  # letter-for-letter transliterations: "qwbh", "ba ku"
    return True


def tidy(name):
    return re.sub(r"\s+", " ", name.replace("\t", " ").replace(";", ",")).strip()


def read_cities500(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def read_languages(folder):
    found = {}
    for language in LANGUAGES:
        with open(folder / language / "LC_MESSAGES" / "geonames.mo", "rb") as file:
            found[language] = gettext.GNUTranslations(file)._catalog
    return found


def alike(one, other):
    return bool(one) and bool(other) and one[0] == other[0] and difflib.SequenceMatcher(None, one, other).ratio() >= 0.7


def distance_km(lat1, lon1, lat2, lon2):
    x = math.radians(lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    return 6371.0 * math.hypot(x, math.radians(lat2 - lat1))


class CurrentNames:
    """The newer extract has no ids: the same coordinates are the same town; otherwise the name must be
    one that the town already goes by, for the nearest town alone is often a suburb."""

    def __init__(self, path):
        self.exact = collections.defaultdict(list)
        self.by_name = collections.defaultdict(list)
        self.divisions = collections.defaultdict(set)
        for city in json.loads(path.read_text(encoding="utf-8")):
            lat, lon, name = float(city["lat"]), float(city["lng"]), tidy(city["name"])
            place = city["country"], round(lat, 5), round(lon, 5)
            self.exact[place].append(name)
            self.divisions[place].add(city["admin1"])
            self.by_name[city["country"], fold(name)].append((lat, lon, name))

    def division(self, country, lat, lon):
        """The code that the newer extract has for the town there, or empty."""
        codes = self.divisions.get((country, round(lat, 5), round(lon, 5)), set()) - {"", "00"}
        return next(iter(codes)) if len(codes) == 1 else ""

    def find(self, country, lat, lon, known):
        same = self.exact.get((country, round(lat, 5), round(lon, 5)), [])
        folded = {fold(n) for n in known}
        for name in same:
            if fold(name) in folded or any(alike(fold(name), f) for f in folded):
                return name
        near = [(distance_km(lat, lon, la, lo), name) for key in folded for la, lo, name in self.by_name.get((country, key), [])]
        near = [n for n in near if n[0] <= JOIN_KM]
        return min(near)[1] if near else None


def read_patches(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def apply_patches(towns, patches):
    """A patch names the town as the source does; it must be there, or the patch is out of date."""
    index = collections.defaultdict(list)
    for town in towns:
        index[town["country"], town["source_name"]].append(town)
    missing = []
    for patch in patches:
        candidates = index.get((patch["country"], patch["source_name"]), [])
        if not candidates:
            missing.append(f"{patch['country']} {patch['source_name']}")
            continue
        town = max(candidates, key=lambda t: t["population"])
        town["alternates"] = [town["name"], *[a for a in patch["add"].split(";") if a], *town["alternates"]]
        town["name"] = patch["name"] or town["name"]
        if patch["population"]:
            town["population"] = int(patch["population"])
    return missing


def add_names(towns, path):
    """More spellings of towns, which have their number: it must be there, or the row is out of date."""
    by_number = {town["geonameid"]: town for town in towns}
    missing = []
    for row in read_patches(path):
        town = by_number.get(int(row["geonameid"]))
        if town is None:
            missing.append(f"{row['geonameid']} {row['name']}")
            continue
        town["spelt"] = [a for a in row["add"].split(";") if a]
        town["alternates"] = [*town["spelt"], *town["alternates"]]
    return missing


def usual(country, name):
    """English prints Ryazan and Tkibuli without the transliteration's marks."""
    return re.sub("[’ʼʹ'‘]", "", name) if country in MARKED else name


class CurrentDivisions:
    """States redraw their divisions and give old codes to other ones: the code of a town is the newer extract's. A town that it
    lacks has the code that it has for the others of the same old code, where they agree."""

    def __init__(self, rows, current, names):
        self.current = current
        self.names = {d["code"]: tidy(re.sub(r" \(.*\)$", "", d["name"])) for d in json.loads(names.read_text(encoding="utf-8"))}
        found = collections.defaultdict(collections.Counter)
        for row in rows:
            if code := current.division(row[8], float(row[4]), float(row[5])):
                found[row[8], row[10]][code] += 1
        most = {old: codes.most_common(1)[0] for old, codes in found.items()}
        self.agreed = {old: code for old, (code, count) in most.items() if count >= AGREED * found[old].total()}

    def of(self, row):
        """Code and name."""
        code = self.current.division(row[8], float(row[4]), float(row[5])) or self.agreed.get((row[8], row[10]), row[10])
        return code, self.names.get(f"{row[8]}.{code}", "")


def build(cities500, newer, locale, admin1_names, patches, more_names):
    languages = read_languages(locale)
    current = CurrentNames(newer)
    rows = [row for row in read_cities500(cities500) if row[7] not in GONE]
    divisions = CurrentDivisions(rows, current, admin1_names)
    towns = []
    for row in rows:
        ident, lat, lon, country = row[0], float(row[4]), float(row[5]), row[8]
        spoken = [languages[l][ident] for l in LANGUAGES if ident in languages[l]]
        others = [tidy(a) for a in row[3].split(",") if a]
        known = [row[1], row[2], *spoken, *others]
        name = usual(country, current.find(country, lat, lon, known) or languages["en"].get(ident) or row[1])
        code, division = divisions.of(row)
        towns.append({
            "geonameid": int(ident), "source_name": row[1], "name": tidy(name), "asciiname": row[2],
            "alternates": [tidy(row[1]), *map(tidy, spoken), *others], "lat": lat, "lon": lon, "feature_code": row[7],
            "country": country, "admin1_code": code, "admin1_name": division, "population": int(row[14] or 0)})
    return towns, apply_patches(towns, read_patches(patches)) + add_names(towns, more_names)


def ascii_name(name):
    text = name
    for a, b in {"ə": "a", "Ə": "A", "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae",
                 "Æ": "Ae", "þ": "th", "Þ": "Th", "ð": "d", "’": "'", "‘": "'", "ʻ": "'"}.items():
        text = text.replace(a, b)
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().strip()


def finished(town):
    """Orders and thins the alternates of one town; a reader of "Pétion-Ville" does not find "Pétionville", so what we spell stays."""
    name = town["name"]
    plain = ascii_name(name) or town["asciiname"]
    seen, kept = {bare(name), bare(plain)}, []
    for alternate in town["alternates"]:
        spelt = alternate in town.get("spelt", ()) and alternate not in (name, plain)
        if keeps(alternate) and (spelt or bare(alternate) not in seen):
            seen.add(bare(alternate))
            kept.append(alternate)
    return {**town, "asciiname": plain, "alternates": ";".join(kept)}


def bare(name):
    """Case, apostrophes and hyphens do not make another name."""
    return re.sub(r"[’'‘`ʻʼ\-\s]", "", name.casefold())
