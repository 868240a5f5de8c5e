"""A customers' assistant that follows a script, over nothing."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import SimpleNamespace

from assistant.service import Citation, Edit, ServiceTurn, Suggestion
from assistant.service.threads import KeptThread
from tools.errors import ToolError
from tools.wording.values import Language, Quote

SOURCES = (
    Citation("order", "o1", "o1"),
    Citation("policy", "returns-en#1", "Returns", "You may return <b>unused</b> items."),
    Citation("policy", "returns-en#2", "Returns", "Return shipping costs 12 yuan."),
)


@dataclass
class ScriptedService:
    """Plays one of a few turns, chosen by words in the message."""

    lacking: tuple[str, ...] = ()
    turns: dict[str, list[ServiceTurn]] = field(default_factory=dict)
    ratings: dict[str, tuple[int | None, bool | None]] = field(default_factory=dict)
    asked: list[tuple[str, str | None, Sequence[str]]] = field(default_factory=list)

    @property
    def service(self) -> SimpleNamespace:
        return SimpleNamespace(lacking=self.lacking)

    def greeting(self, language: Language) -> str:
        return "您好，欢迎光临。" if language == "zh" else "Hello, and welcome to Willow & Reed."

    def history(self, thread_id: str) -> list[ServiceTurn]:
        return list(self.turns.get(thread_id, []))

    def kept(self, user_id: str | None = None) -> list[KeptThread]:
        """Those kept, the latest first."""
        now = datetime(2026, 10, 31, tzinfo=UTC)
        return [
            KeptThread(key, turns[0].message, now, user_id)
            for key, turns in reversed(self.turns.items())
        ]

    def reply(
        self,
        thread_id: str,
        message: str,
        user_id: str | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[str | ServiceTurn]:
        if "crash" in message:
            raise RuntimeError("a bug with a secret inside")
        if "nobody" in message:
            raise ToolError("service-unknown-user", user=Quote(text="u9"))
        turn = self._turn(thread_id, message)
        for word in turn.answer.split(" "):
            time.sleep(0.1 if "slow" in message else 0)
            yield f"{word} "
            while "slow" in message and not cancelled():
                time.sleep(0.02)
        self.turns.setdefault(thread_id, []).append(turn)
        yield turn

    def suggest(
        self, message: str, user_id: str | None = None, history: Sequence[str] = ()
    ) -> Suggestion:
        if user_id == "u9":
            raise ToolError("service-unknown-user", user=Quote(text="u9"))
        self.asked.append((message, user_id, history))
        edits = (Edit("shorter", "Shorter", "In 15 days."), Edit("warmer", "Warmer", "Gladly!"))
        return Suggestion("You may return it.", SOURCES, edits, notes=("Not recognised <yet>.",))

    def rate(
        self, thread_id: str, stars: int | None = None, *, resolved: bool | None = None
    ) -> None:
        self.ratings[thread_id] = (stars, resolved)

    def _turn(self, thread_id: str, message: str) -> ServiceTurn:
        chinese = any(ord(letter) > 0x2E80 for letter in message)
        turn = ServiceTurn(
            thread_id, f"You wrote: {message}", "zh" if chinese else "en", message=message
        )
        if "cancel" in message or "取消" in message:
            return replace(turn, asks_yes=True, customer="Ann Lee", citations=SOURCES)
        if "person" in message:
            return replace(turn, handed_over=True, summary="Ann wants a person.")
        before = self.turns.get(thread_id, [])
        return replace(turn, handed_over=bool(before and before[-1].handed_over))
