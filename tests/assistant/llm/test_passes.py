"""Threads that share a model's forward passes."""

import threading
from collections.abc import Callable, Iterator

import pytest
import torch
from transformers import DynamicCache

from assistant.llm import passes
from assistant.llm.engine import Engine
from assistant.llm.packing import Part
from assistant.llm.passes import ModelOutOfMemoryError
from tests.assistant.llm.conftest import tiny_engine

PROMPTS = ["Revenue in October", "十月的销售额", "ab", "x" * 300, "1,234.50 yuan", "up 12.3%"]


def at_once(*tasks: Callable[[], object]) -> None:
    """Run each task in a thread of its own, to the end; none begins before all threads run."""
    ready = threading.Barrier(len(tasks))

    def begin(task: Callable[[], object]) -> None:
        ready.wait()
        task()

    threads = [threading.Thread(target=begin, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.fixture
def packs(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """The number of tokens of each part, for each packed pass."""
    seen: list[list[int]] = []
    read = passes.read_packed

    def watched(model: torch.nn.Module, parts: list[Part]) -> list[torch.Tensor]:
        seen.append([len(part.tokens) for part in parts])
        return read(model, parts)

    monkeypatch.setattr(passes, "read_packed", watched)
    return seen


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes each pass wait for everyone of the last, however fast a tiny model is."""
    monkeypatch.setattr(passes, "_PATIENCE", 1e9)
    monkeypatch.setattr(passes, "_PATIENCE_S", 30.0)


def ask_all(engine: Engine, **options: object) -> list[tuple[int, ...]]:
    answers: dict[int, tuple[int, ...]] = {}

    def ask(n: int) -> Callable[[], object]:
        return lambda: answers.update({n: engine.complete(PROMPTS[n], **options).tokens})

    at_once(*(ask(n) for n in range(len(PROMPTS))))
    return [answers[n] for n in range(len(PROMPTS))]


@pytest.mark.parametrize("packing", [True, False])
def test_chats_at_once_get_what_they_would_get_alone(packing: bool, packs: list) -> None:
    engine = tiny_engine()
    engine.passes.packing = packing
    options = {"max_tokens": 30, "temperature": 1.0, "seed": 3}
    alone = [tiny_engine().complete(prompt, **options).tokens for prompt in PROMPTS]
    assert ask_all(engine, **options) == alone
    assert bool(packs) == packing


def test_chats_that_decode_together_share_most_passes(patient: None, packs: list) -> None:
    engine = tiny_engine()
    ask_all(engine, max_tokens=60, grammar="start: /[a-z]{200}/")
    assert sum(len(parts) == len(PROMPTS) for parts in packs) >= 20


def test_a_short_chat_is_done_while_a_long_prompt_is_read() -> None:
    engine = tiny_engine()
    finished: list[str] = []
    begun = threading.Event()

    def long() -> None:
        def cancelled() -> bool:
            begun.set()
            return False

        engine.complete("z" * 3000, max_tokens=1, cancelled=cancelled)
        finished.append("long")

    def short() -> None:
        begun.wait()
        engine.complete("z?", max_tokens=6)
        finished.append("short")

    at_once(long, short)
    assert finished == ["short", "long"]


def test_a_pass_is_shared_evenly_and_never_larger_than_one_chunk(
    patient: None, packs: list
) -> None:
    engine = tiny_engine()
    at_once(
        lambda: engine.complete("p" * 700, max_tokens=1),
        lambda: engine.complete("q" * 700, max_tokens=1),
    )
    assert [64, 64] in packs
    assert all(sum(parts) <= engine.passes.chunk for parts in packs)


def test_one_who_stops_in_the_middle_of_a_prompt_reads_no_more_than_one_pass() -> None:
    engine = tiny_engine()
    asked: Iterator[bool] = iter([False, False, True])
    done = engine.complete("w" * 2000, max_tokens=5, cancelled=lambda: next(asked))
    assert done.finish_reason == "cancelled"
    assert done.forward_passes == 2
    assert engine.complete("w" * 2000, max_tokens=1).cached_tokens == 2 * engine.passes.chunk


def test_a_failing_pass_fails_those_it_was_for_and_no_later_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = tiny_engine()
    with monkeypatch.context() as patch:
        patch.setattr(passes, "read_alone", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            engine.complete("abc")
    assert (
        engine.complete("abc", max_tokens=3).tokens
        == tiny_engine().complete("abc", max_tokens=3).tokens
    )


class Memory:
    """Runs out in the model's last layer, `n_times`."""

    def __init__(self, engine: Engine, n_times: int) -> None:
        self.left = n_times
        self.error = RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to ...")
        engine.model.model.layers[-1].mlp.register_forward_pre_hook(self._hook)

    def _hook(self, *_: object) -> None:
        if self.left > 0:
            self.left -= 1
            raise self.error


def test_memory_that_runs_out_once_costs_the_prefixes_and_no_answer() -> None:
    engine = tiny_engine()
    engine.complete("kept " * 20, max_tokens=1)
    expected = tiny_engine().complete("abc", max_tokens=9).tokens
    Memory(engine, n_times=1)
    assert engine.complete("abc", max_tokens=9).tokens == expected
    assert engine.complete("kept " * 20, max_tokens=1).cached_tokens == 0


def test_memory_that_runs_out_in_a_packed_pass_costs_no_answer(patient: None, packs: list) -> None:
    engine = tiny_engine()
    engine.passes._packs()
    Memory(engine, n_times=1)
    alone = [tiny_engine().complete(prompt, max_tokens=5).tokens for prompt in PROMPTS]
    assert ask_all(engine, max_tokens=5) == alone


@pytest.mark.parametrize("error", [MemoryError(), torch.OutOfMemoryError("CUDA out of memory")])
def test_memory_that_runs_out_again_is_said_in_a_sentence(error: Exception) -> None:
    engine = tiny_engine()
    memory = Memory(engine, n_times=2)
    memory.error = error
    with pytest.raises(ModelOutOfMemoryError, match="too little memory"):
        engine.complete("abc")
    assert engine.complete("abc", max_tokens=2).generated_tokens == 2


def test_a_conversation_that_left_is_not_waited_for(patient: None) -> None:
    engine = tiny_engine()
    abandoned = engine.stream("abc", max_tokens=50)
    next(abandoned)
    abandoned.close()
    assert not engine.passes._expected


def test_a_cache_is_put_back_when_a_pass_fails_half_way() -> None:
    engine = tiny_engine()
    cache = DynamicCache(config=engine.model.config)
    engine.passes.read([1, 2, 3], cache)
    Memory(engine, n_times=9)
    with pytest.raises(ModelOutOfMemoryError):
        engine.passes.read([4, 5], cache)
    assert [layer.get_seq_length() for layer in cache.layers] == [3, 3]
