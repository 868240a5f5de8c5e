"""The marketer's agent: choose a tool, run it, answer from its facts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from babel.lists import format_list
from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware
from langchain.agents.middleware.types import ModelRequest, ModelResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import (
    AIMessage,
    AnyMessage,
    HumanMessage,
    SystemMessage,
)
from langchain_core.messages.ai import add_usage
from langchain_core.messages.tool import tool_call
from langgraph.config import get_stream_writer
from langgraph.graph.state import CompiledStateGraph

from assistant.chooser import Chooser
from assistant.choosing import Call, call_grammar, only_call, parse_call
from assistant.composing import Composition, compose
from assistant.composing.asking import gap
from assistant.explaining import WHY_NOTE, explained
from assistant.families import FIGURES
from assistant.memory import calls_before
from assistant.native import as_schema, by_default, chosen
from assistant.planning import Plan, Step, merged, plan
from assistant.progress import Progress
from assistant.reading import Reading
from assistant.second_step import plan_about
from assistant.sql_writing import LEFT_OUT, QueryWriter
from assistant.time_limit import TimeLimit
from assistant.toolbox import Toolbox
from assistant.turn import TextPiece
from tools.wording.speaker import Speaker
from tools.wording.values import Language


@dataclass(frozen=True)
class TurnContext:
    """What a turn brings along besides its messages.

    Attributes:
        stopped: Whether the asker has stopped the turn; asked before each token.
    """

    stopped: Callable[[], bool] = lambda: False


class HeldToFacts(AgentMiddleware[Any, Any]):
    """Runs a turn: the calls a question needs, those that follow from them, then the answer.

    A model that takes grammars is held to them: first to the tools' calls, then to their facts.

    Args:
        chooser: How calls are chosen.
        limit: Gives the store's connection to one piece of work at a time, for so long.
        language: Language of the answer.
        composition: How the answer is written.
        call_limit: Most model calls for one question, the answer's included.
        writer: Writes the queries that a question does not hold itself, where there is `run_sql`.
    """

    def __init__(
        self,
        chooser: Chooser,
        limit: TimeLimit,
        language: Language,
        composition: Composition,
        call_limit: int,
        writer: QueryWriter | None = None,
    ) -> None:
        super().__init__()
        self.limit = limit
        self.writer = writer
        self.chooser = chooser
        self.language = language
        self.composition = composition
        self.call_limit = call_limit

    def wrap_model_call(self, request: ModelRequest[Any], handler: Any) -> ModelResponse[Any]:  # noqa: ANN401  # LangChain's own type is as wide
        """A question becomes calls, their results further calls or an answer."""
        turn = Progress.of(request.messages)
        further = turn.winner is not None
        if turn.asked is None or (further and turn.n_steps < self.call_limit - 1):
            reply = self._choose(request, handler, turn)
        else:
            reply = self._compose(request, turn, cut_short=further)
        return ModelResponse(result=[reply])

    def _choose(self, request: ModelRequest[Any], handler: Any, turn: Progress) -> AIMessage:  # noqa: ANN401
        """The calls the question needs: the only possible ones, or the model's choice."""
        planned = self.limit.run(lambda: self._planned(request, turn))
        calls: list[Call] = []
        replies: list[AIMessage] = []
        notes = [*planned.notes]
        for step in planned.steps:
            call, spent = self._call(request, handler, step)
            if self.writer and call[0] == "run_sql" and "query" not in call[1]:
                query, wrote = self._query(self.writer, request, handler, step)
                call, spent = ("run_sql", {"query": query}), [*spent, *wrote]
                if query and self.writer.left_out(step.reading.question, query):
                    notes.append(LEFT_OUT)
            if request.runtime.context.stopped():
                return AIMessage(content="")
            calls.append(call)
            replies += spent
        figures = [
            step.reading.question
            for step, call in zip(planned.steps, calls, strict=True)
            if call[0] == FIGURES
        ]
        later = {
            "then": planned.then if turn.asked is None else "",
            "periods": list(planned.periods),
            "notes": notes,
            "unheld": self.chooser.unheld(figures),
        }
        asked = [
            tool_call(name=name, args=arguments, id=f"call_{len(request.messages)}_{n}")
            for n, (name, arguments) in enumerate(merged(calls))
        ]
        return AIMessage(content="", tool_calls=asked, additional_kwargs=later, **_cost(replies))

    def _planned(self, request: ModelRequest[Any], turn: Progress) -> Plan:
        """The steps of the question; what it names is looked up in the store, as tools do."""
        if turn.winner is not None:
            return plan_about(self.chooser, turn.then, turn.winner, turn.periods)
        calls = calls_before(request.messages)
        asked = self.chooser.asked(turn.question)
        return plan(self.chooser, asked, next(iter(calls), None), turn.file, calls[1:])

    def _call(
        self,
        request: ModelRequest[Any],
        handler: Any,  # noqa: ANN401
        step: Step,
    ) -> tuple[Call, list[AIMessage]]:
        """The call of one step, and the replies of the model it took.

        A small model, held to grammar and facts, fills in arguments only: of 16 questions it had to
        choose a tool for, it chose the right one for 5, while the likeliest was right for 12.
        """
        held_to_grammar = getattr(request.model, "takes_grammar", False)
        if held_to_grammar and self.composition == "facts":
            step = replace(step, candidates=step.candidates[:1])
        if (only := only_call(step.candidates)) is not None:
            return only, []
        question = HumanMessage(f"{step.reading.question}\n{_hints(step.reading)}")
        stopped = request.runtime.context.stopped

        def ask(further: Sequence[AnyMessage], tools: list[Any], **settings: Any) -> AIMessage:
            held = request.override(
                system_message=self.chooser.instructions,
                messages=[question, *further],
                tools=tools,
                tool_choice="any" if tools else None,
                model_settings=settings,
            )
            reply: AIMessage = handler(held).result[0]
            return reply

        if held_to_grammar:
            reply = ask([], [], grammar=call_grammar(step.candidates), cancelled=stopped)
            if stopped():
                return by_default(step.candidates[0]), [reply]
            return parse_call(str(reply.content), step.candidates), [reply]
        can_stop = getattr(request.model, "takes_cancelled", False)
        settings = {"cancelled": stopped} if can_stop else {}
        schemas = [as_schema(c, self.chooser.tools[c.name]) for c in step.candidates]
        return chosen(lambda further: ask(further, schemas, **settings), step.candidates)

    def _query(
        self,
        writer: QueryWriter,
        request: ModelRequest[Any],
        handler: Any,  # noqa: ANN401
        step: Step,
    ) -> tuple[str, list[AIMessage]]:
        """The query the model writes for a question, and the replies it took."""
        held = getattr(request.model, "takes_grammar", False)

        def ask(told: SystemMessage, messages: list[AnyMessage], grammar: str) -> AIMessage:
            settings = {"grammar": grammar} if held else {}
            alone = request.override(
                system_message=told, messages=messages, tools=[], model_settings=settings
            )
            reply: AIMessage = handler(alone).result[0]
            return reply

        told = [str(m.text) for m in request.messages if m.type == "human"]
        before = told[-2] if step.reading.continues == "run_sql" and len(told) > 1 else ""
        return writer.write(step.reading.question, ask, before)

    def _unheld(self, turn: Progress) -> str:
        """That the store knows nothing of a name which figures were to be kept to."""
        if not turn.unheld:
            return ""
        names = format_list([f"“{name}”" for name in turn.unheld], style="or", locale=self.language)
        return Speaker(self.language).message("name-not-held", names=names) + gap(self.language)

    def _compose(self, request: ModelRequest[Any], turn: Progress, *, cut_short: bool) -> AIMessage:
        """The answer, each piece streamed as soon as it is certain, and what must go with it."""
        say = get_stream_writer()
        stopped = request.runtime.context.stopped
        spent = turn.n_steps >= self.call_limit  # then only what needs no model is said
        replies: list[AIMessage] = []
        text = self._unheld(turn)
        if text:
            say(TextPiece(text=text))
        for part in compose(
            self.composition,
            turn.question,
            explained(turn.calls) if WHY_NOTE in turn.notes else turn.calls,
            self.language,
            request.model,
            (lambda: True) if spent else stopped,
        ):
            if isinstance(part, AIMessage):
                replies.append(part)
                continue
            say(TextPiece(text=part))
            text += part
        notes = [*turn.notes, *(["step-limit"] if cut_short else [])]
        for note in notes if not stopped() else ():
            piece = (" " if self.language == "en" else "") + Speaker(self.language).message(note)
            say(TextPiece(text=piece))
            text += piece
        return AIMessage(content=text, **_cost(replies))


