import threading
from collections.abc import Generator

import pytest
import torch

from assistant.llm.decoding import Completion
from assistant.llm.engine import Engine, PromptTooLongError
from assistant.llm.prefixes import PrefixStore
from tests.assistant.llm.conftest import tiny_engine

PROMPT = "Revenue in October was 1,234.50 yuan, and the month before"


def test_greedy_tokens_are_those_of_transformers_generate(engine: Engine) -> None:
    ids = engine.tokenizer(PROMPT, return_tensors="pt").input_ids
    theirs = engine.model.generate(ids, max_new_tokens=40, do_sample=False)[0, ids.shape[1] :]
    ours = engine.complete(PROMPT, max_tokens=40)
    end = engine.tokenizer.eos_token_id
    assert list(ours.tokens) == [n for n in theirs.tolist() if n != end]


def test_a_kept_prefix_changes_no_token() -> None:
    warm, cold = tiny_engine(), tiny_engine()
    warm.complete(PROMPT + " it was more", max_tokens=20)
    again = warm.complete(PROMPT + " it was less", max_tokens=30)
    fresh = cold.complete(PROMPT + " it was less", max_tokens=30)
    assert again.cached_tokens > 10
    assert fresh.cached_tokens == 0
    assert again.tokens == fresh.tokens


def test_two_conversations_with_one_beginning_do_not_disturb_each_other() -> None:
    engine = tiny_engine()
    prompts = [PROMPT, PROMPT + " a", PROMPT + " b", PROMPT]
    first = [engine.complete(prompt, max_tokens=15).tokens for prompt in prompts]
    second = [engine.complete(prompt, max_tokens=15).tokens for prompt in prompts]
    assert first == second


def test_only_the_most_recent_prefixes_are_kept() -> None:
    engine = tiny_engine()
    engine.prefixes = PrefixStore(engine.model.config, max_entries=2)
    for letter in "abc":
        engine.complete(letter * 40, max_tokens=2)
    assert engine.complete("a" * 40, max_tokens=2).cached_tokens == 0
    assert engine.complete("c" * 40, max_tokens=2).cached_tokens > 0


def _finish(stream: Generator[str, None, Completion]) -> tuple[list[str], Completion]:
    pieces = []
    while True:
        try:
            pieces.append(next(stream))
        except StopIteration as done:
            return pieces, done.value


def test_streamed_pieces_make_the_whole_text(engine: Engine) -> None:
    for seed in range(10):
        options = {"max_tokens": 60, "temperature": 1.5, "seed": seed}
        pieces, completion = _finish(engine.stream("十月", **options))
        assert "".join(pieces) == completion.text
        assert completion.text == engine.complete("十月", **options).text


def test_a_stop_sequence_ends_the_text_before_itself_and_is_never_streamed(engine: Engine) -> None:
    whole = engine.complete(PROMPT, max_tokens=60).text
    stop = whole[8:11]
    pieces = list(engine.stream(PROMPT, max_tokens=60, stop=[stop]))
    assert "".join(pieces) == whole[: whole.index(stop)]
    assert engine.complete(PROMPT, max_tokens=60, stop=[stop]).finish_reason == "stop"


def test_cancelling_ends_within_a_token_and_leaves_the_engine_usable(engine: Engine) -> None:
    cancel = threading.Event()
    pieces = engine.stream(PROMPT, max_tokens=500, cancelled=cancel.is_set)
    next(pieces)
    cancel.set()
    _, completion = _finish(pieces)
    assert completion.finish_reason == "cancelled"
    assert completion.generated_tokens <= 4
    assert engine.complete(PROMPT, max_tokens=5).generated_tokens > 0


def test_a_stream_left_unfinished_holds_nothing_up(engine: Engine) -> None:
    abandoned = engine.stream(PROMPT, max_tokens=500)
    next(abandoned)
    assert engine.complete("other", max_tokens=5).generated_tokens > 0
    abandoned.close()


def test_threads_that_share_the_engine_get_what_they_would_get_alone() -> None:
    engine = tiny_engine()
    prompts = [f"{PROMPT} {n}" for n in range(6)]
    alone = [tiny_engine().complete(prompt, max_tokens=20).tokens for prompt in prompts]
    together: dict[int, tuple[int, ...]] = {}

    def work(n: int) -> None:
        together[n] = engine.complete(prompts[n], max_tokens=20).tokens

    threads = [threading.Thread(target=work, args=(n,)) for n in range(len(prompts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [together[n] for n in range(len(prompts))] == alone


def test_a_long_prompt_is_read_in_chunks_with_the_same_result(engine: Engine) -> None:
    prompt = "word " * 700
    ids = engine.tokenizer(prompt, return_tensors="pt").input_ids
    assert ids.shape[1] > 512
    with torch.inference_mode():
        likeliest = int(engine.model(ids).logits[0, -1].argmax())
    assert engine.complete(prompt, max_tokens=1).tokens[0] == likeliest


def test_a_prompt_beyond_the_context_is_refused(engine: Engine) -> None:
    with pytest.raises(PromptTooLongError, match="longer than the chat model can read"):
        engine.complete("a b c d " * 2000)


def test_a_score_is_the_log_probability_of_the_continuation(engine: Engine) -> None:
    ids = engine.tokenizer(PROMPT, return_tensors="pt").input_ids
    with torch.inference_mode():
        expected = torch.log_softmax(engine.model(ids).logits[0, -1], dim=-1)
    texts = ["a", "z", "7"]  # a token each
    tokens = [engine.tokenizer(text).input_ids[0] for text in texts]
    scores = engine.score(PROMPT, texts)
    assert scores == pytest.approx([float(expected[n]) for n in tokens], abs=1e-4)
