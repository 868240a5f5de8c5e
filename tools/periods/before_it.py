# ruff: noqa: E501  # a pattern reads best on one line
"""The days right before a time, that it is held against ("2-8 May against the seven days before")."""

import re
from collections.abc import Sequence
from datetime import date

from tools.periods.around import counted_off
from tools.periods.mention import PeriodMention
from tools.periods.parts_of import days_of_token
from tools.periods.vocabulary import ZN, N, number_in

_UNIT = r"(?P<u>days?|weeks?|fortnights?|months?)"
_EN_HELD = (
    r"\b(?:against|vs\.?|v|versus|than|over|(?:next|compar\w+|relative|contrast\w*|as opposed|up) (?:to|with|against)|with|to|beside|alongside|on)\s+"
    r"(?:(?:that|those|what (?:it was|we had|we did)|it was) (?:of |in |from |for |over )?)?(?:the |its |their )?"
)
_EN_END = r"(?=\s*(?:[?.,;:!)—–-]|$|(?:by|for|and|please|pls|per|did|was|were|on|in terms)\b))"
_THAT = r"(?: (?:that|it|those|them|this|then|these))?"
_NEAR = r"(?:just |right |immediately |directly |straight )?"
_BEFORE = (
    re.compile(
        rf"{_EN_HELD}(?P<said>(?:(?P<n>{N}) )?{_UNIT} {_NEAR}(?:before|prior|preceding|earlier|previous){_THAT}){_EN_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_EN_HELD}(?P<said>{_NEAR}(?:previous|preceding|prior|foregoing|earlier) (?:(?P<n>{N}) )?{_UNIT}(?: before{_THAT})?){_EN_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:对比|相比|比较|比|较|跟|和|与|同|对|vs\.?)\s*(?:它|其)?(?P<said>(?:(?:再|更)?往前(?:推|数|倒)?|再前|更前|之前|此前|前面|(?:紧)?挨着的?前面|前)的?(?:[那这]|紧挨着?的?)?(?:同样|一样|整整?)?的?(?P<n>{ZN})个?(?P<u>天|日|周|星期|礼拜|月)(?![均活末一二三四五六日天]))",
        re.IGNORECASE,
    ),
)


"""Words that hold a time against the one right before it, in both languages."""


def with_before(text: str, found: Sequence[PeriodMention], today: date) -> list[PeriodMention]:
    """`found`, and what is told only as so much time right before one of them.

    Args:
        text: What they were found in.
        found: Time expressions, in order.
        today: The day relative ones are told from.
    """
    held = next(filter(None, (pattern.search(text) for pattern in _BEFORE)), None)
    named = [m for m in found if held and m.end <= held.start("said")]
    days = days_of_token(named[-1].token, today) if named else None
    if held is None or days is None:
        return [*found]
    start, end = held.span("said")
    if any(m.start < end and start < m.end and m.comparison and ".." in m.token for m in found):
        return [*found]  # told by what lies on the other side
    unit = held["u"].lower().removesuffix("s")
    n = number_in(held["n"] or "1")
    told = counted_off(days, unit, n, "before", named[-1].text) if n else None
    if told is None:
        return [*found]
    before = PeriodMention(f"{told[0]}..{told[1]}", held["said"], start, end, comparison=True)
    rest = [m for m in found if m.end <= start or end <= m.start]
    return sorted([*rest, before], key=lambda m: m.start)
