"""Which metric a question of figures means, learned from example utterances.

People say most figures by a verb or a circumstance ("how much of it goes back to the depot?"), in
more ways than a list of names can hold.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import yaml

from assistant.cues import cue, cues
from assistant.declined import less_declined
from assistant.joined_figures import joined_figures
from assistant.learned import Learned, Signs, Vectors
from assistant.naming import FAINT, MEASURE_BEFORE, TOLD
from assistant.probes import Probe
from tools.metrics.metric import METRICS, Metric
from tools.newcomers import apart_cut

EXAMPLES = Path(__file__).parent / "prompts" / "metrics.yaml"
SURE = 0.3
"""Probability from which the likeliest metric is taken.

Of utterances of four writers whose others were not learned from, 96 in 100 are so sure, and right
94 times in 100; of two of them the names of the metrics alone were right for 58 of 100.
"""
OVERRULING = 0.6
"""Probability from which another metric is taken than the one whose name the question holds.

With it 89 of 100 of those utterances are right; were a name never overruled, 84.
"""
CLEARER = 0.1
"""How much surer one sentence must be than the whole message to tell the metric in its place."""
LEAST = 0.4
"""Probability from which it may where the whole message tells none, else `OVERRULING`."""
_SENTENCE = re.compile(r"(?<=[.?!;；])\s+|(?<=[。？！?；])|\n")
BY_DEFAULT = ("revenue", "orders", "active_users")
"""Metrics likely for anything said of selling or of people; they overrule none told as a story."""
NAME_WEIGHT = 0.3
"""What a metric's name counts beside the unit vector of the meaning; chosen on held-out writers."""
LETTERS_WEIGHT = 1.5
"""What the spelling counts beside it, chosen in the same way."""
_COUNT = re.compile(r"\bcount(?:ing)?(?: the| all)?\s*$", re.IGNORECASE)
_HEAD = re.compile(
    r"\W*(?:(?:show|give|get|list|pull|chart|plot|send|i|need|want|can|could|you|please|pls|me|us"
    r"|the|our|total|all|just|now|ok|so) )*$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:(?:split |broken down |down |grouped )?(?:by|per)\b|for each\b|(?:按照?|分)(?!钟))",
    re.IGNORECASE,
)
"""What stands around a metric that a message begins with, and splits ("orders by brand, …")."""
_HOW_MANY = re.compile(r"\bhow (?:many|much|often)\b", re.IGNORECASE)
_AND_HOW_MANY = re.compile(r",?\s+(?:and|plus|&)\s+(?=how (?:many|much|often)\b)", re.IGNORECASE)
"""What joins two questions after how many."""
REMEMBERED = 512
"""Most texts whose metric is kept."""


