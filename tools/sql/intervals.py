# ruff: noqa: E501, S608  # a pattern or query reads best on one line; words of the store are quoted
"""The query of how many days lie between two orders of a customer."""

import re

from tools.sql import asking
from tools.sql.asked import Asked

_BUYS = r"(?:orders?|purchases?|buys?|transactions?|checkouts?)"
INTERVALS = re.compile(
    rf"\b(?:time|days|weeks|gap|interval|long)\b.{{0,24}}\bbetween\b.{{0,24}}\b(?:{_BUYS}|one {_BUYS} and the next)\b"
    r"|\b(?:average|mean|median|typical|usual)\b.{0,20}\b(?:re-?order(?:ing)?|re-?purchas(?:e|ing)|order|purchase) (?:cycle|interval|frequency|gap)\b"
    r"|\bhow (?:often|long)\b.{0,12}\b(?:do|does|until|before|till?)\b.{0,24}\b(?:customers?|people|shoppers?|buyers?|they)\b.{0,12}\b(?:come back|re-?order|order again|buy again|re-?purchase|return to buy)\b"
    r"|(?:平均|一般|通常|中位数?|大概|普遍)[^，。？?]{0,8}(?:多久|多长时间|几天|多少天|隔多久)(?:才|会|就|能)*(?:复购|回购|再买|再下单|再次?下单|再次?购买|回头|买第二次|下一单)|(?:多久|几天|多少天)(?:才|会)?(?:复购|回购)一次|(?:复购|回购|下单|购买|两次购买|两单|两次下单)(?:的)?(?:之间)?(?:的)?(?:平均)?(?:周期|间隔)",
    asking.ANY_CASE | re.S,
)
"""Questions for the time between two orders of one customer."""
_OTHERWISE = re.compile(
    r"\b(?:by|per|each|every|which|who|will|next|predict\w*|expect\w*|likely|second|first|deliver\w*|ship\w*|this (?:customer|shopper|buyer)|her|his)\b|各|每个?(?!人|客|顾|用)|哪|谁|预测|预计|接下来|下次|第一|首|这位|这个|她|他的|发货|配送",
    asking.ANY_CASE,
)


def intervals(asked: Asked) -> str | None:
    """The days between the orders of one customer: the middle, the mean, and of how many."""
    if not asked.only("users") or _OTHERWISE.search(asked.text):
        return None
    middle, mean, n = (
        ("间隔天数中位数", "平均间隔天数", "间隔个数")
        if asked.zh
        else ("median days between orders", "mean days", "pairs of orders counted")
    )
    return (
        f'SELECT median(gap) AS "{middle}", avg(gap) AS "{mean}", count(*) AS "{n}" FROM'
        " (SELECT date_diff('day', lag(day) OVER (PARTITION BY user_id ORDER BY day), day) AS gap"
        f" FROM (SELECT DISTINCT user_id, local_time::DATE AS day FROM orders WHERE {asked.sold()}"
        " AND user_id IS NOT NULL)) WHERE gap IS NOT NULL"
    )
