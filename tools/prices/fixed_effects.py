"""Counts that go with prices once items, days and category seasons are accounted for.

Poisson pseudo-maximum likelihood with high-dimensional fixed effects (Santos Silva & Tenreyro 2006;
Correia, Guimarães & Zylkin 2020): consistent with many zeros and whatever the distribution of the
counts, as long as their mean is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ROUNDS = 60
CLOSE = 1e-6
STEEPEST = 15.0  # no slope is steeper; a fit that runs there has nothing to stand on


@dataclass(frozen=True)
class Slope:
    """A coefficient and its standard error, robust to whatever is alike within a cluster."""

    value: float
    error: float

    @property
    def low(self) -> float:
        """Lower end of the 95 % interval."""
        return self.value - 1.96 * self.error

    @property
    def high(self) -> float:
        """Upper end of the 95 % interval."""
        return self.value + 1.96 * self.error


@dataclass(frozen=True)
class Fit:
    """A fitted mean.

    Attributes:
        slopes: One a regressor.
        mean: [n] fitted counts.
        baseline: [n] the mean as it would be were every regressor 0 (the fixed effects' part).
    """

    slopes: tuple[Slope, ...]
    mean: Floats
    baseline: Floats


def fit(
    counts: Floats, regressors: Sequence[Floats], groups: Sequence[Ints], clusters: Ints
) -> Fit:
    """Fit `counts` ~ exp(regressors @ slopes + one effect a group of each of `groups`).

    Args:
        counts: [n] non-negative.
        regressors: Arrays of [n].
        groups: Arrays of [n], each numbering the levels of one fixed effect from 0.
        clusters: [n] numbering of what errors may be alike within (standard errors as in Cameron &
            Miller 2015, eq. 11, with G / (G - 1)).
    """
    x = np.stack(regressors, axis=1)
    slopes = np.zeros(x.shape[1])
    totals = [np.asarray(np.bincount(group, counts), np.float64) for group in groups]
    mean = _scaled(np.full(len(counts), max(counts.mean(), 1e-9)), groups, totals)
    for _ in range(ROUNDS):
        within = _within(x, mean, groups)
        score = within.T @ (counts - mean)
        step = np.linalg.lstsq(_information(within, mean), score, rcond=None)[0]
        step = np.clip(step, -1, 1)
        slopes = np.clip(slopes + step, -STEEPEST, STEEPEST)
        mean = _scaled(mean * np.exp(x @ step), groups, totals)
        if np.abs(step).max() < CLOSE:
            break
    within = _within(x, mean, groups)
    errors = _robust(within, counts - mean, mean, clusters)
    return Fit(
        slopes=tuple(Slope(float(s), float(e)) for s, e in zip(slopes, errors, strict=True)),
        mean=mean,
        baseline=mean * np.exp(-(x @ slopes)),
    )


def _scaled(mean: Floats, groups: Sequence[Ints], totals: Sequence[Floats]) -> Floats:
    """`mean` with effects that make every group's total right (iterative proportional fitting)."""
    for _ in range(ROUNDS):
        moved = 0.0
        for group, total in zip(groups, totals, strict=True):
            now = np.bincount(group, mean, len(total))
            factor = np.divide(total, now, out=np.zeros_like(now), where=now > 0)
            mean = mean * factor[group]
            moved = max(moved, float(np.abs(factor[total > 0] - 1).max(initial=0)))
        if moved < CLOSE:
            break
    return mean


def _within(x: Floats, weights: Floats, groups: Sequence[Ints]) -> Floats:
    """`x` less its weighted means by every group (alternating projections)."""
    x = x.copy()
    sums = [np.bincount(group, weights) for group in groups]
    for _ in range(ROUNDS):
        moved = 0.0
        for group, total in zip(groups, sums, strict=True):
            for k in range(x.shape[1]):
                summed = np.bincount(group, weights * x[:, k], len(total))
                means = np.divide(summed, total, out=np.zeros_like(summed), where=total > 0)
                x[:, k] -= means[group]
                moved = max(moved, float(np.abs(means).max(initial=0)))
        if moved < CLOSE:
            break
    return x


def _information(within: Floats, mean: Floats) -> Floats:
    return np.asarray(within.T @ (within * mean[:, None]))


def _robust(within: Floats, residual: Floats, mean: Floats, clusters: Ints) -> Floats:
    bread = np.linalg.pinv(_information(within, mean))
    scores = np.stack([np.bincount(clusters, column * residual) for column in within.T], axis=1)
    n = len(np.unique(clusters))
    meat = scores.T @ scores * (n / max(n - 1, 1))
    return np.asarray(np.sqrt(np.maximum(np.diag(bread @ meat @ bread), 0)))
