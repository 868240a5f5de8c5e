"""Customers' conversations as the service book keeps them: each with its state and its turns.

They lie in the book, not beside the marketer's conversations, because they hold personal data.
"""

from dataclasses import dataclass, field
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from assistant.service.turns import TURN, ServiceTurn
from assistant.service.wishes import Wish
from tools.errors import ToolError
from tools.service.book import ServiceBook
from tools.service.session import Session
from tools.service.words import quoted

TITLE = 60
"""Characters of a conversation's title."""


@dataclass
class Talk:
    """What is known in a conversation from one message to the next.

    Attributes:
        session: Who the customer is, what waits for her yes, how she sounds.
        wishes: What she wants and has not got yet, in order; the first is being dealt with.
        asked: What she was asked for last; empty where she was asked for nothing.
        again: How often in a row she was asked for that.
        turns: Messages of hers so far.
        order_id: The order spoken of last.
        item: The product spoken of last.
        given: What she has told of who she is, while it is not enough to recognise her.
        subject: Her last question about a rule.
        told: Ids of the points of policies that were quoted to her.
        unread: What she wrote last, where nothing she wants was read in it.
        refused: The refusal she was told last; empty where her last message was not refused.
        declined: The wish that was refused last.
    """

    session: Session = field(default_factory=Session)
    wishes: list[Wish] = field(default_factory=list)
    asked: str = ""
    again: int = 0
    turns: int = 0
    order_id: str = ""
    item: str = ""
    given: dict[str, str] = field(default_factory=dict)
    subject: str = ""
    told: list[str] = field(default_factory=list)
    unread: str = ""
    refused: str = ""
    declined: Wish | None = None


@dataclass(frozen=True)
class KeptThread:
    """A conversation in a list.

    Attributes:
        thread_id: Its key.
        title: How its first message begins.
        updated_at: When its last turn was kept, UTC.
        user_id: The customer recognised in it; `None` where nobody was.
    """

    thread_id: str
    title: str
    updated_at: datetime
    user_id: str | None


TALK: TypeAdapter[Talk] = TypeAdapter(Talk)


@dataclass(frozen=True)
class ServiceThreads:
    """The conversations of one service book."""

    book: ServiceBook

    def talk(self, thread_id: str) -> Talk:
        """How the conversation stands; a new one where there is none."""
        with self.book.reading() as ledger:
            rows = ledger.connection.execute(
                "SELECT talk FROM threads WHERE thread_id = ?", (thread_id,)
            ).fetchall()
        if not rows:
            return Talk(Session(session_id=thread_id))
        try:
            return TALK.validate_json(rows[0][0])
        except ValidationError as error:
            raise ToolError("service-thread-unreadable") from error

    def turns(self, thread_id: str) -> list[ServiceTurn]:
        """Its turns, oldest first."""
        with self.book.reading() as ledger:
            rows = ledger.connection.execute(
                "SELECT turn FROM turns WHERE thread_id = ? ORDER BY position", (thread_id,)
            ).fetchall()
        return [TURN.validate_json(text) for (text,) in rows]

    def kept(self, user_id: str | None = None) -> list[KeptThread]:
        """Conversations with the customer, or with anybody, the latest first."""
        with self.book.reading() as ledger:
            rows = ledger.connection.execute(
                "SELECT thread_id, json_extract(turn, '$.message'), updated_at, "
                "json_extract(talk, '$.session.user_id') AS user_id FROM threads "
                "JOIN turns USING (thread_id) WHERE position = 0 AND (? IS NULL OR user_id = ?) "
                "ORDER BY updated_at DESC",
                (user_id, user_id),
            ).fetchall()
        return [
            KeptThread(key, quoted(said, TITLE).text, datetime.fromisoformat(at), whose)
            for key, said, at, whose in rows
        ]

    def keep(self, talk: Talk, turn: ServiceTurn, at: datetime) -> None:
        """Keep how the conversation stands after `turn`."""
        with self.book.writing() as ledger:
            ledger.connection.execute(
                "INSERT INTO threads VALUES (?, ?, ?) ON CONFLICT (thread_id) DO UPDATE SET "
                "updated_at = excluded.updated_at, talk = excluded.talk",
                (turn.thread_id, at.isoformat(), TALK.dump_json(talk).decode()),
            )
            ledger.connection.execute(
                "INSERT INTO turns SELECT ?, coalesce(max(position) + 1, 0), ?, ? FROM turns "
                "WHERE thread_id = ?",
                (turn.thread_id, at.isoformat(), TURN.dump_json(turn).decode(), turn.thread_id),
            )
