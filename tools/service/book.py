"""The service book: customers, orders and products as customer service may change them (SQLite).

It is a file of its own beside the store, so that personal data never lies where a marketer's query
could reach it, and so that several processes can write to it safely. Every record is kept as JSON
with the columns it is found by; a change and its line in the log are one transaction.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tools.errors import DataError
from tools.service.ledger import Ledger
from tools.service.records import Record

BOOK = "service.sqlite"
BUSY_S = 10.0
"""How long a writer waits for another one."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS customers (
    user_id TEXT PRIMARY KEY, email TEXT, name TEXT, name_reversed TEXT, postcode TEXT,
    record TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS customers_by_email ON customers (email);
CREATE INDEX IF NOT EXISTS customers_by_name ON customers (name, postcode);
CREATE INDEX IF NOT EXISTS customers_by_name_reversed ON customers (name_reversed, postcode);
CREATE TABLE IF NOT EXISTS products (
    product_id TEXT PRIMARY KEY, name TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS variants (
    item_id TEXT PRIMARY KEY, product_id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS orders (
    order_id TEXT PRIMARY KEY, user_id TEXT NOT NULL, changed INTEGER NOT NULL DEFAULT 0,
    record TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS orders_by_user ON orders (user_id);
CREATE TABLE IF NOT EXISTS proposals (
    token TEXT PRIMARY KEY, session_id TEXT NOT NULL, user_id TEXT NOT NULL, change TEXT NOT NULL,
    seen TEXT NOT NULL, made_at TEXT NOT NULL, expires_at TEXT NOT NULL, used_at TEXT);
CREATE TABLE IF NOT EXISTS log (
    line INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, session_id TEXT NOT NULL,
    user_id TEXT, action TEXT NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS handovers (
    handover_id TEXT PRIMARY KEY, at TEXT NOT NULL, session_id TEXT NOT NULL, user_id TEXT,
    reason TEXT NOT NULL, summary TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS ratings (
    session_id TEXT PRIMARY KEY, at TEXT NOT NULL, stars INTEGER, resolved INTEGER);
CREATE TABLE IF NOT EXISTS threads (
    thread_id TEXT PRIMARY KEY, updated_at TEXT NOT NULL, talk TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS turns (
    thread_id TEXT NOT NULL REFERENCES threads ON DELETE CASCADE, position INTEGER NOT NULL,
    at TEXT NOT NULL, turn TEXT NOT NULL, PRIMARY KEY (thread_id, position));
"""
RECORDS = ("customers", "products", "variants", "orders", "proposals")


class ServiceBook:
    """The service book of one workspace.

    Every method opens its own connection, so one object serves all threads of a server.

    Args:
        path: The SQLite file, made when it is not there.

    Raises:
        DataError: If the file is not a service book.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(self._open()) as connection:
                connection.executescript(_SCHEMA)
        except sqlite3.DatabaseError as error:
            raise DataError(
                f"{str(path)!r} is not a service book; move it away and import the store again."
            ) from error

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The book as it stands at one moment."""
        with self._transaction("BEGIN") as ledger:
            yield ledger

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The book, alone with it: all that is written inside is kept, or none of it."""
        with self._transaction("BEGIN IMMEDIATE") as ledger:
            yield ledger

    def replace(self, records: Iterable[Record], *, whole: bool) -> None:
        """Put `records` in place of those there were, in one step.

        Proposals still open fall away; the log, hand-overs and ratings stay.

        Args:
            records: Customers, products and orders.
            whole: Whether they are another store's; otherwise only customers are replaced.
        """
        with self.writing() as ledger:
            for table in RECORDS if whole else ("customers", "proposals"):
                ledger.connection.execute(f"DELETE FROM {table}")  # noqa: S608  # names of ours
            for record in records:
                ledger.put(record)

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_S, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Ledger]:
        with closing(self._open()) as connection:
            connection.execute(begin)
            try:
                yield Ledger(connection)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
