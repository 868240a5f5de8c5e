"""Linear layers with 4- and 8-bit weights, for decoding on a CPU.

Decoding reads every weight for each token, so small weights are fast; reading a prompt multiplies
many rows, where bfloat16 is faster. Each layer therefore holds both and chooses by rows. The
bfloat16 copy lies in the model's file and is mapped, not loaded: the system may drop it.

GGUF's blocks are used as they are (llama.cpp, ggml-quants.c): a Q4_K super-block of 256 weights
has eight groups of 32 with w = d·sc·q - dmin·m, which is torch's int4 form
w = (q - 8)·scale + zero with scale = d·sc and zero = 8·scale - dmin·m; a Q6_K block becomes
8-bit rows.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import torch
from gguf.quants import Q4_K
from torch import nn

# Rows a pass up to which small weights win; measured on AVX-512 (tests/benchmarks).
FEW_ROWS_INT4 = 12
FEW_ROWS_INT8 = 6

_GROUP = 32  # weights that share a scale and a zero
_SUPER = 256  # weights of a Q4_K super-block
_SUPER_BYTES = 144  # f16 d, f16 dmin, 12 bytes of scales and mins, 128 bytes of nibbles


class Int4Linear(nn.Module):
    """A linear layer whose weight is kept in 4 bits and, for many rows, in bfloat16.

    Args:
        packed: The weight as `_convert_weight_to_int4pack_for_cpu` packs it.
        scales: [n_in / 32, n_out, 2] bfloat16: scale and zero of each group.
        plain: The same layer in bfloat16.
    """

    def __init__(self, packed: torch.Tensor, scales: torch.Tensor, plain: nn.Linear) -> None:
        super().__init__()
        self.register_buffer("packed", packed, persistent=False)
        self.register_buffer("scales", scales, persistent=False)
        self.plain = plain
        self.packed: torch.Tensor
        self.scales: torch.Tensor

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """[..., n_in] bfloat16 to [..., n_out] bfloat16."""
        rows = x.reshape(-1, x.shape[-1])
        if len(rows) > FEW_ROWS_INT4:
            out: torch.Tensor = self.plain(x)
            return out
        out = torch.ops.aten._weight_int4pack_mm_for_cpu(rows, self.packed, _GROUP, self.scales)
        if self.plain.bias is not None:
            out = out + self.plain.bias
        return out.reshape(*x.shape[:-1], -1)


class Int8Linear(nn.Module):
    """A linear layer whose weight is kept in 8 bits and, for many rows, in bfloat16.

    Args:
        weight: [n_out, n_in] int8.
        scales: [n_out] bfloat16.
        plain: The same layer in bfloat16.
    """

    def __init__(self, weight: torch.Tensor, scales: torch.Tensor, plain: nn.Linear) -> None:
        super().__init__()
        self.register_buffer("weight", weight, persistent=False)
        self.register_buffer("scales", scales, persistent=False)
        self.plain = plain
        self.weight: torch.Tensor
        self.scales: torch.Tensor

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """[..., n_in] bfloat16 to [..., n_out] bfloat16."""
        rows = x.reshape(-1, x.shape[-1])
        if len(rows) > FEW_ROWS_INT8:
            out: torch.Tensor = self.plain(x)
            return out
        out = torch._weight_int8pack_mm(rows, self.weight, self.scales)
        if self.plain.bias is not None:
            out = out + self.plain.bias
        return out.reshape(*x.shape[:-1], -1)


def int4_of_q4_k(blocks: npt.NDArray[np.uint8]) -> tuple[torch.Tensor, torch.Tensor]:
    """The packed weight and the scales of an `Int4Linear`, from Q4_K blocks.

    Args:
        blocks: [n_out, n_in / 256 * 144] bytes as they lie in a GGUF file.
    """
    n_out = len(blocks)
    parts = blocks.reshape(n_out, -1, _SUPER_BYTES)  # [n_out, n_super, 144]
    d, dmin = (
        parts[..., i : i + 2].copy().view(np.float16).astype(np.float32) for i in (0, 2)
    )  # [n_out, n_super, 1]
    scales, mins = (
        six_bits.reshape(n_out, -1, 8)  # [n_out, n_super, 8]
        for six_bits in Q4_K.get_scale_min(parts[..., 4:16].reshape(-1, 12))
    )
    nibbles = parts[..., 16:].reshape(n_out, -1, 4, 1, 32)  # low: even groups; high: odd groups
    q = np.concatenate([nibbles & 15, nibbles >> 4], axis=3)  # [n_out, n_super, 4, 2, 32]
    scale = d * scales
    zero = 8 * scale - dmin * mins
    both = np.stack([scale, zero], axis=-1).reshape(n_out, -1, 2).transpose(1, 0, 2)
    weight = torch.from_numpy(q.reshape(n_out, -1).astype(np.int32))
    packed = torch.ops.aten._convert_weight_to_int4pack_for_cpu(weight, 1)
    return packed, torch.from_numpy(np.ascontiguousarray(both)).bfloat16()


def int8_rows(weight: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The weight and the scales of an `Int8Linear`, from float32 [n_out, n_in]."""
    scales = (weight.abs().amax(dim=1) / 127).clamp(min=1e-12).bfloat16()
    rounded = (weight / scales.float().unsqueeze(1)).round().clamp(-127, 127)
    return rounded.to(torch.int8), scales


def install_small_weights(model: nn.Module, weights: Mapping[str, torch.Tensor]) -> None:
    """Replace linear layers of `model` by ones that also hold small weights.

    Args:
        model: In bfloat16 on the CPU.
        weights: For layer `NAME` either `NAME.int4` and `NAME.scales`, or `NAME.int8` and
            `NAME.scales`.
    """
    for key, weight in weights.items():
        name, _, kind = key.rpartition(".")
        if kind == "scales":
            continue
        plain = model.get_submodule(name)
        if not isinstance(plain, nn.Linear):
            raise TypeError(f"{name} is no linear layer")
        layer = Int4Linear if kind == "int4" else Int8Linear
        # Cloned, because torch's 4-bit kernel wants aligned memory, which a mapped file is not.
        model.set_submodule(name, layer(weight.clone(), weights[f"{name}.scales"].clone(), plain))
