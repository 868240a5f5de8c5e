"""Patterns that are tried only on texts which hold something they cannot do without."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Needing:
    """A pattern, and what every match of it holds: far quicker to look for than the pattern.

    Attributes:
        pattern: What is replaced.
        words: In small letters; every match holds one of them. None: a match may hold anything.
        shape: Found in every match, as it stands in the text.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...] = ()
    shape: re.Pattern[str] | None = None

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        """`text` with every match replaced, as `re.Pattern.sub` does.

        >>> Needing(re.compile("no[.] ([0-9])", re.IGNORECASE), ("no.",)).sub("#", "See NO. 1")
        'See #'
        """
        if self.words:
            small = _small(text)
            if not any(word in small for word in self.words):
                return text
        if self.shape is not None and not self.shape.search(text):
            return text
        return self.pattern.sub(put, text)


@lru_cache(maxsize=4)
def _small(text: str) -> str:
    """`text` with every letter that `re.IGNORECASE` takes for an ASCII one as that small letter."""
    if text.isascii():
        return text.lower()
    return text.casefold().replace("\u0131", "i").replace("i\u0307", "i")
