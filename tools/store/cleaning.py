"""Rows made fit for the store: typed, checked and counted; what is set aside is kept with its reason.

The checks run as DuckDB queries over whole columns; pandera (its Ibis backend) is the gate at the end:
no table passes that does not meet the canonical schema.
"""
# ruff: noqa: S608, E501 - names are those of our own schema; SQL reads best whole

from dataclasses import dataclass
from typing import Literal

import duckdb

from tools.errors import DataError
from tools.store.gate import pass_gate
from tools.store.parsing import BLANKS, MISSING, Cells
from tools.store.schema import EVENT_TYPES, ColumnSpec, TableSpec

Action = Literal["set aside", "emptied", "merged", "kept"]
EARLIEST = "TIMESTAMP '1990-01-01'"
LATEST = "(now() AT TIME ZONE 'UTC' + INTERVAL 1 DAY)"
ABSURD_PRICE = 10_000_000
BOT_EVENTS_AN_HOUR = 600
OUTLIER_TIMES_MEDIAN = 100
POSITIVE = frozenset({("order_lines", "quantity"), ("events", "quantity")})


@dataclass(frozen=True)
class CleaningLine:
    """One thing cleaning found.

    Attributes:
        table: Table it was found in.
        reason: Short code, such as `duplicate` or `impossible_time`.
        rows: Rows it was found in.
        action: What was done: rows set aside (saved in `rejected/`), a cell emptied, rows merged,
            or rows kept although they stand out.
        sentence: The same for a person, in English.
    """

    table: str
    reason: str
    rows: int
    action: Action
    sentence: str


@dataclass(frozen=True)
class Cleaned:
    """A cleaned table: `relation` holds the rows to store, `rejects` those set aside."""

    relation: str
    rejects: str
    lines: tuple[CleaningLine, ...]
    rows_read: int
    rows_kept: int


def clean(
    connection: duckdb.DuckDBPyConnection, spec: TableSpec, relation: str, time_zone: str
) -> Cleaned:
    """Type, check and part the rows of `relation` into those to store and those set aside.

    Args:
        connection: Connection `relation` lies on; the results are made there too.
        spec: Table the rows are for.
        relation: View or table whose columns carry canonical names, of any type.
        time_zone: IANA zone of times that name none.

    Raises:
        DataError: If no row is fit to store, or the gate at the end finds what cleaning missed.
    """
    staged = f"staged_{spec.name}"
    given = _stage(connection, spec, relation, staged, time_zone)
    if spec.name == "events":
        _mark_bots(connection, staged)
    _mark_duplicates(connection, spec, staged, given)
    rows_read, rows_kept = _count(
        connection, f"SELECT count(*), count(*) - count(_problem) FROM {staged}"
    )
    lines = [*_problem_lines(connection, spec, staged), *_emptied_lines(connection, spec, staged)]
    if not rows_kept:
        raise DataError(_nothing_left(spec, rows_read, lines))
    kept, rejects = f"clean_{spec.name}", f"rejects_{spec.name}"
    connection.execute(
        f"CREATE OR REPLACE VIEW {kept} AS SELECT {_with_key(spec, given)} FROM {staged} "
        "WHERE _problem IS NULL"
    )
    connection.execute(
        f"CREATE OR REPLACE VIEW {rejects} AS SELECT _problem AS reason, "
        f"* EXCLUDE (_problem, _emptied, _source), _source AS source_row FROM {staged} "
        "WHERE _problem IS NOT NULL"
    )
    lines += _outlier_lines(connection, spec, kept, given)
    pass_gate(connection, spec, kept)
    return Cleaned(kept, rejects, tuple(lines), rows_read, rows_kept)


def _stage(
    connection: duckdb.DuckDBPyConnection,
    spec: TableSpec,
    relation: str,
    staged: str,
    time_zone: str,
) -> list[ColumnSpec]:
    """Make the table `staged`: typed columns, `_problem`, `_emptied`, `_source` (where problem)."""
    described = connection.execute(f"DESCRIBE {relation}").fetchall()
    types = {name: kind for name, kind, *_ in described}
    given = [column for column in spec if column.name in types and column.kind != "local_time"]
    cells = {c.name: Cells(connection, relation, c.name, types[c.name], time_zone) for c in given}
    typed = ", ".join(f'{cells[c.name].typed(c)} AS "t_{c.name}"' for c in given)
    raw = ", ".join(f'"{c.name}" AS "r_{c.name}"' for c in given)
    packed = ", ".join(f'"{c.name}" := "r_{c.name}"' for c in given)
    emptied = [
        f"CASE WHEN {_unread(c, types[c.name])} THEN '{c.name}' END"
        for c in given
        if not c.required and c.kind not in ("id", "text") and types[c.name] != "BOOLEAN"
    ]
    connection.execute(
        f"CREATE OR REPLACE TABLE {staged} AS SELECT * EXCLUDE (packed), "
        f"CASE WHEN _problem IS NOT NULL THEN CAST(to_json(packed) AS VARCHAR) END AS _source FROM ("
        f"SELECT {', '.join(_value(c) for c in given)}, {_problem(spec, given)} AS _problem, "
        f"nullif(concat_ws(';', {', '.join(emptied) or 'NULL'}), '') AS _emptied, "
        f"struct_pack({packed}) AS packed FROM (SELECT {typed}, {raw} FROM {relation}))"
    )
    return given


