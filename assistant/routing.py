"""The shortlist: which tools a question could be for, by the examples it is near to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

EXAMPLES = Path(__file__).parent / "prompts" / "routing.yaml"
Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Router:
    """Ranks tools by how near a question is to each tool's example utterances.

    Attributes:
        names: Tool of each example, one for each row of `examples`.
        examples: [n_examples, dimensions] unit vectors of the examples, their mean taken off.
        mean: [dimensions] mean of the raw example vectors: what all utterances share.
        embed: Turns texts into [n_texts, dimensions] unit vectors.
    """

    names: tuple[str, ...]
    examples: Vectors
    mean: Vectors
    embed: Callable[[list[str]], Vectors]

    @classmethod
    def load(cls, embed: Callable[[list[str]], Vectors], tools: Mapping[str, object]) -> "Router":
        """A router over the examples of `tools` in prompts/routing.yaml.

        Raises:
            KeyError: If a tool has no examples.
        """
        listed: dict[str, list[str]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
        pairs = [(name, text) for name in tools for text in listed[name]]
        vectors = embed([text for _, text in pairs])
        mean = vectors.mean(axis=0)
        return cls(tuple(name for name, _ in pairs), _unit(vectors - mean), mean, embed)

    def scores(self, question: str) -> dict[str, float]:
        """Tool to similarity in -1..1, best first: the mean of its two nearest examples."""
        vector = _unit(self.embed([question])[0] - self.mean)
        near = self.examples @ vector  # [n_examples]
        by_tool: dict[str, list[float]] = {}
        for name, score in zip(self.names, near.tolist(), strict=True):
            by_tool.setdefault(name, []).append(score)
        means = {n: float(np.mean(sorted(s, reverse=True)[:2])) for n, s in by_tool.items()}
        return dict(sorted(means.items(), key=lambda pair: -pair[1]))


def _unit(vectors: Vectors) -> Vectors:
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.maximum(norms, 1e-9)).astype(np.float32)
