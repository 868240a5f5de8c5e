"""How often 95 % intervals of a campaign's effect hold, over campaigns whose true effect is known.

Each campaign draws customers of the demo store, with all they really did, as its people; draws who
is sent it; and changes what those do: some who would not have ordered in the window do, at a chance
that depends on how active they were, and in some campaigns some who would have ordered do not. The
true effect is the mean over everyone the people were drawn from.

    python -m tests.benchmarks.campaign_coverage WORKSPACE [N_CAMPAIGNS]
"""

import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import ibis
import numpy as np
import pyarrow as pa

from tools.effects.difference import Estimate, difference, removed, usable
from tools.effects.people import BEFORE_DAYS, People, people_of
from tools.metrics.relations import relation
from tools.store.store import Store, StoreProfile

SEED = 7
Truth = dict[str, float]


@dataclass(frozen=True)
class Behaviour:
    """What the demo's customers did, in the store's own time.

    Attributes:
        registered: [n_users] when each registered.
        orders: Order times and amounts by user: user index, time, amount.
        days: Active days by user: user index, day.
    """

    registered: np.ndarray
    orders: tuple[np.ndarray, np.ndarray, np.ndarray]
    days: tuple[np.ndarray, np.ndarray]
    first: np.datetime64
    last: np.datetime64


def behaviour(store: Store) -> Behaviour:
    users = store.table("users").select("user_id", "local_time").order_by("user_id").to_pyarrow()
    place = {user: i for i, user in enumerate(users["user_id"].to_pylist())}
    sales = relation(store, "sales")
    orders = sales.group_by("order_id", "user_id").aggregate(
        at=sales.local_time.min(), amount=sales.amount.sum()
    )
    orders = orders.order_by("order_id").to_pyarrow()
    events = store.table("events")
    days = events.select("user_id", day=events.local_time.date()).distinct()
    days = days.order_by("user_id", "day").to_pyarrow()
    first, last = store.calendar
    return Behaviour(
        users["local_time"].cast(pa.timestamp("s")).to_numpy(),
        (
            np.array([place[u] for u in orders["user_id"].to_pylist()]),
            orders["at"].cast(pa.timestamp("s")).to_numpy(),
            orders["amount"].to_numpy(),
        ),
        (
            np.array([place[u] for u in days["user_id"].to_pylist()]),
            days["day"].to_numpy().astype("datetime64[s]"),
        ),
        np.datetime64(first),
        np.datetime64(last),
    )


def campaign(rng: np.random.Generator, seen: Behaviour, k: int) -> tuple[dict[str, list], Truth]:
    """One campaign's rows for every table, and its true effects a person."""
    span = int((seen.last - seen.first).astype(int))
    start = (seen.first + rng.integers(BEFORE_DAYS, span - 22)).astype("datetime64[s]")
    length = int(rng.integers(10, 22))
    stop = start + np.timedelta64(length * 86_400 - 1, "s")
    crowd = np.flatnonzero(seen.registered < start)
    user, at, amount = seen.orders
    inside = (at >= start) & (at <= stop)
    ordered = np.bincount(user[inside], minlength=len(seen.registered)) > 0
    paid = np.bincount(user[inside], weights=amount[inside], minlength=len(seen.registered))
    recent = (seen.days[1] < start) & (seen.days[1] >= start - np.timedelta64(BEFORE_DAYS, "D"))
    active = np.bincount(seen.days[0][recent], minlength=len(seen.registered))
    base = 0.0 if rng.random() < 0.2 else rng.uniform(0, 0.03)
    keen = rng.uniform(0, 0.04) if base and rng.random() < 0.5 else 0.0
    lose = rng.uniform(0.05, 0.3) if rng.random() < 0.2 else 0.0
    chance = base + keen * (active >= 4)
    won, lost = chance * ~ordered, lose * ordered
    truth = {
        "conversion": float((won - lost)[crowd].mean()),
        "revenue": float((won * amount.mean() - lose * paid)[crowd].mean()),
    }
    n, holdout = int(rng.integers(2500, 6500)), rng.uniform(0.1, 0.5)
    people = rng.choice(crowd, n)
    treated = rng.random(n) >= holdout
    wins = treated & (rng.random(n) < won[people])
    loses = treated & (rng.random(n) < lost[people])
    rows = _copies(rng, seen, k, people, (start, stop), wins, loses)
    rows["exposures"] = [np.full(n, k), np.arange(n), treated]
    rows["campaigns"] = [[k], [start], [stop]]
    return rows, truth


