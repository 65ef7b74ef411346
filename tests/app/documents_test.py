#!/usr/bin/env python3
"""Documents of every kind, several at once, two editions, and a reader of the user's own, through the real program.

  documents_test.py DATELINE SOURCE_FOLDER
"""
import io
import json
import os
import signal
import subprocess
import sys
import time
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from command_line_test import COMMAND_LINE_AT_FAULT, DONE, HEADLESS, INPUT_AT_FAULT, PROGRAM, SMALL, SOURCE, STOPPED, Contract, Run  # noqa: E402

DOCUMENTS = SOURCE / "tests/data/documents"
SECOND = """# Border watch, 30 April 2023

A checkpoint was set up by Azerbaijan on the road from Lachin to Khankendi on 23 April. A port was opened in Aktau on April 26.
"""


class Kinds(Contract):
    def events(self, *arguments) -> list[dict]:
        out = self.folder / "events.geojson"
        run = Run("extract", *arguments, "-o", out)
        self.assertEqual(run.status, DONE, run.err)
        return [feature["properties"] for feature in json.loads(out.read_text())["features"]]

    def one(self, events: list[dict], words: str) -> dict:
        found = [event for event in events if words in event["quote"]]
        self.assertEqual(len(found), 1, f"{words}: {[event['quote'] for event in events]}")
        return found[0]

    def test_a_pdf_of_two_columns(self):
        events = self.events(DOCUMENTS / "digest.pdf")
        dates = {event["date"] for event in events}
        self.assertFalse({date for date in dates if date and date < "2023"}, "footnotes are no events")
        checkpoint = self.one(events, "checkpoint")
        self.assertEqual((checkpoint["date"], checkpoint["page"]), ("2023-04-23", 1))
        self.assertEqual(self.one(events, "Sofia")["date"], "2023-04-25")
        self.assertIn("infrastructural internationalization programmes", self.one(events, "Sofia")["quote"])
        last = self.one(events, "number 9 visited")
        self.assertEqual((last["date"], last["page"]), ("2023-03-09", 2))
        for event in events:
            self.assertNotIn("Regional Security Digest", event["quote"])
            self.assertNotIn("- 1 -", event["quote"])

    def test_office_documents_and_books(self):
        for ending in ("docx", "odt", "epub"):
            with self.subTest(ending):
                events = self.events(DOCUMENTS / f"notes.{ending}")
                self.assertEqual(self.one(events, "checkpoint")["date"], "2023-04-23")
                self.assertEqual(self.one(events, "Tashkent")["date"], "2023-04-27")
                self.assertEqual({event["date"] for event in events if "ferry terminal" in event["quote"]}, {"2023-04-21"})
                self.assertNotIn("2019-05-04", {event["date"] for event in events}, "a footnote is no event")

    def test_a_book_is_dated_by_its_pages_before_its_packing(self):
        for text, published in (("# Weekly notes\n\nBaku, 19 September 2025\n\nOn Monday, the ministers met in Sofia.\n", "2025-09-19"),
                                ("# Weekly notes\n\nOn Monday, the ministers met in Sofia.\n", "2026-11-29")):
            book = self.folder / "book.epub"
            subprocess.run(["pandoc", "-M", "title=Weekly", "-M", "date=2026-11-29", "-f", "markdown", "-o", book, self.file("book.md", text)], check=True)
            run = Run("extract", book, "-o", self.folder / "book.geojson")
            self.assertIn(f"book.epub: published {published}", run.err)

    def test_bytes_that_are_no_text_are_told(self):
        run = Run("extract", self.file("bad.txt", (SMALL + " Željka met Bećirović.").encode().replace(b"the ", b"th\xffe ", 1)), "-o", self.folder / "bad.geojson")
        self.assertEqual(run.status, DONE, run.err)
        self.assertIn("bad.txt: one byte that is not UTF-8 was replaced", run.err)

    def test_encodings(self):
        text = "Published 30 April 2023\n\nOn April 25, the ministers met in Orléans – “so to speak”. A café in Kraków was closed on April 26.\n"
        for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
            with self.subTest(encoding):
                quotes = " ".join(event["quote"] for event in self.events(self.file("a.txt", text.encode(encoding))))
                self.assertIn("Orléans – “so to speak”", quotes)
        western = text.replace("Kraków", "Genève")
        self.assertIn("Orléans – “so to speak”", " ".join(e["quote"] for e in self.events(self.file("b.txt", western.encode("cp1252")))))

    def test_hidden_marks_do_not_part_words(self):
        text = SMALL.replace("April 23", "Ap\u00adril\u202e \u200b23\u202c").replace("Sofia", "So\u2060fia\u200f")
        events = self.events(self.file("hidden.md", text))
        self.assertEqual(self.one(events, "checkpoint")["date"], "2023-04-23")
        self.assertEqual(self.one(events, "ministers")["place"], "Sofia")

    def test_a_news_page(self):
        page = """<!doctype html><html><head><title>Story – Site</title><script>var d = "On 1 May 2020, it rained in Paris.";</script>
          <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-04-30T08:00:00Z"}</script></head><body>
          <header><p>Friday 5 May 2017</p></header><div class="site-nav"><p>On 2 May 2019, prices rose in Rome.</p></div>
          <main><h1>Checkpoint set up</h1><p>On April 23, Azerbaijan set up a checkpoint on the road from Lachin to Khankendi.</p>
          <div class="related-posts"><p>On 3 May 2018, a ship sank near Athens.</p></div><p>The ministers met in Sofia on April&nbsp;25.</p></main>
          <aside><p>On 4 May 2016, it snowed in Oslo.</p></aside><footer>© 2015</footer></body></html>"""
        events = self.events(self.file("story.html", page))
        self.assertEqual({event["date"] for event in events}, {"2023-04-23", "2023-04-25"})


