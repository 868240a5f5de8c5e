# ruff: noqa: E501, S608  # a pattern or query reads best on one line; words of the store are quoted
"""The query of how much was taken off prices."""

import re

from tools.sql import asking
from tools.sql.asked import Asked

DISCOUNTS = re.compile(
    r"\b(?:average|avg|mean|typical|total|overall) (?:amount of )?discounts?\b|\bdiscount (?:rates?|amounts?|levels?|percentages?|totals?|depth)\b"
    r"|\bhow much\b.{0,40}\b(?:in|on|as|through|of|to) discounts?\b|\bhow (?:much|big|deep|heavily|large)\b.{0,16}\bdiscount(?:s|ed|ing)?\b|\bwhat (?:share|percent\w*|part) of .{0,24}\bdiscounts?\b"
    r"|(?:平均|总|整体|总共|一共)?(?:折扣|打折|让利|优惠)(?:率|力度|金额|总额|幅度)|(?:打折|折扣|优惠|让利)(?:了|掉|出去|让出)*(?:一共|总共)?(?:多少|几多)(?:钱|金额)?|平均(?:打|是)?(?:几|多少)折",
    asking.ANY_CASE | re.S,
)
"""Questions for what discounts came to."""
_OTHERWISE = re.compile(
    r"\b(?:by|per|each|every|which|who|whose|should|shall|could|would|can|if|offer\w*|best|right|need\w*|test\w*|plan|draft|write|coupons?|vouchers?|codes?|effect|impact|work\w*|worth|will|next|without|more|sensitiv\w*|give (?!n\b)(?:her|him|them)|how many)\b"
    r"|各|每|哪|谁|该|应|如果|要是|券|码|测试|效果|影响|值得|合适|会|要不要|需要|给(?:她|他|谁)|没有|不打折|多少(?:单|人|订单|顾客)",
    asking.ANY_CASE,
)


def discounts(asked: Asked) -> str | None:
    """What was taken off, as an amount, of what the goods would have cost, and of how many orders."""
    if not asked.only("users", "items") or _OTHERWISE.search(asked.text):
        return None
    off, part, orders = (
        ("折扣金额", "占折前金额的比例", "有折扣的订单占比")
        if asked.zh
        else ("discount", "share of sales before discounts", "share of orders with a discount")
    )
    cut = "sum(coalesce(discount, 0))"
    joined = " JOIN items USING (item_id)" if asked.values.get("items") else ""
    return (
        f'SELECT {cut} AS "{off}", {cut} / sum(quantity * unit_price) AS "{part}",'
        f' count(DISTINCT order_id) FILTER (coalesce(discount, 0) > 0) / count(DISTINCT order_id) AS "{orders}"'
        f" FROM orders JOIN order_lines USING (order_id){joined} WHERE {asked.sold(items=True)}"
    )
