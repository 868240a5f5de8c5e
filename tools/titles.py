"""Tells an item by the beginning of its title, as shops speak of it ("the Strida Daily ones")."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

FEWEST = 2
"""Words of a title, brand and model, that the least must be there."""
FEWEST_BARE = 3
"""The same where the brand is left away ("the Lily Linen Dress")."""
Words = tuple[str, ...]


@dataclass(frozen=True)
class Titles:
    """Titles of items by the words they begin with.

    Attributes:
        starts: The first words of a title: the items that have it, each with all its words.
        fewest: How many words of a title must be there at least.
    """

    starts: Mapping[Words, tuple[tuple[str, Words], ...]]
    fewest: int = FEWEST

    @classmethod
    def of(cls, titles: Iterable[tuple[str, Words]], fewest: int = FEWEST) -> "Titles":
        """From items and the words of their titles.

        >>> titles = Titles.of([("i1", ("velo", "go", "mat")), ("i2", ("velo", "go", "bag"))])
        >>> titles.at(("the", "velo", "go", "thing"), 1), titles.at(("velo", "go", "bag"), 0)
        (None, ('i2', 3))
        """
        found: dict[Words, list[tuple[str, Words]]] = {}
        for item, words in titles:
            if len(words) > FEWEST and len(words) >= fewest:
                found.setdefault(words[:fewest], []).append((item, words))
        return cls({start: tuple(items) for start, items in found.items()}, fewest)

    def at(self, words: Sequence[str], place: int) -> tuple[str, int] | None:
        """The only item whose title best fits `words` from `place` on, and how many it takes.

        Of several that begin alike, the one of whose other words most are said somewhere, then,
        where more than brand and model are told, the one that leaves fewest unsaid, in the language
        of the text or in any; `None` where that leaves more than one.
        """
        said = set(words)
        fits: dict[tuple[int, int, int], dict[str, None]] = {}
        for item, title in self.starts.get(tuple(words[place : place + self.fewest]), ()):
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


def unbranded(
    titles: Iterable[tuple[str, Words]], brands: Mapping[Words, object]
) -> list[tuple[str, Words]]:
    """English titles without the brand that they begin with.

    Args:
        titles: Items with the words of their titles.
        brands: The words of each brand.

    >>> unbranded([("i1", ("petite", "lune", "lily", "dress"))], {("petite", "lune"): 1})
    [('i1', ('lily', 'dress'))]
    """
    return [
        (item, words[n:])
        for item, words in titles
        for n in (1, 2, 3)
        if words[:n] in brands and all(word.isascii() for word in words)
    ]
