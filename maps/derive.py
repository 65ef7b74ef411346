#!/usr/bin/python3
"""Derives the base map, maps/base/*.fgb, from public-domain packages, then checks what it wrote.

    maps/derive.py [--cache FOLDER] [--only LAYER ...]

Needs python3-gdal, python3-numpy, python3-shapely, npm and apt-get; sources are fetched by name and version into the cache.
"""

import argparse
import collections
import difflib
import math
import pathlib
import sys
import unicodedata

from shapely.geometry import Point
from shapely.validation import make_valid

from deriving import checks, disputed_areas, disputes, land, landforms, names, places, relief, sea_checks, seas
from deriving.sources import SourceError, Sources, cache_folder
from deriving.topology import dissolve
from deriving.writing import read_layer, write_layer

HERE = pathlib.Path(__file__).resolve().parent
BASE = HERE / "base"
COUNTRIES = HERE.parent / "assets" / "gazetteer" / "source" / "countries.tsv"
DERIVING = HERE / "deriving"
OVERLAY = HERE.parent / "assets" / "gazetteer" / "overlay.tsv"
SEAS = (BASE, [DERIVING / "seas.tsv", DERIVING / "seas_west.tsv"], OVERLAY)

COUNTRY_FIELDS = {"name": str, "adm0_a3": str, "iso_a2": str, "label_lon": float, "label_lat": float,
                  "rank": int, "area_km2": float}
ADMIN1_FIELDS = {"name": str, "name_local": str, "adm0_a3": str, "iso_3166_2": str, "type": str, "names": str,
                 "label_lon": float, "label_lat": float, "rank": int, "until": str}
DISPUTED_FIELDS = {"name": str, "side_a": str, "side_b": str, "kind": str, "begin": str, "end": str,
                   "claims": str, "note": str, "source": str}


def country_rank(area_km2, population_thousands):
    """0 for the largest and most peopled states, 6 for specks: log scale, one step about a factor of four."""
    weight = math.sqrt(max(area_km2, 1.0) / 1e7) + math.sqrt(population_thousands / 1.4e6)
    steps = [0.62, 0.36, 0.24, 0.15, 0.08, 0.03]
    return sum(weight < s for s in steps)


def write_countries(scale, facts):
    polygons = scale.country_polygons()
    rows = []
    for code, parts in polygons.items():
        fact = facts[code]
        area = land.area_km2(parts)
        point = land.label_point(parts)
        fixed = LABELS.get(code)
        lon, lat = fixed if fixed else (point.x, point.y)
        rows.append((land.as_multi(parts), {
            "name": fact["name"], "adm0_a3": code, "iso_a2": fact["iso2"], "label_lon": round(lon, 4),
            "label_lat": round(lat, 4), "rank": country_rank(area, float(fact["population_thousands"])),
            "area_km2": round(area, 1)}))
    write_layer(BASE / f"countries_{scale.name}.fgb", "polygon", COUNTRY_FIELDS, rows)
    return polygons


# Where the automatic point is not where a reader looks for the name.
LABELS = {"RUS": (97.0, 62.5), "USA": (-99.0, 39.5), "CAN": (-105.0, 58.5), "NOR": (9.0, 61.3), "CHL": (-70.9, -33.5),
          "FRA": (2.3, 46.7), "VNM": (106.2, 12.6), "HRV": (16.1, 45.4), "AZE": (47.95, 40.3), "ARM": (44.75, 40.45),
          "GEO": (43.3, 42.05), "JPN": (138.4, 36.4), "NZL": (171.6, -43.3), "IDN": (113.8, -0.8), "MYS": (102.2, 4.1)}


def write_land(scale, polygons):
    parts = land.land_parts(polygons)
    shown = list(land.cells(parts)) if scale.name == "10m" else parts
    write_layer(BASE / f"land_{scale.name}.fgb", "polygon", {"area_km2": float},
                [(p, {"area_km2": round(land.area_km2([p]), 1)}) for p in shown])
    write_layer(BASE / f"coast_{scale.name}.fgb", "line", {}, [(c, {}) for c in land.coast_lines(parts)])
    return parts


def write_borders(scale, rows):
    margin = {"10m": 0.0, "50m": 0.15, "110m": 0.6}[scale.name]
    agreed, disputed = disputes.split_borders(land.border_pieces(scale), rows, margin)
    features = [(line, {"left": a, "right": b}) for (a, b), arcs in sorted(agreed.items()) if arcs
                for line in land.merged(arcs)]
    write_layer(BASE / f"borders_{scale.name}.fgb", "line", {"left": str, "right": str}, features)
    return disputed


def write_disputed(scale, properties, rows, by_pair, world_map):
    features = []
    for number, row in enumerate(rows):
        kind = row["rule"].partition(":")[0]
        if kind == "pair":
            arcs = by_pair.get(number, [])
        elif kind == "inner":
            arcs = disputes.inner_arcs(scale, properties, row["rule"])
        else:
            arcs = disputes.world_map_arcs(world_map, row["rule"])
        if not arcs:
            raise SourceError(f"deriving/disputed.tsv, row {number + 2}: '{row['rule']}' selects nothing")
        values = {k: row[k] for k in DISPUTED_FIELDS}
        features.extend((line, values) for line in land.merged(arcs))
    write_layer(BASE / "disputed.fgb", "line", DISPUTED_FIELDS, features)


