"""The offer: chosen from what worked, kept above cost, with limits on what it may give away."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from ibis import _
from numpy.typing import NDArray

from tools.drafts.models import Brief, Discount, Objective, Offer
from tools.drafts.money import discount_in
from tools.drafts.reading import objective_in
from tools.effects.past import CampaignEffect
from tools.errors import ToolError
from tools.store.store import Store
from tools.wording.values import Count, Money, Name, Share

LEAST_MARGIN = 0.05
"""Share of the reduced price that must stay over cost when code chooses the offer."""
MOST_EXCLUDED = 0.5
"""Part of the items that an offer may leave out for their cost before it is no offer any more."""
STEPS = (0.05, 0.10, 0.15, 0.20, 0.25, 0.30)
USUAL: Mapping[Objective, float] = {
    "win_back": 0.15,
    "clear_stock": 0.20,
    "first_order": 0.10,
    "carts": 0.10,
    "thank_loyal": 0.10,
    "promote": 0.10,
}
"""Share off where no past offer tells more; lowered until the margin allows it."""
_CODES: Mapping[Objective, str] = {
    "win_back": "BACK",
    "clear_stock": "CLEAR",
    "first_order": "HELLO",
    "carts": "CART",
    "thank_loyal": "THANKS",
    "promote": "SAVE",
}
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Goods:
    """What the offer is valid for.

    Attributes:
        prices: [n_items] list prices above 0, store currency.
        costs: [n_items] what one unit costs.
    """

    prices: Floats
    costs: Floats

    @property
    def margins(self) -> Floats:
        """[n_items] share of the price that is not cost."""
        return 1 - self.costs / self.prices

    def left_out(self, share: float, keep: float = 0.0) -> int:
        """Items that `share` off would sell for less than cost plus `keep` of the price."""
        return int((self.prices * (1 - share) * (1 - keep) < self.costs).sum())

    def kept_margin(self, share: float) -> float:
        """Share kept over cost at `share` off, of the items not left out, weighted by price."""
        kept = self.prices * (1 - share) >= self.costs
        paid = self.prices[kept] * (1 - share)
        return float(1 - self.costs[kept].sum() / paid.sum()) if kept.any() else 0.0

    @property
    def most(self) -> float:
        """Largest share off, in steps of 5 %, that leaves out no more than half of the items."""
        fits = [
            n / 20
            for n in range(1, 20)
            if self.left_out(n / 20) <= MOST_EXCLUDED * len(self.prices)
        ]
        return max(fits, default=0.0)


def goods(store: Store, category: str | None) -> Goods | None:
    """The items of `category`, or all; `None` where prices or costs are not known."""
    if not {"items.price", "items.cost"} <= store.columns:
        return None
    items = store.table("items").filter(_.price > 0, _.cost.notnull())
    if category is not None:
        items = items.filter(_.category == category)
    rows = items.order_by("item_id").select(
        price=_.price.cast("float64"), cost=_.cost.cast("float64")
    )
    table = rows.to_pyarrow()
    if not table.num_rows:
        return None
    return Goods(table["price"].to_numpy(), table["cost"].to_numpy())


def choose(
    brief: Brief, own: Goods | None, past: Sequence[CampaignEffect], basket: float | None
) -> Offer:
    """The offer of `brief`, or the one that past campaigns and margins speak for.

    Args:
        brief: What was asked for.
        own: Items it would be valid for; `None` where costs are not known.
        past: Campaigns with a holdout.
        basket: Mean order value of the audience; `None` if unknown.

    Raises:
        ToolError: If the offer asked for sells below cost, or cannot be checked.
    """
    asked = brief.discount
    if asked is not None and asked.kind in ("none", "free_shipping"):
        return _offer(brief, asked, "brief", own)
    if own is None:
        if asked is not None:
            raise ToolError("drafts-no-costs")
        return _offer(brief, Discount(kind="none"), "no_costs", None)
    if asked is not None:
        return _offer(brief, _checked(asked, own, basket), "brief", own)
    for discount in _past_offers(brief.objective, past):
        if (fitted := _fitted(discount, own, basket)) is not None:
            return _offer(brief, fitted, "past", own)
    for share in sorted((s for s in STEPS if s <= USUAL[brief.objective]), reverse=True):
        if own.left_out(share, LEAST_MARGIN) <= MOST_EXCLUDED * len(own.prices) / 5:
            return _offer(brief, Discount(kind="percent", value=share), "ladder", own)
    return _offer(brief, Discount(kind="none"), "none", own)


def _past_offers(objective: Objective, past: Sequence[CampaignEffect]) -> list[Discount]:
    """Offers that surely raised orders, of campaigns with the same aim, best first."""
    alike = [
        (own.conversion.value * own.n_control / max(1, own.bought_control), discount)
        for own in past
        if objective_in(f"{_both(own.name)} {_both(own.offer)}") == objective
        and own.conversion.low > 0
        and (discount := discount_in(_both(own.offer))) is not None
        and discount.kind in ("percent", "amount")
    ]
    return [discount for _rise, discount in sorted(alike, key=lambda pair: -pair[0])]


def _both(name: Name | None) -> str:
    return f"{name.en} {name.zh or ''}" if name else ""


def _checked(asked: Discount, own: Goods, basket: float | None) -> Discount:
    """`asked`, with a least order value where an amount needs one.

    Raises:
        ToolError: If it sells below cost.
    """
    if asked.kind == "amount":
        if not asked.threshold:
            return asked.model_copy(update={"threshold": _threshold(asked.value, own, basket)})
        least = _nice(asked.value / max(_usual_margin(own), 0.01))
        if asked.value > asked.threshold * _usual_margin(own):
            raise ToolError(
                "drafts-amount-below-cost",
                value=Money(amount=asked.value),
                threshold=Money(amount=asked.threshold),
                least=Money(amount=least),
            )
        return asked
    left_out = own.left_out(asked.value)
    if asked.value >= 1 or left_out > MOST_EXCLUDED * len(own.prices):
        raise ToolError(
            "drafts-below-cost",
            share=Share(ratio=asked.value, digits=0),
            n=Count(n=left_out),
            total=Count(n=len(own.prices)),
            most=Share(ratio=own.most, digits=0),
        )
    return asked


def _fitted(discount: Discount, own: Goods, basket: float | None) -> Discount | None:
    """`discount`, if the margins of these items bear it."""
    if discount.kind == "amount":
        least = _threshold(discount.value, own, basket)
        return discount.model_copy(update={"threshold": max(least, discount.threshold)})
    few = MOST_EXCLUDED * len(own.prices) / 5
    return discount if own.left_out(discount.value, LEAST_MARGIN) <= few else None


def _usual_margin(own: Goods) -> float:
    """The margin that nine items in ten reach."""
    return float(np.quantile(own.margins, 0.1))


def _threshold(value: float, own: Goods, basket: float | None) -> float:
    """Least order value, rounded up, at which `value` off keeps the least margin."""
    room = _usual_margin(own) - LEAST_MARGIN
    least = value / max(room, 0.05)
    usual = 0.6 * basket if basket else 0.0  # no lower than most orders reach anyway
    return _nice(max(least, min(usual, 10 * value)))


def _nice(amount: float) -> float:
    """`amount` rounded up to a figure people remember."""
    step = 10 ** max(0, math.floor(math.log10(max(amount, 1))) - 1) * (5 if amount >= 100 else 1)
    return float(math.ceil(amount / step - 1e-9) * step)


def _offer(brief: Brief, discount: Discount, source: str, own: Goods | None) -> Offer:
    share = discount.value if discount.kind == "percent" else 0.0
    if discount.kind == "amount" and discount.threshold:
        share = discount.value / discount.threshold
    n_items = len(own.prices) if own is not None else 0
    excluded = own.left_out(discount.value) if own and discount.kind == "percent" else 0
    return Offer(
        discount=discount,
        source=source,
        code=_code(brief.objective, discount),
        n_items=n_items - excluded,
        n_excluded=excluded,
        margin_before=own.kept_margin(0.0) if own else None,
        margin_after=own.kept_margin(share) if own and share else None,
    )


def _code(objective: Objective, discount: Discount) -> str:
    if discount.kind not in ("percent", "amount"):
        return ""
    number = discount.value * 100 if discount.kind == "percent" else discount.value
    return f"{_CODES[objective]}{number:.0f}"


def limited(offer: Offer, large_order: float | None) -> Offer:
    """`offer` with the most it takes off one order: its share of an order that few exceed."""
    if offer.discount.kind != "percent" or large_order is None:
        return offer
    return offer.model_copy(update={"max_off": _nice(offer.discount.value * large_order)})
