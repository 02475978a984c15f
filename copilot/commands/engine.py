"""`chat-copilot engine`: run a model of this machine, or find those that run already."""

from __future__ import annotations

import argparse
import asyncio
import time
from pathlib import Path

from copilot.commands.exits import NOT_READY, OK
from copilot.commands.output import print_json
from copilot.core.errors import EngineFailed
from copilot.llm.engine import demo, machine
from copilot.llm.engine.process import EngineOptions, EngineProcess, Place, examine, options_for


def main(args: argparse.Namespace) -> int:
    """Serve until it is interrupted, or list what is found."""
    if args.find:
        return _find(as_json=args.json)
    return _serve(options_for(demo.NAME if args.demo_model else str(args.file)), args)


def _serve(options: EngineOptions, args: argparse.Namespace) -> int:
    began = time.monotonic()
    process = EngineProcess(options, examine(options.file))
    try:
        place = process.ready()
        _tell(options.file, process, place, time.monotonic() - began, args)
        code = process.wait()
    except KeyboardInterrupt:
        return OK
    finally:
        process.stop()
    raise EngineFailed(f"The engine ended by itself ({code}).", "Start it again.")


def _tell(
    file: Path, process: EngineProcess, place: Place, seconds: float, args: argparse.Namespace
) -> None:
    if args.json:
        told: dict[str, object] = {
            "address": place.base_url,
            "model": file.stem,
            "pid": process.pid,
            "memory": machine.memory_of(process.pid),
            "seconds": round(seconds, 2),
        }
        print_json({**told, "key": place.key} if args.show_key else told, pretty=False)
        return
    print(f"model    {file.stem}{' (a demo, English only)' if args.demo_model else ''}")
    print(f"address  {place.base_url}")
    print(f"key      {place.key if args.show_key else 'not shown; --show-key prints it'}")
    print("Ctrl+C ends it.", flush=True)


def _find(*, as_json: bool) -> int:
    from copilot.llm.discovery import find_servers
    from copilot.llm.http import HttpStack

    async def find() -> int:
        http = HttpStack()
        try:
            found = await find_servers(http)
        finally:
            await http.close()
        if as_json:
            print_json({"servers": [server.as_json() for server in found]})
        elif not found:
            print("No model server runs on this machine.")
            print("Known are Ollama, LM Studio, llama.cpp's server and vLLM at their usual ports.")
        for server in () if as_json else found:
            needs = " (it asks for a key)" if server.needs_key else ""
            print(f"{server.name}  {server.base_url}{needs}")
            for model in server.models:
                print(f"  {model}")
        return OK if found else NOT_READY

    return asyncio.run(find())
