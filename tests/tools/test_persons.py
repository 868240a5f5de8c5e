import pytest

from tools.persons import no_gender


@pytest.mark.parametrize(
    "text",
    [
        "<大姐>，六月有多少订单",
        "你好<小姐姐>，六月退货率多少",
        "六月卖了多少啊，<妹子>",
        "老<哥>，键盘卖了几件",
        "hey <man>, how many orders in June?",
        "how many orders in June, <man>?",
        "喂<靓女>，边个牌子好卖",
        "<妹子>给查下六月的订单",
        "<大哥>帮我瞅瞅退货率",
    ],
)
def test_one_who_is_spoken_to_is_no_customer(text: str) -> None:
    start, end = text.index("<"), text.index(">") - 1
    assert no_gender(text.replace("<", "").replace(">", ""), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "六月的订单，只看<姑娘>们的",
        "<女生>，六月的订单",
        "<大妈>们爱买什么",
        "<妹子>买得多吗",
        "orders in June, <women> only",
        "orders of every <man> in June",
    ],
)
def test_those_who_are_asked_about_are_customers(text: str) -> None:
    start, end = text.index("<"), text.index(">") - 1
    assert not no_gender(text.replace("<", "").replace(">", ""), start, end)
