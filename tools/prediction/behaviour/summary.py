"""What a user has done up to a moment, in numbers: recency, frequency, value, by window."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.prediction.behaviour.sequences import DAY, PURCHASE, Sequences, Whole
from tools.prediction.features import Floats
from tools.store.schema import EVENT_TYPES

N_BUCKETS = 32
SPANS = ("days_since_active", "days_since_purchase", "days_since_cart", "tenure_days", "gap_days")
COUNTS = {"views": ("view", "search"), "carts": ("cart", "wishlist"), "returns": ("return",)}
TOTALS = (*COUNTS, "orders", "active_days", "value")
PARTS_OF_TYPICAL = 8  # an order's typical value is eight steps of the count scale


def names(windows_days: tuple[int, ...]) -> tuple[str, ...]:
    """Names of the numbers, those of `tools.prediction.features` where they mean the same.

    >>> names((7,))[4:8]
    ('gap_days', 'views_7d', 'views_total', 'carts_7d')
    """
    ends = [*(f"{w}d" for w in windows_days), "total"]
    return (*SPANS, *(f"{name}_{end}" for name in TOTALS for end in ends))


@dataclass(frozen=True)
class Summary:
    """Reads the numbers of any user at any moment from running sums, whatever lies after it.

    Attributes:
        sequences: What users did.
        windows_days: Lengths in days of the windows that end at the moment.
        typical_value: Money that counts as a typical order, store currency.
    """

    sequences: Sequences
    windows_days: tuple[int, ...]
    typical_value: float

    def __call__(self, users: Whole, times: Whole, place: Whole) -> NDArray[np.float32]:
        """The numbers on the scale of `N_BUCKETS` buckets, 0 where unknown.

        Args:
            users: Places of the users: [n].
            times: Seconds since 1970 of each moment: [n, n_moments].
            place: Row of the first event at or after each moment: [n, n_moments].

        Returns:
            [n, n_moments, len(names)].
        """
        starts = np.broadcast_to(self.sequences.starts[users][:, None], place.shape)
        froms = [
            np.maximum(self.sequences.before(users[:, None], times - w * DAY), starts)
            for w in self.windows_days
        ]
        froms = [*(np.minimum(each, place) for each in froms), starts]
        columns = [*self._spans(starts, times, place)]
        for name in TOTALS:
            sums = self._sums[name]
            each = [sums[place] - sums[start] for start in froms]
            scale = PARTS_OF_TYPICAL / self.typical_value if name == "value" else 1.0
            columns += [of_count(scale * np.maximum(total, 0)) for total in each]
        return np.stack(columns, axis=-1).astype(np.float32)

    def _spans(self, starts: Whole, times: Whole, place: Whole) -> list[Floats]:
        time = np.append(self.sequences.time, 0)
        last = {name: rows[place] for name, rows in self._last.items()}
        first_basket = self._next_purchase[starts]
        baskets = self._sums["orders"][place] - self._sums["orders"][starts]
        gap = (time[last["purchase"]] - time[first_basket]) / np.maximum(baskets - 1, 1)
        return [
            np.where(place > starts, of_time(times - time[place - 1]), 0),
            np.where(last["purchase"] >= starts, of_time(times - time[last["purchase"]]), 0),
            np.where(last["cart"] >= starts, of_time(times - time[last["cart"]]), 0),
            np.where(place > starts, of_time(times - time[starts]), 0),
            np.where(baskets > 1, of_time(gap), 0),
        ]

    @cached_property
    def _sums(self) -> dict[str, NDArray[Any]]:
        """Running sums over the rows before each: [n_events + 1]."""
        known = self.sequences
        steps = {name: np.isin(known.kind, codes(kinds)) for name, kinds in COUNTS.items()}
        owner = np.repeat(np.arange(known.n_users), np.diff(known.starts))
        steps["orders"] = known.kind == PURCHASE
        for name, clock in (("orders", known.time), ("active_days", known.time // DAY)):
            chosen = np.flatnonzero(steps.get(name, np.ones(len(owner), dtype=bool)))
            new = np.ones(len(chosen), dtype=bool)
            new[1:] = (np.diff(clock[chosen]) != 0) | (np.diff(owner[chosen]) != 0)
            steps[name] = np.zeros(len(owner), dtype=bool)
            steps[name][chosen[new]] = True
        sums: dict[str, NDArray[Any]] = {n: _running(s, np.int32) for n, s in steps.items()}
        sums["value"] = _running(np.where(steps["orders"], known.value, 0), np.float64)
        return sums

    @cached_property
    def _last(self) -> dict[str, Whole]:
        """Row of the last purchase or cart before each row, -1 without one: [n_events + 1]."""
        found = {}
        for name, kinds in (("purchase", ("purchase",)), ("cart", COUNTS["carts"])):
            is_one = np.isin(self.sequences.kind, codes(kinds))
            rows = np.where(is_one, np.arange(len(is_one)), -1)
            found[name] = np.maximum.accumulate(np.concatenate([[-1], rows]))
        return found

    @cached_property
    def _next_purchase(self) -> Whole:
        """Row of the first purchase at or after each row, the number of rows if none."""
        rows = self.sequences.purchases
        every = np.arange(len(self.sequences.time) + 1)
        return np.append(rows, len(self.sequences.time))[np.searchsorted(rows, every)]


def codes(kinds: tuple[str, ...]) -> list[int]:
    """Places of `kinds` in `EVENT_TYPES`."""
    return [EVENT_TYPES.index(kind) for kind in kinds]


def of_time(seconds: NDArray[Any]) -> Floats:
    """Place of a time span among the buckets: one and a half a doubling, a year is 29.

    >>> of_time(np.array([0, 60, 86_400])).round(1).tolist()
    [1.0, 2.5, 16.7]
    """
    minutes = np.maximum(seconds, 0) / 60
    return np.asarray(np.minimum(1 + 1.5 * np.log2(1 + minutes), N_BUCKETS - 1))


def of_count(n: NDArray[Any]) -> Floats:
    """Place of a count among the buckets: two a doubling.

    >>> of_count(np.array([0, 1, 3])).tolist()
    [1.0, 3.0, 5.0]
    """
    return np.asarray(np.minimum(1 + 2 * np.log2(1 + n), N_BUCKETS - 1))


def _running(steps: NDArray[Any], kind: type) -> NDArray[Any]:
    sums: NDArray[Any] = np.zeros(len(steps) + 1, dtype=kind)
    np.cumsum(steps, out=sums[1:])
    return sums
