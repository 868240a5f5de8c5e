import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_store import ORDERS, small_store, store_of
from tools.lexicon import Lexicon

LEXICON = Lexicon(small_store())


def found(text: str) -> list[str]:
    """Mentions as short words: metric, dimension (a star: grouping), dimension=value."""
    return [
        f"{m.name}={m.value}" if m.kind == "value" else m.name + "*" * m.grouping
        for m in LEXICON.find(text)
    ]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Which channels bring most revenue for headphones?",
         ["channel*", "revenue", "category=Headphones"]),
        ("各渠道的销售额是多少", ["channel*", "revenue"]),
        ("my dad is pestering me about orders", ["orders"]),
        ("our father's wondering how many orders", ["orders"]),
        ("orders of mothers", ["orders", "gender=female"]),
        ("老哥老姐们的订单数", ["orders"]),
        ("姐妹们，订单数多少", ["orders"]),
        ("小姐妹的订单数", ["gender=female", "orders"]),
        ("哪个品类的退货率最高", ["category*", "return_rate"]),
        ("Show monthly revenue", ["month*", "revenue"]),
        ("conversion rate by device last month", ["conversion_rate", "device*"]),
        ("女性顾客的客单价", ["gender=female", "average_order_value"]),
        ("top 5 products by units sold", ["item*", "units"]),
        ("Aria头戴式耳机的评分", ["item=i1", "average_rating"]),
        ("average order value in Guangdong vs Hunan",
         ["average_order_value", "region=Guangdong", "region=Hunan"]),
        ("广东的买家数", ["region=Guangdong", "buyers"]),
        ("Autumn Sale orders", ["campaign=c1", "orders"]),
        ("customers aged 25-34", ["buyers", "age_band=25-34"]),
        ("每天的订单数", ["day*", "orders"]),
        ("revenue from search", ["revenue", "channel=search"]),
        ("搜索的弃购率", ["channel=search", "cart_abandonment_rate"]),
        ("organic revenue by device", ["channel=search", "revenue", "device*"]),
        ("searches and email: sessions", ["channel=search", "channel=email", "sessions"]),
        ("headsets or over-ear headphones", ["category=Headphones", "category=Headphones"]),
        ("社群的訪問次數", ["channel=social", "sessions"]),
        ("revenue from socials", ["revenue", "channel=social"]),
        ("same but search", ["channel=search"]),
        ("now only search", ["channel=search"]),
        ("周末的销售额", ["weekday=6", "weekday=7", "revenue"]),
        ("耳机和键盘的毛利率对比", ["category=Headphones", "category=Keyboards", "gross_margin"]),
    ],
)  # fmt: skip
def test_what_a_question_names_is_found(text: str, mentions: list[str]) -> None:
    assert found(text) == mentions
    for mention in LEXICON.find(text):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("convertion rate on mobile", ["conversion_rate", "device=mobile"]),
        ("revenu by categry", ["revenue", "category*"]),
        ("headphnes orders", ["category=Headphones", "orders"]),
    ],
)
def test_small_typos_are_forgiven(text: str, mentions: list[str]) -> None:
    assert found(text) == mentions


@pytest.mark.parametrize(
    "text",
    ["search reviews for leaking", "上周三", "last week", "hello there", "你好", "",
     "which did fewer than others",
     "How are you today?", "write a poem about the sea", "what changed?"],
)  # fmt: skip
def test_everyday_words_are_not_mentions(text: str) -> None:
    assert found(text) == []


def test_ordinary_words_are_no_slips_of_colloquial_ones() -> None:
    lexicon = Lexicon(small_store())
    for word in ("actually", "nearly", "broke", "prime", "lever", "alter", "leads"):
        assert lexicon.spelled(word) == word


def test_the_longest_phrase_wins() -> None:
    assert found("Aria Headphones") == ["item=i1"]
    assert found("repeat purchase rate") == ["repeat_purchase_rate"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=50))
def test_any_text_is_read_and_mentions_never_run_backwards(text: str) -> None:
    mentions = LEXICON.find(text)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    assert all(m.end > m.start for m in mentions)


def test_many_titles_are_no_slower_to_search() -> None:
    items = [
        {"item_id": f"x{n}", "title": f"Brand{n % 500} model {n} wireless speaker"}
        for n in range(20_000)
    ]
    lexicon = Lexicon(store_of({"items": items, "orders": ORDERS}))
    question = "How many orders of Brand7 model 19007 wireless speaker last month by channel?"
    lexicon.find(question)
    start = time.process_time()
    mentions = lexicon.find(question)
    assert time.process_time() - start < 0.05  # ten times the time it takes
    assert [m.value for m in mentions if m.kind == "value"] == ["x19007"]
