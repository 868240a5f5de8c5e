"""Opportunities that were planted are found and ranked right; none is found where there is none."""

import re
from pathlib import Path

import pytest

from tests.tools.opportunities.planted import BUY, CART, COST, PRICE, rated, shop
from tools.errors import ToolError
from tools.opportunities.registry import SCANS
from tools.opportunities.tool import OpportunityTools
from tools.segments import Segments
from tools.wording import Speaker
from tools.wording.speaker import CATALOGUES


def asked(store, folder, **arguments):
    return OpportunityTools(Segments(store, folder)).find_opportunities(**arguments)


def texts(result, language="en"):
    return [fact.text for fact in result.facts(language)]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_shop_in_which_nothing_is_unusual_has_none(tmp_path, seed):
    result = asked(shop(seed), tmp_path)
    assert not result.rows
    assert "Nothing stands out beyond chance" in texts(result)[0]
    assert "没有发现超出偶然的机会" in texts(result, "zh")[0]


@pytest.fixture(scope="module")
def leaking():
    """One channel leaves its carts, and two items are sold out."""
    return shop(4, days=160, buy={"social": 0.3}, stock={"i3": 0, "i1": 0})


def test_a_channel_whose_carts_are_left_more_than_before_is_found(leaking, tmp_path):
    result = asked(leaking, tmp_path, focus="funnel")
    (row,) = result.rows
    assert row["what"] == "social media: more carts are left than before"
    carts = 60 * 30 / 2 * CART  # of the channel, in 30 days
    half = 0.5 * carts * (BUY - 0.3) * (PRICE - COST)
    assert row["low"] < half < row["high"]
    assert row["gain"] == pytest.approx(half, rel=0.25)
    assert "If half of that gap closed" in row["why"]


def test_a_device_on_which_checkout_converts_less_is_found(tmp_path):
    result = asked(shop(buy={"app": 0.3}), tmp_path, focus="funnel")
    assert "app: more carts are left than before" in {row["what"] for row in result.rows}


def test_sold_out_items_that_still_sell_are_found(tmp_path):
    result = asked(shop(stock={"i3": 0}), tmp_path, focus="stock")
    (row,) = result.rows
    assert row["what"] == "Reorder one item before it is missed"
    sold = 60 * 30 * CART * BUY / 4
    assert row["gain"] == pytest.approx(sold * (PRICE - COST), rel=0.2)


def test_stock_that_lies_idle_is_valued_at_what_it_costs_to_keep(tmp_path):
    result = asked(shop(stock={"i3": 100_000}), tmp_path, focus="stock")
    (row,) = result.rows
    assert row["what"] == "Clear idle stock of one item"
    assert row["gain"] == pytest.approx(0.5 * 100_000 * COST * 0.25 * 30 / 365, rel=0.05)


def test_an_item_whose_ratings_fell_is_found(tmp_path):
    early, late = list(range(100, 130)), list(range(1, 31))
    good = [4, 5] * 15
    reviews = [*rated("i1", early + late, good + [1, 2] * 15), *rated("i2", early + late, good * 2)]
    result = asked(shop(reviews=reviews), tmp_path, focus="reviews")
    assert [row["what"] for row in result.rows] == ["Item i1: ratings fell"]
    assert "fell to 1.5 stars" in result.rows[0]["why"]


def test_an_item_with_more_complaints_than_others_is_found(tmp_path):
    days = list(range(1, 61))
    reviews = [*rated("i1", days, [1, 2, 5] * 20), *rated("i2", days * 3, [4, 5, 5] * 60)]
    result = asked(shop(reviews=reviews), tmp_path, focus="reviews")
    assert [row["what"] for row in result.rows] == ["Item i1: more complaints than usual"]


def test_ratings_that_merely_vary_are_left_alone(tmp_path):
    days = list(range(1, 131))
    reviews = rated("i1", days, [5, 4, 3, 4, 2] * 26) + rated("i2", days, [4, 3, 5, 2, 4] * 26)
    assert not asked(shop(reviews=reviews), tmp_path, focus="reviews").rows


def test_a_category_whose_season_comes_is_found(tmp_path):
    store = shop(days=366, visits=30, season=4.0)
    result = asked(store, tmp_path, focus="seasons")
    assert [row["what"] for row in result.rows] == ["The season of tea comes"]


def test_an_item_sent_back_more_than_others_is_found(tmp_path):
    result = asked(shop(2, returned={"i2": 0.25}), tmp_path, focus="returns")
    (row,) = result.rows
    assert row["what"] == "Item i2: sent back more than others"
    sold = 60 * 30 * CART * BUY / 4
    assert row["gain"] == pytest.approx(0.5 * (0.25 - 0.03) * sold * (PRICE - COST), rel=0.25)


def test_a_channel_that_brings_fewer_orders_is_found(tmp_path):
    result = asked(shop(social=0.3), tmp_path, focus="sales")
    (row,) = result.rows
    assert row["what"] == "social media: a smaller part of orders than before"
    orders = 60 * 30 * CART * BUY
    assert row["gain"] == pytest.approx(0.5 * 0.2 * orders * (PRICE - COST), rel=0.25)


def test_the_largest_comes_first_and_top_n_is_kept(leaking, tmp_path):
    result = asked(leaking, tmp_path)
    gains = [row["gain"] for row in result.rows]
    assert len(gains) > 1
    assert gains == sorted(gains, reverse=True)
    assert len(asked(leaking, tmp_path, top_n=1).rows) == 1
    answer = result.facts("en")[0]
    assert answer.role == "answer"
    assert answer.needs == ("opportunities-guard", "opportunities-profit")


def test_what_could_not_be_looked_at_is_named(tmp_path):
    told = texts(asked(shop(without=("events", "reviews")), tmp_path))
    assert any(line.startswith("Funnel could not be looked at") for line in told)
    assert any(line.startswith("Reviews could not be looked at") for line in told)
    assert any("No three past campaigns" in line for line in told)


def test_sales_without_prices_say_so(tmp_path):
    with pytest.raises(ToolError, match="have no prices"):
        asked(shop(days=20, without=("orders", "order_lines")), tmp_path)


def test_an_earlier_day_may_stand_for_today(leaking, tmp_path):
    assert asked(leaking, tmp_path, focus="funnel").rows
    assert not asked(leaking, tmp_path, focus="funnel", period="2026-05").rows


def kinds():
    text = (CATALOGUES / "en" / "opportunities.ftl").read_text(encoding="utf-8")
    return re.findall(r"^opportunity-([\w-]+)-name =", text, re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_kind_is_worded_in_full(language):
    text = (CATALOGUES / language / "opportunities.ftl").read_text(encoding="utf-8")
    for kind in kinds():
        for part in ("", "-name", "-next"):
            assert f"\nopportunity-{kind}{part} = " in "\n" + text
    assert Speaker(language).message("opportunities-nothing")


def test_every_scan_is_in_a_file_of_its_name():
    folder = Path(__file__).parents[3] / "tools" / "opportunities"
    assert all((folder / f"{name}.py").exists() for name in SCANS)
