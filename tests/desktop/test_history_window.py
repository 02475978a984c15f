"""The history window of the running application: what was kept is found and forgotten, by keys."""

from __future__ import annotations

import json
import sys
from typing import Any

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import REPOSITORY, Copilot


def kept(copilot: Copilot) -> list[dict[str, Any]]:
    """The messages, as the command finds them."""
    return json.loads(copilot.command("history", "search", "", "--json"))["messages"]


def test_a_message_is_found_as_it_is_typed_and_forgotten_only_when_that_is_chosen(
    open_desktop: OpenDesktop,
) -> None:
    desktop = open_desktop(keyring="unlocked")
    with Copilot(desktop, "[history]\nenabled = true\n") as copilot:
        practice = desktop.spawn(
            [sys.executable, "-m", "copilot", "practice", "--language", "en"],
            env={"PYTHONPATH": str(REPOSITORY)},
        )
        desktop.wait_for(lambda: desktop.windows(pid=practice.process.pid), what="practice")
        copilot.wait_cards("instant")
        desktop.stop(practice)
        newest, *others = kept(copilot)
        word = max(newest["text"].split(), key=len).strip("?!.,")

        copilot.trigger("show-history")
        window = copilot.window("History — Chat Copilot")
        window.front()
        window.wait_for(f"All chats, {1 + len(others)} messages")
        desktop.type_text(word)
        window.wait_for_words(newest["text"])
        desktop.screenshot(desktop.logs / "history.png")

        desktop.key("Down", "Delete")
        window.wait_for("Forget this message?")
        desktop.key("Return")  # whoever reads nothing
        desktop.wait_for(lambda: "Forget this message?" not in window.shown(), what="the answer")
        assert len(kept(copilot)) == 1 + len(others)
        desktop.key("Delete")
        window.wait_for("Forget this message?")
        desktop.key("Tab", "space")
        window.wait_for("It is forgotten.")
        assert [m["text"] for m in kept(copilot)] == [m["text"] for m in others]
        desktop.key("Escape")
        window.wait_hidden()


def test_without_a_history_the_window_says_where_to_switch_it_on(open_desktop: OpenDesktop) -> None:
    desktop = open_desktop(keyring="unlocked")
    with Copilot(desktop) as copilot:
        copilot.trigger("show-history")
        window = copilot.window("History — Chat Copilot")
        window.wait_for("Nothing is kept")
        window.click("Open the settings")
        copilot.window("Settings — Chat Copilot").wait_for("Keep a history")
