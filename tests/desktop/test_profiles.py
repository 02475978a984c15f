"""What is read and how text is written can be set for one application; seen in real Gajim."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from copilot.core.bounds import Bounds, Profile
from copilot.core.errors import OnlyCopied
from copilot.core.model import Blocked, ChatView
from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.desktop.test_reading import Watch, watching
from tests.lab_llm.scripted import answer

SECRET = "The safe is behind the mirror."
ANSWER = answer("1|complete|I am on my way.\n2|complete|I am late.\n3|complete|I am here.\n")


def of_gajim(reads: str = "all", writes: str = "auto") -> Bounds:
    return Bounds().with_profiles({"gajim": Profile(reads, writes)})


@pytest.fixture
async def watch(desktop: DesktopSession, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Watch]:
    async for one in watching(desktop, monkeypatch, of_gajim("draft")):
        yield one


async def test_drafts_only(
    watch: Watch, desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    gajim.hear(anna, SECRET)
    desktop.activate(gajim.window)
    desktop.type_text("on my")
    view = await watch.chat(lambda v: v.draft.text == "on my")
    assert view.identity.contact == "Anna"
    assert view.reads == {"draft"}
    assert not [v for v in watch.seen if isinstance(v, ChatView) and v.conversation.messages]
    await watch.eyes.restrict(of_gajim())
    view = await watch.chat(lambda v: bool(v.conversation.messages))
    assert view.conversation.messages[-1].text == SECRET
    assert "chat" in view.reads
    await watch.eyes.restrict(of_gajim("nothing"))
    blocked = await watch.until(lambda s: isinstance(s, Blocked))
    assert isinstance(blocked, Blocked)
    assert blocked.chosen


async def test_how_text_is_written(
    watch: Watch, desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    gajim.hear(anna, "Are you coming?")
    desktop.activate(gajim.window)
    for way in ("keys", "paste", "accessibility"):
        await watch.eyes.restrict(of_gajim(writes=way))
        view = await watch.chat(lambda v, way=way: v.writes == way)
        text = f"Yes, by {way}."
        written = await watch.desktop.writer.write(view, text)
        assert written.way == way
        assert gajim.draft() == text
    await watch.eyes.restrict(of_gajim(writes="copy"))
    view = await watch.chat(lambda v: v.writes == "copy")
    with pytest.raises(OnlyCopied):
        await watch.desktop.writer.write(view, "Only copied.")
    assert gajim.draft() == "Yes, by accessibility."
    assert desktop.run(["xclip", "-selection", "clipboard", "-o"]) == "Only copied."
    assert anna.received == []


def test_a_profile_holds_at_once_and_keeps_what_was_said_from_models(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Provider(ANSWER) as provider:
        profile = '[applications.gajim]\nreads = "draft"\nwrites = "copy"\n'
        with Copilot(desktop, provider.settings() + profile) as copilot:
            gajim.hear(anna, SECRET)
            desktop.activate(gajim.window)
            desktop.key("ctrl+a", "BackSpace")
            desktop.type_text("I am")
            cards = copilot.wait_cards("test-model")
            assert not [prompt for prompt in provider.prompts if SECRET in prompt]
            assert "draft ✓ copied" in copilot.shown()
            copilot.click(cards[0])
            copilot.wait_for("The text is copied.")
            assert gajim.draft() == "I am"
            copilot.settings_file.write_text(provider.settings(), encoding="utf-8")
            gajim.hear(anna, "Did you find it?")
            desktop.wait_for(
                lambda: any(SECRET in prompt for prompt in provider.prompts),
                20,
                "the chat to be read again",
                copilot.program,
            )
            assert "draft ✓ chat ✓ direct" in copilot.shown()
    assert anna.received == [], "something was sent"


def test_the_page_of_applications_knows_gajim_and_changes_what_is_read(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    desktop.activate(gajim.window)
    desktop.key("ctrl+a", "BackSpace")
    with Copilot(desktop, "# mine\n") as copilot:
        gajim.hear(anna, "Are you free tonight?")
        copilot.wait_cards("instant")
        settings = copilot.window("Settings — Chat Copilot")
        copilot.trigger("open-settings")
        settings.front()
        desktop.type_text("may be read")  # the search has the keyboard
        settings.wait_for("Drafts and chats can be read in it.")
        assert {"Gajim", "directly"} <= set(settings.shown())
        desktop.key("Tab", "Tab", "Tab", "Down")  # pages, table, what may be read
        settings.wait_for("drafts only")
        desktop.wait_for(
            lambda: 'reads = "draft"' in copilot.settings_file.read_text(encoding="utf-8"),
            10,
            "the choice in the file",
            copilot.program,
        )
        assert copilot.settings_file.read_text(encoding="utf-8").startswith("# mine\n")
        desktop.activate(gajim.window)
        copilot.trigger("open")
        copilot.wait_for("draft ✓ direct")
    assert anna.received == [], "something was sent"
