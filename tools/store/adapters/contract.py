"""What an adapter is given and what it gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from tools.errors import DataError
from tools.service.records import Record
from tools.store.cleaning import CleaningLine
from tools.store.mapping import ColumnMapping, guess_mapping, require
from tools.store.readers import Source, read
from tools.store.schema import TABLES


@dataclass(frozen=True)
class Import:
    """One import under way.

    Attributes:
        connection: In-memory DuckDB connection the work is done on.
        path: File or folder to import; `None` for data that comes with a package.
        scratch: Folder for temporary files, removed afterwards.
        corrections: Canonical column to source column, as the operator says.
        existing: The workspace's present database, attached as `present`, if there is one.
    """

    connection: duckdb.DuckDBPyConnection
    path: Path | None
    scratch: Path
    corrections: Mapping[str, str] = field(default_factory=dict)
    existing: frozenset[str] = frozenset()

    @property
    def file(self) -> Path:
        """The path; DataError when none was given."""
        if self.path is None:
            raise DataError("This kind of import needs the path of a file or folder.")
        return self.path

    def read(
        self, name: str, path: Path | None = None, header: tuple[str, ...] | None = None
    ) -> Source:
        """The file (or `path`) as the relation `name`."""
        return read(self.connection, path or self.file, name, self.scratch, header=header)

    def view(self, name: str, query: str) -> str:
        """Make the view `name` of `query`; gives `name`."""
        self.connection.execute(f"CREATE OR REPLACE VIEW {name} AS {query}")
        return name

    def table(self, name: str, query: str) -> str:
        """Make the table `name` of `query`; gives `name`."""
        self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS {query}")
        return name

    def ask(self, query: str) -> tuple[int, ...]:
        """The one row of numbers that `query` gives."""
        return tuple(value or 0 for value in self.connection.execute(query).fetchall()[0])

    def mapped(self, table: str, source: Source, needed: tuple[str, ...]) -> ColumnMapping:
        """The guessed and corrected mapping of `source`, which must have the columns `needed`."""
        mapping = guess_mapping(TABLES[table], source.columns, self.corrections)
        require(mapping, needed, source.columns)
        return mapping


@dataclass(frozen=True)
class Draft:
    """What an adapter gives back.

    Attributes:
        tables: Canonical table to a relation whose columns carry canonical names, of any type.
        mappings: Mappings to show.
        lines: What the adapter itself set aside or merged.
        notes: What it found out about the files.
        currency: ISO 4217 code the data is known to be in, if it is.
        time_zone: IANA zone its times are known to be in, if it is.
        name: Name of the store the data comes from, if it is known.
        rejects: Table to a relation of rows the adapter set aside, with a `reason`.
        orders_from_events: Whether orders are to be made of the cleaned purchase events.
        service: What customer service is to keep, in its own file; `None` where the data has none.
    """

    tables: Mapping[str, str]
    mappings: tuple[ColumnMapping, ...] = ()
    lines: tuple[CleaningLine, ...] = ()
    notes: tuple[str, ...] = ()
    currency: str | None = None
    time_zone: str | None = None
    name: str | None = None
    rejects: Mapping[str, str] = field(default_factory=dict)
    orders_from_events: bool = False
    service: tuple[Record, ...] | None = None


Adapter = Callable[[Import], Draft]


def quote(name: str) -> str:
    """`name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def select(mapping: ColumnMapping) -> str:
    """SQL select list of the mapped columns under their canonical names."""
    return ", ".join(
        f"{quote(source)} AS {quote(name)}" for name, source in mapping.columns.items()
    )
