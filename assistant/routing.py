"""The shortlist: which tools a question could be for, learned from example utterances."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from sklearn.linear_model import LogisticRegression

from assistant.cues import cue
from assistant.following import ASKS
from tools.metrics.metric import METRICS

EXAMPLES = Path(__file__).parent / "prompts" / "routing.yaml"
Vectors = npt.NDArray[np.float32]

SURE = 0.9
"""Probability from which a tool is taken without asking the model.

On ten held-out folds of the examples the right tool is then alone or in the race 99.5 % of the
time, and one question in three is a race that its cue words have still to decide.
"""
IN_THE_RACE = 0.03
"""Probability from which a tool is offered to the model beside the likeliest."""

NEAREST = 3
"""Examples of either side that a question's distance is taken to."""
CANNOT = "about_store cannot"

TELLING = (
    *ASKS.values(),
    "elsewhere",
    "asks_figures",
    "overview",
    "asks_data",
    "asks_help",
    "small_talk",
)
"""Cues of prompts/cues.yaml that tell one tool from another."""
CUE_WEIGHT = 0.3
"""What a cue counts beside the unit vector of the meaning; chosen on held-out folds."""


@dataclass(frozen=True)
class Route:
    """Where a question may lead.

    Attributes:
        tools: Tools it may be for, likeliest first.
        topic: What it is about if it is small talk.
        nearness: How much nearer it lies to questions a store's data answer than to those they do
            not, as a difference of cosines (-2 to 2).
    """

    tools: list[str]
    topic: str | None = None
    nearness: float = 1.0


@dataclass(frozen=True)
class Router:
    """Tells how likely each tool is meant by a question.

    A logistic regression over sentence embeddings and cue words, fitted when the program starts to
    the example utterances of prompts/routing.yaml.

    Attributes:
        classifier: Fitted classifier; its classes are the headings of the examples, a tool's name
            and for small talk also its topic.
        mean: [dimensions] mean of the example vectors: what all utterances share.
        embed: Turns texts into [n_texts, dimensions] unit vectors.
        inside: [n, dimensions] unit vectors of the examples that a store's data answer.
        outside: The same of those they do not.
    """

    classifier: LogisticRegression
    mean: Vectors
    embed: Callable[[list[str]], Vectors]
    inside: Vectors
    outside: Vectors

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
        missing = set(tools) - {kind.split()[0] for kind in listed}
        if missing:
            raise KeyError(f"No examples in {EXAMPLES.name} for {', '.join(sorted(missing))}")
        pairs = [
            (kind, text)
            for kind, texts in listed.items()
            if kind.split()[0] in tools
            for text in texts
        ]
        vectors = kept(cache, embed, [text for _, text in pairs])
        mean = vectors.mean(axis=0)
        classifier = LogisticRegression(C=30.0, class_weight="balanced", max_iter=1000)
        texts = [text for _, text in pairs]
        classifier.fit(_told(vectors - mean, texts), [name for name, _ in pairs])
        inside = np.array([not name.startswith("about_store") for name, _ in pairs])
        outside = np.array([name == CANNOT for name, _ in pairs])
        centred = unit(vectors - mean)
        return cls(classifier, mean, embed, centred[inside], centred[outside])

    def route(self, question: str) -> Route:
        """What `question` may be for; one tool alone when it is clear."""
        centred = self.embed([question]) - self.mean
        vector = _told(centred, [question])
        chances = self.classifier.predict_proba(vector)[0]
        tools: dict[str, float] = {}
        topics: dict[str, float] = {}
        for kind, chance in zip(self.classifier.classes_, chances.tolist(), strict=True):
            name, _, topic = str(kind).partition(" ")
            tools[name] = tools.get(name, 0.0) + chance
            if topic:
                topics[topic] = chance
        ranked = sorted(tools, key=lambda name: -tools[name])
        sure = tools[ranked[0]] >= SURE
        return Route(
            tools=ranked[:1] if sure else [n for n in ranked if tools[n] >= IN_THE_RACE],
            topic=max(topics, key=lambda topic: topics[topic]) if topics else None,
            nearness=_closeness(centred, self.inside) - _closeness(centred, self.outside),
        )


def _closeness(centred: Vectors, examples: Vectors) -> float:
    """Mean cosine of one vector to the examples nearest to it; 0 where there are none."""
    if not len(examples):
        return 0.0
    return float(np.sort((unit(centred) @ examples.T)[0])[-NEAREST:].mean())


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


def _told(centred: Vectors, texts: list[str]) -> Vectors:
    """[n_texts, dimensions + cues] what the classifier sees: meaning, then cue words."""
    named = _metric_words()
    cues = [[*(cue(name, text) for name in TELLING), bool(named.search(text))] for text in texts]
    return np.hstack([unit(centred), CUE_WEIGHT * np.asarray(cues, dtype=np.float32)])


@lru_cache(maxsize=1)
def _metric_words() -> re.Pattern[str]:
    """Any word for a metric."""
    words = {
        word
        for metric in METRICS.values()
        for word in (metric.label.en, metric.label.zh, *metric.synonyms)
        if word
    }
    latin = "|".join(re.escape(word) for word in sorted(words) if word.isascii())
    chinese = "|".join(re.escape(word) for word in sorted(words) if not word.isascii())
    return re.compile(rf"(?<![a-z])(?:{latin})(?![a-z])|{chinese}", re.IGNORECASE)


def unit(vectors: Vectors) -> Vectors:
    """`vectors` of [..., dimensions] at length 1."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-9), dtype=np.float32)
