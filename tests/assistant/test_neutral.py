"""What of a question is put in neutral words before it is routed."""

import pytest

from assistant.neutral import neutral
from tests.small_store import small_store
from tools.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(small_store())


@pytest.mark.parametrize(
    ("question", "routed"),
    [
        ("Is the Bolt Keyboard too cheap?", "Is the product X too cheap?"),
        ("Bolt Keyboard是不是卖便宜了", "这款商品是不是卖便宜了"),
        ("Which brand is rated best over all the data we have?",
         "Which brand is rated best all time?"),
        ("Revenue by brand last month", "Revenue by brand last month"),
        ("What data do you have?", "What data do you have?"),
    ],
)  # fmt: skip
def test_titles_and_all_of_the_data_tell_no_tool(
    question: str, routed: str, lexicon: Lexicon
) -> None:
    assert neutral(question, lexicon) == routed
