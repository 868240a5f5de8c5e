from datetime import timedelta

import numpy as np
import pytest
import torch

from tests.tools.prediction.behaviour.shop import SMALL, sequences_of, small_shop
from tests.tools.prediction.small_shop import START
from tools.prediction.behaviour.learning import learn
from tools.prediction.reasons import THEMES

CUT = START.date() + timedelta(days=46)


@pytest.fixture(scope="module")
def known():
    return sequences_of(small_shop())


@pytest.fixture(scope="module")
def trained(known):
    return learn(known, CUT, SMALL.model_copy(update={"epochs": 12, "held_out": 0}))


def test_themes_are_those_that_have_words(trained, known):
    themes = trained.themes(known, CUT, list(known.user_ids[:5]))
    assert set(themes) <= set(THEMES)
    assert all(added.shape == (5,) for added in themes.values())


def test_themes_add_up_to_the_difference_from_a_visitor_without_a_history(trained, known):
    users = list(known.user_ids[:30])
    themes = trained.themes(known, CUT, users)
    score = trained.purchase_logits(known, CUT, users, 14)
    chosen, batch = next(trained.batches(known, CUT, users))
    model = trained.model
    with torch.inference_mode():
        start = torch.stack(list(model.event_parts(batch).values())).sum(0)
        start[:, 1:] = 0
        now = model.now.expand(len(chosen), 1, -1)
        hidden = model.trunk(start, now, batch, moments_only=True)
        baseline = model.purchase_head(hidden)[:, 0, 1].numpy()
    added = sum(themes.values())
    assert added[chosen] == pytest.approx(score[chosen] - baseline, abs=0.02)
    assert np.abs(added).max() > 0.3
