"""Puts right columns that a SELECT uses and cannot see, or sees twice.

A condition on what only the subquery sees goes into it; a group that nothing read selects, left
behind by who copies an example, goes; a column of two tables is that of the table whose rows count.
"""

from collections.abc import Iterator, Mapping

from sqlglot import exp
from sqlglot.optimizer.scope import Scope, traverse_scope

from tools.sql.conditions import conditions, keep

Known = Mapping[str, tuple[str, ...]]
"""Columns of each table that can be asked of."""
COUNTED = ("orders", "events", "exposures", "reviews", "order_lines", "users", "items", "campaigns")
"""Tables by whose rows a query counts, the likeliest first."""


def seen(scope: Scope, known: Known, called: str = "") -> set[str]:
    """Names that one SELECT can use: of what it reads, or only of what is `called` so there."""
    query = scope.expression
    own = query.selects if isinstance(query, exp.Query) and not called else []
    named = {str(column.alias) for column in own if column.alias}
    for name, source in scope.sources.items():
        if called in ("", name):
            named |= _handed_on(source, known)
    return named


def _handed_on(source: exp.Expr | Scope, known: Known) -> set[str]:
    if isinstance(source, exp.Table):
        return set(known.get(source.name, ()))
    query = source.expression if isinstance(source, Scope) else None
    if not isinstance(query, exp.Query) or not isinstance(source, Scope):
        return set()
    names = set(query.named_selects)
    below = (_handed_on(one, known) for one in source.sources.values())
    return names.union(*below) if "*" in names else names


def straightened(tree: exp.Expr, known: Known) -> bool:
    """Put right what can be in every SELECT of `tree`; whether anything was."""
    scopes = [s for s in traverse_scope(tree) if isinstance(s.expression, exp.Select)]
    done = [step(s, known) for step in (_sunk, _ungrouped, _told_apart) for s in scopes]
    return any(done)


def _sunk(scope: Scope, known: Known) -> bool:
    """Move conditions into the one subquery that is read, where only it can see their columns."""
    select, sources = scope.expression, list(scope.sources.values())
    inner = sources[0] if len(sources) == 1 else None
    if not isinstance(select, exp.Select) or not isinstance(inner, Scope):
        return False
    if not isinstance(inner.expression, exp.Select):
        return False
    sunk = [part for part in conditions(select) if _belongs(part, scope, inner, known)]
    for part in sunk:
        moved = part.copy()
        for column in moved.find_all(exp.Column):
            column.set("table", None)
        inner.expression.where(moved, copy=False)
    keep(select, [part for part in conditions(select) if part not in sunk])
    return bool(sunk)


def _belongs(part: exp.Expr, scope: Scope, inner: Scope, known: Known) -> bool:
    names = {column.name for column in part.find_all(exp.Column)}
    lone = not part.find(exp.Select)
    return lone and bool(names) and not names & seen(scope, known) and names <= seen(inner, known)


def _ungrouped(scope: Scope, known: Known) -> bool:
    """Drop groups by what nothing read selects."""
    select = scope.expression
    group = select.args.get("group")
    if not isinstance(select, exp.Select) or group is None:
        return False
    lost = [key for key in _keys(select, group) if _is_lost(key, scope, known)]
    kept = [key for key in _keys(select, group) if key not in lost]
    columns = [one for one in select.expressions if one.unalias() not in lost]
    if not lost or not columns or len(columns) == len(select.expressions):
        return False
    select.set("expressions", columns)
    select.set("group", exp.Group(expressions=kept) if kept else None)
    for after in ("order", "limit"):  # of a list that is no longer one, or was by place
        select.set(after, None)
    return True


def _keys(select: exp.Select, group: exp.Group) -> Iterator[exp.Expr]:
    """What is grouped by, a place in the list of columns as the column itself."""
    for key in group.expressions:
        place = key.is_int and 0 < int(key.name) <= len(select.expressions)
        yield (select.expressions[int(key.name) - 1].unalias() if place else key).copy()


def _is_lost(key: exp.Expr, scope: Scope, known: Known) -> bool:
    if not isinstance(key, exp.Column):
        return False
    sources = scope.sources.items()
    handed = (_handed_on(s, known) for name, s in sources if key.table in ("", name))
    return key.name not in set().union(*handed)


def _told_apart(scope: Scope, known: Known) -> bool:
    """Say of a column that two tables have which is meant: that of the rows counted."""
    select = scope.expression
    shared = {
        str(key.name)
        for join in select.args.get("joins") or []
        for key in join.args.get("using") or []
    }
    tables = [(name, s) for name, s in scope.sources.items() if isinstance(s, exp.Table)]
    tables.sort(key=lambda of: COUNTED.index(of[1].name) if of[1].name in COUNTED else len(COUNTED))
    done = False
    for column in scope.columns:
        if column.table or column.name in shared or column.find_ancestor(exp.Select) is not select:
            continue
        homes = [name for name, table in tables if column.name in known.get(table.name, ())]
        if len(homes) > 1:
            column.set("table", exp.to_identifier(homes[0]))
            done = True
    return done
