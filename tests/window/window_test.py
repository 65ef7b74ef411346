#!/usr/bin/env python3
"""Drives the real program in a real window under Xvfb and looks at what changed.

  window_test.py DATELINE SAMPLE
"""
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desktop import Desktop, Screenshot  # noqa: E402
from drop import drop  # noqa: E402

WIDTH, HEIGHT = 1600, 900
# docs/architecture.md's window, in pixels: menu 32, toolbar 40, list 344, inspector 376, timeline 240, status 24.
LIST = (0, 72, 344, HEIGHT - 72 - 240 - 24)
MAP = (360, 140, WIDTH - 376 - 380, 360)
INSPECTOR = (WIDTH - 376, 72, 376, HEIGHT - 72 - 240 - 24)
TIMELINE = (0, HEIGHT - 264, WIDTH, 240)
AXIS_Y = HEIGHT - 264 + 45
WHOLE = (0, 0, WIDTH, HEIGHT)

passed, failed = 0, []


def expect(truth: bool, what: str):
    global passed
    print(("ok    " if truth else "FAIL  ") + what, flush=True)
    if truth:
        passed += 1
    else:
        failed.append(what)


def center(box):
    return box[0] + box[2] / 2, box[1] + box[3] / 2


def recorded(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def actions(path: Path, name: str) -> list[dict]:
    return [action for action in recorded(path) if action["action"] == name]


def wait_for(condition, timeout_s: float = 15) -> bool:
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return condition()


def looks(desktop: Desktop) -> Screenshot:
    wait_for(lambda: desktop.look().colors(MAP) > 20, 40)   # a busy machine takes its time
    first = desktop.settled(quiet_s=1.5, timeout_s=40)
    expect(first.colors(MAP) > 20, "the map shows more than a plain colour")
    expect(first.colors(LIST) > 20, "the list shows events")
    expect(first.colors(TIMELINE) > 20, "the timeline shows events")
    return first


def scrubs(desktop: Desktop, before: Screenshot, log: Path) -> Screenshot:
    desktop.drag(900, AXIS_Y, 620, AXIS_Y, steps=36)
    after = desktop.settled()
    moves = actions(log, "set_playhead")
    expect(len(moves) >= 5, "dragging on the axis moves the playhead all along the way")
    expect(len({move["at"] for move in moves}) >= 3, "the playhead passes several dates")
    expect(after.difference(before, TIMELINE) > 0.001, "the timeline shows the playhead elsewhere")
    expect(after.difference(before, MAP) > 0.0001, "the map shows the other date")
    return after


def navigates(desktop: Desktop, before: Screenshot, log: Path) -> Screenshot:
    x, y = center(MAP)
    desktop.move(x, y)
    for _ in range(3):
        desktop.tool("click", "4")
        time.sleep(0.1)
    zoomed = desktop.settled()
    expect(zoomed.difference(before, MAP) > 0.05, "the wheel zooms the map")
    expect(zoomed.difference(before, TIMELINE) < 0.05, "zooming the map leaves the timeline")
    desktop.drag(x, y, x + 150, y + 60)
    panned = desktop.settled()
    expect(panned.difference(zoomed, MAP) > 0.05, "dragging pans the map")
    expect(len(actions(log, "set_camera")) > 0, "camera changes are actions")
    return panned


def selects(desktop: Desktop, before: Screenshot, log: Path) -> Screenshot:
    selected_before = len(actions(log, "select")) + len(actions(log, "select_next"))
    desktop.click(150, 72 + 330)
    after = desktop.settled()
    expect(len(actions(log, "select")) + len(actions(log, "select_next")) > selected_before, "clicking a row selects its event")
    expect(after.difference(before, INSPECTOR) > 0.01, "the inspector shows the event")
    expect(after.difference(before, LIST) > 0.001, "the list shows the selection")
    desktop.key("Down")
    expect(wait_for(lambda: len(actions(log, "select_next")) + len(actions(log, "select")) > selected_before + 1),
           "the arrow key goes to the next event")
    return desktop.settled()


def plays(desktop: Desktop, log: Path):
    desktop.move(*center(MAP))
    desktop.key("Home")
    desktop.key("space")
    expect(wait_for(lambda: len(actions(log, "set_playing")) >= 1), "space plays")
    first = desktop.look()
    time.sleep(1.5)
    expect(desktop.look().difference(first, TIMELINE) > 0.0005, "the playhead runs")
    desktop.key("space")
    desktop.settled()


def edits_and_undoes(desktop: Desktop, log: Path):
    desktop.click(150, 72 + 330)
    before = desktop.settled()
    desktop.key("a")
    expect(wait_for(lambda: len(actions(log, "review_event")) >= 1), "A accepts the event")
    accepted = desktop.settled()
    expect(accepted.difference(before, WHOLE) > 0.0001, "the window shows the review")
    desktop.key("ctrl+z")
    expect(wait_for(lambda: len(actions(log, "undo")) >= 1), "Ctrl+Z undoes")
    undone = desktop.settled()
    expect(undone.difference(before, LIST) < accepted.difference(before, LIST) + 1e-9, "the list is as it was")


def searches(desktop: Desktop, before: Screenshot, log: Path):
    desktop.key("ctrl+f")
    desktop.type("gas")
    expect(wait_for(lambda: any(action.get("search") == "gas" for action in actions(log, "set_filters"))),
           "typing in the search field filters")
    filtered = desktop.settled()
    expect(filtered.difference(before, LIST) > 0.01, "the list shows only what matches")
    desktop.key("Escape")
    desktop.key("Escape")


def takes_dropped_files(desktop: Desktop, window: str, folder: Path, log: Path):
    """As from a file manager: a layer is laid over the map, undone and redone; what cannot be read is told and changes nothing."""
    before = desktop.settled()
    square = {"type": "Polygon", "coordinates": [[[-20, 5], [90, 5], [90, 75], [-20, 75], [-20, 5]]]}
    layer = folder / "square.geojson"
    layer.write_text(json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "A"}, "geometry": square}]}))
    x, y = (int(v) for v in center(MAP))
    drop(desktop.environment["DISPLAY"], int(window), x, y, [str(layer)])
    expect(wait_for(lambda: len(actions(log, "add_layer")) == 1), "a vector file that is dropped becomes a layer")
    expect(wait_for(lambda: desktop.look().difference(before, MAP) > 0.3), "the layer lies over the map")
    time.sleep(3)   # the map flies to what is larger than it
    laid = desktop.settled()
    undone = len(actions(log, "undo"))
    desktop.key("ctrl+z")
    expect(wait_for(lambda: len(actions(log, "undo")) > undone), "dropping a layer can be undone")
    expect(wait_for(lambda: desktop.look().difference(laid, MAP) > 0.3), "the layer is gone")
    bulletin = folder / "second.md"
    bulletin.write_text("# Ports\n\nOn 3 May 2023, ministers opened a port in Aktau.\n")
    drop(desktop.environment["DISPLAY"], int(window), x, y, [str(bulletin)])
    expect(wait_for(lambda: len(actions(log, "add_events")) == 1), "a bulletin that is dropped joins the briefing")
    expect(len(actions(log, "open_briefing")) == 1, "which stays open")
    undone = len(actions(log, "undo"))
    desktop.key("ctrl+z")
    expect(wait_for(lambda: len(actions(log, "undo")) > undone), "and can be undone")
    cut = folder / "cut.geojson"
    cut.write_text('{"type": "FeatureCollection", "features": [{"type": "Feat')
    bare = desktop.settled()
    drop(desktop.environment["DISPLAY"], int(window), x, y, [str(cut)])
    expect(wait_for(lambda: desktop.look().difference(bare, WHOLE) > 0.01), "a file that cannot be read is told")
    expect(len(actions(log, "add_layer")) == 1 and len(actions(log, "open_briefing")) == 1, "and what is open stays")
    told = desktop.settled()
    desktop.key("Return")
    # What lies under the pointer may look otherwise than before; the message and its shade are gone.
    expect(wait_for(lambda: desktop.look().difference(bare, WHOLE) < 0.5 * told.difference(bare, WHOLE)), "Return puts the message away")


