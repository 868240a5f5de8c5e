"""Forward passes that concurrent generations share.

There is no thread of its own for them: whoever waits first runs a pass for all who wait, and
every pass reads something of each, so that nobody runs more passes than its own tokens need.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass

import torch
from transformers import DynamicCache, PreTrainedModel
from transformers.cache_utils import DynamicLayer, DynamicSlidingWindowLayer

from assistant.llm.packing import Part, can_pack, read_alone, read_packed
from tools.errors import ModelError

logger = logging.getLogger(__name__)

CHUNK_CPU = 128
CHUNK_GPU = 1024
"""Tokens read in one pass; between passes other threads and `stop` get a turn."""

_PATIENCE = 0.25  # how long a pass waits for those of the last one, as a share of that one's time
_PATIENCE_S = 0.05


class ModelOutOfMemoryError(ModelError):
    """The device has no memory left for a pass, even with every kept prefix forgotten."""

    def __init__(self) -> None:
        super().__init__("out-of-memory")


@dataclass(eq=False)
class _Waiting:
    """A thread that waits for tokens to be read; in the end it has logits or an error."""

    tokens: Sequence[int]
    cache: DynamicCache
    n_logits: int
    n_read: int = 0
    logits: torch.Tensor | None = None
    error: BaseException | None = None

    @property
    def is_done(self) -> bool:
        return self.logits is not None or self.error is not None

    @property
    def part(self) -> Part:
        n_left = len(self.tokens) - self.n_read
        return Part(self.tokens[: self.n_read], self.cache, max(1, self.n_logits - n_left))


class Passes:
    """Runs a model's forward passes, one at a time, each for all threads that wait.

    Args:
        model: Any causal language model.
        forget: Called when memory runs out, to give some back.
        packing: Whether the tokens of several go through the model together; otherwise, and where
            the model cannot (see `can_pack`), one conversation after another.
    """

    def __init__(
        self, model: PreTrainedModel, forget: Callable[[], None], *, packing: bool = True
    ) -> None:
        self.packing = packing
        self.chunk = CHUNK_CPU if model.device.type == "cpu" else CHUNK_GPU
        self._model = model
        self._forget = forget
        self._able: bool | None = None  # whether the model packs; found out when first needed
        self._turn = threading.Condition()
        self._waiting: list[_Waiting] = []
        self._running = False
        self._expected: set[int] = set()  # ids of caches read last, whose threads may come again
        self._last_s = 0.0

    def read(
        self, tokens: Sequence[int], cache: DynamicCache, n_logits: int = 1
    ) -> tuple[int, torch.Tensor]:
        """Read as many of `tokens` as fit the next pass, appending them to `cache`.

        Args:
            tokens: At least one.
            cache: Of one conversation.
            n_logits: How many of the last of `tokens` logits are wanted for.

        Returns:
            How many tokens were read, and [n, vocabulary] float32 on the CPU: the logits wanted
            of those, at least the last one's.

        Raises:
            ModelOutOfMemoryError: If the device has no memory left.
        """
        mine = _Waiting(tokens, cache, n_logits)
        with self._turn:
            self._waiting.append(mine)
            self.leave(cache)
            self._turn.wait_for(lambda: mine.is_done or not self._running)
            batch = [] if mine.is_done else self._gather()
        if batch:
            try:
                self._run(batch)
            finally:
                with self._turn:
                    self._running = False
                    self._turn.notify_all()
        if mine.logits is None:
            raise mine.error or RuntimeError("A forward pass ended without a result")
        return mine.n_read, mine.logits

    def leave(self, cache: DynamicCache) -> None:
        """Say that the next pass need not wait for the conversation of `cache`."""
        with self._turn:
            self._expected.discard(id(cache))
            self._turn.notify_all()

    def _gather(self) -> list[_Waiting]:
        """Who takes part in the next pass: all who wait, and those of the last if they hurry."""
        self._running = True
        patience = min(_PATIENCE * self._last_s, _PATIENCE_S)
        self._turn.wait_for(lambda: not self._expected, timeout=patience)
        batch, self._waiting = self._waiting, []
        self._expected = {id(waiting.cache) for waiting in batch}
        return batch

    def _run(self, batch: list[_Waiting]) -> None:
        started = time.perf_counter()
        given = shares([len(waiting.tokens) for waiting in batch], self.chunk)
        for waiting, n in zip(batch, given, strict=True):
            waiting.n_read = n
        together = len(batch) > 1 and self._packs()
        for group in [batch] if together else [[waiting] for waiting in batch]:
            if self._attempt(group):
                continue
            self._free()
            for waiting in group:
                if not self._attempt([waiting]):
                    waiting.error = ModelOutOfMemoryError()
        self._last_s = time.perf_counter() - started

    def _packs(self) -> bool:
        if self.packing and self._able is None:
            self._able = can_pack(self._model)
        return self.packing and bool(self._able)

    def _attempt(self, group: list[_Waiting]) -> bool:
        """Run one pass; `False` if memory ran out and another attempt makes sense."""
        rewinds = [_rewind(waiting.cache) for waiting in group]
        try:
            parts = [waiting.part for waiting in group]
            several = len(parts) > 1
            logits = (
                read_packed(self._model, parts) if several else [read_alone(self._model, parts[0])]
            )
        except BaseException as error:  # noqa: BLE001 - raised again by each thread it concerns
            rewound = [rewind() for rewind in rewinds]
            short = _is_out_of_memory(error)
            if short and all(rewound):
                return False
            for waiting in group:
                waiting.error = ModelOutOfMemoryError() if short else error
        else:
            for waiting, its_logits in zip(group, logits, strict=True):
                waiting.logits = its_logits
        return True

    def _free(self) -> None:
        logger.warning("Memory ran out in a forward pass; forgetting all kept prefixes")
        self._forget()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()


def shares(wanted: Sequence[int], budget: int) -> list[int]:
    """Split `budget` tokens evenly; who wants less leaves the rest to the others.

    Each gets at least one, even where that is more than the budget.

    >>> shares([1, 500, 40, 300], 100)
    [1, 33, 33, 33]
    """
    given = [0] * len(wanted)
    left = budget
    for n_served, n in enumerate(sorted(range(len(wanted)), key=lambda n: wanted[n])):
        given[n] = min(wanted[n], max(1, left // (len(wanted) - n_served)))
        left -= given[n]
    return given


def _rewind(cache: DynamicCache) -> Callable[[], bool]:
    """A function that puts `cache` back to what it is now, and tells whether it could."""
    lengths: dict[int, int] = {}
    windows: dict[int, DynamicSlidingWindowLayer] = {}
    for n, layer in enumerate(cache.layers):
        if type(layer) is DynamicLayer:
            lengths[n] = layer.get_seq_length()
        elif type(layer) is DynamicSlidingWindowLayer:
            windows[n] = copy(layer)  # keeps its tensors, which are never written to

    def rewind() -> bool:
        for n, length in lengths.items():
            layer = cache.layers[n]
            layer.crop(length - layer.get_seq_length())
        for n, window in windows.items():
            cache.layers[n] = window
        return len(lengths) + len(windows) == len(cache.layers)

    return rewind


def _is_out_of_memory(error: BaseException) -> bool:
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    told = ("out of memory", "not enough memory", "can't allocate memory")
    return isinstance(error, RuntimeError) and any(words in str(error) for words in told)
