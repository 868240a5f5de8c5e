"""A store that sends e-mails at 9 and at 20 o'clock, and sees more answers to the later ones."""

from datetime import datetime, timedelta

import numpy as np

from tests.tools.prediction.small_shop import store_of
from tools.store.store import Store

NIGHT = datetime(2026, 3, 2)  # noqa: DTZ001  a Monday


def store(hours: tuple[int, ...] = (9, 20), rates: tuple[float, ...] = (0.1, 0.4)) -> Store:
    """Two campaigns to 600 people each, at hours in turn; visits within an hour of some."""
    rng = np.random.default_rng(5)
    exposures, events = [], []
    for campaign in (0, 1):
        for n in range(600):
            turn = n % len(hours)
            sent = NIGHT + timedelta(days=7 * campaign, hours=hours[turn])
            user = f"u{n:03}"
            exposures.append({"campaign_id": f"c{campaign}", "user_id": user, "exposed_at": sent,
                              "arm": "treatment"})  # fmt: skip
            if rng.random() < rates[turn]:
                events.append(_visit(len(events), user, sent + timedelta(hours=1)))
    campaigns = [{"campaign_id": f"c{i}", "name": f"C{i}", "channel": "email", "cost": 100}
                 for i in (0, 1)]  # fmt: skip
    return store_of(events=events, campaigns=campaigns, exposures=exposures)


def _visit(n: int, user: str, at: datetime) -> dict:
    return {"event_id": f"e{n}", "user_id": user, "event_time": at, "local_time": at,
            "event_type": "view", "item_id": "i1",
            "session_id": f"s{n}", "channel": "email"}  # fmt: skip
