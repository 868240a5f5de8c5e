"""What every conversation starts with is read once: kept in memory, and on disk for next time."""

import logging
from pathlib import Path

import pytest
import torch
from langchain_core.messages import HumanMessage, SystemMessage

from assistant.llm.chat_model import ChatTransformers
from assistant.llm.engine import Engine
from assistant.llm.prefix_files import PrefixFiles, fingerprint
from tests.assistant.llm.conftest import tiny_engine

SYSTEM = [{"role": "system", "content": "Revenue in October was 1,234.50 yuan. " * 20}]
QUESTION = [*SYSTEM, {"role": "user", "content": "up 12.3%"}]


def started(folder: Path | None, seed: int = 0) -> Engine:
    """An engine as the next start makes it."""
    engine = tiny_engine(seed=seed)
    engine._prefix_folder = folder
    return engine


def remember(engine: Engine) -> int:
    """Tokens read of what all questions have before them."""
    return engine.remember(QUESTION, [*SYSTEM, {"role": "user", "content": "十月"}])


def test_the_next_start_need_not_read_what_was_remembered(tmp_path: Path) -> None:
    assert remember(started(tmp_path)) > 200
    engine = started(tmp_path)
    assert remember(engine) == 0
    answer = engine.complete(QUESTION, max_tokens=20)
    assert answer.prompt_tokens - answer.cached_tokens < 30
    assert answer.tokens == tiny_engine().complete(QUESTION, max_tokens=20).tokens


def test_what_is_remembered_outlives_any_number_of_other_prompts() -> None:
    engine = started(None)
    remember(engine)
    for n in range(12):
        engine.complete(f"{n} " * 40, max_tokens=1)
    assert engine.complete(QUESTION, max_tokens=1).cached_tokens > 200


def test_tools_are_part_of_what_a_chat_model_remembers() -> None:
    model = ChatTransformers(engine=started(None), max_tokens=1)
    tools = [{"type": "function", "function": {"name": "query_metrics"}}]
    beginning = [SystemMessage("You answer.")]
    assert model.remember(beginning, tools=tools) > 30
    answer = model.bind(tools=tools, tool_choice="none").invoke([*beginning, HumanMessage("hi")])
    used = answer.usage_metadata
    assert used is not None
    assert used["input_tokens"] - used["input_token_details"]["cache_read"] < 15


def test_another_models_prefix_is_not_taken(tmp_path: Path) -> None:
    remember(started(tmp_path))
    assert remember(started(tmp_path, seed=1)) > 200
    assert len(list(tmp_path.iterdir())) == 2


def test_a_model_is_known_by_its_weights_whatever_type_they_are_held_in() -> None:
    same, other = tiny_engine().model, tiny_engine(seed=1).model
    assert fingerprint(same) != fingerprint(other)
    assert fingerprint(same) == fingerprint(tiny_engine().model.bfloat16())


@pytest.mark.parametrize("harm", ["cut", "changed", "text", "empty"])
def test_a_damaged_file_is_read_anew_and_replaced(
    tmp_path: Path, harm: str, caplog: pytest.LogCaptureFixture
) -> None:
    remember(started(tmp_path))
    (file,) = tmp_path.iterdir()
    content = file.read_bytes()
    changed = content[:-5] + bytes([content[-5] ^ 1]) + content[-4:]
    damaged = {"cut": content[:-100], "changed": changed, "text": b"hello" * 9, "empty": b""}
    file.write_bytes(damaged[harm])
    with caplog.at_level(logging.WARNING):
        assert remember(started(tmp_path)) > 200
    assert "cannot be used" in caplog.text
    assert remember(started(tmp_path)) == 0


def test_a_folder_that_cannot_be_written_to_costs_only_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.write_text("no folder")
    engine = started(folder)
    assert remember(engine) > 200
    assert engine.complete(QUESTION, max_tokens=1).cached_tokens > 200


def test_the_folder_stays_within_its_size_and_loses_what_was_used_longest_ago(
    tmp_path: Path,
) -> None:
    layers = ((torch.zeros(1, 2, 64, 8), torch.zeros(1, 2, 64, 8)),)  # 8 KiB and a header
    files = PrefixFiles(tmp_path, "model", max_bytes=20_000)
    files.save([1], layers)
    files.save([2], layers)
    (tmp_path / "notes.txt").write_text("not ours")
    assert files.load([1])
    files.save([3], layers)
    assert files.load([1])
    assert files.load([2]) is None
    assert files.load([3])
    assert (tmp_path / "notes.txt").exists()


def test_nothing_is_kept_of_a_model_that_cannot_go_back(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = started(None)
    monkeypatch.setattr(engine.prefixes, "is_able", False)
    assert remember(engine) == 0
    engine.complete(QUESTION, max_tokens=2)
    assert engine.complete(QUESTION, max_tokens=2).cached_tokens == 0
