# ruff: noqa: E501  # a pattern reads best on one line
"""Which groups a question wants first: the highest or lowest figures, or the best or worst."""

import re

from assistant.cues import blanked, cues
from tools.metrics.findings import Ranking

RANKINGS: tuple[Ranking, ...] = ("worst", "lowest", "best", "highest")
"""In the order they are looked for: "the worst of the top ten" asks for the worst."""
_NOT = re.compile(
    r"(?:\b(?:not|rather than|instead of)\s+(?:the |our |those |by |from )*|(?:不是|不要|唔要|唔系|唔使|[别莫])(?:看|睇|要|排)?)$",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"(?:的|嘅)?(?:[那嗰这]?(?:些|啲|几个))?(?:不对|错了|不是|不要|唔要|唔使|莫要|不看|不用|我?不关心)",
)
"""Words around a rank that is not wanted ("垫底的不要，退得最多的五个")."""
_N = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|few|handful|couple|half[- ]dozen|dozen)"
_FIRST = re.compile(
    rf"\b(?:first|opening|upper|top) {_N}\b|[前头][\d一二两三四五六七八九十几]+", re.IGNORECASE
)
"""Words for how many of a list are wanted, as they also say which."""
_AT_ITS_HEAD = re.compile(rf"\bfirst {_N}\b|头[\d一二两三四五六七八九十几]+", re.IGNORECASE)
_JUST = re.compile(
    r"\b(?:just|only|enough|will do|would do|suffice|keep|limit|trim|cut|chop|stop (?:at|after))\b|就[行好够可得]|即可|够了|只|单|留|截|砍|净系",
    re.IGNORECASE,
)
"""Words that make a list shorter and leave its order."""
_OTHERS = re.compile(r"\b(?:and|what about|how about|instead|now)\b|[呢咧]|反|换", re.IGNORECASE)


def of_the_list(text: str, *, was_cut: bool) -> bool:
    """Whether a follow-up wants the first few of the list before, whichever way it is ordered.

    Args:
        text: What follows a list.
        was_cut: Whether the list was of a few to begin with, so that others may be meant now.

    >>> of_the_list("just the top four", was_cut=True), of_the_list("and the top 4?", was_cut=False)
    (True, False)
    """
    if not _FIRST.search(text) or any(p.search(_FIRST.sub(" ", text)) for p in cues()["highest"]):
        return False
    if _JUST.search(text) or _AT_ITS_HEAD.search(text):
        return True
    return not (was_cut or _OTHERS.search(text))


def order_of(question: str) -> Ranking:
    """Which groups `question` wants, the highest unless it says otherwise.

    >>> order_of("the slowest kettles"), order_of("not the worst, the five best")
    ('lowest', 'best')
    """
    left = blanked(question, "descending")
    return next((order for order in RANKINGS if _wants(order, left)), "highest")


def _wants(order: Ranking, text: str) -> bool:
    return any(
        not (_NOT.search(text[: found.start()]) or _REFUSED.match(text, found.end()))
        for pattern in cues()[order]
        for found in pattern.finditer(text)
    )
