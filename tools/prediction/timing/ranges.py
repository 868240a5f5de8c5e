"""Ranges of days that the next purchase falls in, as often as is said."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from tools.prediction.features import Floats
from tools.prediction.scores import Calibration

RATE = 0.8  # stated rate of every range
TRIED = tuple(float(level) for level in np.arange(0.6, 0.9951, 0.005))


@dataclass(frozen=True)
class Ranges:
    """Days of the next purchase, 1 for the first day.

    Attributes:
        low: First day: [n].
        high: Last day, infinite where the range has no end: [n].
    """

    low: Floats
    high: Floats

    @property
    def told(self) -> NDArray[np.bool_]:
        """Whether a range leaves any day out: [n]."""
        return np.asarray((self.low > 1) | np.isfinite(self.high))

    @property
    def closed(self) -> NDArray[np.bool_]:
        """Whether a range has a last day: [n]."""
        return np.asarray(np.isfinite(self.high))

    def hold(self, days: Floats) -> NDArray[np.bool_]:
        """Whether the next purchase after `days` days [n] is in the range; infinite is late."""
        return np.asarray((self.low <= days) & (days <= self.high))


def restricted_mean(survival: Floats, edges: tuple[int, ...]) -> Floats:
    """Mean days without a purchase up to the last edge: [n]."""
    before = np.column_stack([np.ones(len(survival)), survival[:, :-1]])
    return np.asarray(((before + survival) / 2) @ np.diff((0, *edges)))


def shortest(survival: Floats, edges: tuple[int, ...], level: float, shift: float = 0.0) -> Ranges:
    """The fewest days in a row that the purchase falls in with probability `level`.

    Where none of them is before the last edge, the range is open: all days from some day on.

    Args:
        survival: P(no purchase in the first edges[j] days): [n, n_edges].
        edges: Days after the cut.
        level: Least probability.
        shift: The level holds even where everyone buys exp(shift) times as fast, or as slowly.
    """
    n, bounds = len(survival), np.array((0, *edges))
    usual = np.column_stack([np.ones(n), survival])  # [n, n_edges + 1]
    fast, slow = usual ** np.exp(shift), usual ** np.exp(-shift)
    low = 1 + bounds[(fast >= level).sum(axis=1) - 1].astype(float)
    high, width = np.full(n, np.inf), np.full(n, np.inf)
    for first in range(len(edges)):
        enough = np.minimum(
            fast[:, [first]] - fast[:, first + 1 :], slow[:, [first]] - slow[:, first + 1 :]
        ) >= level  # fmt: skip
        has, last = enough.any(axis=1), first + 1 + enough.argmax(axis=1)
        days = bounds[last] - bounds[first]
        better = has & (days < width)
        low[better], high[better] = 1 + bounds[first], bounds[last][better]
        width[better] = days[better]
    return Ranges(low, high)


class Honest(BaseModel, frozen=True):
    """Makes a model's survival and ranges come true as often as they say.

    Attributes:
        edges: Days after the cut.
        maps: Calibration of P(buys within edges[j]), one an edge.
        closed: Probability that a range with an end is made to hold.
        opened: The same for ranges without one.
        shift: How far the pace of buying moves from one horizon to the next, as a logarithm.
    """

    edges: tuple[int, ...]
    maps: tuple[Calibration, ...]
    closed: float
    opened: float
    shift: float = 0.0

    @classmethod
    def fit(
        cls, survival: Floats, days: Floats, edges: tuple[int, ...], shift: float = 0.0
    ) -> Self:
        """Learn from customers the model did not learn from, followed to the last edge.

        The ranges' probability is the least that held for `RATE` of them, by kind of range: split
        conformal prediction (Romano, Patterson & Candes 2019) with two groups.

        Args:
            survival: What the model said: [n, n_edges].
            days: Days until the next purchase: [n].
            edges: Days after the cut.
            shift: How far the pace of buying has moved from one horizon to the next.
        """
        maps = tuple(
            Calibration.fit(_logit(survival[:, j]), (days <= edge).astype(float))
            for j, edge in enumerate(edges)
        )
        draft = cls(edges=edges, maps=maps, closed=RATE, opened=RATE)
        said = draft.survival(survival)
        levels = {}
        for kind in ("closed", "opened"):
            held = {level: _held(said, days, edges, level, kind) for level in TRIED}
            levels[kind] = next((level for level in TRIED if held[level] >= RATE), TRIED[-1])
        return cls(edges=edges, maps=maps, shift=shift, **levels)

    def survival(self, survival: Floats) -> Floats:
        """`survival` [n, n_edges] made honest, never rising."""
        columns = [1 - own.probability(_logit(survival[:, j])) for j, own in enumerate(self.maps)]
        return np.asarray(np.minimum.accumulate(np.column_stack(columns), axis=1))

    def ranges(self, honest: Floats) -> Ranges:
        """The shortest range of each customer, given survival made honest: [n, n_edges]."""
        closed = shortest(honest, self.edges, self.closed, self.shift)
        opened = shortest(honest, self.edges, self.opened, self.shift)
        ends = closed.closed
        low = np.where(ends, closed.low, np.where(opened.closed, 1.0, opened.low))
        return Ranges(low, np.where(ends, closed.high, np.inf))


def _held(said: Floats, days: Floats, edges: tuple[int, ...], level: float, kind: str) -> float:
    ranges = shortest(said, edges, level)
    own = ranges.told & (ranges.closed if kind == "closed" else ~ranges.closed)
    if not own.any():
        return 0.0 if kind == "closed" else 1.0
    return float((ranges.hold(days)[own].sum()) / (own.sum() + 1))


def _logit(survival: Floats) -> Floats:
    kept = np.clip(survival, 1e-6, 1 - 1e-6)
    return np.asarray(np.log1p(-kept) - np.log(kept))
