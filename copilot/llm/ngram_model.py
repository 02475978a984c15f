"""py3langid's model without NumPy, which would be larger than the rest of a package.

A line is a walk through a table of states, one step a byte; some states are features, and each
feature makes languages likelier or not (naive Bayes over n-grams of bytes). File and arithmetic are
those of py3langid 0.4 (BSD-3-Clause): https://github.com/adbar/py3langid
"""

from __future__ import annotations

import ast
import copy
import lzma
import math
import shutil
import struct
import tempfile
import unicodedata
import zipfile
from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

# As NumPy names the types of whole numbers → as array does.
_WHOLE = {"<u2": "H", "<u4": "I", "<i4": "i"}
_NPY = b"\x93NUMPY"


class NgramModel:
    """The model, or the part of it that tells some languages apart; immutable."""

    def __init__(self, arrays: Mapping[str, bytes], name: Callable[[str], str]) -> None:
        """`name` says how a label of the model is told, "" if not at all. Raises ValueError."""
        labels = _words(arrays["classes"])
        self._columns = [(at, name(label)) for at, label in enumerate(labels) if name(label)]
        self._priors = _floats(arrays["pc"])
        self._weights = _half_floats(arrays["ptc"])
        self._moves = _whole_numbers(arrays["nextmove"])
        self._rows: array[int] = array(
            "I", (row << 8 for row in _whole_numbers(arrays["nextmove_row"]))
        )
        self._features = _whole_numbers(arrays["out_feat"])
        self._row = struct.Struct(f"<{len(labels)}e")

    def among(self, languages: Sequence[str]) -> NgramModel:
        """A model of these languages alone; it shares all tables with this one."""
        part = copy.copy(self)
        part._columns = [(at, told) for at, told in self._columns if told in languages]
        return part

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Each language with its probability, the likeliest first."""
        if text.isupper():
            text = text.lower()
        line = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
        scores = self._scores(line)
        # Probabilities of long lines would all be 0 or 1: py3langid flattens them by their length.
        flat = 1.0 / math.sqrt(len(line) or 1)
        most = max(scores, default=0.0)
        shares = [math.exp((score - most) * flat) for score in scores]
        total = sum(shares)
        found: dict[str, float] = {}
        for (_, told), share in zip(self._columns, shares, strict=True):
            found[told] = found.get(told, 0.0) + share / total
        return sorted(found.items(), key=lambda pair: pair[1], reverse=True)

    def _scores(self, line: bytes) -> list[float]:
        moves, rows, features = self._moves, self._rows, self._features
        state, seen = 0, Counter[int]()
        for byte in line:
            state = moves[rows[state] + byte]
            if (feature := features[state]) >= 0:
                seen[feature] += 1
        if not seen:
            return [0.0] * len(self._columns)
        columns = [at for at, _ in self._columns]
        scores = [self._priors[at] for at in columns]
        for feature, count in seen.items():
            weight = math.log1p(count)
            row = self._row.unpack_from(self._weights, feature * self._row.size)
            scores = [s + weight * row[at] for s, at in zip(scores, columns, strict=True)]
        return scores


def load(name: Callable[[str], str]) -> NgramModel:
    """The packaged model. Raises OSError or ValueError if it is not there or of another form."""
    spec = find_spec("py3langid")  # only where it lies: to import it would import NumPy
    if spec is None or spec.origin is None:
        raise FileNotFoundError("py3langid")
    file = Path(spec.origin).parent / "data/model.npz.xz"
    try:
        with tempfile.TemporaryFile(suffix=".npz") as unpacked:
            # Through a file, so that the whole is never in memory twice.
            with lzma.open(file) as packed:
                shutil.copyfileobj(packed, unpacked, 1 << 20)
            with zipfile.ZipFile(unpacked) as archive:
                names = archive.namelist()
                arrays = {entry.removesuffix(".npy"): archive.read(entry) for entry in names}
        return NgramModel(arrays, name)
    except (lzma.LZMAError, zipfile.BadZipFile, EOFError, KeyError, struct.error) as error:
        raise ValueError(f"the model of languages can't be used: {type(error).__name__}") from None


def _opened(content: bytes) -> tuple[str, memoryview]:
    """The type of an array's items, and the items.

    https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
    """
    if content[:6] != _NPY:
        raise ValueError("no array")
    form, start = ("<H", 10) if content[6] == 1 else ("<I", 12)
    (length,) = struct.unpack_from(form, content, 8)
    # b"{'descr': '<f2', 'fortran_order': False, 'shape': (55000, 97), }"
    about = ast.literal_eval(content[start : start + length].decode("latin-1").strip())
    if about["fortran_order"]:
        raise ValueError("columns first")
    return str(about["descr"]), memoryview(content)[start + length :]


def _whole_numbers(content: bytes) -> array[int]:
    kind, items = _opened(content)
    numbers: array[int] = array(_WHOLE[kind])
    numbers.frombytes(items)
    return numbers


def _floats(content: bytes) -> array[float]:
    kind, items = _opened(content)
    if kind != "<f4":
        raise ValueError("no floats")
    numbers: array[float] = array("f")
    numbers.frombytes(items)
    return numbers


def _half_floats(content: bytes) -> memoryview:
    kind, items = _opened(content)
    if kind != "<f2":
        raise ValueError("no half floats")
    return items


def _words(content: bytes) -> list[str]:
    """Texts of one length, in UTF-32, filled up with zeros."""
    kind, items = _opened(content)
    size = 4 * int(kind.removeprefix("<U"))
    data = bytes(items)
    words = (data[at : at + size].decode("utf-32-le") for at in range(0, len(data), size))
    return [word.rstrip("\0") for word in words]
