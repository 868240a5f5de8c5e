"""What a clause of a description takes over from the conditions told before it."""

from collections.abc import Sequence

from tools.segments.clauses import Clause
from tools.segments.rules import Did, Rule, Spend, Thing
from tools.segments.saying import HOW

BUYING = ("买", "购买", "buy", "buying", "bought")
"""Verbs that want an object: "looked at shoes but did not buy" is of shoes."""
LOOKING = ("view", "search", "cart", "wishlist")
"""Events of those who may still buy what they concern."""
ORDERED = ("order", "purchase", "repeat")
"""Verbs of a clause about orders."""


def meant(word: str, last: Did | None, done: Sequence[tuple[str, Rule]]) -> tuple[Thing, ...]:
    """What "it" stands for: what the last verb was about; "them" also what went before it."""
    if last is None:
        return ()
    if word in ("it", "它"):
        return last.things
    told = [rule for _, rule in done if isinstance(rule, Did)]
    alike = [rule for rule in told if rule.event == last.event and rule.at_most != 0]
    return tuple(dict.fromkeys(thing for rule in alike for thing in rule.things))


def tells_how(rule: Did) -> bool:
    """Whether a condition names a channel, a device or a campaign."""
    return any(thing.dimension in HOW for thing in rule.things)


def turns_back(clause: Clause, last: Rule | None, leading: str | None) -> bool:
    """Whether orders are told after none in the leading time: then they lie before it."""
    none = Did(event="order", at_least=0, at_most=0, period=leading)
    return clause.verb in ORDERED and not clause.negated and last == none


def belongs_to_spend(clause: Clause, last: Rule | None) -> bool:
    """Whether "but did order" only says that those who spent so little did order."""
    told = clause.things or clause.how or clause.counted or clause.period or clause.negated
    return clause.verb in ORDERED and isinstance(last, Spend) and not told


def lent_time(clause: Clause, last: Rule | None) -> Did | None:
    """What was looked at with the time told at the end: "left a cart, no order in 30 days"."""
    late = clause.negated and clause.period and not clause.led and not clause.ever
    if not late or not isinstance(last, Did) or last.event not in LOOKING:
        return None
    if last.period is not None or last.at_most == 0:
        return None
    return last.model_copy(update={"period": clause.period})


def left_open(clause: Clause, last: Did | None) -> list[Thing]:
    """What was not bought, where that is not told: what was looked at before."""
    told = clause.things or clause.how or clause.nothing or clause.counted or clause.ever
    if told or not (clause.bare and clause.negated) or last is None or last.event not in LOOKING:
        return []
    return [thing for thing in last.things if thing.dimension not in HOW]
