"""Which complaints go along with returns and less spending, planted and counted by hand."""

import numpy as np
import pytest

from tests.tools.themes.theme_shop import bought, review, theme_shop
from tools.themes.cost import gap
from tools.themes.tool import ThemeTools


def texts(result, language="en"):
    return [fact.text for fact in result.facts(language)]


def reviews():
    """240 reviews; 60 complain of the battery, 60 of delivery, in both categories alike."""
    themes = ("battery", "delivery", "price", "price")
    return [review(n, {themes[n // 4 % 4]: themes[n // 4 % 4] == "price"}) for n in range(240)]


@pytest.fixture(scope="module")
def tools():
    rows = reviews()
    battery = [r["user_id"] for r in rows if "attery" in r["text"]]
    others = [r["user_id"] for r in rows if "attery" not in r["text"]]
    returned = {*battery[:30], *others[:9]}  # 50 % against 5 %
    later = {user: 40.0 + n % 7 for n, user in enumerate(others)}
    later |= {user: 10.0 + n % 7 for n, user in enumerate(battery)}
    return ThemeTools(theme_shop(rows, **bought(rows, returned, later)))


def test_returns_beyond_the_usual_are_told_with_their_interval_and_worth(tools):
    said = texts(tools.review_themes(about="cost"))
    assert said[0].startswith("Of 60 purchases with a complaint about battery, 50.0% were sent")
    assert "against 5.0% otherwise" in said[0]
    assert "about CN¥2,700 of goods" in said[0]  # 45 points of 60 purchases of 100


def test_less_spending_later_is_told(tools):
    said = texts(tools.review_themes(about="cost"))
    later = next(text for text in said if "in the 90 days after" in text)
    assert "complained about battery" in later
    assert "CN¥30." in later or "CN¥29." in later


def test_a_complaint_that_costs_nothing_is_not_accused(tools):
    result = tools.review_themes(about="cost")
    assert not any("complaint about delivery" in text for text in texts(result))
    (row,) = [row for row in result.rows if row["theme"] == "delivery"]
    assert row["clear"] == "stars"


def test_it_is_said_to_be_an_association(tools):
    result = tools.review_themes(about="cost")
    assert "themes-cost-association" in result.statements[0].needs
    assert any("does not prove" in text for text in texts(result))
    assert any("并不证明因果" in text for text in texts(result, "zh"))


def test_without_orders_only_stars_are_compared():
    said = texts(ThemeTools(theme_shop(reviews())).review_themes(about="cost"))
    assert "cannot be joined with orders" in said[0]


def test_groups_are_compared_within_their_category_only():
    """Category 1 returns everything and complains more: within each there is no difference."""
    strata = np.repeat([0, 1], 100)
    outcome = np.repeat([0.0, 1.0], 100)
    outcome[::10] = 0.5
    complains = np.concatenate([np.arange(100) < 20, np.arange(100) < 80])
    found = gap(outcome, complains, np.ones(200, bool), strata)
    assert found is not None
    assert abs(found.value) < 0.02
    assert found.low < 0 < found.high


def test_the_difference_is_that_of_least_squares_with_category_effects():
    rng = np.random.default_rng(1)
    strata = rng.integers(0, 3, 300)
    complains = rng.random(300) < 0.2 + 0.2 * strata
    outcome = rng.normal(0, 1, 300) + strata + 0.7 * complains
    design = np.column_stack([complains, *(strata == s for s in range(3))]).astype(float)
    slope = np.linalg.lstsq(design, outcome, rcond=None)[0][0]
    found = gap(outcome, complains, np.ones(300, bool), strata)
    assert found is not None
    assert found.value == pytest.approx(slope)
    assert found.n == complains.sum()
