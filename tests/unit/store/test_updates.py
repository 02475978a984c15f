"""News of releases: whose word is taken, what is newer, how often it is asked for."""

from __future__ import annotations

import base64
import hashlib
import json
from itertools import pairwise
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from copilot.core.errors import UpdatesUnknown
from copilot.store.state import State
from copilot.store.updates import EVERY, Updates, is_newer, verify

NUMBER = b"\x01\x02\x03\x04\x05\x06\x07\x08"
FEED: dict[str, object] = {
    "serial": 7,
    "releases": [
        {"version": "0.1.0", "date": "2026-11-22", "page": "https://example.com/1", "news": []},
        {"version": "0.3.0", "date": "2027-01-02", "page": "https://example.com/3", "news": ["b"]},
        {"version": "0.2.0", "date": "2026-12-01", "page": "file:///etc/passwd", "news": ["a"]},
    ],
}

# Made by the program minisign 0.11 itself, of the text "hello\n".
MINISIGN_KEY = "RWQmJXq+ZHcDaLYp30zlSS/Q/E0787IXb6JVVdGaD4yquWrIM4QYzIE9"
MINISIGN_SIGNATURE = """untrusted comment: signature from minisign secret key
RUQmJXq+ZHcDaGxS9/+gjRmz+n3QO/4thY9oiVEs2vIUhfh2gQ73w6O+1s7CWc8p77aUBkpZjqYujF1Gtl2RvbK9rAheTFq3+Ak=
trusted comment: timestamp:1763793600
hM4BlORG1wy5XfX2ufginmCAZNmJbcVUoeE1/gLtlVS+Quv4XLYjDopFYo9W2AVymt1AMNyTfs7xihlfaWaQCQ==
"""


class Signer:
    """Signs as minisign does."""

    def __init__(self, number: bytes = NUMBER) -> None:
        self._private = Ed25519PrivateKey.generate()
        self._number = number
        public = b"Ed" + number + self._private.public_key().public_bytes_raw()
        self.key = f"untrusted comment: a key\n{base64.b64encode(public).decode()}\n"

    def sign(self, content: bytes, trusted: str = "timestamp:1", kind: bytes = b"ED") -> str:
        signed = self._private.sign(hashlib.blake2b(content).digest())
        total = self._private.sign(signed + trusted.encode())
        body = base64.b64encode(kind + self._number + signed).decode()
        return (
            f"untrusted comment: signature\n{body}\n"
            f"trusted comment: {trusted}\n{base64.b64encode(total).decode()}\n"
        )


@pytest.fixture
def signer() -> Signer:
    return Signer()


@pytest.fixture
def updates(tmp_path: Path, signer: Signer) -> Updates:
    return Updates(State(tmp_path / "state.json"), signer.key)


def encoded(feed: object) -> bytes:
    return json.dumps(feed).encode()


def test_what_is_newer_comes_newest_first(updates: Updates, signer: Signer):
    feed = encoded(FEED)
    newer = updates.read(feed, signer.sign(feed), "0.1.0")
    assert [release.version for release in newer] == ["0.3.0", "0.2.0"]
    assert newer[0].news == ("b",)
    assert newer[1].page == "", "nothing but a web page is shown as a link"
    assert updates.read(feed, signer.sign(feed), "0.3.0") == ()


def test_what_minisign_itself_signed_is_valid():
    verify(b"hello\n", MINISIGN_SIGNATURE, MINISIGN_KEY)
    with pytest.raises(UpdatesUnknown):
        verify(b"hello!\n", MINISIGN_SIGNATURE, MINISIGN_KEY)


def test_nothing_else_is_believed(updates: Updates, signer: Signer):
    feed = encoded(FEED)
    good = signer.sign(feed)
    bad = {
        "another key": Signer().sign(feed),
        "another key's number": Signer(b"12345678").sign(feed),
        "another feed": signer.sign(feed + b" "),
        "unhashed": signer.sign(feed, kind=b"Ed"),
        "another comment": good.replace("timestamp:1", "timestamp:2"),
        "cut": good[: len(good) // 2],
        "empty": "",
        "no base64": good.replace("trusted comment", "¡"),
    }
    believed: list[str] = []
    for what, signature in bad.items():
        try:
            updates.read(feed, signature, "0.1.0")
        except UpdatesUnknown:
            continue
        believed.append(what)
    assert believed == []


def test_no_key_trusts_nobody(tmp_path: Path, signer: Signer):
    feed = encoded(FEED)
    with pytest.raises(UpdatesUnknown):
        Updates(State(tmp_path / "state.json"), "").read(feed, signer.sign(feed), "0.1.0")


def test_an_older_feed_hides_no_release(updates: Updates, signer: Signer):
    new, old = encoded(FEED), encoded({"serial": 6, "releases": []})
    updates.read(new, signer.sign(new), "0.1.0")
    with pytest.raises(UpdatesUnknown, match="older"):
        updates.read(old, signer.sign(old), "0.1.0")


@pytest.mark.parametrize("feed", [{}, {"serial": 1, "releases": [{"version": "new"}]}, []])
def test_a_feed_of_another_form(updates: Updates, signer: Signer, feed: object):
    content = encoded(feed)
    with pytest.raises(UpdatesUnknown, match="can't be read"):
        updates.read(content, signer.sign(content), "0.1.0")


def test_it_is_asked_for_once_a_day(updates: Updates):
    assert updates.is_due(1_000_000)
    updates.asked(1_000_000)
    assert not updates.is_due(1_000_000 + EVERY - 1)
    assert updates.is_due(1_000_000 + EVERY)
    assert updates.is_due(5), "a clock that was set back does not stop it"


def test_versions_in_their_order():
    order = ["0.1.0.dev0", "0.1.0.dev2", "0.1.0a1", "0.1.0b1", "0.1.0rc1", "0.1.0", "0.1.1", "0.10"]
    for older, newer in pairwise(order):
        assert is_newer(newer, older)
        assert not is_newer(older, newer)
    assert not is_newer("1.0", "1.0.0")
    with pytest.raises(ValueError):
        is_newer("../../x", "1.0")
