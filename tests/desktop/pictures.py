"""Takes the pictures of the README: `python -m tests.desktop.pictures` writes docs/images/.

The client, the server and the peer are real; the model is scripted, since a picture should look
the same every time.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from Xlib.display import Display

from tests.desktop.lab.copilot import REPOSITORY, Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppServer
from tests.lab_llm.scripted import answer

IMAGES = REPOSITORY / "docs" / "images"
BACKGROUND = 0xCCD4E2
TALK = (
    "Hey! I got the new job 🎉",
    "We have to celebrate. Friday at seven, the noodle place by the river?",
    "My new number is +49 30 901820, just in case",
)
ANSWER = (
    "1|agree|Congratulations!! Friday at seven is perfect 🍜\n"
    "2|ask|Wow, congratulations! When do you start?\n"
    "3|delay|So happy for you! Friday is tight, can we do Saturday instead?\n"
)


def main() -> None:
    """Take all pictures."""
    IMAGES.mkdir(exist_ok=True)
    with DesktopSession(tray=False) as desktop, Provider(answer(ANSWER)) as provider:
        paint(desktop)
        server = XmppServer(desktop)
        anna = server.peer("anna")
        gajim = Gajim(desktop, server)
        gajim.open_chat("anna")
        for text in TALK:
            anna.send(text)
            gajim.wait_shown(text)
        for theme in ("light", "dark"):
            settings = f'{provider.settings()}\n[panel]\ntheme = "{theme}"\n'
            with Copilot(desktop, settings) as copilot:
                desktop.activate(gajim.window)

                copilot.wait_for("Wow, congratulations! When do you start?")
                copilot.wait_for_words("1 masked")
                crop(desktop.screenshot(desktop.folder / "screen.png"), theme)


def paint(desktop: DesktopSession) -> None:
    """Give the empty desktop a colour."""
    with contextlib.closing(Display(desktop.display)) as display:
        root = display.screen().root
        root.change_attributes(background_pixel=BACKGROUND)
        root.clear_area()
        display.sync()


def crop(picture: Path, theme: str) -> None:
    """Keep what is not background, with a margin."""
    image = QImage(str(picture))
    background = image.pixelColor(image.width() - 1, image.height() - 1)
    step, margin = 4, 24
    inside = [
        (x, y)
        for y in range(0, image.height(), step)
        for x in range(0, image.width(), step)
        if image.pixelColor(x, y) != background
    ]
    left, right = min(x for x, _ in inside) - margin, max(x for x, _ in inside) + margin
    top, bottom = min(y for _, y in inside) - margin, max(y for _, y in inside) + margin
    left, top = max(left, 0), max(top, 0)
    image.copy(left, top, right - left, bottom - top).save(str(IMAGES / f"panel-gajim-{theme}.png"))


if __name__ == "__main__":
    application = QGuiApplication(["pictures", "-platform", "offscreen"])
    main()
