"""The segments every store has, as far as its data tell them: RFM and behaviour."""

from collections.abc import Iterator

from tools.metrics.semantics import Semantics
from tools.segments.people import People
from tools.segments.rfm import GRID, grid_of
from tools.segments.rules import All, Coupons, Did, Recency, Registered, Rule, Spend
from tools.segments.segment import Family, Segment
from tools.segments.wording import name_of

RECENT = "last_30_days"
"""Days that count as now for segments of behaviour."""
LAPSED_DAYS = 180
LOOKED = 5  # views that make a window shopper
MOSTLY = 0.5  # share of orders with a coupon that makes a discount lover


def standard(people: People) -> tuple[Segment, ...]:
    """RFM segments, then those of behaviour that the store's data can tell."""
    rfm = [_segment(name, rule, "rfm") for name, rule in _rfm(people)]
    return (*rfm, *(_segment(name, rule, "behaviour") for name, rule in _behaviour(people)))


def _segment(name: str, rule: Rule, family: Family) -> Segment:
    return Segment(id=name, label=name_of(name), rules=rule, family=family)


def _rfm(people: People) -> Iterator[tuple[str, Rule]]:
    grid = grid_of(people) if people.sales is not None else None
    if grid is not None:
        for name in GRID:
            yield name, grid.rule(name)


def _behaviour(people: People) -> Iterator[tuple[str, Rule]]:
    none_now = Did(event="order", at_least=0, at_most=0, period=RECENT)
    seen = Semantics(people.store).event_types if people.events is not None else frozenset()
    if people.sales is not None:
        yield "never_bought", Did(event="order", at_least=0, at_most=0)
        yield "one_time", Did(event="order", at_least=1, at_most=1)
        yield "repeat", Did(event="order", at_least=2)
        yield "lapsed", Recency(at_least=LAPSED_DAYS)
        yield from _priced(people)
        if "cart" in seen:
            yield "cart_abandoners", All(rules=(Did(event="cart", period=RECENT), none_now))
        if {"view", "cart"} <= seen:
            never_in = Did(event="cart", at_least=0, at_most=0, period=RECENT)
            looked = Did(event="view", at_least=LOOKED, period=RECENT)
            yield "window_shoppers", All(rules=(looked, never_in, none_now))
        if "wishlist" in seen:
            yield "wishlisters", All(rules=(Did(event="wishlist", period=RECENT), none_now))
    if "orders.coupon" in people.store.columns and people.sales is not None:
        often = Did(event="order", at_least=2)
        yield "discount_lovers", All(rules=(often, Coupons(share=MOSTLY)))
    if "users.registered_at" in people.store.columns:
        never = Did(event="order", at_least=0, at_most=0)
        new = Registered(period=RECENT)
        yield "newly_registered", All(rules=(new, never)) if people.sales is not None else new


def _priced(people: People) -> Iterator[tuple[str, Rule]]:
    """The fifth of buyers who spent the most."""
    grid = grid_of(people)
    if grid is not None and grid.spend:
        currency = people.store.profile.currency
        yield "big_spenders", Spend(above=round(grid.spend[-1], 2), currency=currency)