class Hostile(Contract):
    def setUp(self):
        super().setUp()
        self.out = self.folder / "out.gpkg"

    def test_a_converter_that_is_not_installed(self):
        bare = dict(HEADLESS, PATH="/nonexistent")
        for name, package in (("digest.pdf", "poppler-utils"), ("notes.docx", "pandoc"), ("notes.odt", "pandoc"), ("notes.epub", "pandoc")):
            self.refuses(Run("extract", DOCUMENTS / name, "-o", self.out, environment=bare), INPUT_AT_FAULT, name, f"apt-get install {package}")

    def test_documents_that_are_cut_off(self):
        for name in ("digest.pdf", "notes.docx", "notes.odt", "notes.epub"):
            whole = (DOCUMENTS / name).read_bytes()
            for part in (0.1, 0.6, 0.97):
                with self.subTest(f"{name} {part}"):
                    run = Run("extract", self.file(f"cut-{name}", whole[:int(len(whole) * part)]), "-o", self.out)
                    self.assertIn(run.status, (DONE, INPUT_AT_FAULT), run.err)
                    self.assertTrue(run.err.startswith("dateline: "), run.err)

    def test_documents_that_are_something_else(self):
        for ending in ("pdf", "docx", "odt", "epub"):
            self.refuses(Run("extract", self.file(f"text.{ending}", SMALL), "-o", self.out), INPUT_AT_FAULT, f"text.{ending}")

    def test_a_zip_bomb_is_not_unpacked(self):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            with archive.open("word/document.xml", "w", force_zip64=False) as entry:
                for _ in range(1100):
                    entry.write(b" " * (1 << 20))
        begun = time.monotonic()
        self.refuses(Run("extract", self.file("bomb.docx", data.getvalue()), "-o", self.out), INPUT_AT_FAULT, "bomb.docx", "unpacked")
        self.assertLess(time.monotonic() - begun, 20)

    def test_text_that_means_harm_is_read(self):
        page = "<p>Published 30 April 2023</p><p>On April 23, Azerbaijan set up a checkpoint on the road from Lachin to Khankendi.</p>"
        for name, text in (("word.txt", "x" * (1 << 20) + "\n\n" + SMALL), ("deep.html", "<div class=nav><b>" * 60000 + page),
                           ("rows.html", "<table>" + "<tr><td>x<td>" * 60000 + "</table>" + page), ("quotes.md", "> " * 200000 + "x\n\n" + SMALL),
                           ("brackets.md", "[" * 300000 + "\n\n" + SMALL), ("marks.md", "\u202e\u200b" * 100000 + "\n\n" + SMALL)):
            with self.subTest(name):
                begun = time.monotonic()
                run = Run("extract", self.file(name, text), "-o", self.folder / "out.csv")
                self.assertEqual(run.status, DONE, run.err)
                self.assertIn("2023-04-23", {row["date"] for row in self.rows(self.folder / "out.csv")})
                self.assertLess(time.monotonic() - begun, 30)

    def test_json_that_nests_deep_is_answered(self):
        run = Run("annotate", stdin='{"doc":' + "[" * 500000 + "\n" + '{"doc":"2","text":"x","more":' + "[" * 500 + "]" * 500 + "}\n")
        self.assertEqual(run.status, DONE, run.err)
        self.assertEqual([("error" in json.loads(line)) for line in run.out.splitlines()], [True, True])

    @staticmethod
    def wait_until_it_minds(process):
        """Before its first line runs, a program ends by Ctrl-C as any does; on a busy machine that takes its time."""
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            caught = [line.split()[1] for line in Path(f"/proc/{process.pid}/status").read_text().splitlines() if line.startswith("SigCgt:")]
            if caught and int(caught[0], 16) >> (signal.SIGINT - 1) & 1:
                return
            time.sleep(0.005)
        raise AssertionError("it never came to catch Ctrl-C")

    def test_ctrl_c_stops_cleanly_at_any_moment(self):
        path = self.folder / "long.md"
        path.write_text((SMALL + "\n") * 200000)
        for delay_s in (0, 0.02, 0.1, 0.5, 2):
            with self.subTest(delay_s):
                process = subprocess.Popen([PROGRAM, "extract", path, "-o", self.out], stderr=subprocess.PIPE, env=HEADLESS)
                self.wait_until_it_minds(process)
                time.sleep(delay_s)
                process.send_signal(signal.SIGINT)
                begun = time.monotonic()
                error = process.communicate(timeout=60)[1].decode()
                self.assertLess(time.monotonic() - begun, 20)
                self.assertEqual(process.returncode, STOPPED, error)
                self.assertIn("stopped; nothing was written", error)
                self.assertFalse(self.out.exists())

    def test_ctrl_c_while_it_writes_leaves_the_old_file_and_nothing_else(self):
        days = "\n\n".join(f"On {1 + n % 28} March {1900 + n // 28 % 120}, team {n} visited Sofia and met the mayor of Plovdiv." for n in range(20000))
        events, old = self.folder / "events.csv", b"the old file"
        self.assertEqual(Run("extract", self.file("days.md", days), "-o", events).status, DONE)
        for ending in ("gpkg", "kml", "geojson"):
            with self.subTest(ending):
                out = self.folder / f"out.{ending}"
                out.write_bytes(old)
                process = subprocess.Popen([PROGRAM, "convert", events, out], stderr=subprocess.PIPE, env=HEADLESS)
                while process.poll() is None and not list(self.folder.glob(".out.part-*")):
                    time.sleep(0.0005)
                process.send_signal(signal.SIGINT)
                error = process.communicate(timeout=60)[1].decode()
                self.assertEqual([], list(self.folder.glob(".out.part-*")))
                if process.returncode == DONE:  # it was a moment too late
                    self.assertNotEqual(out.read_bytes(), old)
                    continue
                self.assertEqual(process.returncode, STOPPED, error)
                self.assertIn("stopped; nothing was written", error)
                self.assertEqual(out.read_bytes(), old)

    def test_every_command_that_reads_minds_ctrl_c(self):
        path = self.folder / "long.md"
        path.write_text((SMALL + "\n") * 200000)
        picture = self.folder / "picture.png"
        for arguments, says in ((("render", path, "-o", picture), "nothing was written"), (("compare", path, path), "nothing was compared")):
            with self.subTest(arguments[0]):
                process = subprocess.Popen([PROGRAM, *arguments], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=HEADLESS)
                self.wait_until_it_minds(process)
                time.sleep(0.3)
                process.send_signal(signal.SIGINT)
                error = process.communicate(timeout=60)[1].decode()
                self.assertEqual(process.returncode, STOPPED, error)
                self.assertIn(says, error)
                self.assertFalse(picture.exists())


