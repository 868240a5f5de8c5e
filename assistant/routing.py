"""The shortlist: which tools a question could be for, learned from example utterances."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path

import numpy as np
import yaml

from assistant.cues import cue, cues
from assistant.families import ASKS, SMALL_TALK
from assistant.learned import Learned, Signs, Vectors
from assistant.measures import metric_names
from assistant.probes import Probe
from assistant.query_examples import questions

EXAMPLES = Path(__file__).parent / "prompts" / "routing.yaml"
SURE = 0.9
"""Probability from which words no longer decide against a tool.

Of utterances of writers whose others were not learned from, four in ten are so sure, and right 98
times in 100; of 302 questions of the evaluation that were so sure, 300 were right.
"""
ALONE = 0.95
"""Probability from which a tool is offered alone."""
IN_THE_RACE = 0.005
"""Probability from which a tool is offered beside the likeliest.

With both, the right tool is offered for 99.5 in 100 utterances of writers whose others were not
learned from.
"""

REMEMBERED = 512
"""Most texts whose routes are kept."""
NEAREST = 3
"""Examples of either side that a question's distance is taken to."""
CANNOT = "about_store cannot"

TELLING = (
    *ASKS.values(),
    "elsewhere",
    "asks_figures",
    "beyond_figures",
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
        chances: Probability (0-1) of every tool.
        topic: What it is about if it is small talk.
        nearness: How much nearer it lies to questions a store's data answer than to those they do
            not, as a difference of cosines (-2 to 2).
    """

    tools: list[str]
    chances: Mapping[str, float]
    topic: str | None = None
    nearness: float = 1.0

    @property
    def sure(self) -> str | None:
        """The tool it is for, where that is clear."""
        return self.tools[0] if self.chances[self.tools[0]] >= SURE else None

    def among(self, tools: Collection[str]) -> "Route":
        """The route of a question that only `tools` can answer."""
        known = [name for name in self.tools if name in tools]
        likely = [name for name in self.chances if name in tools]
        found = known or sorted(likely, key=lambda name: -self.chances[name])[:1]
        return replace(self, tools=found or self.tools)

    def chance(self, *tools: str) -> float:
        """Probability (0-1) that it is for one of `tools`."""
        return sum(self.chances.get(tool, 0.0) for tool in tools)


@dataclass(frozen=True)
class Router:
    """Tells how likely each tool is meant by a question.

    Attributes:
        learned: What the examples of prompts/routing.yaml teach; its kinds are their headings, a
            tool's name and for small talk also its topic.
    """

    learned: Learned

    @classmethod
    def load(
        cls,
        embed: Callable[[list[str]], Vectors],
        tools: Mapping[str, object],
        cache: Path,
        probe: Probe | None = None,
    ) -> "Router":
        """A router over the examples of `tools`.

        Args:
            embed: Turns texts into [n_texts, dimensions] unit vectors.
            tools: Tools to choose among, by name.
            cache: Folder where what the examples teach is kept for the next start.
            probe: What the chat model's states tell of it.

        Raises:
            KeyError: If a tool has no examples.
        """
        examples = taught()
        missing = set(tools) - {kind.split()[0] for kind, _ in examples}
        if missing:
            raise KeyError(f"No examples in {EXAMPLES.name} for {', '.join(sorted(missing))}")
        pairs = [(kind, text) for kind, text in examples if kind.split()[0] in tools]
        patterns = [*(p for name in TELLING for p in cues()[name]), *metric_names().values()]
        made_of = "\n".join(pattern.pattern for pattern in patterns)
        signs = Signs(_signs, made_of, CUE_WEIGHT)
        return cls(Learned.load(pairs, embed, signs, cache, probe))

    def route(self, question: str) -> Route:
        """What `question` may be for; one tool alone when it is clear."""
        return self._routes(question)

    def chances(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """Probability (0-1) of every tool for each of `texts`."""
        return [
            _by_tool(kinds) for kinds in self.learned.chances(texts, self.learned.meaning(texts))
        ]

    @cached_property
    def _routes(self) -> Callable[[str], Route]:
        """Routes of the texts asked for last, of which a turn asks several times."""
        return lru_cache(maxsize=REMEMBERED)(self._route)

    def _route(self, question: str) -> Route:
        meaning = self.learned.meaning([question])
        kinds = self.learned.chances([question], meaning)[0]
        tools = _by_tool(kinds)
        topics = (kind.partition(" ")[2] for kind in kinds)  # the likeliest first
        ranked = sorted(tools, key=lambda name: -tools[name])
        alone = tools[ranked[0]] >= ALONE
        near = partial(self.learned.nearness, meaning[0], nearest=NEAREST)
        return Route(
            tools=ranked[:1] if alone else [n for n in ranked if tools[n] >= IN_THE_RACE],
            chances=tools,
            topic=next(filter(None, topics), None),
            nearness=near(lambda kind: not kind.startswith(SMALL_TALK)) - near(CANNOT.__eq__),
        )


def taught() -> list[tuple[str, str]]:
    """Heading and text of every example; what queries are written for is among them."""
    listed: dict[str, list[str]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    own = [(kind, text) for kind, texts in listed.items() for text in texts]
    return [*own, *(("run_sql", text) for text in questions())]


def _by_tool(kinds: Mapping[str, float]) -> dict[str, float]:
    """Probability (0-1) of each tool, whatever the topic."""
    tools: dict[str, float] = {}
    for kind, chance in kinds.items():
        name = kind.split()[0]
        tools[name] = tools.get(name, 0.0) + chance
    return tools


def _signs(texts: Sequence[str]) -> Vectors:
    """[n_texts, n_signs] which cues each text holds, and whether it names a metric."""
    named = metric_names().values()
    told = [
        [*(cue(name, text) for name in TELLING), any(one.search(text) for one in named)]
        for text in texts
    ]
    return np.asarray(told, dtype=np.float32)
