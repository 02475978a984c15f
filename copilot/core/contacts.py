"""What is known of a contact: how the person writes to them, their language, what is wished."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from copilot.core.manner import Counts, Manner, counted, describe, learn, most_frequent, tag_of
from copilot.core.memory import Formality, Pair
from copilot.core.model import ME, ChatIdentity, Message

_FEW = 3
"""With fewer messages nobody's language is settled: a borrowed word may be one of them."""
_NOTE = 300
"""So many characters of a note go into a prompt."""
_CONTACTS = 64
_MESSAGES = 500
"""So many contacts, and messages of each, are told apart from new ones during a session."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person set for a contact; "" leaves it to what is measured.

    `language` is the contact's and `mine` the one the person reads them in, as BCP 47 tags.
    """

    note: str = ""
    language: str = ""
    mine: str = ""
    formality: Formality = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """What is known of one contact. `manner` is how the person writes to them.

    `languages` counts the messages of the contact in each language, by BCP 47 tags.
    """

    wishes: Wishes = Wishes()
    manner: Manner = field(default_factory=Manner)
    languages: Counts = field(default_factory=dict[str, int])

    @property
    def language(self) -> str:
        """The language they write in, "" while that is not known."""
        if self.wishes.language:
            return self.wishes.language
        return most_frequent(self.languages) if sum(self.languages.values()) >= _FEW else ""

    def pair(self, mine: str) -> Pair | None:
        """From their language into the person's, which is `mine` unless they wish another.

        None where theirs is not known, or is the same.
        """
        pair = Pair(self.language, self.wishes.mine or mine)
        return pair if pair.source and pair.source != pair.target else None


def with_messages(contact: Contact, messages: Iterable[Message]) -> Contact:
    """The contact after these messages, which were not counted before."""
    manner, languages = contact.manner, contact.languages
    for message in messages:
        if message.sender == ME:
            manner = learn(manner, message.text)
        else:
            languages = counted(languages, tag_of(message.text))
    return replace(contact, manner=manner, languages=languages)


def about(contact: Contact) -> str:
    """What helps to write to this contact, in one line for a prompt; "" if nothing is known.

    It holds the person's note, so that it is masked like everything else they wrote.
    """
    wishes, manner = contact.wishes, contact.manner
    said: list[str] = []
    if habits := describe(manner):
        said.append(f"I write to them: {', '.join(habits)}.")
        if manner.language:
            said.append(f"My language with them: {manner.language}.")
    if wishes.language:
        said.append(f"Their language: {wishes.language}.")
    if wishes.formality:
        said.append(f"I want to sound {wishes.formality}.")
    if note := " ".join(wishes.note.split()):
        said.append(f"My note about them: {note if len(note) <= _NOTE else note[:_NOTE] + ' …'}")
    return " ".join(said)


class SessionContacts:
    """Knows contacts for this session only; implements the port Contacts.

    Of what was counted it holds hashes that mean nothing outside this process, no text.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], tuple[Contact, dict[int, None]]] = OrderedDict()

    async def of(self, chat: ChatIdentity) -> Contact:
        """What is known, as the port says."""
        return self._entry(chat)[0]

    async def wish(self, chat: ChatIdentity, wishes: Wishes) -> None:
        """Keep it until the end of the session."""
        contact, seen = self._entry(chat)
        self._known[_key(chat)] = replace(contact, wishes=wishes), seen

    async def speak(self, chat: ChatIdentity, theirs: str, mine: str) -> None:
        """Keep it until the end of the session."""
        wishes = (await self.of(chat)).wishes
        await self.wish(chat, replace(wishes, language=theirs, mine=mine))

    async def forget(self, chat: ChatIdentity) -> None:
        """Forget all but which messages were counted: those are not learned from again."""
        self._known[_key(chat)] = Contact(), self._entry(chat)[1]

    def forget_all(self) -> None:
        """Forget every contact, but not which messages were counted."""
        for key, (_, seen) in self._known.items():
            self._known[key] = Contact(), seen

    def saw(self, chat: ChatIdentity, messages: Iterable[Message]) -> None:
        """Learn from those of these messages that were not counted yet."""
        contact, seen = self._entry(chat)
        new: list[Message] = []
        for message in messages:
            mark = hash((message.sender, message.text))
            if mark not in seen:
                seen[mark] = None
                new.append(message)
        while len(seen) > _MESSAGES:
            del seen[next(iter(seen))]
        self._known[_key(chat)] = with_messages(contact, new), seen

    def _entry(self, chat: ChatIdentity) -> tuple[Contact, dict[int, None]]:
        entry = self._known.setdefault(_key(chat), (Contact(), {}))
        self._known.move_to_end(_key(chat))
        if len(self._known) > _CONTACTS:
            self._known.popitem(last=False)
        return entry


def _key(chat: ChatIdentity) -> tuple[str, str]:
    return chat.app, chat.contact
