"""How well the worth of customers is predicted."""

import numpy as np
from scipy.stats import rankdata

from tools.prediction.comparison import Figure, bootstrapped
from tools.prediction.features import Floats


def value_figures(actual: Floats, expected: Floats) -> dict[str, Figure]:
    """Figures of one model, with bootstrap intervals.

    Args:
        actual: What each customer spent, store currency: [n].
        expected: What she was expected to spend: [n].

    Returns:
        `mae` and `rmse` (store currency), `spearman`, `total_ratio` (sum expected over sum actual)
        and `top_tenth_share` (part of all actual value that the tenth expected to spend most
        brought, 0-1).
    """

    def figures(rows: np.ndarray[tuple[int], np.dtype[np.int_]]) -> dict[str, float]:
        return value_scores(actual[rows], expected[rows])

    return bootstrapped(figures, len(actual))


def value_scores(actual: Floats, expected: Floats) -> dict[str, float]:
    """The figures of `value_figures`, without intervals."""
    miss = expected - actual
    total = float(actual.sum())
    return {
        "mae": float(np.abs(miss).mean()),
        "rmse": float(np.sqrt((miss**2).mean())),
        "spearman": spearman(actual, expected),
        "total_ratio": float(expected.sum()) / total if total > 0 else float("nan"),
        "top_tenth_share": _top_share(actual, expected) if total > 0 else float("nan"),
    }


def spearman(a: Floats, b: Floats) -> float:
    """Rank correlation, ties as their mean; 0 where either is constant."""
    x, y = rankdata(a) - (len(a) + 1) / 2, rankdata(b) - (len(b) + 1) / 2
    norm = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / norm if norm else 0.0


def _top_share(actual: Floats, expected: Floats, share: float = 0.1) -> float:
    """Part of the total that the `share` with the highest expectation brought, ties shared out."""
    n = max(1, round(len(actual) * share))
    edge = np.sort(expected)[-n]
    above, level = expected > edge, expected == edge
    rest = (n - above.sum()) * actual[level].mean()
    return float((actual[above].sum() + rest) / actual.sum())
