"""Which group of customers a question is about."""

from pathlib import Path

import pytest

from assistant.audiences import Audiences
from tests.small_store import small_store
from tools.segments import Segments


@pytest.fixture(scope="module")
def audiences() -> Audiences:
    return Audiences(Segments(small_store(), Path("none")))


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("customer segments", {}),
        ("客户分群", {}),
        ("our champions, no wait, the loyal ones", {"segment": "loyal"}),
        ("核心顾客，不对，忠诚客户有哪些", {"segment": "loyal"}),
        ("who are our champions?", {"segment": "champions"}),
        ("shoppers similar to our champions", {"like": "champions"}),
        ("our champions did well: who else shops the way they do?", {"like": "champions"}),
        ("忠诚客户卖得好，还有哪些人跟这批人差不多", {"like": "loyal"}),
        ("whoever comes closest to the champions group", {"like": "champions"}),
        ("有谁和核心顾客很接近", {"like": "champions"}),
        ("the cant-lose bucket", {"segment": "cannot_lose"}),
        ("how many big spenders in Hunan", {"segment": "big_spenders"}),
        ("湖南的高消费顾客有哪些", {"segment": "big_spenders"}),
        ("what sorts of shoppers do we have?", {}),
        ("lump my buyers into a few camps", {}),
        ("咱家客人能分成几拨", {}),
        ("我哋啲客有边几类", {}),
        (
            "how many women viewed keyboards last week but did not buy?",
            {"words": "women viewed keyboards last week but did not buy", "filters": []},
        ),
        (
            "帮我圈一批买过耳机但没买过键盘的人",
            {"words": "买过耳机但没买过键盘的人", "filters": []},
        ),
    ],
)
def test_a_group_is_named_or_described_or_all_are_meant(audiences, question, asked):
    assert audiences.asked(question) == asked


@pytest.mark.parametrize(
    "question",
    [
        "40 people most like them who are not in there yet",
        "who shops like those? just 15",
        "跟这拨人很像、还没进来的给我20个",
        "似佢哋嘅客，搵30个",
    ],
)
def test_those_alike_are_of_the_group_before(audiences, question):
    assert audiences.asked(question, {"segment": "loyal"}) == {"like": "loyal", "segment": None}


def test_what_is_not_understood_is_passed_on_so_that_the_tool_can_say_so(audiences):
    asked = audiences.asked("people who juggled keyboards but did not buy")
    assert asked["words"] == "people who juggled keyboards but did not buy"
    assert not audiences.describes("people who juggled keyboards but did not buy")


@pytest.mark.parametrize(
    ("question", "sets_apart"),
    [
        ("women who viewed keyboards but did not buy", True),
        ("customers who ordered more than 3 times", True),
        ("消费满1000元的客户", True),
        ("women in Hunan", False),
        ("people who bought headphones", False),
    ],
)
def test_only_what_no_figure_of_sales_counts_sets_a_group_apart(audiences, question, sets_apart):
    assert audiences.describes(question) is sets_apart


@pytest.mark.parametrize(
    ("question", "segment"),
    [
        ("who may churn among big spenders?", "big_spenders"),
        ("which of our champions are likely to leave?", "champions"),
        ("高消费顾客里谁可能流失", "big_spenders"),
        ("Big spenders who might drop us, the worst ten", "big_spenders"),
        ("This month: champions likely to be lost", "champions"),
        ("大额客里头边个就快走", "big_spenders"),
        ("豪客有哪些要流失", "big_spenders"),
        ("big spenders 里头谁快要走了", "big_spenders"),
        ("which women who bought keyboards might we lose?", "women who bought keyboards"),
        ("买过键盘的顾客里谁会流失", "买过键盘的顾客"),
        ("who in the at-risk tier may walk?", "at_risk"),
        ("核心客群里谁会跑", "champions"),
        ("沉睡那批人里谁会跑", "hibernating"),
        ("who is about to churn?", None),
        ("which at-risk customers should we win back?", None),
        ("which customers have not come back?", None),
        ("哪些老顾客快流失了", None),
        ("list customers who are likely to leave in the next 60 days", None),
    ],
)
def test_who_may_be_lost_can_be_asked_of_one_group(audiences, question, segment):
    assert audiences.among(question) == ({"segment": segment} if segment else {})


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("the can't-lose crowd: head count, please", True),
        ("how many champions are there?", True),
        ("忠诚会员现在有多少位", True),
        ("核心那拨一共多少人", True),
        ("how big is the big-spenders one", True),
        ("how many came by in May and left? save them as a segment", True),
        ("how many lugged stuff to the till in May? need em as one group", True),
        ("how many lamps in May? show it by group", False),
        ("how many of the new ones were sold", False),
        ("how many champions came back in May", False),
        ("核心顾客五月下了多少单", False),
    ],
)
def test_how_many_are_in_a_named_group_is_asked_of_the_group(audiences, question, wanted):
    assert audiences.wanted(question) is wanted


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("how do our customers fall into groups?", {}),
        ("how are our shoppers grouped", {}),
        ("into what gangs do our buyers divide, sorted into crews", {}),
        ("which tribes do our shoppers fall into", {}),
        ("咱们的客人怎么分类", {}),
        ("split the shoppers into crews, how many in each", {}),
        ("group our buyers by how they behave", {}),
        ("how big is the second group?", {}),
        ("which segment is the smallest", {}),
        ("人数最多的那群是谁", {}),
        ("把客人分堆，每一拨有多少人", {}),
        ("how many champions have we got", {"segment": "champions"}),
    ],
)
def test_how_people_are_grouped_is_asked_of_all(audiences, question, asked):
    assert audiences.asked(question) == asked


@pytest.mark.parametrize(
    ("order", "segment"),
    [
        ("a short mail for our champions, 15% off kettles", "champions"),
        ("write big spenders a thank-you text", "big_spenders"),
        ("给核心顾客写条短信，台灯九折", "champions"),
        ("拟一封信，寄给 champions 那群", "champions"),
        ("write a mail about kettles", None),
        ("a text to champions who have not ordered for 60 days", None),
    ],
)
def test_a_campaign_is_for_the_group_it_names(audiences, order, segment):
    assert audiences.written_to(order).get("segment") == segment


@pytest.mark.parametrize("question", ["the number of visits from ads", "the number of orders"])
def test_what_is_no_person_is_no_group(audiences, question):
    assert not audiences.wanted(question)
