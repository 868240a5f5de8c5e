"""What past campaigns say of a new one: their costs, and the effects with a holdout pooled."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from ibis import _
from scipy import stats

from tools.drafts.models import CHANNELS, Channel, Cost
from tools.effects import CampaignEffect, past
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


def costs(store: Store) -> dict[Channel, Cost]:
    """What a contact cost on each channel: the median over its past campaigns.

    Everything a campaign cost counts, for its `cost` is not split up.
    """
    if not {"campaigns.cost", "campaigns.channel", "exposures.campaign_id"} <= store.columns:
        return {}
    sent = store.table("exposures").filter(_.arm.fill_null("treatment") == "treatment")
    counts = sent.group_by("campaign_id").aggregate(n=_.count())
    plans = store.table("campaigns").filter(_.cost.notnull())
    rows = plans.inner_join(counts, "campaign_id").select("channel", "cost", "n")
    each: dict[Channel, list[float]] = {}
    for row in rows.to_pyarrow().to_pylist():
        if row["channel"] in CHANNELS:
            each.setdefault(row["channel"], []).append(float(row["cost"]) / row["n"])
    return {name: Cost(per_contact=median(own), n_campaigns=len(own)) for name, own in each.items()}


@dataclass(frozen=True)
class Redemption:
    """How treated buyers of past campaigns used the campaign's coupon.

    Attributes:
        share: Of all of them together.
        most: Of those of the campaign with the largest share.
    """

    share: float
    most: float


def redemption(store: Store, effects: Sequence[CampaignEffect]) -> Redemption | None:
    """What share of treated buyers used the coupon of their campaign.

    A campaign's coupon is the one most of the orders from it used. `None` where no past campaign
    had one.
    """
    wanted = {"orders.coupon", "orders.campaign_id"}
    if not wanted <= store.columns or not effects:
        return None
    orders = store.table("orders").filter(_.coupon.notnull(), _.campaign_id.notnull())
    used = orders.group_by("campaign_id", "coupon").aggregate(n=_.count())
    rows = used.order_by("campaign_id", _.n.desc()).to_pyarrow().to_pylist()
    shared = _everyday(store)
    most: dict[str, int] = {}
    for row in rows:
        if row["coupon"] not in shared:
            most.setdefault(row["campaign_id"], row["n"])
    buyers = {own.campaign_id: own.bought_treated for own in effects if own.bought_treated}
    pairs = [(n, buyers[name]) for name, n in most.items() if name in buyers]
    if not pairs:
        return None
    share = sum(n for n, _all in pairs) / sum(of for _n, of in pairs)
    return Redemption(min(1.0, share), min(1.0, max(n / of for n, of in pairs)))


def _everyday(store: Store) -> frozenset[str]:
    """Coupons used with three campaigns or more: those of the store, not of a campaign."""
    orders = store.table("orders").filter(_.coupon.notnull(), _.campaign_id.notnull())
    spread = orders.group_by("coupon").aggregate(n=_.campaign_id.nunique())
    rows = spread.filter(_.n >= 3).to_pyarrow()["coupon"].to_pylist()
    return frozenset(str(coupon) for coupon in rows)
