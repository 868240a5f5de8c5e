import pytest

from tests.ui.scripted import categories_result, funnel_result, months_result
from tools.result import Chart, Column, Provenance, ToolResult
from tools.wording.values import Name
from ui.axes import round_ticks
from ui.charts import figure


def test_bars_of_names_lie_and_say_their_figures() -> None:
    drawn = figure(categories_result("en"), "en")
    assert drawn is not None
    (bars,) = drawn.data
    assert bars.orientation == "h"
    assert list(bars.x) == [128450.5, 96310.0, 87220.25, 64105.0, 31990.75]
    assert bars.text[0] == "CN¥128,450"


def test_chinese_charts_count_in_wan() -> None:
    drawn = figure(categories_result("zh"), "zh")
    assert drawn is not None
    assert drawn.layout.title.text == "2026年10月各品类销售额"
    assert "¥10万" in drawn.layout.yaxis.ticktext


def test_markup_in_a_name_is_shown_not_obeyed() -> None:
    drawn = figure(categories_result("en"), "en")
    assert drawn is not None
    assert drawn.data[0].y[4] == "Backpacks &lt;b>"


def test_lines_have_one_series_a_column_and_months_below() -> None:
    drawn = figure(months_result(), "en")
    assert drawn is not None
    assert [line.name for line in drawn.data] == ["Revenue", "A year ago"]
    assert drawn.layout.xaxis.ticktext[0] == "Jan"


def test_a_kept_result_draws_the_same() -> None:
    result = months_result()
    kept = ToolResult.model_validate_json(result.model_dump_json())
    assert figure(kept, "zh") == figure(result, "zh")


def test_a_funnel_says_the_share_of_its_first_stage() -> None:
    drawn = figure(funnel_result(), "en")
    assert drawn is not None
    assert drawn.data[0].text[1] == "5,140  ·  28.2%"


def test_no_rows_no_picture() -> None:
    assert figure(categories_result("en").model_copy(update={"rows": ()}), "en") is None
    blank = tuple({"category": "x", "revenue": None} for _ in range(2))
    assert figure(categories_result("en").model_copy(update={"rows": blank}), "en") is None


@pytest.mark.parametrize(("low", "high"), [(0, 0), (0, 1), (0.12, 0.19), (-5, 5), (0, 98765.4)])
def test_ticks_cover_what_is_drawn(low: float, high: float) -> None:
    ticks = round_ticks(low, high)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 2 <= len(ticks) <= 8


def test_a_bar_is_as_long_as_its_figure() -> None:
    result = categories_result("en")
    alike = tuple({**row, "revenue": 900 + n} for n, row in enumerate(result.rows))
    drawn = figure(result.model_copy(update={"rows": alike}), "en")
    assert drawn is not None
    assert drawn.layout.xaxis.range[0] == 0


def test_a_forecast_has_its_range_as_an_area_behind_it() -> None:
    rows = (
        {"day": "2026-10-30", "sold": 5.0, "expected": None, "low": None, "high": None},
        {"day": "2026-10-31", "sold": 6.0, "expected": None, "low": None, "high": None},
        {"day": "2026-11-01", "sold": None, "expected": 7.0, "low": 4.0, "high": 12.0},
        {"day": "2026-11-02", "sold": None, "expected": 8.0, "low": 5.0, "high": 11.0},
    )
    names = ("day", "sold", "expected", "low", "high")
    columns = tuple(
        Column(name=name, label=Name(en=name), unit="count" if name != "day" else None)
        for name in names
    )
    chart = Chart(
        kind="line", title=Name(en="x"), x="day", y=("sold", "expected"), band=("low", "high")
    )
    result = ToolResult(
        tool="t", columns=columns, rows=rows, statements=(), chart=chart,
        provenance=Provenance(tables=()),
    )  # fmt: skip
    drawn = figure(result, "en")
    assert drawn is not None
    area, sold, expected = drawn.data
    assert list(area.x) == [2, 3, 3, 2]
    assert list(area.y) == [12.0, 11.0, 5.0, 4.0]
    assert (sold.name, expected.name) == ("sold", "expected")
    assert drawn.layout.yaxis.range[1] >= 12
