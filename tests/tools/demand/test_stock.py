from datetime import timedelta

import numpy as np
import pytest
from scipy import stats

from tests.tools.demand.shop import FIRST, poisson, shop_selling
from tools.demand import at_risk_of_stock_out
from tools.demand.rates import Demand, learn
from tools.demand.sold import Sold
from tools.demand.stock import COVER_DAYS, stock_risks
from tools.errors import ToolError

DAYS = 140


@pytest.fixture(scope="module")
def shop():
    rules = {"fast": poisson(5, 1), "slow": poisson(0.2, 2), "gone": poisson(1, 3)}
    return shop_selling(DAYS, rules, {"fast": 30, "slow": 50, "gone": 0})


def test_an_item_with_six_days_of_stock_runs_out_after_about_six_days(shop):
    risk = {r.item_id: r for r in stock_risks(shop, 30, 7)}["fast"]
    ahead = FIRST + timedelta(DAYS)
    assert 4 <= (risk.runs_out - ahead).days <= 7
    assert risk.chance > 0.99
    assert risk.demand == pytest.approx(150, rel=0.15)
    assert risk.low < risk.demand < risk.high
    assert risk.lost_units == pytest.approx(risk.demand - 30, abs=1)
    assert risk.lost_revenue == pytest.approx(10 * risk.lost_units)
    assert risk.order_by == ahead  # a delivery takes seven days: too late already
    assert risk.order == pytest.approx(5 * (7 + COVER_DAYS) - 30, rel=0.25)


def test_an_item_that_hardly_sells_is_not_at_risk_and_one_sold_out_is(shop):
    risky = {r.item_id: r for r in at_risk_of_stock_out(shop, 30)}
    assert "slow" not in risky
    assert risky["gone"].chance == 1.0
    assert risky["gone"].runs_out == FIRST + timedelta(DAYS)


def test_the_costliest_stock_out_comes_first(shop):
    risks = at_risk_of_stock_out(shop, 30)
    assert [r.item_id for r in risks] == ["fast", "gone"]


def test_units_missing_are_those_summed_up_one_by_one(shop):
    demand = Demand(Sold.of(shop), np.array([0.7]), np.array([1.4]), np.array([0.1]))
    units, stock = np.arange(3000), 12
    mean = 0.7 * 25
    variance = 1.4 * mean + 0.1 * mean**2
    size = mean**2 / (variance - mean)
    chance = stats.nbinom.pmf(units, size, size / (size + mean))
    assert (chance * units).sum() == pytest.approx(mean)
    assert (chance * (units - mean) ** 2).sum() == pytest.approx(variance)
    summed = (chance * np.maximum(units - stock, 0)).sum()
    assert demand.excess(25.0, np.array([float(stock)]))[0] == pytest.approx(summed)


def test_ranges_of_poisson_sales_hold_as_often_as_they_say():
    rules = {f"i{n:02}": poisson(0.2 + n / 10, n) for n in range(60)}
    shop = shop_selling(DAYS + 30, rules)
    sold = Sold.of(shop)
    ahead = learn(sold.until(DAYS), 30).units(30.0)
    truth = np.asarray(sold.units[:, DAYS:].sum(axis=1)).ravel()
    inside = (truth >= ahead.ppf(0.1).ravel()) & (truth <= ahead.ppf(0.9).ravel())
    assert 0.7 <= inside.mean() <= 0.95


def test_without_stock_or_with_few_days_it_says_what_is_missing():
    with pytest.raises(ToolError) as error:
        at_risk_of_stock_out(shop_selling(70, {"a": poisson(3, 1)}))
    assert error.value.statement.message == "demand-no-stock"
    with pytest.raises(ToolError) as error:
        at_risk_of_stock_out(shop_selling(20, {"a": poisson(3, 1)}, {"a": 5}))
    assert error.value.statement.message == "demand-short"
    assert "20" in str(error.value)
    assert "20" in error.value.say("zh")
