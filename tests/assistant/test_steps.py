import pytest

from assistant.steps import leading, parts_of, pointed
from tests.small_store import small_store
from tools.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(small_store())


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "How many orders came in yesterday, and what annoys people?",
            ["How many orders came in yesterday", "what annoys people?"],
        ),
        (
            "List our top brands; also show me where visitors leave",
            ["List our top brands", "show me where visitors leave"],
        ),
        ("上周有多少订单，谁会再买？", ["上周有多少订单", "谁会再买？"]),
        ("上周卖了多少？另外差评说了什么", ["上周卖了多少？", "差评说了什么"]),
    ],
)
def test_what_asks_twice_has_two_parts(question: str, parts: list[str]) -> None:
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "orders and revenue by brand",
        "What do men and women buy?",
        "How much did we sell between 3 May and 9 June?",
        "last month, what did we sell?",
        "What was revenue and how did it change?",
        "Which brand sells vs. last year?",
        "上周，哪个品牌卖得好？",
        "订单和销售额各是多少",
        "这些商品和那些商品比怎么样",
    ],
)
def test_one_question_stays_one(question: str) -> None:
    assert parts_of(question) == [question]


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("What is wrong with our most returned category?", "our most returned category"),
        ("complaints about the brand with the lowest revenue", "the brand with the lowest revenue"),
        ("销售额最高的品类大家说什么", "销售额最高的品类"),
        ("评价一下卖得最差的品牌", "卖得最差的品牌"),
    ],
)
def test_a_group_named_by_its_rank_is_found(question: str, phrase: str, lexicon: Lexicon) -> None:
    found = leading(question, lexicon)
    assert found is not None
    assert found.phrase == phrase
    assert "{winner}" in found.rest
    assert phrase not in found.rest


@pytest.mark.parametrize(
    "question",
    ["What do people say of our best categories?", "which reviews are the worst", "最近差评说什么"],
)
def test_no_group_is_read_into_other_words(question: str, lexicon: Lexicon) -> None:
    assert leading(question, lexicon) is None


@pytest.mark.parametrize(
    ("part", "asked"),
    [
        ("what do people say about it?", "what do people say about  {winner} ?"),
        ("这个品牌的差评说什么", " {winner} 的差评说什么"),
    ],
)
def test_a_pointing_word_gives_way_to_the_winner(part: str, asked: str) -> None:
    assert pointed(part) == asked
