"""How favourable a text is, where no stars say so: its place between praise and blame.

The direction from blame to praise is the difference of the mean vectors of two lists of opposites,
`opinions.json`, so nothing is trained on anyone's reviews (a SemAxis, An, Kwak & Ahn 2018). With
the bundled model: right for 90.4 % of 15,583 Chinese reviews labelled good or bad, area under ROC
0.95 there and on 11,110 English reviews of 1-2 against 4-5 stars.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from retrieval.embedding import Embedder, Vectors

CLEAR = 0.3
"""Polarity from which a text is called favourable, and below minus which unfavourable; in between
it may be either. Of reviews beyond it 95 % were."""


@dataclass(frozen=True)
class Polarity:
    """Where praise and blame lie among the vectors of one embedding model.

    Attributes:
        direction: `[width]`, from blame to praise, of length 1.
        middles: Language to where on it a text is neither.
        unit: Length on it that counts as 1: a standard deviation of plain praise and blame.
    """

    direction: Vectors
    middles: Mapping[str, float]
    unit: float

    @classmethod
    def fit(cls, embedder: Embedder) -> "Polarity":
        """The direction in the vectors of `embedder`."""
        means = {
            language: {kind: embedder.passages(texts) for kind, texts in kinds.items()}
            for language, kinds in opinions().items()
        }
        apart = sum(said["good"].mean(axis=0) - said["bad"].mean(axis=0) for said in means.values())
        direction = np.asarray(apart / max(float(np.linalg.norm(apart)), 1e-6), np.float32)
        places = {
            language: {kind: vectors @ direction for kind, vectors in said.items()}
            for language, said in means.items()
        }
        middles = {
            language: float(said["good"].mean() + said["bad"].mean()) / 2
            for language, said in places.items()
        }
        spread = np.std(
            np.concatenate(
                [
                    values - middles[language]
                    for language, said in places.items()
                    for values in said.values()
                ]
            )
        )
        return cls(direction, middles, max(float(spread), 1e-6))

    @classmethod
    def from_json(cls, text: str) -> "Polarity":
        """What `to_json` wrote."""
        direction, middles, unit = json.loads(text)
        return cls(np.asarray(direction, np.float32), middles, unit)

    def to_json(self) -> str:
        """All of it as JSON, six decimals each."""
        direction = self.direction.astype(float).round(6).tolist()
        return json.dumps([direction, dict(self.middles), self.unit])

    def of(self, vectors: Vectors, languages: Sequence[str]) -> npt.NDArray[np.float32]:
        """How favourable texts are: `[n]`, above 0 for praise, mostly from -1 to 1.

        Args:
            vectors: `[n, width]` of the texts as `Embedder.passages` gives them, not centred.
            languages: Language of each, ISO 639-1; one without opinions of its own goes as English.
        """
        middles = [self.middles.get(language, self.middles["en"]) for language in languages]
        places = vectors @ self.direction - np.asarray(middles, np.float32)
        return np.asarray(places / self.unit, np.float32)


def mood(polarity: float, rating: int | None = None) -> int:
    """1 for a favourable text, -1 for an unfavourable one, 0 where that is open; stars go first.

    >>> mood(-0.8, rating=5), mood(0.1, rating=3), mood(-0.8), mood(0.1)
    (1, 0, -1, 0)
    """
    if rating is not None:
        return int(rating >= 4) - int(rating <= 2)
    return int(polarity >= CLEAR) - int(polarity <= -CLEAR)


@cache
def opinions() -> Mapping[str, Mapping[str, list[str]]]:
    """Statements of plain praise ("good") and blame ("bad"), by language and kind."""
    file = Path(__file__).with_name("opinions.json")
    opinions: dict[str, dict[str, list[str]]] = json.loads(file.read_text(encoding="utf-8"))
    return opinions