class SeveralDocuments(Contract):
    def test_one_event_of_two_documents_has_both_quotes_in_every_format(self):
        first, second = self.file("notes.md", SMALL), self.file("border.md", SECOND)
        texts = {"notes.md": SMALL, "border.md": SECOND}
        for ending in ("gpkg", "geojson", "csv", "kml"):
            out, plain = self.folder / f"both.{ending}", self.folder / f"{ending}.geojson"
            self.assertEqual(Run("extract", first, second, "-o", out).status, DONE)
            self.assertEqual(Run("convert", out, plain).status, DONE)
            events = [feature["properties"] for feature in json.loads(plain.read_text())["features"]]
            with self.subTest(ending):
                told_twice = [event for event in events if event.get("sources")]
                self.assertEqual(len(told_twice), 1, [event["title"] for event in events])
                event = told_twice[0]
                self.assertEqual(set(event["sources"]), {"notes.md", "border.md"})
                self.assertEqual(event["date"], "2023-04-23")
                quotes = [(event["source"], event["quote"], event["char_start"], event["char_end"])]
                quotes += [(m.get("source", event["source"]), m["quote"], m["char_start"], m["char_end"]) for m in event["mentions"]]
                self.assertEqual({source for source, *_ in quotes}, {"notes.md", "border.md"})
                for source, quote, begin, end in quotes:
                    self.assertEqual(texts[source][begin:end], quote)
                self.assertEqual(len(events), 3)

    def test_documents_of_one_name_are_told_apart(self):
        for folder in ("a", "b"):
            (self.folder / folder).mkdir()
        one, other = self.file("a/notes.md", SMALL), self.file("b/notes.md", SECOND)
        out = self.folder / "both.csv"
        self.assertEqual(Run("extract", one, other, "-o", out).status, DONE)
        self.assertEqual({row["source"] for row in self.rows(out)}, {"notes.md", "b/notes.md"})
        run = Run("extract", one, one, "-o", out)
        self.assertEqual(run.status, DONE)
        self.assertIn("read once", run.err)


