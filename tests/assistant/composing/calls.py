"""Calls with just the facts a test is about."""

from collections.abc import Mapping, Sequence
from datetime import date

from assistant.turn import ToolCall
from tools.result import Cell, Column, Provenance, ToolResult
from tools.wording.statements import Fact, Figure, Role
from tools.wording.values import Language, Name, Unit


class SaidResult(ToolResult, frozen=True):
    """A result whose sentences are given."""

    said: tuple[Fact, ...] = ()

    def facts(self, language: Language) -> tuple[Fact, ...]:
        return self.said


def fact(
    message: str,
    role: Role = "highlight",
    needs: tuple[str, ...] = (),
    text: str = "",
    figures: Sequence[Figure] = (),
) -> Fact:
    return Fact(
        message=message,
        role=role,
        text=text or f"Sentence {message}.",
        needs=needs,
        figures=tuple(figures),
    )


def figure(text: str, value: float | None = None) -> Figure:
    return Figure(text=text, value=float(text) if value is None else value)


def call(
    facts: Sequence[Fact] = (),
    rows: Sequence[Mapping[str, Cell]] = (),
    units: Mapping[str, Unit | None] | None = None,
    error: str | None = None,
    currency: str = "USD",
) -> ToolCall:
    if error:
        return ToolCall(name="tool", arguments={}, status="error", seconds=0, error=error)
    columns = tuple(
        Column(name=name, label=Name(en=name), unit=unit) for name, unit in (units or {}).items()
    )
    result = SaidResult(
        tool="tool",
        columns=columns,
        rows=tuple(dict(row) for row in rows),
        statements=(),
        provenance=Provenance(tables=(), period=(date(2026, 10, 1), date(2026, 10, 31))),
        currency=currency,
        said=tuple(facts),
    )
    texts = tuple(one.text for one in facts)
    return ToolCall(name="tool", arguments={}, status="ok", seconds=0, result=result, facts=texts)
