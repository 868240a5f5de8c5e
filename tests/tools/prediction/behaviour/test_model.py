from datetime import timedelta

import numpy as np
import pytest
import torch

from tests.tools.prediction.behaviour.shop import SMALL, sequences_of, small_shop
from tests.tools.prediction.small_shop import START
from tools.prediction.behaviour.losses import _sampled_softmax
from tools.prediction.behaviour.model import BehaviourModel
from tools.prediction.behaviour.sequences import seconds
from tools.prediction.behaviour.shaping import shape
from tools.prediction.behaviour.vocabulary import Vocabulary
from tools.prediction.behaviour.windows import Windows, tensors

CUT = START.date() + timedelta(days=46)


@pytest.fixture(scope="module")
def windows():
    known = sequences_of(small_shop())
    vocabulary = Vocabulary.learn(known, CUT, SMALL)
    return Windows(known, vocabulary, shape(vocabulary, SMALL, 60))


@pytest.fixture(scope="module")
def model(windows):
    torch.manual_seed(0)
    model = BehaviourModel(windows.config).eval()
    for parameter in model.parameters():  # biases too, so that a mistake shows
        torch.nn.init.normal_(parameter, std=0.3)
    return model


def batch_of(windows, places, days=(46,)):
    known = windows.sequences
    users = np.array(places)
    ends = known.before(users, seconds(CUT))
    events = windows.events(users, ends, 64)
    first = seconds(START.date())
    times = np.tile([first + day * 86_400 for day in days], (len(users), 1))
    place = known.before(users[:, None], times)
    return tensors(events | windows.moments(users, times, events, place))


def test_padding_changes_nothing(windows, model):
    lengths = np.diff(windows.sequences.starts)
    short, long = int(lengths.argmin()), int(lengths.argmax())
    alone = model(batch_of(windows, [short]))
    padded = model(batch_of(windows, [short, long]))
    n = alone.events.shape[1]
    assert padded.events.shape[1] > n
    assert torch.allclose(padded.events[0, :n], alone.events[0], atol=1e-5)
    assert torch.allclose(padded.moments[0], alone.moments[0], atol=1e-5)


def test_a_token_does_not_see_what_comes_later(windows, model):
    place = int(np.diff(windows.sequences.starts).argmax())
    batch = batch_of(windows, [place], days=(20, 46))
    seen = int(batch["now_seen"][0, 0])
    assert 1 < seen < batch["kind"].shape[1]
    before = model(batch)
    for name in ("kind", "item", "category", "band", "gap"):
        batch[name] = batch[name].clone()
        batch[name][0, seen:] = 1
    batch["days"] = batch["days"].clone()
    batch["days"][0, seen:] += 3
    after = model(batch)
    assert torch.equal(after.events[0, :seen], before.events[0, :seen])
    assert torch.equal(after.moments[0, 0], before.moments[0, 0])
    assert not torch.allclose(after.moments[0, 1], before.moments[0, 1])


def test_moments_are_not_seen_by_each_other(windows, model):
    both = model(batch_of(windows, [3, 5], days=(20, 46))).moments[:, 1]
    alone = model(batch_of(windows, [3, 5], days=(46,))).moments[:, 0]
    assert torch.allclose(both, alone, atol=1e-5)


def test_leaving_out_the_events_gives_the_same_moments(windows, model):
    batch = batch_of(windows, [1, 2, 3])
    whole, short = model(batch), model(batch, moments_only=True)
    assert short.events is None
    assert torch.allclose(short.moments, whole.moments, atol=1e-5)


def test_a_sampled_softmax_is_near_the_full_one(model):
    torch.manual_seed(1)
    hidden = torch.randn(64, 16)
    n_codes = model.item.num_embeddings
    right = torch.randint(n_codes, (64,))
    full = torch.nn.functional.cross_entropy(
        model.item_logits(hidden, torch.arange(n_codes)), right
    )
    sampled = _sampled_softmax(model, hidden, right, n_codes)
    assert float(sampled.detach()) == pytest.approx(float(full.detach()), rel=0.1)
