"""The choice of a tool and its arguments: what the model may say, and nothing else.

Each argument of each tool becomes a slot: one the question settles (see `assistant.reading`) has
one possible value, one it leaves open keeps its whole vocabulary. The slots make a grammar, and the
model's choice is held to it: a call that does not parse, or a value the store does not have, cannot
be written.
"""

import inspect
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from assistant.reading import Reading
from assistant.toolbox import Tool

MAX_METRICS = 3
"""Most metrics one call asks for."""


@dataclass(frozen=True)
class OneOf:
    """An argument that may be any one of `values` (a single one when the question settles it)."""

    values: Sequence[Any]

    def lark(self) -> str:
        """The values as JSON, one alternative each."""
        return " | ".join(_literal(_json(value)) for value in self.values)


@dataclass(frozen=True)
class Phrase:
    """An argument that may only repeat words of `text`: a search phrase the asker typed."""

    text: str

    def lark(self) -> str:
        """A JSON string of consecutive words (Chinese: characters) of the text."""
        plain = re.sub(r"[\"\\\s]+", " ", self.text).strip()
        unit = "substring_words" if plain.isascii() else "substring_chars"
        return f'"\\"" %regex {_json({unit: plain})} "\\""'


@dataclass(frozen=True)
class Declared:
    """An argument the question says nothing about and that has no default: as its type allows."""

    schema: dict[str, Any]

    def lark(self) -> str:
        """Any JSON value of the schema."""
        return f"%json {_json(self.schema)}"


Slot = OneOf | Phrase | Declared
Vocabulary = Mapping[str, Sequence[str]]
"""The words a store's tools understand, by argument name (`metrics`, `group_by`)."""


def call_grammar(
    names: Sequence[str], tools: Mapping[str, Tool], reading: Reading, vocabulary: Vocabulary
) -> str:
    """Lark grammar of one call of one of the tools in `names`, as a JSON object.

    The object holds `tool` and then every argument in the order of the signature.
    """
    rules = [f"start: {' | '.join(f'call_{n}' for n in range(len(names)))}"]
    for n, name in enumerate(names):
        parts = [_literal('{"tool": ' + _json(name))]
        for argument, slot in _slots(tools[name], reading, vocabulary).items():
            rule = f"call_{n}_{argument}"
            parts += [_literal(f", {_json(argument)}: "), rule]
            rules.append(f"{rule}: {slot.lark()}")
        rules.append(f"call_{n}: {' '.join(parts)} {_literal('}')}")
    return "\n".join(rules) + "\n"


def parse_call(text: str) -> tuple[str, dict[str, Any]]:
    """Tool name and arguments of a call the grammar let through; empty ones are left out."""
    arguments = json.loads(text)
    name = arguments.pop("tool")
    return name, {key: value for key, value in arguments.items() if value not in (None, [], "")}


def _slots(tool: Tool, reading: Reading, vocabulary: Vocabulary) -> dict[str, Slot]:
    slots: dict[str, Slot] = {}
    for parameter in inspect.signature(tool).parameters.values():
        narrow = _NARROWINGS.get(parameter.name)
        slots[parameter.name] = (narrow and narrow(reading, vocabulary)) or _declared(parameter)
    return slots


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
    return OneOf([None, *vocabulary["group_by"]] if reading.ranking else [None])


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
    "rating": lambda reading, _: OneOf([reading.rating]),
    "query": lambda reading, _: Phrase(reading.question),
}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _literal(text: str) -> str:
    """`text` as a Lark string."""
    return json.dumps(text, ensure_ascii=False)
