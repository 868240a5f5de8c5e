# ruff: noqa: E501, ARG001  # a rule reads best on one line; all readers take the same two
"""Days named by their weekday within a month, days listed one after another, and units that run now."""

import re
from datetime import date, timedelta
from itertools import pairwise

from tools.periods.calendar import add_months, unit_end
from tools.periods.edges import nearest_month
from tools.periods.feasts import nth_weekday
from tools.periods.festivals import Rule, rule
from tools.periods.parts import EN_MONTH, ZH_MONTH, month_in
from tools.periods.readers import EN_WEEKDAYS, ZH_WEEKDAYS
from tools.periods.vocabulary import (
    DAY,
    MONTH,
    WEEKDAY,
    YEAR,
    ZD,
    ZH_WEEKDAY,
    N,
    number_in,
    year_in,
)

_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "last": -1, "final": -1,
        "第一": 1, "第二": 2, "第三": 3, "第四": 4, "第五": 5, "头一": 1, "首": 1, "头": 1, "最后一": -1, "最后": -1, "末": -1}  # fmt: skip
_EN_NTH = r"(?P<n>first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last|final)"
_ZH_NTH = r"(?P<n>第[一二三四五]|头一|最后一|最后|末|首|头)"
_WEEK = r"(?:周|星期|礼拜)"
_EN_AND = r"(?:\s*(?:,|and|&|\+|/|,\s*and)\s*)"
_ZH_AND = r"\s*(?:、|和|跟|与|同|及|,|，|/)\s*"
_HELD = re.compile(
    r"\b(?:vs\.?|versus|against|compar\w*|than|or|which|better|worse)\b|[比较]|哪|差", re.IGNORECASE
)
"""Words by which days that are listed are held against one another."""


def _read_nth_weekday(match: re.Match[str], today: date) -> str | None:
    """The second Monday of May, 八月最后一个周六; to another of the same week where one is beside it."""
    month = month_in(match["m"], today)
    if month is None:
        return None
    first, last = _weekday(match["d"]), _weekday(match["e"] or match["d"])
    day = nth_weekday(month.year, month.month, first, _NTH[match["n"].lower()])
    if day.month != month.month:
        return None
    end = day + timedelta((last - first) % 7)
    return f"{day}..{end}" if end != day else f"{day}"


def _weekday(word: str) -> int:
    if word.isascii():
        return EN_WEEKDAYS.index(word.lower()[:3])
    return ZH_WEEKDAYS.index(word.replace("天", "日"))


def _read_day_list(match: re.Match[str], today: date) -> str | None:
    """17 and 18 October, 3、4号: days one right after another, where none is held against the next."""
    told = match.groupdict().get("m")
    in_brackets = match.string[: match.start()].endswith(("(", "（"))
    if not in_brackets and len(_days(match["l"])) < 3 and _HELD.search(match.string):
        return None
    month = month_in(told, today) if told else nearest_month(match, today)
    if month is None:
        return None
    if year := year_in(match.groupdict().get("y"), today):
        month = month.replace(year=year)
    days = _days(match["l"])
    end = unit_end(month, "month").day
    if len(days) < 2 or any(b - a != 1 for a, b in pairwise(days)) or not 0 < days[-1] <= end:
        return None
    return f"{month.replace(day=days[0])}..{month.replace(day=days[-1])}"


def _days(words: str) -> list[int]:
    pattern = DAY if words.isascii() else ZD
    return [
        number_in(re.sub(r"(?<=\d)(?:st|nd|rd|th)", "", d))
        for d in re.findall(pattern, words, re.IGNORECASE)
    ]


def _read_running(match: re.Match[str], today: date) -> str | None:
    """The quarter presently running, the month we are in."""
    return f"this_{match['u'].lower()}"


def _read_bare_months(match: re.Match[str], today: date) -> str | None:
    """April May June: three months or more in a row, with nothing between them."""
    months = [month_in(word, today) for word in re.findall(MONTH, match["l"], re.IGNORECASE)]
    told = [month for month in months if month]
    if len(told) < 3 or any((b.month - a.month) % 12 != 1 for a, b in pairwise(told)):
        return None
    year = year_in(match["y"], today)
    last = told[-1].replace(year=year) if year else told[-1]
    return f"{add_months(last, 1 - len(told))}..{unit_end(last, 'month')}"


