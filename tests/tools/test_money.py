import pytest

from tools.money import money_in


@pytest.mark.parametrize(
    ("question", "budget"),
    [
        ("we have 7,500 to spend", 7500),
        ("30 yuan off orders over 200, spend no more than 900", 900),
        ("满100减15，总共不超过4000块", 4000),
        ("手里有6万块怎么投", 60_000),
        ("预算三千五", 3500),
        ("budget 40, 10% off", 40),
        ("2.4w怎么分", 24_000),
        ("half a million between the channels", 500_000),
        ("4,200 is all we have for it", 4200),
        ("win back people who spent over 2000 yuan", None),
        ("消费满2000元的老客发短信，预算900", 900),
        ("每人送10元券", None),
        ("15% off for people who bought twice", None),
        ("text 3000 people", None),
        ("双11前推一波", None),
        ("2.5 lakh for the monsoon push", 250_000),
        ("a crore to share out", 10_000_000),
        ("12 500 yuan to divide", 12_500),
        ("35.000 euros for the channels", 35_000),
        ("8'000 yuan for ads", 8_000),
        ("not a penny over 1200", 1200),
        ("I have 25 000 € for the spring", 25_000),
        ("6,400 to place", 6400),
        ("老板批下来3600，做条短信", 3600),
        ("texts for the kettles, 900 limit", 900),
        ("the whole thing must not cost us above two thousand", 2000),
        ("an sms for the lamps, it may cost 900 at most", 900),
        ("别超过六千，发短信", 6000),
        ("people whose order cost 400, write them a mail", None),
        ("we had 60k for autumn, then they took 5k back, so it is 55k", 55_000),
        ("本来批了九万，又被收走两万，只剩七万，怎么分", 70_000),
        ("预算先写一万二，呃，还是九千", 9000),
        ("seven hundred quid, actually nine hundred", 900),
        ("50k now, the year before it was 70k", 50_000),
        ("the board approved 45,000 for mail and texts", 45_000),
        ("they freed 7,500 between ads and push", 7_500),
    ],
)
def test_the_sum_to_be_spent_is_told_from_offers_and_numbers_of_people(
    question: str, budget: float | None
) -> None:
    assert money_in(question) == budget
