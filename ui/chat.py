"""The conversation as the page shows it: messages from turns, live while one is being answered."""

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.conversations import Conversations, Feedback
from assistant.reading import language_of
from assistant.turn import (
    Assistant,
    TextPiece,
    ToolCall,
    ToolFinished,
    ToolStarted,
    Turn,
    TurnEvent,
    TurnFinished,
)
from tools.errors import StorewiseError, ToolError
from tools.result import ToolResult
from tools.wording.values import Language
from ui.arguments import Names, unnamed
from ui.cards import call_card, result_html
from ui.charts import figure
from ui.words import word

if TYPE_CHECKING:  # its libraries take a second
    from tools.effects.uploads import Uploads

logger = logging.getLogger(__name__)

Message = dict[str, Any]
PAUSE_S = 0.08
"""Least seconds between two updates of the page while text streams."""
_THUMBS: dict[bool | str, Feedback] = {True: "up", False: "down"}
_SHOWN: dict[Feedback | None, str | None] = {"up": "Like", "down": "Dislike", None: None}


class ChatRoom:
    """What the page asks of the assistant and of the saved conversations.

    Args:
        assistant: Who answers.
        conversations: Where turns are kept.
        names: What the store calls its values.
        uploads: Where tables go that are put beside a question; `None` takes none.
    """

    def __init__(
        self,
        assistant: Assistant,
        conversations: Conversations,
        names: Names = unnamed,
        uploads: "Uploads | None" = None,
    ) -> None:
        self.assistant = assistant
        self.conversations = conversations
        self.names = names
        self.uploads = uploads
        self._stops: dict[str, threading.Event] = {}

    def messages(self, thread_id: str | None) -> list[Message]:
        """A kept thread as the chat shows it."""
        turns = self.conversations.turns(thread_id) if thread_id else []
        return [message for turn in turns for message in self._turn_messages(turn)]

    def thumbs(self, thread_id: str | None) -> list[str | None]:
        """The feedback kept for each answer of a thread, in Gradio's words."""
        kept = self.conversations.feedback(thread_id) if thread_id else []
        return [_SHOWN[feedback] for feedback in kept]

    def judge(self, thread_id: str, message_index: int, liked: bool | str) -> Feedback | None:
        """Keep a thumb given to message number `message_index`; every second is an answer."""
        feedback = _THUMBS.get(liked)
        self.conversations.judge(thread_id, message_index // 2, feedback)
        return feedback

    def stop(self, session: str) -> None:
        """End the turn that a browser session is waiting for."""
        if event := self._stops.get(session):
            event.set()

    def keep(self, files: Sequence[str]) -> str | None:
        """Keep the table put beside a question, of several the first.

        Returns:
            Its name; `None` where there is none.

        Raises:
            ToolError: If it is no table that can be read.
        """
        if not files or self.uploads is None:
            return None
        name = self.uploads.add(Path(files[0]))
        for file in files:
            Path(file).unlink(missing_ok=True)  # the page's own copies
        return name

    def ask(
        self, question: str, thread_id: str, session: str, file: str | None = None
    ) -> Iterator[list[Message]]:
        """Answer `question` in a thread: this turn's messages again at every step.

        Args:
            question: As asked.
            thread_id: The thread.
            session: The browser session that may stop it.
            file: Name of the table put beside it, as `keep` gives it.
        """
        stop = self._stops[session] = threading.Event()
        draft = _Draft(question, self.names, file)
        try:
            events = self.assistant.ask(question, thread_id=thread_id, stop=stop, file=file)
            for _ in paced(draft.follow(events)):
                yield draft.messages()
        except StorewiseError as error:
            draft.fail(error.say(draft.language) if isinstance(error, ToolError) else str(error))
        except Exception:
            logger.exception("The assistant failed in thread %s", thread_id)
            draft.fail(word(draft.language, "went-wrong"))
        finally:
            stop.set()  # a reader who went away needs no answer
            self._stops.pop(session, None)
            self._keep(draft, thread_id)
        yield draft.messages()

    def _turn_messages(self, turn: Turn) -> list[Message]:
        answer = turn.answer or word(turn.language, "stopped-early")
        calls = [call for call in turn.tool_calls if call.status != "running"]  # stopped in it
        asked = _asked(turn.question, turn.file)
        return _messages(asked, calls, answer, turn.language, self.names)

    def _keep(self, draft: "_Draft", thread_id: str) -> None:
        """Keep a turn that the assistant did not finish and therefore did not keep."""
        if draft.finished is None:
            draft.finished = draft.as_turn()
            with suppress(StorewiseError):
                self.conversations.add(thread_id, draft.finished)


class _Draft:
    """A turn while it is being answered."""

    def __init__(self, question: str, names: Names, file: str | None = None) -> None:
        self.question = question
        self.file = file
        self.names = names
        self.language: Language = language_of(question)
        self.calls: list[ToolCall] = []
        self.text = ""
        self.finished: Turn | None = None

    def follow(self, events: Iterator[TurnEvent]) -> Iterator[bool]:
        """Take down each event; true for those worth showing at once."""
        yield True
        for event in events:
            match event:
                case ToolStarted(call=call):
                    self.calls.append(call)
                case ToolFinished(index=index, call=call):
                    self.calls[index:] = [call]
                case TextPiece(text=text):
                    self.text += text
                case TurnFinished(turn=turn):
                    self.finished = turn
            yield not isinstance(event, TextPiece)

    def fail(self, sentence: str) -> None:
        """End with one polite line."""
        self.text = f"{self.text}\n\n{sentence}".strip()

    def as_turn(self) -> Turn:
        """What there is, as a turn to keep."""
        calls = tuple(call for call in self.calls if call.status != "running")
        return Turn(
            question=self.question,
            answer=self.text or word(self.language, "stopped-early"),
            language=self.language,
            tool_calls=calls,
            grounded=not self.text,
            file=self.file,
        )

    def messages(self) -> list[Message]:
        """Question and answer so far."""
        running = any(call.status == "running" for call in self.calls)
        waiting = None if self.text or running else ("writing" if self.calls else "thinking")
        note = f"<p class='sw-wait'>{word(self.language, waiting)}</p>" if waiting else ""
        said = gr.HTML(note) if note else self.text
        asked = _asked(self.question, self.file)
        return _messages(asked, self.calls, said, self.language, self.names, drawn=False)


def _asked(question: str, file: str | None) -> list[Any]:
    """The question, under the name of the table put beside it."""
    name = [gr.HTML(f"<span class='sw-file'>{escape(file)}</span>")] if file else []
    return [*name, question]


def _messages(
    asked: list[Any],
    calls: Sequence[ToolCall],
    said: gr.HTML | str,
    language: Language,
    names: Names,
    drawn: bool = True,
) -> list[Message]:
    """Question; then cards, text, and each result's picture (once all is said) and table."""
    cards = "".join(call_card(call, language, names) for call in calls)
    content: list[Any] = [gr.HTML(cards)] if cards else []
    content.append(said)
    for call in calls:
        if call.result is None:
            continue
        if drawn and (picture := _picture(call.result, language)) is not None:
            content.append(gr.Plot(picture, show_label=False, container=False))
        content.append(gr.HTML(result_html(call.result, language, names)))
    return [{"role": "user", "content": asked}, {"role": "assistant", "content": content}]


def _picture(result: ToolResult, language: Language) -> object | None:
    """The result's chart; a bug in drawing costs the picture, never the answer."""
    try:
        return figure(result, language)
    except Exception:
        logger.exception("Cannot draw the chart of %s", result.tool)
        return None


def paced(steps: Iterator[bool]) -> Iterator[None]:
    """Let through every step that must show, and of the others one each `PAUSE_S` seconds."""
    shown = 0.0
    for now in steps:
        if now or time.monotonic() - shown >= PAUSE_S:
            shown = time.monotonic()
            yield
