"""What every user did, in order of time, as flat arrays that stream out of the database."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

import ibis
import numpy as np
import pyarrow as pa
from ibis import _
from numpy.typing import NDArray

from tools.prediction.history import History
from tools.store.schema import EVENT_TYPES

PURCHASE = EVENT_TYPES.index("purchase")
PER_MOMENT = 8  # lines of one basket that are kept, the dearest first
BATCH_ROWS = 200_000
MEMORY_LIMIT = "1500MB"  # DuckDB's own share of the memory while it sorts
DAY = 86_400  # seconds
COLUMNS = {"kind": np.int8, "item": np.int32, "value": np.float32, "time": np.int64}

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Sequences:
    """Events of all users in CSR form: those of user `u` are the rows `starts[u]:starts[u + 1]`.

    A basket is one event per line, at most `PER_MOMENT` of them. Nothing here was learned from the
    data: what is rare or dear is decided later, from the days before a cut (`Vocabulary`).

    Attributes:
        user_ids: Who, in ascending order: [n_users].
        starts: First row of each user, and the number of rows: [n_users + 1].
        kind: Event type, a place in `EVENT_TYPES`: [n_events].
        item: Place in `item_ids`, -1 without an item: [n_events].
        value: Money of all that the user did of that kind in that moment, store currency, 0 where
            unknown: [n_events].
        time: Seconds since 1970 on the store's clock, ascending within a user: [n_events].
        item_ids: Every item anyone touched, in ascending order: [n_items].
        category: Place in `categories` of each item, -1 without one: [n_items].
        categories: Names of the categories, in ascending order.
    """

    user_ids: NDArray[np.object_]
    starts: Whole
    kind: NDArray[np.int8]
    item: NDArray[np.int32]
    value: NDArray[np.float32]
    time: Whole
    item_ids: NDArray[np.object_]
    category: NDArray[np.int32]
    categories: tuple[str, ...]
    _keys: list[Whole] = field(default_factory=list, repr=False)

    @classmethod
    def of(cls, history: History, folder: Path | None = None) -> "Sequences":
        """Read everything `history` knows.

        Args:
            history: What users did.
            folder: Where the arrays lie, memory-mapped; `None` keeps them in memory.

        Raises:
            ToolError: If the store has neither events nor orders.
        """
        acts = history.actions.filter(_.kind.isin(EVENT_TYPES))
        with _little_memory(history.store.connection):
            user_ids = _distinct(acts, "user_id")
            item_ids = _distinct(acts, "item_id")
            rows = _coded(acts, user_ids, item_ids)
            n_events = int(rows.count().execute())
            arrays = {n: _array(n_events, n, kind, folder) for n, kind in COLUMNS.items()}
            starts = np.zeros(len(user_ids) + 1, dtype=np.int64)
            place = 0
            for batch in _batches(rows):
                for name, array in arrays.items():
                    array[place : place + len(batch)] = batch[name].to_numpy()
                users = batch["user"].to_numpy()
                starts[1:] += np.bincount(users, minlength=len(user_ids))
                place += len(batch)
        category, categories = _categories(history, item_ids)
        return cls(
            user_ids=user_ids,
            starts=np.cumsum(starts),
            item_ids=item_ids,
            category=category,
            categories=categories,
            kind=arrays["kind"],
            item=arrays["item"],
            value=arrays["value"],
            time=arrays["time"],
        )

    @property
    def n_users(self) -> int:
        """Number of users."""
        return len(self.user_ids)

    def users(self, user_ids: Iterable[str]) -> Whole:
        """Place of each user, -1 for one who was never here."""
        return places(self.user_ids, user_ids)

    def before(self, users: Whole, times: Whole | int) -> Whole:
        """Row of the first event of each user at or after the time given (or past her last).

        Args:
            users: Places in `user_ids`, any shape.
            times: Seconds since 1970, store time zone, of a shape that broadcasts with `users`.
        """
        return np.searchsorted(self._ordered, _key(users, times)).astype(np.int64)

    def fingerprint(self, end: int) -> int:
        """A number that differs where anything before second `end` of 1970 on differs."""
        known, found = self.time < end, 0
        for column in (self.kind, self.item, self.value, self.time):
            found = crc32(column[known].tobytes(), found)
        return found

    @property
    def _ordered(self) -> Whole:
        if not self._keys:  # one ascending array of (user, time), made once
            users = np.repeat(np.arange(self.n_users, dtype=np.int64), np.diff(self.starts))
            self._keys.append(_key(users, self.time))
        return self._keys[0]

    @cached_property
    def purchases(self) -> Whole:
        """Rows that are purchases, ascending: [n_purchases]."""
        return np.flatnonzero(self.kind == PURCHASE).astype(np.int64)

    @cached_property
    def baskets(self) -> Whole:
        """Purchase moments among the first `i` purchases, over all users: [n_purchases + 1]."""
        rows = self.purchases
        new = np.ones(len(rows), dtype=np.int64)
        if len(rows):
            owner = np.searchsorted(self.starts, rows, side="right")
            alike = (np.diff(self.time[rows]) == 0) & (np.diff(owner) == 0)
            new[1:] = ~alike
        return np.concatenate([[0], np.cumsum(new)])


def places(known: NDArray[np.object_], asked: Iterable[str]) -> Whole:
    """Place of each of `asked` in the array `known`, -1 where it is not there.

    >>> places(np.array(["a", "b"], dtype=object), ["b", "z"])
    array([ 1, -1])
    """
    where = {name: i for i, name in enumerate(known)}
    return np.array([where.get(name, -1) for name in asked], dtype=np.int64)


def seconds(day: date) -> int:
    """Seconds from 1970 to the first moment of `day`, store time zone.

    >>> seconds(date(1970, 1, 2))
    86400
    """
    return (day - date(1970, 1, 1)).days * DAY


def _key(users: Whole, times: Whole | int) -> Whole:
    return (users << 33) + times  # 2 ** 33 seconds reach to the year 2242


def _distinct(acts: ibis.Table, column: str) -> NDArray[np.object_]:
    found = acts.filter(acts[column].notnull()).select(column).distinct().order_by(column)
    return np.array(found.to_pyarrow()[column].to_pylist(), dtype=object)


def _coded(acts: ibis.Table, user_ids: Iterable[str], item_ids: Iterable[str]) -> ibis.Table:
    """Rows of `COLUMNS` and the user's place, in order, each basket cut to its dearest lines."""
    moment = ibis.window(group_by=["user_id", "time", "kind"])
    dearest = ibis.window(
        group_by=["user_id", "time", "kind"], order_by=[_.value.desc(), _.item_id.asc()]
    )
    thin = acts.mutate(place=ibis.row_number().over(dearest), value=_.value.sum().over(moment))
    thin = thin.filter(_.place < PER_MOMENT)
    users = _codes("user", user_ids)
    items = _codes("item", item_ids)
    kinds = _codes("kind", EVENT_TYPES)
    joined = (
        thin.select("user_id", "item_id", "value", "time", kind_name="kind")
        .inner_join(users, [("user_id", "user_name")])
        .inner_join(kinds, "kind_name")
        .left_join(items, [("item_id", "item_name")])
    )
    return joined.select(
        user=_.user,
        kind=_.kind,
        item=_.item.fill_null(-1),
        value=_.value.cast("float32").fill_null(0),
        time=_.time.epoch_seconds().cast("int64"),
    )


