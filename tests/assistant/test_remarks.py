import pytest

from assistant.remarks import ASKED, Remarks, kinds_named
from assistant.settings import Settings
from assistant.told_shares import naming_shares
from retrieval.embedding import TorchEmbedder
from tests.small_store import small_store
from tools.lexicon import Lexicon


@pytest.fixture(scope="module")
def remarks() -> Remarks:
    return Remarks.load(TorchEmbedder.bundled(Settings().cache).queries, Settings().cache)


def kinds(text: str) -> frozenset[str]:
    return frozenset({"category"} if "lantern" in text or "灯笼" in text else ())


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        (
            "My flight to Oslo leaves on Tuesday. How many orders came in for lanterns in May?",
            "How many orders came in for lanterns in May?",
        ),
        ("老板周三要听汇报，五月份灯笼卖了多少钱？", "五月份灯笼卖了多少钱？"),
        ("orders by month, no lanterns", "orders by month, no lanterns"),
        ("thank you so much!", "thank you so much!"),
    ],
)
def test_what_is_only_told_is_not_read(message: str, asked: str, remarks: Remarks) -> None:
    assert remarks.without(message, kinds) == asked


def test_what_the_question_points_back_at_stays(remarks: Remarks) -> None:
    told = "My neighbour swears that lanterns are out of fashion."
    assert remarks.without(f"{told} Did it sell less in May?", kinds).startswith(told)
    assert told not in remarks.without(f"{told} Did lamps sell less in May?", kinds)


def test_a_chinese_topic_stays_and_idle_talk_does_not(remarks: Remarks) -> None:
    assert remarks.without("买了灯笼的人，一般还会买什么？", kinds).startswith("买了灯笼")
    assert remarks.without("下周要去灯笼厂出差，五月份卖了多少钱？", kinds) == "五月份卖了多少钱？"


def test_a_sum_and_a_time_of_supply_are_never_idle_talk(remarks: Remarks) -> None:
    told = "My boss slashed my promo money to 8,000 yuan."
    assert told in remarks.without(f"{told} Which channels should get some?", kinds)
    told = "The factory in Oslo takes 40 days, they say."
    assert told in remarks.without(f"{told} What must we order now?", kinds)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("每九个人空出一个不发，盼着涨7%，要多少人", "涨7%"),
        ("A fifth of the list gets nothing. We are hoping for 6% more. How many names?", "6%"),
    ],
)
def test_a_share_of_a_test_is_never_idle_talk(message: str, told: str, remarks: Remarks) -> None:
    assert told in remarks.without(message, naming_shares(kinds, message))


def test_a_share_beside_other_figures_may_be_idle_talk() -> None:
    assert naming_shares(kinds, "Sales are up 5%, hooray! Which brand sold most?") is kinds


def test_a_time_alone_is_never_idle_talk(remarks: Remarks) -> None:
    asked = "今年到现在，评论条数最多的灯笼是哪几款呀，我要截图"
    assert remarks.without(asked, kinds).startswith("今年到现在")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(small_store())


@pytest.mark.parametrize(
    ("clause", "asks"),
    [
        ("把耳机刨开，", True),
        ("Headphones: they stare and stare.", True),
        ("Headphones.", True),
        ("No headphones, those I know by heart.", True),
        ("I mix them up, it was headphones he was after.", True),
        ("I want a line for each channel.", True),
        ("I could ring fifteen of them tonight.", True),
        ("My aunt loves headphones.", False),
        ("耳机店老板刚来过，", False),
        ("I have three of my own.", False),
    ],
)
def test_what_splits_leaves_out_counts_or_names_a_topic_asks(
    clause: str, asks: bool, lexicon: Lexicon
) -> None:
    assert (ASKED in kinds_named(clause, lexicon, None)) == asks
