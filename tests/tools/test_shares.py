import pytest

from tools.shares import holdout_in, power_in, share_in


@pytest.mark.parametrize(
    ("question", "lift", "power", "holdout"),
    [
        ("3% more orders, 90% sure, hold out a fifth", 0.03, 0.9, 0.2),
        ("留两成做空白，九成把握看出涨4%", 0.04, 0.9, 0.2),
        ("power 0.85, lift 0.07, holdout 0.1", 0.07, 0.85, 0.1),
        ("a 70/30 split, detect six percent", 0.06, None, 0.3),
        ("八二分，提升5个点", 0.05, None, 0.2),
        ("send to four out of five and look for +9%", 0.09, None, 0.2),
        ("发75%，留25%，看能不能高3%", 0.03, None, 0.25),
        ("how many people do we need", None, None, None),
        ("a power of 85 for a lift of 4%", 0.04, 0.85, None),
        ("功效要95，提升3%", 0.03, 0.95, None),
        ("power = 90, uplift of 6, please", 0.06, 0.9, None),
        ("把握度80，涨12，要多少人", 0.12, 0.8, None),
        ("catch a rise of one twentieth, eight chances in ten of seeing it", 0.05, 0.8, None),
        ("see a 6% rise nineteen times in twenty when it is real", 0.06, 0.95, None),
        ("十次里有八次能看出来，涨3%", 0.03, 0.8, None),
        ("4% up, every sixth person gets nothing", 0.04, None, 1 / 6),
        ("每八个人留一个不发，涨4%", 0.04, None, 0.125),
        ("an eighth left alone, look for +5%", 0.05, None, 0.125),
        ("send it to all but a ninth, a 6% rise", 0.06, None, 1 / 9),
        ("涨5%，两成的人先别动", 0.05, None, 0.2),
        ("a quarter goes without, and we hope for 4% more", 0.04, None, 0.25),
        ("I keep one member in seven off the list, to spot a 5% rise", 0.05, None, 1 / 7),
        ("one buyer out of every eight stays in the dark, 3% up by June", 0.03, None, 0.125),
        ("every ninth name sits it out and orders go up 6%", 0.06, None, 1 / 9),
        ("每七位客人有一位收不到，涨一成", 0.1, None, 1 / 7),
        ("三成人收不到，看出5%的涨幅", 0.05, None, 0.3),
        ("提升10天后看", None, None, None),
        ("a power bank for 90 people", None, None, None),
    ],
)
def test_each_share_is_what_the_words_beside_it_make_of_it(
    question: str, lift: float | None, power: float | None, holdout: float | None
) -> None:
    found = share_in(question), power_in(question), holdout_in(question)
    assert found == pytest.approx((lift, power, holdout))


def test_a_tenth_of_the_people_is_a_share_and_adults_are_none() -> None:
    assert holdout_in("三成人不发，看效果") == 0.3
    assert holdout_in("成人用品留着不发") is None
    assert holdout_in("留三成人唔发") == 0.3


def test_what_a_price_is_lowered_by_is_no_share_of_a_test() -> None:
    assert holdout_in("10% off, and keep it short") is None
    assert holdout_in("10% off, keep 20% out of it") == 0.2


@pytest.mark.parametrize(
    ("text", "lift", "holdout"),
    [
        ("a rise of one eighth", 1 / 8, None),
        ("涨六分之一", 1 / 6, None),
        ("hold back two fifths of them", None, 0.4),
        ("三分之一不发", None, 1 / 3),
        ("two thirds of them get it", None, 0.3333),
        ("七成的人会收到", None, 0.3),
        ("a fifth gets nothing", None, 0.2),
        ("half a percent more", 0.005, None),
    ],
)
def test_fractions(text: str, lift: float | None, holdout: float | None) -> None:
    assert share_in(text) == (pytest.approx(lift) if lift else None)
    assert holdout_in(text) == (pytest.approx(holdout, rel=1e-3) if holdout else None)