def _codes(name: str, values: Iterable[str]) -> ibis.Table:
    names = list(values)
    table = {
        f"{name}_name": pa.array(names, pa.string()),
        name: pa.array(np.arange(len(names)), pa.int32()),
    }
    return ibis.memtable(pa.table(table))


def _batches(rows: ibis.Table) -> Iterator[Any]:
    ordered = rows.order_by("user", "time", "kind", "item")
    connection = rows.get_backend()
    if connection.name != "duckdb":
        yield from ordered.to_pyarrow_batches(chunk_size=BATCH_ROWS)
        return
    relation = connection._to_duckdb_relation(ordered)  # Ibis 12 cannot stream from DuckDB 2.0
    yield from relation.to_arrow_reader(BATCH_ROWS)


def _array(n: int, name: str, kind: type, folder: Path | None) -> NDArray[Any]:
    if folder is None or n == 0:
        return np.zeros(n, dtype=kind)
    folder.mkdir(parents=True, exist_ok=True)
    return np.lib.format.open_memmap(folder / f"{name}.npy", "w+", dtype=kind, shape=(n,))


def _categories(
    history: History, item_ids: NDArray[np.object_]
) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """Category of each item and the names of the categories."""
    if "items.category" not in history.store.columns:
        return np.full(len(item_ids), -1, dtype=np.int32), ()
    table = history.store.table("items").select("item_id", "category").to_pyarrow()
    of = dict(zip(table["item_id"].to_pylist(), table["category"].to_pylist(), strict=True))
    names = tuple(sorted({name for name in of.values() if name is not None}))
    where = {name: i for i, name in enumerate(names)}
    found = [where.get(of.get(item), -1) for item in item_ids]
    return np.array(found, dtype=np.int32), names


@contextmanager
def _little_memory(connection: ibis.BaseBackend) -> Iterator[None]:
    """Keep DuckDB's sorting small while the arrays are read; other backends mind themselves."""
    if connection.name != "duckdb":
        yield
        return
    (before,) = connection.con.execute("SELECT current_setting('memory_limit')").fetchone()
    connection.con.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
    try:
        yield
    finally:
        connection.con.execute(f"SET memory_limit = '{before}'")
