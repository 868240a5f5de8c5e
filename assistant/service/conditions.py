"""What a customer wants only if something else cannot be done: her sentence cut into courses.

"Cancel it if it has not left, otherwise I will return it" has two: the second is taken where the
first is refused. Whether the first can be done is never read here: the rules tell, by refusing it.
"""

import re
from itertools import pairwise

_NOT = (
    r"(?:not|never|no|none|nothing|nobody|cannot|can.?t|won.?t|don.?t|doesn.?t|isn.?t|aren.?t|"
    r"hasn.?t|haven.?t|wasn.?t|impossible|unavailable|out of stock|sold out|too late|already|"
    r"fails?|refuse[sd]?|left|gone|shipped|sent|dispatched|posted|out|only)"
)
_DOES = (
    r"(?=(?:please|pls|just|simply|cancel|return|send|refund|give|keep|leave|let|get|exchange|swap|"
    r"change|make it|take|do|then|i(?:.d|.ll| would| will| want| prefer)|we|the (?:whole|refund)|"
    r"my money|money back|a refund|in)\b)"
)
_UNASKED = r"(?<!n.t )(?<!not )(?<!nnot )(?<!to )(?<!you )(?<!be )"
"""Before a verb that is part of the condition: "if you can't cancel it"."""
_OPENS = re.compile(
    r"(?:^|[,;.:—–-]+\s*|\s+)(?:(?:but|and|or)\s+)?(?:"
    r"otherwise|or else|failing (?:that|which)|alternatively|as a fallback|"
    rf"if not(?: possible| available| feasible)?(?=\s*,|\s+{_DOES})|"
    rf"(?:if|in case|should)\s+(?:[^,;.!?]{{0,60}}?\b)?{_NOT}\b"
    rf"(?:[^,;.!?]{{0,45}}?\s+then\b|[^,;.!?]{{0,45}}?(?:\s*,|\s+{_UNASKED}{_DOES}))"
    r")[\s,:]*(?:then\s+)?",
    re.IGNORECASE,
)
_OPENS_ZH = re.compile(
    r"[，,；;。\s]*(?:但是?|而)?(?:"
    r"否则(?:的话)?|不然(?:的话)?|要不然|实在不行|不行的?话?|"
    r"(?:如果|要是|假如|若是?|万一)?[^，。；！？,;]{0,10}?(?:不行|不能|不可以|没有|没货|缺货|无货|不了|来不及|"
    r"做不到|不支持|不允许|不够|太晚|过期|超期|过了|超过|(?:已经|都)?(?:发货|发出|寄出|发)了?)"
    r"[^，。；！？,;]{0,6}?)"
    r"(?:的话[，,]?\s*(?:那么?|就|则|请|再|直接)*|[，,]?\s*(?:那么?|就|则|请|再|直接)+)",
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_IF = re.compile(
    r"(?:^|\b(?:only|but|and)\s+|(?<=[,;]\s)|\s)(?:only\s+)?"
    r"(?:if|as long as|provided(?: that)?|in case|unless)\b\s[^,;.!?]*?"
    rf"(?:,|\bthen\b|{_DOES}|(?=[.!?;]|$))",
    re.IGNORECASE,
)
_IF_ZH = re.compile(r"(?:如果|要是|假如|若是?)[^，。；！？,;]*?(?:的话|[，,]|(?=就|请|帮|那))")


def courses(sentence: str) -> list[str]:
    """`sentence` cut before each course that is taken only where the one before is refused.

    >>> courses("Cancel it if you still can, otherwise I will return it")
    ['Cancel it if you still can', ', otherwise I will return it']
    >>> courses("If it has not left yet, cancel it. Thanks")
    ['If it has not left yet, cancel it. Thanks']
    >>> courses("我想换成大一号的，没有的话就退款")
    ['我想换成大一号的', '，没有的话就退款']
    """
    cuts = [
        match.start()
        for pattern in (_OPENS, _OPENS_ZH)
        for match in pattern.finditer(sentence)
        if _says(sentence[: match.start()]) and sentence[match.end() :].strip()
    ]
    places = [0, *sorted(cuts), len(sentence)]
    return [sentence[a:b] for a, b in pairwise(places) if sentence[a:b]]


def opens_otherwise(course: str) -> bool:
    """Whether `course` begins with what makes it another's fallback."""
    return any(
        (match := pattern.match(course)) is not None and match.end() > 0
        for pattern in (_OPENS, _OPENS_ZH)
    )


def aim(course: str) -> str:
    """What `course` asks for, its condition left out; the whole where nothing else is in it.

    >>> aim(", otherwise I will return it"), aim("If it has not been sent, please cancel it")
    ('I will return it', 'please cancel it')
    >>> aim("如果还没发货就取消")
    '取消'
    """
    for pattern in (_OPENS, _OPENS_ZH):
        if (match := pattern.match(course)) and course[match.end() :].strip():
            return course[match.end() :].strip()
    bare = _IF_ZH.sub("", _IF.sub(" ", course)).strip(" ,，")
    return bare if _says(bare) else course


def _says(text: str) -> bool:
    """Whether `text` is more than signs and joining words."""
    return len(re.findall(r"[a-z0-9]", text, re.I)) > 3 or len(_CHINESE.findall(text)) > 1
