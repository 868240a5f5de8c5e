# ruff: noqa: E501  # tables read best on one line
import time
from datetime import date

import pytest

from tests.small_store import ITEMS, at, small_store, store_of
from tools.errors import ToolError
from tools.metrics.findings import Findings
from tools.metrics.measure import Group, Measured
from tools.query_metrics import MetricTools
from tools.result import ToolResult


@pytest.fixture(scope="module")
def tools() -> MetricTools:
    return MetricTools(small_store())


def said(result: ToolResult, role: str | None = None) -> list[str]:
    return [f.text for f in result.facts("en") if role in (None, f.role)]


def gesagt(result: ToolResult) -> str:
    return "".join(f.text for f in result.facts("zh"))


def test_the_total_is_the_answer(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], period="2026-10")
    assert said(result, "answer") == ["Revenue came to CN¥610.00 in October 2026."]
    assert result.facts("zh")[0].text == "2026年10月销售额为¥610.00。"
    assert result.rows == ({"revenue": 610.0},)
    assert result.provenance.row_count == 6
    assert "SELECT" in result.provenance.sql


def test_the_leader_is_the_answer_and_the_total_stands_beside_it(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], "category", "2026-10")
    assert said(result, "answer") == [
        "Keyboards had the highest revenue in October 2026: CN¥320.00, 52.5% of the total.",
        "Revenue in October 2026: Keyboards (CN¥320.00) and Headphones (CN¥290.00).",
    ]
    assert "Revenue came to CN¥610.00 in October 2026." in said(result)
    assert [row["category"] for row in result.rows] == ["Keyboards", "Headphones"]
    assert result.chart is not None
    assert result.chart.kind == "bar"


def test_a_list_is_told_with_what_its_groups_make_up_together(tools: MetricTools) -> None:
    told = tools.query_metrics(["revenue"], "item", "2026-10", top_n=2)
    assert said(told, "answer") == [
        "Top 2 by revenue in October 2026: Bolt Keyboard (CN¥320.00) and Aria Headphones (CN¥190.00).",
        "Together these 2 make up 83.6% of the total.",
    ]
    assert "这2个商品合计占总体的83.6%。" in gesagt(told)


def test_a_few_months_are_told_one_by_one_for_every_metric() -> None:
    orders = [
        {"order_id": f"o{n}", "user_id": "u1", "ordered_at": at(day, month=month), "total": 10 * n}
        for n, (month, day) in enumerate([(6, 1), (7, 9), (7, 30), (8, 2), (9, 30)], start=1)
    ]
    tools = MetricTools(store_of({"orders": orders}))
    asked = {"group_by": "month", "period": "2026-07..2026-09"}
    alone = said(tools.query_metrics(["orders"], **asked), "answer")
    assert "peaked at 2 in July 2026" in alone[0]
    told = "Orders in Q3 2026: July 2026 (2), August 2026 (1), and September 2026 (1)."
    assert alone[1] == told
    both = said(tools.query_metrics(["orders", "revenue"], **asked), "answer")
    assert both[0] == told
    told = (
        "Revenue in Q3 2026: July 2026 ($50.00), August 2026 ($40.00), and September 2026 ($50.00)."
    )
    assert both[1] == told


def test_who_moved_most_is_part_of_the_answer_to_a_comparison(tools: MetricTools) -> None:
    asked = {"group_by": "category", "period": "2026-10", "compare": "previous_period"}
    gained = said(tools.query_metrics(["revenue", "orders"], **asked), "answer")
    assert gained[0].startswith("Revenue came to CN¥610.00 in October 2026, up 238.9%")
    assert gained[1].startswith("Keyboards gained most against September 2026: revenue")
    assert len(gained) == 2  # orders are told in the table


def test_lowest_first_when_asked(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], "category", "2026-10", order="lowest", top_n=1)
    assert [row["category"] for row in result.rows] == ["Headphones"]
    assert said(result)[0].startswith("Headphones had the lowest revenue")


def test_groups_named_are_each_given_their_figure(tools: MetricTools) -> None:
    filters = ["category=Keyboards", "category=Headphones"]
    result = tools.query_metrics(["revenue"], "category", "2026-10", filters=filters)
    assert said(result)[0] == (
        "Revenue in October 2026: Keyboards (CN¥320.00) and Headphones (CN¥290.00)."
    )
    assert result.facts("zh")[0].text.startswith("2026年10月的销售额：")


