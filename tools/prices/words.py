"""What is said of prices: statements over figures that others computed."""

from collections.abc import Sequence

import numpy as np

from tools.prediction.customers.words import said
from tools.prices.best import BEYOND, ONE_MOVE, Advice
from tools.prices.catalogue import MONTH, RECENT, PriceList, Target
from tools.prices.model import Estimate
from tools.wording.statements import Role, Statement
from tools.wording.values import (
    Count,
    Entry,
    Listing,
    Money,
    Name,
    Number,
    Quote,
    Share,
    Value,
)

STEP = 0.1  # elasticities are told as what a price this much higher does
SPOKEN = 3  # items named in a sentence
MOST = 0.5  # of the items must have moved in price before anything is said of all together
NUDGE = 0.05  # by how much all prices are moved together, to see whether they lie right
HOW = ("prices-method", "prices-assumed")


def change(slope: float) -> Share:
    """What a price 10 % higher does to units."""
    return Share(ratio=float((1 + STEP) ** slope - 1))


def _effect(estimate: Estimate) -> dict[str, Value]:
    return {
        "step": Share(ratio=STEP, digits=0),
        "change": change(estimate.value),
        "low": change(estimate.low),
        "high": change(estimate.high),
        "elasticity": Number(value=estimate.value, digits=2),
        "n": Count(n=estimate.n),
    }


def about_item(
    prices: PriceList, at: int, advice: Advice | None, target: Target
) -> list[Statement]:
    """The answer for one item, and what its sales say of its price."""
    model = prices.model
    item = model.of_item(str(model.panel.items[at]))
    name = prices.name(at)
    if advice is None:
        answer = said("prices-no-cost", "answer", ("prices-item", *HOW), item=name)
    elif advice.verdict == "unmoved":
        now = Money(amount=float(model.now[at]))
        answer = said("prices-unmoved", "answer", ("prices-borrowed",), item=name, now=now)
    else:
        answer = _verdict(prices, at, advice, target, "answer", ("prices-item", *HOW))
    low, high = model.range
    category = prices.category(model.panel.category[at])
    values: dict[str, Value] = {
        **_effect(item),
        "item": name,
        "category": category,
        "within": Quote(text="yes" if category.en else "no"),
        "lowest": Money(amount=float(low[at])),
        "highest": Money(amount=float(high[at])),
        "own": Share(ratio=float(model.own[at]), digits=0),
        "counted": counted(prices),
    }
    message = "prices-item" if model.moved[at] else "prices-borrowed"
    return [answer, said(message, "highlight", ("prices-method",), **values)]


def counted(prices: PriceList) -> Quote:
    """Whether units are counted or orders."""
    return Quote(text="orders" if prices.model.panel.counts_orders else "units")


def _verdict(
    prices: PriceList, at: int, advice: Advice, target: Target, role: Role, needs: tuple[str, ...]
) -> Statement:
    """What to do about one item's price."""
    values: dict[str, Value] = {
        "item": prices.name(at),
        "now": Money(amount=float(prices.model.now[at])),
        "days": Count(n=MONTH),
        "target": Quote(text=target),
        "recent": Count(n=round(float(prices.recent[at]))),
        "window": Count(n=RECENT),
        "cost": Money(amount=float(np.nan_to_num(prices.cost[at]))),
        "bound": Quote(text=advice.bounded or "none"),
        "beyond": Share(ratio=BEYOND, digits=0),
        "step": Share(ratio=ONE_MOVE, digits=0),
    }
    message = {
        "raise": "prices-advise",
        "lower": "prices-advise",
        "below_cost": "prices-below-cost",
    }
    if (gain := advice.gain) is not None:
        values |= {
            "way": Quote(text="raise" if gain.price > prices.model.now[at] else "lower"),
            "price": Money(amount=gain.price),
            "gain": Money(amount=gain.mean),
            "low": Money(amount=gain.low),
            "high": Money(amount=gain.high),
            "sold": Share(ratio=gain.sold - 1),
        }
    return said(message.get(advice.verdict, f"prices-{advice.verdict}"), role, needs, **values)


