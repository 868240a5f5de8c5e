"""Leaves groups of few people out of a query, as the other tools do.

As in `query_metrics`, only groups told apart by what customers are (region, age band, …) are held
back; lists of single customers by their pseudonym are not. A SELECT that groups over such a column,
or over those whom a condition or a subquery on such a column picks, gets `HAVING count(DISTINCT
user_id) >= MIN_PEOPLE`, wherever it stands in the query, as long as it can see user ids, or reads
one row for each.
"""

from collections.abc import Iterator

from sqlglot import exp
from sqlglot.optimizer.scope import Scope, traverse_scope

from tools.query_metrics import MIN_PEOPLE
from tools.store.schema import TABLES, USERS

KEY = "user_id"
TRAITS = frozenset(USERS.names) - {KEY, "local_time", "registered_at"}


def guarded(tree: exp.Query) -> bool:
    """Add the condition to `tree` wherever it belongs; whether it did anywhere."""
    found = [
        (scope.expression, people)
        for scope in traverse_scope(tree)
        if isinstance(scope.expression, exp.Select)
        and _groups(scope.expression)
        and _tells(scope)
        and (people := _people(scope)) is not None
    ]
    for select, people in found:
        enough = exp.GTE(this=people, expression=exp.Literal.number(MIN_PEOPLE))
        select.having(enough, append=True, copy=False)
    return bool(found)


def _groups(select: exp.Select) -> bool:
    """Whether a row of `select` stands for several people."""
    whole = select.args.get("group") is not None or any(
        aggregate.find_ancestor(exp.Window, exp.Subquery, exp.Select) is select
        for aggregate in select.find_all(exp.AggFunc)
    )
    group = select.args.get("group")
    keys = [*select.expressions, *(group.expressions if group else [])]
    return whole and not any(_is_key(key.unalias()) for key in keys)


def _is_key(key: exp.Expr) -> bool:
    return isinstance(key, exp.Column) and key.name.casefold() == KEY


def _tells(scope: Scope) -> bool:
    """Whether a trait of customers has a say in the rows of `scope`, at any depth."""
    own = any(_is_users(source) for source in scope.sources.values())
    traits = own and any(column.name.casefold() in TRAITS for column in scope.columns)
    return traits or any(_tells(below) for below in _below(scope))


def _below(scope: Scope) -> Iterator[Scope]:
    yield from (source for source in scope.sources.values() if isinstance(source, Scope))
    yield from scope.subquery_scopes


def _is_users(source: exp.Expr | Scope) -> bool:
    """Whether it is the customers themselves, or a subquery that hands on all their columns."""
    if isinstance(source, Scope):
        stars = "*" in getattr(source.expression, "named_selects", [])
        return stars and any(map(_is_users, source.sources.values()))
    return source.name.casefold() == USERS.name


def _people(scope: Scope) -> exp.Expr | None:
    """How many people a row of `scope` stands for; `None` where nothing it reads says."""
    for name, source in sorted(scope.sources.items(), key=lambda of: not _is_users(of[1])):
        if _has_key(source):
            key = exp.column(KEY, table=exp.to_identifier(str(name)) if name else None)
            return exp.Count(this=exp.Distinct(expressions=[key]))
    each = [s for s in scope.sources.values() if isinstance(s, Scope) and _is_one_each(s)]
    return exp.Count(this=exp.Star()) if each and len(scope.sources) == 1 else None


def _has_key(source: exp.Expr | Scope) -> bool:
    if isinstance(source, exp.Table):
        table = TABLES.get(source.name.casefold())
        return table is not None and KEY in table.names
    if not isinstance(source, Scope) or not isinstance(source.expression, exp.Query):
        return False
    selected = {name.casefold() for name in source.expression.named_selects}
    return KEY in selected or (
        "*" in selected and any(_has_key(below) for below in source.sources.values())
    )


def _is_one_each(source: Scope) -> bool:
    """Whether a subquery has one row for each customer, whom it does not name."""
    group = source.expression.args.get("group")
    return group is not None and [_is_key(key) for key in group.expressions] == [True]
