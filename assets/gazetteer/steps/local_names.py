"""Names of towns in Arabic, Persian and Greek script, for the map's local names. (Cyrillic, Georgian and Armenian ones stand
among the alternates of places.tsv.gz.) Run: local_names.py CITIES500 OUT"""

import sys
import unicodedata

ARABIC = set("SA AE QA KW BH OM YE IQ SY JO LB PS EG LY TN DZ MA SD".split())
GREEK = {"GR", "CY"}
LEAST_POPULATION = 15_000
ARABIC_LETTERS = set("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ")
PERSIAN_LETTERS = set("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئء ")
NOT_NAMES = ("مدينة ", "محافظة ")


def greek(name):
    return all(c == " " or "GREEK" in unicodedata.name(c, "") and "\u0370" <= c <= "\u03ff" for c in name) and \
        any(c in "άέήίόύώΆΈΉΊΌΎΏ" for c in name)


def chosen(country, alternates):
    """The first that is spelt as the country spells; of Arabic ones, one with its article if there is any."""
    if country in GREEK:
        return next(filter(greek, alternates), "")
    letters = PERSIAN_LETTERS if country == "IR" else ARABIC_LETTERS
    spelt = sorted((a for a in alternates if a and set(a) <= letters and not a.startswith(NOT_NAMES)), key=lambda a: a.count(" "))
    return next((a for a in spelt if a.startswith("ال")), spelt[0] if spelt else "")


def main(source, out):
    rows = []
    with open(source, encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            country = fields[8] if len(fields) > 14 else ""
            if country not in ARABIC | GREEK | {"IR"} or int(fields[14] or 0) < LEAST_POPULATION:
                continue
            if name := chosen(country, fields[3].split(",")):
                rows.append((int(fields[0]), name))
    with open(out, "w", encoding="utf-8") as file:
        file.write("geonameid\tname\n")
        file.writelines(f"{ident}\t{name}\n" for ident, name in sorted(rows))


if __name__ == "__main__":
    main(*sys.argv[1:])
