"""Whether a message only greets or thanks, and nothing is asked."""

import re
from typing import Literal

from assistant.cues import cues

LETTER = re.compile(r"[^\W\d_]")


def courtesy_of(text: str) -> Literal["greeting", "thanks"] | None:
    """What a message does that holds words of courtesy and no others; `None` for all others.

    >>> (
    ...     courtesy_of("hiya, anyone there?"),
    ...     courtesy_of("ta, you're a legend"),
    ...     courtesy_of("ta, why?"),
    ... )
    ('greeting', 'thanks', None)
    """
    thanked, left = _without("thanking", text)
    greeted, left = _without("greeting", left)
    if not (thanked or greeted) or LETTER.search(_without("courteous", left)[1]):
        return None
    return "thanks" if thanked else "greeting"


def _without(name: str, text: str) -> tuple[bool, str]:
    """Whether `text` holds words listed under `name` in prompts/cues.yaml, and what is left."""
    left = text
    for pattern in cues()[name]:
        left = pattern.sub(" ", left)
    return left != text, left
