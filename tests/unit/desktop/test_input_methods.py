"""Unfinished text as IBus and Fcitx 5 tell of it, and what is made of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from dbus_fast import Message, MessageType, Variant

from copilot.desktop.linux.composition import Composition
from copilot.desktop.linux.input_methods import InputMethods, ibus_address

CONTEXT = "org.freedesktop.IBus.InputContext"
PANEL = "org.freedesktop.IBus.Panel"
FCITX = "org.fcitx.Fcitx.InputContext1"


def ibus_text(text: str) -> Variant:
    attributes = Variant("(sa{sv}av)", ["IBusAttrList", {}, []])
    return Variant("(sa{sv}sv)", ["IBusText", {}, text, attributes])


class Ears:
    """InputMethods that hears what a test says."""

    def __init__(self) -> None:
        self.composition = Composition()
        self.changes: list[bool] = []
        self.composition.listen(self.changes.append)
        self._methods = InputMethods(self.composition, lambda: None)

    def hear(self, interface: str, member: str, *body: Any, call: bool = False) -> None:
        kind = MessageType.METHOD_CALL if call else MessageType.SIGNAL
        message = Message(
            path="/context", interface=interface, member=member, message_type=kind, body=list(body)
        )
        assert self._methods.heard(message)  # never answered


@pytest.mark.parametrize("member", ["UpdatePreeditText", "UpdatePreeditTextWithMode"])
def test_ibus_opens_and_commits(member: str) -> None:
    ears = Ears()
    ears.hear(CONTEXT, member, ibus_text("你"), 1, True, 0)
    ears.hear(CONTEXT, member, ibus_text("你好"), 2, True, 0)
    ears.hear(CONTEXT, "HidePreeditText")
    assert ears.changes == [True, False]


def test_ibus_leaves_by_an_empty_or_hidden_text() -> None:
    ears = Ears()
    for text, visible in (("你", True), ("", True), ("你", True), ("你", False)):
        ears.hear(CONTEXT, "UpdatePreeditText", ibus_text(text), 0, visible)
    assert ears.changes == [True, False, True, False]
    ears.hear(CONTEXT, "ShowPreeditText")
    assert ears.composition.open


def test_ibus_shows_it_in_its_panel_for_simple_programs() -> None:
    ears = Ears()
    ears.hear(PANEL, "UpdatePreeditText", ibus_text("你"), 1, True, call=True)
    assert ears.composition.open
    ears.hear(PANEL, "HidePreeditText", call=True)
    assert not ears.composition.open


def test_fcitx_opens_and_commits() -> None:
    ears = Ears()
    ears.hear(FCITX, "UpdateFormattedPreedit", [["ni hao", 24], ["", 8]], 0)
    assert ears.composition.open
    ears.hear(FCITX, "UpdateFormattedPreedit", [], 0)
    assert not ears.composition.open


@pytest.mark.parametrize("interface", [CONTEXT, FCITX])
def test_who_gets_the_focus_composes_nothing_yet(interface: str) -> None:
    ears = Ears()
    ears.hear(CONTEXT, "UpdatePreeditText", ibus_text("你"), 1, True)
    ears.hear(FCITX, "UpdateFormattedPreedit", [["ni", 24]], 0)
    ears.hear(interface, "FocusIn", call=True)
    assert ears.changes == [True, False]


def test_signals_of_another_form_change_nothing() -> None:
    ears = Ears()
    ears.hear(CONTEXT, "UpdatePreeditText", "你", 1, True)
    ears.hear(CONTEXT, "UpdatePreeditText")
    ears.hear(FCITX, "UpdateFormattedPreedit", 3)
    assert ears.changes == []


def test_it_is_open_until_the_last_source_is_done() -> None:
    composition = Composition()
    changes: list[bool] = []
    composition.listen(changes.append)
    composition.note("bus", True)
    composition.note("window", True)
    composition.note("bus", False)
    assert composition.open
    composition.note("window", False)
    assert changes == [True, False]


@pytest.mark.parametrize(
    ("display", "wayland", "name"),
    [(":7.0", None, "unix-7"), ("far:1", None, "far-1"), (":7", "wayland-0", "unix-wayland-0")],
)
def test_ibus_is_found_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, display: str, wayland: str | None, name: str
) -> None:
    monkeypatch.delenv("IBUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("DISPLAY", display)
    if wayland is None:
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    else:
        monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    machine = Path("/etc/machine-id")
    if not machine.exists():
        pytest.skip("this machine has no id")
    assert ibus_address() is None
    folder = tmp_path / "ibus" / "bus"
    folder.mkdir(parents=True)
    address = "unix:abstract=/tmp/ibus,guid=12=3"
    (folder / f"{machine.read_text().strip()}-{name}").write_text(
        f"# a remark\nIBUS_ADDRESS={address}\nIBUS_DAEMON_PID=1\n"
    )
    assert ibus_address() == address
    monkeypatch.setenv("IBUS_ADDRESS", "unix:path=/elsewhere")
    assert ibus_address() == "unix:path=/elsewhere"
