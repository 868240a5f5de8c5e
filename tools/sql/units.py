"""What the numbers of a query's columns are, as far as the columns they come from tell."""

from collections.abc import Mapping

from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import Scope, build_scope

from tools.store.schema import TABLES
from tools.wording.values import Unit

Known = Mapping[str, tuple[str, ...]]
DEEPEST = 40  # expressions within expressions that are followed
SAME = (
    exp.Sum, exp.Max, exp.Min, exp.AnyValue, exp.First, exp.Last, exp.Lag, exp.Lead,
    exp.FirstValue, exp.LastValue, exp.Round, exp.Abs, exp.Ceil, exp.Floor, exp.Cast, exp.TryCast,
    exp.Paren, exp.Alias, exp.Window, exp.Filter, exp.Neg, exp.Median, exp.IgnoreNulls,
    exp.Distinct, exp.ArgMax, exp.ArgMin, exp.Mod, exp.WithinGroup,
)  # fmt: skip
"""What keeps the unit of what it is applied to."""
AVERAGES = (exp.Avg, exp.Stddev, exp.StddevPop, exp.StddevSamp, exp.Quantile, exp.PercentileCont)


def units_of(tree: exp.Query, known: Known) -> list[Unit | None]:
    """Unit of each column of `tree`, in order; empty where it cannot be told."""
    schema: dict[str, object] = {t: dict.fromkeys(own, "VARCHAR") for t, own in known.items()}
    try:
        full = qualify(tree.copy(), schema=schema, dialect="duckdb", validate_qualify_columns=False)
        scope = build_scope(full)
        first = _leftmost(scope) if scope else None
        return [_unit(column, first, 0) for column in _selects(first)] if first else []
    except (SqlglotError, RecursionError, AttributeError, KeyError):
        return []


def _selects(scope: Scope) -> list[exp.Expr]:
    """What `scope` selects, in order."""
    query = scope.expression
    return list(query.selects) if isinstance(query, exp.Query) else []


def _leftmost(scope: Scope) -> Scope:
    """The first SELECT of a union, which names its columns."""
    while scope.set_operation_scopes:
        scope = scope.set_operation_scopes[0]
    return scope


def _unit(node: exp.Expr, scope: Scope, depth: int) -> Unit | None:
    if depth > DEEPEST:
        return None
    match node:
        case exp.Column():
            return _of_column(node, scope, depth)
        case exp.Cast() | exp.TryCast() if node.to.is_type("date", "timestamp", "varchar", "text"):
            return None
        case exp.Count() | exp.CountIf() | exp.RowNumber() | exp.Rank() | exp.DenseRank():
            return "count"
        case exp.ApproxDistinct() | exp.Length():
            return "count"
        case exp.DateDiff():
            return "days" if node.text("unit").casefold() in ("", "day") else "count"
        case exp.Mul() | exp.Div() | exp.IntDiv():
            return _of_product(node, scope, depth)
        case exp.Subquery():
            below = next((s for s in scope.subquery_scopes if s.expression is node.this), None)
            return _unit(node.this.selects[0], below, depth + 1) if below else None
    if isinstance(node, AVERAGES):
        inner = _unit(node.this, scope, depth + 1)
        return "number" if inner == "count" else inner
    return _agreed([_unit(part, scope, depth + 1) for part in _parts(node)])


def _parts(node: exp.Expr) -> list[exp.Expr]:
    """What `node` takes its unit from; nothing where it has none."""
    match node:
        case exp.Add() | exp.Sub():
            parts = [node.this, node.expression]
        case exp.Coalesce() | exp.Greatest() | exp.Least():
            parts = [node.this, *node.expressions]
        case exp.Nullif():
            parts = [node.this]
        case exp.Case():
            parts = [
                *(branch.args["true"] for branch in node.args["ifs"]),
                node.args.get("default"),
            ]
        case exp.If():
            parts = [node.args["true"], node.args.get("false")]
        case _:
            parts = [node.this] if isinstance(node, SAME) else []
    bare = [part for part in parts if part is not None]
    return [part for part in bare if not isinstance(part, exp.Literal | exp.Null)]


def _agreed(units: list[Unit | None]) -> Unit | None:
    return units[0] if len(set(units)) == 1 else None


def _of_product(node: exp.Mul | exp.Div | exp.IntDiv, scope: Scope, depth: int) -> Unit | None:
    """Money times or by a plain number is money; the rest are plain numbers."""
    top, other = (_unit(part, scope, depth + 1) for part in (node.this, node.expression))
    if isinstance(node, exp.Mul):
        return "money" if (top == "money") != (other == "money") else "number"
    return "money" if top == "money" and other != "money" else "number"


def _of_column(column: exp.Column, scope: Scope, depth: int) -> Unit | None:
    source = scope.sources.get(column.table)
    if isinstance(source, Scope):
        first = _leftmost(source)
        below = {part.alias_or_name: part for part in _selects(first)}
        found = below.get(column.name)
        return _unit(found, first, depth + 1) if found is not None else None
    if not isinstance(source, exp.Table) or source.name not in TABLES:
        return None
    spec = {c.name: c.kind for c in TABLES[source.name]}
    if column.name == "rating":
        return "rating"
    return {"money": "money", "integer": "count"}.get(spec.get(column.name, ""))  # type: ignore[return-value]  # units
