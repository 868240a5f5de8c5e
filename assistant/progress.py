"""How far a turn has come: its question, the calls so far, and what they put first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from langchain_core.messages import AIMessage, AnyMessage, ToolMessage

from assistant.families import FIGURES
from assistant.second_step import Winner
from assistant.turn import ToolCall
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.metric import METRICS
from tools.result import Cell

Row = Mapping[str, Cell]


@dataclass(frozen=True)
class Progress:
    """What happened since the last question.

    Attributes:
        question: The question.
        asked: The model's last message with calls, if any.
        n_steps: How often calls were chosen.
        calls: The finished calls.
        notes: What the answer must say besides.
        file: Name of the table uploaded with the question, until calls were chosen.
        unheld: Names that figures were to be kept to and that the store does not have.
    """

    question: str
    asked: AIMessage | None
    n_steps: int
    calls: list[ToolCall]
    notes: list[str]
    file: str | None = None
    unheld: Sequence[str] = ()

    @classmethod
    def of(cls, messages: Sequence[AnyMessage]) -> "Progress":
        """How far the last turn of `messages` has come."""
        start = max(n for n, message in enumerate(messages) if message.type == "human")
        since = messages[start:]
        asked = [m for m in since if isinstance(m, AIMessage) and m.tool_calls]
        artifacts = (m.artifact for m in since if isinstance(m, ToolMessage))
        return cls(
            question=str(messages[start].content),
            asked=asked[-1] if asked else None,
            n_steps=len(asked),
            calls=[a for a in artifacts if isinstance(a, ToolCall)],
            notes=[note for m in asked for note in m.additional_kwargs.get("notes", ())],
            unheld=[name for m in asked for name in m.additional_kwargs.get("unheld", ())],
            file=None if asked else messages[start].additional_kwargs.get("file"),
        )

    @property
    def periods(self) -> Sequence[str]:
        """The time that the next question is about, as the last step left it."""
        return self.asked.additional_kwargs.get("periods", ()) if self.asked else ()

    @property
    def then(self) -> str:
        """What to ask of the first figures' winner; empty when nothing is left to ask."""
        return str(self.asked.additional_kwargs.get("then", "")) if self.asked else ""

    @property
    def winner(self) -> Winner | None:
        """What the first figures put first, where something is to be asked about it."""
        result = self.calls[-1].result if self.then and self.calls else None
        if result is None or not result.rows:
            return None
        column = result.columns[0].name
        if column not in (*DIMENSIONS, "user_id"):
            return None  # figures of the whole store put nothing first
        return Winner(column, str(_first(self.calls[-1], result.rows)[column]))


def _first(call: ToolCall, rows: Sequence[Row]) -> Row:
    """The row that a ranking puts first; months and ages stand in their own order."""
    name = next(iter(call.arguments.get("metrics", ())), None)
    valued = [row for row in rows if row.get(name or "") is not None]
    if call.name != FIGURES or name not in METRICS or not valued:
        return rows[0]
    well, order = METRICS[name].rises_well, call.arguments.get("order", "highest")
    best = max if {"highest": True, "lowest": False, "best": well}.get(order, not well) else min
    return best(valued, key=lambda row: float(str(row[name])))
