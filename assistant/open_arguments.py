"""What may stand for an argument of a call before the model fills it in."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.llm.grammar import json_rule, literal


@dataclass(frozen=True)
class OneOf:
    """An argument that may be any one of `values` (a single one when the question settles it)."""

    values: Sequence[Any]

    def lark(self) -> str:
        """The values as JSON, one alternative each."""
        return " | ".join(literal(as_json(value)) for value in self.values)


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


def as_json(value: object) -> str:
    """`value` as a call writes it."""
    return json.dumps(value, ensure_ascii=False)


def dimension_of(condition: str) -> str:
    """The dimension that a filter is about."""
    return condition.split("=")[0].rstrip("!")
