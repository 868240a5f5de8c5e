"""What a question's words say to the tools that the router takes for likely."""

import pytest

from assistant.race import Race
from assistant.reading import Reader
from assistant.routing import Route
from assistant.splitting import Splitter
from tests.small_store import small_store
from tools.lexicon import Lexicon


def _tool(user_id: str = "", filters: str = "") -> None:
    """Stands for any tool."""


class Fixed:
    """A router with one answer."""

    def __init__(self, chances: dict[str, float]) -> None:
        self.chances = chances

    def route(self, question: str) -> Route:
        return Route(list(self.chances), self.chances)


def _first(question: str, chances: dict[str, float]) -> str:
    store = small_store()
    lexicon = Lexicon(store)
    reader = Reader(lexicon, store.calendar, store.today)
    splitter = Splitter(lexicon, Fixed(chances), list(chances))  # type: ignore[arg-type]
    race = Race(dict.fromkeys(chances, _tool), reader, splitter)  # type: ignore[arg-type]
    return race.ranked(reader.read(question))[0][0]


@pytest.mark.parametrize("question", ["Evening all! Tea at last", "大家晚上好呀，喝口茶先"])
def test_nothing_is_written_for_who_names_nothing(question: str) -> None:
    assert _first(question, {"draft_campaign": 0.7, "about_store": 0.2}) == "about_store"


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("which category has the lowest rating", "query_metrics"),
        ("哪个品类评分最低", "query_metrics"),
        ("which category has the most complaints about price", "review_themes"),
    ],
)
def test_ratings_of_groups_are_figures(question: str, tool: str) -> None:
    assert _first(question, {"review_themes": 0.8, "query_metrics": 0.1}) == tool


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("cart abandonment in May", "funnel"),
        ("五月的弃购率", "funnel"),
        ("stars and number of reviews in May", "review_themes"),
        ("repeat purchase rate by region in May", "cohort_retention"),
        ("五月各地区的复购率", "cohort_retention"),
    ],
)
def test_a_figure_named_outright_is_told_by_itself(question: str, other: str) -> None:
    assert _first(question, {other: 0.7, "query_metrics": 0.1}) == "query_metrics"


@pytest.mark.parametrize("question", ["where do we lose carts in May", "五月弃购都卡在哪一步"])
def test_where_carts_are_lost_is_the_funnel(question: str) -> None:
    assert _first(question, {"funnel": 0.7, "query_metrics": 0.1}) == "funnel"


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("the best people for the next 30 days", "predict_purchase"),
        ("未来30天最好的人", "predict_purchase"),
        ("the best people so far", "segment_customers"),
    ],
)
def test_a_group_of_customers_looks_not_ahead(question: str, tool: str) -> None:
    assert _first(question, {"segment_customers": 0.4, "predict_purchase": 0.2}) == tool


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("The keyboard maker has complained. How many orders came in?", "query_metrics"),
        ("How many orders came in, and do people complain?", "search_reviews"),
    ],
)
def test_words_of_what_is_only_told_ask_for_nothing(question: str, tool: str) -> None:
    assert _first(question, {"search_reviews": 0.5, "query_metrics": 0.4}) == tool


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("orders by channel in May, without sms", "channel_advice"),
        ("五月各渠道的客单价", "channel_advice"),
        ("which promotion brought the most orders", "campaign_results"),
        ("哪场活动带来的订单最多", "campaign_results"),
        ("how many buyers came in through the Autumn Sale", "campaign_results"),
        ("Autumn Sale那档活动总共好多买家", "campaign_results"),
        ("Autumn Sale带来的订单有多少", "draft_campaign"),
        ("which device has the worst cart abandonment, and where is it lowest", "funnel"),
        ("加了车又不买的，哪种设备最严重", "funnel"),
        ("what share of carts was left behind in May", "funnel"),
        ("new users by month since May", "cohort_retention"),
        ("五月新增用户，逐周", "cohort_retention"),
        ("how many reviews did desk lamps get", "search_reviews"),
        ("which age group gives things back the most", "price_advice"),
        ("how many times were kettles dropped into the basket in May", "funnel"),
        ("五月大家往购物车里丢了多少回台灯", "funnel"),
        ("buyers by region in May", "segment_customers"),
    ],
)
def test_what_is_only_counted_is_a_figure(question: str, other: str) -> None:
    assert _first(question, {other: 0.8, "query_metrics": 0.1}) == "query_metrics"


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("what did each channel cost us in May and which orders should we drop", "channel_advice"),
        ("五月各渠道花了多少预算，带来多少订单", "channel_advice"),
        ("which promotion really caused extra orders", "campaign_results"),
        ("哪场活动多带了订单", "campaign_results"),
        ("how well did the Autumn Sale do, counting orders", "campaign_results"),
        ("Autumn Sale效果怎么样，多少单", "campaign_results"),
        ("at which step are carts lost on each device", "funnel"),
        ("how many of the new users of May came back later", "cohort_retention"),
        ("五月的新增用户后来还回来吗", "cohort_retention"),
    ],
)
def test_what_is_asked_beside_figures_stays_with_its_tool(question: str, tool: str) -> None:
    assert _first(question, {tool: 0.8, "query_metrics": 0.1}) == tool