def fold(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if c.isalnum() and c.isascii())


def english_division(properties, patches):
    """Prefers the current English name, unless it belongs to another place (the source mixes some up)."""
    patched = patches.get(properties["adm1_code"], {}).get("name")
    if patched:
        return patched
    local, english = (names.plain(properties[k]).split("/")[0] for k in ("name", "name_en"))
    local, english = local.strip(), english.strip()
    if not english or not local:
        return english or local
    likeness = difflib.SequenceMatcher(None, fold(local), fold(english)).ratio()
    return english if likeness >= 0.5 else local


def real_code(code):
    """ISO 3166-2, or empty: the source invents codes with an X for what has none."""
    return "" if code.startswith("-99") or "~" in code else code


def readable(name):
    return name and "?" not in name and all(unicodedata.name(c, "").split(" ")[0] in READABLE or not c.isalpha() for c in name)


READABLE = {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "GEORGIAN", "ARMENIAN", "HEBREW"}


def division_names(properties, patches):
    patch = patches.get(properties["adm1_code"], {"names": "", "name": ""})
    if patch["names"]:
        return patch["names"]
    found = [patch["name"], properties["name"], *properties["name_alt"].split("|")]
    found += [v for k, v in properties.items() if k.startswith("name_") and k not in ("name_len", "name_alt", "name_local")]
    cleaned = [names.plain(n) for n in found if isinstance(n, str)]
    return ";".join(dict.fromkeys(n.replace(";", ",") for n in cleaned if readable(n)))


def read_patches(properties):
    patches = {row["adm1_code"]: row for row in names.read_table(DERIVING / "admin1_patches.tsv")}
    unknown = (set(patches) | {row["into"] for row in patches.values()} - {""}) - {p["adm1_code"] for p in properties}
    if unknown:
        raise SourceError(f"deriving/admin1_patches.tsv names unknown divisions: {sorted(unknown)}")
    return patches


def write_admin1(scale, properties):
    """A division that became part of another stays, with the day, for what happened in it before; the other holds it too."""
    patches = read_patches(properties)
    of_today = {p["adm1_code"]: patches.get(p["adm1_code"], {}).get("into") or p["adm1_code"] for p in properties}
    joined = collections.defaultdict(list)
    groups = collections.defaultdict(list)
    for polygon, division in enumerate(scale.divisions):
        geometry = scale.topology.polygon(polygon)
        if geometry is not None:
            sound = geometry if geometry.is_valid else make_valid(geometry)
            groups[division].extend(land.polygons_of(sound))
    for division, parts in groups.items():
        joined[of_today[properties[division]["adm1_code"]]].extend(parts)
    features = []
    for division, parts in sorted(groups.items()):
        own = properties[division]
        patch = patches.get(own["adm1_code"], {})
        if len(joined[own["adm1_code"]]) > len(parts):
            parts = dissolve(joined[own["adm1_code"]])
        point = land.label_point(parts)
        features.append((land.as_multi(land.sound(parts)), {
            "name": english_division(own, patches), "name_local": names.plain(own["name_local"]).split("|")[0],
            "adm0_a3": own["adm0_a3"], "iso_3166_2": patch.get("iso_3166_2") or real_code(own["iso_3166_2"]),
            "type": own["type_en"] or own["type"], "names": division_names(own, patches),
            "label_lon": round(point.x, 4), "label_lat": round(point.y, 4), "rank": int(own["scalerank"]),
            "until": patch.get("until", "")}))
    write_layer(BASE / "admin1_10m.fgb", "polygon", ADMIN1_FIELDS, features)
    today = [of_today[p["adm1_code"]] for p in properties]
    lines = [(line, {"adm0_a3": code}) for code, arcs in sorted(land.division_lines(scale, today).items())
             for line in land.merged(arcs)]
    write_layer(BASE / "admin1_lines.fgb", "line", {"adm0_a3": str}, lines)


def tolerance(geometry, scale):
    if scale == "110m":
        return 0.0
    west, south, east, north = geometry.bounds
    near = west < land.FOCUS[2] and east > land.FOCUS[0] and south < land.FOCUS[3] and north > land.FOCUS[1]
    return land.FINE_DEG if near else land.COARSE_DEG


def write_water(scale, source, sea):
    rows = [(part, {"name": "Caspian Sea", "rank": 0}) for part in sea]
    for geometry, values in read_layer(source, encoding="" if scale == "50m" else "ISO-8859-1"):
        if geometry is None or values["featurecla"] == "Ocean":
            continue
        sound = geometry if geometry.is_valid else make_valid(geometry)
        simple = sound.simplify(tolerance(sound, scale), preserve_topology=True)
        parts = land.polygons_of(simple if simple.is_valid else make_valid(simple))
        rank = max(0, min(int(values["scaleran_2"] or 0), 10))
        if parts:
            rows.append((land.as_multi(parts), {"name": names.current_lake(values["name"]), "rank": rank}))
    write_layer(BASE / f"water_{scale}.fgb", "polygon", {"name": str, "rank": int}, rows)


