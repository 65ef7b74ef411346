#!/usr/bin/env python3
"""Scrubs a million points with `dateline bench` and with WebGL in Chromium, one after the other, on the same software GL
(Mesa's llvmpipe), and prints both and their ratio as JSON lines. Exit 1 when Dateline is not 20 times faster.

  compare.py [DATELINE]      needs the Debian package chromium, which nothing else of Dateline does
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "build/release/dateline"
WANTED_RATIO = 20
SOFTWARE = dict(os.environ, LIBGL_ALWAYS_SOFTWARE="1", GALLIUM_DRIVER="llvmpipe")


def ours() -> dict:
    done = subprocess.run([PROGRAM, "bench", "scrub/1000000"], capture_output=True, text=True, env=SOFTWARE, timeout=300)
    if done.returncode != 0:
        sys.exit(f"{PROGRAM} bench: {done.stderr.strip()}")
    return json.loads(done.stdout.splitlines()[-1])


def peer() -> dict:
    chromium = shutil.which("chromium")
    if not chromium:
        sys.exit("chromium is not installed; apt-get install chromium")
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [chromium, "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--use-gl=angle", "--use-angle=gl-egl",
             "--ignore-gpu-blocklist", f"--user-data-dir={profile}", "--dump-dom", (HERE / "index.html").as_uri()],
            capture_output=True, text=True, env=SOFTWARE, timeout=600)
    for line in done.stdout.splitlines():
        begin, end = line.find('{"'), line.rfind("}")
        if 0 <= begin < end:
            result = json.loads(line[begin:end + 1])
            if "error" in result:
                sys.exit(f"the WebGL page: {result['error']}")
            return result
    sys.exit(f"the WebGL page gave no result: {done.stderr.strip()[-300:]}")


if __name__ == "__main__":
    mine, theirs = ours(), peer()
    ratio = theirs["ms"] / mine["ms"]
    print(json.dumps(mine))
    print(json.dumps(theirs))
    print(json.dumps({"name": "scrub/ratio", "times_faster": round(ratio, 1)}))
    sys.exit(ratio < WANTED_RATIO)
