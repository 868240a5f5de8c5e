"""Times made of others beside them, and edges of months and years."""

from datetime import date

import pytest

from tools.periods import find_periods, resolve

TODAY = date(2026, 11, 22)  # a Sunday


def days(token: str) -> str:
    period = resolve(token, TODAY, date(2025, 1, 1))
    return f"{period.first}..{period.last}"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("march to end of may", ["2026-03..2026-05"]),
        ("from 4 april up to the 9th of may", ["2026-04-04..2026-05-09"]),
        ("Q1 through Q2", ["2026-Q1..2026-Q2"]),
        ("between Q1 and Q2", ["2026-Q1..2026-Q2"]),
        ("the four months to end May", ["2026-02..2026-05"]),
        ("一季度到二季度", ["2026-Q1..2026-Q2"]),
        ("this year until the end of May", ["2026-01-01..2026-05-31"]),
        ("since last week", ["2026-11-09..2026-11-22"]),
        ("端午以来", ["2026-06-19..2026-11-22"]),
        ("国庆之后", ["2026-10-08..2026-11-22"]),
        ("after the 10th of July", ["2026-07-11..2026-11-22"]),
        ("the fourth quarter against the first", ["2026-Q4", "2026-Q1"]),
        ("first and second quarters together", ["2026-Q1", "2026-Q2"]),
        ("the second quarter and the first order", ["2026-Q2"]),
        ("compare last week to this week", ["last_week", "this_week"]),
        ("in August, from the 2nd to the 9th", ["2026-08-02..2026-08-09"]),
        ("this quarter against last", ["this_quarter", "last_quarter"]),
        ("this year, compared to last, by device", ["this_year", "last_year"]),
        ("this week beside last Monday's", ["this_week", "2026-11-16"]),
        ("今夏之营收", ["2026-06-01..2026-08-31"]),
        ("从六一到六月底", ["2026-06-01..2026-06-30"]),
        ("八月一到三号", ["2026-08-01..2026-08-03"]),
        ("三月到五月", ["2026-03..2026-05"]),
        ("前三季度，一季一季地看", ["2026-01..2026-09"]),
        ("四个月来的单", ["last_4_months"]),
        ("半年来", ["last_6_months"]),
        ("七月来的订单", ["2026-07"]),
        ("June against last June", ["2026-06", "2025-06"]),
        ("last May", ["2026-05"]),
        ("yesterday against the Thursday before that", ["yesterday", "2026-11-19"]),
        ("on 14 May, and the Monday before it", ["2026-05-14", "2026-05-11"]),
        ("昨天跟再前一个周五", ["yesterday", "2026-11-20"]),
        ("in May, and the Monday before", ["2026-05"]),
        ("上个礼拜日日几多单", ["last_week"]),
        ("上个礼拜日几多单", ["2026-11-15"]),
        ("去冬的单", ["2025-12-01..2026-02-28"]),
        ("今秋装卖了几件", []),
        ("上月8号到月底", ["2026-10-08..2026-10-31"]),
        ("去年四月至年末", ["2025-04-01..2025-12-31"]),
        ("5月12至月底", ["2026-05-12..2026-05-31"]),
        ("7/9 到月底的订单", ["2026-07-09..2026-07-31"]),
        ("orders 7/9 to month end", ["2026-07-09..2026-07-31"]),
        ("今年二月初到年底", ["2026-02-01..2026-11-22"]),
        ("from 6 May to the end of the month", ["2026-05-06..2026-05-31"]),
        ("July 9 to month-end", ["2026-07-09..2026-07-31"]),
        ("from 2 February to the year's end", ["2026-02-02..2026-11-22"]),
        ("the 9th of this month up to now", ["2026-11-09..2026-11-22"]),
        (
            "18 to 25 May beside its first nine days",
            ["2026-05-18..2026-05-25", "2026-05-01..2026-05-09"],
        ),
        ("五月下旬，跟当月头八天", ["2026-05-21..2026-05-31", "2026-05-01..2026-05-08"]),
        ("开张（四月）起", ["2026-04-01..2026-11-22"]),
        ("五月末三天", ["2026-05-29..2026-05-31"]),
        ("8月，2号到9号", ["2026-08-02..2026-08-09"]),
    ],
)
def test_times_beside_one_another_make_one(text: str, tokens: list[str]) -> None:
    assert [mention.token for mention in find_periods(text, TODAY)] == tokens


