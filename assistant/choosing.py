"""The choice of a tool and its arguments: what the model may say, and nothing else.

Each argument of each tool becomes a slot (see `assistant.slots`): one the question settles has one
possible value, one it leaves open keeps its whole vocabulary. The slots make a grammar, and the
model's choice is held to it: a call that does not parse, or a value the store does not have, cannot
be written.
"""

import inspect
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.llm.grammar import literal
from assistant.open_arguments import OneOf, Slot, Vocabulary, as_json, dimension_of
from assistant.reading import Reading
from assistant.slots import OF_ITEMS, several, slot_of
from assistant.toolbox import Tool

Call = tuple[str, dict[str, Any]]
"""A tool's name and its arguments."""


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
        if "metrics" not in inspect.signature(tool).parameters:
            reading = replace(reading, ranking=False)  # "which step" asks for no groups
        for parameter in inspect.signature(tool).parameters.values():
            slots[parameter.name] = slot_of(name, parameter, reading, vocabulary)
        if isinstance(filters := slots.get("filters"), OneOf):
            # What has an argument of its own is not also a filter.
            own = set(slots) - (set(several(reading)) if name in OF_ITEMS else set())
            slots["filters"] = OneOf([[f for f in filters.values[0] if dimension_of(f) not in own]])
        settled = {
            argument: slot.values[0]
            for argument, slot in slots.items()
            if isinstance(slot, OneOf) and len(slot.values) == 1
        }
        return cls(name, settled, {k: slot for k, slot in slots.items() if k not in settled})

    def settling(self, arguments: Mapping[str, Any]) -> "Candidate":
        """The same with `arguments` settled."""
        left = {name: slot for name, slot in self.open.items() if name not in arguments}
        return Candidate(self.name, {**self.settled, **arguments}, left)

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
        parts = [literal('{"tool": ' + as_json(candidate.name))]
        for argument, slot in candidate.open.items():
            rule = f"call_{n}_{argument}"
            parts += [literal(f", {as_json(argument)}: "), rule]
            rules.append(f"{rule}: {slot.lark()}")
        rules.append(f"call_{n}: {' '.join(parts)} {literal('}')}")
    return "\n".join(rules) + "\n"


def parse_call(text: str, candidates: Sequence[Candidate]) -> Call:
    """The call that `text`, written under the grammar of `candidates`, stands for."""
    chosen = json.loads(text)
    name = chosen.pop("tool")
    return next(c for c in candidates if c.name == name).call(chosen)
