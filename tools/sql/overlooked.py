# ruff: noqa: E501, S608  # a pattern or query reads best on one line; words of the store are quoted
"""The query of items that many look at and few buy."""

import re

from tools.sql import asking
from tools.sql.asked import Asked

_LOOKED = r"(?:views?|traffic|visits?|clicks?|attention|eyeballs|page ?views?)"
_BOUGHT = r"(?:conversions?|conversion rates?|sales|orders?|purchases?|buyers?|sold|sell|bought|convert\w*)"
OVERLOOKED = re.compile(
    rf"(?=.*\b(?:items?|products?|skus?|goods|things|articles?|listings?)\b).*\b(?:high|many|lots of|loads of|plenty of|most|strong|big|heavy) {_LOOKED}\b.{{0,30}}\b(?:low|few|poor|little|no|hardly any|bad|weak|barely|rarely|don.?t|not)\b.{{0,16}}\b{_BOUGHT}\b"
    r"|(?=.*\b(?:items?|products?|skus?|goods|things|articles?|listings?)\b).*\b(?:viewed|looked at|browsed|clicked)\b.{0,10}\b(?:a lot|lots|often|much|most)\b.{0,24}\b(?:rarely|hardly|seldom|barely|few|little|don.?t|not)\b.{0,12}\b(?:bought|sold?|purchased|ordered|buy|sell|convert\w*)\b"
    r"|(?=.*(?:商品|产品|货|单品|款|品)).*(?:浏览|访问|点击|流量|看的人|被看)[^，。？?人]{0,6}(?:多|高|大)[^。？?人]{0,6}(?:购买|转化|买|下单|成交|销量|卖)[^，。？?]{0,6}(?:少|低|差|不多|不高|不动|不出)",
    asking.ANY_CASE | re.S,
)
"""Questions for items with many views and few sales."""
_OTHERWISE = re.compile(
    r"\b(?:by|per|each|customers?|people|visitors?|shoppers?|categor\w+|brands?|channels?|devices?|why)\b|顾客|用户|客人|谁|品类|类目|品牌|渠道|为什么",
    asking.ANY_CASE,
)
SHOWN = 10
"""Items told."""


def overlooked(asked: Asked) -> str | None:
    """Of the quarter of items viewed most, those bought least by the view."""
    if not asked.only("items") or _OTHERWISE.search(asked.text):
        return None
    item, views, bought, part = (
        ("商品", "浏览次数", "购买次数", "每次浏览的购买率")
        if asked.zh
        else ("item", "views", "purchases", "purchases as a share of views")
    )
    when = f" WHERE {asked.when}" if asked.when else ""
    only = "".join(f" AND {condition}" for condition in asked.values.get("items", []))
    return (
        f'SELECT title AS "{item}", viewed AS "{views}", bought AS "{bought}", bought / viewed AS "{part}" FROM'
        " (SELECT item_id, count(*) FILTER (event_type = 'view') AS viewed, count(*) FILTER (event_type = 'purchase') AS bought"
        f" FROM events{when} GROUP BY item_id) JOIN items USING (item_id) WHERE viewed >= (SELECT quantile_cont(n, 0.75) FROM"
        f" (SELECT count(*) AS n FROM events WHERE event_type = 'view'{' AND ' + asked.when if asked.when else ''} GROUP BY item_id)){only}"
        f" ORDER BY bought / viewed, viewed DESC, title LIMIT {SHOWN}"
    )
