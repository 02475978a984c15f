"""Little motion, as the desktops ask for it."""

from __future__ import annotations

from typing import Any

import pytest
from dbus_fast import Message, MessageType, Variant

from copilot.desktop.linux.stillness import PortalStillness
from copilot.desktop.stillness import Stillness

STANDARD = ("org.freedesktop.appearance", "reduced-motion")
GNOME = ("org.gnome.desktop.interface", "enable-animations")
KDE = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")


class Ears:
    """PortalStillness that hears what a test says."""

    def __init__(self) -> None:
        self.stillness = Stillness()
        self.changes: list[bool] = []
        self.stillness.listen(lambda: self.changes.append(self.stillness.on))
        self._portal = PortalStillness(self.stillness)

    def hear(self, *body: Any, member: str = "SettingChanged") -> None:
        self._portal.heard(
            Message(
                path="/org/freedesktop/portal/desktop",
                interface="org.freedesktop.portal.Settings",
                member=member,
                message_type=MessageType.SIGNAL,
                body=list(body),
            )
        )


@pytest.mark.parametrize(
    ("key", "still", "moving"),
    [
        (STANDARD, Variant("u", 1), Variant("u", 0)),
        (GNOME, Variant("b", False), Variant("b", True)),
        (KDE, Variant("s", "0"), Variant("s", "0.5")),
    ],
)
def test_each_desktop_in_its_own_words(
    key: tuple[str, str], still: Variant, moving: Variant
) -> None:
    ears = Ears()
    ears.hear(*key, moving)
    ears.hear(*key, still)
    ears.hear(*key, still)
    ears.hear(*key, moving)
    assert ears.changes == [True, False]


def test_one_place_that_asks_for_it_is_enough() -> None:
    ears = Ears()
    ears.hear(*STANDARD, Variant("u", 1))
    ears.hear(*GNOME, Variant("b", True))
    assert ears.stillness.on


def test_nonsense_changes_nothing() -> None:
    ears = Ears()
    ears.hear(*KDE, Variant("s", "fast"))
    ears.hear(*KDE, "0")
    ears.hear("org.gnome.desktop.interface", "font-name", Variant("s", "Sans"))
    ears.hear(*STANDARD)
    ears.hear(*STANDARD, Variant("u", 1), member="Other")
    assert ears.changes == []
