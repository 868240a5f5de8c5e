"""What the next question is told of the conversation so far."""

from collections.abc import Sequence

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from assistant.choosing import Call
from assistant.turn import ToolCall, Turn

N_REMEMBERED = 3
"""Turns with a call that go along; a follow-up leans on the last of their calls."""

SMALL_TALK = "about_store"
"""The tool of questions that no follow-up leans on: thanks, hello, what can you do."""


def remember(turns: Sequence[Turn]) -> list[AnyMessage]:
    """The last turns as the agent's messages, back to the last calls however long ago they were.

    A model is never shown the conversation, only the question read with the call before it, so a
    long conversation fills no context.

    Args:
        turns: The conversation so far, oldest first.
    """
    asked = [n for n, turn in enumerate(turns) if _calls(turn)]
    first = asked[-N_REMEMBERED] if len(asked) > N_REMEMBERED else 0
    return _messages(turns[first:])


def calls_before(messages: Sequence[AnyMessage]) -> list[Call]:
    """The calls of the turns before that were no small talk, the latest first."""
    start = max(n for n, message in enumerate(messages) if message.type == "human")
    asked = (m for m in reversed(messages[:start]) if isinstance(m, AIMessage))
    told = (call for message in asked for call in message.tool_calls)
    return [(call["name"], call["args"]) for call in told if call["name"] != SMALL_TALK]


def _calls(turn: Turn) -> list[ToolCall]:
    """The calls a follow-up can lean on."""
    return [call for call in turn.tool_calls if call.name != SMALL_TALK]


def _messages(turns: Sequence[Turn]) -> list[AnyMessage]:
    """Turns as question, calls and answer."""
    messages: list[AnyMessage] = []
    for n, turn in enumerate(turns):
        messages.append(HumanMessage(turn.question))
        for m, call in enumerate(_calls(turn)):
            made = {"draft": call.result.draft} if call.result and call.result.draft else {}
            arguments = {**call.arguments, **made}  # a follow-up changes what was made
            asked = {"name": call.name, "args": arguments, "id": f"before_{n}_{m}"}
            messages.append(AIMessage(content="", tool_calls=[asked]))
            messages.append(ToolMessage(call.error or "", tool_call_id=asked["id"]))
        messages.append(AIMessage(turn.answer))
    return messages