class Editions(Contract):
    def test_what_changed_is_said_a_line_each(self):
        old = self.file("old.md", SMALL + "\nTwo people were killed in Tbilisi on April 27.\n")
        new = self.file("new.md", SMALL.replace("April 25", "April 26") + "\nA port was opened in Aktau on April 28.\n")
        out = self.folder / "changes.geojson"
        run = Run("compare", old, new, "-o", out)
        self.assertEqual(run.status, DONE, run.err)
        kinds = [line.split()[0] for line in run.out.splitlines()]
        self.assertEqual(sorted(kinds), ["added", "redated", "withdrawn"], run.out)
        self.assertIn("2023-04-25 → 2023-04-26", run.out)
        self.assertIn("unchanged", run.err)
        marked = {feature["properties"]["change"] for feature in json.loads(out.read_text())["features"]}
        self.assertEqual(marked, {"added", "redated", "withdrawn", "unchanged"})
        lines = [json.loads(line) for line in Run("compare", "--json", old, new).out.splitlines()]
        self.assertEqual(sorted(line["change"] for line in lines), sorted(kinds))
        for line in lines:
            self.assertEqual((line["before"] is None, line["after"] is None), (line["change"] == "added", line["change"] == "withdrawn"))

    def test_the_same_edition_prints_nothing(self):
        run = Run("compare", self.file("old.md", SMALL), self.file("new.md", SMALL))
        self.assertEqual((run.status, run.out), (DONE, ""))

    def test_faults(self):
        old = self.file("old.md", SMALL)
        self.refuses(Run("compare", old), COMMAND_LINE_AT_FAULT)
        self.refuses(Run("compare", old, self.folder / "none.md"), INPUT_AT_FAULT, "none.md")
        self.refuses(Run("compare", old, old, "-o", self.folder / "out.xyz"), COMMAND_LINE_AT_FAULT, "out.xyz")


