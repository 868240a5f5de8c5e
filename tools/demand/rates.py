"""How many units of each item sell in the coming days: all items at once, with their spread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import product

import numpy as np
from scipy import stats
from scipy.stats.distributions import rv_frozen

from tools.demand.calendar import Flags
from tools.demand.sold import LEAST_DAYS, Ints, Sold
from tools.prediction.features import Floats

HALF_LIVES = (14.0, 28.0, 56.0, 112.0)  # days after which a sale counts half
PRIORS = (0.1, 0.5, 2.0, 8.0)  # units, sold at the category's mean pace, that an item starts with
SPREADS = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2, 2.0, 3.0)  # see Demand.spread
UNTRIED, UNTRIED_SPREAD = (28.0, 0.5), 0.3  # where the history is too short to try any
TRIALS = 3  # past moments at which the choice is tried
RATE = 0.8  # of the intervals


@dataclass(frozen=True)
class Demand:
    """What each item sells on a usual day, and how far sales stray from it.

    Attributes:
        sold: What it was learned from.
        rate: Expected units of a usual day: [n_items].
        scatter: Variance of a usual day's units over their mean: [n_items], at least 1, the more
            the more units an order takes (index of dispersion, Cox & Lewis 1966).
        spread: Variance of the item's own level, as a share of its mean squared: [n_items]; chosen
            so that ranges held as often as they say when tried on past days.
        choice: Half-life in days, and units of the prior, that did best when tried.
    """

    sold: Sold
    rate: Floats
    scatter: Floats
    spread: Floats
    choice: tuple[float, float] = UNTRIED

    def of(self, places: Ints) -> "Demand":
        """The items at `places` alone."""
        parts = self.rate[places], self.scatter[places], self.spread[places]
        return Demand(self.sold, *parts, self.choice)

    @classmethod
    def made(cls, sold: Sold, half_life: float, prior: float, spread: float) -> "Demand":
        """Rates in which a sale counts half after `half_life` days.

        They are drawn to the mean of the category, as a gamma prior on a Poisson rate worth `prior`
        units does (Gelman et al. 2013, section 2.6). To `spread`, the variance of an item's level
        over its mean squared, comes that of the rate itself, which rests on few sales.
        """
        n = sold.days
        weight = 0.5 ** ((n - 1 - np.arange(n)) / half_life)
        usual = sold.effects.factors(sold.first, n) * sold.sold
        start = sold.starts
        units = np.asarray(sold.units @ weight)
        days, squares = (_from(start, usual * weight**power) for power in (1, 2))
        n_groups = int(sold.groups.max(initial=0)) + 1
        means = np.bincount(sold.groups, units, n_groups) / np.maximum(
            np.bincount(sold.groups, days, n_groups), 1e-9
        )
        before = prior / np.maximum(means[sold.groups], 1e-9)  # days that the prior is worth
        rate = np.maximum((units + prior) / (days + before), 1e-9)
        scatter = sold.scatter
        doubt = scatter * (squares + before) / (rate * (days + before) ** 2)
        return cls(sold, rate, scatter, spread + doubt, (half_life, prior))

    def pooled(self, item: str) -> Callable[[int, int], Floats]:
        """Expected units of `item` on each day ahead, had only the first days been known."""
        (place,) = np.flatnonzero(self.sold.item_ids == item)

        def told(days: int, ahead: int) -> Floats:
            known = self.sold if days == self.sold.days else self.sold.until(days)
            rate = float(Demand.made(known, *self.choice, 0.0).rate[place])
            return np.asarray(rate * np.diff(known.exposure(ahead), prepend=0.0))

        return told

    def units(self, days: Floats | float) -> rv_frozen:
        """Distribution of the units each item sells in `days` usual days: [n_items, n].

        Negative binomial with mean m and variance scatter * m + spread * m^2.
        """
        return stats.nbinom(*self._shape(days))

    def excess(self, days: float, stock: Floats) -> Floats:
        """Units expected to be asked for beyond `stock` in `days` usual days: [n_items].

        E[D; D >= s] of a negative binomial D(r, p) is E[D] * P(D(r + 1, p) >= s - 1).
        """
        size, chance = self._shape(days)
        mean, units = size * (1 - chance) / chance, stock[:, None]
        above = mean * stats.nbinom(size + 1, chance).sf(units - 2)
        return np.asarray(above - units * stats.nbinom(size, chance).sf(units - 1))[:, 0].clip(0)

    def _shape(self, days: Floats | float) -> tuple[Floats, Floats]:
        """Size and chance of the distributions, as scipy names them: [n_items, n] each."""
        mean = np.maximum(self.rate[:, None] * np.atleast_1d(days), 1e-9)
        over = (self.scatter[:, None] - 1) * mean + self.spread[:, None] * mean**2
        size = mean**2 / np.maximum(over, 1e-6 * mean)
        return size, size / (size + mean)


def learn(sold: Sold, horizon_days: int) -> Demand:
    """Rates as they did best when tried at past moments, with the spread that held there."""
    horizon = min(horizon_days, (sold.days - LEAST_DAYS // 2) // 2)
    cuts = [sold.days - horizon * (k + 1) for k in range(TRIALS)]
    cuts = [cut for cut in cuts if cut >= LEAST_DAYS // 2]
    if not cuts or horizon < 1:
        return Demand.made(sold, *UNTRIED, UNTRIED_SPREAD)
    trials = [_Trial.at(sold, cut, horizon) for cut in cuts]
    best = min(product(HALF_LIVES, PRIORS), key=lambda c: sum(t.deviance(*c) for t in trials))
    spread = min(SPREADS, key=lambda s: abs(_held(trials, best, s) - RATE))
    return Demand.made(sold, *best, spread)


@dataclass(frozen=True)
class _Trial:
    """One past moment: what was known, and what then sold."""

    known: Sold
    days: float
    truth: Floats
    seen: Flags

    @classmethod
    def at(cls, sold: Sold, cut: int, horizon: int) -> "_Trial":
        known = sold.until(cut)
        truth = np.asarray(sold.units[:, cut : cut + horizon].sum(axis=1)).ravel()
        seen = np.asarray(known.units.sum(axis=1)).ravel() > 0
        factors = sold.effects.factors(sold.first + timedelta(cut), horizon)  # as known now
        days = float((factors * sold.sold[cut : cut + horizon]).sum())
        return cls(known, days, truth, seen)

    def demand(self, half_life: float, prior: float, spread: float) -> Demand:
        return Demand.made(self.known, half_life, prior, spread)

    def deviance(self, half_life: float, prior: float) -> float:
        """Poisson deviance a unit of what then sold (McCullagh & Nelder 1989, section 2.3)."""
        mean = self.demand(half_life, prior, 0).rate[self.seen] * self.days
        mean, y = np.maximum(mean, 1e-6), self.truth[self.seen]
        with np.errstate(divide="ignore", invalid="ignore"):
            logs = np.where(y > 0, y * np.log(y / mean), 0.0)
        return float(2 * (logs - y + mean).sum() / max(y.sum(), 1.0))


def _from(start: Ints, days: Floats) -> Floats:
    """Sum of `days` from the `start` of each item on: [n_items]."""
    return np.append(np.cumsum(days[::-1])[::-1], 0.0)[start]


def _held(trials: Sequence[_Trial], choice: tuple[float, float], spread: float) -> float:
    """Share of what then sold that lay between the 10 % and 90 % points (middle of each step)."""
    places = []
    for trial in trials:
        demand = trial.demand(*choice, spread)
        told = np.flatnonzero(trial.seen & (demand.rate * trial.days >= 1))
        chance, y = demand.of(told).units(trial.days), trial.truth[told, None]
        places.append((chance.cdf(y) + chance.cdf(y - 1)).ravel() / 2)
    inside = np.concatenate(places)
    tail = (1 - RATE) / 2
    return float(((inside > tail) & (inside < 1 - tail)).mean()) if inside.size else RATE
