"""What is said of complaints that go along with lost revenue."""

import numpy as np

from tools.metrics.significance import FEW
from tools.prediction.customers.words import said
from tools.themes.cost import DAYS, Cost, Gap, Outcomes
from tools.wording.statements import Role, Statement
from tools.wording.values import Count, Money, Name, Number, Points, Quote, Share, Value

TOLD = 3  # themes told of each kind
_CAVEAT = "themes-cost-association"


def told(
    costs: list[Cost], names: list[Name], outcomes: Outcomes, scope: Name, role: Role
) -> list[Statement]:
    """What goes along with complaints, most revenue first; or that nothing clearly does."""
    if role == "answer" and np.isnan(outcomes.value).all() and np.isnan(outcomes.stars).all():
        return [said("themes-cost-unknown", role)]
    if not costs:
        few = said("themes-cost-few", role, least=Count(n=FEW), scope=scope)
        return [few] if role == "answer" else []
    found = [
        statement
        for kind, tell in (("returned", _returned), ("later", _later))
        for cost in [each for each in costs if kind in each.sure][:TOLD]
        for statement in (tell(cost, names[cost.theme]),)
    ]
    stars = sorted(
        (each for each in costs if "stars" in each.sure and each.stars),
        key=lambda each: each.stars.value if each.stars else 0.0,
    )
    alone = role == "highlight"
    found += [_stars(each, names[each.theme], alone) for each in stars[:1]]
    if role == "answer" and not any({"returned", "later"} & each.sure for each in costs):
        found.insert(0, _nothing(costs, outcomes, scope))
    if not found:
        return []
    first = found[0].model_copy(update={"role": role})
    caveat = [said(_CAVEAT, "caveat")]
    return [first, *found[1:], *caveat]


def _nothing(costs: list[Cost], outcomes: Outcomes, scope: Name) -> Statement:
    """No complaint goes along with more returns or less spending beyond chance."""
    if np.isnan(outcomes.value).all():
        return said("themes-cost-no-sales", "answer")
    return said(
        "themes-cost-none", "answer", (_CAVEAT,), scope=scope, themes=Count(n=len(costs)),
        days=Count(n=DAYS),
    )  # fmt: skip


def _returned(cost: Cost, name: Name) -> Statement:
    gap = cost.returned
    assert gap is not None  # noqa: S101  # it is sure
    values: dict[str, Value] = {
        "rate": Share(ratio=gap.mean),
        "usual": Share(ratio=max(0.0, gap.usual)),
        "points": Points(ratio=gap.value),
        "low": Points(ratio=gap.low),
        "high": Points(ratio=gap.high),
        "goods": Money(amount=cost.goods),
    }
    return _with_n("themes-cost-returned", name, gap, values)


def _later(cost: Cost, name: Name) -> Statement:
    gap = cost.later
    assert gap is not None  # noqa: S101  # it is sure
    values: dict[str, Value] = {
        "less": Money(amount=-gap.value),
        "low": Money(amount=-gap.high),
        "high": Money(amount=-gap.low),
        "mean": Money(amount=gap.mean),
        "usual": Money(amount=gap.usual),
        "days": Count(n=DAYS),
    }
    return _with_n("themes-cost-later", name, gap, values)


def _stars(cost: Cost, name: Name, alone: bool) -> Statement:
    gap = cost.stars
    assert gap is not None  # noqa: S101  # it is sure
    values: dict[str, Value] = {
        "less": Number(value=-gap.value, digits=1),
        "low": Number(value=-gap.high, digits=1),
        "high": Number(value=-gap.low, digits=1),
        "mean": Number(value=gap.mean, digits=1),
        "alone": Quote(text="yes" if alone else "no"),
    }
    return _with_n("themes-cost-stars", name, gap, values)


def _with_n(message: str, name: Name, gap: Gap, values: dict[str, Value]) -> Statement:
    return said(message, "highlight", (_CAVEAT,), theme=name, n=Count(n=gap.n), **values)
