"""What the calls of a turn know: their figures, whose they are, their days and their names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from babel.numbers import get_currency_symbol

from assistant.composing.claims import mentions, named_in, number_words
from assistant.composing.dates import Day, days_in, known, whole
from assistant.composing.figures import Kind, Number, Shown, numbers_in, renderings
from assistant.turn import ToolCall
from tools.result import Cell, ToolResult
from tools.wording.statements import Fact, Figure
from tools.wording.values import Language, Unit

MAX_NAME = 60
"""Characters of a cell that is a name; a longer one is a text."""
_WHOLE = re.compile(
    r"\b(total|overall|all|altogether|average|whole)\b|总|共|整体|全部|合计|平均|所有", re.I
)
_CLAUSE = re.compile(r"[,;]\s|[，；、]|\s(?:and|but|while|whereas)\s|而|但")
_LIST_NUMBER = re.compile(r"^\s*[1-9][.)、](?=\s|\D)", re.MULTILINE)
_KINDS: dict[Unit | None, Kind] = {"money": "money", "share": "share", "probability": "share"}


@dataclass(frozen=True)
class Known:
    """A figure of the results.

    Attributes:
        value: As code computed it.
        call: Index of its call.
        numbers: Every way to write it.
        names: What it belongs to; empty for a figure of the whole.
    """

    value: float
    call: int
    numbers: frozenset[Number]
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Ledger:
    """All that may stand as a number in an answer.

    Args:
        calls: The finished calls of the turn.
        language: Language of the answer.
        question: As asked: its numbers and days may be repeated.
        most_rows: Rows of each result that count.
    """

    calls: tuple[ToolCall, ...]
    language: Language
    question: str = ""
    most_rows: int | None = None

    @cached_property
    def facts(self) -> list[list[Fact]]:
        """The sentences of each call."""
        return [list(c.result.facts(self.language)) if c.result else [] for c in self.calls]

    @cached_property
    def names(self) -> list[frozenset[str]]:
        """The names of things in each call's rows, as the language calls them and as stored."""
        return [
            frozenset().union(*(_names(c.result, row, self.language) for row in c.result.rows))
            if c.result
            else frozenset()
            for c in self.calls
        ]

    @cached_property
    def things(self) -> frozenset[str]:
        """Everything the results are about: the names in their rows and their measures."""
        columns = (column for c in self.calls if c.result for column in c.result.columns)
        measures = {column.label.text(self.language) for column in columns if column.unit}
        return frozenset(measures).union(*self.names)

    @cached_property
    def figures(self) -> list[Known]:
        """The figures of facts and cells; those of facts first."""
        found: list[Known] = []
        for index, call in enumerate(self.calls):
            if call.result:
                cells = self._cells(index, call.result)
                for fact in self.facts[index]:
                    found += self._of_fact(index, fact, cells)
                found += cells
        return found

    @cached_property
    def days(self) -> list[Day]:
        """Days that facts, periods, rows and the question name."""
        texts = [fact.text for facts in self.facts for fact in facts]
        texts += [self.question, *(call.error or "" for call in self.calls)]
        days = [named.day for text in texts for named in days_in(text)]
        for call in self.calls:
            if call.result:
                dates = [*(call.result.provenance.period or ())]
                dates += [
                    c for row in call.result.rows for c in row.values() if isinstance(c, date)
                ]
                days += [whole(day) for day in dates]
        return days

    @cached_property
    def _asked(self) -> frozenset[Number]:
        return frozenset(shown.number for shown in numbers_in(self.question))

    def _cells(self, index: int, result: ToolResult) -> list[Known]:
        symbol = get_currency_symbol(result.currency, "en_US")[-1]
        found = []
        for row in result.rows[: self.most_rows]:
            names = _names(result, row, self.language)
            for column in result.columns:
                cell = row.get(column.name)
                if column.unit and _is_number(cell):
                    kind = _KINDS.get(column.unit, "plain")
                    numbers = renderings(float(cell), kind, symbol)  # type: ignore[arg-type]
                    found.append(Known(float(cell), index, numbers, names))  # type: ignore[arg-type]
        return found

    def _of_fact(self, index: int, fact: Fact, cells: Sequence[Known]) -> list[Known]:
        named = named_in(fact.text, self.names[index])
        known_figures = [_known(figure, index) for figure in fact.figures]
        rest = fact.text
        for figure in sorted(fact.figures, key=lambda one: -len(one.text)):
            rest = rest.replace(figure.text, " ")
        known_figures += [  # numbers that stand in the sentence's own words
            Known(float(Decimal(shown.number.digits)), index, frozenset([shown.number]))
            for shown in numbers_in(_without_days(rest))
        ]
        return [
            Known(one.value, index, one.numbers, _owners(one, named, cells))
            for one in known_figures
        ]

    def strangers(self, text: str) -> list[str]:
        """The numbers of `text` that no result, question or day holds, digits and words alike."""
        rest = _LIST_NUMBER.sub(" ", self._without_names(text))
        for named in sorted(days_in(rest), key=lambda one: -one.start):
            if known(named.day, self.days):
                rest = rest[: named.start] + " " + rest[named.end :]
        shown = list(numbers_in(rest))
        for one in reversed(shown):
            rest = rest[: one.start] + " " + rest[one.end :]
        found = [one.text for one in shown if not self._allows(one)]
        return found + self._strange_words(rest)

    def mislabelled(self, sentence: str) -> str | None:
        """The first figure of `sentence` that it gives to a thing it does not belong to."""
        for clause in _CLAUSE.split(self._plain(sentence)):
            for shown in numbers_in(clause):
                if not self._fits(shown, clause, sentence):
                    return shown.text
        return None

    def figure_of(self, shown: Shown, sentence: str) -> Known | None:
        """The figure a number in `sentence` shows, the one of a thing it names first."""
        found = [one for one in self.figures if shown.number in one.numbers]
        named = [one for one in found if any(mentions(sentence, name) for name in one.names)]
        return next(iter(named or found), None)

    def _fits(self, shown: Shown, clause: str, sentence: str) -> bool:
        owners = [one for one in self.figures if shown.number in one.numbers]
        if not owners or shown.number in self._asked:
            return True  # whether it may be said at all is `strangers`' concern
        for one in owners:
            names = self.names[one.call]
            named = named_in(clause, names) or named_in(sentence, names)
            if not named or named & one.names:
                return True
            if not one.names and _WHOLE.search(clause):
                return True
        return False

    def _allows(self, shown: Shown) -> bool:
        return shown.number in self._asked or any(
            shown.number in one.numbers for one in self.figures
        )

    def _strange_words(self, text: str) -> list[str]:
        said = " ".join([self.question, *(f.text for facts in self.facts for f in facts)]).lower()
        return [word for word in number_words(text) if word.lower() not in said]

    def _plain(self, sentence: str) -> str:
        """`sentence` without its days and list numbers."""
        return _LIST_NUMBER.sub(" ", _without_days(sentence))

    def _without_names(self, text: str) -> str:
        """`text` without names that hold a number themselves ("iPhone 15", "双十一")."""
        names = frozenset().union(*self.names)
        for name in sorted(names, key=len, reverse=True):
            if any(numbers_in(name)) or number_words(name):
                text = re.sub(rf"(?<![\d.,]){re.escape(name)}(?![\d%])", " ", text)
        return text


