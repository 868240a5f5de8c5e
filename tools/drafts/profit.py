"""What a campaign should bring, with an interval; and what it would have to bring to pay."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from tools.drafts.base import Base
from tools.drafts.models import Estimate, Forecast, Offer
from tools.drafts.past import Redemption
from tools.effects.pooling import Pooled

DRAWS = 20_000
SURE = 0.99
FACTOR_AHEAD = 1.3
"""Factor on orders that coupons are reckoned with where past campaigns do not tell one."""


@dataclass(frozen=True)
class Terms:
    """What money a campaign moves.

    Attributes:
        offer: The offer.
        base: Such customers without it.
        pooled: What past campaigns did; `None` if too few tell.
        redemption: How many of the treated customers' orders use the coupon.
        per_contact: Cost of one contact; `None` if unknown.
    """

    offer: Offer
    base: Base
    pooled: Pooled | None
    redemption: Redemption
    per_contact: float | None

    @property
    def off(self) -> float:
        """Expected amount taken off an order that uses the offer, store currency."""
        if self.offer.discount.kind == "amount":
            return self.offer.discount.value
        return float(self._offs.mean()) if len(self._offs) else 0.0

    @property
    def _off_spread(self) -> float:
        """Standard deviation of that amount between orders."""
        return float(self._offs.std()) if len(self._offs) else 0.0

    @property
    def _offs(self) -> NDArray[np.float64]:
        """[n_orders] what a share off takes off each order; empty for other offers."""
        discount = self.offer.discount
        if discount.kind != "percent":
            return np.empty(0)
        return np.minimum(self.base.values * discount.value, self.offer.max_off or math.inf)

    @property
    def most_off(self) -> float:
        """Most taken off one order."""
        discount = self.offer.discount
        return discount.value if discount.kind == "amount" else self.offer.max_off or self.off

    @property
    def factor(self) -> float:
        """Factor on orders that coupons are reckoned with."""
        return math.exp(self.pooled.mean) if self.pooled else FACTOR_AHEAD

    @property
    def coupon_per_contact(self) -> float:
        """Expected amount given away for each contact."""
        return (self.base.rate or 0.0) * self.factor * self.redeemed * self.off

    @property
    def redeemed(self) -> float:
        """Share of the treated customers' orders that use the coupon."""
        return self.redemption.share

    def coupons(self, n_treated: int) -> int:
        """Coupons that `n_treated` contacts use at most, but for once in a hundred times.

        A Poisson quantile at the high end of what campaigns did and of what share used coupons.
        """
        if not self.most_off:
            return 0
        high = self.pooled.high if self.pooled else FACTOR_AHEAD
        mean = n_treated * (self.base.rate or 0.0) * high * self.redemption.most
        return min(n_treated, int(stats.poisson.ppf(SURE, mean))) if mean else 0

    def spent(self, n_treated: int) -> float:
        """What `n_treated` contacts and the coupons they may use cost at most.

        Coupons are counted at the mean amount off, and two standard errors of the mean of so many.
        """
        n = self.coupons(n_treated)
        each = min(self.most_off, self.off + 2 * self._off_spread / math.sqrt(max(1, n)))
        return n_treated * (self.per_contact or 0.0) + n * each

    def affordable(self, budget: float, most: int) -> int:
        """Largest number of contacts, `most` or fewer, that `budget` surely pays for."""
        low, high = 0, most
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.spent(middle) <= budget else (low, middle - 1)
        return low

    @property
    def worth(self) -> float | None:
        """What a contact brings before what it costs; `None` where that is not known."""
        per_order = self.per_order
        if self.pooled is None or per_order is None or not self.base.rate:
            return None
        left = self.factor * (per_order - self.redeemed * self.off)
        return self.base.rate * (left - per_order)

    @property
    def per_order(self) -> float | None:
        """What one order leaves after the cost of goods, before any offer."""
        if self.base.order_value is None or self.base.margin is None:
            return None
        return self.base.order_value * self.base.margin


def forecast(terms: Terms, n_treated: int, n_past: int, seed: int) -> Forecast:
    """What writing to `n_treated` customers should bring against writing to nobody.

    Profit of a contact: rate x (factor x (order value x margin - redeemed x off) - order value x
    margin) - cost. Its interval comes from draws of the factor (`Pooled.draws`), of the rate
    (Beta posterior with Jeffreys' prior) and of the mean order value (normal).
    """
    base = terms.base
    per_order = terms.per_order
    known = Forecast(
        basis="past" if terms.pooled and base.rate and per_order is not None else "unknown",
        n_past=n_past,
        base_rate=base.rate,
        n_base=base.n,
        order_value=base.order_value,
        n_orders=len(base.values),
        margin=base.margin,
        redemption=terms.redeemed if terms.off else None,
        send_cost=None if terms.per_contact is None else terms.per_contact * n_treated,
        coupon_cost=terms.coupon_per_contact * n_treated if terms.off else None,
        break_even=_break_even(terms, per_order),
        worth=terms.worth,
    )
    if known.basis == "unknown" or terms.pooled is None or per_order is None:
        return known
    rng = np.random.default_rng(seed)
    factor = terms.pooled.draws(DRAWS, rng)
    rate = rng.beta(base.bought + 0.5, base.n - base.bought + 0.5, DRAWS)
    value = per_order * rng.normal(1.0, _relative_error(base.values), DRAWS)
    extra = n_treated * rate * (factor - 1)
    given = n_treated * rate * factor * terms.redeemed * terms.off
    profit = extra * value - given - (known.send_cost or 0.0)
    return known.model_copy(
        update={
            "factor": _estimate(factor),
            "extra_orders": _estimate(extra),
            "profit": _estimate(profit),
            "chance": float((profit > 0).mean()),
        }
    )


def _break_even(terms: Terms, per_order: float | None) -> float | None:
    """The factor on orders at which the campaign pays; see `forecast` for the formula."""
    if per_order is None or not terms.base.rate or terms.per_contact is None:
        return None
    left = per_order - terms.redeemed * terms.off
    if left <= 0:
        return None
    return (per_order + terms.per_contact / terms.base.rate) / left


def _relative_error(values: NDArray[np.float64]) -> float:
    if len(values) < 2:
        return 0.0
    return float(values.std(ddof=1) / math.sqrt(len(values)) / values.mean())


def _estimate(draws: NDArray[np.float64]) -> Estimate:
    """Median and the middle 95 % of `draws`."""
    low, value, high = (float(q) for q in np.quantile(draws, (0.025, 0.5, 0.975)))
    return Estimate(value=value, low=low, high=high)
