"""Experiments drawn at random, whose effects are known."""

from typing import Literal

import numpy as np
import pandas as pd

Kind = Literal["none", "same", "harm", "some", "mixed"]


def drawn(kind: Kind, n: int = 4000, seed: int = 0, numeric: bool = False) -> pd.DataFrame:
    """n customers in two even arms: columns age, orders, woman, city, arm, outcome.

    The effect is nil, the same for everyone, harmful, on women only, or good for women and bad for
    men.
    """
    rng = np.random.default_rng([seed, n])
    age, orders = rng.normal(40, 12, n).round(), rng.poisson(2.0, n)
    woman, city = rng.random(n) < 0.5, rng.choice(["north", "south", "east", "west"], n)
    treated = rng.random(n) < 0.5
    base = 0.05 + 0.02 * np.minimum(orders, 5) + 0.05 * woman
    effect = {
        "none": 0.0 * base,
        "same": 0.05 + 0.0 * base,
        "harm": -0.05 + 0.0 * base,
        "some": np.where(woman, 0.15, 0.0),
        "mixed": np.where(woman, 0.12, -0.12),
    }[kind]
    if kind in ("harm", "mixed"):
        base = base + 0.15
    if numeric:
        outcome = 100 * (base + treated * effect) + rng.normal(0, 15, n)
    else:
        outcome = (rng.random(n) < base + treated * effect).astype(float)
    arm = np.where(treated, "mail", "none")
    return pd.DataFrame(
        {"age": age, "orders": orders, "woman": woman, "city": city, "arm": arm, "outcome": outcome}
    )
