"""An XMPP account that says what it is told and prints what it hears: HOST PORT JID PASSWORD."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import slixmpp


def tell(event: str, **details: str) -> None:
    """Print one event."""
    print(json.dumps({"event": event, **details}, ensure_ascii=False), flush=True)


class Account(slixmpp.ClientXMPP):
    """Prints each message that arrives; `online` is set once it is signed in."""

    def __init__(self, jid: str, password: str) -> None:
        super().__init__(jid, password)  # pyright: ignore[reportUnknownMemberType]
        # The server is on this machine's loopback and has no certificate.
        self.enable_direct_tls = False
        self.enable_starttls = False
        self.enable_plaintext = True
        mechanisms: Any = self.plugin["feature_mechanisms"]
        mechanisms.unencrypted_plain = True
        self.online = asyncio.Event()
        self.add_event_handler("session_start", self.on_start)
        self.add_event_handler("message", self.on_message)

    async def on_start(self, _: object) -> None:
        self.send_presence()
        await self.get_roster()  # pyright: ignore[reportUnknownMemberType]
        self.online.set()

    def on_message(self, message: Any) -> None:
        if message["body"]:  # others are "is typing"
            tell("message", sender=message["from"].bare, text=message["body"])


async def main(host: str, port: str, jid: str, password: str) -> None:
    """Stay online until standard input closes."""
    account = Account(jid, password)
    await account.connect(host, int(port))  # pyright: ignore[reportUnknownMemberType]
    await account.online.wait()
    tell("online")
    commands = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(commands), sys.stdin
    )
    while line := await commands.readline():
        command = json.loads(line)
        account.send_message(mto=command["to"], mbody=command["text"], mtype="chat")
        tell("sent", to=command["to"], text=command["text"])
    await account.disconnect()  # pyright: ignore[reportUnknownMemberType]


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:5]))
