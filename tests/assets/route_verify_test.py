#!/usr/bin/env python3
"""That the checks of the alignments find what is wrong: each is given a line that it must refuse and one that it must let pass."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "maps" / "routes"))
import verify  # noqa: E402
from build import Alignment, Land, RouteError, Vertex  # noqa: E402


def line(name, *points):
    return Alignment(name, [Vertex(*point) for point in points])


class Plane:
    """A relief that rises to the east, with a valley along the 40th parallel."""

    def __init__(self, rise_m_per_deg, depth_m):
        self.rise, self.depth = rise_m_per_deg, depth_m

    def at(self, lon, lat):
        return (lon - 40) * self.rise - (self.depth if abs(lat - 40) < 0.03 else 0)

    def lowest_near(self, lon, lat, radius_km):
        return min(self.at(lon, lat + step * radius_km / 555) for step in range(-5, 6))


class Checks(unittest.TestCase):
    def test_town_off_the_line_is_found(self):
        towns = {"ceton": [(40.5, 40.05)]}
        railway = line("r", (40, 40), (40.5, 40, "Ceton", True), (41, 40))
        found = verify.check_towns(railway, "rail", towns)
        self.assertEqual([fault.where for fault in found], ["Ceton"])
        self.assertEqual(verify.check_towns(railway, "pipeline", towns), [])

    def test_town_of_the_same_name_far_away_is_no_fault(self):
        railway = line("r", (40, 40), (40.5, 40, "Ceton", True), (41, 40))
        self.assertEqual(verify.check_towns(railway, "rail", {"ceton": [(44.5, 40.05)]}), [])

    def test_station_that_the_railway_misses_is_found(self):
        railway = line("r", (40, 40), (41, 40))
        found = verify.check_stations(railway, [("Aton", (40.3, 40.01)), ("Beton", (40.6, 40.03)), ("Ceton", (41.1, 40))])
        self.assertEqual([(fault.where, fault.check) for fault in found], [("Beton", "station"), ("Ceton", "station")])

    def test_station_table_is_read_by_alignment_and_a_torn_row_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "stations.tsv"
            table.write_text("alignment\tstation\tlon\tlat\nr\tAton\t40.5\t40\ns\tBeton Yard\t41\t40.25\n")
            self.assertEqual(verify.read_stations(table), {"r": [("Aton", (40.5, 40))], "s": [("Beton Yard", (41, 40.25))]})
            for row in ("r\tAton\t40.5", "r\tAton\tforty\t40"):
                table.write_text("alignment\tstation\tlon\tlat\n" + row + "\n")
                with self.assertRaisesRegex(RouteError, "needs alignment"):
                    verify.read_stations(table)

    def test_long_straight_piece_is_found_and_shorter_ones_pass(self):
        railway = line("r", (40, 40, "Aton", True), (40.2, 40), (40.55, 40, "Beton", True))
        self.assertEqual([fault.where for fault in verify.check_chords(railway, "rail")], ["Beton"])
        self.assertEqual(verify.check_chords(railway, "pipeline"), [])

    def test_turn_back_is_a_kink(self):
        self.assertEqual(len(verify.check_turns(line("r", (40, 40), (40.5, 40), (40.1, 40.02)), "rail")), 1)
        self.assertEqual(verify.check_turns(line("r", (40, 40), (40.5, 40), (40.9, 40.2)), "rail"), [])

    def test_line_through_a_lake_is_found(self):
        square = [[40.2, 39.9], [40.4, 39.9], [40.4, 40.1], [40.2, 40.1], [40.2, 39.9]]
        lake = Land({"features": [{"geometry": {"type": "Polygon", "coordinates": [square]}}]})
        self.assertEqual(len(verify.check_lakes(line("r", (40, 40), (41, 40)), lake)), 1)
        self.assertEqual(verify.check_lakes(line("r", (40, 40.2), (41, 40.2)), lake), [])

    def test_railway_drawn_twice_is_found(self):
        first, copy, other = line("a", (40, 40), (41, 40)), line("b", (40.2, 40.003), (40.8, 40.003)), line("c", (40, 40.1), (41, 40.1))
        self.assertEqual([(f.alignment, f.where) for f in verify.check_twins([first, copy, other])], [("a", "b")])

    def test_line_over_a_ridge_is_found_and_one_in_the_valley_passes(self):
        land = Plane(0, 900)
        self.assertEqual([f.check for f in verify.check_relief(line("r", (40, 40.05), (41, 40.05)), "rail", land)], ["ridge"])
        self.assertEqual(verify.check_relief(line("r", (40, 40), (41, 40)), "rail", land), [])

    def test_ground_too_steep_for_a_railway_is_found(self):
        steep = Plane(5000, 0)  # 5 km a degree, about 5.9 %
        self.assertEqual([f.check for f in verify.check_relief(line("r", (40, 40), (41, 40)), "rail", steep)], ["grade"])
        self.assertEqual(verify.check_relief(line("r", (40, 40), (41, 40)), "road", steep), [])

    def test_length_that_is_not_the_published_one_is_found(self):
        railway = line("r", (40, 40, "Aton", True), (41, 40, "Beton", True))  # 85.4 km
        entry = {"along": ["r: Aton .. Beton"], "km": 85, "tolerance_percent": 2, "source": "a table"}
        self.assertEqual(verify.check_lengths([entry], {"r": railway}), [])
        self.assertEqual(len(verify.check_lengths([{**entry, "km": 100}], {"r": railway})), 1)
        self.assertEqual(len(verify.check_lengths([{**entry, "source": " "}], {"r": railway})), 1)


if __name__ == "__main__":
    unittest.main()
