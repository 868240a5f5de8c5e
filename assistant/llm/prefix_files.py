"""Keys and values of a prompt's beginning on disk, for the next start."""

import hashlib
import logging
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from transformers import PreTrainedModel

logger = logging.getLogger(__name__)

Layers = tuple[tuple[torch.Tensor, torch.Tensor], ...]
"""Keys and values of each layer, each [1, n_heads, n_tokens, head_size]."""

MAX_BYTES = 512 * 2**20
"""What a folder of prefixes may take; 28 MiB a thousand tokens with the bundled model."""

_SAMPLES = 8  # values of each weight that a model is known by


def fingerprint(model: PreTrainedModel) -> str:
    """What tells a model's weights from others', whatever device and type they are held in."""
    config = model.config.get_text_config()
    rope = getattr(config, "rope_parameters", None)
    digest = hashlib.sha256(f"{config.model_type} {rope}".encode())
    for weight in model.parameters():
        flat = weight.detach().flatten()
        sample = flat[:: max(1, len(flat) // _SAMPLES)].bfloat16().cpu()
        digest.update(f"{tuple(weight.shape)}".encode() + _bytes_of(sample))
    return digest.hexdigest()


class PrefixFiles:
    """A folder with one file for each prefix.

    A file that is damaged, or of another model or prompt, is as good as none.

    Args:
        folder: Made when the first prefix is saved.
        model: Its fingerprint.
        max_bytes: When the folder holds more, the files used longest ago are deleted.
    """

    def __init__(self, folder: Path, model: str, max_bytes: int = MAX_BYTES) -> None:
        self._folder = folder
        self._model = model
        self._max_bytes = max_bytes

    def load(self, tokens: Sequence[int]) -> Layers | None:
        """What was saved for exactly `tokens`, on the CPU; `None` if nothing usable is there."""
        path = self._path(tokens)
        if not path.exists():
            return None
        try:
            with safe_open(path, framework="pt") as file:
                told = (file.metadata() or {}).get("sha256")
                n_layers = len(file.keys()) // 2
                layers = tuple(
                    (file.get_tensor(f"{n}.keys"), file.get_tensor(f"{n}.values"))
                    for n in range(n_layers)
                )
            if told != self._sum(tokens, layers):
                raise ValueError("its checksum differs")
            os.utime(path)
        except (OSError, SafetensorError, ValueError) as error:
            logger.warning("The kept prefix %s cannot be used: %s", path, error)
            return None
        return layers

    def save(self, tokens: Sequence[int], layers: Layers) -> None:
        """Save `layers` for `tokens`; where that fails, the next start reads them again."""
        layers = tuple(
            (keys.cpu().contiguous(), values.cpu().contiguous()) for keys, values in layers
        )
        named = {
            f"{n}.{name}": tensor
            for n, pair in enumerate(layers)
            for name, tensor in zip(("keys", "values"), pair, strict=True)
        }
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self._folder) as unfinished:
                written = Path(unfinished) / "prefix"
                save_file(named, written, metadata={"sha256": self._sum(tokens, layers)})
                written.replace(self._path(tokens))
            self._make_room()
        except (OSError, SafetensorError) as error:
            logger.warning("The prefix could not be kept in %s: %s", self._folder, error)

    def _path(self, tokens: Sequence[int]) -> Path:
        digest = hashlib.sha256(f"{self._model} {list(tokens)}".encode())
        return self._folder / f"{digest.hexdigest()[:32]}.safetensors"

    def _sum(self, tokens: Sequence[int], layers: Layers) -> str:
        digest = hashlib.sha256(f"{self._model} {list(tokens)}".encode())
        for pair in layers:
            for tensor in pair:
                digest.update(f"{tuple(tensor.shape)} {tensor.dtype}".encode() + _bytes_of(tensor))
        return digest.hexdigest()

    def _make_room(self) -> None:
        files = sorted(self._folder.glob("*.safetensors"), key=lambda path: -path.stat().st_mtime)
        total = 0
        for path in files:
            total += path.stat().st_size
            if total > self._max_bytes:
                path.unlink(missing_ok=True)


def _bytes_of(tensor: torch.Tensor) -> bytes:
    return tensor.contiguous().view(torch.uint8).numpy().tobytes()
