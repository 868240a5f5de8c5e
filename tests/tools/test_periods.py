from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.errors import ToolError
from tools.periods import find_periods, previous, resolve, year_ago
from tools.periods.ahead import days_ahead, horizon_in
from tools.periods.durations import durations_in

TODAY = date(2026, 11, 22)  # a Sunday
FIRST = date(2025, 1, 1)
DAYS = st.dates(date(2000, 1, 1), date(2050, 12, 31))


def days(token: str) -> str:
    period = resolve(token, TODAY, FIRST)
    return f"{period.first}..{period.last}"


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("today", "2026-11-22..2026-11-22"),
        ("yesterday", "2026-11-21..2026-11-21"),
        ("this_week", "2026-11-16..2026-11-22"),
        ("last_week", "2026-11-09..2026-11-15"),
        ("this_month", "2026-11-01..2026-11-22"),
        ("last_month", "2026-10-01..2026-10-31"),
        ("this_quarter", "2026-10-01..2026-11-22"),
        ("last_quarter", "2026-07-01..2026-09-30"),
        ("this_year", "2026-01-01..2026-11-22"),
        ("last_year", "2025-01-01..2025-12-31"),
        ("last_7_days", "2026-11-16..2026-11-22"),
        ("last_2_weeks", "2026-11-09..2026-11-22"),
        ("last_3_months", "2026-08-23..2026-11-22"),
        ("2025", "2025-01-01..2025-12-31"),
        ("2026", "2026-01-01..2026-11-22"),
        ("2026-02", "2026-02-01..2026-02-28"),
        ("2026-Q3", "2026-07-01..2026-09-30"),
        ("2026-10-05", "2026-10-05..2026-10-05"),
        ("2026-10-01..2026-10-15", "2026-10-01..2026-10-15"),
        ("2026-08..2026-10", "2026-08-01..2026-10-31"),
        ("all", "2025-01-01..2026-11-22"),
    ],
)
def test_a_token_stands_for_these_days(token: str, expected: str) -> None:
    assert days(token) == expected


@pytest.mark.parametrize(
    "token",
    ["", "soon", "last_0_days", "last_fortnight", "2026-13", "2026-02-30", "2026-Q5",
     "2026-10-15..2026-10-01", "..", "this_day", "next_month"],
)  # fmt: skip
def test_an_unknown_token_is_refused_with_examples(token: str) -> None:
    with pytest.raises(ToolError) as caught:
        resolve(token, TODAY, FIRST)
    assert "last_month" in caught.value.say("en")
    assert "last_month" in caught.value.say("zh")


@pytest.mark.parametrize(
    ("token", "before", "last_year"),
    [
        ("last_month", "2026-09-01..2026-09-30", "2025-10-01..2025-10-31"),
        ("2026-Q1", "2025-10-01..2025-12-31", "2025-01-01..2025-03-31"),
        ("2024-02", "2024-01-01..2024-01-31", "2023-02-01..2023-02-28"),
        ("last_week", "2026-11-02..2026-11-08", "2025-11-09..2025-11-15"),
        ("last_7_days", "2026-11-09..2026-11-15", "2025-11-16..2025-11-22"),
        ("this_month", "2026-10-01..2026-10-22", "2025-11-01..2025-11-22"),
        ("this_year", "2025-01-01..2025-11-22", "2025-01-01..2025-11-22"),
    ],
)
def test_the_period_before_is_of_the_same_kind(token: str, before: str, last_year: str) -> None:
    period = resolve(token, TODAY, FIRST)
    assert previous(period).token == before
    assert year_ago(period).token == last_year


@given(DAYS, DAYS, DAYS)
def test_a_range_reads_back_as_it_was_written(one: date, other: date, today: date) -> None:
    first, last = min(one, other), max(one, other)
    period = resolve(f"{first}..{last}", today, first)
    assert period.first == first
    assert period.end == last
    assert period.last == (today if first <= today < last else last)


