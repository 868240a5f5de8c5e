"""What is learned from: windows of users, moments drawn in them, and what came next."""

from dataclasses import dataclass

import numpy as np
from torch.utils.data import Dataset

from tools.prediction.behaviour.config import BehaviourSettings
from tools.prediction.behaviour.sequences import DAY, Whole
from tools.prediction.behaviour.windows import IGNORED, Arrays, Batch, Windows, tensors
from tools.prediction.features import Floats

STEPS_A_PASS, FEWEST_EVENTS = 100, 1024
UNKNOWN = -1.0  # a target that cannot be told before `until`


@dataclass
class Samples(Dataset[Batch]):
    """One window of each user in a pass, with moments drawn at its midnights.

    Attributes:
        windows: Reads the users' events.
        users: Places of the users learned from: [n].
        until: Seconds since 1970; nothing at or after it is read, as input or as target.
        settings: Sizes and the seed.
        epoch: The pass; another one draws other windows and moments.
    """

    windows: Windows
    users: Whole
    until: int
    settings: BehaviourSettings
    epoch: int = 0

    def __post_init__(self) -> None:
        self._ends = self.windows.sequences.before(self.users, self.until)

    def __len__(self) -> int:
        return len(self.users)

    def batches(self) -> list[list[int]]:
        """Users of like length together, about `batch_events` events each, in random order."""
        rng = np.random.default_rng((self.settings.seed, self.epoch))
        n = self._ends - self.windows.sequences.starts[self.users]
        length = np.minimum(n, self.settings.max_events) + 1 + self.settings.moments
        order = np.lexsort((rng.random(len(length)), length))
        fair = int(length.sum()) // STEPS_A_PASS  # few data are read in small batches
        most = min(self.settings.batch_events, max(fair, FEWEST_EVENTS))
        found: list[list[int]] = [[]]
        for i in order.tolist():
            if found[-1] and (len(found[-1]) + 1) * length[i] > most:
                found.append([])
            found[-1].append(i)
        return [found[i] for i in rng.permutation(len(found))]

    def __getitems__(self, places: list[int]) -> Batch:
        rng = np.random.default_rng((self.settings.seed, self.epoch, *places[:2]))
        chosen = np.array(places)
        users, ends = self.users[chosen], self._drawn_ends(chosen, rng)
        events = self.windows.events(users, ends, self.settings.max_events)
        times = self._drawn_times(chosen, ends, events, rng)
        place = self.windows.sequences.before(users[:, None], times)
        moments = self.windows.moments(users, times, events, place)
        targets = self._next_events(chosen, events) | self._next_purchase(chosen, times)
        return tensors(events | moments | targets)

    def _drawn_ends(self, chosen: Whole, rng: np.random.Generator) -> Whole:
        """Row behind each window: every second time the last there is, else any."""
        last, start = self._ends[chosen], self.windows.sequences.starts[self.users[chosen]]
        earliest = np.minimum(start + self.settings.max_events, last)
        drawn = rng.integers(earliest, last, endpoint=True)
        return np.where(rng.random(len(chosen)) < 0.5, last, drawn)

    def _drawn_times(
        self, chosen: Whole, ends: Whole, events: Arrays, rng: np.random.Generator
    ) -> Whole:
        """Midnights after the window begins, none after an event that it leaves out."""
        known = self.windows.sequences
        real = (events["row"] >= 0).sum(axis=1)
        firsts = ends - real
        half = np.where(firsts > known.starts[self.users[chosen]], real // 2, 0)
        earliest = known.time[np.minimum(firsts + half, len(known.time) - 1)] // DAY + 1
        follows = ends < self._ends[chosen]
        after = known.time[np.minimum(ends, len(known.time) - 1)] // DAY
        latest = np.where(follows, after, self.until // DAY - 1)
        days = latest - earliest + 1
        drawn = rng.random((len(chosen), self.settings.moments)) * np.maximum(days, 1)[:, None]
        return np.asarray((earliest[:, None] + drawn.astype(np.int64)) * DAY)

    def _next_events(self, chosen: Whole, events: Arrays) -> Arrays:
        """Kind and item of the event after each: [n, length], `IGNORED` where there is none."""
        known, row = self.windows.sequences, events["row"]
        after = row + 1
        told = (row >= 0) & (after < self._ends[chosen][:, None])
        after = np.where(told, after, 0)
        item = self.windows.item_codes(known.item[after])
        return {
            "next_kind": np.where(told, known.kind[after], IGNORED).astype(np.int64),
            "next_item": np.where(told & (item > 1), item, IGNORED),
        }

    def _next_purchase(self, chosen: Whole, times: Whole) -> Arrays:
        """What was bought after each moment, and when, as far as it is known before `until`."""
        users = self.users[chosen]
        row, wait = next_purchase(self.windows, users, times, self._ends[chosen])
        left = (self.until - times)[..., None]
        horizons = np.array(self.windows.config.horizons_days) * DAY
        edges = np.array(self.windows.config.edges_days) * DAY
        starts = np.concatenate([[0], edges[:-1]])
        item = self.windows.item_codes(self.windows.sequences.item[row])
        bought = (wait[..., None] < horizons).astype(np.float32)
        ended = ((wait[..., None] >= starts) & (wait[..., None] < edges)).astype(np.float32)
        at_risk = (wait[..., None] >= starts) & (edges <= left)
        none = left[..., 0] <= 0
        return {
            "bought": np.where(horizons <= left, bought, UNKNOWN).astype(np.float32),
            "ended": np.where(at_risk, ended, UNKNOWN).astype(np.float32),
            "bought_item": np.where(np.isfinite(wait) & (item > 1) & ~none, item, IGNORED),
        }


def next_purchase(
    windows: Windows, users: Whole, times: Whole, ends: Whole
) -> tuple[Whole, Floats]:
    """Row of the first purchase at or after each moment, and the seconds until it.

    Args:
        windows: Where the events are.
        users: Places of the users: [n].
        times: Seconds since 1970: [n, n_moments].
        ends: Row behind the last event of each user that may be read: [n].

    Returns:
        Rows (0 without a purchase) and seconds (infinite without one), both [n, n_moments].
    """
    known = windows.sequences
    place = known.before(users[:, None], times)
    upto = np.searchsorted(known.purchases, place)
    rows = np.append(known.purchases, len(known.time))[upto]
    found = rows < ends[:, None]
    rows = np.where(found, rows, 0)
    at = known.time[rows] if len(known.time) else rows
    return rows, np.where(found, at - times, np.inf)
