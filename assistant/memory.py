"""What the next question is told of the conversation so far."""

from collections.abc import Sequence
from dataclasses import dataclass

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage
from langchain_core.messages.utils import count_tokens_approximately

from assistant.turn import ToolCall, Turn

N_REMEMBERED = 3
"""Turns with a call that go along word for word when only the last call is read."""
REMEMBERED_TOKENS = 3000
"""Most tokens of earlier turns that go along word for word when all of them are read."""
SUMMARY_TOKENS = 1000
"""Most tokens of the summary of the turns before those."""
CHARS_PER_TOKEN = 2.0
"""A cautious count, between English (4) and Chinese (1 to 1.5)."""

SMALL_TALK = "about_store"
"""The tool of questions that no follow-up leans on: thanks, hello, what can you do."""


@dataclass(frozen=True)
class Memory:
    """Earlier turns as the agent's messages.

    Attributes:
        messages: The conversation so far, oldest first; a summary stands for what is too long.
        n_summarised: How many turns the summary stands for.
    """

    messages: list[AnyMessage]
    n_summarised: int = 0


def remember(turns: Sequence[Turn], *, read_whole: bool) -> Memory:
    """What goes along with the next question.

    Args:
        turns: The conversation so far, oldest first.
        read_whole: Whether the model reads the conversation itself; otherwise only the last call
            is used, however long ago it was made, and nothing needs a summary.
    """
    if not read_whole:
        asked = [n for n, turn in enumerate(turns) if _calls(turn)]
        first = asked[-N_REMEMBERED] if len(asked) > N_REMEMBERED else 0
        return Memory(_messages(turns[first:]))
    first = len(turns)
    while first and _tokens(_messages(turns[first - 1 :])) <= REMEMBERED_TOKENS:
        first -= 1
    summary = _summary(turns[:first]) if first else []
    return Memory([*summary, *_messages(turns[first:])], first)


def _summary(turns: Sequence[Turn]) -> list[AnyMessage]:
    """Each turn's question and its first sentence, word for word; the oldest may be left out."""
    lines: list[str] = []
    for turn in reversed(turns):
        line = f"- {turn.question} → {_lead(turn)}"
        if _tokens([HumanMessage("\n".join([line, *lines]))]) > SUMMARY_TOKENS:
            break
        lines.insert(0, line)
    left_out = len(turns) - len(lines)
    head = "Earlier in this conversation" + (f" ({left_out} older turns left out)" * (left_out > 0))
    return [HumanMessage(f"{head}:\n" + "\n".join(lines)), AIMessage("Noted.")]


def _lead(turn: Turn) -> str:
    """The sentence that answered first, as code wrote it."""
    facts = next((call.facts for call in turn.tool_calls if call.facts), ())
    said = [fact for fact in facts if fact in turn.answer]
    return (said or [turn.answer])[0][:300]


def _calls(turn: Turn) -> list[ToolCall]:
    """The calls a follow-up can lean on."""
    return [call for call in turn.tool_calls if call.name != SMALL_TALK]


def _messages(turns: Sequence[Turn]) -> list[AnyMessage]:
    """Turns as question, calls and answer."""
    messages: list[AnyMessage] = []
    for n, turn in enumerate(turns):
        messages.append(HumanMessage(turn.question))
        for m, call in enumerate(_calls(turn)):
            asked = {"name": call.name, "args": call.arguments, "id": f"before_{n}_{m}"}
            found = call.error or "\n".join(call.facts[:3])
            messages.append(AIMessage(content="", tool_calls=[asked]))
            messages.append(ToolMessage(found, tool_call_id=asked["id"]))
        messages.append(AIMessage(turn.answer))
    return messages


def _tokens(messages: Sequence[AnyMessage]) -> int:
    return count_tokens_approximately(messages, chars_per_token=CHARS_PER_TOKEN)
