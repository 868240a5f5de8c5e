"""Few words that only name what is to be told next of the goods before."""

from typing import Any

import pytest

from assistant.bare_nouns import next_of_goods
from assistant.reading import Reading

LAMPS: dict[str, Any] = {"category": "Lamps", "top_n": 10}


@pytest.mark.parametrize(
    ("message", "before", "tool"),
    [
        ("and what price?", "forecast_demand", "price_advice"),
        ("定价呢", "bought_together", "price_advice"),
        ("ok, and the stock?", "price_advice", "forecast_demand"),
        ("那库存呢", "price_advice", "forecast_demand"),
        ("and the reviews?", "forecast_demand", "review_themes"),
        ("口碑怎么样", "price_advice", "review_themes"),
        ("what about bundles", "price_advice", "bought_together"),
        ("and the price?", "review_themes", None),
        ("库存呢", "forecast_demand", None),
        ("the price of stock in May", "forecast_demand", None),
        ("评价最好的是哪款", "price_advice", None),
    ],
)
def test_a_noun_alone_is_of_the_goods_before(message: str, before: str, tool: str | None) -> None:
    found = next_of_goods(Reading(message, "en"), (before, LAMPS))
    assert (found.continues if found else None) == tool
    if found:
        assert found.carried["category"] == "Lamps"


def test_without_goods_before_it_asks_by_itself() -> None:
    assert next_of_goods(Reading("and the price?", "en"), ("forecast_demand", {"top_n": 5})) is None
