"""Scan of the reviews: items that sell well and please less than they did, or than others do."""

import math
from collections.abc import Iterator

import numpy as np
from ibis import _
from scipy import stats

from tools.errors import ToolError
from tools.opportunities.guard import Floats
from tools.opportunities.opportunity import HORIZON, Gain, Opportunity
from tools.opportunities.scene import Sales, Scene
from tools.wording.values import Count, Number, Quote, Share, Value

LATELY = 90  # days whose ratings are held against those before
FEWEST = 8  # ratings on either side
FEWEST_IN_ALL = 20  # ratings of an item, to hold its complaints against others'
BAD = 2  # stars or fewer are a complaint
HALF = 0.5  # part of a gap that is taken to close
A_STAR = (0.07, 0.05, 0.09)
"""Revenue that a star more brings, mean and range, from restaurants on Yelp (Luca 2016)."""


def scan(scene: Scene) -> list[Opportunity]:
    """Items whose ratings fell, and items with more complaints than others."""
    if "reviews.rating" not in scene.store.columns:
        raise ToolError("missing-table", table=Quote(text="reviews"))
    dated = "reviews.local_time" in scene.store.columns
    sold = scene.sold_by("item", HORIZON)
    reviews = scene.store.table("reviews").filter(_.rating.notnull(), _.item_id.notnull())
    clock = _.local_time >= scene.after(LATELY) if dated else _.rating.isnull()
    rows = reviews.select("item_id", "rating", late=clock).to_pyarrow()
    items = rows["item_id"].to_numpy(zero_copy_only=False)
    ratings = rows["rating"].to_numpy().astype(np.float64)
    late = rows["late"].to_numpy(zero_copy_only=False).astype(bool)
    order = np.argsort(items, kind="stable")
    places = np.split(order, np.flatnonzero(items[order][1:] != items[order][:-1]) + 1)
    found: list[Opportunity] = []
    whole = (ratings.mean(), (ratings <= BAD).mean(), len(ratings))
    for at in places:
        item = str(items[at[0]])
        if item in sold:
            found += _fallen(scene, item, sold[item], ratings[at][late[at]], ratings[at][~late[at]])
            found += _disliked(scene, item, sold[item], ratings[at], whole)
    return found


def _fallen(
    scene: Scene, item: str, sold: Sales, now: Floats, before: Floats
) -> Iterator[Opportunity]:
    """The item's ratings of late against its earlier ones (Mann & Whitney 1947)."""
    if min(len(now), len(before)) < FEWEST:
        return
    p = float(stats.mannwhitneyu(now, before, alternative="less").pvalue)
    gap = float(before.mean() - now.mean())
    error = math.sqrt(now.var(ddof=1) / len(now) + before.var(ddof=1) / len(before))
    values: dict[str, Value] = {
        "item": scene.named("item", item),
        "now": Number(value=float(now.mean()), digits=1),
        "before": Number(value=float(before.mean()), digits=1),
        "n": Count(n=len(now)),
        "n_before": Count(n=len(before)),
        "lately": Count(n=LATELY),
    }
    yield _opportunity("rating-fell", item, values, _worth(gap, error, sold), p)


def _disliked(
    scene: Scene, item: str, sold: Sales, ratings: Floats, whole: tuple[float, float, int]
) -> Iterator[Opportunity]:
    """The item's share of complaints against that of all reviews (exact binomial test)."""
    mean, share, _n = whole
    if len(ratings) < FEWEST_IN_ALL:
        return
    bad = int((ratings <= BAD).sum())
    p = float(stats.binomtest(bad, len(ratings), float(share), alternative="greater").pvalue)
    error = float(ratings.std(ddof=1)) / math.sqrt(len(ratings))
    values: dict[str, Value] = {
        "item": scene.named("item", item),
        "bad": Count(n=bad),
        "n": Count(n=len(ratings)),
        "share": Share(ratio=bad / len(ratings), digits=0),
        "usual": Share(ratio=float(share), digits=0),
    }
    yield _opportunity("complaints", item, values, _worth(mean - ratings.mean(), error, sold), p)


def _worth(gap: float, error: float, sold: Sales) -> Gain:
    """Half of a gap in stars closed, in what the item leaves in `HORIZON` days."""
    stars = (gap, gap - 1.96 * error, gap + 1.96 * error)
    left = max(0.0, sold.profit)
    return Gain(*(HALF * s * share * left for s, share in zip(stars, A_STAR, strict=True)))


def _opportunity(
    kind: str, item: str, values: dict[str, Value], gain: Gain, p: float
) -> Opportunity:
    more = f'search_reviews {{"query": "complaints", "item": "{item}"}}'
    return Opportunity("reviews", kind, values, gain, more, p)
