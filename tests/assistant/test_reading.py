from functools import cache

import pytest

from assistant.reading import Reader, Reading, language_of
from tests.small_store import small_store
from tools.lexicon import Lexicon


@cache
def reader() -> Reader:
    store = small_store()
    return Reader(Lexicon(store), store.calendar, store.today)


def read(question: str) -> Reading:
    return reader().read(question)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What sold best?", "en"),
        ("哪个品类卖得最好？", "zh"),
        ("GMV 上个月多少?", "zh"),
        ("Revenue for 耳机 in October?", "en"),
        ("", "en"),
    ],
)
def test_the_answer_is_in_the_questions_language(question: str, language: str) -> None:
    assert language_of(question) == language


def test_what_is_named_is_read() -> None:
    reading = read("Top 3 channels by revenue for headphones in October 2026?")
    assert reading.metrics == ("revenue",)
    assert reading.groupings == ("channel",)
    assert reading.filters == ("category=Headphones",)
    assert reading.periods == ("2026-10",)
    assert reading.top_n == 3
    assert reading.order == "highest"


def test_what_is_named_in_chinese_is_read() -> None:
    reading = read("上个月耳机销售额最低的前五个渠道？")
    assert reading.metrics == ("revenue",)
    assert reading.filters == ("category=Headphones",)
    assert reading.periods == ("last_month",)
    assert reading.top_n == 5
    assert reading.order == "lowest"


@pytest.mark.parametrize(
    ("question", "compare", "period"),
    [
        ("revenue in October compared with September 2026", "previous_period", "2026-10"),
        ("orders this month vs last month", "previous_period", "this_month"),
        ("revenue in October 2026 vs a year ago", "year_ago", "2026-10"),
        ("10月的客单价比9月高吗", "previous_period", "2026-10"),
        ("本月订单数同比怎么样", "year_ago", "this_month"),
        ("revenue last year", "none", "last_year"),
        ("August 2026 versus October 2026, revenue", "2026-08", "2026-10"),
    ],
)
def test_a_comparison_is_one_period_and_what_it_is_held_against(
    question: str, compare: str, period: str
) -> None:
    reading = read(question)
    assert (reading.compare, reading.periods[0]) == (compare, period)


@pytest.mark.parametrize(
    ("question", "rating"),
    [
        ("what do people complain about", "negative"),
        ("大家都在吐槽什么", "negative"),
        ("what do buyers love", "positive"),
        ("好评里夸了什么", "positive"),
        ("is the fit good or bad: problems and praise", "any"),
        ("what about the zip", "any"),
    ],
)
def test_complaints_and_praise_are_told_apart(question: str, rating: str) -> None:
    assert read(question).rating == rating


def test_a_named_customer_is_read() -> None:
    assert read("How likely is customer u00012 to buy?").users == ("u00012",)
    assert read("用户 1024 会再买吗").users == ("1024",)


def test_a_follow_up_carries_the_call_before() -> None:
    before = ("query_metrics", {"metrics": ["orders"], "period": "2026-10"})
    assert reader().read("and by channel?", before).continues == "query_metrics"
    assert reader().read("那按渠道呢？", before).carried == before[1]
    fresh = reader().read("What was our revenue in October 2026 by category?", before)
    assert fresh.continues is None
    assert not fresh.carried


@pytest.mark.parametrize(
    "question", ["thanks!", "谢谢", "who is likely to buy next?", "how many orders yesterday?"]
)
def test_a_question_that_stands_alone_carries_nothing(question: str) -> None:
    assert reader().read(question, ("query_metrics", {"metrics": ["revenue"]})).continues is None


@pytest.mark.parametrize(
    ("question", "group_by"),
    [
        ("what was the revenue there?", None),
        ("how many buyers did they have?", None),
        ("which had the lowest?", "channel"),
        ("哪个最低", "channel"),
        ("涨了吗", None),
    ],
)
def test_a_short_question_that_lacks_what_was_said_carries_it(
    question: str, group_by: str | None
) -> None:
    before = ("query_metrics", {"metrics": ["orders"], "group_by": group_by, "period": "2026-10"})
    assert reader().read(question, before).carried == before[1]


def test_a_period_held_against_the_one_before_is_the_earlier_of_the_two() -> None:
    before = ("query_metrics", {"metrics": ["orders"], "period": "2026-10"})
    reading = reader().read("比9月多吗", before)
    assert (reading.compare, reading.periods) == ("previous_period", ("2026-10",))


