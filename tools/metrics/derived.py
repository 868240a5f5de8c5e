"""Dimensions that no column holds: told from what a row and those before it say."""

from collections.abc import Collection

import ibis

from tools.metrics.metric import Source
from tools.metrics.prices import PRICE_BANDS, PRICE_STEPS

CUSTOMER_TYPE, PRICE_BAND = "customer_type", "price_band"
_NEEDS: dict[tuple[Source, str], frozenset[str]] = {
    ("sales", CUSTOMER_TYPE): frozenset({"user_id", "local_time"}),
    ("sales", PRICE_BAND): frozenset({"amount", "quantity"}),
    ("events", CUSTOMER_TYPE): frozenset({"user_id", "local_time", "event_type", "visit"}),
    ("events", PRICE_BAND): frozenset({"price"}),
}


def derivable(source: Source, column: str, columns: Collection[str]) -> bool:
    """Whether `column` can be told of the rows of `source`, which have `columns`."""
    needs = _NEEDS.get((source, column))
    return needs is not None and needs.issubset(columns)


def with_derived(table: ibis.Table, source: Source, wanted: Collection[str]) -> ibis.Table:
    """`table`, all rows of `source`, with those of `wanted` that are derived.

    A customer is new in the first order, and in every visit up to the one of the first purchase;
    a price is what was paid for one piece, or at which it was seen.
    """
    if CUSTOMER_TYPE in wanted:
        table = _joined_first(table, source)
        back = table.local_time > table.first_at
        if source == "events" and "session_id" in table.columns:
            back = back & (table.visit != table.first_in)
        kind = ibis.cases((back.fill_null(False), "returning"), else_="new")
        table = table.mutate(customer_type=ibis.ifelse(table.user_id.isnull(), None, kind))
    if PRICE_BAND in wanted:
        price = table.amount / table.quantity if source == "sales" else table.price
        table = table.mutate(price_band=_band(price.cast("float64")))
    return table


def _joined_first(table: ibis.Table, source: Source) -> ibis.Table:
    """`table` with `first_at`, when its customer first bought, and `first_in`, in which visit."""
    bought = table.filter(table.event_type == "purchase") if source == "events" else table
    first = {"first_at": bought.local_time.min()}
    if source == "events":
        first["first_in"] = bought.visit.argmin(bought.local_time)
    return table.left_join(bought.group_by("user_id").aggregate(**first), "user_id").drop(
        "user_id_right"
    )


def _band(price: ibis.Value) -> ibis.Value:
    steps = [(price < step, band) for step, band in zip(PRICE_STEPS, PRICE_BANDS, strict=False)]
    return ibis.cases((price.isnull(), None), *steps, else_=PRICE_BANDS[-1])
