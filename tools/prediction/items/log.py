"""Everything users did with items, as arrays in the order it happened: read once, cut anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Self

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from ibis import _
from numpy.typing import NDArray

from tools.prediction.activity import actions
from tools.store.store import Store

KINDS = ("view", "cart", "wishlist", "purchase")
"""Kinds of action that tell what a user wants; a code is a place in this tuple."""
BATCH = 1_000_000  # rows held as text at a time


@dataclass(frozen=True)
class Log:
    """Actions on items, earliest first; ties in a fixed order.

    Attributes:
        user_ids: Users who did anything, ascending: [n_users].
        item_ids: Items anything was done with, ascending: [n_items].
        user: Place in `user_ids` of who acted: [n] int32.
        item: Place in `item_ids`: [n] int32.
        second: When, in seconds of the store's wall clock since 1970: [n] int64.
        kind: Place in `KINDS`: [n] int8.
        order: Purchases of one order share a number; -1 for other actions: [n] int64.
        price: Of one unit, store currency; 0 where unknown: [n] float32.
    """

    user_ids: NDArray[np.object_]
    item_ids: NDArray[np.object_]
    user: NDArray[np.int32]
    item: NDArray[np.int32]
    second: NDArray[np.int64]
    kind: NDArray[np.int8]
    order: NDArray[np.int64]
    price: NDArray[np.float32]

    @classmethod
    def of(cls, store: Store) -> Self:
        """Read the actions of known users of `store` up to its today, in batches from DuckDB.

        Raises:
            ToolError: If the store has neither events nor orders.
        """
        past = actions(store).filter(
            _.time < ibis.literal(store.today + timedelta(days=1)),
            _.item_id.notnull(),
            _.kind.isin(KINDS),
        )
        users, items = _distinct(past, "user_id"), _distinct(past, "item_id")
        parts = [_coded(batch, users, items) for batch in _batches(store, past)]
        columns = [np.concatenate(column) for column in zip(*parts, strict=True)] if parts else []
        if not columns:
            columns = [np.zeros(0, dtype) for dtype in (int, int, int, int, np.uint64, float)]
        user, item, second, kind, order, price = columns
        rank = np.lexsort((order, price, kind, item, user, second))
        return cls(
            np.array(users.to_pylist(), dtype=object),
            np.array(items.to_pylist(), dtype=object),
            user[rank].astype(np.int32),
            item[rank].astype(np.int32),
            second[rank].astype(np.int64),
            kind[rank].astype(np.int8),
            np.where(kind[rank] == KINDS.index("purchase"), order[rank].view(np.int64), -1),
            price[rank].astype(np.float32),
        )

    def before(self, cut: date) -> int:
        """Number of actions before midnight of `cut`, store time zone: the first so many."""
        return int(np.searchsorted(self.second, seconds(cut), side="left"))


def seconds(day: date) -> int:
    """Midnight of `day` on the store's wall clock, in seconds since 1970."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _distinct(past: ibis.Table, column: str) -> pa.Array:
    """The column's values, ascending."""
    found = past.select(column).distinct().order_by(column).to_pyarrow()[column]
    return found.combine_chunks().cast(pa.string())


def _batches(store: Store, past: ibis.Table) -> Iterator[pa.RecordBatch]:
    chosen = past.select(
        "user_id",
        "item_id",
        second=_.time.epoch_seconds(),
        kind=_.kind.cases(*((kind, i) for i, kind in enumerate(KINDS))),
        order=_.order_id.fill_null("").hash(),
        price=(_.value / ibis.greatest(_.units, 1.0)).fill_null(0.0),
    )
    # Ibis 12's own batches do not work with DuckDB 2.0
    yield from store.connection.con.sql(ibis.to_sql(chosen, "duckdb")).to_arrow_reader(BATCH)


def _coded(
    batch: pa.RecordBatch, users: pa.Array, items: pa.Array
) -> tuple[NDArray[np.generic], ...]:
    """User, item, second, kind, order and price of the rows of `batch`."""
    user = pc.index_in(batch.column("user_id"), value_set=users)
    item = pc.index_in(batch.column("item_id"), value_set=items)
    rest = [batch.column(name) for name in ("second", "kind", "order", "price")]
    return tuple(column.to_numpy(zero_copy_only=False) for column in (user, item, *rest))
