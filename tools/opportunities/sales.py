"""Scan of sales: channels, devices and places that bring fewer orders than they did.

Categories and items are left to the season's scan: with a year or two of data, nobody can tell
their fall from their season.
"""

import ibis
import numpy as np
from ibis import _
from scipy.special import expit

from tools.errors import ToolError
from tools.opportunities.funnel import BEFORE, FEWEST, HALF, NOW
from tools.opportunities.guard import Floats, below, logits, reach, shifted
from tools.opportunities.opportunity import HORIZON, Gain, Opportunity
from tools.opportunities.scene import Scene
from tools.query_metrics import MIN_PEOPLE
from tools.wording.values import Count, Quote, Share, Value

DIMENSIONS = ("channel", "device", "country", "region")
WEEKS = NOW + BEFORE


def scan(scene: Scene) -> list[Opportunity]:
    """Groups whose share of orders fell."""
    if (scene.today - scene.store.calendar[0]).days < 7 * WEEKS:
        raise ToolError("opportunities-short", days=Count(n=7 * WEEKS))
    found, whole = [], scene.whole()
    for dimension in DIMENSIONS:
        table = _weekly(scene, dimension)
        total = np.asarray(sum(table.values(), np.zeros(WEEKS)))
        if len(table) < 2 or total.min() < 1:
            continue
        sold = scene.sold_by(dimension) if dimension in scene.sales.columns else {}
        for group, own in table.items():
            if min(own.mean(), (total - own).mean()) >= FEWEST:
                value = sold.get(group, whole)
                worth = value.profit / max(1, value.orders)
                found.append(_opportunity(scene, (dimension, group), own, total, worth))
    return found


def _weekly(scene: Scene, dimension: str) -> dict[str, Floats]:
    """Orders of each group by week, the oldest first; groups of few people are left out."""
    orders = scene.sales.filter(_.local_time >= scene.after(7 * WEEKS))
    if dimension in ("country", "region"):
        if f"users.{dimension}" not in scene.store.columns or "user_id" not in orders.columns:
            return {}
        users = scene.store.table("users").select("user_id", dimension)
        orders = orders.inner_join(users, "user_id")
    if dimension not in orders.columns:
        return {}
    people = orders.user_id.nunique() if "user_id" in orders.columns else ibis.literal(MIN_PEOPLE)
    known = orders.group_by(dimension).aggregate(people=people).filter(_.people >= MIN_PEOPLE)
    kept = orders.semi_join(known, dimension)
    ago = ibis.date(scene.today.isoformat()).delta(kept.local_time.date(), unit="day") // 7
    counts = kept.group_by(dimension, ago=ago)
    table: dict[str, Floats] = {}
    for row in counts.aggregate(n=_.order_id.nunique()).to_pyarrow().to_pylist():
        table.setdefault(row[dimension], np.zeros(WEEKS))[WEEKS - 1 - row["ago"]] = row["n"]
    return table


def _opportunity(
    scene: Scene, part: tuple[str, str], own: Floats, total: Floats, worth: float
) -> Opportunity:
    """Half of the share that was lost, won back."""
    logged = logits(own, total)
    difference, error, df = shifted(logged[-NOW:], logged[:-NOW])
    n = float(total[-NOW:].sum())
    now = float(own[-NOW:].sum()) / n
    base, half = np.log((now + 1e-9) / (1 - now + 1e-9)), reach(df) * error
    shifts = (difference, difference + half, difference - half)
    usual, low, high = (float(expit(base - shift)) for shift in shifts)
    orders = HALF * n * HORIZON / (7 * NOW) * worth
    values: dict[str, Value] = {
        "group": scene.named(*part),
        "by": Quote(text=part[0]),
        "rate": Share(ratio=now),
        "usual": Share(ratio=usual),
        "n": Count(n=round(float(own[-NOW:].sum()))),
        "weeks": Count(n=NOW),
        "before": Count(n=BEFORE),
    }
    gain = Gain(*((share - now) * orders for share in (usual, low, high)))
    filters = f'["{part[0]}={part[1]}"]'
    more = f'query_metrics {{"metrics": ["orders"], "group_by": "week", "filters": {filters}}}'
    return Opportunity("sales", "sales-fell", values, gain, more, below(difference, error, df))
