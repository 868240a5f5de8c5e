import pytest

from tools.newcomers import apart_cut, newcomers_apart


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("orders of newcomers and regulars", ["newcomers and regulars"]),
        ("basket size, returning vs. first-time shoppers", ["returning vs. first-time shoppers"]),
        ("do newcomers spend more in May than our regulars", ["newcomers", "regulars"]),
        ("新客和老客的退货率", ["新客和老客"]),
        ("rookies vs veterans, returns", ["rookies vs veterans"]),
        ("头回客跟回头客谁退得多", ["头回客跟回头客"]),
        ("按新老顾客拆开", ["新老顾客"]),
        ("老客比新客多买几件", ["老客比新客"]),
        ("新客的件数跟老客比呢", ["新客", "老客"]),
        ("newcomers beside the regulars", ["newcomers beside the regulars"]),
        ("新客定熟客俾钱多", ["新客定熟客"]),
        ("熟客同生客边个买得多", ["熟客同生客"]),
        ("第一次来买的和回头的，谁买得多", ["第一次来买的和回头的"]),
        ("how many new customers in May", []),
        ("new kettles against old kettles", []),
        ("新款和老款", []),
        ("老客的复购率", []),
    ],
)
def test_newcomers_and_those_who_come_back_are_set_side_by_side(
    text: str, found: list[str]
) -> None:
    assert [mention.text for mention in newcomers_apart(text)] == found


def test_what_is_asked_of_them_is_left() -> None:
    assert apart_cut("returns, newcomers vs regulars, in May") == "returns,  , in May"
