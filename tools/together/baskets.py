"""Baskets: what was bought in one order, one visit, or by one customer on one day."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

import ibis
import numpy as np
import pyarrow as pa
from ibis import _
from numpy.typing import NDArray
from scipy import sparse

from tools.errors import ToolError
from tools.metrics.relations import relation
from tools.periods import Period
from tools.store.store import Store

Kind = Literal["orders", "visits", "days"]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Baskets:
    """Which basket holds what.

    Attributes:
        kind: What a basket is: an order, a visit, or a customer's day.
        keys: Items, or categories: [n_keys].
        held: Whether a basket holds each key: [n_baskets, n_keys] sparse int32, 0 or 1.
    """

    kind: Kind
    keys: tuple[str, ...]
    held: sparse.csr_array

    @property
    def n(self) -> int:
        """How many baskets there are, those with a single thing among them."""
        return int(self.held.shape[0])

    def counts(self) -> Ints:
        """Baskets that hold each key: [n_keys]."""
        return np.asarray(self.held.sum(axis=0)).ravel().astype(np.int64)

    def only(self, places: Ints) -> "Baskets":
        """The keys at `places` alone; every basket stays."""
        kept = tuple(self.keys[i] for i in places)
        return replace(self, keys=kept, held=sparse.csr_array(self.held[:, places]))

    def grouped(self, groups: dict[str, str]) -> "Baskets":
        """Keys replaced by their group; those without one are left out."""
        names = sorted({groups[key] for key in self.keys if key in groups})
        place = {name: i for i, name in enumerate(names)}
        pairs = [(i, place[groups[key]]) for i, key in enumerate(self.keys) if key in groups]
        rows, columns = np.array(pairs, dtype=int).reshape(-1, 2).T
        ones = np.ones(len(pairs), dtype=np.int32)
        belongs = sparse.csr_array((ones, (rows, columns)), shape=(len(self.keys), len(names)))
        return replace(self, keys=tuple(names), held=_flags(self.held @ belongs))

    def anchored(self, anchor: str, members: Collection[str]) -> tuple["Baskets", "Baskets"]:
        """Whether a basket holds any of `members`, called `anchor`, and everything else in it."""
        inside = np.array([key in members for key in self.keys], dtype=bool)
        any_of = sparse.csr_array(self.held[:, np.flatnonzero(inside)].sum(axis=1)[:, None])
        return (
            replace(self, keys=(anchor,), held=_flags(any_of)),
            self.only(np.flatnonzero(~inside)),
        )

    def beside(self, other: "Baskets") -> "Baskets":
        """The keys of both, these first."""
        held = sparse.csr_array(sparse.hstack([self.held, other.held]))
        return replace(self, keys=(*self.keys, *other.keys), held=held)


def _flags(counts: sparse.csr_array) -> sparse.csr_array:
    return sparse.csr_array((counts > 0).astype(np.int32))


def baskets(store: Store, period: Period) -> Baskets:
    """Everything sold in `period`, by basket: cancelled orders and fees are left out.

    Raises:
        ToolError: If the store's sales do not say which items were bought.
    """
    sales = relation(store, "sales")
    if sales is None or "item_id" not in sales.columns:
        raise ToolError("together-no-items")
    after = ibis.timestamp(f"{(period.last + timedelta(1)).isoformat()} 00:00:00")
    start = ibis.timestamp(f"{period.first.isoformat()} 00:00:00")
    lines = sales.filter(_.item_id.notnull(), _.local_time >= start, _.local_time < after)
    if "items" in store.tables:
        lines = lines.semi_join(store.table("items"), "item_id")  # fees are no items
    kind = _kind(store)
    basket = _.user_id.concat(" ", _.local_time.date().cast("string"))
    basket = basket if kind == "days" else _.order_id
    rows = lines.select(basket=basket, item_id=_.item_id).distinct().to_pyarrow()
    row, ids = _places(rows["basket"])
    column, items = _places(rows["item_id"])
    ones = np.ones(len(row), dtype=np.int32)
    held = sparse.csr_array((ones, (row, column)), shape=(len(ids), len(items)))
    order = np.argsort(np.array(items, dtype=str), kind="stable")
    return Baskets(kind, tuple(items), held).only(order)


def _places(texts: pa.ChunkedArray) -> tuple[Ints, list[str]]:
    """The place of each text among the different ones, and these."""
    coded = texts.combine_chunks().dictionary_encode()
    return coded.indices.to_numpy().astype(np.int64), coded.dictionary.to_pylist()


def _kind(store: Store) -> Kind:
    if "orders" in store.tables:
        return "orders"
    return "visits" if "events.session_id" in store.columns else "days"
