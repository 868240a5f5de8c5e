# ruff: noqa: E501  # a pattern reads best on one line
"""When an everyday word ("search", "paid", "live") names a value of the store, by the words around it."""

import re

from tools.leaving_out import left_out

_ADJECTIVES = frozenset({"live", "paid", "organic"})
_EVERYDAY = _ADJECTIVES | {"search", "direct", "other", "display", "push", "referral", "web", "unknown",
                           "搜索", "推送", "其他"}  # fmt: skip
_LED_PLAINLY = re.compile(r"from|via|through|channel|来自|通过", re.IGNORECASE)
_LED_IN = re.compile(
    r"(?:\b(?:from|via|through|on|by|of|channel|without|excluding|except|exclud\w+|minus|sans|including|besides|bar|barring|omit\w*|skip\w*|ignor\w+|leav\w+ out|drop\w*|(?:every\w*|all|any\w*)(?: \w+)? (?:but|save)|no|(?<!did )(?<!do )(?<!does )(?<!can )(?<!could )(?<!will )(?<!would )not|neither|nor|than|vs\.?|versus|and|or|n|ignoring|is|for|about)\s+(?:the\s+)?|\b(?:same(?: (?:thing|again|figures?|numbers?|question))?|now|it|this|that|again),?\s+(?:but|only|just|with)(?: (?:now|only|just))?\s+(?:the\s+)?"
    r"|来自|通过|除了?|除去|不[算含看]|不包括|刨[去掉除]|扣[掉除]|去掉|排除|剔除|[从由靠和与、跟比])$",
    re.IGNORECASE,
)
_LED_OUT = re.compile(
    r"^\s*(?:(?:does not|doesn.t|do not|don.t) count|(?:can|should|must|may) (?:stay|be left|go) out|(?:is |are )?(?:excluded|left out|aside|not (?:included|counted))|msgs?|messages?|notif\w*|alerts?|blasts?|channels?|traffic|visits?|sales|revenue|orders?|customers|buyers|conver\w+|sessions|vs\b|versus\b"
    r"|[那这][块边]|剔|踢|刨|撇|抛开|去掉|不[算看要含]|挑|选(?!购)|几点|什么时|啥时|何时|哪天|礼拜几?|星期几|周几|群?发|效果"
    r"|渠道|流量|带来|带了|来的|进来|进店|引来|过来|的人|贡献|卖了|卖出|成交|的?(?:销售|订单|转化|客单|流水|营收|访|占|毛利|退货|复购|弃购|弃单|加购|活跃)|的(?:单量|件数|销量|浏览|新客|新用户|流量|漏斗|用户|买家|gmv|cvr|aov|roi)|除外|不算|和|与|占)",
    re.IGNORECASE,
)

