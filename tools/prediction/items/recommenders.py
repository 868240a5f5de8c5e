"""Recommenders behind one protocol: fit on what lies before a cut, score users by items."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tools.prediction.items.interactions import (
    PURCHASE,
    VIEW,
    Interactions,
    Rows,
    Singles,
)
from tools.prediction.items.sparse import highest

Arrays = Mapping[str, NDArray[np.generic]]
PROFILE = 100  # items of a user that count; the strongest
POPULAR = 200  # items that a list the same for everyone names


class Scorer(Protocol):
    """Scores items for users; a higher score is a better guess, 0 is no opinion.

    Attributes:
        name: What comparisons call it.
    """

    name: ClassVar[str]

    def scores(self, seen: Interactions, users: Rows) -> csr_array:
        """Scores above 0 of the users in the rows `users` of `seen`: [len(users), n_items]."""
        ...


class Recommender(Scorer, Protocol):
    """A scorer that learns from what lies before a cut, and whose state is arrays."""

    @classmethod
    def fit(cls, seen: Interactions, catalogue: "Catalogue", horizon_days: int) -> Self:
        """Learn from what was `seen` before a cut, to predict the next `horizon_days` days."""
        ...

    def arrays(self) -> Arrays:
        """What was learned, as arrays."""
        ...

    @classmethod
    def of_arrays(cls, arrays: Arrays, moved: Rows) -> Self:
        """A recommender of what `arrays` gave, for other items.

        Args:
            arrays: What was learned.
            moved: Place each item of the new interactions had in those learned from, or -1.
        """
        ...


@dataclass(frozen=True)
class Catalogue:
    """What the store says of items, whatever the day.

    Attributes:
        item_ids: Ascending: [n].
        title: Empty where there is none: [n].
        category: Empty where there is none: [n].
        brand: Empty where there is none: [n].
    """

    item_ids: NDArray[np.object_]
    title: NDArray[np.object_]
    category: NDArray[np.object_]
    brand: NDArray[np.object_]


@dataclass(frozen=True)
class Popular:
    """What sold most in the last days, the same for everyone; views break ties.

    Attributes:
        days: How many days count.
    """

    name: ClassVar[str] = "popular"
    days: float

    @classmethod
    def fit(cls, seen: Interactions, catalogue: Catalogue, horizon_days: int) -> Self:  # noqa: ARG003
        """Count the last `horizon_days` days."""
        return cls(float(horizon_days))

    def scores(self, seen: Interactions, users: Rows) -> csr_array:
        """The same most bought items for each of `users`."""
        items, sold = self.best(seen)
        n = len(users)
        indptr = np.arange(0, n * len(items) + 1, max(len(items), 1))[: n + 1]
        if not len(items):
            return csr_array((n, seen.shape[1]), dtype=np.float32)
        return csr_array((np.tile(sold, n), np.tile(items, n), indptr), shape=(n, seen.shape[1]))

    def best(self, seen: Interactions) -> tuple[Rows, Singles]:
        """The most bought items, ascending by place, and their scores."""
        score = self.amounts(seen, self.days)
        best = np.sort(np.argsort(-score, kind="stable")[:POPULAR])
        best = best[score[best] > 0]
        return best, score[best]

    @staticmethod
    def amounts(seen: Interactions, days: float) -> Singles:
        """Purchases in the last `days`, and half a one for the most viewed: [n_items]."""
        viewed = seen.counted(VIEW, days)
        views = 0.5 * viewed / max(float(viewed.max(initial=0)), 1.0)
        return (seen.counted(PURCHASE, days) + views).astype(np.float32)

    def arrays(self) -> Arrays:
        """The number of days."""
        return {"days": np.array(self.days)}

    @classmethod
    def of_arrays(cls, arrays: Arrays, moved: Rows) -> Self:  # noqa: ARG003
        """Counting as many days."""
        return cls(float(arrays["days"]))


@dataclass(frozen=True)
class PopularWeek(Popular):
    """What sold most in the last seven days."""

    name: ClassVar[str] = "popular_7_days"

    @classmethod
    def fit(cls, seen: Interactions, catalogue: Catalogue, horizon_days: int) -> Self:  # noqa: ARG003
        """Count the last seven days."""
        return cls(7.0)


@dataclass(frozen=True)
class Repeat:
    """A user's own purchases, weighted by how often and how lately.

    Attributes:
        half_life: Days after which a purchase counts half.
    """

    name: ClassVar[str] = "repeat"
    half_life: float

    @classmethod
    def fit(cls, seen: Interactions, catalogue: Catalogue, horizon_days: int) -> Self:  # noqa: ARG003
        """Let purchases fade with the horizon."""
        return cls(8.0 * horizon_days)

    def scores(self, seen: Interactions, users: Rows) -> csr_array:
        """Own purchases of `users`, faded."""
        return seen.matrix(seen.summed(PURCHASE, self.half_life))[users]

    def arrays(self) -> Arrays:
        """The half-life."""
        return {"half_life": np.array(self.half_life)}

    @classmethod
    def of_arrays(cls, arrays: Arrays, moved: Rows) -> Self:  # noqa: ARG003
        """With the same half-life."""
        return cls(float(arrays["half_life"]))


def profile(seen: Interactions, users: Rows, half_life: float | None) -> csr_array:
    """What `users` want: their `PROFILE` strongest interests, faded, each row summing to 1."""
    wanted = highest(seen.matrix(seen.interest(half_life))[users], PROFILE)
    total = np.asarray(wanted.sum(axis=1)).ravel()
    shares = wanted.data / np.repeat(np.maximum(total, 1e-12), np.diff(wanted.indptr))
    return csr_array((shares.astype(np.float32), wanted.indices, wanted.indptr), wanted.shape)
