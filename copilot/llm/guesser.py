"""The port LanguageGuesser over py3langid: n-grams of bytes, on this machine."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from copilot.core.letters import WRITTEN_IN
from copilot.llm import ngram_model

_log = logging.getLogger(__name__)

# Languages of the model that are told as another one here: dialects of Arabic, Nynorsk.
_TOLD_AS = {"ary": "ar", "arz": "ar", "nn": "no"}


_OURS = frozenset(language for among in WRITTEN_IN.values() for language in among)
_UNKNOWN = frozenset({"yi"})
"""Languages of ours that the model has not learnt."""


class _Ranks(Protocol):
    """A model of some languages."""

    def rank(self, text: str) -> list[tuple[str, float]]: ...


class _Parted(Protocol):
    """A model of which parts can be had."""

    def among(self, languages: Sequence[str]) -> _Ranks: ...


class _Model:
    """The packaged model, without the languages that are not told here."""

    def __init__(self) -> None:
        def told(label: str) -> str:
            language = _TOLD_AS.get(label, label)
            return language if language in _OURS else ""

        self._all = ngram_model.load(told)

    def among(self, languages: Sequence[str]) -> _Ranks:
        """A model of these languages alone: a line takes a fifth of the time that all take."""
        return self._all.among(languages)


class _NoModel:
    """Stands in where the model can't be loaded: it finds every language unlikely."""

    def among(self, languages: Sequence[str]) -> _Ranks:
        return self

    def rank(self, text: str) -> list[tuple[str, float]]:
        return []


class NgramGuesser:
    """Loads at the first call: a model, 70 MB in about 0.5 s.

    `load` makes the model; where that fails, languages are told by letters and words alone.
    """

    def __init__(self, load: Callable[[], _Parted] = _Model) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._model: _Parted | None = None
        self._parts: dict[tuple[str, ...], _Ranks] = {}

    def prepare(self) -> None:
        """See `ports.LanguageGuesser`."""
        with self._lock:
            self._loaded()

    def guess(self, text: str, among: Sequence[str]) -> Mapping[str, float]:
        """See `ports.LanguageGuesser`."""
        return dict(self._part(tuple(among)).rank(text))

    def _part(self, among: tuple[str, ...]) -> _Ranks:
        with self._lock:
            if among not in self._parts:
                self._parts[among] = self._loaded().among(among)
            return self._parts[among]

    def _loaded(self) -> _Parted:
        if self._model is None:
            try:
                self._model = self._load()
            except (ImportError, OSError, ValueError, MemoryError) as error:
                _log.warning("languages are told by words alone: %s", type(error).__name__)
                self._model = _NoModel()
        return self._model
