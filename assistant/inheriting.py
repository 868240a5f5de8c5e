"""What a part of a question takes over from the rest of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import steps
from assistant.families import FIGURES
from assistant.reading import Reading

if TYPE_CHECKING:
    from assistant.planning import Step


def inheriting(
    part: Reading, whole: Reading, earlier: "Sequence[Step]", tool: str | None
) -> Reading:
    """A part with what the rest of the question says for it too: the time, and earlier filters."""
    part = replace(part, horizon=part.horizon or whole.horizon, due=part.due or whole.due)
    if not part.periods and not part.carried:
        compare = part.compare if part.compare != "none" else whole.compare
        part = replace(part, periods=whole.periods[:1], compare=compare)
    split = part.groupings if tool in (None, FIGURES) else ()
    if not part.filters and not split and not steps.says("whole_store", part.question):
        given = (f for step in reversed(earlier) for f in step.reading.filters)
        if not steps.says("refers_back", part.question):
            given = (f for f in given if not f.startswith("campaign"))  # it was what was asked of
        part = replace(part, filters=tuple(dict.fromkeys(given)))
    return part
