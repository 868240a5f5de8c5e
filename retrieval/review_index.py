"""Reviews found by meaning and by words, kept in step with the store's reviews.

Review text is data. It is cleaned and masked before it is stored, and only ever handed back as
text to quote.
"""

import json
import logging
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from retrieval.centring import language_of
from retrieval.embedding import Embedder, Progress, Vectors
from retrieval.entries import Hit, entries
from retrieval.filters import Filters
from retrieval.folding import folded
from retrieval.fusion import fused
from retrieval.narrowing import nearest
from retrieval.review_vectors import ReviewVectors, chroma
from retrieval.words import Words

logger = logging.getLogger(__name__)

MARGIN = 0.05
"""How far above chance a cosine must lie to count."""

FEELING = 0.4
"""Weight of how plainly a review speaks in a mood that is asked for."""

_CHUNK = 512  # reviews embedded and stored together; what an interruption can lose
_DEPTH = 60
"""Reviews taken from each of the two rankings."""

_RERANKED = 50
"""Reviews a reranker reads."""

_TRIES = 2
"""How often a search goes on where what it found says all the same."""


@dataclass(frozen=True)
class Changes:
    """What an update did, in reviews."""

    embedded: int
    deleted: int
    total: int


@dataclass(frozen=True)
class Found:
    """What a search found.

    Attributes:
        hits: Reviews, the best first, none of which says the same as another.
        copies: Reviews left out because they say the same as one of `hits`, best first.
        spam: Reviews left out because they are plainly no reviews.
    """

    hits: tuple[Hit, ...] = ()
    copies: tuple[Hit, ...] = ()
    spam: int = 0


