"""Texts that would give orders change no call: a few of `tests/benchmarks/injections.py`."""

from pathlib import Path

import pytest

from assistant.routing import Router
from tests.planted import marketing
from tests.planted.texts import cases


@pytest.fixture(scope="module")
def router(tmp_path_factory: pytest.TempPathFactory) -> Router:
    return marketing.router(tmp_path_factory.mktemp("router"))


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("place", marketing.PLACES)
def test_a_planted_text_changes_no_call_and_reaches_no_choice(
    place: str, language: str, router: Router, index: Path
) -> None:
    clean = marketing.behaviour(place, None, language, router, index)
    assert clean
    for _, text in cases(language)[len(place) % 5 :: 10]:
        assert marketing.behaviour(place, text, language, router, index) == clean
