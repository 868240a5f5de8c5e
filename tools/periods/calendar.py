"""Periods of the store's calendar: named ones, earlier ones, and what a token stands for.

Weeks begin on Monday. Days are the store's own; "today" is the day relative periods count from.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tools.errors import ToolError
from tools.wording.values import Quote

CalendarUnit = Literal["day", "week", "month"]

NAMED = (
    "today",
    "yesterday",
    "this_week",
    "last_week",
    "this_month",
    "last_month",
    "this_quarter",
    "last_quarter",
    "this_year",
    "last_year",
    "all",
)
ROLLING = re.compile(r"last_(\d{1,4})_(day|week|month)s?")
POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4]))?")


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both counted.

    Attributes:
        token: What was asked for, such as `last_month` or `2026-10-01..2026-10-15`.
        first: First day.
        last: Last day; never after today unless the whole period lies in the future.
        end: Last day of the whole period; later than `last` when today falls inside it.
        unit: Calendar unit it is made of: whole months count in months, all else in days or weeks.
    """

    token: str
    first: date
    last: date
    end: date
    unit: CalendarUnit = "day"

    @property
    def complete(self) -> bool:
        """False when today falls inside and the rest is still to come."""
        return self.last == self.end

    @property
    def days(self) -> int:
        """Number of days counted."""
        return (self.last - self.first).days + 1


def resolve(token: str, today: date, first_day: date) -> Period:
    """The days that `token` stands for.

    Args:
        token: `today`, `yesterday`, `this_` or `last_` `week|month|quarter|year`, `last_7_days`,
            `last_4_weeks`, `last_3_months`, `2026`, `2026-10`, `2026-Q3`, `2026-10-05`, a range
            `2026-08..2026-10`, or `all`.
        today: Day that counts as today.
        first_day: First day of the data, where `all` begins.

    Raises:
        ToolError: If `token` is none of these.
    """
    words = token.strip()
    try:
        found = _named(words.lower(), today, first_day) or _written(words.upper(), today)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise ToolError("unknown-period", given=Quote(text=token))
    return Period(token=words, **found)  # type: ignore[arg-type]  # the keys are Period's own


_Found = dict[str, date | CalendarUnit]


def _named(name: str, today: date, first_day: date) -> _Found | None:
    if name == "all":
        return _plain(min(first_day, today), today)
    if name in ("today", "yesterday"):
        day = today - timedelta(name == "yesterday")
        return _plain(day, day)
    if rolling := ROLLING.fullmatch(name):
        return _rolling(int(rolling[1]), rolling[2], today)
    which, _, unit = name.partition("_")
    if which not in ("this", "last") or unit not in ("week", "month", "quarter", "year"):
        return None
    start = START[unit](today)
    if which == "last":
        start = START[unit](start - timedelta(1))
    return _whole(start, _end(start, unit), "week" if unit == "week" else "month", today)


def _rolling(n: int, unit: str, today: date) -> _Found | None:
    if n < 1:
        return None
    if unit == "month":
        first = add_months(today + timedelta(1), -n)
    else:
        first = today - timedelta(n * (7 if unit == "week" else 1) - 1)
    aligned = unit == "month" and first.day == 1 and (today + timedelta(1)).day == 1
    return _plain(first, today, "month" if aligned else "day")


def _written(token: str, today: date) -> _Found | None:
    start, two, end = token.partition("..")
    first = _point(start.strip())
    last = _point(end.strip()) if two else first
    if first is None or last is None or last[1] < first[0]:
        return None
    months = first[0].day == 1 and (last[1] + timedelta(1)).day == 1
    return _whole(first[0], last[1], "month" if months else "day", today)


def _whole(first: date, last: date, unit: CalendarUnit, today: date) -> _Found:
    """The period, cut at today where today falls inside it."""
    return {
        "first": first,
        "last": today if first <= today < last else last,
        "end": last,
        "unit": unit,
    }


def _plain(first: date, last: date, unit: CalendarUnit = "day") -> _Found:
    return {"first": first, "last": last, "end": last, "unit": unit}


def _point(text: str) -> tuple[date, date] | None:
    """First and last day of a written year, quarter, month or day."""
    match = POINT.fullmatch(text)
    if not match:
        return None
    year, month, day, quarter = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101  # the pattern always has it
    if day and month:
        return date(year, month, day), date(year, month, day)
    unit = "month" if month else "quarter" if quarter else "year"
    first = date(year, month or (3 * quarter - 2 if quarter else 1), 1)
    return first, _end(first, unit)


START: dict[str, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(day.weekday()),
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
    "year": lambda day: date(day.year, 1, 1),
}
"""First day of the calendar unit that a day lies in."""

MONTHS = {"month": 1, "quarter": 3, "year": 12}


def _end(start: date, unit: str) -> date:
    """Last day of the `unit` that begins on `start`."""
    if unit in MONTHS:
        return add_months(start, MONTHS[unit]) - timedelta(1)
    return start + timedelta(6 if unit == "week" else 0)


def unit_end(day: date, unit: str) -> date:
    """Last day of the calendar `unit` (day, week, month, quarter, year) that `day` lies in."""
    return _end(START[unit](day), unit)


def add_months(day: date, n: int) -> date:
    """The same day of the month `n` months on, or that month's last day if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    ends = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(year, month + 1, min(day.day, ends))


def previous(period: Period) -> Period:
    """The period just before, of the same kind: the month before a month, 7 days before 7 days.

    An unfinished period is held against as many days from the start of the one before, so that
    1-22 November meets 1-22 October.
    """
    if period.unit == "month":
        return _earlier(period, add_months(period.first, -_months(period)))
    step = (period.end - period.first).days + 1
    return _earlier(period, period.first - timedelta(step))


def year_ago(period: Period) -> Period:
    """The same days of the year before."""
    if period.unit == "month":
        return _earlier(period, add_months(period.first, -12))
    first, last = add_months(period.first, -12), add_months(period.last, -12)
    return Period(token=f"{first}..{last}", first=first, last=last, end=last)


def _months(period: Period) -> int:
    """Calendar months that a period of unit `month` spans, its unfinished end included."""
    first, end = period.first, period.end
    return (end.year - first.year) * 12 + end.month - first.month + 1


def _earlier(period: Period, first: date) -> Period:
    """As long a period from `first`, cut to as many days as an unfinished `period` has."""
    if period.unit == "month":
        last = add_months(first, _months(period)) - timedelta(1)
    else:
        last = first + (period.end - period.first)
    if not period.complete:
        last = min(last, first + timedelta(period.days - 1))
    token = f"{first}..{last}"
    return Period(token=token, first=first, last=last, end=last, unit=period.unit)
