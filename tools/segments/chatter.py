# ruff: noqa: E501  # a pattern reads best on one line
"""What surrounds the description of a group: politeness, why it is wanted, that it be counted.

A text is taken in pieces, at its punctuation and where the speaker begins to talk of something else.
Words that only ask for a group are blanked. A piece in which nothing is understood, or that speaks
of the speaker and holds words nobody understood, is set aside; in a piece that tells conditions
every word must be understood.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.segments.tokens import IDLE, Token

_I = re.IGNORECASE
_PERSON = r"(?:people|ppl|folks?|customers?|shoppers?|users?|visitors?|buyers?|clients?|members?|women|men|ladies|girls|guys|gals|dudes|everyone|everybody|anyone|anybody|those|ones)"
_BREAK = re.compile(
    r"[!?;:…—–。！？；：\n()（）]+|(?<!\d)[.,，]+|[.,，]+(?!\d)|\s-+\s"
    r"|(?<=\w)\s+(?=(?:and |so |because |since |before |as |while |but |if |when |cause |cuz )+(?:that )?(?:i|we|you|my|our (?:boss|team|manager)|the (?:boss|team))\b(?! (?:can|may) (?:contact|e-?mail)))"
    r"|(?<=\w)\s+(?=(?:so |and )?how (?:many|big|large)\b)",
    _I,
)
"""Where a piece ends: at punctuation, at a new subject that is the speaker, at "how many"."""

_ASK_WORDS = (
    r"please|pls|plz|hey|hi+|hello|ok(?:ay)?|so|well|now|also|and|then|um+|uh+|kindly|must|should|surely|probably|quick(?:ly)?|team|there|could|can|would|will|might|may|you|u|i|we|me|us|let|lets"
    r"|do|does|is|are|be|have|has|there|want|wanna|need|like|love|know|wonder(?:ing)?|curious|see|tell|show|give|get|find(?: out)?|figure out|work out|count(?: up)?|pull(?: up| out)?|list|size(?: up)?|estimate|check|look(?:ing)? (?:up|at|for|into)|identify|select|segment|target|build|create|make|define|describe|imagine|say|suppose|if|whether|to|for|a|an|the|all|of|on|our|my|rough|exact|total|current|approximate"
    r"|what|which|how (?:many|much|big|large)|number|size|count|head ?count|tally|total|pool|crowd|group|segment|audience|bucket|bunch|lots?|many|names?|out|up|about|that|just|only|simply|thinking|whoever|e-?mail|mail|text|message|contact|reach|invite|reward|thank|send|offer|retarget|interview|call|survey"
)
_ASKS = re.compile(rf"\W*(?:(?:{_ASK_WORDS})(?:['’](?:s|d|ll|m|re|ve))?(?![\w-])(?:\W+|$))+", _I)
_ASKS_ZH = re.compile(
    r"\s*(?:亲+|你好|您好|哈喽|嗨|那个|请问?|麻烦(?:你|您)?|劳驾|辛苦|帮忙|帮我|帮|给我|替我|能不能|可不可以|可以|能否|我们?|咱们?|就|只(?!买|逛|看|收)|也|还|先|再|想(?!起)|要(?!么|给|发|送|做|去)|(?:打算|准备)(?=[圈找筛捞拉看])|需要|得|来(?!过|店|访|逛|了|自)|知道|了解|看看|看一?下|瞧瞧|查(?:一?下|查|询|出)?(?!过)|统计(?:一?下)?|[数算](?:一?数|一?下|算|出|了)(?:有)?|圈(?:一?下|出|选|定)?|捞(?:一?下|出)?|拉(?:一?下|个|出|取)数?|筛(?:一?下|选|出)?|找(?:一?下|出|到)?|列(?:一?下|出)?|挑(?:一?下|出)?|盘(?:一?下|出|点)?|一[拨批群]人?|那(?:些|种|拨|批|群|帮)人?|这(?:些|种|拨|批|群|帮)人?|有(?=多少|几|哪)|(?:多少|几)(?:个|位|名)?(?:人|客户|顾客|用户|会员|客人)?(?!次|单|回|天|周|个?月|年|元)|哪些|一?共|总共|大概|大约|目前|到底|究竟|[哈呀啊呢吧嘛哦哎诶嘞])+"
)
_COUNTED_ZH = re.compile(
    r"(?:一?共|总共|总计|合计|大概|大约|差不多|估计|能|会|都)*有?(?:多少|几)(?:个|位|名|家|号|份)?(?:人|客户|顾客|用户|会员|客人|买家)?(?!次|单|回|天|周|星期|个?月|年|元|块|钱|笔|件)(?:来着|呢|啊|呀|哈|吗|嘛|了|的)*"
    r"|(?:的)?(?:人数|人头数?|数量|规模|量级|名单|个数|总数|(?<=[户客员家])数)(?:报|给|发)?(?:给)?(?:我|一?下|看看)*(?=\s*$)"
    r"|多不多(?:呢|啊|呀)?|(?:帮忙|帮我|给我)?(?:统计|圈|查|拉|列|盘|数|算)(?:一?下|出来|一数)(?:人数|规模|数量|个数)?(?=\s*$)|(?:帮忙|帮我|给我)(?:统计|圈|查|拉|列|盘|数|算)\S{0,4}$"
)
_COUNTED = re.compile(
    r"\b(?:how (?:many|big|large)|head ?count|count|numbers?|totals?|sizes?|thx|thanks?|cheers|please|pls|ta)\b|谢谢|多谢|辛苦|人数|数量|多少|几[个位名]",
    _I,
)
"""Words of a piece that only asks for a count, or thanks."""
_OPENS = re.compile(
    r"^\W*(?:need|trying|planning|thinking|working|preparing|wanting|asking|for (?:the|a|an|our|my)|ahead of|because of|as part of|between us|random|quick|it['’]?s|it is|this is|that['’]s)\b",
    _I,
)
"""How a piece begins that is no condition."""
_SPEAKER = re.compile(
    r"\b(?:i|i['’](?:d|m|ll|ve)|we|we['’](?:d|re|ll|ve)|me|you|he|she|my|boss|manager|team|finance|marketing team|colleagues?|it['’]?s|it is|this is|that['’]s|let['’]?s|let me|think|guess|suspect|bet|fear|heard|says?|said|keeps?|wants|wanted)\b"
    r"|我|咱|你|您|老板|领导|经理|总监|同事|组长|主管|运营|售后|财务|投放|部门|团队|打算|准备|想做|想给|想挽回|要去|用来|方便|好给|活动|做[^，。]{0,6}(?:用|推荐|召回|邀约|营销)|发(?:张?券|短信|消息|邮件|感谢)",
    _I,
)
"""Words by which a piece speaks of the one who asks, or of what she is about to do."""
_PURPOSE = re.compile(
    r"(?<!used )(?<!agreed )(?<!consented )(?<!back )\b(?:so (?:that )?(?:i|we) can|in order to|to (?:send|give|offer|invite|e-?mail|text|message|reach|target|thank|reward|win|bring|tell|ask|call|remind|show|sell|upsell|plan|see|use|put|decide|test|run|do|mail|hand|nudge|ping))\b"
    r"|(?<!search )(?<!searched )(?<!searching )(?<!looked )(?<!looking )\bfor (?=(?:a|an|the|our|my|this|next|some|tomorrow['’]s)\b)"
    r"|\b(?:ahead of|as part of|because of|in preparation for)\b",
    _I,
)
"""Where a piece goes on to say what the group is for."""
_LIKE_CONDITION = re.compile(
    r"^\W*(?:(?:and|but|or) )?(?:in|from|living|lives?|aged?|named|called|with|without|who|that|whose|not|never|no|nor|except|at least|more than|less than|over|under)\b"
    r"|\d|\b(?:never|bought|ordered|viewed)\b|^\s*(?:在|来自|住|属于|没|不|未|从|喜欢|爱)|至少|超过|以上|以下|的\s*$",
    _I,
)
"""A piece nobody understood that yet reads like a condition."""
_WORDS = re.compile(r"[^\W_]+(?:[^\S\0]+[^\W_]+)*")
_REGARDLESS = re.compile(r"\b(?:does not matter|either is fine|regardless|whatever|both fine|not necessarily)\b|不一定|都行|都可以|不限|无所谓", _I)  # fmt: skip
_ANCHOR = re.compile(rf"\b{_PERSON} (?:who|that|whose|with|without|made|from|in|aged)\b", _I)
"""Where a description of people begins."""
_TO_WHOM = re.compile(r"\b(?:for|to|at|targeting|about)\b(?:\s+(?:the|our|all|those))*\s*$", _I)
"""What joins something to be done to those it is done for: "a gift for …"."""
DEEDS = frozenset({"verb", "amount", "count", "recency", "consent", "coupon", "nothing"})
"""Kinds of tokens that tell what was done."""
SOLID = frozenset({*DEEDS, "thing", "segment"})
"""Kinds of tokens that tell a condition, or part of one."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a text between two breaks.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        left: Words of it that nothing accounts for.
        solid: Whether it tells a condition or part of one.
        done: Whether it tells something that was done.
    """

    start: int
    end: int
    left: tuple[str, ...]
    solid: bool
    done: bool


def bared(text: str) -> str:
    """`text`, of the same length, with the words that only ask for a group blanked."""
    letters = list(text)
    for start, end in _spans(text):
        piece = text[start:end]
        for pattern in (_ASKS, _ASKS_ZH):
            if found := pattern.match(piece):
                _blank(letters, start, start + found.end())
                piece = "".join(letters[start:end])
        for found in _COUNTED_ZH.finditer(piece):
            _blank(letters, start + found.start(), start + found.end())
    return "".join(letters)


def pieces(told: str, text: str, tokens: Sequence[Token]) -> list[Piece]:
    """The pieces of a text, of which `tokens` are understood.

    Args:
        told: The text, which says where a piece ends.
        text: The same, `bared`.
        tokens: What is understood of it.
    """
    return [_piece(text, start, end, tokens) for start, end in _spans(told)]


def is_aside(words: str, bare: str, piece: Piece) -> bool:
    """Whether a piece tells no condition: it speaks of the speaker, or of nothing understood.

    Args:
        words: The piece as it was told.
        bare: The same without the words that only ask for a group.
        piece: What is understood of it.
    """
    if _REGARDLESS.search(words):
        return True
    if not piece.solid and (_OPENS.search(words) or _SPEAKER.search(words)):
        return True
    if not piece.left:
        return False
    if _OPENS.search(words) or _SPEAKER.search(bare if piece.done else words):
        return True
    return not piece.solid and not _LIKE_CONDITION.search(bare)


def is_said(words: str, piece: Piece) -> bool:
    """Whether a piece set aside must be told: somebody may have meant a condition by it."""
    if piece.solid:
        return not _REGARDLESS.search(words)
    return not (_SPEAKER.search(words) or _OPENS.search(words) or _COUNTED.search(words))


def _piece(text: str, start: int, end: int, tokens: Sequence[Token]) -> Piece:
    inside = [t for t in tokens if start <= t.start < end]
    left = list(text[start:end])
    for token in inside:
        _blank(left, token.start - start, token.end - start, "\0")
    rest = IDLE.sub(lambda match: "\0" * len(match[0]), "".join(left))
    solid = [t for t in inside if t.kind in SOLID and t.value != "any"]
    before = text[start : solid[0].start] if solid else ""
    anchor = _ANCHOR.search(text, start, end)
    if (
        anchor
        and solid
        and anchor.start() <= solid[0].start
        and _SPEAKER.search(text, start, anchor.start())
    ):
        rest = rest[anchor.start() - start :]
    elif _TO_WHOM.search(before) and {t.kind for t in solid} != {"segment"}:
        rest = rest[len(before) :]
    else:
        rest = rest[: _purpose(text, start, end, solid) - start]
    words = tuple(dict.fromkeys(match.strip() for match in _WORDS.findall(rest)))
    return Piece(start, end, words, bool(solid), any(t.kind in DEEDS for t in solid))


def _purpose(text: str, start: int, end: int, solid: Sequence[Token]) -> int:
    """Where a piece goes on to say what the group is for; `end` where it does not."""
    found = _PURPOSE.search(text, start, end)
    ends = found is not None and not any(t.start >= found.start() for t in solid)
    return found.start() if found and ends else end


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each piece that holds more than space."""
    place = 0
    for found in [*_BREAK.finditer(text)]:
        if text[place : found.start()].strip():
            yield place, found.start()
        place = found.end()
    if text[place:].strip():
        yield place, len(text)


def _blank(letters: list[str], start: int, end: int, sign: str = " ") -> None:
    letters[start:end] = sign * (end - start)