def _read_week_number(match: re.Match[str], today: date) -> str | None:
    """Week 2 of May: seven days, the first from the 1st; the second full week: from its Monday."""
    month = month_in(match["m"], today)
    if month is None:
        return None
    if nth := match.groupdict().get("n"):
        monday = nth_weekday(month.year, month.month, 0, _NTH[nth.lower()])
        return f"{monday}..{monday + timedelta(6)}"
    n, end = number_in(match["k"]), unit_end(month, "month").day
    first, last = 7 * n - 6, min(7 * n, end)
    return f"{month.replace(day=first)}..{month.replace(day=last)}" if 0 < first <= end else None


def _read_last_of(match: re.Match[str], today: date) -> str | None:
    """The last of June: its last day."""
    month = month_in(match["m"], today)
    return f"{unit_end(month, 'month')}" if month else None


def _read_nth_days(match: re.Match[str], today: date) -> str | None:
    """The second ten days of September, the second fortnight: counted from the 1st."""
    month, n = month_in(match["m"] or match["m2"], today), number_in(match["k"] or "14")
    nth = _NTH[(match["n"] or match["n2"]).lower()]
    if month is None or not 0 < n * nth <= unit_end(month, "month").day:
        return None
    return f"{month.replace(day=n * (nth - 1) + 1)}..{month.replace(day=n * nth)}"


LISTED: tuple[Rule, ...] = (
    rule(rf"\b(?:the )?(?:very )?{_EN_NTH} (?P<d>{WEEKDAY})(?:(?:{_EN_AND}| to | through )(?:the )?(?P<e>{WEEKDAY}))?,? (?:of|in) (?P<m>{EN_MONTH})", _read_nth_weekday),
    rule(rf"(?P<m>{ZH_MONTH})的?{_ZH_NTH}(?:的?[那这]一?)?个?{_WEEK}(?P<d>{ZH_WEEKDAY})(?:(?:{_ZH_AND}|到|至){_WEEK}?(?P<e>{ZH_WEEKDAY}))?", _read_nth_weekday),
    rule(rf"\b(?:the )?(?P<l>{DAY}(?:{_EN_AND}(?:the )?{DAY})+) (?:of )?(?P<m>{MONTH})(?:,? (?P<y>{YEAR}|last year))?(?!\w)", _read_day_list),
    rule(rf"\b(?P<m>{MONTH}) (?:the )?(?P<l>{DAY}(?:{_EN_AND}(?:the )?{DAY})+)(?![\d.:%]| (?:of )?{MONTH})(?:,? (?P<y>{YEAR}|last year))?", _read_day_list),
    rule(rf"(?P<m>{ZH_MONTH})的?(?P<l>{ZD}[日号]?(?:{_ZH_AND}{ZD}[日号]?)*{_ZH_AND}{ZD}[日号])", _read_day_list),
    rule(rf"(?<![\d月日号个.户店编员第])(?P<l>{ZD}[日号]?(?:{_ZH_AND}{ZD}[日号]?)*{_ZH_AND}{ZD}[日号])(?![仓店库线楼柜门机货客员桌款产])", _read_day_list),
    rule(r"\bthe (?P<u>week|month|quarter|year) (?:(?:presently|currently|now|still) (?:running|under ?way|ongoing|in progress)|we(?:['’]re| are) (?:now |currently |presently )?in\b(?: now| right now)?|(?:that is|that['’]s) (?:running|under ?way|on) (?:now|right now)|in progress|under ?way)", _read_running),
    rule(rf"\b(?:in |for |across |over )?(?P<l>{MONTH}(?:[ /,]+(?:or |and )?{MONTH}){{2,}})(?:,? (?P<y>{YEAR}))?(?!\w)", _read_bare_months),
    rule(rf"\bweek (?:no\.? ?|number )?(?P<k>[1-5]|one|two|three|four|five),? (?:of|in) (?P<m>{EN_MONTH})", _read_week_number),
    rule(rf"\b(?:the )?{_EN_NTH} (?:full|whole|complete|calendar) week (?:of|in) (?P<m>{EN_MONTH})", _read_week_number),
    rule(rf"\bthe (?:very )?last(?: day)? of (?P<m>{MONTH}(?:,? (?:{YEAR}|last year|this year))?)(?!\w)", _read_last_of),
    rule(rf"\b(?:the )?(?P<n>second|2nd|third|3rd) (?P<k>{N}) days (?:of|in) (?P<m>{EN_MONTH})|\b(?:the )?(?P<n2>second|2nd) fortnight (?:of|in) (?P<m2>{EN_MONTH})", _read_nth_days),
)  # fmt: skip
"""Rules for days and months that stand in a row, and for those told by their weekday."""
