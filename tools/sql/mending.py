# ruff: noqa: S608  # names of the schema only
"""Puts right two slips of those who write queries fast.

`SELECT count(*) FROM orders WHERE gender = 'female'` means the orders of women: the condition
becomes `user_id IN (SELECT user_id FROM users WHERE gender = 'female')`. And `SELECT count(*) FROM
orders GROUP BY user_id HAVING count(*) > 1` means how many such customers there are, not a row of
counts: the groups are counted.
"""

from collections.abc import Iterator, Mapping

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.scope import Scope, traverse_scope

Known = Mapping[str, tuple[str, ...]]
"""Columns of each table that can be asked of."""
WAYS = (
    ("user_id", "users", "users"),
    ("item_id", "items", "items"),
    ("order_id", "orders", "orders"),
    ("order_id", "items", "order_lines JOIN items USING (item_id)"),
    ("order_id", "users", "orders JOIN users USING (user_id)"),
)
"""The key by which rows are found, the table that holds the column, and what is read for it."""
CONDITIONS = (exp.EQ, exp.NEQ, exp.In, exp.Like, exp.ILike, exp.GT, exp.GTE, exp.LT, exp.LTE,
              exp.Between, exp.Is)  # fmt: skip


def mended(query: str, known: Known) -> str:
    """`query` with each such slip put right; as it is where there is none.

    Args:
        query: A SELECT.
        known: Columns of each table.

    >>> tables = {"orders": ("order_id", "user_id", "total"), "users": ("user_id", "gender")}
    >>> mended("SELECT sum(total) FROM orders WHERE gender = 'f'", tables)
    "SELECT SUM(total) FROM orders WHERE user_id IN (SELECT user_id FROM users WHERE gender = 'f')"
    """
    try:
        tree = sqlglot.parse_one(query, dialect="duckdb")
        found = [pair for scope in traverse_scope(tree) for pair in _strangers(scope, known)]
    except (SqlglotError, RecursionError):
        return query
    for condition, within in found:
        condition.replace(within)
    counted = _counted(tree)
    return (counted or tree).sql(dialect="duckdb") if found or counted else query


def _counted(tree: exp.Expr) -> exp.Expr | None:
    """How many groups there are, where a query tells of each group of one key only how many."""
    if (
        not isinstance(tree, exp.Select)
        or tree.args.get("having") is None
        or len(tree.selects) != 1
    ):
        return None
    only, group = tree.selects[0], tree.args.get("group")
    keys = group.expressions if group else []
    if not isinstance(only.unalias(), exp.Count) or len(keys) != 1:
        return None
    inner = tree.copy().select(keys[0].copy(), append=False)
    name = only.alias or "groups"
    outer = exp.select(exp.alias_(exp.Count(this=exp.Star()), name, quoted=True))
    return outer.from_(inner.subquery("counted"))


def _strangers(scope: Scope, known: Known) -> Iterator[tuple[exp.Expr, exp.Expr]]:
    """Conditions of one SELECT on a column it cannot see, each with what it is to become."""
    seen = _seen(scope, known)
    for column in scope.columns:
        condition = column.find_ancestor(*CONDITIONS)
        if column.table or column.name in seen or condition is None:
            continue
        if len(list(condition.find_all(exp.Column))) > 1:
            continue
        homes = [table for table, own in known.items() if column.name in own]
        way = next((w for w in WAYS if w[0] in seen and [w[1]] == homes), None)
        if way is not None:
            key, _, source = way
            asked = condition.sql(dialect="duckdb")
            within = f"{key} IN (SELECT {key} FROM {source} WHERE {asked})"
            yield condition, sqlglot.parse_one(within, dialect="duckdb")


def _seen(scope: Scope, known: Known) -> set[str]:
    """Names that one SELECT can use: columns of what it reads, and its own."""
    query = scope.expression
    own = query.selects if isinstance(query, exp.Query) else []
    named = {str(column.alias) for column in own if column.alias}
    for source in scope.sources.values():
        if isinstance(source, exp.Table):
            named |= set(known.get(source.name, ()))
        elif isinstance(source.expression, exp.Query):
            named |= set(source.expression.named_selects)
    return named
