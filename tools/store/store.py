"""A store opened for reading: its tables through Ibis, its calendar, its money."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

import ibis
from pydantic import BaseModel

from tools.errors import DataError, ToolError
from tools.store.schema import TABLES
from tools.wording.values import Name, Quote

DATABASE = "store.duckdb"
PROFILE = "store.json"


class StoreProfile(BaseModel, frozen=True):
    """What is true of the store as a whole; kept in the workspace as `store.json`.

    Attributes:
        name: Name of the store.
        currency: ISO 4217 code of every amount.
        time_zone: IANA name; days and hours are this zone's.
        data_version: Changes whenever an import changes the data.
        today: Day that counts as today; `None` means the last day with data.
    """

    name: str = "My store"
    currency: str = "USD"
    time_zone: str = "UTC"
    data_version: str = ""
    today: date | None = None


@dataclass(frozen=True)
class Store:
    """One store's data, read-only.

    Attributes:
        connection: Ibis connection (DuckDB by default) on which the tables lie.
        profile: The store's name, currency, time zone and data version.
        folder: Workspace folder it lies in; `None` for a store made in memory.
    """

    connection: ibis.BaseBackend
    profile: StoreProfile
    folder: Path | None = None

    @classmethod
    def open(cls, folder: Path, today: date | None = None) -> "Store":
        """Open the workspace in `folder` read-only.

        Args:
            folder: The workspace.
            today: Day that counts as today, in place of the profile's.

        Raises:
            DataError: If `folder` holds no store.
        """
        if not (folder / DATABASE).exists():
            raise DataError(
                f"No store in {str(folder)!r}. Make one with `storewise demo` or "
                "`storewise import KIND PATH`."
            )
        profile = StoreProfile.model_validate_json((folder / PROFILE).read_text(encoding="utf-8"))
        profile = profile.model_copy(update={"today": today or profile.today})
        return cls(ibis.duckdb.connect(folder / DATABASE, read_only=True), profile, folder)

    def interrupt(self) -> None:
        """Make the query that is running fail soon; may be called from another thread."""
        self.connection.con.interrupt()  # DuckDB's; a Spark job is left to end by itself

    def table(self, name: str) -> ibis.Table:
        """The canonical table `name`.

        Raises:
            ToolError: If the store does not have it; says how to import it.
        """
        if name not in self.tables:
            raise ToolError("missing-table", table=Quote(text=name))
        return self.connection.table(name)

    @cached_property
    def tables(self) -> frozenset[str]:
        """Names of the canonical tables this store has with at least one row."""
        return frozenset(name for name in TABLES if self._has_rows(name))

    def _has_rows(self, name: str) -> bool:
        try:  # Ibis 12's own `list_tables` does not work with DuckDB 2.0
            return bool(self.connection.table(name).limit(1).count().execute())
        except ibis.common.exceptions.TableNotFound:
            return False

    @cached_property
    def columns(self) -> frozenset[str]:
        """Columns that hold data, as `table.column`; one empty in every row is left out."""
        filled: set[str] = set()
        for name in self.tables:
            table = self.connection.table(name)
            counts = table.aggregate(**{c: table[c].count() for c in table.columns})
            row = counts.to_pyarrow().to_pylist()[0]
            filled |= {f"{name}.{column}" for column, n in row.items() if n}
        return frozenset(filled)

    @cached_property
    def calendar(self) -> tuple[date, date]:
        """First and last local day with events, orders or reviews.

        Raises:
            DataError: If no table with a clock has data.
        """
        clocks = [
            self.connection.table(n).local_time for n in ("events", "orders") if n in self.tables
        ]
        if not clocks and "reviews" in self.tables:
            clocks = [self.connection.table("reviews").local_time]
        ends: list[datetime] = [
            end
            for clock in clocks
            for end in (clock.min().as_scalar().execute(), clock.max().as_scalar().execute())
            if end is not None
        ]
        if not ends:
            raise DataError("The store has no dated events, orders or reviews; import some first.")
        return min(ends).date(), max(ends).date()

    @property
    def today(self) -> date:
        """The day relative periods count from: the profile's, else the last day with data."""
        return self.profile.today or self.calendar[1]

    def name_of(self, dimension: str, value: str) -> Name:
        """What `value` of `dimension` is called in each language (itself where no label says)."""
        labels = self.labels.get((dimension, value), {})
        return Name(en=labels.get("en", value), zh=labels.get("zh"))

    @cached_property
    def labels(self) -> dict[tuple[str, str], dict[str, str]]:
        """Labels of the `labels` table: (dimension, value) to language to label."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        if "labels" in self.tables:
            for row in self.connection.table("labels").to_pyarrow().to_pylist():
                labels = found.setdefault((row["dimension"], row["value"]), {})
                labels[row["language"]] = row["label"]
        return found
