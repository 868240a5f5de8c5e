"""What a model makes of texts before it writes anything."""

import numpy as np
import pytest
import torch

from assistant.llm.engine import Engine
from assistant.llm.states import OPENING, States
from assistant.probes import BREAK

TEXTS = ["what sold best", "who may leave us, and what do they buy", "上个月卖了多少"]


@pytest.fixture(scope="module")
def states(engine: Engine) -> States:
    return States(engine.model, engine.tokenizer)


def test_a_text_is_read_the_same_alone_as_among_others(states: States) -> None:
    together = states.of(TEXTS)
    alone = np.vstack([states.of([text]) for text in TEXTS])
    assert together.shape == (3, states.model.config.hidden_size)
    assert together == pytest.approx(alone, abs=1e-4)


def test_the_mean_is_over_the_tokens_of_the_text(states: States, engine: Engine) -> None:
    tokens = engine.tokens_of(OPENING + TEXTS[0])
    seen: list[torch.Tensor] = []
    last = engine.model.base_model.layers[-1]  # of two: fewer than are read through
    hook = last.register_forward_hook(lambda *told: seen.append(told[2]))
    with torch.inference_mode():
        engine.model(torch.tensor([tokens]))
    hook.remove()
    before = len(engine.tokens_of(OPENING))
    expected = seen[0][0, before:].mean(dim=0).numpy()
    assert states.of([TEXTS[0]])[0] == pytest.approx(expected, abs=1e-4)


def test_of_a_broken_text_only_the_rest_counts(states: States) -> None:
    whole, broken, other = states.of(
        [
            "what sold best and why",
            f"what sold best {BREAK}and why",
            f"who sold best {BREAK}and why",
        ]
    )
    assert broken != pytest.approx(whole, abs=1e-4)
    assert broken != pytest.approx(other, abs=1e-4)  # what stands before is read, too
