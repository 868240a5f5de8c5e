# ruff: noqa: E501  # a pattern reads best on one line
"""Reviews that say the same as another, or nothing at all: folded, and counted.

Near-duplicates are texts whose three-letter shingles overlap (Broder 1997, resemblance). Spam is
what is plainly no review: an invitation to get in touch, a shop's default text, filler.
"""

import hashlib
import re
import zlib
from collections.abc import Sequence

RESEMBLANCE = 0.8
"""Share of shingles two texts have in common, of those either has, from which they are one."""

_FILLER = 0.3  # bytes left of a text by compression, per byte, under which it repeats itself
_SHORT = 60  # bytes under which compression says nothing
_FEW_LETTERS = 4
_DEFAULT = re.compile(
    r"^\W*(?:此用户(?:没有|未)(?:填写|及时)?\w*评[价论]\w*|该用户觉得商品\w{0,4}|评价方未及时做出评价\W*系统默认好评"
    r"|系统默认好评|默认好评|用户未填写评价内容"
    r"|(?:the |this )?(?:customer|user|buyer) (?:did not|didn.t|has not) (?:leave|write|written|left) (?:a |any )?"
    r"(?:review|comment)s?)\W*$",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"(?:加|\+|➕)\s*(?:我|偶|下|个)?\s*(?:的)?\s*(?:微信|薇信|威信|vx|wx|v信|微\s*[:：]|qq|扣扣|q群|企鹅)"
    r"|(?:微信|vx|wx|薇信|qq|扣扣)(?:号|群)?\s*[:：]\s*\S{4,}"
    r"|兼职|刷单|日赚|代购请|代理请|扫码(?:加|领|进)|点击链接"
    r"|(?:https?://|www\.)\S+"
    r"|\b(?:add|text|message|contact|dm) me (?:on|at|via) (?:whatsapp|telegram|wechat|instagram|kik)"
    r"|\b(?:click (?:here|the link|this link)|earn (?:money|\$\d+)|work from home|promo code|use my code"
    r"|buy (?:cheap )?followers|free gift ?cards?|casino|viagra|crypto (?:signals|investment))\b",
    re.IGNORECASE,
)


def is_spam(text: str) -> bool:
    """Whether `text` is plainly no review.

    >>> is_spam("加我微信：abc123 领红包"), is_spam("此用户没有填写评价。"), is_spam("好评" * 40)
    (True, True, True)
    >>> is_spam("很好，客服加了微信也一直耐心回复"), is_spam("Runs small, and the zip broke.")
    (False, False)
    """
    if _DEFAULT.match(text) or _INVITATION.search(text):
        return True
    content = text.encode()
    return len(content) >= _SHORT and len(zlib.compress(content)) < _FILLER * len(content)


def kin(text: str) -> str:
    """Names the texts that are the same letter by letter, whatever their marks and spaces.

    >>> kin("Great dress!!") == kin("great  dress"), kin("great dress") == kin("great coat")
    (True, False)
    """
    return hashlib.sha256(_letters(text).encode()).hexdigest()[:16]


def folded(texts: Sequence[str], most: int) -> list[list[int]]:
    """Positions in `texts` by what they say, the first of each that came first.

    Args:
        texts: The best first.
        most: Groups after which no other is begun.
    """
    groups: list[list[int]] = []
    said: list[frozenset[str]] = []
    for position, text in enumerate(texts):
        mine = _shingles(text)
        same = next((n for n, other in enumerate(said) if _resemble(mine, other)), None)
        if same is not None:
            groups[same].append(position)
        elif len(groups) < most:
            groups.append([position])
            said.append(mine)
    return groups


def _shingles(text: str) -> frozenset[str]:
    letters = _letters(text)
    if len(letters) < _FEW_LETTERS:
        return frozenset((letters,))
    return frozenset(letters[start : start + 3] for start in range(len(letters) - 2))


def _resemble(one: frozenset[str], other: frozenset[str]) -> bool:
    few, many = sorted((len(one), len(other)))
    if few < RESEMBLANCE * many:
        return False
    common = len(one & other)
    return common >= RESEMBLANCE * (few + many - common)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
