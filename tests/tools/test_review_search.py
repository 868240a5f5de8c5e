"""`storewise search`: what a query asks for besides its subject, and what filters it takes."""

from datetime import date

import pytest

from retrieval.review_index import ReviewIndex
from tests.tools.test_reviews import REVIEWS, WordEmbedder, store_of
from tools.errors import ToolError
from tools.review_mood import asked_mood
from tools.review_scope import reviews_to_index
from tools.review_search import ReviewSearch


@pytest.fixture(scope="module")
def search(tmp_path_factory):
    store = store_of(REVIEWS)
    index = ReviewIndex.open(tmp_path_factory.mktemp("reviews"), WordEmbedder())
    index.update(reviews_to_index(store))
    return ReviewSearch(store, lambda: index)


@pytest.mark.parametrize(
    ("query", "mood", "left"),
    [
        ("手机 差评", "negative", "手机"),
        ("手机的好评", "positive", "手机"),
        ("negative reviews about the strap", "negative", "the strap"),
        ("5 star reviews for jackets", "positive", "jackets"),
        ("praise", "positive", ""),
        ("没有差评", "any", "没有差评"),
        ("bad smell", "any", "bad smell"),
        ("great dress", "any", "great dress"),
        ("complaints and praise", "any", "complaints and praise"),
    ],
)
def test_a_mood_is_read_only_where_reviews_are_asked_for(query, mood, left):
    assert asked_mood(query) == (mood, left)


@pytest.mark.parametrize("query", ["音频 差评", "audio complaints", "complaints about audio"])
def test_a_category_beside_a_mood_filters_by_both(search, query):
    hits = search.find(query, 20).hits
    assert hits
    assert {(hit.category, hit.rating <= 2) for hit in hits} == {("audio", True)}


def test_praise_alone_lists_praise(search):
    assert {hit.rating for hit in search.find("好评", 9).hits} <= {4, 5}


@pytest.mark.parametrize(
    ("rating", "stars"), [("positive", {4, 5}), ("negative", {1, 2}), ("1", {1}), ("2-4", {2})]
)
def test_stars_are_filtered(search, rating, stars):
    assert {hit.rating for hit in search.find("battery", 50, rating=rating).hits} <= stars


def test_filters_hold_together(search):
    hits = search.find("battery", 9, item="Lumo Buds", language="en", since=date(2026, 3, 11)).hits
    assert hits
    assert all(hit.item_id == "i1" and hit.written_on >= date(2026, 3, 11) for hit in hits)


def test_scores_fall_and_lie_between_0_and_1(search):
    scores = [hit.score for hit in search.find("battery lasts", 9).hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_chinese_question_finds_english_reviews_where_there_are_no_others(search):
    assert {hit.language for hit in search.find("电池", 9, language="en").hits} == {"en"}


@pytest.mark.parametrize("rating", ["6", "0-3", "good", "1-9", "-", ""])
def test_an_unknown_rating_says_what_would_work(search, rating):
    with pytest.raises(ToolError) as caught:
        search.find("battery", rating=rating)
    assert "1-3" in caught.value.say("en")
    assert "1-3" in caught.value.say("zh")


@pytest.mark.parametrize("query", ["", "！？", "😀"])
def test_a_query_without_words_is_asked_for_one(search, query):
    with pytest.raises(ToolError, match="name what to look for"):
        search.find(query)


def test_an_index_of_an_earlier_version_goes_by_stars_alone(tmp_path, monkeypatch):
    store = store_of(REVIEWS)
    index = ReviewIndex.open(tmp_path, WordEmbedder())
    index.update(reviews_to_index(store))
    monkeypatch.setattr(ReviewIndex, "has_moods", False)
    hits = ReviewSearch(store, lambda: index).find("audio complaints", 9).hits
    assert hits
    assert {hit.rating for hit in hits} <= {1, 2}
