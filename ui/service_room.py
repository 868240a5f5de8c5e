"""A customer's conversation as the page shows it, and what the page asks of the assistant."""

import logging
import threading
from collections.abc import Callable, Iterator
from html import escape
from queue import Queue
from typing import TYPE_CHECKING

import gradio as gr

from assistant.reading import language_of
from assistant.time_limit import TimeLimit
from tools.errors import StorewiseError, ToolError
from tools.wording.values import Language
from ui.cards import error_html
from ui.chat import Message, paced
from ui.sources import sources_html
from ui.words import word

if TYPE_CHECKING:  # its libraries take a second
    from assistant.service import ServiceAssistant, ServiceTurn

logger = logging.getLogger(__name__)


class ServiceRoom:
    """Asks the assistant, one piece of work at a time.

    Args:
        service: Gives the assistant.
        limit: Whose turn it is.
    """

    def __init__(self, service: "Callable[[], ServiceAssistant]", limit: TimeLimit) -> None:
        self.service = service
        self.limit = limit
        self._stops: dict[str, threading.Event] = {}

    def stop(self, session: str) -> None:
        """Let the model end its work for a browser session; what is answered by then is shown."""
        if event := self._stops.get(session):
            event.set()

    def history(self, thread_id: str | None) -> "list[ServiceTurn]":
        """The conversation so far."""
        return self.service().history(thread_id) if thread_id else []

    def messages(self, turns: "list[ServiceTurn]", language: Language) -> list[Message]:
        """The greeting and `turns` as the chat shows them."""
        told = [_message("assistant", _told(self.service().greeting(language)))]
        return told + [message for turn in turns for message in _shown(turn)]

    def say(self, message: str, thread_id: str, session: str) -> Iterator[list[Message]]:
        """Answer the customer's message: its own messages again at every step.

        Args:
            message: What she wrote.
            thread_id: The conversation.
            session: The browser session that may stop it.
        """
        stop = self._stops[session] = threading.Event()
        live = _Live(message)
        try:
            for _ in paced(live.follow(self._reply(message, thread_id, stop))):
                yield live.messages()
        except StorewiseError as error:
            live.problem = error.say(live.language) if isinstance(error, ToolError) else str(error)
        except Exception:
            logger.exception("The service assistant failed in thread %s", thread_id)
            live.problem = word(live.language, "went-wrong")
        finally:
            self._stops.pop(session, None)
        yield live.messages()

    def _reply(
        self, message: str, thread_id: str, stop: threading.Event
    ) -> "Iterator[str | ServiceTurn]":
        """The assistant's pieces as they come.

        They are made apart from who reads them: a change may be made with an answer, so it is
        finished and kept even if the reader goes away.
        """
        pieces: Queue[str | ServiceTurn | Exception | None] = Queue()

        def work(assistant: "ServiceAssistant") -> None:
            for piece in assistant.reply(thread_id, message, cancelled=stop.is_set):
                pieces.put(piece)

        def answer() -> None:
            try:
                assistant = self.service()
                self.limit.run(lambda: work(assistant))
            except Exception as error:  # noqa: BLE001  # raised again to who waits
                pieces.put(error)
            pieces.put(None)

        threading.Thread(target=answer, daemon=True).start()
        while (piece := pieces.get()) is not None:
            if isinstance(piece, Exception):
                raise piece
            yield piece


class _Live:
    """A message while it is being answered."""

    def __init__(self, message: str) -> None:
        self.message = message
        self.language: Language = language_of(message)
        self.text = ""
        self.problem = ""
        self.turn: ServiceTurn | None = None

    def follow(self, pieces: "Iterator[str | ServiceTurn]") -> Iterator[bool]:
        """Take down each piece; true for those worth showing at once."""
        yield True
        for piece in pieces:
            if isinstance(piece, str):
                self.text += piece
            else:
                self.turn = piece
            yield not isinstance(piece, str)

    def messages(self) -> list[Message]:
        """Message and answer so far."""
        if self.turn is not None:
            return _shown(self.turn)
        wait = f"<p class='sw-wait'>{escape(word(self.language, 'service-thinking'))}</p>"
        problem = error_html(self.problem) if self.problem else ""
        told = _told(self.text) if self.text else ""
        return _pair(_told(self.message), told + problem or wait)


def _shown(turn: "ServiceTurn") -> list[Message]:
    sources = sources_html(turn.citations, turn.language)
    return _pair(_told(turn.message), _told(turn.answer) + sources)


def _pair(asked: str, answered: str) -> list[Message]:
    return [_message("user", asked), _message("assistant", answered)]


def _message(role: str, html: str) -> Message:
    return {"role": role, "content": [gr.HTML(html)]}


def _told(text: str) -> str:
    """Words as they are: a customer's or a review's markup is shown, never drawn."""
    return f"<div class='sw-said'>{escape(text)}</div>"
