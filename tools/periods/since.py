# ruff: noqa: E501  # a rule reads best on one line
"""Times that run from a part of a month until today ("7月底以来"), and quarters told by their months."""

import re
from datetime import date, timedelta

from tools.periods.calendar import unit_end
from tools.periods.festivals import EN_Y, Rule, rule
from tools.periods.parts import ZH_MONTH, month_in
from tools.periods.points import Point, point_in
from tools.periods.vocabulary import MONTH, YEAR, year_in

_QUARTERS = {"jfm": 1, "amj": 2, "jas": 3, "ond": 4}
_FIRST_DAY = {"初": 1, "头": 1, "上旬": 1, "中": 11, "中旬": 11, "下旬": 21}
_ZH_ON = r"(?:以来|至今|(?:一直)?(?:算|计|数|看|睇)?[到至](?:现在|今天|今日|目前|如今|当下|今)|起(?!的)|开始(?!的)|以后|之后|往后)"


def _read_since_part(match: re.Match[str], today: date) -> str | None:
    """7月中到现在, 六月底以来: where a month's end begins a time, from the next day on."""
    month = month_in(match["m"], today)
    if month is None:
        return None
    day = _FIRST_DAY.get(match["third"])
    first = month.replace(day=day) if day else unit_end(month, "month") + timedelta(1)
    return f"{first}..{today}" if first <= today else None


def _read_letters(match: re.Match[str], today: date) -> str | None:
    """AMJ, the OND quarter of last year: the quarter by the letters of its months."""
    return _quarter(_QUARTERS[match["q"].lower()], year_in(match["y"], today), today)


def _read_last_month(match: re.Match[str], today: date) -> str | None:
    """The September quarter, the quarter to June: the one that ends with that month."""
    point = point_in(match["m"], today)
    if point is None or point.month is None or point.month % 3:
        return None
    year = year_in(match["y"], today)
    return _quarter(point.month // 3, year, today)


def _quarter(number: int, year: int | None, today: date) -> str:
    """That quarter of `year`, else the latest that has begun."""
    return f"{Point(year, 3 * number - 2).dated(today).year}-Q{number}"


SINCE: tuple[Rule, ...] = (
    rule(rf"(?:从|自从|自|由|打)?(?P<m>{ZH_MONTH})(?P<third>[初头中底末尾]|[上中下]旬){_ZH_ON}", _read_since_part),
    rule(rf"\b(?:the )?(?P<q>(?-i:JFM|AMJ|JAS|OND)|(?:jfm|amj|jas|ond)(?= (?:quarter|qtr)))(?: (?:quarter|qtr))?{EN_Y}\b", _read_letters),
    rule(rf"\b(?:the )?(?P<m>{MONTH}) quarter(?!ly){EN_Y}\b", _read_last_month),
    rule(rf"\b(?:the )?quarter (?:ended|ending|up to|to)(?: in| on| with| the)?(?: end| 3[01](?:st|th)?)?(?: of)? (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?(?!\w)", _read_last_month),
)  # fmt: skip
"""Rules for times with a beginning that is a part of a month, and quarters by their months."""
