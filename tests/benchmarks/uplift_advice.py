"""How often the advice on a simulated experiment is the right one.

python -m tests.benchmarks.uplift_advice [REPEATS]
"""

import sys
from collections import Counter
from collections.abc import Callable

import numpy as np
import pandas as pd

from tools.effects.experiment import analyse

Rng = np.random.Generator


def shop(rng: Rng, n: int, share: float = 0.5) -> pd.DataFrame:
    """Customers before the test: numbers, names, many levels, dates, ids, holes."""
    table = pd.DataFrame(
        {
            "customer_id": [f"c{i:06}" for i in rng.permutation(n)],
            "age": rng.normal(40, 12, n).round(),
            "orders": rng.poisson(2, n),
            "spent": rng.lognormal(4, 1, n),
            "woman": rng.random(n) < 0.5,
            "city": [f"city {k}" for k in rng.zipf(1.5, n).clip(max=400)],
            "since": pd.Timestamp("2024-01-01")
            + pd.to_timedelta(rng.integers(0, 700, n), unit="D"),
            "channel": rng.choice(["web", "app", "store"], n),
        }
    )
    table.loc[rng.random(n) < 0.1, "age"] = np.nan
    table["arm"] = np.where(rng.random(n) < share, "mail", "none")
    return table


def visits(rng: Rng, table: pd.DataFrame, effect: np.ndarray, floor: float = 0.06) -> pd.DataFrame:
    base = floor + 0.02 * table.orders.clip(upper=5) + 0.03 * (table.channel == "app")
    chance = base + (table.arm == "mail") * effect
    table["outcome"] = (rng.random(len(table)) < chance.clip(0, 1)).astype(int)
    return table


def spend(rng: Rng, table: pd.DataFrame, effect: np.ndarray) -> pd.DataFrame:
    buys = rng.random(len(table)) < 0.1 + 0.02 * table.orders.clip(upper=5)
    amount = rng.lognormal(3.5, 0.8, len(table)) * buys
    table["outcome"] = amount + (table.arm == "mail") * effect * (1 + rng.normal(0, 1, len(table)))
    return table


def shops(rng: Rng, n: int) -> pd.DataFrame:
    """Arms given to whole shops, which differ among themselves; no effect."""
    table, k = shop(rng, n), 80
    table["shop"] = rng.integers(0, k, n)
    arm = rng.permutation(np.arange(k) % 2)
    mood = rng.normal(0, 0.04, k)
    table["arm"] = np.where(arm[table["shop"]] == 1, "mail", "none")
    return visits(rng, table, mood[table["shop"]] * (table.arm == "mail").to_numpy(), 0.12)


def constant(value: float, n: int, floor: float = 0.06, share: float = 0.5):
    return lambda rng: visits(rng, shop(rng, n, share), np.full(n, value), floor)


def women(good: float, bad: float, n: int, floor: float = 0.06, share: float = 0.5):
    def made(rng: Rng) -> pd.DataFrame:
        table = shop(rng, n, share)
        return visits(rng, table, np.where(table.woman, good, bad), floor)

    return made


def bought(good: float, bad: float, n: int):
    def made(rng: Rng) -> pd.DataFrame:
        table = shop(rng, n)
        return spend(rng, table, np.where(table.woman, good, bad))

    return made


KINDS: dict[str, tuple[Callable[[Rng], pd.DataFrame], set[str]]] = {
    "no effect, 6,000": (constant(0, 6000), {"target_nobody", "cannot_tell"}),
    "no effect, 20,000": (constant(0, 20_000), {"target_nobody", "cannot_tell"}),
    "no effect, shops in arms": (lambda rng: shops(rng, 6000), {"target_nobody", "cannot_tell"}),
    "same for all, 6,000": (constant(0.05, 6000), {"target_everyone"}),
    "same for all, 20,000": (constant(0.05, 20_000), {"target_everyone"}),
    "same for all, one in five held out": (constant(0.05, 6000, 0.06, 0.8), {"target_everyone"}),
    "same for all, 300 people": (constant(0.05, 300), {"target_everyone", "cannot_tell"}),
    "harm to all": (constant(-0.05, 6000, 0.12), {"target_nobody"}),
    "spend, same for all": (bought(6, 6, 6000), {"target_everyone"}),
    "women only, +12": (women(0.12, 0, 6000), {"target_some"}),
    "women only, one in five held out": (women(0.12, 0, 6000, 0.06, 0.8), {"target_some"}),
    "women +8, men −8": (women(0.08, -0.08, 6000, 0.12), {"target_some"}),
    "spend, women only": (bought(15, 0, 6000), {"target_some"}),
}


def main() -> None:
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    print("| table | everyone | some | nobody | cannot tell | right |\n|---|---|---|---|---|---|")
    for place, (kind, (make, right)) in enumerate(KINDS.items()):
        advice: Counter[str] = Counter()
        for seed in range(repeats):
            table = make(np.random.default_rng([seed, place]))
            found = analyse(table, "arm", "mail", "none", "outcome")
            advice[found.recommendation.advice] += 1
        shown = ("target_everyone", "target_some", "target_nobody", "cannot_tell")
        cells = " | ".join(str(advice[name]) for name in shown)
        good = sum(advice[name] for name in right) / repeats
        print(f"| {kind} | {cells} | {good:.0%} |", flush=True)


if __name__ == "__main__":
    main()
