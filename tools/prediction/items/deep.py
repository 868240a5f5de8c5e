"""The slot of a sequence model: it scores items as one recommender among the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol

import numpy as np
from scipy.sparse import csr_array, vstack

from tools.prediction.items.interactions import Interactions, Rows, Singles
from tools.prediction.items.sparse import of_dense

BATCH = 256  # users scored against every item at a time
KEPT = 200  # items a user


class ItemScorer(Protocol):
    """A model of behaviour that can say what comes next."""

    def item_scores(self, cut: date, users: Sequence[str], items: Sequence[str]) -> Singles:
        """How likely each item is to be bought from `cut` on: [n_users, n_items] float32."""
        ...


Behaviour = Callable[[date], ItemScorer]
"""Gives a scorer that has learned from nothing on or after a day."""


@dataclass(frozen=True)
class Deep:
    """What a sequence model expects of each user.

    Attributes:
        scorer: The model; it reads each user's actions before the cut itself.
    """

    name: ClassVar[str] = "transformer"
    scorer: ItemScorer

    def scores(self, seen: Interactions, users: Rows) -> csr_array:
        """The highest scores of each of `users`, shifted above 0."""
        items = [str(item) for item in seen.item_ids]
        parts = [csr_array((0, seen.shape[1]), dtype=np.float32)]
        for first in range(0, len(users), BATCH):
            some = [str(user) for user in seen.user_ids[users[first : first + BATCH]]]
            found = self.scorer.item_scores(seen.cut, some, items).astype(np.float32)
            parts.append(of_dense(found - found.min(axis=1, keepdims=True), KEPT))
        return csr_array(vstack(parts, format="csr"))
