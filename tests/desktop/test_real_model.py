"""A real language model behind the running application, in real Gajim, from message to sent."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import REPOSITORY, Copilot, provider_settings
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.xmpp import XmppServer
from tests.lab_llm.smollm import REPLY_GRAMMAR, SmolServer, smollm


@pytest.fixture(scope="module")
def model() -> Iterator[SmolServer]:
    with smollm() as running:
        yield running


def settings_for(model: SmolServer) -> str:
    extra = f"[providers.test.extra]\ngrammar = '''{REPLY_GRAMMAR}'''\ncache_prompt = true\n"
    settings = provider_settings(model.base_url, key="smollm", extra=extra)
    # A loaded machine takes a while to read the prompt.
    return settings.replace("silence_timeout = 3.0", "silence_timeout = 60.0")


def test_a_reply_of_a_real_model_is_sent(open_desktop: OpenDesktop, model: SmolServer) -> None:
    desktop = open_desktop(keyring="unlocked")
    server = XmppServer(desktop)
    anna, gajim = server.peer("anna"), Gajim(desktop, server)
    desktop.run(
        [sys.executable, "-m", "copilot", "key", "set", "smollm"],
        env={"PYTHONPATH": str(REPOSITORY)},
        text=f"{model.key}\n",
        timeout=30,
    )
    with Copilot(desktop, settings_for(model)) as copilot:
        desktop.activate(gajim.window)
        message = "Do you want to come to dinner with us tonight?"
        anna.send(message)
        gajim.wait_shown(message)
        offered = copilot.wait_cards("test-model", timeout=60)
        assert len(offered) == len(set(offered)) == 3
        copilot.click(offered[1])
        desktop.wait_for(lambda: gajim.draft() == offered[1], 10, "the reply in the draft")
        assert desktop.active_window() == gajim.window
        assert anna.received == []
        desktop.key("Return")
        assert anna.wait_received(offered[1]).sender == "me@localhost"
        assert model.key not in copilot.program.output
