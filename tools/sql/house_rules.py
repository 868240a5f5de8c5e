"""What every query about a store keeps to, whether or not it was written down.

Orders that were cancelled are left out unless the question speaks of them; sales to nobody known
are no customer, and no coupon is no coupon. Who asks how many and what share is told both.
"""

import re

from sqlglot import exp
from sqlglot.optimizer.scope import Scope, traverse_scope

STATUS, CANCELLED, ORDERS, ORDER = "status", "cancelled", "orders", "order_id"
USER, COUPON = "user_id", "coupon"
ABOUT_STATUS = re.compile(
    r"\bcancel\w*|\bstatus\b|\brefund\w*|\breturn(?:s|ed)\b|\bsent back\b"
    r"|取消|退[货貨款单單回]|状态|狀態|作废",
    re.IGNORECASE,
)
"""Words for orders that did not stand."""
UNCOUPONED = re.compile(
    r"\b(?:without|no|with or|un)\W?(?:a |any )?(?:coupon|code|voucher)"
    r"|[没沒未不無无][^，。]{0,3}[券码碼]",
    re.IGNORECASE,
)
"""Words for orders without a coupon."""
HOW_MANY = re.compile(
    r"\bhow many\b|\bnumber of\b|[有是]?多少(?!钱|錢|成|比)|几[个位名单笔]", re.IGNORECASE
)
WHAT_SHARE = re.compile(
    r"\b(?:share|percent\w*|proportion|part of|fraction)\b"
    r"|占比|占了?多少|占[^，。]{0,8}[几多幾]|比例|百分之",
    re.IGNORECASE,
)


def ruled(tree: exp.Expr, question: str) -> bool:
    """Add to `tree` the conditions that it lacks; whether it lacked any."""
    scopes = traverse_scope(tree)
    counts_all = ABOUT_STATUS.search(question) or _names(tree, STATUS) or _finds_one(tree)
    kept = [] if counts_all else [_stand(scope) for scope in scopes]
    keys = [USER] if UNCOUPONED.search(question) else [USER, COUPON]
    known = [_known(scope, key) for scope in scopes for key in keys]
    return any([*kept, *known, _both_told(tree, question)])


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


def _known(scope: Scope, name: str) -> bool:
    """Leave out what has none, of groups by the column `name`; whether there are such groups."""
    select = scope.expression
    if not isinstance(select, exp.Select):
        return False
    group = select.args.get("group")
    keys = group.expressions if group else []
    found = next((k for k in keys if isinstance(k, exp.Column) and k.name == name), None)
    where = select.args.get("where")
    if found is None or (where and any(i.this.name == name for i in where.find_all(exp.Is))):
        return False
    select.where(exp.Not(this=exp.Is(this=found.copy(), expression=exp.Null())), copy=False)
    return True


def _both_told(tree: exp.Expr, question: str) -> bool:
    """Tell of a share also how many it is of, where both are asked for."""
    if not (HOW_MANY.search(question) and WHAT_SHARE.search(question)):
        return False
    (only,) = tree.selects if isinstance(tree, exp.Select) and len(tree.selects) == 1 else (None,)
    share = only.unalias() if only else None
    if not isinstance(tree, exp.Select) or not isinstance(share, exp.Div):
        return False
    if not share.this.find(exp.Count):
        return False
    named = "数量" if re.search(r"[一-鿿]", question) else "number"
    tree.select(exp.alias_(share.this.copy(), named, quoted=True), copy=False)
    return True
