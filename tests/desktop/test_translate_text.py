"""The window for longer texts, opened from outside: pasted, translated, copied."""

from __future__ import annotations

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.session import DesktopSession
from tests.desktop.translating import IN_ENGLISH, MESSAGE, say
from tests.lab_llm.interpreter import interpret


def test_a_text_is_pasted_translated_and_copied(desktop: DesktopSession) -> None:
    with Provider(interpret(say)) as provider:
        settings = provider.settings().replace("[jobs]\n", '[jobs]\ntranslation = "test"\n')
        with Copilot(desktop, settings) as copilot:
            copilot.trigger("translate-text")
            window = copilot.window("Translate a text — Chat Copilot")
            window.front()
            window.wait_for("Text to translate")
            desktop.paste(f"{MESSAGE}\n")
            window.click("Translate")
            window.wait_for(IN_ENGLISH)
            assert MESSAGE in window.shown()
            window.click("Copy all")
            desktop.wait_for(lambda: desktop.clipboard() == f"{IN_ENGLISH}\n", 10, "the copy")
            window.front()
            desktop.key("Escape")
            window.wait_hidden()
