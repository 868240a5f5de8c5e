from datetime import date, datetime, timedelta

import numpy as np
import pytest

from tests.tools.prediction.behaviour.shop import SMALL, sequences_of, small_shop
from tests.tools.prediction.small_shop import START, event, store_of
from tools.prediction.behaviour.sequences import PER_MOMENT, PURCHASE, Sequences, seconds
from tools.prediction.behaviour.vocabulary import FIRST_ITEM, RARE_ITEM, Vocabulary
from tools.prediction.history import History
from tools.store.schema import EVENT_TYPES


def test_events_lie_per_user_in_order_of_time():
    events = small_shop()
    known = sequences_of(events)
    assert list(known.user_ids) == sorted({e["user_id"] for e in events})
    for user in ("u000", "u017"):
        own = sorted((e for e in events if e["user_id"] == user), key=lambda e: e["local_time"])
        (place,) = known.users([user])
        rows = slice(known.starts[place], known.starts[place + 1])
        assert known.time[rows].tolist() == [
            int((e["local_time"] - datetime(1970, 1, 1)).total_seconds())  # noqa: DTZ001
            for e in own
        ]
        kinds = {
            (int(t), EVENT_TYPES[k])
            for t, k in zip(known.time[rows], known.kind[rows], strict=True)
        }
        assert len(kinds) == len({(e["local_time"], e["event_type"]) for e in own})


def test_a_basket_keeps_its_dearest_lines_and_the_value_of_all():
    orders = [{"order_id": "o1", "user_id": "a", "local_time": START, "ordered_at": START}]
    lines = [
        {"order_id": "o1", "item_id": f"i{n:02}", "quantity": 1, "unit_price": n, "discount": 0}
        for n in range(20)
    ]
    known = Sequences.of(History(store_of(orders=orders, order_lines=lines)))
    assert len(known.kind) == PER_MOMENT
    assert set(known.item_ids[known.item]) == {f"i{n:02}" for n in range(12, 20)}
    assert known.value.tolist() == [sum(range(20))] * PER_MOMENT
    assert (known.kind == PURCHASE).all()
    assert known.baskets[-1] == 1


def test_arrays_in_a_folder_are_those_in_memory(tmp_path):
    events = small_shop()
    mapped, plain = sequences_of(events, tmp_path), sequences_of(events)
    assert isinstance(mapped.time, np.memmap)
    for name in ("starts", "kind", "item", "value", "time"):
        assert np.array_equal(getattr(mapped, name), getattr(plain, name))


def test_words_come_from_before_the_cut():
    cut = START.date() + timedelta(days=40)
    events = small_shop()
    later = [
        event(10_000 + i, "u001", START + timedelta(days=50, minutes=i), "view", "new")
        for i in range(50)
    ]
    before = Vocabulary.learn(sequences_of(events), cut, SMALL)
    assert Vocabulary.learn(sequences_of([*events, *later]), cut, SMALL) == before
    assert "new" in Vocabulary.learn(sequences_of([*events, *later]), date(2027, 1, 1), SMALL).items
    codes = before.item_codes(np.array([before.items[0], "new"], dtype=object))
    assert codes.tolist() == [FIRST_ITEM, RARE_ITEM]


def test_an_old_word_keeps_its_code_when_the_vocabulary_grows():
    old = Vocabulary(items=("b", "a"), categories=("x",), bands=(1.0, 2.0))
    grown = old.grown(Vocabulary(items=("c", "a"), categories=("w", "x"), bands=(5.0,)))
    assert grown == Vocabulary(items=("b", "a", "c"), categories=("x", "w"), bands=(1.0, 2.0))


@pytest.mark.parametrize(("day", "rows"), [(0, 0), (1, 1), (9, 2)])
def test_finds_the_first_event_at_or_after_a_time(day, rows):
    known = sequences_of(
        [event(1, "a", START, "view"), event(2, "a", START + timedelta(days=1), "view")]
    )
    (found,) = known.before(known.users(["a"]), seconds(START.date() + timedelta(days=day)))
    assert found == rows
