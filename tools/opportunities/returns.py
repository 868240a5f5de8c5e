"""Scan of returns: items that come back more often than others."""

import numpy as np
from ibis import _
from scipy import stats

from tools.errors import ToolError
from tools.opportunities.opportunity import HORIZON, Gain, Opportunity
from tools.opportunities.scene import Sales, Scene
from tools.wording.values import Count, Quote, Share, Value

DAYS = 180  # days whose orders are looked at
SETTLED = 14  # latest days, left out: what was bought then may still come back
FEWEST = 30  # orders of an item, below which its returns say nothing
HALF = 0.5  # part of the excess that is taken to go away


def scan(scene: Scene) -> list[Opportunity]:
    """Items of which more orders are sent back than of all others."""
    if "returned" not in scene.sales.columns:
        raise ToolError("missing-table", table=Quote(text="order_lines (returned_quantity)"))
    lines = scene.sales.filter(
        _.local_time >= scene.after(DAYS), _.local_time < scene.after(SETTLED), _.quantity > 0
    )
    each = lines.group_by("item_id").aggregate(
        n=_.count(), back=(_.returned.fill_null(0) > 0).sum()
    )
    rows = each.to_pyarrow().to_pylist()
    n, back = (sum(row[name] for row in rows) for name in ("n", "back"))
    sold = scene.sold_by("item", HORIZON)
    kept = [r for r in rows if r["n"] >= FEWEST and r["item_id"] in sold and n > r["n"] and back]
    own, hits = (np.array([row[name] for row in kept], dtype=float) for name in ("n", "back"))
    usual = (back - hits) / (n - own)
    p = stats.binom.sf(hits - 1, own, usual)
    low = np.nan_to_num(stats.beta.ppf(0.025, hits, own - hits + 1))
    high = np.nan_to_num(stats.beta.ppf(0.975, hits + 1, own - hits), nan=1.0)
    told = zip(usual, low, high, p, strict=True)
    return [
        _opportunity(scene, row, sold[row["item_id"]], *map(float, figures))
        for row, figures in zip(kept, told, strict=True)
    ]


def _opportunity(
    scene: Scene, row: dict[str, int], sold: Sales, usual: float, low: float, high: float, p: float
) -> Opportunity:
    """Half of the item's excess of returns spared; a return loses what its sale left.

    The test is the exact binomial one, the interval Clopper & Pearson's (1934).
    """
    item, rate = str(row["item_id"]), row["back"] / row["n"]
    values: dict[str, Value] = {
        "item": scene.named("item", item),
        "rate": Share(ratio=rate),
        "usual": Share(ratio=usual),
        "back": Count(n=row["back"]),
        "n": Count(n=row["n"]),
    }
    left = HALF * max(0.0, sold.profit)
    gain = Gain(*((end - usual) * left for end in (rate, low, high)))
    more = f'query_metrics {{"metrics": ["return_rate"], "filters": ["item={item}"]}}'
    return Opportunity("returns", "returns", values, gain, more, p)
