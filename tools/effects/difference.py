"""The difference between two random arms, with an interval: plain, clustered, and with CUPED."""

import math

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel
from scipy import stats

from tools.metrics.significance import two_proportions

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]

LEVEL = 0.95
FEW_EVENTS = 30  # in an arm; an adjustment is left out below
SCARCE = 50  # in an arm; a normal interval is too short below


class Estimate(BaseModel, frozen=True):
    """An estimated difference and its 95 % interval.

    Attributes:
        value: The estimate, in units of the outcome for each person.
        low: Lower end.
        high: Upper end.
        se: Standard error.
        p: Two-sided p-value that the true difference is 0.
    """

    value: float
    low: float
    high: float
    se: float
    p: float

    @property
    def sure(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0

    def times(self, factor: float) -> "Estimate":
        """The same for `factor` people (or in other units)."""
        ends = sorted((self.low * factor, self.high * factor))
        return Estimate(
            value=self.value * factor,
            low=ends[0],
            high=ends[1],
            se=self.se * abs(factor),
            p=self.p,
        )

    def less(self, amount: float) -> "Estimate":
        """The same after a fixed `amount` is taken off; p is that the rest is 0."""
        return around(self.value - amount, self.se)


def around(value: float, se: float, df: float = math.inf) -> Estimate:
    """`value` with a t-interval of `df` degrees of freedom."""
    if se <= 0 or not math.isfinite(se):
        p = 1.0 if value == 0 else 0.0
        return Estimate(value=value, low=value, high=value, se=0.0, p=p)
    half = float(stats.t.ppf((1 + LEVEL) / 2, df)) * se
    p = float(2 * stats.t.sf(abs(value) / se, df))
    return Estimate(value=value, low=value - half, high=value + half, se=se, p=p)


def difference(
    outcome: Floats,
    treated: Flags,
    covariates: Floats | None = None,
    clusters: Ints | None = None,
) -> Estimate:
    """Mean outcome of the treated less that of the others.

    Welch's t-interval; with `clusters`, of cluster totals (Liang & Zeger 1986). Rates of few cases
    get Newcombe's interval (1998, method 10) instead, which also holds near 0.

    Args:
        outcome: [n] what happened, 0 and 1 or amounts.
        treated: [n] whether each person is of the treated arm.
        covariates: [n, p] what was known before (`cuped`).
        clusters: [n] unit that was assigned as a whole, as a number; each row its own if not given.
    """
    if clusters is None and covariates is None and scarce(outcome, treated):
        return _newcombe(outcome, treated)
    values = outcome if covariates is None else cuped(outcome, treated, covariates)
    one = _mean(values[treated], None if clusters is None else clusters[treated])
    other = _mean(values[~treated], None if clusters is None else clusters[~treated])
    variance = one[1] + other[1]
    if variance <= 0:
        return around(one[0] - other[0], 0.0)
    parts = one[1] ** 2 / max(1, one[2] - 1) + other[1] ** 2 / max(1, other[2] - 1)
    return around(one[0] - other[0], math.sqrt(variance), variance**2 / parts)


def is_binary(outcome: Floats) -> bool:
    """Whether every outcome is 0 or 1."""
    return bool(np.isin(outcome, (0.0, 1.0)).all())


def scarce(outcome: Floats, treated: Flags, enough: int = SCARCE) -> bool:
    """Whether the outcomes are rates of few cases in some arm."""
    if not is_binary(outcome):
        return False
    arms = (outcome[treated], outcome[~treated])
    return any(min(arm.sum(), len(arm) - arm.sum()) < enough for arm in arms)


def cuped(outcome: Floats, treated: Flags, covariates: Floats) -> Floats:
    """Outcomes freed of what was known before the arms were drawn: [n].

    Y - theta (X - mean X), theta from both arms together, each about its own mean (CUPED, Deng, Xu,
    Kohavi & Walker 2013, section 3.2; several covariates by least squares). The mean difference
    stays unbiased, as the arms are random and X lies before them.
    """
    centred = covariates - covariates.mean(axis=0)
    within, left = centred.copy(), outcome.astype(np.float64)
    for arm in (treated, ~treated):
        within[arm] -= within[arm].mean(axis=0)
        left[arm] -= left[arm].mean()
    theta = np.linalg.lstsq(within, left, rcond=None)[0]
    freed: Floats = outcome - centred @ theta
    return freed


def removed(outcome: Floats, treated: Flags, covariates: Floats) -> float:
    """Share of the variance within the arms that `cuped` takes away, 0-1."""
    freed = cuped(outcome, treated, covariates)
    before = sum(float(((outcome[arm] - outcome[arm].mean()) ** 2).sum()) for arm in _arms(treated))
    after = sum(float(((freed[arm] - freed[arm].mean()) ** 2).sum()) for arm in _arms(treated))
    return max(0.0, 1 - after / before) if before else 0.0


def usable(outcome: Floats, treated: Flags, covariates: Floats | None) -> Floats | None:
    """The covariates that may adjust this outcome; `None` where cases are too few to learn from."""
    if covariates is None:
        return None
    varied = covariates[:, covariates.std(axis=0) > 0]
    happened = [int((outcome[arm] != 0).sum()) for arm in _arms(treated)]
    return varied if varied.shape[1] and min(happened) >= FEW_EVENTS else None


def _arms(treated: Flags) -> tuple[Flags, Flags]:
    return treated, ~treated


def _mean(values: Floats, clusters: Ints | None) -> tuple[float, float, int]:
    """Mean, variance of the mean, and number of independent units."""
    mean = float(values.mean())
    left: Floats = values - mean
    if clusters is not None:
        left = np.bincount(np.unique(clusters, return_inverse=True)[1], weights=left).astype(
            np.float64
        )
    units = len(left)
    if units < 2:
        return mean, math.inf, units
    return mean, float(units / (units - 1) * (left**2).sum() / len(values) ** 2), units


def _newcombe(outcome: Floats, treated: Flags) -> Estimate:
    (hits, n), (other, m) = ((outcome[arm].sum(), int(arm.sum())) for arm in _arms(treated))
    value = hits / n - other / m
    (low, high), (below, above) = _wilson(hits, n), _wilson(other, m)
    p = two_proportions(hits, n, other, m)
    if p is None:
        p = float(stats.fisher_exact([[hits, n - hits], [other, m - other]]).pvalue)
    return Estimate(
        value=value,
        low=value - math.hypot(hits / n - low, above - other / m),
        high=value + math.hypot(high - hits / n, other / m - below),
        se=math.sqrt(hits / n * (1 - hits / n) / n + other / m * (1 - other / m) / m),
        p=p,
    )


def _wilson(hits: float, n: int) -> tuple[float, float]:
    """Score interval of a rate (Wilson 1927)."""
    z = float(stats.norm.ppf((1 + LEVEL) / 2))
    middle, spread = 2 * hits + z * z, z * math.sqrt(z * z + 4 * hits * (1 - hits / n))
    return (middle - spread) / (2 * (n + z * z)), (middle + spread) / (2 * (n + z * z))
