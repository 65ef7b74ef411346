"""Drops files on a window as a file manager does: the source's half of the XDND protocol, over libX11.

  drop.py WINDOW X Y FILE…      (DISPLAY names the screen; X and Y are on the root window)
"""
import ctypes
import ctypes.util
import sys
import time
from pathlib import Path

XID = ctypes.c_ulong
CLIENT_MESSAGE, SELECTION_REQUEST, SELECTION_NOTIFY = 33, 30, 31
XDND_VERSION = 5


class ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", XID), ("message_type", XID), ("format", ctypes.c_int), ("data", ctypes.c_long * 5)]


class SelectionRequest(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("owner", XID), ("requestor", XID), ("selection", XID), ("target", XID), ("property", XID), ("time", ctypes.c_ulong)]


class SelectionNotify(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("requestor", XID), ("selection", XID), ("target", XID), ("property", XID), ("time", ctypes.c_ulong)]


class Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("client", ClientMessage), ("request", SelectionRequest), ("notify", SelectionNotify),
                ("pad", ctypes.c_long * 24)]


def load_x11() -> ctypes.CDLL:
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XDefaultRootWindow.restype = XID
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x11.XCreateSimpleWindow.restype = XID
    x11.XCreateSimpleWindow.argtypes = [ctypes.c_void_p, XID] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 3 + [ctypes.c_ulong] * 2
    x11.XInternAtom.restype = XID
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XSetSelectionOwner.argtypes = [ctypes.c_void_p, XID, XID, ctypes.c_ulong]
    x11.XSendEvent.argtypes = [ctypes.c_void_p, XID, ctypes.c_int, ctypes.c_long, ctypes.POINTER(Event)]
    x11.XChangeProperty.argtypes = [ctypes.c_void_p, XID, XID, XID, ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
    x11.XPending.argtypes = [ctypes.c_void_p]
    x11.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.POINTER(Event)]
    for call in (x11.XFlush, x11.XCloseDisplay):
        call.argtypes = [ctypes.c_void_p]
    return x11


class Drag:
    """One drag of files over one window."""

    def __init__(self, display_name: str, target: int, files: list[str]):
        self.x11 = load_x11()
        self.display = self.x11.XOpenDisplay(display_name.encode() or None)
        if not self.display:
            raise RuntimeError(f"no display {display_name}")
        self.target = target
        self.uris = "".join(Path(file).absolute().as_uri() + "\r\n" for file in files).encode()
        self.window = self.x11.XCreateSimpleWindow(self.display, self.x11.XDefaultRootWindow(self.display), 0, 0, 1, 1, 0, 0, 0)
        self.x11.XSetSelectionOwner(self.display, self.atom("XdndSelection"), self.window, 0)

    def atom(self, name: str) -> int:
        return self.x11.XInternAtom(self.display, name.encode(), 0)

    def tell(self, message: str, *data: int):
        event = Event()
        event.client.type, event.client.window = CLIENT_MESSAGE, self.target
        event.client.message_type, event.client.format = self.atom(message), 32
        for i, value in enumerate((self.window, *data)):
            event.client.data[i] = value
        self.x11.XSendEvent(self.display, self.target, 0, 0, ctypes.byref(event))
        self.x11.XFlush(self.display)

    def hand_over(self, request: SelectionRequest):
        self.x11.XChangeProperty(self.display, request.requestor, request.property, request.target, 8, 0, self.uris, len(self.uris))
        answer = Event()
        answer.notify.type, answer.notify.requestor, answer.notify.selection = SELECTION_NOTIFY, request.requestor, request.selection
        answer.notify.target, answer.notify.property, answer.notify.time = request.target, request.property, request.time
        self.x11.XSendEvent(self.display, request.requestor, 0, 0, ctypes.byref(answer))
        self.x11.XFlush(self.display)

    def wait_for(self, message: str, timeout_s: float = 60) -> ClientMessage:
        """Serves the target's requests for the data until it says `message`."""
        deadline = time.monotonic() + timeout_s
        event = Event()
        while time.monotonic() < deadline:
            if self.x11.XPending(self.display) == 0:
                time.sleep(0.01)
                continue
            self.x11.XNextEvent(self.display, ctypes.byref(event))
            if event.type == SELECTION_REQUEST:
                self.hand_over(event.request)
            elif event.type == CLIENT_MESSAGE and event.client.message_type == self.atom(message):
                return event.client
        raise RuntimeError(f"the window does not answer with {message}")

    def drop(self, x: int, y: int):
        self.tell("XdndEnter", XDND_VERSION << 24, self.atom("text/uri-list"), 0, 0)
        self.tell("XdndPosition", 0, x << 16 | y, 0, self.atom("XdndActionCopy"))
        if self.wait_for("XdndStatus").data[1] & 1 == 0:
            raise RuntimeError("the window takes no files here")
        self.tell("XdndDrop", 0, 0)
        self.wait_for("XdndFinished")
        self.x11.XCloseDisplay(self.display)


def drop(display_name: str, window: int, x: int, y: int, files: list[str]):
    Drag(display_name, window, files).drop(x, y)


if __name__ == "__main__":
    import os
    drop(os.environ["DISPLAY"], int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