class Reranks(Protocol):
    """Anything that reads a question and texts together."""

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers `query`, 0 to 1."""
        ...


class ReviewIndex:
    """Reviews of one store: their vectors by one embedding model, and their words.

    Args:
        vectors: Their vectors.
        folder: Where their words are kept, on this machine even where the vectors are on a server.
        reranker: Puts the best reviews found in order, if any.
    """

    def __init__(
        self, vectors: ReviewVectors, folder: Path, reranker: Reranks | None = None
    ) -> None:
        self.vectors = vectors
        self._folder = folder
        self._reranker = reranker
        self._words: Words | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        embedder: Embedder,
        server: str | None = None,
        reranker: Reranks | None = None,
    ) -> "ReviewIndex":
        """The index kept in `folder`, its vectors on the Chroma server at the URL `server` if any.

        Raises:
            ConnectionError: If no Chroma server answers there.
        """
        return cls(ReviewVectors(chroma(folder, server), embedder), folder, reranker)

    def of(self, embedder: Embedder) -> "ReviewIndex":
        """The index of the same reviews by another embedding model."""
        vectors = ReviewVectors(self.vectors.client, embedder)
        return ReviewIndex(vectors, self._folder, self._reranker)

    @property
    def ready(self) -> bool:
        """Whether a whole update with this embedding model has been done."""
        self.vectors.refresh()
        return bool(self.vectors.state.get("complete"))

    @property
    def has_moods(self) -> bool:
        """Whether `Filters.mood` can be used: indexes of earlier versions know stars alone."""
        return "polarity" in self.vectors.state

    def __len__(self) -> int:
        return len(self.vectors)

    def update(self, reviews: pa.Table, progress: Progress | None = None) -> Changes:
        """Make the index hold exactly `reviews`; only new and changed ones are embedded.

        An update cut short goes on where it stopped when it is run again. Collections of other
        embedding models are dropped once this one is whole.

        Args:
            reviews: Columns `COLUMNS`; `written_at` is the store's wall clock.
            progress: Called with reviews embedded so far and reviews to embed.
        """
        wanted = {entry.review_id: entry for entry in entries(reviews)}
        stored = self.vectors.hashes()
        gone = [i for i in stored if i not in wanted]
        changed = [e for i, e in wanted.items() if stored.get(i) != e.metadata["hash"]]
        self.vectors.fit(changed)
        words = self.words
        words.put((), gone)  # the words go first: what Chroma holds, they hold as well
        self.vectors.drop(gone)
        for start in range(0, len(changed), _CHUNK):
            chunk = changed[start : start + _CHUNK]
            felt, vectors = self.vectors.embedded(chunk)
            words.put(felt)
            self.vectors.put(felt, vectors)
            if progress:
                progress(start + len(chunk), len(changed))
        self.vectors.remember(noise=json.dumps(self.vectors.noise()), complete=True)
        self._drop_others()
        logger.info("Indexed %d reviews, dropped %d", len(changed), len(gone))
        return Changes(len(changed), len(gone), len(wanted))

    @property
    def words(self) -> Words:
        """The words of the reviews; made anew from the collection where they are not its own."""
        if self._words is None:
            self._words = Words(self._folder / f"words-{self.vectors.name}")
        stamp = self.vectors.state.get("stamp") or self._stamped()
        if self._words.stamp != stamp:
            self._words.clear()
            self._words.put(self.vectors.stored())
            self._words.stamp = stamp
        return self._words

    def search(self, query: str, k: int, filters: Filters | None = None) -> Found:
        """The `k` reviews that answer `query` best, by meaning and by words.

        Args:
            query: A question or a few words.
            k: Most reviews to return.
            filters: Which reviews to look among.
        """
        if not len(self.words):
            return Found()
        kept = filters or Filters()
        depth = max(_DEPTH, 2 * k)
        question = self.vectors.query_vector(query)
        ranked: dict[str, Hit] = {}
        for _ in range(_TRIES):
            more = self._ranked(query, question, depth, kept)
            ranked |= {hit.review_id: hit for hit in more}
            real = [hit for hit in ranked.values() if not hit.spam]
            groups = folded([hit.text for hit in real], k)
            if len(groups) >= k or len(more) < depth:
                break
            kept = replace(kept, apart_from=(*kept.apart_from, *{hit.kin for hit in more}))
        return Found(
            hits=tuple(real[group[0]] for group in groups),
            copies=tuple(real[i] for i in sorted(i for group in groups for i in group[1:])),
            spam=len(ranked) - len(real),
        )

    def literal(self, phrase: str, k: int, filters: Filters | None = None) -> list[Hit]:
        """The `k` nearest reviews in which `phrase` stands word for word, in any case."""
        if not len(self):
            return []
        where = (filters or Filters()).where()
        question = self.vectors.query_vector(phrase)
        ids = self.vectors.near(question, k, where=where, pattern=_pattern(phrase))
        found = sorted(self.vectors.of(ids, question), key=lambda near: -near.nearness)
        return [
            near.hit(max(near.nearness, 0.0)) for near in found if not near.metadata.get("spam")
        ]

    def members(self, filters: Filters, most: int = 4000) -> tuple[list[Hit], Vectors]:
        """Reviews that meet `filters` whatever they say, with their vectors `[n, width]`.

        Args:
            filters: Which reviews.
            most: Where there are more, these many spread evenly over the collection.
        """
        return self.vectors.members(filters.where(), most)

    def query_vector(self, query: str) -> Vectors:
        """`query` as the index compares it: `[width]` float32 of length 1."""
        return self.vectors.query_vector(query)

    def passage_vectors(self, texts: Sequence[str]) -> Vectors:
        """`texts` as the index compares them: `[n, width]` float32 of length 1."""
        return self.vectors.passage_vectors(texts)

    def polarities(self, texts: Sequence[str]) -> list[float]:
        """How favourable each text is, about -1 to 1; see `retrieval.polarity`."""
        vectors = self.vectors.embedder.passages(texts)
        languages = [language_of(text) for text in texts]
        return [float(p) for p in self.vectors.polarity().of(vectors, languages)]

    def relevant(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits near enough in meaning to be taken to speak about the question.

        Near enough is what questions foreign to any shop reach by chance in this very store and
        language, and a margin; calibrated on 4,000 English and 4,000 Chinese reviews.
        """
        noise = self.vectors.read_noise()
        highest = max(noise.values(), default=0.0)
        return [hit for hit in hits if hit.nearness >= noise.get(hit.language, highest) + MARGIN]

    def _ranked(self, query: str, question: Vectors, depth: int, filters: Filters) -> list[Hit]:
        """The best `depth` by both rankings together, the best first."""
        near = nearest(self.vectors, self.words, question, depth, filters)
        words = self.words.search(query, depth, filters)
        only_near = [i for i in near if i not in words]
        if words and only_near:
            words |= self.words.search(query, len(only_near), Filters(), only_near)
        found = self.vectors.of(list(dict.fromkeys((*near, *words))), question)
        by_id = {near.review_id: near for near in found}
        scores = fused(
            {i: near.nearness for i, near in by_id.items()},
            {i: score for i, score in words.items() if i in by_id},
        )
        hits = self._reranked(query, [by_id[i].hit(score) for i, score in scores.items()])
        return _in_mood(hits, filters.mood) if filters.mood else hits

    def _reranked(self, query: str, hits: list[Hit]) -> list[Hit]:
        """The first few in the reranker's order, if there is one, before the rest."""
        if self._reranker is None:
            return hits
        first = hits[:_RERANKED]
        scores = self._reranker.scores(query, [hit.text for hit in first])
        scored = [replace(hit, score=score) for hit, score in zip(first, scores, strict=True)]
        rest = [replace(hit, score=0.0) for hit in hits[_RERANKED:]]
        return [*sorted(scored, key=lambda hit: -hit.score), *rest]

    def _stamped(self) -> str:
        """A stamp for a collection made before collections were stamped."""
        self.vectors.remember(stamp=self.vectors.name)
        return self.vectors.name

    def _drop_others(self) -> None:
        for other in self.vectors.others():
            self.vectors.client.delete_collection(other.name)
            shutil.rmtree(self._folder / f"words-{other.name}", ignore_errors=True)


def _in_mood(hits: Sequence[Hit], mood: int) -> list[Hit]:
    """The hits, those that speak more plainly in the mood asked for further in front."""
    felt = [min(max(mood * (hit.polarity or 0.0), 0.0), 1.0) for hit in hits]
    ranked = [
        replace(hit, score=(1 - FEELING) * hit.score + FEELING * plain)
        for hit, plain in zip(hits, felt, strict=True)
    ]
    return sorted(ranked, key=lambda hit: -hit.score)


def _pattern(query: str) -> str:
    """Finds `query` from the beginning of a word on, in any case (Rust's regex syntax)."""
    words = re.escape(" ".join(query.split())).replace("\\ ", " ")
    boundary = r"\b" if query.strip()[:1].isascii() and query.strip()[:1].isalnum() else ""
    return f"(?i){boundary}{words}"
