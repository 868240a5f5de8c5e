# ruff: noqa: E501  # a pattern reads best on one line
"""Reads the time expressions of English and Chinese questions, by rule.

A month or day without a year is the latest such one not after today. What a rule cannot tell for
sure (a bare number, "may" the verb) is left alone: a missed period is asked for, a wrong one is not
noticed.
"""

import re
from datetime import date

from tools.periods.joined import joined
from tools.periods.mention import PeriodMention, is_comparison
from tools.periods.rules import RULES
from tools.periods.vocabulary import MONTH, ZM

_PART = re.compile(
    r"\b(?:the )?(?:first|second|front|back|latter) half\b(?! (?:of(?! (?:it|that month|the (?:same )?month)\b)|year))(?: of (?:it|that month|the (?:same )?month))?|\b(?:the )?(?:first|second|third|fourth|last) week\b(?! (?:of|in)\b)"
    r"|第[一二三四]个?(?:周|星期|礼拜)|(?:上中|中下|[上中下])旬|[上下前后]半个?月|[前后]半(?=[（(，,跟和与比的]|$)",
    re.IGNORECASE,
)
"""A part of a month that is not named beside it."""
_OF_MONTH = re.compile(
    rf"(?:half|week) (?:of|in) (?P<en>{MONTH}(?:,? \d{{4}})?)|(?P<zh>(?:\d{{4}}年)?{ZM}月)(?=的?(?:第|(?:上中|中下|[上中下])旬|[上下前后]半))",
    re.IGNORECASE,
)


def find_periods(text: str, today: date) -> list[PeriodMention]:
    """The time expressions in `text`, in order, none overlapping another; longer ones win.

    >>> [m.token for m in find_periods("Revenue in the last two weeks?", date(2026, 11, 22))]
    ['last_2_weeks']
    """
    found = sorted(_parts_completed(text, _find(text, today), today), key=lambda m: m.start)
    return joined(text, found, today)


def part_of(text: str, month: date, today: date) -> PeriodMention | None:
    """A part of `month` that `text` names without it ("and the second week?", "下旬呢")."""
    part = _PART.search(text)
    if part is None:
        return None
    latin = part[0].isascii()
    words = re.sub(r"(?<=half) of .*", "", part[0], flags=re.IGNORECASE)
    read = _find(
        f"{words} of {month:%B %Y}" if latin else f"{month.year}年{month.month}月{words}", today
    )
    return PeriodMention(read[0].token, part[0], *part.span()) if read else None


def _parts_completed(text: str, found: list[PeriodMention], today: date) -> list[PeriodMention]:
    """`found`, and parts of a month named elsewhere ("the back half of May against the front")."""
    named = [m for m in found if _OF_MONTH.search(m.text)]
    month = _OF_MONTH.search(named[0].text) if named else None
    if month is None:
        return found
    added: list[PeriodMention] = []
    for part in _PART.finditer(text):
        if any(part.start() < m.end and m.start < part.end() for m in named):
            continue
        words = re.sub(r"(?<=half) of .*", "", part[0], flags=re.IGNORECASE)
        whole = f"{month['zh']}{words}" if month["zh"] else f"{words} of {month['en']}"
        if read := _find(whole, today):
            held = is_comparison(text, *part.span())
            added.append(PeriodMention(read[0].token, part[0], *part.span(), held))
    own = [m for m in found if not any(a.start < m.end and m.start < a.end for a in added)]
    return [*own, *added]


def _find(text: str, today: date) -> list[PeriodMention]:
    """The time expressions that the rules know, none overlapping another."""
    found: list[PeriodMention] = []
    for pattern, read in RULES:
        for match in pattern.finditer(text):
            token = read(match, today)
            if token:
                words = match.group(0).strip().removeprefix("的")  # of "男的九月"
                start = match.start() + match.group(0).index(words)
                end = start + len(words)
                held = is_comparison(text, start, end)
                found.append(PeriodMention(token, words, start, end, held))
    found.sort(key=lambda m: (m.start - m.end, m.start))
    kept: list[PeriodMention] = []
    for mention in found:
        if all(mention.end <= k.start or mention.start >= k.end for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
