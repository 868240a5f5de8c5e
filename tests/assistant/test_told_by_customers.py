"""Why a figure is what it is, told by what customers say."""

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.reading import Reader
from assistant.told_by_customers import told_by_customers
from tests.small_store import small_store
from tools.lexicon import Lexicon

BEFORE = ("query_metrics", {"metrics": ["return_rate"], "filters": ["category=Headphones"]})


@pytest.fixture(scope="module")
def reader() -> Reader:
    store = small_store()
    return Reader(Lexicon(store), store.calendar, store.today)


def chooser(reader: Reader, tool: str) -> Any:  # stands for a chooser
    route = SimpleNamespace(tools=[tool])
    return SimpleNamespace(read=reader.read, splitter=SimpleNamespace(route=lambda _: route))


@pytest.mark.parametrize(
    "question",
    [
        "why so bad? what are folk cross about",
        "oh, how come? show me what buyers moan about",
        "咋这么高？大家骂得最多的是啥",
        "这么差啊，差评里都嫌什么",
    ],
)
def test_opinions_tell_why_of_the_same_goods(question: str, reader: Reader) -> None:
    told = told_by_customers(chooser(reader, "review_themes"), question, BEFORE)
    assert told is not None
    assert told.filters == ("category=Headphones",)


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("why so bad? split it by channel", "query_metrics"),
        ("why?", "review_themes"),
        ("what are folk cross about", "review_themes"),
        ("why do buyers moan about them", "review_themes"),
    ],
)
def test_other_reasons_are_looked_for_in_figures(question: str, tool: str, reader: Reader) -> None:
    assert told_by_customers(chooser(reader, tool), question, BEFORE) is None
