"""What each campaign with a holdout has been found to do."""

from datetime import date

import numpy as np
from pydantic import BaseModel
from scipy import stats

from tools.effects.campaigns import Campaign, campaigns_of
from tools.effects.difference import Estimate, Floats, difference, removed, usable
from tools.effects.people import People, people_of
from tools.store.store import Store
from tools.wording.values import Name

FEWEST = 10  # people in an arm; nothing is said of fewer
ROUND = 0.05  # arms are meant to be multiples of this
UNEVEN = 0.001  # p below which arms are not as they were meant (Fabijan et al. 2019)


class CampaignEffect(BaseModel, frozen=True):
    """What one campaign did, judged against the people held out at random.

    Attributes:
        campaign_id: Its id.
        name: What it is called.
        channel: Channel it was sent on; empty if unknown.
        offer: What it offered; `None` if unknown.
        first: First local day.
        last: Last local day as planned.
        running: Whether it has yet to end, so that more may come.
        cost: What it cost, store currency; `None` if unknown.
        n_treated: People it was sent to.
        n_control: People held out.
        bought_treated: People it was sent to who ordered in the window.
        bought_control: People held out who ordered in the window.
        conversion: Uplift of the share who order, absolute (0.01 is one point).
        orders: Uplift of orders for each person.
        revenue: Uplift of revenue for each person, store currency; `None` without prices.
        profit: Uplift of revenue less items' cost for each person, before what the campaign itself
            cost; `None` without costs.
        plain: Conversion uplift without CUPED.
        removed: Share of the variance of conversion that CUPED took away, 0-1; 0 if not used.
        history_days: Days of history that CUPED looked at.
        uneven: p-value that arms of these sizes came of the nearest split in steps of 5 %.
        unlike: p-value that the arms were alike before; `None` without history.
    """

    campaign_id: str
    name: Name
    channel: str
    offer: Name | None
    first: date | None
    last: date | None
    running: bool
    cost: float | None
    n_treated: int
    n_control: int
    bought_treated: int
    bought_control: int
    conversion: Estimate
    orders: Estimate
    revenue: Estimate | None
    profit: Estimate | None
    plain: Estimate
    removed: float
    history_days: int
    uneven: float
    unlike: float | None

    @property
    def baseline(self) -> float:
        """Share of those held out who ordered, 0-1."""
        return self.bought_control / self.n_control


def past(store: Store, horizon_days: int | None = None) -> tuple[CampaignEffect, ...]:
    """Every campaign with a holdout that has begun, first to last.

    Orders count from sending to the campaign's end (`people_of`).

    Raises:
        ToolError: If the store has no campaigns.
    """
    able = [
        c for c in campaigns_of(store) if judged(c) and (c.first is None or c.first <= store.today)
    ]
    if not able:
        return ()
    people = people_of(store, [c.id for c in able], horizon_days)
    return tuple(effect_of(store, c, people[c.id]) for c in able if c.id in people)


def judged(campaign: Campaign) -> bool:
    """Whether enough people were sent it and held out."""
    return min(campaign.n_treated, campaign.n_control) >= FEWEST


def effect_of(store: Store, campaign: Campaign, people: People) -> CampaignEffect:
    """What `campaign` did to `people`."""
    bought, treated = people.bought, people.treated
    known = people.history if people.history.shape[1] else None
    used = usable(bought, treated, known)

    def uplift(outcome: Floats) -> Estimate:
        return difference(outcome, treated, usable(outcome, treated, known))

    return CampaignEffect(
        campaign_id=campaign.id,
        name=campaign.name,
        channel=campaign.channel,
        offer=campaign.offer,
        first=campaign.first,
        last=campaign.last,
        running=campaign.last is not None and campaign.last > store.today,
        cost=campaign.cost,
        n_treated=int(treated.sum()),
        n_control=int((~treated).sum()),
        bought_treated=int(bought[treated].sum()),
        bought_control=int(bought[~treated].sum()),
        conversion=uplift(bought),
        orders=uplift(people.orders),
        revenue=uplift(people.revenue) if len(people.revenue) else None,
        profit=uplift(people.profit) if len(people.profit) else None,
        plain=difference(bought, treated),
        removed=0.0 if used is None else removed(bought, treated, used),
        history_days=people.history_days if used is not None else 0,
        uneven=mismatch(int(treated.sum()), int((~treated).sum())),
        unlike=None if known is None else imbalance(known, treated),
    )


def mismatch(n_treated: int, n_control: int, share_control: float | None = None) -> float:
    """p-value of a sample-ratio mismatch: that the arms were drawn with `share_control`.

    Where that is not known, with the nearest multiple of 5 % (Fabijan et al. 2019).

    >>> mismatch(821_588, 815_482, 0.5) < 0.001
    True
    """
    total = n_treated + n_control
    if share_control is None:
        nearest = round(n_control / total / ROUND) * ROUND
        share_control = min(max(nearest, ROUND), 1 - ROUND)
    meant = (total * (1 - share_control), total * share_control)
    return float(stats.chisquare((n_treated, n_control), meant).pvalue)


def imbalance(known: Floats, treated: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float | None:
    """p-value that what was known before does not differ between the arms (Hotelling's T²)."""
    varied = known[:, known.std(axis=0) > 0]
    if not varied.shape[1]:
        return None
    gap = varied[treated].mean(axis=0) - varied[~treated].mean(axis=0)
    spread = sum(
        np.atleast_2d(np.cov(varied[arm], rowvar=False)) / arm.sum() for arm in (treated, ~treated)
    )
    distance = float(gap @ np.linalg.pinv(spread) @ gap)
    return float(stats.chi2.sf(distance, np.linalg.matrix_rank(spread)))
