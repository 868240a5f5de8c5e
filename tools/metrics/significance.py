"""Whether two rates differ by more than chance."""

import math

FEW = 30  # fewer cases than this say little about a rate
SURE = 0.05  # two-sided level of the z-test


def two_proportions(hits: float, n: float, other_hits: float, other_n: float) -> float | None:
    """Two-sided p-value that two proportions are equal; `None` where nothing can be said.

    Pooled two-proportion z-test (Fleiss, Levin & Paik 2003, section 3.1); wants at least 5
    expected hits and misses on each side.

    >>> round(two_proportions(200, 1000, 150, 1000), 4)
    0.0033
    """
    if not n or not other_n:
        return None
    pooled = (hits + other_hits) / (n + other_n)
    if min(n, other_n) * min(pooled, 1 - pooled) < 5:  # the rule of five
        return None
    error = math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / other_n))
    return math.erfc(abs(hits / n - other_hits / other_n) / error / math.sqrt(2))
