"""The demo store's campaigns and who got them: random holdouts, true effects."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from pydantic import BaseModel

from tools.store.demo.config import DemoConfig, Flags, Floats, load_yaml
from tools.store.demo.customers import Customers


class CampaignPlan(BaseModel, frozen=True, extra="forbid"):
    """One entry of `campaigns.yaml`; the file's head says what each field means."""

    name: str
    zh: str
    channel: str
    first: str
    last: str
    offer: str
    offer_zh: str
    coupon: str | None
    reach: float
    holdout: float
    visits: float
    conversion: float
    keen: str | None
    keen_conversion: float
    cost: float


@dataclass(frozen=True)
class Campaign:
    """One campaign that ran, and its customers.

    Attributes:
        first: Index of its first simulated day.
        last: Index of its last simulated day.
        treated: [n_users] whether the customer got it.
        control: [n_users] whether the customer was held out at random.
        conversion: [n_users] true factor on buying, were the customer to get it.
    """

    id: str
    plan: CampaignPlan
    first: int
    last: int
    treated: Flags
    control: Flags
    conversion: Floats


def make_campaigns(config: DemoConfig, customers: Customers) -> list[Campaign]:
    """The planned campaigns that lie wholly inside the simulated days, in order of time."""
    found = []
    for plan in (CampaignPlan(**entry) for entry in load_yaml("campaigns.yaml")):
        for year in range(config.start.year, config.end.year + 1):
            first = _day(year, plan.first)
            last = _day(year + (plan.last < plan.first), plan.last)
            if first >= config.start and last <= config.end:
                found.append((first, last, plan))
    found.sort(key=lambda run: run[0])
    return [
        _run(config, customers, f"c{i + 1:02d}", plan, (first - config.start).days, last)
        for i, (first, last, plan) in enumerate(found)
    ]


def _day(year: int, month_day: str) -> date:
    return date.fromisoformat(f"{year}-{month_day}")


def _run(
    config: DemoConfig, customers: Customers, name: str, plan: CampaignPlan, first: int, last: date
) -> Campaign:
    rng, n = config.rng(f"campaign {name}"), config.n_users
    known = customers.registered < first * 86_400
    chosen = known & customers.consent & (rng.random(n) < plan.reach)
    held_out = rng.random(n) < plan.holdout
    keen = customers.has(plan.keen)
    return Campaign(
        id=name,
        plan=plan,
        first=first,
        last=(last - config.start).days,
        treated=chosen & ~held_out,
        control=chosen & held_out,
        conversion=np.where(keen, plan.keen_conversion, plan.conversion),
    )
