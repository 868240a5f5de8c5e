"""Keys and values of prompts already read, so that a shared beginning is read once."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from transformers import DynamicCache, PretrainedConfig
from transformers.cache_utils import DynamicLayer

from assistant.llm.prefix_files import Layers


@dataclass(frozen=True)
class _Entry:
    tokens: tuple[int, ...]
    layers: Layers
    pinned: bool = False


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
        max_pinned: Sequences kept besides, however long ago they were used.

    Attributes:
        is_able: Whether the model can go back to a prefix; if not, nothing is kept.
    """

    def __init__(
        self,
        config: PretrainedConfig,
        max_entries: int = 8,
        max_tokens: int = 16_384,
        max_pinned: int = 4,
    ) -> None:
        layers = DynamicCache(config=config).layers
        self.is_able = all(type(layer) is DynamicLayer for layer in layers)
        self._config = config
        self._max_entries = max_entries
        self._max_tokens = max_tokens
        self._max_pinned = max_pinned
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
        _fill(cache, best.layers, n)
        return cache, n

    def keep(self, tokens: Sequence[int], cache: DynamicCache) -> None:
        """Remember `cache`, which holds exactly `tokens`."""
        if self.is_able and tokens and cache.get_seq_length() == len(tokens):
            self._add(_Entry(tuple(tokens), layers_of(cache)))  # not if a pass was cut short

    def pin(self, tokens: Sequence[int], layers: Layers) -> None:
        """Remember `layers`, which hold exactly `tokens`, however seldom they are used."""
        self._add(_Entry(tuple(tokens), layers, pinned=True))

    def _add(self, entry: _Entry) -> None:
        with self._lock:
            self._entries = [known for known in self._entries if not _covers(entry, known)]
            self._entries.append(entry)
            pinned = [known for known in self._entries if known.pinned]
            others = [known for known in self._entries if not known.pinned]
            while len(others) > 1 and self._is_full(others):
                others.pop(0)
            self._entries = pinned[-self._max_pinned :] + others

    def _is_full(self, entries: Sequence[_Entry]) -> bool:
        total = sum(len(entry.tokens) for entry in entries)
        return len(entries) > self._max_entries or total > self._max_tokens

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()


def layers_of(cache: DynamicCache) -> Layers:
    """Keys and values of `cache`, every layer of which has been read into."""
    return tuple((layer.keys, layer.values) for layer in cache.layers)


def _fill(cache: DynamicCache, layers: Layers, n: int) -> None:
    for layer, (keys, values) in zip(cache.layers, layers, strict=True):
        layer.lazy_initialization(keys, values)
        layer.keys, layer.values = keys[..., :n, :], values[..., :n, :]


def _covers(entry: _Entry, known: _Entry) -> bool:
    """Whether `known` is of no use beside `entry`."""
    if known.pinned and not (entry.pinned and entry.tokens == known.tokens):
        return False
    return entry.tokens[: len(known.tokens)] == known.tokens
