"""What `price_advice` says, in both languages, and what it leaves unsaid."""

import pytest

from tests.tools.prices.shop import simulated
from tools.errors import ToolError
from tools.prediction.customers.words import said
from tools.prices import elasticity
from tools.prices.tool import PriceTools
from tools.store.store import Store
from tools.wording.speaker import Speaker
from tools.wording.values import Count, Name


@pytest.fixture(scope="module")
def store() -> Store:
    return simulated()


def test_elasticities_are_those_of_the_simulation(store: Store) -> None:
    found = elasticity(store)
    assert found.low < -2.0 < found.high
    units = store.connection.con.sql("SELECT sum(quantity) FROM order_lines").fetchall()
    assert found.n == units[0][0]
    one = elasticity(store, item="i03")
    assert one.low < -2.0 < one.high
    group = elasticity(store, category="Tea")
    assert group.low < -2.0 < group.high


def test_an_unknown_item_is_said_to_be(store: Store) -> None:
    with pytest.raises(ToolError):
        elasticity(store, item="nothing")


def test_one_item_gets_a_price_with_a_range(store: Store) -> None:
    result = PriceTools(store).price_advice(item="Thing 3")
    answer = result.facts("en")[0]
    assert answer.role == "answer"
    assert "Thing 3" in answer.text
    row = result.rows[0]
    assert row["low"] < row["elasticity"] < row["high"]
    assert result.facts("zh")[0].text


def test_what_is_advised_pays_at_the_true_elasticity(store: Store) -> None:
    for row in PriceTools(store).price_advice(top_n=50).rows:
        if row["advice"] in ("raise", "lower"):
            price, new = row["price"], row["new_price"]
            assert (new - 6.0) * (new / price) ** -2.0 > price - 6.0


def test_every_statement_has_what_it_needs(store: Store) -> None:
    for arguments in ({}, {"category": "Tea"}, {"item": "i01"}, {"target": "revenue"}):
        result = PriceTools(store).price_advice(**arguments)
        said = {statement.message for statement in result.statements}
        assert all(set(statement.needs) <= said for statement in result.statements)


def test_a_category_keeps_to_its_items(store: Store) -> None:
    rows = PriceTools(store).price_advice(category="Tea", top_n=50).rows
    assert {row["item"] for row in rows} == {f"Thing {i}" for i in range(1, 12, 2)}
    filtered = PriceTools(store).price_advice(filters=["category=Tea"], top_n=50).rows
    assert filtered == rows


def test_people_are_no_filter_of_items(store: Store) -> None:
    with pytest.raises(ToolError):
        PriceTools(store).price_advice(filters=["region=Hunan"])


def test_without_costs_it_is_about_revenue() -> None:
    result = PriceTools(simulated(n_items=6, n_days=90, cost=None)).price_advice()
    assert "prices-revenue" in {fact.message for fact in result.facts("en")}


def test_where_no_price_moved_the_data_cannot_tell() -> None:
    with pytest.raises(ToolError) as caught:
        PriceTools(simulated(n_items=6, n_days=60, moving=False)).price_advice()
    assert "cannot tell" in caught.value.say("en")
    assert "看不出" in caught.value.say("zh")


@pytest.mark.parametrize(
    ("counts", "en", "zh"),
    [
        (
            {"up": 1, "down": 0, "keep": 1, "unknown": 2, "below": 0},
            "Of 4 items, a higher price surely pays for 1 and a lower one for none; "
            "1 is best left as it is; for 2 the data cannot tell.",
            "在4件商品中，提价肯定划算的有1件，没有一件能确定降价更划算，维持现价最好的有1件，数据无法判断的有2件。",
        ),
        (
            {"up": 0, "down": 0, "keep": 4, "unknown": 0, "below": 1},
            "Of 5 items, a higher price surely pays for none and a lower one for none; "
            "4 are best left as they are; 1 is sold below cost.",
            "在5件商品中，没有一件能确定提价更划算，没有一件能确定降价更划算，维持现价最好的有4件，售价低于成本的有1件。",
        ),
    ],
)
def test_counts_of_one_and_of_none_are_said_as_such(
    counts: dict[str, int], en: str, zh: str
) -> None:
    values = {name: Count(n=n) for name, n in {"n": sum(counts.values()), **counts}.items()}
    told = said("prices-verdicts", "highlight", (), **values)
    assert Speaker("en").fact(told).text == en
    assert Speaker("zh").fact(told).text == zh


def test_an_item_not_sold_lately_is_said_to_be() -> None:
    values = {"item": Name(en="Kettle"), "recent": Count(n=0), "window": Count(n=90)}
    told = Speaker("en").fact(said("prices-few", "answer", (), **values)).text
    assert "none was sold in the last 90 days" in told
