"""Lists of items from scores: topped up with what is popular, without what should not be shown."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tools.prediction.items.candidates import Knowledge
from tools.prediction.items.interactions import PURCHASE, Interactions, Rows, Singles
from tools.prediction.items.recommenders import Popular
from tools.prediction.items.sparse import found_in, highest, only, ranks, row_of_each

REBUY_SHARE = 0.05  # of buyers who bought an item again: from here on it is a thing people rebuy
LAST = 1e-9  # height of what tops a list up: below every score, too little to move one


def listed(
    scores: csr_array, knowledge: Knowledge, users: Rows, n: int, kept: NDArray[np.bool_] | None
) -> Rows:
    """The `n` best items of each user, best first, -1 where there is none: [len(users), n].

    Whoever has too few scores gets what is popular after them. Nothing is listed that the user
    bought within the last horizon, unless it is a thing people buy again.

    Args:
        scores: Of `users` by items, above 0.
        knowledge: What was seen before the cut.
        users: Places of the users.
        n: Length of the lists.
        kept: Items that may be shown, all where `None`: [n_items].
    """
    seen = knowledge.seen
    fallback = Popular(float(knowledge.horizon_days)).scores(seen, users)
    both = _ordered(scores, 1.0) + _ordered(fallback, LAST)  # an item in both stays in its place
    both.sort_indices()
    both = only(both, ~_just_bought(both, seen, users, knowledge.horizon_days))
    if kept is not None:
        both = only(both, kept[both.indices])
    best = highest(both, n)
    found = np.full((len(users), n), -1)
    found[row_of_each(best), ranks(best).astype(int)] = best.indices
    return found


def _ordered(scores: csr_array, height: float) -> csr_array:
    """Scores in the same order in each row, the highest `height`, all above 0."""
    data = height / (1 + ranks(scores).astype(np.float64))
    return csr_array((data, scores.indices, scores.indptr), shape=scores.shape)


def _just_bought(
    scores: csr_array, seen: Interactions, users: Rows, days: float
) -> NDArray[np.bool_]:
    """Which stored entries the user bought within `days`, and people do not buy again: [nnz]."""
    keys = seen.pairs.rows.astype(np.int64) * seen.shape[1] + seen.pairs.items
    asked = users[row_of_each(scores)].astype(np.int64) * seen.shape[1] + scores.indices
    last: Singles = found_in(keys, seen.last(PURCHASE), asked)
    lasting: NDArray[np.bool_] = rebought(seen)[scores.indices] < REBUY_SHARE
    return lasting & (last <= days)


def rebought(seen: Interactions) -> Singles:
    """Share of each item's buyers who bought it again on another day, shrunk to 0: [n_items]."""
    bought = seen.summed(PURCHASE) > 0
    again = bought & (seen.first(PURCHASE) - seen.last(PURCHASE) >= 1)
    buyers = seen.per_item(bought.astype(np.float32))
    return seen.per_item(again.astype(np.float32)) / (buyers + 2)
