"""Small operations on sparse rows of scores."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tools.prediction.items.interactions import Rows, Singles


def row_of_each(matrix: csr_array) -> Rows:
    """Row of every stored entry: [nnz]."""
    rows: Rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    return rows


def ranks(matrix: csr_array) -> Singles:
    """Rank of every stored entry in its row, 0 the highest; the earlier of equals first: [nnz]."""
    order = np.lexsort((matrix.indices, -matrix.data, row_of_each(matrix)))
    within = np.arange(matrix.nnz) - np.repeat(matrix.indptr[:-1], np.diff(matrix.indptr))
    found = np.empty(matrix.nnz, dtype=np.float32)
    found[order] = within
    return found


def only(matrix: csr_array, kept: NDArray[np.bool_]) -> csr_array:
    """`matrix` with the stored entries that are `kept`: [nnz]."""
    counts = np.bincount(row_of_each(matrix)[kept], minlength=matrix.shape[0])
    indptr = np.concatenate([[0], np.cumsum(counts)])
    return csr_array((matrix.data[kept], matrix.indices[kept], indptr), shape=matrix.shape)


def highest(matrix: csr_array, k: int) -> csr_array:
    """The `k` highest entries of each row."""
    if not matrix.nnz or np.diff(matrix.indptr).max() <= k:
        return matrix
    return only(matrix, ranks(matrix) < k)


def of_dense(scores: Singles, k: int) -> csr_array:
    """The `k` highest of each row of `scores` [n, n_items], if above 0, as a sparse array."""
    n, n_items = scores.shape
    k = min(k, n_items)
    best = np.sort(np.argpartition(-scores, k - 1, axis=1)[:, :k], axis=1)
    values = np.take_along_axis(scores, best, axis=1)
    whole = csr_array(
        (values.ravel(), best.ravel(), np.arange(0, n * k + 1, k)), shape=(n, n_items)
    )
    return only(whole, whole.data > 0)


def looked_up(matrix: csr_array, values: Singles, rows: Rows, items: Rows) -> Singles:
    """One value of each stored entry, at (`rows`, `items`); NaN where nothing is stored.

    Args:
        matrix: Columns ascending within each row.
        values: One for each stored entry of `matrix`: [nnz].
        rows: Rows asked for: [n].
        items: Columns asked for: [n].
    """
    width = matrix.shape[1]
    known = row_of_each(matrix).astype(np.int64) * width + matrix.indices
    return found_in(known, values, rows.astype(np.int64) * width + items)


def found_in(known: NDArray[np.int64], values: Singles, keys: NDArray[np.int64]) -> Singles:
    """`values` [n_known] of `known`, which ascends, at `keys` [n]; NaN where it is not there."""
    if not len(known):
        return np.full(len(keys), np.nan, dtype=np.float32)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, values[at], np.float32(np.nan))
