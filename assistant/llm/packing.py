"""Several conversations in one forward pass.

Reading the weights is what a pass costs, so the tokens of all waiting conversations go through the
linear layers as rows of one sequence (as in Orca, Yu et al. 2022, "selective batching"); only
attention looks at each conversation by itself, with its own keys and values. transformers lets an
attention function be registered by name; ours splits the rows and gives each part to the function
the model would have used alone.
"""

import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from transformers import AttentionInterface, DynamicCache, PreTrainedModel
from transformers.cache_utils import DynamicLayer, DynamicSlidingWindowLayer
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

logger = logging.getLogger(__name__)

_NAME = "storewise_packed"
_LIKE_ALONE = 0.1  # relative difference of logits; rounding makes 0.01, another's tokens make 1


@dataclass(frozen=True)
class Part:
    """One conversation's share of a pass.

    Attributes:
        tokens: Read after those in `cache`, and appended to it.
        cache: Its keys and values.
        n_logits: How many of the last tokens' logits are wanted, at least 1.
    """

    tokens: Sequence[int]
    cache: DynamicCache
    n_logits: int = 1


def read_alone(model: PreTrainedModel, part: Part) -> torch.Tensor:
    """One forward pass for one conversation.

    Returns:
        [n_logits, vocabulary] float32 on the CPU: what follows each of the last tokens.
    """
    ids = torch.tensor([part.tokens]).to(model.device, non_blocking=True)  # [1, n_tokens]
    with torch.inference_mode():
        output = model(
            input_ids=ids,
            past_key_values=part.cache,
            use_cache=True,
            logits_to_keep=part.n_logits,
        )
        logits: torch.Tensor = output.logits[0].float().cpu()
    return logits


def read_packed(model: PreTrainedModel, parts: Sequence[Part]) -> list[torch.Tensor]:
    """One forward pass for several conversations; `can_pack` tells whether `model` is able to.

    Returns:
        For each part what `read_alone` would return.
    """
    pack = _Packed(parts, model.config.get_text_config()._attn_implementation)
    ids = [token for part in parts for token in part.tokens]
    text_config = model.config.get_text_config()
    alone = text_config._attn_implementation
    text_config._attn_implementation = _NAME
    try:
        with torch.inference_mode():
            logits = model(
                input_ids=torch.tensor([ids]).to(model.device, non_blocking=True),
                position_ids=torch.tensor([pack.positions]).to(model.device, non_blocking=True),
                use_cache=False,
                logits_to_keep=torch.tensor(pack.wanted).to(model.device, non_blocking=True),
                packed=pack,
            ).logits[0]
            return list(logits.float().cpu().split([part.n_logits for part in parts]))
    finally:
        text_config._attn_implementation = alone


def can_pack(model: PreTrainedModel) -> bool:
    """Whether `model` reads packed conversations as it reads them alone.

    Some cannot by design (recurrent layers, keys shared between layers); whether the others do is
    seen by trying it on a few tokens.
    """
    config = model.config.get_text_config()
    layers = DynamicCache(config=config).layers
    plain = all(type(layer) in (DynamicLayer, DynamicSlidingWindowLayer) for layer in layers)
    if (
        not plain
        or len(layers) != config.num_hidden_layers
        or getattr(config, "attention_chunk_size", None)
        or config._attn_implementation not in ("sdpa", "eager")
    ):
        return False
    try:
        return _reads_alike(model)
    except Exception:
        logger.debug("%s does not pack", type(model).__name__, exc_info=True)
        return False


def _reads_alike(model: PreTrainedModel) -> bool:
    started: list[tuple[list[int], list[int]]] = [([5, 6], [7, 8]), ([], [9, 10, 11])]

    def parts() -> list[Part]:
        made = [
            Part(tokens, DynamicCache(config=model.config), n_logits=2) for _, tokens in started
        ]
        for (before, _), part in zip(started, made, strict=True):
            if before:
                read_alone(model, Part(before, part.cache))
        return made

    expected = torch.cat([read_alone(model, part) for part in parts()])
    packed = parts()
    difference = torch.cat(read_packed(model, packed)) - expected
    known = [part.cache.get_seq_length() for part in packed]
    spread = expected - expected.mean(dim=-1, keepdim=True)
    return known == [4, 3] and bool(difference.norm() < _LIKE_ALONE * spread.norm())


