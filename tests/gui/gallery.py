"""Renders every state of our own windows to PNG files, to be looked at.

    python tests/gui/gallery.py [FOLDER]        (default: out/gallery)

Each state is painted light and dark, at 100 % and 200 %, with and without a compositor.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from copilot.core.model import Card, Intent, Notice, PanelState, Phase, Rect, Source, Stance

KEYS = ("⌃⌥1", "⌃⌥2", "⌃⌥3")


def card(n: int, text: str, stance: Stance, source: Source = Source.MODEL, **more: bool) -> Card:
    return Card(f"c{n}", text, stance, source, hotkey=KEYS[n], **more)


def chat(
    contact: str, app: str, *cards: Card, phase: Phase = Phase.DONE, **more: object
) -> PanelState:
    return replace(
        PanelState(
            phase=phase,
            visible=True,
            app_name=app,
            contact=contact,
            badge=("draft", "chat", "accessibility"),
            cards=cards,
            model="qwen-plus",
            tokens=412,
            masked=2,
        ),
        **more,
    )


CHINESE = chat(
    "李华",
    "Gajim",
    card(0, "没问题，我六点四十到，顺便把伞带上。", Stance.AGREE),
    card(1, "雨太大的话，要不要改到明天中午？", Stance.DELAY),
    card(2, "你那边地铁口还是商场门口等", Stance.ASK, streaming=True),
    phase=Phase.STREAMING,
    badge=("draft", "chat", "paste"),
)
THINKING = chat(
    "Anna",
    "Telegram",
    card(0, "Congratulations!! When do you start? 🎉", Stance.ASK, Source.INSTANT),
    card(1, "", Stance.AGREE, streaming=True),
    card(2, "", Stance.AGREE, streaming=True),
    phase=Phase.THINKING,
    badge=("screen",),
    masked=0,
    tokens=0,
    model="local model",
)
LONG = chat(
    "Dr. Maximiliane von Hohenstein-Österreich, Büro für Angelegenheiten",
    "A very long application name indeed",
    card(
        0,
        "Thanks for the long explanation! I read all of it twice and I think you are right about "
        "the schedule, but before I say yes I would like to know what happens with the two weeks "
        "in March, because Tom is away then and nobody else knows how the import works, and I "
        "would rather not promise something that we can't keep in the end.",
        Stance.ASK,
    ),
    card(1, "https://example.org/" + "averylongpathwithoutanybreak" * 4, Stance.AGREE),
    card(2, "First line\nSecond line\n\nFourth line", Stance.DELAY),
    tokens=18250,
    model="anthropic/claude-something-with-a-long-name",
)
ARABIC = chat(
    "ليلى",
    "Dino",
    card(0, "نعم بالطبع، سأكون هناك في الساعة السابعة 🙂", Stance.AGREE),
    card(
        1,
        "آسف، لا أستطيع اليوم. هل يناسبك يوم الأحد بعد الظهر؟ يمكننا أن نلتقي عند محطة المترو.",
        Stance.DECLINE,
    ),
    card(2, "أين نلتقي؟ عند مقهى Central", Stance.ASK, streaming=True),
    phase=Phase.STREAMING,
)
STATES: dict[str, PanelState] = {
    "chinese": CHINESE,
    "thinking": THINKING,
    "long": LONG,
    "arabic": ARABIC,
    "japanese": chat(
        "桜",
        "Psi+",
        card(0, "了解です！駅の改札前で直接待ち合わせしましょう😊", Stance.AGREE),
        masked=0,
    ),
    "marked-second": replace(CHINESE, marked=1, phase=Phase.DONE),
    "written": chat(
        "李华", "Gajim", card(0, "没问题，我六点四十到。", Stance.AGREE), can_undo=True
    ),
    "topics": chat(
        "Anna",
        "Pidgin",
        card(0, "How did the climbing course go that you wanted to try?", Stance.TOPIC),
        card(1, "Any plans for the long weekend?", Stance.TOPIC, Source.INSTANT),
        section="topics",
    ),
    "empty": chat("Anna", "Pidgin", phase=Phase.EMPTY, model="", masked=0, tokens=0),
    "no-chat": PanelState(visible=True),
    "thinking-bare": chat("Anna", "Pidgin", phase=Phase.THINKING, model="", masked=0, tokens=0),
    "error": chat(
        "Anna",
        "Pidgin",
        card(0, "Sure, see you at seven!", Stance.AGREE, Source.INSTANT),
        phase=Phase.ERROR,
        notice=Notice(
            "The model's address can't be reached.",
            "Check the network, or the address in settings. Quick replies go on without it.",
            "refresh",
            True,
        ),
    ),
    "refused": chat(
        "Anna",
        "Pidgin",
        card(0, "Sure, see you at seven!", Stance.AGREE),
        phase=Phase.ERROR,
        notice=Notice("Nothing was written: the chat has changed.", "", "copy"),
    ),
    "paused": PanelState(phase=Phase.PAUSED, visible=True),
    "blocked": PanelState(
        phase=Phase.BLOCKED,
        visible=True,
        app_name="Chromium",
        notice=Notice(
            "Chromium was started without accessibility",
            "Restart it once with the switch; your tabs come back.",
            "restart-with-accessibility",
        ),
    ),
}


def ignore(_intent: Intent) -> None:
    """The gallery is looked at, not used."""


def render(folder: Path, suffix: str) -> None:
    """Paint everything once with this process's scale and platform."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QColor, QPainter, QPixmap
    from PySide6.QtWidgets import QApplication

    from copilot.ui import theme as themes
    from copilot.ui.bridge import Bridge
    from copilot.ui.panel import Panel

    application = QApplication(sys.argv[:1])
    for scheme in ("light", "dark", "contrast"):
        theme = partial(themes.make, dark=scheme == "dark", contrast=scheme == "contrast")
        for blends in (True, False):
            pictures: list[QPixmap] = []
            for state in STATES.values():
                bridge = Bridge(ignore)
                panel = Panel(bridge, theme, lambda on=blends: on)
                bridge.show_state(replace(state, draft_area=Rect(50, 500, 600, 40)))
                application.processEvents()
                picture = QPixmap(panel.size() * panel.devicePixelRatioF())
                picture.setDevicePixelRatio(panel.devicePixelRatioF())
                picture.fill(QColor(0, 0, 0, 0))
                painter = QPainter(picture)
                if not panel.mask().isEmpty():
                    painter.setClipRegion(panel.mask())
                panel.render(
                    painter,
                    QPoint(0, 0),
                    renderFlags=Panel.RenderFlag.DrawChildren
                    | Panel.RenderFlag.DrawWindowBackground,
                )
                painter.end()
                pictures.append(picture)
                panel.close()
            name = f"panel-{scheme}-{'shadow' if blends else 'plain'}{suffix}.png"
            sheet(pictures).save(str(folder / name))


