#!/usr/bin/env python3
"""Scrubs a million points with `dateline bench` and in Chromium, one after the other, on the same software GL (Mesa's
llvmpipe), and prints JSON lines. Exit 1 when Dateline is not 20 times faster than deck.gl's filter on the GPU.

  compare.py [DATELINE]

Peers: deck.gl 8.9 itself (deck.html; fetched by npm into a temporary folder, MIT licence), and a page with hardly more than
deck.gl's vertex shader in it (bare.html), the bound of what any WebGL page can reach that filters all points on the GPU.
Needs the Debian package chromium, and npm for deck.gl; nothing else of Dateline needs them.
"""
import http.server
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "build/release/dateline"
SOFTWARE = dict(os.environ, LIBGL_ALWAYS_SOFTWARE="1", GALLIUM_DRIVER="llvmpipe")
WANTED_RATIO, PATIENCE_S = 20, 300


def ours() -> dict:
    done = subprocess.run([PROGRAM, "bench", "scrub/1000000"], capture_output=True, text=True, env=SOFTWARE, timeout=PATIENCE_S)
    if done.returncode != 0:
        sys.exit(f"{PROGRAM} bench: {done.stderr.strip()}")
    return json.loads(done.stdout.splitlines()[-1])


class Page(http.server.SimpleHTTPRequestHandler):
    def do_POST(self):
        self.server.result = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()
        threading.Thread(target=self.server.shutdown).start()

    def log_message(self, *_):
        pass


def in_chromium(folder: Path, page: str) -> dict:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *request: Page(*request, directory=folder))
    server.result = {"error": f"no answer in {PATIENCE_S} s"}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        chromium = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--use-gl=angle", "--use-angle=gl-egl",
             "--ignore-gpu-blocklist", "--window-size=1920,1200", f"--user-data-dir={profile}",
             f"http://127.0.0.1:{server.server_port}/{page}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=SOFTWARE)
        patience = threading.Timer(PATIENCE_S, server.shutdown)
        patience.start()
        server.serve_forever()
        patience.cancel()
        chromium.terminate()
        chromium.wait()
    if "error" in server.result:
        sys.exit(f"{page}: {server.result['error']}")
    return server.result


def fetch_deck(folder: Path) -> bool:
    if not shutil.which("npm"):
        return False
    fetched = subprocess.run(["npm", "pack", "--silent", "deck.gl@8.9.36"], cwd=folder, capture_output=True, text=True)
    if fetched.returncode != 0:
        return False
    with tarfile.open(folder / fetched.stdout.split()[-1]) as package:
        (folder / "deck.min.js").write_bytes(package.extractfile("package/dist.min.js").read())
    return True


if __name__ == "__main__":
    if not shutil.which("chromium"):
        sys.exit("chromium is not installed; apt-get install chromium")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for page in HERE.glob("*.html"):
            shutil.copy(page, folder)
        mine, bare = ours(), in_chromium(folder, "bare.html")
        peers = [bare] + ([in_chromium(folder, "deck.html")] if fetch_deck(folder) else [])
    for line in [mine, *peers]:
        print(json.dumps(line))
    for line in peers:
        print(json.dumps({"name": f"times faster than {line['name']}", "ratio": round(line["ms"] / mine["ms"], 1)}))
    if len(peers) == 1:
        print("deck.gl could not be fetched, so only the bound was measured", file=sys.stderr)
    sys.exit(peers[-1]["ms"] / mine["ms"] < WANTED_RATIO)
