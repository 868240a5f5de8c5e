"""How likely a message only changes the answer before, learned from example follow-ups.

Such a message ("smallest first", "不看钱，看单量") is no question by itself: what the router makes
of it says little, and the tool before is asked again.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import yaml

from assistant.cues import cue
from assistant.families import FIGURES, OPINIONS, SMALL_TALK, SQL
from assistant.following import stands_alone
from assistant.learned import Learned, Signs, Vectors
from assistant.probes import Probe
from assistant.utterances import BARE, SHORT, after_openers, words

PROMPTS = Path(__file__).parent / "prompts"
CHANGES = "changes"
WHOLE = "whole"
LIKELY = 0.4
"""Probability from which a message is taken to change the answer before.

Of messages of three writers, learned from the others, 82 to 94 in 100 that change an answer are so
likely to, and 4 to 8 that ask for something else; of 391 questions of four more writers nine.
"""
PLAIN = 0.8
"""The same where its words seem to ask for another tool; two of those questions are so likely."""
SIGN_WEIGHT = 0.3
"""What a sign counts beside the unit vector of the meaning."""
_CLAUSE = re.compile(r"[^,，.。!！;；—–]+(?:[,，.。!！;；—–]+|$)")
_TOO = re.compile(
    r"^\W*(?:[\w\u4e00-\u9fff]{0,8}(?:太|嫌)\S{1,5}|.{0,30}\btoo \w+(?: \w+)?)\W*$", re.IGNORECASE
)
"""What something is too much of, which is why it is to be changed."""
REMEMBERED = 512
"""Most texts whose probability is kept."""


@dataclass(frozen=True)
class Lean:
    """How much a message leans on the answer before.

    Attributes:
        chance: Probability (0-1) that it only changes that answer; `None` where unknown.
        changes: Whether it is taken to.
        alone: Whether it plainly says all that it asks.
    """

    chance: float | None = None
    changes: bool = False
    alone: bool = False


UNKNOWN = Lean()
"""What is known where nothing was learned."""


@dataclass(frozen=True)
class Leaning:
    """Tells messages that only change the answer before from those that ask.

    Attributes:
        learned: What prompts/followups.yaml teaches; its kinds are `changes`, `turns` and, for
            the questions of prompts/routing.yaml, `whole`.
    """

    learned: Learned

    @classmethod
    def load(
        cls, embed: Callable[[list[str]], Vectors], cache: Path, probe: Probe | None = None
    ) -> "Leaning":
        """What the examples teach, kept in the folder `cache`.

        Args:
            embed: Turns texts into [n_texts, dimensions] unit vectors.
            cache: Folder for what was learned.
            probe: What the chat model's states tell of it.
        """
        signs = Signs(_signs, f"question mark, {BARE}, {SHORT}", SIGN_WEIGHT)
        return cls(Learned.load(taught(), embed, signs, cache, probe))

    @cached_property
    def chance(self) -> Callable[[str], float]:
        """The probability (0-1) that a text only changes the answer before."""
        return lru_cache(maxsize=REMEMBERED)(self._read)

    def read(
        self,
        message: str,
        tool: str,
        signs: Callable[[str], Sequence[str]],
        is_idle: Callable[[str], bool],
    ) -> tuple[str, Lean]:
        """`message` less why the answer before is to be changed, and how much it leans on it.

        Args:
            message: As it came after an answer.
            tool: The tool before.
            signs: The tools that the words of a text seem to ask for.
            is_idle: Whether a clause only tells something.
        """
        text = self.less_reasons(message, is_idle)
        chance = self.chance(text)
        changes = self.changes(text, tool, signs(text))
        return text, Lean(chance, changes, stands_alone(text, chance))

    def changes(self, text: str, tool: str, signs: Sequence[str]) -> bool:
        """Whether a message is taken to change the answer before.

        Args:
            text: The message, without its reasons.
            tool: The tool before.
            signs: Tools that its words seem to ask for.
        """
        if tool in (SMALL_TALK, SQL) or cue("small_talk", after_openers(text)):
            return False
        alike = OPINIONS if tool in OPINIONS else (tool,)
        return self.chance(text) >= (LIKELY if set(signs) <= {FIGURES, *alike} else PLAIN)

    def less_reasons(self, text: str, is_idle: Callable[[str], bool]) -> str:
        """`text` without the clauses that tell why the answer is to be changed.

        It stays as it is where it changes nothing.

        Args:
            text: A message that comes after an answer.
            is_idle: Whether a clause only tells something.
        """
        first, *others = _CLAUSE.findall(text) or [text]
        kept = [one for one in others if not self._gives_reason(one.strip(), is_idle)]
        asked = "".join([first, *kept]).strip()
        return asked if asked != text and self.chance(asked) >= LIKELY else text

    def _gives_reason(self, clause: str, is_idle: Callable[[str], bool]) -> bool:
        if "?" in clause or cue("interrogative", clause):
            return False
        idle = is_idle(clause) and self._chances(clause)[WHOLE] < LIKELY
        return idle or _TOO.match(clause) is not None

    def _read(self, text: str) -> float:
        return self._chances(text)[CHANGES]

    def _chances(self, text: str) -> dict[str, float]:
        return self.learned.chances([text], self.learned.meaning([text]))[0]


def taught() -> list[tuple[str, str]]:
    """Kind and text of every example."""
    pairs = [(kind, text) for kind, texts in _listed("followups").items() for text in texts]
    return pairs + [(WHOLE, text) for texts in _listed("routing").values() for text in texts]


def _listed(name: str) -> dict[str, list[str]]:
    listed: dict[str, list[str]] = yaml.safe_load(
        (PROMPTS / f"{name}.yaml").read_text(encoding="utf-8")
    )
    return listed


def _signs(texts: Sequence[str]) -> Vectors:
    """[n_texts, 3] whether each has a question mark, is bare, is short."""
    told = [["?" in t or "？" in t, words(t) <= BARE, words(t) <= SHORT] for t in texts]
    return np.asarray(told, dtype=np.float32)