def publishes(desktop: Desktop, folder: Path):
    desktop.move(*center(MAP))
    desktop.key("ctrl+e")
    desktop.settled()
    desktop.key("Return")
    expect(wait_for(lambda: any(folder.glob("*.png")), 30), "Ctrl+E writes a picture")
    for picture in folder.glob("*.png"):
        expect(wait_for(lambda: picture.stat().st_size > 20_000), "the picture is not empty")
        expect(picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n", "the picture is a PNG")
    desktop.key("ctrl+shift+c")

    def clipboard() -> bytes:
        try:
            return subprocess.run(["xclip", "-selection", "clipboard", "-target", "image/png", "-out"],
                                  env=desktop.environment, capture_output=True, timeout=5).stdout
        except subprocess.TimeoutExpired:
            return b""

    expect(wait_for(lambda: clipboard()[:8] == b"\x89PNG\r\n\x1a\n", 30), "Ctrl+Shift+C copies the picture")


def fill_screen(desktop: Desktop, window: str):
    desktop.tool("windowmove", window, "0", "0")
    desktop.tool("windowsize", window, str(WIDTH), str(HEIGHT))
    desktop.tool("windowfocus", window)


def opens_without_what_is_absent(desktop: Desktop, program: str, sample: str, folder: Path):
    """Of several files given, one that is not there is told and the others are opened."""
    log = folder / "absent.jsonl"
    fill_screen(desktop, desktop.start([program, str(folder / "absent.md"), sample, "--record", str(log)], folder))
    expect(wait_for(lambda: log.exists() and len(actions(log, "open_briefing")) == 1, 30), "a file that is absent keeps no other from being opened")
    desktop.settled()
    desktop.key("Escape")   # the message
    desktop.key("ctrl+q")
    try:
        desktop.program.wait(20)
    except subprocess.TimeoutExpired:
        expect(False, "Ctrl+Q ends the program when the message was put away")


def main(program: str, sample: str) -> int:
    with tempfile.TemporaryDirectory() as name, Desktop(f"{WIDTH}x{HEIGHT}") as desktop:
        folder = Path(name)
        log = folder / "session.jsonl"
        window = desktop.start([program, sample, "--record", str(log)], folder)
        fill_screen(desktop, window)
        shot = looks(desktop)
        shot = scrubs(desktop, shot, log)
        shot = navigates(desktop, shot, log)
        shot = selects(desktop, shot, log)
        plays(desktop, log)
        edits_and_undoes(desktop, log)
        searches(desktop, desktop.settled(), log)
        takes_dropped_files(desktop, window, folder, log)
        publishes(desktop, folder)
        desktop.key("ctrl+q")
        try:
            status = desktop.program.wait(20)
        except subprocess.TimeoutExpired:
            status = None
        expect(status == 0, f"Ctrl+Q ends the program with status 0 (was {status})")
        output = (folder / "program.log").read_text(errors="replace")
        expect("ERROR" not in output and "GL error" not in output, "the log holds no error")
        if failed:
            print(output[-3000:])
    with tempfile.TemporaryDirectory() as name, Desktop(f"{WIDTH}x{HEIGHT}") as desktop:
        opens_without_what_is_absent(desktop, program, sample, Path(name))
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))
