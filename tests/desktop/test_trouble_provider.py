"""A provider that fails in every way: the panel says it and goes on, quick replies stay."""

from __future__ import annotations

import time

import pytest

from tests.desktop.lab.copilot import Copilot, Provider, provider_settings
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.network import free_port
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.scripted import Exchange, Play, answer, delta, fail, sse

REPLIES = ("Gladly, at eight!", "Not today, sorry.", "Where shall we meet?")
ANSWER = answer(f"1|agree|{REPLIES[0]}\n2|decline|{REPLIES[1]}\n3|ask|{REPLIES[2]}\n")
HALF = "1|agree|Gladly, at eight!\n2|decline|Not tod"


async def silent(exchange: Exchange) -> None:
    """Takes the request and says nothing, as long as the client waits."""
    await exchange.until_closed()


async def half(exchange: Exchange) -> None:
    """Breaks off in the middle of the second reply."""
    await exchange.head()
    await exchange.chunk(sse(delta(HALF)))
    exchange.drop()


FAILURES = [
    pytest.param(
        fail(401, '{"error": {"code": "invalid_api_key", "message": "no: sk-abc"}}'),
        "test does not accept the key.",
        "Are you free tonight?",
        id="401",
    ),
    pytest.param(
        silent, "test was reached but stays silent.", "Shall we have dinner tonight?", id="silent"
    ),
    pytest.param(half, "The connection to test broke.", "Are you at home now?", id="half a stream"),
    pytest.param(fail(500), "test failed on its side (500).", "How are you?", id="500"),
]


@pytest.mark.parametrize(("play", "said", "message"), FAILURES)
def test_a_failure_is_said_and_the_next_answer_comes(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer, play: Play, said: str, message: str
) -> None:
    with (
        Provider(play) as provider,
        Copilot(desktop, provider.settings(quick_replies=True)) as copilot,
    ):
        gajim.hear(anna, message)
        copilot.wait_for(said)
        copilot.wait_cards("instant")
        assert "Not tod" not in copilot.shown()
        provider.play(ANSWER)
        copilot.click_away("Try again" if "Try again" in copilot.shown() else "Ask again")
        assert copilot.wait_cards("test-model") == list(REPLIES)
        assert said not in copilot.shown()
    anna_heard = [heard.text for heard in anna.received]
    assert not anna_heard, "something was sent"


def test_refused_and_back_again(desktop: DesktopSession, gajim: Gajim, anna: XmppPeer) -> None:
    port = free_port()
    settings = provider_settings(f"http://127.0.0.1:{port}/v1", quick_replies=True)
    with Copilot(desktop, settings) as copilot:
        gajim.hear(anna, "Thank you so much!")
        copilot.wait_for("test can't be reached: the connection was refused.")
        copilot.wait_for_words("If it runs on this machine, start it.")
        copilot.wait_cards("instant")
        with Provider(ANSWER, port=port):
            copilot.click_away("Try again")
            assert copilot.wait_cards("test-model") == list(REPLIES)


def test_offline_the_replies_of_this_machine_go_on(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    settings = provider_settings("https://model.example/v1", quick_replies=True)
    nowhere = ("unshare", "--map-current-user", "--net")
    with Copilot(desktop, settings, around=nowhere) as copilot:
        gajim.hear(anna, "Are you free next week?")
        copilot.wait_for("offline: replies come from this machine")
        replies = copilot.wait_cards("instant")
        copilot.click_away(replies[0])
        desktop.wait_for(lambda: gajim.draft() == replies[0], 10, "the reply in the draft")
        copilot.click_away("Undo")
        desktop.wait_for(lambda: gajim.draft() == "", 10, "the draft as it was")


def test_leaving_the_chat_closes_the_connection(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    closed: list[float] = []

    async def endless(exchange: Exchange) -> None:
        await exchange.head()
        await exchange.chunk(sse(delta("1|agree|Gladly")))
        await exchange.until_closed()
        closed.append(time.monotonic())

    with Provider(endless) as provider, Copilot(desktop, provider.settings()) as copilot:
        gajim.hear(anna, "Coming to the party?")
        copilot.wait_for("Gladly")
        assert not closed
        gajim.open_chat("bob")
        left = time.monotonic()
        desktop.wait_for(lambda: closed, 5, "the server to see the end")
        assert closed[0] - left < 1.0
        copilot.wait_hidden()
        gajim.open_chat("anna")
