"""Bands of prices, the same for every store."""

from itertools import pairwise

PRICE_STEPS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Prices at which a band ends and the next begins, in the store's currency."""
PRICE_BANDS = (
    f"0-{PRICE_STEPS[0]}",
    *(f"{low}-{high}" for low, high in pairwise(PRICE_STEPS)),
    f"{PRICE_STEPS[-1]}+",
)