def test_a_second_metric_is_told_of_each_of_a_few_groups(tools: MetricTools) -> None:
    told = said(tools.query_metrics(["revenue", "units"], "category", "2026-10"), "answer")
    assert told[1] == "Units sold in October 2026: Keyboards (4) and Headphones (4)."


def test_best_means_low_where_low_is_good(tools: MetricTools) -> None:
    best = tools.query_metrics(["return_rate"], "category", "2026-10", order="best")
    highest = tools.query_metrics(["return_rate"], "category", "2026-10", order="highest")
    assert best.rows[0]["category"] == "Headphones"
    assert highest.rows[0]["category"] == "Keyboards"


def test_a_comparison_says_how_far_and_from_what(tools: MetricTools) -> None:
    result = tools.query_metrics(["orders"], period="2026-10", compare="previous_period")
    assert said(result, "answer") == [
        "Orders came to 5 in October 2026, up 150.0% from 2 in September 2026."
    ]
    assert "比2026年9月的2增长150.0%" in gesagt(result)
    assert result.rows == ({"orders": 5, "orders_before": 2, "orders_change": 1.5},)
    assert any("only partly covered" in text for text in said(result, "caveat"))


def test_a_rate_changes_in_points_not_percent(tools: MetricTools) -> None:
    result = tools.query_metrics(
        ["conversion_rate"], period="2026-10", compare="previous_period", filters=["device=mobile"]
    )
    assert "down 66.7 percentage points from 100.0%" in said(result, "answer")[0]
    assert "下降66.7个百分点" in gesagt(result)


def test_movers_are_named_when_groups_are_compared(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], "category", "2026-10", "previous_period")
    text = " ".join(said(result))
    assert said(result, "answer")[0].startswith("Revenue came to CN¥610.00")
    assert "Keyboards gained most against September 2026" in text
    assert "rose from CN¥80.00 to CN¥320.00, up 300.0%" in text


def test_the_few_best_times_asked_for_are_told_before_how_it_went(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], "day", "2026-10", top_n=3)
    answer = next(iter(said(result, "answer")))
    assert answer.startswith("Top 3 by revenue in October 2026: 1 October 2026 (CN¥190.00),")
    assert not any("peaked" in one for one in said(result, "answer"))
    assert result.chart is not None
    assert result.chart.kind == "bar"  # ranked days are no course


def test_a_week_that_is_cut_short_is_not_ranked(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], "week", "2026-10", top_n=9, order="lowest")
    weeks = [str(row["week"]) for row in result.rows]
    assert weeks
    assert "2026-09-28" not in weeks  # three of its days are in September


def test_time_is_in_order_with_its_peak_and_its_empty_days(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], "day", "2026-10")
    assert len(result.rows) == 31
    assert [row["day"] for row in result.rows] == sorted(row["day"] for row in result.rows)  # type: ignore[type-var]  # days
    assert said(result, "answer") == [
        "Revenue in October 2026 peaked at CN¥190.00 on 1 October 2026."
    ]
    assert result.chart is not None
    assert result.chart.kind == "line"


def test_filters_of_one_dimension_are_ored_and_of_two_anded(tools: MetricTools) -> None:
    def revenue(*filters: str) -> object:
        result = tools.query_metrics(["revenue"], period="2026-10", filters=list(filters))
        return result.rows[0]["revenue"]

    assert revenue("channel=email", "channel=search") == 530
    assert revenue("channel=email", "category=耳机") == 240
    assert revenue("channel!=email") == 370
    assert revenue("weekday=周六") == 130 - 50 + 130 - 50 - 50 or revenue("weekday=周六") == 210


def test_a_filter_is_named_in_every_figure(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], period="2026-10", filters=["category=耳机"])
    assert said(result)[0] == "Revenue came to CN¥290.00 in October 2026 for Headphones."
    assert result.facts("zh")[0].text == "2026年10月耳机销售额为¥290.00。"


def test_no_period_named_means_thirty_days_and_says_so(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"])
    assert result.rows[0]["revenue"] == 420
    assert any("You named no period" in text for text in said(result, "caveat"))


def test_a_period_without_data_is_an_answer(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], "category", "2020")
    assert said(result) == [
        "The data cover 10 September to 31 October 2026; there is nothing for 2020."
    ]
    assert said(tools.query_metrics(["revenue"], period="2026-09-29", filters=["channel=email"]))[
        0
    ].startswith("Nothing was recorded on 29 September 2026")


