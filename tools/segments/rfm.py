"""Recency, frequency and monetary scores, 1 (low) to 5, and the segments they make.

Scoring buyers by fifths of the store's own customers is Hughes (1994), "Strategic Database
Marketing". Frequency is told apart among those who came back: one order is 1, and the quarters of
repeat buyers are 2 to 5, as in most stores more than a fifth of buyers have ordered once and fifths
would fall together. The ten segments are rectangles of the 5 x 5 grid of recency and frequency in
wide use (CleverTap, "RFM Analysis for Customer Segmentation"); together they cover it once.
"""

from dataclasses import dataclass

import ibis
from ibis import _

from tools.segments.people import People
from tools.segments.rules import All, Did, Recency

Scores = tuple[int, int]
GRID: dict[str, tuple[Scores, Scores]] = {
    "champions": ((5, 5), (4, 5)),
    "loyal": ((3, 4), (4, 5)),
    "potential_loyalists": ((4, 5), (2, 3)),
    "new": ((5, 5), (1, 1)),
    "promising": ((4, 4), (1, 1)),
    "needs_attention": ((3, 3), (3, 3)),
    "about_to_sleep": ((3, 3), (1, 2)),
    "at_risk": ((1, 2), (3, 4)),
    "cannot_lose": ((1, 2), (5, 5)),
    "hibernating": ((1, 2), (1, 2)),
}
"""Segment to its first and last score of recency, and of frequency."""


@dataclass(frozen=True)
class Grid:
    """Where one store's scores begin and end.

    Attributes:
        recency: Most days since the last order that score 5, 4, 3 and 2.
        frequency: Most orders that score 2, 3 and 4 (one order scores 1).
        spend: Most spent that scores 1, 2, 3 and 4, store currency; empty without prices.
    """

    recency: tuple[int, ...]
    frequency: tuple[int, ...]
    spend: tuple[float, ...] = ()

    def rule(self, segment: str) -> All:
        """Who is in `segment` of `GRID`."""
        (low_r, high_r), (low_f, high_f) = GRID[segment]
        longest = None if low_r == 1 else self.recency[5 - low_r]
        shortest = 0 if high_r == 5 else self.recency[4 - high_r] + 1
        fewest = 1 if low_f == 1 else 2 if low_f == 2 else self.frequency[low_f - 3] + 1
        most = None if high_f == 5 else 1 if high_f == 1 else self.frequency[high_f - 2]
        return All(
            rules=(
                Did(event="order", at_least=fewest, at_most=most),
                Recency(at_least=shortest, at_most=longest),
            )
        )

    def scores(self, people: ibis.Table, as_of: ibis.Value) -> dict[str, ibis.Value]:
        """Columns r, f and m (where there are prices) of `people`; empty for who never bought."""
        since = as_of.delta(people.last_order, unit="day")
        bought = people.orders > 0
        r = 5 - _above(since, self.recency)
        f = 2 + _above(people.orders, self.frequency) - (people.orders == 1).cast("int64")
        found = {"r": r, "f": f}
        if self.spend:
            found["m"] = 1 + _above(people.spend, self.spend)
        return {name: ibis.cases((bought, score)) for name, score in found.items()}


def grid_of(people: People) -> Grid | None:
    """The grid of the buyers among `people`; `None` without any."""
    buyers = people.everyone.filter(_.orders > 0).mutate(
        since=-_.last_order.delta(ibis.literal(people.as_of), unit="day")
    )
    wanted = {f"r{n}": _.since.quantile(n / 5) for n in range(1, 5)}
    wanted |= {f"f{n}": _.orders.quantile(n / 4, where=_.orders > 1) for n in range(1, 4)}
    wanted |= {f"m{n}": _.spend.quantile(n / 5) for n in range(1, 5)}
    (row,) = buyers.aggregate(n=_.count(), **wanted).to_pyarrow().to_pylist()
    if not row["n"]:
        return None
    recency = _rising([row[f"r{n}"] for n in range(1, 5)], 0)
    frequency = _rising([row[f"f{n}"] or 2 for n in range(1, 4)], 2)
    spend = tuple(float(row[f"m{n}"]) for n in range(1, 5)) if people.prices else ()
    return Grid(recency, frequency, spend)


def _rising(cuts: list[float], least: int) -> tuple[int, ...]:
    """`cuts` as whole numbers that grow, so that every score can be reached."""
    found: list[int] = []
    for cut in cuts:
        found.append(max(int(cut), found[-1] + 1 if found else least))
    return tuple(found)


def _above(value: ibis.Value, cuts: tuple[float, ...]) -> ibis.Value:
    """How many of `cuts` the value exceeds."""
    total = ibis.literal(0)
    for cut in cuts:
        total += (value > cut).cast("int64")
    return total
