from itertools import combinations

import numpy as np
import pytest
from scipy import sparse
from scipy.stats import fisher_exact

from tests.benchmarks.shops import SHARED, online_retail
from tools.periods import resolve
from tools.together.baskets import Baskets, baskets
from tools.together.rules import MIN_BASKETS, mined, mined_with


def baskets_of(held: np.ndarray) -> Baskets:
    keys = tuple(f"i{n}" for n in range(held.shape[1]))
    return Baskets("orders", keys, sparse.csr_array(held.astype(np.int32)))


@pytest.fixture
def coffee() -> Baskets:
    """400 baskets: i0 in 100, i1 in 80, both in 60; i2 in 40 that hold neither."""
    held = np.zeros((400, 3), dtype=int)
    held[:100, 0] = held[40:120, 1] = held[200:240, 2] = 1
    return baskets_of(held)


def test_support_confidence_and_lift_are_those_of_the_textbook(coffee):
    (rule,) = mined(coffee).rules
    assert (rule.given, rule.then) == (("i1",), "i0")  # the rarer first: the surer way round
    assert (rule.both, rule.with_given, rule.with_then, rule.n) == (60, 80, 100, 400)
    assert rule.support == 60 / 400
    assert rule.confidence == 60 / 80
    assert rule.lift == pytest.approx((60 / 80) / (100 / 400))
    assert rule.extra == pytest.approx(60 - 80 * 100 / 400)
    table = [[60, 20], [40, 280]]
    assert rule.p_value == pytest.approx(fisher_exact(table, alternative="greater").pvalue)


def test_what_goes_with_one_thing_starts_from_it(coffee):
    anchor, others = coffee.anchored("asked", {"i0"})
    (rule,) = mined_with(anchor, others).rules
    assert (rule.given, rule.then) == (("asked",), "i1")
    assert rule.confidence == 60 / 100


def test_independent_baskets_yield_hardly_any_rule():
    rng = np.random.default_rng(1)
    found = [mined(baskets_of(rng.random((1500, 60)) < 0.1)) for _ in range(5)]
    assert sum(bool(each.rules) for each in found) <= 1  # a false one in 5 % of the tries
    assert found[0].tested == 60 * 59 // 2


def test_fewer_baskets_than_the_least_tell_nothing():
    held = np.zeros((1000, 2), dtype=int)
    held[: MIN_BASKETS - 1] = 1
    assert mined(baskets_of(held)).rules == ()


def test_three_things_are_told_only_where_they_say_more_than_their_pairs():
    rng = np.random.default_rng(2)
    held = (rng.random((4000, 5)) < 0.25).astype(int)
    held[:, 2] = held[:, 0] & held[:, 1] | (rng.random(4000) < 0.05)  # i2 needs both
    held[:, 4] = held[:, 3] & (rng.random(4000) < 0.8)  # i4 needs i3 alone
    threes = [rule for rule in mined(baskets_of(held)).rules if len(rule.given) == 2]
    assert {frozenset({*rule.given, rule.then}) for rule in threes} == {
        frozenset({"i0", "i1", "i2"})
    }
    counted = int((held[:, 0] & held[:, 1] & held[:, 2]).sum())
    assert threes[0].both == counted


def test_categories_hold_what_any_of_their_items_holds(coffee):
    grouped = coffee.grouped({"i0": "A", "i1": "A", "i2": "B"})
    assert grouped.keys == ("A", "B")
    assert grouped.counts().tolist() == [120, 40]
    assert grouped.n == 400


@pytest.mark.skipif(not SHARED.exists(), reason="the shared sample data are not here")
def test_rules_of_online_retail_are_those_of_plain_sql():
    store = online_retail()
    held = baskets(store, resolve("all", store.today, store.calendar[0]))
    rules = mined(held).rules
    sql = store.connection.con
    sql.execute(
        "CREATE TABLE lines AS SELECT DISTINCT order_id, item_id FROM order_lines"
        " WHERE order_id IN (SELECT order_id FROM orders)"
        " AND item_id IN (SELECT item_id FROM items)"
    )
    (n,) = sql.execute("SELECT count(DISTINCT order_id) FROM lines").fetchone()
    single = dict(sql.execute("SELECT item_id, count(*) FROM lines GROUP BY 1").fetchall())
    pairs = sql.execute(
        "SELECT a.item_id, b.item_id, count(*) FROM lines a JOIN lines b USING (order_id)"
        " WHERE a.item_id < b.item_id GROUP BY 1, 2 HAVING count(*) >= 100"
    ).fetchall()
    both = {frozenset((a, b)): count for a, b, count in pairs}
    assert len(rules) > 1000
    for rule in rules:
        if len(rule.given) == 1:
            (given,), then = rule.given, rule.then
            count = both[frozenset((given, then))] if rule.both >= 100 else rule.both
            assert rule.both == count
            assert rule.support == count / n
            assert rule.confidence == count / single[given]
            assert rule.lift == count * n / (single[given] * single[then])
    beyond = {
        pair: count - np.prod([single[item] for item in pair]) / n for pair, count in both.items()
    }
    best = sorted(beyond, key=lambda pair: -beyond[pair])[:100]
    told = [frozenset((*rule.given, rule.then)) for rule in rules if len(rule.given) == 1][:100]
    assert set(told) == set(best)
    for rule in (rule for rule in rules if len(rule.given) == 2):
        items = (*rule.given, rule.then)
        (count,) = sql.execute(
            "SELECT count(*) FROM (SELECT order_id FROM lines WHERE item_id IN (?, ?, ?)"
            " GROUP BY 1 HAVING count(*) = 3)",
            items,
        ).fetchone()
        assert rule.both == count
        assert all(frozenset(pair) in both for pair in combinations(items, 2))
