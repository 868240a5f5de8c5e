"""Learns from the examples what the bundled model's states tell: `python -m assistant.teaching`.

It writes `prompts/probes.npz` and takes about a quarter of an hour on a CPU. To be run again when
the examples of a part change; a test tells when that was forgotten.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from transformers import AutoModelForCausalLM, AutoTokenizer

from assistant import leaning, measures, remarks, requests, routing
from assistant.learned import PENALTY
from assistant.llm.loading import prepare_bundled
from assistant.llm.states import States
from assistant.probes import LEARNED, Vectors, digest, standing

Pairs = Sequence[tuple[str, str]]


def examples() -> Mapping[str, Pairs]:
    """Kind and text of the examples of every part that has a probe."""
    parts = {
        "followups": leaning,
        "metrics": measures,
        "remarks": remarks,
        "requests": requests,
        "routing": routing,
    }
    return {name: part.taught() for name, part in parts.items()}


def fitted(pairs: Pairs, states: Vectors) -> dict[str, Any]:
    """What is kept of the regression of the kinds in `pairs` on [n_pairs, hidden] `states`."""
    mean, scale = states.mean(axis=0), states.std(axis=0) + 1e-3
    regression = LogisticRegression(C=PENALTY, class_weight="balanced", max_iter=300)
    kinds, labels = np.unique([kind for kind, _ in pairs], return_inverse=True)
    regression.fit(standing(states, mean, scale), labels)
    weights, bias = regression.coef_, regression.intercept_
    if len(kinds) == 2:  # of two kinds only the second's score is told, as against the first's
        weights, bias = np.vstack([-weights, weights]) / 2, np.hstack([-bias, bias]) / 2
    numbers = {"mean": mean, "scale": scale, "weights": weights, "bias": bias}
    kept: dict[str, Any] = {name: value.astype(np.float16) for name, value in numbers.items()}
    return {**kept, "kinds": kinds, "taught": np.asarray(digest(pairs))}


def teach(path: Path = LEARNED) -> None:
    """Learn all parts' probes anew and write them to `path`."""
    folder = prepare_bundled()
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.bfloat16).eval()
    states = States(model, AutoTokenizer.from_pretrained(folder))
    kept: dict[str, Any] = {}
    for name, pairs in examples().items():
        sys.stdout.write(f"{name}: reading {len(pairs)} examples\n")
        learned = fitted(pairs, states.of([text for _, text in pairs]))
        kept.update({f"{name}/{part}": value for part, value in learned.items()})
    np.savez_compressed(path, allow_pickle=False, **kept)


if __name__ == "__main__":
    teach()
