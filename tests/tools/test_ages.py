import pytest

from tools.age_bands import bands_of
from tools.ages import ages_in

BANDS = ["18-24", "25-34", "35-44", "45-54", "55+"]


def bands(text: str) -> list[str]:
    return [band for ages in ages_in(text, 2026) for band in bands_of(ages, BANDS)]


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("women aged 55 and up", ["55+"]),
        ("folk of 45 and up, in June", ["45-54", "55+"]),
        ("what our older folk, 55 and over, spent", ["55+"]),
        ("customers over 50 last month", ["55+"]),
        ("revenue from shoppers under 25", ["18-24"]),
        ("buyers in their thirties", ["25-34", "35-44"]),
        ("25-34 year olds", ["25-34"]),
        ("how do the 35-44s buy", ["35-44"]),
        ("35到44岁的女性", ["35-44"]),
        ("20多岁的顾客", ["18-24", "25-34"]),
        ("90后的客单价", ["25-34"]),
        ("people over 60 buying", ["55+"]),
        ("45岁以上", ["45-54", "55+"]),
        ("不到25岁的男性", ["18-24"]),
        ("ladies of sixty and over in Kent", ["55+"]),
        ("buyers of 35 and up in Kent", ["35-44", "45-54", "55+"]),
        ("the under-thirties' orders", ["18-24", "25-34"]),
        ("members from eighteen to 24: units", ["18-24"]),
        ("四十五以上的大姐五月几单", ["45-54", "55+"]),
        ("forty and younger", ["18-24", "25-34", "35-44"]),
        ("二三十岁的会员", ["18-24", "25-34", "35-44"]),
        ("三十出头的女客", ["25-34"]),
        ("the 45 and ups, month by month", ["45-54", "55+"]),
        ("what the fifty-five-and-above spend", ["55+"]),
        ("our silver shoppers (55 and up)", ["55+"]),
        ("under-25 cohorts", ["18-24"]),
        ("over 55, orders in May", ["55+"]),
        ("五十五往上的，五月几个人", ["55+"]),
        ("just those of forty-five and over, thanks", ["45-54", "55+"]),
        ("三十五以上的人", ["35-44", "45-54", "55+"]),
        ("the 45 to 54s against the 25-34s", ["45-54", "25-34"]),
        ("did the 25s and overs pay more", ["25-34", "35-44", "45-54", "55+"]),
        ("folk in their mid-twenties to early thirties", ["25-34"]),
        ("those in their thirties and forties", ["25-34", "35-44", "45-54"]),
        ("后生仔（廿四岁或以下）", ["18-24"]),
        ("卅五岁至四十四岁", ["35-44"]),
    ],
)
def test_ages_told_as_numbers_are_the_bands_they_cover(text: str, covered: list[str]) -> None:
    assert bands(text) == covered


@pytest.mark.parametrize(
    "text",
    [
        "users 20 to 30 minutes",
        "orders over 50 dollars",
        "discounts over 20%",
        "top 50 items",
        "近90天",
        "2026后",
        "over 60 days",
        "under 25 orders",
        "前35以上",
    ],
)
def test_other_numbers_are_no_ages(text: str) -> None:
    assert ages_in(text, 2026) == []


def test_bands_are_read_however_a_store_writes_them() -> None:
    (ages,) = ages_in("customers under 25", 2026)
    assert bands_of(ages, ["<18", "18 to 24", "25岁以上", "unknown"]) == ["<18", "18 to 24"]
