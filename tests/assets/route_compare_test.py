#!/usr/bin/env python3
"""That compare.py measures what it says: known offsets, gaps and limits, on lines and files made for it."""

import json
import math
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROUTES = Path(__file__).resolve().parents[2] / "maps" / "routes"
sys.path.insert(0, str(ROUTES))
import compare  # noqa: E402
from build import Alignment, RouteError, Vertex, geodesic_km  # noqa: E402

BOX = (0, 0, 90, 90)


def line(name, *points):
    return Alignment(name, [Vertex(*point) for point in points])


def collection(*geometries):
    return {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": g} for g in geometries]}


class Distances(unittest.TestCase):
    def test_parallel_line_is_as_far_off_as_it_lies(self):
        off_deg = 0.02
        result = compare.compare(line("r", (40, 40), (41, 40)), compare.Reference([[(39.9, 40 + off_deg), (41.1, 40 + off_deg)]]))
        expected = geodesic_km((40.5, 40), (40.5, 40 + off_deg))
        self.assertAlmostEqual(result.mean_km, expected, places=3)
        self.assertAlmostEqual(result.worst_km, expected, places=3)
        self.assertEqual(result.covered, 1)

    def test_nearest_of_many_lines_counts_in_whichever_cell_it_lies(self):
        far, near = [(39, 40.21), (42, 40.21)], [(39, 40.012), (42, 40.012)]
        for lines in ([far, near], [near, far]):
            reference = compare.Reference(lines)
            for lon in (40.001, 40.249, 40.251, 41.7):
                off = reference.distance_km((lon, 39.999), 60)
                self.assertAlmostEqual(off, geodesic_km((lon, 39.999), (lon, 40.012)), places=3)

    def test_search_agrees_with_trying_every_piece(self):
        zigzag = [(40 + i * 0.137, 40 + 0.4 * math.sin(i * 1.7)) for i in range(30)]
        reference = compare.Reference([zigzag])
        pieces = {piece for cell in reference.cells.values() for piece in cell}
        for i in range(60):
            point = (40 + i * 0.067, 40.9 - i * 0.03)
            one_cell = compare.Reference([])
            one_cell.cells = {key: list(pieces) for key in [(math.floor(point[0] / compare.CELL_DEG), math.floor(point[1] / compare.CELL_DEG))]}
            self.assertAlmostEqual(reference.distance_km(point, 300), one_cell.distance_km(point, 300), places=6)

    def test_bend_that_the_reference_lacks_is_the_worst_place_and_named(self):
        railway = line("r", (40, 40, "Aton", True), (40.5, 40.1, "Beton", True), (41, 40, "Ceton", True))
        result = compare.compare(railway, compare.Reference([[(40, 40), (41, 40)]]))
        self.assertEqual(result.worst_near, "Beton")
        self.assertAlmostEqual(result.worst_km, geodesic_km((40.5, 40.1), (40.5, 40)), delta=0.3)
        self.assertLess(result.mean_km, result.most_km)
        self.assertLess(result.most_km, result.worst_km)

    def test_gap_in_the_reference_is_not_counted_as_error(self):
        result = compare.compare(line("r", (40, 40), (42, 40)), compare.Reference([[(40, 40), (41, 40)]]), cutoff_km=5)
        self.assertAlmostEqual(result.covered, 0.53, delta=0.02)
        self.assertLess(result.worst_km, 5.001)

    def test_line_with_nothing_near_is_left_out(self):
        self.assertIsNone(compare.compare(line("r", (40, 40), (41, 40)), compare.Reference([[(60, 60), (61, 60)]])))


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, text):
        path = Path(self.folder.name) / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_lines_of_every_kind_are_read_and_points_are_not(self):
        path = self.write("a.geojson", json.dumps(collection(
            {"type": "LineString", "coordinates": [[40, 40, 7], [41, 40, 8]]}, {"type": "Point", "coordinates": [40, 40]}, None,
            {"type": "GeometryCollection", "geometries": [{"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]}]})))
        self.assertEqual(compare.read_lines(path, BOX, None, None), [[(40, 40), (41, 40)], [(1, 2), (3, 4)], [(5, 6), (7, 8)]])

    def test_bare_geometry_is_read(self):
        path = self.write("a.json", json.dumps({"type": "LineString", "coordinates": [[40, 40], [41, 40]]}))
        self.assertEqual(len(compare.read_lines(path, BOX, None, None)), 1)

    def test_what_cannot_be_read_is_told_in_one_line(self):
        broken, points = self.write("b.geojson", "{"), self.write("p.geojson", json.dumps(collection({"type": "Point", "coordinates": [1, 2]})))
        odd = self.write("o.geojson", json.dumps(collection({"type": "LineString", "coordinates": [1, 2]})))
        for path in (broken, points, odd, Path(self.folder.name) / "none.geojson"):
            with self.assertRaises(RouteError) as caught:
                compare.read_lines(path, BOX, None, None)
            self.assertIn(path.name, str(caught.exception))
            self.assertNotIn("\n", str(caught.exception))

    @unittest.skipIf(shutil.which("ogr2ogr") is None, "needs ogr2ogr")
    def test_other_formats_are_read_and_put_into_degrees(self):
        source = self.write("a.geojson", json.dumps(collection({"type": "LineString", "coordinates": [[40, 40], [41, 40]]})))
        shape = Path(self.folder.name) / "mercator.shp"
        subprocess.run(["ogr2ogr", "-t_srs", "EPSG:3857", str(shape), str(source)], check=True, capture_output=True)
        (read,) = compare.read_lines(shape, BOX, None, None)
        for position, expected in zip(read, [(40, 40), (41, 40)]):
            self.assertAlmostEqual(position[0], expected[0], places=5)
            self.assertAlmostEqual(position[1], expected[1], places=5)

    def run_script(self, *arguments):
        return subprocess.run([sys.executable, "-I", str(ROUTES / "compare.py"), *map(str, arguments)], capture_output=True, text=True, check=False)

    def test_an_alignment_against_its_own_route_is_nowhere_off_and_beside_it_is(self):
        route = json.loads((ROUTES / "baku-tbilisi-kars.geojson").read_text(encoding="utf-8"))
        itself = self.run_script(ROUTES / "baku-tbilisi-kars.geojson", "akhalkalaki-kars", "--limit", "0.01", "0.01")
        self.assertEqual(itself.returncode, 0, itself.stderr)
        for feature in route["features"]:
            feature["geometry"]["coordinates"] = [[x + 0.15, y] for x, y in feature["geometry"]["coordinates"]]
        shifted = self.run_script(self.write("east.geojson", json.dumps(route)), "akhalkalaki-kars", "--limit", "3", "10")
        self.assertEqual(shifted.returncode, 1)
        self.assertIn("akhalkalaki-kars", shifted.stderr)

    def test_wrong_use_ends_with_one_line_and_status_1(self):
        for arguments in (("none.geojson",), (ROUTES / "baku-supsa.geojson", "no-such-line")):
            done = self.run_script(*arguments)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(len(done.stderr.strip().splitlines()), 1)


if __name__ == "__main__":
    unittest.main()
