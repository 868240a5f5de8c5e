# ruff: noqa: E501  # a pattern and its names read best on one line
"""The days a campaign runs, read from words; a day without a year is the next one to come."""

import re
from datetime import date, timedelta

from tools.errors import ToolError
from tools.periods import find_periods, resolve
from tools.periods.ahead import days_ahead
from tools.wording.values import Day, Name

LEAD_DAYS = 3
"""Days between today and the first day proposed: a draft wants reading and a list wants loading."""
USUAL_DAYS = 14
LONGEST_DAYS = 92

_NEXT = re.compile(r"\bnext (week|month)\b|下(?:个|一个)?(周|星期|礼拜|月)", re.IGNORECASE)
_MONTH = frozenset({"month", "月"})
_START = re.compile(
    r"(?:\b(?:start(?:s|ing)?|begin(?:s|ning)?|from)(?: on)?\s*|从|自|开始于)?"
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\bfor (?:\w+|\d+) (?:days?|weeks?)\b|(?:为期|持续)\S{1,4}(?:天|周)")
_YEAR = re.compile(r"\b20\d\d\b|20\d\d年|去年|\blast year\b")
FESTIVALS: tuple[tuple[re.Pattern[str], Name], ...] = (
    (re.compile(r"双(?:十一|11)|double (?:eleven|11)|singles'? day", re.I), Name(en="Double 11", zh="双11")),
    (re.compile(r"双(?:十二|12)|double (?:twelve|12)", re.I), Name(en="Double 12", zh="双12")),
    (re.compile(r"(?<!\d)618(?!\d)", re.I), Name(en="618", zh="618")),
    (re.compile(r"春节|过年|spring festival|(?:chinese|lunar) new year", re.I), Name(en="Spring Festival", zh="春节")),
    (re.compile(r"国庆|十一黄金周|national day", re.I), Name(en="National Day", zh="国庆")),
    (re.compile(r"黑五|黑色星期五|black friday", re.I), Name(en="Black Friday", zh="黑五")),
    (re.compile(r"圣诞|christmas", re.I), Name(en="Christmas", zh="圣诞")),
    (re.compile(r"元旦|new year(?!'?s? of)", re.I), Name(en="New Year", zh="元旦")),
)  # fmt: skip
_SEASONS: dict[int, Name] = {
    1: Name(en="midwinter", zh="深冬"),
    2: Name(en="late winter", zh="冬末"),
    3: Name(en="early spring", zh="初春"),
    4: Name(en="spring", zh="春天"),
    5: Name(en="late spring", zh="春末"),
    6: Name(en="early summer", zh="初夏"),
    7: Name(en="summer", zh="盛夏"),
    8: Name(en="late summer", zh="夏末"),
    9: Name(en="early autumn", zh="初秋"),
    10: Name(en="autumn", zh="秋天"),
    11: Name(en="late autumn", zh="深秋"),
    12: Name(en="winter", zh="冬天"),
}
_NORTH = ("Asia/", "Europe/", "America/New_York", "America/Chicago", "America/Los_Angeles")
_EQUATOR = ("Asia/Singapore", "Asia/Jakarta", "Asia/Kuala_Lumpur", "Asia/Manila", "Asia/Bangkok")


def festival_in(words: str) -> Name | None:
    """The festival or sale that `words` name."""
    return next((name for pattern, name in FESTIVALS if pattern.search(words)), None)


def season_of(day: date, time_zone: str) -> Name | None:
    """What the weeks around `day` are called; `None` where the zone does not tell the season."""
    north = time_zone.startswith(_NORTH) and time_zone not in _EQUATOR
    return _SEASONS[day.month] if north else None


_ABSENT = re.compile(
    r"(?:\bnot|n[’']t|\bnever|\bno (?:orders?|purchases?)|\bwithout|\binactive|\blapsed|\bsilent)\b[^,.;]{0,30}?"
    r"\b(?:for|in|within|since|during)\b[^,.;]{0,24}?\b(?:days?|weeks?|months?|years?)\b"
    r"|(?:[近过最]去?|超过)?\s*(?:[\d一二两三四五六七八九十半]+\s*个?(?:天|日|周|星期|月|年)|半年)(?:以上|内|里|来|多)?(?:都)?(?:没|未|不)(?:有|再)?[^，。；]{0,6}",
    re.IGNORECASE,
)


def dates_in(words: str, today: date) -> tuple[date, date] | None:
    """First and last day that `words` name; `None` when they name none.

    >>> dates_in("双十二清仓", date(2026, 10, 31))
    (datetime.date(2026, 12, 6), datetime.date(2026, 12, 12))
    >>> dates_in("from 5 December to 9 December", date(2026, 10, 31))
    (datetime.date(2026, 12, 5), datetime.date(2026, 12, 9))

    Raises:
        ToolError: If they are past.
    """
    words = _ABSENT.sub(" ", words)  # "has not ordered for half a year" tells who, not when
    found = _next(words, today) or _from_day(words) or _named(words, today)
    if found is None:
        return None
    return checked(*found, today)


def checked(first: date, last: date, today: date) -> tuple[date, date]:
    """`first` and `last`, if a campaign can run on them.

    Raises:
        ToolError: If they are past, the wrong way round, or too far apart.
    """
    if last < first:
        raise ToolError("drafts-dates-order", first=Day(day=first), last=Day(day=last))
    if first <= today:
        raise ToolError("drafts-dates-past", first=Day(day=first), today=Day(day=today))
    if (last - first).days >= LONGEST_DAYS:
        raise ToolError("drafts-dates-long", first=Day(day=first), last=Day(day=last))
    return first, last


_SPOKEN = (
    (re.compile(r"double (?:twelve|12)", re.I), "双十二"),
    (re.compile(r"圣诞节?(?!期间|当天)"), "圣诞节当天"),
    (re.compile(r"元旦(?!节)|new year'?s day", re.I), "1月1日"),
)
"""Festivals in the words that `find_periods` knows."""


def _next(words: str, today: date) -> tuple[date, date] | None:
    match = _NEXT.search(words)
    if match is None:
        return None
    if (match[1] or match[2]).lower() in _MONTH:
        first = date(today.year + today.month // 12, today.month % 12 + 1, 1)
        return first, date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(1)
    monday = today + timedelta(7 - today.weekday())
    return monday, monday + timedelta(6)


def _from_day(words: str) -> tuple[date, date] | None:
    """One or two days written with their year."""
    days = [_day(match["day"]) for match in _START.finditer(words)]
    if not days:
        return None
    if len(days) > 1:
        return days[0], days[1]
    return days[0], days[0] + timedelta(_length(words) - 1)


def _day(written: str) -> date:
    try:
        return date(*(int(part) for part in written.split("-")))
    except ValueError:
        from tools.wording.values import Quote

        raise ToolError("drafts-no-such-day", day=Quote(text=written)) from None


def _named(words: str, today: date) -> tuple[date, date] | None:
    for pattern, same in _SPOKEN:
        words = pattern.sub(same, words)
    mentions = find_periods(words, today)
    if not mentions:
        return None
    period = resolve(mentions[0].token, today, today)
    first, last = period.first, period.last
    if not _YEAR.search(words):
        while first <= today:
            first, last = _year_later(first), _year_later(last)
    if festival_in(mentions[0].text) and first == last:  # the sale runs up to its day
        first = max(first - timedelta(6), today + timedelta(1))
    elif first == last:
        last = first + timedelta(_length(words) - 1)
    return first, last


def _length(words: str) -> int:
    match = _LENGTH.search(words)
    if match is None:
        return USUAL_DAYS
    return (
        days_ahead(f"within {match[0][4:]}" if match[0][0] == "f" else f"未来{match[0][2:]}")
        or USUAL_DAYS
    )


def _year_later(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, 28) if day.month == 2 else day.day)


"""The days a campaign runs, read from words; a day without a year is the next one to come."""
