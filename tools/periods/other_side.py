# ruff: noqa: E501  # a pattern reads best on one line
"""As much time on the other side of an event ("the week before 618 against the week after")."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import chain

from tools.periods.around import counted_off
from tools.periods.mention import PeriodMention
from tools.periods.parts_of import days_of_token
from tools.periods.vocabulary import ZN, N, number_in

_UNIT = r"(?:days?|weeks?|fortnights?|months?)"
_SAID = re.compile(
    rf"(?:(?P<n>{N}) )?(?P<u>{_UNIT}) (?:\w+ )?(?P<r>before|preceding|prior to|ahead of|after|following)\b"
    rf"|(?P<zr>前|后)的?(?:那)?(?P<zn>{ZN})个?(?P<zu>天|日|周|星期|礼拜|月)",
    re.IGNORECASE,
)
"""How much time before or after an event a mention tells."""
_OTHER = re.compile(
    rf"\s*,?\s*(?:and|vs\.?|versus|against|compared (?:to|with)|with|to|over|then|or|n|&)\s+(?:(?:(?:that|those) (?:of|in) )?(?:the )?(?:same )?(?:(?P<n>{N}) )?(?:(?P<u>{_UNIT}) )?)(?P<r>before|preceding|prior|after|following|afterwards?|beforehand)(?: (?:it|that))?(?=\s*(?:[?.,;:!)—–-]|$|(?:by|for|in|on|please|pls|and|as|per|did|was|were|had)\b))"
    rf"|\s*(?:[和跟与同对比及、]|vs\.?|以及|对比)\s*(?:它|其|节)?(?:之)?(?P<zr>前|后)的?(?:那)?(?P<zn>{ZN})个?(?P<zu>天|日|周|星期|礼拜|月)",
    re.IGNORECASE,
)
"""What follows it about the other side."""
_BEFORE_AND_AFTER = re.compile(
    rf"\b(?:the )?(?:(?P<n>{N}) )?(?P<u>{_UNIT}) (?:just |right |immediately )?(?:before|prior to|ahead of) (?:and|vs\.?|versus|against|&) (?:the )?(?:(?:same )?(?:{N} )?{_UNIT} )?(?:just |right |immediately )?after(?: the)?\s*$",
    re.IGNORECASE,
)
_ZH_BEFORE_AND_AFTER = re.compile(
    rf"(?:节|假期|当天)?前后各(?:自的?)?(?:一?整)?(?P<n>{ZN})个?(?P<u>天|日|周|星期|礼拜|月)"
)
"""Both sides told at once ("the week before and after Qixi", "国庆前后各三天")."""


def with_other_side(
    text: str, named: Sequence[PeriodMention], told: Sequence[PeriodMention], today: date
) -> list[PeriodMention]:
    """`told`, with as much time on the other side of an event where the words want both.

    Args:
        text: What they were found in.
        named: The events, as they are named.
        told: The times told by them.
        today: The day relative ones are told from.
    """
    both = (_both(text, event, today) for event in named)
    one = (_of_event(text, event, m, today) for m in told for event in named)
    found = next(filter(None, chain(both, one)), None)
    if found is None:
        return [*told]
    first, last = found[0].start, found[-1].end
    rest = [m for m in told if m.end <= first or last <= m.start]
    return sorted([*rest, *found], key=lambda m: m.start)


def _both(text: str, event: PeriodMention, today: date) -> list[PeriodMention] | None:
    """The days before and after `event`, told at once."""
    en = _BEFORE_AND_AFTER.search(text[: event.start])
    match = en or _ZH_BEFORE_AND_AFTER.match(text, event.end)
    if match is None:
        return None
    start, end = (match.start(), event.end) if en else (event.start, match.end())
    middle = event.start if en else event.end
    sides = [_side(event, match["n"], match["u"], r, today) for r in ("before", "after")]
    if not (sides[0] and sides[1]):
        return None
    return [
        PeriodMention(sides[0], text[start:middle], start, middle),
        PeriodMention(sides[1], text[middle:end], middle, end, comparison=True),
    ]


def _of_event(
    text: str, event: PeriodMention, told: PeriodMention, today: date
) -> list[PeriodMention] | None:
    """`told`, days on one side of `event`, and those on the other side where they are named next."""
    said, other = _SAID.search(told.text), _OTHER.match(text, told.end)
    if said is None or other is None or told.token == event.token:
        return None
    if not (told.start <= event.start and event.end <= told.end):
        return None
    relation = other["r"] or other["zr"]
    n, unit = other["n"] or other["zn"], other["u"] or other["zu"]
    if not unit:
        n, unit = said["n"] or said["zn"], said["u"] or said["zu"]
    token = _side(event, n, unit, relation, today)
    if token is None:
        return None
    start, end = other.span()
    return [told, PeriodMention(token, other[0], start, end, comparison=True)]


def _side(event: PeriodMention, n: str | None, unit: str, relation: str, today: date) -> str | None:
    """So much time right before or after `event`, as a token."""
    days, count = days_of_token(event.token, today), number_in(n or "1")
    if days is None or not count:
        return None
    later = relation.lower().startswith(("after", "follow", "后"))
    word = unit.lower().removesuffix("s")
    told = counted_off(days, word, count, "after" if later else "before", event.text)
    return told and f"{told[0]}..{told[1]}"
