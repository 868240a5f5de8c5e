"""The assistant of one store: a question in, the events of its turn out."""

import logging
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from assistant.agent import TurnContext, build_agent
from assistant.chooser import Chooser
from assistant.composing import Composition, choosing_facts
from assistant.conversations import Conversations
from assistant.grounding import figures_in, is_grounded
from assistant.memory import remember
from assistant.reading import language_of
from assistant.sql_writing import QueryWriter
from assistant.toolbox import Tool, Toolbox
from assistant.turn import (
    TextPiece,
    Timing,
    ToolCall,
    ToolFinished,
    ToolStarted,
    Turn,
    TurnEvent,
    TurnFinished,
)
from tools.errors import StorewiseError
from tools.wording.speaker import Speaker
from tools.wording.values import Language

logger = logging.getLogger(__name__)


class StoreAssistant:
    """Answers questions about one store, in English or Chinese.

    Args:
        model: Chat model; one with `takes_grammar` is held to a Lark `grammar` when called.
        model_name: What to call it.
        toolbox: The tools it may run.
        chooser: How it chooses among them.
        conversations: Where turns are kept; `None` keeps none.
        call_limit: Most model calls for one question.
        composition: How answers are written.
        writer: Writes queries, where there is a tool to run them.
    """

    def __init__(
        self,
        model: BaseChatModel,
        model_name: str,
        toolbox: Toolbox,
        chooser: Chooser,
        conversations: Conversations | None,
        call_limit: int = 8,
        composition: Composition = "facts",
        writer: QueryWriter | None = None,
    ) -> None:
        self.model = model
        self.model_name = model_name
        self.chooser = chooser
        self.toolbox = toolbox
        self.conversations = conversations
        languages: tuple[Language, ...] = ("en", "zh")
        self._agents = {
            language: build_agent(
                model, toolbox, chooser, language, call_limit, composition, writer
            )
            for language in languages
        }

    @property
    def tools(self) -> Mapping[str, Tool]:
        """The tools it may call, by name."""
        return self.toolbox.tools

    def warm(self) -> None:
        """Let the model read its instructions, so that the first question need not wait for it."""
        remember = getattr(self.model, "remember", None)
        if remember is not None:  # for good, and for the next start
            remember([self.chooser.instructions])
            remember([choosing_facts.instructions()])
        else:
            self.model.bind(max_tokens=1).invoke([self.chooser.instructions, HumanMessage("Hello")])

    def history(self, thread_id: str) -> list[Turn]:
        """The turns of a conversation so far, oldest first."""
        return self.conversations.turns(thread_id) if self.conversations else []

    def ask(
        self,
        question: str,
        *,
        thread_id: str | None,
        user_id: str | None = None,  # noqa: ARG002  # service turns know the customer
        stop: threading.Event | None = None,
        file: str | None = None,
    ) -> Iterator[TurnEvent]:
        """Answer `question`; see `assistant.turn.Assistant`."""
        language = language_of(question)
        progress = _Progress(question, language, self.model_name, file)
        if not question.strip():
            yield progress.say(Speaker(language).message("ask-something"))
        else:
            context = TurnContext(stop.is_set) if stop else TurnContext()
            yield from self._answer(context, progress, self.history(thread_id) if thread_id else [])
        turn = progress.finish()
        if thread_id and self.conversations:
            self.conversations.add(thread_id, turn)
        logger.info("thread %s: %s", thread_id, progress.summary(turn))
        yield TurnFinished(turn=turn)

    def _answer(
        self, context: TurnContext, progress: "_Progress", earlier: list[Turn]
    ) -> Iterator[TurnEvent]:
        """The turn's events; what a person can put right is said in place of the answer."""
        told = {"file": progress.file} if progress.file else {}
        asked = HumanMessage(progress.question, additional_kwargs=told)
        messages = [*remember(earlier), asked]
        try:
            yield from self._run(messages, context, progress)
        except StorewiseError as error:
            logger.warning("A turn ended early: %s", error)
            yield progress.excuse(error.say(progress.language))
        except MemoryError:
            logger.exception("A turn ran out of memory")
            yield progress.excuse(Speaker(progress.language).message("out-of-memory"))

    def _run(
        self, messages: list[AnyMessage], context: TurnContext, progress: "_Progress"
    ) -> Iterator[TurnEvent]:
        steps = self._agents[progress.language].stream(
            {"messages": messages}, context=context, stream_mode=["updates", "custom"]
        )
        for _, payload in steps:
            if context.stopped():
                return
            if isinstance(payload, TextPiece):
                yield progress.say(payload.text)
            elif isinstance(payload, dict):
                for message in _new_messages(payload):
                    yield from progress.see(message)


