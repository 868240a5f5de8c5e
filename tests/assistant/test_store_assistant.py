import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.outputs import ChatResult

from assistant.chooser import Chooser
from assistant.composing.offers import offered
from assistant.conversations import Conversations
from assistant.reading import Reader
from assistant.routing import Route
from assistant.store_assistant import StoreAssistant
from assistant.toolbox import Toolbox
from assistant.turn import TextPiece, ToolFinished, ToolStarted, Turn, TurnEvent, TurnFinished
from tests.routes import among
from tests.scripted_model import ScriptedChatModel
from tests.small_store import small_store
from tools.about import AboutTools
from tools.errors import ModelError
from tools.lexicon import Lexicon
from tools.metrics import Semantics
from tools.query_metrics import MetricTools
from tools.result import ToolResult
from tools.wording.values import Quote


class FixedRouter:
    """Routes to what the test says."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)

    def route(self, question: str) -> Route:
        return among(self.names)


def answering_with(model: BaseChatModel, *shortlist: str) -> StoreAssistant:
    """The small store's assistant, which routes every question to `shortlist`."""
    store = small_store()
    semantics = Semantics(store)
    tools = {
        t.__name__: t for t in (MetricTools(store).query_metrics, AboutTools(store).about_store)
    }
    words = {"metrics": list(semantics.metrics), "group_by": list(semantics.dimensions)}
    reader = Reader(Lexicon(store), store.calendar, store.today)
    chooser = Chooser(tools, words, reader, FixedRouter(*shortlist))
    return StoreAssistant(model, "scripted", Toolbox(tools), chooser, None)


def assistant(script: Sequence[str], *shortlist: str) -> tuple[StoreAssistant, ScriptedChatModel]:
    model = ScriptedChatModel(script=list(script))
    return answering_with(model, *shortlist), model


def ask(script: Sequence[str], question: str, *shortlist: str) -> tuple[Turn, list[TurnEvent]]:
    answering, model = assistant(script, *shortlist)
    events = list(answering.ask(question, thread_id=None))
    assert isinstance(events[-1], TurnFinished)
    assert not model.script, "the model was called less often than the script has lines"
    return events[-1].turn, events


def test_a_question_becomes_a_call_and_an_answer_of_its_facts() -> None:
    facts = MetricTools(small_store()).query_metrics(["revenue"], "day", "2026-10").facts("en")
    chosen = offered(facts, facts[:1])[0]
    turn, events = ask(["2"], "Revenue by day in October 2026?", "query_metrics")
    assert [type(e) for e in events[:3]] == [ToolStarted, ToolFinished, TextPiece]
    assert turn.tool_calls[0].arguments["metrics"] == ["revenue"]
    assert turn.tool_calls[0].arguments["group_by"] == "day"
    assert turn.tool_calls[0].arguments["period"] == "2026-10"
    assert turn.answer.startswith(facts[0].text)
    assert chosen.text in turn.answer
    assert turn.grounded
    assert {figure.tool_call for figure in turn.figures} == {0}


def test_pieces_add_up_to_the_answer_that_is_kept() -> None:
    turn, events = ask(["2"], "2026年10月每天的订单数？", "query_metrics")
    assert turn.language == "zh"
    assert "".join(e.text for e in events if isinstance(e, TextPiece)) == turn.answer


def test_a_name_the_store_does_not_have_is_said_before_the_figures() -> None:
    turn, events = ask([], "Orders from Paris in October 2026?", "query_metrics")
    assert turn.answer.startswith("I find nothing called “Paris” in this store’s data")
    assert "Orders came to 5 in October 2026." in turn.answer
    assert "".join(e.text for e in events if isinstance(e, TextPiece)) == turn.answer
    assert turn.grounded


def test_what_the_question_leaves_open_is_the_models_choice() -> None:
    words = "splendid, as ever"  # no list knows these
    turn, _ = ask(['{"tool": "about_store", "topic": "thanks"}'], words, "about_store")
    assert turn.tool_calls[0].arguments == {"topic": "thanks"}
    assert turn.answer == "You're welcome. Ask away whenever you need another figure."
    assert turn.grounded


