"""`review_themes` on a store with planted opinions, counted by hand."""

from dataclasses import replace

import numpy as np
import pytest

from tests.tools.themes.theme_shop import BAD, START, balanced, review, theme_shop
from tools.errors import ToolError
from tools.themes.counting import Voices
from tools.themes.reading import Reading
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


def test_one_theme_is_told_month_by_month(tools):
    result = tools.review_themes(aspect="delivery")
    assert [(row["month"], row["complaints"]) for row in result.rows] == [
        ("2026-09", 4), ("2026-10", 18)
    ]  # fmt: skip
    assert result.chart is not None
    assert result.chart.kind == "line"


def test_another_word_for_a_theme_is_said_to_be_counted_under_it(tools):
    assert "“快递” is counted here as part of delivery." in texts(
        tools.review_themes(aspect="快递")
    )


def test_personal_data_is_masked_in_quotes_and_rows():
    phone = "Delivery came late call me on 13800138000"
    rows = [review(n, {"delivery": False}, text=phone) for n in range(40)]
    rows += [review(100 + n, {"price": True}) for n in range(40)]
    result = ThemeTools(theme_shop(rows)).review_themes(about="complaints")
    shown = " ".join([*texts(result), *texts(result, "zh"), *(str(row) for row in result.rows)])
    assert "13800138000" not in shown
    assert "[number]" in shown


def test_spam_and_other_languages_are_left_out_and_the_latter_said():
    rows = balanced()
    rows += [
        review(500 + n, {}, text="加我微信：abc123 领红包 物流快", language="zh") for n in range(9)
    ]
    rows += [review(600 + n, {}, text="Entrega muito boa", language="pt") for n in range(7)]
    result = ThemeTools(theme_shop(rows)).review_themes()
    assert result.provenance.row_count == 120
    assert any(text.startswith("7 reviews in other languages") for text in texts(result))


def test_reviews_without_dates_have_no_periods():
    rows = [each | {"written_at": None} for each in balanced()]
    orders = [{"order_id": "o", "ordered_at": START, "status": "delivered"}]
    undated = ThemeTools(theme_shop(rows, orders=orders))
    with pytest.raises(ToolError, match="carry no dates"):
        undated.review_themes(period="last_month")
    assert "carry no dates" in texts(undated.review_themes(about="changes"))[0]


def test_few_customers_are_not_told_apart():
    users = [{"user_id": f"u{n}", "region": "Hunan" if n < 5 else "Hebei"} for n in range(120)]
    shop = ThemeTools(theme_shop(balanced(), users=users))
    with pytest.raises(ToolError, match="Fewer than 10"):
        shop.review_themes(filters=["region=Hunan"])
    assert shop.review_themes(filters=["region=Hebei"]).provenance.row_count == 115


def test_reviews_are_read_once_for_a_version_of_the_data(tmp_path):
    store = replace(theme_shop(balanced()), folder=tmp_path)
    first = ThemeTools(store).review_themes()
    (kept,) = (tmp_path / "themes").iterdir()
    stamp = kept.stat().st_mtime_ns
    assert ThemeTools(store).review_themes() == first
    assert kept.stat().st_mtime_ns == stamp
    changed = store.profile.model_copy(update={"data_version": "2"})
    ThemeTools(replace(store, profile=changed)).review_themes()
    assert [path.name for path in (tmp_path / "themes").iterdir()] != [kept.name]
    assert len(list((tmp_path / "themes").iterdir())) == 1


def test_moods_stand_in_where_there_are_no_stars():
    rows = [each | {"rating": None} for each in balanced()]
    store = theme_shop(rows)
    moods = {each["review_id"]: -1 if _bad(each["text"]) else 1 for each in rows}
    voices = Voices.of(Reading(store, lambda: moods).mentions)
    counts = voices.counts(np.ones(len(rows), bool))
    assert int(counts.bad.sum()) == sum(mood < 0 for mood in moods.values())
    assert any("Hardly any" in text for text in texts(ThemeTools(store).review_themes()))


def _bad(text):
    return any(said in text for pair in BAD.values() for said in pair)


@pytest.mark.parametrize("top_n", [0, -3])
def test_a_list_of_no_themes_cannot_be_asked_for(tools, top_n):
    with pytest.raises(ToolError):
        tools.review_themes(top_n=top_n)
