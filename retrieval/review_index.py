"""Reviews found by meaning: a Chroma collection kept in step with the store's reviews.

Review text is data. It is cleaned and masked before it is stored, and only ever handed back as
text to quote.
"""

import hashlib
import json
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
import pyarrow as pa
from chromadb import Collection
from chromadb.api import ClientAPI
from chromadb.config import Settings

from retrieval.centring import PROBES, Centring, language_of
from retrieval.embedding import Embedder, Progress, Vectors
from retrieval.privacy import cleaned, masked

logger = logging.getLogger(__name__)

COLUMNS = ("review_id", "item_id", "category", "rating", "title", "text", "language", "written_at")
"""Columns `update` reads; all but `review_id` and `text` may be missing or empty."""

_CHUNK = 512  # reviews embedded and stored together; what an interruption can lose
_PAGE = 5000  # rows read from Chroma at once
MARGIN = 0.05
"""How far above chance a score must lie to count, in cosine."""


@dataclass(frozen=True)
class Filters:
    """Which reviews to look among; `None` keeps all.

    Attributes:
        item_ids: Reviews of these items.
        category: Reviews of items of this category.
        rating_min: Fewest stars, 1-5.
        rating_max: Most stars, 1-5.
        language: ISO 639-1 code.
        since: First day written, store time zone.
        until: Last day written, store time zone.
    """

    item_ids: tuple[str, ...] | None = None
    category: str | None = None
    rating_min: int | None = None
    rating_max: int | None = None
    language: str | None = None
    since: date | None = None
    until: date | None = None

    def where(self) -> dict[str, Any] | None:
        """The filters as Chroma's `where`."""
        conditions: list[dict[str, Any]] = []
        if self.item_ids is not None:
            conditions.append({"item_id": {"$in": list(self.item_ids)}})
        for key, operator, value in (
            ("category", "$eq", self.category),
            ("language", "$eq", self.language),
            ("rating", "$gte", self.rating_min),
            ("rating", "$lte", self.rating_max),
            ("written_at", "$gte", self.since and self.since.toordinal()),
            ("written_at", "$lte", self.until and self.until.toordinal()),
        ):
            if value is not None:
                conditions.append({key: {operator: value}})
        if len(conditions) > 1:
            return {"$and": conditions}
        return conditions[0] if conditions else None


@dataclass(frozen=True)
class Hit:
    """One review found.

    Attributes:
        review_id: Its id.
        score: Nearness to the question, -1 to 1, larger is nearer; see `ReviewIndex.search`.
        text: Title and text, cleaned and masked.
        item_id: Item reviewed, if known.
        category: Its category, if known.
        rating: Stars, 1-5, if given.
        language: ISO 639-1 code.
        written_on: Day written, store time zone, if known.
    """

    review_id: str
    score: float
    text: str
    item_id: str | None
    category: str | None
    rating: int | None
    language: str
    written_on: date | None


@dataclass(frozen=True)
class Changes:
    """What an update did, in reviews."""

    embedded: int
    deleted: int
    total: int


@dataclass(frozen=True)
class _Entry:
    """One review ready to store."""

    review_id: str
    text: str
    metadata: dict[str, str | int]


