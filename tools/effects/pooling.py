"""What several campaigns with a holdout say together of a further one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from tools.effects.past import CampaignEffect, past
from tools.store.store import Store

FEWEST_POOLED = 3
"""Campaigns below which nothing is said of how the effects of campaigns differ."""


def past_effects(store: Store) -> tuple[CampaignEffect, ...]:
    """Finished campaigns with a holdout; none where the store has no campaigns or orders."""
    if not {"campaigns", "exposures"} <= store.tables or not {"orders", "events"} & store.tables:
        return ()
    return tuple(own for own in past(store) if not own.running)


@dataclass(frozen=True)
class Pooled:
    """The factor on buyers that campaigns had: log ratios pooled with random effects.

    Attributes:
        mean: Mean log ratio of treated to control conversion.
        se: Its standard error.
        tau: Standard deviation of the true log ratios between campaigns.
        k: Campaigns.
    """

    mean: float
    se: float
    tau: float
    k: int

    @property
    def high(self) -> float:
        """Upper end of the 95 % prediction interval of a new campaign's factor."""
        spread = math.sqrt(self.tau**2 + self.se**2)
        return math.exp(self.mean + spread * float(stats.t.ppf(0.975, self.k - 2)))

    def draws(
        self, n: int, rng: np.random.Generator
    ) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """[n] factors that a new campaign may have.

        The prediction distribution of Higgins, Thompson & Spiegelhalter (2009), section 3.2:
        a t with k - 2 degrees of freedom around the mean, with variance tau² + se².
        """
        spread = math.sqrt(self.tau**2 + self.se**2)
        drawn: np.ndarray[tuple[int], np.dtype[np.float64]] = np.exp(
            self.mean + spread * rng.standard_t(self.k - 2, n)
        )
        return drawn


def pooled(effects: Sequence[CampaignEffect]) -> Pooled | None:
    """The effects of `effects` pooled (DerSimonian & Laird 1986, section 3).

    `None` with fewer than three campaigns that had buyers in both arms.
    """
    pairs = [_log_ratio(own) for own in effects if own.bought_treated and own.bought_control]
    return combined(pairs) if len(pairs) >= FEWEST_POOLED else None


def combined(pairs: Sequence[tuple[float, float]]) -> Pooled:
    """Pooled (estimate, variance) pairs.

    >>> found = combined([(0.1, 0.01), (0.3, 0.01), (0.8, 0.01)])
    >>> round(found.mean, 3), round(found.tau, 3), found.k
    (0.4, 0.346, 3)
    """
    values, variances = (np.array(column) for column in zip(*pairs, strict=True))
    weights = 1 / variances
    fixed = float((weights * values).sum() / weights.sum())
    q = float((weights * (values - fixed) ** 2).sum())
    scale = float(weights.sum() - (weights**2).sum() / weights.sum())
    tau2 = max(0.0, (q - (len(pairs) - 1)) / scale) if scale > 0 else 0.0
    own = 1 / (variances + tau2)
    mean = float((own * values).sum() / own.sum())
    return Pooled(mean, math.sqrt(1 / float(own.sum())), math.sqrt(tau2), len(pairs))


def _log_ratio(own: CampaignEffect) -> tuple[float, float]:
    """Log ratio of conversions and its variance (Katz et al. 1978)."""
    treated, control = own.bought_treated, own.bought_control
    ratio = math.log((treated / own.n_treated) / (control / own.n_control))
    return ratio, 1 / treated - 1 / own.n_treated + 1 / control - 1 / own.n_control
