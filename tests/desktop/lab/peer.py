"""The other side of a chat, whatever the network: says things, and knows what it heard."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE

from tests.desktop.lab.session import DesktopSession

PEERS = Path(__file__).parent / "peers"


@dataclass(frozen=True)
class Heard:
    """A message that a peer received."""

    sender: str
    text: str


class Peer:
    """A scripted contact called `name`, in a process of its own."""

    def __init__(self, session: DesktopSession, name: str, script: str, *args: str | int) -> None:
        self.name = name
        self._session = session
        self._program = session.spawn(
            [sys.executable, PEERS / script, *map(str, args)], name=f"peer-{name}", stdin=PIPE
        )
        session.wait_for(lambda: self._events("online"), 20, f"{name} to be online", self._program)

    def send(self, text: str, to: str = "me") -> None:
        """Say `text`; returns when it has left."""
        stdin = self._program.process.stdin
        assert stdin is not None
        before = len(self._events("sent"))
        stdin.write(json.dumps({"to": self._address(to), "text": text}).encode() + b"\n")
        stdin.flush()
        self._session.wait_for(
            lambda: len(self._events("sent")) > before, 10, f"{self.name} to send", self._program
        )

    @property
    def received(self) -> list[Heard]:
        """All that was said to this peer so far, oldest first."""
        return [Heard(e["sender"], e["text"]) for e in self._events("message")]

    def wait_received(self, text: str, timeout: float = 10) -> Heard:
        """Return the message that is exactly `text`; raises LabError when it does not come."""
        return self._session.wait_for(
            lambda: next((h for h in self.received if h.text == text), None),
            timeout,
            f"{self.name} to receive {text!r}",
            self._program,
        )

    def _address(self, name: str) -> str:
        return name

    def _events(self, kind: str) -> list[dict[str, str]]:
        # Only whole lines: the last one may still be on its way. Libraries may log in between.
        lines = self._program.output.rpartition("\n")[0].splitlines()
        events: list[dict[str, str]] = [json.loads(line) for line in lines if line.startswith("{")]
        return [event for event in events if event["event"] == kind]
