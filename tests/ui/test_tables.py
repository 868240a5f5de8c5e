from tests.ui.scripted import categories_result, months_result
from tools.result import Column, ToolResult
from tools.wording.values import Name
from ui.tables import table_html


def test_headings_money_and_shares_are_in_the_readers_language() -> None:
    english, chinese = (table_html(categories_result(one), one) for one in ("en", "zh"))
    assert "Share of revenue" in english
    assert "CN¥128,450" in english
    assert "23.1%" in english
    assert "销售额占比" in chinese
    assert "¥128,450" in chinese


def test_values_are_escaped() -> None:
    html = table_html(categories_result("en"), "en")
    assert "Backpacks &lt;b&gt;" in html
    assert "<b>" not in html


def test_a_kept_result_reads_the_same() -> None:
    result = months_result()
    kept = ToolResult.model_validate_json(result.model_dump_json())
    assert table_html(kept, "zh") == table_html(result, "zh")
    assert "2026年1月<" in table_html(result, "zh")


def test_rows_beyond_the_limit_are_counted() -> None:
    result = categories_result("en")
    many = result.model_copy(update={"rows": result.rows * 50})
    assert "The first 200 of 250 rows." in table_html(many, "en")


def test_cells_are_named_in_the_readers_language() -> None:
    result = months_result().model_copy(
        update={
            "columns": (
                Column(
                    name="category",
                    label=Name(en="Category", zh="品类"),
                    names={"Headphones": Name(en="Headphones", zh="耳机")},
                ),
            ),
            "rows": ({"category": "Headphones"}, {"category": "Others"}),
        }
    )
    assert "耳机" in table_html(result, "zh")
    assert "Others" in table_html(result, "zh")
    assert "Headphones" in table_html(result, "en")
