from datetime import timedelta

import pytest

from tests.tools.demand.shop import FIRST, poisson, shop_selling
from tools.demand.tool import DemandTools
from tools.errors import ToolError

DAYS = 168


@pytest.fixture(scope="module")
def tools() -> DemandTools:
    late = FIRST + timedelta(DAYS - 20)
    few = poisson(0.3, 2)
    rules = {
        "kettle": poisson(8, 1),
        "vase": lambda day: min(few(day), 3),
        "new": lambda day: 2 if day >= late else 0,
        "never": lambda day: 0,
    }
    return DemandTools(shop_selling(DAYS, rules, {"kettle": 40, "vase": 100, "new": 0}))


def test_the_answer_says_how_much_with_its_range_and_how_it_was_tried(tools: DemandTools) -> None:
    result = tools.forecast_demand(item="kettle", horizon_days=14)
    answer = result.statements[0]
    assert answer.message == "demand-total"
    assert answer.values["n"].n == pytest.approx(8 * 14, rel=0.2)
    assert answer.values["low"].n < answer.values["n"].n < answer.values["high"].n
    assert answer.needs == ("demand-error",)
    for language, words in (("en", "Item kettle"), ("zh", "未来14天")):
        facts = result.facts(language)
        assert words in facts[0].text
        assert "demand-error" in {fact.message for fact in facts}


def test_the_rows_are_the_past_then_the_days_ahead(tools: DemandTools) -> None:
    result = tools.forecast_demand(item="kettle", horizon_days=14)
    ahead = [row for row in result.rows if row["expected"] is not None]
    assert [row["day"] for row in ahead] == [FIRST + timedelta(DAYS + i) for i in range(14)]
    assert all(row["low"] <= row["expected"] <= row["high"] for row in ahead)
    total = sum(row["expected"] for row in ahead)
    assert round(total) == result.statements[0].values["n"].n
    assert result.chart is not None
    assert result.chart.band == ("low", "high")


def test_longer_forecasts_are_told_week_by_week(tools: DemandTools) -> None:
    result = tools.forecast_demand(metric="orders", horizon_days=70)
    ahead = [row for row in result.rows if row["expected"] is not None]
    assert len(ahead) == 10
    assert result.columns[0].label.en == "Week from"


def test_an_items_stock_is_set_against_its_forecast(tools: DemandTools) -> None:
    told = tools.forecast_demand(item="kettle", about="stock", lead_days=7)
    first = told.statements[0]
    assert first.message == "demand-stock-ends"
    assert first.values["stock"].n == 40
    assert "will likely run out by" in told.facts("en")[0].text
    assert "预计" in told.facts("zh")[0].text
    assert "demand-stock-lead" in {fact.message for fact in told.facts("en")}
    vase = tools.forecast_demand(item="vase", about="stock").statements[0]
    assert vase.message == "demand-stock-lasts"


def test_the_overview_lists_what_runs_out_and_says_what_it_assumed(tools: DemandTools) -> None:
    result = tools.forecast_demand(about="stock")
    assert [row["item_id"] for row in result.rows] == ["kettle", "new"]
    lead = next(s for s in result.statements if s.message == "demand-stock-lead")
    assert lead.values["assumed"].text == "yes"
    assert "14 days are assumed" in " ".join(fact.text for fact in result.facts("en"))
    said = tools.forecast_demand(about="stock", lead_days=3)
    assert "14" not in next(f.text for f in said.facts("en") if f.message == "demand-stock-lead")


def test_new_and_never_sold_items_are_answered_so(tools: DemandTools) -> None:
    new = tools.forecast_demand(item="new")
    assert (new.statements[0].message, new.rows) == ("demand-too-new", ())
    assert "too new" in new.facts("en")[0].text
    assert "20天" in new.facts("zh")[0].text
    assert tools.forecast_demand(item="never").statements[0].message == "demand-never-sold"


def test_a_short_history_is_an_answer_not_an_error() -> None:
    short = DemandTools(shop_selling(30, {"kettle": poisson(5, 1)}))
    assert short.forecast_demand().facts("en")[0].text.startswith("There is not enough data")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"horizon_days": 0}, "demand-horizon"),
        ({"horizon_days": 120}, "demand-too-far"),
        ({"lead_days": -1}, "demand-lead"),
        ({"item": "no such thing"}, "unknown-choice"),
    ],
)
def test_what_cannot_be_answered_says_what_would_work(
    tools: DemandTools, arguments: dict, message: str
) -> None:
    with pytest.raises(ToolError) as error:
        tools.forecast_demand(**arguments)
    assert error.value.statement.message == message
    assert error.value.say("zh")


def test_a_day_that_has_only_begun_is_left_out() -> None:
    from tools.demand.series import days_sold

    store = shop_selling(60, {"kettle": lambda day: 5})
    last = FIRST + timedelta(59)
    early = f"TIMESTAMP '{last.isoformat()} 08:00:00'"
    assert days_sold(store)[1].size == 60
    store.connection.con.execute(
        f"UPDATE orders SET local_time = {early} WHERE local_time::DATE = DATE '{last}'"  # noqa: S608
    )
    assert days_sold(store)[1].size == 59
