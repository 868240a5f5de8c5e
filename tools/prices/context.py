"""What is said beside the advice: who responds most, other effects, and how it is known."""

import numpy as np

from tools.prediction.customers.words import said
from tools.prices.best import BEYOND, LEAST_MARGIN, ONE_MOVE
from tools.prices.catalogue import PriceList, Target
from tools.prices.fixed_effects import Ints, Slope
from tools.prices.model import Estimate
from tools.prices.words import SPOKEN, STEP, change, counted
from tools.wording.statements import Statement
from tools.wording.values import Count, Entry, Listing, Quote, Share, Span

SURE = 1.96


def about_items(prices: PriceList, places: Ints, estimate: Estimate) -> list[Statement]:
    """Which items surely respond more or less than the rest; one sentence where none does."""
    belief = prices.model.pooled.items
    low, high, mean = belief.quantile(0.025), belief.quantile(0.975), belief.mean
    told = []
    for message, apart, order in (
        ("prices-most", high < estimate.value, places[np.argsort(mean[places])]),
        ("prices-least", low > estimate.value, places[np.argsort(-mean[places])]),
    ):
        sure = [int(at) for at in order if apart[at]]
        if sure:
            listed = [Entry(what=prices.name(at), figure=change(float(mean[at])))
                      for at in sure[:SPOKEN]]  # fmt: skip
            told.append(
                said(
                    message,
                    "highlight",
                    ("prices-method",),
                    n=Count(n=len(sure)),
                    list=Listing(items=tuple(listed)),
                    step=Share(ratio=STEP, digits=0),
                )
            )
    return told or [said("prices-items-alike", "highlight")]


def about_categories(prices: PriceList, places: Ints) -> list[Statement]:
    """Which categories are most and least price-sensitive, if they can be told apart."""
    model = prices.model
    kept = np.unique(model.panel.category[places])
    kept = np.array([c for c in kept if model.panel.categories[c]], dtype=np.int64)
    if len(kept) < 2:  # nothing to compare
        return []
    belief = model.pooled.categories
    order = kept[np.argsort(belief.mean[kept])]
    most, least = order[0], order[-1]
    apart = belief.mean[least] - belief.mean[most]
    error = float(np.hypot(belief.spread[most], belief.spread[least]))
    ends = [
        Entry(what=prices.category(int(c)), figure=change(float(belief.mean[c])))
        for c in (most, least)
    ]
    message = "prices-categories" if apart > SURE * error else "prices-categories-alike"
    step = Share(ratio=STEP, digits=0)
    return [said(message, "highlight", ("prices-method",), most=ends[0], least=ends[1], step=step)]


def how(prices: PriceList, target: Target, wanted: Target) -> list[Statement]:
    """How the figures were come by, and what must be known to read them rightly."""
    panel = prices.model.panel
    kind = "views" if panel.shown else "paid"
    told = [
        said(
            "prices-method",
            "caveat",
            days=Span(first=panel.days[0], last=panel.days[1]),
            kind=Quote(text=kind),
            counted=counted(prices),
        ),
        said(
            "prices-assumed",
            "caveat",
            beyond=Share(ratio=BEYOND, digits=0),
            step=Share(ratio=ONE_MOVE, digits=0),
            margin=Share(ratio=LEAST_MARGIN, digits=0),
            target=Quote(text=target),
        ),
    ]
    if target != wanted:
        told.append(said("prices-revenue", "caveat"))
    return told


def beside(prices: PriceList) -> list[Statement]:
    """What prices do to attention, and to the other items of a category."""
    model = prices.model
    told = []
    if model.attention is not None:
        told.append(_slope("prices-attention", model.attention, -1))
    if model.cross is not None:
        told.append(_slope("prices-cross", model.cross, 1))
    return told


def _slope(message: str, slope: Slope, sign: int) -> Statement:
    """What a price 10 % higher (lower where `sign` is -1) does, and whether it differs from 0."""
    factor = np.log1p(sign * STEP)
    ends = sorted((slope.low * factor, slope.high * factor))
    sure = ends[0] > 0 or ends[1] < 0
    return said(
        message,
        "highlight",
        step=Share(ratio=STEP, digits=0),
        change=Share(ratio=float(np.expm1(slope.value * factor))),
        low=Share(ratio=float(np.expm1(ends[0]))),
        high=Share(ratio=float(np.expm1(ends[1]))),
        sure=Quote(text="yes" if sure else "no"),
    )
