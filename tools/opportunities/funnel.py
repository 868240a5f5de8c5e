"""Scan of the way to purchase: who turns away at a stage more than before, or than others."""

from collections.abc import Iterator
from dataclasses import dataclass

import ibis
import numpy as np
from ibis import _
from scipy.special import expit, logit

from tools.errors import ToolError
from tools.metrics.relations import relation
from tools.opportunities.guard import Floats, below, logits, reach, shifted
from tools.opportunities.opportunity import HORIZON, Gain, Opportunity
from tools.opportunities.scene import Scene
from tools.wording.values import Count, Quote, Share, Value

NOW = 4  # weeks that count as now
BEFORE = 13  # weeks before them
FEWEST = 5.0  # hits a week, on average, below which a rate says nothing
HALF = 0.5  # part of a gap that is taken to close
DIMENSIONS = ("device", "channel", "category")
PEERS = ("device",)
"""Dimensions whose groups are alike but for the store's own pages."""
STEPS = (("visits", "carts"), ("carts", "buys"))


def scan(scene: Scene) -> list[Opportunity]:
    """Groups that go on to the cart or to paying less than they did, or than others do."""
    scene.able(["conversion_rate", "cart_abandonment_rate"])
    if (scene.today - scene.store.calendar[0]).days < 7 * (NOW + BEFORE):
        raise ToolError("opportunities-short", days=Count(n=7 * (NOW + BEFORE)))
    value = scene.whole()
    each = value.profit / max(1, value.orders)
    found: list[Opportunity] = []
    for dimension in DIMENSIONS:
        if dimension not in scene.semantics.dimensions:
            continue
        worth = {k: s.profit / max(1, s.orders) for k, s in scene.sold_by(dimension).items()}
        for part in _parts(scene, dimension):
            found += part.findings(scene, worth.get(part.group, each))
    return found


def _parts(scene: Scene, dimension: str) -> Iterator["_Part"]:
    """Every group at every stage, with weeks in columns: the oldest first."""
    rows = _weekly(scene, dimension).to_pyarrow().to_pydict()
    groups = sorted({group for group in rows["part"] if group is not None})
    counts = {name: np.zeros((len(groups), NOW + BEFORE)) for name in ("visits", "carts", "buys")}
    place = {group: n for n, group in enumerate(groups)}
    for n, group in enumerate(rows["part"]):
        if group is not None:
            for name, table in counts.items():
                table[place[group], NOW + BEFORE - 1 - rows["week"][n]] = rows[name][n] or 0
    for bottom, top in STEPS:
        hits, there = counts[top], counts[bottom]
        for group, at in place.items():
            rest = np.delete(np.arange(len(groups)), at)
            if len(rest):
                others = hits[rest].sum(axis=0), there[rest].sum(axis=0)
                ahead = counts["buys"][at, -NOW:].sum() / max(1, hits[at, -NOW:].sum())
                yield _Part(dimension, group, bottom, (hits[at], there[at]), others, float(ahead))


def _weekly(scene: Scene, dimension: str) -> ibis.Table:
    """Columns week (0 the last), part, visits, carts and buys; who bought also had a cart."""
    events = relation(scene.store, "events")
    assert events is not None  # noqa: S101  # the metrics need it
    first = scene.after(7 * (NOW + BEFORE))
    events = events.filter(_.local_time >= first, _.local_time < scene.after(0))
    if dimension == "category":
        items = scene.store.table("items").select("item_id", part=_.category)
        events = events.inner_join(items, "item_id")
    else:
        events = events.mutate(part=events[dimension])
    visits = events.group_by("visit", "part").aggregate(
        day=_.local_time.min(),
        bought=(_.event_type == "purchase").any(),
        carted=_.event_type.isin(["cart", "purchase"]).any(),
    )
    week = ibis.date(scene.today.isoformat()).delta(visits.day.date(), unit="day") // 7
    return visits.group_by("part", week=week).aggregate(
        visits=_.count(), carts=_.carted.sum(), buys=_.bought.sum()
    )


@dataclass(frozen=True)
class _Part:
    """One group at one stage, week by week.

    Attributes:
        dimension: What it is a group of.
        group: Which.
        stage: Stage it starts from: visits or carts.
        own: Those who went on and those who were there, by week: two of [n_weeks].
        others: The same of all other groups.
        ahead: Share of those who went on that bought in the end, 0-1.
    """

    dimension: str
    group: str
    stage: str
    own: tuple[Floats, Floats]
    others: tuple[Floats, Floats]
    ahead: float

    def findings(self, scene: Scene, worth: float) -> list[Opportunity]:
        """What can be said of it; nothing where it is too small."""
        hits, n = self.own
        misses = n - hits
        there = min(n.min(), self.others[1].min())
        if there < 1 or min(hits.mean(), misses.mean(), self.others[0].mean()) < FEWEST:
            return []
        gap = logits(*self.own) - logits(*self.others)  # what moves everyone alike cancels out
        found = [self._finding(scene, "funnel-fell", shifted(gap[-NOW:], gap[:-NOW]), worth)]
        if self.dimension in PEERS and self.stage == "carts":
            lately = gap[-2 * NOW :]
            error = float(lately.std(ddof=1)) / np.sqrt(len(lately))
            apart = float(lately.mean()), error, float(len(lately) - 1)
            found.append(self._finding(scene, "funnel-peers", apart, worth))
        return found

    def _finding(
        self, scene: Scene, kind: str, gap: tuple[float, float, float], worth: float
    ) -> Opportunity:
        """Half of `gap` (log odds, its error, degrees of freedom) closed."""
        difference, error, df = gap
        hits, n = (float(counts[-NOW:].sum()) for counts in self.own)
        now = hits / n
        half = reach(df) * error
        usual, low, high = (
            float(expit(logit(now) - d)) for d in (difference, difference + half, difference - half)
        )
        orders = HALF * n * HORIZON / (7 * NOW) * self.ahead * worth
        gain = Gain(*((rate - now) * orders for rate in (usual, low, high)))
        values: dict[str, Value] = {
            "group": scene.named(self.dimension, self.group),
            "by": Quote(text=self.dimension),
            "stage": Quote(text=self.stage),
            "rate": Share(ratio=now),
            "usual": Share(ratio=usual),
            "n": Count(n=round(n)),
            "weeks": Count(n=NOW),
            "before": Count(n=BEFORE),
        }
        filters = f'["{self.dimension}={self.group}"]'
        more = f'funnel {{"filters": {filters}, "compare": "previous_period"}}'
        return Opportunity("funnel", kind, values, gain, more, below(difference, error, df))
