"""How far what customers spent lay from what was expected: the width of every interval."""

from typing import Self

import numpy as np
from pydantic import BaseModel
from scipy.stats import t as student

from tools.prediction.features import Floats

RATE = 0.8  # stated rate of every interval
TENTHS = 10
ENOUGH = 30  # customers in a bin


class Spread(BaseModel, frozen=True):
    """Widths learned at a cut earlier than the one they are used at.

    Attributes:
        edges: Upper edges of bins of expected worth, store currency, the last one open.
        low: What part of the expected worth a customer reached at least, by bin; `RATE` of them
            lie between this and `high`.
        high: What part at most.
        noise: Mean squared miss over squared expectation, by bin.
        misses: How far past totals lay from the one expected, as a part of it.
    """

    edges: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    noise: tuple[float, ...]
    misses: tuple[float, ...]

    @classmethod
    def fit(cls, actual: Floats, expected: Floats, misses: tuple[float, ...]) -> Self:
        """Split conformal within bins of alike customers (Vovk 2012, Mondrian)."""
        bins = max(1, min(TENTHS, len(actual) // ENOUGH))
        edges = np.unique(np.quantile(expected, np.arange(1, bins) / bins))
        place = np.searchsorted(edges, expected)
        part = actual / np.maximum(expected, 1e-9)
        low, high, noise = [], [], []
        for i in range(len(edges) + 1):
            own = np.sort(part[place == i])
            n = len(own)
            if not n:
                own, n = np.sort(part), len(part)
            tail = (1 - RATE) / 2
            low.append(float(own[max(0, int(np.floor(tail * (n + 1))) - 1)]))
            high.append(float(own[min(n - 1, int(np.ceil((1 - tail) * (n + 1))) - 1)]))
            noise.append(float(((own - 1) ** 2).mean()))
        return cls(edges=tuple(edges), low=tuple(low), high=tuple(high), noise=tuple(noise),
            misses=misses)  # fmt: skip

    def each(self, expected: Floats) -> tuple[Floats, Floats]:
        """Lower and upper limit of each customer's worth, store currency: [n] and [n].

        Widened by how far totals have strayed; where nothing at all is the lower limit, more than
        `RATE` of customers are within.
        """
        place = np.searchsorted(self.edges, expected)
        moved = 1 + self._strayed()
        low, high = np.array(self.low)[place], np.array(self.high)[place]
        return expected * low / moved, expected * high * moved

    def _strayed(self) -> float:
        """How far totals may stray from the one expected, as a part of it."""
        n = len(self.misses)
        root = float(np.sqrt((np.array(self.misses) ** 2).mean())) if n else 1.0
        return root * float(student.ppf((1 + RATE) / 2, max(n, 1)))

    def total(self, expected: Floats) -> tuple[float, float]:
        """Limits of what these customers spend together, store currency.

        The variance is that of customers independent of each other, plus what past totals strayed
        from what was expected of them.
        """
        place = np.searchsorted(self.edges, expected)
        chance = float((np.array(self.noise)[place] * expected**2).sum())
        n, whole = len(self.misses), float(expected.sum())
        strayed = float((np.array(self.misses) ** 2).mean()) if n else 1.0
        width = float(student.ppf((1 + RATE) / 2, max(n, 1)))
        half = width * float(np.sqrt(chance + strayed * whole**2))
        return max(0.0, whole - half), whole + half