def write_rivers(magics):
    coarse = list(read_layer(magics / "50m" / "ne_50m_rivers_lake_centerlines.shp", encoding=""))
    fine = list(read_layer(magics / "10m" / "ne_10m_rivers_lake_centerlines.shp", encoding=""))
    reaches = names.read_table(DERIVING / "rivers.tsv")
    repaired = names.river_names([v["name"] for _, v in fine], [v["name"] for _, v in coarse])
    for scale, source in (("50m", coarse), ("10m", fine)):
        rows = []
        for geometry, values in source:
            if geometry is None:
                continue
            name = names.current_river(repaired.get(values["name"], values["name"]))
            simple = geometry.simplify(tolerance(geometry, scale), preserve_topology=True)
            for there, part in names.by_reach(name, simple, reaches):
                rows.append((part, {"name": "" if "?" in there else there, "rank": int(values["scalerank"])}))
        write_layer(BASE / f"rivers_{scale}.fgb", "line", {"name": str, "rank": int}, rows)


def write_marine():
    rows = names.read_table(DERIVING / "marine.tsv")
    write_layer(BASE / "marine.fgb", "point",
                {"name": str, "local": str, "rank": int, "angle_deg": float, "min_zoom": float},
                [(Point(float(r["lon"]), float(r["lat"])), {
                    "name": r["name"], "local": r["local"], "rank": int(r["rank"]), "angle_deg": float(r["angle_deg"]),
                    "min_zoom": float(r["min_zoom"])}) for r in rows])


def load_scales(sources):
    """From coarse to fine, and what is known of the divisions of the finest."""
    detailed, properties = land.load_admin1(sources.admin1)
    coarse = [land.load_atlas(sources.world_atlas / f"{name}.json", name) for name in ("110m", "50m")]
    return [*coarse, detailed], properties


def derive(sources):
    BASE.mkdir(exist_ok=True)
    facts = {row["adm0_a3"]: row for row in names.read_table(COUNTRIES)}
    rows = names.read_table(DERIVING / "disputed.tsv")
    scales, properties = load_scales(sources)
    for scale in scales:
        print(f"{scale.name}: countries, land, coast, borders, water", flush=True)
        parts = write_land(scale, write_countries(scale, facts))
        by_pair = write_borders(scale, rows)
        write_water(scale.name, sources.magics / scale.name / f"ne_{scale.name}_ocean.shp", land.inland_sea(parts))
    print("divisions, disputed lines, rivers, names", flush=True)
    write_disputed(scales[-1], properties, rows, by_pair, sources.world_map)
    write_admin1(scales[-1], properties)
    disputed_areas.write_areas(BASE, names.read_table(DERIVING / "disputed_areas.tsv"), rows)
    write_rivers(sources.magics)
    write_marine()
    seas.write_seas(*SEAS)
    print("relief", flush=True)
    relief.write_relief(sources, BASE)


def derive_divisions(sources):
    """The divisions of states anew, the borders, and the disputed lines and areas that are cut along them."""
    rows = names.read_table(DERIVING / "disputed.tsv")
    scales, properties = load_scales(sources)
    for scale in scales:
        by_pair = write_borders(scale, rows)
    write_disputed(scales[-1], properties, rows, by_pair, sources.world_map)
    write_admin1(scales[-1], properties)
    disputed_areas.write_areas(BASE, names.read_table(DERIVING / "disputed_areas.tsv"), rows)


def restate_disputes():
    """What the tables say of disputed lines and areas; needs no source, for the layers are there."""
    rows = names.read_table(DERIVING / "disputed.tsv")
    disputed_areas.restate_lines(BASE, rows, DISPUTED_FIELDS)
    disputed_areas.write_areas(BASE, names.read_table(DERIVING / "disputed_areas.tsv"), rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", help="folder for fetched packages (default: under $XDG_CACHE_HOME)")
    parser.add_argument("--only", choices=["places", "divisions", "disputes", "seas", "landforms", "relief", "check"],
                        help="derive only the places, the divisions, the seas, the names of the land or the relief, restate only what is disputed, or only check")
    options = parser.parse_args()
    try:
        if options.only == "disputes":
            restate_disputes()
        elif options.only == "seas":
            seas.write_seas(*SEAS)
        elif options.only == "landforms":
            landforms.derive(BASE, DERIVING, OVERLAY)
        elif options.only != "check":
            sources = Sources(cache_folder(options.cache))
            if options.only is None:
                derive(sources)
            if options.only == "divisions":
                derive_divisions(sources)
            elif options.only == "relief":
                relief.write_relief(sources, BASE)
            else:
                places.write_places(sources, BASE)
                landforms.derive(BASE, DERIVING, OVERLAY)
        problems = (checks.check_all(BASE) + list(sea_checks.check_seas(*SEAS)) + list(relief.check_relief(BASE)) +
                    landforms.check(BASE, DERIVING))
    except SourceError as error:
        print(f"derive.py: {error}", file=sys.stderr)
        return 1
    for problem in problems:
        print(f"derive.py: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