@pytest.mark.parametrize(
    ("question", "likely", "other", "tool"),
    [
        ("what will Keyboards bring in next month", "lifetime_value", "forecast_demand",
         "forecast_demand"),
        ("what will our customers bring in next month", "lifetime_value", "forecast_demand",
         "lifetime_value"),
        ("how many buyers shall we have next week", "forecast_demand", "predict_purchase",
         "predict_purchase"),
        ("how many units will go next week", "forecast_demand", "predict_purchase",
         "forecast_demand"),
        ("how did last month go overall?", "find_opportunities", "query_metrics", "query_metrics"),
        ("what is to be done next month?", "find_opportunities", "query_metrics",
         "find_opportunities"),
        ("三个评价最少的商品", "run_sql", "query_metrics", "query_metrics"),
        ("what share of May's buyers came back for a second order", "query_metrics", "run_sql",
         "query_metrics"),
        ("what share of reviews has one star", "review_themes", "run_sql", "run_sql"),
        ("orders 2 to 8 May against the seven days before", "run_sql", "query_metrics",
         "query_metrics"),
        ("second orders in May against those in April", "run_sql", "query_metrics", "run_sql"),
        ("有几天超过三单", "forecast_demand", "run_sql", "run_sql"),
    ],
)  # fmt: skip
def test_what_a_question_names_outweighs_what_is_likely(
    question: str, likely: str, other: str, tool: str
) -> None:
    assert _first(question, {likely: 0.7, other: 0.2}) == tool


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("hiya, how are we performing?", "query_metrics"),
        ("咱们店做得怎么样", "query_metrics"),
        ("where could we do more for the tea", "find_opportunities"),
    ],
)
def test_how_things_go_is_told_in_figures(question: str, tool: str) -> None:
    assert _first(question, {"find_opportunities": 0.6, "query_metrics": 0.2}) == tool


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("which brand deserves a push in spring", "find_opportunities"),
        ("春天主推哪个品类好", "find_opportunities"),
        ("which channel for the tea in spring", "channel_advice"),
    ],
)
def test_what_to_promote_is_no_question_of_channels(question: str, tool: str) -> None:
    assert _first(question, {"channel_advice": 0.5, "find_opportunities": 0.1}) == tool


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("main reason for 2 star ratings", "review_themes"),
        ("两星评价的主要原因", "review_themes"),
        ("number of 2 star ratings", "query_metrics"),
    ],
)
def test_why_stars_are_few_is_told_by_what_reviews_say(question: str, tool: str) -> None:
    assert _first(question, {"review_themes": 0.6, "query_metrics": 0.2}) == tool


@pytest.mark.parametrize("question", ["our best week ever?", "最差的那个月是几月"])
def test_the_best_of_times_is_told_in_figures(question: str) -> None:
    assert _first(question, {"campaign_results": 0.6, "query_metrics": 0.3}) == "query_metrics"
