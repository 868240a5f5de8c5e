"""The review index: kept in step with the store, resumable, filtered, one model at a time."""

from datetime import date, datetime

import numpy as np
import pyarrow as pa
import pytest

from retrieval.filters import Filters
from retrieval.review_index import ReviewIndex


class LetterEmbedder:
    """Counts letters: deterministic, quick, and near for like words."""

    def __init__(self, model_id="letters", fails_after=None):
        self.model_id = model_id
        self.embedded = []
        self.fails_after = fails_after

    def queries(self, texts):
        return np.stack([self._vector(text) for text in texts])

    def passages(self, texts, progress=None):  # part of the interface
        if self.fails_after is not None and len(self.embedded) >= self.fails_after:
            raise KeyboardInterrupt
        self.embedded += texts
        return self.queries(texts)

    def _vector(self, text):
        vector = np.full(64, 0.1)
        for letter in text:
            vector[ord(letter) % 64] += 1
        return (vector / np.linalg.norm(vector)).astype(np.float32)


def rows(n, **changes):
    return [
        {
            "review_id": f"r{i}",
            "item_id": f"i{i % 3}",
            "category": "shoes" if i % 2 else None,
            "rating": i % 5 + 1,
            "title": None if i % 2 else "Title",
            "text": f"review {i} " + "abcdefghij"[i % 10] * 20,
            "language": None,
            "written_at": datetime(2026, 1, 1 + i % 28),  # noqa: DTZ001  # store-local on purpose
            **changes,
        }
        for i in range(n)
    ]


def table(reviews):
    return pa.Table.from_pylist(reviews)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "reviews"


def reviews_embedded(embedder):
    return [text for text in embedder.embedded if "review " in text]


def test_only_new_changed_and_deleted_reviews_are_touched(folder):
    embedder = LetterEmbedder()
    index = ReviewIndex.open(folder, embedder)
    assert index.update(table(rows(20))).embedded == 20
    embedder.embedded.clear()
    assert index.update(table(rows(20))).embedded == 0
    later = rows(22)[2:]
    later[0]["text"] = "review changed"
    changes = index.update(table(later))
    assert (changes.embedded, changes.deleted, changes.total) == (3, 2, 20)
    assert len(embedder.embedded) == 3
    assert len(index) == 20


def test_an_index_outlives_its_process(folder):
    ReviewIndex.open(folder, LetterEmbedder()).update(table(rows(5)))
    again = ReviewIndex.open(folder, LetterEmbedder())
    assert again.ready
    assert again.search("review 3 dddd", 1).hits[0].review_id == "r3"


def test_an_update_cut_short_is_not_ready_and_goes_on_where_it_stopped(folder):
    cut = ReviewIndex.open(folder, LetterEmbedder(fails_after=1200))
    with pytest.raises(KeyboardInterrupt):
        cut.update(table(rows(1300)))
    assert not cut.ready
    stored = len(cut)
    assert 0 < stored < 1300
    embedder = LetterEmbedder()
    index = ReviewIndex.open(folder, embedder)
    assert index.update(table(rows(1300))).embedded == 1300 - stored
    assert index.ready
    assert len(index) == 1300


def test_another_model_gets_its_own_collection_and_the_old_one_goes_at_the_end(folder):
    old = ReviewIndex.open(folder, LetterEmbedder("old"))
    old.update(table(rows(5)))
    new = ReviewIndex.open(folder, LetterEmbedder("new/model é"))
    assert not new.ready
    assert old.ready
    new.update(table(rows(5)))
    assert new.ready
    assert [c.name for c in new.vectors.client.list_collections()] == [new.vectors.name]


def test_filters_are_kept_together(folder):
    index = ReviewIndex.open(folder, LetterEmbedder())
    index.update(table(rows(60)))
    filters = Filters(
        item_ids=("i0", "i1"),
        category="shoes",
        rating_max=3,
        language="en",
        since=date(2026, 1, 5),
        until=date(2026, 1, 20),
    )
    found = index.search("review", 60, filters).hits
    expected = {
        row["review_id"]
        for row in rows(60)
        if row["item_id"] in ("i0", "i1")
        and row["category"] == "shoes"
        and row["rating"] <= 3
        and date(2026, 1, 5) <= row["written_at"].date() <= date(2026, 1, 20)
    }
    assert expected
    assert {hit.review_id for hit in found} == expected
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_no_item_at_all_finds_nothing(folder):
    index = ReviewIndex.open(folder, LetterEmbedder())
    index.update(table(rows(5)))
    assert index.search("review", 5, Filters(item_ids=("unknown",))).hits == ()


def test_words_are_found_as_they_stand(folder):
    index = ReviewIndex.open(folder, LetterEmbedder())
    reviews = rows(4)
    reviews[1]["text"] = "C++ (x) and a Refund."
    reviews[2]["text"] = "拉链坏了"
    index.update(table(reviews))
    assert [h.review_id for h in index.literal("refund", 9)] == ["r1"]
    assert [h.review_id for h in index.literal("c++ (x)", 9)] == ["r1"]
    assert [h.review_id for h in index.literal("拉链", 9)] == ["r2"]
    assert index.literal("fund", 9) == []


def test_language_is_seen_in_the_text_where_the_data_does_not_say(folder):
    index = ReviewIndex.open(folder, LetterEmbedder())
    index.update(table([*rows(1), {**rows(1)[0], "review_id": "z", "text": "很好", "title": None}]))
    assert {h.review_id: h.language for h in index.search("很", 5).hits} == {"r0": "en", "z": "zh"}


def test_reviews_without_a_text_are_left_out_and_none_at_all_is_fine(folder):
    index = ReviewIndex.open(folder, LetterEmbedder())
    assert index.update(table(rows(3, text="  ", title=None))).total == 0
    assert index.ready
    assert index.search("anything", 5).hits == ()
    assert index.relevant([]) == []


def test_personal_data_is_masked_before_it_is_stored(folder):
    index = ReviewIndex.open(folder, LetterEmbedder())
    index.update(table(rows(1, text="mail me: ann@example.com or +49 170 1234567", title=None)))
    assert index.search("mail", 1).hits[0].text == "mail me: [email] or [number]"


def test_progress_counts_reviews_to_embed(folder):
    seen = []
    index = ReviewIndex.open(folder, LetterEmbedder())
    index.update(table(rows(600)), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(512, 600), (600, 600)]
