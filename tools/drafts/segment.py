"""The segment a campaign is for: described, named or meant by its aim, and what narrows it."""

from collections.abc import Mapping, Sequence

from tools.drafts.meaning import bought, settles
from tools.drafts.models import Brief, Objective
from tools.metrics.semantics import Semantics
from tools.prediction.members import CUSTOMERS
from tools.segments import Segment, Segments
from tools.segments.rules import All, AnyOf, Attribute, Did, Rule, Thing
from tools.store.store import Store
from tools.wording.values import Name

INTEREST = "last_90_days"
"""How far back a look at a category shows interest in it."""
SEGMENT_OF: Mapping[Objective, str] = {
    "win_back": "lapsed",
    "first_order": "never_bought",
    "carts": "cart_abandoners",
    "thank_loyal": "champions",
}
EVERYONE = "everyone"


def segment_of(brief: Brief, segments: Segments) -> Segment:
    """The segment of `brief`, its filters and its category taken in.

    Raises:
        ToolError: If there is no such segment, or its words are not understood.
    """
    chosen = brief.segment or SEGMENT_OF.get(brief.objective) or EVERYONE
    if chosen == EVERYONE:
        base = Segment(
            id=EVERYONE, label=Name(en="All customers", zh="全部顾客"), rules=All(rules=())
        )
    else:
        base = segments.found(chosen)
    aim = _aim(brief, base, segments)
    extra = [*_attributes(brief, segments.store)]
    if brief.category and chosen == EVERYONE:
        extra.append(_interest(brief.category, segments.store))
    if aim is not None:
        label, rule = aim
        extra.append(rule)
        base = base.model_copy(update={"label": _joined([*label, base.label])})
    if not extra:
        return base
    own = () if chosen == EVERYONE else _each(base.rules)
    rules = (*own, *(part for rule in extra for part in _each(rule)))
    rule = rules[0] if len(rules) == 1 else All(rules=rules)
    return Segment(id=base.id, label=_label(base, brief, segments.store), rules=rule)


def _each(rule: Rule) -> tuple[Rule, ...]:
    """The rules that must all be met."""
    return rule.rules if isinstance(rule, All) else (rule,)


def _aim(brief: Brief, base: Segment, segments: Segments) -> tuple[tuple[Name, ...], Rule] | None:
    """What the aim of a campaign says of its people beside their description.

    Customers are won back who have bought; where the description says nothing of that, or of who
    is loyal, new or has a full cart, the aim's standard segment says it.

    Returns:
        What goes before the audience's name, and the rule; `None` where there is nothing to add.
    """
    standard = SEGMENT_OF.get(brief.objective)
    if standard is None or not base.words or any(s.id == base.id for s in segments.saved()):
        return None
    if not settles(brief.objective, base.rules):
        own = segments.named(standard)
        return (own.label,), own.rules
    if brief.objective != "win_back" or bought(base.rules):
        return None
    return (), Did(event="order")


def _attributes(brief: Brief, store: Store) -> list[Rule]:
    semantics = Semantics(store)
    things: dict[tuple[str, bool], list[Thing]] = {}
    for written in brief.filters:
        condition = semantics.condition(written, CUSTOMERS)
        for value in condition.values:
            name = store.name_of(condition.dimension.name, value)
            thing = Thing(dimension=condition.dimension.name, value=value, en=name.en, zh=name.zh)
            things.setdefault((thing.dimension, condition.negated), []).append(thing)
    return [
        Attribute(values=tuple(values), negated=negated)
        for (_name, negated), values in things.items()
    ]


def _interest(category: str, store: Store) -> Rule:
    """Someone who lately looked at `category` or ever bought of it."""
    name = store.name_of("category", category)
    things = (Thing(dimension="category", value=category, en=name.en, zh=name.zh),)
    did: list[Rule] = []
    if "events" in store.tables:
        did.append(Did(event="view", things=things, period=INTEREST))
    if {"orders", "order_lines"} <= store.tables or not did:
        did.append(Did(event="purchase", things=things))
    return AnyOf(rules=tuple(did)) if len(did) > 1 else did[0]


def _label(base: Segment, brief: Brief, store: Store) -> Name:
    """The segment's name with what it was limited to: "Lapsed · Female"."""
    parts = [base.label] if base.id != EVERYONE or not brief.category else []
    for written in brief.filters:
        dimension, _eq, value = written.partition("=")
        parts.append(store.name_of(dimension, value))
    if brief.category and base.id == EVERYONE:
        name = store.name_of("category", brief.category)
        parts.append(Name(en=f"Interested in {name.en}", zh=f"对{name.zh or name.en}感兴趣的顾客"))
    return _joined(parts)


def _joined(parts: Sequence[Name]) -> Name:
    """Names in a row: "Lapsed · Female"."""
    return Name(
        en=" · ".join(part.en for part in parts),
        zh=" · ".join(part.zh or part.en for part in parts),
    )
