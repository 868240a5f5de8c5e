"""LangChain messages as chat templates take them."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2 import TemplateError
from langchain_core.messages import (
    AIMessage,
    BaseMessage,
    ChatMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)

from assistant.llm.formats import Call, CallLanguage

Turn = dict[str, Any]

_USER: Turn = {"role": "user", "content": "Hello"}
_MARK = "probe_of_template"
_TOOL = {
    "type": "function",
    "function": {
        "name": _MARK,
        "description": "",
        "parameters": {"type": "object", "properties": {}},
    },
}
_INTRODUCTION = """\
You can call the tools below. To call one, answer with nothing but
{example}
{several}To answer in words, do not begin with `{begins}`.

The tools, with the JSON schemas of their arguments:
{tools}"""


class Template:
    """What a model's chat template can take, and messages that fit it.

    A template may drop tools, calls and results without a word, or refuse system messages. Then
    the tools are listed in the first message, calls are spelled out, and results and system
    messages are given as the user's.

    Args:
        render: `Engine.render`.
        calls: How the model writes calls.
    """

    def __init__(self, render: Callable[..., str], calls: CallLanguage) -> None:
        self._calls = calls
        self.takes_tools = _shows(render, [_USER], tools=[_TOOL])
        self.takes_system = _shows(render, [{"role": "system", "content": _MARK}, _USER])

    def fitted(
        self, messages: Sequence[BaseMessage], tools: Sequence[Mapping[str, Any]]
    ) -> list[Turn]:
        """`messages` for the template, with all that it leaves out of `tools` and calls."""
        turns = to_template(messages)
        if not self.takes_tools:
            turns = [self._spelled_out(turn) for turn in turns]
            if tools:
                turns = [{"role": "system", "content": self._listed(tools)}, *turns]
        if not self.takes_system:
            turns = [
                {**turn, "role": "user"} if turn["role"] == "system" else turn for turn in turns
            ]
        return turns if self.takes_tools and self.takes_system else _merged(turns)

    def _spelled_out(self, turn: Turn) -> Turn:
        if turn["role"] == "tool":
            said = f"Result of {turn.get('name', 'the call')}:\n{turn['content']}"
            return {"role": "user", "content": said}
        calls = [
            Call(call["function"]["name"], call["function"]["arguments"])
            for call in turn.get("tool_calls", ())
        ]
        written = self._calls.write(calls) if calls else ""
        content = "\n".join(filter(None, (turn["content"], written)))
        return {"role": turn["role"], "content": content}

    def _listed(self, tools: Sequence[Mapping[str, Any]]) -> str:
        example = Call("name_of_the_tool", {"argument": "value"})
        written = self._calls.write([example])
        return _INTRODUCTION.format(
            example=written,
            several="To call several, write one after the other.\n" if self._calls.several else "",
            begins=written[0],
            tools="\n".join(json.dumps(tool["function"], ensure_ascii=False) for tool in tools),
        )


def _shows(render: Callable[..., str], turns: Sequence[Turn], **options: Any) -> bool:
    """Whether the mark in a prompt of `turns` comes out of the template."""
    try:
        return _MARK in render(turns, **options)
    except TemplateError:
        return False


def _merged(turns: Sequence[Turn]) -> list[Turn]:
    """`turns` with neighbours of one role as one, as templates without tools often insist."""
    merged: list[Turn] = []
    for turn in turns:
        if merged and merged[-1]["role"] == turn["role"]:
            content = f"{merged[-1]['content']}\n\n{turn['content']}"
            merged[-1] = {**merged[-1], "content": content}
        else:
            merged.append(turn)
    return merged


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
