"""When to send on a channel: read from the response to messages sent at different times.

Where sends never varied there is nothing to compare: then only the time at which the channel's
people are in the store is known, which is not the same and is labelled so.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import ibis
import numpy as np
from ibis import _
from numpy.typing import NDArray
from pydantic import BaseModel, Field
from scipy import stats

from tools.effects.people import local
from tools.metrics.significance import FEW, SURE
from tools.store.store import Store

Floats = NDArray[np.float64]
Basis = Literal["response", "activity", "none"]
Why = Literal["", "never_sent", "never_varied", "no_answers", "no_difference"]

WITHIN = timedelta(days=2)  # after a message, a visit or order is taken for its answer


class BestTime(BaseModel, frozen=True):
    """When to send on one channel.

    Attributes:
        channel: The channel, as it lies in the data.
        basis: `response` to messages sent at different times; else `activity`, when the channel's
            people start their visits; `none` where not even that is known.
        why: Why it is not `response`; empty if it is.
        weekday: 1 (Monday) to 7, store time zone; `None` if days do not differ, or are not known.
        hour: 0-23, likewise.
        rate: Share of messages of that hour answered by a visit within two days, drawn towards the
            average as far as chance asks; for `activity`, share of visits begun in that hour.
        low: Lower end of the 95 % interval.
        high: Upper end.
        average: The same for all hours taken together; for `activity`, 1/24.
        n: Messages sent in that hour; for `activity`, visits.
        sent: Messages sent on the channel in all.
        hours_sent: Hours at which at least 30 messages went out.
    """

    channel: str
    basis: Basis
    why: Why
    weekday: int | None = Field(None, ge=1, le=7)
    hour: int | None = Field(None, ge=0, le=23)
    rate: float = 0.0
    low: float = 0.0
    high: float = 0.0
    average: float = 0.0
    n: int = 0
    sent: int = 0
    hours_sent: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Slots:
    """Hours or weekdays: how many were sent (or begun) and answered in each."""

    slot: NDArray[np.int64]
    sent: Floats
    answered: Floats
    expected: Floats  # answers, had each campaign's messages been answered alike at all times


def best_time(store: Store, channel: str) -> BestTime:
    """When messages on `channel` are answered best, or failing that when its people are there.

    Campaigns differ in more than the time, so times are compared within each campaign.
    """
    cells = _cells(store, channel)
    sent = int(cells["sent"].sum()) if cells else 0
    if not cells or not sent:
        return _activity(store, channel, "never_sent", 0, ())
    hours, days = _slots(cells, "hour"), _slots(cells, "weekday")
    used = tuple(int(h) for h, n in zip(hours.slot, hours.sent, strict=True) if n >= FEW)
    if len(used) < 2:
        return _activity(store, channel, "never_varied", sent, used)
    if not hours.answered.sum():
        return _activity(store, channel, "no_answers", sent, used)
    if not _differ(hours):
        return _activity(store, channel, "no_difference", sent, used)
    at, rate, error = _best(hours)
    weekday = int(days.slot[_best(days)[0]]) if len(days.slot) > 1 and _differ(days) else None
    return BestTime(
        channel=channel,
        basis="response",
        why="",
        weekday=weekday,
        hour=int(hours.slot[at]),
        rate=rate,
        low=max(0.0, rate - 1.96 * error),
        high=min(1.0, rate + 1.96 * error),
        average=float(hours.answered.sum() / hours.sent.sum()),
        n=int(hours.sent[at]),
        sent=sent,
        hours_sent=used,
    )


def _cells(store: Store, channel: str) -> dict[str, Floats]:
    """Messages and answers by campaign, weekday and hour; empty where nothing was ever sent."""
    if not {"exposures", "campaigns"} <= store.tables:
        return {}
    own = store.table("campaigns").filter(_.channel == channel).select("campaign_id")
    messages = store.table("exposures").semi_join(own, "campaign_id")
    messages = messages.filter(_.arm.fill_null("treatment") == "treatment", _.exposed_at.notnull())
    messages = messages.select("campaign_id", "user_id", at=local(store, messages.exposed_at))
    answered = _answers(store, messages, channel)
    slots = answered.group_by(
        "campaign_id", weekday=_.at.day_of_week.index() + 1, hour=_.at.hour()
    ).aggregate(sent=_.count(), answered=_.answered.sum())
    rows = slots.to_pyarrow()
    names, campaign = np.unique(rows["campaign_id"].to_pylist(), return_inverse=True)
    found = {name: np.asarray(rows[name].to_numpy(), np.float64)
             for name in ("weekday", "hour", "sent", "answered")}  # fmt: skip
    return found | {"campaign": campaign.astype(np.float64)} if len(names) else {}


def _answers(store: Store, messages: ibis.Table, channel: str) -> ibis.Table:
    """`messages` with whether each was answered by a visit on the channel (else an order)."""
    source = "events" if "events.local_time" in store.columns else "orders"
    if source not in store.tables:
        return messages.mutate(answered=ibis.literal(0))
    acts = store.table(source)
    if f"{source}.channel" in store.columns:
        acts = acts.filter(_.channel == channel)
    acts = acts.select("user_id", "local_time")
    came = messages.inner_join(acts, "user_id")
    came = came.filter(_.local_time >= _.at, _.local_time < _.at + WITHIN)
    came = came.select("campaign_id", "user_id").distinct().mutate(came=ibis.literal(1))
    joined = messages.left_join(came, ["campaign_id", "user_id"])
    return joined.select("campaign_id", "user_id", "at", answered=joined.came.fill_null(0))


def _slots(cells: dict[str, Floats], name: str) -> _Slots:
    campaign = cells["campaign"].astype(np.int64)
    sent = np.bincount(campaign, cells["sent"])
    rate = np.bincount(campaign, cells["answered"]) / sent
    slot, index = np.unique(cells[name].astype(np.int64), return_inverse=True)
    return _Slots(
        slot=slot,
        sent=np.bincount(index, cells["sent"]).astype(np.float64),
        answered=np.bincount(index, cells["answered"]).astype(np.float64),
        expected=np.bincount(index, cells["sent"] * rate[campaign]).astype(np.float64),
    )


def _differ(slots: _Slots) -> bool:
    """Whether answers differ between the times by more than chance (chi-squared test)."""
    big = (slots.sent >= FEW) & (slots.expected > 0)
    if big.sum() < 2:
        return False
    miss = slots.sent[big] - slots.expected[big]
    spread = slots.expected[big] * np.maximum(miss, 1e-9) / slots.sent[big]
    statistic = float(((slots.answered[big] - slots.expected[big]) ** 2 / spread).sum())
    return bool(stats.chi2.sf(statistic, big.sum() - 1) < SURE)


def _best(slots: _Slots) -> tuple[int, float, float]:
    """Place of the best time, its rate and standard error, drawn towards the average.

    Empirical Bayes for normal means (Efron & Morris 1975), so that a slot of few messages does not
    win by luck.
    """
    average = slots.answered.sum() / slots.sent.sum()
    noise = average * (1 - average) / slots.sent
    excess = (slots.answered - slots.expected) / slots.sent
    true = max(0.0, float(np.average(excess**2 - noise, weights=slots.sent)))
    kept = true / (true + noise)
    rate = average + kept * excess
    at = int(np.argmax(rate))
    return at, float(rate[at]), float(np.sqrt(kept[at] * noise[at]))


def _activity(store: Store, channel: str, why: Why, sent: int, hours: tuple[int, ...]) -> BestTime:
    """When the channel's people begin their visits."""
    nothing = BestTime(channel=channel, basis="none", why=why, sent=sent, hours_sent=hours)
    if not {"events.local_time", "events.channel", "events.session_id"} <= store.columns:
        return nothing
    events = store.table("events").filter(_.channel == channel, _.session_id.notnull())
    visits = events.group_by("session_id").aggregate(at=_.local_time.min())
    slots = visits.group_by(weekday=_.at.day_of_week.index() + 1, hour=_.at.hour()).aggregate(
        n=_.count()
    )
    rows = slots.to_pyarrow()
    n = np.asarray(rows["n"].to_numpy(), np.float64)
    if n.sum() < FEW:
        return nothing
    by_hour = np.bincount(rows["hour"].to_numpy(), n, 24)
    by_day = np.bincount(rows["weekday"].to_numpy(), n, 8)
    hour, total = int(np.argmax(by_hour)), float(n.sum())
    rate = float(by_hour[hour] / total)
    half = 1.96 * float(np.sqrt(rate * (1 - rate) / total))
    return BestTime(
        channel=channel,
        basis="activity",
        why=why,
        weekday=int(np.argmax(by_day)),
        hour=hour,
        rate=rate,
        low=rate - half,
        high=rate + half,
        average=1 / 24,
        n=int(total),
        sent=sent,
        hours_sent=hours,
    )
