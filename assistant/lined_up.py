"""Three times or more that are held against one another in a line ("Q1 vs Q2 vs Q3")."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tools.periods import PeriodMention

_VERSUS = re.compile(r"\b(?:vs?\.?|versus|against)(?=\s|$)|对比|对|比|pk", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*(?:,|/|and|&|、|，|和|与|跟|同|(?:,? and )?(?:vs?\.?|versus|against)|对比?|比|pk)\s*"
    r"(?:and |then |the )?",
    re.IGNORECASE,
)
FEWEST = 3


def lined_up(text: str, spans: Sequence[PeriodMention]) -> bool:
    """Whether nothing but joining words stands between three times or more, one of them "vs".

    Args:
        text: A question.
        spans: The times it names, in order.
    """
    between = [text[a.end : b.start] for a, b in pairwise(spans)]
    held = any(_VERSUS.search(words) for words in between)
    return len(spans) >= FEWEST and held and all(map(_JOINT.fullmatch, between))


def names_a_line(text: str) -> bool:
    """Whether the words of one time name several held against one another."""
    return _VERSUS.search(text) is not None
