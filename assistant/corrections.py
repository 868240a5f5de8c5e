# ruff: noqa: E501  # a pattern reads best on one line
"""What a question takes back as it goes on ("by channel, no wait, by device")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TAKES_BACK = re.compile(
    r"\b(?:no,? wait|wait,? no|wait,? sorry|no,? sorry|sorry,? (?:no|i mean(?:t)?|make that)|oops|scratch that|strike that|correction|my (?:mistake|bad)|make that|i mean(?:t)? to say|i mean(?:t)?|rather(?! than)|or actually|no,? actually|actually,? no|nope)\b"
    r"|[哦噢啊呃额诶哎]\s*(?:不对?|错了)|不不不?|不对(?!劲|称|头|吗|吧)|(?:我?说|写|打)错了|口误|更正(?:一下)?|等等|应该是说?|我(?:是说|的意思是)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"[\s,.;:!，。；：！、]*(?:(?:and |but )?not\b|rather than\b|instead of\b|不是|不要|而不是|唔系|唔要)",
    re.IGNORECASE,
)
"""Words after those that take back, which tell what was not meant ("by brand I mean, not by item")."""
_NEAR = 30
"""Most characters between what is taken back and the words that do so, and from these on."""
Kind = tuple[str, str]
"""What sort of thing a stretch names: two of one sort may stand for one another."""


@dataclass(frozen=True)
class Told:
    """A stretch of a question that names something.

    Attributes:
        kind: What sort of thing.
        start: Where it begins.
        end: Where it ends.
    """

    kind: Kind
    start: int
    end: int


def corrects(text: str) -> bool:
    """Whether `text` may take something back."""
    return _TAKES_BACK.search(text) is not None


def corrected(text: str, told: Sequence[Told]) -> str:
    """`text`, of the same length, with what it takes back blanked.

    Something is taken back only where another of its kind follows the words that do so.

    Args:
        text: A question.
        told: What it names.

    >>> corrected("user u1? no wait, u2", [Told(("user", ""), 5, 7), Told(("user", ""), 18, 20)])
    'user   ? no wait, u2'
    """
    letters = list(text)
    for start, end in _taken_back(text, told):
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _taken_back(text: str, told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    for match in _TAKES_BACK.finditer(text):
        if _DENIED.match(text, match.end()):
            continue
        before = [one for one in told if match.start() - _NEAR <= one.end <= match.start()]
        after = [one for one in told if match.end() <= one.start <= match.end() + _NEAR]
        kinds = {one.kind for one in after[:1]}
        old = [one for one in before if one.kind in kinds]
        yield from ((one.start, one.end) for one in old[-1:])
