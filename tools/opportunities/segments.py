"""Scan of the groups of customers whom a message may bring back."""

import math

from ibis import _
from scipy import stats

from tools.effects.pooling import Pooled, past_effects, pooled
from tools.errors import ToolError
from tools.opportunities.opportunity import HORIZON, Gain, Opportunity
from tools.opportunities.scene import Scene
from tools.query_metrics import MIN_PEOPLE
from tools.segments import Segment
from tools.wording.values import Count, Share

WORTH_A_MESSAGE = ("cannot_lose", "at_risk", "one_time", "cart_abandoners", "wishlisters")
FEWEST = 10  # buyers of a group that was like it before, below which its usual rate is unknown


def scan(scene: Scene) -> list[Opportunity]:
    """Groups to write to, valued by what this store's own campaigns did to their audiences."""
    effect = pooled(past_effects(scene.store))
    if effect is None:
        raise ToolError("opportunities-no-campaigns")
    known = {own.id: own for own in scene.segments.standard()}
    chosen = [known[name] for name in WORTH_A_MESSAGE if name in known]
    found = [_opportunity(scene, segment, effect) for segment in chosen]
    return [own for own in found if own is not None]


def _opportunity(scene: Scene, segment: Segment, effect: Pooled) -> Opportunity | None:
    people, may = _people(scene, segment)
    n, buyers, profit = _usual(scene, segment)
    if may < MIN_PEOPLE or buyers < FEWEST:
        return None
    usual = may * profit / n  # what they bring by themselves
    ends = (effect.mean, effect.mean - 1.96 * effect.se, effect.mean + 1.96 * effect.se)
    return Opportunity(
        "segments",
        "segment",
        {
            "segment": segment.label,
            "people": Count(n=people),
            "may": Count(n=may),
            "rate": Share(ratio=buyers / n),
            "lift": Share(ratio=math.expm1(effect.mean), digits=0),
            "k": Count(n=effect.k),
        },
        Gain(*(usual * math.expm1(end) for end in ends)),
        f'segment_customers {{"segment": "{segment.id}"}}',
        float(stats.norm.sf(effect.mean / effect.se)),
    )


def _people(scene: Scene, segment: Segment) -> tuple[int, int]:
    """How many are in it today, and how many of them may be written to."""
    members = scene.segments.table(segment, scene.today)
    asked = "users.marketing_consent" in scene.store.columns
    may = members.marketing_consent.fill_null(False).sum() if asked else members.count()
    (row,) = members.aggregate(n=_.count(), may=may).to_pyarrow().to_pylist()
    return row["n"], row["may"] or 0


def _usual(scene: Scene, segment: Segment) -> tuple[int, int, float]:
    """Those who were in it `HORIZON` days ago: how many, how many bought since, what it left."""
    since = scene.after(HORIZON)
    day = scene.today.fromordinal(scene.today.toordinal() - HORIZON)
    members = scene.segments.table(segment, day).select("user_id")
    left = scene.sales.profit if scene.margin is not None else scene.sales.amount
    lately = scene.sales.mutate(left=left).filter(_.local_time >= since)
    each = lately.group_by("user_id").aggregate(left=_.left.sum())
    joined = members.left_join(each, "user_id")
    (row,) = (
        joined.aggregate(n=_.count(), buyers=_.left.count(), left=_.left.sum())
        .to_pyarrow()
        .to_pylist()
    )
    return row["n"], row["buyers"], float(row["left"] or 0.0)
