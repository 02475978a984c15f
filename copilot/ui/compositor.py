"""Whether translucent windows blend with what lies below them."""

from __future__ import annotations

import ctypes
import ctypes.util

from PySide6.QtGui import QGuiApplication, QNativeInterface


def compositing() -> bool:
    """True if shadows can be translucent now. Cheap: one round trip to the X server.

    Wayland, Windows and macOS always compose. On X11 a compositing manager announces itself by
    owning the selection `_NET_WM_CM_S<screen>` (Extended Window Manager Hints).
    """
    if QGuiApplication.platformName() != "xcb":
        return True
    application = QGuiApplication.instance()
    native: object = application.nativeInterface() if application is not None else None  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
    if not isinstance(native, QNativeInterface.QX11Application):
        return False
    return _selection_owned(int(native.display()))


def _selection_owned(display: int) -> bool:
    name = ctypes.util.find_library("X11") if display else None
    if name is None:
        return False
    xlib = ctypes.CDLL(name)
    xlib.XInternAtom.restype = ctypes.c_ulong
    xlib.XGetSelectionOwner.restype = ctypes.c_ulong
    at = ctypes.c_void_p(display)
    screen = int(xlib.XDefaultScreen(at))
    atom = ctypes.c_ulong(xlib.XInternAtom(at, f"_NET_WM_CM_S{screen}".encode(), 0))
    return bool(xlib.XGetSelectionOwner(at, atom))
