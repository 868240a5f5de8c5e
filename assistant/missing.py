# ruff: noqa: E501  # a pattern reads best on one line
"""Tells what a question asks for that no tool knows, listed in prompts/missing.yaml."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import yaml

from assistant import steps
from assistant.cues import cue
from assistant.utterances import sentences
from tools.lexicon import Lexicon

MISSING = Path(__file__).parent / "prompts" / "missing.yaml"
CLAUSE = re.compile(r"[;；，。!?！？()（）…\n]+|[,.:：](?!\w)|\s[-–—]+\s|—+")
"""What parts a clause from the next; in numbers, times and addresses there is none."""
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
REMARK = 2
"""Fewest words, or letters of Chinese, that say something of a thing instead of asking for it."""
WORD = re.compile(r"[a-z'’]+|[\u4e00-\u9fff]", re.IGNORECASE)
DECIDES = re.compile(
    r"^\W*(?:[我咱]们?|也|顺便|主要|就是?|正|还在|这边|好){0,3}(?:看看?|想(?:看看?|知道|搞清楚?)?|决定|考虑|琢磨|纠结|寻思|盘算|评估|判断|讨论|商量|研究|谂)(?:一?下|着|紧|清楚)?(?:我们?|咱们?|店里|这边|到底|今年|下个?[月周])*(?:[要用该使能][不唔][要用该使能]|需不需要|需要不需要|有没有必要|有冇必要|是否|应不应该|值不值得)"
    r"|^\W*(?:(?:i['’]?m|we['’]?re|am|are|just|still|and|so|to|i|we|want|need|trying|have|has|got)\W+)*(?:decid\w*|wonder\w*|work\w* out|figur\w* out|see|know|tell|judge|consider\w*|debat\w*|think\w*)\b[^.?!]{0,16}\b(?:if|whether|about|on)\b",
    re.IGNORECASE,
)
"""The beginning of a clause about what somebody has to decide by herself ("看要不要…")."""
OWNER = "whose"
"""Name of the group of a pattern that must be nobody the store knows ("what does … charge")."""


def missing_in(text: str, lexicon: Lexicon, asks: Callable[[str], object]) -> str | None:
    """The kind of thing `text` asks for that no data hold; `None` where it asks for none.

    A word that names something of the store is that thing, and what customers say of delivery or
    rivals is in their reviews. What a clause only remarks beside a question is not asked for.

    Args:
        text: The question.
        lexicon: Words of the store.
        asks: Whether the rest of a question, without a clause of it, asks for something.
    """
    if cue("asks_reviews", text):
        text = _asking_else(text)
    names = [(m.start, m.end) for m in lexicon.find(text) if m.kind in ("value", "metric")]
    for kind, patterns in _declared().items():
        for match in (m for pattern in patterns for m in pattern.finditer(text)):
            if not _is_of_the_store(match, names) and not _is_remarked(text, match, asks):
                return kind
    return None


def _asking_else(text: str) -> str:
    """The questions of `text` that are not about what customers say, where others are."""
    asked = [one for one in sentences(text) if one.endswith(("?", "？"))]
    return " ".join(one for one in asked if not cue("asks_reviews", one))


def _is_of_the_store(match: re.Match[str], names: Sequence[tuple[int, int]]) -> bool:
    if OWNER in match.re.groupindex:
        first, last = match.span(OWNER)
        return any(start < last and first < end for start, end in names)
    return any(start <= match.start() and match.end() <= end for start, end in names)


def _is_remarked(text: str, match: re.Match[str], asks: Callable[[str], object]) -> bool:
    """Whether a clause says something of what was found, and what stands beside it asks."""
    start, end = _clause(text, match)
    said = f"{text[start : match.start()]} {text[match.end() : end]}"
    decides = DECIDES.search(text[start:end])
    if (steps.says("asks", text[start:end]) and not decides) or len(WORD.findall(said)) < REMARK:
        return False
    return bool(asks(f"{text[:start]} {text[end:]}"))


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the clause around `match` begins and ends; brackets hold one, commas or none."""
    for around in BRACKETS.finditer(text):
        if around.start() < match.start() and match.end() < around.end():
            return around.span()
    breaks = list(CLAUSE.finditer(text))
    start = max((b.end() for b in breaks if b.end() <= match.start()), default=0)
    end = min((b.start() for b in breaks if b.start() >= match.end()), default=len(text))
    return start, end


@lru_cache
def _declared() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The patterns of prompts/missing.yaml by kind."""
    listed: dict[str, list[str]] = yaml.safe_load(MISSING.read_text(encoding="utf-8"))
    return {
        kind: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
        for kind, patterns in listed.items()
    }
