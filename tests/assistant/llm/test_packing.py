"""A model reads packed conversations exactly as it reads each alone."""

from collections.abc import Callable

import pytest
import torch
from transformers import (
    DynamicCache,
    Gemma2Config,
    Gemma2ForCausalLM,
    Gemma3ForCausalLM,
    Gemma3TextConfig,
    LlamaConfig,
    LlamaForCausalLM,
    MistralConfig,
    MistralForCausalLM,
    PreTrainedModel,
    Qwen2Config,
    Qwen2ForCausalLM,
    Qwen3_5ForCausalLM,
    Qwen3_5TextConfig,
    Qwen3Config,
    Qwen3ForCausalLM,
)

from assistant.llm import packing
from assistant.llm.packing import Part, can_pack, read_alone, read_packed

SIZES = {
    "vocab_size": 64,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 4,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "head_dim": 8,
    "initializer_range": 0.3,
    "max_position_embeddings": 512,
}
WINDOW = 6


def _made(model: type[PreTrainedModel], config: type, **options: object) -> PreTrainedModel:
    torch.manual_seed(1)
    return model(config(**SIZES, **options)).eval()


FAMILIES: dict[str, Callable[[], PreTrainedModel]] = {
    "qwen2": lambda: _made(Qwen2ForCausalLM, Qwen2Config),
    "qwen2 with some windows": lambda: _made(
        Qwen2ForCausalLM,
        Qwen2Config,
        use_sliding_window=True,
        sliding_window=WINDOW,
        max_window_layers=2,
    ),
    "qwen3": lambda: _made(Qwen3ForCausalLM, Qwen3Config),
    "llama": lambda: _made(LlamaForCausalLM, LlamaConfig),
    "mistral": lambda: _made(MistralForCausalLM, MistralConfig, sliding_window=WINDOW),
    "gemma2 with soft caps": lambda: _made(
        Gemma2ForCausalLM, Gemma2Config, sliding_window=WINDOW, query_pre_attn_scalar=8
    ),
    "gemma3": lambda: _made(
        Gemma3ForCausalLM,
        Gemma3TextConfig,
        sliding_window=WINDOW,
        query_pre_attn_scalar=8,
        layer_types=["sliding_attention", "full_attention"] * 2,
    ),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_packed_conversations_get_the_logits_they_get_alone(family: str) -> None:
    model = FAMILIES[family]()
    assert can_pack(model)
    generator = torch.Generator().manual_seed(0)
    alone, together = ([DynamicCache(config=model.config) for _ in range(4)] for _ in range(2))
    for lengths in [(1, 9, 4, 3), (1, 1, 5, 8), (2, 1, 1, 1), (1, 1, 1, 1)]:
        tokens = [torch.randint(64, (n,), generator=generator).tolist() for n in lengths]
        expected = [
            read_alone(model, Part(t, cache, n_logits=len(t)))
            for t, cache in zip(tokens, alone, strict=True)
        ]
        parts = [Part(t, cache, n_logits=len(t)) for t, cache in zip(tokens, together, strict=True)]
        for ours, theirs in zip(read_packed(model, parts), expected, strict=True):
            torch.testing.assert_close(ours, theirs, atol=2e-5, rtol=1e-4)


def test_only_the_logits_wanted_are_returned() -> None:
    model = FAMILIES["qwen2"]()
    caches = [DynamicCache(config=model.config) for _ in range(2)]
    first, second = read_packed(
        model, [Part([1, 2, 3], caches[0]), Part([4, 5, 6], caches[1], n_logits=2)]
    )
    assert first.shape == (1, 64)
    assert second.shape == (2, 64)
    assert all(logits.dtype == torch.float32 for logits in (first, second))


def test_a_packed_pass_leaves_the_model_as_it_was() -> None:
    model = FAMILIES["llama"]()
    before = model.config._attn_implementation
    read_packed(model, [Part([1], DynamicCache(config=model.config)) for _ in range(2)])
    assert model.config._attn_implementation == before


def test_a_model_with_a_recurrent_state_is_not_packed() -> None:
    layers = ["linear_attention", "full_attention"] * 2
    assert not can_pack(_made(Qwen3_5ForCausalLM, Qwen3_5TextConfig, layer_types=layers))


def test_a_model_that_counts_positions_by_itself_is_not_packed() -> None:
    model = FAMILIES["llama"]()
    forward = model.forward

    def deaf(*, position_ids: torch.Tensor | None = None, **options: object) -> object:
        return forward(**options)

    model.forward = deaf
    assert not can_pack(model)


def test_attention_to_another_conversation_would_be_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def blind(self: object, module: torch.nn.Module, *states: torch.Tensor, **options: object):
        return packing.ALL_ATTENTION_FUNCTIONS["sdpa"](module, *states, None)[0]

    monkeypatch.setattr(packing._Packed, "attend", blind)
    assert not can_pack(FAMILIES["qwen2"]())
