"""How well the kind of a user's next event is predicted, beside two simple rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import torch
from numpy.typing import NDArray

from tools.errors import ToolError
from tools.prediction.behaviour.config import BehaviourSettings
from tools.prediction.behaviour.learning import learn
from tools.prediction.behaviour.scoring import Trained
from tools.prediction.behaviour.sequences import Sequences, Whole, seconds
from tools.prediction.behaviour.windows import tensors
from tools.prediction.comparison import Comparison, Figure, bootstrapped
from tools.prediction.history import History, end_of
from tools.prediction.progress import Progress, no_progress
from tools.store.schema import EVENT_TYPES

HORIZON_DAYS = 30
MOST_USERS = 2000  # judged; more only make the intervals narrower
CHOSEN_BY = "f1"
SEED = 7
N_KINDS = len(EVENT_TYPES)

Counts = NDArray[np.float64]
Rule = Callable[[Whole], Whole]
"""Gives the kind that follows each of the rows asked about."""


def judge(
    history: History,
    horizon_days: int | None = None,
    settings: BehaviourSettings | None = None,
    progress: Progress = no_progress,
) -> Comparison:
    """Every model on the events of the last `horizon_days` days, each from all events before it.

    The model in use is chosen on the period before, and the Transformer then goes on learning from
    that period. Figures are over kinds of event, each counting alike (macro).

    Args:
        history: What users did.
        horizon_days: Length of the test period; by default 30 days, or a sixth of the data.
        settings: How the Transformer is made.
        progress: Told the part done, 0-1.

    Raises:
        ToolError: If the data are too short.
    """
    known = Sequences.of(history)
    test, end = _periods(history, horizon_days)
    validation = test - (end - test)
    early = learn(known, validation, settings, progress=lambda done: progress(0.6 * done))
    chosen = {
        name: figures(_confusion(known, rule, _asked(known, validation, test)).sum(0))[CHOSEN_BY]
        for name, rule in _rules(known, early, validation).items()
    }
    few = early.card.settings.model_copy(update={"epochs": 1})
    trained = learn(known, test, few, start=early, progress=lambda done: progress(0.6 + 0.3 * done))
    asked = _asked(known, test, end)
    models: dict[str, dict[str, Figure]] = {}
    for name, rule in _rules(known, trained, test).items():
        counts = _confusion(known, rule, asked)
        models[name] = bootstrapped(_figures_of(counts), len(counts))
    progress(1.0)
    return Comparison(
        task="next_behaviour",
        cut=test,
        horizon_days=(end - test).days,
        n=len(asked.rows),
        chosen_by=CHOSEN_BY,
        served=max(chosen, key=lambda name: chosen[name]),
        models=models,
    )


@dataclass(frozen=True)
class Asked:
    """Events whose kind is to be told from those before.

    Attributes:
        rows: Row of each event: [n], ascending; the row before it is the same user's.
        users: Place of the user of each among the users judged: [n].
        n_users: Users judged.
    """

    rows: Whole
    users: Whole
    n_users: int


def figures(confusion: Counts) -> dict[str, float]:
    """Accuracy, and macro precision, recall and F1 over the kinds that occur.

    Args:
        confusion: Events by true and by told kind: [n_kinds, n_kinds].

    >>> figures(np.array([[3.0, 1.0], [1.0, 3.0]]))
    {'accuracy': 0.75, 'precision': 0.75, 'recall': 0.75, 'f1': 0.75}
    """
    right, true, told = confusion.diagonal(), confusion.sum(1), confusion.sum(0)
    occurs = true > 0
    recall = right[occurs] / true[occurs]
    precision = right[occurs] / np.maximum(told[occurs], 1)
    f1 = 2 * right[occurs] / (true[occurs] + told[occurs])
    return {
        "accuracy": float(right.sum() / max(true.sum(), 1)),
        "precision": float(precision.mean()) if occurs.any() else 0.0,
        "recall": float(recall.mean()) if occurs.any() else 0.0,
        "f1": float(f1.mean()) if occurs.any() else 0.0,
    }


def _figures_of(counts: Counts) -> Callable[[NDArray[np.int_]], dict[str, float]]:
    return lambda users: figures(counts[users].sum(0))


def _periods(history: History, horizon_days: int | None) -> tuple[date, date]:
    """First day of the test period and the day behind it."""
    if history.ends is None:
        raise ToolError("purchase-too-short")
    first, last = history.ends
    end = end_of(last)
    span = (end - first).days
    if span < 6:
        raise ToolError("purchase-too-short")
    return end - timedelta(days=min(horizon_days or HORIZON_DAYS, span // 6)), end


def _asked(known: Sequences, since: date, until: date) -> Asked:
    """Events from `since` until before `until` that follow another, of at most `MOST_USERS`."""
    every = np.arange(known.n_users, dtype=np.int64)
    firsts = np.maximum(known.before(every, seconds(since)), known.starts[:-1] + 1)
    lengths = np.maximum(known.before(every, seconds(until)) - firsts, 0)
    users = np.flatnonzero(lengths)
    if len(users) > MOST_USERS:
        drawn = np.random.default_rng(SEED).choice(users, MOST_USERS, replace=False)
        users = np.sort(drawn)
    rows = [np.arange(firsts[u], firsts[u] + lengths[u]) for u in users]
    if not rows:
        raise ToolError("purchase-too-short")
    owners = np.repeat(np.arange(len(users)), lengths[users])
    return Asked(np.concatenate(rows), owners, len(users))


def _confusion(known: Sequences, rule: Rule, asked: Asked) -> Counts:
    """Events by user, true kind and told kind: [n_users, n_kinds, n_kinds]."""
    counts = np.zeros((asked.n_users, N_KINDS, N_KINDS))
    np.add.at(counts, (asked.users, known.kind[asked.rows], rule(asked.rows - 1)), 1)
    return counts


def _rules(known: Sequences, trained: Trained, until: date) -> dict[str, Rule]:
    """What competes, simplest first, each learned from before `until`."""
    seen = np.flatnonzero(known.time < seconds(until))
    frequent = int(np.bincount(known.kind[seen], minlength=N_KINDS).argmax())
    follows = seen[~np.isin(seen, known.starts[:-1])]  # not the first of a user
    pairs = np.zeros((N_KINDS, N_KINDS))
    np.add.at(pairs, (known.kind[follows - 1], known.kind[follows]), 1)
    likeliest = np.where(pairs.sum(1) > 0, pairs.argmax(1), frequent)
    return {
        "most_frequent": lambda rows: np.full(len(rows), frequent),
        "markov_chain": lambda rows: likeliest[known.kind[rows]],
        "behaviour": lambda rows: told(trained, known, rows),
    }


def told(trained: Trained, known: Sequences, rows: Whole) -> Whole:
    """The kind that the Transformer expects after each row, from that row and those before: [n].

    Each row is read at the end of a window of at most `max_events` events, or in its second half.
    """
    windows, most = trained.windows(known), trained.card.settings.max_events
    found = np.zeros(len(rows), dtype=np.int64)
    owner = np.searchsorted(known.starts, rows, side="right") - 1
    new = np.ones(len(rows), dtype=bool)
    step = max(1, most // 2)
    new[1:] = (np.diff(owner) != 0) | (np.diff(rows) != 1)
    begins = np.maximum.accumulate(np.where(new, np.arange(len(rows)), 0))
    new |= (np.arange(len(rows)) - begins) % step == 0
    pieces = np.split(np.arange(len(rows)), np.flatnonzero(new)[1:])
    for first in range(0, len(pieces), 64):
        chosen = pieces[first : first + 64]
        users = np.array([owner[piece[-1]] for piece in chosen])
        ends = np.array([rows[piece[-1]] + 1 for piece in chosen])
        events = windows.events(users, ends, most)
        times = known.time[ends - 1][:, None]
        batch = tensors(events | windows.moments(users, times, events, ends[:, None]))
        with torch.inference_mode():
            there = {name: t.to(trained.model.device) for name, t in batch.items()}
            kinds = trained.model.kind_head(trained.model(there).events).argmax(-1).cpu().numpy()
        for i, piece in enumerate(chosen):
            length = int((events["row"][i] >= 0).sum())
            found[piece] = kinds[i, 1 + length - len(piece) : 1 + length]
    return found
