"""What a message tells in place of something that it takes back, which is never only talk."""

from collections.abc import Callable, Iterator

from assistant.corrections import taken_back_at
from assistant.remarks import ASKED

Names = Callable[[str], frozenset[str]]
_NEAR = 20
"""Most characters of what is told in place of it that are looked for in a clause."""


def naming_in_place(names: Names, message: str, settled: str) -> Names:
    """`names`, which finds what stands in place of something taken back, too.

    Args:
        names: The kinds of things of the store that a text names.
        message: As written.
        settled: The same with what it takes back blanked.
    """
    told = list(_told_instead(message)) if message != settled else []
    if not told:
        return names

    def named(clause: str) -> frozenset[str]:
        instead = any(words in clause for words in told)
        return names(clause) | {ASKED} if instead else names(clause)

    return named


def _told_instead(message: str) -> Iterator[str]:
    """The first words after each place where `message` takes something back."""
    for end in taken_back_at(message):
        words = message[end : end + _NEAR].strip(" ,.:;!…–—-，。：；！、")
        if any(char.isalnum() for char in words):
            yield words.split("\n")[0]
