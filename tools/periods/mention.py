# ruff: noqa: E501  # a pattern reads best on one line
"""A time expression found in a text, and whether something else is held against it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class PeriodMention:
    """A time expression in a text.

    Attributes:
        token: What `resolve` reads.
        text: The words matched.
        start: Where they begin.
        end: Where they end.
        comparison: Whether the words around make it what something else is held against
            ("than last month", "比上个月").
    """

    token: str
    text: str
    start: int
    end: int
    comparison: bool = False


_HELD_BEFORE = re.compile(
    r"(?:\b(?:than|vs\.?|versus|against|(?:compared|contrasted|in contrast|as opposed|opposed) (?:to|with)|(?:measured|stacked(?: up)?|weighed|pitted|held|set|put|lined up) (?:up )?against|relative to|behind|ahead of|(?:more|less|fewer|higher|lower|better|worse|bigger|smaller) (?:\w+ )?as)(?: in| the| for| on)*"
    r"|比|较|相比|对比|与|和|跟|同)\s*$",
    re.IGNORECASE,
)


def is_comparison(text: str, start: int, end: int) -> bool:
    """Whether the words before `start` make what stands there something to hold against."""
    before = _HELD_BEFORE.search(text[:start])
    if before is None:
        return False
    if before.group(0).strip() in ("与", "和", "跟", "同"):
        return bool(re.match(r".{0,8}(?:相比|比|对比)", text[end:]))
    return True
