"""What is bought in the same baskets as an item, and how much more often than chance."""

from dataclasses import dataclass

import ibis
import numpy as np
from ibis import _

from tools.prediction.activity import actions
from tools.prediction.items.interactions import Interactions
from tools.store.store import Store

MIN_BASKETS = 10  # that hold both; fewer tell nothing, and might point at people
LEAST_LIFT = 1.2


@dataclass(frozen=True)
class Companion:
    """An item bought together with those asked about.

    Attributes:
        item_id: The item.
        both: Baskets that hold it and what was asked about.
        baskets: Baskets that hold what was asked about.
        lift: How many times as often as chance the two go together.
        evidence: Log-likelihood ratio G² of that (Dunning 1993).
    """

    item_id: str
    both: int
    baskets: int
    lift: float
    evidence: float


@dataclass(frozen=True)
class Together:
    """Baskets of what was asked about.

    Attributes:
        baskets: How many hold it.
        all_baskets: How many there are.
        companions: Items bought with it more often than chance, most telling first.
    """

    baskets: int
    all_baskets: int
    companions: tuple[Companion, ...]


def bought_together(store: Store, items: tuple[str, ...]) -> Together:
    """What is bought with any of `items`: in one order, else by one user on one day.

    Raises:
        ToolError: If the store has neither events nor orders.
    """
    lines = _lines(store)
    with_it = lines.filter(_.item_id.isin(items)).select("basket").distinct()
    n, all_n = (int(each.basket.nunique().to_pyarrow().as_py()) for each in (with_it, lines))
    theirs = lines.semi_join(with_it, "basket").filter(~_.item_id.isin(items))
    both = theirs.group_by("item_id").aggregate(both=_.basket.nunique())
    both = both.filter(_.both >= MIN_BASKETS)
    whole = lines.semi_join(both, "item_id").group_by("item_id").aggregate(n=_.basket.nunique())
    rows = both.inner_join(whole, "item_id").order_by("item_id").to_pyarrow().to_pylist()
    found = [_companion(row["item_id"], row["both"], row["n"], n, all_n) for row in rows]
    told = [each for each in found if each.lift >= LEAST_LIFT]
    return Together(n, all_n, tuple(sorted(told, key=lambda each: -each.evidence)))


def wanted_together(seen: Interactions, items: tuple[str, ...]) -> tuple[Companion, ...]:
    """What users who did anything with any of `items` did anything with too; the same rules."""
    pairs = seen.pairs
    asked = np.flatnonzero(np.isin(seen.item_ids, np.array(items, dtype=object)))
    users = np.unique(pairs.rows[np.isin(pairs.items, asked)])
    both = np.bincount(pairs.items[np.isin(pairs.rows, users)], minlength=seen.shape[1])
    whole = np.bincount(pairs.items, minlength=seen.shape[1])
    both[asked] = 0
    found = [
        _companion(str(seen.item_ids[i]), int(both[i]), int(whole[i]), len(users), seen.shape[0])
        for i in np.flatnonzero(both >= MIN_BASKETS)
    ]
    told = [each for each in found if each.lift >= LEAST_LIFT]
    return tuple(sorted(told, key=lambda each: -each.evidence))


def _lines(store: Store) -> ibis.Table:
    """One row a basket and item: basket, item_id."""
    if {"orders", "order_lines"} <= store.tables:
        lines = store.table("order_lines").semi_join(store.table("orders"), "order_id")
        return lines.select(basket=_.order_id, item_id=_.item_id).distinct()
    bought = actions(store).filter(_.kind == "purchase", _.item_id.notnull())
    day = _.user_id.concat(" ", _.time.date().cast("string"))
    return bought.select(basket=day, item_id=_.item_id).distinct()


def _companion(item: str, both: int, n_item: int, n: int, n_all: int) -> Companion:
    lift = both * n_all / (n_item * n)
    table = np.array([[both, n - both], [n_item - both, n_all - n - n_item + both]], dtype=float)
    expected = table.sum(axis=1, keepdims=True) * table.sum(axis=0) / n_all
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(table > 0, table * np.log(table / expected), 0)
    return Companion(item, both, n, lift, float(2 * terms.sum()))
