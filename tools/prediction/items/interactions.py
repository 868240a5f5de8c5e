"""Who did what with which item before a cut: sparse users × items, nothing on or after the cut."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tools.prediction.items.log import KINDS, Log, seconds

Rows = NDArray[np.int_]
Singles = NDArray[np.float32]

DAY = 86_400  # seconds
VIEW, CART, WISHLIST, PURCHASE = range(len(KINDS))
INTEREST = {VIEW: 1.0, CART: 3.0, WISHLIST: 3.0, PURCHASE: 5.0}
"""How much an action tells of interest, next to a view."""


@dataclass(frozen=True)
class Interactions:
    """Actions before `cut`; users and items that did not appear before it are left out.

    Attributes:
        cut: First day not seen, store time zone.
        user_ids: Ascending: [n_users].
        item_ids: Ascending: [n_items].
        user: Place in `user_ids` of each action, earliest first: [n].
        item: Place in `item_ids`: [n].
        age: Days from the action to the cut, above 0: [n] float64.
        kind: Place in `KINDS`: [n].
        order: Purchases of one order share a number: [n].
        price: Of one unit, store currency; 0 where unknown: [n].
    """

    cut: date
    user_ids: NDArray[np.object_]
    item_ids: NDArray[np.object_]
    user: Rows
    item: Rows
    age: NDArray[np.float64]
    kind: NDArray[np.int8]
    order: NDArray[np.int64]
    price: Singles
    _sums: dict[tuple[int, float | None], Singles] = field(default_factory=dict)

    @classmethod
    def at(cls, log: Log, cut: date) -> Self:
        """The actions of `log` before midnight of `cut`."""
        n = log.before(cut)
        users, user = np.unique(log.user[:n], return_inverse=True)
        items, item = np.unique(log.item[:n], return_inverse=True)
        age = (seconds(cut) - log.second[:n]) / DAY
        ids = log.user_ids[users], log.item_ids[items]
        return cls(cut, *ids, user, item, age, log.kind[:n], log.order[:n], log.price[:n])

    @property
    def shape(self) -> tuple[int, int]:
        """Number of users, number of items."""
        return len(self.user_ids), len(self.item_ids)

    def of_kind(self, *kinds: int) -> NDArray[np.bool_]:
        """Which actions are of `kinds`: [n]."""
        return np.isin(self.kind, kinds)

    @cached_property
    def pairs(self) -> "Pairs":
        """Every user with every item she did something with."""
        keys = self.user.astype(np.int64) * self.shape[1] + self.item
        unique, of = np.unique(keys, return_inverse=True)
        rows, items = np.divmod(unique, max(self.shape[1], 1))
        return Pairs(rows, items, of)

    def summed(self, kind: int, half_life: float | None = None) -> Singles:
        """Number of actions of `kind` of each pair, each halved every `half_life` days."""
        if (kind, half_life) not in self._sums:
            weights = self._weights(self.of_kind(kind), half_life)
            added = np.bincount(self.pairs.of, weights, len(self.pairs.rows))
            self._sums[kind, half_life] = added.astype(np.float32)
        return self._sums[kind, half_life]

    def _weights(self, chosen: NDArray[np.bool_], half_life: float | None) -> NDArray[np.float64]:
        faded = np.ones(len(self.age)) if half_life is None else 0.5 ** (self.age / half_life)
        weights: NDArray[np.float64] = np.where(chosen, faded, 0.0)
        return weights

    def last(self, kind: int) -> Singles:
        """Days since the last action of `kind` of each pair; NaN where there was none."""
        return self._extreme(kind, np.fmin, np.inf)

    def first(self, kind: int) -> Singles:
        """Days since the first action of `kind` of each pair; NaN where there was none."""
        return self._extreme(kind, np.fmax, -np.inf)

    def _extreme(self, kind: int, choose: np.ufunc, start: float) -> Singles:
        found = np.full(len(self.pairs.rows), start)
        chosen = self.of_kind(kind)
        choose.at(found, self.pairs.of[chosen], self.age[chosen])
        return np.where(np.isinf(found), np.nan, found).astype(np.float32)

    def matrix(self, values: Singles) -> csr_array:
        """One value a pair as users × items, zeros left out."""
        kept = values != 0
        rows = self.pairs.rows[kept]
        indptr = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=self.shape[0]))])
        return csr_array((values[kept], self.pairs.items[kept], indptr), shape=self.shape)

    def interest(self, half_life: float | None = None) -> Singles:
        """Actions of each pair weighted by `INTEREST`, each halved every `half_life` days."""
        parts = [weight * self.summed(kind, half_life) for kind, weight in INTEREST.items()]
        found: Singles = np.sum(parts, axis=0, dtype=np.float32)
        return found

    def per_item(self, values: Singles) -> Singles:
        """Sum of one value a pair over users: [n_items]."""
        found: Singles = np.bincount(self.pairs.items, values, self.shape[1]).astype(np.float32)
        return found

    def counted(self, kind: int, within_days: float) -> Singles:
        """Actions of `kind` with each item in the last `within_days` days: [n_items]."""
        chosen = self.of_kind(kind) & (self.age <= within_days)
        return np.bincount(self.item[chosen], minlength=self.shape[1]).astype(np.float32)

    def rows_of(self, users: NDArray[np.object_]) -> Rows:
        """Places of `users` in `user_ids`; -1 for one unknown."""
        return places(self.user_ids, users)


@dataclass(frozen=True)
class Pairs:
    """Users and items that go together, ascending by user, then item.

    Attributes:
        rows: Place of the user: [n_pairs].
        items: Place of the item: [n_pairs].
        of: Pair of each action: [n].
    """

    rows: Rows
    items: Rows
    of: Rows


def places(known: NDArray[np.object_], wanted: NDArray[np.object_]) -> Rows:
    """Place of each of `wanted` in `known`, which ascends; -1 where it is not there."""
    if not len(known):
        return np.full(len(wanted), -1)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    found: Rows = np.where(known[at] == wanted, at, -1)
    return found
