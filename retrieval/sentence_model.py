"""Models of the sentence-transformers kind, by folder or hub id: embedders and rerankers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.embedding import Progress, Vectors, native_device, native_dtype

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder, SentenceTransformer

_E5_PROMPTS = {"query": "query: ", "document": "passage: "}
_BATCH = {"cpu": 16, "cuda": 128}  # texts in one pass


@dataclass(frozen=True)
class SentenceEmbedder:
    """Any sentence-transformers model (Reimers & Gurevych 2019), with its own pooling and prompts.

    Attributes:
        model: The model.
        model_id: Folder or hub id it was loaded from.
    """

    model: "SentenceTransformer"
    model_id: str

    @classmethod
    def load(cls, model: str, device: str | None = None) -> "SentenceEmbedder":
        """The model in a folder or on the Hugging Face hub.

        A model with "e5" in its name that brings no prompts gets those E5 was trained with.

        Args:
            model: Folder, or hub id such as `BAAI/bge-m3`.
            device: `cpu` or `cuda`; `None` takes a GPU when there is one.

        Raises:
            OSError: If there is no such model.
        """
        from sentence_transformers import SentenceTransformer

        device = device or native_device()
        loaded = SentenceTransformer(
            model, device=device, model_kwargs={"dtype": native_dtype(device)}
        )
        if "e5" in model.lower() and not any(loaded.prompts.values()):
            loaded.prompts.update(_E5_PROMPTS)
        return cls(loaded, model)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions: `[n, width]` float32 of length 1."""
        return self._shaped(self.model.encode_query(list(texts), **self._options))

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of documents: `[n, width]` float32 of length 1."""
        vectors = self._shaped(self.model.encode_document(list(texts), **self._options))
        if progress:
            progress(len(texts), len(texts))
        return vectors

    @property
    def _options(self) -> dict[str, int | bool]:
        batch = _BATCH.get(self.model.device.type, _BATCH["cpu"])
        return {"batch_size": batch, "show_progress_bar": False}

    def _shaped(self, vectors: Vectors) -> Vectors:
        width = self.model.get_embedding_dimension() or 0
        wide = np.asarray(vectors, np.float32).reshape(-1, width)
        lengths = np.linalg.norm(wide, axis=1, keepdims=True)
        return np.asarray(wide / np.maximum(lengths, 1e-12), np.float32)


@dataclass(frozen=True)
class Reranker:
    """A cross-encoder that reads a question and a review together (Nogueira & Cho 2019).

    Attributes:
        model: A cross-encoder with one output.
    """

    model: "CrossEncoder"

    @classmethod
    def load(cls, model: str, device: str | None = None) -> "Reranker":
        """The cross-encoder in a folder or on the hub, such as `BAAI/bge-reranker-v2-m3`.

        Raises:
            OSError: If there is no such model.
        """
        from sentence_transformers import CrossEncoder

        device = device or native_device()
        return cls(CrossEncoder(model, device=device, model_kwargs={"dtype": native_dtype(device)}))

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers `query`, 0 to 1."""
        pairs = [(query, text) for text in texts]
        said = self.model.predict(pairs, batch_size=16, show_progress_bar=False)
        return [float(score) for score in said]
