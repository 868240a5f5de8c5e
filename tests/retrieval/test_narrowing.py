"""The nearest among reviews that meet a condition are the same whichever way they are sought."""

from datetime import datetime

import numpy as np
import pyarrow as pa
import pytest

from retrieval import narrowing
from retrieval.filters import Filters
from retrieval.review_index import ReviewIndex
from tests.retrieval.letters import LetterEmbedder

FILTERS = {
    "all": Filters(),
    "none": Filters(item_ids=("unknown",)),
    "stars": Filters(rating_max=2),
    "item": Filters(item_ids=("i3",)),
    "half": Filters(rating_min=2, category="shoes"),
    "apart": Filters(rating_min=4, apart_from=("no such kin",)),
}
WAYS = {"one by one": (10_000, 0), "by ids": (0, 10_000), "wide": (0, 0)}


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    dice = np.random.default_rng(0)
    letters = np.array(list("abcdefghijklmnopqrstuvwxyz "))
    reviews = [
        {
            "review_id": f"r{i}",
            "item_id": f"i{i % 10}",
            "category": "shoes" if i % 2 else "coats",
            "rating": i % 5 + 1,
            "title": None,
            "text": "".join(dice.choice(letters, 80, p=dice.dirichlet(np.full(27, 0.4)))),
            "language": "en",
            "written_at": datetime(2026, 1, 1),  # noqa: DTZ001  # store-local on purpose
        }
        for i in range(400)
    ]
    index = ReviewIndex.open(tmp_path_factory.mktemp("reviews"), LetterEmbedder())
    index.update(pa.Table.from_pylist(reviews))
    return index


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("way", WAYS)
def test_every_way_finds_the_nearest(index, monkeypatch, name, way):
    monkeypatch.setattr(narrowing, "_FEW", WAYS[way][0])
    monkeypatch.setattr(narrowing, "_SOME", WAYS[way][1])
    question = index.query_vector("a zebra quits jazz")
    meeting = index.vectors.of(index.words.meeting(FILTERS[name], 400), question)
    best = sorted((near.nearness for near in meeting), reverse=True)[:12]
    found = narrowing.nearest(index.vectors, index.words, question, 12, FILTERS[name])
    nearness = {near.review_id: near.nearness for near in meeting}
    assert [nearness[i] for i in found] == pytest.approx(best, abs=1e-5)


def test_a_condition_that_shuns_the_question_still_finds_enough(index, monkeypatch):
    monkeypatch.setattr(narrowing, "_FEW", 0)
    monkeypatch.setattr(narrowing, "_SOME", 0)
    monkeypatch.setattr(narrowing, "_WIDER", 0.2)  # too near to hold enough of them
    found = narrowing.nearest(
        index.vectors, index.words, index.query_vector("zzz"), 12, FILTERS["stars"]
    )
    assert len(found) == 12
    assert all(int(i[1:]) % 5 + 1 <= 2 for i in found)


def test_words_ahead_of_their_vectors_do_no_harm(index, monkeypatch):
    monkeypatch.setattr(narrowing, "_FEW", 0)
    stored = index.words.meeting
    monkeypatch.setattr(index.words, "meeting", lambda *args: [*stored(*args), "r-on-its-way"])
    question = index.query_vector("zzz")
    found = narrowing.nearest(index.vectors, index.words, question, 5, FILTERS["item"])
    assert len(found) == 5
