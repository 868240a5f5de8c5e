"""Values that a query looks for in a column that holds none of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sqlglot import exp

from tools.metrics.dimensions import DIMENSIONS
from tools.sql.links import HOMES
from tools.store.store import Store

NAMED = (
    *(d.column for d in DIMENSIONS.values() if d.home in HOMES and d.name != "item"), "coupon",
)  # fmt: skip
"""Columns of few values that people name."""
COLUMNS = (*NAMED, "status", "event_type", "arm")
"""Columns of few values, all of which are known; ids of customers and goods are not among them."""


@dataclass(frozen=True)
class Stray:
    """A value that a column does not hold.

    Attributes:
        column: Where the query looks for it.
        value: The value.
        homes: Columns that do hold it, whatever its case.
        held: The column's own values, where they are few.
    """

    column: str
    value: str
    homes: tuple[str, ...]
    held: tuple[str, ...]


@dataclass(frozen=True)
class Literals:
    """Holds the texts of a query against what the columns of one store hold.

    Attributes:
        store: The store.
    """

    store: Store

    def strays(self, tree: exp.Expr) -> list[Stray]:
        """Values that `tree` wants of a column that holds none such."""
        found = []
        for column, value in dict.fromkeys(compared(tree)):
            held = self._held.get(column)
            if held and value not in held:
                found.append(Stray(column, value, self._homes(value), tuple(sorted(held))))
        return found

    def _homes(self, value: str) -> tuple[str, ...]:
        plain = value.casefold()
        return tuple(
            f"{column} = '{own}'"
            for column, held in self._held.items()
            for own in held
            if own.casefold() == plain
        )

    @cached_property
    def _held(self) -> dict[str, frozenset[str]]:
        """The values of each column of few values, in all tables that have it."""
        found: dict[str, frozenset[str]] = {}
        for table in self.store.tables:
            own = self.store.table(table)
            for column in (c for c in COLUMNS if c in own.columns):
                values = own.select(column).distinct().to_pyarrow()[column].to_pylist()
                known = frozenset(str(value) for value in values if value is not None)
                found[column] = found.get(column, frozenset()) | known
        return found


def compared(tree: exp.Expr) -> Iterator[tuple[str, str]]:
    """Each column and the text it is to be, or to be one of."""
    for node in tree.find_all(exp.EQ, exp.NEQ, exp.In):
        sides = [node.this, *(node.expressions if isinstance(node, exp.In) else [node.expression])]
        columns = [side.name.casefold() for side in sides if isinstance(side, exp.Column)]
        texts = [side.name for side in sides if isinstance(side, exp.Literal) and side.is_string]
        if len(columns) == 1:
            yield from ((columns[0], text) for text in texts)
