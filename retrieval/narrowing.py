"""The reviews nearest to a question among those that meet a condition.

Chroma weighs a condition against every review it holds, which takes longer than all the rest of a
search. The index by words knows at once which reviews meet it, and so how far to look.
"""

from contextlib import suppress

from chromadb.errors import InternalError

from retrieval.embedding import Vectors
from retrieval.filters import Filters
from retrieval.review_vectors import ReviewVectors
from retrieval.words import Words

_FEW = 500
"""Reviews that are compared one by one."""

_SOME = 10_000
"""Reviews whose ids Chroma is given to look among."""

_WIDER = 2.0
"""How far to look beyond what would do if the condition had nothing to do with the question."""


def nearest(
    vectors: ReviewVectors, words: Words, question: Vectors, k: int, filters: Filters
) -> list[str]:
    """Ids of the `k` reviews nearest to `question`, `[width]`, that meet `filters`, best first."""
    total = len(words)
    meeting = words.count(filters)
    if not meeting:
        return []
    if meeting == total:
        return vectors.near(question, k)
    if meeting <= _FEW:
        found = vectors.of(words.meeting(filters, meeting), question)
        return [near.review_id for near in sorted(found, key=lambda near: -near.nearness)[:k]]
    if meeting <= _SOME:
        with suppress(InternalError):  # of words whose vectors an update is about to store
            return vectors.near(question, k, among=words.meeting(filters, meeting))
    wide = vectors.near(question, max(int(_WIDER * k * total / meeting), k))
    kept = set(words.meeting(filters, len(wide), wide))
    if len(kept) < min(k, meeting):
        return vectors.near(question, k, where=filters.where())
    return [review_id for review_id in wide if review_id in kept][:k]
