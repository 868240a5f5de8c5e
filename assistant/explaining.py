"""Why a figure changed: what is looked at to tell, and how it is told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant import figure_slots, steps
from assistant.families import FIGURES
from assistant.open_arguments import Vocabulary
from assistant.reading import Reading
from assistant.turn import ToolCall
from assistant.utterances import words

WHY_NOTE = "why-not-known"
"""Message that goes with every explanation of a change."""
_REPORTED = re.compile(
    r"\b(?:keeps?|kept|always|forever|constantly) (?:on )?(?:ask|wonder)(?:s|ing)?(?: me| us)? "
    r"(?:why|how come)\b[^,.;!?]*"
    r"|(?:总是?|老是?|一直|经常|常常?|成天|天天)(?:爱|在|来)?(?:追?问|纳闷|好奇)(?:我们?|咱们?|起)?"
    r"(?:为什么|为何|为啥|点解|怎么)[^，。；;！!？?]*",
    re.IGNORECASE,
)
"""A reason that others keep asking for."""
LONG = 8
"""Fewest words beside that, from which they ask for something themselves."""
MOVES = ("metrics-rose", "metrics-fell")
"""Messages that tell which groups moved a figure."""


def explained(calls: Sequence[ToolCall]) -> list[ToolCall]:
    """`calls` with what explains a change bound to be said: each measure, and who moved it most."""
    return [_telling(call) for call in calls]


def _telling(call: ToolCall) -> ToolCall:
    """The call with its changes in front: of the groups where it has groups, else of the whole."""
    if call.result is None:
        return call
    moves = [s for s in call.result.statements if s.message in MOVES]
    grouped = bool(call.arguments.get("group_by"))
    if grouped and not moves:
        return call
    told = moves if grouped else [s for s in call.result.statements if s.role != "caveat"]
    needs = tuple(dict.fromkeys(need for s in told for need in (s.message, *s.needs)))
    first = told[0].model_copy(update={"role": "answer", "needs": needs})
    rest = [s for s in call.result.statements if s is not told[0]]
    if grouped:
        rest = [s for s in rest if s.role != "answer"]
    result = call.result.model_copy(update={"statements": (first, *rest)})
    return call.model_copy(update={"result": result})


def looked_at(asked: Reading, known: Vocabulary) -> Iterator[tuple[Reading, dict[str, Any]]]:
    """What shows where a figure changed: what is read, and arguments of calls of figures.

    Args:
        asked: What is read of the question; nothing is looked at where it asks for no reason.
        known: Words that the arguments take.
    """
    reading = _moving(asked)
    if reading is None:
        return
    fixed = {f.split("=")[0] for f in reading.filters} | {"", None}
    for declared in steps.declared()["why_steps"]:
        named = [m.format(metric=reading.metrics[0]) for m in declared["metrics"]]
        by = [d for d in declared.get("group_by", ()) if d in known["group_by"] and d not in fixed]
        new = [m for m in named if m in known["metrics"] and m not in _seen(reading, declared)]
        arguments = {
            "metrics": new,
            "group_by": next(iter([g for g in reading.groupings if g in by] or by), None),
            "period": next(iter(reading.periods), None),
            "compare": reading.compare,
            "filters": list(reading.filters) or None,
        }
        if new:
            yield reading, arguments


def _moving(reading: Reading) -> Reading | None:
    """What is read of a question why a figure changed; `None` where it asks for no reason."""
    text = reading.text or reading.question
    if not steps.says("why", text) or steps.says("opinions", text) or _only_reports(text):
        return None
    if reading.continues == FIGURES:
        reading = _taken_over(reading)
    if reading.compare == "none" and not steps.says("moved", text):
        return None
    compare = "previous_period" if reading.compare == "none" else reading.compare
    metrics = reading.metrics or (steps.leading_metric(text) or "revenue",)
    return replace(reading, compare=compare, metrics=metrics)


def _only_reports(text: str) -> bool:
    """Whether the reason is what others keep asking for, and something else is wanted at length.

    >>> _only_reports("They keep asking why it is slow, draw me each step from a visit to an order")
    True
    """
    rest = _REPORTED.sub(" ", text)
    return rest != text and not steps.says("why", rest) and words(rest) > LONG


def _taken_over(reading: Reading) -> Reading:
    """What is read of a follow-up that asks why, with the figure that it asks about."""
    old = reading.carried
    held = reading.compare if reading.compare != "none" else old.get("compare", "none")
    kept = figure_slots.filters(reading, {}).values[0]
    return replace(
        reading,
        metrics=reading.metrics or tuple(old.get("metrics", ())),
        periods=reading.periods or tuple(filter(None, [old.get("period")])),
        compare="previous_period" if held == "none" else held,
        filters=tuple(kept),
        groupings=reading.groupings or tuple(filter(None, [old.get("group_by")])),
    )


def _seen(reading: Reading, declared: Mapping[str, Any]) -> tuple[str, ...]:
    """Metrics that an earlier step of the explanation shows already."""
    return reading.metrics[:1] if "{metric}" not in declared["metrics"] else ()
