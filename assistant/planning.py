"""The steps a question needs: which calls together, and which after them."""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant import steps
from assistant.choosing import Call, Candidate
from assistant.reading import Reading
from assistant.turn import ToolCall

if TYPE_CHECKING:
    from assistant.agent import Chooser

MAX_CALLS = 4
"""Most calls of tools for one question."""
FIGURES = "query_metrics"
SMALL_TALK = "about_store"
WHY_NOTE = "why-not-known"
"""Message that goes with every explanation of a change."""
MOVES = ("metrics-rose", "metrics-fell")
"""Messages that tell which groups moved a figure."""
ASIDES = ("greeting", "thanks", "help")
"""Small talk that needs no answer beside a question."""


@dataclass(frozen=True)
class Step:
    """One call still to be chosen: what is read of its part, and the calls it may be."""

    reading: Reading
    candidates: list[Candidate]


@dataclass(frozen=True)
class Plan:
    """The steps of a question.

    Attributes:
        steps: Calls that can be made at once.
        then: A question to be asked after them, `{winner}` being the group their figures put
            first; empty when there is none.
        notes: Messages of the catalogues that must be said with the answer.
    """

    steps: list[Step]
    then: str = ""
    notes: tuple[str, ...] = ()


def plan(chooser: "Chooser", question: str, before: Call | None) -> Plan:
    """The steps that answer `question`.

    Args:
        chooser: Reads and routes its parts.
        question: As asked.
        before: The call before it in the conversation, if any.
    """
    whole = _step(chooser, chooser.reader.read(question, before))
    if (first := _leading(chooser, whole) or _pointing(chooser, whole, before)) is not None:
        return first
    parts = _parts(chooser, whole, before) or [whole]
    reasons = [list(_why(chooser, part)) for part in parts]
    calls = [step for part, why in zip(parts, reasons, strict=True) for step in why or [part]]
    return Plan(calls[:MAX_CALLS], notes=(WHY_NOTE,) if any(reasons) else ())


def merged(calls: Sequence[Call]) -> list[Call]:
    """`calls`, each once; figures that differ only in the metric become one call."""
    kept: list[Call] = []
    for name, arguments in calls:
        twin = next((c for c in kept if c[0] == name and _rest(c[1]) == _rest(arguments)), None)
        if twin is None:
            kept.append((name, {**arguments}))
        elif name == FIGURES:
            both = [*twin[1].get("metrics", ()), *arguments.get("metrics", ())]
            twin[1]["metrics"] = list(dict.fromkeys(both))
    return kept


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


def _rest(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if name != "metrics"}


def _step(chooser: "Chooser", reading: Reading) -> Step:
    return Step(reading, chooser.candidates(reading))


def _leading(chooser: "Chooser", whole: Step) -> Plan | None:
    """The plan of a question about a group whose name has to be found first."""
    names = [candidate.name for candidate in whole.candidates]
    if FIGURES not in chooser.tools or names[0] in (FIGURES, SMALL_TALK):
        return None
    found = steps.leading(whole.reading.question, chooser.reader.lexicon)
    if found is None or not _takes(chooser.tools[names[0]], found.dimension):
        return None
    phrase = chooser.reader.read(found.phrase)
    named = list(phrase.metrics) or [steps.leading_metric(found.phrase) or "revenue"]
    arguments = {
        "metrics": named[:1],
        "group_by": found.dimension,
        "period": next(iter(whole.reading.periods), None),
        "order": {"best": "highest", "worst": "lowest"}.get(phrase.order, phrase.order),
        "top_n": 1,
    }
    if found.dimension not in chooser.vocabulary["group_by"]:
        return None
    if named[0] not in chooser.vocabulary["metrics"]:
        return None
    return Plan([Step(phrase, [_fixed(arguments)])], then=found.rest)


def _pointing(chooser: "Chooser", whole: Step, before: Call | None) -> Plan | None:
    """The plan of a ranking and a question about its winner ("… and what is said about it?")."""
    texts = steps.parts_of(whole.reading.question)
    if len(texts) != 2 or not steps.says("winner", texts[1]):
        return None
    ranking = _step(chooser, chooser.reader.read(texts[0], before))
    names, by = [c.name for c in ranking.candidates], ranking.reading.groupings
    if names != [FIGURES] or len(by) != 1 or not ranking.reading.ranking:
        return None
    then = _step(chooser, chooser.reader.read(texts[1]))
    tool = then.candidates[0].name
    if tool in (FIGURES, SMALL_TALK) or not _takes(chooser.tools[tool], by[0]):
        return None
    return Plan([ranking], then=steps.pointed(texts[1]))


