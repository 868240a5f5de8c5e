# ruff: noqa: E501, S608  # a query reads best on one line; words of the store are quoted
"""The queries that answer questions of a few plain shapes."""

import re
from collections.abc import Callable

from tools.numerals import number_of
from tools.sql import asking
from tools.sql.asked import Asked
from tools.sql.busy_days import BUSY, busy_days
from tools.sql.cancelled import CANCELLED, cancelled
from tools.sql.discounts import DISCOUNTS, discounts
from tools.sql.guests import GUESTS, of_guests
from tools.sql.intervals import INTERVALS, intervals
from tools.sql.lasting import LATE, lasting, late
from tools.sql.overlooked import OVERLOOKED, overlooked
from tools.sql.pareto import PARETO, pareto
from tools.sql.sized import SIZED, sized
from tools.sql.stars import STARRED, starred


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
    if found is None or not asked.only("users") or asking.OF_FIRST.search(asked.text):
        return None
    n = max(2, number_of(found["n"] or found["zn"] or "2"))
    days = (
        f"FROM (SELECT user_id, local_time::DATE AS day, count(*) AS n FROM orders WHERE {asked.sold()}"
        f" AND user_id IS NOT NULL GROUP BY ALL HAVING count(*) >= {n})"
    )
    if asking.LISTED.search(asked.text) and not asking.COUNTS.search(asked.text):
        who, day, orders = ("顾客", "日期", "订单数") if asked.zh else ("customer", "day", "orders")
        return f'SELECT user_id AS "{who}", day AS "{day}", n AS "{orders}" {days} ORDER BY 3 DESC, 2, 1'
    named = (
        f"同一天下过{n}单及以上的顾客数"
        if asked.zh
        else f"customers with {n} or more orders on one day"
    )
    return f'SELECT count(DISTINCT user_id) AS "{named}" {days}'


def _varied(asked: Asked) -> str | None:
    found = asking.VARIED.search(asked.text)
    if found is None or not asked.only("users", "items") or not asking.COUNTS.search(asked.text):
        return None
    n = number_of(found["n"] or found["zn"]) + bool(found["over"] or found["zover"])
    what = (found["what"] or found["zwhat"]).lower()
    of_orders = bool(asking.ONE_ORDER.search(asked.text))
    plainly = bool(asking.HOW_MANY_ORDERS.search(asked.text))
    if n < 2 or (not plainly and of_orders == bool(asking.WHO.search(asked.text))):
        return None
    key, kind = (
        ("order_id", ("订单数", "orders")) if of_orders else ("user_id", ("顾客数", "customers"))
    )
    column, of = next(
        (c, names) for c, names in asking.KINDS.items() if c == "item_id" or what in names
    )
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
    text = asking.ASIDES.sub("", asked.text)
    if not asked.only("users", "items") or not asking.COUPONED.search(text):
        return None
    if asking.PARTS.search(text):
        return None
    conditions = [] if asked.codes else ["coupon IS NOT NULL"]
    conditions += ["status = 'returned'"] if asking.SENT_BACK.search(text) else []
    orders, amount = ("订单数", "订单总金额") if asked.zh else ("orders", "total amount")
    more = f', sum(total) AS "{amount}"' if asking.AMOUNT.search(text) else ""
    where = " AND ".join([*conditions, asked.sold(), *_holding(asked)])
    return f'SELECT count(*) AS "{orders}"{more} FROM orders WHERE {where}'


def _holding(asked: Asked) -> list[str]:
    """The condition of orders that they hold what is named, all of it where the words want that."""
    lines = "order_id IN (SELECT order_id FROM order_lines JOIN items USING (item_id) WHERE {})"
    found = []
    for condition in asked.values.get("items", []):
        column, _, values = condition.removesuffix(")").partition(" IN (")
        each = re.findall(r"'(?:[^']|'')*'", values)
        apart = len(each) > 1 and asking.ALL_IN_ONE.search(asked.text)
        found += [f"{column} = {value}" for value in each] if apart else [condition]
    return [lines.format(condition) for condition in found]


def _codes(asked: Asked) -> str | None:
    if not asked.only("users") or asking.OTHERWISE.search(asked.text):
        return None
    code, orders = ("优惠码", "订单数") if asked.zh else ("coupon code", "orders")
    return (
        f'SELECT coupon AS "{code}", count(*) AS "{orders}" FROM orders WHERE {asked.sold()}'
        " AND coupon IS NOT NULL GROUP BY coupon ORDER BY count(*) DESC"
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
    if asking.LATER.search(asked.text):
        return None
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


def _unsold(asked: Asked) -> str | None:
    """Items that people looked at, saved or put into a cart, and never bought."""
    if not asked.only("items"):
        return None
    event = next(e for e, words in asking.WANTED if re.search(words, asked.text, asking.ANY_CASE))
    wanted = " AND ".join(filter(None, [f"event_type = '{event}'", asked.when]))
    only = "".join(f" AND {condition}" for condition in asked.values.get("items", []))
    where = (
        f"item_id IN (SELECT item_id FROM events WHERE {wanted}) AND item_id NOT IN"
        f" (SELECT item_id FROM order_lines JOIN orders USING (order_id) WHERE {asked.sold()}){only}"
    )
    item, title, number = ("商品编号", "商品", "商品数") if asked.zh else ("item", "title", "items")
    if asking.COUNTS.search(asked.text):
        return f'SELECT count(*) AS "{number}" FROM items WHERE {where}'
    return f'SELECT item_id AS "{item}", title AS "{title}" FROM items WHERE {where} ORDER BY 2'


SHAPES: tuple[tuple[Callable[[str], object], Callable[[Asked], str | None]], ...] = (
    (asking.SILENT.search, _silent),
    (asking.SAME_DAY.search, _same_day),
    (asking.CODES.search, _codes),
    (asking.COUPONED.search, _with_coupon),
    (asking.VARIED.search, _varied),
    (LATE.search, late),
    (asking.LASTS.search, lasting),
    (asking.MEDIAN.search, _median),
    (asking.EMPTY.search, _empty),
    (asking.LARGEST.search, _largest),
    (asking.RATED.search, _rated),
    (CANCELLED.search, cancelled),
    (asking.UNSOLD.search, _unsold),
    (SIZED.search, sized),
    (STARRED.search, starred),
    (GUESTS.search, of_guests),
    (BUSY.search, busy_days),
    (DISCOUNTS.search, discounts),
    (PARETO.search, pareto),
    (INTERVALS.search, intervals),
    (OVERLOOKED.search, overlooked),
)
COLUMNS = ("orders.coupon", "orders.shipped_at", "orders.delivered_at", "orders.status", "items.category",
            "items.brand", "items.stock", "order_lines.discount", "reviews.item_id", "reviews.rating", "reviews.user_id", "events.event_type", "items.title", "users.region", "users.country",
            "orders.channel", "orders.device")  # fmt: skip
"""Columns that a store may lack."""
