"""Users and items as vectors: alternating least squares on what users did."""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from implicit.cpu.als import AlternatingLeastSquares
from scipy.sparse import csr_array, csr_matrix, vstack
from threadpoolctl import threadpool_limits

from tools.prediction.items.interactions import Interactions, Rows, Singles
from tools.prediction.items.neighbours import int32
from tools.prediction.items.recommenders import Arrays, Catalogue
from tools.prediction.items.sparse import of_dense

FACTORS = 64
BATCH = 256  # users scored against every item at a time
KEPT = 200  # items a user
CONFIDENCE = 10.0  # alpha of the paper
SEED = 7


@dataclass(frozen=True)
class Als:
    """Implicit-feedback matrix factorisation (Hu, Koren & Volinsky 2008), by `implicit`.

    Attributes:
        items: Item vectors: [n_items, n_factors].
    """

    name: ClassVar[str] = "als"
    items: Singles

    @classmethod
    def fit(cls, seen: Interactions, catalogue: Catalogue, horizon_days: int) -> Self:  # noqa: ARG003
        """Factorise the logarithms of users' interest, which fades slowly."""
        model = _model(min(FACTORS, *seen.shape))
        with threadpool_limits(1, "blas"):
            model.fit(_confidence(seen), show_progress=False)
        return cls(np.asarray(model.item_factors))

    def scores(self, seen: Interactions, users: Rows) -> csr_array:
        """Products of the vectors of `users`, found anew from what they did, with the items'."""
        model = _model(self.items.shape[1])
        model.item_factors = self.items
        wanted = _confidence(seen)
        parts = [csr_array((0, seen.shape[1]), dtype=np.float32)]
        with threadpool_limits(1, "blas"):
            for first in range(0, len(users), BATCH):
                some = users[first : first + BATCH]
                found = model.recalculate_user(some, wanted[some])
                parts.append(of_dense(np.asarray(found) @ self.items.T, KEPT))
        return csr_array(vstack(parts, format="csr"))

    def arrays(self) -> Arrays:
        """The item vectors."""
        return {"items": self.items}

    @classmethod
    def of_arrays(cls, arrays: Arrays, moved: Rows) -> Self:
        """The same vectors under the items' new places; a new item's is zero."""
        old = arrays["items"]
        return cls(np.where((moved >= 0)[:, None], old[moved], 0).astype(np.float32))


def _model(factors: int) -> AlternatingLeastSquares:
    with threadpool_limits(1, "blas"):
        return AlternatingLeastSquares(
            factors=factors, regularization=0.05, alpha=CONFIDENCE, iterations=15,
            num_threads=1, random_state=SEED,
        )  # fmt: skip


def _confidence(seen: Interactions) -> csr_matrix:
    return int32(seen.matrix(np.log1p(seen.interest())))
