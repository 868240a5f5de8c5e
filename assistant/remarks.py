"""Which sentences of a message only tell why something is asked, learned from marked messages.

People wrap a question in talk: who wants it, when it is due, what was said over lunch. Days, places
and goods named there are none that the answer is about.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import yaml

from assistant import steps
from assistant.audiences import Audiences
from assistant.counting import counted
from assistant.cues import cue
from assistant.learned import Learned, Signs, Vectors
from assistant.measures import metric_names
from assistant.probes import Probe
from tools.leaving_out import left_out
from tools.lexicon import Lexicon
from tools.mentions import Mention
from tools.money import money_in
from tools.periods import find_periods
from tools.periods.durations import lead_days_in
from tools.script import plain
from tools.themes.aspects import Lexicon as Aspects

EXAMPLES = Path(__file__).parent / "prompts" / "remarks.yaml"
REMARK = "remark"
SURE = 0.9
"""Probability from which a clause is taken for a remark."""
IDLE = 0.8
"""The same where the rest of the message only changes the answer before."""
CERTAIN = 0.98
"""The same where the clause names what a Chinese question may leave unsaid."""
ASKS = 0.5
"""Probability of a remark up to which a clause may be what is asked."""
SIGN_WEIGHT = 0.3
"""What a sign counts beside the unit vector of the meaning; chosen on held-out writers."""
LETTERS_WEIGHT = 1.0
"""What the spelling counts beside it, chosen in the same way."""

_CLAUSE = re.compile(
    r"\S.*?(?:[.!?…]+(?=\s)|[。！？；…!?]+[”』」）)]*|，|(?<=[\u4e00-\u9fff）」”]),|\s[-–]+(?=\s)|[—–]+|[\U0001f300-\U0001faff]+|\n|$)\s*",
    re.DOTALL,
)
"""A sentence, in Chinese also what stands between two commas."""
ASKED = "asked"
"""What a clause is said to name that asks something, however it sounds."""
_OF_THEM = re.compile(r"\bof (?:them|those|these|['’]em)\b", re.IGNORECASE)
_MEANT = re.compile(
    r"\b(?:it(?: was|['’]s| is)|i mean(?:t)?|should (?:be|have been))(?: the| for| in| about)* $"
    r"|(?:应该|其实|说的|问的|指的|要的)是$",
    re.IGNORECASE,
)
"""Words before what somebody means after all."""
_TOPIC = re.compile(r"\W*(?:the |our )?\W*")
_TOPIC_END = re.compile(r"\s*(?:[:：]|\W*$)")
"""What stands around a name that a message begins with as its topic ("Lanterns: …")."""
_POINTING = re.compile(r"\b(?:that|this|there|such|same)\b", re.IGNORECASE)
_NAMES_ONE = re.compile(r"(?<![a-z0-9])[ui]\d{3,}(?!\d)", re.IGNORECASE)
"""A customer or an item by its id."""

_ANY_DAY = date(2024, 12, 31)
"""A day to tell times from where it does not matter which they are."""
_BARE = re.compile(
    r"\W+|\b(?:in|for|over|during|the|only|just|and)\b|[的啊呀呢嘛吧里内中间期看算咯喔]",
    re.IGNORECASE,
)
"""What may stand beside a time without saying more."""


@dataclass(frozen=True)
class Remarks:
    """Tells what a message asks from what it only tells.

    Attributes:
        learned: What the messages of prompts/remarks.yaml teach; its kinds are `ask`, `add`
            and `remark`.
    """

    learned: Learned

    @classmethod
    def load(
        cls, embed: Callable[[list[str]], Vectors], cache: Path, probe: Probe | None = None
    ) -> "Remarks":
        """What the messages teach, kept in the folder `cache`.

        Args:
            embed: Turns texts into [n_texts, dimensions] unit vectors.
            cache: Folder for what was learned.
            probe: What the chat model's states tell of it.
        """
        signs = Signs(_signs, "asks, marked, measured, talk", SIGN_WEIGHT, LETTERS_WEIGHT)
        return cls(Learned.load(taught(), embed, signs, cache, probe))

    def is_idle(self, clause: str, names: Callable[[str], frozenset[str]]) -> bool:
        """Whether a clause of a message that changes an answer only tells why.

        Args:
            clause: What stands between two commas.
            names: The kinds of things of the store that a text names.
        """
        if _settles(clause) or names(clause) - {"theme"} or cue("compare", clause):
            return False
        told = self.learned.chances([clause], self.learned.meaning([clause]))[0]
        return told[REMARK] >= IDLE

    def without(self, message: str, names: Callable[[str], frozenset[str]]) -> str:
        """`message` less its remarks; as it is where nothing else would be left.

        A remark stays where what is asked points back at something that only the remark names.

        Args:
            message: As written.
            names: The kinds of things of the store that a text names ("value", "metric").
        """
        clauses = [found.group() for found in _CLAUSE.finditer(message)]
        if len(clauses) < 2:
            return message
        chances = self.learned.chances(clauses, self.learned.meaning(clauses))
        told = [
            c[REMARK] >= SURE and not _settles(clause) and ASKED not in names(clause)
            for c, clause in zip(chances, clauses, strict=True)
        ]
        if not any(told) or all(c[REMARK] > ASKS for c in chances):
            return message
        asked = _left(clauses, told)
        least = _idle_from(asked)
        named = names(asked)
        told = [
            tells and (chance[REMARK] >= least or names(clause) <= named)
            for clause, chance, tells in zip(clauses, chances, told, strict=True)
        ]
        return _left(clauses, told)


def taught() -> list[tuple[str, str]]:
    """Kind and text of every example."""
    listed: dict[str, list[str]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    return [(kind, text) for kind, texts in listed.items() for text in texts]


def kinds_named(text: str, lexicon: Lexicon, audiences: Audiences | None) -> frozenset[str]:
    """What `text` names of the store: dimensions, and whether metrics, groups or themes.

    `ASKED` is among them where it splits figures, leaves values out, counts or names its topic.
    """
    text = plain(text)
    named = lexicon.find(text)
    mentions = [m for m in named if m.kind != "dimension"]
    found = {m.name if m.kind == "value" else str(m.kind) for m in mentions}
    if audiences is not None and audiences.names(text):
        found.add("group")
    if Aspects.common().matched(text):
        found.add("theme")
    if any(_is_asked(text, mention) for mention in named) or _counts_them(text):
        found.add(ASKED)
    return frozenset(found)


def _is_asked(text: str, mention: Mention) -> bool:
    """Whether what is named splits figures, is left out, is meant after all, or is a topic."""
    if mention.kind == "dimension":
        return mention.grouping
    before, after = text[: mention.start], text[mention.end :]
    topic = _TOPIC.fullmatch(before) and _TOPIC_END.match(after)
    meant = mention.name != "weekday" and _MEANT.search(before)
    return mention.kind == "value" and bool(topic or meant or left_out(before, after))


def _counts_them(text: str) -> bool:
    """Whether it says how many of those are wanted whom the question is about."""
    return _OF_THEM.search(text) is not None and counted(text) is not None


def _left(clauses: Sequence[str], told: Sequence[bool]) -> str:
    return "".join(c for c, tells in zip(clauses, told, strict=True) if not tells).strip()


def _idle_from(asked: str) -> float:
    """Probability from which a remark is idle, though it alone names something of the store.

    None is where what is asked points back at it; Chinese may leave its topic unsaid.
    """
    if steps.says("refers_back", asked) or _POINTING.search(asked):
        return 1.1
    return CERTAIN if re.search(r"[\u4e00-\u9fff]", asked) else SURE


def _settles(clause: str) -> bool:
    """Whether it names someone by id, a sum or a time of supply: of these nothing is idle talk."""
    said = plain(clause)
    idle = money_in(said) is None and lead_days_in(said) is None
    return not idle or _NAMES_ONE.search(said) is not None or _is_a_time(said)


def _is_a_time(clause: str) -> bool:
    """Whether it is nothing but a time ("今年到现在，")."""
    times = find_periods(clause, _ANY_DAY)
    left = clause
    for time in reversed(times):
        left = left[: time.start] + left[time.end :]
    return bool(times) and not re.sub(_BARE, "", left)


def _signs(texts: Sequence[str]) -> Vectors:
    """[n_texts, 4] whether each asks, has a question mark, names a metric, is small talk."""
    told = [
        [
            steps.says("asks", text),
            "?" in text or "？" in text,
            any(name.search(text) for name in metric_names().values()),
            cue("small_talk", text),
        ]
        for text in texts
    ]
    return np.asarray(told, dtype=np.float32)
