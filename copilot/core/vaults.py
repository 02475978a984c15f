"""The vaults of the chats: one for each, so that everybody who asks a model hides things alike."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from copilot.core.model import ChatIdentity
from copilot.core.redaction import Vault

_CHATS = 32
"""So many chats are remembered, the latest ones."""


@dataclass(frozen=True, slots=True)
class ChatVault:
    """What the placeholders of a chat stand for; hold `masking` while masking into it."""

    vault: Vault = field(default_factory=Vault)
    masking: threading.Lock = field(default_factory=threading.Lock)


class Vaults:
    """The vault of each chat. Belongs to one event loop; the vaults may be used in threads."""

    def __init__(self) -> None:
        self._chats: OrderedDict[ChatIdentity, ChatVault] = OrderedDict()

    def of(self, chat: ChatIdentity) -> ChatVault:
        """The vault of this chat, the same one as long as it is among the latest."""
        vault = self._chats.setdefault(chat, ChatVault())
        self._chats.move_to_end(chat)
        if len(self._chats) > _CHATS:
            self._chats.popitem(last=False)
        return vault
