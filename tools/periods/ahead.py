# ruff: noqa: E501  # a pattern reads best on one line
"""Reads how far ahead a question looks: "in the next two weeks", "下周", "到年底"."""

import re
from datetime import date

from tools.periods.calendar import START, unit_end
from tools.periods.durations import DAYS, Duration, days_of, durations_in
from tools.periods.festivals import FESTIVALS
from tools.periods.points import point_in
from tools.periods.vocabulary import MONTH, YEAR, ZM

MONTHS_AHEAD = 6
"""Months for which one that is named alone may be one to come."""

_EN = re.compile(
    r"\b(?:next|nxt|coming|upcoming|following|within|in)(?: the| an?)?(?: next| coming)?[ -](?P<u>day|week|wk|fortnight|month|mth|quarter|qtr|year|yr)\b(?! (?:ago|before|prior))"
    r"|\bthe (?P<u2>day|week|fortnight|month|quarter|year) (?:ahead|to come)\b",
    re.IGNORECASE,
)
_ZH = re.compile(
    r"下(?:一?个)?(?P<u>周|星期|礼拜|月|季度|季)|(?P<half>下半年|半年内)|(?P<u3>明年|来年|下一年)(?!的?(?:春|夏|秋|冬|预算|[上下]半年|计划|规划|[一二三四]季|\d))",
)
_UNTIL = (
    (re.compile(r"(?:今?年[底末]|年内)|\b(?:end of (?:the |this )?year|year[- ]end|rest of (?:the|this) year|new year(?!.?s? live)|remainder of (?:the|this) year)\b", re.IGNORECASE), "year"),
    (re.compile(r"(?:本|这个?)季度?[底末]|季[底末]|\b(?:end of (?:the |this )quarter|rest of (?:the|this) quarter)\b", re.IGNORECASE), "quarter"),
    (re.compile(r"(?<![上下\d一二三四五六七八九十])月[底末]|\b(?:end of (?:the |this )month|rest of (?:the|this) month)\b", re.IGNORECASE), "month"),
)  # fmt: skip
_LED = re.compile(
    r"(?:\b(?:by|until|till|before|through|up to)(?: the| end of)*|(?:到|至|截[止至])(?:今年)?)\s*$",
    re.IGNORECASE,
)
_LED_AFTER = re.compile(r"\s*(?:之?前|以前|为止|[底末])")
_NAMED = re.compile(
    rf"(?<!last )(?<!since )(?<!\w)(?P<en>(?!may\b|march\b){MONTH})(?!\w| {YEAR})|(?<!去年)(?<![\d年])(?P<zh>{ZM}月)(?!份?以来)",
    re.IGNORECASE,
)  # fmt: skip


def days_ahead(text: str) -> int | None:
    """Days from today that `text` says outright it looks ahead; `None` when it says none.

    A month counts as 30 days, a year and twelve months as 365. A length told in numbers comes
    before "next month" or "明年", of which only the surroundings may be meant.

    >>> days_ahead("who will buy in the next two weeks"), days_ahead("下周谁会买")
    (14, 7)
    >>> days_ahead("worth over the coming year"), days_ahead("未来半年"), days_ahead("12个月内")
    (365, 180, 365)
    >>> days_ahead("for next year's budget: the next 90 days")
    90
    """
    found = [one for one in durations_in(text) if one.role == "ahead"]
    return found[0].days if found else _named_unit(text)


def horizon_in(text: str, today: date, any_date: bool = False) -> int | None:
    """Days from `today` that a question about what will be looks ahead; `None` if it names none.

    More is taken for it than by `days_ahead`: a day to come ("by year-end", "双11前"), and any
    length of time that is not of the past nor of supply ("看两周就够了").

    Args:
        text: A question.
        today: The store's day.
        any_date: Whether a month or a festival counts that no word such as "until" leads to
            ("how many in November").

    >>> (
    ...     horizon_in("二十天到货，看两周", date(2026, 10, 31)),
    ...     horizon_in("到年底", date(2026, 10, 31)),
    ... )
    (14, 61)
    """
    durations = durations_in(text)
    told = [one for one in durations if one.role == "ahead"]
    bare = [one for one in durations if one.role == "bare"]
    if told:
        return told[0].days
    rest = _without(text, durations)
    return _first(bare) or _until(rest, today, any_date) or _named_unit(text)


def _first(found: list[Duration]) -> int | None:
    return found[0].days if found else None


def _without(text: str, durations: list[Duration]) -> str:
    for one in durations:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _named_unit(text: str) -> int | None:
    """Days of "next month", "下周" and the like."""
    if match := _EN.search(text):
        return int(DAYS[(match["u"] or match["u2"]).lower()])
    if match := _ZH.search(text):
        if match["half"]:
            return int(6 * DAYS["month"])
        return days_of(1, "年" if match["u3"] else match["u"])
    return None


def _until(text: str, today: date, any_date: bool) -> int | None:
    """Days from `today` to the last day to come that `text` names."""
    ends = [unit_end(START[unit](today), unit) for pattern, unit in _UNTIL if pattern.search(text)]
    for month in _NAMED.finditer(text):
        if any_date or _leads(text, month):
            ends += _month_end(month[0], today)
    for pattern, read in FESTIVALS:
        found = pattern.search(text)
        if found and (any_date or _leads(text, found)):
            ends += _next_festival(read(found, today), today)
    days = [(end - today).days for end in ends]
    return max((n for n in days if n > 0), default=None)


def _leads(text: str, match: re.Match[str]) -> bool:
    """Whether the words around a date make it the end of the time looked at."""
    return bool(_LED.search(text[: match.start()]) or _LED_AFTER.match(text[match.end() :]))


def _month_end(words: str, today: date) -> list[date]:
    """The last day of the month to come that `words` name, where it is not far off."""
    point = point_in(words, today)
    if point is None or point.month is None:
        return []
    ahead = (point.month - today.month) % 12
    if not 0 < ahead <= MONTHS_AHEAD:
        return []
    year = today.year + (today.month + ahead > 12)
    return [unit_end(date(year, point.month, 1), "month")]


def _next_festival(token: str | None, today: date) -> list[date]:
    """The last day of the festival last read as `token`, a year on."""
    last = (token or "").rpartition("..")[2]
    try:
        day = date.fromisoformat(last)
        return [day.replace(year=day.year + (day <= today))]
    except ValueError:
        return []
