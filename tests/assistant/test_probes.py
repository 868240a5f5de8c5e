"""What was learned of the bundled model's states."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.probes import Vectors, digest, probes, remembering
from assistant.teaching import examples, fitted

HOT, COLD = "hot", "cold"


def states(texts: Sequence[str]) -> Vectors:
    """States of a model that only sees how often a text says each of three letters."""
    return np.array([[text.count(one) for one in "abc"] for text in texts], dtype=np.float32)


def test_what_was_shipped_was_learned_from_the_examples() -> None:
    shipped = probes(states)
    told = {name: digest(pairs) for name, pairs in examples().items()}
    assert {name: probe.taught for name, probe in shipped.items()} == told, "run `make probes`"


@pytest.mark.parametrize("n_kinds", [2, 3])
def test_kinds_are_told_apart_as_they_were_learned(n_kinds: int, tmp_path: Path) -> None:
    pairs = [(kind, kind[0] * n) for kind in ("axe", "bow", "cup")[:n_kinds] for n in (1, 2, 3)]
    learned = fitted(pairs, states([text for _, text in pairs]))
    np.savez(tmp_path / "probes.npz", **{f"tools/{part}": v for part, v in learned.items()})
    probe = probes(states, tmp_path / "probes.npz")["tools"]
    scores = probe.scores(["bbbb", "aaaa"], ["axe", "bow"])
    assert scores.shape == (2, 2)
    assert scores.argmax(axis=1).tolist() == [1, 0]


def test_a_text_is_read_once() -> None:
    asked: list[str] = []

    def read(texts: Sequence[str]) -> Vectors:
        asked.extend(texts)
        return states(texts)

    again = remembering(read, most=3)
    first = again(["a", "b", "a"])
    assert (again(["b", "c"])[0] == first[1]).all()
    assert asked == ["a", "b", "c"]
