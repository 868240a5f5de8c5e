"""A tiny random model for laws and speed, and the real bundled one for a conversation."""

from collections.abc import Callable, Iterator, Sequence

import pytest
import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

from assistant.llm.chat_model import ChatTransformers
from assistant.llm.engine import Engine

TEMPLATE = (
    "{% for tool in tools or [] %}{{ tool | tojson }}\n{% endfor %}"
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}"
    "{% for c in m.tool_calls or [] %}{{ c.function.name }} {{ c.function.arguments | tojson }}"
    "{% endfor %}<|im_end|>\n{% endfor %}<|im_start|>assistant\n"
)
CORPUS = [
    '{"name": "query_metrics", "arguments": {"metric": "revenue", "period": "last_month"}}',
    "Revenue in October was 1,234.50 yuan, up 12.3% on the month before.",
    "十月的销售额为 1,234.50 元，环比增长 12.3%。",
]


def tiny_engine(
    *,
    tool_call_tokens: bool = False,
    seed: int = 0,
    tokens: Sequence[str] = (),
    template: str = TEMPLATE,
) -> Engine:
    """A random two-layer Qwen2 with a byte-level tokenizer trained on three sentences."""
    backend = Tokenizer(models.BPE())
    backend.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    backend.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=["<|endoftext|>", "<|im_start|>", "<|im_end|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    backend.train_from_iterator(CORPUS, trainer)
    backend.add_tokens(list(tokens))
    if tool_call_tokens:
        backend.add_tokens(["<tool_call>", "</tool_call>"])
        template += "{# <tool_call> #}"
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=backend,
        eos_token="<|im_end|>",  # noqa: S106 - the end of a message
        clean_up_tokenization_spaces=False,
        chat_template=template,
    )
    torch.manual_seed(seed)
    config = Qwen2Config(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=4096,
        eos_token_id=tokenizer.eos_token_id,
        initializer_range=0.2,
    )
    return Engine(Qwen2ForCausalLM(config).eval(), tokenizer, "tiny")


@pytest.fixture(autouse=True)
def _one_thread_for_tiny_models(request: pytest.FixtureRequest) -> Iterator[None]:
    """A tiny model is slower on two threads, and far slower on a busy machine."""
    threads = torch.get_num_threads()
    if "bundled_engine" not in request.fixturenames:
        torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def engine() -> Engine:
    """A tiny random model that writes calls as bare JSON."""
    return tiny_engine()


@pytest.fixture(scope="session")
def hermes_engine() -> Engine:
    """A tiny random model that writes calls between `<tool_call>` tokens."""
    return tiny_engine(tool_call_tokens=True)


@pytest.fixture
def chat(engine: Engine) -> Callable[..., ChatTransformers]:
    """Makes a chat model on the tiny engine."""
    return lambda **options: ChatTransformers(engine=engine, **options)
