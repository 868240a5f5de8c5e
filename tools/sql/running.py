"""Runs one checked query in a process of its own, and ends it when time is up."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from tools.errors import ToolError
from tools.result import Cell
from tools.sql.repair import refusal, repaired
from tools.store.store import DATABASE, Store
from tools.wording.values import Number

ROOT = Path(__file__).parents[2]
WORKER = "tools.sql.worker"


@dataclass(frozen=True)
class Limits:
    """What one query may take.

    Attributes:
        seconds: Time from its start to its last row.
        rows: Rows handed back; the rest is only counted.
        memory_mb: Memory DuckDB may use, in mebibytes.
        threads: Threads it may use.
    """

    seconds: float = 15.0
    rows: int = 1000
    memory_mb: int = 1024
    threads: int = 2


@dataclass(frozen=True)
class Answer:
    """What a query gave.

    Attributes:
        columns: Each column's name and DuckDB type, in order; names are made unlike each other.
        rows: At most the limit's number of rows.
        n_rows: Rows the query has in all.
    """

    columns: tuple[tuple[str, str], ...]
    rows: tuple[dict[str, Cell], ...]
    n_rows: int


@dataclass(frozen=True)
class Runner:
    """Runs queries over one store's file."""

    store: Store
    limits: Limits = Limits()

    @cached_property
    def known(self) -> Mapping[str, tuple[str, ...]]:
        """Columns of each table that can be asked of, in the order of the schema."""
        tables = sorted(self.store.tables)
        return {name: tuple(self.store.table(name).columns) for name in tables}

    def run(self, query: str) -> Answer:
        """The rows of `query`.

        Raises:
            ToolError: If it may not run, fails, or goes beyond the limits; says what would work.
        """
        told = self._answered(query)
        if "refused" in told:
            raise refusal(told["refused"], told["what"], query, self.known)
        if "error" in told:
            raise repaired(told["error"], query, self.known)
        names = _unlike([name.replace("count_star()", "count(*)") for name, _ in told["columns"]])
        kinds = [kind for _, kind in told["columns"]]
        rows = tuple(
            {n: _typed(cell, k) for n, k, cell in zip(names, kinds, row, strict=True)}
            for row in told["rows"]
        )
        return Answer(tuple(zip(names, kinds, strict=True)), rows, told["n_rows"])

    def _answered(self, query: str) -> dict[str, Any]:
        try:
            done = subprocess.run(  # noqa: S603  # our own module, no shell
                [sys.executable, "-B", "-m", WORKER],
                input=json.dumps(self.job(query)).encode(),
                capture_output=True,
                timeout=self.limits.seconds,
                cwd=tempfile.gettempdir(),
                env=_environment(),
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            seconds = Number(value=self.limits.seconds, digits=0)
            raise ToolError("sql-too-slow", seconds=seconds) from error
        if done.returncode or not done.stdout:  # memory or processor time ran out under it
            raise refusal("memory", "", query, self.known)
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def job(self, query: str) -> dict[str, Any]:
        """What the worker is told to do for `query`.

        Raises:
            ToolError: If the store does not lie in a file.
        """
        if self.store.folder is None:
            raise ToolError("sql-no-file")
        return {
            "database": str((self.store.folder / DATABASE).absolute()),
            "tables": self.known,
            "query": query,
            "seconds": self.limits.seconds,
            "max_rows": self.limits.rows,
            "memory_mb": self.limits.memory_mb,
            "threads": self.limits.threads,
        }


def _environment() -> dict[str, str]:
    """Nothing of ours but where Python finds this house (and what Windows cannot start without)."""
    kept = {k: os.environ[k] for k in ("SYSTEMROOT", "TEMP", "TMP") if k in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"}


def _unlike(names: list[str]) -> list[str]:
    """`names` with those that come again numbered."""
    taken: set[str] = set()
    for place, name in enumerate(names):
        n, new = 1, name
        while new in taken:
            n += 1
            new = f"{name}_{n}"
        taken.add(new)
        names[place] = new
    return names


def _typed(cell: Any, kind: str) -> Cell:  # noqa: ANN401  # JSON
    """A cell as it was before it became JSON."""
    if not isinstance(cell, str):
        return cell  # type: ignore[no-any-return]  # a number, a flag or nothing
    if kind.startswith("DECIMAL"):
        return Decimal(cell)
    with suppress(ValueError):  # a day that Python lacks stays text
        if kind == "DATE":
            return date.fromisoformat(cell)
        if kind.startswith("TIMESTAMP"):
            return datetime.fromisoformat(cell)
    return cell
