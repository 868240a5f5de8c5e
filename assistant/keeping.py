# ruff: noqa: E501  # a pattern reads best on one line
"""What words of a follow-up name without asking for it: what stays as it was, or is only whose."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.cues import cue
from assistant.families import FIGURES
from assistant.naming import FAINT, MEASURE_BEFORE
from tools.mentions import Mention

_CLAUSE = re.compile(r"[^,，。.;；!！?？]+")
_SAME = re.compile(r"\bsame (?:\w+ )?(?:\w+(?:,| and| &|, and) (?:\w+ )?)*$", re.IGNORECASE)
"""Words before something that is the same as before ("the same brands and months")."""
_NOT = re.compile(
    r"(?:\bnot|\bno|\binstead of|\brather than|\bin place of|\bskip|\bforget|drop|leave|不[要看是用按算管]|[别莫甭唔][看用按要管]|唔[系要睇]|而不是)\s*(?:the |by )?$",
    re.IGNORECASE,
)
"""Words before a metric that is no longer wanted."""
_REPLACED = re.compile(r"\s*(?:(?:→|⇒|[-=]+>)|换成|换作|换为|改成|改为|改看|\b(?:becomes?|out,)\b)")
"""Words after it that bring another in its place."""
Call = tuple[str, Mapping[str, Any]]


def asked_anew(text: str, mentions: Sequence[Mention], *, going_on: bool) -> list[Mention]:
    """`mentions` without what a follow-up leaves as it was ("品类不变") or gives up ("not units")."""
    if not going_on:
        return [*mentions]
    metrics = [m for m in mentions if m.kind == "metric"]
    given_up = [m for m in metrics if _is_given_up(text, m)]
    if len(given_up) < len(metrics):
        mentions = [m for m in mentions if m not in given_up]
    kept = [m.span() for m in _CLAUSE.finditer(text) if cue("unchanged", m[0])]
    return [m for m in mentions if m.kind != "dimension" or not _stays(text, m, kept)]


def _is_given_up(text: str, mention: Mention) -> bool:
    """Whether a metric is named as the one that another takes the place of."""
    before, after = text[: mention.start], text[mention.end :]
    return bool(_NOT.search(before) or _REPLACED.match(after))


def _stays(text: str, mention: Mention, kept: Sequence[tuple[int, int]]) -> bool:
    inside = any(start <= mention.start < end for start, end in kept)
    return inside or _SAME.search(text[: mention.start]) is not None


def only_whose(text: str, mentions: Sequence[Mention], before: Call) -> bool:
    """Whether the words for a metric only tell whose it is ("just those sold to men")."""
    if before[0] != FIGURES or not before[1].get("metrics") or cue("interrogative", text):
        return False
    told = [m for m in mentions if m.kind == "metric"]
    faint = all(FAINT.fullmatch(m.text) for m in told)
    return bool(told) and faint and not any(MEASURE_BEFORE.search(text[: m.start]) for m in told)


def nested(text: str, groupings: tuple[str, ...], before: Call) -> tuple[str, ...]:
    """The groups of the figure before, each of them split again, where the words want that."""
    old = str(before[1].get("group_by") or "")
    wanted = before[0] == FIGURES and old and cue("nested", text) and len(groupings) == 1
    return (old, *groupings) if wanted and old not in groupings else groupings


def about(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    """What a call was about, as filters."""
    own = [f"{k}={arguments[k]}" for k in ("category", "item") if arguments.get(k)]
    return tuple(dict.fromkeys([*(arguments.get("filters") or ()), *own]))
