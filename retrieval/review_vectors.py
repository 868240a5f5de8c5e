"""The vectors of a store's reviews: one Chroma collection for each embedding model."""

import hashlib
import json
import re
import socket
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb import Collection
from chromadb.api import ClientAPI
from chromadb.config import DEFAULT_DATABASE, DEFAULT_TENANT, Settings
from chromadb.errors import NotFoundError

from retrieval.centring import PROBES, Centring, language_of
from retrieval.embedding import Embedder, Vectors
from retrieval.entries import Entry, Hit
from retrieval.polarity import Polarity

_PAGE = 5000  # rows read from Chroma at once
_PREFIX = "reviews-"


@dataclass(frozen=True)
class Near:
    """A review and how near its centred vector is to a question's, as a cosine."""

    review_id: str
    nearness: float
    text: str
    metadata: Mapping[str, Any]

    def hit(self, score: float) -> Hit:
        """The review as found with `score`."""
        return Hit.of(self.review_id, self.text, self.metadata, score, self.nearness)


def chroma(folder: Path, server: str | None = None) -> ClientAPI:
    """The Chroma that keeps the vectors: in `folder`, or the server at the URL `server`.

    A path in the URL names the database on that server, which is made if there is none; stores that
    share a server need one each: `http://chroma:8000/lumo`.

    Raises:
        ConnectionError: If no Chroma server answers there.
    """
    settings = Settings(anonymized_telemetry=False)
    if server is None:
        folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(str(folder), settings)
    url = urlsplit(server)
    database = url.path.strip("/") or DEFAULT_DATABASE
    secure = url.scheme == "https"
    address: dict[str, Any] = {
        "host": url.hostname or "localhost",
        "port": url.port or (443 if secure else 8000),
        "ssl": secure,
    }
    try:
        socket.create_connection((address["host"], address["port"]), timeout=5).close()
        if database != DEFAULT_DATABASE:
            _make_database(address, database)
        return chromadb.HttpClient(**address, settings=settings, database=database)
    except (ValueError, OSError) as error:
        raise ConnectionError(f"No Chroma server answers at {server}.") from error


def _make_database(address: Mapping[str, Any], database: str) -> None:
    admin = chromadb.AdminClient(
        Settings(
            chroma_api_impl="chromadb.api.fastapi.FastAPI",
            chroma_server_host=address["host"],
            chroma_server_http_port=address["port"],
            chroma_server_ssl_enabled=address["ssl"],
            anonymized_telemetry=False,
        )
    )
    try:
        admin.get_database(database, DEFAULT_TENANT)
    except NotFoundError:
        admin.create_database(database, DEFAULT_TENANT)


