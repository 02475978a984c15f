"""The window that says which build this is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from copilot.core.errors import UpdatesUnknown
from copilot.ui.about import About, AboutWindow, Newer


def window(qtbot: QtBot, about: About) -> AboutWindow:
    made = AboutWindow(about)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_which_build_this_is_and_copies_it(qtbot: QtBot):
    shown = window(qtbot, About("0.2.0 (commit abc, deb)", "Linux 6, CPython 3.11"))
    assert shown.text.startswith(
        "Chat Copilot 0.2.0 (commit abc, deb)\nLinux 6, CPython 3.11, Qt 6"
    )
    shown.copy()
    assert QGuiApplication.clipboard().text() == shown.text


def test_it_asks_nobody_unless_somebody_presses(qtbot: QtBot):
    asked: list[bool] = []

    def look() -> Sequence[Newer]:
        asked.append(True)
        return [Newer("0.3.0", "https://example.com/3", ("<b>fast</b>",))]

    shown = window(qtbot, About("0.2.0", "Linux", look))
    assert shown.news == ""
    assert asked == []
    shown.look()
    qtbot.waitUntil(lambda: "0.3.0" in shown.news)
    assert 'href="https://example.com/3"' in shown.news
    assert "&lt;b&gt;fast" in shown.news, "news are text, whatever stands in them"


def test_there_may_be_nothing_newer_or_no_way_there(qtbot: QtBot):
    shown = window(qtbot, About("0.2.0", "Linux", lambda: []))
    shown.look()
    qtbot.waitUntil(lambda: "newest" in shown.news)

    def fail() -> Sequence[Newer]:
        raise UpdatesUnknown("News of releases can't be had.", "Try again later.")

    shown = window(qtbot, About("0.2.0", "Linux", fail))
    shown.look()
    qtbot.waitUntil(lambda: "Try again later" in shown.news)
