from datetime import timedelta
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from tests.tools.prediction.behaviour.shop import SMALL, did, sequences_of, small_shop
from tests.tools.prediction.small_shop import START, event
from tools.errors import ToolError
from tools.prediction.behaviour import learning
from tools.prediction.behaviour.config import BehaviourSettings
from tools.prediction.behaviour.learning import Learning, learn
from tools.prediction.behaviour.scoring import Trained

CUT = START.date() + timedelta(days=46)


@pytest.fixture(scope="module")
def known():
    return sequences_of(small_shop())


@pytest.fixture(scope="module")
def trained(known):
    return learn(known, CUT, SMALL)


def everything(trained: Trained, known, users=None) -> dict[str, np.ndarray]:
    asked = list(known.user_ids[:40]) if users is None else users
    return {
        "purchase": trained.purchase_logits(known, CUT, asked, 14),
        "survival": trained.survival(known, CUT, asked),
        "items": trained.item_scores(known, CUT, asked, ["i1", "i2", "no such item"]),
        "next": trained.next_behaviour(known, CUT, asked),
    }


def same(a: dict[str, np.ndarray], b: dict[str, np.ndarray]) -> bool:
    return all(np.array_equal(a[name], b[name]) for name in a)


def test_shapes_and_ranges(trained, known):
    scores = everything(trained, known)
    assert scores["purchase"].shape == (40,)
    assert scores["items"].shape == (40, 3)
    assert scores["items"].dtype == np.float32
    assert scores["survival"].shape == (40, len(trained.edges_days))
    assert (np.diff(scores["survival"], axis=1) <= 0).all()
    assert scores["next"].sum(1) == pytest.approx(np.ones(40), abs=1e-5)


def test_a_saved_model_gives_the_same_scores(trained, known, tmp_path):
    trained.save(tmp_path / "model")
    loaded = Trained.load(tmp_path / "model")
    assert same(everything(loaded, known), everything(trained, known))
    assert loaded.card == trained.card
    assert {f.name for f in (tmp_path / "model").iterdir()} == {
        "model.safetensors", "config.json", "vocabulary.json", "card.json",
    }  # fmt: skip


def test_the_same_seed_gives_the_same_model(trained, known):
    again = learn(known, CUT, SMALL)
    assert same(everything(again, known), everything(trained, known))
    other = learn(known, CUT, SMALL.model_copy(update={"seed": 8}))
    assert not same(everything(other, known), everything(trained, known))


def test_nothing_from_the_cut_on_changes_model_or_scores(trained, known):
    past = [e for e in small_shop() if e["local_time"].date() < CUT]
    later = START + timedelta(days=50)
    changed = [*past, *did("u003", (later, "purchase", "zzz"), (later, "view", "aaa"))]
    changed += did("a-new-user", (later, "purchase", "i1"))
    for events in (past, changed):
        blind = sequences_of(events)
        users = list(known.user_ids[:40])
        assert same(everything(learn(blind, CUT, SMALL), blind, users), everything(trained, known))


class StoppedError(Exception):
    pass


def test_interrupted_training_goes_on_to_the_same_place(trained, known, tmp_path):
    def stop(done: float) -> None:
        if done > 0.6:
            raise StoppedError

    with pytest.raises(StoppedError):
        learn(known, CUT, SMALL, progress=stop, folder=tmp_path)
    half = tmp_path / str(CUT) / "checkpoint.new"  # as if the next state was being written
    half.mkdir()
    (half / "model.safetensors").write_bytes(b"half")
    told = []
    resumed = learn(known, CUT, SMALL, progress=told.append, folder=tmp_path)
    assert min(told) >= 0.5
    assert same(everything(resumed, known), everything(trained, known))
    finished = []  # the next training after one that was finished but never saved
    again = learn(known, CUT, SMALL, progress=finished.append, folder=tmp_path)
    assert finished == [1.0]
    assert same(everything(again, known), everything(trained, known))


def test_a_state_is_not_gone_on_from_once_the_past_has_changed(known, tmp_path):
    learn(known, CUT, SMALL, folder=tmp_path)
    corrected = [{**e, "item_id": "i2"} if i == 0 else e for i, e in enumerate(small_shop())]
    told = []
    learn(sequences_of(corrected), CUT, SMALL, progress=told.append, folder=tmp_path)
    assert min(told) == 0.0


