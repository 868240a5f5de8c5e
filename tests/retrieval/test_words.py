"""The index by words: BM25 in two languages, filters, changes."""

from datetime import date

import pytest

from retrieval.filters import Filters
from retrieval.terms import terms
from retrieval.words import Words


class Said:
    def __init__(self, review_id, text, **metadata):
        self.review_id, self.text, self.metadata = review_id, text, metadata


@pytest.fixture
def words(tmp_path):
    words = Words(tmp_path / "words")
    words.put(
        [
            Said("a", "The zipper broke", rating=1, language="en", item_id="i1", written_at=738000),
            Said("b", "Zippers are fine, love them", rating=5, language="en", item_id="i2"),
            Said("c", "拉链坏了，客服不理人", rating=1, language="zh", item_id="i1", mood=-1),
            Said("d", "love at first sight", rating=4, language="en", category="coats"),
        ]
    )
    return words


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zipper", {"a", "b"}),
        ("ZIPPERS!", {"a", "b"}),
        ("拉链", {"c"}),
        ("客服的态度", {"c"}),
        ("nothing here", set()),
        ("！？", set()),
    ],
)
def test_words_are_found_in_any_form(words, query, found):
    assert set(words.search(query, 9, Filters())) == found


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(rating_max=2), {"a"}),
        (Filters(rating_min=5), {"b"}),
        (Filters(item_ids=("i2", "i9")), {"b"}),
        (Filters(language="zh"), set()),
        (Filters(since=date.fromordinal(738000)), {"a"}),
        (Filters(until=date.fromordinal(737999)), set()),
    ],
)
def test_filters_hold(words, filters, found):
    assert set(words.search("zipper", 9, filters)) == found


def test_filters_leave_the_score_alone(words):
    assert words.search("zipper", 9, Filters(item_ids=("i1",)))["a"] == pytest.approx(
        words.search("zipper", 9, Filters())["a"]
    )


def test_two_words_side_by_side_count_more(tmp_path):
    words = Words(tmp_path)
    words.put([Said("apart", "red and dress"), Said("beside", "and red dress")])
    assert next(iter(words.search("red dress", 2, Filters()))) == "beside"


def test_a_review_put_again_replaces_itself_and_one_gone_is_gone(words, tmp_path):
    words.put([Said("a", "buttons")], gone=["b"])
    again = Words(tmp_path / "words")
    assert len(again) == 3
    assert set(again.search("zipper", 9, Filters())) == set()
    assert set(again.search("button", 9, Filters())) == {"a"}


def test_scores_of_given_reviews_are_those_of_the_whole_search(words):
    assert words.search("zipper", 9, Filters(), among=["b"]) == {
        "b": words.search("zipper", 9, Filters())["b"]
    }


def test_another_form_of_the_index_is_made_anew(words, tmp_path):
    (tmp_path / "words" / "form").write_text("0")
    assert len(Words(tmp_path / "words")) == 0


def test_apostrophes_and_widths_make_no_difference():
    assert terms("It’s ＸＬ") == terms("it's xl")
