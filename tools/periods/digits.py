# ruff: noqa: E501  # a rule reads best on one line; all readers take the same two
"""Days written in digits: 10/1-10/7, 9.1-9.15, 15/8."""

import re
from datetime import date

from tools.periods.festivals import Rule, rule
from tools.periods.points import Point

_MD = r"(?P<m>1[0-2]|0?[1-9])[/.](?P<d>3[01]|[12]\d|0?[1-9])"
_DM = r"(?P<d>3[01]|[12]\d|0?[1-9])/(?P<m>1[0-2]|0?[1-9])"


def _read_digits(match: re.Match[str], today: date) -> str | None:
    """10/1-10/7, 9.1-9.15, 10/15: month and day; 30/6: day and month."""
    numbers = [int(match[g]) for g in ("m", "d", "m2", "d2") if match.groupdict().get(g)]
    points = [Point(None, m, d) for m, d in zip(numbers[::2], numbers[1::2], strict=False)]
    try:
        dated = [date(p.dated(today).year or today.year, p.month or 1, p.day or 1) for p in points]
    except ValueError:
        return None
    if len(dated) == 1:
        return dated[0].isoformat()
    first, last = dated
    if first > last:
        first = first.replace(year=first.year - 1)
    return f"{first}..{last}"


DIGITS: tuple[Rule, ...] = (
    rule(rf"(?<![A-Za-z\d_./-]){_MD}(?:\s*[那这当]一?[天日]|(?=\s*(?:[号日](?!店)|比)))", _read_digits),
    rule(rf"(?<![A-Za-z\d_./-]){_MD}\s*(?:-|–|—|~|～|到|至|to)\s*(?P<m2>1[0-2]|0?[1-9])[/.](?P<d2>3[01]|[12]\d|0?[1-9])(?![A-Za-z\d_./%-])", _read_digits),
    rule(r"(?:\b(?:on|for|from|since) |(?<=[\s，。,]))(?<![\w./-])(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])(?![\w./%-])(?! split)", _read_digits),
    rule(rf"(?<![A-Za-z\d_./-]){_DM}\s*(?:-|–|—|~|to|until|till)\s*(?P<d2>3[01]|[12]\d|0?[1-9])/(?P<m2>1[0-2]|0?[1-9])(?![A-Za-z\d_./%-])", _read_digits),
    rule(r"\b(?:on|for|from|since) (?P<d>1[3-9]|2\d|3[01])/(?P<m>1[0-2]|0?[1-9])(?![\w./%-])(?! split)", _read_digits),
)  # fmt: skip
"""Month and day come first: where both may be a month, the first is."""