def test_figures_held_against_one_another_compare_no_times() -> None:
    assert read("revenue vs orders in September").compare == "none"
    assert read("revenue vs orders, October vs September").compare == "previous_period"


def test_at_least_is_no_rank() -> None:
    assert read("top brands by revenue in October, show at least ten").order != "lowest"


def test_the_first_so_many_of_a_month_are_days() -> None:
    assert read("orders in the first ten of October").periods == ("2026-10-01..2026-10-10",)


def test_a_bare_year_at_the_end_is_the_period() -> None:
    assert read("revenue by category, 2026").periods == ("2026",)
    assert read("customer 2026").periods == ()


@pytest.mark.parametrize("question", ["only mobile", "换成订单数", "by channel", "top 3 only"])
def test_an_unfinished_question_carries_the_call_before(question: str) -> None:
    before = ("query_metrics", {"metrics": ["revenue"]})
    assert reader().read(question, before).continues == "query_metrics"


def test_misspellings_are_put_right_everywhere() -> None:
    reading = read("reveneu by chanel in octobre")
    assert (reading.metrics, reading.groupings) == (("revenue",), ("channel",))
    assert reading.periods == ("2026-10",)


def test_how_things_are_going_is_an_overview() -> None:
    assert read("how are we doing?").overview
    assert read("最近生意如何").overview
    assert not read("how is revenue doing?").overview


def test_us_is_no_country() -> None:
    assert read("how many people bought from us in July?").filters == ()


@pytest.mark.parametrize(
    ("question", "compare"),
    [
        ("compare the channels' funnels in October 2026", "none"),
        ("对比一下各渠道上个月的漏斗", "none"),
        ("revenue by channel in October 2026 compared with September 2026", "previous_period"),
        ("各渠道上个月的销售额环比变化", "previous_period"),
    ],
)
def test_groups_held_against_one_another_are_a_split(question: str, compare: str) -> None:
    reading = read(question)
    assert (reading.compare, reading.groupings) == (compare, ("channel",))


@pytest.mark.parametrize(
    ("question", "periods", "groupings", "filters"),
    [
        ("orders by channel, no wait, by device", (), ("device",), ()),
        ("orders by device I mean, not by channel", (), ("device",), ()),
        ("五月，哦不对，六月的订单数", ("2026-06",), (), ()),
        ("orders for headphones, sorry, I meant keyboards", (), (), ("category=Keyboards",)),
        ("orders by brand I mean, not by device", (), ("brand",), ()),
        ("what I mean is orders by device in June", ("2026-06",), ("device",), ()),
        ("visits in April, no, in June", ("2026-06",), (), ()),
        ("visits in April. Sorry, June", ("2026-06",), (), ()),
        ("三月……不是，四月的订单数", ("2026-04",), (), ()),
        ("不是三月，是四月的订单数", ("2026-04",), (), ()),
        ("not April but June for the orders", ("2026-06",), (), ()),
        ("耳机，啊不，键盘的订单数", (), (), ("category=Keyboards",)),
        ("orders, no idea why they fell in June", ("2026-06",), (), ()),
        ("耳机的……喔不，键盘的订单数", (), (), ("category=Keyboards",)),
        ("orders 3 June to 6 June... wait, 3 to 9", ("2026-06-03..2026-06-09",), (), ()),
        ("6月3号到6号，不对，3号到9号的订单数", ("2026-06-03..2026-06-09",), (), ()),
        ("I said May but meant June for the orders", ("2026-06",), (), ()),
        ("orders in May. I wrote May, should have been June", ("2026-06",), (), ()),
        (
            "I put headphones but I was thinking of keyboards: orders",
            (),
            (),
            ("category=Keyboards",),
        ),
        ("for May read June: orders", ("2026-06",), (), ()),
        ("我说成五月了，其实想问六月的订单数", ("2026-06",), (), ()),
        ("讲成耳机咗，其实系键盘的订单数", (), (), ("category=Keyboards",)),
        ("不该写五月，该写六月，订单数", ("2026-06",), (), ()),
    ],
)
def test_what_a_question_takes_back_is_not_asked(
    question: str, periods: tuple[str, ...], groupings: tuple[str, ...], filters: tuple[str, ...]
) -> None:
    reading = read(question)
    assert (reading.periods, reading.groupings, reading.filters) == (periods, groupings, filters)


