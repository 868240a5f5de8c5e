"""What the conditions of a group of customers say of it: who they are, or what they did."""

from collections.abc import Iterator

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
