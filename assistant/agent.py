"""The marketer's agent: choose a tool, run it, answer from its facts."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelCallLimitMiddleware
from langchain.agents.middleware.types import ModelRequest, ModelResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import (
    AIMessage,
    AnyMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)
from langchain_core.messages.tool import tool_call
from langgraph.config import get_stream_writer
from langgraph.graph.state import CompiledStateGraph

from assistant.choosing import Candidate, Vocabulary, call_grammar, only_call, parse_call
from assistant.composing import compose
from assistant.reading import Reader, Reading
from assistant.routing import Router
from assistant.toolbox import Tool, Toolbox
from assistant.turn import TextPiece, ToolCall
from tools.wording.values import Language

PROMPTS = Path(__file__).parent / "prompts"
FIGURES = "query_metrics"
SMALL_TALK = "about_store"


@dataclass(frozen=True)
class Chooser:
    """What a choice of tool needs: the tools, their words, and what the question says outright."""

    tools: Mapping[str, Tool]
    vocabulary: Vocabulary
    reader: Reader
    router: Router

    @cached_property
    def instructions(self) -> SystemMessage:
        """The same for every question, so a model that keeps prefixes reads it once."""
        text = (PROMPTS / "choose.md").read_text(encoding="utf-8")
        lines = [f"- {name}: {_summary(tool)}" for name, tool in self.tools.items()]
        words = {name: ", ".join(known) for name, known in self.vocabulary.items()}
        return SystemMessage(text.format(tools="\n".join(lines), **words))

    def read(self, messages: Sequence[AnyMessage]) -> Reading:
        """The last question, read with the call before it."""
        asked = (m for m in reversed(messages) if isinstance(m, AIMessage) and m.tool_calls)
        before = next((message.tool_calls[0] for message in asked), None)
        call = (before["name"], before["args"]) if before else None
        return self.reader.read(str(messages[-1].content), call)

    def candidates(self, reading: Reading) -> list[Candidate]:
        """The few calls the question may be for, likeliest first."""
        route = self.router.route(reading.question)
        names, reading = route.tools, replace(reading, topic=route.topic)
        if reading.metrics and len(names) > 1 and FIGURES not in names:
            names.append(FIGURES)  # in an open race a metric named counts
        if reading.continues and (len(names) > 1 or names[0] in (FIGURES, SMALL_TALK)):
            names = [reading.continues]
        alone = replace(reading, continues=None, carried={})
        return [
            Candidate.of(
                name,
                self.tools[name],
                reading if name == reading.continues else alone,
                self.vocabulary,
            )
            for name in names
        ]


@dataclass(frozen=True)
class TurnContext:
    """What a turn brings along besides its messages.

    Attributes:
        stopped: Whether the asker has stopped the turn; asked before each token.
    """

    stopped: Callable[[], bool] = lambda: False


class HeldToFacts(AgentMiddleware[Any, Any]):
    """Holds each model call to a grammar: first to the tools' calls, then to their facts."""

    def __init__(self, chooser: Chooser, language: Language) -> None:
        super().__init__()
        self.chooser = chooser
        self.language = language

    def wrap_model_call(self, request: ModelRequest[Any], handler: Any) -> ModelResponse[Any]:  # noqa: ANN401  # LangChain's own type is as wide
        """A question becomes a call; a tool's result becomes an answer."""
        last = request.messages[-1]
        if isinstance(last, ToolMessage):
            return ModelResponse(result=[self._compose(request)])
        return self._choose(request, handler)

    def _choose(self, request: ModelRequest[Any], handler: Any) -> ModelResponse[Any]:  # noqa: ANN401
        """One call: the only one the question leaves possible, or the model's choice."""
        reading = self.chooser.read(request.messages)
        candidates = self.chooser.candidates(reading)
        reply, call = AIMessage(content=""), only_call(candidates)
        if call is None:
            held = request.override(
                system_message=self.chooser.instructions,
                messages=[HumanMessage(f"{reading.question}\n{_hints(reading)}")],
                tools=[],
                model_settings=_held_to(call_grammar(candidates), request),
            )
            reply = handler(held).result[0]
            if request.runtime.context.stopped():
                return ModelResponse(result=[AIMessage(content="")])
            call = parse_call(str(reply.content), candidates)
        asked = tool_call(name=call[0], args=call[1], id=f"call_{len(request.messages)}")
        return ModelResponse(
            result=[reply.model_copy(update={"content": "", "tool_calls": [asked]})]
        )

    def _compose(self, request: ModelRequest[Any]) -> AIMessage:
        """The answer, each piece streamed as soon as it is certain."""
        say = get_stream_writer()
        question, calls = _question_and_calls(request.messages)
        reply, text = AIMessage(content=""), ""
        for part in compose(
            "facts",
            question,
            calls,
            self.language,
            request.model,
            request.runtime.context.stopped,
        ):
            if isinstance(part, AIMessage):
                reply = part
                continue
            say(TextPiece(text=part))
            text += part
        return reply.model_copy(update={"content": text})


def build_agent(
    model: BaseChatModel, toolbox: Toolbox, chooser: Chooser, language: Language, call_limit: int
) -> CompiledStateGraph[Any, Any, Any, Any]:
    """The agent that answers in `language`.

    Args:
        model: Chat model that takes a Lark `grammar` when called (see `ChatTransformers`).
        toolbox: The tools it may run.
        chooser: How it chooses among them.
        language: Language of the facts and so of the answer.
        call_limit: Most model calls for one question.
    """
    return create_agent(
        model,
        toolbox.as_langchain(language),
        context_schema=TurnContext,
        middleware=[
            ModelCallLimitMiddleware(run_limit=call_limit, exit_behavior="end"),
            HeldToFacts(chooser, language),
        ],
    )


def _summary(tool: Tool) -> str:
    """The docstring's text before `Args`: what the tool does and when to use which."""
    text = inspect.getdoc(tool) or ""
    return " ".join(text.split("Args:")[0].split())


def _hints(reading: Reading) -> str:
    """What the question names, in the tools' own words."""
    named = [*reading.metrics, *reading.filters, *reading.groupings, *reading.periods]
    earlier = f" Continues: {dict(reading.carried)}." if reading.carried else ""
    return f"(Names: {', '.join(named) or 'nothing'}.{earlier})"


def _held_to(grammar: str, request: ModelRequest[Any]) -> dict[str, Any]:
    """Settings of a model call that follows `grammar` and ends when the asker stops the turn."""
    return {"grammar": grammar, "cancelled": request.runtime.context.stopped}


def _question_and_calls(messages: Sequence[AnyMessage]) -> tuple[str, list[ToolCall]]:
    """The last question and the finished calls after it."""
    asked = max(n for n, message in enumerate(messages) if message.type == "human")
    artifacts = (m.artifact for m in messages[asked:] if isinstance(m, ToolMessage))
    return str(messages[asked].content), [a for a in artifacts if isinstance(a, ToolCall)]
