"""Settings and first steps by keyboard alone, as a screen reader hears them: from outside."""

from __future__ import annotations

import pytest

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.a11y import Accessible
from tests.desktop.lab.copilot import Beheld, Copilot
from tests.desktop.lab.processes import LabError
from tests.desktop.lab.session import DesktopSession

ROLES = {
    "push button",
    "check box",
    "radio button",
    "combo box",
    "text",
    "password text",
    "spin box",
    "list",
    "list item",
    "label",  # a plot, with its sum as description
}
AROUND = {"application", "frame", "window", "dialog", "filler", "panel", "scroll pane"}
SETTINGS = "Settings — Chat Copilot"
WELCOME = "Welcome to Chat Copilot"
PAGES = ("Replies", "Privacy")
"""Switches, numbers, lists to choose from, lines, buttons: each kind that settings have."""


@pytest.fixture(scope="module")
def desktop(open_desktop: OpenDesktop) -> DesktopSession:
    return open_desktop()


class Reader:
    """What somebody hears who goes through a window with Tab."""

    def __init__(self, desktop: DesktopSession, window: Beheld) -> None:
        self._desktop = desktop
        self._window = window

    def focused(self) -> Accessible | None:
        """The control that has the keyboard: not what it is in, nor what is in it."""
        for node in self._window.nodes():
            try:
                role, states = node.role, node.states
                # Qt calls the chosen line of every list focused, wherever the keyboard is.
                if "focused" in states and role not in AROUND and role != "list item":
                    return node
            except LabError:  # gone meanwhile
                continue
        return None

    def tab(self) -> Accessible:
        """Press Tab; what has the keyboard then."""
        before = self.focused()
        self._desktop.key("Tab")
        return self._desktop.wait_for(
            lambda: now if (now := self.focused()) != before else None, 10, f"Tab from {before}"
        )

    def round(self, most: int = 60) -> list[tuple[str, str]]:
        """The role and the name of everything that Tab leads to, once."""
        seen: dict[Accessible, tuple[str, str]] = {}
        now = self._desktop.wait_for(self.focused, 10, "the keyboard")
        while now not in seen:
            seen[now] = (now.role, _called(now))
            if len(seen) > most:
                raise LabError(f"Tab comes to no end: {list(seen.values())}")
            if not self._alone():
                now = self.tab()
        return list(seen.values())

    def _alone(self) -> bool:
        wanted = {"focusable", "showing", "sensitive"}
        roles = ROLES - {"list item", "label"}
        nodes = self._window.nodes()
        return sum(node.role in roles and wanted <= node.states for node in nodes) == 1


def _called(node: Accessible) -> str:
    """What a screen reader calls it. Of a list to choose from, Qt gives the chosen line as name."""
    if node.role != "combo box":
        return node.name
    relations = node.tree.call(node.owner, node.path, "Accessible", "GetRelationSet")[0]
    return node.description or ("labelled" if any(kind == 2 for kind, _ in relations) else "")


def test_pages_of_the_settings(desktop: DesktopSession) -> None:
    with Copilot(desktop) as copilot:
        copilot.trigger("open-settings")
        window = copilot.window(SETTINGS)
        window.wait_for("Search in settings")
        window.front()
        reader = Reader(desktop, window)
        for page in PAGES:
            for _ in range(60):
                if reader.tab().name == "Pages":
                    break
            desktop.key("Home")
            while not _is_chosen(window, page):
                desktop.key("Down")
            heard = reader.round()
            nameless = [role for role, name in heard if not name.strip()]
            assert nameless == [], (page, heard)
            assert {role for role, _ in heard} <= ROLES, (page, heard)
            assert ("push button", "Close") in heard
        desktop.key("Escape")
        window.wait_hidden()


def _is_chosen(window: Beheld, page: str) -> bool:
    return any(
        node.name == page and "selected" in node.states
        for node in window.nodes()
        if node.role == "list item"
    )


def test_the_first_steps(desktop: DesktopSession) -> None:
    with Copilot(desktop, None) as copilot:
        window = copilot.window(WELCOME)
        reader = Reader(desktop, window)
        for title, key in (
            ("Replies beside the chat you are in", "Return"),
            ("Seeing the chat", "Return"),
            ("Who shall think?", "Return"),
            ("Remember chats?", "Return"),
            ("All set", ""),
        ):
            window.wait_for(title)
            window.front()
            heard = reader.round()
            assert [role for role, name in heard if not name.strip()] == [], (title, heard)
            assert {role for role, _ in heard} <= ROLES, (title, heard)
            strong = [name for role, name in heard if role == "push button"][-1]
            while (node := reader.focused()) is None or node.name != strong:
                desktop.key("Tab")
            if key:
                desktop.key(key)
        desktop.key("Escape")
        window.wait_hidden()
