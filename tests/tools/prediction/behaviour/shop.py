"""A small shop's sequences and a small model, quick enough for a test."""

from datetime import datetime

from tests.tools.prediction.small_shop import event, items, simulated, store_of
from tools.prediction.behaviour.config import BehaviourSettings
from tools.prediction.behaviour.sequences import Sequences
from tools.prediction.history import History

SMALL = BehaviourSettings(
    horizons_days=(7, 14),
    d_model=16,
    n_heads=2,
    epochs=2,
    max_events=32,
    moments=4,
    batch_events=256,
    learning_rate=0.01,
)


def sequences_of(events: list[dict], folder=None) -> Sequences:
    return Sequences.of(History(store_of(events=events, items=items())), folder)


def small_shop(n_users: int = 60) -> list[dict]:
    return simulated(n_users=n_users, n_days=60)


def did(user: str, *acts: tuple[datetime, str, str]) -> list[dict]:
    return [event(hash((user, i)), user, at, kind, item) for i, (at, kind, item) in enumerate(acts)]
