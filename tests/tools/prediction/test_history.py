from datetime import timedelta

from tests.tools.prediction.small_shop import START, simulated, store_of
from tools.prediction import history as history_module
from tools.prediction.history import History

ITEMS = [{"item_id": "i1", "title": "Kettle", "category": "Kettles", "price": 20}]
CUT = START.date() + timedelta(days=40)


def test_features_of_one_category_make_room_before_those_of_everything(monkeypatch):
    monkeypatch.setattr(history_module, "KEPT", 2)
    seen = History(store_of(events=simulated(20), items=ITEMS))
    whole = seen.features(CUT, (7,))
    seen.features(CUT, (7,), "Kettles")
    later = seen.features(CUT + timedelta(days=7), (7,))
    assert seen.features(CUT, (7,)) is whole
    assert seen.features(CUT + timedelta(days=7), (7,)) is later
    seen.features(CUT + timedelta(days=14), (7,))
    assert seen.features(CUT, (7,)) is not whole