def test_a_courtesy_needs_no_model() -> None:
    turn, _ = ask([], "cheers", "about_store")
    assert turn.tool_calls[0].arguments == {"topic": "thanks"}


def test_a_period_without_data_is_said_not_guessed() -> None:
    turn, _ = ask([], "revenue in 1999", "query_metrics")
    assert turn.tool_calls[0].arguments["period"] == "1999"
    assert turn.answer
    assert turn.grounded


@pytest.mark.parametrize("question", ["", "   \n"])
def test_an_empty_question_is_answered_with_an_example(question: str) -> None:
    turn, _ = ask([], question, "query_metrics")
    assert "type a question" in turn.answer


def test_a_stopped_turn_says_no_more_and_leaves_the_thread_usable() -> None:
    answering, model = assistant(["never asked"], "query_metrics")
    stop = threading.Event()
    stop.set()
    events = list(answering.ask("Revenue by day in October 2026?", thread_id=None, stop=stop))
    assert [type(event) for event in events] == [TurnFinished]
    assert model.script == ["never asked"]
    again = list(answering.ask("revenue in 1999", thread_id=None))
    assert isinstance(again[-1], TurnFinished)
    assert again[-1].turn.answer


def test_a_follow_up_leans_on_the_turn_before(tmp_path: Path) -> None:
    answering, model = assistant(["-"] * 4, "query_metrics")
    answering.conversations = Conversations(tmp_path / "conversations.sqlite")
    model.free = True
    list(answering.ask("Orders in October 2026?", thread_id="t"))
    last = list(answering.ask("and by channel?", thread_id="t"))[-1]
    assert isinstance(last, TurnFinished)
    arguments = last.turn.tool_calls[0].arguments
    assert arguments["metrics"] == ["orders"]
    assert arguments["period"] == "2026-10"
    assert arguments["group_by"] == "channel"
    assert [turn.question for turn in answering.history("t")] == [
        "Orders in October 2026?",
        "and by channel?",
    ]


class FailingModel(ScriptedChatModel):
    """A model that cannot answer until `well`."""

    well: bool = False
    error: Exception

    def _generate(self, *args: Any, **kwargs: Any) -> ChatResult:
        if not self.well:
            raise self.error
        return super()._generate(*args, **kwargs)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ModelError("server-gone", url=Quote(text="http://gpu:8000/v1")), "没有响应"),
        (ModelError("prompt-too-long"), "新开一个对话"),
        (MemoryError(), "内存不足"),
    ],
)
def test_a_model_that_fails_is_a_sentence_and_leaves_the_thread_usable(
    tmp_path: Path, error: Exception, said: str
) -> None:
    model = FailingModel(script=["-"] * 4, free=True, error=error)
    answering = answering_with(model, "query_metrics")
    answering.conversations = Conversations(tmp_path / "conversations.sqlite")
    failed, again = (
        last_turn(answering.ask("2026年10月每天的订单数？", thread_id="t"))
        for model.well in (False, True)
    )
    assert said in failed.answer
    assert failed.grounded
    assert said not in again.answer
    assert [turn.question for turn in answering.history("t")] == [failed.question] * 2


def test_a_tool_that_fails_is_a_sentence_in_the_answer() -> None:
    answering = answering_with(ScriptedChatModel(script=["-"] * 4, free=True), "query_metrics")

    def query_metrics(metrics: list[str], period: str | None = None) -> ToolResult:
        """Figures.

        Args:
            metrics: Which.
            period: When.
        """
        raise RuntimeError(metrics, period)

    tools = {**answering.tools, "query_metrics": query_metrics}
    answering = StoreAssistant(
        answering.model, "scripted", Toolbox(tools), answering.chooser, answering.conversations
    )
    turn = last_turn(answering.ask("Orders in October 2026?", thread_id=None))
    assert turn.tool_calls[0].status == "error"
    assert "fault in Storewise" in turn.answer


def last_turn(events: Iterator[TurnEvent]) -> Turn:
    *_, last = events
    assert isinstance(last, TurnFinished)
    return last.turn
