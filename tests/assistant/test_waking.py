import threading
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from assistant.turn import TextPiece
from assistant.waking import WakingAssistant
from tools.errors import SettingsError


class Bench:
    """A workbench whose model takes until `loaded` to load, and may not load at all."""

    def __init__(self, error: Exception | None = None) -> None:
        self.toolbox = SimpleNamespace(tools={})
        self.loaded = threading.Event()
        self.error = error
        self.warmed: list[str] = []
        self.read: list[str] = []
        self.all_read = threading.Event()
        self.service_assistant = SimpleNamespace(warm=lambda: self.warmed.append("service"))

    @property
    def assistant(self) -> SimpleNamespace:
        self.loaded.wait(5)
        if self.error:
            raise self.error
        return SimpleNamespace(ask=lambda *a, **k: iter([TextPiece(text="hi")]), warm=self.warm)

    def read_ahead(self) -> Iterator[str]:
        for name in ("one", "two"):
            yield name
            self.read.append(name)
        self.all_read.set()

    def warm(self) -> None:
        self.warmed.append("marketer")


def test_a_question_asked_early_waits_for_the_model() -> None:
    bench = Bench()
    waking = WakingAssistant(bench)
    threading.Timer(0.1, bench.loaded.set).start()
    assert list(waking.ask("hello", thread_id=None)) == [TextPiece(text="hi")]


def test_both_assistants_are_warmed_the_marketers_first() -> None:
    bench = Bench()
    bench.loaded.set()
    done = threading.Event()
    bench.service_assistant.warm = lambda: (bench.warmed.append("service"), done.set())
    WakingAssistant(bench)
    assert done.wait(5)
    assert bench.warmed == ["marketer", "service"]


def test_the_store_is_read_ahead_only_while_nobody_is_answered() -> None:
    bench = Bench()
    waking = WakingAssistant(bench)
    answer = waking.ask("hello", thread_id=None)
    threading.Timer(0.1, bench.loaded.set).start()
    next(answer)
    assert not bench.all_read.wait(0.2)
    assert not bench.read
    assert list(answer) == []
    assert bench.all_read.wait(5)
    assert bench.read == ["one", "two"]


def test_a_model_that_cannot_load_is_told_to_who_asks() -> None:
    bench = Bench(SettingsError("no such model"))
    bench.loaded.set()
    waking = WakingAssistant(bench)
    with pytest.raises(SettingsError, match="no such model"):
        list(waking.ask("hello", thread_id=None))
