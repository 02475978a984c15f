"""What the person allows for single chats: whom their text may reach, and how much is hidden."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from copilot.core.levels import Level
from copilot.core.model import ChatIdentity, ChatView, Reach


@dataclass(frozen=True, slots=True)
class ChatRule:
    """A rule of the person's for one chat. `masking` raises the level of models, None leaves it."""

    reach: Reach = Reach.ANYONE
    masking: Level | None = None


NO_RULE = ChatRule()

# "Team (12)" and "(3) Team": applications count members and unread messages into the name.
_COUNTED = re.compile(r"^[(（]\d+\+?[)）]\s*|\s*[(（]\d+\+?[)）]$")


class RuleBook(Protocol):
    """Where rules are kept, by application and contact; a contact "" is the whole application."""

    def find(self, app: str, contact: str) -> ChatRule | None:
        """The rule that was put for exactly this, None if none was."""
        ...

    def put(self, app: str, contact: str, rule: ChatRule | None) -> None:
        """Keep this rule, or none any more. Raises RulesNotKept."""
        ...


class RulesInMemory:
    """A book for as long as the process lives; implements RuleBook."""

    def __init__(self) -> None:
        self._rules: dict[tuple[str, str], ChatRule] = {}

    def find(self, app: str, contact: str) -> ChatRule | None:
        """See RuleBook."""
        return self._rules.get((app, contact))

    def put(self, app: str, contact: str, rule: ChatRule | None) -> None:
        """See RuleBook."""
        if rule is None:
            self._rules.pop((app, contact), None)
        else:
            self._rules[app, contact] = rule


class ChatRules:
    """The rules by chat.

    They go by application and contact, not by window, so that they hold after a restart. A chat
    without a rule of its own has that of its application.
    """

    def __init__(self, book: RuleBook | None = None) -> None:
        self._book = book or RulesInMemory()

    def of(self, chat: ChatIdentity) -> ChatRule:
        """The rule that holds for this chat."""
        own = self._book.find(chat.app, _plain(chat.contact))
        return own or self._book.find(chat.app, "") or NO_RULE

    def keep(self, chat: ChatIdentity, rule: ChatRule) -> None:
        """Let this rule hold for this chat from now on. Raises RulesNotKept."""
        contact = _plain(chat.contact)
        around = self._book.find(chat.app, "") if contact else None
        # "Anyone" is worth keeping only where it makes an exception.
        self._book.put(chat.app, contact, None if rule == (around or NO_RULE) else rule)


RULINGS: Mapping[str, Callable[[ChatRule], ChatRule]] = MappingProxyType(
    {
        "send-anyone": lambda rule: replace(rule, reach=Reach.ANYONE),
        "send-local": lambda rule: replace(rule, reach=Reach.LOCAL),
        "send-nobody": lambda rule: replace(rule, reach=Reach.NOBODY),
        "mask-strictly": lambda rule: replace(rule, masking="strict"),
        "mask-as-usual": lambda rule: replace(rule, masking=None),
    }
)
"""What the commands (see core.model) make of the rule of a chat."""


def subject_of(view: ChatView) -> ChatIdentity:
    """Whom a rule is made for: the contact, or the application where the contact is not known.

    What is called contact where no chat can be read is the title of a window, which changes.
    """
    if "chat" in view.reads:
        return view.identity
    return replace(view.identity, contact="")


def _plain(contact: str) -> str:
    """The contact as it is compared: without counts, case and outer spaces."""
    name = unicodedata.normalize("NFKC", contact).strip()
    return _COUNTED.sub("", name).strip().casefold()
