import pytest

from assistant.steps import asked, asks_anew, joints, leading, pointed
from tests.small_store import small_store
from tools.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(small_store())


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("What is wrong with our most returned category?", "our most returned category"),
        ("complaints about the brand with the lowest revenue", "the brand with the lowest revenue"),
        ("销售额最高的品类大家说什么", "销售额最高的品类"),
        ("评价一下卖得最差的品牌", "卖得最差的品牌"),
        ("who will buy from the top category by units", "the top category by units"),
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
    ("part", "then"),
    [
        ("what do people say about it?", "what do people say about  {winner} ?"),
        ("这个品牌的差评说什么", " {winner} 的差评说什么"),
        ("what are its buyers unhappy with", "what are  {winner}  buyers unhappy with"),
        ("顾客差评都怎么说它", "顾客差评都怎么说 {winner} "),
    ],
)
def test_a_pointing_word_gives_way_to_the_winner(part: str, then: str) -> None:
    assert pointed(part) == then


@pytest.mark.parametrize(
    ("question", "left"),
    [
        (
            "The driver was late again. How many lamps did we sell?",
            "How many lamps did we sell?",
        ),
        ("We are meeting on Monday. Which brand sold best?", "Which brand sold best?"),
        ("老板今天又在催了。台灯卖了多少？", "台灯卖了多少？"),
        ("Revenue was down in May. It was up in June.", None),
        ("Revenue by brand for May. And the top complaints, which are they?", None),
        ("台灯卖了多少？杯子呢？", None),
    ],
)
def test_what_is_only_told_is_left_out(question: str, left: str | None) -> None:
    assert asked(question) == (left or question)


@pytest.mark.parametrize("question", ["Which five sold best, by revenue?", "我们还有多少台灯没卖"])
def test_what_belongs_to_a_question_begins_no_other(question: str) -> None:
    assert not any(asks_anew(question, question[:a], a, z) for a, z in joints(question))
