"""How scores are made honest: log-odds to the share of users who really buy."""

from typing import Self

import numpy as np
from pydantic import BaseModel
from sklearn.isotonic import IsotonicRegression

from tools.prediction.features import Floats

ENOUGH_FOR_ISOTONIC = 500  # buyers; with fewer, steps follow noise


class Calibration(BaseModel, frozen=True):
    """A never-falling map from log-odds to probability.

    Platt's sigmoid (slope, shift; Platt 1999), or the steps of an isotonic fit (x, y) blended with
    it by averages, so that the order of users is kept; then `offset` is added to the log-odds.
    """

    slope: float
    shift: float
    x: tuple[float, ...] = ()
    y: tuple[float, ...] = ()
    offset: float = 0.0

    @classmethod
    def fit(cls, logit: Floats, bought: Floats) -> Self:
        """Fit on users the model did not learn from."""
        slope, shift = _platt(logit, bought)
        if bought.sum() < ENOUGH_FOR_ISOTONIC:
            return cls(slope=slope, shift=shift)
        steps = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(logit, bought)
        return cls(
            slope=slope,
            shift=shift,
            x=tuple(steps.X_thresholds_.tolist()),
            y=tuple(steps.y_thresholds_.tolist()),
        )

    def probability(self, logit: Floats) -> Floats:
        """Probability of buying, 0-1, of each log-odds [n]."""
        smooth: Floats = 1 / (1 + np.exp(-np.clip(self.slope * logit + self.shift, -30, 30)))
        even = (smooth + np.interp(logit, self.x, self.y)) / 2 if self.x else smooth
        return _moved(even, self.offset)

    def following(self, logit: Floats, bought: Floats, part: float) -> Self:
        """This map moved to where the newest users are, by `part` of the way.

        How many buy rises and falls with the season, and what the newest period strayed by stays in
        part for the next.

        Args:
            logit: Log-odds of the newest users: [n].
            bought: Who of them bought: [n].
            part: 0 to stay, 1 to expect as many as they were.
        """
        even, offset = self.probability(logit), 0.0
        for _ in range(20):  # Newton steps
            p = _moved(even, offset)
            offset += float(np.clip((bought - p).sum() / max((p * (1 - p)).sum(), 1e-9), -1, 1))
        return self.model_copy(update={"offset": self.offset + part * offset})


def _moved(probability: Floats, offset: float) -> Floats:
    if not offset:
        return probability
    odds = probability * np.exp(offset)
    return np.asarray(odds / (1 - probability + odds))


def _platt(logit: Floats, bought: Floats) -> tuple[float, float]:
    """Newton steps on the likelihood with Platt's smoothed targets; the slope never negative."""
    n, hits = len(bought), bought.sum()
    target = np.where(bought > 0, (hits + 1) / (hits + 2), 1 / (n - hits + 2))
    inputs = np.column_stack([logit, np.ones(n)])
    weights = np.array([1.0, 0.0])
    prior = np.array([1.0, 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        slope = inputs.T @ (target - p) - (weights - prior) * [1.0, 1e-6]
        curve = (inputs * (p * (1 - p))[:, None]).T @ inputs + np.diag([1.0, 1e-6])
        step = np.linalg.solve(curve, slope)
        weights = weights + np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-9:
            break
    return max(float(weights[0]), 0.0), float(weights[1])
