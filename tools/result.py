"""What every tool returns: rows, facts, a chart where it says more, and where it all came from."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, Field

from tools.wording.speaker import Speaker
from tools.wording.statements import Fact, Statement
from tools.wording.values import Language, Name, Unit

Cell = str | int | float | bool | date | datetime | Decimal | None


class Column(BaseModel, frozen=True):
    """One column of a result.

    Attributes:
        name: Key in each row.
        label: Heading for a person.
        unit: What its numbers are; `None` for text and dates.
        names: What a cell's text is called in each language, where that differs from the text.
    """

    name: str
    label: Name
    unit: Unit | None = None
    names: dict[str, Name] | None = None

    def called(self, cell: Cell, language: Language) -> str | None:
        """The name of a text cell in `language`; `None` where the text is its own name."""
        name = (self.names or {}).get(str(cell))
        return name.text(language) if name else None


def in_cells(names: Iterable[Name]) -> dict[str, Name] | None:
    """`Column.names` of cells that hold the English names; `None` when no name has another."""
    return {name.en: name for name in names if name.zh and name.zh != name.en} or None


class Chart(BaseModel, frozen=True):
    """A picture of a result's rows, independent of any drawing library.

    Attributes:
        kind: `line` over time, `bar` of groups (horizontal when the labels are long), `funnel` of
            stages in order.
        title: Headline of the picture.
        x: Column along the axis of groups or time.
        y: Columns drawn, one series each.
        series: Column whose values split a single `y` into several lines or bars, if any.
        band: Columns of the lower and the upper end of a range drawn behind the last line.
    """

    kind: Literal["line", "bar", "funnel"]
    title: Name
    x: str
    y: tuple[str, ...]
    series: str | None = None
    band: tuple[str, str] | None = None


class Provenance(BaseModel, frozen=True):
    """Where a result came from.

    Attributes:
        tables: Tables of the store that were read.
        period: First and last day counted, store time zone; `None` when time plays no part.
        filters: What was kept, as `dimension=value`.
        row_count: Rows of the store's tables the figures rest on.
        sql: The query that was run (DuckDB dialect); several are parted by a blank line.
        data_version: Version of the store's data (see `tools.store.Store`).
    """

    tables: tuple[str, ...]
    period: tuple[date, date] | None = None
    filters: tuple[str, ...] = ()
    row_count: int | None = Field(None, ge=0)
    sql: str = ""
    data_version: str = ""


class ToolResult(BaseModel, frozen=True):
    """One tool's answer.

    Attributes:
        tool: The tool's name.
        columns: Columns of `rows`, in order.
        rows: The whole result, not only what the statements mention.
        statements: True sentences about the rows; the first with role `answer` is the best single
            answer to the question the tool stands for.
        chart: A picture, where one says it better than the rows.
        provenance: Where it came from.
        currency: ISO 4217 code of every `money` column.
        citations: Ids of quoted documents (reviews, policies).
        draft: Id of the campaign draft that was made or changed, if any.
    """

    tool: str
    columns: tuple[Column, ...]
    rows: tuple[dict[str, Cell], ...]
    statements: tuple[Statement, ...]
    chart: Chart | None = None
    provenance: Provenance
    currency: str = "USD"
    citations: tuple[str, ...] = ()
    draft: str | None = None

    def facts(self, language: Language) -> tuple[Fact, ...]:
        """The statements as sentences in `language`, in order."""
        speaker = Speaker(language, self.currency)
        return tuple(speaker.fact(statement) for statement in self.statements)

    def json_rows(self) -> list[dict[str, Any]]:
        """`rows` with dates as ISO text and decimals as floats."""
        return [{name: _plain(value) for name, value in row.items()} for row in self.rows]


def _plain(cell: Cell) -> str | int | float | bool | None:
    if isinstance(cell, Decimal):
        return float(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
