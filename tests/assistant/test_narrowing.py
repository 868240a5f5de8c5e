"""Calls that a later one only asks more narrowly."""

from assistant.narrowing import less_wide

WIDE = ("recommend_items", {"user_id": "u2", "top_n": 5})
NARROW = ("recommend_items", {"user_id": "u2", "category": "Pans", "top_n": 3})


def test_the_narrower_of_two_calls_is_kept() -> None:
    assert less_wide([WIDE, NARROW]) == [NARROW]


def test_calls_of_others_are_kept() -> None:
    other = ("recommend_items", {"user_id": "u3", "category": "Pans", "top_n": 3})
    profile = ("customer_profile", {"user_id": "u2"})
    assert less_wide([WIDE, other, profile]) == [WIDE, other, profile]
    shop = [("churn_risk", {"top_n": 10}), ("churn_risk", {"filters": ["region=Hubei"]})]
    assert less_wide(shop) == shop


def test_what_goes_with_a_thing_is_told_once() -> None:
    together = ("bought_together", {"item": "i3", "level": "item"})
    assert less_wide([("recommend_items", {"item": "i3"}), together]) == [together]
    others = [("recommend_items", {"item": "i4"}), together, WIDE]
    assert less_wide(others) == others
