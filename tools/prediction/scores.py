"""How good predicted probabilities are, and how they are made honest (calibrated)."""

from typing import Self

import numpy as np
from pydantic import BaseModel
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score

from tools.prediction.features import Floats

ENOUGH_FOR_ISOTONIC = 500  # buyers; with fewer, steps follow noise


class Scores(BaseModel, frozen=True):
    """Quality of one model on users it did not learn from.

    Attributes:
        average_precision: Area under precision-recall, base rate to 1.
        roc_auc: Chance that a buyer ranks above a non-buyer, 0.5 to 1.
        brier: Mean squared error of the probability (Brier 1950), 0 is best.
        ece: Expected calibration error over ten equal-count bins, 0 is best.
        f1: F1 at the threshold given.
        lift_at_10: Share of buyers in the top tenth over the base rate.
    """

    average_precision: float
    roc_auc: float
    brier: float
    ece: float
    f1: float
    lift_at_10: float


def score(bought: Floats, probability: Floats, threshold: float) -> Scores:
    """Scores of `probability` [n] against `bought` [n]; ties in rank count as their mean."""
    base = float(bought.mean())
    mixed = 0 < base < 1
    return Scores(
        average_precision=float(average_precision_score(bought, probability)) if base else 0.0,
        roc_auc=float(roc_auc_score(bought, probability)) if mixed else 0.5,
        brier=float(np.mean((probability - bought) ** 2)),
        ece=calibration_error(bought, probability),
        f1=float(f1_score(bought, probability >= threshold, zero_division=0)),
        lift_at_10=top_rate(bought, probability) / base if base else 1.0,
    )


def top_rate(bought: Floats, probability: Floats, share: float = 0.1) -> float:
    """Share of buyers in the `share` of users with the highest probability, ties shared out."""
    n = max(1, round(len(bought) * share))
    edge = np.sort(probability)[-n]
    above, level = probability > edge, probability == edge
    rest = n - above.sum()
    return float((bought[above].sum() + rest * bought[level].mean()) / n)


def calibration_error(bought: Floats, probability: Floats, bins: int = 10) -> float:
    """Mean distance between predicted and observed rate over equal-count bins (Naeini 2015)."""
    order = np.argsort(probability, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    gaps = [len(p) * abs(bought[p].mean() - probability[p].mean()) for p in parts]
    return float(sum(gaps) / len(bought))


def best_threshold(bought: Floats, probability: Floats) -> float:
    """The probability above which calling a user a buyer gives the best F1 here."""
    order = np.argsort(-probability, kind="stable")
    hits = np.cumsum(bought[order])
    f1 = 2 * hits / (np.arange(1, len(bought) + 1) + max(bought.sum(), 1))
    return float(probability[order][int(np.argmax(f1))])


class Calibration(BaseModel, frozen=True):
    """A never-falling map from log-odds to probability.

    Platt's sigmoid (slope, shift; Platt 1999), or the steps of an isotonic fit (x, y) blended with
    it by averages, so that the order of users is kept.
    """

    slope: float
    shift: float
    x: tuple[float, ...] = ()
    y: tuple[float, ...] = ()

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
        return (smooth + np.interp(logit, self.x, self.y)) / 2 if self.x else smooth


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
