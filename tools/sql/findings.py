"""What a query's rows say, in sentences that claim no more than the rows show."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from tools.metrics.phrases import phrase
from tools.periods.calendar import unit_end
from tools.prediction.customers.words import said
from tools.query_metrics import MIN_PEOPLE
from tools.result import Cell, Chart, Column
from tools.sql.checking import Checked
from tools.sql.running import Answer
from tools.sql.units import units_of
from tools.wording.statements import Statement
from tools.wording.values import (
    Count,
    Day,
    Entry,
    Figurelike,
    Listing,
    Name,
    Number,
    Quote,
    Simple,
    Span,
    Unit,
    of_unit,
)

RATE_NAME = re.compile(r"rate|share|ratio|率|占|比例", re.IGNORECASE)
MONTH_NAME = re.compile(r"month|月", re.IGNORECASE)
SPOKEN = 12  # groups all named in one sentence
CALENDAR_NAME = re.compile(r"month|week|day|hour|quarter|year|月|周|日|季|年|时", re.IGNORECASE)
YEAR_NAME = re.compile(r"year|年", re.IGNORECASE)
LISTED = 8  # columns named in a sentence
LONGEST = 80  # characters of a text in a sentence
NUMBERS = ("INT", "DECIMAL", "DOUBLE", "FLOAT")


@dataclass(frozen=True)
class Found:
    """A question in SQL and its answer.

    Attributes:
        question: The query.
        answer: Its rows.
        known: Columns of each table.
    """

    question: Checked
    answer: Answer
    known: Mapping[str, tuple[str, ...]]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, headed as the query names them; units where they can be told."""
        units = units_of(self.question.tree, self.known)
        if len(units) != len(self.answer.columns):
            units = [None] * len(self.answer.columns)
        return tuple(
            Column(name=name, label=Name(en=name), unit=self._unit(name, kind, unit))
            for (name, kind), unit in zip(self.answer.columns, units, strict=True)
        )

    def _unit(self, name: str, kind: str, unit: Unit | None) -> Unit | None:
        if not _is_number(kind):
            return None
        cells = [row[name] for row in self.answer.rows]
        numbers = [float(c) for c in cells if isinstance(c, int | float | Decimal)]
        if unit == "number" and RATE_NAME.search(name) and all(0 <= n <= 1 for n in numbers):
            return "share"
        return "number" if unit == "count" and any(n % 1 for n in numbers) else unit

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The answer, what stands out in it, and what must be known of it."""
        rows, caveats = self.answer.rows, self._caveats()
        needs = tuple(c.message for c in caveats)
        if not rows:
            return (said("sql-empty", "answer", needs), *caveats)
        if len(rows) == 1 and len(self.columns) == 1:
            only, name = self._value(self.columns[0], rows[0]), Quote(text=self.columns[0].name)
            if rows[0][self.columns[0].name] is None:
                return (said("sql-no-value", "answer", needs, name=name), *caveats)
            return (said("sql-one", "answer", needs, name=name, value=only), *caveats)
        if len(rows) == 1:
            return (said("sql-row", "answer", needs, list=self._told(rows[0])), *caveats)
        return (*self._table(needs), *caveats)

    def _caveats(self) -> list[Statement]:
        caveats = []
        rows, n_rows = len(self.answer.rows), self.answer.n_rows
        if n_rows > rows:
            caveats.append(said("sql-cut", "caveat", shown=Count(n=rows), n=Count(n=n_rows)))
        if self.question.guarded:
            caveats.append(said("sql-people", "caveat", n=Count(n=MIN_PEOPLE)))
        return [*caveats, said("sql-check", "caveat")]

    def _table(self, needs: tuple[str, ...]) -> list[Statement]:
        if groups := self._groups(needs):
            return [groups, *self._ends(needs)]
        names = [Quote(text=column.name) for column in self.columns[:LISTED]]
        n, columns = Count(n=self.answer.n_rows), Listing(items=tuple(names))
        first = self._told(self.answer.rows[0])
        message = "sql-table-ordered" if self.question.ordered else "sql-table"
        told = [said(message, "answer", needs, n=n, columns=columns, first=first)]
        return [*told, *self._ends(needs)]

    def _groups(self, needs: tuple[str, ...]) -> Statement | None:
        """Every group with its figure, where there are few of them and one figure of each."""
        if len(self.columns) != 2 or self.answer.n_rows > SPOKEN:
            return None
        label, measure = self.columns
        named = not self._is_number(label) or bool(CALENDAR_NAME.search(label.name))
        if not named or not self._measured(measure):
            return None
        known = [row for row in self.answer.rows if row[measure.name] is not None]
        entries = [
            Entry(
                what=_named(row[label.name], label.name),
                figure=_figure(row[measure.name], measure.unit),
            )
            for row in known
        ]
        values = {"name": Quote(text=measure.name), "by": Quote(text=label.name)}
        return said("sql-groups", "answer", needs, **values, list=Listing(items=tuple(entries)))

    def _ends(self, needs: tuple[str, ...]) -> list[Statement]:
        """The highest and the lowest of the first figure, where each row has a name."""
        measure = next((c for c in self.columns[1:2] if self._measured(c)), None)
        if measure is None or self.answer.n_rows > len(self.answer.rows):
            return []
        label = self.columns[0]
        if self._is_number(label):
            return []
        known = [r for r in self.answer.rows if r[measure.name] is not None and r[label.name]]
        known.sort(key=lambda row: float(row[measure.name]))  # type: ignore[arg-type]  # a number
        if len(known) < 2 or known[0][measure.name] == known[-1][measure.name]:
            return []
        ends = [
            Entry(
                what=_named(row[label.name], label.name),
                figure=_figure(row[measure.name], measure.unit),
            )
            for row in (known[-1], known[0])
        ]
        name = Quote(text=measure.name)
        return [said("sql-ends", "highlight", needs, name=name, top=ends[0], bottom=ends[1])]

    def _measured(self, column: Column) -> bool:
        return self._is_number(column) and not YEAR_NAME.search(column.name)

    def _is_number(self, column: Column) -> bool:
        return _is_number(dict(self.answer.columns)[column.name])

    def _told(self, row: Mapping[str, Cell]) -> Listing:
        """A row's cells, each after its column's name."""
        return Listing(items=tuple(self._entry(c, row) for c in self.columns[:LISTED]))

    def _entry(self, column: Column, row: Mapping[str, Cell]) -> Simple:
        value = self._value(column, row)
        if isinstance(value, Day | Quote):
            return value
        return Entry(what=Quote(text=column.name), figure=value)

    def _value(self, column: Column, row: Mapping[str, Cell]) -> Figurelike | Day | Quote:
        cell = row[column.name]
        if isinstance(cell, bool) or not isinstance(cell, int | float | Decimal):
            return _day(cell) or _words(cell)
        if isinstance(cell, int) and YEAR_NAME.search(column.name):
            return Quote(text=str(cell))
        return _figure(cell, column.unit)

    @property
    def chart(self) -> Chart | None:
        """Bars of named groups, or a line over days, of the second column."""
        if len(self.columns) < 2 or len(self.answer.rows) < 2:
            return None
        x, y = self.columns[:2]
        if self._is_number(x) or not self._measured(y):
            return None
        in_time = isinstance(self.answer.rows[0][x.name], date)
        distinct = len({row[x.name] for row in self.answer.rows}) == len(self.answer.rows)
        title = Name(en=f"{y.name} by {x.name}", zh=f"各{x.name}的{y.name}")
        kind = "line" if in_time else "bar"
        return Chart(kind=kind, title=title, x=x.name, y=(y.name,)) if distinct else None


def _is_number(kind: str) -> bool:
    return any(number in kind for number in NUMBERS) and "[" not in kind and "INTERVAL" not in kind


def _figure(cell: Cell, unit: Unit | None) -> Figurelike:
    number = float(cell)  # type: ignore[arg-type]  # callers have a number
    if unit == "rating" and number % 1 == 0:
        return Number(value=number, digits=0)
    if unit is not None and unit != "number":
        return of_unit(number, unit)
    small = 0 < abs(number) < 1
    return Number(value=number, digits=4 if small else 0 if number % 1 == 0 else 2)


def _day(cell: Cell) -> Day | None:
    if isinstance(cell, datetime):
        return Day(day=cell.date()) if cell.time() == datetime.min.time() else None
    return Day(day=cell) if isinstance(cell, date) else None


def _group(row: Mapping[str, Cell], label: Column, measure: Column) -> Entry:
    """The group of a row with its figure."""
    what = _named(row[label.name], label.name)
    return Entry(what=what, figure=_figure(row[measure.name], measure.unit))


def _named(cell: Cell, column: str) -> Name | Quote:
    """What a group is called: a day as people write it, its month where the column says so."""
    day = _day(cell)
    if day is None:
        return _words(cell)
    whole = "month" if MONTH_NAME.search(column) and day.day.day == 1 else "day"
    return phrase(
        "metrics-span", by=whole, span=Span(first=day.day, last=unit_end(day.day, whole)), day=day
    )


def _words(cell: Cell) -> Quote:
    if cell is None:
        return Quote(text="–")
    text = cell.isoformat(" ") if isinstance(cell, datetime) else str(cell)
    text = " ".join(text.split())
    return Quote(text=text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
