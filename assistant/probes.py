"""What the chat model itself makes of a message, beside what its words and their spelling tell.

The bundled model understands more than the small embedding model does: a regression over the mean
state of its middle layer tells what neither a vector of meaning nor letters hold. Reading all the
examples with it takes minutes, so what they teach is part of the package (`make probes`); models
that it was not learned with, and those on servers, do without.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Read = Callable[[list[str]], Vectors]
"""Turns texts into the [n_texts, hidden] states of the chat model."""

LEARNED = Path(__file__).parent / "prompts" / "probes.npz"
BREAK = "\x1f"
"""Parts a text: what stands before it is read, too, but only what comes after counts."""
REMEMBERED = 2048
"""Most texts whose states are kept, each a few thousand numbers."""


@dataclass(frozen=True)
class Probe:
    """A logistic regression over the chat model's states.

    Attributes:
        kinds: What texts are told apart as, in alphabetical order.
        mean: [hidden] mean of the examples' states.
        scale: [hidden] their standard deviation.
        weights: [n_kinds, hidden] coefficients.
        bias: [n_kinds] intercepts.
        taught: Digest of the examples it was learned from.
        read: Turns texts into [n_texts, hidden] states.
    """

    kinds: tuple[str, ...]
    mean: Vectors
    scale: Vectors
    weights: Vectors
    bias: Vectors
    taught: str
    read: Read

    def scores(self, texts: Sequence[str], kinds: Sequence[str]) -> Vectors:
        """[n_texts, n_kinds] how much speaks for each of `kinds`, as logarithms of odds."""
        places = [self.kinds.index(kind) for kind in kinds]
        told = standing(self.read(list(texts)), self.mean, self.scale)
        return np.asarray(told @ self.weights[places].T + self.bias[places], dtype=np.float32)


def probes(read: Read, path: Path = LEARNED) -> dict[str, Probe]:
    """What was learned of the bundled model's states, by the name of the examples.

    Args:
        read: Turns texts into [n_texts, hidden] states of that model.
        path: Where what was learned lies.
    """
    read = remembering(read, REMEMBERED)
    with np.load(path) as found:
        arrays = dict(found)
    names = dict.fromkeys(key.partition("/")[0] for key in arrays)
    return {name: _probe(name, arrays, read) for name in names}


def standing(states: Vectors, mean: Vectors, scale: Vectors) -> Vectors:
    """`states` as they differ from the usual, at length 1."""
    apart = (states - mean) / scale
    return np.asarray(apart / np.linalg.norm(apart, axis=1, keepdims=True), dtype=np.float32)


def digest(pairs: Sequence[tuple[str, str]]) -> str:
    """Tells examples from any others."""
    said = "\n".join(f"{kind}\t{text}" for kind, text in pairs)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def remembering(read: Read, most: int) -> Read:
    """`read`, that reads a text once while it is among the `most` asked for last.

    >>> read = remembering(lambda texts: np.float32([[len(text)] for text in texts]), most=2)
    >>> read(["a", "bcd", "a"]).tolist()
    [[1.0], [3.0], [1.0]]
    """
    known: OrderedDict[str, Vectors] = OrderedDict()
    turn = Lock()

    def states(texts: Sequence[str]) -> Vectors:
        with turn:
            new = [text for text in dict.fromkeys(texts) if text not in known]
            if new:
                known.update(zip(new, read(new), strict=True))
            found = np.stack([known[text] for text in texts])
            for text in texts:
                known.move_to_end(text)
            while len(known) > most:
                known.popitem(last=False)
        return found

    return states


def _probe(name: str, arrays: dict[str, Any], read: Read) -> Probe:
    mean, scale, weights, bias = (
        arrays[f"{name}/{part}"].astype(np.float32) for part in ("mean", "scale", "weights", "bias")
    )
    kinds = tuple(arrays[f"{name}/kinds"].tolist())
    return Probe(kinds, mean, scale, weights, bias, str(arrays[f"{name}/taught"]), read)
