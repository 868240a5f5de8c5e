import pytest

from assistant.llm.engine import Engine
from assistant.llm.states import States
from assistant.marketer import TOOLS
from assistant.probes import BREAK, probes
from assistant.requests import FURTHER, SAME, Requests, cases, places
from assistant.routing import Router
from assistant.settings import Settings
from retrieval.embedding import TorchEmbedder


@pytest.fixture(scope="module")
def requests(bundled_engine: Engine) -> Requests:
    cache, embed = Settings().cache, TorchEmbedder.bundled(Settings().cache).queries
    probe = probes(States(bundled_engine.model, bundled_engine.tokenizer).of)["requests"]
    return Requests.load(embed, Router.load(embed, TOOLS, cache), cache, probe)


@pytest.mark.parametrize(
    "message",
    [
        "what did lanterns earn us in may and then write a push to everyone who bought one",
        "Which supplier's rugs get sent back most? Also, who is likely to order again soon?",
        "灯笼五月份卖了多少钱，再帮我写一条短信推给老客",
        "客户u00412会不会流失？顺便看看给她推荐什么",
    ],
)
def test_a_further_request_is_found(message: str, requests: Requests) -> None:
    asked = requests.of(message)
    assert len(asked) == 2
    assert "".join(asked) == message
    assert requests.likely(message)


@pytest.mark.parametrize(
    "message",
    [
        "revenue and orders for lanterns by channel, the best on top",
        "How many rugs came back in May? Show it week by week.",
        "draft an email about our rugs, friendly, for those who bought twice and not since spring",
        "五月份灯笼的销量和退货率，按渠道分开看",
        "灯笼卖了多少？",
        "ok",
    ],
)
def test_one_request_stays_whole(message: str, requests: Requests) -> None:
    assert requests.of(message) == [message]


@pytest.mark.parametrize(
    ("message", "rests"),
    [
        ("rugs in May, then lamps", ["then lamps"]),
        ("灯笼卖了多少再帮我写短信", ["再帮我写短信", "帮我写短信"]),
        ("3.5 stars", []),
    ],
)
def test_places_are_where_joining_words_and_marks_stand(message: str, rests: list[str]) -> None:
    assert [message[place:] for place in places(message)] == rests


def test_an_example_tells_of_each_place_whether_a_request_begins_there() -> None:
    told = cases("rugs, lamps ||and write to buyers, please")
    assert told == [
        (SAME, f"rugs, {BREAK}lamps and write to buyers, please"),
        (FURTHER, f"rugs, lamps {BREAK}and write to buyers, please"),
        (SAME, f"and {BREAK}write to buyers, please"),
        (SAME, f"and write to buyers, {BREAK}please"),
    ]
