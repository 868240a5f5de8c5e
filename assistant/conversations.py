"""Saved conversations: threads, their turns, and what people thought of the answers (SQLite)."""

import logging
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

from assistant.turn import Turn
from tools.errors import DataError

logger = logging.getLogger(__name__)

Feedback = Literal["up", "down"]

TITLE_LENGTH = 60
"""Characters of the first question that name a new thread."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS threads (
    thread_id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS turns (
    thread_id TEXT NOT NULL REFERENCES threads ON DELETE CASCADE,
    position INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    turn TEXT NOT NULL,
    feedback TEXT CHECK (feedback IN ('up', 'down')),
    PRIMARY KEY (thread_id, position)
);
"""


class Thread(BaseModel, frozen=True):
    """A conversation in the list.

    Attributes:
        thread_id: Its key.
        title: Its first question, until somebody renames it.
        updated_at: When its last turn was kept, UTC.
    """

    thread_id: str
    title: str
    updated_at: datetime


class Conversations:
    """The conversations of one workspace.

    Every method opens its own connection, so one object serves all threads of a server.

    Args:
        path: The SQLite file, made when it is not there.

    Raises:
        DataError: If the file is not a database of conversations.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as connection:
            connection.executescript(_SCHEMA)

    @staticmethod
    def new_id() -> str:
        """A key for a thread that starts with its first turn."""
        return uuid.uuid4().hex

    def threads(self) -> list[Thread]:
        """All threads, the latest first."""
        with self._open() as connection:
            rows = connection.execute(
                "SELECT thread_id, title, updated_at FROM threads"
                " ORDER BY updated_at DESC, rowid DESC"
            ).fetchall()
        return [Thread(thread_id=key, title=title, updated_at=at) for key, title, at in rows]

    def turns(self, thread_id: str) -> list[Turn]:
        """The turns of a thread, oldest first; none for a thread that is not kept."""
        with self._open() as connection:
            rows = connection.execute(
                "SELECT turn FROM turns WHERE thread_id = ? ORDER BY position", (thread_id,)
            ).fetchall()
        return [turn for (text,) in rows if (turn := _read(text)) is not None]

    def add(self, thread_id: str, turn: Turn) -> None:
        """Keep `turn` as the last of its thread; the first makes the thread and names it."""
        now = datetime.now(UTC).isoformat()
        with self._open() as connection:
            connection.execute(
                "INSERT INTO threads VALUES (?, ?, ?)"
                " ON CONFLICT (thread_id) DO UPDATE SET updated_at = excluded.updated_at",
                (thread_id, _title(turn.question), now),
            )
            connection.execute(
                "INSERT INTO turns (thread_id, position, asked_at, turn)"
                " SELECT ?, coalesce(max(position) + 1, 0), ?, ? FROM turns WHERE thread_id = ?",
                (thread_id, now, turn.model_dump_json(), thread_id),
            )

    def rename(self, thread_id: str, title: str) -> None:
        """Give a thread another title; a blank one changes nothing."""
        if title.strip():
            with self._open() as connection:
                connection.execute(
                    "UPDATE threads SET title = ? WHERE thread_id = ?",
                    (_title(title), thread_id),
                )

    def delete(self, thread_id: str) -> None:
        """Forget a thread with all its turns."""
        with self._open() as connection:
            connection.execute("DELETE FROM threads WHERE thread_id = ?", (thread_id,))

    def judge(self, thread_id: str, position: int, feedback: Feedback | None) -> None:
        """Keep what somebody thought of turn number `position` (0 is the first)."""
        with self._open() as connection:
            connection.execute(
                "UPDATE turns SET feedback = ? WHERE thread_id = ? AND position = ?",
                (feedback, thread_id, position),
            )

    def feedback(self, thread_id: str) -> list[Feedback | None]:
        """What was thought of each turn of a thread, oldest first."""
        with self._open() as connection:
            rows = connection.execute(
                "SELECT feedback FROM turns WHERE thread_id = ? ORDER BY position", (thread_id,)
            ).fetchall()
        return [feedback for (feedback,) in rows]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are kept together or not at all."""
        try:
            connection = sqlite3.connect(self.path, timeout=30)
        except sqlite3.Error as error:
            raise DataError(f"Cannot open the conversations in {self.path}: {error}.") from error
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            with connection:
                yield connection
        except sqlite3.DatabaseError as error:
            raise DataError(
                f"Cannot use the conversations in {self.path}: {error}. "
                "Move the file away to start afresh."
            ) from error
        finally:
            connection.close()


def _title(question: str) -> str:
    words = " ".join(question.split())
    return words if len(words) <= TITLE_LENGTH else words[: TITLE_LENGTH - 1].rstrip() + "…"


def _read(text: str) -> Turn | None:
    """A kept turn; one that this version cannot read is left out, not fatal."""
    try:
        return Turn.model_validate_json(text)
    except ValidationError:
        logger.warning("Left out a kept turn that this version cannot read")
        return None
