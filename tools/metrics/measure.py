"""Metrics computed: asked of the database as few queries, read into Python last and few."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import ibis
import sqlglot

from tools.metrics.dimensions import Dimension
from tools.metrics.metric import Metric
from tools.metrics.relations import Condition, prepared
from tools.metrics.semantics import Semantics
from tools.periods import Period
from tools.result import Cell
from tools.store.schema import TABLES
from tools.store.store import Store

Key = tuple[Cell, ...]


@dataclass
class Group:
    """What was counted in one group.

    Attributes:
        value: Value of each metric; `None` where there was nothing to divide by.
        top: Numerator of each ratio.
        base: Denominator of each ratio.
        people: Different users behind it, where that was asked.
    """

    value: dict[str, float | None] = field(default_factory=dict)
    top: dict[str, float] = field(default_factory=dict)
    base: dict[str, float] = field(default_factory=dict)
    people: int | None = None


@dataclass(frozen=True)
class Measured:
    """Groups by their key (empty for the whole), rows read, and the queries that were run."""

    groups: dict[Key, Group]
    row_count: int
    sql: tuple[str, ...]

    @property
    def whole(self) -> Group:
        """The single group of a measurement that was not split."""
        return self.groups.get((), Group())


def tables_in(queries: Sequence[str]) -> tuple[str, ...]:
    """The store's tables that DuckDB `queries` read, in the order of the schema.

    >>> tables_in(["SELECT * FROM orders JOIN users USING (user_id)"])
    ('users', 'orders')
    """
    read = {
        table.name
        for query in queries
        for table in sqlglot.parse_one(query, dialect="duckdb").find_all(sqlglot.exp.Table)
    }
    return tuple(name for name in TABLES if name in read)


def measure(
    semantics: Semantics,
    metrics: Sequence[Metric],
    by: Sequence[Dimension] = (),
    period: Period | None = None,
    conditions: Sequence[Condition] = (),
) -> Measured:
    """Every metric for every group of `by` in `period`; one query for metrics that share rows."""
    people = any(d.home == "users" for d in (*by, *(c.dimension for c in conditions)))
    groups: dict[Key, Group] = {}
    statements: list[str] = []
    row_count = 0
    ordered = sorted(metrics, key=_where)
    for _, alike in groupby(ordered, key=_where):
        together = list(alike)
        query = _query(semantics, together, by, period, conditions, people)
        sql, rows = answered(semantics.store, query)
        statements.append(sql)
        row_count += sum(int(row["rows_read"] or 0) for row in rows)
        for row in rows:
            group = groups.setdefault(tuple(row[f"by_{d.name}"] for d in by), Group())
            _fill(group, row, together)
    return Measured(groups, row_count, tuple(statements))


def answered(store: Store, query: ibis.Table) -> tuple[str, list[dict[str, Any]]]:
    """The SQL of `query`, written once, and the rows it gave."""
    sql = str(ibis.to_sql(query, dialect="duckdb"))
    return sql, store.connection.con.sql(sql).to_arrow_table().to_pylist()


def _where(metric: Metric) -> tuple[str, str, bool]:
    return metric.source, metric.folded or "", "cost" in metric.needs


def _query(
    semantics: Semantics,
    metrics: Sequence[Metric],
    by: Sequence[Dimension],
    period: Period | None,
    conditions: Sequence[Condition],
    people: bool,
) -> ibis.Table:
    first = metrics[0]
    table = prepared(semantics.store, first.source, by, period, conditions, "cost" in first.needs)
    keys = [f"by_{d.name}" for d in by]
    columns: dict[str, ibis.Value] = {}
    if first.folded:
        table = _folded(table, keys, first.folded)
        columns["rows_read"] = table.n_rows.sum()
    else:
        columns["rows_read"] = table.count()
    for metric in metrics:
        columns[f"top_{metric.name}"] = metric.top(table)
        if metric.base:
            columns[f"base_{metric.name}"] = metric.base(table)
    if people:
        users = "user_id" if "user_id" in table.columns else None
        columns["people"] = table[users].nunique() if users else ibis.literal(0)
    return table.group_by(keys).aggregate(**columns) if keys else table.aggregate(**columns)


def _folded(table: ibis.Table, keys: list[str], entity: str) -> ibis.Table:
    """One row for each visit or buyer in each group."""
    table = table.filter(table[entity].notnull())
    columns = {"n_rows": table.count()}
    if entity == "visit":
        columns["bought"] = (table.event_type == "purchase").any()
        columns["carted"] = (table.event_type == "cart").any()
        columns["user_id"] = table.user_id.arbitrary()
    else:
        columns["n_orders"] = table.order_id.nunique()
    return table.group_by([*keys, entity]).aggregate(
        **{k: v for k, v in columns.items() if k != entity}
    )


def _fill(group: Group, row: dict[str, Cell], metrics: Sequence[Metric]) -> None:
    if "people" in row:
        group.people = max(group.people or 0, int(row["people"] or 0))  # type: ignore[arg-type]  # a count
    for metric in metrics:
        top = float(row[f"top_{metric.name}"] or 0)  # type: ignore[arg-type]  # a number
        if metric.base is None:
            group.value[metric.name] = top
            continue
        base = float(row[f"base_{metric.name}"] or 0)  # type: ignore[arg-type]  # a number
        group.top[metric.name], group.base[metric.name] = top, base
        group.value[metric.name] = top / base if base else None
