"""LangChain messages as chat templates take them."""

import json
from collections.abc import Sequence
from typing import Any

from langchain_core.messages import (
    AIMessage,
    BaseMessage,
    ChatMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)


def to_template(messages: Sequence[BaseMessage]) -> list[dict[str, Any]]:
    """`messages` as dictionaries with `role` and `content`, calls and results in OpenAI's form."""
    return [_one(message) for message in messages]


def _one(message: BaseMessage) -> dict[str, Any]:
    content = str(message.text)
    match message:
        case SystemMessage():
            return {"role": "system", "content": content}
        case HumanMessage():
            return {"role": "user", "content": content}
        case AIMessage():
            spoken: dict[str, Any] = {"role": "assistant", "content": content}
            if message.tool_calls:
                spoken["tool_calls"] = [
                    {
                        "type": "function",
                        "id": call["id"],
                        "function": {"name": call["name"], "arguments": call["args"]},
                    }
                    for call in message.tool_calls
                ]
            return spoken
        case ToolMessage():
            if not isinstance(message.content, str):
                content = content or json.dumps(message.content, ensure_ascii=False)
            result = {"role": "tool", "content": content, "tool_call_id": message.tool_call_id}
            return {**result, "name": message.name} if message.name else result
        case ChatMessage():
            return {"role": message.role, "content": content}
    raise TypeError(f"Messages of type {message.type!r} have no place in a chat template.")
