# ruff: noqa: S608  # a query reads best on one line; words of the store are quoted
"""The query of how long orders take, by month, channel or place where that is asked."""

import re

from tools.sql import asking
from tools.sql.asked import Asked


def lasting(asked: Asked) -> str | None:
    """How long orders take from one step to another, on average or in the middle."""
    steps = [
        (a, b) for a, b, pattern in asking.STEPS if re.search(pattern, asked.text, asking.ANY_CASE)
    ]
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
