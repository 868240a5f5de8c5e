# ruff: noqa: E501  # a pattern reads best on one line
"""Parts of a message that only wonder about what another part asks outright.

"Would a push at night annoy people? When is it best sent?" asks for one thing.
"""

import inspect
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant import steps
from assistant.families import FIGURES
from assistant.toolbox import Tool

if TYPE_CHECKING:
    from assistant.planning import Step

_WONDERS = re.compile(
    r"^\W*(?:(?:so|well|um+|uh+|ok(?:ay)?|hey|hi|but|and|honestly|seriously|just)\W+)*(?:should|shall|would|will|can|could|may|might|dare|is|are|am|was|were|do|does|did|have|has|had)(?:n['’]?t)? (?!you\b)(?!.*\b(?:what|which|who|how|where|when|why)\b)"
    r"|会不会|会唔会|要不要|要唔要|该不该|应不应该|好不好|行不行|行得通不|能不能|敢不敢|值不值|是不是|系咪|使唔使|有没有人|有冇人|有没得人|有人[^，。？?]{0,8}[吗嘛没不么]\W*$|到底有没有|([\u4e00-\u9fff]{1,2})[不唔]\1",
    re.IGNORECASE,
)
"""A question that yes or no would answer."""
ADVICE = ("price_advice", "channel_advice", "find_opportunities", "bought_together", "plan_test")
"""Tools whose advice one call gives on all that is wondered about."""


def less_wondering(found: "Sequence[Step]", tools: Mapping[str, Tool]) -> "list[Step]":
    """`found` without steps that only wonder about what another one asks more exactly."""
    return [step for step in found if not any(_covers(o, step, tools) for o in found)]


def _covers(other: "Step", step: "Step", tools: Mapping[str, Tool]) -> bool:
    """Whether `other` tells, more exactly, what `step` only wonders about."""
    name, text = step.candidates[0].name, step.reading.question
    if other is step or other.candidates[0].name != name:
        return False
    if not _WONDERS.search(text) or steps.says("whole_store", text):
        return False
    said, more = _said(step, tools), _said(other, tools)
    if name in ADVICE:
        return not said and bool(more)
    if name != FIGURES or "group_by" in said or "group_by" not in more or "compare" in said:
        return False
    fewer = {*said.get("metrics", ())} <= {*more.get("metrics", ())}
    same = {*said.get("filters", ())} <= {*more.get("filters", ())}
    return fewer and same and said.get("period") in (None, more.get("period"))


def _said(step: "Step", tools: Mapping[str, Tool]) -> dict[str, Any]:
    """What a step settles otherwise than nobody saying it would."""
    candidate = step.candidates[0]
    usual = inspect.signature(tools[candidate.name]).parameters
    settled = candidate.settled.items()
    return {k: v for k, v in settled if v and v != usual[k].default}
