"""Settings make a new talk at any time, also while the person edits: nothing of theirs is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from copilot.consents import Consents
from copilot.core.appearance import Appearance
from copilot.core.applications import KnownApplication
from copilot.core.chat_rules import ChatRules
from copilot.core.errors import ChatChanged
from copilot.core.inspection import Inspection
from copilot.core.intents import Command, Edit, InsertEdited
from copilot.core.model import Notice, PanelState, Phase
from copilot.core.ports import Ledger
from copilot.desktop.null import NullHotkeys, NullSelection
from copilot.desktop.service import Desktop
from copilot.store.history.service import for_this_session
from copilot.store.keys import KeyFetcher
from copilot.store.paths import Paths
from copilot.store.reading_settings import ReadingSettings
from copilot.store.settings import (
    InterfaceSettings,
    QuickReplySettings,
    Settings,
    TranslationSettings,
)
from copilot.store.state import State
from copilot.store.toml_table import SettingsWarning
from copilot.talk import Around, is_other_talk
from copilot.talks import Talks
from tests.fakes_desktop import BOB, FakeEyes, FakeWriter, settle, view
from tests.waiting import until

ASKED = view(("them", "Are you free tonight?"))
HERS = view(("them", "Lend me money?"), chat=BOB)
TEXT = "Yes, from eight on."
SETTINGS = Settings(quick_replies=QuickReplySettings(embeddings=False))
OTHERS = replace(SETTINGS, proxy="none")


class ReadyEyes(FakeEyes):
    async def ready(self, limit: float = 5.0) -> bool:
        return True


async def _nothing(*_: object) -> None:
    pass


async def _nobody(_names: Sequence[str]) -> Sequence[KnownApplication]:
    return ()


class Lab:
    """Talks among fakes."""

    def __init__(self) -> None:
        self.eyes = ReadyEyes()
        self.writer = FakeWriter(self.eyes)
        self.state = PanelState()
        self.desktop = Desktop(
            self.eyes, self.writer, NullHotkeys(), NullSelection(), _nothing, _nobody
        )
        kept = for_this_session()
        self.talks = Talks(SETTINGS.quick_replies, self._around, lambda: kept)

    def _around(self, desktop: Desktop) -> Around:
        return Around(
            desktop,
            cast("Paths", None),  # where there are no models, nothing of these is used
            cast("KeyFetcher", None),
            Inspection(),
            ChatRules(),
            self._show,
            self.talks.tell,
            _nothing,
            _nothing,
            lambda: cast("Ledger", None),
        )

    def _show(self, state: PanelState) -> None:
        self.state = state

    def begin(self, settings: Settings = SETTINGS, *, paused: bool = False) -> None:
        self.talks.begin(settings, self.desktop, paused=paused)

    async def change(self) -> None:
        """Settings have changed."""
        await self.talks.close()
        self.begin(OTHERS)
        await self.eyes.see(self.eyes.latest)  # they begin with what is there

    async def cards(self) -> list[str]:
        """The keys of the cards, once they are there."""
        await until(lambda: bool(self.state.cards))
        return [card.key for card in self.state.cards]

    async def edit(self) -> str:
        """Open the window over the first card: it has the keyboard."""
        await self.eyes.see(ASKED)
        key = (await self.cards())[0]
        self.talks.handle(Edit(key))
        await self.eyes.see(None)
        assert self.state.editing == key
        return key

    async def copied(self) -> list[str]:
        self.talks.handle(Command("copy"))
        await settle()
        return self.writer.copied


@pytest.fixture
async def lab() -> AsyncIterator[Lab]:
    lab = Lab()
    lab.begin()
    yield lab
    await lab.talks.close()


async def test_what_is_edited_when_settings_change_can_be_copied(lab: Lab) -> None:
    key = await lab.edit()
    await lab.change()
    assert lab.state.editing == ""  # the window says that the chat has gone, and keeps the text
    await lab.eyes.see(ASKED)
    assert key not in await lab.cards()  # else it would go into whatever is suggested now
    lab.talks.handle(InsertEdited(key, TEXT))
    await lab.eyes.see(ASKED)
    assert lab.writer.written == []
    assert await lab.copied() == [TEXT]


async def test_what_is_on_its_way_when_settings_change_can_be_copied(lab: Lab) -> None:
    lab.talks.handle(InsertEdited(await lab.edit(), TEXT))
    await lab.change()
    await lab.eyes.see(HERS)
    assert lab.writer.written == []
    assert lab.state.visible
    assert await lab.copied() == [TEXT]


async def test_what_is_being_written_when_settings_change_is_written(lab: Lab) -> None:
    lab.talks.handle(InsertEdited(await lab.edit(), TEXT))
    lab.writer.gate = asyncio.Event()
    await lab.eyes.see(ASKED)
    asyncio.get_running_loop().call_soon(lab.writer.gate.set)
    await lab.change()
    assert [text for _, text in lab.writer.written] == [TEXT]
    await lab.eyes.see(HERS)
    assert lab.state.notice is None


async def test_what_was_refused_before_settings_change_can_be_copied_later(lab: Lab) -> None:
    lab.writer.error = ChatChanged("The draft has changed.", "Choose again.")
    lab.talks.handle(InsertEdited(await lab.edit(), TEXT))
    await lab.eyes.see(ASKED)
    await until(lambda: lab.state.notice is not None)
    await lab.change()
    await lab.change()
    assert await lab.copied() == [TEXT]


async def test_what_is_inserted_between_two_talks_can_be_copied(lab: Lab) -> None:
    key = await lab.edit()
    await lab.talks.close()
    lab.talks.handle(InsertEdited(key, TEXT))
    lab.begin(OTHERS)
    assert await lab.copied() == [TEXT]


async def test_what_is_told_between_two_talks_is_told(lab: Lab) -> None:
    await lab.talks.close()
    lab.talks.tell(Notice("The ledger can't be written."))
    lab.begin(OTHERS)
    assert lab.state.notice == Notice("The ledger can't be written.")


async def test_a_pause_between_two_talks_lets_the_eyes_rest(lab: Lab) -> None:
    await lab.talks.close()
    lab.talks.handle(Command("pause"))
    lab.begin(OTHERS, paused=True)
    await settle()
    assert (lab.eyes.rests, lab.state.phase) == ([True], Phase.PAUSED)
    await lab.talks.close()
    lab.talks.handle(Command("resume"))
    lab.begin(OTHERS)
    await settle()
    assert lab.eyes.rests == [True, False]


async def test_who_forgets_is_told_nothing_of_before(lab: Lab) -> None:
    lab.talks.handle(InsertEdited(await lab.edit(), TEXT))
    await lab.talks.close()
    lab.talks.forget()
    lab.begin()
    await lab.eyes.see(HERS)
    assert lab.state.notice is None
    assert await lab.copied() == []


def test_which_settings_want_another_talk() -> None:
    def other(**changes: Any) -> bool:
        return is_other_talk(SETTINGS, replace(SETTINGS, **changes))

    assert not other(check_updates=True, warnings=(SettingsWarning("x"),))
    assert not other(panel=Appearance(theme="dark"), reading=ReadingSettings(deny=("gajim",)))
    assert other(proxy="none")
    # Whoever changes the language of the interface reads answers in that one.
    assert other(interface=InterfaceSettings(language="ja"))
    mine = replace(SETTINGS, translation=TranslationSettings(mine=("de",)))
    assert not is_other_talk(mine, replace(mine, interface=InterfaceSettings(language="ja")))


def test_to_be_asked_is_not_to_agree(tmp_path: Path) -> None:
    def consents() -> Consents:
        state = State(tmp_path / "state.json")
        return Consents(state, lambda _: None, lambda: pytest.fail("nothing is shown"))

    assert (consents().to_reading, consents().await_reading) == (False, False)
    consents().ask_reading()
    assert (consents().to_reading, consents().await_reading) == (False, True)  # at later starts too
    consents().agree_to_reading()
    assert (consents().to_reading, consents().await_reading) == (True, False)
