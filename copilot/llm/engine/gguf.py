"""What can be told of a GGUF file without loading it.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_MAGIC = b"GGUF"
_HEAD = struct.Struct("<4sIQQ")  # magic, version, how many tensors, how many keys
_TEXT = 8  # the type of a value that is a text
_LONGEST = 4096  # bytes of a key or a short text; what is longer is no header
_KEY = b"general.architecture"
# Architectures that make vectors or see pictures instead of writing.
_NO_CHAT = (
    "bert",
    "clip",
    "nomic-bert",
    "jina-bert-v2",
    "modern-bert",
    "t5encoder",
    "gemma-embedding",
)


class NotGguf(ValueError):
    """The file is no GGUF file, or one that can't be read."""


@dataclass(frozen=True, slots=True)
class GgufFile:
    """A model's file: `size` in bytes, `architecture` as its maker calls it ("" if not said)."""

    path: Path
    size: int
    architecture: str

    @property
    def name(self) -> str:
        """What the person knows the model by: the file's name without its ending."""
        return self.path.stem

    @property
    def chats(self) -> bool:
        """Whether a model of this architecture writes text."""
        return self.architecture not in _NO_CHAT


def inspect(path: Path) -> GgufFile:
    """Look at the head of the file. Raises NotGguf and OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD.size)
        if len(head) < _HEAD.size or head[:4] != _MAGIC:
            raise NotGguf("no GGUF file")
        _, version, _, keys = _HEAD.unpack(head)
        if not 2 <= version <= 9 or not 0 < keys < 100_000:
            raise NotGguf("a version or a byte order that is not known")
        architecture = _architecture(file)
    return GgufFile(path, path.stat().st_size, architecture)


def _architecture(file: BinaryIO) -> str:
    """The first value, which is the architecture in all files of today; "" if it is another."""
    if _text(file) != _KEY or file.read(4) != _TEXT.to_bytes(4, "little"):
        return ""
    return _text(file).decode("utf-8", "replace")


def _text(file: BinaryIO) -> bytes:
    length = int.from_bytes(file.read(8), "little")
    return file.read(length) if length <= _LONGEST else b""
