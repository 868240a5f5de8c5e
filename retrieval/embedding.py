"""Texts as vectors: a sentence embedding model run by torch, on a GPU or this CPU."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_file
from tokenizers import Encoding, Tokenizer
from transformers import BertConfig, BertModel

from retrieval.e5 import MODEL_ID, bundled_model

logger = logging.getLogger(__name__)

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int, int], None]
"""Called with how many of how many are done."""

_BATCH_TOKENS = 4096
"""Tokens in one pass, padding counted; larger passes gained nothing on a CPU."""


class Embedder(Protocol):
    """Anything that makes vectors of texts.

    Attributes:
        model_id: Names the model; vectors of different models are never mixed.
    """

    @property
    def model_id(self) -> str: ...  # noqa: D102

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions: `[n, width]` float32 of length 1."""
        ...

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of documents: `[n, width]` float32 of length 1."""
        ...


@dataclass(frozen=True)
class TorchEmbedder:
    """The bundled encoder with mean pooling (Reimers & Gurevych 2019); see also `sentence_model`.

    Attributes:
        model: A transformers encoder.
        tokenizer: Its tokenizer, without padding; cuts at the model's longest input.
        model_id: Names the model.
        prefixes: Put before queries and before passages (E5 was trained with them).
        pad_id: Token that fills short rows of a batch.
    """

    model: Any
    tokenizer: Tokenizer
    model_id: str
    prefixes: tuple[str, str] = ("query: ", "passage: ")
    pad_id: int = 1

    @classmethod
    def bundled(cls, cache: Path, dtype: torch.dtype | None = None) -> "TorchEmbedder":
        """The bundled multilingual-e5-small, converted into `cache` on first use.

        Args:
            cache: Folder for converted models.
            dtype: Precision; `None` picks the fastest that this machine computes natively.
        """
        folder = bundled_model(cache)
        device = native_device()
        config = BertConfig.from_pretrained(folder)
        with torch.device("meta"):  # no time is spent on random weights
            encoder = BertModel(config, add_pooling_layer=False)
        weights = load_file(folder / "model.safetensors", device=device)
        dtype = dtype or native_dtype(device)
        tensors = {name: tensor.to(dtype) for name, tensor in weights.items()}
        encoder.load_state_dict(tensors, strict=True, assign=True)
        positions = torch.arange(config.max_position_embeddings, device=device)[None]
        encoder.embeddings.position_ids = positions
        encoder.embeddings.token_type_ids = torch.zeros_like(positions)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.enable_truncation(config.max_position_embeddings)
        return cls(encoder.eval(), tokenizer, MODEL_ID, pad_id=config.pad_token_id)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions: `[n, width]` float32 of length 1."""
        return self._embed([self.prefixes[0] + text for text in texts], None)

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of documents: `[n, width]` float32 of length 1."""
        return self._embed([self.prefixes[1] + text for text in texts], progress)

    @torch.inference_mode()
    def _embed(self, texts: Sequence[str], progress: Progress | None) -> Vectors:
        encodings = self.tokenizer.encode_batch(list(texts))
        vectors = np.zeros((len(texts), self.model.config.hidden_size), np.float32)
        done = 0
        for batch in _batches([len(encoding) for encoding in encodings]):
            vectors[batch] = self._pooled([encodings[i] for i in batch])
            done += len(batch)
            if progress:
                progress(done, len(texts))
        return vectors

    def _pooled(self, encodings: list[Encoding]) -> Vectors:
        longest = max(len(encoding) for encoding in encodings)
        ids = torch.full((len(encodings), longest), self.pad_id)
        mask = torch.zeros((len(encodings), longest), dtype=torch.int64)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding)] = torch.tensor(encoding.ids)
            mask[row, : len(encoding)] = 1
        device = next(self.model.parameters()).device
        mask = mask.to(device)
        hidden = self.model(input_ids=ids.to(device), attention_mask=mask).last_hidden_state.float()
        sums = (hidden * mask[:, :, None]).sum(1)  # [n, width]; the length is divided out next
        return np.asarray(torch.nn.functional.normalize(sums, dim=1).cpu().numpy())


def native_device() -> str:
    """`cuda` where torch finds a GPU, else `cpu`."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def native_dtype(device: str) -> torch.dtype:
    """The fastest precision that `device` computes natively."""
    if device == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
    return torch.bfloat16 if _cpu_bf16() else torch.float32


def _cpu_bf16() -> bool:
    """Whether the processor multiplies bfloat16 itself (AVX-512 BF16 or AMX)."""
    capabilities = torch.backends.cpu.get_cpu_capability()
    return capabilities.startswith("AVX512") and bool(torch.cpu._is_avx512_bf16_supported())


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Positions of texts in batches of like length, so that little is padding; longest first."""
    batches: list[list[int]] = []
    room = 0
    for position in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        if room == 0:
            batches.append([])
            room = max(1, _BATCH_TOKENS // lengths[position])
        batches[-1].append(position)
        room -= 1
    return batches
