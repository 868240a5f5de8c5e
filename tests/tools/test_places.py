import pytest

from tools.places import abroad, is_ours


@pytest.mark.parametrize("text", ["overseas orders", "orders abroad", "海外卖了多少"])
def test_everywhere_but_at_home_is_told(text: str) -> None:
    assert abroad(text) is not None


@pytest.mark.parametrize("text", ["overseas warehouse", "international brands", "海外仓发货"])
def test_goods_from_abroad_are_not_customers_abroad(text: str) -> None:
    assert abroad(text) is None


def test_where_the_store_itself_is_tells_no_customers() -> None:
    assert is_ours("the ", " office asks: orders")
    assert is_ours("出差去", "，订单多少")
    assert not is_ours("orders from ", " in May")
