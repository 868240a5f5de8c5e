"""The review index: kept in step with the store, resumable, filtered, one model at a time."""

import shutil
from datetime import date, datetime

import numpy as np
import pyarrow as pa
import pytest

from retrieval.filters import Filters
from retrieval.review_index import ReviewIndex
from tests.retrieval.letters import LetterEmbedder


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


def test_while_a_new_model_is_being_indexed_the_old_one_serves(folder):
    old = ReviewIndex.open(folder, LetterEmbedder("old"))
    old.update(table(rows(600)))
    cut = ReviewIndex.open(folder, LetterEmbedder("new", fails_after=700))
    with pytest.raises(KeyboardInterrupt):
        cut.update(table(rows(1300)))
    assert not cut.ready
    assert cut.vectors.others_ready() == ["old"]
    served = cut.of(LetterEmbedder("old"))
    assert served.ready
    assert served.search("review 3 dddd", 1).hits[0].review_id == "r3"


def test_a_review_is_found_by_a_rare_word_that_vectors_cannot_see(folder):
    index = ReviewIndex.open(folder, LetterEmbedder())
    odd = {**rows(1)[0], "review_id": "odd", "text": "The zqx gasket leaks after a week of use"}
    index.update(table([*rows(40), odd]))
    assert index.search("zqx", 1).hits[0].review_id == "odd"


def test_words_lost_or_of_another_index_are_made_anew(folder):
    index = ReviewIndex.open(folder, LetterEmbedder())
    index.update(table(rows(20)))
    for lost in folder.glob("words-*"):
        shutil.rmtree(lost)
    again = ReviewIndex.open(folder, LetterEmbedder())
    assert len(again.words) == 20
    assert again.search("review 7 hhhh", 1).hits[0].review_id == "r7"


def test_words_follow_changed_and_deleted_reviews(folder):
    index = ReviewIndex.open(folder, LetterEmbedder())
    index.update(table(rows(10)))
    later = rows(10)[1:]
    later[0]["text"] = "gasket"
    index.update(table(later))
    assert list(index.words.search("gasket", 9, Filters())) == ["r1"]
    assert "r0" not in index.words.search("review", 99, Filters())


def test_what_says_the_same_is_listed_once_and_spam_never(folder):
    flood = [
        {**row, "review_id": f"f{n}", "title": None, "text": "Buy gold buttons now, best buttons!!"}
        for n, row in enumerate(rows(150))
    ]
    other = {**rows(1)[0], "review_id": "b", "title": None, "text": "Two buttons came off."}
    spam = {**other, "review_id": "s", "text": "gold buttons: add me on whatsapp 555"}
    index = ReviewIndex.open(folder, LetterEmbedder())
    index.update(table([*flood, other, spam]))
    found = index.search("gold buttons", 5)
    assert [hit.review_id[0] for hit in found.hits] == ["f", "b"]
    assert len(found.copies) >= 50
    assert found.spam == 1


def test_reviews_without_stars_are_filtered_by_what_their_text_says(folder):
    class Moody(LetterEmbedder):
        def _vector(self, text):
            vector = super()._vector(text)
            vector[0] += 3.0 * any(word in text for word in ("love", "great", "happy"))
            vector[1] += 3.0 * any(word in text for word in ("hate", "broke", "worst"))
            return vector / np.linalg.norm(vector)

    reviews = rows(4, rating=None, title=None)
    reviews[1]["text"] = "great zipper, love it"
    reviews[2]["text"] = "zipper broke"
    reviews[3] |= {"text": "zipper fine", "rating": 1}
    index = ReviewIndex.open(folder, Moody())
    index.update(table(reviews))
    praise = index.search("zipper", 4, Filters(mood=1)).hits
    assert [hit.review_id for hit in praise] == ["r1"]
    blame = index.search("zipper", 4, Filters(mood=-1)).hits
    assert {"r2", "r3"} <= {hit.review_id for hit in blame}


def test_a_reranker_has_the_last_word(folder):
    class Contrary:
        def scores(self, query, texts):
            return [0.9 if "jjjj" in text else 0.1 for text in texts]

    index = ReviewIndex.open(folder, LetterEmbedder(), reranker=Contrary())
    index.update(table(rows(30)))
    best = index.search("review 3 dddd", 3).hits
    assert "jjjj" in best[0].text
    assert best[0].score == 0.9


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "😀" * 50, "电池 battery 🔋 سيء", "\x00\u202e", "''; DROP"]
)
def test_odd_texts_are_indexed_and_found_or_left_out_without_harm(folder, text):
    index = ReviewIndex.open(folder, LetterEmbedder())
    index.update(table([*rows(3), {**rows(1)[0], "review_id": "odd", "text": text}]))
    for query in (text[:200], "review", "(", '"'):
        assert len(index.search(query, 9).hits) >= 3
