"""The conditions of a SELECT, one by one."""

from collections.abc import Sequence

from sqlglot import exp


def conditions(select: exp.Select) -> list[exp.Expr]:
    """What its WHERE wants all of; empty without one."""
    where = select.args.get("where")
    if where is None:
        return []
    return list(where.this.flatten()) if isinstance(where.this, exp.And) else [where.this]


def keep(select: exp.Select, kept: Sequence[exp.Expr]) -> None:
    """Let `select` want these conditions and no others."""
    parts = [part.copy() for part in kept]
    select.set("where", exp.Where(this=exp.and_(*parts)) if parts else None)
