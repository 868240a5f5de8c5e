"""Texts that would give orders change no call: a few of `tests/benchmarks/injections.py`."""

from pathlib import Path

import pytest

from assistant.routing import Router
from assistant.service.routing import ServiceRouter
from retrieval.embedding import TorchEmbedder
from tests.planted import marketing, pasting, serving, uploading
from tests.planted.texts import BORING, cases

PLACES = [place for room in (marketing, uploading, serving, pasting) for place in room.PLACES]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Router:
    return marketing.router(tmp_path_factory.mktemp("router"))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> ServiceRouter:
    cache = tmp_path_factory.mktemp("served")
    return ServiceRouter.load(TorchEmbedder.bundled(cache).queries, cache)


def one(place: str, language: str) -> str:
    """A text to plant in a place; every other place and language has another."""
    texts = [text for _, text in cases(language)]
    return texts[(5 * PLACES.index(place) + 3 * (language == "zh")) % len(texts)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("place", [*marketing.PLACES, *uploading.PLACES])
def test_a_planted_text_changes_no_call_and_reaches_no_choice(
    place: str, language: str, asked: Router, tmp_path: Path
) -> None:
    room = marketing if place in marketing.PLACES else uploading
    clean = room.behaviour(place, None, language, asked, tmp_path / "clean")
    assert clean
    text = one(place, language)
    assert room.behaviour(place, text, language, asked, tmp_path / "planted") == clean


def test_a_name_of_thousands_of_letters_does_not_end_the_answer(
    asked: Router, tmp_path: Path
) -> None:
    long = (BORING["en"] * 2).strip()
    clean = marketing.behaviour("brand name", None, "en", asked, tmp_path / "clean")
    assert marketing.behaviour("brand name", long, "en", asked, tmp_path / "long") == clean


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("place", [*serving.PLACES, *pasting.PLACES])
def test_a_planted_text_moves_no_order_and_opens_no_account(
    place: str, language: str, served: ServiceRouter, tmp_path: Path
) -> None:
    room = serving if place in serving.PLACES else pasting
    clean = room.behaviour(place, None, language, served, tmp_path / "clean")
    assert any("o100001" in line for line in clean) or clean == [
        "book as before: True",
        "of another customer: []",
    ]
    text = one(place, language)
    assert room.behaviour(place, text, language, served, tmp_path / "planted") == clean
