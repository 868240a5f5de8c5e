# ruff: noqa: E501  # a pattern reads best on one line
"""What was said by mistake, told together with what was meant ("I said May but meant June")."""

import re
from collections.abc import Iterator, Sequence

from assistant.corrections import Told

_FILLED = r"(?:(?:the|for|in|on|of|by|about|from|as|at|with)\s+)*[\"'“‘「]?"
_SAYING = r"(?:说|說|写|寫|打|讲|講|记|記|报|報|问|問|输|輸|敲|填|选|選|看|搞|弄|点|點|查|当)"
_SAID = re.compile(
    rf"(?:\b(?:I|we)(?:['’](?:d|ve)| had| have)?(?: (?:accidentally|mistakenly|wrongly|just|only|stupidly|did))* )?\b(?:said|say|says|wrote|typed|put(?: down| in)?|entered|asked(?: you)?(?: for| about)?|told you|gave you|mentioned|picked|chose|selected|had|used)\s+{_FILLED}$"
    rf"|(?:我|俺)?(?:刚才?|剛才?|刚刚|头先|頭先|之前|前面|上面|方才|不小心|手滑|手误|我)*(?:{_SAYING}|口误)+(?:的是?|嘅[系係]?|咗|了|着)?[\"'“‘「]?$",
    re.IGNORECASE,
)
"""Words before what was said."""
_SAID_WRONGLY = re.compile(
    rf"(?:我|俺)?(?:刚才?|剛才?|刚刚|头先|頭先|之前|前面|上面|不小心|手滑|手误|我|给)*{_SAYING}(?:错|錯|岔|漏|串)?(?:成|咗做|做咗?|作|为|為)(?:了|咗)?[\"'“‘「]?$"
    rf"|(?:不|唔)(?:应|應)?(?:该|該){_SAYING}?(?:的是)?[\"'“‘「]?$"
)
"""Words before what was said which alone tell that it was wrong."""
_MEANT = re.compile(
    r"[\"'”’」]?[\s,.;:…–—-]*(?:(?:but|and|when|where|while|which|that|though|although|whereas)\s+)?"
    r"(?:(?:I|we|it|that|what|of course|obviously|really|actually|clearly|was|were|had|have|do|did|should)['’d]*\s+)*"
    r"(?:meant|mean|meaning|(?:should|ought to)(?: have)?(?: been| be| said| read| say| written| typed| put)|have (?:said|been|written|put)|thinking(?: of| about)?|intended|had in mind)"
    rf"(?: to (?:say|write|type|ask|put|be|have))?(?: is| was)?[\s,:—–-]*{_FILLED}"
    r"|[\"'”’」]?[\s,.;:…–—-]*(?:but|when|while|whereas|though|although)\s+(?:(?:I|we|really|actually)\s+)*(?:want|need)(?:ed)?(?: to (?:say|write|type|ask|put))?\s+"
    rf"{_FILLED}",
    re.IGNORECASE,
)
_DOING = (
    r"(?:是|系|係|想|要|该|該|指|改|为|為|成|的|会|嘅|说|說|写|寫|打|讲|講|问|問|看|睇|查|知道|按)"
)
_BREAK = r"[\"'”’」]?(?:份)?(?:这个|那个)?(?:咗|了|啦|的)?[\s，,。.；;、—…!！]*(?:但是?|可是?|而)?(?:我|俺)?"
_MEANT_ZH = re.compile(
    rf"{_BREAK}(?:其实|其實|实际上?|實際上?|本来|本來|原本|真正|心里|正确的?|正確的?|准确的?|应当|应该|應該|应|應)+{_DOING}*[\"'“‘「]?"
)
"""Words between what was said and what was meant."""
_RIGHT_ZH = re.compile(
    rf"{_BREAK}(?:其实|其實|实际上?|實際上?|本来|原本|应该|應該|应|應)*{_DOING}+[\"'“‘「]?"
)
"""The same after words that alone tell that it was wrong."""
_FOR = re.compile(r"\bfor\s+$", re.IGNORECASE)
_READ = re.compile(r"\s+(?:please\s+)?(?:read|put|take)\s+(?:the\s+)?", re.IGNORECASE)
_SWAP = re.compile(
    r"\b(?:swap|replace|exchange|switch|trade)(?: out)?(?: from)?(?: the)?\s+$|[把将將]\s*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s+(?:for|with|by|to)\s+(?:the\s+)?|\s*(?:份)?(?:换|換|改|替)(?:成|为|為|作|做|到)?",
    re.IGNORECASE,
)
"""Words around a time that another is put in the place of."""
_TOO = re.compile(r"\s*(?:份)?(?:too|as well|also|both|也|都)", re.IGNORECASE)
"""Words after the second by which it is wanted beside the first."""
_SIGNS = re.compile(
    r"\b(?:meant|mean|meaning|should|ought|thinking of|intended|had in mind|want|need|wanted|needed|read|swap|replace|exchange|switch|trade|put|take)\b"
    r"|其实|其實|实际|實際|本来|本來|原本|真正|正确|正確|准确|应|應|该|該|成|做|作|换|換|改|替",
    re.IGNORECASE,
)
"""Words without which nothing is said to be meant."""
_NEAR = 60
"""Most characters between what was said and what was meant."""


def misspoken(text: str, told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Where `text` says what was said by mistake, up to what was meant instead.

    Args:
        text: A message.
        told: What it names, in order.
    """
    for said in told:
        places = [m.span() for m in re.finditer(re.escape(text[said.start : said.end]), text)]
        for begins, ends in places:
            meant = next((m for m in told if m.kind == said.kind and m.start >= ends), None)
            if meant is None or meant.start - ends > _NEAR or _TOO.match(text, meant.end):
                continue
            start = _starts(text[:begins], text[ends : meant.start], said.kind[0])
            if start is not None:
                yield from (place for place in places if place[1] <= start)
                yield start, meant.start


def may_be_misspoken(text: str) -> bool:
    """Whether `text` has words for what was meant, or for one in the place of another."""
    return _SIGNS.search(text) is not None


def _starts(before: str, between: str, kind: str) -> int | None:
    """Where the words begin by which something was said that was not meant, if it was."""
    wrongly = _SAID_WRONGLY.search(before)
    if wrongly and (_RIGHT_ZH.fullmatch(between) or _MEANT_ZH.fullmatch(between)):
        return wrongly.start()
    said = _SAID.search(before)
    if said and (_MEANT.fullmatch(between) or _MEANT_ZH.fullmatch(between)):
        return said.start()
    if kind != "period":
        return None
    read = _FOR.search(before) if _READ.fullmatch(between) else None
    swap = _SWAP.search(before) if _BY.fullmatch(between) else None
    found = read or swap
    return found.start() if found else None