@given(
    st.sampled_from(
        ["this_week", "last_week", "this_month", "last_month", "this_quarter", "last_quarter",
         "this_year", "last_year", "last_7_days", "last_3_months", "today", "last_4_weeks"]
    ),
    DAYS,
)  # fmt: skip
def test_the_period_before_ends_before_this_one_begins(token: str, today: date) -> None:
    period = resolve(token, today, date(1999, 1, 1))
    before = previous(period)
    assert before.last < period.first <= period.last <= today
    if period.complete and period.unit != "month":
        assert before.last == period.first - timedelta(1)
        assert before.days == period.days


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Revenue last month?", ["last_month"]),
        ("上个月的销售额是多少", ["last_month"]),
        ("How was Q3", ["2026-Q3"]),
        ("third quarter of 2025", ["2025-Q3"]),
        ("takings for the last completed month", ["last_month"]),
        ("最近一个完整周的进店人数", ["last_week"]),
        ("盘一下二季度的件数", ["2026-Q2"]),
        ("visits 3 May until now", ["2026-05-03..2026-11-22"]),
        ("from the 3rd of April to the 9th of May", ["2026-04-03..2026-05-09"]),
        ("从4/3到5/9的件数", ["2026-04-03..2026-05-09"]),
        ("units, feb + mar", ["2026-02", "2026-03"]),
        ("quarter before last", ["2026-Q2"]),
        ("Thursday of last week", ["2026-11-12"]),
        ("visits last fri", ["2026-11-20"]),
        ("五月头一个礼拜的件数", ["2026-05-01..2026-05-07"]),
        ("3-5月的件数", ["2026-03..2026-05"]),
        ("去年九到十二月每个月的件数", ["2025-09..2025-12"]),
        ("from the eleventh to the nineteenth of May", ["2026-05-11..2026-05-19"]),
        ("on the twenty-third of May", ["2026-05-23"]),
        ("of aprils visits", ["2026-04"]),
        ("from mid April to the end of May", ["2026-04-11..2026-05-31"]),
        ("三、四月的件数", ["2026-03-01..2026-04-30"]),
        ("visits since late April", ["2026-04-21..2026-11-22"]),
        ("stars, everything till date", ["all"]),
        ("三季度卖得怎么样", ["2026-Q3"]),
        ("visits in May, 4th to the 9th", ["2026-05-04..2026-05-09"]),
        ("五月廿三号", ["2026-05-23"]),
        ("五月二十那天", ["2026-05-20"]),
        (
            "visits last weekend and the weekend before it",
            ["2026-11-14..2026-11-15", "2026-11-07..2026-11-08"],
        ),
        ("上周末和前一个周末", ["2026-11-14..2026-11-15", "2026-11-07..2026-11-08"]),
        ("the rank of woks in May, 1st to 3rd place", ["2026-05"]),
        ("二、三、四三个月各几单", ["2026-02-01..2026-04-30"]),
        ("今年第三季度", ["2026-Q3"]),
        ("2026 Q2 orders", ["2026-Q2"]),
        ("October sales", ["2026-10"]),
        ("December sales", ["2025-12"]),
        ("10月的订单", ["2026-10"]),
        ("十二月份", ["2025-12"]),
        ("去年10月", ["2025-10"]),
        ("in December 2010", ["2010-12"]),
        ("去年双十一的成交额", ["2025-11-11..2025-11-11"]),
        ("past 7 days", ["last_7_days"]),
        ("最近30天", ["last_30_days"]),
        ("近一周", ["last_1_weeks"]),
        ("last two weeks", ["last_2_weeks"]),
        ("最近三个月", ["last_3_months"]),
        ("近半年", ["last_6_months"]),
        ("yesterday", ["yesterday"]),
        ("昨天", ["yesterday"]),
        ("前天", ["2026-11-20"]),
        ("since August", ["2026-08..2026-11-22"]),
        ("8月以来", ["2026-08..2026-11-22"]),
        ("between 1 and 15 October", ["2026-10-01..2026-10-15"]),
        ("between October 1 and October 15", ["2026-10-01..2026-10-15"]),
        ("October 1-15", ["2026-10-01..2026-10-15"]),
        ("10月1日到15日", ["2026-10-01..2026-10-15"]),
        ("from August to October", ["2026-08..2026-10"]),
        ("2026年8月到10月", ["2026-08..2026-10"]),
        ("from 2024 to 2025", ["2024..2025"]),
        ("this year", ["this_year"]),
        ("今年", ["this_year"]),
        ("year to date", ["this_year"]),
        ("上半年", ["2026-01..2026-06"]),
        ("前三个季度的销售额", ["2026-01..2026-09"]),
        ("H1", ["2026-01..2026-06"]),
        ("国庆期间", ["2026-10-01..2026-10-07"]),
        ("in 2025", ["2025"]),
        ("2025年", ["2025"]),
        ("last weekend", ["2026-11-14..2026-11-15"]),
        ("Oct 5th, 2026", ["2026-10-05"]),
        ("2010年12月9日", ["2010-12-09"]),
        ("black friday", ["2025-11-28"]),
        ("August and September revenue", ["2026-08", "2026-09"]),
        ("last 12 months by month", ["last_12_months"]),
        ("9月销量最好的前3个商品", ["2026-09"]),
        ("上周三的订单", ["2026-11-11"]),
        ("本周一", ["2026-11-16"]),
        ("orders last Wednesday", ["2026-11-18"]),
        ("last Sunday", ["2026-11-15"]),
        ("Double 11 sales", ["2026-11-11..2026-11-11"]),
        ("618大促卖得怎么样", ["2026-06-18..2026-06-18"]),
        ("618的成交额", ["2026-06-18..2026-06-18"]),
        ("国庆期间的销售额", ["2026-10-01..2026-10-07"]),
        ("春节期间的订单数", ["2026-02-16..2026-02-22"]),
        ("sales during the spring festival", ["2026-02-16..2026-02-22"]),
    ],
)
def test_time_expressions_are_read(text: str, tokens: list[str]) -> None:
    found = find_periods(text, TODAY)
    assert [mention.token for mention in found] == tokens
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        resolve(mention.token, TODAY, FIRST)


