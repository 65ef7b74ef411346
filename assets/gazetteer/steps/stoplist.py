"""Place names that are mostly something else in a text: a prior for the reader of texts, not a ban."""

import csv

FIELDS = ["name", "usually", "weight"]
# How sure it is that the word is not the place: 0.9 hardly ever the place, 0.5 either.
WEIGHT = {"word": 0.9, "given-name": 0.7, "surname": 0.6}
MOST_PEOPLED = 150_000  # a name that a town this large bears is meant often enough


def build(towns, dictionary, people, by_hand):
    words = {w.strip() for w in dictionary.read_text(encoding="utf-8").splitlines()}
    common = {w for w in words if w.isascii() and w.isalpha() and w == w.lower()}
    given = {p["name"] for p in people if "given" in p["use"]}
    family = {p["name"] for p in people if "family" in p["use"]}
    large = {n for t in towns if t["population"] >= MOST_PEOPLED or t["feature_code"] == "PPLC"
             for n in (t["name"], t["asciiname"])}
    found = {}
    for town in towns:
        for name in {town["name"], town["asciiname"], *town["alternates"].split(";")}:
            if not name.isalpha() or not name.isascii() or not name[0].isupper() or name in large:
                continue
            if name.lower() in common:
                found.setdefault(name, "word")
            elif name in given:
                found.setdefault(name, "given-name")
            elif name in family:
                found.setdefault(name, "surname")
    rows = {n: {"name": n, "usually": u, "weight": WEIGHT[u]} for n, u in found.items()}
    with open(by_hand, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["name"]] = {"name": row["name"], "usually": row["usually"], "weight": row["weight"]}
    return [rows[n] for n in sorted(rows) if rows[n]["usually"] != "place"]
