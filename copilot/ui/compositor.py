"""What Qt does not tell of the X server: is there a compositor, and which part takes clicks."""

from __future__ import annotations

import ctypes
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QNativeInterface

# Constants of the X Nonrectangular Window Shape Extension, version 1.1.
_SHAPE_SET = 0
_SHAPE_INPUT = 2
_UNSORTED = 0


class _XRectangle(ctypes.Structure):
    _fields_ = (
        ("x", ctypes.c_short),
        ("y", ctypes.c_short),
        ("width", ctypes.c_ushort),
        ("height", ctypes.c_ushort),
    )


def compositing() -> bool:
    """True if shadows can be translucent now. Cheap: one round trip to the X server.

    Wayland, Windows and macOS always compose. On X11 a compositing manager announces itself by
    owning the selection `_NET_WM_CM_S<screen>` (Extended Window Manager Hints).
    """
    if QGuiApplication.platformName() != "xcb":
        return True
    display, xlib = _display(), _library("libX11.so.6")
    if display is None or xlib is None:
        return False
    xlib.XInternAtom.restype = ctypes.c_ulong
    xlib.XGetSelectionOwner.restype = ctypes.c_ulong
    name = f"_NET_WM_CM_S{int(xlib.XDefaultScreen(display))}"
    atom = ctypes.c_ulong(xlib.XInternAtom(display, name.encode(), 0))
    return bool(xlib.XGetSelectionOwner(display, atom))


def can_fade() -> bool:
    """Whether Qt can set the opacity of whole windows here: Wayland knows none."""
    return QGuiApplication.platformName() in ("xcb", "windows", "cocoa")


def send_now() -> None:
    """Send the X server what waits: Qt does when it has painted, which no move or fade needs."""
    display, xlib = _display(), _library("libX11.so.6")
    if display is not None and xlib is not None:
        xlib.XFlush(display)


def take_clicks_in(window: int, area: QRect) -> None:
    """Let clicks outside `area` (physical pixels of that X window) reach what lies below.

    Does nothing on other systems, where the shadow belongs to the system or its margin is small.
    """
    display, shapes = _display(), _library("libXext.so.6")
    if display is None or shapes is None:
        return
    rectangle = _XRectangle(area.x(), area.y(), area.width(), area.height())
    shapes.XShapeCombineRectangles(
        display,
        ctypes.c_ulong(window),
        _SHAPE_INPUT,
        0,
        0,
        ctypes.byref(rectangle),
        1,
        _SHAPE_SET,
        _UNSORTED,
    )


def _display() -> ctypes.c_void_p | None:
    """Qt's own connection to the X server."""
    if QGuiApplication.platformName() != "xcb":
        return None
    application = QGuiApplication.instance()
    native: object = application.nativeInterface() if application is not None else None  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
    if not isinstance(native, QNativeInterface.QX11Application):
        return None
    return ctypes.c_void_p(native.display())


@cache
def _library(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None
