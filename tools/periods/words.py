"""Reads the time expressions of English and Chinese questions, by rule.

A month or day without a year is the latest such one not after today. What a rule cannot tell for
sure (a bare number, "may" the verb) is left alone: a missed period is asked for, a wrong one is not
noticed.
"""

import re
from dataclasses import dataclass
from datetime import date

from tools.periods.rules import RULES


@dataclass(frozen=True)
class PeriodMention:
    """A time expression in a text.

    Attributes:
        token: What `resolve` reads.
        text: The words matched.
        start: Where they begin.
        end: Where they end.
        comparison: Whether the words around make it what something else is held against
            ("than last month", "比上个月").
    """

    token: str
    text: str
    start: int
    end: int
    comparison: bool = False


def find_periods(text: str, today: date) -> list[PeriodMention]:
    """The time expressions in `text`, in order, none overlapping another; longer ones win.

    >>> [m.token for m in find_periods("Revenue in the last two weeks?", date(2026, 11, 22))]
    ['last_2_weeks']
    """
    found: list[PeriodMention] = []
    for pattern, read in RULES:
        for match in pattern.finditer(text):
            token = read(match, today)
            if token:
                words = match.group(0).strip()
                start = match.start() + match.group(0).index(words)
                end = start + len(words)
                held = _is_comparison(text, start, end)
                found.append(PeriodMention(token, words, start, end, held))
    found.sort(key=lambda m: (m.start - m.end, m.start))
    kept: list[PeriodMention] = []
    for mention in found:
        if all(mention.end <= k.start or mention.start >= k.end for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


_HELD_BEFORE = re.compile(
    r"(?:\b(?:than|vs\.?|versus|against|compared (?:to|with)|relative to)(?: in| the| for| on)*"
    r"|比|较|相比|对比|与|和|跟|同)\s*$",
    re.IGNORECASE,
)


def _is_comparison(text: str, start: int, end: int) -> bool:
    before = _HELD_BEFORE.search(text[:start])
    if before is None:
        return False
    if before.group(0).strip() in ("与", "和", "跟", "同"):
        return bool(re.match(r".{0,8}(?:相比|比|对比)", text[end:]))
    return True
