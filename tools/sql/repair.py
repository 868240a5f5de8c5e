"""Says in one sentence what is wrong with a query and what would work, for one try at repair."""

import re
from collections.abc import Mapping

from tools.errors import ToolError, nearest
from tools.sql.allowed import FUNCTIONS
from tools.wording.values import Listing, Quote

Known = Mapping[str, tuple[str, ...]]

_QUOTED = r'"([^"]+)"'
_COLUMN = (
    rf"Referenced column {_QUOTED} (?:not found|was not found)",
    rf"(?:Table|Values list) \S+ does not have a column named {_QUOTED}",
    rf"column {_QUOTED} (?:not found|does not exist)",
)
_TABLE = (r"Table with name ([^\s!]+) does not exist", rf"Referenced table {_QUOTED} not found")
_FUNCTION = (r"Function with name \"?([^\s\"!]+)\"? does not exist",)
_GROUPING = (rf"column {_QUOTED} must appear in the GROUP BY",)
_AMBIGUOUS = (rf"Ambiguous reference to column name {_QUOTED}",)
_TYPES = (r"No function matches the given name and argument types '([^']+)'",)
_SYNTAX = (rf"syntax error at or near {_QUOTED}", r"syntax error at (end) of input")
_OVER = (rf"aggregate function calls cannot be nested|WHERE clause cannot contain (aggregates)",)  # noqa: F541


class QueryError(ToolError):
    """A query that did not run; its message is the hint for the one who wrote it.

    Attributes:
        query: The query as it was tried.
        hint: The message in English, for a model that mends the query.
    """

    def __init__(self, message: str, query: str, **values: Quote | Listing) -> None:
        super().__init__(message, **values)
        self.query = query

    @property
    def hint(self) -> str:
        """What is wrong and what would work."""
        return self.say("en")


def hint(error: str, query: str, known: Known) -> str:
    """One English sentence on DuckDB's `error` about `query`: what is wrong and what would work.

    >>> hint(
    ...     'Binder Error: Referenced column "totl" not found',
    ...     "SELECT totl FROM orders",
    ...     {"orders": ("order_id", "total")},
    ... )
    'There is no column “totl”; the nearest is total. Columns: orders (order_id, total).'
    """
    return repaired(error, query, known).hint


def repaired(error: str, query: str, known: Known) -> QueryError:
    """DuckDB's `error` about `query` as a message that names what would work."""
    first = error.split("\n\n")[0].strip()
    read = {name: columns for name, columns in known.items() if _mentions(query, name)} or known
    if (found := _found(_COLUMN, first)) and found in {c for own in read.values() for c in own}:
        return QueryError("sql-outside", query, given=Quote(text=found))
    if found := _found(_COLUMN, first):
        columns = sorted({column for own in read.values() for column in own})
        return _unknown("sql-no-column", found, columns, _told(read), query)
    if found := _found(_TABLE, first):
        return _unknown("sql-no-table", found, sorted(known), _names(sorted(known)), query)
    if found := _found(_FUNCTION, first):
        return _no_function(found, query)
    if (found := _found(_SYNTAX, first)) is not None:
        return _unread(found, query)
    if "pytz" in first:  # what the client wants for times with a zone
        return QueryError("sql-zone", query)
    for message, patterns in (
        ("sql-group", _GROUPING), ("sql-ambiguous", _AMBIGUOUS), ("sql-types", _TYPES),
        ("sql-aggregate", _OVER),
    ):  # fmt: skip
        if (found := _found(patterns, first)) is not None:
            return QueryError(message, query, given=Quote(text=found))
    return QueryError("sql-failed", query, reason=Quote(text=_short(first)))


def refusal(kind: str, what: str, query: str, known: Known) -> QueryError:
    """Why a query may not run.

    Args:
        kind: `unwritten`, `select`, `one-only`, `table`, `function`, `parameter`, `long`, `syntax`
            or `memory`.
        what: What in it is not allowed, as it is written there.
        query: The query.
        known: Columns of each table that can be asked of.
    """
    given = what.strip()[:60]
    if kind == "table":
        return _unknown("sql-no-table", given, sorted(known), _names(sorted(known)), query)
    if kind == "function":
        return _no_function(given, query)
    if kind == "syntax":
        return _unread(given, query)
    return QueryError(f"sql-{kind}", query)


def _unread(given: str, query: str) -> QueryError:
    where = given if given in ("", "end") else "word"
    return QueryError(
        "sql-syntax", query, where=Quote(text=where or "unknown"), given=Quote(text=given)
    )


def _no_function(given: str, query: str) -> QueryError:
    close = nearest(given.casefold(), sorted(FUNCTIONS))
    some = close or ["sum", "avg", "count", "date_trunc", "round", "coalesce"]
    return QueryError("sql-no-function", query, given=Quote(text=given), near=_names(some))


def _unknown(message: str, given: str, names: list[str], known: Listing, query: str) -> QueryError:
    close = nearest(given.casefold().rpartition(".")[2], names)[:2]
    found = {"near": _names(close)} if close else {"near": Quote(text="none")}
    return QueryError(message, query, given=Quote(text=given), known=known, **found)


def _told(read: Known) -> Listing:
    """Each table with its columns."""
    return _names([f"{name} ({', '.join(columns)})" for name, columns in read.items()])


def _names(names: list[str]) -> Listing:
    return Listing(items=tuple(Quote(text=name) for name in names))


def _found(patterns: tuple[str, ...], error: str) -> str | None:
    for pattern in patterns:
        if match := re.search(pattern, error):
            return next((group for group in match.groups() if group), "")
    return None


def _mentions(query: str, name: str) -> bool:
    return re.search(rf"\b{name}\b", query, re.IGNORECASE) is not None


def _short(error: str) -> str:
    """The first line of an error without its class, at most a sentence long."""
    line = error.splitlines()[0] if error else ""
    line = line.partition("Error: ")[2] or line
    return line[:200].rstrip(" .!")
