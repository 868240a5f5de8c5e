"""One message of a customer and its answer, and what a human agent is suggested to reply."""

from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import TypeAdapter

from assistant.turn import AnswerFigure, Timing, ToolCall
from tools.wording.values import Language

Source = Literal["policy", "order", "item", "review"]


@dataclass(frozen=True)
class Citation:
    """What an answer relies on.

    Attributes:
        kind: What it is.
        id: Its id: a point of a policy (`returns-en#3`), an order's number, an item, a review.
        title: What it is called: the policy's title, the order's number, the item's name.
        quote: The words relied on; empty where nothing is quoted.
    """

    kind: Source
    id: str
    title: str
    quote: str = ""


@dataclass(frozen=True)
class ServiceTurn:
    """A customer's message, its answer, and everything the answer rests on.

    Attributes:
        thread_id: Conversation it belongs to.
        answer: What the customer is told.
        language: Language of the answer.
        tool_calls: Tools used for it, in order.
        citations: Policies, orders, items and reviews it relies on.
        handed_over: Whether a person has the conversation now.
        summary: What that person is told of it; `None` unless it was handed over in this turn.
        asks_yes: Whether a change waits for her yes.
        customer: What the recognised customer is called; `None` before.
        timing: How long it took.
        message: What she wrote.
        figures: Every number in `answer`.
        grounded: Whether every number in `answer` came from a tool.
        model: Name of the chat model; empty where none was there.
    """

    thread_id: str
    answer: str
    language: Language
    tool_calls: tuple[ToolCall, ...] = ()
    citations: tuple[Citation, ...] = ()
    handed_over: bool = False
    summary: str | None = None
    asks_yes: bool = False
    customer: str | None = None
    timing: Timing = field(default_factory=Timing)
    message: str = ""
    figures: tuple[AnswerFigure, ...] = ()
    grounded: bool = True
    model: str = ""

    def to_json(self) -> dict[str, Any]:
        """The object `storewise ask --as service --json` prints for this turn."""
        told = TURN.dump_python(self, mode="json", exclude={"tool_calls", "message"})
        wanted = {"name", "arguments", "status", "seconds", "facts"}
        calls = [call.model_dump(mode="json", include=wanted) for call in self.tool_calls]
        return {**told, "tool_calls": calls, "artifacts": []}


TURN: TypeAdapter[ServiceTurn] = TypeAdapter(ServiceTurn)
"""Reads and writes a turn as JSON."""


@dataclass(frozen=True)
class Edit:
    """A suggested reply said another way.

    Attributes:
        id: `shorter`, `warmer`, `formal` or `translated`.
        label: What a button says, in the language of the suggestion.
        reply: The whole reply.
    """

    id: str
    label: str
    reply: str


@dataclass(frozen=True)
class Suggestion:
    """What a human agent could reply.

    Attributes:
        reply: The reply.
        citations: What it relies on.
        edits: The reply said in other ways.
        language: Language of the reply.
        notes: For the agent, not for the customer.
    """

    reply: str
    citations: tuple[Citation, ...] = ()
    edits: tuple[Edit, ...] = ()
    language: Language = "en"
    notes: tuple[str, ...] = ()
