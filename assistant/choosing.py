"""The choice of a tool and its arguments: what the model may say, and nothing else.

Each argument of each tool becomes a slot: one the question settles (see `assistant.reading`) has
one possible value, one it leaves open keeps its whole vocabulary. The slots make a grammar, and the
model's choice is held to it: a call that does not parse, or a value the store does not have, cannot
be written.
"""

import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from assistant.llm.grammar import json_rule, literal
from assistant.reading import Reading
from assistant.toolbox import Tool

Call = tuple[str, dict[str, Any]]
"""A tool's name and its arguments."""

CALENDAR = frozenset({"day", "week", "month", "quarter", "weekday", "hour"})
"""Dimensions that only words for them ask for ("monthly", "哪天"): never guessed."""

MAX_METRICS = 3
"""Most metrics one call asks for."""


@dataclass(frozen=True)
class OneOf:
    """An argument that may be any one of `values` (a single one when the question settles it)."""

    values: Sequence[Any]

    def lark(self) -> str:
        """The values as JSON, one alternative each."""
        return " | ".join(literal(_json(value)) for value in self.values)


@dataclass(frozen=True)
class Declared:
    """An argument the question says nothing about and that has no default: as its type allows."""

    schema: dict[str, Any]

    def lark(self) -> str:
        """Any JSON value of the schema."""
        return json_rule(self.schema)


Slot = OneOf | Declared
Vocabulary = Mapping[str, list[str]]
"""The words a store's tools understand, by argument name (`metrics`, `group_by`)."""


@dataclass(frozen=True)
class Candidate:
    """A tool the question may be for.

    Attributes:
        name: The tool.
        settled: Arguments that have one possible value.
        open: Arguments left to the model, in the order of the signature.
    """

    name: str
    settled: Mapping[str, Any]
    open: Mapping[str, Slot]

    @classmethod
    def of(cls, name: str, tool: Tool, reading: Reading, vocabulary: Vocabulary) -> "Candidate":
        """What `reading` settles of a call of `tool`, and what it leaves open."""
        slots: dict[str, Slot] = {}
        for parameter in inspect.signature(tool).parameters.values():
            narrow = _NARROWINGS.get(parameter.name)
            slots[parameter.name] = (narrow and narrow(reading, vocabulary)) or _declared(parameter)
        if isinstance(filters := slots.get("filters"), OneOf):
            # What has an argument of its own is not also a filter.
            slots["filters"] = OneOf([[f for f in filters.values[0] if _dimension(f) not in slots]])
        settled = {
            argument: slot.values[0]
            for argument, slot in slots.items()
            if isinstance(slot, OneOf) and len(slot.values) == 1
        }
        return cls(name, settled, {k: slot for k, slot in slots.items() if k not in settled})

    def call(self, chosen: Mapping[str, Any]) -> Call:
        """The whole call, `chosen` being the open arguments; empty ones are left out."""
        arguments = {**self.settled, **chosen}
        return self.name, {k: v for k, v in arguments.items() if v not in (None, [], "")}


def only_call(candidates: Sequence[Candidate]) -> Call | None:
    """The call, when the question leaves nothing to choose."""
    if len(candidates) == 1 and not candidates[0].open:
        return candidates[0].call({})
    return None


def call_grammar(candidates: Sequence[Candidate]) -> str:
    """Lark grammar of one call of one of `candidates`, as a JSON object.

    The object holds `tool` and then the tool's open arguments; what is settled is not written.
    """
    rules = [f"start: {' | '.join(f'call_{n}' for n in range(len(candidates)))}"]
    for n, candidate in enumerate(candidates):
        parts = [literal('{"tool": ' + _json(candidate.name))]
        for argument, slot in candidate.open.items():
            rule = f"call_{n}_{argument}"
            parts += [literal(f", {_json(argument)}: "), rule]
            rules.append(f"{rule}: {slot.lark()}")
        rules.append(f"call_{n}: {' '.join(parts)} {literal('}')}")
    return "\n".join(rules) + "\n"


def parse_call(text: str, candidates: Sequence[Candidate]) -> Call:
    """The call that `text`, written under the grammar of `candidates`, stands for."""
    chosen = json.loads(text)
    name = chosen.pop("tool")
    return next(c for c in candidates if c.name == name).call(chosen)


def _declared(parameter: inspect.Parameter) -> Slot:
    """The default where there is one, else whatever the type allows."""
    if parameter.default is not inspect.Parameter.empty:
        return OneOf([parameter.default])
    schema = TypeAdapter(parameter.annotation).json_schema()
    return OneOf(schema["enum"]) if "enum" in schema else Declared(schema)


def _metrics(reading: Reading, vocabulary: Vocabulary) -> Slot:
    named = list(reading.metrics) or list(reading.carried.get("metrics", ()))
    return OneOf([named[:MAX_METRICS]] if named else [[word] for word in vocabulary["metrics"]])


def _group_by(reading: Reading, vocabulary: Vocabulary) -> Slot:
    known = [word for word in reading.groupings if word in vocabulary["group_by"]]
    if known:
        return OneOf(known[:1])
    if reading.trend:
        return OneOf(["day", "week", "month"])
    if reading.carried:
        return OneOf([reading.carried.get("group_by")])
    groups = [word for word in vocabulary["group_by"] if word not in CALENDAR]
    return OneOf([None, *groups] if reading.ranking else [None])


def _then_by(reading: Reading, vocabulary: Vocabulary) -> Slot:
    known = [word for word in reading.groupings if word in vocabulary["group_by"]]
    return OneOf(known[1:2] or [None])


def _period(reading: Reading, _: Vocabulary) -> Slot | None:
    tokens = reading.periods[:1] or tuple(filter(None, [reading.carried.get("period")]))
    return OneOf(tokens) if tokens else None


def _compare(reading: Reading, _: Vocabulary) -> Slot:
    asked = reading.compare
    return OneOf([reading.carried.get("compare", asked) if asked == "none" else asked])


def _filters(reading: Reading, _: Vocabulary) -> Slot:
    """The values named, and those of the call before that no new value of its kind replaces."""
    replaced = {_dimension(new) for new in reading.filters}
    kept = [old for old in reading.carried.get("filters", ()) if _dimension(old) not in replaced]
    return OneOf([[*kept, *reading.filters]])


def _dimension(condition: str) -> str:
    return condition.split("=")[0].rstrip("!")


def _named(dimension: str) -> Callable[[Reading, Vocabulary], Slot]:
    return lambda reading, _: OneOf(
        reading.named(dimension)[:1] or [reading.carried.get(dimension)]
    )


_NARROWINGS: dict[str, Callable[[Reading, Vocabulary], Slot | None]] = {
    "metrics": _metrics,
    "group_by": _group_by,
    "then_by": _then_by,
    "period": _period,
    "compare": _compare,
    "filters": _filters,
    "category": _named("category"),
    "item": _named("item"),
    "user_id": lambda reading, _: OneOf(reading.users[:1] or [None]),
    "top_n": lambda reading, _: OneOf([reading.top_n]) if reading.top_n else None,
    "order": lambda reading, _: OneOf([reading.order]),
    "topic": lambda reading, _: OneOf([reading.topic]) if reading.topic else None,
    "rating": lambda reading, _: OneOf([reading.rating]),
    "query": lambda reading, _: OneOf([reading.subject or reading.question]),
}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