def test_goes_on_from_an_earlier_model_with_new_items(trained, known):
    later = START + timedelta(days=45)
    new = [event(9_000 + i, f"u{i:03}", later, "view", "new") for i in range(20)]
    grown = sequences_of([*small_shop(), *new])
    begun = Learning.of(grown, CUT, SMALL, trained, None)
    assert begun.training.windows.vocabulary.items == (*trained.vocabulary.items, "new")
    old = trained.model.state_dict()["item.weight"]
    assert torch.equal(begun.model.state_dict()["item.weight"][: len(old)], old)
    later_model = learn(grown, CUT, SMALL.model_copy(update={"epochs": 1}), start=trained)
    assert later_model.card.epochs == 1


def test_rare_items_are_told_apart_by_their_text(known, tmp_path):
    text = {"i1": np.array([1.0, 0.0]), "i2": np.array([0.0, 1.0]), "cold": np.array([1.0, 0.0])}
    trained = learn(known, CUT, SMALL, vectors={name: text[name] for name in ("i1", "i2")})
    trained.save(tmp_path / "model")
    asked = ["cold", "unknown"]
    for model in (trained, Trained.load(tmp_path / "model")):
        told = model.item_scores(known, CUT, ["u001"], asked, vectors=text)
        untold = model.item_scores(known, CUT, ["u001"], asked)
        assert told[0, 0] != told[0, 1]
        assert untold[0, 0] == untold[0, 1] == told[0, 1]


def test_learns_eight_sessions_by_heart():
    events = []
    for u in range(8):  # the even ones buy on the days that follow
        for day in (0, 1, 2, 8, 9, 10):
            kind = "purchase" if u % 2 == 0 and day >= 8 else "view"
            item = f"i{u}"
            events += did(f"u{u}", (START + timedelta(days=day, hours=u, minutes=day), kind, item))
    known = sequences_of(events)
    settings = BehaviourSettings(
        horizons_days=(7,), d_model=32, n_heads=2, dropout=0, held_out=0, epochs=150,
        weight_decay=0, min_item_count=1, learning_rate=5e-3,
    )  # fmt: skip
    cut = START.date() + timedelta(days=11)
    fitted = learn(known, cut, settings)
    users = [f"u{u}" for u in range(8)]
    logits = fitted.purchase_logits(known, START.date() + timedelta(days=4), users, 7)
    assert ((logits > 0) == (np.arange(8) % 2 == 0)).all()
    assert np.abs(logits).min() > 1.5


@pytest.mark.parametrize("user", ["nobody", "one-event", "one-day"])
def test_users_with_little_history_are_scored(trained, user):
    at = START + timedelta(days=3)
    known = sequences_of(
        [
            *did("one-event", (at, "view", "i1")),
            *did("one-day", *[(at, "purchase", "not in the vocabulary")] * 12),
        ]
    )
    for scores in everything(trained, known, [user, "one-event"]).values():
        assert np.isfinite(scores).all()
    for added in trained.themes(known, CUT, [user]).values():
        assert np.isfinite(added).all()


def test_a_shop_where_everything_was_bought_on_one_day_can_be_learned():
    events = [event(i, f"u{i:02}", START, "purchase", "i1") for i in range(30)]
    known = sequences_of(events)
    cut = START.date() + timedelta(days=1)
    trained = learn(known, cut, SMALL)
    assert np.isfinite(trained.purchase_logits(known, cut, ["u03"], 7)).all()


def test_nobody_before_the_cut_is_told(known):
    with pytest.raises(ToolError):
        learn(known, START.date() - timedelta(days=1), SMALL)


def test_every_process_gets_as_many_batches(known):
    begun = Learning.of(known, CUT, SMALL, None, None)
    for batches in (begun.training.batches(), begun.training.batches()[:1]):
        counts = [
            len(list(learning._loaded(begun.training, batches, process)))
            for process in (
                SimpleNamespace(num_processes=2, process_index=i, device=torch.device("cpu"))
                for i in range(2)
            )
        ]
        assert counts == [-(-len(batches) // 2)] * 2


def test_the_pace_rises_and_falls():
    assert learning.pace(0.0) < learning.pace(0.05) < learning.pace(0.1) == 1.0
    assert learning.pace(0.5) > learning.pace(0.9) > 0
