import numpy as np
import pytest
import torch
from gguf import GGMLQuantizationType
from gguf.quants import dequantize
from torch import nn

from assistant.llm import linear
from assistant.llm.linear import Int4Linear, Int8Linear, install_small_weights, int4_of_q4_k

N_OUT, N_IN = 64, 512


@pytest.fixture
def blocks() -> np.ndarray:
    """Random Q4_K blocks with sensible scales."""
    random = np.random.default_rng(1)
    raw = random.integers(0, 256, (N_OUT, N_IN // 256, 144), dtype=np.uint8)
    raw[..., :4] = (
        random.uniform(0.001, 0.01, (N_OUT, N_IN // 256, 2)).astype(np.float16).view(np.uint8)
    )
    return raw.reshape(N_OUT, -1)


def _plain(weight: torch.Tensor, *, bias: bool) -> nn.Linear:
    layer = nn.Linear(N_IN, N_OUT, bias=bias, dtype=torch.bfloat16)
    layer.weight.data = weight.bfloat16()
    return layer


@pytest.mark.parametrize("bias", [True, False])
def test_four_bit_rows_are_those_of_the_gguf_blocks(blocks: np.ndarray, bias: bool) -> None:
    weight = torch.tensor(dequantize(blocks, GGMLQuantizationType.Q4_K))
    plain = _plain(weight, bias=bias)
    packed, scales = int4_of_q4_k(blocks)
    x = torch.randn(1, 3, N_IN, generator=torch.Generator().manual_seed(2)).bfloat16()
    with torch.no_grad():
        few = Int4Linear(packed, scales, plain)(x).float()
        exact = nn.functional.linear(x.float(), weight, plain.bias.float() if bias else None)
    assert few.shape == (1, 3, N_OUT)
    assert (few - exact).norm() < 0.01 * exact.norm()


def test_eight_bit_rows_are_near_the_weights_they_were_made_from() -> None:
    weight = torch.randn(N_OUT, N_IN, generator=torch.Generator().manual_seed(3))
    layer = Int8Linear(*linear.int8_rows(weight), _plain(weight, bias=False))
    x = torch.randn(2, N_IN, generator=torch.Generator().manual_seed(4)).bfloat16()
    with torch.no_grad():
        exact = x.float() @ weight.T
        assert (layer(x).float() - exact).norm() < 0.02 * exact.norm()


def test_many_rows_take_the_plain_layer(blocks: np.ndarray) -> None:
    packed, scales = int4_of_q4_k(blocks)
    other = _plain(torch.zeros(N_OUT, N_IN), bias=False)
    layer = Int4Linear(packed, scales, other)
    with torch.no_grad():
        assert layer(torch.ones(linear.FEW_ROWS_INT4 + 1, N_IN).bfloat16()).abs().sum() == 0
        assert layer(torch.ones(linear.FEW_ROWS_INT4, N_IN).bfloat16()).abs().sum() > 0


def test_small_weights_go_where_their_names_say(blocks: np.ndarray) -> None:
    packed, scales = int4_of_q4_k(blocks)
    model = nn.ModuleDict({"a": _plain(torch.zeros(N_OUT, N_IN), bias=False), "b": nn.Identity()})
    install_small_weights(model, {"a.int4": packed, "a.scales": scales})
    assert isinstance(model["a"], Int4Linear)
    with pytest.raises(TypeError, match="b is no linear layer"):
        install_small_weights(model, {"b.int8": packed, "b.scales": scales})
