"""The main job as every client has to show it: from the peer's message to the peer's ears."""

from __future__ import annotations

import json
import signal
from typing import Protocol

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.peer import Peer
from tests.desktop.lab.session import DesktopSession
from tests.lab_llm.scripted import answer

MESSAGE = "今晚七点去吃火锅吗?😀 or sushi"
REPLIES = ("好啊,七点见!🍲", "Sorry, tonight I can't 😢", "Which place?")
ANSWER = f"1|agree|{REPLIES[0]}\n2|decline|{REPLIES[1]}\n3|ask|{REPLIES[2]}\n"


class Client(Protocol):
    """What the loop needs of a chat client in the laboratory."""

    window: int

    def open_chat(self, contact: str) -> None: ...

    def draft(self) -> str: ...

    def wait_shown(self, text: str) -> None: ...


def play_the_loop(
    desktop: DesktopSession, client: Client, peer: Peer, contact: str, *, me: str
) -> None:
    """A message arrives, is read, suggestions appear, one is clicked, stands in the draft, is sent.

    `contact` is what the client calls the peer, `me` the sender that the peer sees.
    """
    with Provider(answer(ANSWER)) as provider, Copilot(desktop, provider.settings()) as copilot:
        desktop.activate(client.window)
        peer.send(MESSAGE)
        client.wait_shown(MESSAGE)
        copilot.wait_for(REPLIES[0])

        seen = json.loads(copilot.command("read", "--wait", "5", "--json"))
        assert seen["contact"] == contact
        last = seen["messages"][-1]
        assert (last["from"], last["text"]) == ("them", MESSAGE)
        assert seen["draft"]["text"] == ""
        assert MESSAGE.split(" or ")[0] in provider.prompts[-1]

        for reply in REPLIES:
            copilot.wait_for(reply)
        copilot.click(REPLIES[1])
        desktop.wait_for(lambda: client.draft() == REPLIES[1], 10, "the reply in the draft")
        assert desktop.active_window() == client.window, "the focus left the client"
        assert REPLIES[1] not in [heard.text for heard in peer.received], "it was sent by itself"

        desktop.key("Return")
        assert peer.wait_received(REPLIES[1]).sender == me
        copilot.wait_hidden()
        seen = json.loads(copilot.command("read", "--wait", "5", "--json"))
        assert [(m["from"], m["text"]) for m in seen["messages"][-2:]] == [
            ("them", MESSAGE),
            ("me", REPLIES[1]),
        ]


def refuse_the_wrong_chat(
    desktop: DesktopSession, client: Client, peer: Peer, account: str, other: str
) -> None:
    """The conversation is switched between suggestion and click: nothing is written anywhere."""
    message = "Can you come? (meant for another chat)"
    heard = peer.received
    with Provider(answer(ANSWER)) as provider, Copilot(desktop, provider.settings()) as copilot:
        desktop.activate(client.window)
        peer.send(message)
        client.wait_shown(message)
        place = copilot.place_of(REPLIES[0])
        # While it is stopped it can't know better: the click comes for what it still shows.
        copilot.program.process.send_signal(signal.SIGSTOP)
        client.open_chat(other)
        desktop.click(*place)
        copilot.program.process.send_signal(signal.SIGCONT)
        copilot.trigger("replies")  # answered only after the click was handled
        for chat in (other, account):
            client.open_chat(chat)
            assert client.draft() == ""
        assert peer.received == heard


def read_what_was_said_before(desktop: DesktopSession, client: Client, peer: Peer) -> None:
    """Chat Copilot starts long after the client: the talk on the screen is read all the same."""
    said = ("Said before anybody watched 你好", "And this as well 🙂")
    for text in said:
        peer.send(text)
        client.wait_shown(text)
    with Provider(answer(ANSWER)) as provider, Copilot(desktop, provider.settings()) as copilot:
        desktop.activate(client.window)
        copilot.wait_for(REPLIES[0])
        seen = json.loads(copilot.command("read", "--wait", "5", "--json"))
        last = [(m["from"], m["text"]) for m in seen["messages"][-2:]]
        assert last == [("them", said[0]), ("them", said[1])]