@pytest.mark.parametrize(
    ("text", "days_meant"),
    [
        ("这个月2号到9号", "2026-11-02..2026-11-09"),
        ("the 4th of May to the 9th", "2026-05-04..2026-05-09"),
        ("on the 12th of July last year", "2025-07-12..2025-07-12"),
        ("July 12th last year", "2025-07-12..2025-07-12"),
        ("端午（去年）", "2025-05-31..2025-06-02"),
        ("端午当天", "2026-06-19..2026-06-19"),
        ("春节那天", "2026-02-17..2026-02-17"),
        ("last year's Singles' Day", "2025-11-11..2025-11-11"),
        ("Christmas Eve to New Year's Eve last year", "2025-12-24..2025-12-31"),
        ("Boxing Day", "2025-12-26..2025-12-26"),
        ("圣诞节当天", "2025-12-25..2025-12-25"),
        ("over 50 days back from now", "2026-10-04..2026-11-22"),
        ("往回数50天", "2026-10-04..2026-11-22"),
        ("这个月到目前为止", "2026-11-01..2026-11-22"),
        ("the 1st half of 2026", "2026-01-01..2026-06-30"),
        ("2026年上半", "2026-01-01..2026-06-30"),
        ("男的六月", "2026-06-01..2026-06-30"),
        ("五六两个月", "2026-05-01..2026-06-30"),
        ("今年二三月", "2026-02-01..2026-03-31"),
        ("三月算起", "2026-03-01..2026-11-22"),
        ("上个月18号的件数", "2026-10-18..2026-10-18"),
        ("the 2nd to the 9th of last month", "2026-10-02..2026-10-09"),
        ("first five months of the year", "2026-01-01..2026-05-31"),
        ("今年头五个月", "2026-01-01..2026-05-31"),
        ("2025年最后两个月", "2025-11-01..2025-12-31"),
        ("the first weekend of May", "2026-05-02..2026-05-03"),
        ("5月最后一个周末", "2026-05-30..2026-05-31"),
        ("the first fortnight of May", "2026-05-01..2026-05-14"),
        ("20/5 to 3/6", "2026-05-20..2026-06-03"),
        ("由5月中到6月底", "2026-05-11..2026-06-30"),
        ("last 2 full months", "2026-09-01..2026-10-31"),
        ("the month that just ended", "2026-10-01..2026-10-31"),
        ("刚过去的那个季度", "2026-07-01..2026-09-30"),
        ("last 72 hours", "2026-11-20..2026-11-22"),
        ("近仨月", "2026-08-23..2026-11-22"),
        ("last sixty days", "2026-09-24..2026-11-22"),
        ("年头到现在", "2026-01-01..2026-11-22"),
        ("4.12当天的单量", "2026-04-12..2026-04-12"),
        ("4月12日当天的单量", "2026-04-12..2026-04-12"),
        ("四月头那五天", "2026-04-01..2026-04-05"),
        ("七夕那一周", "2026-08-17..2026-08-23"),
        ("two weekends ago", "2026-11-07..2026-11-08"),
        ("四月中下旬", "2026-04-11..2026-04-30"),
        ("early to mid April", "2026-04-01..2026-04-20"),
        ("12号到昨天", "2026-11-12..2026-11-21"),
        ("from the 25th to today", "2026-10-25..2026-11-22"),
        ("August until the 9th", "2026-08-01..2026-08-09"),
        ("八月截至9号", "2026-08-01..2026-08-09"),
        ("劳动节（2号到4号）", "2026-05-01..2026-05-05 2026-05-02..2026-05-04"),
        ("all we have on file", "2025-01-01..2026-11-22"),
        ("back half of April, first half of it", "2026-04-16..2026-04-30 2026-04-01..2026-04-15"),
        ("visits mar v apr", "2026-03-01..2026-03-31 2026-04-01..2026-04-30"),
    ],
)
def test_edges_of_months_and_years_are_read(text: str, days_meant: str) -> None:
    found = find_periods(text, TODAY)
    assert " ".join(days(mention.token) for mention in found) == days_meant


@pytest.mark.parametrize(
    "text", ["1号店", "比前9天", "as you may.", "all in all", "两三个月", "四季被"]
)
def test_what_only_looks_like_a_day_or_a_month_is_none(text: str) -> None:
    assert find_periods(text, TODAY) == []


@pytest.mark.parametrize(
    ("text", "days_meant"),
    [
        ("refunds, month just gone", "2026-10-01..2026-10-31"),
        ("the week we've just had", "2026-11-09..2026-11-15"),
        ("the just-closed quarter", "2026-07-01..2026-09-30"),
        ("this quarter just past", "2026-07-01..2026-09-30"),
        ("the weekend just gone", "2026-11-14..2026-11-15"),
        ("刚收官的那个季度", "2026-07-01..2026-09-30"),
        ("刚走完的这一周", "2026-11-09..2026-11-15"),
        ("the JFM quarter", "2026-01-01..2026-03-31"),
        ("OND of last year", "2025-10-01..2025-12-31"),
        ("the March quarter", "2026-01-01..2026-03-31"),
        ("quarter ended June", "2026-04-01..2026-06-30"),
        ("since start of May", "2026-05-01..2026-11-22"),
        ("from the very beginning of February", "2026-02-01..2026-11-22"),
        ("since the top of the month", "2026-11-01..2026-11-22"),
        ("since the start of last month", "2026-10-01..2026-11-22"),
        ("since the end of March", "2026-04-01..2026-11-22"),
        ("五月中到现在", "2026-05-11..2026-11-22"),
        ("从四月底到今天", "2026-05-01..2026-11-22"),
        ("6月初以来", "2026-06-01..2026-11-22"),
        ("since the beginning", "2025-01-01..2026-11-22"),
        ("since the start of our records", "2025-01-01..2026-11-22"),
    ],
)
def test_times_that_have_just_ended_or_run_from_an_edge_are_read(
    text: str, days_meant: str
) -> None:
    found = find_periods(text, TODAY)
    assert " ".join(days(mention.token) for mention in found) == days_meant


@pytest.mark.parametrize(
    "text", ["the month just passed 2m in orders", "her son Jas", "the week just closed at 300"]
)
def test_what_a_time_has_just_done_tells_no_time(text: str) -> None:
    assert find_periods(text, TODAY) == []
