"""Settings that can't be used: the defaults apply, the panel says what and where."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.lab.copilot import Copilot
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer

BROKEN = [
    pytest.param(
        '[panel\ntheme = "dark"\n',
        "settings.toml, line 1: this is not valid TOML",
        "Are you free tonight?",
        id="syntax",
    ),
    pytest.param(
        '# mine\n[panel]\ntheme = "dark"\n\n[quick_replies]\nenabled = "no"\n',
        "settings.toml, line 6: quick_replies.enabled must be true or false.",
        "Shall we have dinner tonight?",
        id="type",
    ),
    pytest.param(
        '[quick_replies]\nenabled = false\n[jobs]\nreplies = "nobody"\n',
        "settings.toml, line 4: jobs.replies names the provider 'nobody', which is not defined.",
        "Thank you so much!",
        id="provider",
    ),
]


@pytest.fixture(scope="module")
def opened(desktop: DesktopSession) -> Iterator[Path]:
    """What the desktop was asked to open, a line each, by a stand-in for its opener."""
    folder = desktop.folder / "programs"
    folder.mkdir()
    program, said = folder / "xdg-open", desktop.folder / "opened.txt"
    program.write_text(f'#!/bin/sh\necho "$1" >> {said}\n', encoding="utf-8")
    program.chmod(stat.S_IRWXU)
    path = desktop.env["PATH"]
    desktop.env["PATH"] = f"{folder}:{path}"
    yield said
    desktop.env["PATH"] = path


@pytest.mark.parametrize(("settings", "said", "message"), BROKEN)
def test_broken_settings_are_said_and_left_alone(
    desktop: DesktopSession,
    gajim: Gajim,
    anna: XmppPeer,
    opened: Path,
    settings: str,
    said: str,
    message: str,
) -> None:
    opened.write_text("", encoding="utf-8")
    with Copilot(desktop, settings) as copilot:
        desktop.activate(gajim.window)
        copilot.wait_for_words(said)
        before = copilot.settings_file.stat()
        anna.send(message)
        gajim.wait_shown(message)
        reply = copilot.wait_cards("instant")[0]
        copilot.wait_for_words(said)  # still there, for whoever looked elsewhere

        copilot.click("Open the settings file")
        desktop.wait_for(lambda: "settings.toml" in opened.read_text(), 10, "the file to open")
        desktop.activate(gajim.window)
        copilot.click(reply)
        desktop.wait_for(lambda: gajim.draft() == reply, 10, "the reply in the draft")
        after = copilot.settings_file.stat()
        assert copilot.settings_file.read_text(encoding="utf-8") == settings
        assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    desktop.key("Return")
    anna.wait_received(reply)
