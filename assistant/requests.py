# ruff: noqa: E501  # a pattern reads best on one line
"""Where a message asks for something further, learned from marked messages.

"Which brand comes back most, and what do people grumble about with it" are two requests; "orders
and returns by channel, and who is on top" is one. No list of joining words tells them apart.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import yaml

from assistant import steps
from assistant.cues import cue
from assistant.learned import Learned, Signs, Vectors
from assistant.measures import metric_names
from assistant.probes import BREAK, Probe
from assistant.routing import Router
from tools.script import plain

EXAMPLES = Path(__file__).parent / "prompts" / "requests.yaml"
MARK = "||"
"""Stands in an example where a further request begins."""
FURTHER, SAME = "further", "same"
SURE = 0.7
"""Probability from which a further request is taken to begin.

Of messages of a writer whose others were not learned from, 5 in 100 with one request are then cut
and 23 in 100 with several are not; by rules for joining words alone 8 and 50.
"""
SURE_PROBED = 0.6
"""The same where the chat model's states are known, too.

Of messages of two more writers with one request, 2 and 4 in 100 are then cut (without those states,
from 0.7: 4 and 9), and of those with several 11 and 24 are not (14 and 31).
"""
LIKELY = 0.4
"""The same where rules for joining words find one, too."""
SIGN_WEIGHT = 1.0
"""What a sign counts beside the unit vector of the meaning; chosen on held-out writers."""
FEWEST = 4
"""Fewest letters of a request."""
NEAR = 12
"""Letters within which the likeliest of several places is the one."""
LONG = 60
"""Letters from which a text counts as long."""
REMEMBERED = 64
"""Most messages whose requests are kept."""
Chances = Callable[[Sequence[str]], Sequence[Mapping[str, float]]]
"""Tells the probability (0-1) of each tool for texts."""

_PLACE = re.compile(
    r"\s+(?=(?:what|which|who|whom|how|when|where|why|should|write|draft|show|tell|give|list|find|also|next|then|plus|and|but|by the way|btw|while|besides|afterwards|finally|lastly)\b)"
    r"|(?<=[\u4e00-\u9fffA-Za-z0-9])(?=再(?![次来买购下])|然后|接着|顺[便手带]|另外|还有|并且|同时|以及|而且|[帮给替]我|最后|此外|完了|同埋|跟住|仲有|[并和与跟][帮给替写把告])"
    r"|\s*[,，;；。?？!！、:：—–()（）\n]+\s*|\s*\.(?:\s+|\.+\s*)|(?<=[\u4e00-\u9fff])\s+(?=\S)|\s+[-/+&]+\s+",
    re.IGNORECASE,
)
"""What may stand before a further request."""
_ASKED = ("asks", "remark", "refers_back", "stating", "declaring", "next_order", "winner")
_SAID = ("interrogative", "compare", "follow_up")
_ENDS = (".。", "?？", ",，、", "!！;；:：", "-—(（")


@dataclass(frozen=True)
class Requests:
    """Tells where a message begins to ask for something further.

    Attributes:
        learned: What the messages of prompts/requests.yaml teach; its kinds are `further` and
            `same`.
    """

    learned: Learned

    @classmethod
    def load(
        cls,
        embed: Callable[[list[str]], Vectors],
        router: Router,
        cache: Path,
        probe: Probe | None = None,
    ) -> "Requests":
        """What the messages teach, kept in the folder `cache`.

        Args:
            embed: Turns texts into [n_texts, dimensions] unit vectors.
            router: Tells which tools texts may be for.
            cache: Folder for what was learned.
            probe: What the chat model's states tell of it.
        """

        def rests(texts: list[str]) -> Vectors:
            return embed([text.partition(BREAK)[2] for text in texts])

        made_of = f"{' '.join((*_ASKED, *_SAID))} {router.learned.digest}"
        plain_router = Router(replace(router.learned, probe=None))
        signs = Signs(_signs_by(plain_router.chances), made_of, SIGN_WEIGHT, spelt=_joint)
        return cls(Learned.load(taught(), rests, signs, cache, probe))

    @cached_property
    def of(self) -> Callable[[str], list[str]]:
        """The requests of a message, in order; the message alone where it holds one."""
        return lru_cache(maxsize=REMEMBERED)(self._of)

    def _of(self, message: str) -> list[str]:
        starts = [0]
        while (place := self._further(message, starts[-1])) is not None:
            starts.append(place)
        ends = [*starts[1:], len(message)]
        return [message[a:b] for a, b in zip(starts, ends, strict=True)]

    def likely(self, message: str) -> bool:
        """Whether a further request may well begin somewhere in `message`."""
        return any(chance >= LIKELY for chance, _ in self._begun(message, 0))

    def _further(self, message: str, start: int) -> int | None:
        """Where the next request after the one at `start` begins, if there is one."""
        least = SURE if self.learned.probe is None else SURE_PROBED
        sure = [(chance, at) for chance, at in self._begun(message, start) if chance >= least]
        near = [pair for pair in sure if pair[1] - sure[0][1] <= NEAR]
        return max(near)[1] if near else None

    def _begun(self, message: str, start: int) -> list[tuple[float, int]]:
        """Each place after `start`, with the probability (0-1) that a further request begins."""
        ahead = [
            place
            for place in places(message)
            if place > start and len(steps.bare(message[start:place])) >= FEWEST
        ]
        if not ahead:
            return []
        texts = [_case(message, start, place) for place in ahead]
        told = self.learned.chances(texts, self.learned.meaning(texts))
        return [(one[FURTHER], at) for one, at in zip(told, ahead, strict=True)]


def taught() -> list[tuple[str, str]]:
    """Kind and text of every place in the examples."""
    messages: list[str] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    return [case for message in messages for case in cases(message)]


def places(message: str) -> list[int]:
    """Where in `message` a further request may begin."""
    found: list[int] = []
    for match in _PLACE.finditer(message):
        place = match.end()
        between = message[found[-1] : place] if found else message[:place]
        if len(message) - place >= 2 and re.search(r"\w", between):
            found.append(place)
    return found


def cases(message: str) -> list[tuple[str, str]]:
    """Of each place in an example, whether a further request begins there, and its text."""
    text, marked = "", set[int]()
    for piece in plain(message).split(MARK):
        marked.add(len(text))
        text += piece
    found, start = [], 0
    for place in places(text):
        further = place in marked
        found.append((FURTHER if further else SAME, _case(text, start, place)))
        start = place if further else start
    return found


def _case(message: str, start: int, place: int) -> str:
    return f"{message[start:place]}{BREAK}{message[place:]}"


def _joint(text: str) -> str:
    """The last letters of what was asked and the first of what comes after."""
    asked, _, rest = text.partition(BREAK)
    return f"{asked.strip()[-6:]}¦{rest[:14]}"


def _signs_by(chances: Chances) -> Callable[[Sequence[str]], Vectors]:
    """What tells whether a further request begins, by the tools that both sides are for."""

    def signs(texts: Sequence[str]) -> Vectors:
        halves = [text.partition(BREAK)[::2] for text in texts]
        said = list(dict.fromkeys(one for a, b in halves for one in (a, b, f"{a} {b}")))
        tools = dict(zip(said, chances(said), strict=True))
        rows = [
            [*_tool_signs(tools[a], tools[b], tools[f"{a} {b}"]), *_word_signs(a, b)]
            for a, b in halves
        ]
        return np.asarray(rows, dtype=np.float32)

    return signs


def _tool_signs(
    asked: Mapping[str, float], rest: Mapping[str, float], whole: Mapping[str, float]
) -> list[float]:
    """How surely both sides of a place, and both together, are for one tool, and for which."""
    first, other = max(asked, key=asked.__getitem__), max(rest, key=rest.__getitem__)
    both = min(asked[first], rest[other])
    shared = sum(min(asked[name], rest[name]) for name in asked)
    alone = [asked[first], rest[other], max(whole.values()), shared]
    crossed = [whole[first], whole[other], asked[other], rest[first]]
    return [*alone, *crossed, float(first == other), both if first != other else 0.0]


def _word_signs(asked: str, rest: str) -> list[float]:
    """What the words of both sides of a place tell, and how long they are."""
    end = asked.rstrip()[-1:]
    told = [
        *(end in ends for ends in _ENDS),
        *(steps.says(name, rest) for name in _ASKED),
        *(cue(name, rest) for name in _SAID),
        any(name.search(rest) for name in metric_names().values()),
        steps.says("asks", asked),
        cue("interrogative", asked),
    ]
    lengths = [min(len(text), LONG) / LONG for text in (asked, rest)]
    return [*map(float, told), *lengths]
