"""Times told by others around them, days in a row, weekdays of a month, and feasts that move."""

from datetime import date

import pytest

from tools.periods import find_periods, resolve
from tools.periods.vocabulary import written_out

TODAY = date(2026, 11, 22)  # a Sunday


def days(text: str) -> list[str]:
    found = [resolve(m.token, TODAY, date(2025, 1, 1)) for m in find_periods(text, TODAY)]
    return [f"{one.first}..{one.end}" for one in found]


@pytest.mark.parametrize(
    ("text", "days_meant"),
    [
        ("the week before Dragon Boat", "2026-06-12..2026-06-18"),
        ("the week after mooncake week", "2026-09-28..2026-10-04"),
        ("the four days before Qixi", "2026-08-15..2026-08-18"),
        ("the weekend after Father's Day", "2026-06-27..2026-06-28"),
        ("the month before National Day", "2026-09-01..2026-09-30"),
        ("on the eve of Dragon Boat", "2026-06-18..2026-06-18"),
        ("the day after Black Friday", "2025-11-29..2025-11-29"),
        ("the two weeks that ended on the last day of May", "2026-05-18..2026-05-31"),
        ("the thirteen days of June that ended on 618", "2026-06-06..2026-06-18"),
        ("the fortnight ending 9 May", "2026-04-26..2026-05-09"),
        ("the week that began on the 4th of May", "2026-05-04..2026-05-10"),
        ("the eight days from 2 March", "2026-03-02..2026-03-09"),
        ("the second Tuesday of May to the Friday right after it", "2026-05-12..2026-05-15"),
        ("the week leading up to Qixi", "2026-08-12..2026-08-18"),
        ("from the 4th of May until the Friday after", "2026-05-04..2026-05-08"),
        ("the day of the Mid-Autumn festival", "2026-09-25..2026-09-25"),
        ("the last two weeks of Q2", "2026-06-17..2026-06-30"),
        ("the first month of last quarter", "2026-07-01..2026-07-31"),
        ("二季度最后两周", "2026-06-17..2026-06-30"),
        ("去年最后一个季度", "2025-10-01..2025-12-31"),
        ("端午前一周", "2026-06-12..2026-06-18"),
        ("国庆前头那整个月", "2026-09-01..2026-09-30"),
        ("七夕后三天", "2026-08-20..2026-08-22"),
        ("端午节前夕", "2026-06-18..2026-06-18"),
        ("截至五月底的两周", "2026-05-18..2026-05-31"),
        ("3月2号起的八天", "2026-03-02..2026-03-09"),
        ("五月第二个周二到紧接着的周五", "2026-05-12..2026-05-15"),
        ("the first two days of Golden Week", "2026-10-01..2026-10-02"),
        ("国庆最后两天", "2026-10-06..2026-10-07"),
        ("国庆前两天", "2026-09-29..2026-09-30"),
    ],
)
def test_a_time_is_told_by_another_around_it(text: str, days_meant: str) -> None:
    assert days(text) == [days_meant]


@pytest.mark.parametrize(
    ("text", "days_meant"),
    [
        ("the last Thursday of July", "2026-07-30..2026-07-30"),
        ("the first Saturday and Sunday in March", "2026-03-07..2026-03-08"),
        ("七月最后那个礼拜六跟礼拜天", "2026-07-25..2026-07-26"),
        ("三月第三个星期一", "2026-03-16..2026-03-16"),
        ("the 6th, 7th and 8th of July", "2026-07-06..2026-07-08"),
        ("12 and 13 Sept", "2026-09-12..2026-09-13"),
        ("9月7日和8日", "2026-09-07..2026-09-08"),
        ("5月3、4号", "2026-05-03..2026-05-04"),
        ("二月一号到四月最后一天", "2026-02-01..2026-04-30"),
        ("feb mar apr", "2026-02-01..2026-04-30"),
        ("March, April or May", "2026-03-01..2026-05-31"),
        ("the quarter now running", "2026-10-01..2026-12-31"),
        ("Quarter 2. By brand.", "2026-04-01..2026-06-30"),
        ("first half-year", "2026-01-01..2026-06-30"),
        ("the first seven months of this calendar year", "2026-01-01..2026-07-31"),
        ("the first nine days of last March", "2026-03-01..2026-03-09"),
        ("between 4 May and the last of July", "2026-05-04..2026-07-31"),
        ("2026 年 4 月", "2026-04-01..2026-04-30"),
        ("近 21 天", "2026-11-02..2026-11-22"),
        ("6 月 2 号到今天", "2026-06-02..2026-11-22"),
        ("5月3到6月9这段", "2026-05-03..2026-06-09"),
        ("从四月看到七月", "2026-04-01..2026-07-31"),
        ("今年3月头到5月尾的", "2026-03-01..2026-05-31"),
        ("由五月计到现在", "2026-05-01..2026-11-22"),
        ("去年10月到今年1月，一月一月看", "2025-10-01..2026-01-31"),
        ("与七月同样的三到九日相比", "2026-07-03..2026-07-09"),
        ("Start of log: 3 March. End: 9 May.", "2026-03-03..2026-05-09"),
        ("开始：4月2号，结束：4月8号", "2026-04-02..2026-04-08"),
        ("the evening of 3 June, I mean all of it. Last year's.", "2025-06-03..2025-06-03"),
        ("since Qixi, that was the 19th", "2026-08-19..2026-11-22"),
        ("Easter Monday, the 6th of April", "2026-04-06..2026-04-06"),
        ("week 2 of July", "2026-07-08..2026-07-14"),
        ("the second full week of July", "2026-07-13..2026-07-19"),
        ("since the start of spring", "2026-03-01..2026-11-22"),
        ("Mother's Day", "2026-05-10..2026-05-10"),
        ("in the month of the autumn equinox", "2026-09-01..2026-09-30"),
        ("the first ten days of May, May Day included", "2026-05-01..2026-05-10"),
    ],
)
def test_days_and_months_are_read_from_how_they_stand_together(text: str, days_meant: str) -> None:
    assert days(written_out(text)) == [days_meant]


@pytest.mark.parametrize(
    "text",
    [
        "what 2 and 3 star reviews say",
        "1、2、3号仓",
        "3、4线城市",
        "客户1、2号",
        "how was it after two quiet weeks",
        "a fortnight of rain",
        "within a week of signing up",
    ],
)
def test_what_only_looks_like_days_in_a_row_is_none(text: str) -> None:
    assert days(text) == []


def test_days_of_a_list_may_be_held_against_one_another() -> None:
    assert days("compare 3 May and 4 May") == ["2026-05-03..2026-05-03", "2026-05-04..2026-05-04"]
