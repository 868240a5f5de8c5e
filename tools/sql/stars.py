# ruff: noqa: E501, S608  # a pattern or query reads best on one line; words of the store are quoted
"""The query of how many reviews gave so many stars, and which share of all that is."""

import re

from tools.review_search import STARS as MOODS
from tools.sql import asking
from tools.sql.asked import Asked
from tools.stars import stars_in

_SHARE = (
    r"\b(?:share|percent\w*|proportion|fraction|portion|part|ratio|rate)\b|占|比例|比率|百分|率"
)
_N = r"(?:[1-5]|one|two|three|four|five)"
_OF_REVIEWS = r"(?:reviews?|ratings?|scores?|marks)"
_PLACED = (
    rf"\b{_N}(?:(?: (?:and|or|to) |-){_N})?[- ]stars?\b(?: {_OF_REVIEWS})?|\b{_OF_REVIEWS} (?:\w+ ){{0,4}}{_N}[- ]stars?\b"
    r"|[1-5一二两三四五](?:[和、到或-][1-5一二两三四五])?(?:颗|粒)?星"
)
_MOOD = (
    rf"\b(?:positive|negative|good|bad) {_OF_REVIEWS}\b|\b{_OF_REVIEWS} (?:that |which )?(?:is|are|was|were) (?:positive|negative|good|bad)\b"
    r"|好评|差评"
)
_COUNTED = rf"\b(?:how many|number of|count of)\b|多少(?:条|个|份)?|几(?:条|个|份)|{_SHARE}"
STARRED = re.compile(
    rf"(?=.*(?:{_COUNTED}))(?=.*(?:{_PLACED}))(?!.*(?:{_OF_REVIEWS} .*\b(?:say|said|mention\w*|about|complain\w*)\b))"
    rf"|(?=.*(?:{_SHARE}))(?=.*(?:{_MOOD}))",
    asking.ANY_CASE | re.S,
)
"""Questions for a number or share of reviews of so many stars, or a share of good or bad ones."""
_OTHERWISE = re.compile(
    r"\b(?:which|what (?:brand|categor\w+|product|item)|by|per|each|every|who|whose|why|customers?|people|shoppers?|buyers?|quotes?|quote|read|show|words?|trend\w*|rising|falling|average|avg|mean|without|not|never)\b"
    r"|哪|各|每|谁|顾客|客人|用户|的人|为什么|为啥|原因|原话|念|贴|走势|趋势|平均|没有|从没|从未|最(?!多|少|低)|维度|方面",
    asking.ANY_CASE,
)
"""Words for more than one figure of all reviews."""
_BAD = re.compile(r"\b(?:negative|bad)\b|差评", asking.ANY_CASE)


def starred(asked: Asked) -> str | None:
    """Reviews of so many stars, and their share of all reviews with stars."""
    if not asked.only("items") or _OTHERWISE.search(asked.text):
        return None
    told = _stars(asked.text)
    if not told:
        return None
    condition = f"rating IN ({', '.join(map(str, told))})"
    stars = f"{told[0]}–{told[-1]}" if len(told) > 1 else str(told[0])
    count, share = (
        (f"{stars}星评价数", "占全部评价")
        if asked.zh
        else (f"{stars}-star reviews", "share of all reviews with stars")
    )
    where = ["rating IS NOT NULL", *filter(None, [asked.when])]
    if items := asked.values.get("items"):
        where.append(f"item_id IN (SELECT item_id FROM items WHERE {' AND '.join(items)})")
    found = f"count(*) FILTER ({condition})"
    return (
        f'SELECT {found} AS "{count}", {found} / count(*) AS "{share}" FROM reviews'
        f" WHERE {' AND '.join(where)}"
    )


def _stars(text: str) -> list[int]:
    """The numbers of stars that are meant, lowest first; of a mood, what searching takes it for."""
    told = sorted({n for low, high, *_ in stars_in(text) for n in range(low, high + 1)})
    if told and told != list(range(told[0], told[-1] + 1)):
        return []
    if told or not re.search(_MOOD, text, asking.ANY_CASE):
        return told
    least, most = MOODS["negative" if _BAD.search(text) else "positive"]
    return list(range(least or 1, (most or 5) + 1))
