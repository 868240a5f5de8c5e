"""What is true of the store, recomputed in SQL that shares nothing with the tools."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from tools.errors import SettingsError
from tools.store.store import DATABASE
from tools.wording.values import Language

Figure = float | str

VIEWS = (
    """
    CREATE TEMP VIEW sales AS
    SELECT l.order_id, l.item_id, l.quantity, coalesce(l.returned_quantity, 0) AS returned,
        l.quantity * l.unit_price::DOUBLE - coalesce(l.discount, 0)::DOUBLE AS amount,
        l.quantity * i.cost::DOUBLE AS cost,
        o.user_id, o.channel, o.device, o.campaign_id, o.local_time,
        o.local_time::DATE AS day, strftime(o.local_time, '%Y-%m') AS month,
        i.category, i.brand, u.country, u.region, u.age_band, u.gender
    FROM order_lines l JOIN orders o USING (order_id)
        LEFT JOIN items i USING (item_id) LEFT JOIN users u USING (user_id)
    WHERE coalesce(o.status, 'placed') <> 'cancelled'
    """,
    """
    CREATE TEMP VIEW visits AS
    SELECT session_id, any_value(user_id) AS user_id, any_value(channel) AS channel,
        any_value(device) AS device,
        bool_or(event_type IN ('view', 'cart', 'purchase')) AS viewed,
        bool_or(event_type = 'cart') AS carted,
        bool_or(event_type IN ('cart', 'purchase')) AS reached_cart,
        bool_or(event_type = 'purchase') AS bought,
        strftime(local_time, '%Y-%m') AS month
    FROM events WHERE session_id IS NOT NULL GROUP BY session_id, strftime(local_time, '%Y-%m')
    """,
)
"""Two views to write figures with: `sales`, a row for each line of each order that was not
cancelled, and `visits`, a row for each session (once for each month it touches)."""


class Truth:
    """Answers of one store's tables."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        for view in VIEWS:
            try:
                connection.execute(view)
            except (duckdb.CatalogException, duckdb.BinderException):
                continue  # the store lacks a table or column of it

    @classmethod
    @contextmanager
    def of(cls, workspace: Path) -> Iterator["Truth"]:
        """Opened over the store in `workspace`, read-only."""
        with duckdb.connect(str(workspace / DATABASE), read_only=True) as connection:
            yield cls(connection)

    def figures(self, queries: Sequence[str]) -> list[Figure]:
        """Every cell of the first row of each query: numbers, and names as they stand in the data.

        Raises:
            SettingsError: If a query cannot be run; names it.
        """
        return [figure for query in queries for figure in self._first_row(query)]

    def names(self, value: str, language: Language) -> list[str]:
        """What an answer in `language` may call `value`: its label, else the value itself."""
        try:
            found = self._connection.execute(
                "SELECT label FROM labels WHERE value = ? AND language = ?", [value, language]
            ).fetchall()
        except duckdb.CatalogException:
            found = []
        return [str(label) for (label,) in found] or [value]

    def _first_row(self, query: str) -> list[Figure]:
        try:
            row = self._connection.execute(query).fetchone() or ()
        except duckdb.Error as error:
            raise SettingsError(f"A question's SQL cannot be run: {query!r}: {error}") from error
        return [cell if isinstance(cell, str) else float(cell) for cell in row if cell is not None]