@pytest.mark.parametrize(
    "text",
    ["May I see the revenue?", "may we compare?", "the second best item", "orders over 2000 yuan",
     "more than 2010 orders", "top 10 items", "前10名", "前5个商品", "which items march up?",
     "by month", "各季度的销售额", "每月", "every quarter", "rated 4.5 or more",
     "618 orders", "周三的订单数", "SKU 2026A", ""],
)  # fmt: skip
def test_what_only_looks_like_time_is_left_alone(text: str) -> None:
    assert find_periods(text, TODAY) == []


def test_a_period_held_against_is_marked() -> None:
    found = find_periods("How did revenue change this month against last month?", TODAY)
    assert [(m.token, m.comparison) for m in found] == [
        ("this_month", False),
        ("last_month", True),
    ]
    assert [m.comparison for m in find_periods("本月和上个月相比如何", TODAY)] == [False, True]


@given(st.text(max_size=60), DAYS)
def test_any_text_is_read_without_error_and_every_token_resolves(text: str, today: date) -> None:
    for mention in find_periods(text, today):
        assert text[mention.start : mention.end] == mention.text
        assert resolve(mention.token, today, today).token == mention.token


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("in the next two weeks", 14),
        ("下周谁会买", 7),
        ("未来半个月", 15),
        ("last week", None),
        ("over the next year", 365),
        ("next 6 months", 180),
        ("12-month value", 365),
        ("明年", 365),
        ("半年内", 180),
        ("近30天内", None),
        ("the last 30-day churn", None),
    ],
)
def test_how_far_ahead_is_read(text: str, days: int | None) -> None:
    assert days_ahead(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("plan for next year: value over the coming 120 days", 120),
        ("为明年做准备，往后四个半月", 135),
        ("three weeks will do", 21),
        ("到年底", 39),
        ("before christmas", 34),
        ("customers we won in january", None),
        ("idle for 60 days", None),
        ("近90天没来的", None),
        ("到货要30天", None),
    ],
)
def test_what_is_not_past_nor_supply_is_a_horizon(text: str, days: int | None) -> None:
    assert horizon_in(text, TODAY) == days


def test_a_month_to_come_counts_where_any_date_does() -> None:
    assert horizon_in("how many in December", TODAY) is None
    assert horizon_in("how many in December", TODAY, any_date=True) == 39


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("the vendor needs 12 days; show the next 3 weeks", ["lead", "ahead"]),
        ("delivery takes 12 days", ["lead"]),
        ("last 30 days", ["past"]),
        ("a third quarter", []),
        ("3月", []),
    ],
)
def test_what_a_length_of_time_is_for(text: str, roles: list[str]) -> None:
    assert [one.role for one in durations_in(text)] == roles


