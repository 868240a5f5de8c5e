"""Which of several times a question is about, and what it holds them against."""

from datetime import date

import pytest

from assistant.times import Times
from assistant.wanted_times import points_at_time

TIMES = Times((date(2025, 6, 1), date(2026, 11, 22)), date(2026, 11, 22))


def told(question: str) -> tuple[str, tuple[str, ...]]:
    return TIMES.comparison(question, TIMES.named(question, []))


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("forget April, I want May", "2026-05"),
        ("leave Golden Week out of it, revenue in June", "2026-06"),
        ("never mind last week, what about this week", "this_week"),
        ("二月不看了，要三月的", "2026-03"),
        ("端午怎么样我不关心，说说七月", "2026-07"),
        ("这个月不用看，看上个月", "last_month"),
        ("上个月不看别的，就看短信", "last_month"),
        ("from the start until the end of August, orders", "2025-06-01..2026-08-31"),
        ("开店到八月底一共几单", "2025-06-01..2026-08-31"),
        ("shirts at the fair last December, the 3rd to the 9th", "2025-12-03..2025-12-09"),
        ("coats in May and shirts in June, month by month", "2026-05-01..2026-06-30"),
        (
            "between May and July, how often does money change hands",
            "2026-05..2026-07",
        ),
        ("端午6月19号到现在", "2026-06-19..2026-11-22"),
        ("中秋前后，9月20日到29日，每天几单", "2026-09-20..2026-09-29"),
        ("端午档期（6/12 到 6/25，刚好两周）的单", "2026-06-12..2026-06-25"),
        ("618 period, 3 to 18 June", "2026-06-03..2026-06-18"),
        ("the week before Qixi, in orders", "2026-08-12..2026-08-18"),
        ("which hour leads, May and June?", "2026-05-01..2026-06-30"),
        ("五月卖得咋样？哦不对，端午那会儿没人，看七月", "2026-07"),
        ("五月同六月加埋几多单", "2026-05-01..2026-06-30"),
        ("端午不算进来，只看6月1号到9号", "2026-06-01..2026-06-09"),
        ("don't count Qixi, just 1 to 9 August", "2026-08-01..2026-08-09"),
        ("618 left out, so 10 to 14 June", "2026-06-10..2026-06-14"),
        ("3月3号到9号每天几单？想照着618的节奏备货", "2026-03-03..2026-03-09"),
        ("orders from May on, stop at the end of August", "2026-05-01..2026-08-31"),
        ("从五月起一周一周看，到八月底就好", "2026-05-01..2026-08-31"),
    ],
)
def test_the_time_that_is_asked_about_is_told_from_others(question: str, period: str) -> None:
    assert told(question) == ("none", (period,))


