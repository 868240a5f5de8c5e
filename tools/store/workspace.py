"""Writing a workspace: tables replaced all at once or not at all.

The new database is built beside the old one and takes its place with one rename, so an import that
dies half-way leaves the old data exactly as it was; its leavings are swept away by the next one.
"""
# ruff: noqa: S608 - the SQL is built from the names of our own schema and checked values

import hashlib
import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from tools.errors import DataError
from tools.store.schema import DUCKDB_TYPES, TABLES, TableSpec
from tools.store.store import DATABASE, PROFILE, StoreProfile

DRAFT = ".draft-"
REJECTED = "rejected"


def write_tables(
    folder: Path,
    tables: Mapping[str, pa.Table | duckdb.DuckDBPyRelation],
    profile: StoreProfile,
    *,
    replace_all: bool = False,
    connection: duckdb.DuckDBPyConnection | None = None,
) -> StoreProfile:
    """Replace `tables` in the workspace `folder` in one step and say what is true of it now.

    Missing columns become empty, `local_time` is written from the table's clock (UTC) and the
    profile's time zone, in every table of the workspace where that zone has changed.

    Args:
        folder: Workspace; made when it does not exist.
        tables: Canonical table name to its rows, times in UTC, amounts in the profile's currency.
        profile: Name, currency and time zone of the store; its `data_version` is set here.
        replace_all: Drop every table that is not in `tables`.
        connection: Connection the relations among `tables` belong to; not needed for Arrow tables.

    Returns:
        The profile as saved. Its `data_version` is a digest of all rows, so writing the same rows
        again leaves it as it was.

    Raises:
        DataError: If a table or column is not in the canonical schema, a required column is
            missing or a row lacks a value for it.
    """
    for name, rows in tables.items():
        _check_columns(name, _columns_of(rows))
    folder.mkdir(parents=True, exist_ok=True)
    sweep(folder)
    draft = draft_path(folder, ".duckdb")
    own = connection is None
    session = duckdb.connect() if connection is None else connection
    try:
        if (folder / DATABASE).exists() and not replace_all:
            shutil.copyfile(folder / DATABASE, draft)
        saved = _write_draft(session, draft, tables, profile, _moved_zone(folder, profile))
        _put_in_place(folder, draft, saved)
    finally:
        if own:
            session.close()
        draft.unlink(missing_ok=True)
    return saved


def draft_path(folder: Path, ending: str = "") -> Path:
    """A new hidden path in `folder` for work in progress; it carries this process's number."""
    return folder / f"{DRAFT}{os.getpid()}-{secrets.token_hex(4)}{ending}"


def sweep(folder: Path) -> None:
    """Remove what an import that died has left in `folder`; the store itself is not touched."""
    for leaving in folder.glob(f"{DRAFT}*"):
        if _is_running(int(leaving.name.removeprefix(DRAFT).split("-")[0])):
            continue
        if leaving.is_dir():
            shutil.rmtree(leaving, ignore_errors=True)
        else:
            leaving.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # another user's, so it is there
        return True
    return True