class ReviewVectors:
    """Centred vectors of reviews by one embedding model.

    Args:
        client: Chroma.
        embedder: Model of the vectors; each model has a collection of its own.
    """

    def __init__(self, client: ClientAPI, embedder: Embedder) -> None:
        self.client = client
        self.embedder = embedder
        slug = re.sub(r"[^A-Za-z0-9]+", "-", embedder.model_id).strip("-")[-40:]
        digest = hashlib.sha256(embedder.model_id.encode()).hexdigest()[:8]
        self.name = f"{_PREFIX}{slug}-{digest}"
        self._held: Collection | None = None
        self._centring: Centring | None = None

    def __len__(self) -> int:
        collection = self._there()
        return int(collection.count()) if collection else 0

    @property
    def state(self) -> Mapping[str, Any]:
        """What is written beside the collection, such as `stamp` and `centring`."""
        collection = self._there()
        return dict(collection.metadata or {}) if collection else {}

    def remember(self, **state: str | bool) -> None:
        """Write `state` beside the collection, with what is there."""
        collection = self.collection()
        collection.modify(metadata={**(collection.metadata or {}), **state})

    def collection(self) -> Collection:
        """The collection, made if there is none."""
        if found := self._there():
            return found
        made = {"model": self.embedder.model_id, "stamp": uuid.uuid4().hex}
        self._held = self.client.get_or_create_collection(
            self.name,
            configuration={"hnsw": {"space": "cosine"}},
            metadata=made,
            embedding_function=None,
        )
        return self._held

    def refresh(self) -> None:
        """Look anew at what is written beside the collection: another process may have."""
        self._held = None

    def others(self) -> list[Collection]:
        """Collections of the same reviews by other models."""
        found = self.client.list_collections()
        return [c for c in found if c.name.startswith(_PREFIX) and c.name != self.name]

    def others_ready(self) -> list[str]:
        """Ids of other models whose vectors of the same reviews are whole."""
        states = [other.metadata or {} for other in self.others()]
        return [str(state["model"]) for state in states if state.get("complete")]

    def stored(self) -> Iterator[Near]:
        """Every review of the collection, as no question's."""
        collection = self.collection()
        for offset in range(0, collection.count(), _PAGE):
            page = collection.get(limit=_PAGE, offset=offset, include=["documents", "metadatas"])
            for row in zip(page["ids"], page["documents"], page["metadatas"], strict=True):
                yield Near(row[0], 0.0, row[1], row[2])

    def hashes(self) -> dict[str, str]:
        """The hash of each review stored."""
        collection = self.collection()
        found: dict[str, str] = {}
        for offset in range(0, collection.count(), _PAGE):
            page = collection.get(limit=_PAGE, offset=offset, include=["metadatas"])
            pairs = zip(page["ids"], page["metadatas"], strict=True)
            found.update((i, metadata["hash"]) for i, metadata in pairs)
        return found

    def embedded(self, entries: Sequence[Entry]) -> tuple[list[Entry], Vectors]:
        """`entries` with their polarity, and their centred vectors `[n, width]`."""
        vectors = self.embedder.passages([entry.text for entry in entries])
        languages = [entry.language for entry in entries]
        polarities = self.polarity().of(vectors, languages)
        felt = [entry.felt(float(p)) for entry, p in zip(entries, polarities, strict=True)]
        return felt, self.centring().passages(vectors, languages)

    def put(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Store `entries` and their vectors in place of what is there under their ids."""
        self.collection().upsert(
            ids=[entry.review_id for entry in entries],
            embeddings=vectors,
            documents=[entry.text for entry in entries],
            metadatas=[dict(entry.metadata) for entry in entries],
        )

    def drop(self, ids: Sequence[str]) -> None:
        """Forget the reviews of these ids."""
        for start in range(0, len(ids), _PAGE):
            self.collection().delete(ids=list(ids[start : start + _PAGE]))

    def near(
        self,
        question: Vectors,
        k: int,
        among: Sequence[str] | None = None,
        where: dict[str, Any] | None = None,
        pattern: str | None = None,
    ) -> list[str]:
        """Ids of the `k` reviews nearest to `question`, `[width]`, the nearest first.

        Args:
            question: From `query_vector`.
            k: Most reviews.
            among: Only reviews of these ids, each of which is stored.
            where: Chroma's condition on their metadata.
            pattern: Regular expression their text must hold.
        """
        found = self.collection().query(
            query_embeddings=question[None],
            n_results=k,
            ids=None if among is None else list(among),
            where=where,
            where_document={"$regex": pattern} if pattern else None,
            include=["distances"],
        )
        return list(found["ids"][0])

    def of(self, ids: Sequence[str], question: Vectors) -> list[Near]:
        """The reviews of these ids that are stored, with their nearness to `question`."""
        if not ids:
            return []
        found = self.collection().get(
            ids=list(ids), include=["embeddings", "documents", "metadatas"]
        )
        columns = (found[name] for name in ("ids", "embeddings", "documents", "metadatas"))
        return [
            Near(row[0], float(row[1] @ question), row[2], row[3])
            for row in zip(*columns, strict=True)
        ]

    def members(self, where: dict[str, Any] | None, most: int) -> tuple[list[Hit], Vectors]:
        """Reviews that meet `where`, at most `most` spread evenly, with vectors `[n, width]`."""
        if not len(self):
            return [], np.zeros((0, 0), np.float32)
        collection = self.collection()
        ids = collection.get(where=where, include=[])["ids"]
        ids = ids[:: -(-len(ids) // most)] if ids else []
        if not ids:
            return [], np.zeros((0, 0), np.float32)
        found = collection.get(ids=ids, include=["embeddings", "documents", "metadatas"])
        rows = zip(found["ids"], found["documents"], found["metadatas"], strict=True)
        hits = [Hit.of(*row, score=0.0, nearness=0.0) for row in rows]
        return hits, np.asarray(found["embeddings"], np.float32)

    def query_vector(self, query: str) -> Vectors:
        """`query` as the collection compares it: `[width]` float32 of length 1."""
        vectors = self.embedder.queries([query])
        return self.centring().queries(vectors, [language_of(query)]).ravel()

    def passage_vectors(self, texts: Sequence[str]) -> Vectors:
        """`texts` as the collection compares them: `[n, width]` float32 of length 1."""
        vectors = self.embedder.passages(texts)
        return self.centring().passages(vectors, [language_of(text) for text in texts])

    def centring(self) -> Centring:
        """The centring taken when the collection was new."""
        if self._centring is None:
            self._centring = Centring.from_json(self.state["centring"])
        return self._centring

    def polarity(self) -> Polarity:
        """The direction of praise in this collection's model."""
        if "polarity" not in self.state:
            self.remember(polarity=Polarity.fit(self.embedder).to_json())
        return Polarity.from_json(self.state["polarity"])

    def fit(self, entries: Sequence[Entry]) -> None:
        """Take the centring from `entries`, unless it has been taken."""
        if "centring" in self.state:
            return
        self.collection()
        samples: dict[str, list[str]] = {}
        for entry in entries:
            samples.setdefault(entry.language, []).append(entry.text)
        self.remember(centring=Centring.fit(self.embedder, samples).to_json())

    def noise(self) -> dict[str, float]:
        """How near the nearest review of each language is to what no review is about."""
        noise = {}
        for language, probes in PROBES.items():
            vectors = np.stack([self.query_vector(probe) for probe in probes])
            found = self.collection().query(
                query_embeddings=vectors,
                n_results=1,
                where={"language": language},
                include=["distances"],
            )
            scores = [1 - distances[0] for distances in found["distances"] if distances]
            if scores:
                noise[language] = float(np.median(scores))
        return noise

    def read_noise(self) -> dict[str, float]:
        """What `noise` was after the last update."""
        noise: dict[str, float] = json.loads(self.state.get("noise", "{}"))
        return noise

    def _there(self) -> Collection | None:
        """The collection, if there is one."""
        if self._held is None:
            with suppress(NotFoundError):
                self._held = self.client.get_collection(self.name, embedding_function=None)
        return self._held
