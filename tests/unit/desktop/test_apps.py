"""Quirks of applications."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.desktop.apps import DEFAULT_WAYS, Apps
from copilot.desktop.readers.ladder import READERS

TEXT = (Path(__file__).parents[3] / "resources" / "apps.toml").read_text(encoding="utf-8")
APPS = Apps.parse(TEXT)


@pytest.mark.parametrize(
    ("app", "wm_class", "page", "name"),
    [
        ("org.gajim.Gajim", "Gajim", "", "gajim"),
        ("Pidgin", "Pidgin", "", "pidgin"),
        ("Chromium", "Chromium", "anna — The Lounge - Chromium", "thelounge"),
        ("Firefox", "firefox-esr", "anna — The Lounge — Mozilla Firefox", "thelounge"),
        ("Chromium", "Chromium", "Mei | Messenger", "chromium"),
        ("", "TelegramDesktop", "", "telegram"),
        ("chat-copilot-practice", "chat-copilot-practice", "", "practice"),
    ],
)
def test_an_application_is_known_by_any_of_its_names(
    app: str, wm_class: str, page: str, name: str
) -> None:
    found = APPS.find(app=app, wm_class=wm_class, page=page)
    assert found.name == name
    assert APPS.named(name) == found
    assert found.title


def test_an_application_can_be_denied_by_any_of_its_names() -> None:
    page = "anna — The Lounge - Chromium"
    assert {"thelounge", "chromium"} <= APPS.names(app="Chromium", wm_class="Chromium", page=page)
    assert "gajim" in APPS.names(app="org.gajim.Gajim")
    assert "practice" in APPS.names(app="chat-copilot-practice")
    assert {"signal", "signal-desktop"} == APPS.names(
        app="Signal", wm_class="signal", wm_instance="signal-desktop"
    )
    assert "thelounge" not in APPS.names(app="Chromium", page="anna - Messenger")


def test_one_that_nobody_knows_gets_what_its_toolkit_needs() -> None:
    assert APPS.find(app="Some App").name == "some app"
    assert APPS.find(app="", wm_class="Thing").title == "Thing"
    assert APPS.find(app="Some App").write == DEFAULT_WAYS
    # Chromium has no EditableText, Gecko's does nothing.
    assert APPS.find(app="Brave", toolkit="chromium").write == ("paste", "keys")
    assert APPS.named("some app").title == "some app"


def test_every_entry_is_sound() -> None:
    known = [line[1:-1] for line in TEXT.splitlines() if line.startswith("[")]
    for name in known:
        quirks = APPS.named(name)
        assert quirks.reader in ("", *READERS)
        assert quirks.write
        assert set(quirks.write) <= {"accessibility", "paste", "keys"}


@pytest.mark.parametrize("text", ["[x]\ncolour = 1", "[x]\nwrite = 3", "[x"])
def test_a_broken_table_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Apps.parse(text)
