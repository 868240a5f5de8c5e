"""What is asked next about the group or the customer that figures put first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import steps
from assistant.chooser import Chooser
from assistant.choosing import Candidate
from assistant.families import CHURN, DRAFT, GOODS, SEGMENTS, kin
from assistant.planning import Plan, Step, takes_group
from assistant.reading import Reading
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.semantics import Semantics
from tools.wording.values import Language


@dataclass(frozen=True)
class Winner:
    """The group or customer that figures put first.

    Attributes:
        dimension: What it is: a dimension, or `user_id`.
        name: As the figures call it: a text of the store's data, which nobody asked with.
    """

    dimension: str
    name: str


def plan_about(chooser: Chooser, question: str, winner: Winner, periods: Sequence[str]) -> Plan:
    """The step that asks about what the figures before put first.

    Its name is an argument of the call and nothing else: it is never read as part of the question,
    nor shown to the model that chooses, for it may be a text that would give orders.

    Args:
        chooser: Reads and routes the question.
        question: With `{winner}` where the name belongs.
        winner: What it is about.
        periods: The time it is about unless it says so.
    """
    whole = chooser.read(steps.standing_in(question))
    if not whole.periods:
        whole = replace(whole, periods=tuple(periods))
    if winner.dimension == "user_id":
        whole = replace(whole, users=(winner.name,))
        return Plan([_step(chooser, whole)])
    value = _value(chooser, winner)
    whole = replace(whole, filters=(f"{winner.dimension}={value}", *whole.filters))
    step = _fitting(chooser, _step(chooser, whole), winner.dimension)
    if step.candidates[0].name == DRAFT:
        goal = question.replace("{winner}", winner.name)
        return Plan([replace(step, candidates=[step.candidates[0].settling({"goal": goal})])])
    told = _buyers(chooser, winner, value, whole.language)
    return Plan([replace(step, candidates=[_of_buyers(c, told) for c in step.candidates])])


def _step(chooser: Chooser, reading: Reading) -> Step:
    return Step(reading, chooser.candidates(reading, chooser.whole(reading)))


def _fitting(chooser: Chooser, step: Step, dimension: str) -> Step:
    """The step by the tool that can be about one such group, of those that tell the same."""
    first = step.candidates[0].name
    alike = [name for name in kin(first) if name in chooser.tools]
    able = [name for name in alike if takes_group(chooser.tools[name], dimension)]
    return (
        step
        if first in able or not able
        else Step(step.reading, chooser.candidates(step.reading, able[0]))
    )


def _value(chooser: Chooser, winner: Winner) -> str:
    """The value of the store's data that has this name: an item's id, a weekday's number."""
    dimension = DIMENSIONS[winner.dimension]
    semantics = Semantics(chooser.reader.lexicon.store)
    on_the_clock = dimension.home == "clock"
    names = (
        dimension.values
        if on_the_clock
        else semantics.names(dimension, semantics.values(dimension)).items()
    )
    return next((v for v, name in names if winner.name in (v, name.en, name.zh)), winner.name)


def _buyers(chooser: Chooser, winner: Winner, value: str, language: Language) -> str | None:
    """Words for those who bought what won; `None` where it is nothing that is bought."""
    if chooser.audiences is None or winner.dimension not in GOODS:
        return None
    return chooser.audiences.buyers_of(winner.name, value, language)


def _of_buyers(candidate: Candidate, buyers: str | None) -> Candidate:
    """The call about the buyers of a thing, where it takes customers by no other word."""
    argument = {SEGMENTS: "words", CHURN: "segment"}.get(candidate.name)
    if argument is None or buyers is None:
        return candidate
    return candidate.settling({argument: buyers, "filters": []})
