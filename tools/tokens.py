"""The words that names are looked for in: one Chinese character or one run of letters each."""

import re
import unicodedata
from dataclasses import dataclass

from tools.script import plain

Words = tuple[str, ...]

TOKEN = re.compile(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+")


@dataclass(frozen=True)
class Token:
    """A word as it is looked for, and where it stands."""

    word: str
    start: int
    end: int


def speaks(words: Words) -> bool:
    """Whether a phrase is long enough to mean something: no lone character, letter or number."""
    joined = "".join(words)
    if len(joined) < 2:
        return False
    return not joined.isdigit() or len(words) > 1


def tokens_of(text: str) -> list[Token]:
    """The words of `text`, in order."""
    return [
        Token(singular(match.group().casefold()), match.start(), match.end())
        for match in TOKEN.finditer(plain(text))
    ]


def unaccented(word: str) -> str:
    """`word` as who has no accents on the keyboard types it.

    >>> unaccented("Ceará")
    'Ceara'
    """
    parts = unicodedata.normalize("NFKD", word)
    return "".join(char for char in parts if not unicodedata.combining(char))


def singular(word: str) -> str:
    """An English plural without its ending, near enough: phrase and text lose the same."""
    if len(word) <= 3 or not word.isascii() or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word
