"""What is beyond chance, though many things were looked at."""

import math
from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from tools.opportunities.opportunity import Opportunity
from tools.wording.values import Value

Floats = NDArray[np.float64]
FALSE_SHARE = 0.05  # of what is listed, at most, may be chance (on average)
WORTH = 0.0005  # gains below this share of the store's recent revenue are not worth listing
NEARER = {
    "sales-fell": ("funnel-fell",),
    "funnel-peers": ("funnel-fell",),
    "complaints": ("rating-fell",),
}
"""Kinds that follow from another of the same group or item, which is told alone."""


def beyond_chance(found: Sequence[Opportunity]) -> list[Opportunity]:
    """Those of `found` that hold (Benjamini & Hochberg 1995), whichever scan they come from.

    One with a p-value must be among those the procedure rejects; every one must have a gain whose
    interval lies above 0.
    """
    tested = sorted((own for own in found if own.p is not None), key=lambda own: own.p or 0.0)
    kept = 0
    for place, own in enumerate(tested, 1):
        if own.p is not None and own.p <= FALSE_SHARE * place / len(tested):
            kept = place
    sure = [*tested[:kept], *(own for own in found if own.p is None)]
    return [own for own in sure if own.gain.low > 0]


def ranked(found: Sequence[Opportunity], revenue: float) -> list[Opportunity]:
    """Those of `found` worth listing, each thing once, by expected gain, the largest first.

    Args:
        found: Those beyond chance.
        revenue: What the store sold in the recent period, store currency.
    """
    worth = [own for own in found if own.gain.value >= WORTH * revenue]
    told = {(own.kind, own.subject) for own in worth}
    news = [own for own in worth if not _said_already(own, told)]
    return sorted(news, key=lambda own: -own.gain.value)


def _said_already(own: Opportunity, told: Set[tuple[str, Value | None]]) -> bool:
    """Whether a finding nearer to the cause tells the same of the same group or item."""
    return any((nearer, own.subject) in told for nearer in NEARER.get(own.kind, ()))


def shifted(now: Floats, before: Floats) -> tuple[float, float, float]:
    """How far `now` lies from `before` on average: difference, standard error, degrees of freedom.

    The pooled two-sample t-test (Student 1908); weeks stand for independent cases, so that
    whatever makes single visits alike does not look like certainty.
    """
    df = len(now) + len(before) - 2
    spread = float(((now - now.mean()) ** 2).sum() + ((before - before.mean()) ** 2).sum()) / df
    error = math.sqrt(spread * (1 / len(now) + 1 / len(before)))
    return float(now.mean() - before.mean()), error, df


def below(difference: float, error: float, df: float) -> float:
    """One-sided p-value that the true difference is not below 0."""
    if error <= 0:
        return 0.0 if difference < 0 else 1.0
    return float(stats.t.cdf(difference / error, df))


def reach(df: float) -> float:
    """Standard errors to either side of a 95 % interval."""
    return float(stats.t.ppf(0.975, df))


def logits(hits: Floats, n: Floats) -> Floats:
    """Log odds, with half a case added to each side (Haldane 1956, Anscombe 1956)."""
    return np.asarray(np.log((hits + 0.5) / (n - hits + 0.5)))
