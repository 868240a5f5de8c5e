"""Who visits when: the sessions of the demo store."""

from dataclasses import dataclass

import numpy as np

from tools.store.demo.campaigns import Campaign
from tools.store.demo.catalogue import categories
from tools.store.demo.config import DAY, DemoConfig, Floats, Ints, Rng, draw
from tools.store.demo.customers import Customers, places
from tools.store.demo.seasons import (
    HOUR_VISITS,
    WEEKEND_HOUR_VISITS,
    category_season,
    day_factors,
    month_of,
)

VISITS_A_MONTH = 1.86  # mean sessions a customer and month
NOTHING = 0.05  # share of sessions that search for what the store does not have, and leave
SEARCHES = 0.3  # share of the other sessions that begin with a search


@dataclass(frozen=True)
class Visits:
    """The sessions as columns, in order of customer and time.

    Attributes:
        user: Index of the customer.
        day: Simulated day, an index.
        start: Local seconds since the first simulated midnight.
        category: What the visit is about, an index into `categories()`.
        channel: Index into the channels of `places.yaml`.
        device: Index into the devices of `places.yaml`.
        campaign: Index of the campaign the visit came from; -1 for none.
        query: Phrase searched for; "" for none.
        finds: False where the search found nothing and the visit ended.
    """

    user: Ints
    day: Ints
    start: Ints
    category: Ints
    channel: Ints
    device: Ints
    campaign: Ints
    query: list[str]
    finds: np.ndarray[tuple[int], np.dtype[np.bool_]]

    def __len__(self) -> int:
        return len(self.user)


def make_visits(config: DemoConfig, customers: Customers, campaigns: list[Campaign]) -> Visits:
    """Draw every session of the simulated months."""
    rng = config.rng("visits")
    counts = rng.poisson(_rates(config, customers, campaigns))
    user, day = np.nonzero(counts)
    times = counts[user, day]
    user, day = np.repeat(user, times), np.repeat(day, times)
    start = day * DAY + _seconds(config, rng, day)
    order = np.lexsort((start, user))
    user, day, start = user[order], day[order], start[order]
    late = start > customers.registered[user]
    user, day, start = user[late], day[late], start[late]
    category = _categories(config, rng, customers, user, day)
    finds = rng.random(len(user)) >= NOTHING
    campaign = _origins(rng, campaigns, user, day)
    return Visits(
        user=user,
        day=day,
        start=start,
        category=category,
        channel=_channels(rng, campaigns, campaign),
        device=_devices(rng, customers, user),
        campaign=campaign,
        query=_queries(rng, category, customers.chinese[user], finds),
        finds=finds,
    )


def _rates(config: DemoConfig, customers: Customers, campaigns: list[Campaign]) -> Floats:
    """[n_users, n_days]: expected sessions, campaigns included."""
    day = np.arange(len(config.days))
    registered = customers.registered // DAY
    here = (day >= registered[:, None]) & (day < customers.left[:, None])
    rates = np.asarray(here * day_factors(config)[0] * customers.activity[:, None])
    rates *= VISITS_A_MONTH * config.n_users * len(day) / 30.4 / rates.sum()
    for campaign in campaigns:
        rates[campaign.treated, campaign.first : campaign.last + 1] *= campaign.plan.visits
    return rates


def _seconds(config: DemoConfig, rng: Rng, day: Ints) -> Ints:
    """Second of the local day at which each session starts."""
    weekend = np.array([d.weekday() >= 5 for d in config.days])[day]
    work = draw(rng, np.array(HOUR_VISITS, dtype=float), len(day))
    free = draw(rng, np.array(WEEKEND_HOUR_VISITS, dtype=float), len(day))
    return np.asarray(np.where(weekend, free, work) * 3600 + rng.integers(0, 3600, len(day)))


def _categories(config: DemoConfig, rng: Rng, customers: Customers, user: Ints, day: Ints) -> Ints:
    """What each session is about: the customer's interest times the season."""
    month, season = month_of(config)[day], category_season(config)
    chosen = np.zeros(len(user), dtype=np.int64)
    for m in range(config.months):
        at = month == m
        total = np.cumsum(customers.affinity * season[m], axis=1)
        point = rng.random(int(at.sum())) * total[user[at], -1]
        chosen[at] = (total[user[at]] < point[:, None]).sum(axis=1)
    return np.minimum(chosen, len(categories()) - 1)


def _origins(rng: Rng, campaigns: list[Campaign], user: Ints, day: Ints) -> Ints:
    """The campaign each session came from: the added visits and a few of the others."""
    origin = np.full(len(user), -1, dtype=np.int64)
    for i, campaign in enumerate(campaigns):
        inside = (day >= campaign.first) & (day <= campaign.last) & campaign.treated[user]
        share = max(0.0, 1 - 1 / campaign.plan.visits) + 0.06
        origin[inside & (rng.random(len(user)) < share)] = i
    return origin


def _channels(rng: Rng, campaigns: list[Campaign], origin: Ints) -> Ints:
    names = list(places()["channels"])
    shares = np.array([c["share"] for c in places()["channels"].values()], dtype=float)
    channel = draw(rng, shares, len(origin))
    for i, campaign in enumerate(campaigns):
        channel[origin == i] = names.index(campaign.plan.channel)
    return channel


def _devices(rng: Rng, customers: Customers, user: Ints) -> Ints:
    """Most customers keep to one device; a quarter of the visits are on another."""
    shares = np.array([d["share"] for d in places()["devices"].values()], dtype=float)
    own = draw(rng, shares, len(customers.ids))
    other = draw(rng, shares, len(user))
    return np.asarray(np.where(rng.random(len(user)) < 0.75, own[user], other))


def _queries(
    rng: Rng,
    category: Ints,
    chinese: np.ndarray[tuple[int], np.dtype[np.bool_]],
    finds: np.ndarray[tuple[int], np.dtype[np.bool_]],
) -> list[str]:
    """The phrase each session searches for, in the customer's language; "" where it does not."""
    phrases = [[c.queries["en"], c.queries["zh"]] for c in categories()]
    nothing = [places()["nothing"]["en"], places()["nothing"]["zh"]]
    searches = rng.random(len(category)) < SEARCHES
    luck = rng.random(len(category)) ** 1.5
    queries = []
    for c, zh, found, typed, u in zip(category, chinese, finds, searches, luck, strict=True):
        bank = phrases[c][int(zh)] if found else nothing[int(zh)]
        queries.append(bank[int(u * len(bank))] if typed or not found else "")
    return queries
