"""Elasticities of single items, each borrowing strength from its category and that from the store.

Partial pooling (Gelman & Hill 2007, chapter 12): an item's slope is drawn around its category's, a
category's around the store's. Everything is summed on grids, so no approximation of the likelihood
of an item with a dozen sales is needed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

GRID: Floats = np.round(np.arange(-10.0, 4.01, 0.1), 1)
"""Slopes looked at."""
WITHIN: Floats = np.array([0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1.0, 1.3, 1.7, 2.2])
"""Standard deviations of items about their category."""
BETWEEN: Floats = np.array([0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1.2])
"""Standard deviations of categories about the store."""
SHAPE, TYPICAL = 6.0, 0.5
"""Gamma prior of both: half a point give or take, never 0 (Chung et al. 2013 on why not 0)."""
USUAL, USUAL_SPREAD = -2.6, 2.2
"""Prior of the store's mean: 1,851 published ones (Bijmolt, van Heerde & Pieters 2005)."""


@dataclass(frozen=True)
class Belief:
    """Probabilities of slopes, one row each thing: [n, len(GRID)], rows sum to 1."""

    probability: Floats

    @property
    def mean(self) -> Floats:
        """[n] expected slope."""
        return np.asarray(self.probability @ GRID)

    @property
    def spread(self) -> Floats:
        """[n] standard deviation."""
        return np.sqrt(np.maximum(self.probability @ GRID**2 - self.mean**2, 0))

    def quantile(self, share: float) -> Floats:
        """[n] slope below which `share` of the probability lies, between grid points linearly."""
        summed = np.cumsum(self.probability, axis=1)
        at = np.minimum((summed < share).sum(axis=1), len(GRID) - 1)
        rows = np.arange(len(summed))
        before = np.where(at > 0, summed[rows, at - 1], 0.0)
        part = (share - before) / np.maximum(summed[rows, at] - before, 1e-300)
        return np.asarray(GRID[at] - 0.05 + 0.1 * part)


@dataclass(frozen=True)
class Pooled:
    """What is believed of slopes.

    Attributes:
        items: Each item's.
        typical: What would be believed of an item of each category without its own sales.
        categories: Each category's mean.
        store: The mean of the categories.
    """

    items: Belief
    typical: Belief
    categories: Belief
    store: Belief


def likelihoods(item: Ints, log_price: Floats, baseline: Floats, sold: Floats) -> Floats:
    """[n_items, len(GRID)] log likelihood of each item's slope, the item's own level left out.

    Given an item's total, Poisson counts are multinomial with shares in proportion to
    baseline * exp(slope * log_price), so the level needs no estimate (Cameron & Trivedi 2013, 9.4).

    Args:
        item: [n] index of the item, ascending; every item has a row.
        log_price: [n].
        baseline: [n] expected counts at log_price 0 up to a factor of the item's own.
        sold: [n] counts.
    """
    n = int(item.max()) + 1
    centre = np.bincount(item, log_price, n) / np.bincount(item, minlength=n)
    away = np.round(log_price - centre[item], 6)
    cell, first, index = np.unique(
        np.stack([item.astype(np.float64), away], axis=1), axis=0,
        return_index=True, return_inverse=True,
    )  # fmt: skip
    exposure = np.bincount(index, baseline, len(cell))
    counted = np.bincount(index, sold, len(cell))
    owner, x = item[first], cell[:, 1]
    total = np.bincount(owner, counted, n)
    known = np.bincount(owner, counted * x, n)[:, None] * GRID
    for k, slope in enumerate(GRID):
        norm = np.bincount(owner, exposure * np.exp(slope * x), n)
        known[:, k] -= total * np.log(np.where(norm > 0, norm, 1.0))
    return np.asarray(known - known.max(axis=1, keepdims=True))


def pooled(log_likelihood: Floats, category: Ints) -> Pooled:
    """Beliefs after the data.

    Args:
        log_likelihood: [n_items, len(GRID)].
        category: [n_items] index from 0 without gaps.
    """
    likelihood = np.exp(log_likelihood)
    spread = [_normal(within) for within in WITHIN]  # each [slope, mean of the category]
    evidence = [np.maximum(likelihood @ kernel, 1e-300) for kernel in spread]
    n = int(category.max()) + 1
    by_category = np.stack([_summed(np.log(e), category, n) for e in evidence], axis=2)
    top = by_category.max(axis=1, keepdims=True)  # [category, 1, within]
    scaled = np.exp(by_category - top)
    means, weight_store = _hyper(scaled, top[:, 0, :])
    items = np.zeros_like(likelihood)
    typical = np.zeros((n, len(GRID)))
    for w, kernel in enumerate(spread):
        share = means[category, :, w] / evidence[w]
        items += likelihood * (share @ kernel.T)
        typical += means[:, :, w] @ kernel.T
    return Pooled(
        items=_belief(items),
        typical=_belief(typical),
        categories=_belief(means.sum(axis=2)),
        store=_belief(weight_store[None, :]),
    )


def _hyper(scaled: Floats, top: Floats) -> tuple[Floats, Floats]:
    """Probabilities of each category's mean with the spread within, and of the store's mean."""
    prior = -((GRID - USUAL) ** 2) / (2 * USUAL_SPREAD**2)
    kernels = [_normal(between) for between in BETWEEN]  # [mean of category, mean of store]
    fits = [np.einsum("cmw,ms->csw", scaled, kernel) for kernel in kernels]
    log_weight = np.stack(
        [
            np.log(np.maximum(fit, 1e-300)).sum(axis=0)
            + top.sum(axis=0)
            + prior[:, None]
            + _spread_prior(WITHIN)
            + _spread_prior(BETWEEN)[b]
            for b, fit in enumerate(fits)
        ]
    )  # [between, store, within]
    weight = np.exp(log_weight - log_weight.max())
    weight /= weight.sum()
    means = np.zeros_like(scaled)
    for b, kernel in enumerate(kernels):
        share = weight[b][None] / np.maximum(fits[b], 1e-300)  # [category, store, within]
        means += scaled * np.einsum("csw,ms->cmw", share, kernel)
    return means, np.asarray(weight.sum(axis=(0, 2)))


def _spread_prior(spreads: Floats) -> Floats:
    """Log prior probability of each standard deviation of a grid."""
    density = (SHAPE - 1) * np.log(spreads) - SHAPE * spreads / TYPICAL
    return np.asarray(density + np.log(np.gradient(spreads)))


def _normal(spread: float) -> Floats:
    """[slope, centre] probabilities of slopes drawn around each centre."""
    kernel = np.exp(-((GRID[:, None] - GRID[None, :]) ** 2) / (2 * max(spread, 0.06) ** 2))
    return np.asarray(kernel / kernel.sum(axis=0, keepdims=True))


def _summed(values: Floats, group: Ints, n: int) -> Floats:
    out = np.zeros((n, values.shape[1]))
    np.add.at(out, group, values)
    return out


def _belief(weights: Floats) -> Belief:
    return Belief(weights / weights.sum(axis=1, keepdims=True))
