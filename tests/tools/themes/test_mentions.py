"""Which themes clauses speak of, and how they are felt."""

import numpy as np
import pytest

from retrieval.terms import terms
from tools.themes.aspects import Lexicon
from tools.themes.mentions import read
from tools.themes.mined import own_themes


@pytest.mark.parametrize(
    ("clause", "aspects"),
    [
        ("the battery life is great", {"battery"}),
        ("delivered two days late", {"delivery"}),
        ("true to size", {"size"}),
        ("客服态度很差", {"service"}),
        ("物流很快，包装也好", {"delivery", "packaging"}),
        ("look elsewhere", set()),
        ("I am happy", set()),
    ],
)
def test_common_aspects_are_found_by_their_words(clause, aspects):
    assert Lexicon.common().found(clause) == aspects


def test_what_the_item_is_called_is_no_aspect_of_it():
    lexicon = Lexicon.common()
    assert lexicon.matched("love this battery", "AA Battery") == frozenset()
    assert "screen" in lexicon.matched("the screen is dim", "AA Battery")


def said(found, review):
    """Theme to score of one review."""
    rows = np.flatnonzero(found.review == review)
    ids = list(found.themes)
    return {ids[found.theme[row]]: found.score[row] for row in rows}


def read_plain(texts, stars, categories=None):
    return read(texts, stars, [""] * len(texts), categories or [""] * len(texts))


def test_one_review_can_praise_one_thing_and_complain_of_another():
    taught = ["Great fabric", "Lovely fabric", "Runs small", "Too small for me"] * 40
    stars = [5, 5, 1, 1] * 40
    found = read_plain([*taught, "Great fabric but runs small", "好面料，但是偏小"], [*stars, 3, 3])
    mixed = said(found, len(taught))
    assert mixed["material"] > 0.35
    assert mixed["size"] < -0.35


def test_a_review_of_few_stars_only_pulls_its_clauses_down():
    stars = [5, 1] * 60
    found = read_plain(["The fabric is blue"] * 120, stars)
    assert said(found, 0)["material"] > said(found, 1)["material"]


def test_ambiguous_words_count_where_their_aspect_is_at_home():
    lamps = ["It began to flicker", "The light is nice"] * 20
    dresses = ["A light dress", "Just lovely"] * 20
    found = read_plain(
        [*lamps, *dresses], [5] * 80, ["Lamps"] * len(lamps) + ["Dresses"] * len(dresses)
    )
    light = list(found.themes).index("light")
    spoken = set(found.review[found.theme == light].tolist())
    assert 1 in spoken
    assert not any(review >= len(lamps) for review in spoken)


OWN = [
    ["the straps are too long", "my sister loves it"],
    ["the straps dig", "this kettle is fine"],
    ["the strap broke", "my sister is happy"],
    ["表带有点硬", "这款手表不错"],
] * 10 + [["fine"], ["还行"]] * 50


def own(clauses, category=""):
    """Own themes of reviews of one category."""
    words = [terms(clause) for review in clauses for clause in review]
    return own_themes(clauses, words, [category] * len(clauses))


def test_a_stores_own_themes_are_the_parts_it_is_judged_by():
    found = {word for _, words in own(OWN) for word in words}
    assert {"strap", "表带"} <= found
    assert not {"sister", "kettl", "手表"} & found


def test_own_themes_are_named_in_customers_words():
    found = own(OWN)
    assert "“straps”" in [name.en for name, words in found if "strap" in words]


def test_a_chinese_noun_in_most_reviews_is_what_was_bought():
    bought = [["苹果很甜"], ["这家的还行"]] * 40
    assert own(bought, "Fruit") == []


def test_no_reviews_have_no_themes():
    assert own([]) == []
    assert not len(read_plain(["I like it", "fine"], [5, 4]).review)
