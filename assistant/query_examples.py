"""Questions with the queries that answer them; the model sees the nearest before it writes one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.learned import SPELLING, Vectors, kept, unit
from tools.wording.values import Language

EXAMPLES = Path(__file__).parent / "prompts" / "queries.yaml"
SHOWN = 3
"""Examples the model sees."""
LETTERS = 0.5
"""What likeness of spelling counts beside likeness of meaning (0-1 each)."""
NAMED = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
"""A column's name in either language, as a query of prompts/queries.yaml holds it."""
Embed = Callable[[list[str]], Vectors]


@dataclass(frozen=True)
class QueryExamples:
    """Finds the examples that are most like a question.

    Attributes:
        embed: Turns texts into [n_texts, dimensions] unit vectors.
        cache: Folder where the examples' vectors are kept.
    """

    embed: Embed
    cache: Path

    @cached_property
    def _texts(self) -> list[str]:
        return questions()

    @cached_property
    def _meanings(self) -> Vectors:
        return kept(self.cache, self.embed, self._texts)

    @cached_property
    def _letters(self) -> TfidfVectorizer:
        return TfidfVectorizer(**SPELLING).fit(self._texts)

    def near(self, question: str, language: Language) -> list[tuple[str, str]]:
        """The examples most like `question`, the nearest last, as question and query.

        Args:
            question: What is to be answered.
            language: Language in which the examples are shown.
        """
        mean = self._meanings.mean(axis=0)
        meaning = unit(self._meanings - mean) @ unit(self.embed([question]) - mean)[0]
        spelt = self._letters.transform(self._texts) @ self._letters.transform([question]).T
        likeness = meaning + LETTERS * spelt.toarray()[:, 0]
        of_each = likeness.reshape(2, len(listed())).max(axis=0)
        nearest = np.argsort(of_each)[-SHOWN:]
        return [_shown(listed()[n], language) for n in nearest]


@cache
def listed() -> list[dict[str, str]]:
    """The examples, each a question in English (`en`) and Chinese (`zh`) and its query (`sql`)."""
    found: list[dict[str, str]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    return found


def questions() -> list[str]:
    """Every example's question in English, and after these in Chinese."""
    return [example[language] for language in ("en", "zh") for example in listed()]


def _shown(example: dict[str, str], language: Language) -> tuple[str, str]:
    side = 1 if language == "en" else 2
    query = NAMED.sub(lambda named: f'"{named[side]}"', example["sql"])
    return example[language], " ".join(query.split())
