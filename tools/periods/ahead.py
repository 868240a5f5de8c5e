"""Reads how far ahead a question looks: "in the next two weeks", "下周", "未来半年"."""

import re

from tools.periods.vocabulary import ZN, N, number_in

YEAR = 365
DAYS = {
    "day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 90, "year": YEAR,
    "天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30, "季度": 90, "季": 90, "年": YEAR,
}  # fmt: skip

_UNIT = r"(?P<u>day|week|fortnight|month|quarter|year)"
_HALF = r"half(?: an?|[- ]of the|-)? ?"
_EN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:next|coming|upcoming|following|within|in)(?: the| an?)?(?: next| coming)?"
        rf"[ -](?:(?P<n>{N}|{_HALF})[ -]?)?{_UNIT}(?P<s>s?)\b",
        rf"\b(?:(?P<n>{N}|{_HALF}|an?|the)[ -]?){_UNIT}(?P<s>s?)"
        r" (?:ahead|out|to come|from (?:now|today))\b",
        rf"(?<!last )(?<!past )(?<!previous )\b(?P<n>{N}|half)-{_UNIT}(?P<s>)\b",
    )
)
_ZU = r"(?:天|日|周|星期|礼拜|月|季度|季|年)"
_ZH = re.compile(
    rf"(?:未来|接下来|今后|往后|之后|将来)的?(?P<n>{ZN}|半)?个?(?P<u>{_ZU})"
    rf"|下(?:一?个)?(?P<u2>周|星期|礼拜|月|季度|季)|(?P<half>下半年)|(?P<next>明年|来年|下一年)"
    rf"|(?<![近去上\d一二两三四五六七八九十百])(?P<n3>{ZN}|半)个?(?P<u3>{_ZU})(?:之内|以内|内|后|(?:期|度)?的?(?=价值|流失|生命周期|c?ltv|clv))",
    re.IGNORECASE,
)


def days_ahead(text: str) -> int | None:
    """Days from today that `text` looks ahead; `None` when it names none.

    A month counts as 30 days, a year and twelve months as 365.

    >>> days_ahead("who will buy in the next two weeks"), days_ahead("下周谁会买")
    (14, 7)
    >>> days_ahead("worth over the coming year"), days_ahead("未来半年"), days_ahead("12个月内")
    (365, 180, 365)
    """
    for pattern in _EN:
        if (match := pattern.search(text)) and (match["n"] or not match["s"]):
            return _days(match["n"], match["u"].lower())
    if match := _ZH.search(text):
        if match["half"] or match["next"]:
            return _days("半" if match["half"] else None, "年")
        n, unit = match["n"] or match["n3"], match["u"] or match["u2"] or match["u3"]
        return _days(n, unit)
    return None


def _days(written: str | None, unit: str) -> int:
    """Days in a number of units as written; one where no number is."""
    if written and re.match("half|半", written, re.IGNORECASE):
        return 6 * DAYS["month"] if DAYS[unit] == YEAR else DAYS[unit] // 2
    n = (number_in(written) if written else 1) or 1
    years = DAYS[unit] == DAYS["month"] and n % 12 == 0
    return n // 12 * YEAR if years else n * DAYS[unit]
