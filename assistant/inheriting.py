"""What a part of a question takes over from the rest of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import steps
from assistant.families import FIGURES
from assistant.going_on import THAT_GROUP
from assistant.open_arguments import dimension_of
from assistant.orders import THINGS
from assistant.reading import Reading
from assistant.slots import OF_ITEMS

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
    part = _of_that_group(part, earlier)
    split = part.groupings if tool in (None, FIGURES) else ()
    if not part.filters and not split and not steps.says("whole_store", part.question):
        given = (f for step in reversed(earlier) for f in step.reading.filters)
        if not steps.says("refers_back", part.question):
            given = (f for f in given if not f.startswith("campaign"))  # it was what was asked of
        return replace(part, filters=tuple(dict.fromkeys(given)))
    if tool in OF_ITEMS and not _named(part) and not steps.says("whole_store", part.question):
        things = [f for step in reversed(earlier) for f in step.reading.filters if _is_a_thing(f)]
        return replace(part, filters=(*part.filters, *dict.fromkeys(things)))
    return part


def _of_that_group(part: Reading, earlier: "Sequence[Step]") -> Reading:
    """A part that speaks of "that category" is of the one named before, and splits by none."""
    if part.filters or not THAT_GROUP.search(part.words):
        return part
    named = {dimension_of(f) for step in earlier for f in step.reading.filters}
    left = tuple(group for group in part.groupings if group not in named)
    return replace(part, groupings=left)


def _named(part: Reading) -> bool:
    """Whether a part says itself what it is about, or asks which things."""
    return bool(part.groupings or part.ranking) or any(map(_is_a_thing, part.filters))


def _is_a_thing(condition: str) -> bool:
    """Whether a filter says what is sold."""
    return dimension_of(condition) in THINGS
