from datetime import date

import pytest

from tools.periods.ahead import horizon_in
from tools.periods.durations import days_in, durations_in, lead_days_in, trial_days_in
from tools.periods.idle import idle_days_in


@pytest.mark.parametrize(
    ("question", "lead", "days"),
    [
        ("the factory takes five weeks", 35, None),
        ("can we reorder when the mill needs 40 days", 40, None),
        ("这两三天会不会下单", None, 3),
        ("这5天最可能下单的人", None, 5),
        ("推送之后前9天卖得如何", None, 9),
        ("the first 9 days since it was mailed", None, 9),
        ("the first 9 days of May", None, None),
        ("补货周期是12天，看两个月", 12, 60),
        ("and if the mill took 50 days?", 50, None),
        ("要是四周才到呢", 28, None),
        ("四天到五天的量", None, 4),
        ("空运9天，看一个月", 9, 30),
        ("订货要九天", 9, None),
        ("进仓要8天，看20天", 8, 20),
        ("vendor lead is 12 working days", 12, None),
        ("供应商要8个工作日", 8, None),
        ("券发出去三周内的效果", None, 21),
        ("a fortnight from PO to warehouse, look at 40 days", 14, 40),
        ("measure for a month and a half", None, 45),
        ("people silent for 90 days, follow up two weeks", None, 14),
        ("近30天没下单的，观察10天", None, 10),
        ("within nine next days", None, 9),
        ("during six coming weeks", None, 42),
        ("the mill needs 30 days, no, thirty-six, from order to dock", 36, None),
        ("供货要二十天，不对，二十五天", 25, None),
        ("the boat takes five weeks and customs one more, so six weeks in all", 42, 42),
        ("空运四天，清关三天，一共七天到仓", 7, None),
        ("watch it for two weeks... no, three", None, 21),
        ("一个月，不，两个月吧", None, 60),
        ("count orders for 5 days, no 50 names please", None, 5),
    ],
)
def test_a_time_of_supply_is_not_the_time_a_look_lasts(
    question: str, lead: int | None, days: int | None
) -> None:
    assert (lead_days_in(question), days_in(question)) == (lead, days)


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("worth over the nxt yr", 365),
        ("in the next 20d", 20),
        ("a 2yr look", 730),
        ("next 6 mos", 180),
        ("in the next 48 hours", 2),
        ("未来96小时", 4),
        ("3mo out", 90),
    ],
)
def test_short_forms_of_units_are_lengths_of_time(question: str, days: int) -> None:
    assert horizon_in(question, date(2026, 10, 31)) == days


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("who is lost, if nothing ordered in 110 days counts as gone", 110),
        ("someone who doesn't buy for 50 days is lost to us", 50),
        ("churn list, 35d window", 35),
        ("口径：55天不下单就算", 55),
        ("四十天不来，我就当她跑路", 40),
        ("两个月没买就当流失", 60),
        ("70日冇落单就计走咗", 70),
        ("customers who have not ordered for 80 days: who leaves for good", None),
        ("过去60天没买的老客里谁会流失", None),
        ("who leaves us in the next 40 days", None),
    ],
)
def test_a_time_without_an_order_may_be_declared_a_loss(question: str, days: int | None) -> None:
    assert idle_days_in(question) == days


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("a year is far too long, sixty days", 60),
        ("半年忒长，看四十天", 40),
        ("别看一年，看俩月", 60),
        ("count 45 days of orders after it went out", 45),
        ("measure three weeks of sales", 21),
        ("the last 30 days of orders", None),
        ("in the following two weeks", 14),
    ],
)
def test_lengths_refused_and_counted(question: str, days: int | None) -> None:
    assert days_in(question) == days


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("not eighty days. Take forty", 40),
        ("八十天太长了，取四十", 40),
        ("别看八十天，看四十", 40),
        ("not 80 days, only the 20 riskiest", 80),
        ("80 days is too long, top 5", 80),
        ("use 50 days rather than 80", 50),
        ("别按八十天算，按七十天没单才算走", 70),
        ("not 80 days, call them gone after 50", 50),
        ("甭用八十天，七十天", 70),
        ("instead of the usual 80 days make it 50", 50),
        ("silent for 50 days, rather than 80", 50),
    ],
)
def test_a_number_taken_in_place_of_a_refused_one_has_its_unit(question: str, days: int) -> None:
    assert [one.days for one in durations_in(question)] == [days]


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("what if we wait three weeks", 21),
        ("it takes ten days, I'd say", 10),
        ("run it for 12 days", 12),
        ("a lift of 4%", None),
    ],
)
def test_a_test_waits_for_no_supply(question: str, days: int | None) -> None:
    assert trial_days_in(question) == days