def sheet(pictures: list) -> object:
    """All pictures side by side on a desktop-like ground."""
    from PySide6.QtGui import QColor, QPainter, QPixmap

    ratio = pictures[0].devicePixelRatio()
    columns = 4
    width = max(p.width() for p in pictures) + 24
    tops = [24] * columns
    places: list[tuple[int, int]] = []
    for i, p in enumerate(pictures):
        column = min(range(columns), key=lambda c: tops[c])
        places.append((24 + column * width, tops[column]))
        tops[column] += p.height() + 24
    result = QPixmap(columns * width + 24, max(tops))
    result.fill(QColor("#cdd6e2"))
    painter = QPainter(result)
    for (x, y), p in zip(places, pictures, strict=True):
        p.setDevicePixelRatio(1)
        painter.drawPixmap(x, y, p)
    painter.end()
    del ratio
    return result


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "out/gallery")
    target.mkdir(parents=True, exist_ok=True)
    if "GALLERY_SCALE" in os.environ:
        render(target, os.environ["GALLERY_SCALE"])
    else:
        for scale in ("1", "2"):
            environment = {
                **os.environ,
                "QT_LOGGING_RULES": "qt.qpa.*=false",
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": scale,
                "GALLERY_SCALE": f"-{scale}00",
            }
            subprocess.run([sys.executable, __file__, str(target)], env=environment, check=True)
