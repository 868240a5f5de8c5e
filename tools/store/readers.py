"""Reading a file as it is: its delimiter, encoding and format found out, its cells left as written.

Large CSV, JSONL and Parquet files are read by DuckDB; Excel by openpyxl. A file that cannot be read
is a `DataError` whose one sentence says what would work.
"""
# ruff: noqa: S608, E501 - paths are quoted, names are ours

import codecs
import csv
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import duckdb
import pyarrow as pa

from tools.errors import DataError

DELIMITERS = (",", ";", "\t", "|")
SUFFIXES = (".csv", ".tsv", ".txt", ".parquet", ".jsonl", ".ndjson", ".json", ".xlsx")
FORMATS = "CSV, Parquet, JSONL or Excel (.xlsx)"
BLOCK = 1 << 22


@dataclass(frozen=True)
class Source:
    """A file opened as the relation `name` of a DuckDB connection.

    Attributes:
        name: View (or table) the rows can be selected from.
        columns: Column name to DuckDB type; every cell of a text format is VARCHAR.
        notes: What was found out about the file, such as its encoding.
    """

    name: str
    columns: dict[str, str]
    notes: tuple[str, ...] = ()


def read(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    name: str,
    scratch: Path,
    *,
    header: tuple[str, ...] | None = None,
) -> Source:
    """Open the file at `path` as the relation `name`.

    Args:
        connection: Connection the relation is made on.
        path: CSV (any common delimiter; UTF-8, UTF-16, GBK or Latin-1), Parquet, JSONL or Excel.
        name: Name of the relation.
        scratch: Folder for a file re-encoded to UTF-8; the caller removes it.
        header: Column names of a CSV that may lack its first line of names; they are used when
            that line holds a number.

    Raises:
        DataError: If the file is missing, empty, damaged or of an unknown format.
    """
    if path.is_dir():
        raise DataError(f"{str(path)!r} is a folder; give the one file in it to import.")
    if not path.is_file():
        raise DataError(f"There is no file {str(path)!r}; check the path.")
    if path.stat().st_size == 0:
        raise DataError(f"{path.name!r} is empty (0 bytes); export it again as {FORMATS}.")
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise DataError(f"{path.name!r} is not a format that can be read; save it as {FORMATS}.")
    if suffix == ".parquet":
        return _parquet(connection, path, name)
    if suffix == ".xlsx":
        return _excel(connection, path, name)
    if suffix in (".jsonl", ".ndjson", ".json"):
        return _json(connection, path, name, scratch)
    return _csv(connection, path, name, scratch, header)


def encoding_of(path: Path) -> str:
    """The encoding of a text file: `utf-8`, `utf-8-sig`, `utf-16`, `gb18030` or `cp1252`/`latin-1`.

    Chinese and Western bytes overlap, so a file that is not UTF-8 counts as Chinese only when most
    of its characters above ASCII are the common ones of GB 2312's first level.
    """
    with path.open("rb") as file:
        start = file.read(BLOCK)
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    if start[0::2].count(0) > len(start) // 4:
        return "utf-16-be"
    if _decodes(path, "utf-8"):
        return "utf-8"
    if _decodes(path, "gb18030") and _looks_chinese(start):
        return "gb18030"
    return "cp1252" if _decodes(path, "cp1252") else "latin-1"


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _looks_chinese(start: bytes) -> bool:
    above = [c for c in start.decode("gb18030", errors="ignore") if ord(c) > 127]
    common = [
        c for c in above if "\u4e00" <= c <= "\u9fff" and 0xB0 <= c.encode("gb18030")[0] < 0xD8
    ]
    return len(common) >= 0.5 * len(above)


def _as_utf8(path: Path, scratch: Path) -> tuple[Path, str]:
    encoding = encoding_of(path)
    if encoding in ("utf-8", "utf-8-sig"):
        return path, encoding
    scratch.mkdir(parents=True, exist_ok=True)
    copy = scratch / f"{path.stem}.utf8{path.suffix}"
    with (
        path.open(encoding=encoding, newline="") as old,
        copy.open("w", encoding="utf-8", newline="") as new,
    ):
        while block := old.read(BLOCK):
            new.write(block)
    return copy, encoding


