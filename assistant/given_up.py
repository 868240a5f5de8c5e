# ruff: noqa: E501  # a pattern reads best on one line
"""What a message begins with and gives up for something else: a question, or a comparison."""

import re
from collections.abc import Sequence

from assistant.cues import cue
from tools.mentions import Mention

Span = tuple[int, int]
"""Where words begin and end."""

_NEVER_MIND = re.compile(
    r"\b(?:never ?mind|forget|scratch|strike|skip|leave|ignore|cancel|drop|scrap)(?: about)? (?:that|it|this|what i (?:said|asked|just (?:said|asked)))(?: (?:one|question|bit|part))?(?=\s*(?:[,.;:!?…–—-]|$))"
    r"|\b(?:forget|never ?mind) i (?:asked|said)(?: (?:that|it|anything))?\b"
    r"|(?:这个?|那个?|呢个|嗰个)?(?:算了|罢了|不问了|唔问了)[，,]?(?:先)?(?:不|别|甭|莫|唔|唔好)(?:再)?(?:问|说|管|讲|提|查|看)(?:这个|那个|呢个|嗰个|它|了|先)+|(?:这个|那个|呢个|嗰个)(?:就|先|还是)?(?:不问|不说|不查|不看|唔问|唔使理|别管|算)了?(?=[，,。；;！!…])|(?:就?当)我?(?:没|冇|无)(?:问|说|讲)(?:过)?",
    re.IGNORECASE,
)
"""Words by which what was asked just before is asked no longer."""
_ASKS_INSTEAD = re.compile(
    r"[^.?!。？！]{0,30}[.?!。？！,，;；:：…–—-]\s*(?:(?:just|rather|instead|simply|only|please|so|well|ok|actually)\W+)*(?:tell|show|give|let|i (?:want|need|only)|what|how|which|who|get|list|直接|就|只|你|请|帮|我|告诉|给|报|看)",
    re.IGNORECASE,
)
"""The beginning of what is asked instead."""
_DROPS = re.compile(
    r"(?:算了|不比了|别比了|不对比了|唔比了|唔比喇|罢了|\bforget (?:it|that|about it|the comparison)|\bnever ?mind\b|\b(?:actually|no|nah|ok|hmm),? (?:no\b|just|only|let.?s)|\bscratch that|\bskip the comparison|\bon second thoughts?|\bno need to compare)"
    r"[^。.?？!！;；]{0,20}?(?:(?:就|只|单|光|净系?|仅|还是)(?:看|要|算|讲|说|睇|报|给|查|拉)(?:一下)?|\b(?:just|only|stick (?:to|with)|keep to|do|show me|give me)\b(?: (?:the|our|for|on|at|look(?:ing)? at|show|give|me))*)\s*$",
    re.IGNORECASE,
)
"""Words between things held against one another and the one of them that it comes down to."""
_FACED = re.compile(
    r"\s*(?:vs\.?|versus|against|or|and|compared (?:to|with)|next to|beside|和|跟|与|同|对比?|比|还是|pk|、)\s*(?:the |our )?",
    re.IGNORECASE,
)


def given_up(text: str, mentions: Sequence[Mention], times: Sequence[Span]) -> list[Span]:
    """Where `text` tells what it then gives up, so that none of it is read.

    Args:
        text: A message.
        mentions: What of the store it names.
        times: Where it names times, which still stand if none is named after.
    """
    return _question(text, mentions, times) or _comparison(text, mentions)


def _question(text: str, mentions: Sequence[Mention], times: Sequence[Span]) -> list[Span]:
    """A whole question given up for another that names a figure by itself."""
    for found in _NEVER_MIND.finditer(text):
        asks = _ASKS_INSTEAD.match(text, found.end())
        figure = any(m.kind == "metric" and m.start >= found.end() for m in mentions)
        begun = text[: found.start()]
        if not (asks and figure and cue("interrogative", begun)):
            continue
        timed = any(start >= found.end() for start, _ in times)
        kept = [] if timed else [span for span in times if span[1] <= found.start()]
        return _without([(0, found.end())], kept)
    return []


def _comparison(text: str, mentions: Sequence[Mention]) -> list[Span]:
    """Things held against one another, of which only one is wanted in the end."""
    values = [m for m in mentions if m.kind == "value"]
    for n, last in enumerate(values):
        drops = _DROPS.search(text[: last.start])
        before = [m for m in values[:n] if drops and m.end <= drops.start()]
        if drops is None or len(before) < 2 or last.value not in {m.value for m in before}:
            continue
        first = before[-1]
        for one in reversed(before[:-1]):
            if one.start != first.start and not _FACED.fullmatch(text[one.end : first.start]):
                break
            first = one
        if first.start != before[-1].start:
            return [(first.start, drops.end())]
    return []


def _without(spans: list[Span], kept: Sequence[Span]) -> list[Span]:
    """`spans` less the stretches that are kept."""
    for start, end in kept:
        spans = [
            piece
            for a, b in spans
            for piece in ((a, min(b, start)), (max(a, end), b))
            if piece[0] < piece[1]
        ]
    return spans
