#!/usr/bin/env python3
"""The command line's contract, kept by the real program: exit statuses, one clear line for each fault, nothing half-written.

  command_line_test.py DATELINE SOURCE_FOLDER
"""
import csv
import json
import os
import random
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import zlib
from pathlib import Path

PROGRAM, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
SAMPLE = SOURCE / "assets/samples/april-2023.md"
WORLDVIEW = SOURCE / "tests/data/worldviews/example.json"
DONE, INPUT_AT_FAULT, COMMAND_LINE_AT_FAULT, STOPPED = 0, 1, 2, 130
HEADLESS = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}

SMALL = """# Notes, 30 April 2023

On April 23, Azerbaijan set up a checkpoint on the road from Lachin to Khankendi. The ministers met in Sofia on April 25.
"""


class Run:
    def __init__(self, *arguments, stdin: str | bytes = "", environment: dict | None = None, folder: Path | None = None):
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run([PROGRAM, *arguments], input=data, capture_output=True, cwd=folder,
                              env=HEADLESS if environment is None else environment, timeout=300)
        self.status, self.out = done.returncode, done.stdout.decode()
        self.err = done.stderr.decode(errors="replace")


def png_size(path: Path) -> tuple[int, int]:
    """Checks the whole file: signature, every chunk's checksum, and that the pixels inflate to the right length."""
    data = path.read_bytes()
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise AssertionError("not a PNG")
    at, pixels, size, channels = 8, b"", (0, 0), 0
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if zlib.crc32(kind + body) != struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0]:
            raise AssertionError("damaged chunk")
        if kind == b"IHDR":
            size, channels = struct.unpack(">II", body[:8]), {2: 3, 6: 4}[body[9]]
        if kind == b"IDAT":
            pixels += body
        at += 12 + length
    if len(zlib.decompress(pixels)) != size[1] * (1 + size[0] * channels):
        raise AssertionError("pixels are missing")
    return size


