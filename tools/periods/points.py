"""A year, month or day as a question writes it, and ranges of them."""

import re
from dataclasses import dataclass
from datetime import date

from tools.periods.vocabulary import (
    DAY,
    EN_MONTHS,
    ISO,
    MONTH,
    YEAR,
    ZD,
    ZH_YEAR,
    ZM,
    number_in,
    year_in,
)


@dataclass(frozen=True)
class Point:
    """A year, month or day as written; parts not written are `None`."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def dated(self, today: date) -> "Point":
        """With its year: the one written, else the latest that is not after today."""
        if self.year is not None:
            return self
        late = (self.month or 1, self.day or 1) > (today.month, today.day if self.day else 1)
        return Point(today.year - late, self.month, self.day)

    @property
    def token(self) -> str:
        """As `resolve` reads it."""
        parts = [f"{self.year:04}", *(f"{p:02}" for p in (self.month, self.day) if p)]
        return "-".join(parts)


_POINT_EN = re.compile(
    rf"(?:(?P<iso>{ISO})|(?:the )?(?P<day>{DAY} )?(?:of )?(?P<month>{MONTH})"
    rf"(?: (?:the )?(?P<day2>{DAY}))?"
    rf"(?:,? (?:of )?(?P<year>{YEAR}|last year|this year))?|(?P<only>{YEAR}))",
    re.IGNORECASE,
)
_POINT_ZH = re.compile(
    rf"(?:(?P<iso>{ISO})|(?P<year>{ZH_YEAR})?的?(?P<month>{ZM})月(?:份|[初底末头尾]|(?P<day>{ZD})[日号]?)?|(?P<only>{ZH_YEAR}))"
)


def point_in(words: str, today: date) -> Point | None:
    """The year, month or day that `words` name, in either language; `None` if they name none."""
    words = words.strip()
    if match := _POINT_EN.fullmatch(words):
        if match["month"]:
            prefix = match["month"].lower()[:3]
            month = next(i for i, name in enumerate(EN_MONTHS, 1) if name.startswith(prefix))
            day = match["day"] or match["day2"]
            number = _day_number(day) if day else None
            return Point(year_in(match["year"], today), month, number)
    else:
        match = _POINT_ZH.fullmatch(words)
        if match and match["month"]:
            day = match["day"]
            number = number_in(day) if day else None
            return Point(year_in(match["year"], today), number_in(match["month"]), number)
    if not match:
        return None
    if match["iso"]:
        return Point(*(int(part) for part in re.split(r"[-/.]", match["iso"])))
    return Point(year_in(match["only"], today))


def _day_number(words: str) -> int:
    """The 1st, the seventh."""
    digits = re.sub(r"\D", "", words)
    return int(digits) if digits else number_in(words)


def range_token(start: Point, end: Point, today: date) -> str | None:
    """The range from `start` to `end`, with whatever years they leave out."""
    if end.year is not None and start.year is None:
        later = (start.month or 1, start.day or 1) > (end.month or 12, end.day or 31)
        start = Point(end.year - later, start.month, start.day)
    start = start.dated(today)
    if end.year is None:
        assert start.year is not None  # noqa: S101  # dated
        over = (end.month or 12, end.day or 31) < (start.month or 1, start.day or 1)
        end = Point(start.year + over, end.month, end.day)
        if over and end.year == today.year and (end.month or 1) > today.month:
            start, end = (
                Point(start.year - 1, start.month, start.day),
                Point(today.year, end.month, end.day),
            )
    return f"{start.token}..{end.token}"
