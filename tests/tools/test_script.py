import pytest

from tools.homophones import sounded, sounds
from tools.script import plain

KNOWN = sounds(["复购率", "客单价", "毛利率", "新会员"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("上各月的客单价", "上个月的客单价"),
        ("复够率多少", "复购率多少"),
        ("三季渡毛利绿", "三季度毛利率"),
        ("女性会员有多少", "女性会员有多少"),
        ("那个月的复购率", "那个月的复购率"),
        ("看一个季度", "看一个季度"),
    ],
)
def test_a_word_that_only_sounds_right_is_put_right_and_no_other(written: str, meant: str) -> None:
    assert sounded(written, KNOWN) == meant


def test_traditional_characters_and_wide_digits_are_read_as_plain_ones() -> None:
    assert plain("廣東顧客２０２６年的訂單，App") == "广东顾客2026年的订单，App"
    assert plain("plain words") == "plain words"
    assert plain("書包的拉鍊") == "书包的拉链"
