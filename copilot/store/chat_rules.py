"""What the person allows for single chats, in chats.json: kept under hashes, names in no file.

Whoever has the file can try out names, since its key lies beside them; reading it tells none.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from copilot.core.chat_rules import ChatRule
from copilot.core.errors import RulesNotKept
from copilot.core.levels import LEVELS, Level
from copilot.core.model import Reach
from copilot.store import files, forms, locks

_log = logging.getLogger(__name__)
_FORM = 1
_CLOSED = ChatRule(Reach.NOBODY)

_Stamp = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds; `key` is what names are hashed with, `form` that of the file."""

    key: bytes = b""
    rules: Mapping[str, ChatRule] = field(default_factory=dict[str, ChatRule])
    form: int = _FORM


class RulesFile:
    """The rules of all processes of this person; implements RuleBook.

    While the file can't be used nobody is asked about any chat: a rule in it may forbid it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: _Stamp = None
        self._kept: _Kept | None = _Kept()
        self._is_newer = False
        self._unkept: dict[tuple[str, str], ChatRule | None] = {}

    @property
    def problem(self) -> RulesNotKept | None:
        """Why the file can't be used, None if it can."""
        if self._fresh() is not None:
            return None
        if self._is_newer:
            return RulesNotKept(
                f"{self._path.name} was written by a newer version of Chat Copilot: what you allow "
                "for single chats is not known.",
                "Nothing is sent to any model until you update Chat Copilot, or until "
                "`chat-copilot chats --clear` has removed it.",
            )
        return RulesNotKept(
            f"{self._path.name} can't be read: what you allow for single chats is not known.",
            "Nothing is sent to any model until `chat-copilot chats --clear` has removed it.",
        )

    def count(self) -> Mapping[Reach, int]:
        """How many rules there are for each reach."""
        kept = self._fresh() or _Kept()
        return {r: sum(rule.reach is r for rule in kept.rules.values()) for r in Reach}

    @property
    def strict(self) -> int:
        """How many rules have names and places hidden too."""
        kept = self._fresh() or _Kept()
        return sum(rule.masking == "strict" for rule in kept.rules.values())

    def find(self, app: str, contact: str) -> ChatRule | None:
        """See RuleBook."""
        kept = self._fresh()
        if (app, contact) in self._unkept:
            return self._unkept[app, contact]
        if kept is None:
            return _CLOSED
        return kept.rules.get(_hash(kept.key, app, contact)) if kept.rules else None

    def put(self, app: str, contact: str, rule: ChatRule | None) -> None:
        """See RuleBook."""
        try:
            with locks.held(self._path.with_suffix(".lock")):
                kept = self._fresh()
                if kept is None:
                    raise OSError("unreadable")
                key = kept.key or secrets.token_bytes(32)
                rules = dict(kept.rules)
                rules.pop(_hash(key, app, contact), None)
                if rule is not None:
                    rules[_hash(key, app, contact)] = rule
                forms.keep_older(self._path, kept.form, _FORM)
                files.write_atomically(self._path, _text(_Kept(key, rules)))
        except OSError as error:
            self._unkept[app, contact] = rule
            raise RulesNotKept(
                "What you allow for this chat can't be written down: it holds until the end of "
                "this program.",
                f"Look at {self._path}.",
            ) from error
        self._unkept.pop((app, contact), None)

    def clear(self) -> None:
        """Remove all rules. Raises RulesNotKept."""
        try:
            with locks.held(self._path.with_suffix(".lock")):
                self._path.unlink(missing_ok=True)
                for form in range(_FORM):
                    forms.backup_path(self._path, form).unlink(missing_ok=True)
        except OSError as error:
            raise RulesNotKept(
                f"{self._path.name} can't be removed ({error.strerror}).",
                f"Look at the folder {self._path.parent}.",
            ) from error

    def _fresh(self) -> _Kept | None:
        """What is in the file now, None while it can't be used."""
        try:
            status = self._path.stat()
            stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
        except FileNotFoundError:
            stamp = None
        except OSError:
            return None
        if stamp != self._stamp or self._kept is None:
            self._stamp = stamp
            self._kept = _Kept() if stamp is None else self._read()
        return self._kept

    def _read(self) -> _Kept | None:
        self._is_newer = False
        try:
            values: dict[str, Any] = json.loads(self._path.read_text(encoding="utf-8"))
            self._is_newer = forms.form_of(values) > _FORM
            return None if self._is_newer else _parse(values)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            _log.warning("%s can't be read: %s", self._path.name, type(error).__name__)
            return None


def _hash(key: bytes, app: str, contact: str) -> str:
    return hmac.digest(key, json.dumps([app, contact]).encode(), hashlib.sha256).hex()


def _parse(value: Any) -> _Kept:
    rules = cast("dict[str, dict[str, str | None]]", value["rules"])
    return _Kept(
        bytes.fromhex(value["key"]),
        {name: ChatRule(Reach(r["reach"]), _level(r["masking"])) for name, r in rules.items()},
        forms.form_of(value),
    )


def _level(text: str | None) -> Level | None:
    if text is None:
        return None
    return LEVELS[LEVELS.index(cast("Level", text))]


def _text(kept: _Kept) -> str:
    rules = {n: {"reach": r.reach, "masking": r.masking} for n, r in sorted(kept.rules.items())}
    held = {forms.FIELD: kept.form, "key": kept.key.hex(), "rules": rules}
    return json.dumps(held, indent=2) + "\n"
