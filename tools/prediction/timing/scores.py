"""How well the time to the next purchase is predicted."""

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from tools.prediction.comparison import Figure, bootstrapped
from tools.prediction.features import Floats
from tools.prediction.scores import calibration_error
from tools.prediction.timing.ranges import Ranges, restricted_mean

LEVELS = 1000  # scores told apart; closer ones count as tied


def timing_figures(
    days: Floats, survival: Floats, ranges: Ranges, edges: tuple[int, ...]
) -> dict[str, Figure]:
    """Figures of one model where every customer was followed to the last edge, with intervals.

    Args:
        days: Days until the next purchase, beyond the last edge or infinite where later: [n].
        survival: P(no purchase in the first edges[j] days): [n, n_edges].
        ranges: The days told.
        edges: Days after the cut.

    Returns:
        `c_index` (Harrell 1982), `ibs` (Brier score averaged over the days to the last edge),
        `roc_auc`, `brier` and `ece` of buying before the last edge, `coverage` (share whose
        purchase fell in the range told) and `told` (share with a range that leaves days out).
    """
    levels = _levels(restricted_mean(survival, edges))
    late = days[:, None] > np.array(edges)
    widths = np.diff((0, *edges))
    brier = ((late - survival) ** 2) @ widths / edges[-1]
    held, told = ranges.hold(days), ranges.told

    def figures(rows: NDArray[np.int_]) -> dict[str, float]:
        bought, probability = 1.0 - late[rows, -1], 1 - survival[rows, -1]
        return {
            "c_index": _concordance(days[rows], levels[rows], edges[-1]),
            "ibs": float(brier[rows].mean()),
            "roc_auc": _area(bought, probability),
            "brier": float(((bought - probability) ** 2).mean()),
            "ece": calibration_error(bought, probability),
            "coverage": float(held[rows].mean()),
            "told": float(told[rows].mean()),
        }

    return bootstrapped(figures, len(days))


def _area(bought: Floats, probability: Floats) -> float:
    """Area under the receiver operating curve, from mean ranks (Mann & Whitney 1947)."""
    hits, others = bought.sum(), (1 - bought).sum()
    if not hits or not others:
        return 0.5
    ranks = rankdata(probability)[bought > 0].sum()
    return float((ranks - hits * (hits + 1) / 2) / (hits * others))


def c_index(days: Floats, later: Floats, followed: int) -> float:
    """Harrell's concordance (Harrell et al. 1982), 0.5 for no order, 1 for the right one.

    Of two customers, the one who buys first, within the days followed, should be expected first;
    a tie in what is expected counts half.

    Args:
        days: Days until the next purchase: [n]; beyond `followed` it counts as not seen.
        later: The greater, the later she is expected: [n].
        followed: Days everyone was followed.
    """
    return _concordance(days, _levels(later), followed)


def _levels(later: Floats) -> NDArray[np.int_]:
    values, place = np.unique(later, return_inverse=True)
    return np.asarray(place * min(LEVELS, len(values)) // max(len(values), 1), dtype=int)


def _concordance(days: Floats, levels: NDArray[np.int_], followed: int) -> float:
    day = np.minimum(days, followed + 1).astype(int)
    n_levels = int(levels.max()) + 1
    counts = np.bincount(day * n_levels + levels, minlength=(followed + 2) * n_levels)
    table = counts.reshape(followed + 2, n_levels).astype(float)  # [day, level]
    after = table[::-1].cumsum(axis=0)[::-1] - table  # those who bought later or not at all
    above = after[:, ::-1].cumsum(axis=1)[:, ::-1] - after
    events = table[: followed + 1]
    right = float((events * (above + after / 2)[: followed + 1]).sum())
    pairs = float((events.sum(axis=1) * after.sum(axis=1)[: followed + 1]).sum())
    return right / pairs if pairs else 0.5
