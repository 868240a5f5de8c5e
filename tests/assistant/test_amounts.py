import pytest

from assistant.amounts import days_in, holdout_in, lead_days_in, money_in, power_in, share_in


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
    ],
)
def test_each_share_is_what_the_words_beside_it_make_of_it(
    question: str, lift: float | None, power: float | None, holdout: float | None
) -> None:
    found = share_in(question), power_in(question), holdout_in(question)
    assert found == pytest.approx((lift, power, holdout))


@pytest.mark.parametrize(
    ("question", "budget"),
    [
        ("we have 7,500 to spend", 7500),
        ("30 yuan off orders over 200, spend no more than 900", 900),
        ("满100减15，总共不超过4000块", 4000),
        ("手里有6万块怎么投", 60_000),
        ("预算三千五", 3500),
        ("2.4w怎么分", 24_000),
        ("half a million between the channels", 500_000),
        ("每人送10元券", None),
        ("15% off for people who bought twice", None),
        ("text 3000 people", None),
        ("双11前推一波", None),
    ],
)
def test_the_sum_to_be_spent_is_told_from_offers_and_numbers_of_people(
    question: str, budget: float | None
) -> None:
    assert money_in(question) == budget


@pytest.mark.parametrize(
    ("question", "lead", "days"),
    [
        ("the factory takes five weeks", 35, None),
        ("补货周期是12天，看两个月", 12, 60),
        ("measure for a month and a half", None, 45),
        ("people silent for 90 days, follow up two weeks", None, 14),
        ("近30天没下单的，观察10天", None, 10),
    ],
)
def test_a_time_of_supply_is_not_the_time_a_look_lasts(
    question: str, lead: int | None, days: int | None
) -> None:
    assert (lead_days_in(question), days_in(question)) == (lead, days)


def test_a_tenth_of_the_people_is_a_share_and_adults_are_none() -> None:
    assert holdout_in("三成人不发，看效果") == 0.3
    assert holdout_in("成人用品留着不发") is None