def test_few_cases_are_called_few(tools: MetricTools) -> None:
    result = tools.query_metrics(["conversion_rate"], "channel", "2026-10")
    caveats = " ".join(said(result, "caveat"))
    assert "rests on only 8 sessions" in caveats
    assert "fewer than 30 sessions" in caveats


def test_groups_of_few_people_are_withheld(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], "region", "2026-10")
    assert result.rows == ()
    assert "2 groups of fewer than 10 customers" in " ".join(said(result))
    filtered = tools.query_metrics(["revenue"], period="2026-10", filters=["region=Hunan"])
    assert said(filtered)[0].startswith("Fewer than 10 customers")
    assert not any("80" in text for text in said(filtered))
    assert filtered.rows == ()


def test_rates_far_apart_are_tested() -> None:
    events = [
        {"event_id": f"{channel}{n}{kind}", "user_id": f"{channel}{n}", "session_id": f"{channel}{n}",
         "event_time": at(1 + n % 28), "event_type": kind, "item_id": "i1", "channel": channel}
        for channel, bought in (("email", 40), ("social", 10))
        for n in range(100)
        for kind in (("view", "cart", "purchase") if n < bought else ("view",))
    ]  # fmt: skip
    tools = MetricTools(store_of({"events": events, "items": ITEMS}))
    result = tools.query_metrics(["conversion_rate"], "channel", "2026-10")
    assert "more than chance would explain (p < 0.001)" in " ".join(said(result))


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ({"metrics": ["happiness"]}, "revenue"),
        ({"metrics": ["revenue"], "group_by": "colour"}, "category"),
        ({"metrics": ["new_users"], "group_by": "category"}, "region"),
        ({"metrics": ["revenue"], "filters": ["category"]}, "category=Headphones"),
        ({"metrics": ["revenue"], "filters": ["category=shoes"]}, "Keyboards"),
        ({"metrics": ["revenue"], "filters": ["month=2026-10"]}, "period"),
        ({"metrics": ["revenue"], "period": "soon"}, "last_month"),
        ({"metrics": ["revenue"], "top_n": 0}, "at least 1"),
    ],
)
def test_what_cannot_be_answered_says_what_would_work(
    tools: MetricTools, arguments: dict[str, object], hint: str
) -> None:
    with pytest.raises(ToolError) as caught:
        tools.query_metrics(**arguments)  # type: ignore[arg-type]  # wrong on purpose
    assert hint in caught.value.say("en")
    assert caught.value.say("zh")


@pytest.mark.parametrize(
    ("dimension", "compare"),
    [(None, "none"), (None, "year_ago"), (None, "2026-09"), ("day", "previous_period"),
     ("week", "none"), ("weekday", "none"), ("category", "none"), ("category", "previous_period"),
     ("item", "year_ago"), ("campaign", "none"), ("region", "previous_period")],
)  # fmt: skip
def test_every_metric_speaks_both_languages(
    tools: MetricTools, dimension: str | None, compare: str
) -> None:
    for metric in tools.semantics.metrics.values():
        if dimension and not tools.semantics.splits(metric.source, _dimension(tools, dimension)):
            continue
        result = tools.query_metrics([metric.name], dimension, "2026-10", compare)  # type: ignore[arg-type]  # parametrized
        for fact in result.facts("zh"):
            assert "None" not in fact.text
        assert result.facts("en")[0].text.endswith(".")


def _dimension(tools: MetricTools, name: str):  # a helper of one test
    return tools.semantics.dimensions[name]


def test_two_periods_named_are_compared_the_later_first(tools: MetricTools) -> None:
    result = tools.query_metrics(["orders"], period="2026-09", compare="2026-10")
    assert said(result, "answer") == [
        "Orders came to 5 in October 2026, up 150.0% from 2 in September 2026."
    ]
    with pytest.raises(ToolError, match="overlap"):
        tools.query_metrics(["orders"], period="2026-10", compare="2026-10-05")
    with pytest.raises(ToolError):
        tools.query_metrics(["orders"], period="2026-10", compare="then")


def test_periods_of_unlike_length_say_so(tools: MetricTools) -> None:
    result = tools.query_metrics(["orders"], period="2026-10", compare="2026-09-10..2026-09-20")
    assert "counts 31 days" in " ".join(said(result, "caveat"))
    assert "metrics-unequal" in result.statements[0].needs


def test_days_are_held_against_the_days_in_their_place(tools: MetricTools) -> None:
    result = tools.query_metrics(["orders"], "day", "2026-10-20", "2026-09-20")
    assert result.rows == ({"day": date(2026, 10, 20), "orders": 1, "orders_before": 1,
                            "orders_change": 0.0},)  # fmt: skip