def _known(figure: Figure, call: int) -> Known:
    """`figure` with its kind read off how the sentence shows it."""
    shown = next(numbers_in(figure.text), None)
    if shown is None:
        return Known(figure.value, call, frozenset())
    mark, shown_value = shown.number.mark, Decimal(shown.number.digits)
    kind: Kind = "share" if mark == "%" else "money" if mark else "plain"
    value = abs(Decimal(repr(float(figure.value))))
    if kind == "plain" and abs(value * 100 - shown_value) < abs(value - shown_value):
        kind = "points"  # a difference of rates is shown times 100
    own = Number(shown.number.digits, shown.number.scale, "pts" if kind == "points" else mark)
    symbol = mark if kind == "money" else ""
    return Known(figure.value, call, renderings(figure.value, kind, symbol) | {own})


def _owners(figure: Known, named: frozenset[str], cells: Iterable[Known]) -> frozenset[str]:
    """Of the things a sentence names, those whose rows hold `figure`; else all of them."""
    rows = [one.names & named for one in cells if one.value == figure.value]
    return frozenset().union(*rows) or named


def _names(result: ToolResult, row: dict[str, Cell], language: Language) -> frozenset[str]:
    names: set[str] = set()
    for column in result.columns:
        cell = row.get(column.name)
        if column.unit is None and isinstance(cell, str) and 1 < len(cell) <= MAX_NAME:
            names |= {cell, column.called(cell, language) or cell}
    return frozenset(names)


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float | Decimal) and not isinstance(cell, bool) and cell == cell


def _without_days(text: str) -> str:
    for named in sorted(days_in(text), key=lambda one: -one.start):
        text = text[: named.start] + " " + text[named.end :]
    return text
