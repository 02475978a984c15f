"""Imports that do not wait for PySide6, which reads the source text of every module it sees."""

from __future__ import annotations

import builtins

from PySide6 import QtCore as QtCore  # with it comes the hook


def stop_reading_sources() -> None:
    """Take PySide6's hook out of Python's imports.

    The hook serves `from __feature__ import snake_case`, which nobody uses here. For that it reads
    each module that is imported after PySide6 and keeps the text: a quarter of the start, and 7 MB.
    """
    own: object = getattr(builtins, "__feature_import__", None)
    if own is not None and builtins.__import__ is own:
        builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