_FIGURE = (
    r"(?:only|alone|ones|stuff|rooms?|shows?|sessions?|streams?|broadcasts?|traffic|channels?|media|clicks?|visits?|visitors|views?|viewers|gmv|rev|revenue|sales|takings|turnover|units"
    r"|orders?|buyers?|cvr|conv\w*|aov|basket|carts?|abandon\w*|funnel|drop\w*|steps?|share|margin|returns?|numbers|figures|side|campaigns?|acquisition|commerce|selling|shopping|hosts?|beat|did|vs|versus|against)\b"
)
_OTHER = r"(?:organic|search|social|socials|direct|e-?mail|sms|text|push|live|paid|app|referral|display|mini[ -]program)"
_JOIN = r"\s*(?:,|/|&|\+|\band\b|\bor\b|\bn\b|\bplus\b|\bvs\.?|\bversus\b|\bthan\b|\bagainst\b|\bbeat\b)\s*"
_ADJECTIVE_AFTER = re.compile(
    rf"[ -]{_FIGURE}|{_JOIN}(?:the |from )?{_OTHER}\b|\s?的", re.IGNORECASE
)
"""What stands after a channel told by its adjective ("paid GMV", "live room", "paid vs organic")."""
_ZH_OTHER = r"(?:短信|邮件|直播|社媒|社交|社群|广告|搜索|推送|小程序|直接访问|直访|email|sms|app)"
_ZH_JOIN = r"\s*(?:、|和|跟|与|同|及|或|加|,|，)\s*"
_BESIDE_AFTER = re.compile(
    rf"{_JOIN}(?:the |from |no )?{_OTHER}\b|{_ZH_JOIN}{_ZH_OTHER}", re.IGNORECASE
)
_BESIDE_BEFORE = re.compile(rf"{_ZH_OTHER}{_ZH_JOIN}$", re.IGNORECASE)
_ADJECTIVE_BEFORE = re.compile(rf"\b{_OTHER}{_JOIN}(?:the |no )?$", re.IGNORECASE)
_ADJECTIVE_LED = re.compile(
    r"\b(?:from|via|through|channel|for|vs\.?|versus|against|without|excluding|except|exclud\w+|minus|sans|ignor\w+|besides|bar|barring|omit\w*|skip\w*|leav\w+ out|drop\w*|(?:every\w*|all|any\w*)(?: \w+)? (?:but|save)|no|did)\s+(?:the )?$"
    r"|(?:^|[,;:，；：])\s*(?:(?:and|but|now|then|ok|so) )*(?:(?:only|just|through|under) (?:the )?)?$|\b(?:cvr|gmv|rev|aov|sessions|traffic|visits|conversion|funnel|on|of) $|来自$|通过$",
    re.IGNORECASE,
)
_ADJECTIVE_ENDS = re.compile(
    r"\s*(?:$|[,.;:?!，。；？！)|–—-]|\b(?:in|for|by|on|per|last|this|since|during|over|compared|excluded|included)\b|(?:q[1-4]|h[12]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|20\d\d))",
    re.IGNORECASE,
)
"""What such a channel that words lead in is followed by, where it is the noun itself."""
_APART = re.compile(r"[\"”」']|\s*(?:[)）,，.。]|$|[不别莫唔])")
"""What stands after "other" where it is a name by itself ("drop 'other'")."""
_DOES = re.compile(
    r"(?:\b(?:they|we|you|who|people|customers?|shoppers?|buyers?|women|men|users?|was|were|get|gets|got|been|be|being|is|are|go|goes|going|went|gone|amounts?|prices?|money|never|not|actually|has|have|had|already|sum|value|that|to|i|he|she|it|still|now|orders|site|store|shop|page)|n.t) $",
    re.IGNORECASE,
)
"""Words before a verb of that form ("orders paid", "who live")."""

_ASKED_ALONE = re.compile(r"\W*|(?:的话)?(?:呢|喃|嘞)\W*")
"""What follows such a word where nothing else is said ("push?")."""


def is_everyday(words: str) -> bool:
    """Whether `words` may name a value but mostly mean something else."""
    return words.casefold().removesuffix("s") in _EVERYDAY


def means_channel(words: str, before: str, after: str) -> bool:
    """Whether an everyday word names a value of the store, between these words.

    >>> [means_channel("paid", *around) for around in (("cvr ", ", Sept"), ("carted and ", ""))]
    [True, False]
    >>> [means_channel("live", *around) for around in (("", " orders"), ("who ", " in Berlin"))]
    [True, False]
    >>> means_channel("live", "唔好计 ", "")
    True
    """
    if words.casefold() in _ADJECTIVES:
        return _is_adjective(before, after)
    led = _LED_IN.search(before)
    if not _is_vague(words) and left_out(before, after):
        return True
    if _is_vague(words):
        if _APART.match(after) and left_out(before, after):
            return True
        return led is not None and bool(_LED_PLAINLY.match(led.group()))
    if not before.strip() and _ASKED_ALONE.fullmatch(after):
        return True
    beside = _BESIDE_AFTER.match(after) or _ADJECTIVE_BEFORE.search(before)
    beside = beside or _BESIDE_BEFORE.search(before)
    return bool(led or beside or _LED_OUT.match(after))


def _is_adjective(before: str, after: str) -> bool:
    """Whether "paid" or "live" tells what people came through."""
    if _ADJECTIVE_BEFORE.search(before):
        return True
    if _DOES.search(before):
        return False
    if _ADJECTIVE_AFTER.match(after):
        return True
    led = _ADJECTIVE_LED.search(before) or left_out(before, after)
    return bool(led and _ADJECTIVE_ENDS.match(after))


def _is_vague(words: str) -> bool:
    return words.casefold() in ("other", "others", "unknown", "其他")
