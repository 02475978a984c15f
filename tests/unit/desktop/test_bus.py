"""Applications that do not answer."""

from __future__ import annotations

from copilot.desktop.linux.bus import HUNG_FOR, HungApplications


def test_a_hung_application_is_left_alone_for_a_while() -> None:
    now = 100.0
    hung = HungApplications(lambda: now)
    assert ":1.5" not in hung
    hung.mark(":1.5")
    assert ":1.5" in hung
    assert ":1.6" not in hung
    now += HUNG_FOR
    assert ":1.5" not in hung


def test_a_sign_of_life_ends_it() -> None:
    hung = HungApplications()
    hung.mark(":1.5")
    hung.forget(":1.5")
    hung.forget(":1.5")
    assert ":1.5" not in hung
