"""Whether a question is only a piece of one, which the one before completes."""

import re
from typing import TYPE_CHECKING

from assistant import steps
from assistant.cues import cue
from assistant.families import AHEAD, FIGURES, OPINIONS, SMALL_TALK, WHOLE
from assistant.told_in import Call, tells_in
from assistant.utterances import SHORT, after_openers, before_reasons, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.reading import Reading
    from assistant.routing import Route

OPEN_ENDED = 0.6
"""Probability of the likeliest tool below which a few words may go on with the one before."""
NAMES = 6
"""Most words that are little more than names, whatever tool they may be for."""
FEW = 4
"""Most words that may name a figure alone."""
_OURS = re.compile(
    r"\b(?:we|our|overall|in general|the (?:shop|store)(?:'s)?)\b|我们|咱|全店|店里|整体|总体",
    re.IGNORECASE,
)
"""Words for the whole store."""
LONG = 24
"""Most words of a piece, the reasons given with it among them."""


def is_fragment(reading: "Reading", before: Call, route: "Route", signs: "Sequence[str]") -> bool:
    """Whether a question that is plainly for no other tool leaves unsaid what the one before told.

    It names something ("just the 10 worst", "money, not heads"), but not both a figure and what
    the figure is of; who asks that asks anew.

    Args:
        reading: What the question says outright.
        before: Tool and arguments of the call before.
        route: The tools it may be for by itself.
        signs: Tools that its words ask for.
    """
    text = reading.words
    plain = before[0] == FIGURES and set(signs) <= {FIGURES}
    if plain and (only_figure(reading) or _of_another(reading, before)):
        return True
    if before[0] in (SMALL_TALK, *WHOLE) or words(text) > LONG or _stands_alone(reading):
        return False
    kin = OPINIONS if before[0] in OPINIONS else (before[0],)
    if not set(signs) <= {FIGURES, *kin}:
        return False
    likeliest = route.tools[0]
    if likeliest == before[0] != FIGURES:
        return not cue("interrogative", text) and not _names_whom(reading)
    bare = not (signs or reading.metrics)
    narrows = reading.filters or reading.groupings or reading.periods
    if narrows and bare and not route.sure and is_remark(reading) and words(text) <= NAMES:
        return True
    if route.chance(likeliest) >= OPEN_ENDED:
        return False
    return says_anew(reading, before) or (bare and _is_piece(reading, before))


def _is_piece(reading: "Reading", before: Call) -> bool:
    """Whether what is named, and no figure with it, makes up no question."""
    if before[0] in AHEAD and reading.horizon and words(reading.words) <= SHORT:
        return True
    splits = before[0] == FIGURES and reading.groupings and words(reading.words) <= SHORT
    whose = _names_whom(reading) or reading.periods
    return is_remark(reading) or only_counts(reading) or bool(splits and not whose)


def is_remark(reading: "Reading") -> bool:
    """Whether a few words name something and ask nothing of it."""
    named = reading.top_n or reading.periods or _names_whom(reading) or reading.groupings
    text = before_reasons(reading.question)
    return bool(named) and words(text) <= SHORT and not cue("interrogative", text)


def only_counts(reading: "Reading") -> bool:
    """Whether a question says how many are wanted, and nothing of what."""
    timed = set(reading.periods) - {"today"}
    named = _names_whom(reading) or timed or reading.metrics or reading.groupings
    return reading.top_n is not None and not named


def only_figure(reading: "Reading") -> bool:
    """Whether a few words name a figure and nothing of what ("how many orders?", "客单价")."""
    named = _names_whom(reading) or reading.periods or reading.groupings or reading.top_n
    text = reading.words
    return bool(reading.metrics) and not (named or _OURS.search(text)) and words(text) <= FEW


def _of_another(reading: "Reading", before: Call) -> bool:
    """Whether the same figure is asked for of another value of its kind ("sms revenue?")."""
    same = set(reading.metrics) <= set(before[1].get("metrics") or ())
    old = {f.split("=")[0].rstrip("!") for f in before[1].get("filters") or ()}
    named = {f.split("=")[0] for f in reading.filters}
    others = reading.periods or reading.groupings or reading.users
    few = words(reading.words) <= FEW + 1
    return bool(reading.metrics and same and named and named <= old and few and not others)


def says_anew(reading: "Reading", before: Call) -> bool:
    """Whether a few words only say in what the answer before is to be told instead."""
    text = reading.words
    measured = tells_in(before[0], text) or (before[0] == FIGURES and cue("retold", text))
    return bool(measured) and words(text) <= SHORT and not _names_whom(reading)


def _names_whom(reading: "Reading") -> bool:
    return bool(reading.filters or reading.users)


def _stands_alone(reading: "Reading") -> bool:
    """Whether nothing is left to take over, or the words are of something else altogether."""
    text = reading.words
    if reading.overview or steps.says("whole_store", text):
        return True
    if cue("elsewhere", text) and not _names_whom(reading):
        return True
    if cue("small_talk", after_openers(text)):
        return True
    of = reading.filters or reading.groupings or reading.periods
    return bool(reading.metrics and of)
