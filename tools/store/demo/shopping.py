"""What visitors look at, put in the basket and buy: views, carts and purchases.

A view becomes a basket line with probability exp(CART driver coefficients), a basket line is bought
with probability exp(BUY driver coefficients); both also go with price ** -elasticity. The
intercepts are set so that the mean chances are `CART_SHARE` and `BUY_SHARE`.
"""

from dataclasses import dataclass

import numpy as np

from tools.store.demo.campaigns import Campaign
from tools.store.demo.catalogue import Catalogue, categories, pick_items
from tools.store.demo.config import DAY, DemoConfig, Flags, Floats, Ints, Rng
from tools.store.demo.customers import Customers, places
from tools.store.demo.seasons import day_factors, month_of
from tools.store.demo.visits import Visits

CART_SHARE = 0.033  # mean chance that a view ends in the basket
BUY_SHARE = 0.27  # mean chance that a basket line is bought
CART = {
    "taste_fit": 0.35,  # product of the customer's and the item's tastes, per sqrt(N_TASTES)
    "interest": 0.3,  # log of interest in the item's category against the mean
    "item_appeal": 1.0,  # the item's appeal
    "searched": 0.4,  # the visit began with a search
    "visit_intent": 0.7,  # standard normal mood of the visit
    "price": -0.6,  # times elasticity times log(price / reference price)
}
BUY = {
    "loyalty": 0.45,  # the customer's loyalty, standard normal
    "recent_interest": 0.5,  # visited the same category within 7 days before
    "recent_cart": 0.6,  # put something in the basket in the visit before, within 7 days
    "desktop": 0.15,
    "phone_web": -0.25,
    "ads": -0.3,
    "social": -0.2,
    "live_stream": 0.15,
    "email": 0.25,
    "search": 0.1,
    "price": -0.4,  # times elasticity times log(price / reference price)
}
MOST = 0.95  # no chance is higher
ALONG = 0.3  # share of orders to which something more is added
SAME_CATEGORY = 0.75  # share of views in the category the visit is about


@dataclass(frozen=True)
class Shopping:
    """Views and what became of them, in order of session.

    Attributes:
        visit: Index of the session.
        item: Index of the item.
        time: Local seconds since the first simulated midnight.
        price: Price shown, CNY.
        carted: Put in the basket.
        bought: Bought in that session.
        quantity: Units put in the basket.
        chance: True chance of buying once in the basket, 0 where nothing was put there.
        intercepts: Log intercepts of the two steps.
    """

    visit: Ints
    item: Ints
    time: Ints
    price: Floats
    carted: Flags
    bought: Flags
    quantity: Ints
    chance: Floats
    intercepts: tuple[float, float]


def shop(
    config: DemoConfig,
    catalogue: Catalogue,
    customers: Customers,
    campaigns: list[Campaign],
    visits: Visits,
    prices: Floats,
) -> Shopping:
    """Draw what happens in every session."""
    rng = config.rng("shopping")
    visit, item, time = _views(config, rng, catalogue, customers, visits)
    price = prices[item, visits.day[visit]]
    discount = catalogue.elasticity[item] * np.log(price / catalogue.price[item])
    log_cart = _cart_drivers(rng, catalogue, customers, visits, visit, item, discount)
    first = float(np.log(CART_SHARE / np.exp(log_cart).mean()))
    carted = rng.random(len(visit)) < np.minimum(np.exp(first + log_cart), MOST)
    carted &= ~_seen_before(visit, item, carted)
    log_buy = _buy_drivers(config, customers, campaigns, visits, visit, carted)
    log_buy += BUY["price"] * discount
    second = float(np.log(BUY_SHARE / np.exp(log_buy[carted]).mean()))
    chance = np.where(carted, np.minimum(np.exp(second + log_buy), MOST), 0.0)
    bought = rng.random(len(visit)) < chance
    views = Shopping(
        visit, item, time, price, carted, bought, np.ones_like(item), chance, (first, second)
    )
    views = _add_along(config, rng, catalogue, visits, prices, views)
    bulk = np.array([c.bulk for c in categories()])[catalogue.category[views.item]]
    more = (rng.random(len(bulk)) < bulk) * rng.geometric(0.65, len(bulk))
    views.quantity[:] = 1 + np.minimum(more, 5)
    return views


def _views(
    config: DemoConfig, rng: Rng, catalogue: Catalogue, customers: Customers, visits: Visits
) -> tuple[Ints, Ints, Ints]:
    """Session, item and local time of each view; of two items the better liked is looked at."""
    n = np.where(visits.finds, np.minimum(rng.geometric(0.255, len(visits)), 25), 0)
    visit = np.repeat(np.arange(len(visits)), n)
    stays = rng.random(len(visit)) < SAME_CATEGORY
    other = rng.integers(0, len(categories()), len(visit))
    category = np.where(stays, visits.category[visit], other)
    month = month_of(config)[visits.day[visit]]
    pair = [pick_items(catalogue, rng, category, month) for _ in range(2)]
    likes = customers.tastes[visits.user[visit]]
    fit = [(likes * catalogue.tastes[item]).sum(axis=1) for item in pair]
    better = rng.random(len(visit)) < 1 / (1 + np.exp(fit[1] - fit[0]))
    item = np.where(better, pair[0], pair[1])
    step = 6 + rng.exponential(48, len(visit)).astype(np.int64)
    passed = np.cumsum(step)
    before = np.concatenate([[0], passed])[np.concatenate([[0], np.cumsum(n)[:-1]])]
    time = visits.start[visit] + passed - before[visit]
    return visit, item, np.minimum(time, len(config.days) * DAY - 120)