@pytest.mark.parametrize(
    ("text", "days_meant"),
    [
        ("early November", "2026-11-01..2026-11-10"),
        ("第一批货是10月中旬到的", "2026-10-11..2026-10-20"),
        ("the last 5 days of August", "2026-08-27..2026-08-31"),
        ("week of 4 November", "2026-11-02..2026-11-08"),
        ("上周二到周四", "2026-11-10..2026-11-12"),
        ("last summer", "2026-06-01..2026-08-31"),
        ("since the summer", "2026-09-01..2026-11-22"),
        ("去年秋天", "2025-09-01..2025-11-30"),
        ("May, June and July", "2026-05-01..2026-07-31"),
        ("5、6、7三个月", "2026-05-01..2026-07-31"),
        ("11/3-11/9", "2026-11-03..2026-11-09"),
        ("second to sixth november", "2026-11-02..2026-11-06"),
        ("端午", "2026-06-19..2026-06-21"),
    ],
)
def test_parts_of_the_calendar_are_read(text: str, days_meant: str) -> None:
    assert [days(mention.token) for mention in find_periods(text, TODAY)] == [days_meant]


@pytest.mark.parametrize(
    "text", ["80/20 split", "3.5 stars", "winter warmers", "夏装", "二十五一件"]
)
def test_what_only_looks_like_a_part_of_the_calendar_is_none(text: str) -> None:
    assert find_periods(text, TODAY) == []


@pytest.mark.parametrize(
    ("question", "token"),
    [
        ("revenue over our whole history", "all"),
        ("how many orders since day one", "all"),
        ("the best month ever", "all"),
        ("开业以来的总营收", "all"),
        ("从有数据算起一共多少订单", "all"),
        ("revenue year to date", "this_year"),
        ("上周一共卖了多少", "last_week"),
        ("上周一卖了多少", "2026-10-19"),
        ("上周五个渠道的访客", "last_week"),
        ("昨儿的流水", "yesterday"),
        ("618那个月的订单", "2026-06"),
        ("orders in the month of the 618 sale", "2026-06"),
        ("双十一那周", "2025-11-10..2025-11-16"),
        ("black friday week", "2025-11-24..2025-11-30"),
        ("last october", "2025-10"),
        ("last september", "2026-09"),
        ("quarter just gone, by brand", "last_quarter"),
        ("全年到现在的", "this_year"),
        ("the AMJ quarter", "2026-Q2"),
        ("OND of last year", "2025-Q4"),
        ("visits since start of June", "2026-06..2026-10-31"),
    ],
)
def test_colloquial_words_for_periods_are_read(question: str, token: str) -> None:
    assert [m.token for m in find_periods(question, date(2026, 10, 31))] == [token]


def test_words_that_only_hold_a_period_word_are_not_read() -> None:
    today = date(2026, 10, 31)
    assert find_periods("which items have never sold", today) == []
    assert find_periods("目前日均多少单", today) == []


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("the third week of May", ["2026-05-15..2026-05-21"]),
        ("5月第三周比第一周", ["2026-05-15..2026-05-21", "2026-05-01..2026-05-07"]),
        (
            "the back half of May against the front half",
            ["2026-05-16..2026-05-31", "2026-05-01..2026-05-15"],
        ),
        ("quarter two against quarter one", ["2026-Q2", "2026-Q1"]),
        ("the first week of May and the second best seller", ["2026-05-01..2026-05-07"]),
        ("the second ten days of May", ["2026-05-11..2026-05-20"]),
        ("5月中间十天", ["2026-05-11..2026-05-20"]),
        (
            "6月前半段和后半段",
            ["2026-06-01..2026-06-15", "2026-06-16..2026-06-30"],
        ),
        (
            "the first half of May against the other",
            ["2026-05-01..2026-05-15", "2026-05-16..2026-05-31"],
        ),
        ("May I ask what June brought", ["2026-06"]),
    ],
)
def test_a_part_belongs_to_the_month_that_is_named(text: str, tokens: list[str]) -> None:
    assert [mention.token for mention in find_periods(text, TODAY)] == tokens


def test_a_quarter_of_people_is_no_length_of_time() -> None:
    assert durations_in("hold back a quarter of them") == []
    assert [one.days for one in durations_in("over the next quarter and for a quarter")] == [90]