class _Progress:
    """One turn as it grows: what was called, what was said, and what it took."""

    def __init__(
        self, question: str, language: Language, model: str, file: str | None = None
    ) -> None:
        self.question = question
        self.language = language
        self.model = model
        self.file = file
        self.started = time.perf_counter()
        self.first_word_s: float | None = None
        self.pieces: list[str] = []
        self.excuses: list[str] = []
        self.calls: list[ToolCall] = []
        self.call_ids: list[str | None] = []
        self.spent: dict[str, int] = {}

    def say(self, text: str) -> TextPiece:
        """Take down a piece of the answer."""
        if self.first_word_s is None:
            self.first_word_s = self._elapsed()
        self.pieces.append(text)
        return TextPiece(text=text)

    def excuse(self, sentence: str) -> TextPiece:
        """Say why there is no answer, or no more of it; its numbers are no figures of the store."""
        self.excuses.append(sentence)
        self.calls = [_given_up(call, sentence) for call in self.calls]
        return self.say(("\n\n" if self.pieces else "") + sentence)

    def see(self, message: AnyMessage) -> Iterator[TurnEvent]:
        """Take down a step of the agent, and tell it if it is a call."""
        if isinstance(message, AIMessage):
            self._count(message)
            for asked in message.tool_calls:
                call = ToolCall(name=asked["name"], arguments=asked["args"], status="running")
                self.calls.append(call)
                self.call_ids.append(asked["id"])
                yield ToolStarted(index=len(self.calls) - 1, call=call)
        elif isinstance(message, ToolMessage) and message.tool_call_id in self.call_ids:
            index = self.call_ids.index(message.tool_call_id)
            self.calls[index] = _finished(self.calls[index], message)
            yield ToolFinished(index=index, call=self.calls[index])

    def finish(self) -> Turn:
        """The turn as it is kept."""
        answer = said = "".join(self.pieces)
        for excuse in self.excuses:
            said = said.replace(excuse, "")
        cited = [c for call in self.calls if call.result for c in call.result.citations]
        return Turn(
            question=self.question,
            answer=answer,
            language=self.language,
            tool_calls=tuple(self.calls),
            figures=figures_in(answer, self.calls, self.language),
            grounded=is_grounded(said, self.calls, self.question),
            citations=tuple(dict.fromkeys(c for c in cited if c in answer)),
            timing=Timing(first_token_s=self.first_word_s, total_s=self._elapsed(), **self.spent),
            model=self.model,
            file=self.file,
        )

    def summary(self, turn: Turn) -> str:
        """One line for the log, without the asker's words."""
        called = ", ".join(call.name for call in self.calls) or "no tool"
        return f"{called}; {turn.timing.total_s:.1f} s; grounded={turn.grounded}"

    def _elapsed(self) -> float:
        return round(time.perf_counter() - self.started, 3)

    def _count(self, message: AIMessage) -> None:
        usage: dict[str, Any] = dict(message.usage_metadata or {})
        passes = message.response_metadata.get("forward_passes", 0)
        for name, n in (
            ("prompt_tokens", usage.get("input_tokens", 0)),
            ("generated_tokens", usage.get("output_tokens", 0)),
            ("forward_passes", passes),
        ):
            self.spent[name] = self.spent.get(name, 0) + int(n)


def _finished(call: ToolCall, message: ToolMessage) -> ToolCall:
    """The call as the toolbox ran it, or why LangChain did not let it run."""
    if isinstance(message.artifact, ToolCall):
        return message.artifact
    return call.model_copy(update={"status": "error", "error": str(message.content)})


def _given_up(call: ToolCall, why: str) -> ToolCall:
    """A call that was still running when the turn ended early."""
    if call.status != "running":
        return call
    return call.model_copy(update={"status": "error", "error": why})


def _new_messages(updates: dict[str, Any]) -> Iterator[AnyMessage]:
    """What the agent's nodes added in one step."""
    for update in updates.values():
        yield from (update or {}).get("messages", ())