def _seen_before(visit: Ints, item: Ints, carted: Flags) -> Flags:
    """Which basket lines repeat an item already in that session's basket."""
    repeat = np.zeros(len(visit), dtype=np.bool_)
    rows = np.flatnonzero(carted)
    _, first = np.unique(visit[rows] * 1_000_000 + item[rows], return_index=True)
    repeat[np.delete(rows, first)] = True
    return repeat


def _cart_drivers(
    rng: Rng,
    catalogue: Catalogue,
    customers: Customers,
    visits: Visits,
    visit: Ints,
    item: Ints,
    discount: Floats,
) -> Floats:
    user = visits.user[visit]
    fit = (customers.tastes[user] * catalogue.tastes[item]).sum(axis=1) / np.sqrt(3)
    interest = np.log(customers.affinity * customers.affinity.shape[1])
    searched = np.array([query != "" for query in visits.query])
    mood = rng.normal(0, 1, len(visits))
    return np.asarray(
        CART["taste_fit"] * fit
        + CART["interest"] * interest[user, catalogue.category[item]]
        + CART["item_appeal"] * catalogue.appeal[item]
        + CART["searched"] * searched[visit]
        + CART["visit_intent"] * mood[visit]
        + CART["price"] * discount
    )


def _buy_drivers(
    config: DemoConfig,
    customers: Customers,
    campaigns: list[Campaign],
    visits: Visits,
    visit: Ints,
    carted: Flags,
) -> Floats:
    """Drivers of buying that belong to the visit; campaigns and days among them."""
    baskets = np.bincount(visit[carted], minlength=len(visits)) > 0
    devices, channels = list(places()["devices"]), list(places()["channels"])
    drivers = (
        BUY["loyalty"] * customers.loyalty[visits.user]
        + BUY["recent_interest"] * _recent_interest(visits)
        + BUY["recent_cart"] * _recent_cart(visits, baskets)
        + np.array([BUY.get(name, 0.0) for name in devices])[visits.device]
        + np.array([BUY.get(name, 0.0) for name in channels])[visits.channel]
        + np.log(day_factors(config)[1])[visits.day]
    )
    for campaign in campaigns:
        at = (visits.day >= campaign.first) & (visits.day <= campaign.last)
        at &= campaign.treated[visits.user]
        drivers[at] += np.log(campaign.conversion[visits.user[at]])
    return np.asarray(drivers[visit])


def _recent_interest(visits: Visits) -> Flags:
    """Whether the customer visited the same category within 7 days before."""
    order = np.lexsort((visits.start, visits.category, visits.user))
    user, category, start = (c[order] for c in (visits.user, visits.category, visits.start))
    near = (np.diff(user) == 0) & (np.diff(category) == 0) & (np.diff(start) < 7 * DAY)
    recent = np.zeros(len(visits), dtype=np.bool_)
    recent[order[1:]] = near
    return recent


def _recent_cart(visits: Visits, baskets: Flags) -> Flags:
    """Whether the customer's visit before, within 7 days, filled a basket."""
    near = (np.diff(visits.user) == 0) & (np.diff(visits.start) < 7 * DAY)
    recent = np.zeros(len(visits), dtype=np.bool_)
    recent[1:] = near & baskets[:-1]
    return recent


def _add_along(
    config: DemoConfig,
    rng: Rng,
    catalogue: Catalogue,
    visits: Visits,
    prices: Floats,
    views: Shopping,
) -> Shopping:
    """Add something that goes with it to a share of the orders; accepted as its price allows."""
    known = categories()
    index = {category.name: i for i, category in enumerate(known)}
    rows = np.flatnonzero(views.bought)
    rows = rows[np.unique(views.visit[rows], return_index=True)[1]]
    rows = rows[rng.random(len(rows)) < 2 * ALONG]
    near = np.array([[index[c.along[0]], index[c.along[-1]], i] for i, c in enumerate(known)])
    base = catalogue.category[views.item[rows]]
    category = near[base, rng.choice(3, len(rows), p=[0.4, 0.3, 0.3])]
    day = visits.day[views.visit[rows]]
    item = pick_items(catalogue, rng, category, month_of(config)[day])
    price = prices[item, day]
    relative = (price / catalogue.price[item]) ** -catalogue.elasticity[item]
    accepted = (rng.random(len(rows)) < np.minimum(0.5 * relative, MOST)) & ~np.isin(
        views.visit[rows] * 1_000_000 + item, views.visit * 1_000_000 + views.item
    )
    visit, item, price = views.visit[rows][accepted], item[accepted], price[accepted]
    last = np.maximum.reduceat(views.time, np.unique(views.visit, return_index=True)[1])
    time = last[np.searchsorted(np.unique(views.visit), visit)] + rng.integers(5, 60, len(visit))
    order = np.argsort(np.concatenate([views.visit, visit]), kind="stable")
    yes = np.ones(len(visit), dtype=np.bool_)
    return Shopping(
        visit=np.concatenate([views.visit, visit])[order],
        item=np.concatenate([views.item, item])[order],
        time=np.concatenate([views.time, time])[order],
        price=np.concatenate([views.price, price])[order],
        carted=np.concatenate([views.carted, yes])[order],
        bought=np.concatenate([views.bought, yes])[order],
        quantity=np.ones(len(order), dtype=np.int64),
        chance=np.concatenate([views.chance, np.zeros(len(item))])[order],
        intercepts=views.intercepts,
    )
