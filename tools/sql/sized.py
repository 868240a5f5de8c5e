# ruff: noqa: E501, S608  # a pattern reads best on one line; words of the store are quoted
"""The query of how many orders are above or below a sum, and what share that is."""

import re

from tools.numerals import number_of
from tools.sql.asked import Asked

LEAST = 30
"""Sum below which a number more likely counts pieces."""
WAYS = (
    ("<=", r"at most|up to|no more than|不超过|不超過|以下|以内", ("不超过", "of at most")),
    (">=", r"at least|至少|不低于|不少于|以上|满", ("不低于", "of at least")),
    (">", r"over|above|more than|greater than|bigger than|north of|exceed(?:ing|ed|s)?|超过|超過|大于|高于|多于", ("超过", "over")),
    ("<", r"under|below|less than|smaller than|不到|低于|少于|小于|不足", ("低于", "under")),
)  # fmt: skip
"""How an order lies to a sum: the sign, the words for it, and how the answer calls it."""
_WAY = "|".join(words for _, words, _ in WAYS)
_SUM = r"(?:rmb ?|cny ?|cn)?[¥￥$€£]? ?(?P<n>\d[\d,]*)(?P<k>k?)(?: ?(?:yuan|rmb|cny|kuai|bucks|dollars|euros))?(?=[\s,.;?!)]|$)"
_NO_PIECES = r"(?! (?:items?|pieces?|products?|units?|skus?|things?|lines?|brands?|categories|times?|(?:\w+ )?(?:days?|hours?|hrs?|minutes?|weeks?|months?)|hrs|stars?|points?|people|customers|per ?cent)|\d| ?%)"
_ZH_SUM = r"[¥￥]?(?:\d[\d,]*|[一二两三四五六七八九十百千万]+)"
SIZED = re.compile(
    rf"^(?=.*\b(?:how many|number of|share|percent\w*|proportion|part)\b)(?=.*\b(?:orders?|baskets?|tickets?)\b).*?\b(?P<way>{_WAY}) {_SUM}{_NO_PIECES}"
    rf"|^(?=.*(?:多少|几[单笔张个成]|占比|比例|百分之))(?=.*[单單笔]).*?(?:(?P<zway>{_WAY})(?P<zn>{_ZH_SUM})(?:块|元|塊)|(?P<zn2>{_ZH_SUM})(?:块|元|塊)(?P<zway2>{_WAY}))",
    re.IGNORECASE | re.S,
)
BESIDES = re.compile(
    r"\b(?:by|per|each|every|which|customers?|people|shoppers?|buyers?|who|average|median|revenue|coupons?|codes?|discounts?|and|return\w*|cancell?ed|first|second)\b"
    r"|各|每个|每月|哪|谁|客|顾|人|平均|中位|销售额|券|折扣|退|取消|首单|第[一二]",
    re.IGNORECASE,
)
"""Words of what counting orders by their size leaves out."""


def sized(asked: Asked) -> str | None:
    """Orders above or below a sum, and their share of all."""
    found = SIZED.search(asked.text)
    if found is None or not asked.only("users") or asked.codes or BESIDES.search(asked.text):
        return None
    way = found["way"] or found["zway"] or found["zway2"]
    sign, words = next((s, w) for s, pattern, w in WAYS if re.fullmatch(pattern, way, re.I))
    n = number_of((found["n"] or found["zn"] or found["zn2"]).lstrip("¥￥"))
    n *= 1000 if found["k"] else 1
    if n < LEAST:
        return None
    share, named = (
        ("占全部订单", f"{words[0]}{n}的订单数")
        if asked.zh
        else ("share of all orders", f"orders {words[1]} {n}")
    )
    meant = f"count(*) FILTER (amount {sign} {n})"
    return (
        f'SELECT {meant} AS "{named}", {meant} / count(*) AS "{share}" FROM (SELECT'
        " sum(quantity * unit_price - coalesce(discount, 0)) AS amount FROM orders"
        f" JOIN order_lines USING (order_id) WHERE {asked.sold()} GROUP BY order_id)"
    )
