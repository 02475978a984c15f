"""The port LanguageGuesser over py3langid: n-grams of bytes, on this machine."""

from __future__ import annotations

import copy
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, cast

from copilot.core.letters import WRITTEN_IN
from copilot.llm import threads

_log = logging.getLogger(__name__)

# Languages of the model that are told as another one here: dialects of Arabic, Nynorsk.
_TOLD_AS = {"ary": "ar", "arz": "ar", "nn": "no"}


_OURS = frozenset(language for among in WRITTEN_IN.values() for language in among)
_UNKNOWN = frozenset({"yi"})
"""Languages of ours that the model has not learnt."""


class _Ranks(Protocol):
    """What is used of py3langid's LanguageIdentifier."""

    def rank(self, text: str) -> list[tuple[str, float]]: ...

    def set_languages(self, langs: Sequence[str]) -> None: ...


class _Parted(Protocol):
    """A model of which parts can be had."""

    def among(self, languages: Sequence[str]) -> _Ranks: ...


class _Model:
    """The packaged model, without the languages that are not told here."""

    def __init__(self) -> None:
        threads.calm()
        from py3langid import langid, modelio  # pyright: ignore[reportMissingTypeStubs]

        load = cast("Any", modelio).load_model
        weights, priors, labels, moves, rows, features = load(langid.MODEL_DIR / langid.MODEL_FILE)
        told = [_TOLD_AS.get(label, label) for label in labels]
        columns = [at for at, label in enumerate(told) if label in _OURS]
        make: Any = langid.LanguageIdentifier
        self._all: _Ranks = make(
            weights[:, columns],
            priors[columns],
            [told[at] for at in columns],
            moves,
            features,
            norm_probs=True,
            tk_row=rows,
        )

    def among(self, languages: Sequence[str]) -> _Ranks:
        """A model of these languages alone: a line takes a fifth of the time that all take."""
        part = copy.copy(self._all)  # the table of states, most of it all, is shared
        part.set_languages([language for language in languages if language not in _UNKNOWN])
        return part


class _NoModel:
    """Stands in where the model can't be loaded: it finds every language unlikely."""

    def among(self, languages: Sequence[str]) -> _Ranks:
        return self

    def rank(self, text: str) -> list[tuple[str, float]]:
        return []

    def set_languages(self, langs: Sequence[str]) -> None:
        """It knows none."""


class NgramGuesser:
    """Loads at the first call: numpy and a model, 80 MB in about 0.7 s.

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
