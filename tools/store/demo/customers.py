"""The demo store's customers: who they are, what they like, how long they stay."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from tools.store.demo.catalogue import N_TASTES, categories
from tools.store.demo.config import DAY, DemoConfig, Flags, Floats, Ints, Rng, draw, load_yaml

CHURN_DAYS = 420.0  # mean days a customer stays after the first simulated day


@cache
def places() -> dict[str, Any]:
    """The content of `places.yaml`."""
    content: dict[str, Any] = load_yaml("places.yaml")
    return content


@dataclass(frozen=True)
class Customers:
    """The customers as columns, all of length `n_users`.

    Attributes:
        registered: Local seconds since the first simulated midnight; negative means before.
        left: Simulated day (a fraction) on which the customer stops coming.
        activity: Relative number of visits.
        loyalty: Standard normal; a driver of buying.
        tastes: [n_users, N_TASTES], what kind of items they like.
        affinity: [n_users, n_categories], interest in each category; rows add up to 1.
        chinese: Whether the customer writes Chinese (else English).
    """

    ids: list[str]
    registered: Ints
    left: Floats
    region: Ints
    age_band: list[str]
    gender: list[str]
    consent: Flags
    activity: Floats
    loyalty: Floats
    tastes: Floats
    affinity: Floats
    chinese: Flags

    def has(self, trait: str | None) -> Flags:
        """Which customers have an age band or gender called `trait`."""
        return np.array([trait in pair for pair in zip(self.age_band, self.gender, strict=True)])


def make_customers(config: DemoConfig) -> Customers:
    """Draw the customers of the store."""
    rng, n = config.rng("customers"), config.n_users
    regions = places()["regions"]
    region = draw(rng, np.array([r["share"] for r in regions], dtype=float), n)
    ages = places()["age_bands"]
    shares = np.array([age["share"] for age in ages.values()], dtype=float)
    age_band = [list(ages)[i] for i in draw(rng, shares, n)]
    gender = [("female", "male", "other")[i] for i in draw(rng, np.array([57.0, 41, 2]), n)]
    registered = _registered(rng, config)
    abroad = np.array([regions[r]["country"] not in ("CN", "HK") for r in region])
    return Customers(
        ids=[f"u{i + 1:05d}" for i in range(n)],
        registered=registered,
        left=np.maximum(registered / DAY, 0) + rng.exponential(CHURN_DAYS, n) + 1,
        region=region,
        age_band=age_band,
        gender=gender,
        consent=rng.random(n) < 0.72,
        activity=rng.gamma(0.9, 1 / 0.9, n) + 0.05,
        loyalty=rng.normal(0, 1, n),
        tastes=rng.normal(0, 1, (n, N_TASTES)),
        affinity=_affinity(rng, age_band, gender),
        chinese=rng.random(n) < np.where(abroad, 0.2, 0.5),
    )


def _registered(rng: Rng, config: DemoConfig) -> Ints:
    """Local seconds of registration: six in ten before the first day, the rest spread over it."""
    n, length = config.n_users, len(config.days) * DAY
    before = -rng.exponential(300 * DAY, n) - 60
    during = rng.random(n) ** 1.1 * length * 0.98
    moment = np.where(rng.random(n) < 0.6, before, during)
    hour = 8 * 3600 + rng.beta(2.2, 1.6, n) * 15 * 3600
    moment = moment // DAY * DAY + hour
    return np.minimum(moment, length - 3600).astype(np.int64)


def _affinity(rng: Rng, age_band: list[str], gender: list[str]) -> Floats:
    """Interest by category: demand, age, gender and the customer's own liking."""
    n = len(age_band)
    columns = []
    for category in categories():
        who = category.who
        log = np.log(category.demand) + rng.normal(0, 0.9, n)
        log += np.array([who.get(age, 0.0) for age in age_band])
        log += np.array([who.get(g, 0.0) for g in gender])
        columns.append(np.exp(log))
    affinity = np.stack(columns, axis=1)
    return np.asarray(affinity / affinity.sum(axis=1, keepdims=True))
