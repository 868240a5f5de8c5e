"""How good lists of ten are: hits, gain by rank, recall, coverage, gain freed of popularity."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tools.prediction.comparison import Figure, bootstrapped
from tools.prediction.items.interactions import Rows, Singles

LENGTH = 10  # places of a list that count
FADED = 0.5  # power of popularity taken out

_DISCOUNT = 1 / np.log2(np.arange(LENGTH) + 2)


@dataclass(frozen=True)
class Truth:
    """What each judged user bought in the test period.

    Attributes:
        users: Their places among the users seen before the cut: [n].
        bought: Which of the items seen before the cut they bought: [n, n_items], ones.
        others: Number of further items each bought that nobody had touched before: [n].
        weight: Weight of a hit on each item, 1 / popularity ** 0.5 (Steck 2011): [n_items].
    """

    users: Rows
    bought: csr_array
    others: Rows
    weight: Singles


def figures(lists: Rows, truth: Truth) -> dict[str, Figure]:
    """Quality of one list a user, with bootstrap intervals over users.

    - `hr@10`: share of users who bought something of their list;
    - `ndcg@10`: Σ 1/log2(place + 1) of the items bought over the best reachable with
      min(10, number bought) items (Järvelin & Kekäläinen 2002);
    - `recall@10`: share of the items bought that the list names, out of at most ten;
    - `debiased_ndcg@10`: the same gain with each hit weighted by 1 / popularity ** 0.5, so that
      guessing what everyone buys earns less (Steck, RecSys 2011);
    - `coverage@10`: share of all items that appear in any list; without an interval.

    Args:
        lists: Places of the items, best first, -1 for none: [n, 10].
        truth: What they bought.
    """
    found = gains(lists, truth)
    covered = len(np.unique(lists[lists >= 0])) / max(truth.bought.shape[1], 1)
    drawn = bootstrapped(
        lambda some: {name: float(values[some].mean()) for name, values in found.items()},
        len(truth.users),
    )
    return drawn | {"coverage@10": Figure(value=covered)}


def gains(lists: Rows, truth: Truth) -> Mapping[str, NDArray[np.float64]]:
    """The figures of each user alone: name to [n]."""
    hits = _hits(lists, truth.bought)
    bought = np.diff(truth.bought.indptr) + truth.others
    reachable = np.minimum(bought, LENGTH)
    ideal = np.concatenate([[0], np.cumsum(_DISCOUNT)])[reachable]
    weight = np.where(lists >= 0, truth.weight[lists], 0)
    return {
        "hr@10": hits.any(axis=1).astype(float),
        "ndcg@10": (hits * _DISCOUNT).sum(axis=1) / ideal,
        "recall@10": hits.sum(axis=1) / reachable,
        "debiased_ndcg@10": (hits * weight * _DISCOUNT).sum(axis=1) / _weighted_ideal(truth),
    }


def _hits(lists: Rows, bought: csr_array) -> NDArray[np.bool_]:
    """Whether each place of each list was bought: [n, 10]."""
    width = bought.shape[1]
    rows = np.repeat(np.arange(len(lists)), np.diff(bought.indptr))
    known = rows * width + bought.indices
    keys = np.arange(len(lists))[:, None] * width + lists
    return np.isin(keys, known) & (lists >= 0)


def _weighted_ideal(truth: Truth) -> NDArray[np.float64]:
    """The best weighted gain of each user: her rarest ten first; unseen items weigh the most."""
    most = float(truth.weight.max(initial=1.0))
    best = np.ones(len(truth.users))
    for row in range(len(truth.users)):
        own = truth.bought.indices[truth.bought.indptr[row] : truth.bought.indptr[row + 1]]
        weights = np.concatenate([np.full(truth.others[row], most), truth.weight[own]])
        first = np.sort(weights)[::-1][:LENGTH]
        best[row] = (first * _DISCOUNT[: len(first)]).sum()
    return best
