"""How often shops without anything unusual get an opportunity listed, and planted ones do.

Run `python -m tests.benchmarks.opportunities`; prints a Markdown table.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.tools.opportunities.planted import shop
from tools.opportunities.tool import OpportunityTools
from tools.segments import Segments
from tools.store.store import Store

SHOPS: dict[str, tuple[Callable[[int], Store], str]] = {
    "nothing unusual": (shop, ""),
    "carts left: 60% to 45% bought, one channel": (
        lambda seed: shop(seed, buy={"social": 0.45}),
        "more carts are left",
    ),
    "carts left: 60% to 30% bought, one channel": (
        lambda seed: shop(seed, buy={"social": 0.3}),
        "more carts are left",
    ),
    "two items sold out": (lambda seed: shop(seed, stock={"i1": 0, "i3": 0}), "Reorder 2"),
    "one item sent back by 15%, others 3%": (
        lambda seed: shop(seed, returned={"i2": 0.15}),
        "sent back more",
    ),
    "one channel from 50% to 35% of visits": (
        lambda seed: shop(seed, social=0.35),
        "a smaller part of orders",
    ),
}


def main(n: int = 50) -> None:
    print("| shop | found what was planted | listed anything else |")
    print("|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, (make, planted) in SHOPS.items():
            right = wrong = 0
            for seed in range(n):
                tools = OpportunityTools(Segments(make(seed), Path(folder)))
                told = [str(row["what"]) for row in tools.find_opportunities(top_n=20).rows]
                own = [what for what in told if planted and planted in what]
                right += bool(own)
                wrong += len(told) > len(own)
            found = f"{right} of {n}" if planted else "–"
            print(f"| {name} | {found} | {wrong} of {n} |", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