def build_agent(
    model: BaseChatModel,
    toolbox: Toolbox,
    chooser: Chooser,
    language: Language,
    call_limit: int,
    composition: Composition = "facts",
    writer: QueryWriter | None = None,
) -> CompiledStateGraph[Any, Any, Any, Any]:
    """The agent that answers in `language`.

    Args:
        model: Chat model; one with `takes_grammar` is held to a Lark `grammar` when called, any
            other one calls tools as its server does.
        toolbox: The tools it may run.
        chooser: How it chooses among them.
        language: Language of the facts and so of the answer.
        call_limit: Most model calls for one question; what is found by then is still said.
        composition: How the answer is written.
        writer: Writes queries, where there is a tool to run them.
    """
    return create_agent(
        model,
        toolbox.as_langchain(language),
        context_schema=TurnContext,
        middleware=[HeldToFacts(chooser, toolbox.limit, language, composition, call_limit, writer)],
    )


def _hints(reading: Reading) -> str:
    """What the question names, in the tools' own words."""
    named = [*reading.metrics, *reading.filters, *reading.groupings, *reading.periods]
    earlier = f" Continues: {dict(reading.carried)}." if reading.carried else ""
    return f"(Names: {', '.join(named) or 'nothing'}.{earlier})"


def _cost(replies: Sequence[AIMessage]) -> dict[str, Any]:
    """What several replies of the model took together."""
    usage = None
    for reply in replies:
        usage = add_usage(usage, reply.usage_metadata)
    passes = sum(int(r.response_metadata.get("forward_passes", 0)) for r in replies)
    return {
        "usage_metadata": usage if replies else None,
        "response_metadata": {"forward_passes": passes} if passes else {},
    }