def _value(column: ColumnSpec) -> str:
    """The typed value; an optional one that cannot be true is emptied."""
    name = f'"t_{column.name}"'
    if not column.required and (wrong := _wrong(column)):
        return f'CASE WHEN {wrong} THEN NULL ELSE {name} END AS "{column.name}"'
    return f'{name} AS "{column.name}"'


def _wrong(column: ColumnSpec) -> str | None:
    """SQL that holds where the optional value of `column` is read but cannot be true."""
    name = f"t_{column.name}"
    if column.name == "rating":
        return f"{name} NOT BETWEEN 1 AND 5"
    if column.kind == "time":
        return f"({name} < {EARLIEST} OR {name} > {LATEST})" if column.name != "ends_at" else None
    if column.kind == "integer" and column.name in ("stock", "returned_quantity"):
        return f"{name} < 0"
    return None


def _unread(column: ColumnSpec, kind: str) -> str:
    unread = f'"t_{column.name}" IS NULL'
    if kind == "VARCHAR":
        words = ", ".join(f"'{word}'" for word in MISSING)
        unread += f' AND lower(trim("r_{column.name}")) NOT IN ({words})'
    wrong = _wrong(column)
    return f'"r_{column.name}" IS NOT NULL AND ({unread}{f" OR {wrong}" if wrong else ""})'


def _problem(spec: TableSpec, given: list[ColumnSpec]) -> str:
    """SQL for why a row cannot be stored, NULL where it can; the first reason that holds."""
    cases = []
    for column in given:
        typed, raw = f'"t_{column.name}"', f'"r_{column.name}"'
        if column.required:
            blank = f"{raw} IS NULL OR trim(CAST({raw} AS VARCHAR), '{BLANKS}') = ''"
            cases += [
                (f"{typed} IS NULL AND ({blank})", "missing"),
                (f"{typed} IS NULL", "unreadable"),
            ]
        if column.kind == "time" and column.required:
            cases.append((f"{typed} < {EARLIEST} OR {typed} > {LATEST}", "impossible_time"))
        if column.kind == "money":
            cases.append((f"{typed} < 0", "negative"))
            if column.name in ("price", "unit_price"):
                cases.append((f"{typed} > {ABSURD_PRICE}", "absurd_price"))
        if (spec.name, column.name) in POSITIVE:
            cases.append((f"{typed} <= 0", "not_positive"))
        if column.choices and column.required:
            cases.append((f"{typed} IS NULL", "unknown"))
        cases = [(test, why if ":" in why else f"{why}:{column.name}") for test, why in cases]
    whens = " ".join(f"WHEN {test} THEN '{why}'" for test, why in cases)
    return f"CASE {whens} END" if whens else "CAST(NULL AS VARCHAR)"


def _mark_bots(connection: duckdb.DuckDBPyConnection, staged: str) -> None:
    """Set aside the events of users faster than a person can be and who never bought."""
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE bots AS WITH busy AS (SELECT user_id FROM {staged} "
        f"GROUP BY user_id HAVING count(*) > {BOT_EVENTS_AN_HOUR} "
        "AND count(*) FILTER (event_type = 'purchase') = 0) "
        f"SELECT DISTINCT user_id FROM (SELECT user_id FROM {staged} SEMI JOIN busy USING (user_id) "
        "WHERE _problem IS NULL GROUP BY user_id, date_trunc('hour', event_time) "
        f"HAVING count(*) > {BOT_EVENTS_AN_HOUR})"
    )
    if _count(connection, "SELECT count(*) FROM bots")[0]:
        connection.execute(
            f"UPDATE {staged} SET _problem = 'bot:user_id' "
            "WHERE _problem IS NULL AND user_id IN (SELECT user_id FROM bots)"
        )


def _mark_duplicates(
    connection: duckdb.DuckDBPyConnection, spec: TableSpec, staged: str, given: list[ColumnSpec]
) -> None:
    """Set aside rows that repeat another in every column, then all but the last of each key."""
    whole = ", ".join(f'"{column.name}"' for column in given)
    _mark_repeats(connection, staged, whole, "duplicate:")
    names = {column.name for column in given}
    if set(spec.key) <= names:
        _mark_repeats(connection, staged, ", ".join(spec.key), "duplicate_key:")


