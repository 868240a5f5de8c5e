import pytest

from tools.periods.durations import days_in, lead_days_in


@pytest.mark.parametrize(
    ("question", "lead", "days"),
    [
        ("the factory takes five weeks", 35, None),
        ("can we reorder when the mill needs 40 days", 40, None),
        ("这两三天会不会下单", None, 3),
        ("这5天最可能下单的人", None, 5),
        ("补货周期是12天，看两个月", 12, 60),
        ("空运9天，看一个月", 9, 30),
        ("vendor lead is 12 working days", 12, None),
        ("供应商要8个工作日", 8, None),
        ("券发出去三周内的效果", None, 21),
        ("a fortnight from PO to warehouse, look at 40 days", 14, 40),
        ("measure for a month and a half", None, 45),
        ("people silent for 90 days, follow up two weeks", None, 14),
        ("近30天没下单的，观察10天", None, 10),
    ],
)
def test_a_time_of_supply_is_not_the_time_a_look_lasts(
    question: str, lead: int | None, days: int | None
) -> None:
    assert (lead_days_in(question), days_in(question)) == (lead, days)
