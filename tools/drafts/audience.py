"""Who a campaign may write to: a segment less those without consent, written to lately, or busy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis
import numpy as np
from ibis import _

from tools.drafts.models import Audience, Brief
from tools.drafts.segment import segment_of
from tools.errors import ToolError
from tools.query_metrics import MIN_PEOPLE
from tools.segments import Segment, Segments
from tools.segments.rules import All
from tools.store.store import Store
from tools.wording.values import Count, Name

CAP_DAYS = 14
MOST_MESSAGES = 1
"""Most campaign messages one customer gets in `CAP_DAYS` days."""


@dataclass(frozen=True)
class Reach:
    """Who is left of a segment.

    Attributes:
        segment: Who was asked for, as rules.
        audience: The counts.
        user_ids: [n_reachable] ids of those who may be written to, ascending.
    """

    segment: Segment
    audience: Audience
    user_ids: tuple[str, ...] = field(repr=False)


def reach(
    store: Store,
    segments: Segments,
    brief: Brief,
    days: tuple[date, date],
    promised: Mapping[str, frozenset[str]],
) -> Reach:
    """Who may be written to.

    Args:
        store: The store.
        segments: Its segments.
        brief: Whom the campaign is for.
        days: First and last day it runs, store time zone.
        promised: Approved drafts that run at the same time: title to their user ids.

    Raises:
        ToolError: If consent is not recorded, nobody fits, or too few are left.
    """
    if "users" not in store.tables or "users.marketing_consent" not in store.columns:
        raise ToolError("drafts-no-consent-data")
    segment = segment_of(brief, segments)
    members = frozenset(segments.members(segment))
    if not members:
        raise ToolError("drafts-nobody", rule=_rule(segment))
    _check_size(len(members), len(members))
    agreed = members & _consenting(store)
    capped = agreed & _capped(store, days[0])
    rest = agreed - capped
    running = {**_running(store, days), **promised}
    busy = rest & frozenset().union(*running.values())
    ids = tuple(sorted(rest - busy))
    _check_size(len(ids), len(members))
    audience = Audience(
        segment=segment.id,
        label=segment.label,
        rule=_rule(segment),
        n_segment=len(members),
        n_no_consent=len(members) - len(agreed),
        n_capped=len(capped),
        n_overlap=len(busy),
        running=tuple(_campaign_name(store, name) for name, own in running.items() if own & rest),
        dates_known=_dates_known(store),
        n_reachable=len(ids),
    )
    return Reach(segment, audience, ids)


def _check_size(n: int, n_segment: int) -> None:
    if n < MIN_PEOPLE:
        raise (
            ToolError(
                "drafts-audience-small", least=Count(n=MIN_PEOPLE), segment=Count(n=n_segment)
            )
            if n_segment >= MIN_PEOPLE
            else ToolError("drafts-segment-small", least=Count(n=MIN_PEOPLE))
        )


def _rule(segment: Segment) -> Name:
    if isinstance(segment.rules, All) and not segment.rules.rules:
        return Name(en="every customer the store knows", zh="店铺认识的每一位顾客")
    return Name(en=segment.describe("en"), zh=segment.describe("zh"))


def _ids(rows: ibis.Table) -> frozenset[str]:
    found = rows.select("user_id").distinct().to_pyarrow()["user_id"].to_pylist()
    return frozenset(str(user) for user in found if user is not None)


def _consenting(store: Store) -> frozenset[str]:
    return _ids(store.table("users").filter(_.marketing_consent.fill_null(False)))


def consenting_of(store: Store, user_ids: frozenset[str]) -> frozenset[str]:
    """Those of `user_ids` who agreed to marketing."""
    return user_ids & _consenting(store)


def _capped(store: Store, first: date) -> frozenset[str]:
    """Those who have had their share of messages in the days before `first`."""
    if "exposures" not in store.tables:
        return frozenset()
    since = ibis.timestamp(f"{first - timedelta(days=CAP_DAYS)} 00:00:00")
    sent = store.table("exposures").filter(_.exposed_at >= since, _.arm == "treatment")
    often = sent.group_by("user_id").aggregate(n=_.count()).filter(_.n >= MOST_MESSAGES)
    return _ids(often)


def _running(store: Store, days: tuple[date, date]) -> dict[str, frozenset[str]]:
    """Campaigns that run on `days`, by id, with everyone in any of their arms."""
    if not {"campaigns", "exposures"} <= store.tables:
        return {}
    first, last = (ibis.timestamp(f"{day} 00:00:00") for day in (days[0], days[1] + timedelta(1)))
    at_once = store.table("campaigns").filter(_.starts_at < last, _.ends_at >= first)
    ids = at_once.select("campaign_id").to_pyarrow()["campaign_id"].to_pylist()
    exposures = store.table("exposures")
    return {str(own): _ids(exposures.filter(_.campaign_id == own)) for own in sorted(ids)}


def _dates_known(store: Store) -> bool:
    """Whether every campaign of the store tells when it runs."""
    if "campaigns" not in store.tables:
        return True
    campaigns = store.table("campaigns")
    undated = campaigns.filter(campaigns.starts_at.isnull() | campaigns.ends_at.isnull())
    return not undated.limit(1).to_pyarrow().num_rows


def _campaign_name(store: Store, campaign: str) -> Name:
    called = store.name_of("campaign", campaign)
    if called.en != campaign or "campaigns" not in store.tables:
        return called
    rows = store.table("campaigns").filter(_.campaign_id == campaign).select("name").to_pyarrow()
    names = [name for name in rows["name"].to_pylist() if name]
    return Name(en=names[0]) if names else called


def drawn(
    user_ids: tuple[str, ...], n_treated: int, n_control: int, seed: int
) -> tuple[tuple[str, str], ...]:
    """(user id, arm) of everyone in the test, by ascending id; arms drawn at random from `seed`."""
    order = np.random.default_rng(seed).permutation(len(user_ids))
    arms = {int(place): "treatment" for place in order[:n_treated]}
    arms |= {int(place): "control" for place in order[n_treated : n_treated + n_control]}
    return tuple((user_ids[place], arms[place]) for place in sorted(arms))