def _mark_repeats(
    connection: duckdb.DuckDBPyConnection, staged: str, columns: str, problem: str
) -> None:
    # Hashes first: on millions of rows without repeats this is all that happens.
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE repeated AS SELECT hash({columns}) AS h FROM {staged} "
        "WHERE _problem IS NULL GROUP BY 1 HAVING count(*) > 1"
    )
    if not _count(connection, "SELECT count(*) FROM repeated")[0]:
        return
    connection.execute(
        f"UPDATE {staged} SET _problem = '{problem}' WHERE rowid IN (SELECT r FROM (SELECT rowid AS r, "
        f"row_number() OVER (PARTITION BY {columns} ORDER BY rowid DESC) AS n FROM {staged} "
        f"WHERE _problem IS NULL AND hash({columns}) IN (SELECT h FROM repeated)) WHERE n > 1)"
    )


def _with_key(spec: TableSpec, given: list[ColumnSpec]) -> str:
    """Columns of the kept rows; a table whose one-column key is absent gets the row number."""
    names = [f'"{column.name}"' for column in given]
    if len(spec.key) == 1 and spec.key[0] not in {column.name for column in given}:
        names.insert(0, f'CAST(rowid + 1 AS VARCHAR) AS "{spec.key[0]}"')
    return ", ".join(names)


SENTENCES = {
    "missing": "no {column}",
    "unreadable": "no {column} that can be read",
    "impossible_time": "{column} before 1990 or in the future",
    "negative": "a negative {column}",
    "absurd_price": "{column} over ten million",
    "not_positive": "{column} of zero or less",
    "bot": "a user with over 600 events in one hour and no purchase (a bot)",
    "duplicate": "the same as another row in every column",
    "duplicate_key": "the same key as a later row, which was kept",
}


def _problem_lines(
    connection: duckdb.DuckDBPyConnection, spec: TableSpec, staged: str
) -> list[CleaningLine]:
    found = connection.execute(
        f"SELECT _problem, count(*) FROM {staged} WHERE _problem IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
    ).fetchall()
    lines = []
    for problem, rows in found:
        reason, _, column = problem.partition(":")
        why = SENTENCES[reason].format(column=column)
        hint = ""
        if column == "event_type" and reason == "unreadable":
            hint = f" Known event types: {', '.join(EVENT_TYPES)}."
        lines.append(
            CleaningLine(
                spec.name,
                reason,
                rows,
                "set aside",
                f"{rows_of(rows)} of {spec.name} set aside: {why}.{hint}",
            )
        )
    return lines


def _emptied_lines(
    connection: duckdb.DuckDBPyConnection, spec: TableSpec, staged: str
) -> list[CleaningLine]:
    found = connection.execute(
        f"SELECT column_name, count(*) FROM (SELECT unnest(string_split(_emptied, ';')) AS column_name "
        f"FROM {staged} WHERE _emptied IS NOT NULL AND _problem IS NULL) GROUP BY 1 ORDER BY 2 DESC, 1"
    ).fetchall()
    return [
        CleaningLine(
            spec.name,
            f"unreadable_{column}",
            rows,
            "emptied",
            f"{rows_of(rows)} of {spec.name} kept with {column} left empty: it cannot be read or "
            "cannot be true.",
        )
        for column, rows in found
    ]


def _outlier_lines(
    connection: duckdb.DuckDBPyConnection, spec: TableSpec, kept: str, given: list[ColumnSpec]
) -> list[CleaningLine]:
    lines = []
    for column in given:
        if column.name not in ("price", "unit_price", "quantity", "total"):
            continue
        found = connection.execute(
            f"WITH usual AS (SELECT median({column.name}) AS m FROM {kept} WHERE {column.name} > 0) "
            f"SELECT count(*), any_value(m) FROM {kept}, usual "
            f"WHERE {column.name} > {OUTLIER_TIMES_MEDIAN} * m HAVING count(*) > 0"
        ).fetchall()
        for rows, usual in found:
            lines.append(
                CleaningLine(
                    spec.name,
                    f"outlier_{column.name}",
                    rows,
                    "kept",
                    f"{rows_of(rows)} of {spec.name} kept, but worth a look: {column.name} over "
                    f"{OUTLIER_TIMES_MEDIAN} times the usual {float(usual):g}.",
                )
            )
    return lines


def _nothing_left(spec: TableSpec, rows_read: int, lines: list[CleaningLine]) -> str:
    if not rows_read:
        return f"The file holds no rows for {spec.name!r}; export it again with its rows."
    return (
        f"None of the {rows_read:,} rows is fit for {spec.name!r}: {lines[0].sentence} "
        "Check the column mapping (--map column=name)."
    )


def rows_of(n: int) -> str:
    """`n` rows as a person writes it: `1 row`, `12,345 rows`."""
    return f"{n:,} row" if n == 1 else f"{n:,} rows"


def _count(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[int, ...]:
    return connection.execute(query).fetchall()[0]
