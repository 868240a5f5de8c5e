"""Days, months, quarters and years as both languages write them, found in a text."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = rf"(?P<word>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)",
        rf"(?<!\d){_YEAR}年第?(?P<quarter>[1-4])季度",
        rf"(?<!\d){_YEAR}年(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})[日号])?)?",
        r"(?<!\d)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?",
        r"(?<!\d)(?P<day>\d{1,2})[日号]",
        rf"\bQ(?P<quarter>[1-4])(?:\s{_YEAR})?(?!\d)",
        rf"(?<!\d){_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?\b",
        rf"\b{_MONTH} {_DAY}(?:,? {_YEAR})?(?!\d|[.,]\d)",
        rf"\b{_MONTH} {_YEAR}(?!\d)",
        rf"(?:(?<=in )|(?<=of )|(?<=since )|(?<=for )|(?<=to )|(?<=and )){_YEAR}(?![\d%]|[.,]\d)",
    )
]


class Day(NamedTuple):
    """What a text says of a day: any part may be left out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None


class Named(NamedTuple):
    """A day where a text names it, from `start` to `end`."""

    day: Day
    start: int
    end: int


def days_in(text: str) -> Iterator[Named]:
    """Every day, month, quarter or year that `text` names."""
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if any(found.start() < end and start < found.end() for start, end in taken):
                continue
            taken.append(found.span())
            yield Named(_day(found.groupdict()), *found.span())


def _day(parts: dict[str, str | None]) -> Day:
    word = parts.get("word")
    month = parts.get("month")
    named = [name[:3] for name in _MONTHS].index(word[:3].lower()) + 1 if word else None
    year, day, quarter = (parts.get(part) for part in ("year", "day", "quarter"))
    return Day(
        int(year) if year else None,
        int(month) if month else named,
        int(day) if day else None,
        int(quarter) if quarter else None,
    )


def known(day: Day, days: Iterable[Day]) -> bool:
    """Whether one of `days` has every part that `day` names."""
    return any(
        all(part is None or part == whole for part, whole in zip(day, other, strict=True))
        for other in days
    )


def whole(day: date) -> Day:
    """`day` with all its parts."""
    return Day(day.year, day.month, day.day, (day.month + 2) // 3)
