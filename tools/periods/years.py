# ruff: noqa: E501  # a pattern reads best on one line
"""A year told beside the day or the festival it goes with ("双十一（去年）", "last year's Christmas")."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from tools.errors import ToolError
from tools.periods.calendar import Period, add_months, resolve
from tools.periods.festivals import FESTIVALS
from tools.periods.mention import PeriodMention

_YEAR = re.compile(r"last_year|this_year|(?:19|20)\d\d")
_HAS_YEAR = re.compile(
    r"(?:19|20)\d\d|\b(?:this|last|past|next) |[今去前]年|\d\d年|最近|过去|近|上|本|昨|ago",
    re.IGNORECASE,
)
_THEN = re.compile(r"\s*[,，]?\s*[(（]?\s*(?:of |in |back in |that is,? )?", re.IGNORECASE)
"""What stands between a time and the year it is of."""
_BEFORE = re.compile(
    r"(?:'s|’s)?\s*[,，]?\s*[(（]?\s*(?:的|,? ?(?:on|at|over|during|for) )?(?:the )?", re.IGNORECASE
)
"""What stands between a year and a time in it."""
_LATE = re.compile(
    r"[^.;?!。；？！]{0,60}?[.,;:!?–—。，；！？-]\s*(?:that (?:is|was)|that['’]s|of|in|i mean)?\s*(?:the )?",
    re.IGNORECASE,
)
"""What stands between a time and its year, told in a clause of its own."""
_ALONE = re.compile(
    r"(?:['’]s)?(?: one|,? (?:naturally|of course|obviously|i mean|mind you|not this|that is|please)\b)*\s*(?=[.,;!?)]|$)|的(?=[，。；！？,.]|$)|[，,]?(?:不是今年)",
    re.IGNORECASE,
)
"""What follows such a year."""
_LONGEST = 92
_LAST_MONTH = re.compile(r"last (?!week|month|quarter|year)[a-z]", re.IGNORECASE)
_MONTH_TOKEN = re.compile(r"\d{4}-\d{2}")


def yeared(text: str, found: list[PeriodMention], today: date) -> list[PeriodMention]:
    """`found`, with a year and the time within it that stands beside it as one."""
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        if _YEAR.fullmatch(other.token) and _THEN.fullmatch(between):
            told, year = one, other
        elif _YEAR.fullmatch(one.token) and _BEFORE.fullmatch(between):
            told, year = other, one
        elif _YEAR.fullmatch(other.token) and _told_late(text, one, other):
            told, year = one, other
        else:
            continue
        token = None if _HAS_YEAR.search(told.text) else _of_year(told, year.token, today)
        if token:
            start, end = one.start, other.end
            whole = replace(told, token=token, text=text[start:end], start=start, end=end)
            rest = [m for m in found if m not in (one, other)]
            return yeared(text, sorted([*rest, whole], key=lambda m: m.start), today)
    return found


def last_of_two(found: list[PeriodMention]) -> list[PeriodMention]:
    """`found`, "last June" beside June as that of the year before."""
    return [
        replace(m, token=f"{int(m.token[:4]) - 1}{m.token[4:]}")
        if _LAST_MONTH.match(m.text)
        and _MONTH_TOKEN.fullmatch(m.token)
        and any(o.token == m.token and not _LAST_MONTH.match(o.text) for o in found)
        else m
        for m in found
    ]


def _told_late(text: str, told: PeriodMention, year: PeriodMention) -> bool:
    """Whether a year stands by itself after a time ("the 3rd of May, I mean. Last year's.")."""
    if year.token == "this_year" or told.comparison or year.comparison:  # noqa: S105  # a period
        return False
    after = _ALONE.match(text, year.end)
    return bool(after and after[0] and _LATE.fullmatch(text[told.end : year.start]))


def _of_year(told: PeriodMention, year: str, today: date) -> str | None:
    """The days of `told` in another year; those of a festival as that year had them."""
    token = told.token
    days, whole = _days(token, today), _days(year, today)
    if whole and (feast := _festival(told.text, whole.first.year, today)):
        return feast
    if days is None or whole is None or days.days > _LONGEST or not token[:1].isdigit():
        return None
    months = 12 * (whole.first.year - days.first.year)
    first, end = add_months(days.first, months), add_months(days.end, months)
    if not months:
        return token
    if days.unit == "month" and first.month == end.month:
        return f"{first:%Y-%m}"
    return f"{first}..{end}" if first != end else f"{first}"


def _festival(words: str, year: int, today: date) -> str | None:
    """The days of the festival that `words` name, in a year."""
    for written in (f"{year}年{words}", f"{words} {year}"):
        for pattern, read in FESTIVALS:
            if (match := pattern.fullmatch(written)) and (token := read(match, today)):
                return token
    return None


def _days(token: str, today: date) -> Period | None:
    try:
        return resolve(token, today, today)
    except ToolError:
        return None
