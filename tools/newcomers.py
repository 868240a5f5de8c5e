# ruff: noqa: E501  # a pattern reads best on one line
"""Finds where new customers and those who come back are set side by side ("newcomers vs regulars")."""

import re
from collections.abc import Iterator

from tools.mentions import Mention

_PEOPLE = r" (?:customers?|custs?|punters?|peeps|guys|shoppers?|buyers?|clients?|visitors?|users?|members?|ones?|people|folks?|faces?|lot|crowd)"
_WHO = rf"(?:{_PEOPLE})?"
_NAMED_NEW = rf"(?:new(?:bies|comers?)|(?:brand[- ])?new{_PEOPLE}|first[- ]?timers?|first[- ]?time{_PEOPLE}|rookies|greenhorns|debutants|fresh faces|beginners)"
_NEW = rf"(?:{_NAMED_NEW}|new)"
_OLD = rf"(?:(?:returning|repeat|existing|loyal|recurring)(?! (?:rate|purchase)){_WHO}|(?:old|established){_PEOPLE}|(?:the |our |my )?(?:regulars|old hands|returners|repeaters|loyals|old[- ]timers|veterans|stalwarts|old faithfuls|familiar faces))"
_WITH = r"\s*(?:/|,|and|&|\+|or|v|vs\.?|versus|against|from|compared (?:to|with)|next to|beside|alongside|than|to)\s*(?:the |our |my |those |from |by |of )*"
_ZH_NEW = r"(?:新(?:客(?:户|人|群)?|顾客|用户|会员|买家|面孔|人|的)?|头回客|生客|(?:第一次|头一[次回]|首次)(?:来|下单|购买|买)+的?(?:人|客人|客户|顾客)?)"
_ZH_OLD = r"(?:老(?:客(?:户|人|群)?|顾客|用户|会员|买家|面孔|人|主顾|的)|回头(?:客|的)|熟客|熟面孔|复购客|旧客)"
_ZH_WITH = r"\s*(?:和|与|跟|同(?:埋)?|及|还有|以及|、|/|，|对比?|比|vs\.?|VS|PK|pk|还是|抑或|或(?:者|是)?|定(?:系|係)?)?\s*"
_APART = re.compile(
    rf"\b(?:{_NEW}{_WITH}{_OLD}|{_OLD}{_WITH}{_NEW})(?![\w-])|{_ZH_NEW}{_ZH_WITH}{_ZH_OLD}|{_ZH_OLD}{_ZH_WITH}(?:新(?:客(?:户|人|群)?|顾客|用户|会员|买家|面孔|人)|生客|生面孔|头回客)|新老(?:客(?:户|人|群)?|顾客|用户|会员|买家|访客)?|新旧客(?:户|群)?",
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


_EN_OLD = rf"(?:(?:returning|repeat|existing|loyal|recurring){_PEOPLE}|(?:old|established|regular){_PEOPLE}|(?:the |our |my )?(?:regulars|returners|repeaters|old[- ]timers)|(?:people|customers|those|ones|folks|buyers) (?:who|that)(?: have|'ve)?(?: already)? (?:bought|ordered|shopped)(?: (?:here|from us|with us))?(?: already)? before)"
_LED = r"(?:\b(?:for|from|of|by|among|amongst|with|only|just|our|do|did|does|what about(?: the)?|how about(?: the)?)(?: the| our| my| all)* |^\s*(?:and |now |then )?(?:the |our |only |just )*|[,.;:(–—-] ?(?:only |just )(?:the )?)"
_FOLLOWED = r"(?=(?:['’]s?| only| alone|[:,;?!.)]| (?:bought|buy|spent|spend|order(?:ed)?\b|paid|pay|brought|bring|made|make|put|return(?:ed)?|in|last|this|since|during)\b|\s*$))"
_ZH_METRIC = r"(?:的|嘅)?(?:[一那这]?些|呢)?(?=$|[，,。；;？?！!、\s]|[一-龥]{0,6}(?:率|单|额|钱|件|价|毛利|利润|访问|浏览|加购|贡献|买了|花|退|消费|客单|成交|GMV|gmv|aov))"
_COUNTED = r"(?!(?:的)?(?:数|人数|量|有多少[人个位]?(?:$|[？?，,])|有几个|多少(?:$|[？?，,])))"
_LONE = re.compile(r"\s*(?:的|嘅)?(?:$|[，,。；;？?！!、])|\s*(?:呢|喃|嘞|咧)")
_LONE_LED = re.compile(
    r"(?:^|只[看要算]|光看|单看|就看|只是|换成?|改看|改成|那|针对|对|看|净系睇)\s*$"
)
"""What stands after and before words for one kind of customer that no figure follows."""
_ONE_KIND = re.compile(
    rf"(?:{_LED})(?:(?P<new>{_NAMED_NEW})|(?P<old>{_EN_OLD})){_FOLLOWED}"
    rf"|(?<![拉获来多少个增])(?:(?P<zh_new>新(?:客(?:户|人)?|顾客|买家|面孔)|(?:第一次|头一[次回]|首次)(?:来|下单|购买|买)+的?(?:人|客人|客户|顾客))|(?P<zh_old>老(?:客(?:户|人)?|顾客|买家|主顾)|回头客|熟客|熟面孔|(?:之前|以前|原来)(?:就)?买过的(?:人|客人|客户|顾客)?)){_COUNTED}{_ZH_METRIC}",
    re.IGNORECASE,
)


def newcomers_named(text: str) -> Iterator[Mention]:
    """Where `text` wants the figures of new customers, or of those who come back, alone.

    >>> [m.value for m in newcomers_named("aov of new customers in May")]
    ['new']
    >>> [m.value for m in newcomers_named("老客的退货率")], list(newcomers_named("新客数"))
    (['returning'], [])
    """
    for found in _ONE_KIND.finditer(text):
        group = next(name for name in ("new", "old", "zh_new", "zh_old") if found[name])
        start, end = found.span(group)
        if "zh" in group and _LONE.match(text, end) and not _LONE_LED.search(text[:start]):
            continue  # "各渠道新客" counts them
        value = "new" if group.endswith("new") else "returning"
        yield Mention("value", "customer_type", value, found[group], *found.span(group))
