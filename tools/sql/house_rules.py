"""What every query about a store keeps to, whether or not it was written down.

Orders that were cancelled are left out unless the question speaks of them, and sales to nobody
known are no customer.
"""

import re

from sqlglot import exp
from sqlglot.optimizer.scope import Scope, traverse_scope

STATUS, CANCELLED, ORDERS, USER, ORDER = "status", "cancelled", "orders", "user_id", "order_id"
ABOUT_STATUS = re.compile(
    r"\bcancel\w*|\bstatus\b|\brefund\w*|\breturn(?:s|ed)\b|\bsent back\b"
    r"|取消|退[货貨款单單回]|状态|狀態|作废",
    re.IGNORECASE,
)
"""Words for orders that did not stand."""


def ruled(tree: exp.Expr, question: str) -> bool:
    """Add to `tree` the conditions that it lacks; whether it lacked any."""
    scopes = traverse_scope(tree)
    counts_all = ABOUT_STATUS.search(question) or _names(tree, STATUS) or _finds_one(tree)
    kept = [] if counts_all else [_stand(scope) for scope in scopes]
    return any([*kept, *map(_known, scopes)])


def _names(tree: exp.Expr, name: str) -> bool:
    return any(column.name.casefold() == name for column in tree.find_all(exp.Column))


def _finds_one(tree: exp.Expr) -> bool:
    """Whether one order is looked up by its id."""
    equal = tree.find_all(exp.EQ)
    return any(e.this.name == ORDER and isinstance(e.expression, exp.Literal) for e in equal)


def _stand(scope: Scope) -> bool:
    """Leave cancelled orders out of what one SELECT reads; whether it reads any."""
    select = scope.expression
    if not isinstance(select, exp.Select):
        return False
    joins = select.args.get("joins") or []
    loose = {
        join.this.alias_or_name for join in joins if join.side or join.kind in ("ANTI", "SEMI")
    }
    for name, source in scope.sources.items():
        if isinstance(source, exp.Table) and source.name == ORDERS and name not in loose:
            status = exp.column(STATUS, table=name if len(scope.sources) > 1 else None)
            select.where(exp.NEQ(this=status, expression=exp.Literal.string(CANCELLED)), copy=False)
            return True
    return False


def _known(scope: Scope) -> bool:
    """Leave sales to nobody known out of groups by customer; whether there are such groups."""
    select = scope.expression
    if not isinstance(select, exp.Select):
        return False
    group = select.args.get("group")
    keys = group.expressions if group else []
    who = next((k for k in keys if isinstance(k, exp.Column) and k.name == USER), None)
    where = select.args.get("where")
    if who is None or (where and any(i.this.name == USER for i in where.find_all(exp.Is))):
        return False
    select.where(exp.Not(this=exp.Is(this=who.copy(), expression=exp.Null())), copy=False)
    return True
