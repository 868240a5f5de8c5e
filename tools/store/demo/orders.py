"""Orders and what became of them: totals, coupons, parcels, cancellations, returns."""

from dataclasses import dataclass

import numpy as np

from tools.store.demo.campaigns import Campaign
from tools.store.demo.catalogue import Catalogue
from tools.store.demo.config import DAY, DemoConfig, Flags, Floats, Ints, Rng
from tools.store.demo.customers import Customers, places
from tools.store.demo.shopping import Shopping
from tools.store.demo.visits import Visits

CANCELLED = 0.015  # share of orders cancelled
COUPON = 0.65  # share of orders out of a campaign visit that use its coupon
WELCOME = "WELCOME10"


@dataclass(frozen=True)
class Orders:
    """Orders and their lines as columns. Times are local seconds; -1 for not yet.

    Attributes:
        visit: Session of each order; orders are in the order of their time.
        placed: When ordered.
        shipped: When it left.
        delivered: When it arrived.
        status: One of the schema's order statuses.
        coupon: Code used; "" for none.
        total: Paid, CNY.
        line_order: Order (an index) of each line.
        line_item: Item of each line.
        line_quantity: Units.
        line_price: Price of one unit, CNY.
        line_discount: Taken off the whole line, CNY.
        line_returned: Units sent back, or cancelled.
        line_returned_at: When sent back; -1 where not, or cancelled.
    """

    visit: Ints
    placed: Ints
    shipped: Ints
    delivered: Ints
    status: list[str]
    coupon: list[str]
    total: Floats
    line_order: Ints
    line_item: Ints
    line_quantity: Ints
    line_price: Floats
    line_discount: Floats
    line_returned: Ints
    line_returned_at: Ints


def make_orders(
    config: DemoConfig,
    catalogue: Catalogue,
    customers: Customers,
    campaigns: list[Campaign],
    visits: Visits,
    shopping: Shopping,
) -> Orders:
    """One order for every session in which something was bought."""
    rng, end = config.rng("orders"), len(config.days) * DAY
    rows = np.flatnonzero(shopping.bought)
    visit, line_visit = np.unique(shopping.visit[rows], return_inverse=True)
    placed = np.zeros(len(visit), dtype=np.int64)
    np.maximum.at(placed, line_visit, shopping.time[rows])
    placed = np.minimum(placed + rng.integers(20, 240, len(visit)), end - 1)
    order = np.argsort(placed, kind="stable")
    rank = np.argsort(order, kind="stable")
    visit, placed, line = visit[order], placed[order], rank[line_visit]
    by_order = np.argsort(line, kind="stable")
    rows, line = rows[by_order], line[by_order]
    coupon = _coupons(rng, campaigns, visits, visit)
    price, units = shopping.price[rows], shopping.quantity[rows]
    rate = np.array([coupon_rate(code) for code in coupon])
    discount = np.round(rate[line] * price * units, 2)
    cancelled = rng.random(len(visit)) < CANCELLED
    shipped, delivered = _parcels(rng, customers, visits, visit, placed, cancelled, end)
    returned, returned_at = _returns(
        rng, catalogue, shopping.item[rows], units, delivered[line], end
    )
    whole = np.bincount(line, returned, len(visit)) == np.bincount(line, units, len(visit))
    return Orders(
        visit=visit,
        placed=placed,
        shipped=shipped,
        delivered=delivered,
        status=_statuses(placed, shipped, delivered, cancelled, whole, end),
        coupon=coupon,
        total=np.round(np.bincount(line, price * units - discount, len(visit)), 2),
        line_order=line,
        line_item=shopping.item[rows],
        line_quantity=units,
        line_price=price,
        line_discount=discount,
        line_returned=np.where(cancelled[line], units, returned),
        line_returned_at=returned_at,
    )


def coupon_rate(code: str) -> float:
    """Share of the price a coupon takes off."""
    return {
        "": 0.0,
        WELCOME: 0.1,
        "LIVE20": 0.2,
        "D11": 0.15,
        "CAMPUS": 0.15,
        "J618": 0.12,
        "QUEEN": 0.1,
        "MOON8": 0.08,
    }.get(code, 0.09)


def _coupons(rng: Rng, campaigns: list[Campaign], visits: Visits, visit: Ints) -> list[str]:
    """Coupon of each order: the campaign's, or the welcome code on a customer's first order."""
    first = np.zeros(len(visit), dtype=np.bool_)
    first[np.unique(visits.user[visit], return_index=True)[1]] = True
    chance = rng.random(len(visit))
    codes = []
    for campaign, new, u in zip(visits.campaign[visit], first, chance, strict=True):
        code = campaigns[campaign].plan.coupon if campaign >= 0 and u < COUPON else None
        codes.append(code or (WELCOME if new and u > 0.7 else ""))
    return codes


def _parcels(
    rng: Rng,
    customers: Customers,
    visits: Visits,
    visit: Ints,
    placed: Ints,
    cancelled: Flags,
    end: int,
) -> tuple[Ints, Ints]:
    """When each order left and arrived; -1 where not before the last day's end."""
    regions = places()["regions"]
    days = np.array([r["days"] for r in regions])[customers.region[visits.user[visit]]]
    shipped = placed + (DAY * (0.1 + rng.gamma(2.0, 0.35, len(visit)))).astype(np.int64)
    delivered = shipped + (DAY * (0.4 + days * rng.gamma(6, 1 / 6, len(visit)))).astype(np.int64)
    shipped = np.where(cancelled | (shipped >= end), -1, shipped)
    delivered = np.where(cancelled | (delivered >= end), -1, delivered)
    return shipped, delivered


def _returns(
    rng: Rng, catalogue: Catalogue, item: Ints, units: Ints, delivered: Ints, end: int
) -> tuple[Ints, Ints]:
    """Units of each line sent back, and when; nothing before delivery or after the last day."""
    returned = rng.binomial(units, catalogue.return_rate[item])
    at = delivered + (DAY * (0.3 + rng.gamma(2.0, 2.0, len(item)))).astype(np.int64)
    happened = (returned > 0) & (delivered >= 0) & (at < end)
    return np.where(happened, returned, 0), np.where(happened, at, -1)


def _statuses(
    placed: Ints, shipped: Ints, delivered: Ints, cancelled: Flags, whole: Flags, end: int
) -> list[str]:
    states = np.select(
        [cancelled, whole, delivered >= 0, shipped >= 0, placed < end - 1800],
        ["cancelled", "returned", "delivered", "shipped", "paid"],
        "placed",
    )
    return [str(state) for state in states]
