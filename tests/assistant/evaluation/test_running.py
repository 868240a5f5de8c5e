"""Questions run through an assistant over the small store that follows a script."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.choosing import Candidate
from assistant.evaluation import running
from assistant.evaluation.questions import EvalQuestion
from assistant.evaluation.running import run_questions, sampled, sampling
from assistant.planning import Plan, Step
from assistant.reading import Reading
from assistant.turn import TextPiece, ToolCall, ToolFinished, ToolStarted, Turn, TurnFinished
from tests.scripted_model import ScriptedChatModel
from tests.small_store import small_store
from tools.errors import SettingsError
from tools.query_metrics import MetricTools
from tools.store.store import StoreProfile
from tools.store.workspace import write_tables

STORE = small_store()


class Heated(ScriptedChatModel):
    temperature: float = 0.2
    seed: int | None = None


class ScriptedAssistant:
    """Thanks whoever asks, and takes down what it is asked, how hot and with which seed."""

    def __init__(self) -> None:
        self.model = Heated(script=[])
        self.tools = {"query_metrics": MetricTools(STORE).query_metrics}
        self.asked: list[tuple[str, str, float, int | None]] = []
        self.conversations = None
        self.warmed = False
        self.chooser = SimpleNamespace(before=len)

    def warm(self):
        self.warmed = True

    def history(self, thread_id):
        return self.conversations.turns(thread_id)

    def ask(self, question, *, thread_id):
        if question == "break":
            raise ValueError("broken")
        self.asked.append((question, thread_id, self.model.temperature, self.model.seed))
        call = ToolCall(name="about_store", arguments={"topic": "thanks"}, status="ok", seconds=0.5)
        yield ToolStarted(index=0, call=call)
        yield ToolFinished(index=0, call=call)
        yield TextPiece(text="You are welcome.")
        answer = "You are welcome."
        turn = Turn(question=question, answer=answer, language="en", tool_calls=(call,))
        self.conversations.add(thread_id, turn)
        yield TurnFinished(turn=turn)


def question(name: str, *turns: str) -> EvalQuestion:
    return EvalQuestion(id=name, kind="talk", language="en", thread=turns, tools=("about_store",))


def planned(*names: str, then: str = "") -> Plan:
    steps = [Step(Reading("?", "en"), [Candidate(name, {}, {})]) for name in names]
    return Plan(steps, then=then)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch) -> SimpleNamespace:
    monkeypatch.setattr(
        running, "plan", lambda chooser, question, before, earlier: planned("about_store")
    )
    tables = {name: STORE.table(name).to_pyarrow() for name in sorted(STORE.tables)}
    write_tables(tmp_path, tables, StoreProfile(name="Small store", currency="CNY"))
    assistant, read = ScriptedAssistant(), []

    def read_ahead():
        assert assistant.warmed
        assert not assistant.asked
        yield "query_metrics"
        read.append("query_metrics")

    return SimpleNamespace(
        assistant=assistant, folder=tmp_path, store=STORE, read_ahead=read_ahead, read=read
    )


def test_each_run_is_a_conversation_of_its_own_with_its_own_seed(bench):
    list(run_questions(bench, [question("a", "one", "two")], runs=2, temperature=0.7, seed=5))
    assert bench.assistant.asked == [
        ("one", "a-0", 0.7, 5),
        ("two", "a-0", 0.7, 5),
        ("one", "a-1", 0.7, 6),
        ("two", "a-1", 0.7, 6),
    ]
    assert bench.read == ["query_metrics"]  # before the first question


def test_the_model_is_left_as_it_was_and_the_stores_conversations_alone(bench):
    list(run_questions(bench, [question("a", "one")], temperature=0.7))
    assert (bench.assistant.model.temperature, bench.assistant.model.seed) == (0.2, None)
    assert not (bench.folder / "conversations.sqlite").exists()


def test_steps_are_timed_and_progress_is_told(bench):
    told: list[tuple[float, float]] = []
    questions = [question("a", "one"), question("b", "two")]
    first, _ = run_questions(bench, questions, update=lambda *done: told.append(done))
    assert told == [(1, 2), (2, 2)]
    assert first.steps.run == 0.5
    assert 0 <= first.steps.choose <= first.steps.first_sentence <= first.steps.total
    assert first.recalled
    assert first.turn.answer == "You are welcome."


@pytest.mark.parametrize(
    ("offered", "then", "recalled"),
    [
        (("funnel", "about_store"), "", True),
        (("funnel",), "", False),
        (("about_store",), "", False),
        (("funnel",), "and what of {winner}?", True),
    ],
)
def test_every_tool_must_be_offered_or_reached_by_a_step_that_follows(
    bench, monkeypatch, offered, then, recalled
):
    monkeypatch.setattr(running, "plan", lambda *_, **__: planned(*offered, then=then))
    both = question("a", "one").model_copy(update={"tools": ("funnel", "about_store")})
    (trial,) = run_questions(bench, [both])
    assert trial.recalled is recalled


def test_a_turn_that_breaks_does_not_end_the_run(bench):
    broken, fine = run_questions(bench, [question("a", "break"), question("b", "one")])
    assert broken.broke == "ValueError: broken"
    assert not broken.passed
    assert fine.broke is None


def test_a_model_without_a_temperature_cannot_be_heated():
    model = ScriptedChatModel(script=[])
    with sampling(model, 0, 1):
        pass
    with pytest.raises(SettingsError, match="no temperature"), sampling(model, 0.5, 1):
        pass


def test_a_sample_keeps_the_order_and_is_the_same_for_a_seed():
    questions = [question(str(n), "one") for n in range(20)]
    some = sampled(questions, 5, seed=3)
    assert [int(q.id) for q in some] == sorted(int(q.id) for q in some)
    assert sampled(questions, 5, seed=3) == some != sampled(questions, 5, seed=4)
    assert sampled(questions, None, 0) == questions == sampled(questions, 50, 0)
