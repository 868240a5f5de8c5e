"""What the rules of a description say of a campaign's aim."""

import re
from collections.abc import Iterator

from tools.drafts.models import Objective
from tools.segments.rules import All, AnyOf, Did, Not, Recency, Rule

LAPSE_DAYS = 30
"""Days without an order from which a campaign is to win back, where nothing else is said."""


def aim_of(rule: Rule) -> Objective | None:
    """What a campaign to such people is for, where nothing says it; `None` where that is open."""
    days = lapse_days(rule)
    return "win_back" if days is not None and days >= LAPSE_DAYS else None


def lapse_days(rule: Rule) -> int | None:
    """Days without an order that `rule` asks for; `None` where it asks for none."""
    for leaf in leaves(rule):
        if isinstance(leaf, Recency) and leaf.at_least:
            return leaf.at_least
        if isinstance(leaf, Did) and leaf.at_most == 0 and leaf.event in ("order", "purchase"):
            return _days(leaf.period) if leaf.period else None
    return None


def settles(objective: Objective, rule: Rule) -> bool:
    """Whether `rule` says itself whom a campaign of that aim is for."""
    own = list(leaves(rule))
    ordered = [one for one in own if isinstance(one, Did) and one.event in ("order", "purchase")]
    named = any(one.kind == "segment" for one in own)
    match objective:
        case "win_back":
            return named or lapse_days(rule) is not None
        case "first_order":
            return named or bool(ordered)
        case "carts":
            return named or any(isinstance(one, Did) and one.event == "cart" for one in own)
        case "thank_loyal":
            return bought(rule)
        case _:
            return True


def bought(rule: Rule) -> bool:
    """Whether `rule` is met by those only who have ordered at some time."""
    return any(
        (isinstance(one, Did) and one.event in ("order", "purchase") and one.at_least > 0)
        or isinstance(one, Recency)
        or one.kind in ("segment", "spend", "coupons", "first_order")
        for one in leaves(rule)
    )


def leaves(rule: Rule) -> Iterator[Rule]:
    """The single conditions of `rule`."""
    match rule:
        case All(rules=rules) | AnyOf(rules=rules):
            for inner in rules:
                yield from leaves(inner)
        case Not(rule=inner):
            yield from leaves(inner)
        case _:
            yield rule


def _days(period: str) -> int:
    """Days of a period told from today: "last_90_days"; a month is 30."""
    match = re.fullmatch(r"last_(\d+)_(days|weeks|months)", period)
    scale = {"days": 1, "weeks": 7, "months": 30}
    return int(match[1]) * scale[match[2]] if match else 0
