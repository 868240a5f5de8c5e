# ruff: noqa: E501  # a pattern reads best on one line
"""Days told once more without their month, as a correction or as a new end of a time asked about."""

import re
from datetime import date

from assistant.corrections import taken_back_at
from tools.periods import Period, PeriodMention
from tools.periods.calendar import unit_end
from tools.periods.vocabulary import MONTH, ZD, ZM, number_in

_AGAIN = re.compile(
    r"(?:[\s,，.。…:：]+|\b(?:ah|wait|sorry|no|hang on|i mean(?:t)?|actually|rather)\b)*(?:make (?:it|that) |(?:it was|that was|rather|from|说|是|应该是|要) ?)?(?:the )?(?P<days>\d{1,2}(?:st|nd|rd|th)?\s*(?:to|until|till|through|-|–|—|~)\s*(?:the )?\d{1,2}(?:st|nd|rd|th)?)(?!\d|[.,]\d|\s*(?:%|percent|per cent|am|pm|o['’]?clock|years?|yo\b|days?|weeks?|hours?|items?|orders?|of\b|-)|\s*(?:of )?"
    + MONTH
    + r")"
    rf"|[\s，。…：啊,.]*(?:说|是|应该是|要|看)?(?P<zh>(?:{ZD})[日号]?\s*(?:到|至|-|–|—|~)\s*(?:{ZD})[日号])",
    re.IGNORECASE,
)
"""Days from one to another right after the words that take something back."""
_EN_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?P<a>{MONTH})|\b(?P<b>{MONTH}) (?:the )?\d{{1,2}}\b", re.IGNORECASE)  # fmt: skip
_ZH_MONTH = re.compile(rf"(?:今年|去年|\d{{4}}年)?(?<!\d){ZM}月(?={ZD})")
_EXTENDED = re.compile(
    r"(?:延(?:长|伸|后|续)?|拉长?|顺延|放宽|改|加|算|看|推)(?:到|至)(?:当月)?(?P<zh>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
    r"|\b(?:extend|stretch|run|push|prolong|widen|take|carry|lengthen|continue)\w*(?: \w+){0,4}? (?:up )?(?:to|until|till|through) the (?P<en>\d{1,2})(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
"""A new last day for the time asked about before."""


def with_month(text: str) -> str:
    """`text` with the month put to days that correct others, which were told with theirs.

    >>> with_month("orders 3 May to 6 May, no wait, 3 to 9"), with_month("top 3, no wait, 5 to 9")
    ('orders 3 May to 6 May, no wait, 3 to 9 May', 'top 3, no wait, 5 to 9')
    """
    for end in taken_back_at(text):
        again = _AGAIN.match(text, end)
        if again is None:
            continue
        group = "days" if again["days"] else "zh"
        start, last = again.span(group)
        pattern = _EN_MONTH if again["days"] else _ZH_MONTH
        told = list(pattern.finditer(text[:end]))
        if not told:
            continue
        if again["days"]:
            return f"{text[:last]} {told[-1]['a'] or told[-1]['b']}{text[last:]}"
        return f"{text[:start]}{told[-1][0]}{text[start:]}"
    return text


def extended(text: str, before: Period) -> PeriodMention | None:
    """The time asked about before, to the new last day that `text` tells ("延到30号")."""
    found = _EXTENDED.search(text)
    n = number_in(found["en"] or found["zh"]) if found else 0
    month: date = before.end.replace(day=1)
    if found is None or not 0 < n <= unit_end(month, "month").day:
        return None
    last = month.replace(day=n)
    if last <= before.first:
        return None
    return PeriodMention(f"{before.first}..{last}", found[0], *found.span())
