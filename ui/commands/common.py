"""What every command shares: its options, its printing, its progress bars."""

import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from assistant.settings import Settings, read_settings
from tools.result import Cell, Column, ToolResult
from tools.wording.speaker import Speaker
from tools.wording.values import Language, of_unit

Workspace = Annotated[
    Path | None,
    typer.Option(
        "--workspace", "-w", help="Folder of the store (else ./workspace).", metavar="DIR"
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Update = Callable[..., None]
INTERRUPTED = 130  # the shell's code for Ctrl-C
QUIET_FOR = 30.0
"""Seconds between two lines of progress where no bar can be drawn."""


def settings_for(workspace: Path | None, **overrides: object) -> Settings:
    """Settings from the environment, the command's options on top."""
    return read_settings(workspace=workspace, **overrides)


def print_json(value: object) -> None:
    """`value` as one line of JSON on stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """A line for the person, on stdout."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


@contextmanager
def progress_bar(title: str) -> Iterator[Update]:
    """A bar with the time left, or now and then a line where stderr is no terminal.

    Gives what to call with (done, of n).
    """
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    told = time.monotonic()
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(title, total=1.0)

        def update(done: float, total: float = 1.0, *_: object) -> None:
            nonlocal told
            share = done / max(total, 1e-9)
            bar.update(task, completed=share)
            if bar.disable and time.monotonic() - told >= QUIET_FOR:
                told = time.monotonic()
                console.print(f"{title}: {share:.0%}")

        yield update
        bar.update(task, completed=1.0)


@contextmanager
def interruptible(told: str) -> Iterator[None]:
    """On Ctrl-C say `told` and leave with the shell's code for it, in the main thread only.

    Libraries may make another exception of it: DuckDB gives a `RuntimeError` where a query runs.
    """
    asked: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    except BaseException:
        if not asked:
            raise
        say(told)
        raise typer.Exit(INTERRUPTED) from None
    finally:
        signal.signal(signal.SIGINT, before)


def print_result(result: ToolResult, language: Language = "en") -> None:
    """A tool's facts and its table, for a terminal."""
    for fact in result.facts(language):
        say(fact.text)
    if not result.columns:
        return
    speaker = Speaker(language, result.currency)
    table = Table()
    for column in result.columns:
        table.add_column(column.label.text(language), justify="right" if column.unit else "left")
    for row in result.rows:
        table.add_row(*(_cell(speaker, row[c.name], c) for c in result.columns))
    Console().print(table)


def _cell(speaker: Speaker, value: Cell, column: Column) -> str:
    if value is None:
        return "–"
    if column.unit and not isinstance(value, str | date):
        return speaker.say(of_unit(float(value), column.unit))
    return column.called(value, speaker.language) or str(value)
