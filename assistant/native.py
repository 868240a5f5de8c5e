"""The choice of a tool by a model that no grammar holds: standard tool calling, checked here."""

import inspect
from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, ToolMessage

from assistant.choosing import Call, Candidate
from assistant.open_arguments import Declared, Slot
from assistant.toolbox import Tool

Ask = Callable[[Sequence[AnyMessage]], AIMessage]
"""Asks the model with further messages after the question."""


def as_schema(candidate: Candidate, tool: Tool) -> dict[str, Any]:
    """`candidate` as a function of the OpenAI protocol, with its open arguments only."""
    summary = (inspect.getdoc(tool) or "").split("Args:")[0]
    properties = {name: _schema(slot) for name, slot in candidate.open.items()}
    return {
        "type": "function",
        "function": {
            "name": candidate.name,
            "description": " ".join(summary.split()),
            "parameters": {
                "type": "object",
                "properties": properties,
                "required": list(properties),
            },
        },
    }


def chosen(ask: Ask, candidates: Sequence[Candidate]) -> tuple[Call, list[AIMessage]]:
    """The model's call and the replies it took.

    A call of another tool, or with a value the store does not have, is asked for once more with
    what was wrong about it; after that the likeliest candidate is called as it is by default.
    """
    replies = [ask([])]
    call, wrong = _checked(replies[0], candidates)
    if call is None:
        replies.append(ask(_complaint(replies[0], wrong)))
        call, _ = _checked(replies[1], candidates)
    return call or by_default(candidates[0]), replies


def by_default(candidate: Candidate) -> Call:
    """The call of `candidate` with the plainest value of each open argument."""
    return candidate.call({name: _plain(slot) for name, slot in candidate.open.items()})


def _checked(reply: AIMessage, candidates: Sequence[Candidate]) -> tuple[Call | None, str]:
    """The call that `reply` makes, or what is wrong with it."""
    names = ", ".join(candidate.name for candidate in candidates)
    if not reply.tool_calls:
        return None, f"Call one of these tools: {names}."
    asked = reply.tool_calls[0]
    candidate = next((c for c in candidates if c.name == asked["name"]), None)
    if candidate is None:
        return None, f"There is no tool {asked['name']!r}. Call one of these: {names}."
    arguments: dict[str, Any] = {}
    for name, slot in candidate.open.items():
        value = asked["args"].get(name)
        if not isinstance(slot, Declared) and value not in slot.values:
            return None, f"{name} must be one of {list(slot.values)}, not {value!r}."
        if isinstance(slot, Declared) and value is None:
            return None, f"The argument {name} is missing."
        arguments[name] = value
    return candidate.call(arguments), ""


def _complaint(reply: AIMessage, wrong: str) -> list[AnyMessage]:
    """The model's call and what was wrong with it, as the protocol wants them."""
    if not reply.tool_calls:
        return []  # nothing to answer: the question alone once more
    ids = (str(call["id"]) for call in reply.tool_calls)
    answers = [ToolMessage(wrong, tool_call_id=one, status="error") for one in ids]
    return [reply, *answers]


def _schema(slot: Slot) -> dict[str, Any]:
    if isinstance(slot, Declared):
        return slot.schema
    if all(isinstance(value, list) for value in slot.values):
        words = list(dict.fromkeys(word for value in slot.values for word in value))
        return {"type": "array", "items": {"enum": words}, "minItems": 1, "maxItems": 1}
    return {"enum": list(slot.values)}


def _plain(slot: Slot) -> Any:  # noqa: ANN401  # any JSON value
    if isinstance(slot, Declared):
        return None  # the tool says what is missing
    return None if None in slot.values else slot.values[0]
