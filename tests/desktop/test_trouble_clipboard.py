"""What the person has copied survives an insertion by paste, and our end."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.irc import IrcPeer
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.session import DesktopSession
from tests.lab_llm.scripted import answer

REPLY = "好啊,七点见!🍲"
ANSWER = answer(f"1|agree|{REPLY}\n2|decline|Not today, sorry.\n3|ask|Where shall we meet?\n")


def image_on_the_clipboard(desktop: DesktopSession) -> bytes:
    done = subprocess.run(
        ["xclip", "-selection", "clipboard", "-o", "-t", "image/png"],
        env=desktop.env,
        capture_output=True,
        timeout=10,
        check=False,
    )
    return done.stdout


def copy_image(desktop: DesktopSession, file: Path) -> None:
    desktop.spawn(
        ["xclip", "-quiet", "-selection", "clipboard", "-t", "image/png", "-i", file], name="xclip"
    )
    desktop.wait_for(
        lambda: image_on_the_clipboard(desktop) == file.read_bytes(), 5, "the picture to be copied"
    )


def test_a_picture_survives_an_insertion_and_our_end(
    desktop: DesktopSession, lounge: Lounge, irc_anna: IrcPeer
) -> None:
    picture = desktop.screenshot(desktop.folder / "copied.png")
    with Provider(ANSWER) as provider, Copilot(desktop, provider.settings()) as copilot:
        desktop.activate(lounge.window)
        irc_anna.send("七点吃火锅?")
        lounge.wait_shown("七点吃火锅?")
        copilot.wait_cards("test-model")
        copy_image(desktop, picture)
        copilot.click(REPLY)
        desktop.wait_for(lambda: lounge.draft() == REPLY, 10, "the reply in the draft")
        assert image_on_the_clipboard(desktop) == picture.read_bytes()
        desktop.key("ctrl+alt+u")
        desktop.wait_for(lambda: lounge.draft() == "", 10, "the draft as it was")
        assert image_on_the_clipboard(desktop) == picture.read_bytes()
    assert image_on_the_clipboard(desktop) == picture.read_bytes()
