"""How good predicted probabilities are."""

import numpy as np
from numpy.typing import NDArray

from tools.prediction.calibration import Calibration
from tools.prediction.comparison import SEED, Figure, bootstrapped
from tools.prediction.features import Floats

__all__ = ["Calibration", "Ranking", "best_threshold", "calibration_error", "figures_of"]
BINS = 10
TOP = 0.1  # share of users in the top decile
CHANCES = 20  # simulated outcomes that tell how much miscalibration chance alone shows

Weights = NDArray[np.float64]


class Ranking:
    """Users sorted once by probability, so that resampled users are scored quickly.

    Args:
        bought: Who bought, 0 or 1: [n].
        probability: Predicted, 0-1: [n].
    """

    def __init__(self, bought: Floats, probability: Floats) -> None:
        order = np.argsort(-probability, kind="stable")
        self._order = order
        self.bought: Floats = bought[order]
        self.probability: Floats = probability[order]
        changes = np.flatnonzero(np.diff(self.probability)) if len(order) else np.array([], int)
        self._ends = np.append(changes, len(order) - 1)  # users of equal probability end here

    def figures(self, threshold: float, places: NDArray[np.int_] | None = None) -> dict[str, float]:
        """Quality on the users at `places` [m] (everyone where `None`), ties as their mean.

        Returns:
            average_precision (base rate to 1), roc_auc (0.5 is chance), brier (Brier 1950; 0 is
            best), ece (expected calibration error over ten equal-count bins; Naeini et al. 2015),
            lift_at_10 (buyers' share in the top tenth over the base rate), and f1, precision,
            recall of buyers where the probability reaches `threshold`.
        """
        n = len(self.bought)
        weights = np.ones(n)
        if places is not None:
            weights = np.bincount(places, minlength=n)[self._order].astype(float)
        hits = np.append(0.0, np.cumsum(weights * self.bought)[self._ends])
        seen = np.append(0.0, np.cumsum(weights)[self._ends])
        at = int(np.searchsorted(-self.probability[self._ends], -threshold, side="right"))
        precision = hits[at] / max(seen[at], 1.0)
        recall = hits[at] / max(hits[-1], 1.0)
        return {
            "average_precision": _average_precision(hits, seen),
            "roc_auc": _roc_auc(hits, seen),
            "brier": float(weights @ (self.probability - self.bought) ** 2 / seen[-1]),
            "ece": _calibration_error(self.bought, self.probability, weights),
            "lift_at_10": _lift(hits, seen),
            "f1": float(2 * hits[at] / max(seen[at] + hits[-1], 1.0)),
            "precision": float(precision),
            "recall": float(recall),
        }


def figures_of(
    bought: Floats, probability: Floats, threshold: float, repeats: int = 200
) -> dict[str, Figure]:
    """`Ranking.figures` of everyone, with bootstrap intervals over users.

    A resample strays from its probabilities by chance twice over, so `ece` has no interval; beside
    it stands `ece_by_chance`, what probabilities that are exactly right would show here.
    """
    ranking = Ranking(bought, probability)
    found = bootstrapped(lambda places: ranking.figures(threshold, places), len(bought), repeats)
    found["ece"] = Figure(value=found["ece"].value)
    before = list(found).index("ece") + 1
    chance = {"ece_by_chance": Figure(value=error_by_chance(probability))}
    return dict([*list(found.items())[:before], *chance.items(), *list(found.items())[before:]])


def calibration_error(bought: Floats, probability: Floats) -> float:
    """Mean distance between predicted and observed rate over ten equal-count bins."""
    order = np.argsort(-probability, kind="stable")
    return _calibration_error(bought[order], probability[order], np.ones(len(order)))


def error_by_chance(probability: Floats) -> float:
    """Mean `calibration_error` of outcomes drawn from `probability` [n] itself."""
    ordered = np.sort(probability)[::-1]
    random = np.random.default_rng(SEED)
    weights = np.ones(len(ordered))
    drawn = (random.random(len(ordered)) < ordered for _ in range(CHANCES))
    return float(np.mean([_calibration_error(d.astype(float), ordered, weights) for d in drawn]))


def best_threshold(bought: Floats, probability: Floats) -> float:
    """The probability above which calling a user a buyer gives the best F1 here."""
    order = np.argsort(-probability, kind="stable")
    hits = np.cumsum(bought[order])
    f1 = 2 * hits / (np.arange(1, len(bought) + 1) + max(bought.sum(), 1))
    return float(probability[order][int(np.argmax(f1))])


def _average_precision(hits: Weights, seen: Weights) -> float:
    if not hits[-1]:
        return 0.0
    return float((np.diff(hits) * hits[1:] / np.maximum(seen[1:], 1e-12)).sum() / hits[-1])


def _roc_auc(hits: Weights, seen: Weights) -> float:
    misses = seen - hits
    if not hits[-1] or not misses[-1]:
        return 0.5
    area = (np.diff(misses) * (hits[1:] + hits[:-1]) / 2).sum()
    return float(area / (hits[-1] * misses[-1]))


def _lift(hits: Weights, seen: Weights) -> float:
    if not hits[-1]:
        return 1.0
    top = max(1.0, round(seen[-1] * TOP))
    return float(np.interp(top, seen, hits) / top / (hits[-1] / seen[-1]))


def _calibration_error(bought: Floats, probability: Floats, weights: Weights) -> float:
    total = weights.sum()
    middle = np.cumsum(weights) - weights / 2
    places = np.minimum((middle * BINS / total).astype(int), BINS - 1)
    gaps = np.bincount(places, weights * (bought - probability), minlength=BINS)
    return float(np.abs(gaps).sum() / total)
