"""Likeness of short lines by shared characters and words: the matcher that needs nothing."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

_HAN = r"\u3400-\u9fff"
_TOKEN = re.compile(rf"[{_HAN}]+|[^\W\d_{_HAN}]+(?:'[^\W\d_]+)?|\d+|[^\w\s]")
_REPEATED = re.compile(r"(.)\1{2,}")


def normalise(text: str) -> str:
    """Full width to half, lower case, three and more of one character to two."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return _REPEATED.sub(r"\1\1", folded)


def features(text: str) -> Counter[str]:
    """What a line is compared by.

    Chinese runs give characters and pairs of them; words of other scripts give themselves, the
    pair with the next word, and their trigrams, which forgive typing errors.
    """
    found: Counter[str] = Counter()
    before = "^"
    for token in _TOKEN.findall(normalise(text)):
        if "\u3400" <= token[0] <= "\u9fff":
            found.update(token)
            found.update(token[i : i + 2] for i in range(len(token) - 1))
        elif token[0].isalnum():
            found[f"w:{token}"] += 1
            found[f"b:{before} {token}"] += 1
            padded = f"<{token}>"
            found.update(f"t:{padded[i : i + 3]}" for i in range(len(padded) - 2))
            before = token
        else:
            found[token] += 1
    return found


class NgramMatcher:
    """Cosine of feature counts, rare features weighing more (tf-idf), in plain Python."""

    name = "ngrams"
    threshold = 0.17

    def __init__(self, lines: Sequence[str]) -> None:
        counted = [features(line) for line in lines]
        seen_in = Counter(feature for one in counted for feature in one)
        self._unseen = math.log(1 + len(lines))
        self._idf = {f: math.log(1 + len(lines) / n) for f, n in seen_in.items()}
        self._size = len(lines)
        # Inverted: only lines that share a feature with the question are ever touched.
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for index, one in enumerate(counted):
            for feature, weight in self._unit(one):
                self._postings.setdefault(feature, []).append((index, weight))

    def compare(self, text: str) -> Sequence[float]:
        """See `ports.Matcher`."""
        scores = [0.0] * self._size
        for feature, weight in self._unit(features(text)):
            for index, other in self._postings.get(feature, ()):
                scores[index] += weight * other
        return scores

    def _unit(self, counted: Counter[str]) -> Iterable[tuple[str, float]]:
        weights = {f: (1 + math.log(n)) * self._weight(f) for f, n in counted.items()}
        length = math.sqrt(sum(w * w for w in weights.values()))
        return [(f, w / length) for f, w in weights.items()]

    def _weight(self, feature: str) -> float:
        # Punctuation and trigrams are weak evidence beside whole words and Chinese characters.
        factor = 0.35 if feature.startswith("t:") else 0.5 if not feature[0].isalnum() else 1.0
        return factor * self._idf.get(feature, self._unseen)