@pytest.mark.parametrize(
    ("question", "period", "compare"),
    [
        ("is today busier than yesterday", "today", "previous_period"),
        ("did returns dip in June from May?", "2026-06", "previous_period"),
        ("六月漏斗对五月", "2026-06", "previous_period"),
        ("六月看了几次，跟五月对一下", "2026-06", "previous_period"),
        ("六月和五月对照", "2026-06", "previous_period"),
        ("销售额六月vs五月", "2026-06", "previous_period"),
        ("yesterday against the same day last week", "yesterday", "2026-11-14..2026-11-14"),
        ("12 October vs the same day last week", "2026-10-12", "2026-10-05..2026-10-05"),
        ("昨天和上周同一天比", "yesterday", "2026-11-14..2026-11-14"),
        ("3-9 June, and the same days in May", "2026-06-03..2026-06-09", "2026-05-03..2026-05-09"),
        ("八月前半跟后半比", "2026-08-16..2026-08-31", "2026-08-01..2026-08-15"),
        ("这周到目前为止，跟上周比", "this_week", "previous_period"),
        ("六月之营收，与五月孰高", "2026-06", "previous_period"),
        ("六月中旬较上旬如何", "2026-06-11..2026-06-20", "previous_period"),
        ("the funnel step by step in June, set beside May", "2026-06", "previous_period"),
        ("六月呢？顺便同五月摆埋一齐睇", "2026-06", "previous_period"),
        ("六月的单，跟五月并排", "2026-06", "previous_period"),
        ("orders in June, and was May any better?", "2026-06", "previous_period"),
        ("六月跟五月，营业额差多少", "2026-06", "previous_period"),
        ("the difference in orders, June and May", "2026-06", "previous_period"),
        ("was June better than the week before Qixi", "2026-08-12..2026-08-18", "2026-06"),
        ("orders in June, with May alongside", "2026-06", "previous_period"),
        ("orders in June, may beside it", "2026-06", "previous_period"),
        ("六月几单，旁边放上五月", "2026-06", "previous_period"),
        ("Christmas Day beside Boxing Day", "2025-12-26..2025-12-26", "previous_period"),
        ("今年五一跟去年国庆比", "2026-05-01..2026-05-05", "2025-10-01..2025-10-07"),
        ("今年五一跟去年五一比", "2026-05-01..2026-05-05", "year_ago"),
        ("六月跟去年比", "2026-06", "year_ago"),
        ("漏斗给我六月跟五月对着看", "2026-06", "previous_period"),
        ("orders last week, yoy is out, so vs the week before", "last_week", "previous_period"),
        ("上周多少单？同比没数据，跟前一周比", "last_week", "previous_period"),
        ("first half of April set against the second", "2026-04-16..2026-04-30", "previous_period"),
        ("1st 10 days of May vs the last", "2026-05-22..2026-05-31", "2026-05-01..2026-05-10"),
        ("early May beside late", "2026-05-21..2026-05-31", "2026-05-01..2026-05-10"),
        ("四月头五天和后五天，摆一起比", "2026-04-26..2026-04-30", "2026-04-01..2026-04-05"),
        ("四月的单，上半月比下半月", "2026-04-16..2026-04-30", "previous_period"),
        ("3-9 June against the seven days before", "2026-06-03..2026-06-09", "previous_period"),
        ("3-9 June beside the prior two days", "2026-06-03..2026-06-09", "2026-06-01..2026-06-02"),
        ("6月3号到9号，对比再往前三天", "2026-06-03..2026-06-09", "2026-05-31..2026-06-02"),
        ("back half of May over the front", "2026-05-16..2026-05-31", "2026-05-01..2026-05-15"),
        ("week before Qixi vs after", "2026-08-20..2026-08-26", "2026-08-12..2026-08-18"),
        ("two days before and after 9 June", "2026-06-10..2026-06-11", "2026-06-07..2026-06-08"),
        ("端午前三天和后三天，几多单", "2026-06-22..2026-06-24", "2026-06-16..2026-06-18"),
        ("七夕前后各两天", "2026-08-20..2026-08-21", "2026-08-17..2026-08-18"),
        ("orders in June as opposed to May", "2026-06", "previous_period"),
        ("端午那天和七夕那天，访问放一块儿看", "2026-08-19", "2026-06-19"),
        ("520和618，谁的单多，PK一下", "2026-06-18..2026-06-18", "2026-05-20..2026-05-20"),
        ("how do May and June stack up on returns", "2026-06", "previous_period"),
        ("May and June, brands side by side", "2026-05-01..2026-06-30", "none"),
        ("上周多少单，别看同比，跟前一周比", "last_week", "previous_period"),
        ("上周多少单，同比呢", "last_week", "year_ago"),
        ("中秋那个月九月几单", "2026-09", "none"),
        ("Who took 618? Orders, 1 to 18 June", "2026-06-01..2026-06-18", "none"),
    ],
)  # fmt: skip
def test_one_time_is_held_against_another(question: str, period: str, compare: str) -> None:
    assert told(question) == (compare, (period,))


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("returns month on month since March", ("month",)),
        ("week over week visits since August", ("week",)),
        ("returns month on month in October", ()),
        ("returns since March", ()),
        ("Q1 vs Q2 vs Q3, orders", ("quarter",)),
        ("四月对五月对六月的单", ("month",)),
        ("April, May and June, orders", ()),
    ],
)
def test_one_unit_after_the_other_is_shown_of_a_long_time(
    question: str, unit: tuple[str, ...]
) -> None:
    assert TIMES.told_apart(question, TIMES.named(question, [])) == unit


@pytest.mark.parametrize(
    ("follow_up", "period"),
    [
        ("加上营业额，另外延到12日", "2026-05-02..2026-05-12"),
        ("extend it to the 12th, please", "2026-05-02..2026-05-12"),
        ("by hour rather, and just the 4th itself", "2026-05-04"),
        ("19到25号", "2026-05-19..2026-05-25"),
    ],
)
def test_days_without_their_month_are_of_the_time_before(follow_up: str, period: str) -> None:
    named = TIMES.named(follow_up, [], base="2026-05-02..2026-05-08")
    assert [one.token for one in named] == [period]


@pytest.mark.parametrize(
    ("asked", "question", "points"),
    [
        ("was profit better in the same days of May?", "Quiet, 3 to 9 June. …", True),
        ("本月几单？", "本月几单？同五月比下", True),
        ("orders this month?", "orders this month? Compare it with May", True),
        ("orders in May?", "It rained in June. orders in May?", False),
    ],
)
def test_a_question_may_point_to_a_time_told_beside_it(
    asked: str, question: str, points: bool
) -> None:
    assert points_at_time(asked, question) is points
