"""Whether a message only greets or thanks, and nothing is asked."""

import re
from typing import Literal

from assistant.cues import cues

LETTER = re.compile(r"[^\W\d_]")
_GREETED = re.compile(
    r"(?:(?:hi+|hello+|hey+a?|hiya|heya|howdy)(?: (?:there|all|team|folks|everyone))?[\s,!.:]+"
    r"|(?:good )?(?:morning|afternoon|evening)(?: (?:all|team|folks|everyone))?\s*[,!.:]\s*"
    r"|(?:[你您]好|大家好|哈[喽啰罗咯]|嗨|嘿|喂|早上好|下午好|晚上好)[呀啊]?[\s,，!！.。~～、:：]*)"
    r"(?=[a-z'’]+ [a-z]|[^\W\d_a-z]{3})",
    re.IGNORECASE,
)
"""A greeting before a question."""


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


def ungreeted(text: str) -> str:
    """`text` without the greeting it begins with, where it goes on to ask for something.

    >>> ungreeted("hey, how are we doing?"), ungreeted("hello there, anyone in?")
    ('how are we doing?', 'hello there, anyone in?')
    """
    found = None if courtesy_of(text) else _GREETED.match(text)
    return text[found.end() :] if found else text


def _without(name: str, text: str) -> tuple[bool, str]:
    """Whether `text` holds words listed under `name` in prompts/cues.yaml, and what is left."""
    left = text
    for pattern in cues()[name]:
        left = pattern.sub(" ", left)
    return left != text, left
