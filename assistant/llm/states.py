"""What a model makes of texts before it writes anything: the states of one of its middle layers."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from assistant.probes import BREAK

LAYERS = 16
"""Layers that a text goes through.

Of the bundled model's 28: read after 8, 12, 16, 20 and 24, questions were told apart best here.
"""
OPENING = "Marketer: "
"""Read before each text: a model's first states are alike whatever follows."""
TOKENS_AT_ONCE = 1024


@dataclass(frozen=True)
class States:
    """Reads texts with the first layers of a causal language model.

    Attributes:
        model: Any transformers causal language model whose base model lists its `layers`.
        tokenizer: Its fast tokenizer.
    """

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerFast

    @torch.inference_mode()
    def of(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """[n_texts, hidden] mean states over the tokens of each text, or of what a break leaves.

        Texts that differ only in where they break are read once.
        """
        whole = [OPENING + text.replace(BREAK, "") for text in texts]
        distinct = list(dict.fromkeys(whole))
        rows: dict[str, list[int]] = {text: [] for text in distinct}
        for row, text in enumerate(whole):
            rows[text].append(row)
        told = self.tokenizer(distinct, add_special_tokens=False, return_offsets_mapping=True)
        found = np.zeros((len(texts), self.model.config.get_text_config().hidden_size), np.float32)
        for batch in _batches([len(one) for one in told["input_ids"]]):
            states = self._read([told["input_ids"][n] for n in batch])
            for n, state in zip(batch, states, strict=True):
                ends = torch.tensor([end for _, end in told["offset_mapping"][n]])
                for row in rows[distinct[n]]:
                    counts = ends > len(OPENING) + max(0, texts[row].find(BREAK))
                    counts[-1] = True
                    found[row] = state[: len(ends)][counts].mean(dim=0).numpy()
        return found

    def _read(self, tokens: Sequence[Sequence[int]]) -> torch.Tensor:
        """[n_texts, longest, hidden] states of each text's tokens, float32 on the CPU."""
        longest = max(map(len, tokens))
        ids = torch.zeros((len(tokens), longest), dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, text in enumerate(tokens):
            ids[row, : len(text)] = torch.tensor(text)
            mask[row, : len(text)] = 1
        where = self.model.device
        read = _first_layers(self.model)(
            input_ids=ids.to(where), attention_mask=mask.to(where), use_cache=False
        )
        states: torch.Tensor = read.last_hidden_state.float().cpu()
        return states


def _first_layers(model: PreTrainedModel) -> nn.Module:
    """The base model less its later layers and its last norm; the weights are the same ones."""
    layers = model.base_model.layers[:LAYERS]
    short: nn.Module = copy(model.base_model)
    short._modules = {**short._modules, "layers": layers, "norm": nn.Identity()}
    config = copy(model.base_model.config)
    config.num_hidden_layers = len(layers)
    short.config = config
    return short


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places in `lengths`, those alike together, as many as may be read at once."""
    batch: list[int] = []
    for n in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[n] > TOKENS_AT_ONCE:
            yield batch
            batch = []
        batch.append(n)
    if batch:
        yield batch
