# ruff: noqa: E501  # a pattern reads best on one line
"""What the conditions of a group of customers say of it: who they are, or what they did."""

import re
from collections.abc import Callable, Iterator

from tools.segments.rules import (
    All,
    AnyOf,
    Attribute,
    Consent,
    Coupons,
    Did,
    InSegment,
    Not,
    Recency,
    Rule,
    Spend,
)

_FOR = re.compile(
    r"\b(?:for|to|at|among|with|write|text|mail|e-?mail|message|thank|reward|ping) (?:all |each of )?(?:our |the |my |those |these )?$"
    r"|(?:给|畀|俾|向|对|针对|面向|瞄准)(?:我们|咱们?|店里)?[那这]?(?:群|批|帮|拨|些)?的?\s*$",
    re.I,
)
"""Words before those for whom something is written."""
_AMONG = re.compile(r"\s*(?:里|中|当中|之中|(?:who|that|which|with|in|from)\b)", re.I)
"""Words after a group that narrow it further."""

_GLOSS = re.compile(r"(?<=\S)\s?[（(]([^（）()]{2,20})[)）]")
"""Words in brackets behind others."""


def together(rule: Rule) -> tuple[Rule, ...]:
    """The conditions that must all be met."""
    return rule.rules if isinstance(rule, All) else (rule,)


def says_who(rule: Rule, name: str) -> bool:
    """Whether a condition is to be in the segment `name`, or a trait that filters can tell."""
    if isinstance(rule, InSegment):
        return rule.segment == name and not rule.negated
    return isinstance(rule, Attribute) and not rule.negated


def leaves(rule: Rule) -> Iterator[Rule]:
    """The single conditions of a rule."""
    if isinstance(rule, All | AnyOf):
        for part in rule.rules:
            yield from leaves(part)
    elif isinstance(rule, Not):
        yield from leaves(rule.rule)
    else:
        yield rule


def sets_apart(rule: Rule) -> bool:
    """Whether no figure of sales counts such people: something not done, done often, or spent."""
    if isinstance(rule, Did):
        return rule.at_most == 0 or rule.at_least > 1
    return isinstance(rule, Spend | Recency | Coupons | Consent)


def sorts(rule: Rule) -> bool:
    """Whether a condition tells customers apart by more than how lately they ordered."""
    return isinstance(rule, Spend | Coupons) or (isinstance(rule, Did) and bool(rule.things))


def less_glosses(order: str, names: Callable[[str], bool]) -> str:
    """`order` without brackets that only say a group's name once more.

    >>> less_glosses("给新客（newcomers）那群人发", lambda text: text == "newcomers")
    '给新客那群人发'
    """
    return _GLOSS.sub(lambda gloss: "" if names(gloss[1]) else gloss[0], order)


def is_addressed(order: str, start: int, end: int) -> bool:
    """Whether something is ordered for the whole group that `order` names in one place.

    >>> is_addressed("a mail for champions", 11, 20), is_addressed("a mail about tea", 13, 16)
    (True, False)
    """
    return bool(_FOR.search(order[:start])) and not _AMONG.match(order, end)
