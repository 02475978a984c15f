"""Windows with candidates, by which input methods on X11 show that they hold unfinished text."""

from __future__ import annotations

import contextlib

from copilot.core.errors import DisplayMissing
from copilot.desktop.linux.composition import Composition
from copilot.desktop.linux.x11 import XConnection
from copilot.desktop.linux.xvalues import WindowShown

# Window classes (the instance part of WM_CLASS). IBus is not among them: it tells by itself, and
# its windows may stay open for good. Fcitx 5 is, for applications that it serves by XIM.
_CLASSES = frozenset(
    {
        "fcitx", "fcitx-qimpanel", "fcitx-gimpanel",
        "scim-panel-gtk", "uim-candwin-gtk", "uim-candwin-gtk3", "uim-candwin-qt5",
        "mozc_renderer", "hime", "gcin", "nabi",
    }
)  # fmt: skip


class Candidates:
    """Tells `composition` while such a window is shown."""

    def __init__(self, x: XConnection, composition: Composition) -> None:
        self._x = x
        self._composition = composition
        self._shown: set[int] = set()
        x.listen(WindowShown, self._take)
        with contextlib.suppress(DisplayMissing):
            x.watch_shown()

    def _take(self, event: WindowShown) -> None:
        if event.shown and event.unmanaged and self._is_candidates(event.window):
            self._shown.add(event.window)
        elif not event.shown:
            self._shown.discard(event.window)
        else:
            return
        self._composition.note("candidates", bool(self._shown))

    def _is_candidates(self, window: int) -> bool:
        try:
            return self._x.window_class(window)[0].lower() in _CLASSES
        except DisplayMissing:
            return False
