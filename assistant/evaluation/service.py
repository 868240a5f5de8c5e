"""Conversations of a model at the service desk with customers who act τ²-bench's tasks.

A task is passed when every record ends as it should. pass^k is the chance that k conversations of
the same task all pass (Yao et al., τ-bench 2024, section 3).
"""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from math import comb
from pathlib import Path
from statistics import fmean
from typing import Literal, Protocol

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage

from assistant.evaluation.running import sampling
from assistant.evaluation.tau2 import YES, Task, replay
from assistant.service.agent import ServiceAgent
from assistant.service.composing import pieces
from assistant.service.loop import ServiceLoop
from assistant.service.threads import Talk
from tools.errors import SettingsError
from tools.service.book import BOOK
from tools.service.desk import ServiceDesk
from tools.service.records import Order
from tools.service.service import Service
from tools.store.store import Store

Played = Literal["script", "model"]
Serving = Callable[[ServiceDesk], Callable[[str], str]]
"""Gives, for a desk, what answers each message there."""
Records = dict[tuple[str, str], str]

MOST_TURNS = 20
NUDGE = "Please go on with whatever of it is left."
DONE = "###STOP###"
CUSTOMER = """You play a customer who writes to an online shop's service. Stay in the role and write
one short message at a time. Tell only what is asked for, and only what you know. Do not make
anything up. Answer a clear yes or no when asked whether to go ahead. When everything you want is
done, or the shop hands you over or cannot help, write {done} and nothing else.

What you know and want: {opening}
How you behave: {manner}"""
_HER_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b[Yy]ou are\b|\b[Yy]ou're\b"), "I am"),
    (re.compile(r"\b(asks?|tells?|gives?|for|to|with|of|from|lets?) you\b"), r"\1 me"),
    (re.compile(r"\b[Yy]ourself\b"), "myself"),
    (re.compile(r"\bYour\b|\bYou(?= name\b)"), "My"),
    (re.compile(r"\byour\b"), "my"),
    (re.compile(r"\b[Yy]ou\b"), "I"),
)
"""How a task's instructions ("You are Ann") become what the customer says."""


class Customer(Protocol):
    """Plays a customer: says the next thing, or `None` when she is done."""

    def next(self, reply: str, *, asked: bool) -> str | None:
        """Her next message after `reply`; `asked` tells that a change waits for her yes."""
        ...


class ScriptedCustomer:
    """Says everything at once, yes to every change, and asks for the rest as often as needed."""

    def __init__(self, task: Task) -> None:
        self._lines = [in_her_words(task.opening), *[NUDGE] * (1 + task.changes)]

    def next(self, reply: str, *, asked: bool) -> str | None:  # noqa: ARG002  # she does not listen
        """Yes where she is asked, else her next line."""
        if asked:
            return YES
        return self._lines.pop(0) if self._lines else None


def in_her_words(told: str) -> str:
    """What a customer is told of herself, as she would say it.

    >>> in_her_words("You are Ann Lee. If they ask you, your order is late and you want it.")
    'I am Ann Lee. If they ask me, my order is late and I want it.'
    """
    for pattern, said in _HER_WORDS:
        told = pattern.sub(said, told)
    return told


class PlayedCustomer:
    """A model in the role of the customer."""

    def __init__(self, model: BaseChatModel, task: Task) -> None:
        role = CUSTOMER.format(done=DONE, opening=task.opening, manner=task.manner)
        self._model = model
        self._messages: list[AnyMessage] = [SystemMessage(role)]

    def next(self, reply: str, *, asked: bool) -> str | None:  # noqa: ARG002  # she reads it
        """What the model says in her place."""
        self._messages.append(HumanMessage(reply or "Hello, how can I help you?"))
        said = self._model.invoke(self._messages).text
        self._messages.append(AIMessage(said))
        return None if DONE in said or not said.strip() else said


@dataclass(frozen=True)
class ServiceTrial:
    """One conversation.

    Attributes:
        task_id: The task.
        run: Which of its conversations, from 0.
        passed: Whether every record ended as it should.
        told: Share (0-1) of what she should be told that she was told; `None` where nothing.
        turns: Messages of the customer.
        talk: What was said, the customer first.
    """

    task_id: str
    run: int
    passed: bool
    told: float | None
    turns: int
    talk: tuple[str, ...]


