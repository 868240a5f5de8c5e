from datetime import date, timedelta

import numpy as np
import pytest

from tests.tools.prediction.small_shop import START, event, simulated, store_of
from tools.prediction.activity import actions, copy_of, daily
from tools.prediction.features import bought_within, features_at, windows_for

CUT = START.date() + timedelta(days=60)


def days_of(events):
    return copy_of(daily(actions(store_of(events=events))))


def test_nothing_after_the_cut_reaches_a_feature():
    events = simulated(40)
    changed = [
        e if e["local_time"].date() < CUT else {**e, "event_type": "purchase", "price": 99}
        for e in events
    ]
    late = event(10**6, "u001", START + timedelta(days=61), "cart")
    before = features_at(days_of(events), CUT, (1, 7, 30))
    after = features_at(days_of([*changed, late]), CUT, (1, 7, 30))
    assert before.names == after.names
    assert list(before.user_ids) == list(after.user_ids)
    np.testing.assert_array_equal(before.values, after.values)


def test_counts_and_gaps_are_those_of_the_days_before_the_cut():
    at = START
    events = [
        event(1, "a", at, "purchase"),
        event(2, "a", at + timedelta(days=10), "purchase"),
        event(3, "a", at + timedelta(days=58), "cart"),
        event(4, "a", at + timedelta(days=60), "purchase"),
    ]
    seen = features_at(days_of(events), CUT, (1, 7, 30))
    expected = {
        "orders_total": 2, "gap_days": 10, "last_purchase_age": 50, "tenure_days": 60,
        "carts_1d": 0, "carts_7d": 1, "carts_since_purchase": 1, "days_since_cart": 2,
    }  # fmt: skip
    assert {name: seen.column(name)[0] for name in expected} == expected
    assert bought_within(days_of(events), CUT, 1) == {"a"}
    assert bought_within(days_of(events), CUT - timedelta(days=10), 10) == set()


def test_one_event_per_user_leaves_gaps_unknown():
    seen = features_at(days_of([event(1, "a", START, "purchase")]), CUT, (1, 7, 30))
    assert np.isnan(seen.column("gap_days")[0])
    assert not np.isinf(seen.values).any()


def test_orders_replace_purchase_events_when_both_are_there():
    order = {"order_id": "o1", "user_id": "a", "ordered_at": START, "local_time": START, "total": 5}
    store = store_of(events=[event(1, "a", START, "purchase")], orders=[order])
    seen = features_at(copy_of(daily(actions(store))), CUT, (1, 7, 30))
    assert seen.column("orders_total")[0] == 1
    assert seen.column("value_total")[0] == 5


@pytest.mark.parametrize(("days", "windows"), [(3, (1, 2, 4)), (100, (1, 7, 30, 90))])
def test_windows_fit_the_history(days, windows):
    assert windows_for(days) == windows


def test_a_cut_before_all_events_has_no_users():
    seen = features_at(days_of([event(1, "a", START, "view")]), date(2025, 1, 1), (1, 7, 30))
    assert len(seen.user_ids) == 0
