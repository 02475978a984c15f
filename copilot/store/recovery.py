"""The recovery phrase: words to write down that give the history's key back without a keychain."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from copilot.core.errors import InputError

# Proquints (https://arxiv.org/html/0901.4016): 16 bits as a word that can be spoken, spelt and
# read in any language, without a list of words.
_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aiou"
_WORDS = 9
"""Eight words of chance, 128 bits, and one that tells a slip of the pen."""
_COST = (2**15, 8, 1)
"""scrypt's n, r and p: 32 MB and a tenth of a second for each guess."""
_MEMORY = 64 * 2**20


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A key that only its phrase opens; all but `cost` is base64."""

    salt: str
    sealed: str
    tag: str
    cost: tuple[int, int, int] = _COST


def new_phrase() -> str:
    """A phrase nobody has seen yet, such as "lusab-babad-gutih-…"."""
    chance = secrets.token_bytes(2 * (_WORDS - 1))
    return "-".join(_word(two) for two in _pairs(chance + _check(chance)))


def wrap(key: bytes, phrase: str) -> WrappedKey:
    """Seal a key of 32 bytes. Raises InputError if the phrase is mistyped."""
    salt = secrets.token_bytes(16)
    pad, tagging = _derived(phrase, salt, _COST)
    # With a new salt each time the pad is never used twice.
    sealed = bytes(a ^ b for a, b in zip(key, pad, strict=True))
    tag = hmac.digest(tagging, salt + sealed, "sha256")
    return WrappedKey(_text(salt), _text(sealed), _text(tag))


def unwrap(wrapped: WrappedKey, phrase: str) -> bytes:
    """The key. Raises InputError if the phrase is mistyped or another one's."""
    try:
        parts = (wrapped.salt, wrapped.sealed, wrapped.tag)
        salt, sealed, tag = (base64.b64decode(part, validate=True) for part in parts)
        pad, tagging = _derived(phrase, salt, wrapped.cost)
    except ValueError:
        raise InputError("The wrapped key is damaged.", "Restore the file from a backup.") from None
    if not hmac.compare_digest(tag, hmac.digest(tagging, salt + sealed, "sha256")):
        raise InputError(
            "That is not the recovery phrase of this history.",
            "A newer phrase makes the older ones useless: take the newest.",
        )
    return bytes(a ^ b for a, b in zip(sealed, pad, strict=True))


def _derived(phrase: str, salt: bytes, cost: tuple[int, int, int]) -> tuple[bytes, bytes]:
    n, r, p = cost
    made = hashlib.scrypt(_chance(phrase), salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=64)
    return made[:32], made[32:]


def _chance(phrase: str) -> bytes:
    words = re.findall(r"[a-z]+", phrase.lower())
    if len(words) != _WORDS:
        raise InputError(
            f"A recovery phrase has {_WORDS} words; that has {len(words)}.",
            "Type all of them, with blanks or hyphens between.",
        )
    numbers: list[bytes] = []
    for position, word in enumerate(words, 1):
        if not re.fullmatch(f"([{_CONSONANTS}][{_VOWELS}]){{2}}[{_CONSONANTS}]", word):
            raise InputError(f"Word {position} is no word of a phrase.", "Compare its letters.")
        number = 0
        for letter in word:
            alphabet = _CONSONANTS if letter in _CONSONANTS else _VOWELS
            number = number * len(alphabet) + alphabet.index(letter)
        numbers.append(number.to_bytes(2, "big"))
    chance = b"".join(numbers[:-1])
    if numbers[-1] != _check(chance):
        raise InputError("One of the words is mistyped.", "Compare them letter by letter.")
    return chance


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _word(two: bytes) -> str:
    number = int.from_bytes(two, "big")
    letters = ""
    for alphabet in (_CONSONANTS, _VOWELS, _CONSONANTS, _VOWELS, _CONSONANTS):
        number, rest = divmod(number, len(alphabet))
        letters = alphabet[rest] + letters
    return letters


def _pairs(data: bytes) -> list[bytes]:
    return [data[i : i + 2] for i in range(0, len(data), 2)]


def _check(chance: bytes) -> bytes:
    return hashlib.sha256(chance).digest()[:2]