def _takes(tool: Any, dimension: str) -> bool:  # noqa: ANN401  # any callable
    """Whether a call of `tool` can be about one value of `dimension`."""
    parameters = inspect.signature(tool).parameters
    return dimension in parameters or ("filters" in parameters and dimension != "item")


def _fixed(arguments: Mapping[str, Any]) -> Candidate:
    """A call of figures that leaves nothing to choose."""
    return Candidate(FIGURES, {k: v for k, v in arguments.items() if v is not None}, {})


def _parts(chooser: "Chooser", whole: Step, before: Call | None) -> list[Step]:
    """A step for each part of the question; none when it is one question."""
    texts = steps.parts_of(whole.reading.question)
    if len(texts) < 2:
        return []
    found: list[Step] = []
    for n, text in enumerate(texts):
        reading = chooser.reader.read(text, before if n == 0 else None)
        reading = _inheriting(reading, whole.reading, found)
        step = _step(chooser, replace(reading, language=whole.reading.language))
        if not _is_clear(step):
            return []
        found.append(step)
    asked = [s for s in found if s.candidates[0].settled.get("topic") not in ASIDES]
    return [_filtered(chooser, step) for step in asked]


def _is_clear(step: Step) -> bool:
    """Whether a part can be told to be a question by itself."""
    text = step.reading.question
    asked = bool(step.reading.metrics) or steps.says("clear", text)
    return len(step.candidates) == 1 or asked


def _inheriting(part: Reading, whole: Reading, earlier: Sequence[Step]) -> Reading:
    """A part with what the rest of the question says for it too: the time, and earlier filters."""
    if not part.periods and not part.carried:
        compare = part.compare if part.compare != "none" else whole.compare
        part = replace(part, periods=whole.periods[:1], compare=compare)
    if not part.filters and not part.groupings and not steps.says("whole_store", part.question):
        given = (f for step in reversed(earlier) for f in step.reading.filters)
        part = replace(part, filters=tuple(dict.fromkeys(given)))
    return part


def _filtered(chooser: "Chooser", step: Step) -> Step:
    """The step without filters that its tool would refuse: customers have no channel."""
    tool = chooser.tools[step.candidates[0].name]
    parameters = inspect.signature(tool).parameters
    if "period" in parameters or "filters" not in parameters:
        return step
    own = {"region", "country", "age_band", "gender", *parameters}
    kept = tuple(f for f in step.reading.filters if f.split("=")[0].rstrip("!") in own)
    return _step(chooser, replace(step.reading, filters=kept))


def _why(chooser: "Chooser", step: Step) -> Iterator[Step]:
    """The steps that show where a figure changed; none when no change is to be explained."""
    reading = step.reading
    asked = reading.metrics and steps.says("why", reading.question)
    if FIGURES not in chooser.tools or not asked or reading.compare == "none":
        return
    if steps.says("opinions", reading.question):
        return
    fixed = {f.split("=")[0] for f in reading.filters} | {"", None}
    known = chooser.vocabulary
    for declared in steps.declared()["why_steps"]:
        named = [m.format(metric=reading.metrics[0]) for m in declared["metrics"]]
        by = [d for d in declared.get("group_by", ()) if d in known["group_by"] and d not in fixed]
        new = [m for m in named if m in known["metrics"] and m not in _seen(step, declared)]
        arguments = {
            "metrics": new,
            "group_by": next(iter([g for g in reading.groupings if g in by] or by), None),
            "period": next(iter(reading.periods), None),
            "compare": reading.compare,
            "filters": list(reading.filters) or None,
        }
        if new:
            yield Step(reading, [_fixed(arguments)])


def _seen(step: Step, declared: Mapping[str, Any]) -> tuple[str, ...]:
    """Metrics that an earlier step of the explanation shows already."""
    return step.reading.metrics[:1] if "{metric}" not in declared["metrics"] else ()
