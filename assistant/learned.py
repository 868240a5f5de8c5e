"""What example utterances teach: how likely each of their headings is meant by a text."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from assistant.probes import Probe

Vectors = npt.NDArray[np.float32]

LETTERS_WEIGHT = 2.0
"""What the spelling of a text counts beside the unit vector of its meaning.

Chosen on utterances of writers whose others were not learned from.
"""
PENALTY = 10.0
"""Inverse strength of the logistic regression's penalty, chosen in the same way."""


@dataclass(frozen=True)
class Signs:
    """Words that tell something outright.

    Attributes:
        of: Turns texts into [n_texts, n_signs] numbers between 0 and 1.
        made_of: What `of` depends on, so that what was learned with other words is not reused.
        weight: What a sign counts beside the unit vector of the meaning.
        letters: What the spelling of a text counts beside it.
        spelt: What of a text its spelling is taken of.
    """

    of: Callable[[Sequence[str]], Vectors]
    made_of: str
    weight: float
    letters: float = LETTERS_WEIGHT
    spelt: Callable[[str], str] = str


@dataclass(frozen=True)
class Learned:
    """A logistic regression over what a text means, how it is spelt, and the signs in it.

    Attributes:
        kinds: The headings of the examples, in alphabetical order.
        labels: [n_examples] place in `kinds` of each example's heading.
        mean: [dimensions] mean of the examples' vectors: what all utterances share.
        centred: [n_examples, dimensions] the examples' unit vectors, their mean taken off.
        grams: [n_grams] runs of one to four letters that occur in more than one example.
        idf: [n_grams] how rare each is.
        weights: [n_kinds, n_features] coefficients.
        bias: [n_kinds] intercepts.
        embed: Turns texts into [n_texts, dimensions] unit vectors.
        signs: Words that tell something outright.
        probe: What the chat model's states tell of the same kinds, which counts for half.
    """

    kinds: tuple[str, ...]
    labels: npt.NDArray[np.int64]
    mean: Vectors
    centred: Vectors
    grams: tuple[str, ...]
    idf: Vectors
    weights: Vectors
    bias: Vectors
    embed: Callable[[list[str]], Vectors]
    signs: Signs
    probe: Probe | None = None

    @classmethod
    def load(
        cls,
        pairs: Sequence[tuple[str, str]],
        embed: Callable[[list[str]], Vectors],
        signs: Signs,
        cache: Path,
        probe: Probe | None = None,
    ) -> "Learned":
        """What `pairs` teach, learned once and then read from `cache`.

        Args:
            pairs: Heading and text of each example.
            embed: Turns texts into [n_texts, dimensions] unit vectors.
            signs: Words that tell something outright.
            cache: Folder for what was learned.
            probe: What the chat model's states tell of the same kinds.
        """
        said = "\n".join(f"{kind}\t{text}" for kind, text in pairs)
        basis = f"{said}\n{signs.made_of} {signs.weight} {signs.letters} {PENALTY}"
        path = cache / f"learned-{hashlib.sha256(basis.encode()).hexdigest()[:16]}.npz"
        if not path.exists():
            cache.mkdir(parents=True, exist_ok=True)
            draft = path.with_suffix(".draft.npz")
            vectors = kept(cache, embed, [text for _, text in pairs])
            np.savez(draft, allow_pickle=False, **_fitted(pairs, vectors, signs))
            draft.replace(path)
        with np.load(path) as found:
            arrays: dict[str, Any] = dict(found)
        words: dict[str, Any] = {
            name: tuple(arrays.pop(name).tolist()) for name in ("kinds", "grams")
        }
        return cls(**words, **arrays, embed=embed, signs=signs, probe=probe)

    @property
    def digest(self) -> str:
        """Tells what was learned from anything else."""
        return hashlib.sha256(self.weights.tobytes()).hexdigest()[:16]

    @cached_property
    def _letters(self) -> TfidfVectorizer:
        letters = TfidfVectorizer(**SPELLING, vocabulary=self.grams)
        letters.idf_ = self.idf
        return letters

    def meaning(self, texts: Sequence[str]) -> Vectors:
        """[n_texts, dimensions] unit vectors of `texts`, the examples' mean taken off."""
        return unit(self.embed(list(texts)) - self.mean)

    def chances(self, texts: Sequence[str], meaning: Vectors) -> list[dict[str, float]]:
        """Of each text the kinds it may be with their probability (0-1), the likeliest first."""
        spelt = self._letters.transform(map(self.signs.spelt, texts))
        told = _told(meaning, spelt, self.signs, texts)
        scores = told @ self.weights.T + self.bias
        if self.probe is not None:
            scores = (scores + self.probe.scores(texts, self.kinds)) / 2
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        rows = odds / odds.sum(axis=1, keepdims=True)
        return [
            dict(sorted(zip(self.kinds, row.tolist(), strict=True), key=lambda pair: -pair[1]))
            for row in rows
        ]

    def nearness(self, vector: Vectors, is_of: Callable[[str], bool], nearest: int) -> float:
        """Mean cosine to the `nearest` examples of the kinds that `is_of` takes; 0 without any.

        Args:
            vector: [dimensions] a text's meaning.
            is_of: Whether a kind counts.
            nearest: How many examples.
        """
        wanted = [n for n, kind in enumerate(self.kinds) if is_of(kind)]
        examples = self.centred[np.isin(self.labels, wanted)]
        if not len(examples):
            return 0.0
        return float(np.sort(examples @ vector)[-nearest:].mean())


