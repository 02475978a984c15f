"""Repeated measurements, what they say together, and whether an aim is met."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Sample:
    """Repeated measurements of one quantity, in the order in which they were taken."""

    values: tuple[float, ...]

    @classmethod
    def of(cls, values: Sequence[float]) -> Sample:
        """Keep these values; raises ValueError if there are none."""
        if not values:
            raise ValueError("nothing was measured")
        return cls(tuple(values))

    @property
    def n(self) -> int:
        """How many measurements."""
        return len(self.values)

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.values)

    def quantile(self, share: float) -> float:
        """The nearest-rank quantile: 0.95 gives the value that 95 % do not exceed."""
        ordered = sorted(self.values)
        return ordered[max(0, math.ceil(share * len(ordered)) - 1)]

    @property
    def p95(self) -> float:
        """The 95th percentile."""
        return self.quantile(0.95)


Statistic = Literal["median", "p95", "ratio"]


@dataclass(frozen=True, slots=True)
class Aim:
    """An upper limit for one statistic of a figure."""

    statistic: Statistic
    limit: float

    def __str__(self) -> str:
        return f"≤ {self.limit:g}×" if self.statistic == "ratio" else f"≤ {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the results: a quantity of ours, beside its floor where it has one.

    `floor` holds the same quantity of the least program that could do it, measured in turns with
    ours, so that slow and fast phases of the machine meet both.
    """

    bench: str
    what: str
    unit: str
    ours: Sample
    floor: Sample | None = None
    aims: tuple[Aim, ...] = ()

    @property
    def ratio(self) -> float | None:
        """Our median by the floor's, None without a floor (or above a floor of nothing)."""
        if self.floor is None or self.floor.median <= 0:
            return None
        return self.ours.median / self.floor.median

    @property
    def ratio_quartiles(self) -> tuple[float, float] | None:
        """The middle half of the ratios of neighbouring measurements: how noisy the ratio is."""
        if self.floor is None or self.floor.n != self.ours.n:
            return None
        pairs = [a / b for a, b in zip(self.ours.values, self.floor.values, strict=True) if b > 0]
        if len(pairs) < 4:
            return None
        spread = Sample.of(pairs)
        return spread.quantile(0.25), spread.quantile(0.75)

    def value(self, statistic: Statistic) -> float | None:
        """What is compared with an aim."""
        match statistic:
            case "median":
                return self.ours.median
            case "p95":
                return self.ours.p95
            case "ratio":
                return self.ratio

    @property
    def missed(self) -> tuple[Aim, ...]:
        """The aims that are not met."""
        found: list[Aim] = []
        for aim in self.aims:
            value = self.value(aim.statistic)
            if value is None or value > aim.limit:
                found.append(aim)
        return tuple(found)
