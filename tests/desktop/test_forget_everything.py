"""After “forget everything” no word of what was said is in any file of ours, decrypted or not."""

from __future__ import annotations

import contextlib
import json
import shutil
import struct
import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import REPOSITORY, Copilot, Provider
from tests.desktop.lab.session import DesktopSession, Program
from tests.lab_llm.scripted import answer

WORD = "quagmirewort"
LATER = "daffodilly"
ANSWER = answer("1|agree|Gladly, at eight!\n2|decline|Not today.\n3|ask|Where?\n")

# https://www.zetetic.net/sqlcipher/design/: pages of 4096 bytes, each ending with its IV (16 bytes)
# and its HMAC (64); the first begins with the salt. The WAL: https://www.sqlite.org/fileformat.html
PAGE, IV, TAG, SALT = 4096, 16, 64, 16
WAL_HEADER, FRAME_HEADER = 32, 24


def decrypted(key: bytes, page: bytes, *, first: bool) -> bytes:
    body = page[SALT if first else 0 : PAGE - IV - TAG]
    iv = page[PAGE - IV - TAG : PAGE - TAG]
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return cipher.update(body) + cipher.finalize()


def pages(data: Path, key: bytes) -> Iterator[bytes]:
    """All pages of all databases and logs there, free and outdated ones too, in the clear."""
    for file in data.glob("history.sqlite3*"):
        content = file.read_bytes()
        if file.name.endswith("-wal"):
            for start in range(WAL_HEADER, len(content), FRAME_HEADER + PAGE):
                (number,) = struct.unpack_from(">I", content, start)
                page = content[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
                if len(page) == PAGE:
                    yield decrypted(key, page, first=number == 1)
        elif not file.name.endswith("-shm"):
            for start in range(0, len(content), PAGE):
                yield decrypted(key, content[start : start + PAGE], first=start == 0)


def spelt(word: str) -> tuple[bytes, ...]:
    return word.encode(), word.encode("utf-16-le")


def files_with(folder: Path, word: str) -> list[str]:
    """The files below that folder that have the word."""
    return sorted(
        str(file.relative_to(folder))
        for file in folder.rglob("*")
        if file.is_file() and any(one in file.read_bytes() for one in spelt(word))
    )


def key_of(desktop: DesktopSession, data: Path) -> bytes:
    name = json.loads((data / "history.key.json").read_text(encoding="utf-8"))["name"]
    read = "import keyring, sys; print(keyring.get_password('chat-copilot', sys.argv[1]))"
    return bytes.fromhex(desktop.run([sys.executable, "-c", read, name]))


@contextlib.contextmanager
def chatting(
    desktop: DesktopSession, provider: Provider, *arguments: str
) -> Generator[tuple[Copilot, Program]]:
    """The application with a chat in which the word was just said, and was sent to a model."""
    settings = f"{provider.settings(quick_replies=True)}[history]\nenabled = true\n"
    with Copilot(desktop, settings, arguments) as copilot:
        practice = desktop.spawn(
            [sys.executable, "-m", "copilot", "practice", "--language", "en", "--silent"],
            env={"PYTHONPATH": str(REPOSITORY)},
            stdin=subprocess.PIPE,
        )
        assert practice.process.stdin is not None
        desktop.wait_for(lambda: desktop.windows(pid=practice.process.pid), what="practice")
        asked = len(provider.prompts)
        practice.process.stdin.write(f"the {WORD} is deep\n".encode())
        practice.process.stdin.flush()
        desktop.wait_for(
            lambda: any(WORD in prompt for prompt in provider.prompts[asked:]), 20, "the question"
        )
        copilot.wait_cards("test-model")
        yield copilot, practice
        practice.process.stdin.close()


def found(desktop: DesktopSession, word: str = WORD) -> int:
    """How many kept messages have the word."""
    done = subprocess.run(
        [sys.executable, "-m", "copilot", "history", "search", word, "--json"],
        env={**desktop.env, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        timeout=30,
        check=False,
    )
    return len(json.loads(done.stdout)["messages"])


def test_no_word_is_left(open_desktop: OpenDesktop) -> None:
    desktop = open_desktop(keyring="unlocked")
    data = desktop.home / ".local/share/chat-copilot"
    log = desktop.home / ".local/state/chat-copilot/chat-copilot.log"
    with Provider(ANSWER) as provider:
        with chatting(desktop, provider, "--log-chats"):
            pass
        assert WORD in log.read_text(encoding="utf-8")
        with chatting(desktop, provider) as (copilot, practice):
            desktop.wait_for(lambda: found(desktop), what="the message to be kept")
            shutil.copy(data / "history.sqlite3", data / "history.sqlite3.v1.backup")
            key = key_of(desktop, data)
            # It is there, but for nobody without the key.
            assert any(WORD.encode() in page for page in pages(data, key))
            assert files_with(desktop.home, WORD) == [str(log.relative_to(desktop.home))]

            copilot.command("history", "forget", "--everything", "--yes")
            assert found(desktop) == 0
            # What still stands in the chat is asked about once more: it is in sight.
            copilot.wait_cards("test-model")
            calls = json.loads(copilot.command("sent", "--json"))["sent"]
            assert [call["number"] for call in calls] == [2]
            assert [page for page in pages(data, key) if WORD.encode() in page] == []
            assert files_with(desktop.home, WORD) == []

            # It still stands in the chat, which goes on: only what is new is kept.
            assert practice.process.stdin is not None
            practice.process.stdin.write(f"{LATER} here\n".encode())
            practice.process.stdin.flush()
            desktop.wait_for(lambda: found(desktop, LATER), what="the new message to be kept")
            copilot.wait_cards("test-model")
            assert found(desktop) == 0
            assert any(LATER.encode() in page for page in pages(data, key))
            assert [page for page in pages(data, key) if WORD.encode() in page] == []
            assert files_with(desktop.home, WORD) == []
        # Nor does anything come back when it ends.
        assert [page for page in pages(data, key) if WORD.encode() in page] == []
        for folder in (desktop.home, desktop.folder / "run", desktop.folder / "tmp"):
            assert files_with(folder, WORD) == []
        copilot.command("history", "forget", "--everything", "--yes")
        assert list(data.glob("history*")) == []
