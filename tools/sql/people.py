"""Leaves groups of few people out of a query, as the other tools do.

As in `query_metrics`, only groups told apart by what customers are (region, age band, …) are held
back; lists of single customers by their pseudonym are not. A SELECT that groups over such a column
gets `HAVING count(DISTINCT user_id) >= MIN_PEOPLE`, wherever it stands in the query, as long as it
can see user ids: in `users` itself, or in a subquery that hands them on.
"""

from sqlglot import exp
from sqlglot.optimizer.scope import Scope, traverse_scope

from tools.query_metrics import MIN_PEOPLE
from tools.store.schema import USERS

KEY = "user_id"
TRAITS = frozenset(USERS.names) - {KEY, "local_time", "registered_at"}


def guarded(tree: exp.Query) -> bool:
    """Add the condition to `tree` wherever it belongs; whether it did anywhere."""
    found = [
        (scope.expression, source)
        for scope in traverse_scope(tree)
        if isinstance(scope.expression, exp.Select)
        and _groups(scope.expression)
        and (source := _people(scope)) is not None
    ]
    for select, source in found:
        people = exp.Count(
            this=exp.Distinct(expressions=[exp.column(KEY, table=exp.to_identifier(source))])
        )
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


def _people(scope: Scope) -> str | None:
    """The source of `scope` that knows user ids and whose traits it uses; `None` without one."""
    used = {(c.table, c.name.casefold()) for c in scope.columns if c.name.casefold() in TRAITS}
    for name, source in scope.sources.items():
        columns = {trait for table, trait in used if table in ("", name)}
        if columns and _knows(source, columns):
            return str(name)
    return None


def _knows(source: exp.Expr | Scope, traits: set[str]) -> bool:
    if isinstance(source, exp.Table):
        return source.name.casefold() == USERS.name
    if not isinstance(source, Scope):
        return False
    query = source.expression
    named = query.named_selects if isinstance(query, exp.Query) else []
    selected = {name.casefold() for name in named}
    if "*" in selected:
        return any(_knows(below, traits) for below in source.sources.values())
    return KEY in selected and bool(traits & selected) and _from_users(source)


def _from_users(scope: Scope) -> bool:
    return any(
        _from_users(source) if isinstance(source, Scope) else source.name.casefold() == USERS.name
        for source in scope.sources.values()
    )
