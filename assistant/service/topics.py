"""What a question about the shop's rules is about, learned from example questions.

Customers ask in words that no policy uses. The topic tells what to look up; the answer is still the
store's own policy, or that it has none.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from assistant.learned import Learned, Signs, Vectors
from assistant.service.cues import CUES, cued, names_in
from assistant.service.reasons import no_signs
from tools.wording.values import Language

TOPICS = Path(__file__).parents[1] / "prompts" / "service_topics.yaml"
SURE = 0.3
"""Probability from which a question is taken to be about a topic."""
BOTH = 0.4
"""Probability of the two likeliest topics together from which a point of each is looked up."""
BY_ITSELF = 0.4
"""Probability from which a question's topic stands, whatever was asked before."""
UNRULED = 0.5
"""Probability that a message asks for no rule from which it is taken to ask for none."""
NO_TOPIC = ""
CUE_WEIGHT = 0.8
"""What a question's form counts beside its meaning (a unit vector); chosen by cross-validation."""
LETTERS_WEIGHT = 0.5
"""What its spelling counts, chosen in the same way: of topics it tells little."""


@dataclass(frozen=True)
class Topics:
    """Tells what of the shop's rules a question is about.

    Attributes:
        learned: What the examples of prompts/service_topics.yaml teach of topics.
        ruling: What they teach of whether a rule is asked for at all.
        looked_up: By topic and language, what is looked up in the policies, a point each.
    """

    learned: Learned
    ruling: Learned
    looked_up: Mapping[str, Mapping[Language, tuple[str, ...]]]

    @classmethod
    def load(
        cls, embed: Callable[[list[str]], Vectors], cache: Path, beside: list[str]
    ) -> "Topics":
        """What the examples teach, kept in the folder `cache`.

        Args:
            embed: Turns texts into [n_texts, dimensions] unit vectors.
            cache: Folder for what was learned.
            beside: Messages that ask for no rule.
        """
        asked = [(topic, text) for topic, told in topics().items() for text in told["asked"]]
        asked += [(NO_TOPIC, text) for text in beside]
        ruling = Learned.load(asked, embed, Signs(no_signs, "", 0.0), cache)
        signs = Signs(_signs, CUES.read_text(encoding="utf-8"), CUE_WEIGHT, LETTERS_WEIGHT)
        looked_up = {topic: wordings(told) for topic, told in topics().items()}
        return cls(Learned.load(taught(), embed, signs, cache), ruling, looked_up)

    def ruled(self, questions: Sequence[str]) -> list[float]:
        """How likely each of `questions` asks for a rule (0-1)."""
        found = self.ruling.meaning(questions)
        return [1.0 - c[NO_TOPIC] for c in self.ruling.chances(questions, found)]

    def asks_rule(self, question: str) -> bool:
        """Whether `question` is more likely about a rule than about anything else."""
        return self.ruled([question])[0] > 1 - UNRULED

    def likely(self, question: str) -> tuple[str, float]:
        """The likeliest topic of `question` and its probability among all topics (0-1).

        Words that tell topics outright leave only those.
        """
        chances = self.learned.chances([question], self.learned.meaning([question]))[0]
        if told := cued("topics", question):
            return max(told, key=lambda topic: chances[topic]), 1.0
        return next(iter(chances.items()))

    def following(self, before: str, question: str) -> tuple[str, float]:
        """The same of a `question` that is understood only with the one `before` it."""
        topic, chance = self.likely(question)
        if chance >= BY_ITSELF:
            return topic, chance
        texts = [question, f"{before} {question}"]
        alone, both = self.learned.chances(texts, self.learned.meaning(texts))
        odds = {topic: alone[topic] * both[topic] for topic in self.looked_up}
        topic = max(odds, key=odds.__getitem__)
        return topic, odds[topic] / max(sum(odds.values()), 1e-9)

    def wordings(self, question: str, language: Language, before: str = "") -> tuple[str, ...]:
        """`question` in words nearer to a policy's, a point each; empty where its topic is open.

        Args:
            question: Hers.
            language: Of the policies.
            before: Her question before, where this one leans on it.
        """
        topic, chance = self.following(before, question) if before else self.likely(question)
        if chance >= SURE:
            return self.looked_up[topic][language]
        found = self.learned.chances([question], self.learned.meaning([question]))[0]
        two = list(found.items())[:2]
        if before or sum(chance for _, chance in two) < BOTH:
            return ()
        return tuple(self.looked_up[topic][language][0] for topic, _ in two)


@lru_cache(maxsize=1)
def topics() -> dict[str, dict[str, Any]]:
    """The file of topics."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(TOPICS.read_text(encoding="utf-8"))
    return found


def wordings(told: Mapping[str, str]) -> dict[Language, tuple[str, ...]]:
    """What is looked up for a topic of the file, by language, a point each."""
    languages: tuple[Language, ...] = ("en", "zh")
    return {language: tuple(told[language].split(" / ")) for language in languages}


def taught() -> list[tuple[str, str]]:
    """Topics and what is said for them: ways to ask, and what is looked up."""
    pairs = [(topic, text) for topic, told in topics().items() for text in told["asked"]]
    return pairs + [
        (topic, text)
        for topic, told in topics().items()
        for parts in wordings(told).values()
        for text in parts
    ]


def _signs(texts: Sequence[str]) -> Vectors:
    """[n_texts, forms] whether it is asked for money, time, a way, or something put right."""
    found = [cued("rule_asks", text) for text in texts]
    rows = [[name in told for name in names_in("rule_asks")] for told in found]
    return np.asarray(rows, dtype=np.float32)