class ReviewIndex:
    """Reviews of one store as vectors of one embedding model.

    Args:
        client: Chroma client of the workspace.
        embedder: Model of the vectors; each model has a collection of its own.
    """

    def __init__(self, client: ClientAPI, embedder: Embedder) -> None:
        self.client = client
        self.embedder = embedder
        slug = re.sub(r"[^A-Za-z0-9]+", "-", embedder.model_id).strip("-")[-40:]
        digest = hashlib.sha256(embedder.model_id.encode()).hexdigest()[:8]
        self.name = f"reviews-{slug}-{digest}"

    @classmethod
    def open(cls, folder: Path, embedder: Embedder) -> "ReviewIndex":
        """The index kept in `folder`, made there if there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        settings = Settings(anonymized_telemetry=False)
        return cls(chromadb.PersistentClient(str(folder), settings), embedder)

    @property
    def ready(self) -> bool:
        """Whether a whole update with this embedding model has been done."""
        return bool(self._state().get("complete"))

    def __len__(self) -> int:
        return int(self._collection().count()) if self._exists() else 0

    def update(self, reviews: pa.Table, progress: Progress | None = None) -> Changes:
        """Make the index hold exactly `reviews`; only new and changed ones are embedded.

        An update cut short goes on where it stopped when it is run again. Collections of other
        embedding models are dropped once this one is whole.

        Args:
            reviews: Columns `COLUMNS`; `written_at` is the store's wall clock.
            progress: Called with reviews embedded so far and reviews to embed.
        """
        entries = {entry.review_id: entry for entry in _entries(reviews)}
        collection = self._collection()
        stored = self._hashes(collection)
        gone = [i for i in stored if i not in entries]
        for start in range(0, len(gone), _PAGE):
            collection.delete(ids=gone[start : start + _PAGE])
        changed = [e for i, e in entries.items() if stored.get(i) != e.metadata["hash"]]
        centring = self._fit(collection, changed)
        for start in range(0, len(changed), _CHUNK):
            self._store(collection, changed[start : start + _CHUNK], centring)
            if progress:
                progress(min(start + _CHUNK, len(changed)), len(changed))
        noise = json.dumps(self._noise(collection))
        collection.modify(metadata={**collection.metadata, "noise": noise, "complete": True})
        for other in self.client.list_collections():
            if other.name.startswith("reviews-") and other.name != self.name:
                self.client.delete_collection(other.name)
        logger.info("Indexed %d reviews, dropped %d", len(changed), len(gone))
        return Changes(len(changed), len(gone), len(entries))

    def search(
        self, query: str, k: int, filters: Filters | None = None, literal: bool = False
    ) -> list[Hit]:
        """The `k` reviews nearest to `query` in meaning, nearest first.

        Args:
            query: A question or a few words.
            k: Most reviews to return.
            filters: Which reviews to look among.
            literal: Look only among reviews in which `query` stands word for word, in any case.

        The score is the cosine of centred vectors, see `retrieval.centring`.
        """
        if not len(self):
            return []
        found = self._collection().query(
            query_embeddings=self.query_vector(query)[None],
            n_results=min(k, len(self)),
            where=(filters or Filters()).where(),
            where_document={"$regex": _pattern(query)} if literal else None,
        )
        rows = zip(
            found["ids"][0],
            found["distances"][0],
            found["documents"][0],
            found["metadatas"][0],
            strict=True,
        )
        return [_hit(*row) for row in rows]

    def members(self, filters: Filters, most: int = 4000) -> tuple[list[Hit], Vectors]:
        """Reviews that meet `filters` whatever they say, with their vectors `[n, width]`.

        Args:
            filters: Which reviews.
            most: Where there are more, these many spread evenly over the collection.
        """
        if not len(self):
            return [], np.zeros((0, 0), np.float32)
        collection = self._collection()
        ids = collection.get(where=filters.where(), include=[])["ids"]
        ids = ids[:: -(-len(ids) // most)] if ids else []
        if not ids:
            return [], np.zeros((0, 0), np.float32)
        found = collection.get(ids=ids, include=["embeddings", "documents", "metadatas"])
        rows = zip(found["ids"], found["documents"], found["metadatas"], strict=True)
        hits = [_hit(review_id, 0.0, text, metadata) for review_id, text, metadata in rows]
        return hits, np.asarray(found["embeddings"], np.float32)

    def query_vector(self, query: str) -> Vectors:
        """`query` as the index compares it: `[width]` float32 of length 1."""
        vectors = self.embedder.queries([query])
        return self._centring().queries(vectors, [language_of(query)]).ravel()

    def passage_vectors(self, texts: Sequence[str]) -> Vectors:
        """`texts` as the index compares them: `[n, width]` float32 of length 1."""
        vectors = self.embedder.passages(texts)
        return self._centring().passages(vectors, [language_of(text) for text in texts])

    def relevant(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits near enough to be taken to speak about the question.

        Near enough is what questions foreign to any shop reach by chance in this very store and
        language, and a margin; calibrated on 4,000 English and 4,000 Chinese reviews.
        """
        noise: dict[str, float] = json.loads(self._state().get("noise", "{}"))
        highest = max(noise.values(), default=0.0)
        return [hit for hit in hits if hit.score >= noise.get(hit.language, highest) + MARGIN]

    def _centring(self) -> Centring:
        return Centring.from_json(self._state()["centring"])

    def _exists(self) -> bool:
        return any(c.name == self.name for c in self.client.list_collections())

    def _collection(self) -> Collection:
        return self.client.get_or_create_collection(
            self.name,
            configuration={"hnsw": {"space": "cosine"}},
            metadata=None if self._exists() else {"model": self.embedder.model_id},
            embedding_function=None,
        )

    def _state(self) -> Mapping[str, Any]:
        return dict(self._collection().metadata or {}) if self._exists() else {}

    def _hashes(self, collection: Collection) -> dict[str, str]:
        found: dict[str, str] = {}
        for offset in range(0, collection.count(), _PAGE):
            page = collection.get(limit=_PAGE, offset=offset, include=["metadatas"])
            pairs = zip(page["ids"], page["metadatas"], strict=True)
            found.update((i, metadata["hash"]) for i, metadata in pairs)
        return found

    def _store(self, collection: Collection, entries: list[_Entry], centring: Centring) -> None:
        vectors = self.embedder.passages([entry.text for entry in entries])
        languages = [str(entry.metadata["language"]) for entry in entries]
        collection.upsert(
            ids=[entry.review_id for entry in entries],
            embeddings=centring.passages(vectors, languages),
            documents=[entry.text for entry in entries],
            metadatas=[entry.metadata for entry in entries],
        )

    def _fit(self, collection: Collection, entries: Sequence[_Entry]) -> Centring:
        """The centring of this collection, taken once, when the collection is new."""
        if "centring" not in (collection.metadata or {}):
            samples: dict[str, list[str]] = {}
            for entry in entries:
                samples.setdefault(str(entry.metadata["language"]), []).append(entry.text)
            centring = Centring.fit(self.embedder, samples)
            metadata = {**(collection.metadata or {}), "centring": centring.to_json()}
            collection.modify(metadata=metadata)
        return Centring.from_json(collection.metadata["centring"])

    def _noise(self, collection: Collection) -> dict[str, float]:
        """How near the nearest review of each language is to what no review is about."""
        noise = {}
        for language, probes in PROBES.items():
            vectors = np.concatenate([self.query_vector(probe)[None] for probe in probes])
            found = collection.query(
                query_embeddings=vectors,
                n_results=1,
                where={"language": language},
                include=["distances"],
            )
            scores = [1 - distances[0] for distances in found["distances"] if distances]
            if scores:
                noise[language] = float(np.median(scores))
        return noise