class Reader(Contract):
    def setUp(self):
        super().setUp()
        self.source, self.out = self.file("notes.md", SMALL), self.folder / "out.geojson"

    def reader(self, program: str) -> str:
        return f"{sys.executable} {self.file('reader.py', 'import json, sys, time' + chr(10) + program)}"

    def read(self, program: str, *more) -> Run:
        return Run("extract", self.source, "-o", self.out, "--reader", self.reader(program), *more)

    def test_the_example_of_the_manual_reads(self):
        run = Run("extract", self.source, "-o", self.out, "--reader", f"{sys.executable} {SOURCE / 'docs/reader.py'}")
        self.assertEqual(run.status, DONE, run.err)
        events = [feature["properties"] for feature in json.loads(self.out.read_text())["features"]]
        self.assertIn("2023-04-23", {event["date"] for event in events})
        for event in events:
            self.assertEqual(SMALL[event["char_start"]:event["char_end"]], event["quote"])

    def test_annotate_is_a_reader_and_finds_what_extract_finds(self):
        texts = []
        for more in ([], ["--reader", f"'{PROGRAM}' annotate"]):
            run = Run("extract", self.source, "-o", self.out, *more)
            self.assertEqual(run.status, DONE, run.err)
            texts.append([(f["properties"]["title"], f["properties"]["date"], f["properties"]["quote"]) for f in json.loads(self.out.read_text())["features"]])
        self.assertEqual(texts[0], texts[1])

    def test_events_that_do_not_stand_in_the_text_are_refused_one_by_one(self):
        run = self.read("""for line in sys.stdin:
    doc = json.loads(line)
    print(json.dumps({"doc": doc["doc"], "events": [
        {"title": "Met", "date": "2023-04-25", "quote": "The ministers met in Sofia on April 25.", "place_text": "Sofia"},
        {"title": "Made up", "date": "2023-04-26", "quote": "The ministers met in Paris."},
        {"title": "Miscounted", "quote": "The ministers met in Sofia on April 25.", "char_start": 3, "char_end": 9}]}))""")
        self.assertEqual(run.status, DONE, run.err)
        self.assertEqual(len(json.loads(self.out.read_text())["features"]), 1)
        refusals = [line for line in run.err.splitlines() if "refused" in line]
        self.assertEqual(len(refusals), 2, run.err)
        self.assertIn("Paris", refusals[0])

    def test_a_reader_of_which_nothing_can_be_taken_is_told_why(self):
        wrong = "json.dumps({'doc': json.loads(line)['doc'], 'events': [{'title': 'a', 'quote': 'They dined.', 'date': '2023-04-25'}] * 3})"
        self.refuses(self.read(f"for line in sys.stdin: print({wrong})"), INPUT_AT_FAULT, "They dined.", "and 2 more", "docs/reader.md")
        self.refuses(self.read("for line in sys.stdin: print(json.dumps({'doc': json.loads(line)['doc'], 'error': 'model crashed'}))"),
                     INPUT_AT_FAULT, "model crashed")

    def test_a_reader_that_fails_is_said_in_one_line(self):
        self.refuses(self.read("print('Traceback', file=sys.stderr)\nprint('ValueError: no model', file=sys.stderr)\nsys.exit(3)"), INPUT_AT_FAULT,
                     "status 3", "ValueError: no model")
        self.refuses(self.read("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)"), INPUT_AT_FAULT, "reader")
        self.refuses(self.read("print('Loading the model…')"), INPUT_AT_FAULT, "JSON", "docs/reader.md")
        self.refuses(self.read("print('[' * 100000)"), INPUT_AT_FAULT, "JSON")
        self.refuses(self.read("sys.stdout.buffer.write(bytes(range(256)) * 100)"), INPUT_AT_FAULT)
        self.refuses(self.read("print(json.dumps({'doc': 'other.md', 'events': []}))"), INPUT_AT_FAULT, "other.md")
        self.refuses(Run("extract", self.source, "-o", self.out, "--reader", "no-such-reader-of-dateline"), INPUT_AT_FAULT, "not found")
        self.assertFalse(self.out.exists())

    def test_a_reader_that_hangs_is_stopped_with_what_it_started(self):
        mark = self.folder / "alive"
        program = f"import subprocess\nsubprocess.Popen(['sh', '-c', 'sleep 4; touch {mark}'])\ntime.sleep(600)"
        begun = time.monotonic()
        self.refuses(self.read(program, "--reader-timeout", "1"), INPUT_AT_FAULT, "reader", "1 seconds")
        self.assertLess(time.monotonic() - begun, 30)
        time.sleep(5)
        self.assertFalse(mark.exists())

    def test_a_reader_that_answers_nothing_or_an_error_costs_a_warning(self):
        run = Run("extract", self.source, self.file("border.md", SECOND), "-o", self.out, "--reader", self.reader("""for line in sys.stdin:
    doc = json.loads(line)
    if doc["doc"] == "notes.md": print(json.dumps({"doc": doc["doc"], "error": "too long"}))
    else: print(json.dumps({"doc": doc["doc"], "events": [{"title": "A port opens", "date": "2023-04-26", "quote": "A port was opened in Aktau on April 26."}]}))"""))
        self.assertEqual(run.status, DONE, run.err)
        self.assertIn("too long", run.err)
        self.assertEqual(len(json.loads(self.out.read_text())["features"]), 1)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
