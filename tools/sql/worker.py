"""The process a query runs in: it sees one database, read-only, and can open nothing else.

Started afresh for every query as `python -m tools.sql.worker`; a job comes in on standard input,
its answer goes out on standard output, both JSON. The parent ends the process when time is up, so
that not even a function that never checks for an interrupt runs on. What holds a query, outermost
first:

- the operating system: no new file or socket can be opened, no byte written to a file, memory and
  processor time are bounded (where the system has such limits);
- DuckDB: the database is attached read-only, access to anything outside is off, nothing can be
  loaded, settings are locked;
- names: only views of the store's own tables exist;
- DuckDB's own parser: one SELECT, the functions of `tools.sql.allowed` and no others.
"""

import datetime as dt
import json
import math
import sys
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Any

import duckdb

from retrieval.privacy import masked
from tools.sql.allowed import (
    FREE_TEXT,
    FUNCTIONS,
    KNOW_THE_MACHINE,
    OPERATORS,
    PLAIN_NAME,
    QUERIES,
    TABLE_FUNCTIONS,
)

Job = dict[str, Any]
LONGEST_TEXT = 2000  # characters of a cell
MOST_TEXT = 4_000_000  # characters of an answer
SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "max_expression_depth": "250",
    "temp_directory": "",
}
KEPT = "kept_store"  # what the database file is attached as


class Refused(Exception):  # noqa: N818  # not an error of ours
    """A query that may not run: what it holds that is not allowed."""

    def __init__(self, kind: str, what: str) -> None:
        self.kind, self.what = kind, what
        super().__init__(kind)


def main() -> None:
    """Answer the one job on standard input."""
    job: Job = json.load(sys.stdin)
    try:
        connection = opened(job)
        _bounded(job["memory_mb"], job["seconds"])
        answer = answered(connection, job)
    except Refused as refused:
        answer = {"refused": refused.kind, "what": refused.what}
    except (MemoryError, duckdb.OutOfMemoryException):
        answer = {"refused": "memory", "what": ""}
    except (duckdb.Error, ValueError, OverflowError, RecursionError) as error:
        answer = {"error": str(error) or type(error).__name__}  # the latter: days Python lacks
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def answered(connection: duckdb.DuckDBPyConnection, job: Job) -> Job:
    """What the job's query gives: its columns with their types, its rows, and how many there are.

    Raises:
        Refused: If the query holds what is not allowed.
        duckdb.Error: If it fails.
    """
    checked(connection, job["query"], set(job["tables"]))
    connection.execute("EXPLAIN " + job["query"]).fetchall()  # the dry run: names and types
    told = connection.execute(job["query"])
    columns = [(str(column[0]), str(column[1])) for column in told.description]
    rows = told.fetchmany(job["max_rows"] + 1)
    kept = list(_fitting([[_plain(cell) for cell in row] for row in rows[: job["max_rows"]]]))
    n_rows: int = len(rows)
    if len(rows) > len(kept):
        counted = f"SELECT count(*) FROM (\n{job['query']}\n)"  # noqa: S608  # checked above
        n_rows = connection.execute(counted).fetchall()[0][0]
    return {"columns": columns, "rows": kept, "n_rows": n_rows}


def opened(job: Job) -> duckdb.DuckDBPyConnection:
    """A connection on which the store's tables are all there is."""
    settings: dict[str, Any] = {
        **SETTINGS,
        "threads": str(job["threads"]),
        "memory_limit": f"{job['memory_mb']}MB",
    }
    connection = duckdb.connect(":memory:", config=settings)
    path = job["database"].replace("'", "''")
    connection.execute(f"ATTACH '{path}' AS {KEPT} (READ_ONLY)")
    connection.create_function("masked", masked, ["VARCHAR"], "VARCHAR")
    for table, columns in job["tables"].items():
        cells = [_cell(table, column) for column in columns]
        view = f"SELECT {', '.join(cells)} FROM {KEPT}.main.{table}"  # noqa: S608  # names of the schema
        connection.execute(f"CREATE VIEW {table} AS {view}")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _cell(table: str, column: str) -> str:
    if column in FREE_TEXT.get(table, ()):
        return f'masked("{column}") AS "{column}"'
    return f'"{column}"'


