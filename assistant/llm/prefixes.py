"""Keys and values of prompts already read, so that a shared beginning is read once."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from transformers import DynamicCache, PretrainedConfig
from transformers.cache_utils import DynamicLayer


@dataclass(frozen=True)
class _Entry:
    tokens: tuple[int, ...]
    layers: tuple[tuple[torch.Tensor, torch.Tensor], ...]  # each [1, n_heads, n_tokens, head_size]


def common_prefix(a: Sequence[int], b: Sequence[int]) -> int:
    """How many tokens `a` and `b` share at their beginnings.

    >>> common_prefix([1, 2, 3], [1, 2, 4])
    2
    """
    n = min(len(a), len(b))
    return next((i for i in range(n) if a[i] != b[i]), n)


class PrefixStore:
    """The most recently used token sequences with their keys and values.

    A sequence serves every prompt that shares its beginning. Tensors are never written to after
    they are kept (a growing cache copies), so entries and running generations share them. Only
    models whose every layer attends to the whole past can be cut back to a prefix; for others
    nothing is kept.

    Args:
        config: The model's configuration.
        max_entries: Sequences kept.
        max_tokens: Tokens kept in all (28 KiB each for the bundled model).
    """

    def __init__(
        self, config: PretrainedConfig, max_entries: int = 8, max_tokens: int = 16_384
    ) -> None:
        self._config = config
        self._max_entries = max_entries
        self._max_tokens = max_tokens
        self._entries: list[_Entry] = []  # least recently used first
        self._lock = threading.Lock()

    def take(self, tokens: Sequence[int]) -> tuple[DynamicCache, int]:
        """A cache of the longest known beginning of `tokens`, and that beginning's length.

        At least the last token is left to be read, since its logits are needed.
        """
        cache = DynamicCache(config=self._config)
        with self._lock:
            best = max(self._entries, key=lambda e: common_prefix(e.tokens, tokens), default=None)
            n = 0 if best is None else min(common_prefix(best.tokens, tokens), len(tokens) - 1)
            if best is None or n <= 0:
                return cache, 0
            self._entries.remove(best)
            self._entries.append(best)
        for layer, (keys, values) in zip(cache.layers, best.layers, strict=True):
            layer.lazy_initialization(keys, values)
            layer.keys, layer.values = keys[..., :n, :], values[..., :n, :]
        return cache, n

    def keep(self, tokens: Sequence[int], cache: DynamicCache) -> None:
        """Remember `cache`, which holds exactly `tokens`."""
        if not tokens or any(type(layer) is not DynamicLayer for layer in cache.layers):
            return
        layers = tuple((layer.keys, layer.values) for layer in cache.layers)
        entry = _Entry(tuple(tokens), layers)
        with self._lock:
            self._entries = [
                known
                for known in self._entries
                if common_prefix(known.tokens, tokens) < len(known.tokens)
            ]
            self._entries.append(entry)
            while len(self._entries) > 1 and self._is_full():
                self._entries.pop(0)

    def _is_full(self) -> bool:
        total = sum(len(entry.tokens) for entry in self._entries)
        return len(self._entries) > self._max_entries or total > self._max_tokens

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()
