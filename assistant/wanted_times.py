# ruff: noqa: E501  # a pattern reads best on one line
"""Which of the times a question names it asks about, and which it only tells or declines."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from assistant.corrections import corrects
from assistant.cues import cue
from assistant.same_days import without_month
from tools.errors import ToolError
from tools.periods import Period, PeriodMention, find_periods, resolve

_KEPT = re.compile(
    r"(?:同样的?|同一?个?|一样的?|还是)[这那]?一?个?\s*$|\b(?:that|the|this|of|for) (?:very )?same\s*$",
    re.IGNORECASE,
)
"""Words before "this month" by which it is the one asked about before."""
_OPENED = re.compile(r"[^，。,.;；()（）]{0,6}[(（]\s*$")
_CLOSED = re.compile(
    r"(?![^)）]*(?:baseline|reference|comparison|benchmark|yardstick|对照|对比|参[照考]|基准))[^()（）。？?！!]{0,14}[)）]",
    re.IGNORECASE,
)
_SHUT = re.compile(r"[)）]")
"""Brackets around a time that says what the one before them is ("618 (1 to 18 June)")."""
_THAT_IS = re.compile(
    r"[^，。,.;；()（）]{0,8}[，,:：—-]*\s*(?:那一?个?(?:月份?|季度?|星期|礼拜|周|天|日)(?:也?就?是|即)?[，,：:]?|也?就是(?:说)?|即|具体(?:是|来说)?|指(?:的)?是?|算的是|\b(?:i\.?e\.?,?|meaning|that is,?|that['’]s|that (?:was|would be)|(?:so )?that(?:['’]d| would) be|(?:and |so )?by that i mean|i mean|making it|to be exact|namely|which (?:is|was|ran|means)|by which (?:i|we) mean)(?: from| the)*)\s*$",
    re.IGNORECASE,
)
"""Words between a time and another that says what it is ("国庆，也就是1号到8号")."""
_DIGITS = re.compile(r"\d")
_DATED = re.compile(r"(?!618|520)(?<!双)(?<!double )(?<!\d)\d", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:节)?(?:的)?(?:前后|前前后后|左右|档期|那(?:阵子?|段(?:时间|日子)?|会儿|一?(?:波|拨|档))|期间|假期|长假|大促)[，,：:—\s]*|\s*(?:period|season|time|rush|stretch|days)?(?: lah| ah)?\s*[,:–—(-]+\s*(?:from )?(?:the )?",
    re.IGNORECASE,
)
"""What stands between a feast and the days around it that are meant."""
_TURNS = re.compile(
    r"[，,。.]\s*(?:就|还是|改|请|那就?|直接)*(?:看|要|给|改成?|换成?|取|查|按)\s*$|[,.;]\s*(?:so |then |just |please |rather )*(?:give me|make it|take|use|show me|i want|i need|go with|do)(?: the| for| in)*\s*$",
    re.IGNORECASE,
)
"""Words before the time that a message comes to in the end."""
_EVER = re.compile(r"ever|historically", re.IGNORECASE)
"""Words for all time that beside a time named only stress what is asked ("has anyone ever…")."""
_DECLINED_BEFORE = re.compile(
    r"(?:\b(?:forget(?: about)?|never ?mind(?: about)?|ignor(?:e|ing)|skip|leave|set|put|not|rather than|instead of|exclud(?:e|ing)|without|except(?: for)?|(?:don['’]?t|do not) (?:care about|need|want|mean|count|include)|no need for|(?:i|we) (?:already )?(?:know|have|saw)) (?:the |about |for |in |all of )*"
    r"|(?:不要|不是|不用|不看|不管|不关心|别[管看要提算]|而不是|而非|唔[要系睇]|莫[看管要]|甭[看管]|先不[看管说]|撇开|抛开|忘了|算了)(?:再)?(?:看|管|说|提)?)$"
    r"|(?:\b(?:along the lines of|in (?:the )?(?:style|rhythm|manner|spirit) of|(?:plan(?:ning)?|prepar(?:e|ing)|stock(?:ing)? up|getting ready|budget(?:ing)?) (?:\w+ )?(?:for|towards)|in time for|modelled on) (?:the )?|(?:对标|备战|筹备|照着|参照|仿照)(?:去年|今年|上次)?的?)$",
    re.IGNORECASE,
)
_DECLINED_AFTER = re.compile(
    r"(?:节|大促|活动)?(?:的|那[样种])?(?:节奏|打法|路子|套路|思路|玩法|力度|规格)|的(?:备货|货盘|方案|预案|计划)|"
    r"\s*(?:(?:is|are|was|were) (?:not (?:what|needed|interesting|the point)|irrelevant|out)|(?:doesn['’]?t|does not|don['’]?t) matter|(?:i|we) (?:don['’]?t|do not) (?:need|care|want|mind)|out of (?:your head|it|this|the picture)|aside|alone)\b"
    r"|(?:的)?(?:数据?|情况|那[块段些]|那几天|生意)?(?:怎么?样|如何|什么样|咋样|好坏)?[，,]?(?:我|咱|老板|先|就|都|也|暂时|已经)*(?:不管|不看|不用(?:看|管)?(?=[，,。；;了]|看|管)|不要了?(?=[，,。；;])|(?:不|别|不要|不用|唔)(?:算|计|含|包括|包含|统计)(?:进来|进去|在内|入|上|埋)*(?:了|啊|哈|哦|呀|吧|啦)*(?=[，,。；;：:])|(?:除外|剔[除掉]|去掉|撇开|刨[掉除去])(?=[，,。；;])|不关心|不在乎|不提|别[管看提]|唔(?:理|睇|要|使)|无所谓|不重要|莫[管看要]|甭[管看提]|放一边|算了|知道了|看过了)",
    re.IGNORECASE,
)
"""Words around a time that is not asked about."""
_BEGINNING = re.compile(
    r"\b(?:from|since|after)?(?: the| our| its| their)*(?: very)? ?(?:start|beginning|opening|launch|outset|birth|day one|first day)(?: of (?:the )?(?:shop|store|business))?\b(?! of )|开[店业张]|一开始|最开始|从头|建店|上线",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|till|up to|through|to)(?: the)?(?: end of)?(?: the)?\s*$|(?:一直)?(?:到|至|截[至止]到?)\s*$",
    re.IGNORECASE,
)
"""Words for the first day of all, and those before the last day that counts."""
_ONLY = re.compile(
    r"\b(?:just|only)(?: for| in| the)*\s*$|(?:只|就|净|光|单)(?:看|要|算|说|讲)\s*$", re.IGNORECASE
)
"""Words before the one time that is wanted."""
_EXACT = re.compile(
    r"\d[^,，。]*(?:\bto\b|\bthrough\b|\buntil\b|[到至~～–-])[^,，。]*\d", re.IGNORECASE
)
"""From one dated day to another, which nobody tells without wanting it."""
_SENTENCE_END = re.compile(r"[.?!](?=\s)|[。？！?!]")
_FROM = re.compile(r"\bfrom (?=\w)", re.IGNORECASE)


_THAT_TIME = re.compile(
    r"\b(?:that|the same|the very) (?:month|week|weekend|quarter|days?|dates|year|time|period|stretch|span)\b|\bback then\b|\bthen (?:was|were)\b"
    r"|(?:同样|一样)(?:的)?[那这]?[几\d一二三四五六七八九十两]+天|当时|那时候?|那几天|那[个一]?(?:月|周|季|年|天|阵|段|会儿)|当[月周天季年]",
    re.IGNORECASE,
)
"""Words for a time that another sentence names."""


_HELD_LATER = re.compile(
    r"[同跟和与拿][^，。？?！!]{1,12}(?:比|对比|对照|比较)(?:一?[下比]|$|[，。！])|\b(?:compar\w+|hold|set|put|stack) (?:it|that|this|them|those)\b[^.?!]{0,12}\b(?:to|with|against|beside|next to)\b[^.?!]+",
    re.IGNORECASE,
)
"""A sentence of its own that holds what was asked against another time."""


def points_at_time(asked: str, question: str = "") -> bool:
    """Whether `asked` points to a time that another sentence names, or `question` holds it to one.

    Args:
        asked: The sentences of a question that ask.
        question: All of it.
    """
    held = _HELD_LATER.search(question)
    return _THAT_TIME.search(asked) is not None or (held is not None and held[0] not in asked)


def less_unwanted(text: str, spans: list[PeriodMention]) -> list[PeriodMention]:
    """`spans` without those that are declined, kept as before, or told once more."""
    return _less_declined(text, _less_kept(text, _less_asides(_plainest(text, spans))))


def with_only_time(asked: str, message: str, today: date) -> str:
    """`asked` with the one time that `message` wants, where that was left out with idle talk.

    >>> with_only_time("what sold best?", "what sold best? just June, he said", date(2026, 7, 1))
    'what sold best? just June'
    >>> with_only_time("what sold?", "It was hot, 3 June to 9 July. what sold?", date(2026, 8, 1))
    'what sold? 3 June to 9 July.'
    """
    if asked == message or find_periods(asked, today):
        return asked
    told = find_periods(message, today)
    if len(told) == 1 and ".." in told[0].token and _EXACT.search(told[0].text):
        return f"{asked} {told[0].text}"
    for one in told:
        if led := _ONLY.search(message[: one.start]):
            return f"{asked} {led[0].strip()} {one.text}"
    return asked


def within(
    text: str, spans: list[PeriodMention], today: date, first_day: date
) -> list[PeriodMention]:
    """`spans`, where a last day alone or a time to hold others against is told, as just that.

    "From the start until the end of May" begins with the data; "did it dip in August from July"
    holds August against July.
    """
    spans = _less_feasts(text, _narrowed(spans, today, first_day), today, first_day)
    timed = [s for s in spans if s.token != "all"]  # noqa: S105  # a period
    if len(timed) == 1 and _UNTIL.search(text[: timed[0].start]) and _BEGINNING.search(text):
        days = _days(timed[0].token, today, first_day)
        return [replace(timed[0], token=f"{first_day}..{days.end}")] if days else spans
    since = [s for s in spans if _FROM.match(s.text) and s.token.endswith(f"..{today}")]
    if len(spans) > 1 and len(since) == 1 and cue("moves", text):
        one = since[0]
        back = replace(one, token=one.token.partition("..")[0], comparison=True)
        return [back if s is one else s for s in spans]
    return spans


def _narrowed(spans: list[PeriodMention], today: date, first_day: date) -> list[PeriodMention]:
    """`spans` without a month of which days are told by their numbers alone later on."""
    told = [_days(s.token, today, first_day) for s in spans]
    exact = [d for s, d in zip(spans, told, strict=True) if d and without_month(s.text)]
    return [
        s
        for s, d in zip(spans, told, strict=True)
        if d is None
        or without_month(s.text)
        or not any(d.first <= e.first and (e.end <= d.end or d.first == e.first) for e in exact)
    ]


def _less_feasts(
    text: str, spans: list[PeriodMention], today: date, first_day: date
) -> list[PeriodMention]:
    """`spans` without a feast of which a later sentence tells the days ("Who won 618? 1-18 June")."""
    told = [_days(s.token, today, first_day) for s in spans]
    ranges = [
        (s, days)
        for s, days in zip(spans, told, strict=True)
        if days and ".." in s.token and _EXACT.search(s.text) and not s.comparison
    ]
    return [
        s
        for s, d in zip(spans, told, strict=True)
        if d is None
        or _DATED.search(s.text)
        or not any(
            r.first <= d.first
            and d.last <= r.last
            and _SENTENCE_END.search(text, s.end, later.start)
            for later, r in ranges
            if later.start > s.end
        )
    ]


def _days(token: str, today: date, first_day: date) -> Period | None:
    try:
        return resolve(token, today, first_day)
    except ToolError:
        return None


def _less_declined(text: str, spans: Sequence[PeriodMention]) -> list[PeriodMention]:
    """`spans` without those that are named only to be declined, where others are asked about."""
    kept = [
        s
        for s in spans
        if not (_DECLINED_BEFORE.search(text[: s.start]) or _DECLINED_AFTER.match(text[s.end :]))
    ]
    return kept or [*spans]


def _plainest(text: str, spans: list[PeriodMention]) -> list[PeriodMention]:
    """`spans` without those that the next one, in brackets or after "that is", says more exactly."""
    exact = [
        later.start
        for one, later in pairwise(spans)
        if (_THAT_IS.fullmatch(text[one.end : later.start]) and not later.comparison)
        or (
            _OPENED.fullmatch(text[one.end : later.start])
            and (_CLOSED.match(text[later.end :]) or _SHUT.search(later.text))
        )
        or _roughly(text, one, later)
    ]
    before = [later.start for later in spans[1:]]
    return [s for s, n in zip(spans, [*before, -1], strict=False) if n not in exact]


def _roughly(text: str, one: PeriodMention, later: PeriodMention) -> bool:
    """Whether `one` is the feast around which `later` tells the days ("中秋前后，9月20日到27日")."""
    return (
        _DATED.search(one.text) is None
        and ".." in later.token
        and _DIGITS.search(later.text) is not None
        and not later.comparison
        and _ABOUT.fullmatch(text[one.end : later.start]) is not None
    )


def turned_to(text: str, spans: list[PeriodMention]) -> list[PeriodMention]:
    """The last of `spans` alone, where a message that corrects itself turns to it at the end."""
    if len(spans) < 2 or not corrects(text) or any(s.comparison for s in spans):
        return spans
    turned = _TURNS.search(text[: spans[-1].start])
    return spans if turned is None or cue("compare", text) else spans[-1:]


def _less_kept(text: str, spans: list[PeriodMention]) -> list[PeriodMention]:
    """`spans` without "that same month" and the like, which name no other time than before."""
    return [s for s in spans if not (s.token.startswith("this_") and _KEPT.search(text[: s.start]))]


def _less_asides(spans: list[PeriodMention]) -> list[PeriodMention]:
    """`spans` without "ever" beside a time that is named."""
    return [span for span in spans if not _EVER.fullmatch(span.text)] or spans
