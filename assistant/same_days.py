# ruff: noqa: E501  # a pattern reads best on one line
"""Days that are told from a time named before: the same of another month, another part of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tools.errors import ToolError
from tools.periods import Period, PeriodMention, resolve
from tools.periods.calendar import add_months
from tools.periods.words import part_of

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
    if base and not spans and (part := _part_of(text, base, today, first_day)):
        return [part]
    days = [_days(span.token, today, first_day) for span in spans]
    told = [one for one in days if one and one.unit != "month"]
    before = _days(base, today, first_day) if base else None
    those = told[0] if told else before if before and before.unit != "month" else None
    if those is None or those.days >= _LONGEST:
        return [*spans]
    return [
        replace(span, token=_moved(those, of.first), comparison=span.comparison)
        if of and of.unit == "month" and _is_same(text, span)
        else span
        for span, of in zip(spans, days, strict=True)
    ]


def _is_same(text: str, span: PeriodMention) -> bool:
    return bool(_BEFORE.search(text[: span.start]) or _AFTER.match(text[span.end :]))


def _moved(days: Period, month: date) -> str:
    """`days` as many months on or back as bring their first into `month`."""
    n = (month.year - days.first.year) * 12 + month.month - days.first.month
    return f"{add_months(days.first, n)}..{add_months(days.last, n)}"


def _days(token: str, today: date, first_day: date) -> Period | None:
    try:
        return resolve(token, today, first_day)
    except ToolError:
        return None


def _part_of(text: str, base: str, today: date, first_day: date) -> PeriodMention | None:
    """A part of the month of `base`, where `text` names one and no month."""
    days = _days(base, today, first_day)
    one = days is not None and (days.first.year, days.first.month) == (
        days.end.year,
        days.end.month,
    )
    return part_of(text, days.first, today) if days and one else None
