"""Tells when a file was changed by anybody: written, replaced, made or removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

_REST_MS = 150
"""Editors write in several steps: so long nothing more may have happened."""


class FileWatch(QObject):
    """Calls `changed` on Qt's thread some moments after the file has changed."""

    def __init__(self, path: Path, changed: Callable[[], None]) -> None:
        super().__init__()
        self._path = path
        self._changed = changed
        self._seen = self._state()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        # The folder as well: most editors put a new file in the old one's place.
        self._watcher = QFileSystemWatcher(self)
        self._watch()
        self._watcher.fileChanged.connect(self._begin)
        self._watcher.directoryChanged.connect(self._begin)

    def close(self) -> None:
        """Hear of nothing any more."""
        self._rest.stop()
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)

    def _watch(self) -> None:
        wanted = [str(p) for p in (self._path, self._path.parent) if p.exists()]
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if new := [path for path in wanted if path not in watched]:
            self._watcher.addPaths(new)

    def _state(self) -> tuple[int, int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    @Slot()
    def _begin(self) -> None:
        self._rest.start()

    @Slot()
    def _look(self) -> None:
        self._watch()
        state = self._state()
        if state != self._seen:
            self._seen = state
            self._changed()
