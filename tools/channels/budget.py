"""How to split a budget for campaigns among channels, by what one more unit of money brings.

What a campaign brought is read from its holdout alone. Response to spend is taken to diminish:
gain = a * spend ** CURVE, with one `a` a channel. A channel's `a` is drawn towards that of all
campaigns as far as chance asks (random effects, DerSimonian & Laird 1986), and spends far from any
ever tried are not looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.effects.past import CampaignEffect

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CURVE = 0.5
"""Twice the spend brings 2 ** CURVE the gain: an assumption."""
LEAST, MOST = 0.5, 1.5  # of the lowest and highest spend ever tried on a channel
DRAWS, SEED = 2000, 7


@dataclass(frozen=True)
class Response:
    """What campaigns on each channel bring; one place a channel.

    Attributes:
        channels: Names.
        n: [k] campaigns with a holdout and a cost.
        spent: [k] what they cost in all, store currency.
        gained: [k] what they brought in all (before their cost).
        gained_se: [k] its standard error.
        slope: [k] `a`, drawn together.
        own: [k] standard deviation of what is not known of each channel by itself.
        shared: [k] standard deviation of what is not known of all of them, as it bears on each.
        apart: Whether the channels differ by more than chance and what campaigns differ by.
        spread: Standard deviation of campaigns on one channel about its `a`.
        least: [k] lowest spend looked at.
        most: [k] highest.
        profit: Whether gains are profit; else revenue.
    """

    channels: tuple[str, ...]
    n: Ints
    spent: Floats
    gained: Floats
    gained_se: Floats
    slope: Floats
    own: Floats
    shared: Floats
    apart: bool
    spread: float
    least: Floats
    most: Floats
    profit: bool


@dataclass(frozen=True)
class Split:
    """A budget, split for one campaign on each channel.

    Attributes:
        spend: [k] money for each channel; 0 for none.
        low: [k] lower end of the 95 % interval of the best spend, given what is not known.
        high: [k] upper end.
        gain: Expected gain before the spend, with its 95 % interval.
        net: The same less the spend.
        budget: What was given.
    """

    spend: Floats
    low: Floats
    high: Floats
    gain: tuple[float, float, float]
    net: tuple[float, float, float]
    budget: float

    @property
    def kept(self) -> float:
        """Money that no channel is expected to bring back."""
        return self.budget - float(self.spend.sum())


def response(effects: Sequence[CampaignEffect]) -> Response | None:
    """What is known of the channels' response to spend; `None` without a campaign that tells."""
    told = [e for e in effects if e.cost and e.channel and not e.running]
    profit = bool(told) and all(e.profit is not None for e in told)
    gains = [(e, found) for e in told if (found := e.profit if profit else e.revenue) is not None]
    if not gains:
        return None
    cost = np.array([float(e.cost or 0) for e, _ in gains])
    people = np.array([e.n_treated for e, _ in gains])
    gain = np.array([found.value for _, found in gains]) * people
    se = np.array([found.se for _, found in gains]) * people
    channels, at = np.unique([e.channel for e, _ in gains], return_inverse=True)
    k = len(channels)
    slope, own, shared, spread = _pooled(gain / cost**CURVE, se / cost**CURVE, at, k)
    low, high = np.full(k, np.inf), np.zeros(k)
    np.minimum.at(low, at, cost)
    np.maximum.at(high, at, cost)
    return Response(
        channels=tuple(str(c) for c in channels),
        n=np.bincount(at, minlength=k),
        spent=_sum(at, cost, k),
        gained=_sum(at, gain, k),
        gained_se=np.sqrt(_sum(at, se**2, k)),
        slope=slope,
        own=own,
        shared=shared,
        apart=bool(own.any()),
        spread=spread,
        least=low * LEAST,
        most=high * MOST,
        profit=profit,
    )


