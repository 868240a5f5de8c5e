"""Tells an item by the beginning of its title, as shops speak of it ("the Strida Daily ones")."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

FEWEST = 2
"""Words of a title, brand and model, that the least must be there."""
Words = tuple[str, ...]


@dataclass(frozen=True)
class Titles:
    """Titles of items by the words they begin with.

    Attributes:
        starts: The first words of a title: the items that have it, each with all its words.
    """

    starts: Mapping[Words, tuple[tuple[str, Words], ...]]

    @classmethod
    def of(cls, titles: Iterable[tuple[str, Words]]) -> "Titles":
        """From items and the words of their titles.

        >>> titles = Titles.of([("i1", ("velo", "go", "mat")), ("i2", ("velo", "go", "bag"))])
        >>> titles.at(("the", "velo", "go", "thing"), 1), titles.at(("velo", "go", "bag"), 0)
        (None, ('i2', 3))
        """
        found: dict[Words, list[tuple[str, Words]]] = {}
        for item, words in titles:
            if len(words) > FEWEST:
                found.setdefault(words[:FEWEST], []).append((item, words))
        return cls({start: tuple(items) for start, items in found.items()})

    def at(self, words: Sequence[str], place: int) -> tuple[str, int] | None:
        """The only item whose title best fits `words` from `place` on, and how many it takes.

        Of several that begin alike, the one of whose other words most are said somewhere, then,
        where more than brand and model are told, the one that leaves fewest unsaid, in the language
        of the text or in any; `None` where that leaves more than one.
        """
        said = set(words)
        fits: dict[tuple[int, int, int], dict[str, None]] = {}
        for item, title in self.starts.get(tuple(words[place : place + FEWEST]), ()):
            shared = _shared(title, words[place:])
            unsaid = len(title) - shared if shared > FEWEST else 0
            fits.setdefault((shared, len(said.intersection(title)), -unsaid), {})[item] = None
        if not fits:
            return None
        best = max(fits)
        item = next(iter(fits[best]))
        told = item if len(fits[best]) == 1 else self._plainest(fits[best], best[0])
        return (told, best[0]) if told else None

    def _plainest(self, items: Iterable[str], shared: int) -> str | None:
        """Of items told alike, and by more than brand and model, the one of the shortest title."""
        lengths = {
            item: min(len(title) for one, title in chain(*self.starts.values()) if one == item)
            for item in items
        }
        shortest = [item for item, n in lengths.items() if n == min(lengths.values())]
        return shortest[0] if shared > FEWEST and len(shortest) == 1 else None


def _shared(title: Words, words: Sequence[str]) -> int:
    """How many words `title` and `words` begin with alike."""
    pairs = enumerate(zip(title, words, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(title), len(words)))
