# ruff: noqa: E501  # a rule reads best on one line
"""Feasts that move by weekday or by the sun, and others that a few shops live by."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from tools.periods.readers import Reader, black_friday, by_the_moon, festival
from tools.periods.vocabulary import YEAR, ZH_YEAR, year_in

_EN_Y = rf"(?:(?: of|,)? (?P<y>{YEAR}|last year|this year))?"
_ZH_Y = rf"(?P<y2>{ZH_YEAR})?的?"
_ZH_DAY = r"(?:当天|期间)?"


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` Monday (0) to Sunday (6) of a month; -1 is the last.

    >>> nth_weekday(2026, 5, 6, 2), nth_weekday(2026, 8, 4, -1)
    (datetime.date(2026, 5, 10), datetime.date(2026, 8, 28))
    """
    if nth < 0:
        end = date(year + (month == 12), month % 12 + 1, 1) - timedelta(1)
        return end - timedelta((end.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's algorithm, Nature 14, 1876).

    >>> easter(2025), easter(2026)
    (datetime.date(2025, 4, 20), datetime.date(2026, 4, 5))
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    x = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * x) // 433
    month = (h + x - 7 * m + 90) // 25
    return date(year, month, (h + x - 7 * m + 33 * month + 19) % 32)


def moving(day_of: Callable[[int], date], length: int = 1) -> Reader:
    """The latest `length` days from the one that falls on `day_of` each year, or of the year named."""

    def read(match: re.Match[str], today: date) -> str | None:
        groups = match.groupdict()
        year = year_in(groups.get("y") or groups.get("y2"), today)
        first = day_of(year or today.year)
        if year is None and first > today:
            first = day_of(today.year - 1)
        last = first + timedelta(length - 1)
        return f"{first}..{last}" if length > 1 else f"{first}"

    return read


LANTERNS = {
    day.year: day
    for day in (
        date(2018, 3, 2), date(2019, 2, 19), date(2020, 2, 8), date(2021, 2, 26), date(2022, 2, 15),
        date(2023, 2, 5), date(2024, 2, 24), date(2025, 2, 12), date(2026, 3, 3), date(2027, 2, 20),
    )
}  # fmt: skip
DOUBLE_NINTH = {
    day.year: day
    for day in (
        date(2018, 10, 17), date(2019, 10, 7), date(2020, 10, 25), date(2021, 10, 14), date(2022, 10, 4),
        date(2023, 10, 23), date(2024, 10, 11), date(2025, 10, 29), date(2026, 10, 18), date(2027, 10, 8),
    )
}  # fmt: skip


def _days(month: int, day: int) -> Reader:
    return festival((month, day), (month, day))


MORE_FEASTS: tuple[tuple[str, Reader], ...] = (
    (rf"\bmother['’]?s['’]? day\b{_EN_Y}|{_ZH_Y}母亲节{_ZH_DAY}", moving(lambda y: nth_weekday(y, 5, 6, 2))),
    (rf"\bfather['’]?s['’]? day\b{_EN_Y}|{_ZH_Y}父亲节{_ZH_DAY}", moving(lambda y: nth_weekday(y, 6, 6, 3))),
    (rf"\bthanksgiving(?: day)?\b{_EN_Y}|{_ZH_Y}感恩节{_ZH_DAY}", moving(lambda y: nth_weekday(y, 11, 3, 4))),
    (rf"\bcyber monday\b{_EN_Y}|{_ZH_Y}网络星期一", moving(lambda y: black_friday(y) + timedelta(3))),
    (rf"\beaster(?: sunday)\b{_EN_Y}|{_ZH_Y}复活节{_ZH_DAY}", moving(easter)),
    (rf"\beaster(?: weekend| holidays?)?\b(?! (?:eggs?|bunny|gifts?|monday|sunday)){_EN_Y}", moving(lambda y: easter(y) - timedelta(2), 4)),
    (rf"\beaster monday\b{_EN_Y}", moving(lambda y: easter(y) + timedelta(1))),
    (rf"\bgood friday\b{_EN_Y}", moving(lambda y: easter(y) - timedelta(2))),
    (rf"\b(?:autumn(?:al)?|fall|september) equinox\b{_EN_Y}|{_ZH_Y}秋分{_ZH_DAY}", _days(9, 23)),
    (rf"\b(?:spring|vernal|march) equinox\b{_EN_Y}|{_ZH_Y}春分{_ZH_DAY}", _days(3, 20)),
    (rf"\b(?:summer solstice|midsummer(?:['’]s day| day)?)\b{_EN_Y}|{_ZH_Y}夏至{_ZH_DAY}", _days(6, 21)),
    (rf"\bwinter solstice\b{_EN_Y}|{_ZH_Y}冬至{_ZH_DAY}", _days(12, 22)),
    (rf"\bteachers?['’]?s?['’]? day\b{_EN_Y}|{_ZH_Y}教师节{_ZH_DAY}", _days(9, 10)),
    (rf"\blantern festival\b{_EN_Y}|{_ZH_Y}元宵节?{_ZH_DAY}", by_the_moon(LANTERNS, 1)),
    (rf"\bdouble ninth(?: festival)?\b{_EN_Y}|{_ZH_Y}重阳节?{_ZH_DAY}", by_the_moon(DOUBLE_NINTH, 1)),
    (rf"{_ZH_Y}(?<![\d.¥$])520(?:当天|期间|大促|那天|活动)+", _days(5, 20)),
    (r"(?<![\d.¥$])520(?=[和跟与同、及比对](?:618|双|国庆|端午|七夕|情人节|五一|女神节))|(?<=618[和跟与同、及比对])520(?!\d|\s*[个件单元块人])", _days(5, 20)),
)  # fmt: skip
"""Each feast as it is written, with what reads it."""
