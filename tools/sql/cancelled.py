# ruff: noqa: E501  # a pattern or query reads best on one line; words of the store are quoted
"""The query of orders that were cancelled, in all or in groups."""

import re

from tools.sql import asking
from tools.sql.asked import Asked

_OFF = r"(?:cancell?ed|cancell?ing|called off)"
_UNITS = r"months?|channels?|devices?|regions?|provinces?|states?|countr(?:y|ies)"
GROUPED = re.compile(
    rf"\b(?:{_OFF} orders?|(?:order )?cancell?ations?(?: rates?)?|orders? (?:were |got |are |being )?{_OFF})\s+(?:by|per|for each|in each|across|each|every)\b"
    rf"|\b(?:which|what) (?:{_UNITS})\b.{{0,30}}\b(?:most|highest|fewest|lowest|least|biggest|worst)\b.{{0,20}}\b(?:{_OFF} orders?|cancell?ations?|cancell?ed)\b"
    r"|\bmonthly (?:order )?cancell?ations?\b"
    r"|取消(?:了|掉)?的(?:订单|单子?)[^。？?]{0,4}(?:按|各|每|分|逐)"
    r"|(?:各|每个?|哪一?个|哪些?|按|逐|分)(?:月份?|渠道|设备|地区|省份?|国家?)[^，。？?]{0,10}(?:取消(?:率|的订单|的单|订单|得|最)|订单取消)",
    asking.ANY_CASE | re.S,
)
"""Questions for cancelled orders in groups."""
CANCELLED = re.compile(
    rf"(?=.*(?:{asking.HOW_MANY}|\b(?:share|percent\w*|rate|proportion|part)\b))(?=.*\borders?\b).*\b(?:cancell?ed|cancell?ations?|cancell?ing|called off)\b"
    r"|(?=.*(?:多少|几[单笔个]|占比|比例|率)).*(?:取消(?:了|掉|率|的订单|的单|订单)|(?:订单|单子)[^，。]{0,6}(?:被)?取消)"
    rf"|{GROUPED.pattern}",
    asking.ANY_CASE | re.S,
)
"""Questions for cancelled orders, or for their share."""


def cancelled(asked: Asked) -> str | None:
    """Orders that were cancelled, and their share of all that were placed."""
    groups = [group for group in asking.GROUPS if re.search(group[2], asked.text, asking.ANY_CASE)]
    rest = re.sub(groups[0][2], " ", asked.text, flags=asking.ANY_CASE) if groups else asked.text
    rest = rest.replace("各有", "有")
    if len(groups) > 1 or not asked.only("users") or asking.SPLIT.search(rest):
        return None
    count, share = (
        ("取消的订单数", "占全部订单") if asked.zh else ("cancelled orders", "share of all orders")
    )
    off = "count(*) FILTER (status = 'cancelled')"
    placed = f" WHERE {asked.placed()}" if asked.placed() else ""
    counted = f'{off} AS "{count}", {off} / count(*) AS "{share}" FROM orders'
    if not groups:
        return f"SELECT {counted}{placed}"
    column, names, _ = groups[0]
    tied = " JOIN users USING (user_id)" if column in asking.OF_USERS else ""
    order = "1" if column in asking.TIMES else "2 DESC, 1"
    named = names[0] if asked.zh else names[1]
    return f'SELECT {column} AS "{named}", {counted}{tied}{placed} GROUP BY 1 ORDER BY {order}'
