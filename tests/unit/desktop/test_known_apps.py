"""What is known of applications that were seen, or that the person named."""

from __future__ import annotations

from copilot.core.applications import KnownApplication
from copilot.core.model import Blocked, ChatIdentity, ChatView, Conversation, Draft
from copilot.desktop.apps import Apps
from copilot.desktop.known_apps import KnownApps

APPS = Apps.parse(
    '[gajim]\ntitle = "Gajim"\nwrite = ["accessibility", "keys"]\n[dino]\ntitle = "Dino"\n'
)
VIEW = ChatView(ChatIdentity("gajim", "w", "Anna"), "Gajim", "", Conversation("Anna"), Draft())


def test_known_are_those_that_were_seen_or_named() -> None:
    known = KnownApps(APPS, {"gajim": "chat", "dino": "draft"}, {"dino": "paste"})
    assert known.listed(["Gajim", "My Chat"]) == (
        KnownApplication("dino", "Dino", "draft", "paste"),
        KnownApplication("Gajim", "Gajim", "chat", "accessibility"),
        KnownApplication("My Chat", "My Chat"),
    )


def test_what_could_be_read_is_kept() -> None:
    seen: dict[str, str] = {}
    known = KnownApps(APPS, seen, {})
    known.note(None, "")
    known.note(VIEW, "")
    assert seen == {}
    known.note(VIEW, "chat")
    known.note(Blocked("dino", "Dino", "No text.", ""), "")
    known.note(Blocked("xterm", "XTerm", "No text.", ""), "")  # a chat? nobody knows
    assert seen == {"gajim": "chat", "dino": "nothing"}
    known.note(Blocked("gajim", "Gajim", "Not this time.", ""), "")
    known.note(Blocked("gajim", "Gajim", "You chose so.", "", chosen=True), "")
    assert seen["gajim"] == "chat"