class Contract(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    @staticmethod
    def rows(path: Path) -> list[dict]:
        with path.open(newline="") as file:
            return list(csv.DictReader(file))

    def refuses(self, run: Run, status: int, *parts: str):
        """The status, and one line on stderr that says what and where."""
        self.assertEqual(run.status, status, run.err)
        lines = run.err.strip().splitlines()
        self.assertEqual(len(lines), 1, f"one line, not: {run.err}")
        self.assertTrue(lines[0].startswith("dateline: "), lines[0])
        for part in parts:
            self.assertIn(part, lines[0])
        self.assertLess(len(lines[0]), 700)
        self.assertEqual(run.out, "")
        self.assertFalse(list(self.folder.glob(".*part*")), "temporary files are gone")


class Usage(Contract):
    def test_help_and_version_go_to_stdout(self):
        for option in ("--help", "--version"):
            run = Run(option)
            self.assertEqual((run.status, run.err), (DONE, ""))
            self.assertIn("dateline", run.out.lower())

    def test_help_names_every_command_and_the_man_page_too(self):
        text, page = Run("--help").out, (SOURCE / "docs/dateline.1").read_text()
        for command in ("extract", "compare", "annotate", "render", "convert", "check", "play", "bench"):
            self.assertIn(command, text)
            self.assertIn(command, page)
        for option in ("--size", "--scale", "--at", "--from", "--to", "--scene", "--theme", "--projection", "--bbox", "--layout"):
            self.assertIn(option, Run("render", "--help").out)
            self.assertIn(option, page.replace("\\-", "-"))

    def test_reading_a_stream_loads_neither_gdal_nor_a_window(self):
        listed = subprocess.run([PROGRAM], env={**HEADLESS, "LD_TRACE_LOADED_OBJECTS": "1"}, capture_output=True, text=True, check=True).stdout
        self.assertIn("libc.so", listed)
        for library in ("libgdal", "libglfw", "libcairo"):
            self.assertNotIn(library, listed)

    def test_without_its_other_half_the_program_names_it(self):
        alone = self.folder / "dateline"
        shutil.copy2(PROGRAM, alone)
        done = subprocess.run([alone, "--version"], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, INPUT_AT_FAULT)
        self.assertRegex(done.stderr, r"dateline-desk.*cannot be started.*beside dateline")
        self.assertEqual(done.stderr.count("\n"), 1)

    def test_wrong_command_lines_are_status_2(self):
        for arguments in (["--frobnicate"], ["extract"], ["extract", "a.md"], ["render", "a.md"], ["convert", "a.gpkg"], ["check"],
                          ["play"], ["bench", "no-such-benchmark"]):
            with self.subTest(arguments):
                self.refuses(Run(*arguments), COMMAND_LINE_AT_FAULT)

    def test_wrong_options_of_render_are_status_2_before_anything_is_read(self):
        out = self.folder / "map.png"
        for options, part in ((["--size", "1920"], "--size"), (["--size", "0x10"], "--size"), (["--size", "99999x99999"], "--size"),
                              (["--scale", "0"], "--scale"), (["--scale", "many"], "--scale"), (["--at", "2023-02-30"], "--at"),
                              (["--at", "yesterday"], "--at"), (["--from", "2023-13"], "--from"), (["--to", "x"], "--to"),
                              (["--from", "2023-05", "--to", "2023-04"], "--from"), (["--theme", "pink"], "--theme"),
                              (["--projection", "flat"], "--projection"), (["--layout", "poster"], "--layout"),
                              (["--layout", "figure", "--size", "800x800"], "--size"), (["--layout", "route"], "--route"), (["--bbox", "1,2,3"], "--bbox"), (["--bbox", "1,2,3,x"], "--bbox"), (["--bbox", "0,50,10,40"], "--bbox"),
                              (["--bbox", "0,-100,10,40"], "--bbox"), (["--bbox", "nan,0,10,40"], "--bbox"),
                              (["--bearing", "north"], "--bearing"), (["--bearing", "400"], "--bearing"), (["--show", "unicorns"], "--show")):
            with self.subTest(options):
                self.refuses(Run("render", self.folder / "not-there.md", "-o", out, *options), COMMAND_LINE_AT_FAULT, part)
                self.assertFalse(out.exists())

    def test_unknown_endings_are_named(self):
        source = self.file("notes.md", SMALL)
        self.refuses(Run("render", source, "-o", self.folder / "map.bmp"), COMMAND_LINE_AT_FAULT, "map.bmp", ".png")
        self.refuses(Run("extract", source, "-o", self.folder / "events.xyz"), COMMAND_LINE_AT_FAULT, "events.xyz")
        self.refuses(Run("convert", source, self.folder / "events.xyz"), COMMAND_LINE_AT_FAULT, "events.xyz")


class BadInput(Contract):
    def setUp(self):
        super().setUp()
        self.out = self.folder / "out.gpkg"

    def refuses_file(self, path: Path, *parts: str):
        for run in (Run("extract", path, "-o", self.out), Run("render", path, "-o", self.folder / "out.png")):
            self.refuses(run, INPUT_AT_FAULT, path.name, *parts)
        self.assertFalse(self.out.exists())
        self.assertFalse((self.folder / "out.png").exists())

    def test_absent(self):
        self.refuses_file(self.folder / "not-there.md")

    def test_a_folder(self):
        (self.folder / "folder.md").mkdir()
        self.refuses_file(self.folder / "folder.md", "folder")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_unreadable(self):
        path = self.file("secret.md", SMALL)
        path.chmod(0)
        self.refuses_file(path, "permission")

    def test_empty(self):
        self.refuses_file(self.file("empty.md", ""), "empty")
        self.refuses_file(self.file("blank.md", " \n\n\t\n"))

    def test_binary(self):
        random.seed(1)
        self.refuses_file(self.file("picture.md", random.randbytes(20000)), "binary")

    def test_without_any_date(self):
        self.refuses_file(self.file("undated.md", "The committee likes tea. It has always liked tea.\n" * 5), "date")

    def test_wrongly_encoded_text_is_read_and_said(self):
        text = "30 апреля 2023\n\nOn April 25, 2023, the ministers met in Sofia. Участники встречи обсудили транспорт и энергетику.\n"
        for encoding in ("cp1251", "utf-16"):
            with self.subTest(encoding):
                out = self.folder / f"{encoding}.csv"
                run = Run("extract", self.file(f"{encoding}.txt", text.encode(encoding)), "-o", out)
                self.assertEqual(run.status, DONE, run.err)
                self.assertIn("2023-04-25", out.read_text())

    def test_damaged_utf8_is_read(self):
        out = self.folder / "events.csv"
        run = Run("extract", self.file("damaged.md", SMALL.encode().replace(b"road", b"ro\xff\xfe\xc3d")), "-o", out)
        self.assertEqual(run.status, DONE, run.err)
        self.assertIn("2023-04-23", out.read_text())

    def test_huge_text_is_read_or_refused_but_never_half_written(self):
        line = "The weather was fine and nothing was decided in any of the many committees that met. "
        path = self.folder / "huge.md"
        with path.open("w") as file:
            for _ in range(1300):
                file.write((line * 900) + "\n\n")
        self.assertGreater(path.stat().st_size, 95_000_000)
        self.refuses(Run("extract", path, "-o", self.out), INPUT_AT_FAULT, "huge.md", "date")
        self.assertFalse(self.out.exists())

    def test_a_geopackage_without_our_tables(self):
        path = self.folder / "other.gpkg"
        with sqlite3.connect(path) as store:
            store.execute("create table trees (id integer primary key, name text)")
        self.refuses_file(path)
        self.refuses_file(self.file("text.gpkg", "this is no database"))
        self.refuses_file(self.file("empty.gpkg", ""))

    def test_damaged_event_files(self):
        self.refuses_file(self.file("cut.geojson", '{"type":"FeatureCollection","features":[{"type":"Fea'))
        self.refuses_file(self.file("list.geojson", "[1,2,3]"))

    def test_a_missing_converter_or_damaged_document(self):
        self.refuses(Run("extract", self.file("paper.pdf", b"%PDF-1.4 nothing"), "-o", self.out), INPUT_AT_FAULT, "paper.pdf")
        bare = dict(HEADLESS, PATH="/nonexistent")
        self.refuses(Run("extract", self.folder / "paper.pdf", "-o", self.out, environment=bare), INPUT_AT_FAULT, "poppler-utils")

    def test_a_failed_write_leaves_the_old_file(self):
        source = self.file("notes.md", SMALL)
        self.refuses(Run("extract", source, "-o", self.folder / "no/such/out.gpkg"), INPUT_AT_FAULT, "no/such")
        self.refuses(Run("render", source, "-o", self.folder / "no/such/out.png"), INPUT_AT_FAULT, "no/such")
        old = self.file("old.gpkg", "what was there before")
        self.refuses(Run("extract", self.folder / "not-there.md", "-o", old), INPUT_AT_FAULT)
        self.assertEqual(old.read_text(), "what was there before")
        if Path("/dev/full").exists():
            run = Run("extract", source, "-o", "/dev/full/x.gpkg")
            self.assertEqual(run.status, INPUT_AT_FAULT)

    def test_killed_while_writing_the_old_or_the_new_file_is_there(self):
        out = self.folder / "events.gpkg"
        self.assertEqual(Run("extract", SAMPLE, "-o", out).status, DONE)
        for delay_s in (0.02, 0.08, 0.2, 0.4, 0.6):
            process = subprocess.Popen([PROGRAM, "extract", SAMPLE, "-o", out], stderr=subprocess.DEVNULL)
            time.sleep(delay_s)
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.assertEqual(Run("convert", out, self.folder / "again.csv").status, DONE)

    def test_route_files_are_checked_line_by_line(self):
        for path in sorted((SOURCE / "tests/data/routes").glob("*.geojson")):
            if path.name == "without_header.geojson":
                continue   # anybody's GeoJSON, then
            with self.subTest(path.name):
                run = Run("check", path)
                self.assertEqual(run.status, DONE if path.name == "small.geojson" else INPUT_AT_FAULT, run.out + run.err)
                if run.status:
                    self.assertIn(path.name, run.out)

    def test_worldviews_are_checked_line_by_line(self):
        run = Run("check", WORLDVIEW)
        self.assertEqual((run.status, run.out), (DONE, ""), run.err)
        broken = WORLDVIEW.read_text().replace('"agreed"', '"yes"').replace("*Kashmir*", "Atlantis")
        run = Run("check", self.file("broken.json", broken))
        self.assertEqual(run.status, INPUT_AT_FAULT)
        self.assertEqual(len(run.out.splitlines()), 2, run.out)
        self.assertIn("boundary 1", run.out)
        self.assertIn("Atlantis", run.out)

    def test_a_worldview_that_is_none_is_named(self):
        source, out = self.file("notes.md", SMALL), self.folder / "out.png"
        for path in (self.folder / "absent.json", self.file("no.json", "{}"), self.file("text.json", "text")):
            self.refuses(Run("render", source, "-o", out, "--worldview", path), INPUT_AT_FAULT, path.name)
            self.assertFalse(out.exists())

    def test_a_corrupt_route_does_not_stop_the_others(self):
        data = self.copy_of_data()
        (data / "maps/routes/blue-stream.geojson").write_text('{"dateline": broken')
        out = self.folder / "out.png"
        run = Run("render", self.file("notes.md", SMALL), "-o", out, "--size", "400x300", environment=self.with_data(data))
        self.assertEqual(run.status, DONE, run.err)
        self.assertIn("blue-stream.geojson", run.err)
        self.assertEqual(png_size(out), (400, 300))

    def copy_of_data(self) -> Path:
        data = self.folder / "data-root"
        data.mkdir()
        shutil.copytree(SOURCE / "assets", data / "assets", ignore=shutil.ignore_patterns("gazetteer"))
        shutil.copytree(SOURCE / "maps/routes", data / "maps/routes")
        (data / "data").symlink_to(PROGRAM.parent / "data")
        return data

    def with_data(self, data: Path) -> dict:
        return dict(HEADLESS, DATELINE_DATA=str(data))

    def test_missing_fonts_themes_and_data_are_named(self):
        source = self.file("notes.md", SMALL)
        for missing in ("assets/fonts", "assets/themes/dark.json"):
            with self.subTest(missing):
                data = self.copy_of_data()
                path = data / missing
                shutil.rmtree(path) if path.is_dir() else path.unlink()
                run = Run("render", source, "-o", self.folder / "out.png", environment=self.with_data(data))
                self.refuses(run, INPUT_AT_FAULT, Path(missing).name)
                shutil.rmtree(data)
        self.refuses(Run("render", source, "-o", self.folder / "out.png", environment=self.with_data(self.folder / "nowhere")),
                     INPUT_AT_FAULT, "DATELINE_DATA")

    def test_damaged_baked_data_is_named(self):
        source = self.file("notes.md", SMALL)
        for name in ("basemap.bin", "gazetteer.bin"):
            with self.subTest(name):
                data = self.copy_of_data()
                (data / "data").unlink()
                shutil.copytree(PROGRAM.parent / "data", data / "data")
                whole = (data / "data" / name).read_bytes()
                for broken in (b"", b"nonsense" * 100, whole[:len(whole) // 2]):
                    (data / "data" / name).write_bytes(broken)
                    run = Run("render", source, "-o", self.folder / "out.png", environment=self.with_data(data))
                    self.refuses(run, INPUT_AT_FAULT, name)
                shutil.rmtree(data)

    def test_without_a_display_the_window_says_what_to_do(self):
        self.refuses(Run(SAMPLE), INPUT_AT_FAULT, "display", "dateline render")

    def test_without_a_driver_render_says_what_to_do(self):
        broken = dict(HEADLESS, __EGL_VENDOR_LIBRARY_DIRS="/nonexistent", LIBGL_DRIVERS_PATH="/nonexistent")
        self.refuses(Run("render", self.file("notes.md", SMALL), "-o", self.folder / "out.png", environment=broken), INPUT_AT_FAULT)

    def test_without_opengl_3_3_render_says_what_there_is(self):
        old = dict(HEADLESS, MESA_GL_VERSION_OVERRIDE="3.1", LIBGL_ALWAYS_SOFTWARE="1")
        self.refuses(Run("render", self.file("notes.md", SMALL), "-o", self.folder / "out.png", environment=old), INPUT_AT_FAULT, "3.3")

    def test_scripts_with_a_fault_are_named_by_line(self):
        source = self.file("notes.md", SMALL)
        for content, part in (("not json\n", ":1"), ('{"action":"fit_all"}\n{"action":"dance"}\n', ":2"), ("", "script.jsonl")):
            script = self.file("script.jsonl", content)
            self.refuses(Run("play", "--headless", script, source), INPUT_AT_FAULT, part)


class Work(Contract):
    def test_extract_gives_events_with_their_evidence(self):
        out = self.folder / "events.csv"
        self.assertEqual(Run("extract", self.file("notes.md", SMALL), "-o", out).status, DONE)
        rows = self.rows(out)
        self.assertIn("2023-04-23", [row["date"] for row in rows])
        for row in rows:
            self.assertEqual(SMALL[int(row["char_start"]):int(row["char_end"])], row["quote"])

    def test_the_same_document_gives_the_same_ids(self):
        source = self.file("notes.md", SMALL)
        texts = []
        for name in ("a.geojson", "b.geojson"):
            self.assertEqual(Run("extract", source, "-o", self.folder / name).status, DONE)
            texts.append((self.folder / name).read_text())
        ids = [[feature["properties"]["id"] for feature in json.loads(text)["features"]] for text in texts]
        self.assertEqual(ids[0], ids[1])
        self.assertEqual(len(ids[0]), len(set(ids[0])))

    def test_events_survive_every_format(self):
        source, first = self.file("notes.md", SMALL), self.folder / "a.gpkg"
        self.assertEqual(Run("extract", source, "-o", first).status, DONE)
        chain = [first]
        for ending in ("geojson", "csv", "gpkg", "geojson"):
            chain.append(self.folder / f"{len(chain)}.{ending}")
            self.assertEqual(Run("convert", chain[-2], chain[-1]).status, DONE)
        kept = ("id", "title", "date", "place", "category", "quote", "confidence")
        read = [[{key: feature["properties"].get(key) for key in kept} for feature in json.loads(path.read_text())["features"]]
                for path in (chain[1], chain[4])]
        self.assertEqual(read[0], read[1])

    def test_annotate_answers_a_line_for_a_line(self):
        lines = [{"doc": "1", "text": "They met in Sofia on April 25.", "dct": "2023-04-30"}, {"doc": "2", "text": "Чай.", "dct": None}]
        run = Run("annotate", stdin="".join(json.dumps(line) + "\n" for line in lines) + "nonsense\n")
        answers = [json.loads(line) for line in run.out.splitlines()]
        self.assertEqual((run.status, len(answers)), (DONE, 3))
        self.assertEqual([answer.get("doc") for answer in answers[:2]], ["1", "2"])
        timex = answers[0]["timexes"][0]
        self.assertEqual(timex["edtf"], "2023-04-25")
        self.assertIn("April 25", lines[0]["text"][timex["start"]:timex["end"]])
        self.assertIn("error", answers[2])

    def test_annotate_ends_quietly_when_its_reader_does(self):
        line = json.dumps({"doc": "1", "text": "They met in Sofia on April 25.", "dct": None}) + "\n"
        source = self.file("many.jsonl", line * 2000)
        done = subprocess.run(f"'{PROGRAM}' annotate < '{source}' | head -n 1 >/dev/null", shell=True, capture_output=True, timeout=120)
        self.assertEqual(done.stderr, b"")

    def test_render_gives_the_size_asked_for_and_the_same_bytes_twice(self):
        source = self.file("notes.md", SMALL)
        pictures = [self.folder / "a.png", self.folder / "b.png"]
        for picture in pictures:
            run = Run("render", source, "-o", picture, "--size", "640x400", "--scale", "1.5", "--theme", "light", "--at", "2023-04-25")
            self.assertEqual((run.status, run.out), (DONE, ""), run.err)
        self.assertEqual(png_size(pictures[0]), (960, 600))
        self.assertEqual(pictures[0].read_bytes(), pictures[1].read_bytes())

    def test_render_writes_pages_and_georeferenced_tiff(self):
        source = self.file("notes.md", SMALL)
        for name, begin in (("a.svg", b"<?xml"), ("a.pdf", b"%PDF"), ("a.tif", b"II*\0"), ("a.TIFF", b"II*\0")):
            with self.subTest(name):
                first, second = self.folder / name, self.folder / ("again-" + name)
                for out in (first, second):
                    self.assertEqual(Run("render", source, "-o", out, "--size", "400x300").status, DONE)
                self.assertEqual(first.read_bytes()[:len(begin)], begin)
                self.assertEqual(first.read_bytes(), second.read_bytes())
        described = subprocess.run(["gdalinfo", "-json", self.folder / "a.tif"], capture_output=True) if shutil.which("gdalinfo") else None
        if described:
            self.assertIn("3857", json.loads(described.stdout)["coordinateSystem"]["wkt"])

    def test_render_shows_time_place_and_theme(self):
        source = self.file("notes.md", SMALL)
        seen = {}
        for name, options in {"plain": [], "light": ["--theme", "light"], "earlier": ["--at", "2023-04-20"], "box": ["--bbox", "40,36,56,45"],
                              "dateline": ["--bbox", "170,50,-170,70"], "timeline": ["--layout", "briefing"],
                              "figure": ["--layout", "figure", "--size", "1240x877"],
                              "window": ["--from", "2023-04-25", "--to", "2023-04-30"], "turned": ["--bearing", "40"],
                              "degrees": ["--show", "degrees"], "bare": ["--hide", "labels,places"],
                              "worldview": ["--worldview", WORLDVIEW]}.items():
            out = self.folder / f"{name}.png"
            size = [] if "--size" in options else ["--size", "400x300"]
            self.assertEqual(Run("render", source, "-o", out, *size, *options).status, DONE, name)
            seen[name] = out.read_bytes()
        self.assertEqual(len(set(seen.values())), len(seen), "each option changes the picture")

    def test_what_the_project_does_not_have_is_status_2(self):
        source, out = self.file("notes.md", SMALL), self.folder / "out.png"
        self.refuses(Run("render", source, "-o", out, "--scene", "nowhere"), COMMAND_LINE_AT_FAULT, "nowhere")
        self.refuses(Run("render", source, "-o", out, "--select", "e000"), COMMAND_LINE_AT_FAULT, "e000")

    def test_play_replays_without_a_window(self):
        source = self.file("notes.md", SMALL)
        script = self.file("script.jsonl", '# by hand\n{"action":"set_playhead","at":"2023-04-23"}\n{"action":"set_theme","theme":"light"}\n')
        out = self.folder / "last.png"
        self.assertEqual(Run("play", "--headless", script, source, "-o", out).status, DONE)
        self.assertEqual(png_size(out), (1920, 1080))
        self.refuses(Run("play", script, source, "-o", out), COMMAND_LINE_AT_FAULT, "--headless")

    def test_check_is_silent_about_what_is_sound(self):
        out = self.folder / "events.gpkg"
        self.assertEqual(Run("extract", self.file("notes.md", SMALL), "-o", out).status, DONE)
        run = Run("check", out)
        self.assertEqual((run.status, run.out), (DONE, ""), run.err)

    def test_several_files_make_one_briefing(self):
        other = self.file("other.md", "# More, 2 May 2023\n\nThe presidents met in Baku on May 1.\n")
        out = self.folder / "both.csv"
        self.assertEqual(Run("extract", self.file("notes.md", SMALL), other, "-o", out).status, DONE)
        self.assertEqual({row["source"] for row in self.rows(out)}, {"notes.md", "other.md"})

    def test_names_with_spaces_dashes_and_letters_are_files(self):
        for name in ("two words.md", "-dash.md", "новости ə.md"):
            with self.subTest(name):
                self.file(name, SMALL)
                run = Run("extract", "-o", "out.csv", "--", name, folder=self.folder)
                self.assertEqual(run.status, DONE, run.err)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
