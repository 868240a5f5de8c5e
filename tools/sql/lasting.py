# ruff: noqa: E501, S608  # a query reads best on one line; words of the store are quoted
"""The query of how long orders take, by month, channel or place where that is asked."""

import re

from tools.numerals import number_of
from tools.sql import asking
from tools.sql.asked import Asked

_SECONDS = {
    "h": (3600, ("小时", "hours")), "d": (86400, ("天", "days")), "w": (604800, ("周", "weeks")),
    "小": (3600, ("小时", "hours")), "钟": (3600, ("小时", "hours")), "天": (86400, ("天", "days")),
    "日": (86400, ("天", "days")), "周": (604800, ("周", "weeks")),
}  # fmt: skip
"""Seconds of a unit of time, and what it is called, by its first letter."""
_SPLIT = re.compile(
    r"\b(?:by|per|each|every|which|who|why|average|mean|median)\b|各|每|哪|谁|为什么|平均|中位",
    asking.ANY_CASE,
)
_UNIT = r"(?P<unit>hours?|hrs?|days?|weeks?)"
LATE = re.compile(
    rf"(?=.*\b(?:how many|number of|share|percent\w*|proportion)\b).*\b(?:(?P<over>over|more than|longer than|above|beyond|exceed\w*)|(?P<under>under|less than|within|in under|no more than|at most|up to)) (?P<n>\d+|a|one|two|three|four|five|six|seven|ten) {_UNIT}\b"
    r"|(?=.*(?:多少|几[单笔个张]|占比|比例|百分之)).*(?:(?P<zover>超过|多于|大于|不止)|(?P<zunder>不到|少于|不超过|低于))?\s*(?P<zn>\d+|[一二两三四五六七八九十]+)个?(?P<zunit>小时|钟头|天|日|周)(?P<zin>以?内|之内|以下)?",
    asking.ANY_CASE | re.S,
)
"""Questions for how many orders took more, or no more, than so long."""


def late(asked: Asked) -> str | None:
    """Orders that took more, or no more, than so long from one step to another, and their share."""
    found, steps = LATE.search(asked.text), _steps(asked.text)
    if found is None or not steps or not asked.only("users") or _SPLIT.search(asked.text):
        return None
    within = bool(found["under"] or found["zunder"] or found["zin"])
    n = 1 if found["n"] in ("a", "A") else number_of(found["n"] or found["zn"])
    unit = (found["unit"] or found["zunit"])[0].lower()
    seconds, named = _SECONDS[unit]
    first, last = steps[0]
    sign, told = ("<=", ("不超过", "within")) if within else (">", ("超过", "over"))
    count, share = (
        (f"{told[0]}{n}{named[0]}的订单数", "占比")
        if asked.zh
        else (f"orders {told[1]} {n} {named[1]}", "share of orders")
    )
    counted = f"count(*) FILTER (epoch({last} - {first}) {sign} {n * seconds})"
    where = f"{asked.sold()} AND {first} IS NOT NULL AND {last} IS NOT NULL"
    return (
        f'SELECT {counted} AS "{count}", {counted} / count(*) AS "{share}" FROM orders'
        f" WHERE {where}"
    )


def _steps(text: str) -> list[tuple[str, str]]:
    """The steps of an order that `text` names the time between."""
    return [(a, b) for a, b, pattern in asking.STEPS if re.search(pattern, text, asking.ANY_CASE)]


def lasting(asked: Asked) -> str | None:
    """How long orders take from one step to another, on average or in the middle."""
    steps = _steps(asked.text)
    if not steps or not asked.only("users") or asking.OTHERWISE_SPLIT.search(asked.text):
        return None
    first, last = steps[0]
    hours = re.search(r"\bhours?\b|小时", asked.text, asking.ANY_CASE)
    middle = "median" if re.search(r"\bmedian\b|中位", asked.text, asking.ANY_CASE) else "avg"
    unit = ("小时", "hours") if hours else ("天", "days")
    named = (
        (f"平均{unit[0]}数" if middle == "avg" else f"{unit[0]}数的中位数")
        if asked.zh
        else f"{'mean' if middle == 'avg' else 'median'} {unit[1]}"
    )
    length = f'{middle}(epoch({last} - {first})) / {3600 if hours else 86400} AS "{named}"'
    where = f"{asked.sold()} AND {first} IS NOT NULL AND {last} IS NOT NULL"
    groups = [group for group in asking.GROUPS if re.search(group[2], asked.text, asking.ANY_CASE)]
    if len(groups) > 1:
        return None
    if not groups:
        return f"SELECT {length} FROM orders WHERE {where}"
    column, names, _ = groups[0]
    key = f'{column} AS "{names[0] if asked.zh else names[1]}"'
    order = "1" if column in asking.TIMES else "2 DESC, 1"
    if column not in asking.OF_USERS:
        return f"SELECT {key}, {length} FROM orders WHERE {where} GROUP BY 1 ORDER BY {order}"
    return (
        f"SELECT {key}, {length} FROM (SELECT user_id, {first}, {last} FROM orders WHERE {where})"
        f" JOIN users USING (user_id) GROUP BY 1 ORDER BY {order}"
    )
