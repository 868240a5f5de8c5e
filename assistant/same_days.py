# ruff: noqa: E501  # a pattern reads best on one line
"""Days that are told from a time named before: the same of another month, another part of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from assistant.retelling import extended
from tools.errors import ToolError
from tools.periods import Period, PeriodMention, resolve
from tools.periods.calendar import START, add_months, unit_end
from tools.periods.completed import part_of
from tools.periods.vocabulary import NTH, number_in

_BEFORE = re.compile(
    r"\b(?:the |those |these )?same (?:\w+ ){0,2}?(?:days?|dates|week|weekend|stretch|period|time|span|spell|window)(?: (?:in|of|from|for|back in))?(?: the)?\s*$|(?:同样|同|一样)的?(?:那|这)?[几\d一二三四五六七八九十两]*[天日]的?\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:'?s)? same (?:\w+ )?(?:days?|dates|week|stretch|period|time|window)\b|(?:份)?的?(?:同期|(?:相?同|一样|同样)(?:的)?[那这]?(?:[几\d一二三四五六七八九十两]+)?(?:天|日子|日期|时段|时间))",
    re.IGNORECASE,
)
"""Words around a month by which the same days of it are meant."""
_LONGEST = 31
_QUARTER_DAYS, _WEEK_DAYS = 92, 7
_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(NTH, key=len, reverse=True))})"
_NO_MONTH = re.compile(
    rf"(?:from |between )?(?:the )?{_NTH}\W*(?:to|and|until|till|through|-|–)\W*(?:the )?{_NTH}|(?:从|自)?\d{{1,2}}[日号]?\s*[到至~～–-]\s*\d{{1,2}}[日号]",
    re.IGNORECASE,
)
"""Days from one to another of a month that is not named beside them."""
_DAY = re.compile(
    r"\b(?:for|on|about|and|to|just|only) the (?P<a>\d{1,2})(?:st|nd|rd|th)(?=(?: itself| alone| only)?\W*$)|(?<![\d月第到至-])(?P<b>\d{1,2})[日号](?:那天)?(?:的)?(?=(?:呢|喃|嘞|咧)?\W*$)",
    re.IGNORECASE,
)
"""A day of such a month."""
_QUARTER = re.compile(
    r"\b(?:in|for|about|the) (?:the )?(?P<n>first|second|third|fourth)(?: one)?(?=\s*[?.,!]|\s*$)",
    re.IGNORECASE,
)
"""A quarter by its number alone."""


def with_same_days(
    text: str, spans: Sequence[PeriodMention], base: str | None, today: date, first_day: date
) -> list[PeriodMention]:
    """`spans`, with the days alone where only the same days of a month are meant.

    Args:
        text: A question.
        spans: The times it names.
        base: The time that the answer before was about, if any.
        today: The store's day.
        first_day: First day of its data.
    """
    before = _days(base, today, first_day) if base else None
    if before and not spans and (part := extended(text, before) or _part_of(text, before, today)):
        return [part]
    spans = [_of_month(span, before, today, first_day) for span in spans]
    days = [_days(span.token, today, first_day) for span in spans]
    told = [one for one in days if one and one.unit != "month"]
    those = told[0] if told else before if before and before.unit != "month" else None
    if those is None or those.days >= _LONGEST:
        return [*spans]
    return [
        replace(span, token=moved)
        if of and is_same(text, span) and (moved := _as_of(those, of))
        else span
        for span, of in zip(spans, days, strict=True)
    ]


def without_month(text: str) -> bool:
    """Whether `text` tells days of a month that it does not name."""
    return _NO_MONTH.fullmatch(text) is not None


def is_same(text: str, span: PeriodMention) -> bool:
    """Whether the words around a month want the same days of it."""
    return bool(_BEFORE.search(text[: span.start]) or _AFTER.match(text[span.end :]))


def _as_of(days: Period, whole: Period) -> str | None:
    """`days` moved into the month or the week `whole`; `None` for other times."""
    if whole.unit == "month":
        return _moved(days, whole.first)
    if whole.unit != "week" or days.days > _WEEK_DAYS:
        return None
    on = whole.first - START["week"](days.first)
    if on.days >= 0:  # "last week" told of a day before it is the week before that day
        on = timedelta(-_WEEK_DAYS)
    return f"{days.first + on}..{days.last + on}"


def _moved(days: Period, month: date) -> str:
    """`days` as many months on or back as bring their first into `month`."""
    n = (month.year - days.first.year) * 12 + month.month - days.first.month
    return f"{add_months(days.first, n)}..{add_months(days.last, n)}"


def _days(token: str, today: date, first_day: date) -> Period | None:
    try:
        return resolve(token, today, first_day)
    except ToolError:
        return None


def _of_month(
    span: PeriodMention, before: Period | None, today: date, first_day: date
) -> PeriodMention:
    """`span`, days told without their month, as those of the month asked about before."""
    days = _days(span.token, today, first_day) if _NO_MONTH.fullmatch(span.text) else None
    if days is None or before is None or not _in_one_month(before):
        return span
    return replace(span, token=_moved(replace(days, last=days.end), before.first))


def _part_of(text: str, before: Period, today: date) -> PeriodMention | None:
    """A part of the month or year asked about before that `text` names without it."""
    if _in_one_month(before):
        day = _DAY.search(text)
        n = int(day["a"] or day["b"]) if day else 0
        if day and 0 < n <= unit_end(before.first, "month").day:
            return PeriodMention(str(before.first.replace(day=n)), day[0], *day.span())
        return part_of(text, before.first, today)
    nth = _QUARTER.search(text)
    if nth is None or before.unit != "month" or (before.end - before.first).days > _QUARTER_DAYS:
        return None
    n = number_in(nth["n"])
    return PeriodMention(f"{before.first.year}-Q{n}", nth[0], *nth.span())


def _in_one_month(period: Period) -> bool:
    return (period.first.year, period.first.month) == (period.end.year, period.end.month)