@pytest.mark.parametrize(
    ("question", "compare"),
    [
        ("orders in September against August", "previous_period"),
        ("九月对八月的订单数", "previous_period"),
        ("How many orders this month? And last month?", "previous_period"),
        ("Orders in Q3, please. And what were they in Q2?", "previous_period"),
        ("九月订单多少？七月又是多少", "2026-07"),
        ("how far were the visits in May behind March", "2026-03"),
        ("visits in May (March as a baseline)", "2026-03"),
        ("五月的访问，拿三月作参考", "2026-03"),
        ("visits of each device, Q2 next to Q1, compared", "previous_period"),
        ("sessions in May, were they more as in March?", "2026-03"),
        ("visits 3 to 9 June vs the same days of March", "2026-03-03..2026-03-09"),
        ("6月3日到9日的访问，跟三月同期比", "2026-03-03..2026-03-09"),
        ("visits of 3 to 9 June beside those of 3 to 9 March", "2026-03-03..2026-03-09"),
        ("orders this month for headphones and last month for none", "none"),
    ],
)
def test_two_times_set_against_one_another_are_compared(question: str, compare: str) -> None:
    assert read(question).compare == compare


@pytest.mark.parametrize(
    "question",
    [
        "orders around 618 (1 to 18 June)",
        "618那阵子（6.1到6.18）的订单数",
        "618期间，也就是6月1日到18日的订单数",
        "has anyone ever counted the orders from 1 to 18 June",
    ],
)
def test_a_time_in_brackets_says_the_one_before_it_more_exactly(question: str) -> None:
    assert read(question).periods == ("2026-06-01..2026-06-18",)


def test_a_weekday_beside_its_date_says_nothing_more() -> None:
    reading = read("orders from Monday the 5th to Sunday the 11th of October")
    assert (reading.periods, reading.filters) == (("2026-10-05..2026-10-11",), ())
    assert read("10月5日（周一）到10月11日的订单数").filters == ()


def test_which_of_a_category_asks_for_its_items() -> None:
    assert read("Which headphones sold the most units in September?").groupings == ("item",)
    assert read("Which headphones brand sold the most in September?").groupings == ("brand",)
    assert read("九月哪几款耳机卖得最多").groupings == ("item",)


def test_a_weekday_alone_is_a_day_to_come() -> None:
    assert read("I meet them on Thursday: orders by device").filters == ()
    assert read("orders on Thursdays").filters == ("weekday=4",)
    assert read("我周四开会要用，各设备订单数").filters == ()
    assert read("周四的订单数").filters == ("weekday=4",)


def test_today_beside_another_time_is_when_it_is_asked() -> None:
    assert read("I present today: orders by device this year").periods == ("this_year",)
    assert read("orders today").periods == ("today",)
    assert read("今天要汇报，六月的订单数").periods == ("2026-06",)


@pytest.mark.parametrize(
    ("question", "compare", "period"),
    [
        ("did orders fall from July to October 2026?", "2026-07", "2026-10"),
        ("from Q2 to Q3, how did the units change", "previous_period", "2026-Q3"),
        ("9月到10月的客单价涨了没有", "previous_period", "2026-10"),
        ("compare August to October, orders by channel", "2026-08", "2026-10"),
        ("rent went up 9% by the way. orders in October", "none", "2026-10"),
        ("which hour in October had most orders, and how many fell in it", "none", "2026-10"),
        ("did we ship more orders in August or October", "2026-08", "2026-10"),
        ("9月和10月哪个月订单多", "previous_period", "2026-10"),
        ("how have orders moved between Q2 and Q3", "previous_period", "2026-Q3"),
        (
            "which channel had more orders in September and October",
            "none",
            "2026-09-01..2026-10-31",
        ),
        ("orders of October and September", "none", "2026-09-01..2026-10-31"),
        ("国庆七天的订单数，环比前7天", "previous_period", "2026-10-01..2026-10-07"),
    ],
)
def test_a_change_is_asked_between_the_ends_of_a_span(
    question: str, compare: str, period: str
) -> None:
    reading = read(question)
    assert (reading.compare, reading.periods[0]) == (compare, period)
