"""Which price of an item earns most, within what was ever tried, and how sure that is."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tools.prices.shrinkage import GRID, Belief

Floats = NDArray[np.float64]
Verdict = Literal["raise", "lower", "keep", "test", "unmoved", "below_cost", "few"]

Bound = Literal["", "lowest", "highest", "cost", "step"]

BEYOND = 0.1  # how far outside the prices ever charged a price may lie
ONE_MOVE = 0.2  # how far from today's price one move may go
LEAST_MARGIN = 0.05  # of the cost, below which no price is advised
STEPS = 60
WORTH = 0.01  # gains smaller than this share of what the item earns are not worth a change
FEWEST = 10  # units in the last 90 days, below which nothing is advised


@dataclass(frozen=True)
class Gain:
    """What another price would bring in 30 days over keeping the present one, store currency."""

    price: float
    mean: float
    low: float
    high: float
    sold: float
    """Expected units at that price as a share of those at the present one."""


@dataclass(frozen=True)
class Situation:
    """One item as it stands.

    Attributes:
        price: Price now.
        cost: Cost of a unit; 0 where revenue is aimed at.
        units: Units sold in 30 days at the present price.
        lowest: Lowest price ever charged.
        highest: Highest.
        belief: [len(GRID)] probabilities of the slope.
        recent: Units sold in the last 90 days.
        moved: Whether its price ever changed.
    """

    price: float
    cost: float
    units: float
    lowest: float
    highest: float
    belief: Floats
    recent: float
    moved: bool


@dataclass(frozen=True)
class Advice:
    """What to do about an item's price; `gain` is of the price advised (or, if unsure, to test)."""

    verdict: Verdict
    gain: Gain | None
    bounded: Bound = ""


def advise(item: Situation) -> Advice:
    """The price that earns most, if the data can tell."""
    if not item.moved:
        return Advice("unmoved", None)
    if item.recent < FEWEST:
        return Advice("few", None)
    if item.price <= item.cost:
        return Advice("below_cost", None)
    low, high = reach(item)
    tried = gains(item, np.linspace(low, high, STEPS))
    least = WORTH * item.units * (item.price - item.cost)
    best = max(tried, key=lambda gain: gain.mean)
    if best.mean < least:
        return Advice("keep", None)
    if best.low <= 0:  # a smaller step may be sure where the best one is not
        sure = max(tried, key=lambda gain: gain.low)
        if sure.low <= least:
            return Advice("test", _rounded(item, best, low, high))
        best = sure
    advised = _rounded(item, best, low, high)
    if advised.low <= 0:
        return Advice("test", advised)
    verdict: Verdict = "raise" if advised.price > item.price else "lower"
    return Advice(verdict, advised, _bound(item, best.price, low, high))


def reach(item: Situation) -> tuple[float, float]:
    """Lowest and highest price that may be advised."""
    low = max(item.lowest * (1 - BEYOND), item.cost * (1 + LEAST_MARGIN))
    low = max(low, item.price * (1 - ONE_MOVE))
    high = min(item.highest * (1 + BEYOND), item.price * (1 + ONE_MOVE))
    return min(low, item.price), max(high, item.price)


def gains(item: Situation, prices: Floats) -> list[Gain]:
    """What each of `prices` would bring; units go with price ** slope (constant elasticity).

    The gain at one price only rises, or only falls, with the slope: so its interval is that of the
    slope.
    """
    ends = Belief(item.belief[None, :])
    slopes = np.append(GRID, [ends.quantile(0.025)[0], ends.quantile(0.975)[0]])
    factor = (prices[:, None] / item.price) ** slopes
    now = item.units * (item.price - item.cost)
    gained = item.units * factor * (prices[:, None] - item.cost) - now
    means = gained[:, :-2] @ item.belief
    sold = factor[:, :-2] @ item.belief
    return [
        Gain(float(price), float(mean), float(min(pair)), float(max(pair)), float(share))
        for price, mean, pair, share in zip(prices, means, gained[:, -2:], sold, strict=True)
    ]


def _rounded(item: Situation, gain: Gain, low: float, high: float) -> Gain:
    """The gain of a price people write: whole from 100, in tenths from 10, else in hundredths."""
    unit = 1.0 if gain.price >= 100 else 0.1 if gain.price >= 10 else 0.01
    price = round(gain.price / unit) * unit
    price += unit * ((price < low) - (price > high))
    return gains(item, np.array([round(price, 2)]))[0]


def _bound(item: Situation, price: float, low: float, high: float) -> Bound:
    """What keeps the price from going further, if anything does."""
    if low * 1.001 < price < high * 0.999:
        return ""
    if abs(price / item.price - 1) > ONE_MOVE * 0.999:
        return "step"
    if price > item.price:
        return "highest"
    return "cost" if item.cost * (1 + LEAST_MARGIN) >= item.lowest * (1 - BEYOND) else "lowest"
