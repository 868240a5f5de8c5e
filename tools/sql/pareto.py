# ruff: noqa: E501, S608  # a pattern or query reads best on one line; words of the store are quoted
"""The query of what the customers who spent most bring in of all sales."""

import re

from tools.sql import asking
from tools.sql.asked import Asked

_PEOPLE = r"(?:customers|buyers|shoppers|clients|spenders|people|accounts)"
_MONEY = r"(?:revenue|sales|turnover|takings|income|spend\w*|money)"
PARETO = re.compile(
    rf"(?=.*\b{_MONEY}\b).*\b(?:top|best|biggest|highest[- ]spending) (?P<n>\d{{1,2}}) ?(?:%|per ?cent)(?: of)?(?: our| the| all| my)? {_PEOPLE}\b"
    rf"|(?=.*\b{_MONEY}\b).*\b(?:top|best|biggest) (?P<m>\d{{1,2}}) ?(?:%|per ?cent)\b(?!.*\b(?:items?|products?|skus?|brands?|categor\w+)\b)"
    r"|(?:前|头部|最(?:会花钱|能买|有钱)的?|top ?)(?P<zn>\d{1,2}) ?(?:%|％)的?(?:顾客|客户|买家|用户|会员|人)[^。？?]{0,14}(?:贡献|占|带来|撑起|多少|比例|销售额)",
    asking.ANY_CASE | re.S,
)
"""Questions for the part of sales that the top so many percent of customers bring."""
_OTHERWISE = re.compile(
    r"\b(?:who|which|list|by|per|each|every|orders? per|retention|churn\w*|leav\w+|next|will)\b|谁|哪|名单|各|每|流失|留存|未来|下个?月",
    asking.ANY_CASE,
)


def pareto(asked: Asked) -> str | None:
    """The part of sales that the customers who spent most bring in."""
    found = PARETO.search(asked.text)
    if found is None or not asked.only("users") or _OTHERWISE.search(asked.text):
        return None
    n = int(found["n"] or found["m"] or found["zn"])
    share, people, money = (
        (f"前{n}%顾客占销售额", "这些顾客数", "他们的销售额")
        if asked.zh
        else (f"share of sales from the top {n}%", "these customers", "their sales")
    )
    top = f"FILTER (place <= ceil(n * {n} / 100.0))"
    return (
        f'SELECT sum(amount) {top} / sum(amount) AS "{share}", count(*) {top} AS "{people}", sum(amount) {top} AS "{money}"'
        " FROM (SELECT amount, row_number() OVER (ORDER BY amount DESC) AS place, count(*) OVER () AS n"
        " FROM (SELECT user_id, sum(quantity * unit_price - coalesce(discount, 0)) AS amount FROM orders"
        f" JOIN order_lines USING (order_id) WHERE {asked.sold()} AND user_id IS NOT NULL GROUP BY user_id))"
    )
