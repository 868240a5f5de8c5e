# ruff: noqa: E501  # a pattern reads best on one line
"""Finds where new customers and those who come back are set side by side ("newcomers vs regulars")."""

import re
from collections.abc import Iterator

from tools.mentions import Mention

_PEOPLE = r" (?:customers?|shoppers?|buyers?|clients?|visitors?|users?|members?|ones?|people|folks?|faces?|lot|crowd)"
_WHO = rf"(?:{_PEOPLE})?"
_NAMED_NEW = (
    rf"(?:new(?:bies|comers?)|(?:brand[- ])?new{_PEOPLE}|first[- ]?timers?|first[- ]?time{_PEOPLE})"
)
_NEW = rf"(?:{_NAMED_NEW}|new)"
_OLD = rf"(?:(?:returning|repeat|existing|loyal|recurring)(?! (?:rate|purchase)){_WHO}|(?:old|established){_PEOPLE}|(?:the |our |my )?(?:regulars|old hands|returners|repeaters|loyals|old[- ]timers))"
_WITH = r"\s*(?:/|,|and|&|\+|or|v|vs\.?|versus|against|from|compared (?:to|with)|next to|than|to)\s*(?:the |our |my |those |from |by |of )*"
_ZH_NEW = r"(?:新(?:客(?:户|人|群)?|顾客|用户|会员|买家|面孔|人|的)?|(?:第一次|头一[次回]|首次)(?:来|下单|购买|买)+的?(?:人|客人|客户|顾客)?)"
_ZH_OLD = r"(?:老(?:客(?:户|人|群)?|顾客|用户|会员|买家|人|主顾|的)|回头(?:客|的)|熟客|熟面孔|复购客|旧客)"
_ZH_WITH = (
    r"\s*(?:和|与|跟|同(?:埋)?|及|还有|以及|、|/|，|对比?|比|vs\.?|VS|PK|pk|还是|或(?:者|是)?)?\s*"
)
_APART = re.compile(
    rf"\b(?:{_NEW}{_WITH}{_OLD}|{_OLD}{_WITH}{_NEW})(?![\w-])|{_ZH_NEW}{_ZH_WITH}{_ZH_OLD}|{_ZH_OLD}{_ZH_WITH}新(?:客(?:户|人|群)?|顾客|用户|会员|买家|人)|新老(?:客(?:户|人|群)?|顾客|用户|会员|买家|访客)?|新旧客(?:户|群)?",
    re.IGNORECASE,
)
_AGAINST = (
    r"(?:compared (?:to|with)|vs\.?|versus|against|than)(?: (?:the|our|my|those|from|by|of))*"
)
_ZH_AGAINST = r"(?:和|与|跟|同|对比|相比|比)"
_FAR = re.compile(
    rf"\b(?P<a>{_NAMED_NEW})(?![\w-])[^.?!;]{{1,40}}?\b{_AGAINST} (?P<b>{_OLD})(?![\w-])|\b(?P<c>{_OLD})(?![\w-])[^.?!;]{{1,40}}?\b{_AGAINST} (?P<d>{_NAMED_NEW})(?![\w-])"
    rf"|(?P<e>新客|新用户|新会员|新顾客)[^，。？?；]{{1,10}}?{_ZH_AGAINST}(?P<f>{_ZH_OLD})|(?P<g>{_ZH_OLD})[^，。？?；]{{1,10}}?{_ZH_AGAINST}(?P<h>新客|新用户|新会员|新顾客)",
    re.IGNORECASE,
)
"""The same with what is asked of them in between."""


def newcomers_apart(text: str) -> Iterator[Mention]:
    """Where `text` sets new customers beside those who come back, as a split by customer type.

    >>> [mention.text for mention in newcomers_apart("aov, first-timers against our regulars")]
    ['first-timers against our regulars']
    """
    for start, end in _spans(text):
        yield Mention("dimension", "customer_type", "", text[start:end], start, end, grouping=True)


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the words for them begin and end: of both together, else of each."""
    if near := [found.span() for found in _APART.finditer(text)]:
        return near
    return [found.span(name) for found in _FAR.finditer(text) for name in "abcdefgh" if found[name]]


def apart_cut(text: str) -> str:
    """`text` without where it sets them side by side, which names no figure."""
    for start, end in reversed(_spans(text)):
        text = f"{text[:start]} {text[end:]}"
    return text
