# ruff: noqa: E501  # a pattern reads best on one line
"""A day of the week told by a day before which it lies ("the Friday before that", "再前一个周五")."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tools.periods.mention import PeriodMention
from tools.periods.parts_of import days_of_token
from tools.periods.readers import EN_WEEKDAYS, ZH_WEEKDAYS
from tools.periods.vocabulary import WEEKDAY

_ZH_WEEKDAY = rf"(?:周|星期|礼拜)(?P<z>[{ZH_WEEKDAYS}天])"
_BEFORE = re.compile(
    rf"\b(?:on )?the (?P<d>{WEEKDAY})(?: (?:just|right|immediately))? (?:before|prior|preceding)(?: (?:that|it|this)(?: one| day)?)?(?=\s*(?:$|[,.;:?!)]|and\b|or\b|in\b|by\b|for\b))"
    rf"|\b(?:on )?the (?:preceding|previous|prior) (?P<e>{WEEKDAY})\b"
    rf"|(?:再|更|它|那天?|其)?(?:往前|之前|以前|前面|前头)的?(?:那个?|一个?|上一个?)?{_ZH_WEEKDAY}"
    rf"|(?:再|更)?(?:前|上)(?:面|头)?的?(?:一个?|那个?)(?:周|星期|礼拜)(?:的)?(?P<y>[{ZH_WEEKDAYS}天])"
    rf"|再上(?:个)?(?:周|星期|礼拜)(?P<x>[{ZH_WEEKDAYS}天])",
    re.IGNORECASE,
)


def weekdays_before(text: str, found: Sequence[PeriodMention], today: date) -> list[PeriodMention]:
    """`found` with such days, where a single day is named before them that they lie before.

    Args:
        text: What the times were found in.
        found: Time expressions, in order.
        today: The day relative ones are told from.
    """
    added = []
    for match in _BEFORE.finditer(text):
        named = [m for m in found if m.end <= match.start()]
        days = days_of_token(named[-1].token, today) if named else None
        if days is None or days.first != days.end:
            continue
        told = match["d"] or match["e"]
        if told:
            weekday = EN_WEEKDAYS.index(told.lower()[:3])
        else:
            told = match["z"] or match["y"] or match["x"]
            weekday = ZH_WEEKDAYS.index(told.replace("天", "日"))
        back = (days.first.weekday() - weekday - 1) % 7 + 1
        day = days.first - timedelta(back)
        added.append(PeriodMention(day.isoformat(), match[0], *match.span(), comparison=True))
    kept = [m for m in found if not any(m.start < a.end and a.start < m.end for a in added)]
    return sorted([*kept, *added], key=lambda m: m.start)
