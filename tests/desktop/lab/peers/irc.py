"""An IRC user that says what it is told and prints what it hears: HOST PORT NICK."""

from __future__ import annotations

import asyncio
import json
import sys


def tell(event: str, **details: str) -> None:
    """Print one event."""
    print(json.dumps({"event": event, **details}, ensure_ascii=False), flush=True)


async def speak(writer: asyncio.StreamWriter) -> None:
    """Send every message that standard input asks for."""
    commands = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(commands), sys.stdin
    )
    while line := await commands.readline():
        command = json.loads(line)
        verb = "JOIN" if command["to"].startswith("#") and not command["text"] else "PRIVMSG"
        tail = f" :{command['text']}" if command["text"] else ""
        writer.write(f"{verb} {command['to']}{tail}\r\n".encode())
        await writer.drain()
        tell("sent", to=command["to"], text=command["text"])


async def main(host: str, port: str, nick: str) -> None:
    """Stay online until the server closes."""
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"NICK {nick}\r\nUSER {nick} 0 * :{nick}\r\n".encode())
    async with asyncio.TaskGroup() as group:
        speaking: list[asyncio.Task[None]] = []
        while line := (await reader.readline()).decode(errors="replace").rstrip("\r\n"):
            # ":nick!user@host COMMAND target :text"; PING comes without the first part
            prefix, _, rest = line.partition(" ") if line.startswith(":") else ("", "", line)
            command, _, parameters = rest.partition(" ")
            if command == "PING":
                writer.write(f"PONG {parameters}\r\n".encode())
            elif command == "001":
                tell("online")
                speaking.append(group.create_task(speak(writer)))
            elif command == "PRIVMSG":
                target, _, text = parameters.partition(" :")
                tell("message", sender=prefix[1:].partition("!")[0], to=target, text=text)
        for task in speaking:
            task.cancel()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
