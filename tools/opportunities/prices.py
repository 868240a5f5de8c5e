"""Scan of the prices: items that would earn more at another one, as far as the data are sure."""

import numpy as np

from tools.opportunities.opportunity import Gain, Opportunity
from tools.opportunities.scene import Scene
from tools.prices.best import Verdict
from tools.prices.catalogue import PriceList
from tools.wording.values import Count, Entry, Listing, Money, Value

SHOWN = 3  # items named
DIRECTIONS: tuple[Verdict, Verdict] = ("raise", "lower")


def scan(scene: Scene) -> list[Opportunity]:
    """Prices to raise and prices to lower, each taken together."""
    prices = PriceList(scene.store)
    places = np.arange(len(prices.model.panel.items))
    advice = prices.advice(places, prices.target("profit"))
    found = []
    for direction in DIRECTIONS:
        sure = [(at, a.gain) for at, a in advice.items() if a.verdict == direction and a.gain]
        sure.sort(key=lambda pair: -pair[1].mean)
        if not sure:
            continue
        named = tuple(
            Entry(what=prices.name(at), figure=Money(amount=best.price))
            for at, best in sure[:SHOWN]
        )
        gain = Gain(*(sum(getattr(g, end) for _, g in sure) for end in ("mean", "low", "high")))
        values: dict[str, Value] = {"n": Count(n=len(sure)), "list": Listing(items=named)}
        found.append(Opportunity("prices", f"price-{direction}", values, gain, "price_advice"))
    return found
