# ruff: noqa: E501, S608  # a query reads best on one line; words of the store are quoted
"""The queries that answer questions of a few plain shapes."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tools.numerals import number_of
from tools.sql import asking

SOLD = "status <> 'cancelled'"


@dataclass(frozen=True)
class Asked:
    """A question as a shape sees it.

    Attributes:
        text: The question.
        when: Condition on the days of orders, empty for all time.
        values: Conditions on items and on customers, by their table.
        zh: Whether it is in Chinese.
        codes: Codes of coupons that it names, quoted.
    """

    text: str
    when: str
    values: dict[str, list[str]]
    zh: bool
    codes: tuple[str, ...] = ()

    def only(self, *homes: str) -> bool:
        """Whether nothing is named but what belongs to these tables."""
        return set(self.values) <= set(homes)

    def placed(self) -> str:
        """Conditions of orders, kept or not, as the end of a WHERE; empty for none."""
        parts = [self.when] if self.when else []
        if users := self.values.get("users"):
            parts.append(f"user_id IN (SELECT user_id FROM users WHERE {' AND '.join(users)})")
        return " AND ".join(parts)

    def sold(self, *, items: bool = False) -> str:
        """Conditions of orders kept, as the end of a WHERE."""
        of_items = self.values.get("items", []) if items else []
        return " AND ".join([SOLD, *filter(None, [self.placed()]), *of_items])


def _silent(asked: Asked) -> str | None:
    if asked.when or not asked.only("items"):
        return None
    named = "没有任何评价的商品数" if asked.zh else "items without any review"
    only = "".join(f" AND {condition}" for condition in asked.values.get("items", []))
    return (
        f'SELECT count(*) AS "{named}" FROM items'
        f" WHERE item_id NOT IN (SELECT item_id FROM reviews WHERE item_id IS NOT NULL){only}"
    )


def _same_day(asked: Asked) -> str | None:
    found = asking.SAME_DAY.search(asked.text)
    if found is None or not asked.only("users"):
        return None
    n = max(2, number_of(found["n"] or found["zn"] or "2"))
    named = (
        f"同一天下过{n}单及以上的顾客数"
        if asked.zh
        else f"customers with {n} or more orders on one day"
    )
    return (
        f'SELECT count(DISTINCT user_id) AS "{named}" FROM (SELECT user_id, local_time::DATE AS day FROM orders'
        f" WHERE {asked.sold()} AND user_id IS NOT NULL GROUP BY ALL HAVING count(*) >= {n})"
    )


def _varied(asked: Asked) -> str | None:
    found = asking.VARIED.search(asked.text)
    if found is None or not asked.only("users", "items") or not asking.COUNTS.search(asked.text):
        return None
    n = number_of(found["n"] or found["zn"]) + bool(found["over"] or found["zover"])
    brands = (found["what"] or found["zwhat"]).lower() in ("brands", "品牌")
    of_orders = bool(asking.ONE_ORDER.search(asked.text))
    if n < 2 or of_orders == bool(asking.WHO.search(asked.text)):
        return None
    key, kind = (
        ("order_id", ("订单数", "orders")) if of_orders else ("user_id", ("顾客数", "customers"))
    )
    column, of = ("brand", ("品牌", "brands")) if brands else ("category", ("品类", "categories"))
    named = (
        f"含{n}个及以上{of[0]}的{kind[0]}" if asked.zh else f"{kind[1]} with {n} or more {of[1]}"
    )
    return (
        f'SELECT count(*) AS "{named}" FROM (SELECT {key} FROM orders JOIN order_lines USING (order_id)'
        f" JOIN items USING (item_id) WHERE {asked.sold(items=True)} AND {key} IS NOT NULL"
        f" GROUP BY {key} HAVING count(DISTINCT {column}) >= {n})"
    )


def _with_coupon(asked: Asked) -> str | None:
    """Orders with a coupon, or with one that is named; whether they were sent back."""
    if (
        not asked.only("users")
        or not asking.COUPONED.search(asked.text)
        or asking.PARTS.search(asked.text)
    ):
        return None
    conditions = [f"coupon IN ({', '.join(asked.codes)})" if asked.codes else "coupon IS NOT NULL"]
    sent_back = asking.SENT_BACK.search(asked.text)
    conditions += ["status = 'returned'"] if sent_back else []
    orders, amount = ("订单数", "订单总金额") if asked.zh else ("orders", "total amount")
    more = f', sum(total) AS "{amount}"' if asking.AMOUNT.search(asked.text) else ""
    where = " AND ".join([*conditions, asked.sold()])
    return f'SELECT count(*) AS "{orders}"{more} FROM orders WHERE {where}'


def _codes(asked: Asked) -> str | None:
    if not asked.only("users"):
        return None
    code, orders = ("优惠码", "订单数") if asked.zh else ("coupon code", "orders")
    return (
        f'SELECT coupon AS "{code}", count(*) AS "{orders}" FROM orders WHERE {asked.sold()}'
        " AND coupon IS NOT NULL GROUP BY coupon ORDER BY count(*) DESC"
    )


def _lasting(asked: Asked) -> str | None:
    steps = [
        (a, b) for a, b, pattern in asking.STEPS if re.search(pattern, asked.text, asking.ANY_CASE)
    ]
    if not steps or not asked.only("users"):
        return None
    first, last = steps[0]
    hours = re.search(r"\bhours?\b|小时", asked.text, asking.ANY_CASE)
    middle = "median" if re.search(r"\bmedian\b|中位", asked.text, asking.ANY_CASE) else "avg"
    unit = ("小时", "hours") if hours else ("天", "days")
    named = (
        (f"平均{unit[0]}数" if middle == "avg" else f"{unit[0]}数的中位数")
        if asked.zh
        else f"{'mean' if middle == 'avg' else 'median'} {unit[1]}"
    )
    return (
        f'SELECT {middle}(epoch({last} - {first})) / {3600 if hours else 86400} AS "{named}" FROM orders'
        f" WHERE {asked.sold()} AND {first} IS NOT NULL AND {last} IS NOT NULL"
    )


def _median(asked: Asked) -> str | None:
    if not asked.only("users"):
        return None
    named = "订单金额的中位数" if asked.zh else "median order value"
    return (
        f'SELECT median(amount) AS "{named}" FROM (SELECT sum(quantity * unit_price - coalesce(discount, 0)) AS amount'
        f" FROM orders JOIN order_lines USING (order_id) WHERE {asked.sold()} GROUP BY order_id)"
    )


def _empty(asked: Asked) -> str | None:
    """Items of which none is left."""
    if asked.when or not asked.only("items"):
        return None
    named = "库存为零的商品数" if asked.zh else "items out of stock"
    only = "".join(f" AND {condition}" for condition in asked.values.get("items", []))
    return f'SELECT count(*) AS "{named}" FROM items WHERE stock <= 0{only}'


def _rated(asked: Asked) -> str | None:
    """Customers by the stars they gave, all of them or any."""
    stars = dict.fromkeys(
        number_of(found["n"] or found["zn"]) for found in asking.STARS.finditer(asked.text)
    )
    both = bool(asking.BOTH.search(asked.text))
    if asked.when or not asked.only("items") or len(stars) != (2 if both else 1):
        return None
    told = "、".join(f"{n}星" for n in stars) if asked.zh else " and ".join(map(str, stars))
    named = f"给过{told}的顾客数" if asked.zh else f"customers who gave {told} stars"
    only = (
        [f"item_id IN (SELECT item_id FROM items WHERE {' AND '.join(asked.values['items'])})"]
        if asked.values
        else []
    )
    where = " AND ".join(["user_id IS NOT NULL", *only])
    having = " AND ".join(f"bool_or(rating = {n})" for n in stars)
    return f'SELECT count(*) AS "{named}" FROM (SELECT user_id FROM reviews WHERE {where} GROUP BY user_id HAVING {having})'


def _cancelled(asked: Asked) -> str | None:
    """Orders that were cancelled, and their share of all that were placed."""
    if not asked.only("users") or asking.SPLIT.search(asked.text):
        return None
    count, share = (
        ("取消的订单数", "占全部订单") if asked.zh else ("cancelled orders", "share of all orders")
    )
    cancelled = "count(*) FILTER (status = 'cancelled')"
    placed = f" WHERE {asked.placed()}" if asked.placed() else ""
    return (
        f'SELECT {cancelled} AS "{count}", {cancelled} / count(*) AS "{share}" FROM orders{placed}'
    )


def _largest(asked: Asked) -> str | None:
    """The largest order, by its pieces where these are asked for, else by its amount."""
    if not asked.only("users"):
        return None
    order, pieces, amount = (
        ("订单号", "件数", "金额") if asked.zh else ("order", "pieces", "amount")
    )
    counted = bool(asking.PIECES.search(asked.text))
    size, unit = (
        ("sum(quantity)", pieces)
        if counted
        else ("sum(quantity * unit_price - coalesce(discount, 0))", amount)
    )
    return (
        f'SELECT order_id AS "{order}", {size} AS "{unit}" FROM orders JOIN order_lines USING (order_id)'
        f" WHERE {asked.sold()} GROUP BY order_id ORDER BY 2 DESC, 1 LIMIT 1"
    )


SHAPES: tuple[tuple[Callable[[str], object], Callable[[Asked], str | None]], ...] = (
    (asking.SILENT.search, _silent),
    (asking.SAME_DAY.search, _same_day),
    (asking.CODES.search, _codes),
    (asking.COUPONED.search, _with_coupon),
    (asking.VARIED.search, _varied),
    (asking.LASTS.search, _lasting),
    (asking.MEDIAN.search, _median),
    (asking.EMPTY.search, _empty),
    (asking.LARGEST.search, _largest),
    (asking.RATED.search, _rated),
    (asking.CANCELLED.search, _cancelled),
)
COLUMNS = ("orders.coupon", "orders.shipped_at", "orders.delivered_at", "orders.status", "items.category",
            "items.brand", "items.stock", "order_lines.discount", "reviews.item_id", "reviews.rating", "reviews.user_id")  # fmt: skip
"""Columns that a store may lack."""
