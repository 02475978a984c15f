"""News of releases: whose signature they carry, what is newer, and when they were last asked for.

The feed is one small JSON file, signed with minisign (https://jedisct1.github.io/minisign/), whose
public key is in the build. Nothing is ever downloaded or installed on its account.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from copilot.core.errors import UpdatesUnknown
from copilot.store.state import State

EVERY = 24 * 3600.0
"""Seconds from one question of the application itself to its next."""

_CHECKED = "updates-checked"
_SERIAL = "updates-serial"
_UNTRUSTED = "News of releases carry no valid signature."
_UNTRUSTED_HINT = (
    "Nothing was believed. Somebody may be tampering with the way there: try elsewhere."
)


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its version, its day, where its page is, and what is new, a line each."""

    version: str
    date: str
    page: str
    news: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """For scripts."""
        return {
            "version": self.version,
            "date": self.date,
            "page": self.page,
            "news": list(self.news),
        }


class _Entry(msgspec.Struct):
    version: str
    date: str
    page: str
    news: list[str] = []


class _Feed(msgspec.Struct):
    # {"serial": 7, "releases": [{"version": "0.2.0", "date": "2026-12-01", "page": "https://…",
    #  "news": ["…"]}]}
    serial: int
    releases: list[_Entry]


class Updates:
    """What is known of releases in one installation."""

    def __init__(self, state: State, key: str) -> None:
        """`key` is minisign's public key, the second line of its file."""
        self._state = state
        self._key = key

    def is_due(self, now: float) -> bool:
        """Whether the application may ask again; `now` is in seconds since 1970."""
        try:
            last = float(self._state.text(_CHECKED) or 0)
        except ValueError:
            last = 0.0
        return not last <= now < last + EVERY  # a clock that was set back does not stop it

    def asked(self, now: float) -> None:
        """Remember that it was asked, whatever came of it."""
        self._state.set_text(_CHECKED, str(int(now)))

    def read(self, feed: bytes, signature: str, current: str) -> tuple[Release, ...]:
        """What is newer than `current`, the newest first. Raises UpdatesUnknown.

        A feed that is older than one seen before is refused, for it may hide a release.
        """
        verify(feed, signature, self._key)
        try:
            told = msgspec.json.decode(feed, type=_Feed)
            newer = [entry for entry in told.releases if is_newer(entry.version, current)]
            newer.sort(key=lambda entry: order(entry.version), reverse=True)
        except (msgspec.MsgspecError, ValueError):
            raise UpdatesUnknown(
                "News of releases can't be read.", "This version may be too old for them."
            ) from None
        seen = self._state.text(_SERIAL)
        if seen.isdigit() and told.serial < int(seen):
            raise UpdatesUnknown(
                "News of releases are older than those seen before.", "Try again later."
            )
        self._state.set_text(_SERIAL, str(told.serial))
        return tuple(
            Release(
                entry.version,
                entry.date,
                # Shown as a link, so nothing but a web page may stand there.
                entry.page if entry.page.startswith("https://") else "",
                tuple(entry.news),
            )
            for entry in newer
        )


def verify(content: bytes, signature: str, key: str) -> None:
    """Check minisign's signature with its public key. Raises UpdatesUnknown.

    The formats: https://jedisct1.github.io/minisign/#signature-format
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = _decoded(key.strip().splitlines()[-1], 42)
        comment, signed, trusted, total = _lines(signature)
        body = _decoded(signed, 74)
        # "ED": signed is the BLAKE2b-512 hash of the file, as minisign has done since 0.8.
        if public[:2] != b"Ed" or body[:2] != b"ED" or body[2:10] != public[2:10]:
            raise ValueError(comment)
        ed25519 = Ed25519PublicKey.from_public_bytes(public[10:])
        ed25519.verify(body[10:], hashlib.blake2b(content).digest())
        ed25519.verify(_decoded(total, 64), body[10:] + trusted.encode())
    except (ValueError, IndexError, binascii.Error, InvalidSignature):
        raise UpdatesUnknown(_UNTRUSTED, _UNTRUSTED_HINT) from None


def is_newer(version: str, than: str) -> bool:
    """Whether that version comes after the other. Raises ValueError if one is none."""
    return order(version) > order(than)


def order(version: str) -> tuple[Sequence[int], Sequence[int]]:
    """By what versions such as 0.2.0, 0.2.0rc1 and 0.2.0.dev3 are sorted. Raises ValueError."""
    found = re.fullmatch(r"(\d+(?:\.\d+){0,3})(?:\.?(dev|a|b|rc)(\d+))?", version)
    if found is None:
        raise ValueError(f"no version: {version[:20]}")
    numbers = [int(part) for part in found[1].split(".")]
    numbers += [0] * (4 - len(numbers))
    stage = ("dev", "a", "b", "rc").index(found[2]) if found[2] else 4
    return numbers, (stage, int(found[3] or 0))


def _lines(signature: str) -> tuple[str, str, str, str]:
    """Untrusted comment, signature, trusted comment, signature of both. Raises ValueError."""
    first, signed, third, total = signature.strip().splitlines()
    if not third.startswith("trusted comment: "):
        raise ValueError("no trusted comment")
    return first, signed, third.removeprefix("trusted comment: "), total


def _decoded(text: str, length: int) -> bytes:
    content = base64.b64decode(text, validate=True)
    if len(content) != length:
        raise ValueError("of another length")
    return content
