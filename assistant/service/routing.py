"""What a sentence of a customer may be for, learned from example utterances."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml

from assistant.learned import Learned, Signs, Vectors, kept
from assistant.service.cues import CUES, cued, has_cue, names_in
from assistant.service.reasons import Reasons
from assistant.service.topics import Topics, taught, topics

EXAMPLES = Path(__file__).parents[1] / "prompts" / "service_routing.yaml"
NO_RULE = frozenset(
    {
        "order_status", "order_list", "my_details", "product", "reviews", "person", "angry",
        "private", "complaint", "cancel", "change_address", "change_payment", "charge_problem",
        "greeting", "thanks", "goodbye", "context", "other",
    }
)  # fmt: skip
"""Kinds whose examples ask for no rule of the shop."""
CUE_WEIGHT = 0.4
"""What a cue counts beside the unit vector of the meaning."""
REMEMBERED = 512
"""Texts whose vectors are kept in memory."""


@dataclass(frozen=True)
class ServiceRouter:
    """Tells how likely each kind of wish is meant by a sentence.

    Attributes:
        learned: What the examples of prompts/service_routing.yaml teach.
        topics: What a question about the rules is about.
        reasons: Why something is cancelled or sent back.
    """

    learned: Learned
    topics: Topics
    reasons: Reasons

    @classmethod
    def load(cls, embed: Callable[[list[str]], Vectors], cache: Path) -> "ServiceRouter":
        """A router over the examples; what they teach is kept in the folder `cache`."""
        embed = remembering(embed)
        listed: dict[str, list[str]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
        beside = [text for kind, texts in listed.items() if kind in NO_RULE for text in texts]
        asked = [text for told in topics().values() for text in told["asked"]]
        listed["policy"] = [*listed["policy"], *asked]
        pairs = [(kind, text) for kind, texts in listed.items() for text in texts]
        every = list(dict.fromkeys(text for _, text in [*pairs, *taught()]))
        known = dict(zip(every, kept(cache, embed, every), strict=True))

        def example(texts: list[str]) -> Vectors:
            return np.stack([known[text] for text in texts])

        signs = Signs(_signs, CUES.read_text(encoding="utf-8"), CUE_WEIGHT)
        learned = Learned.load(pairs, example, signs, cache)
        about = Topics.load(example, cache, beside)
        about = replace(
            about,
            learned=replace(about.learned, embed=embed),
            ruling=replace(about.ruling, embed=embed),
        )
        return cls(replace(learned, embed=embed), about, Reasons.load(embed, cache))

    def chances(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        """Of each sentence the kinds it may be with their probability, the likeliest first."""
        if not sentences:
            return []
        found = self.learned.chances(sentences, self.learned.meaning(sentences))
        ruled = self.topics.ruled(sentences)
        return [_weighed(kinds, chance) for kinds, chance in zip(found, ruled, strict=True)]


def remembering(embed: Callable[[list[str]], Vectors]) -> Callable[[list[str]], Vectors]:
    """`embed` that turns a text asked for again into a vector only once; it keeps the last ones.

    A sentence is read for its kind, its topic and its reason.
    """
    known: dict[str, Vectors] = {}

    def remembered(texts: list[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if len(known) + len(new) > REMEMBERED:
            known.clear()
            new = list(dict.fromkeys(texts))
        if new:
            known.update(zip(new, embed(new), strict=True))
        return np.stack([known[text] for text in texts])

    return remembered


def _weighed(kinds: dict[str, float], ruled: float) -> dict[str, float]:
    """`kinds` with a rule as likely as its topics make it."""
    kinds = {**kinds, "policy": kinds["policy"] * min(1.0, 2 * ruled)}
    whole = sum(kinds.values())
    return dict(sorted(((k, p / whole) for k, p in kinds.items()), key=lambda pair: -pair[1]))


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
