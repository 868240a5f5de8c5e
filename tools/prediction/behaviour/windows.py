"""Windows of users' events and the moments asked about, as the tensors a model reads."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from tools.prediction.behaviour.config import BehaviourConfig
from tools.prediction.behaviour.sequences import DAY, Sequences, Whole
from tools.prediction.behaviour.summary import Summary, of_time
from tools.prediction.behaviour.vocabulary import Vocabulary

IGNORED = -100  # torch's own mark of a target that does not count

Batch = dict[str, torch.Tensor]
Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True)
class Windows:
    """Reads `sequences` in the words of `vocabulary`.

    An event is a token. Before the first event of a window stands a START token (all codes 0). A
    moment is a token too, asked about but seen by no other: it reads the events before it.
    """

    sequences: Sequences
    vocabulary: Vocabulary
    config: BehaviourConfig

    def events(self, users: Whole, ends: Whole, length: int) -> Arrays:
        """The last `length` events of each user before the row `ends`.

        Args:
            users: Places of the users: [n].
            ends: Row behind the last event read: [n].
            length: Most events read.

        Returns:
            Arrays [n, 1 + longest], START first, right-padded with 0: kind, item, category, band,
            gap, weekday, month (codes), days (since `origin`); and row [n, 1 + longest] of each
            token (-1 at START and padding), origin [n] (seconds since 1970).
        """
        known = self.sequences
        firsts = np.maximum(known.starts[users], ends - length)
        longest = int((ends - firsts).max(initial=0))
        rows = firsts[:, None] + np.arange(-1, longest)[None, :]
        real = (rows >= firsts[:, None]) & (rows < ends[:, None])
        rows = np.where(real, rows, 0)
        time = self._at(known.time, rows)
        some = ends > firsts
        origin = np.where(some, self._at(known.time, np.where(some, firsts, 0)), 0)
        earlier = self._at(known.time, np.maximum(rows - 1, 0))
        follows = real & (rows > known.starts[users][:, None])
        item = self._at(known.item, rows)
        arrays = {
            "kind": self._at(known.kind, rows) + 1,
            "item": self._items[item],
            "category": self._categories[item],
            "band": self.vocabulary.band_codes(self._at(known.value, rows)),
            "gap": np.where(follows, np.rint(of_time(time - earlier)), 0),
            **self._calendar(time),
        }
        whole: Arrays = {k: np.where(real, v, 0).astype(np.int64) for k, v in arrays.items()}
        days = np.where(real, time - origin[:, None], 0) / DAY
        return {
            **whole,
            "days": days.astype(np.float32),
            "row": np.where(real, rows, -1),
            "origin": origin,
        }

    def moments(self, users: Whole, times: Whole, events: Arrays, place: Whole) -> Arrays:
        """What is known of each user at each of her moments, beside the events of the window.

        Args:
            users: Places of the users: [n].
            times: Seconds since 1970 of each moment: [n, n_moments].
            events: The window of each user (`events`).
            place: Row of the user's first event at or after each moment: [n, n_moments].

        Returns:
            Arrays [n, n_moments]: now_days (since the window's origin), now_seen (tokens of the
            window before the moment), now_weekday, now_month; and now_numbers
            [n, n_moments, n_numbers] (`Summary`).
        """
        row = events["row"]
        first = np.where((row >= 0).any(axis=1), row.max(axis=1) + 1 - (row >= 0).sum(axis=1), 0)
        seen = 1 + np.clip(place - first[:, None], 0, (row >= 0).sum(axis=1)[:, None])
        calendar = {f"now_{name}": code for name, code in self._calendar(times).items()}
        days = (times - events["origin"][:, None]) / DAY
        return {
            "now_days": days.astype(np.float32),
            "now_seen": seen,
            "now_numbers": self._summary(users, times, place),
            **calendar,
        }

    def item_codes(self, items: NDArray[np.integer]) -> Whole:
        """Code of each place in the sequences' `item_ids` (-1: no item), any shape."""
        return np.asarray(self._items[items])

    def _calendar(self, time: Whole) -> Arrays:
        days = time // DAY
        weekday = (days + 3) % 7 + 1  # 1970 began on a Thursday; Monday is 1
        month = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12 + 1
        return {
            "weekday": weekday if self.config.reads_weekday else np.zeros_like(days),
            "month": month if self.config.reads_month else np.zeros_like(days),
        }

    @staticmethod
    def _at(array: NDArray[Any], rows: Whole) -> NDArray[Any]:
        return np.asarray(array[rows]) if len(array) else np.zeros(rows.shape, array.dtype)

    @cached_property
    def _summary(self) -> Summary:
        return Summary(
            self.sequences, tuple(self.config.windows_days), self.vocabulary.typical_value
        )

    @cached_property
    def _items(self) -> Whole:
        codes = self.vocabulary.item_codes(self.sequences.item_ids)
        return np.append(codes, 0)  # place -1, no item, is the last

    @cached_property
    def _categories(self) -> Whole:
        named = np.append(self.vocabulary.category_codes(self.sequences.categories), 0)
        return np.append(named[self.sequences.category], 0)


def tensors(arrays: Arrays) -> Batch:
    """`arrays` for torch, without those that only find rows."""
    return {k: torch.from_numpy(v) for k, v in arrays.items() if k not in ("row", "origin")}
