"""One import from start to finish: read, map, clean, save what was set aside, replace the tables."""
# ruff: noqa: S608, E501 - names are ours, paths are quoted

import logging
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import duckdb
from babel.numbers import is_currency

from tools.errors import DataError, SettingsError, nearest
from tools.service.book import BOOK, ServiceBook
from tools.service.policy_files import write_policies
from tools.service.rules import FOLDER
from tools.store.adapters import ADAPTERS, WHOLE_STORES, Draft, Import
from tools.store.cleaning import Cleaned, CleaningLine, clean, rows_of
from tools.store.mapping import ColumnMapping
from tools.store.schema import TABLES
from tools.store.store import DATABASE, StoreProfile
from tools.store.workspace import REJECTED, draft_path, read_profile, sweep, write_tables

logger = logging.getLogger(__name__)

Progress = Callable[[str, float], None]
"""Told what is being done, and the share (0-1) of the import that is behind."""

DAMAGE = (
    duckdb.InvalidInputException,
    duckdb.IOException,
    duckdb.ConversionException,
    duckdb.OutOfRangeException,
)
"""What DuckDB raises when a file turns out damaged while its rows are read."""

# A buyer's purchases within one session are one order; without sessions, those of one moment.
DERIVED = {
    "orders": """
        SELECT order_id, any_value(user_id) AS user_id, timezone('UTC', min(event_time)) AS ordered_at,
            'paid' AS status, sum(quantity * price) AS total FROM bought GROUP BY order_id""",
    "order_lines": """
        SELECT order_id, item_id, sum(quantity) AS quantity,
            sum(quantity * price) / sum(CASE WHEN price IS NOT NULL THEN quantity END) AS unit_price
        FROM bought GROUP BY ALL""",
}


@dataclass(frozen=True)
class ImportReport:
    """What an import did.

    Attributes:
        kind: What was imported.
        rows: Canonical table to its number of rows now stored.
        mappings: Where each column came from.
        cleaning: What was cleaned, one line a reason.
        notes: What was found out about the files, and tables that were replaced or removed.
        profile: The store's profile after the import.
        seconds: Wall time.
        rejected: Folder of the rows set aside, one Parquet file a table.
    """

    kind: str
    rows: dict[str, int]
    mappings: tuple[ColumnMapping, ...]
    cleaning: tuple[CleaningLine, ...]
    notes: tuple[str, ...]
    profile: StoreProfile
    seconds: float
    rejected: Path

    def lines(self) -> tuple[str, ...]:
        """The report for a person, in English sentences."""
        taken = [
            f"{mapping.table}: {', '.join(mapping.lines())}."
            for mapping in self.mappings
            if mapping.columns
        ]
        stored = [f"{rows_of(n)} of {name} stored." for name, n in self.rows.items()]
        aside = any(line.action == "set aside" for line in self.cleaning)
        kept = [f"The rows set aside are kept in {str(self.rejected)!r}."] if aside else []
        wrong = ["A column guessed wrong? Import again with --map column=name."] if taken else []
        cleaned = [line.sentence for line in self.cleaning]
        return (*self.notes, *taken, *wrong, *stored, *cleaned, *kept)

    def as_json(self) -> dict[str, object]:
        """The report as plain JSON values."""
        return {
            "kind": self.kind,
            "rows": self.rows,
            "mappings": [asdict(mapping) for mapping in self.mappings],
            "cleaning": [asdict(line) for line in self.cleaning],
            "notes": list(self.notes),
            "profile": self.profile.model_dump(mode="json"),
            "seconds": round(self.seconds, 2),
            "rejected": str(self.rejected),
        }


