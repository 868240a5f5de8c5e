"""An assistant whose model loads while the page is already open."""

import logging
import threading
from collections.abc import Iterator, Mapping

from assistant.toolbox import Tool
from assistant.turn import Turn, TurnEvent
from assistant.workbench import Workbench
from tools.errors import StorewiseError

logger = logging.getLogger(__name__)


class WakingAssistant:
    """The workbench's assistant, loaded in the background; a question asked early waits for it.

    What goes wrong while loading is raised to whoever asks first.
    """

    def __init__(self, bench: Workbench) -> None:
        self.tools: Mapping[str, Tool] = bench.toolbox.tools
        self._bench = bench
        self._awake = threading.Event()
        threading.Thread(target=self._wake, daemon=True).start()

    def _wake(self) -> None:
        try:
            assistant = self._bench.assistant
            self._awake.set()
            assistant.warm()
            self._bench.service_assistant.warm()
        except StorewiseError as error:
            logger.warning("The chat model did not load: %s", error)
        finally:
            self._awake.set()

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
        self._awake.wait()
        yield from self._bench.assistant.ask(
            question, thread_id=thread_id, user_id=user_id, stop=stop, file=file
        )