def test_the_answer_brings_what_must_be_known_of_its_days(tools: MetricTools) -> None:
    assert "metrics-chosen" in tools.query_metrics(["revenue"]).statements[0].needs
    partly = tools.query_metrics(["revenue"], "category", "this_year").statements
    assert "metrics-partly" in partly[0].needs
    for result in (tools.query_metrics(["conversion_rate"], "channel", "2026-10"),
                   tools.query_metrics(["revenue", "conversion_rate"], compare="previous_period")):  # fmt: skip
        messages = [s.message for s in result.statements]
        assert all(messages.count(need) == 1 for s in result.statements for need in s.needs)


def test_a_claim_about_few_cases_brings_that_they_are_few(tools: MetricTools) -> None:
    result = tools.query_metrics(["conversion_rate"], "channel", "2026-10")
    assert "metrics-few-groups" in result.statements[0].needs


def returned_goods(*sold_and_returned: tuple[int, int]) -> MetricTools:
    """A store of single items in October, each with how many were sold and came back."""
    lines = [
        {"order_id": f"o{n}", "item_id": f"i{n}", "quantity": sold, "unit_price": 5.0,
         "returned_quantity": back}
        for n, (sold, back) in enumerate(sold_and_returned)
    ]  # fmt: skip
    orders = [
        {"order_id": f"o{n}", "user_id": f"u{n}", "ordered_at": at(3), "status": "delivered"}
        for n in range(len(lines))
    ]
    items = [{"item_id": f"i{n}", "title": f"Thing {n}"} for n in range(len(lines))]
    return MetricTools(store_of({"items": items, "orders": orders, "order_lines": lines}))


def test_beside_a_leader_of_few_cases_stands_the_first_with_enough() -> None:
    tools = returned_goods((2, 2), (50, 20), (40, 4), (60, 3), (80, 2), (90, 1))
    (told,) = [
        text
        for text in said(tools.query_metrics(["return_rate"], "item", "2026-10"), "answer")
        if text.startswith("Of those with at least 30 units sold")
    ]
    assert "Thing 1 had the highest return rate" in told
    assert told.endswith(": 40.0%.")


def test_few_cases_at_the_other_end_are_no_caveat_of_the_first() -> None:
    tools = returned_goods((50, 20), (40, 4), (60, 3), (80, 2), (90, 1), (2, 0))
    result = tools.query_metrics(["return_rate"], "item", "2026-10", top_n=2)
    first, *rest = result.statements
    assert "metrics-few-groups" not in first.needs
    assert any("metrics-few-groups" in s.needs for s in rest)
    assert "metrics-end-sound" not in [s.message for s in result.statements]


def test_figures_of_new_customers_bring_since_when_they_are_known(tools: MetricTools) -> None:
    result = tools.query_metrics(["revenue"], "customer_type", "2026-10")
    assert "metrics-newcomers" in result.statements[0].needs
    (told,) = [text for text in said(result, "caveat") if "counts as new" in text]
    assert told.endswith("when the data begin.")
    assert "数据起始日" in gesagt(result)


def test_groups_have_names_in_both_languages(tools: MetricTools) -> None:
    column = tools.query_metrics(["revenue"], "category", "2026-10").columns[0]
    assert column.called("Headphones", "zh") == "耳机"
    assert column.called("Headphones", "en") == "Headphones"
    assert column.called("Chairs", "zh") is None


def test_what_is_kept_is_told_as_a_share_of_the_whole(tools: MetricTools) -> None:
    kept = tools.query_metrics(["revenue"], period="2026-10", filters=["category=Headphones"])
    share = "Headphones accounted for 47.5% of total revenue in October 2026."
    assert share in said(kept, "highlight")
    assert "2026年10月耳机占全部销售额的47.5%。" in gesagt(kept)
    left = tools.query_metrics(["revenue"], period="2026-10", filters=["category!=Headphones"])
    assert "All but Headphones accounted for 52.5% of total revenue in October 2026." in said(left)


def test_what_does_not_add_up_has_no_share(tools: MetricTools) -> None:
    orders = tools.query_metrics(["orders"], period="2026-10", filters=["category=Headphones"])
    assert not any("accounted for" in text for text in said(orders))
    both = ["category=Headphones", "channel=email"]
    assert not any(
        "accounted for" in text
        for text in said(tools.query_metrics(["revenue"], period="2026-10", filters=both))
    )


