"""How favourable each clause is, learned from the stars this store's customers give.

The stars of a review label its clauses; a logistic regression over words and pairs of words learns
what tells the good from the bad (weak supervision, as Täckström & McDonald 2011), and the mixed
reviews average out. It is cross-fitted: a clause is scored by a model that has not seen its review.
A store's words mean what they mean there: "runs small" is a complaint,
"small" of a water bottle may be praise.
"""

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from retrieval.polarity import opinions
from retrieval.terms import pairs, terms

FOLDS = 5
CLEAR = 0.35
"""Log odds from which a clause is called favourable, and below minus which unfavourable."""

MOST = 200_000  # clauses learned from; more make it slower, not better
_GIVEN = 0.05  # of all weight, what the statements of `opinions.json` have in a large store
_LEAST_GIVEN = 20.0  # and what they weigh at least, in reviews

Floats = npt.NDArray[np.float64]
Words = list[str]


def clause_scores(clauses: Sequence[Sequence[Words]], labels: Sequence[int]) -> Floats:
    """Log odds that each clause is favourable, `[n_clauses]`, clauses of the first review first.

    Args:
        clauses: Of each review, as `retrieval.terms.terms`.
        labels: 1 for a favourable review, -1 for an unfavourable one, 0 where that is open.
    """
    owner = np.repeat(np.arange(len(clauses)), [len(own) for own in clauses])
    said = [clause for own in clauses for clause in own]
    given = [
        (terms(text), 1 if kind == "good" else -1)
        for kinds in opinions().values()
        for kind, statements in kinds.items()
        for text in statements
    ]
    vectorizer = TfidfVectorizer(analyzer=_features, min_df=2, sublinear_tf=True, dtype=np.float32)
    features = vectorizer.fit_transform([*said, *(text for text, _ in given)])
    own, own_given = features[: len(said)], features[len(said) :]
    label = np.asarray(labels, int)[owner]
    fold = np.array([zlib.crc32(b"%d" % place) % FOLDS for place in range(len(clauses))], int)[
        owner
    ]
    weight = 1.0 / np.maximum(np.bincount(owner, minlength=len(clauses)), 1)[owner]
    scores = np.zeros(len(said))
    for part in range(FOLDS):
        rows = _learned(np.flatnonzero((fold != part) & (label != 0)))
        held = fold == part
        if held.any():
            model = _model(own[rows], label[rows], weight[rows], own_given, [y for _, y in given])
            scores[held] = model.decision_function(own[held])
    return scores


def with_stars(scores: Floats, owner: npt.NDArray[np.intp], stars: Sequence[int | None]) -> Floats:
    """`clause_scores` drawn towards the stars of each clause's own review.

    Little where the store has taught what its words mean, a lot where it has few reviews; the
    weight was chosen on the demo store's planted opinions, from 50 to 6,000 reviews.

    Args:
        scores: `[n_clauses]`.
        owner: `[n_clauses]`, place of each clause's review.
        stars: Of each review, 1-5 or `None`.
    """
    above = np.array([0.0 if star is None else star - 3.0 for star in stars])
    return np.asarray(scores + weight_of_stars(stars) * above[owner])


def weight_of_stars(stars: Sequence[int | None]) -> float:
    """What a star above or below three adds to the log odds of a clause."""
    known = sum(star is not None for star in stars)
    return 0.05 + 200 / (200 + known)


def _learned(rows: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """At most `MOST` of the rows, spread evenly."""
    return rows[:: -(-len(rows) // MOST)] if len(rows) else rows


def _model(
    own: sp.csr_matrix,
    label: npt.NDArray[np.int_],
    weight: Floats,
    given: sp.csr_matrix,
    given_label: Sequence[int],
) -> LogisticRegression:
    """A model of the store's clauses and the general statements, both moods of equal weight."""
    share = max(_GIVEN * weight.sum(), _LEAST_GIVEN) / given.shape[0]
    weights = np.concatenate([weight, np.full(given.shape[0], share)])
    labels = np.concatenate([label, np.asarray(given_label, int)])
    total = weights.sum()
    for mood in (-1, 1):
        weights[labels == mood] *= 0.5 * total / weights[labels == mood].sum()
    weights *= len(weights) / total
    model = LogisticRegression(max_iter=200, solver="liblinear")
    return model.fit(sp.vstack([own, given]), labels, sample_weight=weights)


def _features(clause: Words) -> list[str]:
    return [*clause, *pairs(clause)]