def _pooled(value: Floats, se: Floats, at: Ints, k: int) -> tuple[Floats, Floats, Floats, float]:
    """Each channel's slope, its own and shared error, and the spread within a channel."""
    variance = np.maximum(se, 1e-9) ** 2
    within = _excess(value, variance, at, k)
    weight = 1 / (variance + within)
    known = _sum(at, weight, k)
    mean, noise = _sum(at, weight * value, k) / known, 1 / known
    between = _excess(mean, noise, np.zeros(k, dtype=np.int64), 1)
    overall_weight = 1 / (noise + between)
    overall = float((overall_weight * mean).sum() / overall_weight.sum())
    kept = between / (between + noise)
    shared = (1 - kept) / np.sqrt(overall_weight.sum())
    slope = overall + kept * (mean - overall)
    return slope, np.sqrt(kept * noise), shared, float(np.sqrt(within))


def _excess(value: Floats, variance: Floats, at: Ints, k: int) -> float:
    """Variance beyond chance about the means of `k` groups (DerSimonian & Laird 1986, moments)."""
    weight = 1 / variance
    total = _sum(at, weight, k)
    mean = _sum(at, weight * value, k) / total
    statistic = float((weight * (value - mean[at]) ** 2).sum())
    free = len(value) - k
    scale = float(total.sum() - (_sum(at, weight**2, k) / total).sum())
    return max(0.0, (statistic - free) / scale) if free > 0 and scale > 0 else 0.0


def split(known: Response, budget: float) -> Split:
    """The split that should bring most: one campaign on each channel that gets money.

    Args:
        known: The channels' response.
        budget: Money to split, store currency, above 0.
    """
    rng = np.random.default_rng(SEED)
    shape = DRAWS, len(known.channels)
    common = known.shared * rng.standard_normal((DRAWS, 1))
    slopes = known.slope + common + known.own * rng.standard_normal(shape)
    spend = _best(known, known.slope[None, :], budget)[0]
    other = _best(known, slopes, budget)
    next_time = slopes + known.spread * rng.standard_normal(shape)
    gains = (next_time * spend**CURVE).sum(axis=1)
    expected = float((known.slope * spend**CURVE).sum())
    low, high = (float(x) for x in np.quantile(gains, (0.025, 0.975)))
    cost = float(spend.sum())
    return Split(
        spend=spend,
        low=np.quantile(other, 0.025, axis=0),
        high=np.quantile(other, 0.975, axis=0),
        gain=(expected, low, high),
        net=(expected - cost, low - cost, high - cost),
        budget=budget,
    )


def _best(known: Response, slopes: Floats, budget: float) -> Floats:
    """[draws, k] best spends for each draw of slopes: marginal gains alike, within the limits.

    Profit stops where one more unit of money brings less than itself; revenue has no such stop.
    """
    least = np.minimum(known.least, budget)
    low = np.full((len(slopes), 1), 1.0 if known.profit else 1e-6)
    high = np.full((len(slopes), 1), 1e6)
    for _ in range(60):
        price = np.sqrt(low * high)
        over = _at(known, slopes, least, price).sum(axis=1, keepdims=True) > budget
        low, high = np.where(over, price, low), np.where(over, high, price)
    free = _at(known, slopes, least, np.full_like(low, 1.0 if known.profit else 1e-6))
    fits = free.sum(axis=1, keepdims=True) <= budget
    return np.where(fits, free, _at(known, slopes, least, high))


def _at(known: Response, slopes: Floats, least: Floats, price: Floats) -> Floats:
    """Spends at which one more unit of money brings `price`; 0 where the least does not pay."""
    good = np.maximum(slopes, 0)
    spend = np.clip((CURVE * good / price) ** (1 / (1 - CURVE)), least, known.most)
    return np.where(good * spend**CURVE > price * spend, spend, 0.0)


def _sum(at: Ints, values: Floats, k: int) -> Floats:
    return np.asarray(np.bincount(at, values, k), np.float64)
