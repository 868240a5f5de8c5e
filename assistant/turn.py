"""One question and its answer: what happened, as it happens and as it is kept."""

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, Protocol

from pydantic import BaseModel, Field

from tools.result import ToolResult
from tools.wording.values import Language


class ToolCall(BaseModel, frozen=True):
    """One call of a tool, running or done.

    Attributes:
        name: The tool's name.
        arguments: What it was called with, JSON values.
        status: `running` until it returned (`ok`) or could not answer (`error`).
        seconds: How long it took; `None` while it runs.
        result: What it returned, when it did.
        error: Why it could not answer, one sentence in the turn's language.
        facts: The result's sentences in the turn's language.
    """

    name: str
    arguments: dict[str, Any]
    status: Literal["running", "ok", "error"]
    seconds: float | None = Field(None, ge=0)
    result: ToolResult | None = None
    error: str | None = None
    facts: tuple[str, ...] = ()


class AnswerFigure(BaseModel, frozen=True):
    """A number in an answer and the call it came from.

    Attributes:
        text: The number as the answer shows it.
        tool_call: Index of the call in the turn, 0 for the first.
        value: The number as code computed it (a share of 12.3 % is 0.123).
    """

    text: str
    tool_call: int = Field(ge=0)
    value: float


class Timing(BaseModel, frozen=True):
    """How long a turn took and how much the model worked for it; seconds and counts."""

    first_token_s: float | None = None
    total_s: float | None = None
    prompt_tokens: int = 0
    generated_tokens: int = 0
    forward_passes: int = 0


class Turn(BaseModel, frozen=True):
    """A question, its answer, and everything the answer rests on.

    Attributes:
        question: As asked.
        answer: The answer's text (Markdown).
        language: Language of both.
        tool_calls: Calls made, in order.
        figures: Every number in `answer`.
        grounded: Whether every number in `answer` came from a tool.
        citations: Ids of documents the answer quotes.
        timing: How long it took.
        model: Name of the chat model.
        file: Name of the table uploaded with the question, if any.
    """

    question: str
    answer: str
    language: Language
    tool_calls: tuple[ToolCall, ...] = ()
    figures: tuple[AnswerFigure, ...] = ()
    grounded: bool = True
    citations: tuple[str, ...] = ()
    timing: Timing = Timing()
    model: str = ""
    file: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The object `storewise ask --json` prints for this turn."""
        return {
            "answer": self.answer,
            "language": self.language,
            "tool_calls": [
                call.model_dump(
                    mode="json", include={"name", "arguments", "status", "seconds", "facts"}
                )
                for call in self.tool_calls
            ],
            "figures": [figure.model_dump(mode="json") for figure in self.figures],
            "grounded": self.grounded,
            "citations": list(self.citations),
            "artifacts": [
                artifact
                for n, call in enumerate(self.tool_calls)
                for artifact in _artifacts(n, call)
            ],
            "timing": self.timing.model_dump(mode="json"),
            "model": self.model,
        }


def _artifacts(index: int, call: ToolCall) -> list[dict[str, Any]]:
    """The table, and the chart and the draft if any, that call number `index` produced."""
    if call.result is None:
        return []
    table = {
        "kind": "table",
        "tool_call": index,
        "columns": [column.model_dump(mode="json") for column in call.result.columns],
        "rows": call.result.json_rows(),
    }
    made: list[dict[str, Any]] = [table]
    if call.result.chart is not None:
        chart = call.result.chart.model_dump(mode="json")
        made.append({"kind": "chart", "tool_call": index, "chart": chart})
    if call.result.draft is not None:
        made.append({"kind": "draft", "tool_call": index, "id": call.result.draft})
    return made


class ToolStarted(BaseModel, frozen=True):
    """Call number `index` of the turn began."""

    index: int
    call: ToolCall


class ToolFinished(BaseModel, frozen=True):
    """Call number `index` of the turn ended, well or not."""

    index: int
    call: ToolCall


class TextPiece(BaseModel, frozen=True):
    """The next piece of the answer's text."""

    text: str


class TurnFinished(BaseModel, frozen=True):
    """The whole turn, as it is kept; always the last event."""

    turn: Turn


TurnEvent = ToolStarted | ToolFinished | TextPiece | TurnFinished


class Assistant(Protocol):
    """What a page or a command line needs of an assistant."""

    @property
    def tools(self) -> Mapping[str, Callable[..., ToolResult]]:
        """The tools it may call, by name."""
        ...

    def ask(
        self,
        question: str,
        *,
        thread_id: str | None,
        user_id: str | None = None,
        stop: threading.Event | None = None,
        file: str | None = None,
    ) -> Iterator[TurnEvent]:
        """Answer `question`, telling each step as it happens.

        Args:
            question: As the person wrote it, English or Chinese.
            thread_id: Conversation it belongs to; `None` for one that is not kept.
            user_id: Who asks, where that matters (service).
            stop: Set from another thread to end the turn early; the text so far stands.
            file: Name of the table that goes with it, as `tools.effects.uploads` keeps it.
        """
        ...

    def history(self, thread_id: str) -> list[Turn]:
        """The turns of a conversation so far, oldest first."""
        ...
