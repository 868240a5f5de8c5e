"""`review_themes` on a store with planted opinions, counted by hand."""

import pytest

from tests.tools.themes.theme_shop import balanced, theme_shop
from tools.errors import ToolError
from tools.themes.tool import ThemeTools


@pytest.fixture(scope="module")
def tools():
    return ThemeTools(theme_shop(balanced()))


def texts(result, language="en"):
    return [fact.text for fact in result.facts(language)]


def row(result, theme):
    return next(row for row in result.rows if row["theme"] == theme)


def test_counts_are_those_planted(tools):
    result = tools.review_themes()
    assert row(result, "delivery")["reviews"] == 40
    assert row(result, "delivery")["complaints"] == 22
    assert row(result, "delivery")["praise"] == 18
    assert row(result, "battery")["complaints"] == row(result, "battery")["praise"] == 20
    assert result.provenance.row_count == 120


def test_complaints_name_the_worst_theme_first_with_its_count(tools):
    said = texts(tools.review_themes(about="complaints"))
    assert "about delivery: 22 of 120 reviews (18%)" in said[0]


def test_quotes_are_the_customers_words_in_the_language_of_the_answer(tools):
    result = tools.review_themes(about="complaints")
    assert any("“Delivery came late”" in text for text in texts(result))
    assert any("“物流太慢了”" in text for text in texts(result, "zh"))
    assert result.citations


def test_a_rise_beyond_chance_is_told_with_both_shares(tools):
    said = texts(tools.review_themes(about="changes"))
    assert "Complaints about delivery rose from 6.7% of the reviews in September 2026" in said[0]
    assert "30.0% in October 2026" in said[0]
    assert not any("battery" in text for text in said)


def test_a_category_keeps_its_own_reviews(tools):
    result = tools.review_themes(category="Lamps", about="complaints")
    assert result.provenance.row_count == 60


def test_one_theme_is_found_by_any_of_its_words(tools):
    for words in ("delivery", "shipping", "物流", "快递"):
        assert texts(tools.review_themes(aspect=words))[0].startswith("40 of 120 reviews (33%)")


def test_an_unknown_theme_names_the_known(tools):
    with pytest.raises(ToolError) as raised:
        tools.review_themes(aspect="mortgage")
    assert "delivery" in raised.value.say("en")


@pytest.mark.parametrize("about", ["overview", "complaints", "praise", "changes", "cost"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_answer_is_said_in_both_languages(tools, about, language):
    assert all(texts(tools.review_themes(about=about), language))


def test_no_review_in_the_period_is_said(tools):
    assert "no reviews" in texts(tools.review_themes(period="2020-01"))[0]
