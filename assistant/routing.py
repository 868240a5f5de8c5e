"""The shortlist: which tools a question could be for, learned from example utterances."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from sklearn.linear_model import LogisticRegression

EXAMPLES = Path(__file__).parent / "prompts" / "routing.yaml"
Vectors = npt.NDArray[np.float32]

SURE = 0.65
"""Probability from which a tool is taken without asking the model."""
IN_THE_RACE = 0.1
"""Probability from which a tool is offered to the model beside the likeliest."""


@dataclass(frozen=True)
class Router:
    """Tells how likely each tool is meant by a question.

    A logistic regression over sentence embeddings, fitted when the program starts to the example
    utterances of prompts/routing.yaml.

    Attributes:
        classifier: Fitted classifier; its classes are tool names.
        mean: [dimensions] mean of the example vectors: what all utterances share.
        embed: Turns texts into [n_texts, dimensions] unit vectors.
    """

    classifier: LogisticRegression
    mean: Vectors
    embed: Callable[[list[str]], Vectors]

    @classmethod
    def load(
        cls, embed: Callable[[list[str]], Vectors], tools: Mapping[str, object], cache: Path
    ) -> "Router":
        """A router over the examples of `tools`.

        Args:
            embed: Turns texts into [n_texts, dimensions] unit vectors.
            tools: Tools to choose among, by name.
            cache: Folder where the examples' vectors are kept for the next start.

        Raises:
            KeyError: If a tool has no examples.
        """
        listed: dict[str, list[str]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
        pairs = [(name, text) for name in tools for text in listed[name]]
        vectors = _kept(cache, embed, [text for _, text in pairs])
        mean = vectors.mean(axis=0)
        classifier = LogisticRegression(C=30.0, class_weight="balanced", max_iter=1000)
        classifier.fit(_unit(vectors - mean), [name for name, _ in pairs])
        return cls(classifier, mean, embed)

    def scores(self, question: str) -> dict[str, float]:
        """Tool to probability that it is meant, likeliest first."""
        vector = _unit(self.embed([question]) - self.mean)  # [1, dimensions]
        chances = self.classifier.predict_proba(vector)[0]
        ranked = sorted(zip(self.classifier.classes_, chances, strict=True), key=lambda p: -p[1])
        return {str(name): float(chance) for name, chance in ranked}

    def shortlist(self, question: str) -> list[str]:
        """The tools `question` may be for, likeliest first; one alone when it is clear."""
        scores = self.scores(question)
        first, chance = next(iter(scores.items()))
        if chance >= SURE:
            return [first]
        return [name for name, other in scores.items() if other >= IN_THE_RACE]


def _kept(cache: Path, embed: Callable[[list[str]], Vectors], texts: list[str]) -> Vectors:
    """Vectors of `texts`, embedded once and then read from `cache`."""
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
    kept = cache / f"routing-{digest}.npy"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        draft = kept.with_suffix(".draft.npy")
        np.save(draft, embed(texts))
        draft.replace(kept)
    return np.asarray(np.load(kept), dtype=np.float32)


def _unit(vectors: Vectors) -> Vectors:
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-9), dtype=np.float32)
