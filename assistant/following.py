# ruff: noqa: E501  # a pattern reads best on one line
"""Whether a question continues the one before, and what it takes over from it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.corrections import corrects
from assistant.cues import cue, cues
from assistant.families import (
    ASKS,
    DRAFT,
    FIGURES,
    SMALL_TALK,
)
from assistant.told_in import Call, with_metrics
from assistant.utterances import BARE, OPENERS, SHORT, after_openers, sentences, words
from tools.mentions import Mention
from tools.periods import PeriodMention

FILLERS = ("framing", "filler", "compare", "ranking", "highest", "lowest", "best", "worst", "trend",
           "negative", "positive", "exclude")  # fmt: skip
"""Cues whose words leave a question unfinished: what is left beside them is its own matter."""

POINTING = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )(?<!had )\bthere\b(?! (?:is|are|was|were|any|a)\b)"
    r"|\b(?:those|these)\b(?! (?:\w+ )?(?:days?|weeks?|months?|years?))|\b(?:them|they|their|its|it)\b"
    r"|\bthat (?:was|is|were|makes|made|comes? to|came to|would be)(?=\W*$)"
    r"|\b(?:does|did|is|was|of|have|do|with|make|has|would|than|out of) that\b(?=\W*$| (?:in|for|by|as|based|from|only|mostly|come|comes?|look|mean|make|split|compare|go)\b)"
    r"|哪[^，。？?最]{1,6}(?:[卖买]|贡献|带来?)(?:出去|出来)?的(?=[？?]?$)"
    r"|其中|那边|那里|那儿|这里面|(?<![\u4e00-\u9fff])那?这边|它们?(?![者])|他们|她们|这些|那些|[这那]几个|当中",
    re.IGNORECASE,
)
"""Words that point to what was asked about before."""
RANK = re.compile(
    r"\b(?:c[ao]me[s]?|finish\w*|rank\w*|was|is|are|were|in) (?:in )?(?:first|last|second|third|top|bottom)\b"
    r"|\b(?:runner[- ]up|winner|loser|number (?:one|two)|second (?:best|highest|place))\b"
    r"|第[一二三四五1-5](?:名|位)?|倒数|垫底|榜首|冠军|[大小]头",
    re.IGNORECASE,
)
"""Words for a place among groups, beside those of the superlatives."""
WHICH_ONE = re.compile(
    r"^\W*(?:(?:so|and|but|ok|then|now|well)\W+)*which (?:ones?|of (?:them|those|these))\b(?! of (?:our|the|my|your)\b)|(?:^|[，。])(?:那|那么|所以)?(?:到底|究竟)?哪一?个(?=[卖最件销单赚退买])",
    re.IGNORECASE,
)
"""Words that ask which of the groups shown before."""
NEVER = 0.04
"""Probability of a change of the answer before below which a message may be a question of its own."""
FEW = 5
"""Most words of a message that is always read beside the answer before."""
CLAUSE = re.compile(r"(?<=\w)\s*(?:[,，;；。:：]|\b(?:and|but|so|because|or)\b)", re.IGNORECASE)
OPENING = re.compile(r"^[^,，;；:：。.！!？?]+[，？?]?(?=.)")
"""The first words of a question, which may name what it turns to."""


@dataclass(frozen=True)
class Shape:
    """What of a question is understood, and so whether it can stand alone.

    Attributes:
        text: The question.
        mentions: What of the store it names.
        periods: The times it names.
        counted: Whether it says how many ("top 3").
        complete: Whether it names a metric together with something else.
        users: Start and end of the customers it names.
    """

    text: str
    mentions: Sequence[Mention]
    periods: Sequence[PeriodMention]
    counted: bool
    complete: bool
    users: Sequence[tuple[int, int]] = ()

    @property
    def is_elliptic(self) -> bool:
        """Whether it consists of names, times and fillers only, too few to be a question."""
        named = bool(self.mentions or self.periods or self.counted or self.users)
        if self.complete or not (named or cue("bare_change", self.text)):
            return False
        if cue("interrogative", self.text):
            return False
        kept = list(self.text)
        spans = [(m.start, m.end) for m in self.mentions] + [(p.start, p.end) for p in self.periods]
        spans += self.users
        spans += [match.span() for match in OPENERS.finditer(self.text)]
        for name in FILLERS:
            spans += [m.span() for pattern in cues()[name] for m in pattern.finditer(self.text)]
        for start, end in spans:
            kept[start:end] = " " * (end - start)
        return not any(char.isalpha() for char in kept)


def carried_over(
    shape: Shape,
    before: Call | None,
    metrics: tuple[str, ...],
    *,
    changes: bool = False,
    stays: bool = False,
) -> tuple[str | None, Mapping[str, Any]]:
    """The tool a question continues and what it takes over; nothing where it stands alone.

    Args:
        shape: The question.
        before: Tool and arguments of the call before.
        metrics: Metrics the question names.
        changes: Whether it is known to change the answer before.
        stays: Whether it is then known to ask the same tool, whatever figures it names.
    """
    if before and before[0] == DRAFT and (changes or cue("changes_draft", shape.text)):
        return before
    path = before and before[0] == FIGURES and cue("whole_path", shape.text)
    if before and changes and not path:
        return with_metrics(shape.text, before, metrics, stays=stays)
    if before is None or before[0] == SMALL_TALK or _turns_elsewhere(shape.text, before[0]):
        return None, {}
    if not (_leans(shape) or shape.is_elliptic or _is_unfinished(shape, before[1], metrics)):
        return None, {}
    return with_metrics(shape.text, before, metrics, anew=_has_new_subject(shape))


def _is_unfinished(shape: Shape, arguments: Mapping[str, Any], metrics: tuple[str, ...]) -> bool:
    """Whether a short whole question lacks what only the one before tells.

    It points back ("what was the revenue there?"), asks for a place among groups shown before
    ("which had the lowest?"), or holds against a period what it does not name ("比7月多吗").
    """
    text = after_openers(shape.text)
    if arguments.get("group_by") and not shape.periods and _asks_which(text):
        return True
    if cue("overview", text) or words(text) > SHORT:
        return False
    if any(map(_points, sentences(text))):
        return True
    old = arguments.get("group_by")
    others = [m for m in shape.mentions if m.kind == "value" or m.name != old]
    if metrics or others or (shape.counted and not old):
        return False
    ranks = RANK.search(text) or any(cue(c, text) for c in ("highest", "lowest", "best", "worst"))
    if ranks and old:
        return True
    return (bool(shape.periods) or words(text) <= BARE) and cue("compare", text)


def _asks_which(text: str) -> bool:
    """Whether a sentence asks which one, of groups it does not name."""
    return any(WHICH_ONE.search(one) and words(one) <= SHORT for one in sentences(text))


def _points(text: str) -> bool:
    """Whether the first words of a sentence point to what was asked about before."""
    text = re.sub(r"^(?:and|so|but)\b\s*", "", after_openers(text), flags=re.IGNORECASE)
    points = POINTING.search(text)
    return points is not None and not CLAUSE.search(text[: points.start()])


def _has_new_subject(shape: Shape) -> bool:
    """Whether a question turns to something else by name ("那外套呢，…") and no figure of it."""
    opening = OPENING.match(shape.text)
    if opening is None or not cue("follow_up", opening.group()):
        return False
    named = [m.kind for m in shape.mentions if m.end <= opening.end()]
    return "value" in named and "metric" not in named


def _leans(shape: Shape) -> bool:
    """Whether its words lean on the question before: all of them, or one of several sentences."""
    text = after_openers(shape.text)
    told = shape.complete and shape.periods and words(text) > SHORT
    leans = cue("leaning", text) and (not told or cue("follow_up", text))
    if leans or _has_new_subject(shape):
        return True
    whole = shape.complete and shape.periods and cue("interrogative", shape.text)
    if whole:
        return False
    summed = cue("in_total", text) and words(text) <= SHORT
    changes = (
        summed
        or cue("modifies", text)
        or _corrects(text)
        or (shape.periods and cue("beside", text))
    )
    if cue("follow_up", text) or (changes and not shape.complete):
        return True
    said = [after_openers(one) for one in sentences(text)]
    others = [one for one in said if not _sentence_leans(one)]
    asks = any(cue("interrogative", one) or one.endswith(("?", "？")) for one in others)
    return 0 < len(others) < len(said) and not (shape.complete or asks)


def _corrects(text: str) -> bool:
    return corrects(text) and words(text) <= SHORT


def stands_alone(text: str, chance: float | None) -> bool:
    """Whether a message that most unlikely changes the answer before says all that it asks.

    Nothing of its first words goes on with that answer, and nothing in it points back there.

    Args:
        text: The message.
        chance: Probability (0-1) that it only changes the answer before; `None` where unknown.
    """
    if chance is None or chance >= NEVER or words(text) <= FEW:
        return False
    text = after_openers(text)
    start = CLAUSE.split(text, maxsplit=1)[0]
    leans = any(cue(name, start) for name in ("leaning", "follow_up", "modifies"))
    points = any(map(_points, sentences(text))) or _asks_which(text)
    return not (leans or points or corrects(text))


def _sentence_leans(text: str) -> bool:
    return any(cue(name, text) for name in ("leaning", "follow_up", "modifies"))


def _turns_elsewhere(text: str, tool: str) -> bool:
    """Whether the words are small talk or ask for another tool."""
    if cue("small_talk", after_openers(text)) or cue("elsewhere", text):
        return True
    return any(cue(name, text) for other, name in ASKS.items() if other != tool)
