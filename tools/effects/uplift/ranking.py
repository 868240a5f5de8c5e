"""How well a ranking of people finds those on whom a campaign works, with intervals."""

import math
from dataclasses import dataclass

import numpy as np

from tools.effects.difference import Estimate, Floats, Ints, around
from tools.effects.uplift.learners import Scores

SHARES = tuple(k / 10 for k in range(1, 10))
DRAWS = 300
TWICE = math.sqrt(2)
"""How much wider the errors of a ranking's gain are than they look. Models of different folds learn
from each other's people, so where nobody differs each pair of people is counted twice, which
doubles the variance (Wager 2024, "Sequential validation of treatment heterogeneity")."""
SEED = 7


@dataclass(frozen=True)
class Ranking:
    """What a ranking is worth.

    Attributes:
        shares: Shares of people ranked first, 0.1 to 0.9.
        uplift: Mean effect on that share of people, for each of `shares`.
        gain: How far that lies above the effect on everyone.
        rest: Mean effect on those ranked after them.
        everyone: Mean effect on everyone, freed of what the models foresee of the outcome.
        qini: Area between the ranking's gain curve and that of a ranking at random: the mean over
            all shares k of k (uplift@k - uplift of everyone), for each person (Radcliffe 2007); the
            rank-weighted average effect with Qini weights of Yadlowsky et al. (2021).
    """

    shares: tuple[float, ...]
    uplift: tuple[Estimate, ...]
    gain: tuple[Estimate, ...]
    rest: tuple[Estimate, ...]
    everyone: Estimate
    qini: Estimate

    def at(self, share: float) -> int:
        """Place of `share` in `shares`."""
        return self.shares.index(share)


def ranking_of(scores: Scores, clusters: Ints | None = None, draws: int = DRAWS) -> Ranking:
    """What the ranking by `scores` is worth, with bootstrap standard errors (Efron 1979).

    People (or `clusters`) are drawn anew, models and ranks as learned; every figure is the mean
    over the repeated cross-fits, so that chance in the folds counts little. The errors of `gain`
    and `qini` are then widened by `TWICE`.
    """
    orders = [np.argsort(-rank) for rank in scores.rank]
    gains = [gain[order] for gain, order in zip(scores.gain, orders, strict=True)]
    unit = None if clusters is None else np.unique(clusters, return_inverse=True)[1]
    n = scores.rank.shape[1]
    point = _figures(np.ones(n), orders, gains)
    rng = np.random.default_rng(SEED)
    drawn = np.stack([_figures(_weights(rng, n, unit), orders, gains) for _ in range(draws)])
    k = len(SHARES)
    spread = drawn.std(axis=0, ddof=1)
    spread[k : 2 * k] *= TWICE
    spread[-1] *= TWICE
    told = [around(float(v), float(s)) for v, s in zip(point, spread, strict=True)]
    return Ranking(
        shares=SHARES,
        uplift=tuple(told[:k]),
        gain=tuple(told[k : 2 * k]),
        rest=tuple(told[2 * k : 3 * k]),
        everyone=told[-2],
        qini=told[-1],
    )


def _weights(rng: np.random.Generator, n: int, unit: Ints | None) -> Floats:
    """[n] how often each row is drawn (Poisson bootstrap)."""
    drawn = rng.poisson(1.0, n if unit is None else int(unit.max()) + 1).astype(np.float64)
    return drawn if unit is None else drawn[unit]


def _figures(weights: Floats, orders: list[Ints], gains: list[Floats]) -> Floats:
    """uplift, gain and rest at each share, everyone, qini: [3 * n_shares + 2]."""
    each = [_one(weights[o], g) for o, g in zip(orders, gains, strict=True)]
    return np.asarray(np.mean(each, axis=0))


def _one(weights: Floats, gains: Floats) -> Floats:
    reached, made = np.cumsum(weights), np.cumsum(weights * gains)
    total = reached[-1]
    everyone = made[-1] / total
    ends = np.minimum(np.searchsorted(reached, np.array(SHARES) * total), len(gains) - 1)
    uplift = made[ends] / reached[ends]
    rest = (made[-1] - made[ends]) / np.maximum(total - reached[ends], 1e-9)
    qini = float((weights * (made - everyone * reached)).sum()) / total**2
    return np.concatenate([uplift, uplift - everyone, rest, [everyone, qini]])
