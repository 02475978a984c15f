"""Several monitors on one virtual display, as RandR 1.5 lets any client declare them."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence


class _Monitor(ctypes.Structure):
    """XRRMonitorInfo of Xrandr.h."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("noutput", ctypes.c_int),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("mwidth", ctypes.c_int),
        ("mheight", ctypes.c_int),
        ("outputs", ctypes.c_void_p),
    )


def declare(display: str, areas: Sequence[tuple[int, int, int, int]]) -> None:
    """Divide the display into monitors (x, y, width, height), of which the first is the main one.

    The first takes the display's only output, so that the one that was there by itself goes.
    """
    x11, randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    for function in (x11.XOpenDisplay, randr.XRRGetScreenResources):
        function.restype = ctypes.c_void_p
    for function in (x11.XDefaultRootWindow, x11.XInternAtom):
        function.restype = ctypes.c_ulong
    connection = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    root = ctypes.c_ulong(x11.XDefaultRootWindow(connection))
    output = _only_output(randr, connection, root)
    for i, (x, y, width, height) in enumerate(areas):
        name = x11.XInternAtom(connection, f"monitor-{i}".encode(), 0)
        held = ctypes.cast(output, ctypes.c_void_p).value if i == 0 else None
        size = (round(width / 3.8), round(height / 3.8))  # millimetres, at about 96 dpi
        info = _Monitor(name, i == 0, 0, int(i == 0), x, y, width, height, *size, held)
        randr.XRRSetMonitor(connection, root, ctypes.byref(info))
    x11.XSync(connection, 0)
    x11.XCloseDisplay(connection)


class _Resources(ctypes.Structure):
    """The beginning of XRRScreenResources of Xrandr.h."""

    _fields_ = (
        ("timestamp", ctypes.c_ulong),
        ("config_timestamp", ctypes.c_ulong),
        ("ncrtc", ctypes.c_int),
        ("crtcs", ctypes.c_void_p),
        ("noutput", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


def _only_output(
    randr: ctypes.CDLL, connection: ctypes.c_void_p, root: ctypes.c_ulong
) -> ctypes.Array[ctypes.c_ulong]:
    found = ctypes.c_void_p(randr.XRRGetScreenResources(connection, root))
    resources = ctypes.cast(found, ctypes.POINTER(_Resources)).contents
    return (ctypes.c_ulong * 1)(resources.outputs[0])
