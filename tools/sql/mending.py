# ruff: noqa: S608  # names of the schema only
"""Puts right a few slips of those who write queries fast.

`SELECT count(*) FROM orders WHERE category = 'Tea'` means the orders that hold tea: the condition
becomes `order_id IN (SELECT order_id FROM order_lines JOIN items USING (item_id) WHERE …)`. `SELECT
count(*) FROM orders WHERE gender = 'female'` means the orders of women: the users are joined, so
that groups of few people are left out as everywhere. `SELECT count(*) FROM orders GROUP BY
user_id HAVING count(*) > 1` means how many such customers there are, not a row of counts: the
groups are counted. What is `visible` and the `house_rules` are put right, too.
"""

from collections.abc import Iterator, Sequence

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.scope import Scope, traverse_scope

from tools.sql.days import Days, redated
from tools.sql.house_rules import ruled
from tools.sql.visible import Known, seen, straightened

WAYS = (
    ("item_id", "items", "items"),
    ("order_id", "orders", "orders"),
    ("order_id", "items", "order_lines JOIN items USING (item_id)"),
)
"""The key by which rows are found, the table that holds the column, and what is read for it."""
ONE_TO_MANY = (("order_id", "orders"), ("item_id", "items"), ("user_id", "users"))
"""Keys by which a row of any other table belongs to one row of these."""
CONDITIONS = (exp.EQ, exp.NEQ, exp.In, exp.Like, exp.ILike, exp.GT, exp.GTE, exp.LT, exp.LTE,
              exp.Between, exp.Is)  # fmt: skip


def mended(
    query: str, known: Known, question: str = "", times: Sequence[Days] | None = None
) -> str:
    """`query` with each such slip put right; as it is where there is none.

    Args:
        query: A SELECT.
        known: Columns of each table.
        question: What it answers; without it, it may well ask for cancelled orders.
        times: Days of each time that the question names; `None` where that is not known.

    >>> tables = {"orders": ("order_id", "user_id", "total"), "users": ("user_id", "gender")}
    >>> mended("SELECT sum(total) FROM orders WHERE gender = 'f'", tables)
    "SELECT SUM(total) FROM orders JOIN users USING (user_id) WHERE gender = 'f'"
    """
    try:
        tree = sqlglot.parse_one(query, dialect="duckdb")
        found = [pair for scope in traverse_scope(tree) for pair in _strangers(scope, known)]
        for condition, within in found:
            condition.replace(within)
        joined = [_join(scope, known) for scope in traverse_scope(tree)]
        put_right = [straightened(tree, known), _extreme(tree)]
        put_right += [ruled(tree, question)] if question else []
        put_right += [redated(tree, times)] if times is not None else []
    except (SqlglotError, RecursionError):
        return query
    counted = _counted(tree)
    mends = bool(found) or any((*joined, *put_right)) or counted is not None
    return (counted or tree).sql(dialect="duckdb") if mends else query


def _join(scope: Scope, known: Known) -> bool:
    """Join the one table that a SELECT of tables leaves out and uses; whether it did."""
    select, sources = scope.expression, list(scope.sources.values())
    read = [source for source in sources if isinstance(source, exp.Table)]
    if not isinstance(select, exp.Select) or not read or len(read) < len(sources):
        return False
    columns = [c for c in scope.columns if c.find_ancestor(exp.Select) is select and not c.table]
    lacking = {column.name for column in columns} - seen(scope, known)
    own = {column: table for table in reversed(read) for column in known.get(table.name, ())}
    for key, table in ONE_TO_MANY:
        theirs = set(known.get(table, ()))
        if key in own and lacking and lacking <= theirs:
            for column in columns:
                if column.name in own and column.name in theirs - {key}:
                    column.set("table", exp.to_identifier(own[column.name].alias_or_name))
            select.join(table, using=[key], copy=False)
            return True
    return False


def _counted(tree: exp.Expr) -> exp.Expr | None:
    """How many groups there are, where a query tells of each group only how many.

    Of groups by customer and something else, such as a day, the customers are counted.
    """
    if (
        not isinstance(tree, exp.Select)
        or tree.args.get("having") is None
        or len(tree.selects) != 1
    ):
        return None
    only, group = tree.selects[0], tree.args.get("group")
    keys = group.expressions if group else []
    who = next((key for key in keys if key.name == "user_id"), None)
    key = keys[0] if len(keys) == 1 else who
    if not isinstance(only.unalias(), exp.Count) or key is None:
        return None
    inner = tree.copy().select(key.copy(), append=False)
    for after in ("order", "limit"):
        inner.set(after, None)
    each = exp.Distinct(expressions=[exp.column(key.name)]) if len(keys) > 1 else exp.Star()
    name = only.alias or "groups"
    outer = exp.select(exp.alias_(exp.Count(this=each), name, quoted=True))
    return outer.from_(inner.subquery("counted"))


def _extreme(tree: exp.Expr) -> bool:
    """`SELECT max(total), order_id` is the row with the most: put in order, the first of it."""
    if not isinstance(tree, exp.Select) or tree.args.get("group") or tree.args.get("order"):
        return False
    ends = [end for column in tree.selects for end in column.find_all(exp.AggFunc)]
    beside = [column for column in tree.selects if not column.find(exp.AggFunc)]
    if not ends or not beside or any(end != ends[0] for end in ends):
        return False
    if not isinstance(ends[0], exp.Max | exp.Min) or tree.find(exp.Window):
        return False
    value, falling = ends[0].this.copy(), isinstance(ends[0], exp.Max)
    for end in ends:
        end.replace(value.copy())
    tree.order_by(exp.Ordered(this=value, desc=falling), copy=False)
    tree.limit(1, copy=False)
    return True


def _strangers(scope: Scope, known: Known) -> Iterator[tuple[exp.Expr, exp.Expr]]:
    """Conditions of one SELECT on a column it cannot see, each with what it is to become."""
    for column in scope.columns:
        within = seen(scope, known, column.table)
        condition = column.find_ancestor(*CONDITIONS)
        if column.name in within or condition is None:
            continue
        if column.find_ancestor(exp.Select) is not scope.expression:
            continue
        if len(list(condition.find_all(exp.Column))) > 1:
            continue
        homes = [table for table, own in known.items() if column.name in own]
        way = next((w for w in WAYS if w[0] in within and [w[1]] == homes), None)
        if way is not None:
            yield condition, _within(condition, way, column.table)


def _within(condition: exp.Expr, way: tuple[str, str, str], table: str) -> exp.Expr:
    """The condition that the key is one of those for which `condition` holds."""
    key, _, source = way
    asked = condition.copy()
    for column in asked.find_all(exp.Column):
        column.set("table", None)
    own = f"{table}.{key}" if table else key
    told = asked.sql(dialect="duckdb")
    within = f"{own} IN (SELECT {key} FROM {source} WHERE {told})"
    return sqlglot.parse_one(within, dialect="duckdb")
