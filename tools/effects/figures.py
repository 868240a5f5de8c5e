"""Effects as figures: of rates in percentage points, of amounts as they are, rounded as known."""

import math

from tools.effects.difference import Estimate
from tools.wording.values import Number, Quote, Value

MOST_DIGITS = 4


def digits_of(se: float) -> int:
    """Decimals that show two digits of a standard error."""
    if se <= 0 or not math.isfinite(se):
        return 2
    return min(MOST_DIGITS, max(0, 1 - math.floor(math.log10(se))))


def interval(estimate: Estimate, rate: bool, prefix: str = "") -> dict[str, Value]:
    """`value`, `low` and `high` of an effect (points where it is one on a rate), and `kind`."""
    factor = 100.0 if rate else 1.0
    digits = digits_of(estimate.se * factor)
    told: dict[str, Value] = {
        f"{prefix}{name}": Number(value=getattr(estimate, name) * factor, digits=digits)
        for name in ("value", "low", "high")
    }
    return {**told, "kind": Quote(text="rate" if rate else "amount")}
