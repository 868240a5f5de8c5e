"""Parts of a question that only ask for one list once more."""

import pytest

from assistant.said_again import IDEAS, QUOTES, SaidAgain
from tests.small_store import small_store
from tools.lexicon import Lexicon

AGAIN = SaidAgain(Lexicon(small_store()))


@pytest.mark.parametrize(
    ("texts", "tools"),
    [
        (("what do people say about headphones?", "pull some angry quotes"), (QUOTES, QUOTES)),
        (("键盘手感怎么样？", "翻几条原话"), (QUOTES, QUOTES)),
        (("ideas for customer u3?", "three of the headphones"), (IDEAS, IDEAS)),
    ],
)
def test_a_part_that_says_more_of_one_list_is_none_of_its_own(
    texts: tuple[str, ...], tools: tuple[str, ...]
) -> None:
    assert AGAIN.of_one_list(texts, tools)


@pytest.mark.parametrize(
    ("texts", "tools"),
    [
        (("praise of the headphones", "complaints about keyboards"), (QUOTES, QUOTES)),
        (("ideas for customer u3", "ideas for customer u4"), (IDEAS, IDEAS)),
        (("ideas for u1", "what do people say"), (IDEAS, QUOTES)),
        (("orders of headphones", "and last month"), ("query_metrics", "query_metrics")),
    ],
)
def test_parts_of_several_lists_stay_apart(texts: tuple[str, ...], tools: tuple[str, ...]) -> None:
    assert not AGAIN.of_one_list(texts, tools)
