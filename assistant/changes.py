# ruff: noqa: E501  # a pattern reads best on one line
"""Changes a question asks for: between which two times, and which it only tells."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.cues import cue
from tools.periods import PeriodMention

_FROM_TO = re.compile(
    r"\b(?:to|through|thru|un?till?|and)\b|[-–—~～至到]",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\d{4}(?:-\d{2}|-Q[1-4])?")
_HELD_UP = re.compile(
    r"\bcompar\w*\b[^.?!]{0,40}$|(?:比较|对比)一?下?[^，。？?]{0,8}$", re.IGNORECASE
)
"""Words before two times by which they are held against each other."""
STEPS = re.compile(
    r"\b(?:daily|weekly|monthly|quarterly|(?:day|week|month|quarter|step) by (?:day|week|month|quarter|step)|(?:by|per|each|every) (?:day|week|month|quarter)|trends?|over time|curve)\b"
    r"|每|逐|按[天日周月季]|各[周月季]|走势|趋势|曲线|分[天日周月季]",
    re.IGNORECASE,
)
"""Words that want the figures of all the time between."""
_TOLD = re.compile(
    r"\b(?:(?:went|gone|going|is|are|was|were) (?:up|down)|(?:up|down)|rose|risen|fell|fallen|dropped|grew|grown|increased|decreased|jumped|climbed|soared|shrank|slipped|doubled)"
    r"(?: by)?(?: about| around| roughly| some| nearly| almost)? ?\d+(?:[.,]\d+)? ?(?:%|percent|per ?cent|pct)"
    r"|(?:涨|升|跌|降|增长?|增加|上升|下降|提高|减少|多|少)了?(?:大概|差不多|约|将近)?\d+(?:\.\d+)?(?:%|％|个点|个百分点|成)",
    re.IGNORECASE,
)
"""A change by so much, which one who knows it does not ask for."""
_ASKS_OF_IT = re.compile(
    r"\b(?:why|did|didn't|does|has|have|reasons?|whether|if|what made|what drove|really|true)\b|为什么|为啥|为何|咋|怎么|原因|是不是|有没有|吗|真的",
    re.IGNORECASE,
)

_YEARLY = r"(?:(?<![a-z])(?:yoy|y/y)(?![a-z])|\b(?:year[- ](?:on|over)[- ]year|(?:against|vs\.?|to|with|on|the) (?:same (?:time|month|week|period) )?last year|the year before|a year (?:ago|earlier))\b|(?:跟|和|与|同)?去年(?:同期)?比?|同比)"
_NO_YEARLY = re.compile(
    rf"\b(?:not|no|never mind|forget(?: about)?|skip|without|leave out|ignore|rather than|instead of|(?:do not|don.?t) (?:need|want|have|give me|show|bother with)|there(?:.s| is) no)(?: the| any| a| by| it)* {_YEARLY}(?: (?:data|comparison|figures?|numbers?))?"
    rf"|{_YEARLY},?(?: (?:figures?|data|numbers?|comparisons?))?(?: (?:has|have|is|are|will be|would be|there is|there's))* (?:no (?:data|figures?|numbers?|use|point)|n.?t (?:there|needed|wanted|possible|available)|not (?:there|needed|wanted|possible|available|applicable)|impossible|meaningless|missing|useless|n/a|out\b|empty|pointless|doesn.t (?:exist|work|matter))"
    rf"|(?:[不别莫甭唔冇没]|不用|不要|不必|不看|别看|没有?|唔使|唔要|无)(?:再)?(?:看|要|做|管|有|跟|睇|给|列)?{_YEARLY}"
    rf"|{_YEARLY}(?:的)?(?:数据|数字|数|基数)?(?:我们?|咱们?|这边|那边|系统)?(?:也|都|就|先|肯定|反正|压根|根本|还)*(?:[没冇無无](?:有|得)?(?:数据?|法|办法|得|意义|基数|数字)?|不(?:用|要|看|做|必|存在|全|准|管)|唔(?:使|要|睇|做)|[别莫甭](?:看|管|做|算|提|比|要)|算了|跳过|略过?|做不了|拉不出|比不了)",
    re.IGNORECASE,
)
"""A comparison with the year before that is declined, or that there is no data for."""


_HELD_FIGURES = re.compile(
    r"\s*(?:vs?\.?|versus|against|compared (?:to|with)|对比?|比|pk)\s*(?:the |our )?", re.IGNORECASE
)


def less_held_figures(text: str, figures: Sequence[tuple[int, int]]) -> str:
    """`text`, of the same length, less what holds two figures against one another, not two times.

    Args:
        text: A question.
        figures: Where it names figures, in order.

    >>> less_held_figures("orders vs visits in May", [(0, 6), (10, 16)])
    'orders    visits in May'
    """
    for (_, end), (start, _) in pairwise(figures):
        if _HELD_FIGURES.fullmatch(text[end:start]):
            text = text[:end] + " " * (start - end) + text[start:]
    return text


def less_yearly(text: str) -> str:
    """`text` without a comparison with the year before that it declines.

    >>> less_yearly("visits in May, yoy is not possible, so against April")
    'visits in May, , so against April'
    >>> less_yearly("五月访客，同比没数据，跟四月比")
    '五月访客，，跟四月比'
    """
    return _NO_YEARLY.sub("", text)


_OR = re.compile(r",?\s*(?:or|还是)\s*(?:in |on |over |during |for )?(?:the )?", re.IGNORECASE)
_AND = re.compile(r",?\s*(?:[和跟与同、]|对比|and)\s*", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:more|less|fewer|better|worse|higher|lower|bigger|stronger|weaker)\b|[更多少高低好差]",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\s*[,，:：]?\s*(?:哪一?[个天次场边]|谁|边个|which(?: one)? (?:was|did|is|had|brought)\b)",
    re.IGNORECASE,
)
"""Words by which one of two times is to be chosen: between them, and after them."""


_BEFORE = re.compile(r"\b(?:before|prior|preceding|ahead|after)\b|前", re.IGNORECASE)
"""Words that tell a time by a later one."""


def less_before(text: str, mentions: Sequence[PeriodMention]) -> str:
    """`text`, of the same length, less the words that only tell a time by a later one ("before")."""
    for mention in mentions:
        if _BEFORE.search(mention.text):
            said = re.sub(r"[^.]", " ", mention.text)
            text = text[: mention.start] + said + text[mention.end :]
    return text


def chosen_between(text: str, mentions: Sequence[PeriodMention]) -> bool:
    """Whether two times are named to tell which was better ("more in May or in June?")."""
    if len(mentions) != 2:
        return False
    one, other = mentions
    between, after = text[one.end : other.start], text[other.end :]
    by_or = _OR.fullmatch(between) and _MORE.search(text)
    return bool(by_or or (_AND.fullmatch(between) and _WHICH.match(after)))


_HANDS = re.compile(
    r"\bchang\w* (?:of )?hands\b|\bchange of (?:clothes|mind)\b"
    r"|\b(?:stack|match|shape|measure|line|square|sign|add|sum)(?:s|ed|ing)? up(?! (?:against|to|with|next|beside))\b(?: on\b| from\b)?",
    re.IGNORECASE,
)
"""What changes without a change of the figure ("money changing hands")."""


def untold(text: str) -> str:
    """`text` without changes that it only tells, and without idioms of change.

    >>> untold("we paid 15% more and rent rose 8%. orders in May?")
    'we paid 15% more and rent . orders in May?'
    """
    text = _HANDS.sub("", text)
    return text if _ASKS_OF_IT.search(text) else _TOLD.sub("", text)


def ends_of(text: str, mention: PeriodMention) -> tuple[str, str] | None:
    """The two times that a change is asked between ("did it fall from May to June?").

    Args:
        text: A question.
        mention: The one span of time it names.
    """
    first, two, last = mention.token.partition("..")
    if not two or not _FROM_TO.search(mention.text) or STEPS.search(text):
        return None
    if not (_UNIT.fullmatch(first) and _UNIT.fullmatch(last) and len(first) == len(last)):
        return None
    told = cue("moves", text) and not cue("held", text)
    return (first, last) if told or _HELD_UP.search(text[: mention.start]) else None
