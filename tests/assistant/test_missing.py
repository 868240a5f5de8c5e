from typing import get_args

import pytest
import yaml

from assistant.missing import MISSING, missing_in
from tests.small_store import small_store
from tools.about import AboutTools, Missing
from tools.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(small_store())


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("how much did we sink into Google ads in May", "ad_spend"),
        ("三月的获客成本", "ad_spend"),
        ("what do rivals charge for lamps", "rivals"),
        ("淘宝上卖多少", "rivals"),
        ("今天的汇率", "money"),
        ("who opened our newsletters and open rates", "audience"),
        ("上月工资发了多少", "costs"),
        ("what do we pay the landlord", "costs"),
        ("电费交了多少", "costs"),
        ("what was the first response time of our agents in May", "service"),
        ("五月份客服答复一位顾客要几分钟", "service"),
    ],
)
def test_what_no_data_hold_is_told_beside_words_of_the_store(
    question: str, kind: str, lexicon: Lexicon
) -> None:
    assert missing_in(question, lexicon) == kind


@pytest.mark.parametrize(
    "question",
    [
        "how much did women spend on lamps during the campaign",
        "complaints that it was out of stock",
        "revenue from ads",
        "jackets left in stock",
        "what did our campaigns cost",
        "广告渠道的销售额",
        "what sold best in May",
        "how much did people pay us in May",
        "complaints about how slowly the support replies",
        "大家吐槽客服回复慢吗",
    ],
)
def test_what_the_store_can_tell_is_not_missing(question: str, lexicon: Lexicon) -> None:
    assert missing_in(question, lexicon) is None


def test_every_kind_is_answered_with_what_comes_nearest() -> None:
    kinds = set(get_args(Missing))
    assert set(yaml.safe_load(MISSING.read_text(encoding="utf-8"))) == kinds
    for kind in kinds:
        _, nearest = AboutTools(small_store()).about_store("cannot", kind).statements
        assert nearest.message == f"about-missing-{kind}"
