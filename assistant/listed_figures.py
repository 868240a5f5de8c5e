# ruff: noqa: E501  # a pattern reads best on one line
"""Faint names of metrics that count because they stand in a list with another's ("pieces and money")."""

import re
from collections.abc import Sequence

from tools.mentions import Mention

_A_THING = re.compile(
    r"customers?|shoppers?|buyers?|users?|visits?|views?|money|cash|volume|purchases?|老?[客顾]户|顾客|用户|成交|访问|浏览|点击|注册|客户数",
    re.IGNORECASE,
)
"""Faint names of metrics that are nouns."""
_LISTING = re.compile(
    r"\s*(?:(?:of|in|from|for)\s+)?(?:,|&|\+|/|、|和|与|跟|及|还有|and|plus|and also)\s*(?:(?:the|in|of|for|on|from)\s+)*",
    re.IGNORECASE,
)
_HOW_MANY_OF = re.compile(r"(?:量|数|次数|人数)?(?:各|分别)?(?:是|有|了)?(?:多少|几[何次个多])")
"""What makes each of several things a figure asked for ("浏览多少、加购多少")."""


def is_listed(text: str, start: int, words: str, named: Sequence[tuple[int, str, str]]) -> bool:
    """Whether a faint name of a metric stands in a list with another metric's ("pieces and money")."""
    end = start + len(words)
    other = [(s, s + len(w)) for s, name, w in named if s != start]
    if _HOW_MANY_OF.match(text[end:]):
        return any(_HOW_MANY_OF.match(text[last:]) for _, last in other)
    beside = any(
        _LISTING.fullmatch(text[last:start]) or _LISTING.fullmatch(text[end:first])
        for first, last in other
    )
    return beside and _A_THING.fullmatch(words) is not None


def less_values(text: str, mentions: Sequence[Mention]) -> str:
    """`text`, of the same length, less the values it names ("buyers and        takings")."""
    for m in mentions:
        if m.kind == "value":
            text = text[: m.start] + " " * (m.end - m.start) + text[m.end :]
    return text
