"""Groups of texts that say much the same, found in their vectors."""

import warnings
from collections.abc import Sequence

import numpy as np
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning

from retrieval.embedding import Vectors

LEAST = 15
"""Texts a group has on average at least; with fewer in all there are fewer groups."""

_KIND = 8  # texts of a kind whose mean says something


def groups(vectors: Vectors, kinds: Sequence[str], most: int = 4) -> list[list[int]]:
    """Positions of the vectors by group, the largest group first, the most typical text first.

    The mean of each kind is taken away first, so that texts are grouped by what they say and not
    by what kind of thing they say it about. Then k-means (Lloyd 1982; seeded).

    Args:
        vectors: `[n, width]`, n at least 1.
        kinds: What each text is about, such as its item's category and its language.
        most: Most groups.
    """
    centred = _without_kinds(vectors, kinds)
    count = max(1, min(most, len(vectors) // LEAST))
    means = KMeans(n_clusters=count, n_init=4, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # fewer different texts than groups
        labels = means.fit_predict(centred)
    nearness = centred @ means.cluster_centers_.T
    found = [np.flatnonzero(labels == label) for label in np.unique(labels)]
    ordered = sorted(found, key=lambda members: (-len(members), members[0]))
    return [
        members[np.argsort(-nearness[members, labels[members[0]]], kind="stable")].tolist()
        for members in ordered
    ]


def _without_kinds(vectors: Vectors, kinds: Sequence[str]) -> Vectors:
    _, kind, sizes = np.unique(np.asarray(kinds), return_inverse=True, return_counts=True)
    sums = np.zeros((len(sizes), vectors.shape[1]), np.float32)
    np.add.at(sums, kind, vectors)
    sums[sizes < _KIND] = 0.0
    centred = vectors - (sums / sizes[:, None])[kind]
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    return np.asarray(centred / np.maximum(lengths, 1e-6), np.float32)