def _entries(reviews: pa.Table) -> Iterator[_Entry]:
    """Every review that has a text."""
    for row in reviews.to_pylist():
        parts = [masked(cleaned(row.get(name) or "")) for name in ("title", "text")]
        text = "\n".join(part for part in parts if part)
        if not text:
            continue
        written = row.get("written_at")
        metadata = {
            "item_id": row.get("item_id"),
            "category": row.get("category"),
            "rating": row.get("rating"),
            "language": row.get("language") or language_of(text),
            "written_at": written and written.toordinal(),
        }
        kept = {name: value for name, value in metadata.items() if value is not None}
        digest = hashlib.sha256(json.dumps([text, kept]).encode()).hexdigest()[:16]
        yield _Entry(row["review_id"], text, {**kept, "hash": digest})


def _hit(review_id: str, distance: float, text: str, metadata: Mapping[str, Any]) -> Hit:
    written = metadata.get("written_at")
    return Hit(
        review_id=review_id,
        score=1 - distance,
        text=text,
        item_id=metadata.get("item_id"),
        category=metadata.get("category"),
        rating=metadata.get("rating"),
        language=metadata["language"],
        written_on=date.fromordinal(written) if written else None,
    )


def _pattern(query: str) -> str:
    """Finds `query` from the beginning of a word on, in any case (Rust's regex syntax)."""
    words = re.escape(" ".join(query.split())).replace("\\ ", " ")
    boundary = r"\b" if query.strip()[:1].isascii() and query.strip()[:1].isalnum() else ""
    return f"(?i){boundary}{words}"