def import_data(
    kind: str,
    path: Path | None,
    workspace: Path,
    mapping: Mapping[str, str] | None = None,
    *,
    name: str | None = None,
    currency: str | None = None,
    time_zone: str | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Import data of `kind` from `path` into `workspace`, all of it or nothing.

    A dataset that is a store of its own (`WHOLE_STORES`) replaces the whole workspace; any other
    kind replaces its own tables and leaves the rest. Rows that are not fit are saved, with the
    reason, in `rejected/TABLE.parquet` of the workspace.

    Args:
        kind: Name of an adapter, such as `online-retail`, `reviews` or `orders`.
        path: File or folder; `None` for data that comes with a package.
        workspace: Folder of the store; made when it does not exist.
        mapping: Canonical column to source column, where the guess is to be corrected.
        name: Name of the store; else what the data or the present store says.
        currency: ISO 4217 code of the amounts; else likewise.
        time_zone: IANA zone of times in the files that name none, and of the store; else likewise.
        progress: Told of each step.

    Raises:
        DataError: If the data cannot be imported; the workspace is as it was.
        SettingsError: If the currency or the time zone is unknown.
    """
    started = time.monotonic()
    adapter = ADAPTERS.get(kind)
    if adapter is None:
        near = nearest(kind, list(ADAPTERS), n=1)
        hint = f"Did you mean {near[0]!r}? " if near else ""
        raise DataError(f"Unknown kind of import {kind!r}. {hint}Kinds: {', '.join(ADAPTERS)}.")
    _check_settings(currency, time_zone)
    tell = progress or (lambda _step, _share: None)
    workspace.mkdir(parents=True, exist_ok=True)
    sweep(workspace)
    scratch = draft_path(workspace)
    scratch.mkdir()
    connection = duckdb.connect(config={"temp_directory": str(scratch)})
    try:
        connection.execute("SET TimeZone = 'UTC'")
        job = Import(connection, path, scratch, mapping or {}, _attach(connection, workspace))
        tell("reading", 0.0)
        draft = adapter(job)
        before = read_profile(workspace)
        profile = _profile(
            draft, None if kind in WHOLE_STORES else before, name, currency, time_zone
        )
        cleaned = _clean_all(job, draft, profile.time_zone, tell)
        tell("saving", 0.85)
        rejects = _write_rejects(job, cleaned, draft)
        saved = _save(job, workspace, cleaned, profile, replace_all=kind in WHOLE_STORES)
        _keep_service(workspace, draft, whole=kind in WHOLE_STORES)
        _keep_policies(job, workspace, cleaned, whole=kind in WHOLE_STORES)
        _keep_rejects(workspace, rejects)
        unread = _unread_lines(job)
        removed = sorted(job.existing - set(cleaned)) if kind in WHOLE_STORES else []
    except DAMAGE as error:
        raise DataError(_damaged(path, error)) from error
    finally:
        connection.close()
        shutil.rmtree(scratch, ignore_errors=True)
    tell("done", 1.0)
    notes = (
        *draft.notes,
        *(f"The table {table!r} of the store before was removed." for table in removed),
    )
    rows = {table: result.rows_kept for table, result in cleaned.items()}
    lines = (*unread, *draft.lines, *(line for result in cleaned.values() for line in result.lines))
    seconds = time.monotonic() - started
    logger.info("imported %s: %s rows in %.1f s", kind, sum(rows.values()), seconds)
    return ImportReport(
        kind, rows, draft.mappings, lines, notes, saved, seconds, workspace / REJECTED
    )


def _check_settings(currency: str | None, time_zone: str | None) -> None:
    if time_zone is not None:
        try:
            ZoneInfo(time_zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise SettingsError(
                f"Unknown time zone {time_zone!r}; give an IANA name such as 'Asia/Shanghai'."
            ) from error
    if currency is not None and not is_currency(currency):
        raise SettingsError(
            f"Unknown currency {currency!r}; give an ISO 4217 code such as 'CNY' or 'USD'."
        )


def _attach(connection: duckdb.DuckDBPyConnection, workspace: Path) -> frozenset[str]:
    """Attach the present database as `present`; gives the canonical tables in it."""
    database = workspace / DATABASE
    if not database.exists():
        return frozenset()
    quoted = str(database).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS present (READ_ONLY)")
    found = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'present'"
    ).fetchall()
    return frozenset(name for (name,) in found if name in TABLES)


def _profile(
    draft: Draft,
    before: StoreProfile | None,
    name: str | None,
    currency: str | None,
    time_zone: str | None,
) -> StoreProfile:
    base = before or StoreProfile()
    found = {"name": draft.name, "currency": draft.currency, "time_zone": draft.time_zone}
    given = {"name": name, "currency": currency, "time_zone": time_zone}
    known = {key: value for key, value in found.items() if value is not None}
    said = {key: value for key, value in given.items() if value is not None}
    return base.model_copy(update={**known, **said})


def _clean_all(job: Import, draft: Draft, time_zone: str, tell: Progress) -> dict[str, Cleaned]:
    cleaned: dict[str, Cleaned] = {}
    queue = dict(draft.tables)
    zone = draft.time_zone or time_zone
    for position, (table, relation) in enumerate(queue.items()):
        tell(f"cleaning {table}", 0.1 + 0.7 * position / len(queue))
        cleaned[table] = clean(job.connection, TABLES[table], relation, zone)
    if draft.orders_from_events:
        cleaned |= _derive_orders(job, cleaned["events"].relation)
    return cleaned


def _derive_orders(job: Import, events: str) -> dict[str, Cleaned]:
    columns = {row[0] for row in job.connection.execute(f"DESCRIBE {events}").fetchall()}
    price = "price" if "price" in columns else "CAST(NULL AS DECIMAL(18, 4)) AS price"
    job.table(
        "bought",
        "SELECT 'o' || coalesce(session_id, user_id || '-' || epoch(event_time)::BIGINT) AS order_id, "
        f"user_id, event_time, item_id, coalesce(quantity, 1) AS quantity, {price} FROM {events} "
        "WHERE event_type = 'purchase' AND item_id IS NOT NULL",
    )
    if not job.ask("SELECT count(*) FROM bought")[0]:
        return {}
    return {
        table: clean(job.connection, TABLES[table], job.table(f"raw_{table}", query), "UTC")
        for table, query in DERIVED.items()
    }


def _save(
    job: Import,
    workspace: Path,
    cleaned: Mapping[str, Cleaned],
    profile: StoreProfile,
    *,
    replace_all: bool,
) -> StoreProfile:
    tables = {table: job.connection.table(result.relation) for table, result in cleaned.items()}
    return write_tables(
        workspace, tables, profile, replace_all=replace_all, connection=job.connection
    )


def _keep_service(workspace: Path, draft: Draft, *, whole: bool) -> None:
    """Put the data's customers and orders in the service book; another store's are taken out."""
    path = workspace / BOOK
    if draft.service is not None or (whole and path.exists()):
        ServiceBook(path).replace(draft.service or (), whole=whole)


def _keep_policies(
    job: Import, workspace: Path, cleaned: Mapping[str, Cleaned], *, whole: bool
) -> None:
    """Write imported policies as files to edit; those of another store are taken away."""
    if "policies" in cleaned:
        rows = job.connection.execute(
            f"SELECT policy_id, text FROM {cleaned['policies'].relation}"
        ).fetchall()
        write_policies(workspace, dict(rows), "" if whole else None)
    elif whole and (workspace / FOLDER).exists():
        write_policies(workspace, {}, "")


def _write_rejects(
    job: Import, cleaned: Mapping[str, Cleaned], draft: Draft
) -> dict[str, Path | None]:
    """Write the rows set aside to the scratch folder; `None` for a table without any."""
    relations = {table: result.rejects for table, result in cleaned.items()} | dict(draft.rejects)
    if broken := _broken_tables(job):
        lines = " UNION ALL ".join(f"SELECT line, csv_line FROM {table}" for table in broken)
        relations["lines"] = job.table("broken_lines", f"SELECT DISTINCT * FROM ({lines})")
    written: dict[str, Path | None] = {}
    for table, relation in relations.items():
        path = job.scratch / f"{table}.parquet"
        (rows,) = job.ask(f"SELECT count(*) FROM {relation}")
        if rows:
            quoted = str(path).replace("'", "''")
            job.connection.execute(f"COPY {relation} TO '{quoted}' (FORMAT parquet)")
        written[table] = path if rows else None
    return written


def _keep_rejects(workspace: Path, written: Mapping[str, Path | None]) -> None:
    """Put the rows set aside beside the store, in place of those of the import before."""
    folder = workspace / REJECTED
    folder.mkdir(exist_ok=True)
    for table, path in written.items():
        if path is None:
            (folder / f"{table}.parquet").unlink(missing_ok=True)
        else:
            path.replace(folder / path.name)


def _broken_tables(job: Import) -> list[str]:
    """Tables in which DuckDB noted the lines of a CSV it could not split into columns."""
    found = job.connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE ends_with(table_name, '_rejects') ORDER BY 1"
    ).fetchall()
    return [name for (name,) in found]


def _unread_lines(job: Import) -> list[CleaningLine]:
    lines = []
    for table in _broken_tables(job):
        (rows,) = job.ask(f"SELECT count(DISTINCT line) FROM {table}")
        if rows:
            sentence = f"{rows_of(rows)} of the file set aside: too many or too few columns."
            lines.append(CleaningLine("lines", "broken_line", rows, "set aside", sentence))
    return lines


def _damaged(path: Path | None, error: duckdb.Error) -> str:
    first = str(error).splitlines()[0]
    return f"{path.name if path else 'The data'!r} could not be read to its end ({first}); export it again."
