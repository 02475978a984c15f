"""What is known of contacts: learned once from each message, and what of it a prompt says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copilot.core.contacts import Contact, SessionContacts, Wishes, about, with_messages
from copilot.core.memory import Pair
from copilot.core.model import ME, THEM, ChatIdentity, Message
from tests.fakes_desktop import ANNA, BOB

MINE = tuple(Message(ME, f"yeah {word} lol") for word in ("ok", "sure", "late", "home", "soon"))
THEIRS = tuple(Message(THEM, text) for text in ("你在吗", "好的", "明天见"))


def test_a_line_for_the_prompt() -> None:
    contact = with_messages(Contact(), [*MINE, *THEIRS])
    line = "I write to them: short, lower case, no full stops, no emoji, casual."
    assert about(contact) == f"{line} My language with them: en."
    wishes = Wishes("my\nboss's  wife", "zh-Hant", "en", "polite")
    assert about(replace(contact, wishes=wishes)).endswith(
        "Their language: zh-Hant. I want to sound polite. My note about them: my boss's wife"
    )


def test_a_line_says_only_what_is_known_and_stays_short() -> None:
    assert about(Contact()) == ""
    assert about(with_messages(Contact(), MINE[:4])) == ""
    numbers = [Message(ME, f"{n} 👍") for n in range(5)]
    assert "language" not in about(with_messages(Contact(), numbers))
    spanish = [Message(ME, f"hola, qué tal {word}") for word in ("tú", "ya", "hoy", "aquí", "eh")]
    assert "My language with them: es." in about(with_messages(Contact(), spanish))
    assert about(Contact(Wishes(note="a friend"))) == "My note about them: a friend"
    assert len(about(Contact(Wishes(note="long " * 1000)))) < 340


@pytest.mark.parametrize(
    ("contact", "pair"),
    [
        (Contact(), None),
        (with_messages(Contact(), THEIRS[:2]), None),
        (with_messages(Contact(), THEIRS), Pair("zh-Hans", "de")),
        (Contact(Wishes(language="ja", mine="fr")), Pair("ja", "fr")),
        (Contact(Wishes(language="de")), None),
    ],
)
def test_the_pair_of_a_contact(contact: Contact, pair: Pair | None) -> None:
    assert contact.pair("de") == pair


async def test_a_session_learns_each_message_once() -> None:
    contacts = SessionContacts()
    elsewhere = ChatIdentity(ANNA.app, "another window", ANNA.contact)
    for chat in (ANNA, elsewhere, ANNA):
        contacts.saw(chat, [*MINE, *THEIRS])
    known = await contacts.of(elsewhere)
    assert (known.manner.messages, known.language) == (5, "zh-Hans")
    assert await contacts.of(BOB) == Contact()


async def test_wishes_are_changed_and_all_is_forgotten() -> None:
    contacts = SessionContacts()
    await contacts.wish(ANNA, Wishes("a note"))
    contacts.saw(ANNA, MINE)
    await contacts.wish(ANNA, Wishes("another"))
    assert (await contacts.of(ANNA)).wishes.note == "another"
    await contacts.speak(ANNA, "ja", "de")
    known = await contacts.of(ANNA)
    assert (known.manner.messages, known.wishes) == (5, Wishes("another", "ja", "de"))
    await contacts.forget(ANNA)
    contacts.saw(ANNA, MINE)  # what was counted once is not learned from again
    assert await contacts.of(ANNA) == Contact()


async def test_only_the_latest_contacts_are_remembered() -> None:
    contacts = SessionContacts()
    await contacts.wish(ANNA, Wishes("a note"))
    for number in range(64):
        await contacts.of(ChatIdentity("app", "w", str(number)))
    assert await contacts.of(ANNA) == Contact()
    contacts.saw(ANNA, [Message(ME, f"hello {number}") for number in range(600)])
    contacts.saw(ANNA, [Message(ME, "hello 599")])
    assert (await contacts.of(ANNA)).manner.greetings["hello"] < 301