class _Packed:
    """What the attention layers of one pass need: whose rows are whose.

    Args:
        parts: The conversations, in the order of their rows.
        alone: The attention the model uses for one conversation: `sdpa` or `eager`.

    Attributes:
        positions: Of each row's token in its conversation.
        wanted: The rows that logits are wanted of.
    """

    def __init__(self, parts: Sequence[Part], alone: str) -> None:
        self._parts = parts
        self._alone = alone
        self._masks: dict[tuple[int, int, int | None], torch.Tensor | None] = {}
        self._rows: list[slice] = []
        self.positions: list[int] = []
        self.wanted: list[int] = []
        for part in parts:
            start, n_past = len(self.positions), part.cache.get_seq_length()
            self.positions += range(n_past, n_past + len(part.tokens))
            end = len(self.positions)
            self._rows.append(slice(start, end))
            self.wanted += range(end - part.n_logits, end)

    def attend(
        self,
        module: torch.nn.Module,
        query: torch.Tensor,
        key: torch.Tensor,
        value: torch.Tensor,
        **options: Any,
    ) -> torch.Tensor:
        """[1, n_heads, n_rows, head_size] each to [1, n_rows, n_heads, head_size]."""
        attention = self._attention(module)
        outputs = []
        for part, rows in zip(self._parts, self._rows, strict=True):
            layer = part.cache.layers[module.layer_idx]
            keys, values = layer.update(key[:, :, rows], value[:, :, rows])
            mask = self._mask(query[:, :, rows], keys.shape[-2], layer)
            outputs.append(attention(module, query[:, :, rows], keys, values, mask, **options)[0])
        return torch.cat(outputs, dim=1)

    def _attention(self, module: torch.nn.Module) -> Callable[..., Any]:
        eager = getattr(sys.modules[type(module).__module__], "eager_attention_forward", None)
        attention: Callable[..., Any] = ALL_ATTENTION_FUNCTIONS.get_interface(self._alone, eager)
        return attention

    def _mask(self, query: torch.Tensor, n_keys: int, layer: DynamicLayer) -> torch.Tensor | None:
        """The mask of one part's layer, made once a pass; `None` where nothing is hidden."""
        n = query.shape[-2]
        window = layer.sliding_window if isinstance(layer, DynamicSlidingWindowLayer) else None
        shape = (n, n_keys, window)
        if n > 1 and shape not in self._masks:
            self._masks[shape] = _mask(n, n_keys, window, query, additive=self._alone == "eager")
        return self._masks.get(shape)


def _mask(
    n: int, n_keys: int, window: int | None, like: torch.Tensor, *, additive: bool
) -> torch.Tensor | None:
    """[1, 1, n, n_keys]: which keys the last `n` tokens may see.

    `None` where `sdpa` knows by itself: a beginning of which nothing has left the window.
    """
    if n == n_keys and (window is None or n <= window) and not additive:
        return None
    keys = torch.arange(n_keys, device=like.device)
    queries = keys[-n:, None]
    seen = keys <= queries
    if window is not None:
        seen &= keys > queries - window
    if additive:
        nothing = torch.zeros(seen.shape, dtype=like.dtype, device=like.device)
        seen = nothing.masked_fill(~seen, torch.finfo(like.dtype).min)
    return seen[None, None]


def _packed_attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,  # noqa: ARG001 - each part has its own
    packed: _Packed,
    **options: Any,
) -> tuple[torch.Tensor, None]:
    return packed.attend(module, query, key, value, **options), None


AttentionInterface.register(_NAME, _packed_attention)
