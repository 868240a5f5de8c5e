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
