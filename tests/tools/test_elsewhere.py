import pytest

from tests.small_store import small_store
from tools.elsewhere import elsewhere
from tools.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(small_store())


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("what were takings from Madrid in May", ["Madrid"]),
        ("traffic via Pinterest this week", ["Pinterest"]),
        ("how many units of perfume in Q2?", ["perfume"]),
        ("and in Tokyo?", ["Tokyo"]),
        ("微博渠道六月有多少订单", ["微博"]),
        ("那马德里呢", ["马德里"]),
        ("香水的退货率", ["香水"]),
        ("orders for keyboards in May", []),
        ("our Madrid office wants orders by channel", []),
        ("I am drafting a post for Instagram, what did we sell in May?", []),
        ("the bottom five by units", []),
        ("首页的图书角布置好了，看看订单", []),
    ],
)
def test_a_name_the_store_does_not_have_is_noticed_where_figures_are_kept_to_it(
    question: str, names: list[str], lexicon: Lexicon
) -> None:
    assert elsewhere(question, lexicon.find(question)) == names
