#!/usr/bin/env python3
"""Measures the routes against a gazetteer: how far is each named stop's town centre from the drawn line?

    maps/routes/measure.py cities500.txt        a table in the GeoNames layout (19 tab-separated columns)

A town centre lies up to a few kilometres from its station or road, so this finds blunders and gives an upper
bound; it is no survey. Ferries, cables and sea pipes are left out.
"""

import json
import math
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEARCH_KM = 15.0


def plain(name: str) -> str:
    """Lower case without diacritics, so that 'Sarikamis' finds 'Sarıkamış'."""
    folded = name.replace("ı", "i").replace("ə", "a").replace("ğ", "g").lower()
    return "".join(c for c in unicodedata.normalize("NFD", folded) if c.isalnum() and not unicodedata.combining(c))


def read_gazetteer(path: str) -> dict[str, list[tuple[float, float]]]:
    towns: dict[str, list[tuple[float, float]]] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) < 6:
            continue
        position = (float(columns[5]), float(columns[4]))
        if not (5 < position[0] < 90 and 20 < position[1] < 60):
            continue
        for name in {columns[1], columns[2], *columns[3].split(",")}:
            towns.setdefault(plain(name), []).append(position)
    return towns


def local_km(origin, point):
    return ((point[0] - origin[0]) * 111.32 * math.cos(math.radians(origin[1])), (point[1] - origin[1]) * 111.0)


def distance_to_line_km(town, line) -> float:
    best = math.inf
    for a, b in zip(line, line[1:]):
        (ax, ay), (bx, by) = local_km(town, a), local_km(town, b)
        dx, dy = bx - ax, by - ay
        t = max(0.0, min(1.0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
        best = min(best, math.hypot(ax + t * dx, ay + t * dy))
    return best


def measure(route: dict, towns) -> list[tuple[float, str]]:
    found: dict[str, float] = {}
    for feature in route["features"]:
        line, properties = feature["geometry"]["coordinates"], feature["properties"]
        if properties["kind"] in ("ferry", "cable"):
            continue
        for stop in properties["stops"]:
            near = [d for town in towns.get(plain(stop), ())
                    if (d := distance_to_line_km(town, line)) < SEARCH_KM]
            if near:
                found[stop] = min(near)
    return sorted(((d, stop) for stop, d in found.items()), reverse=True)


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    towns = read_gazetteer(sys.argv[1])
    print(f"{'route':34} {'towns':>5} {'mean km':>8} {'worst':>6}  the three worst")
    for path in sorted(HERE.glob("*.geojson")):
        rows = measure(json.loads(path.read_text(encoding="utf-8")), towns)
        if rows:
            mean = sum(d for d, _ in rows) / len(rows)
            worst = ", ".join(f"{stop} {d:.1f}" for d, stop in rows[:3])
            print(f"{path.stem:34} {len(rows):5} {mean:8.1f} {rows[0][0]:6.1f}  {worst}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