def run_tasks(
    store: Store,
    tasks: Sequence[Task],
    model: BaseChatModel | None,
    runs: int = 1,
    customer: Played = "script",
    temperature: float = 0.0,
    seed: int = 0,
    progress: Callable[[float], None] = lambda _: None,
    serving: Serving | None = None,
) -> Iterator[ServiceTrial]:
    """Let `model` serve the customer of each task, `runs` times; the store stays as it is.

    Args:
        store: τ²-bench's shop, in its workspace.
        tasks: The tasks.
        model: Serves, and plays the customer where one is played by a model; `None` where `serving`
            needs none.
        runs: Conversations a task.
        customer: Who plays the customer.
        temperature: Of the model; 0 always takes the likeliest token.
        seed: Of the first run; run n has `seed` + n.
        progress: Told the share done.
        serving: Gives who answers at a desk; `None` for the model by plain tool calls.
    """
    serves = serving or (by_calls(model) if model else None)
    if serves is None:
        raise SettingsError("Somebody has to serve: give a model, or who serves without one.")
    for n, task in enumerate(tasks):
        wanted = _records_after(store, partial(replay, task=task))
        for run in range(runs):
            talk: list[str] = []
            person = _player(task, model if customer == "model" else None)
            with sampling(model, temperature, seed + run) if model else nullcontext():
                found = _records_after(store, partial(_talk, serves, person, talk))
            told = _told(task, talk)
            turns = len(talk) // 2
            yield ServiceTrial(task.task_id, run, found == wanted, told, turns, tuple(talk))
            progress((n * runs + run + 1) / (len(tasks) * runs))


def _player(task: Task, model: BaseChatModel | None) -> Customer:
    """Who plays the customer: a model, or the task's own words."""
    return PlayedCustomer(model, task) if model else ScriptedCustomer(task)


def by_calls(model: BaseChatModel) -> Serving:
    """A model at the desk by plain tool calls."""
    return lambda desk: ServiceLoop(model, desk).reply


def own_agent(agent: ServiceAgent) -> Serving:
    """Storewise's own agent at the desk."""

    def serve(desk: ServiceDesk) -> Callable[[str], str]:
        talk = Talk(desk.session)

        def answer(message: str) -> str:
            draft, _ = agent.answer(desk, talk, message)
            return "".join(pieces(draft, desk.speaker))

        return answer

    return serve


def _told(task: Task, talk: Sequence[str]) -> float | None:
    said = " ".join(talk[1::2]).replace(",", "")
    return fmean(info.replace(",", "") in said for info in task.told) if task.told else None


def _talk(serving: Serving, customer: Customer, talk: list[str], desk: ServiceDesk) -> None:
    """Let both talk until the customer is done, a person takes over or the turns are up."""
    answer, reply = serving(desk), ""
    for _ in range(MOST_TURNS):
        message = customer.next(reply, asked=desk.session.pending is not None)
        if message is None or desk.session.handed_over is not None:
            return
        reply = answer(message)
        talk += [message, reply]


def _records_after(store: Store, act: Callable[[ServiceDesk], None]) -> Records:
    """Every record of a copy of the store's service book after `act`."""
    folder = Service(store).folder
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copy(folder / BOOK, Path(scratch) / BOOK)
        if (folder / "policies").is_dir():
            shutil.copytree(folder / "policies", Path(scratch) / "policies")
        desk = ServiceDesk(Service(replace(store, folder=Path(scratch))))
        act(desk)
        with desk.service.book.reading() as ledger:
            return {("customer", c.user_id): c.model_dump_json() for c in ledger.customers()} | {
                ("order", o.order_id): _unordered(o).model_dump_json() for o in ledger.orders()
            }


def _unordered(order: Order) -> Order:
    """`order` with what comes back and goes out sorted, as the benchmark keeps it."""
    swap, back = order.exchange, order.return_request
    if swap is not None:
        old, new = tuple(sorted(swap.item_ids)), tuple(sorted(swap.new_item_ids))
        swap = swap.model_copy(update={"item_ids": old, "new_item_ids": new})
    if back is not None:
        back = back.model_copy(update={"item_ids": tuple(sorted(back.item_ids))})
    return order.model_copy(update={"exchange": swap, "return_request": back})


def pass_hat(trials: Sequence[ServiceTrial], k: int) -> float | None:
    """pass^k, 0-1: the mean over tasks of C(passed, k) / C(runs, k); `None` with fewer runs."""
    by_task: dict[str, list[bool]] = {}
    for trial in trials:
        by_task.setdefault(trial.task_id, []).append(trial.passed)
    if not by_task or min(len(runs) for runs in by_task.values()) < k:
        return None
    return fmean(comb(sum(runs), k) / comb(len(runs), k) for runs in by_task.values())


def service_report(
    trials: Sequence[ServiceTrial], conditions: Mapping[str, object]
) -> dict[str, object]:
    """What came of the conversations, as plain JSON values."""
    told = [trial.told for trial in trials if trial.told is not None]
    return {
        "conditions": dict(conditions),
        "tasks": len({trial.task_id for trial in trials}),
        "conversations": len(trials),
        "pass^1": pass_hat(trials, 1),
        "pass^4": pass_hat(trials, 4),
        "told": fmean(told) if told else None,
        "turns": fmean(trial.turns for trial in trials) if trials else None,
        "failed": sorted({trial.task_id for trial in trials if not trial.passed}, key=_number),
        "trials": [
            {
                "task": t.task_id,
                "run": t.run,
                "passed": t.passed,
                "told": t.told,
                "talk": list(t.talk),
            }
            for t in trials
        ],
    }


def _number(task_id: str) -> tuple[int, str]:
    return (int(task_id) if task_id.isdigit() else 0, task_id)
