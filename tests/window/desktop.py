"""A desktop of its own for the window test: Xvfb, the program in it, xdotool for hands, xwd for eyes."""
import os
import shutil
import signal
import struct
import subprocess
import time
from pathlib import Path


class Screenshot:
    """Pixels of the whole screen as rows of (r, g, b) bytes, read from an xwd dump (24-bit ZPixmap)."""

    def __init__(self, dump: bytes):
        fields = struct.unpack(">25I", dump[:100])
        header_size, self.width, self.height = fields[0], fields[4], fields[5]
        depth_bits, self.stride, colors = fields[11], fields[12], fields[19]
        if depth_bits != 32:
            raise RuntimeError(f"the screen has {depth_bits} bits a pixel, 32 expected")
        self.pixels = dump[header_size + colors * 12:]

    def at(self, x: int, y: int) -> tuple[int, int, int]:
        i = y * self.stride + x * 4
        b, g, r = self.pixels[i:i + 3]
        return r, g, b

    def rows(self, x: int, y: int, w: int, h: int) -> list[bytes]:
        return [self.pixels[row * self.stride + x * 4:row * self.stride + (x + w) * 4] for row in range(y, y + h)]

    def difference(self, other: "Screenshot", box: tuple[int, int, int, int]) -> float:
        """The part of the pixels in box (x, y, w, h) that differ."""
        x, y, w, h = box
        changed = 0
        for mine, theirs in zip(self.rows(x, y, w, h), other.rows(x, y, w, h)):
            if mine != theirs:
                changed += sum(mine[i:i + 3] != theirs[i:i + 3] for i in range(0, len(mine), 4))
        return changed / (w * h)

    def colors(self, box: tuple[int, int, int, int]) -> int:
        x, y, w, h = box
        return len({row[i:i + 3] for row in self.rows(x, y, w, h) for i in range(0, len(row), 4)})


class Desktop:
    def __init__(self, size: str = "1600x900"):
        for program in ("Xvfb", "xdotool", "xwd"):
            if not shutil.which(program):
                raise RuntimeError(f"{program} is not installed; run scripts/setup")
        self.environment = dict(os.environ, LIBGL_ALWAYS_SOFTWARE="1", NO_AT_BRIDGE="1")
        self.environment.pop("WAYLAND_DISPLAY", None)
        read_end, write_end = os.pipe()
        # Xvfb picks a free display and says which.
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
                                       pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as numbers:
            self.environment["DISPLAY"] = ":" + numbers.readline().strip()
        self.program: subprocess.Popen | None = None

    def __enter__(self) -> "Desktop":
        return self

    def __exit__(self, *_):
        for process in (self.program, self.server):
            if process and process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()

    def start(self, arguments: list[str], folder: Path, wait_s: float = 60) -> str:
        """Starts the program and waits for its window; returns the window's id."""
        self.log = open(folder / "program.log", "wb")
        self.program = subprocess.Popen(arguments, cwd=folder, env=self.environment, stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + wait_s
        while time.monotonic() < deadline:
            if self.program.poll() is not None:
                raise RuntimeError("the program ended: " + (folder / "program.log").read_text(errors="replace")[-2000:])
            found = self.tool("search", "--onlyvisible", "--name", "Dateline", check=False).split()
            if found:
                return found[0]
            time.sleep(0.1)
        raise RuntimeError("no window appeared")

    def tool(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True, timeout=30)
        if check and done.returncode != 0:
            raise RuntimeError(f"xdotool {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def look(self) -> Screenshot:
        return Screenshot(subprocess.run(["xwd", "-root", "-silent"], env=self.environment, capture_output=True, check=True).stdout)

    def settled(self, timeout_s: float = 20, quiet_s: float = 0.7) -> Screenshot:
        """Waits until the picture stands still, flights and fades done."""
        last, since = self.look(), time.monotonic()
        deadline = since + timeout_s
        while time.monotonic() < deadline:
            time.sleep(0.15)
            now = self.look()
            if now.pixels != last.pixels:
                last, since = now, time.monotonic()
            elif time.monotonic() - since > quiet_s:
                break
        return last

    def move(self, x: float, y: float):
        self.tool("mousemove", str(int(x)), str(int(y)))
        time.sleep(0.05)

    def click(self, x: float, y: float, button: int = 1):
        self.move(x, y)
        self.tool("click", str(button))

    def drag(self, x0: float, y0: float, x1: float, y1: float, steps: int = 12):
        self.move(x0, y0)
        self.tool("mousedown", "1")
        for i in range(1, steps + 1):
            self.move(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps)
        self.tool("mouseup", "1")

    def key(self, *keys: str):
        for key in keys:
            self.tool("key", "--clearmodifiers", key)
            time.sleep(0.08)

    def type(self, text: str):
        self.tool("type", "--delay", "40", text)
