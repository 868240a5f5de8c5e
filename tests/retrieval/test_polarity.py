"""Praise and blame told apart with the real bundled model, and how stars go first."""

import numpy as np
import pytest

from retrieval.embedding import TorchEmbedder
from retrieval.polarity import CLEAR, Polarity, mood
from tests.retrieval.letters import LetterEmbedder

PRAISE = {
    "en": ["Gorgeous skirt, I wear it all the time.", "Solid little machine, brews fast."],
    "zh": ["裙子太美了，天天穿", "咖啡机很稳，出品快"],
}
BLAME = {
    "en": ["The skirt ripped on day one.", "Machine leaks and support ignores me."],
    "zh": ["裙子第一天就破了", "咖啡机漏水，客服不理我"],
}


@pytest.fixture(scope="module")
def bundled(tmp_path_factory):
    embedder = TorchEmbedder.bundled(tmp_path_factory.mktemp("models"))
    return embedder, Polarity.fit(embedder)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_praise_and_blame_are_told_apart(bundled, language):
    embedder, polarity = bundled
    texts = PRAISE[language] + BLAME[language]
    scores = polarity.of(embedder.passages(texts), [language] * len(texts))
    assert (scores[:2] > 0).all()
    assert (scores[2:] < 0).all()
    assert np.abs(scores).max() < 3


def test_it_is_read_as_it_was_written(bundled):
    embedder, polarity = bundled
    again = Polarity.from_json(polarity.to_json())
    vectors = embedder.passages(PRAISE["en"])
    assert again.of(vectors, ["en"] * 2) == pytest.approx(
        polarity.of(vectors, ["en"] * 2), abs=1e-3
    )


def test_a_language_without_opinions_goes_as_english():
    polarity = Polarity.fit(LetterEmbedder())
    vectors = LetterEmbedder().passages(["muito bom"])
    assert polarity.of(vectors, ["pt"]) == polarity.of(vectors, ["en"])


@pytest.mark.parametrize(
    ("polarity", "rating", "expected"),
    [
        (-0.9, 5, 1),
        (0.9, 1, -1),
        (0.9, 3, 0),
        (CLEAR, None, 1),
        (-CLEAR, None, -1),
        (0.0, None, 0),
    ],
)
def test_stars_go_before_words(polarity, rating, expected):
    assert mood(polarity, rating) == expected
