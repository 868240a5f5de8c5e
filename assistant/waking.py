"""An assistant whose model loads while the page is already open."""

import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from assistant.toolbox import Tool
from assistant.turn import Turn, TurnEvent
from assistant.workbench import Workbench
from tools.errors import StorewiseError

logger = logging.getLogger(__name__)


class WakingAssistant:
    """The workbench's assistant, loaded in the background; a question asked early waits for it.

    Then, whenever nobody is being answered, the store is read for the tools that take long at
    first. What goes wrong while loading is raised to whoever asks first.
    """

    def __init__(self, bench: Workbench) -> None:
        self.tools: Mapping[str, Tool] = bench.toolbox.tools
        self._bench = bench
        self._awake, self._idle = threading.Event(), threading.Event()
        self._idle.set()
        self._lock, self._n_answering = threading.Lock(), 0
        threading.Thread(target=self._wake, daemon=True).start()

    def _wake(self) -> None:
        try:
            assistant = self._bench.assistant
            self._awake.set()
            assistant.warm()
            self._bench.service_assistant.warm()
            for _tool in self._bench.read_ahead():
                self._idle.wait()
        except StorewiseError as error:
            logger.warning("The chat model did not load: %s", error)
        finally:
            self._awake.set()

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Until it is left, nothing is read ahead."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def _count(self, more: int) -> None:
        with self._lock:
            self._n_answering += more
            (self._idle.clear if self._n_answering else self._idle.set)()

    def history(self, thread_id: str) -> list[Turn]:
        """The turns of a conversation so far, oldest first."""
        return self._bench.conversations.turns(thread_id)

    def ask(
        self,
        question: str,
        *,
        thread_id: str | None,
        user_id: str | None = None,
        stop: threading.Event | None = None,
        file: str | None = None,
    ) -> Iterator[TurnEvent]:
        """Answer `question`; see `assistant.turn.Assistant`."""
        with self._answering():
            self._awake.wait()
            yield from self._bench.assistant.ask(
                question, thread_id=thread_id, user_id=user_id, stop=stop, file=file
            )