def about_many(
    prices: PriceList,
    estimate: Estimate,
    advice: dict[int, Advice],
    order: Sequence[int],
    target: Target,
    scope: Name | None,
) -> list[Statement]:
    """Where a price move is worth most, and how sensitive customers are, over several items."""
    moves = [at for at in order if advice[at].verdict in ("raise", "lower")]
    needs = ("prices-overall", *HOW)
    told = [_worth(prices, advice, moves, target, needs)] if moves else []
    if not moves:
        told.append(said("prices-no-move", "answer", needs, target=Quote(text=target)))
    model = prices.model
    told.append(
        said(
            "prices-overall",
            "answer",
            ("prices-method",),
            **_effect(estimate),
            scope=scope or Name(en=""),
            within=Quote(text="yes" if scope else "no"),
            items=Count(n=int(model.moved.sum())),
            counted=counted(prices),
        )
    )
    if moves:
        first = moves[0]
        told.append(_verdict(prices, first, advice[first], target, "highlight", HOW))
    return [*told, *_all_dearer(prices, estimate, advice, target), _verdicts(advice)]


def _all_dearer(
    prices: PriceList, estimate: Estimate, advice: dict[int, Advice], target: Target
) -> list[Statement]:
    """What making all these items a little dearer (or cheaper) would bring, where that is sure."""
    stand = [item for at in advice if (item := prices.situation(at, target)) is not None]
    items = [item for item in stand if item.moved]
    if len(items) < MOST * len(stand):
        return []
    price, cost, units = (np.array([getattr(i, n) for i in items])
                          for n in ("price", "cost", "units"))  # fmt: skip
    for move in (NUDGE, -NUDGE):
        gains = [
            float(
                (units * ((price * (1 + move) - cost) * (1 + move) ** slope - price + cost)).sum()
            )
            for slope in (estimate.value, estimate.low, estimate.high)
        ]
        if min(gains) > 0:
            return [
                said(
                    "prices-all",
                    "highlight",
                    ("prices-method",),
                    way=Quote(text="raise" if move > 0 else "lower"),
                    move=Share(ratio=NUDGE, digits=0),
                    n=Count(n=len(items)),
                    gain=Money(amount=gains[0]),
                    low=Money(amount=min(gains)),
                    high=Money(amount=max(gains)),
                    days=Count(n=MONTH),
                    target=Quote(text=target),
                )
            ]
    return []


def _worth(
    prices: PriceList,
    advice: dict[int, Advice],
    moves: list[int],
    target: Target,
    needs: tuple[str, ...],
) -> Statement:
    listed = []
    for at in moves[:SPOKEN]:
        gain = advice[at].gain
        if gain is not None:
            listed.append(Entry(what=prices.name(at), figure=Money(amount=gain.mean)))
    return said(
        "prices-worth",
        "answer",
        needs,
        list=Listing(items=tuple(listed)),
        n=Count(n=len(moves)),
        days=Count(n=MONTH),
        target=Quote(text=target),
        way=Quote(text=_way(advice, moves[:SPOKEN])),
    )


def _way(advice: dict[int, Advice], moves: list[int]) -> str:
    ways = {advice[at].verdict for at in moves}
    return ways.pop() if len(ways) == 1 else "both"


def _verdicts(advice: dict[int, Advice]) -> Statement:
    """How many items each verdict was given to."""
    kinds = [found.verdict for found in advice.values()]
    unknown = sum(kinds.count(kind) for kind in ("test", "unmoved", "few"))
    return said(
        "prices-verdicts",
        "highlight",
        n=Count(n=len(kinds)),
        up=Count(n=kinds.count("raise")),
        down=Count(n=kinds.count("lower")),
        keep=Count(n=kinds.count("keep")),
        unknown=Count(n=unknown),
        below=Count(n=kinds.count("below_cost")),
    )
