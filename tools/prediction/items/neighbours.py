"""Recommenders that go from the items a user wants to the items nearest to them."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from implicit.nearest_neighbours import all_pairs_knn, normalize
from scipy.sparse import csr_array, csr_matrix, diags_array, vstack

from tools.prediction.items.interactions import PURCHASE, Interactions, Rows, Singles
from tools.prediction.items.recommenders import Arrays, Catalogue, profile
from tools.prediction.items.sparse import highest, of_dense
from tools.prediction.items.texts import vectors

NEAREST = 100  # neighbours kept of each item
BACK = 20  # actions before a purchase that may have led to it
TARGETS = 5_000  # items that content points at: those of most interest lately


@dataclass(frozen=True)
class Neighbours(ABC):
    """Items weighted by their nearness to what the user wants.

    Attributes:
        near: How near each item (column) is to each wanted one (row): [n_items, n_items].
        half_life: Days after which an action counts half in what a user wants.
    """

    name: ClassVar[str]
    fades: ClassVar[float]  # half-life in horizons
    near: csr_array
    half_life: float

    @classmethod
    def fit(cls, seen: Interactions, catalogue: Catalogue, horizon_days: int) -> Self:
        """Find each item's neighbours."""
        near = cls.nearness(seen, catalogue, horizon_days)
        return cls(highest(near, NEAREST), cls.fades * horizon_days)

    @classmethod
    @abstractmethod
    def nearness(cls, seen: Interactions, catalogue: Catalogue, horizon_days: int) -> csr_array:
        """How near items are: [n_items, n_items], columns ascending in each row."""

    def scores(self, seen: Interactions, users: Rows) -> csr_array:
        """Nearness of items to what `users` want."""
        found = profile(seen, users, self.half_life) @ self.near
        found.sort_indices()
        return found

    def arrays(self) -> Arrays:
        """The neighbours."""
        return {
            "data": self.near.data,
            "indices": self.near.indices,
            "indptr": self.near.indptr,
            "half_life": np.array(self.half_life),
        }

    @classmethod
    def of_arrays(cls, arrays: Arrays, moved: Rows) -> Self:
        """The same neighbours under the items' new places; a new item has none."""
        n_old = len(arrays["indptr"]) - 1
        near = csr_array((arrays["data"], arrays["indices"], arrays["indptr"]), (n_old, n_old))
        stays = np.flatnonzero(moved >= 0)
        move = csr_array(
            (np.ones(len(stays), np.float32), (stays, moved[stays])), (len(moved), n_old)
        )
        found = csr_array(move @ near @ move.T)
        found.sort_indices()
        return cls(found, float(arrays["half_life"]))


@dataclass(frozen=True)
class ItemKnn(Neighbours):
    """Items that the same users want: cosine of their columns (Sarwar et al. 2001, `implicit`)."""

    name: ClassVar[str] = "item_knn"
    fades: ClassVar[float] = 8.0

    @classmethod
    def nearness(cls, seen: Interactions, catalogue: Catalogue, horizon_days: int) -> csr_array:  # noqa: ARG003
        """Cosine of the logarithms of users' interest in both items."""
        wanted = seen.matrix(np.log1p(seen.interest()))
        weighted = csr_matrix(normalize(int32(wanted).T).T)
        found = all_pairs_knn(weighted, K=NEAREST, num_threads=1, show_progress=False)
        return sorted_rows(found.astype(np.float32))


@dataclass(frozen=True)
class CoVisit(Neighbours):
    """Items bought soon after another was viewed, put in the cart or bought."""

    name: ClassVar[str] = "co_visit"
    fades: ClassVar[float] = 1.0

    @classmethod
    def nearness(cls, seen: Interactions, catalogue: Catalogue, horizon_days: int) -> csr_array:  # noqa: ARG003
        """Share of actions with one item that a purchase of the other followed within a horizon."""
        followed = _followed(seen, 2.0 * horizon_days)
        acted = np.bincount(seen.item, minlength=seen.shape[1])
        return sorted_rows(diags_array(1 / (acted + 5.0)) @ followed)  # 5: few actions tell little


def _followed(seen: Interactions, days: float) -> csr_array:
    """How often a purchase of the column came within `days` after an action with the row."""
    order = np.argsort(seen.user, kind="stable")
    user, item, age = seen.user[order], seen.item[order], seen.age[order]
    bought = np.flatnonzero(seen.kind[order] == PURCHASE)
    found = csr_array((seen.shape[1], seen.shape[1]), dtype=np.float32)
    for back in range(1, BACK + 1):
        after = bought[bought >= back]
        before = after - back
        fits = (user[before] == user[after]) & (age[before] - age[after] <= days)
        places = item[before][fits], item[after][fits]
        found += csr_array(
            (np.full(len(places[0]), 1 / back**0.5, np.float32), places), found.shape
        )
    return found


@dataclass(frozen=True)
class Content(Neighbours):
    """Items like those a user wants, by title, category and brand: sells what nobody bought yet."""

    name: ClassVar[str] = "content"
    fades: ClassVar[float] = 1.0

    @classmethod
    def nearness(cls, seen: Interactions, catalogue: Catalogue, horizon_days: int) -> csr_array:
        """Cosine of the items' words, with those of most interest lately."""
        texts = vectors(catalogue, seen.item_ids)
        lately = seen.per_item(seen.interest(8.0 * horizon_days))
        targets = np.sort(np.argsort(-lately, kind="stable")[:TARGETS])
        weight = (0.5 + 0.5 * lately[targets] / max(float(lately.max(initial=0)), 1e-9)).astype(
            np.float32
        )
        parts = [_nearest(texts[first : first + 1000], texts[targets], targets, weight, len(lately))
                 for first in range(0, texts.shape[0], 1000)]  # fmt: skip
        return parts_joined(parts, seen.shape[1])


def _nearest(
    some: csr_array, others: csr_array, targets: Rows, weight: Singles, n_items: int
) -> csr_array:
    likeness = of_dense((some @ others.T).toarray() * weight, 30)
    return csr_array(
        (likeness.data, targets[likeness.indices], likeness.indptr), (some.shape[0], n_items)
    )


def parts_joined(parts: list[csr_array], n_items: int) -> csr_array:
    """Rows of all `parts` under each other."""
    return vstack(parts, format="csr") if parts else csr_array((0, n_items), dtype=np.float32)


def sorted_rows(matrix: csr_matrix) -> csr_array:
    """`matrix` with columns ascending in each row."""
    found = csr_array(matrix)
    found.sort_indices()
    return found


def int32(matrix: csr_array) -> csr_matrix:
    """`matrix` as `implicit` takes it: int32 places, float32 values."""
    places = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    return csr_matrix((matrix.data.astype(np.float32), *places), shape=matrix.shape)
