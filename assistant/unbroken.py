"""Where a name of the store runs over a place at which a question might be cut."""

from collections.abc import Sequence

from assistant import steps
from tools.lexicon import Lexicon

Span = tuple[int, int]


def names_in(text: str, lexicon: Lexicon) -> list[Span]:
    """Start and end of what `text` names of the store by several words ("Big Plus Kettle")."""
    values = (m for m in lexicon.find(text) if m.kind == "value")
    return [(m.start, m.end) for m in values if " " in m.text.strip() or not m.text.isascii()]


def is_within(place: int, names: Sequence[Span]) -> bool:
    """Whether a place lies inside one of `names`.

    >>> is_within(6, [(4, 19)]), is_within(4, [(4, 19)])
    (True, False)
    """
    return any(start < place < end for start, end in names)


def joints_in(question: str, lexicon: Lexicon) -> list[Span]:
    """Where a next part of `question` may begin, but for words of a name."""
    names = names_in(question, lexicon)
    return [span for span in steps.joints(question) if not any(is_within(at, names) for at in span)]


def unbroken(pieces: Sequence[str], lexicon: Lexicon) -> list[str]:
    """`pieces` of a text, those put together again between which a name would be cut."""
    names = names_in("".join(pieces), lexicon) if len(pieces) > 1 else []
    kept: list[str] = []
    place = 0
    for piece in pieces:
        if kept and is_within(place, names):
            kept[-1] += piece
        else:
            kept.append(piece)
        place += len(piece)
    return kept
