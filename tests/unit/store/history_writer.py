"""Writes messages and says of each that it is kept, until it is killed: `FILE FIRST`."""

from __future__ import annotations

import sys
from pathlib import Path

from copilot.core.model import ChatIdentity, ChatView, Conversation, Draft, Message
from copilot.store.history.database import HistoryDatabase

history = HistoryDatabase(Path(sys.argv[1]), bytes(range(32)))
identity = ChatIdentity("gajim", "w", "anna")
number = int(sys.argv[2])
while True:
    message = Message("them", f"message number {number}")
    history.saw(ChatView(identity, "Gajim", "", Conversation("anna", (message,)), Draft()))
    print(number, flush=True)
    number += 1