def test_fifty_thousand_groups_are_put_in_order_at_once(tools: MetricTools) -> None:
    groups = {(f"i{n}",): Group(value={"revenue": float(n) or None}) for n in range(50_000)}
    question = tools.question(["revenue"], ["item", None], "2026-10", "none", [], None, "highest")
    started = time.perf_counter()
    shown = Findings(Measured({}, 0, ()), split=Measured(groups, 0, ())).shown(question, 5)
    assert time.perf_counter() - started < 5
    assert shown[0] == ("i49999",)
    assert shown[-1] == ("i0",)  # it has no value


def test_without_a_period_a_store_whose_last_days_are_empty_is_told_over_all_its_days() -> None:
    orders = [
        {"order_id": "o1", "user_id": "u1", "ordered_at": at(1, month=3), "total": 40},
        {"order_id": "o2", "user_id": "u2", "ordered_at": at(2, month=3), "total": 60},
    ]
    visit = {"event_id": "e1", "user_id": "u1", "event_time": at(20), "event_type": "view"}
    result = MetricTools(store_of({"orders": orders, "events": [visit]})).query_metrics(["revenue"])
    assert result.rows == ({"revenue": 100.0},)
    assert any("You named no period" in text for text in said(result, "caveat"))


def test_without_a_period_no_days_before_the_first_of_the_data_are_counted() -> None:
    order = {"order_id": "o1", "user_id": "u1", "ordered_at": at(12), "total": 40}
    result = MetricTools(store_of({"orders": [order]})).query_metrics(["revenue"], "month")
    assert result.provenance.period == (date(2026, 10, 12), date(2026, 10, 12))


def test_a_store_that_saw_only_purchases_has_no_visits_to_tell() -> None:
    bought = {
        "event_id": "e1",
        "user_id": "u1",
        "session_id": "s1",
        "event_time": at(5),
        "event_type": "purchase",
    }
    tools = MetricTools(store_of({"events": [bought]}))
    for metric in ("sessions", "active_users"):
        with pytest.raises(ToolError):
            tools.query_metrics([metric])


def test_few_people_of_an_earlier_time_are_withheld_too() -> None:
    users = [{"user_id": f"u{n}", "region": "Hunan"} for n in range(12)]
    orders = [
        {"order_id": f"{month}-{n}", "user_id": f"u{n}", "ordered_at": at(2, month=month),
         "total": 10}
        for month, people in ((8, 12), (9, 3), (10, 12)) for n in range(people)
    ]  # fmt: skip
    tools = MetricTools(store_of({"users": users, "orders": orders}))
    asked = {"period": "2026-10", "compare": "previous_period"}
    kept = tools.query_metrics(["orders"], filters=["region=Hunan"], **asked)
    assert said(kept, "answer") == [
        "Orders came to 12 from 1 October to 2 October 2026 for Hunan; there are no figures from"
        " 1 September to 2 September 2026 to hold that against."
    ]
    split = tools.query_metrics(["orders"], "region", **asked)
    assert split.rows[0]["orders_before"] is None
    assert not any("Hunan" in text and " 3" in text for text in said(split))


def _sold(titles: dict[str, str], units: dict[str, int]) -> MetricTools:
    orders = [
        {"order_id": f"o{i}", "user_id": "u1", "ordered_at": at(1), "total": 2} for i in units
    ]
    lines = [{"order_id": f"o{i}", "item_id": i, "quantity": n, "unit_price": 2}
             for i, n in units.items()]  # fmt: skip
    items = [{"item_id": item, "title": title} for item, title in titles.items()]
    return MetricTools(store_of({"items": items, "orders": orders, "order_lines": lines}))


def test_a_time_without_any_sales_has_no_peak() -> None:
    tools = _sold({"i1": "Cup", "i2": "Pan"}, {"i1": 1})
    told = said(tools.query_metrics(["units"], "day", "2026-10", filters=["item=Pan"]))
    assert told[0].startswith("Nothing was recorded")
    assert not any("peaked" in one for one in told)


def test_a_title_that_items_share_stands_for_all_of_them() -> None:
    tools = _sold({"i1": "Mango", "i2": "Mango", "i3": "Fig"}, {"i1": 1, "i2": 2, "i3": 3})
    result = tools.query_metrics(["units"], period="2026-10", filters=["item=mango"])
    assert result.rows == ({"units": 3},)
    assert "Units sold came to 3 on 1 October 2026 for Mango." in said(result)