def _csv(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    name: str,
    scratch: Path,
    header: tuple[str, ...] | None,
) -> Source:
    text, encoding = _as_utf8(path, scratch)
    with text.open(encoding="utf-8-sig", newline="") as file:
        lines = list(itertools.islice(file, 200))
    if not any(line.strip() for line in lines):
        raise DataError(
            f"{path.name!r} holds no rows; export it again with a line of column names."
        )
    _check_text(path, lines)
    delimiter = _delimiter(lines)
    first = next(csv.reader(lines, delimiter=delimiter))
    named = header is None or not any(_is_number(cell) for cell in first)
    columns = _unique(first) if named or header is None else header[: len(first)]
    if len(columns) < len(first):
        raise DataError(
            f"{path.name!r} has {len(first)} columns where {', '.join(header or ())} were expected; "
            "add a first line that names them."
        )
    types = ", ".join(f"{_quote(c)}: 'VARCHAR'" for c in columns)
    connection.execute(
        f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_csv({_quote(str(text))}, "
        f"delim={_quote(delimiter)}, quote='\"', escape='\"', header={str(named).lower()}, "
        f"auto_detect=false, columns={{{types}}}, ignore_errors=true, "
        f"store_rejects=true, rejects_table='{name}_rejects', rejects_scan='{name}_scans', "
        "max_line_size=16777216)"
    )
    notes = (f"{path.name}: {encoding} text, columns parted by {delimiter!r}.",)
    return Source(name, dict.fromkeys(columns, "VARCHAR"), notes)


def _check_text(path: Path, lines: list[str]) -> None:
    """See that `lines` are text, parted by something that can be read."""
    if re.search(r"[\x00-\x08\x0e-\x1f]", "".join(lines[:20])):
        raise DataError(f"{path.name!r} is not a text file; export it again as {FORMATS}.")
    if not any(mark in lines[0] for mark in DELIMITERS) and (
        strange := re.search(r"\w([\^~#:])\w+\1\w", lines[0])
    ):
        raise DataError(
            f"The columns of {path.name!r} are parted by {strange[1]!r}, which is not read; "
            "export it with commas."
        )


def _delimiter(lines: list[str]) -> str:
    """The delimiter that parts most lines into the same number (over one) of columns."""

    def score(delimiter: str) -> tuple[float, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        usual = widths[0]
        return (widths.count(usual) / len(widths) if usual > 1 else 0.0, usual)

    return max(DELIMITERS, key=score)


def _unique(names: list[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    unique = []
    for position, name in enumerate(names, start=1):
        plain = name.strip() or f"column_{position}"
        key = plain.lower()
        seen[key] = seen.get(key, 0) + 1
        unique.append(plain if seen[key] == 1 else f"{plain}_{seen[key]}")
    return tuple(unique)


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"\s*[-+]?\d+(\.\d+)?\s*", cell) is not None


def _parquet(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> Source:
    try:
        relation = connection.read_parquet(str(path))
    except duckdb.Error as error:
        raise DataError(
            f"{path.name!r} is not a whole Parquet file; write it again or import it as CSV."
        ) from error
    relation.create_view(name)
    return Source(name, dict(zip(relation.columns, map(str, relation.types), strict=True)))


def _json(connection: duckdb.DuckDBPyConnection, path: Path, name: str, scratch: Path) -> Source:
    text, _ = _as_utf8(path, scratch)
    with text.open(encoding="utf-8-sig") as file:
        start = file.read(64).lstrip()
    form = "array" if start.startswith("[") else "newline_delimited"
    options = f"format='{form}', maximum_object_size=67108864"
    try:
        found = connection.sql(
            f"SELECT * FROM read_json({_quote(str(text))}, {options}, ignore_errors=false, "
            "sample_size=20480) LIMIT 0"
        )
        columns = found.columns
        if columns in (["json"], []):
            raise DataError(_not_json(path))
        types = ", ".join(f"{_quote(c)}: 'VARCHAR'" for c in columns)
        tolerant = ", ignore_errors=true" if form == "newline_delimited" else ""
        connection.execute(
            f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_json({_quote(str(text))}, "
            f"{options}{tolerant}, columns={{{types}}})"
        )
    except duckdb.Error as error:
        raise DataError(_not_json(path)) from error
    return Source(name, dict.fromkeys(columns, "VARCHAR"))


def _not_json(path: Path) -> str:
    return f"{path.name!r} is not JSONL; write one JSON object with named values on each line."


def _excel(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> Source:
    from openpyxl import load_workbook  # slow to load, and rarely needed
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise DataError(
            f"{path.name!r} is not a workbook that can be read; save it as .xlsx without a "
            "password, or as CSV."
        ) from error
    columns: tuple[str, ...] = ()
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        names = _unique([str(cell or "") for cell in next(rows, ())])
        if not columns and names:
            columns = names
            fields = ", ".join('"{}" VARCHAR'.format(c.replace('"', '""')) for c in columns)
            connection.execute(f"CREATE OR REPLACE TABLE {name} ({fields})")
        if names == columns:
            _append(connection, name, columns, rows)
    book.close()
    if not columns:
        raise DataError(f"{path.name!r} holds no rows; put the column names in its first row.")
    return Source(name, dict.fromkeys(columns, "VARCHAR"))


def _append(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: tuple[str, ...],
    rows: Iterator[tuple[Any, ...]],
) -> None:
    while chunk := list(itertools.islice(rows, 50_000)):
        cells = zip(*chunk, strict=True)
        arrays = [pa.array([_cell(v) for v in column], pa.string()) for column in cells]
        connection.register("sheet_rows", pa.table(arrays[: len(columns)], list(columns)))
        connection.execute(f"INSERT INTO {name} SELECT * FROM sheet_rows")
        connection.unregister("sheet_rows")


def _cell(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return json.dumps(value, default=str).strip('"')


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
