"""The part of a review that speaks about a question, short enough to quote."""

import re
from collections.abc import Sequence

import numpy as np

from retrieval.embedding import Vectors

LONGEST = 160
"""Characters of the longest quote."""

_SENTENCES = re.compile(r"[^.!?。！？；…\n]+(?:[.!?。！？；…]+[\"'”’)）]*|\n|$)")
_CLAUSES = re.compile(r"[^,，、;:：—]+[,，、;:：—]*\s*")


def sentences(text: str) -> list[str]:
    """`text` cut into sentences, each at most `LONGEST` characters.

    >>> sentences("Nice! But the battery died... 客服不理人。差评")
    ['Nice!', 'But the battery died...', '客服不理人。', '差评']
    """
    found = [match.strip() for match in _SENTENCES.findall(text)]
    return [piece for sentence in found if sentence for piece in _pieces(sentence)]


def quote(pieces: Sequence[str], vectors: Vectors, query: Vectors) -> str:
    """The sentence nearest to `query`, with its neighbours as long as they fit.

    Args:
        pieces: Sentences of one review in order, at least one.
        vectors: `[n, width]` of the sentences, length 1.
        query: `[width]` of the question, length 1.
    """
    first = last = int(np.argmax(vectors @ query))
    said = pieces[first]
    while True:
        if last + 1 < len(pieces) and _fits(said, pieces[last + 1]):
            last += 1
            said = _joined(said, pieces[last])
        elif first and _fits(pieces[first - 1], said):
            first -= 1
            said = _joined(pieces[first], said)
        else:
            return said


def _fits(before: str, after: str) -> bool:
    """Whether both make one quote; a title without a full stop stands alone."""
    ended = before.rstrip("\"'”’)）")[-1:] in set(".!?。！？；…")
    return ended and len(_joined(before, after)) <= LONGEST


def _pieces(sentence: str) -> list[str]:
    """A long sentence cut at its commas, then at its spaces, then anywhere."""
    if len(sentence) <= LONGEST:
        return [sentence]
    cut: list[str] = [""]
    for clause in _CLAUSES.findall(sentence):
        if len(cut[-1]) + len(clause) > LONGEST - 1:
            cut.append("")
        cut[-1] += clause
    whole = [piece for clause in cut if clause for piece in _wrapped(clause)]
    return [f"{piece.strip()}…" for piece in whole[:-1]] + [whole[-1].strip()]


def _wrapped(clause: str) -> list[str]:
    wide = LONGEST - 1
    pieces = []
    while len(clause) > wide:
        space = clause.rfind(" ", wide // 2, wide)
        end = space if space > 0 else wide
        pieces.append(clause[:end])
        clause = clause[end:]
    return [*pieces, clause]


def _joined(before: str, after: str) -> str:
    """Sentences side by side, with a space where the script uses one."""
    return before + (" " if before[-1].isascii() or after[0].isascii() else "") + after
