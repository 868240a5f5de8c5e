import pytest

from assistant.measures import Measures
from assistant.settings import Settings
from retrieval.embedding import TorchEmbedder
from tools.metrics.metric import METRICS


@pytest.fixture(scope="module")
def embedder() -> TorchEmbedder:
    return TorchEmbedder.bundled(Settings().cache)


@pytest.fixture(scope="module")
def measures(embedder: TorchEmbedder) -> Measures:
    return Measures.load(embedder.queries, [*METRICS], Settings().cache)


@pytest.mark.parametrize(
    ("question", "metric"),
    [
        ("what portion of our lanterns do people post back to us", "return_rate"),
        ("how many stars on average did the lanterns get from men", "average_rating"),
        ("how many different people bought lanterns in may", "buyers"),
        ("of those who filled a basket, how many in a hundred walked off", "cart_abandonment_rate"),
        ("灯笼有几成被人寄回来", "return_rate"),
        ("五月份掏钱的客人一共几个", "buyers"),
        ("一单平均带走几样东西", "items_per_order"),
    ],
)
def test_a_metric_is_told_without_its_name(question: str, metric: str, measures: Measures) -> None:
    assert measures.meant(question) == (metric,)


def test_several_metrics_named_stand_and_so_does_one_to_rank_by(measures: Measures) -> None:
    both = ("revenue", "orders")
    assert measures.meant("what did lanterns bring, and in how many orders", both) == both
    assert measures.meant("best selling lanterns by revenue", ("revenue",)) == ("revenue",)
    assert measures.meant("orders by lamp, in each box how many", ("orders",)) == ("orders",)


def test_questions_after_how_many_are_each_asked(measures: Measures) -> None:
    asked = "how many different people bought lanterns and how many orders did they place in may"
    assert measures.meant(asked) == ("buyers", "orders")


def test_a_metric_that_is_declined_tells_nothing(measures: Measures) -> None:
    asked = "what portion of our lanterns do people post back to us, not in pieces"
    assert measures.meant(asked) == ("return_rate",)


def test_a_question_that_names_no_figure_keeps_none(measures: Measures) -> None:
    assert measures.meant("how did the lanterns do in may") == ()


def test_a_metric_the_store_cannot_tell_is_not_taken(embedder: TorchEmbedder) -> None:
    few = Measures.load(embedder.queries, ["revenue"], Settings().cache)
    assert few.meant("what portion of our lanterns do people post back to us") == ()


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("visits, orders and the rate between them", ("sessions", "orders", "conversion_rate")),
        ("访问、订单、两者的比率", ("sessions", "orders", "conversion_rate")),
        ("how many orders of lanterns, and for how much altogether", ("orders", "revenue")),
        ("灯笼卖了几单，一共多少钱", ("orders", "revenue")),
    ],
)
def test_what_figures_make_together_is_asked_for_too(
    question: str, metrics: tuple[str, ...], measures: Measures
) -> None:
    named = tuple(name for name in metrics if name in ("sessions", "orders"))
    assert measures.meant(question, named) == metrics


def test_a_sentence_that_asks_tells_the_metric_better_than_all_the_talk(measures: Measures) -> None:
    asked = "我管沿海那片，上礼拜划走三个县，时间就是六月中旬那几天。一张单子平均装几件货？"
    assert measures.meant(asked) == ("items_per_order",)