def read_profile(folder: Path) -> StoreProfile | None:
    """The profile kept in `folder`; `None` where there is no store yet.

    Raises:
        DataError: If the file is there but cannot be read.
    """
    path = folder / PROFILE
    if not path.exists():
        return None
    try:
        return StoreProfile.model_validate_json(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DataError(
            f"{str(path)!r} is not a store profile; remove it and import the data again."
        ) from error


def _columns_of(rows: pa.Table | duckdb.DuckDBPyRelation) -> list[str]:
    return list(rows.columns if isinstance(rows, duckdb.DuckDBPyRelation) else rows.column_names)


def _check_columns(name: str, given: list[str]) -> None:
    if name not in TABLES:
        raise DataError(f"{name!r} is not a table of the store. Tables: {', '.join(TABLES)}.")
    spec = TABLES[name]
    if unknown := [column for column in given if column not in spec.names]:
        raise DataError(
            f"Table {name!r} has no column {unknown[0]!r}. Columns: {', '.join(spec.names)}."
        )
    for column in spec:
        if column.required and column.name not in given:
            raise DataError(f"Table {name!r} needs the column {column.name!r}.")


def _write_draft(
    session: duckdb.DuckDBPyConnection,
    draft: Path,
    tables: Mapping[str, pa.Table | duckdb.DuckDBPyRelation],
    profile: StoreProfile,
    moved_zone: bool,
) -> StoreProfile:
    for name, rows in tables.items():
        _name_rows(session, name, rows)
    session.execute(f"ATTACH '{_quoted(draft)}' AS draft")
    try:
        session.execute("BEGIN")
        try:
            for name, rows in tables.items():
                _write_table(session, TABLES[name], set(_columns_of(rows)), profile.time_zone)
            if moved_zone:
                _rewrite_local_times(session, set(TABLES) - set(tables), profile.time_zone)
        except duckdb.Error:
            session.execute("ROLLBACK")
            raise
        session.execute("COMMIT")
        version = _digest(session)
        session.execute("CHECKPOINT draft")
    except (duckdb.ConstraintException, duckdb.ConversionException) as error:
        raise DataError(f"The rows do not fit the store: {error}") from error
    finally:
        session.execute("DETACH draft")
    return profile.model_copy(update={"data_version": version})


def _name_rows(
    session: duckdb.DuckDBPyConnection, name: str, rows: pa.Table | duckdb.DuckDBPyRelation
) -> None:
    if isinstance(rows, duckdb.DuckDBPyRelation):
        rows.create_view(f"draft_{name}", replace=True)
    else:
        session.register(f"draft_{name}", rows)


def _write_table(
    session: duckdb.DuckDBPyConnection,
    spec: TableSpec,
    given: set[str],
    time_zone: str,
) -> None:
    definitions, values = [], []
    for column in spec:
        kind = DUCKDB_TYPES[column.kind]
        definitions.append(f'"{column.name}" {kind}{" NOT NULL" if column.required else ""}')
        if column.kind == "local_time" and spec.clock in given:
            values.append(local_time_of(f'CAST("{spec.clock}" AS TIMESTAMP)', time_zone))
        elif column.kind != "local_time" and column.name in given:
            values.append(f'CAST("{column.name}" AS {kind})')
        else:
            values.append("NULL")
    session.execute(f"CREATE OR REPLACE TABLE draft.{spec.name} ({', '.join(definitions)})")
    session.execute(
        f"INSERT INTO draft.{spec.name} SELECT {', '.join(values)} FROM draft_{spec.name}"
    )


def local_time_of(clock: str, time_zone: str) -> str:
    """SQL for the wall-clock time in `time_zone` of the UTC time that the SQL `clock` gives."""
    return clock if time_zone == "UTC" else f"timezone('{time_zone}', timezone('UTC', {clock}))"


def _rewrite_local_times(
    session: duckdb.DuckDBPyConnection, names: set[str], time_zone: str
) -> None:
    for name in _present(session):
        clock = TABLES[name].clock
        if name in names and clock is not None:
            local = local_time_of(f'"{clock}"', time_zone)
            session.execute(f"UPDATE draft.{name} SET local_time = {local}")


def _present(session: duckdb.DuckDBPyConnection) -> list[str]:
    rows = session.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'draft' ORDER BY 1"
    ).fetchall()
    return [name for (name,) in rows if name in TABLES]


def _digest(session: duckdb.DuckDBPyConnection) -> str:
    digest = hashlib.sha256()
    for name in _present(session):
        row = session.execute(
            f"SELECT count(*), sum(hash(t)::HUGEINT) FROM draft.{name} AS t"
        ).fetchall()
        digest.update(f"{name}:{row};".encode())
    return digest.hexdigest()[:16]


def _moved_zone(folder: Path, profile: StoreProfile) -> bool:
    before = read_profile(folder)
    return before is not None and before.time_zone != profile.time_zone


def _put_in_place(folder: Path, draft: Path, profile: StoreProfile) -> None:
    notes = draft.with_suffix(".json")
    notes.write_text(profile.model_dump_json(indent=2), encoding="utf-8")
    for path in (draft, notes):
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    draft.replace(folder / DATABASE)
    notes.replace(folder / PROFILE)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
