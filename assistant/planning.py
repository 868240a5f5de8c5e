"""The steps a question needs: which calls together, and which after them."""

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant import steps, winners
from assistant.audiences import wants_group
from assistant.both import read_both
from assistant.choosing import Call, Candidate
from assistant.explaining import WHY_NOTE, looked_at
from assistant.families import (
    DRAFT,
    EXPERIMENT,
    FIGURES,
    FORECAST,
    PROFILE,
    SEGMENTS,
    SMALL_TALK,
    SQL,
    kin,
)
from assistant.inheriting import inheriting
from assistant.narrowing import less_wide
from assistant.orders import THINGS, with_things
from assistant.ranked_first import ranked_first, ranks_one
from assistant.reading import Reading
from assistant.slots import CUSTOMERS, OF_ITEMS
from assistant.splitting import Part
from assistant.told_by_customers import told_by_customers
from assistant.wonderings import less_wondering
from tools.metrics.dimensions import TIME_UNITS
from tools.script import plain

if TYPE_CHECKING:
    from assistant.chooser import Chooser

MAX_CALLS = 4
"""Most calls of tools for one question."""
CLOCK = ("hour", "day", "weekday")
"""Times of which the best is itself the answer ("the best hour to send")."""
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
        periods: The time that question is about, unless it names one of its own.
        notes: Messages of the catalogues that must be said with the answer.
    """

    steps: list[Step]
    then: str = ""
    periods: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def plan(
    chooser: "Chooser",
    question: str,
    before: Call | None,
    file: str | None = None,
    earlier: Sequence[Call] = (),
) -> Plan:
    """The steps that answer `question`.

    Args:
        chooser: Reads and routes its parts.
        question: As asked.
        before: The call before it in the conversation, if any.
        file: Name of the table uploaded with it, which settles what it is about.
        earlier: The calls before that one, the latest first.
    """
    question = plain(question)
    if file and EXPERIMENT in chooser.tools:
        told = replace(chooser.read(question), continues=EXPERIMENT, carried={"file": file})
        return Plan([_step(chooser, told)])
    if (both := read_both(chooser.reader, question, before, earlier)) is not None:
        return Plan([_step(chooser, both)])
    if (told_so := told_by_customers(chooser, question, before)) is not None:
        return Plan([_step(chooser, told_so)])
    whole = chooser.read(question, before)
    pieces = chooser.splitter.before_draft(question) if DRAFT in chooser.tools else None
    if pieces is not None and not whole.continues:
        return _with_draft(chooser, *pieces, before)
    several = chooser.splitter.requested(question)
    tool = chooser.whole(whole)
    if tool and (not several or _takes_all(tool, several)):
        return Plan([_step(chooser, whole, tool)])
    parts = ranked_first(chooser, question) or several or chooser.splitter.parts(question)
    if (first := _pointing(chooser, parts, before)) is not None:
        return first
    if (first := _customer_first(chooser, question, parts, before)) is not None:
        return first
    if len(parts) == 1 and (first := _leading(chooser, _step(chooser, whole))) is not None:
        return first
    asked = _parts(chooser, parts, whole, before) or [_step(chooser, whole)]
    reasons = [_why(chooser, step) for step in asked]
    calls = [step for one, why in zip(asked, reasons, strict=True) for step in why or [one]]
    return Plan(calls[:MAX_CALLS], notes=(WHY_NOTE,) if any(reasons) else ())


def _with_draft(chooser: "Chooser", asked: str, order: str, before: Call | None) -> Plan:
    """The plan of a question, and of the campaign ordered after it, which may be for its people.

    What the campaign is for may also be the group that the question puts first ("… for it").
    """
    first = plan(chooser, asked, before)
    ranks = len(first.steps) == 1 and bool(_told_apart(first.steps[0]))
    named = steps.says("superlative", asked) and steps.says("winner", order)
    if ranks and named and not first.then:
        return replace(first, then=steps.pointed(order))
    group = _group_of(first.steps[0]) if steps.says("refers_back", order) else None
    if steps.says("refers_back", order) and group is None:
        order = f"{asked} {order}"
    elif group is not None:
        order = with_things(order, asked, chooser.reader.lexicon)
    draft = _step(chooser, chooser.read(order), DRAFT)
    if group is not None:
        draft = replace(
            draft, candidates=[c.settling({"segment": group}) for c in draft.candidates]
        )
    return replace(first, steps=[*first.steps[: MAX_CALLS - 1], draft], then="")


def _takes_all(tool: str, parts: Sequence[Part]) -> bool:
    """Whether the one tool of a whole question tells what each of its parts asks."""
    told = {PROFILE, FIGURES, SEGMENTS} if tool == PROFILE else {tool}
    if tool == SEGMENTS and wants_group(parts[-1].text):
        told |= {FIGURES}
    return tool == SQL or all(part.tool in told for part in parts)


def _told_apart(step: Step) -> str | None:
    """By what a step tells figures apart, if it does."""
    told = step.candidates[0].settled if step.candidates[0].name == FIGURES else {}
    return told.get("group_by")


def _group_of(step: Step) -> str | None:
    """The group of customers that a step names or describes, if it is about one."""
    told = step.candidates[0].settled if step.candidates[0].name == SEGMENTS else {}
    return told.get("segment") or (None if told.get("filters") else told.get("words"))


def merged(calls: Sequence[Call]) -> list[Call]:
    """`calls`, each once; figures that differ only in the metric become one call."""
    kept: list[Call] = []
    for name, arguments in less_wide(calls):
        twin = next((c for c in kept if c[0] == name and _rest(c[1]) == _rest(arguments)), None)
        if twin is None:
            kept.append((name, {**arguments}))
        elif name == FIGURES:
            both = [*twin[1].get("metrics", ()), *arguments.get("metrics", ())]
            twin[1]["metrics"] = list(dict.fromkeys(both))
    return kept


def _rest(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if name != "metrics"}


def _step(chooser: "Chooser", reading: Reading, tool: str | None = None) -> Step:
    return Step(reading, chooser.candidates(reading, tool))


def _leading(chooser: "Chooser", whole: Step) -> Plan | None:
    """The plan of a question about a group whose name has to be found first."""
    names = [candidate.name for candidate in whole.candidates]
    if FIGURES not in chooser.tools or names[0] in (FIGURES, SMALL_TALK):
        return None
    found = steps.leading(whole.reading.question, chooser.reader.lexicon)
    if found is None or found.dimension in CLOCK or whole.reading.named(found.dimension):
        return None
    if not takes_group(chooser.tools[names[0]], found.dimension):
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
    periods = whole.reading.periods[:1]
    return Plan([Step(phrase, [_fixed(arguments)])], then=found.rest, periods=periods)


def _pointing(chooser: "Chooser", parts: Sequence[Part], before: Call | None) -> Plan | None:
    """The plan of a ranking and a question about its winner ("… and what is said about it?")."""
    if len(parts) != 2 or parts[0].tool != FIGURES:
        return None
    one = ranks_one(parts[0].text) and not steps.says("whole_store", parts[1].text)
    if not steps.says("winner", parts[1].text) and not one:
        return None
    ranked = steps.says("superlative", parts[0].text)
    reading = chooser.read(parts[0].text, before)
    by = [name for name in reading.groupings if name in chooser.vocabulary["group_by"]]
    if len(by) != 1 or not (reading.ranking or one or ranked) or reading.named(by[0]):
        return None
    if parts[1].tool in (None, FIGURES) or not _about(chooser, parts[1].tool, by[0]):
        return None
    if not steps.says("winner", parts[1].text):
        named = chooser.read(parts[1].text)
        if named.filters or named.groupings or named.users or reading.top_n not in (None, 1):
            return None  # it has a subject of its own
    first = _step(chooser, reading, FIGURES)
    return Plan([first], then=steps.pointed(parts[1].text), periods=reading.periods[:1])


def _customer_first(
    chooser: "Chooser", question: str, parts: Sequence[Part], before: Call | None
) -> Plan | None:
    """The plan of a question about a customer who has to be found first."""
    signatures = {name: inspect.signature(tool) for name, tool in chooser.tools.items()}
    about_one = [name for name, known in signatures.items() if "user_id" in known.parameters]
    found = winners.pointed_at(parts, about_one)
    if found is None:
        found = winners.ranked(question, chooser.tools) if len(parts) == 1 else None
        if found is None or not winners.asks_more(found, chooser.splitter.signs(found.then)):
            return None
    reading = chooser.read(found.text, before)
    if reading.users or chooser.read(found.then).users:
        return None  # she is named already
    if found.alone:
        reading = replace(reading, top_n=reading.top_n or 1)
    return Plan([_step(chooser, reading, found.tool)], found.then, reading.periods[:1])


def _about(chooser: "Chooser", tool: str, dimension: str) -> bool:
    """Whether `tool`, or one that the same words may ask for, can be about one such group."""
    return any(
        takes_group(chooser.tools[name], dimension) for name in kin(tool) if name in chooser.tools
    )


def takes_group(tool: Any, dimension: str) -> bool:  # noqa: ANN401  # any callable
    """Whether a call of `tool` can be about one value of `dimension`; a time needs a `period`."""
    parameters = inspect.signature(tool).parameters
    if dimension in TIME_UNITS and "period" not in parameters:
        return False
    return dimension in parameters or ("filters" in parameters and dimension != "item")


def _fixed(arguments: Mapping[str, Any]) -> Candidate:
    """A call of figures that leaves nothing to choose."""
    return Candidate(FIGURES, {k: v for k, v in arguments.items() if v is not None}, {})


def _parts(
    chooser: "Chooser", parts: Sequence[Part], whole: Reading, before: Call | None
) -> list[Step]:
    """A step for each part of the question; none when it is one question.

    A part whose words ask for no tool is one where it names a figure or is plainly for some tool.
    """
    found: list[Step] = []
    for n, part in enumerate(parts if len(parts) > 1 else ()):
        reading = chooser.read(part.text, before if n == 0 else None)
        reading = inheriting(reading, whole, found, part.tool)
        hers = steps.says("customer", part.text) or part.tool in winners.UNSAID
        if not reading.users and (hers or not reading.ranking):
            reading = replace(reading, users=whole.users[:1])
        step = _step(chooser, replace(reading, language=whole.language), part.tool)
        if part.tool is None and not (
            step.reading.metrics or chooser.splitter.route(part.text).sure
        ):
            return []
        found.append(step)
    asked = [s for s in found if s.candidates[0].settled.get("topic") not in ASIDES]
    return less_wondering([_filtered(chooser, step) for step in asked], chooser.tools)


def _filtered(chooser: "Chooser", step: Step) -> Step:
    """The step without filters that its tool would refuse: customers have no channel."""
    name = step.candidates[0].name
    parameters = inspect.signature(chooser.tools[name]).parameters
    if name == FORECAST or "period" in parameters or "filters" not in parameters:
        return step
    own = {*CUSTOMERS, *parameters, *(THINGS if name in OF_ITEMS else ())}
    kept = tuple(f for f in step.reading.filters if f.split("=")[0].rstrip("!") in own)
    return _step(chooser, replace(step.reading, filters=kept), name)


def _why(chooser: "Chooser", step: Step) -> list[Step]:
    """The steps that show where a figure changed; none when no change is to be explained."""
    if FIGURES not in chooser.tools:
        return []
    calls = looked_at(step.reading, chooser.vocabulary)
    return [Step(reading, [_fixed(arguments)]) for reading, arguments in calls]
