"""What a sentence of a customer may be for, learned from example utterances."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from sklearn.linear_model import LogisticRegression

from assistant.routing import kept, unit
from assistant.service.cues import cued, has_cue, names_in

EXAMPLES = Path(__file__).parents[1] / "prompts" / "service_routing.yaml"
CUE_WEIGHT = 0.4
"""What a cue counts beside the unit vector of the meaning."""

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class ServiceRouter:
    """Tells how likely each kind of wish is meant by a sentence.

    A logistic regression over sentence embeddings and cue words, fitted when the program starts to
    the examples of prompts/service_routing.yaml.

    Attributes:
        classifier: Fitted classifier; its classes are the headings of the examples.
        mean: [dimensions] mean of the example vectors.
        embed: Turns texts into [n_texts, dimensions] unit vectors.
    """

    classifier: LogisticRegression
    mean: Vectors
    embed: Callable[[list[str]], Vectors]

    @classmethod
    def load(cls, embed: Callable[[list[str]], Vectors], cache: Path) -> "ServiceRouter":
        """A router over the examples; their vectors are kept in the folder `cache`."""
        listed: dict[str, list[str]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
        pairs = [(kind, text) for kind, texts in listed.items() for text in texts]
        texts = [text for _, text in pairs]
        vectors = kept(cache, embed, texts)
        mean = vectors.mean(axis=0)
        classifier = LogisticRegression(C=30.0, class_weight="balanced", max_iter=1000)
        classifier.fit(_told(vectors - mean, texts), [kind for kind, _ in pairs])
        return cls(classifier, mean, embed)

    def chances(self, sentences: list[str]) -> list[dict[str, float]]:
        """Of each sentence the kinds it may be, the likeliest first."""
        told = _told(self.embed(sentences) - self.mean, sentences)
        kinds = [str(kind) for kind in self.classifier.classes_]
        rows = self.classifier.predict_proba(told).tolist()
        return [
            dict(sorted(zip(kinds, row, strict=True), key=lambda pair: -pair[1])) for row in rows
        ]


def _told(centred: Vectors, texts: list[str]) -> Vectors:
    """[n_texts, dimensions + cues] what the classifier sees: meaning, then cue words."""
    cues = [
        [
            *(name in found for name in names_in("wants")),
            has_cue("asks_rule", text),
            "?" in text or "？" in text,
        ]
        for text in texts
        for found in [cued("wants", text)]
    ]
    return np.hstack([unit(centred), CUE_WEIGHT * np.asarray(cues, dtype=np.float32)])
