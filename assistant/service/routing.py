"""What a sentence of a customer may be for, learned from example utterances."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from assistant.learned import Learned, Signs, Vectors
from assistant.service.cues import CUES, cued, has_cue, names_in

EXAMPLES = Path(__file__).parents[1] / "prompts" / "service_routing.yaml"
CUE_WEIGHT = 0.4
"""What a cue counts beside the unit vector of the meaning."""


@dataclass(frozen=True)
class ServiceRouter:
    """Tells how likely each kind of wish is meant by a sentence.

    Attributes:
        learned: What the examples of prompts/service_routing.yaml teach.
    """

    learned: Learned

    @classmethod
    def load(cls, embed: Callable[[list[str]], Vectors], cache: Path) -> "ServiceRouter":
        """A router over the examples; what they teach is kept in the folder `cache`."""
        listed: dict[str, list[str]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
        pairs = [(kind, text) for kind, texts in listed.items() for text in texts]
        signs = Signs(_signs, CUES.read_text(encoding="utf-8"), CUE_WEIGHT)
        return cls(Learned.load(pairs, embed, signs, cache))

    def chances(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        """Of each sentence the kinds it may be with their probability, the likeliest first."""
        if not sentences:
            return []
        return self.learned.chances(sentences, self.learned.meaning(sentences))


def _signs(texts: Sequence[str]) -> Vectors:
    """[n_texts, cues] the words that tell a kind outright, a rule asked for, a question."""
    rows = [
        [
            *(name in found for name in names_in("wants")),
            has_cue("asks_rule", text),
            "?" in text or "？" in text,
        ]
        for text in texts
        for found in [cued("wants", text)]
    ]
    return np.asarray(rows, dtype=np.float32)
