"""Whom to treat: everyone, some, nobody, or the data cannot tell."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from tools.effects.difference import Estimate, Floats
from tools.effects.uplift.ranking import Ranking

Advice = Literal["target_everyone", "target_some", "target_nobody", "cannot_tell"]
Reason = Literal["better", "pays", "works", "harms", "costs", "nothing", "unpaid", "unsure"]
NEGLIGIBLE = 0.1  # of the mean without treatment, and of the standard deviation


@dataclass(frozen=True)
class Recommendation:
    """What to do.

    Attributes:
        advice: Whom to treat.
        why: What decided it.
        share: Share of people to treat, those ranked first; 1 for everyone, 0 for nobody, and the
            best guess where nothing can be told.
    """

    advice: Advice
    why: Reason
    share: float | None = None


def recommend(
    effect: Estimate, ranking: Ranking | None, untreated: Floats, cost: float = 0.0
) -> Recommendation:
    """Whom to treat, when one contact costs `cost` in units of the outcome.

    Some are chosen only where that is significantly better than everyone. Without a cost: the
    ranking's Qini is above 0, and its first gain more than everyone does, and more than nothing.
    With one: leaving out the rest saves more than they bring. Nobody, where the effect is harmful,
    or too small to matter even at the upper end of its interval.

    Args:
        effect: Effect on everyone.
        ranking: What a ranking of people is worth; `None` where too few to learn one.
        untreated: [n] outcomes without treatment.
        cost: What one contact costs; 0 for not known.
    """
    some = None if ranking is None else _some(ranking, cost)
    if some is not None:
        return Recommendation("target_some", "pays" if cost else "better", some)
    net = effect.less(cost)
    if net.low > 0:
        return Recommendation("target_everyone", "works", 1.0)
    if net.high < 0:
        return Recommendation("target_nobody", "harms" if effect.high < 0 else "costs", 0.0)
    if not cost and effect.high <= negligible(untreated):
        return Recommendation("target_nobody", "nothing", 0.0)
    return Recommendation("cannot_tell", "unsure")


def _some(ranking: Ranking, cost: float) -> float | None:
    """The share to choose, where choosing is significantly better than everyone."""
    if ranking.qini.low <= 0:
        return None
    margin = cost or ranking.everyone.value
    worth = [k * (u.value - margin) for k, u in zip(ranking.shares, ranking.uplift, strict=True)]
    best = int(np.argmax(worth))
    first, ahead, rest = ranking.uplift[best], ranking.gain[best], ranking.rest[best]
    better = rest.high < cost if cost else ahead.low > 0
    return ranking.shares[best] if better and first.low > cost else None


def negligible(untreated: Floats) -> float:
    """Largest effect that would not matter: a tenth of the mean, and of the standard deviation."""
    spread = NEGLIGIBLE * float(untreated.std())
    if (untreated < 0).any():
        return spread
    return min(spread, NEGLIGIBLE * float(untreated.mean()))