def _copies(rng, seen, k, people, window, wins, loses):
    """Orders and active days of the people drawn, as their copies' own."""
    start, stop = window
    since = start - np.timedelta64(BEFORE_DAYS, "D")
    made = []
    for owners, at, worth in (
        (seen.orders[0], seen.orders[1], seen.orders[2]),
        (seen.days[0], seen.days[1], np.zeros(len(seen.days[0]))),
    ):
        kept = (at >= since) & (at <= stop)
        order = np.argsort(owners[kept], kind="stable")
        owner, moment, amount = (x[kept][order] for x in (owners, at, worth))
        low, high = np.searchsorted(owner, people), np.searchsorted(owner, people, side="right")
        copy = np.repeat(np.arange(len(people)), high - low)
        at_ = np.concatenate([np.arange(a, b) for a, b in zip(low, high, strict=True)]).astype(int)
        made.append([copy, moment[at_], amount[at_]])
    copy, moment, amount = made[0]
    stays = ~(loses[copy] & (moment >= start))
    new = np.flatnonzero(wins)
    late = start + (rng.random(len(new)) * (stop - start).astype(int)).astype("timedelta64[s]")
    copy = np.concatenate([copy[stays], new])
    moment = np.concatenate([moment[stays], late])
    amount = np.concatenate([amount[stays], rng.choice(seen.orders[2], len(new))])
    day_copy, day, _ = made[1]
    earlier = day < start
    return {
        "orders": [np.full(len(copy), k), copy, moment, amount],
        "events": [np.full(int(earlier.sum()), k), day_copy[earlier], day[earlier]],
    }


def store_with(seen: Behaviour, n: int, seed: int) -> tuple[Store, list[Truth]]:
    """A store in memory with `n` campaigns, and the true effects of each."""
    rng = np.random.default_rng(seed)
    drawn = [campaign(rng, seen, k) for k in range(n)]
    connection = ibis.duckdb.connect()
    con = connection.con
    names = {
        "orders": ("k", "copy", "moment", "amount"),
        "events": ("k", "copy", "moment"),
        "exposures": ("k", "copy", "treated"),
        "campaigns": ("k", "start", "stop"),
    }
    for table, columns in names.items():
        whole = {
            c: np.concatenate([np.asarray(rows[table][i]) for rows, _ in drawn])
            for i, c in enumerate(columns)
        }
        con.register(f"raw_{table}", pa.table(whole))
    con.execute("""
CREATE TABLE campaigns AS SELECT 'c' || k AS campaign_id, 'Campaign ' || k AS name,
    'email' AS channel, start::TIMESTAMP AS starts_at, stop::TIMESTAMP AS ends_at,
    NULL::VARCHAR AS offer, NULL::DECIMAL(18, 4) AS cost FROM raw_campaigns;
CREATE TABLE exposures AS SELECT 'c' || k AS campaign_id, k || '-' || copy AS user_id,
    start::TIMESTAMP AS exposed_at, if(treated, 'treatment', 'control') AS arm
    FROM raw_exposures JOIN raw_campaigns USING (k);
CREATE TABLE orders AS SELECT row_number() OVER ()::VARCHAR AS order_id,
    k || '-' || copy AS user_id, moment::TIMESTAMP AS ordered_at, 'delivered' AS status,
    amount::DECIMAL(18, 4) AS total, moment::TIMESTAMP AS local_time FROM raw_orders;
CREATE TABLE events AS SELECT row_number() OVER ()::VARCHAR AS event_id,
    k || '-' || copy AS user_id, NULL::VARCHAR AS session_id, 'view' AS event_type,
    moment::TIMESTAMP AS event_time, moment::TIMESTAMP AS local_time FROM raw_events""")
    last = seen.last.astype(datetime)
    profile = StoreProfile(time_zone="UTC", today=last + timedelta(days=30))
    return Store(connection, profile), [truth for _, truth in drawn]


def estimates(people: People) -> dict[tuple[str, bool], Estimate]:
    """Estimates by outcome and whether CUPED was used."""
    found = {}
    for name, outcome in (("conversion", people.bought), ("revenue", people.revenue)):
        known = usable(outcome, people.treated, people.history)
        found[name, False] = difference(outcome, people.treated)
        found[name, True] = difference(outcome, people.treated, known)
    return found


def main() -> None:
    workspace = Path(sys.argv[1])
    n = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seen = behaviour(Store.open(workspace))
    held: dict[tuple[str, bool], list[bool]] = {}
    width: dict[tuple[str, bool], list[float]] = {}
    gone = []
    for batch in range(0, n, 50):
        store, truths = store_with(seen, min(50, n - batch), SEED + batch)
        found = people_of(store, [f"c{k}" for k in range(len(truths))])
        for k, truth in enumerate(truths):
            people = found[f"c{k}"]
            gone.append(removed(people.bought, people.treated, people.history))
            for key, estimate in estimates(people).items():
                held.setdefault(key, []).append(estimate.low <= truth[key[0]] <= estimate.high)
                width.setdefault(key, []).append(estimate.high - estimate.low)
    print(f"{n} campaigns; CUPED removed {np.mean(gone):.1%} of the variance of conversion\n")
    print("| outcome | CUPED | intervals that hold | mean width |\n|---|---|---|---|")
    for (name, cuped), hits in held.items():
        wide = np.mean(width[name, cuped])
        print(f"| {name} | {'yes' if cuped else 'no'} | {np.mean(hits):.1%} | {wide:.4f} |")


if __name__ == "__main__":
    main()
