from typing import get_args

import pytest
import yaml

from assistant.families import ASKS, FIGURES
from assistant.missing import MISSING, missing_in
from assistant.tool_words import ToolWords
from tests.small_store import small_store
from tools.about import AboutTools, Missing
from tools.lexicon import Lexicon

TOOLS = (*ASKS, FIGURES)


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
        ("what is Nordholm charging for lamps", "rivals"),
        ("what does the place down the road ask for jackets", "rivals"),
        ("对面那家店夹克标价几何", "rivals"),
        ("import duty on lamps next year", "costs"),
        ("the couriers, what did they cost us", "costs"),
        ("粉丝数，五月的", "audience"),
        ("what is the other lamp shop on the square selling theirs for", "rivals"),
        ("are we dearer than the boutique opposite", "rivals"),
        ("楼下嗰间铺头啲夹克卖几钱", "rivals"),
        ("业内平均水平是多少", "rivals"),
        ("听日会唔会落雪", "weather"),
        ("is it going to be drizzly in Changsha on Friday? the drivers grumble", "weather"),
        ("sleet on the way?", "weather"),
        ("明天刮不刮大风", "weather"),
        ("is it going to turn chilly up north on Friday", "weather"),
        ("下个礼拜会不会变冷？", "weather"),
        ("how windy will it be on Sunday", "weather"),
        ("how much went to TikTok: what did we spend on TikTok", "ad_spend"),
        ("how many people opened the spring mailing", "audience"),
        ("一欧元能换多少人民币", "money"),
        ("how much is left in our bank account", "money"),
        ("对公账户上余额还有几何", "money"),
        ("how many phone calls did the desk take on Monday", "service"),
        ("who phoned us yesterday", "service"),
        ("上周热线接了几多个电话", "service"),
        ("昨天漏接的来电有多少", "service"),
        ("店里有几个伙计", "costs"),
        ("lamps, units by warehouse", "details"),
        ("what flavour sells most", "details"),
        ("how many orders were paid with PayPal", "details"),
        ("which sellers have late parcels", "details"),
        ("每个仓库的销量", "details"),
        ("夹克哪个颜色卖得好", "details"),
        ("花呗付款的订单有多少", "details"),
        ("五一要不要加班", "costs"),
    ],
)
def test_what_no_data_hold_is_told_beside_words_of_the_store(
    question: str, kind: str, lexicon: Lexicon
) -> None:
    assert missing_in(question, lexicon, ToolWords(lexicon, TOOLS).asked) == kind


@pytest.mark.parametrize(
    "question",
    [
        "how much did women spend on lamps during the campaign",
        "complaints that it was out of stock",
        "revenue from ads",
        "jackets left in stock",
        "what did our campaigns cost",
        "广告渠道的销售额",
        "best sellers by channel",
        "top sellers in Hunan",
        "I do not care which courier, show me revenue",
        "what sold best in May",
        "how much did people pay us in May",
        "complaints about how slowly the support replies",
        "大家吐槽客服回复慢吗",
        "It poured with rain all week, revenue by day please",
        "revenue in May (the click-through rate was poor, I know)",
        "公众号掉粉丝掉得厉害，五月卖了多少",
        "what are we charging for lamps",
        "语气温和地写条短信",
        "机器人手里的货",
        "people who clicked the mail but did not buy lamps",
        "how warm is the Fjord jacket",
        "does it get too hot, say reviews of the kettle",
        "会热卖的外套",
        "how many opened an account in May",
        "隔离霜的评价",
        "五月哪天卖得最多？看看要不要排班",
        "夹克五月卖了多少？想知道需不需要请假",
        "how many lamps did we sell in May? deciding whether overtime is worth it",
    ],
)
def test_what_the_store_can_tell_is_not_missing(question: str, lexicon: Lexicon) -> None:
    assert missing_in(question, lexicon, ToolWords(lexicon, TOOLS).asked) is None


def test_every_kind_is_answered_with_what_comes_nearest() -> None:
    kinds = set(get_args(Missing))
    assert set(yaml.safe_load(MISSING.read_text(encoding="utf-8"))) == kinds
    for kind in kinds:
        _, nearest = AboutTools(small_store()).about_store("cannot", kind).statements
        assert nearest.message == f"about-missing-{kind}"
