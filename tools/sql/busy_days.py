# ruff: noqa: E501, S608  # a pattern or query reads best on one line; words of the store are quoted
"""The query of how many days brought more than so many orders, or more than so much."""

import re

from tools.numerals import EN_NUMBER, number_of
from tools.sql import asking
from tools.sql.asked import Asked

_N = rf"(?P<n>\d[\d,]*(?:\.\d+)?|{EN_NUMBER})"
_ZN = r"(?P<zn>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千]+)(?P<wan>万)?"
_ORDERS = r"(?P<orders>(?:separate |single )?orders?|sales orders)\b"
_MONEY = r"(?:yuan|rmb|dollars?|euros?|pounds?|kuai|in (?:sales|revenue|takings))\b|"
BUSY = re.compile(
    rf"\bhow many (?:separate |different |distinct |calendar |single |individual )*days\b.{{0,60}}?\b(?:(?P<over>more than|over|above|exceed\w*|beyond|top(?:ped|s)?)|at least|no fewer than|no less than)\s+(?:[¥$€£]|cn¥|rmb ?)?{_N}\+?\s*(?:{_ORDERS}|{_MONEY}(?=\W*$|[^\w]))"
    rf"|(?:有|几)?(?:多少天|几天|几多日|几多天)[^。？?]{{0,16}}?(?:(?P<what>订单|单量|单数|卖了?|销售额|营业额|流水|收入|出了?|接了?|成交|做了?)[^。？?]{{0,8}}?)?(?:(?P<zover>超过|多于|大于|高于|破|过|不止)|至少|不少于|不低于|达到?|满)\s*[¥￥]?{_ZN}\s*(?P<unit>[单张笔]|个订单|元|块)?",
    asking.ANY_CASE | re.S,
)
"""Questions for the number of days with more than so much."""
_OTHERWISE = re.compile(
    r"\b(?:which|per|each|by (?!then)|customers?|people|in a row|consecutive|average|reviews?|visits?|returns?)\b|哪|各|顾客|客人|连续|平均|评价|访|退",
    asking.ANY_CASE,
)


def busy_days(asked: Asked) -> str | None:
    """Days with at least so many orders kept, or so much taken."""
    found = BUSY.search(asked.text)
    if found is None or not asked.only("users") or _OTHERWISE.search(asked.text):
        return None
    if found["zn"] and not (found["what"] or found["unit"]):
        return None
    of_orders = bool(found["orders"] or found["unit"] in ("单", "张", "笔", "个订单"))
    if not of_orders and found["what"] in ("订单", "单量", "单数", "出", "接", "出了", "接了"):
        of_orders = True
    told = (found["n"] or found["zn"]).replace(",", "")
    least = float(told) if told[0].isdigit() else float(number_of(told))
    least *= 10_000 if found["wan"] else 1
    sign = ">" if found["over"] or found["zover"] else ">="
    counted = "count(*)" if of_orders else "sum(amount)"
    kind = (
        ("订单" if of_orders else "销售额") if asked.zh else ("orders" if of_orders else "revenue")
    )
    named = f"{kind}{sign}{least:g}的天数" if asked.zh else f"days with {kind} {sign} {least:g}"
    return (
        f'SELECT count(*) AS "{named}" FROM (SELECT local_time::DATE AS day FROM (SELECT order_id, any_value(local_time) AS local_time,'
        f" sum(quantity * unit_price - coalesce(discount, 0)) AS amount FROM orders JOIN order_lines USING (order_id)"
        f" WHERE {asked.sold()} GROUP BY order_id) GROUP BY day HAVING {counted} {sign} {least:g})"
    )
