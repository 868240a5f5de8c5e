"""How many customers buy within some days, with an interval."""

import numpy as np
from scipy.stats import t as student

from tools.prediction.features import Floats
from tools.prediction.timing.ranges import RATE


def limits(chance: Floats, misses: tuple[float, ...]) -> tuple[int, int]:
    """Limits of the number who buy, `RATE` central.

    The variance is that of independent purchases plus what past numbers strayed from the one
    expected.

    Args:
        chance: P(buys) of each customer: [n].
        misses: How far past numbers lay from the one expected, as a part of it.
    """
    expected = float(chance.sum())
    strayed = float((np.array(misses) ** 2).mean()) if misses else 1.0
    width = float(student.ppf((1 + RATE) / 2, max(len(misses), 1)))
    half = width * float(np.sqrt((chance * (1 - chance)).sum() + strayed * expected**2))
    low, high = max(0.0, expected - half), min(float(len(chance)), expected + half)
    return int(np.floor(low)), int(np.ceil(high))
