# ruff: noqa: E501  # a pattern reads best on one line
"""Whether words beside a category ask which of its items ("the worst-rated kettle")."""

import re
from collections.abc import Sequence

from tools.mentions import Mention

_WHICH_OF = re.compile(
    r"\b(?:which|top (?:\d+|three|four|five|six|ten)|which (?:ones? )?of (?:the|our|these|those)(?: \w+)?)\s*$|哪(?:[几两三四五六七八九十\d]*[款双件条只把张瓶])$",
    re.IGNORECASE,
)
"""Words before a category that ask which of its items."""
_BEST_OF = re.compile(
    r"\b(?:best|worst|top|most|least|highest|lowest|slowest|fastest|hottest)(?:[- ](?:selling|rated|loved|liked|returned|viewed|sold|reviewed|popular|profitable|margin|earning|performing|bought|converting))? $",
    re.IGNORECASE,
)
"""Words before a category in the singular that ask for one of its items ("the worst-rated kettle")."""
_WHICH_IS = re.compile(
    r"\s*(?:又|到底)?[是系](?:哪|边)一?[个款只件双条张](?![\u4e00-\u9fff]*(?:牌|省|渠道|月|天|日))"
)
"""Words after a category that ask the same ("卖得最好的键盘是哪个")."""
_AMONG = re.compile(
    r"\b(?:sellers?|movers?|earners?|one|item|performer)\b[^.?!]{0,12}\b(?:among|amongst|out of|of) (?:all )?(?:the|our)(?: \w+)?\s*$",
    re.IGNORECASE,
)
"""Words before a category that speak of one of its items ("the slowest seller among the …")."""
_ENDS = re.compile(
    r"\s*(?:$|[,.?!;:)]|\b(?:in|for|by|since|this|last|of|from|on|we|was|is|right|so|during|over|and|q[1-4])\b)",
    re.IGNORECASE,
)
"""What follows a category that is no part of a longer name ("the best bedding brand")."""


def asks_which_of(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether items of a category are asked for ("which backpack", "哪几款外套")."""
    categories = [m for m in mentions if m.kind == "value" and m.name == "category"]
    return any(
        _WHICH_OF.search(text[: m.start])
        or _AMONG.search(text[: m.start])
        or _WHICH_IS.match(text, m.end)
        or _is_best_of(text, m)
        for m in categories
    )


def _is_best_of(text: str, category: Mention) -> bool:
    """Whether the best of a category is asked for, by its name in the singular."""
    one = category.text.isascii() and not category.text.casefold().endswith("s")
    alone = _BEST_OF.search(text[: category.start]) and _ENDS.match(text, category.end)
    return one and alone is not None
