"""Runs question sets through an assistant and takes down each answer and its verdict."""

import logging
import random
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage
from pydantic import BaseModel

from assistant.conversations import Conversations
from assistant.evaluation.arguments import Matcher, either
from assistant.evaluation.checks import Judge, Verdict
from assistant.evaluation.questions import EvalQuestion
from assistant.evaluation.truth import Truth
from assistant.memory import calls_before, remember
from assistant.planning import Plan, plan
from assistant.store_assistant import StoreAssistant
from assistant.turn import TextPiece, ToolFinished, ToolStarted, Turn, TurnFinished
from assistant.workbench import Workbench
from tools.errors import SettingsError

Drawn = TypeVar("Drawn")

logger = logging.getLogger(__name__)

Update = Callable[[float, float], None]


class Steps(BaseModel, frozen=True):
    """Seconds a turn spent on each step; `None` for a step that did not happen.

    Attributes:
        choose: Until the first call was known.
        run: In tools.
        first_sentence: Until the first piece of the answer.
        compose: From the last tool's result to the end.
        total: From question to answer.
    """

    choose: float | None = None
    run: float | None = None
    first_sentence: float | None = None
    compose: float | None = None
    total: float = 0.0


class Trial(BaseModel, frozen=True):
    """One question asked once.

    Attributes:
        question: What was asked.
        run: Which run it belongs to, 0 for the first.
        turn: What came of it; `None` where the turn broke.
        verdict: What was right about it; `None` where the turn broke.
        offered: Tools that the plan's steps chose among, and those called in steps that follow
            from others; `None` where that is not known.
        steps: How long it took.
        broke: What ended the turn, where it broke.
    """

    question: EvalQuestion
    run: int
    turn: Turn | None = None
    verdict: Verdict | None = None
    offered: tuple[str, ...] | None = None
    steps: Steps = Steps()
    broke: str | None = None

    @property
    def passed(self) -> bool:
        """Whether the answer is right in everything the question asks for."""
        return self.verdict is not None and self.verdict.passed

    @property
    def recalled(self) -> bool | None:
        """Whether every tool expected was among those offered."""
        if self.offered is None:
            return None
        return all(set(either(tool)) & set(self.offered) for tool in self.question.tools)


def run_questions(
    bench: Workbench,
    questions: Sequence[EvalQuestion],
    runs: int = 1,
    temperature: float = 0.0,
    seed: int = 0,
    update: Update = lambda done, total: None,  # noqa: ARG005  # nothing to tell by default
) -> Iterator[Trial]:
    """Ask each question `runs` times, each time in a conversation of its own that is not kept.

    Args:
        bench: The store and its assistant.
        questions: What to ask.
        runs: How often; run n samples with seed `seed` + n.
        temperature: Of the chat model; 0 always takes the likeliest token.
        seed: Of the first run.
        update: Called after each answer with how many are done, and of how many.

    Raises:
        SettingsError: If a temperature is asked of a model that has none, or SQL cannot be run.
    """
    assistant = bench.assistant
    assistant.warm()
    deque(bench.read_ahead(), maxlen=0)  # as on the page, before the first question
    with tempfile.TemporaryDirectory() as folder, Truth.of(bench.folder) as truth:
        assistant.conversations = Conversations(Path(folder) / "evaluation.sqlite")
        matcher = Matcher(bench.store.today, bench.store.calendar[0])
        asker = _Asker(assistant, Judge(matcher, truth, assistant.tools))
        done = 0
        for run in range(runs):
            with sampling(assistant.model, temperature, seed + run):
                for question in questions:
                    yield asker.trial(question, run)
                    done += 1
                    update(done, runs * len(questions))


def sampled(questions: Sequence[Drawn], n: int | None, seed: int) -> list[Drawn]:
    """`n` of `questions` drawn at random, in their order; all of them without an `n`."""
    if n is None or n >= len(questions):
        return list(questions)
    drawn = random.Random(seed).sample(range(len(questions)), n)  # noqa: S311  # not a secret
    return [questions[i] for i in sorted(drawn)]


@contextmanager
def sampling(model: BaseChatModel, temperature: float, seed: int) -> Iterator[None]:
    """`model` with this temperature and seed, and as it was afterwards.

    The model is changed in place because the assistant's agents were built over it.

    Raises:
        SettingsError: If the model has no temperature to set.
    """
    fields = {"temperature": temperature, "seed": seed}
    if not fields.keys() <= type(model).model_fields.keys():
        if temperature == 0:
            yield
            return
        raise SettingsError("This chat model has no temperature or seed; leave --temperature out.")
    before = {name: getattr(model, name) for name in fields}
    try:
        for name, value in fields.items():
            setattr(model, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(model, name, value)


@dataclass(frozen=True)
class _Asker:
    """Asks questions and times the answers."""

    assistant: StoreAssistant
    judge: Judge

    def trial(self, question: EvalQuestion, run: int) -> Trial:
        thread = f"{question.id}-{run}"
        try:
            for earlier in question.turns[:-1]:
                self._ask(earlier, thread)
            planned = self._planned(question, thread)
            turn, steps = self._ask(question.asked, thread)
        except Exception as error:  # a broken turn is a finding, and the next must still run
            if isinstance(error, SettingsError):
                raise
            logger.exception("question %s broke", question.id)
            return Trial(question=question, run=run, broke=f"{type(error).__name__}: {error}")
        return Trial(
            question=question,
            run=run,
            turn=turn,
            verdict=self.judge.verdict(question, turn),
            offered=_offered(planned, turn),
            steps=steps,
        )

    def _planned(self, question: EvalQuestion, thread: str) -> Plan:
        """The steps that the assistant sees in the question's last turn."""
        chooser = self.assistant.chooser
        earlier = remember(self.assistant.history(thread))
        calls = calls_before([*earlier, HumanMessage(question.asked)])
        return plan(chooser, question.asked, next(iter(calls), None), earlier=calls[1:])

    def _ask(self, question: str, thread: str) -> tuple[Turn, Steps]:
        started = time.perf_counter()
        clock: dict[str, float] = {}
        for event in self.assistant.ask(question, thread_id=thread):
            now = time.perf_counter() - started
            if isinstance(event, ToolStarted):
                clock.setdefault("choose", now)
            elif isinstance(event, ToolFinished):
                clock["ran"] = now
                clock["run"] = clock.get("run", 0.0) + (event.call.seconds or 0.0)
            elif isinstance(event, TextPiece):
                clock.setdefault("first_sentence", now)
            elif isinstance(event, TurnFinished):
                return event.turn, _steps(clock, now)
        raise RuntimeError("The turn did not finish.")


def _offered(planned: Plan, turn: Turn) -> tuple[str, ...]:
    offered = [candidate.name for step in planned.steps for candidate in step.candidates]
    later = [call.name for call in turn.tool_calls] if planned.then else []
    return tuple(dict.fromkeys(offered + later))


def _steps(clock: dict[str, float], total: float) -> Steps:
    compose = total - clock["ran"] if "ran" in clock else None
    return Steps(
        choose=clock.get("choose"),
        run=clock.get("run"),
        first_sentence=clock.get("first_sentence"),
        compose=compose,
        total=total,
    )
