"""Which messages only change the answer before."""

import pytest

from assistant.leaning import LIKELY, Leaning
from assistant.settings import Settings
from retrieval.embedding import TorchEmbedder


@pytest.fixture(scope="module")
def leaning() -> Leaning:
    return Leaning.load(TorchEmbedder.bundled(Settings().cache).queries, Settings().cache)


@pytest.mark.parametrize(
    "message",
    [
        "leave lanterns aside, please",
        "cut it to seven names",
        "now the smallest ones first",
        "in kilos sold, not in cash",
        "how come, though?",
        "灯笼别算进去",
        "倒着来一遍",
        "名字给我列一下",
        "改成未来四周的",
        "点解会跌嘅",
    ],
)
def test_what_only_changes_the_answer_is_likely_to(message: str, leaning: Leaning) -> None:
    assert leaning.chance(message) >= LIKELY


@pytest.mark.parametrize(
    "message",
    [
        "how many lanterns did we sell in May?",
        "which customers are likely to leave us this summer?",
        "what do buyers complain about with the lanterns?",
        "五月份灯笼卖了多少钱？",
        "哪些客户快要流失了？",
        "so what should we show her next?",
        "给他们写条短信，打个九折",
    ],
)
def test_what_asks_for_something_is_not(message: str, leaning: Leaning) -> None:
    assert leaning.chance(message) < LIKELY


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("drop the lanterns, my boss hates them", "drop the lanterns,"),
        ("灯笼不算，太占地方", "灯笼不算，"),
        ("only women, sorted by age", "only women, sorted by age"),
    ],
)
def test_why_it_is_to_be_changed_is_not_read(message: str, asked: str, leaning: Leaning) -> None:
    assert leaning.less_reasons(message, lambda clause: "boss" in clause) == asked


def test_what_is_asked_is_no_reason(leaning: Leaning) -> None:
    message = "lanterns too, how many of them did we sell in May?"
    assert leaning.less_reasons(message, lambda _: True) == message
