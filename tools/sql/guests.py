# ruff: noqa: E501, S608  # a pattern or query reads best on one line; words of the store are quoted
"""The query of what guests bought: orders of nobody known."""

import re

from tools.sql import asking
from tools.sql.asked import Asked

_OF_GUESTS = r"\bguest (?:orders?|checkouts?|purchases?|customers?|buyers?|shoppers?)\b|\b(?:from|by|of|to|as) (?:the |our )?guests?\b|\bwithout (?:an account|signing in|logging in|registering)\b|游客(?:订单|下单|单)|(?:没|未|不)(?:有)?(?:注册|登录|登入)(?:就)?(?:的)?(?:下单|订单|买|单)|访客(?:订单|下单)"
GUESTS = re.compile(
    rf"(?=.*(?:{_OF_GUESTS})).*(?:\b(?:share|percent\w*|proportion|part|portion|how (?:many|much)|number|revenue|sales|orders?)\b|多少|几[单笔]|占|比例)",
    asking.ANY_CASE | re.S,
)
"""Questions for the orders that no known customer placed."""
_OTHERWISE = re.compile(
    r"\b(?:which|by|per|each|every|why|average|mean|median|not|except|excluding|leave|leaving)\b|哪|各|每|为什么|平均|不算|除",
    asking.ANY_CASE,
)


def of_guests(asked: Asked) -> str | None:
    """Orders and sales without a known customer, each with its share of all."""
    if asked.values or _OTHERWISE.search(asked.text):
        return None
    orders, part, money, of_money = (
        ("游客订单数", "占全部订单", "游客销售额", "占全部销售额")
        if asked.zh
        else ("guest orders", "share of all orders", "guest sales", "share of all sales")
    )
    guest = "FILTER (user_id IS NULL)"
    paid = f"coalesce(sum(amount) {guest}, 0)"
    return (
        f'SELECT count(*) {guest} AS "{orders}", count(*) {guest} / count(*) AS "{part}", {paid} AS "{money}",'
        f' {paid} / sum(amount) AS "{of_money}" FROM (SELECT order_id, any_value(user_id) AS user_id,'
        f" sum(quantity * unit_price - coalesce(discount, 0)) AS amount FROM orders JOIN order_lines USING (order_id)"
        f" WHERE {asked.sold()} GROUP BY order_id)"
    )
