"""While an input method composes, translating the draft waits until it has finished."""

from __future__ import annotations

import pytest

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.ibus import IBus
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.peer import Peer
from tests.desktop.lab.session import DesktopSession
from tests.lab_llm.interpreter import interpret

MESSAGE = "Shall we have hotpot at seven tonight? I am so hungry!"
SAID = {MESSAGE: "今晚七点我们吃火锅好吗?我好饿!", "你好": "Hello there!"}


@pytest.fixture(scope="module")
def desktop(open_desktop: OpenDesktop) -> DesktopSession:
    """A desktop on which everything is typed through IBus."""
    return open_desktop()


@pytest.fixture(scope="module", autouse=True)
def ibus(desktop: DesktopSession) -> IBus:
    """IBus, there before any client."""
    return IBus(desktop)


@pytest.mark.parametrize(
    ("name", "contact"), [("gajim", "anna"), ("lounge", "irc_anna")], ids=["gajim", "chromium"]
)
def test_it_waits_for_the_composition(
    desktop: DesktopSession,
    ibus: IBus,
    request: pytest.FixtureRequest,
    name: str,
    contact: str,
) -> None:
    with ibus.off():
        client: Gajim | Lounge = request.getfixturevalue(name)
        client.open_chat("anna")
    anna: Peer = request.getfixturevalue(contact)
    with Provider(interpret(lambda line: SAID.get(line, line))) as provider:
        settings = provider.settings().replace(
            "[jobs]\n", '[translation]\nmine = ["zh-Hans"]\n[jobs]\ntranslation = "test"\n'
        )
        with Copilot(desktop, settings) as copilot:
            desktop.activate(client.window)
            anna.send(MESSAGE)
            client.wait_shown(MESSAGE)
            desktop.wait_for(lambda: any(MESSAGE in p for p in provider.prompts), 20, "a request")
            desktop.xdotool("key", "--clearmodifiers", "--delay", 40, *"nihao")
            copilot.trigger("translate")
            copilot.wait_for_words("The input method holds unfinished text.")
            assert not any("你好" in prompt for prompt in provider.prompts)
            assert "Hello" not in client.draft()

            desktop.xdotool("key", "--clearmodifiers", "space")
            desktop.wait_for(lambda: client.draft() == "Hello there!", 10, "the draft in English")
            copilot.trigger("translate")
            desktop.wait_for(lambda: client.draft() == "你好", 10, "the draft as it was")
            assert anna.received == [], "it was sent by itself"
