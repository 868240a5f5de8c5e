# ruff: noqa: E501  # a pattern reads best on one line
"""Days, weeks, months or hours that a question wants ranked ("卖得最好的三天", "which two weeks").

A number of days is a length of time everywhere else; beside a superlative or after "which" it says
how many of them are wanted, and that figures are told apart by them.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.counting import Counted
from tools.mentions import SUPERLATIVE, Mention
from tools.numerals import number_of

_UNITS = {
    "day": "天|日|days?",
    "week": "个?(?:星期|礼拜)|周|weeks?",
    "month": "个?月份?|months?",
    "quarter": "个?季度?|quarters?",
    "hour": "个?(?:小时|钟头)|个钟|hours?",
}
_UNIT = rf"(?P<unit>{'|'.join(_UNITS.values())})"
_ZH = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3}|[几那][一几]?)"
_EN = r"(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_MOST = r"(?:most|least|fewest|best|worst|highest|lowest|biggest|smallest|busiest|slowest)"
_RANKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:最(?![近后后初新])[^，。？?！!；;]{{1,8}}(?:[的嘅]|(?=[那嗰]))|[哪边邊])\s*{_ZH}\s*{_UNIT}(?![前后内里以之来间期气假数份天]|\d)",
        rf"\b(?:{SUPERLATIVE}) {_EN} {_UNIT}\b(?! (?:ago|before|after|earlier|later))",
        rf"\b(?:which|what) {_EN} {_UNIT}\b(?! (?:ago|before|after|earlier|later))",
        rf"\b{_EN} {_UNIT} (?:with|that|when|where|(?:in|on) which)\b[^.?!,;]{{0,30}}?\b{_MOST}\b",
    )
)
_ONE = re.compile(
    r"\b(?:best|worst|(?:most|least) (?!recent|of|likely)[a-z]+|(?!(?:lat|new|old|earli|near|clos|short|long|nexter|inter|requ|harv|for|mod|hon|inv|west|gu|t|ch)est\b)[a-z]{3,}est)"
    r" (?P<unit>day|week|month|quarter|hour)\b(?! (?:ago|off|out|of the week|to (?:send|mail|text|post|email|launch)))",
    re.IGNORECASE,
)
"""One of them that stands out ("the deadest month")."""
_ONE_WEEKDAY = re.compile(
    r"\b(?:best|worst|(?!(?:lat|new|earli|near)est\b)[a-z]{3,}est) (?=(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b)"
    r"|\b(?:which|what) (?=(?:mon|tues|wednes|thurs|fri|satur|sun)days? (?:was|were|had|has|did|saw|brought|sold)\b)",
    re.IGNORECASE,
)
"""A day that stands out among those of one weekday ("our busiest Saturday")."""
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_EACH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:each|every|all)(?: single)?(?: one)? of (?:the |those |these |our )?(?:(?:first|last|past|final|next|following|previous) )?(?:\d{{1,2}} |\w+ )?{_UNIT}\b(?! of (?:the|a) week)",
        r"\b(?P<unit>day|week|month|quarter|hour) (?:for|upon|by|after|to) (?P=unit)\b",
        r"\b(?:a|one) (?P<unit>day|week|month|quarter|hour) at a time\b",
        r"一个?(?P<unit>星期|礼拜|月|季度?|周|天|日)一个?(?P=unit)(?![到至])",
        r"(?<![\u4e00-\u9fff]均)(?P<unit>[天日])(?P=unit)(?=(?:都|嘅|的|各自?|分别)?(?:有(?!人)|卖|几多|多少|好多|销|落|订|退|进|做|系|是|赚))",
        rf"(?:每|逐)?一?个?{_UNIT}(?:给|出|画|用|要|算|报)?(?:我)?一?[个条行格根笔栏段]?(?:点|数|行|列|格|条|柱|值|栏|段)(?=$|[，。,.；;！!？?、\s吧嘛哈])",
    )
)
"""Words by which each of several times is shown by itself ("on each of the last five days")."""


def ranked_times(text: str) -> tuple[list[Mention], Counted | None]:
    """The unit of time whose best or worst are wanted, and how many of them.

    Args:
        text: A question.

    >>> found, count = ranked_times("六月退款最多的四天是哪几天")
    >>> [mention.name for mention in found], count and count.n
    (['day', 'day'], 4)
    >>> ranked_times("最近的四天卖了多少")
    ([], None)
    """
    found = [match for pattern in _RANKED for match in pattern.finditer(text)]
    each = [match for pattern in (*_EACH, _ONE) for match in pattern.finditer(text)]
    mentions = [
        Mention("dimension", _unit(m["unit"]), "", m[0], m.start(first), m.end(last), grouping=True)
        for matches, first, last in ((found, "n", "unit"), (each, 0, 0))
        for m in matches
    ]
    mentions += [
        Mention("dimension", "day", "", m[0], *m.span(), grouping=True)
        for m in _ONE_WEEKDAY.finditer(text)
    ]
    mentions += [
        Mention("value", "weekday", str(_WEEKDAYS.index(m[0].lower()[:3]) + 1), m[0], *m.span())
        for one in _ONE_WEEKDAY.finditer(text)
        if (m := _WEEKDAY.match(text, one.end()))
    ]
    return mentions, next(_counts(found), None)


def with_times(mentions: Sequence[Mention], times: Sequence[Mention]) -> list[Mention]:
    """`mentions` in order, with `times` in place of what else their words may name."""
    kept = [m for m in mentions if not any(m.start < t.end and t.start < m.end for t in times)]
    return sorted([*kept, *times], key=lambda mention: mention.start)


def _unit(words: str) -> str:
    return next(u for u, known in _UNITS.items() if re.fullmatch(known, words, re.IGNORECASE))


def _counts(found: Sequence[re.Match[str]]) -> Iterator[Counted]:
    for match in found:
        one = match["n"] == "一" and "最" not in match[0]  # "哪一天" counts nothing
        n = 1 if "那" in match["n"] else number_of(match["n"])
        if n > 0 and "几" not in match["n"] and not one:
            yield Counted(n, match.start("n"), match.end("n"), ranked=True)