SPELLING = {"analyzer": "char_wb", "ngram_range": (1, 4), "sublinear_tf": True}


def kept(cache: Path, embed: Callable[[list[str]], Vectors], texts: list[str]) -> Vectors:
    """Vectors of `texts`, embedded once and then read from `cache`."""
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
    kept = cache / f"routing-{digest}.npy"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        draft = kept.with_suffix(".draft.npy")
        np.save(draft, embed(texts))
        draft.replace(kept)
    return np.asarray(np.load(kept), dtype=np.float32)


def unit(vectors: Vectors) -> Vectors:
    """`vectors` of [..., dimensions] at length 1."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-9), dtype=np.float32)


def _told(
    meaning: Vectors, letters: sparse.csr_matrix, signs: Signs, texts: Sequence[str]
) -> sparse.csr_matrix:
    """[n_texts, n_features] what the regression sees: meaning, spelling, signs."""
    told = np.hstack([meaning, signs.weight * signs.of(texts)])
    return sparse.csr_matrix(sparse.hstack([sparse.csr_matrix(told), signs.letters * letters]))


def _fitted(pairs: Sequence[tuple[str, str]], vectors: Vectors, signs: Signs) -> dict[str, Any]:
    """What is kept of the regression fitted to `pairs`."""
    texts = [text for _, text in pairs]
    mean = vectors.mean(axis=0)
    meaning = unit(vectors - mean)
    letters = TfidfVectorizer(**SPELLING, min_df=2)
    told = _told(meaning, letters.fit_transform(map(signs.spelt, texts)), signs, texts)
    regression = LogisticRegression(C=PENALTY, class_weight="balanced", max_iter=1000)
    kinds, labels = np.unique([kind for kind, _ in pairs], return_inverse=True)
    regression.fit(told, labels)
    weights, bias = regression.coef_, regression.intercept_
    if len(kinds) == 2:  # of two kinds only the second's score is told, as against the first's
        weights, bias = np.vstack([-weights, weights]) / 2, np.hstack([-bias, bias]) / 2
    return {
        "kinds": kinds,
        "labels": labels,
        "mean": mean,
        "centred": meaning,
        "grams": letters.get_feature_names_out().astype(str),
        "idf": letters.idf_.astype(np.float32),
        "weights": weights.astype(np.float32),
        "bias": bias.astype(np.float32),
    }
