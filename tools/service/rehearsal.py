"""The service rehearsed: everything may be tried, nothing is kept.

The book is opened read-only, and what a conversation writes goes to temporary tables that stand in
front of its own and vanish with the connection.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property

from tools.service.book import ServiceBook
from tools.service.ledger import Ledger
from tools.service.policies import Policies
from tools.service.records import Customer
from tools.service.service import Service

_WRITTEN = ("proposals", "log", "handovers", "ratings")


class _RehearsalBook(ServiceBook):
    """A book over one connection to the file, which only reads it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        for table in _WRITTEN:
            self.stand_in(table, "0")

    def stand_in(self, table: str, rows: str, *values: str) -> None:
        """Put a temporary table with those `rows` in front of `table`."""
        found = self.connection.execute(
            "SELECT sql FROM main.sqlite_master WHERE name = ?", (table,)
        ).fetchall()
        made = found[0][0].replace("CREATE TABLE", "CREATE TEMP TABLE", 1)
        self.connection.execute(made)
        copied = f"INSERT INTO temp.{table} SELECT * FROM main.{table} WHERE {rows}"  # noqa: S608  # names of ours
        self.connection.execute(copied, values)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Ledger]:  # noqa: ARG002  # nobody else writes
        yield Ledger(self.connection)


@dataclass(frozen=True)
class _Rehearsal(Service):
    """A service whose conversations leave no trace."""

    original: Service | None = None
    connection: sqlite3.Connection | None = None

    @cached_property
    def book(self) -> ServiceBook:
        """The book, read only."""
        assert self.connection is not None  # noqa: S101  # given by `rehearsed`
        return _RehearsalBook(self.connection)

    @cached_property
    def policies(self) -> Policies:
        """Those of the service itself, with the vectors made so far."""
        assert self.original is not None  # noqa: S101  # given by `rehearsed`
        return self.original.policies

    def stranger(self, user_id: str) -> Customer | None:
        """A customer without contact data, entered in front of the book."""
        self._book.stand_in("customers", "0")
        return super().stranger(user_id)

    def welcome(self, customer: Customer) -> None:
        """Enter her orders, in front of the book."""
        self._book.stand_in("orders", "user_id = ?", customer.user_id)
        super().welcome(customer)

    @property
    def _book(self) -> _RehearsalBook:
        assert isinstance(self.book, _RehearsalBook)  # noqa: S101  # made above
        return self.book


@contextmanager
def rehearsed(service: Service) -> Iterator[Service]:
    """`service` to try things with; whatever is written is gone afterwards."""
    uri = f"{service.book.path.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        yield _Rehearsal(
            service.store,
            service.clock,
            service.embedder,
            service.reviews,
            original=service,
            connection=connection,
        )
