"""Why something is cancelled or sent back, in a customer's own words; learned from examples."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from assistant.learned import Learned, Signs, Vectors
from assistant.service.wishes import Kind

REASONS = Path(__file__).parents[1] / "prompts" / "service_reasons.yaml"
TOLD = 0.4
"""Probability from which she is taken to have said why without being asked."""
FAULT = 0.55
"""The same of a reason by which the store is at fault."""
ASKED = 0.25
"""The same once she has been asked."""
FAULT_ASKED = 0.35
"""The same of a reason by which the store is at fault, once she has been asked."""
LEAST: Mapping[tuple[bool, bool], float] = {
    (False, False): TOLD, (False, True): FAULT, (True, False): ASKED, (True, True): FAULT_ASKED,
}  # fmt: skip
"""Probability needed, by whether she was asked and whether the store would be at fault."""
NONE = "none"
AT_FAULT = frozenset({"faulty", "wrong item", "damaged in transit"})
OF: Mapping[Kind, str] = {"cancel": "cancel", "send_back": "return", "exchange": "return"}
"""What the reasons of a wish stand under in the file."""


@dataclass(frozen=True)
class Reasons:
    """Tells the reason of a wish.

    Attributes:
        learned: What the examples teach, for cancelling and for sending back.
    """

    learned: Mapping[str, Learned]

    @classmethod
    def load(cls, embed: Callable[[list[str]], Vectors], cache: Path) -> "Reasons":
        """What the examples of prompts/service_reasons.yaml teach, kept in the folder `cache`."""
        listed = yaml.safe_load(REASONS.read_text(encoding="utf-8"))
        learned = {}
        for name, reasons in listed.items():
            pairs = [(reason, text) for reason, texts in reasons.items() for text in texts]
            learned[name] = Learned.load(pairs, embed, Signs(no_signs, "", 0.0), cache)
        return cls(learned)

    def of(self, kind: Kind, said: Sequence[str], *, asked: bool) -> str:
        """The reason that the sentences `said` give for a wish; empty where they give none.

        Args:
            kind: What she wants.
            said: Her sentences.
            asked: Whether she was asked why.
        """
        found = self.learned[OF[kind]]
        best = ("", 0.0)
        for chances in found.chances(said, found.meaning(said)) if said else ():
            if asked:
                chances.pop(NONE)
            reason, chance = next(iter(chances.items()))
            least = LEAST[asked, reason in AT_FAULT]
            if reason != NONE and chance >= max(least, best[1]):
                best = (reason, chance)
        return best[0]


def no_signs(texts: Sequence[str]) -> Vectors:
    """[n_texts, 0] no word of them tells anything outright."""
    return np.zeros((len(texts), 0), dtype=np.float32)
