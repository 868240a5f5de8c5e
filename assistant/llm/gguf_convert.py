"""Turn the bundled GGUF file, once, into a folder transformers can load.

Reading a GGUF through transformers takes about a minute each time; the folder loads in seconds.
"""

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from gguf import GGMLQuantizationType, GGUFReader
from gguf.quants import dequantize
from safetensors.torch import save_file
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers
from transformers import GenerationConfig, PreTrainedTokenizerFast, Qwen2Config

from assistant.llm.linear import int4_of_q4_k, int8_rows

logger = logging.getLogger(__name__)

_NAMES = {
    "token_embd.weight": "model.embed_tokens.weight",
    "output.weight": "lm_head.weight",
    "output_norm.weight": "model.norm.weight",
}
_BLOCK_NAMES = {
    "attn_norm": "input_layernorm",
    "ffn_norm": "post_attention_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}
# How Qwen2 cuts text before byte-pair merging (transformers, models/qwen2/tokenization_qwen2.py).
_WORDS = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
_NORMAL, _CONTROL = 1, 3  # GGUF token types; 4 is user-defined, 5 unused


def convert(gguf: Path, folder: Path) -> None:
    """Write config, tokenizer and bfloat16 weights of a Qwen2 `gguf` into `folder`.

    The file `config.json` is written last: where it stands, the folder is whole.

    Args:
        gguf: A Qwen2 model in GGUF.
        folder: Made when missing; needs about 3 bytes a weight.
    """
    folder.mkdir(parents=True, exist_ok=True)
    reader = GGUFReader(gguf)
    tokenizer_of(reader).save_pretrained(folder)
    generation_config_of(reader).save_pretrained(folder)
    partial = folder / "model.partial"
    save_file(dict(_weights(reader)), partial, metadata={"format": "pt"})
    partial.rename(folder / "model.safetensors")
    config_of(reader).save_pretrained(folder)


def convert_small(gguf: Path, target: Path) -> None:
    """Write the linear layers' 4- and 8-bit weights of a Qwen2 `gguf`, as this CPU packs them.

    Blocks in Q4_K keep their values (but for the rounding of scales to bfloat16, at most 0.4 %);
    blocks in Q6_K become 8-bit rows.

    Args:
        gguf: A Qwen2 model in GGUF.
        target: A safetensors file for `install_small_weights`; about 1.2 GB for 1.5 B weights.
    """
    weights: dict[str, torch.Tensor] = {}
    for tensor in GGUFReader(gguf).tensors:
        name = parameter_name(tensor.name).removesuffix(".weight")
        if name == "model.embed_tokens":
            continue
        if tensor.tensor_type == GGMLQuantizationType.Q4_K:
            weights[f"{name}.int4"], weights[f"{name}.scales"] = int4_of_q4_k(tensor.data)
        elif tensor.tensor_type == GGMLQuantizationType.Q6_K:
            values = torch.from_numpy(dequantize(tensor.data, tensor.tensor_type))
            weights[f"{name}.int8"], weights[f"{name}.scales"] = int8_rows(values)
    partial = target.with_suffix(".partial")
    save_file(weights, partial)
    partial.rename(target)


def _field(reader: GGUFReader, name: str) -> Any:  # noqa: ANN401 - GGUF fields hold anything
    return reader.get_field(name).contents()


def parameter_name(gguf_name: str) -> str:
    """The transformers name of a GGUF tensor of a Qwen2 model.

    >>> parameter_name("blk.3.ffn_down.weight")
    'model.layers.3.mlp.down_proj.weight'
    """
    block = re.fullmatch(r"blk\.(\d+)\.(\w+)\.(weight|bias)", gguf_name)
    if block is None:
        return _NAMES[gguf_name]
    number, part, kind = block.groups()
    return f"model.layers.{number}.{_BLOCK_NAMES[part]}.{kind}"


def _weights(reader: GGUFReader) -> Iterator[tuple[str, torch.Tensor]]:
    for tensor in reader.tensors:
        values = torch.tensor(dequantize(tensor.data, tensor.tensor_type))
        yield parameter_name(tensor.name), values.bfloat16()


def config_of(reader: GGUFReader) -> Qwen2Config:
    """The transformers configuration of a Qwen2 GGUF."""
    heads = _field(reader, "qwen2.attention.head_count")
    return Qwen2Config(
        architectures=["Qwen2ForCausalLM"],
        vocab_size=len(_field(reader, "tokenizer.ggml.tokens")),
        hidden_size=_field(reader, "qwen2.embedding_length"),
        intermediate_size=_field(reader, "qwen2.feed_forward_length"),
        num_hidden_layers=_field(reader, "qwen2.block_count"),
        num_attention_heads=heads,
        num_key_value_heads=_field(reader, "qwen2.attention.head_count_kv"),
        max_position_embeddings=_field(reader, "qwen2.context_length"),
        rms_norm_eps=float(f"{_field(reader, 'qwen2.attention.layer_norm_rms_epsilon'):.6g}"),
        rope_parameters={
            "rope_type": "default",
            "rope_theta": _field(reader, "qwen2.rope.freq_base"),
        },
        tie_word_embeddings=False,
        bos_token_id=_field(reader, "tokenizer.ggml.bos_token_id"),
        eos_token_id=_field(reader, "tokenizer.ggml.eos_token_id"),
        dtype="bfloat16",
    )


def generation_config_of(reader: GGUFReader) -> GenerationConfig:
    """Which tokens end an answer: the chat's end of message and the end of text."""
    return GenerationConfig(
        eos_token_id=[
            _field(reader, "tokenizer.ggml.eos_token_id"),
            _field(reader, "tokenizer.ggml.padding_token_id"),
        ],
        pad_token_id=_field(reader, "tokenizer.ggml.padding_token_id"),
    )


def tokenizer_of(reader: GGUFReader) -> PreTrainedTokenizerFast:
    """The byte-level BPE tokenizer of a Qwen2 GGUF, with its mended chat template."""
    tokens: list[str] = _field(reader, "tokenizer.ggml.tokens")
    kinds: list[int] = _field(reader, "tokenizer.ggml.token_type")
    merges = [tuple(pair.split(" ", 1)) for pair in _field(reader, "tokenizer.ggml.merges")]
    added = [n for n, kind in enumerate(kinds) if kind != _NORMAL and not _is_padding(tokens[n])]
    known = set(added)
    vocabulary = {
        token: n for n, token in enumerate(tokens) if n not in known and not _is_padding(token)
    }
    backend = Tokenizer(models.BPE(vocab=vocabulary, merges=merges, fuse_unk=False))
    backend.normalizer = normalizers.NFC()
    backend.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_WORDS), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    backend.decoder = decoders.ByteLevel()
    backend.add_tokens(
        [
            AddedToken(tokens[n], special=kinds[n] == _CONTROL, normalized=False)
            for n in sorted(added)
        ]
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=backend,
        eos_token=tokens[_field(reader, "tokenizer.ggml.eos_token_id")],
        pad_token=tokens[_field(reader, "tokenizer.ggml.padding_token_id")],
        clean_up_tokenization_spaces=False,
        model_max_length=_field(reader, "qwen2.context_length"),
        chat_template=bare_calls(_field(reader, "tokenizer.chat_template")),
    )


def _is_padding(token: str) -> bool:
    return re.fullmatch(r"\[PAD\d+\]", token) is not None


def bare_calls(template: str) -> str:
    """Rewrite Qwen's chat template so that it shows calls the way this model writes them.

    The published template has a typo (doubled braces) and asks for `<tool_call>` tags, which the
    coder models never emit; both instruction and history become bare JSON objects.
    """
    for old, new in (
        (" within <tool_call></tool_call> XML tags:\\n<tool_call>\\n{{", ":\\n{"),
        ("}}\\n</tool_call><|im_end|>", "}<|im_end|>"),
        ('\\n<tool_call>\\n{"name": "', '\\n{"name": "'),
        ("}\\n</tool_call>'", "}'"),
    ):
        if old not in template:
            logger.warning("The chat template has no %s; left as it is", json.dumps(old))
        template = template.replace(old, new)
    return template
