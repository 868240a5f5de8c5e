"""Stores in which one thing alone makes customers buy: the reasons must name it."""

from datetime import timedelta

import numpy as np
import pytest

from tests.tools.prediction.small_shop import START, event, store_of
from tools.prediction.config import PurchaseConfig
from tools.prediction.history import History
from tools.prediction.training import Run

DAYS, USERS = 120, 160
CONFIG = PurchaseConfig(horizon_days=7, transformer=False)


def shop(cart: bool = False, rates: bool = False, lost: bool = False) -> list[dict]:
    """Events of customers who view alike, and buy for the one reason that is set."""
    rng = np.random.default_rng(3)
    rate = rng.choice([0.005, 0.15], USERS) if rates else np.full(USERS, 0.06)
    last = rng.integers(20, 2 * DAYS, USERS) if lost else np.full(USERS, DAYS)
    events: list[dict] = []
    for u in range(USERS):
        buys_on = -1
        for day in range(min(DAYS, int(last[u]))):
            at = START + timedelta(days=day, hours=int(rng.integers(1, 23)))
            kinds = ["view"] if rng.random() < 0.15 else []
            if cart and rng.random() < 0.04:
                kinds.append("cart")
                buys_on = day + int(rng.integers(2, 7))
            if (day == buys_on) if cart else rng.random() < rate[u]:
                kinds.append("purchase")
            events += [event(len(events), f"u{u:03}", at, kind) for kind in kinds]
    end = START + timedelta(days=DAYS - 1, hours=23, minutes=30)
    return [*events, event(len(events), "u000", end, "view")]


def weights(events: list[dict]) -> dict[str, float]:
    """How much each theme moves the log-odds from customer to customer."""
    run = Run.of(History(store_of(events=events)), CONFIG)
    predictor = run.predictor()
    seen = run.seen(START.date() + timedelta(days=DAYS))
    themes = predictor.themes(seen, np.arange(len(seen.features.user_ids)))
    return {name: float(np.abs(told - told.mean()).mean()) for name, told in themes.items()}


@pytest.mark.parametrize(
    ("driver", "named"),
    [
        ("cart", {"cart"}),
        ("rates", {"frequency", "value", "rhythm", "recency"}),
        ("lost", {"activity", "recency"}),
    ],
)
def test_the_reasons_name_what_makes_customers_buy(driver, named):
    found = weights(shop(**{driver: True}))
    most = max(found, key=lambda name: found[name])
    assert most in named, found
    assert sum(found[name] for name in named & set(found)) > 0.5 * sum(found.values())