@dataclass(frozen=True)
class Measures:
    """Tells which metric a question means.

    Attributes:
        learned: What the examples of prompts/metrics.yaml teach; its kinds are the metrics, and
            `overview` where no figure is named.
        known: The metrics that the store can tell.
    """

    learned: Learned
    known: Sequence[str]

    @classmethod
    def load(
        cls,
        embed: Callable[[list[str]], Vectors],
        known: Sequence[str],
        cache: Path,
        probe: Probe | None = None,
    ) -> "Measures":
        """What the examples teach, kept in the folder `cache`.

        Args:
            embed: Turns texts into [n_texts, dimensions] unit vectors.
            known: The metrics that the store can tell.
            cache: Folder for what was learned.
            probe: What the chat model's states tell of it.
        """
        patterns = [
            *metric_names().values(),
            *(p for told in _stories().values() for p in told),
        ]
        made_of = "\n".join(pattern.pattern for pattern in patterns)
        signs = Signs(_signs, made_of, NAME_WEIGHT, LETTERS_WEIGHT)
        return cls(Learned.load(taught(), embed, signs, cache, probe), known)

    def meant(self, text: str, named: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The metrics that `text` asks for, with what is asked for by what they make together.

        Args:
            text: A question of figures.
            named: Those that it names; several are taken as they stand, and one that the answer is
                to be told by ("ranked by revenue").
        """
        return joined_figures(text, self._meant(text, named))

    def _meant(self, text: str, named: tuple[str, ...]) -> tuple[str, ...]:
        """The metrics that `text` asks for by themselves."""
        if len(named) > 1 or any(_told_by(text, name) for name in named):
            return named
        text = less_declined(apart_cut(text), metric_names().values())
        if several := self._each(text):
            return several
        metric, chance = self._surest(text)
        told = any(_is_told(text, name) for name in named)
        if told and metric in BY_DEFAULT:
            return named
        plain = told or any(_stands_plainly(text, name) for name in named)
        least = OVERRULING if plain else SURE
        return (metric,) if chance >= least and metric in self.known else named

    def _each(self, text: str) -> tuple[str, ...]:
        """The metrics of questions after how many that are asked in one breath."""
        parts = _AND_HOW_MANY.split(text)
        if len(parts) < 2 or not _HOW_MANY.search(parts[0]):
            return ()
        found = [self._likeliest(part) for part in parts]
        names = tuple(dict.fromkeys(name for name, _ in found if name in self.known))
        sure = all(chance >= OVERRULING for _, chance in found)
        return names if sure and len(names) == len(parts) else ()

    def _surest(self, text: str) -> tuple[str, float]:
        """The likeliest metric, by a sentence that asks alone where it tells that more surely."""
        metric, chance = self._likeliest(text)
        asked = [part for part in _SENTENCE.split(text) if cue("interrogative", part)]
        found = [self._likeliest(part) for part in asked if part.strip() != text.strip()]
        surer = [(of, name) for name, of in found if name in self.known and of >= chance + CLEARER]
        of, name = max(surer, default=(chance, metric))
        least = LEAST if chance < SURE else OVERRULING
        return (name, of) if of >= least else (metric, chance)

    @cached_property
    def _likeliest(self) -> Callable[[str], tuple[str, float]]:
        """The likeliest metric of a text with its probability (0-1)."""
        return lru_cache(maxsize=REMEMBERED)(self._read)

    def _read(self, text: str) -> tuple[str, float]:
        chances = self.learned.chances([text], self.learned.meaning([text]))[0]
        return next(iter(chances.items()))


def taught() -> list[tuple[str, str]]:
    """Metric and text of every example."""
    listed: dict[str, list[str]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    return [(name, text) for name, texts in listed.items() for text in texts]


def _signs(texts: Sequence[str]) -> Vectors:
    """[n_texts, 2 n_metrics] which metrics each text names, and which it tells as a story."""
    named = [[bool(pattern.search(text)) for pattern in metric_names().values()] for text in texts]
    told = [[any(p.search(text) for p in told) for told in _stories().values()] for text in texts]
    return np.hstack([np.asarray(named, np.float32), np.asarray(told, np.float32)])


@lru_cache(maxsize=1)
def metric_names() -> dict[str, re.Pattern[str]]:
    """A pattern for any name of each metric."""
    return {name: _any_of(metric) for name, metric in METRICS.items()}


def _stands_plainly(text: str, metric: str) -> bool:
    """Whether a metric is named by more than a verb of selling or buying."""
    found = metric_names()[metric].finditer(text)
    return any(not FAINT.fullmatch(match.group()) for match in found)


def _is_told(text: str, metric: str) -> bool:
    """Whether words tell a metric as a story."""
    return any(pattern.search(text) for pattern in _stories()[metric])


def _told_by(text: str, metric: str) -> bool:
    found = list(metric_names()[metric].finditer(text))
    headed = any(_HEAD.match(text[: m.start()]) and _SPLIT.match(text[m.end() :]) for m in found)
    before = (text[: match.start()] for match in found)
    return headed or any(MEASURE_BEFORE.search(words) or _COUNT.search(words) for words in before)


def _any_of(metric: Metric) -> re.Pattern[str]:
    words = {word for word in (metric.label.en, metric.label.zh, *metric.synonyms) if word}
    latin = "|".join(re.escape(word) for word in sorted(words) if word.isascii())
    chinese = "|".join(re.escape(word) for word in sorted(words) if not word.isascii())
    return re.compile(
        "|".join(filter(None, [latin and rf"(?<![a-z])(?:{latin})(?![a-z])", chinese])),
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _stories() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Patterns of prompts/cues.yaml that tell each metric by other words than its names."""
    return {name: tuple(cues().get(f"{TOLD}{name}", ())) for name in METRICS}