def _bounded(memory_mb: int, seconds: float) -> None:
    """Take from this process what no query needs; everything it does need is open by now."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    limits = {
        resource.RLIMIT_NOFILE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: math.ceil(seconds) * 4,
        resource.RLIMIT_AS: (memory_mb + 3072) << 20,  # libraries and threads map much unused
    }
    for limit, most in limits.items():
        with suppress(ValueError, OSError):  # a system may not know or allow one
            resource.setrlimit(limit, (most, most))


def checked(connection: duckdb.DuckDBPyConnection, query: str, tables: set[str]) -> None:
    """Hold the query, as DuckDB itself reads it, against what is allowed.

    Raises:
        Refused: If it is not one SELECT, or names what it may not.
    """
    told = connection.execute("SELECT json_serialize_sql(?)", [query]).fetchall()[0][0]
    tree = json.loads(told)
    if tree["error"]:
        if tree["error_type"] == "parser":
            raise duckdb.ParserException(tree["error_message"])
        raise Refused("select", "")
    if len(tree["statements"]) != 1:
        raise Refused("one-only", "")
    nodes = list(_nodes(tree))
    named = {entry["key"].casefold() for node in nodes for entry in _entries(node)}
    if strange := [name for name in named if not PLAIN_NAME.fullmatch(name)]:
        raise Refused("table", strange[0])
    for node in nodes:
        _allowed(node, tables | named)


def _entries(node: Job) -> list[Job]:
    """The common table expressions `node` declares."""
    declared = node.get("cte_map") or {}
    entries: list[Job] = declared.get("map", []) if isinstance(declared, dict) else []
    return entries


def _allowed(node: Job, tables: set[str]) -> None:
    kind = str(node.get("type"))
    if kind.endswith("_NODE") and kind not in QUERIES:  # WITH may delete in DuckDB 2
        raise Refused("select", "")
    match kind:
        case "SHOW_REF":
            raise Refused("select", "")
        case "VALUE_PARAMETER":
            raise Refused("parameter", "?")
        case "COLUMN_REF" if str(node["column_names"][-1]).casefold() in KNOW_THE_MACHINE:
            raise Refused("function", str(node["column_names"][-1]))
        case "BASE_TABLE" if node["catalog_name"] or node["schema_name"]:
            raise Refused("table", f"{node['schema_name']}.{node['table_name']}")
        case "BASE_TABLE" if node["table_name"].casefold() not in tables:
            raise Refused("table", node["table_name"])
        case "TABLE_FUNCTION":
            name = str(node["function"].get("function_name", ""))
            if name.casefold() not in TABLE_FUNCTIONS:
                raise Refused("function", name)
    name = str(node.get("function_name", "")).casefold()
    if name and name not in (OPERATORS if node.get("is_operator") else FUNCTIONS):
        raise Refused("function", name)


def _nodes(tree: Any) -> Iterator[Job]:  # noqa: ANN401  # JSON
    if isinstance(tree, dict):
        yield tree
        for below in tree.values():
            yield from _nodes(below)
    elif isinstance(tree, list):
        for below in tree:
            yield from _nodes(below)


def _fitting(rows: list[list[Any]]) -> Iterator[list[Any]]:
    """As many of `rows` as keep the answer small."""
    size = 0
    for row in rows:
        size += sum(len(str(cell)) for cell in row)
        if size > MOST_TEXT:
            return
        yield row


def _plain(cell: Any) -> Any:  # noqa: ANN401  # whatever a query gives
    """A cell as JSON can hold it; the column's type says what it was."""
    match cell:
        case None | bool() | int():
            return cell
        case float():
            return cell if math.isfinite(cell) else None
        case Decimal():
            return str(cell) if cell.is_finite() else None
        case dt.date() | dt.time():
            return cell.isoformat()
        case str():
            return cell if len(cell) <= LONGEST_TEXT else cell[: LONGEST_TEXT - 1] + "…"
        case bytes():
            return _plain(cell.hex())
        case list() | tuple() | dict():
            return _plain(json.dumps(cell, default=str, ensure_ascii=False))
        case _:
            return _plain(str(cell))


if __name__ == "__main__":
    main()
