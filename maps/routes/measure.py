#!/usr/bin/env python3
"""Measures the alignments against a gazetteer: how far is each named stop's town centre from the drawn line?

    maps/routes/measure.py                  against the gazetteer that ships
    maps/routes/measure.py cities500.txt    against a table in the GeoNames layout (19 tab-separated columns)

A town centre lies up to a few kilometres from its station or road, so this finds blunders and gives an upper
bound; it is no survey. What lies at sea is left out, and so is a stop of which the gazetteer knows nothing near.
"""

import gzip
import math
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # python -I leaves it out
from build import Alignment, read_alignment  # noqa: E402

SHIPPED = HERE.parent.parent / "assets" / "gazetteer" / "places.tsv.gz"
SEARCH_DEG = 0.3
WEST, SOUTH, EAST, NORTH = 5, 20, 125, 60


@dataclass
class Stop:
    alignment: str
    name: str
    off_km: float


def plain(name: str) -> str:
    """Lower case without diacritics, so that 'Sarikamis' finds 'Sarıkamış'."""
    folded = name.replace("ı", "i").replace("ə", "a").replace("ğ", "g").lower()
    return "".join(c for c in unicodedata.normalize("NFD", folded) if c.isalnum() and not unicodedata.combining(c))


def read_gazetteer(path: Path) -> dict[str, list[tuple[float, float]]]:
    """Positions by plain name, of the table that ships (.gz) or of one in the GeoNames layout."""
    shipped = path.suffix == ".gz"
    text = gzip.open(path, "rt", encoding="utf-8").read() if shipped else path.read_text(encoding="utf-8")
    separator = ";" if shipped else ","
    towns: dict[str, list[tuple[float, float]]] = {}
    for line in text.splitlines():
        columns = line.split("\t")
        try:
            position = (float(columns[5]), float(columns[4]))
        except (IndexError, ValueError):
            continue  # the heading, or a torn line
        if WEST < position[0] < EAST and SOUTH < position[1] < NORTH:
            for name in {columns[1], columns[2], *columns[3].split(separator)}:
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


def measure(alignment: Alignment, towns) -> list[Stop]:
    line = [(v.lon, v.lat) for v in alignment.vertices]
    found = []
    for vertex in alignment.vertices:
        if vertex.is_stop:
            near = [distance_to_line_km(town, line) for town in towns.get(plain(vertex.name), ())
                    if abs(town[0] - vertex.lon) < SEARCH_DEG and abs(town[1] - vertex.lat) < SEARCH_DEG]
            if near:
                found.append(Stop(alignment.name, vertex.name, min(near)))
    return sorted(found, key=lambda stop: -stop.off_km)


def main() -> int:
    if len(sys.argv) > 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    towns = read_gazetteer(Path(sys.argv[1]) if len(sys.argv) == 2 else SHIPPED)
    print(f"{'alignment':28} {'towns':>5} {'mean km':>8} {'worst':>6}  the three worst")
    for path in sorted((HERE / "alignments").glob("*.txt")):
        stops = measure(read_alignment(path), towns)
        if stops:
            mean = sum(stop.off_km for stop in stops) / len(stops)
            worst = ", ".join(f"{stop.name} {stop.off_km:.1f}" for stop in stops[:3])
            print(f"{path.stem:28} {len(stops):5} {mean:8.1f} {stops[0].off_km:6.1f}  {worst}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
